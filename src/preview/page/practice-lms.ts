/**
 * What a target supplies so that its courses can be tried: an LMS in the page, and plain words for what passes between it and
 * the course. The page knows this contract and no target.
 */

/** What the LMS holds, element by element. */
export type Stored = Readonly<Record<string, string>>;

export type CallKind = 'start' | 'read' | 'write' | 'save' | 'end' | 'other';

/** One call of the course, answered. */
export interface LmsCall {
  readonly kind: CallKind;
  /** As the course wrote it. */
  readonly call: string;
  readonly answer: string;
  /** What it means, in a few plain words. */
  readonly words: string;
  /** Why the answer is no; empty when it is not. */
  readonly error: string;
}

/** What goes wrong: the way to the LMS is cut, it refuses to save, it refuses every value, it says yes and keeps nothing. */
export const FAULTS = ['none', 'connection', 'saving', 'values', 'lie'] as const;
export type Fault = (typeof FAULTS)[number];

export interface PracticeSettings {
  /** Name of one of the LMS's profiles. */
  readonly profile: string;
  readonly fault: Fault;
  /** Saving takes two seconds, in which the course stands still. */
  readonly slow: boolean;
  /** The course is opened to be looked at: nothing may be written. */
  readonly review: boolean;
}

/** From opening the course to leaving it. */
export interface Visit {
  /** Fault and slowness from now on; profile and review count from the next visit. */
  change(settings: PracticeSettings): void;
  /** The page is going away; calls that still come are its last. */
  leave(): void;
  stored(): Stored;
}

export interface HeldElement {
  readonly name: string;
  readonly value: string;
  readonly words: string;
}

/** What a gradebook makes of it. */
export interface Gradebook {
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly tables: readonly {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
}

export interface PracticeLms {
  /** The LMS format, for people. */
  readonly title: string;
  readonly profiles: readonly { readonly name: string; readonly title: string; readonly about: string }[];
  /** Puts the LMS where a course in a frame of this window finds it. */
  open(stored: Stored, settings: PracticeSettings, onCall: (call: LmsCall) => void): Visit;
  describe(stored: Stored): readonly HeldElement[];
  gradebook(stored: Stored): Gradebook;
}
