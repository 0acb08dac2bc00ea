/** The parts of the player as they arrive: each by its own script, once, and only of the version that runs. It must not know views. */
import { type PlayerPart, partScriptName } from '../shared/package-files.ts';
import type { PartContent } from './part.ts';
import { addBehaviors } from './question-behavior.ts';
import type { LoadScript, Unloaded } from './scripts.ts';

export interface Parts {
  /**
   * Called by the parts' scripts.
   * @param stamp of the bundle that the script was made in
   * @param make the part; not called where it would meet another version of the code that it shares
   */
  register<Part extends PlayerPart>(name: Part, stamp: string, make: () => PartContent[Part]): void;
  /** What could not be had of them; undefined when all are there. */
  load(names: readonly PlayerPart[]): Promise<Unloaded | undefined>;
  /** A part that is there. */
  take<Part extends PlayerPart>(name: Part): PartContent[Part];
}

export interface PartsOptions {
  readonly loadScript: LoadScript;
  /** The stamp of the script that runs. */
  readonly stamp: string;
  /** Called before a part is made: its words are there too. */
  readonly onArrival: (name: PlayerPart) => void;
}

export function createParts({ loadScript, stamp, onArrival }: PartsOptions): Parts {
  const here: { [Part in PlayerPart]?: PartContent[Part] } = {};
  const outdated = new Set<PlayerPart>();
  const loadOne = async (name: PlayerPart): Promise<Unloaded | undefined> => {
    if (here[name] === undefined) await loadScript(partScriptName(name));
    if (here[name] !== undefined) return undefined;
    return outdated.has(name) ? 'outdated' : 'missing';
  };
  return {
    register(name, itsStamp, make) {
      if (here[name] !== undefined) return;
      if (itsStamp !== stamp) {
        outdated.add(name);
        return;
      }
      onArrival(name);
      const content = make();
      here[name] = content;
      if ('answers' in content) addBehaviors(content.answers);
    },
    async load(names) {
      const found = await Promise.all(names.map(loadOne));
      return found.find((problem) => problem !== undefined);
    },
    take(name) {
      const content = here[name];
      if (content === undefined) throw new Error(`the part ${name} is not there`);
      return content;
    },
  };
}
