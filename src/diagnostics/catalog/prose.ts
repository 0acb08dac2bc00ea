/** CW2200-2249: how a text reads: headings, tables, links, phrases that grow old, length. All are warnings. */
import { defineRule } from '../rule.ts';

export const headingSkipped = defineRule<{ readonly level: number; readonly expected: number }>({
  code: 'CW2200',
  name: 'heading-skipped',
  severity: 'warning',
  message: ({ level, expected }) =>
    `this heading is of level ${level}, but the one above it leads to level ${expected} at most`,
  hint: ({ expected }) => `write ${'#'.repeat(expected)} in place of its number signs`,
  why: 'Learners who hear the page find their way by the levels of its headings. A level that is left out sounds like a part that is missing.',
  fix: 'Go down one level at a time: ## first, ### below it. Do not choose a level for its size.',
  before: '## Fees\n\n#### Refunds',
  after: '## Fees\n\n### Refunds',
});

export const tableWithoutHeader = defineRule<{ readonly form: 'Markdown' | 'HTML' }>({
  code: 'CW2201',
  name: 'table-without-header',
  severity: 'warning',
  message: ({ form }) =>
    form === 'HTML'
      ? 'no cell of this table is a header (<th>), so its columns have no names'
      : 'the first row of this table is empty, so its columns have no names',
  hint: ({ form }) =>
    form === 'HTML'
      ? 'write it as a Markdown table, or make the cells of its first row <th>'
      : 'name the columns in the first row, or write a list instead of a table',
  why: 'A screen reader says the name of the column before each cell. Without names the cells are a heap of words.',
  fix: 'Write what each column holds into the first row. Where there is nothing to say, a list is the better form.',
  before: '|  |  |\n|---|---|\n| CPC | AAPC |',
  after: '| Credential | Awarded by |\n|---|---|\n| CPC | AAPC |',
});

export const vagueLinkText = defineRule<{ readonly text: string }>({
  code: 'CW2202',
  name: 'vague-link-text',
  severity: 'warning',
  message: ({ text }) =>
    text === '' ? 'this link has no words' : `the words "${text}" do not say where this link leads`,
  hint: () => 'make the name of the page or file the words of the link',
  why: 'Many learners go from link to link and hear its words alone; "here" says nothing then.',
  fix: 'Put the name of what the link opens between the brackets.',
  before: 'You find the form [here](form.pdf).',
  after: 'Fill in the [registration form](form.pdf).',
});

export const bareAddress = defineRule<{ readonly text: string }>({
  code: 'CW2203',
  name: 'bare-address',
  severity: 'warning',
  message: ({ text }) => `this link shows the address ${text} in place of words`,
  hint: () => 'write [the name of the page](its address)',
  why: 'A screen reader spells an address letter by letter, and on a telephone it breaks the line.',
  fix: 'Name the page in words, and put the address into the parentheses.',
  before: 'See https://www.cms.gov/medicare/coding-billing/icd-10-codes',
  after: 'See [ICD-10 codes at CMS](https://www.cms.gov/medicare/coding-billing/icd-10-codes)',
});

export const datedPhrase = defineRule<{ readonly phrase: string; readonly years: readonly string[] }>({
  code: 'CW2204',
  name: 'dated-phrase',
  severity: 'warning',
  message: ({ phrase, years }) =>
    years.length === 0
      ? `"${phrase}" grows old, and the course names no edition that it could stand for`
      : `"${phrase}" grows old; the course teaches the ${years.length === 1 ? 'edition' : 'editions'} of ${years.join(' and ')}`,
  hint: () => 'leave the year out, or name a year that stands in "editions:" of course.yaml',
  why: 'Code sets change every October. A sentence that names another year, or "this year", is wrong for learners who read it later, and nobody finds it again.',
  fix: 'Write the sentence so that it holds in any year, or bring the year and `editions:` together. Where the past is meant, allow the warning and say so.',
  before: 'Look it up in the 2025 code book.',
  after: 'Look it up in your code book.',
});

export const longPage = defineRule<{ readonly words: number; readonly limit: number }>({
  code: 'CW2205',
  name: 'long-page',
  severity: 'warning',
  message: ({ words, limit }) => `this lesson has ${words} words, more than the ${limit} of one sitting`,
  hint: () => 'split it into two lessons, or raise "page-words" under "checks:"',
  why: 'A lesson counts as done when the learner has been through it. Long ones are left in the middle.',
  fix: 'Split the lesson where its subject changes and list both in the outline.',
  before: 'lessons/01-all-chapters.md with 9,000 words',
  after: 'lessons/01-chapters-1-to-5.md and lessons/02-chapters-6-to-10.md',
});

export const longAlt = defineRule<{ readonly source: string; readonly characters: number; readonly limit: number }>({
  code: 'CW2206',
  name: 'long-alt',
  severity: 'warning',
  message: ({ source, characters, limit }) =>
    `the alternative text of "${source}" has ${characters} characters, more than the ${limit} that can be heard in one go`,
  hint: () => 'say in a few words what the picture is, and put the rest into :::description below it',
  why: 'A screen reader reads an alternative text without a stop and without a way back. A description opens on demand, may have lists and tables, and helps those who see the picture too.',
  fix: 'Shorten the text in the brackets and write a :::description below the figure, or raise "alt-characters" under "checks:".',
  before: '![The stay has two claims: the first one, of the hospital, shows … and the second one …](two-claims.svg)',
  after: '![One stay, two claims](two-claims.svg)\n\n:::description\nThe hospital’s claim shows …\n:::',
});

export const proseRules = [
  headingSkipped,
  tableWithoutHeader,
  vagueLinkText,
  bareAddress,
  datedPhrase,
  longPage,
  longAlt,
] as const;
