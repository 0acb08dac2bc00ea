/** What the session and the views need from the browser, so that tests can supply it. */

export interface Clock {
  /** Milliseconds since the epoch: for what people read. */
  now(): number;
  /** Milliseconds since some moment: for durations, because the computer's time may be set back. */
  ticks(): number;
  /** Runs later; the answer cancels. */
  later(ms: number, run: () => void): () => void;
}

/** What this browser keeps of a learner, where it keeps anything. Every method survives a refusal. */
export interface Mirror {
  read(name: string): string;
  write(name: string, text: string): boolean;
  clear(): void;
}

/** Stands in where nothing may be kept: forgets with the page. */
export function createMemory(): Mirror {
  const texts = new Map<string, string>();
  return {
    read: (name) => texts.get(name) ?? '',
    write: (name, text) => {
      texts.set(name, text);
      return true;
    },
    clear: () => texts.clear(),
  };
}

/** Asks the server for a file of the package: true when it answers. Undefined where asking is not possible. */
export type Probe = () => Promise<boolean | undefined>;
