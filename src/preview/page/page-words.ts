/** Everything the preview's page says to authors, in one table, so that it can be translated. */
import type { CallKind, Fault } from './practice-lms.ts';

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

export const PAGE_WORDS = {
  title: 'Preview',
  documentTitle: (course: string) => `${course} (preview)`,
  course: 'Course',
  size: 'Frame',
  sizes: { moodle: '500 px high, as in Moodle', phone: '320 px wide, as a phone', full: 'As large as it gets' },
  stage: 'The course in an LMS',
  frameTitle: (course: string) => `Course: ${course}`,
  learner: (name: string) => `Learner: ${name}`,
  learnerName: 'Jane Doe',
  panel: 'The LMS',
  nothingYet: 'There is no course to show yet. It appears as soon as a build has no errors.',
  waiting: 'Waiting for the first build…',
  status: {
    building: 'Building…',
    built: (time: string) => `Up to date, ${time}`,
    kept: (time: string) => `Not updated, ${time}`,
    lost: 'The preview is not running. Start "coursewright dev" again; this page finds it.',
  },
  problems: {
    title: 'Problems',
    none: 'No problems',
    counted: (errors: number, warnings: number) =>
      [...(errors > 0 ? [count(errors, 'error')] : []), ...(warnings > 0 ? [count(warnings, 'warning')] : [])].join(
        ', ',
      ),
    kept: 'The last good version plays on behind this.',
    hide: 'Hide',
    hint: 'Hint:',
    explain: (code: string) => `coursewright explain ${code}`,
    severity: { error: 'Error', warning: 'Warning' },
  },
  settings: {
    title: 'Try it out',
    profile: 'LMS',
    fault: 'What goes wrong',
    faults: {
      none: 'Nothing',
      connection: 'The connection is lost',
      saving: 'The LMS refuses to save',
      values: 'The LMS refuses every value',
      lie: 'The LMS says yes and keeps nothing',
    } satisfies Readonly<Record<Fault, string>>,
    slow: 'Slow: saving takes two seconds',
    review: 'Review: open only to look at',
    again: 'Resume as another visit',
    forget: 'Forget the learner',
  },
  told: {
    again: 'The learner left and came back.',
    forgotten: 'The learner is forgotten; the course begins anew.',
    cleared: 'The list of calls is empty.',
  },
  tabs: { calls: 'Calls', held: 'What the LMS holds', gradebook: 'What Moodle shows' },
  calls: {
    filter: 'Show',
    kinds: {
      all: 'All calls',
      write: 'Values set',
      read: 'Values asked for',
      save: 'Start, save and end',
      error: 'Refused only',
    },
    search: 'Search in calls',
    clear: 'Clear',
    empty: 'No calls to show.',
    shown: (shown: number, all: number) => (shown === all ? count(all, 'call') : `${shown} of ${count(all, 'call')}`),
    refused: 'Refused:',
    answers: 'answers',
    visit: (number: number) => `Visit ${number}`,
    list: 'Calls of the course to the LMS',
  },
  held: {
    list: 'What the LMS holds',
    empty: 'The LMS holds nothing yet.',
    columns: ['Element', 'Value', 'What it is'],
  },
  gradebook: { list: 'What Moodle shows' },
} as const;

/** Kinds of calls that each filter lets through. */
export const FILTERS: Readonly<
  Record<Exclude<keyof typeof PAGE_WORDS.calls.kinds, 'all' | 'error'>, readonly CallKind[]>
> = {
  write: ['write'],
  read: ['read'],
  save: ['start', 'save', 'end'],
};
