/** The table of targets. Nothing but this table and the bundle's list of players names them all. */
import { scorm12 } from './scorm12/scorm12.ts';
import type { Target } from './target.ts';

const targets: readonly Target[] = [scorm12];

/** Names for `--target` and `targets:`. */
export const targetNames: readonly string[] = targets.map((target) => target.name);

/** The target of that name. */
export function findTarget(name: string): Target | undefined {
  return targets.find((target) => target.name === name);
}
