/**
 * The words that pages show to learners, from the table of a language. English (`page-en.ts`) names every word: a table that lacks
 * one does not compile. The player's own words stand in tables of their own.
 */
import type { pageEnglish } from './page-en.ts';
import { openWords, type TableLike, type WordsOf } from './sentence.ts';

export type PageTable = TableLike<typeof pageEnglish>;

/** Fixed words, which templates see as `words`. */
export type FixedPageWords = PageTable['fixed'];

/** What the tables say, and what is put together from it. */
export interface PageWords extends WordsOf<typeof pageEnglish> {
  readonly tones: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution' | 'example', string>>;
  /** `2026-11-22` as people write it. */
  date(iso: string): string;
  /** `240` as `4 hours`. */
  duration(minutes: number): string;
  /** `a`, `b` and `c` as a list inside a sentence. */
  listed(parts: readonly string[]): string;
  /** Texts that stand beside each other, without those that are empty. */
  joined(parts: readonly string[]): string;
  grade(facts: GradeFacts): string;
  completion(needed: number, all: number): string;
  range(min: number, max: number): string;
  /** @param scenarios in words; may be empty */
  items(scored: number, pretest: number, scenarios: string): string;
  /** @param scale such as `100-400`; may be empty */
  scaledPass(value: number, scale: string): string;
}

/** What the one sentence on grading is made from. */
export interface GradeFacts {
  readonly titles: readonly string[];
  readonly weighted: boolean;
  readonly attempt: 'best' | 'last';
  /** Percent; undefined without a pass mark. */
  readonly pass: number | undefined;
}

export function openPageWords(table: PageTable, language: string): PageWords {
  const words = openWords<typeof pageEnglish>(table, language);
  const { fixed } = words;
  const listed = (parts: readonly string[]) =>
    new Intl.ListFormat([language, 'en'], { type: 'conjunction' }).format(parts);
  const joined = (parts: readonly string[]) =>
    new Intl.ListFormat([language, 'en'], { type: 'unit', style: 'short' }).format(parts.filter((part) => part !== ''));
  return {
    ...words,
    tones: {
      note: fixed.noteTone,
      tip: fixed.tipTone,
      important: fixed.importantTone,
      warning: fixed.warningTone,
      caution: fixed.cautionTone,
      example: fixed.exampleTone,
    },
    listed,
    joined,
    date: (iso) => writeDate(iso, language),
    duration: (minutes) => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return words.minutes({ count: rest });
      if (rest === 0) return words.hours({ count: hours });
      return words.hoursAndMinutes({ hours: words.hours({ count: hours }), minutes: words.minutes({ count: rest }) });
    },
    grade: (facts) => {
      const pass = facts.pass === undefined ? fixed.noPassMark : words.passWith({ percent: facts.pass });
      return `${gradeSentence(words, facts, listed)} ${pass}`;
    },
    completion: (needed, all) => (needed >= all ? fixed.completionAll : words.completionSome({ count: needed, all })),
    range: (min, max) => (min === max ? words.percent({ percent: min }) : words.percentRange({ min, max })),
    items: (scored, pretest, scenarios) =>
      joined([
        pretest > 0 ? words.itemsWithPretest({ scored, pretest }) : words.itemCount({ count: scored }),
        scenarios,
      ]),
    scaledPass: (value, scale) => {
      const [low = '', high = ''] = scale.split('-');
      return high === '' ? words.passScaled({ value }) : words.passScaledOn({ value, low, high });
    },
  };
}

function gradeSentence(
  words: WordsOf<typeof pageEnglish>,
  { titles, weighted, attempt }: GradeFacts,
  listed: (parts: readonly string[]) => string,
): string {
  const quoted = titles.map((title) => words.quoted({ title }));
  const best = attempt === 'best';
  if (quoted.length === 1) {
    const title = quoted[0] ?? '';
    return best ? words.gradeBest({ title }) : words.gradeLast({ title });
  }
  const all = { titles: listed(quoted) };
  if (weighted) return best ? words.gradeWeightedBestOf(all) : words.gradeWeightedLastOf(all);
  return best ? words.gradeBestOf(all) : words.gradeLastOf(all);
}

/** The day of an ISO date; the text itself where it is none. */
function writeDate(iso: string, language: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  return new Intl.DateTimeFormat([language, 'en'], { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
