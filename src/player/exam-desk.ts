/**
 * What a learner has on the desk during an exam, kept in this browser alone: notes, highlights, struck-out options, the clock between
 * two saves, and whether keys and timer are wanted. Everything that is read is checked: other pages of the site may write there too.
 */
import type { Mirror } from './session/environment.ts';

/** A stretch of a question's text, by characters, with the text itself: where the text has changed it is dropped. */
export interface Highlight {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface DeskMarks {
  /** Ids of options. */
  readonly struck: readonly string[];
  readonly highlights: readonly Highlight[];
  readonly note: string;
}

/** The clock of the attempt in flight. */
export interface KeptClock {
  readonly attempt: string;
  readonly spentSeconds: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export type Preference = 'keys' | 'timer';

export interface ExamDesk {
  marks(question: string): DeskMarks;
  setMarks(question: string, marks: DeskMarks): void;
  /** A new attempt begins with clean pages; the notes stay. */
  clean(): void;
  /** Notes by id of their question, in the order in which they were first written. */
  notes(): ReadonlyMap<string, string>;
  clearNotes(): void;
  clock(): KeptClock | undefined;
  keepClock(clock: KeptClock): void;
  /** On until it is turned off. */
  wants(preference: Preference): boolean;
  setWanted(preference: Preference, wanted: boolean): void;
}

const NO_MARKS: DeskMarks = { struck: [], highlights: [], note: '' };
/** Characters of one note. */
export const LONGEST_NOTE = 2000;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}

function isHighlight(value: unknown): value is Highlight {
  return (
    isFields(value) &&
    typeof value.from === 'number' &&
    typeof value.to === 'number' &&
    typeof value.text === 'string' &&
    value.to - value.from === value.text.length
  );
}

function toMarks(value: unknown): DeskMarks {
  if (!isFields(value)) return NO_MARKS;
  const { struck, highlights, note } = value;
  return {
    struck: Array.isArray(struck) ? struck.filter((id) => typeof id === 'string') : [],
    highlights: Array.isArray(highlights) ? highlights.filter(isHighlight) : [],
    note: typeof note === 'string' ? note.slice(0, LONGEST_NOTE) : '',
  };
}

function isEmpty({ struck, highlights, note }: DeskMarks): boolean {
  return struck.length === 0 && highlights.length === 0 && note === '';
}

/** @param exam its id */
export function openDesk(mirror: Mirror, exam: string): ExamDesk {
  const name = (what: string): string => `exam/${exam}/${what}`;
  let marks = new Map(Object.entries(parse(mirror.read(name('marks')))).map(([id, value]) => [id, toMarks(value)]));
  const keep = (next: ReadonlyMap<string, DeskMarks>): void => {
    marks = new Map([...next].filter(([, own]) => !isEmpty(own)));
    mirror.write(name('marks'), marks.size === 0 ? '' : JSON.stringify(Object.fromEntries(marks)));
  };
  const changed = (change: (own: DeskMarks) => DeskMarks): ReadonlyMap<string, DeskMarks> =>
    new Map([...marks].map(([id, own]) => [id, change(own)]));
  return {
    marks: (question) => marks.get(question) ?? NO_MARKS,
    setMarks: (question, own) => keep(new Map(marks).set(question, { ...own, note: own.note.slice(0, LONGEST_NOTE) })),
    clean: () => keep(changed(({ note }) => ({ ...NO_MARKS, note }))),
    notes: () => new Map([...marks].flatMap(([id, { note }]) => (note === '' ? [] : [[id, note] as const]))),
    clearNotes: () => keep(changed((own) => ({ ...own, note: '' }))),
    clock() {
      const { attempt, spentSeconds, at } = parse(mirror.read(name('clock')));
      return typeof attempt === 'string' && typeof spentSeconds === 'number' && typeof at === 'number'
        ? { attempt, spentSeconds, at }
        : undefined;
    },
    keepClock: (clock) => void mirror.write(name('clock'), JSON.stringify(clock)),
    wants: (preference) => mirror.read(`exam/${preference}`) !== 'off',
    setWanted: (preference, wanted) => void mirror.write(`exam/${preference}`, wanted ? '' : 'off'),
  };
}
