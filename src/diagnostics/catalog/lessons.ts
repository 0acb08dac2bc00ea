/** Rules about the text of lessons and of Markdown fields: its syntax, directives' syntax, footnotes, alternative texts. */
import { defineRule } from '../rule.ts';

export const unclosedFrontMatter = defineRule({
  code: 'CW2000',
  name: 'unclosed-front-matter',
  severity: 'error',
  message: () => 'the head of this lesson starts here and does not end',
  hint: () => 'write a line with three hyphens after its last key',
  why: 'Without its end nobody can tell the head of the lesson from its text.',
  fix: 'Write --- on a line of its own between the head and the text.',
  before: '---\ntitle: Settings\n\nWhere coders work …',
  after: '---\ntitle: Settings\n---\n\nWhere coders work …',
});

export const brokenDirective = defineRule<{ readonly problem: string; readonly name: string }>({
  code: 'CW2001',
  name: 'broken-directive',
  severity: 'error',
  message: ({ name, problem }) => `the directive "${name}" cannot be read: ${problem}`,
  hint: () => 'write key=value pairs with spaces between them, and values with spaces in quotes',
  why: 'A directive that cannot be read would stand in the lesson as it was typed.',
  fix: 'Write the name, then the label in [ ] where there is one, then key=value pairs in { }. Quote values with spaces.',
  before: '::video{src=intro.mp4 title=The first minute}',
  after: '::video{src=intro.mp4 title="The first minute"}',
});

export const directiveNotAlone = defineRule<{ readonly name: string }>({
  code: 'CW2002',
  name: 'directive-not-alone',
  severity: 'error',
  message: ({ name }) => `the directive "::${name}" must stand alone on its line`,
  hint: () => 'move what stands beside it to another line',
  why: 'A directive with two colons places a whole block, such as a table; it cannot stand inside a sentence.',
  fix: 'Put the directive on a line of its own, with an empty line before and after it.',
  before: 'Compare: ::credentials{of="cpc ccs"}',
  after: 'Compare:\n\n::credentials{of="cpc ccs"}',
});

export const unclosedContainer = defineRule<{ readonly name: string; readonly colons: number }>({
  code: 'CW2003',
  name: 'unclosed-container',
  severity: 'error',
  message: ({ name }) => `the block "${name}" starts here and does not end`,
  hint: ({ colons }) => `write a line with ${':'.repeat(colons)} after its last line`,
  why: 'Without its end the block would swallow the rest of the text.',
  fix: 'Close the block with as many colons as it was opened with, on a line of their own.',
  before: ':::details Long description\nThe chart shows …',
  after: ':::details Long description\nThe chart shows …\n:::',
});

export const unknownContainer = defineRule<{ readonly name: string; readonly nearest: string | undefined }>({
  code: 'CW2004',
  name: 'unknown-container',
  severity: 'error',
  message: ({ name }) => `there is no block ":::${name}"`,
  hint: ({ nearest }) => (nearest === undefined ? 'use :::details or :::description' : `did you mean ":::${nearest}"?`),
  why: 'Only known blocks can be shown.',
  fix: 'Use :::details for text that opens on demand, :::description for what a figure shows, or a callout such as > [!NOTE].',
  before: ':::detail Long description',
  after: ':::details Long description',
});

export const missingSummary = defineRule({
  code: 'CW2005',
  name: 'missing-summary',
  severity: 'error',
  message: () => 'this block has no words that say what opens',
  hint: () => 'write them after :::details',
  why: 'The words are the button that learners press; a screen reader would read an empty button.',
  fix: 'Write a few words after :::details.',
  before: ':::details\nThe chart shows …\n:::',
  after: ':::details Long description\nThe chart shows …\n:::',
});

export const unknownCallout = defineRule<{ readonly name: string; readonly nearest: string | undefined }>({
  code: 'CW2006',
  name: 'unknown-callout',
  severity: 'error',
  message: ({ name }) => `there is no callout "${name}"`,
  hint: ({ nearest }) =>
    nearest === undefined
      ? 'use NOTE, TIP, IMPORTANT, WARNING, CAUTION or EXAMPLE'
      : `did you mean "${nearest.toUpperCase()}"?`,
  why: 'Each kind of callout has its own color, sign and word.',
  fix: 'Use NOTE, TIP, IMPORTANT, WARNING, CAUTION or EXAMPLE.',
  before: '> [!INFO]\n> Fees change.',
  after: '> [!NOTE]\n> Fees change.',
});

export const strayFence = defineRule({
  code: 'CW2007',
  name: 'stray-fence',
  severity: 'error',
  message: () => 'these colons close a block that is not open',
  hint: () => 'close a block with as many colons as it was opened with, or delete the line',
  why: 'A block is closed by a line with exactly as many colons as it was opened with.',
  fix: 'Count the colons of the line that opens the block, or delete the line.',
  before: '::::details More\n…\n:::',
  after: '::::details More\n…\n::::',
});

export const missingAlt = defineRule<{ readonly source: string }>({
  code: 'CW2010',
  name: 'missing-alt',
  severity: 'error',
  message: ({ source }) => `the image "${source}" has no alternative text`,
  hint: () => 'say in the brackets what the picture shows',
  why: 'Learners who do not see the picture hear this text in its place.',
  fix: 'Write in the brackets what the picture tells. A long description goes into :::description below it.',
  before: '![](two-claims.svg)',
  after: '![One stay leads to two claims](two-claims.svg)',
});

export const topHeading = defineRule({
  code: 'CW2011',
  name: 'top-heading',
  severity: 'warning',
  message: () => 'the title is the only top heading of a page, so this heading is shown one level lower',
  hint: () => 'write ## in place of #',
  why: 'Screen readers find their way by the levels of headings; the page has one title.',
  fix: 'Start headings in the text at ##.',
  before: '# Where coders work',
  after: '## Where coders work',
});

export const unreadableText = defineRule({
  code: 'CW2012',
  name: 'unreadable-text',
  severity: 'error',
  message: () => 'this text is nested too deeply to be read',
  hint: () => 'use fewer levels of quotes and lists',
  why: 'Nothing in a text like this can be shown.',
  fix: 'Write the text with fewer levels of quotes, lists and emphasis.',
  before: '>>>>>>>>>>>>>>>>>>>> …',
  after: '> …',
});

export const textTooLarge = defineRule<{ readonly length: number; readonly limit: number }>({
  code: 'CW2014',
  name: 'text-too-large',
  severity: 'error',
  message: ({ length, limit }) => `this text has ${length} characters, and at most ${limit} can be read`,
  hint: () => 'split it into several lessons',
  why: 'A page of this length is of no use to learners, and a file like this is most often not a text at all.',
  fix: 'Split the lesson, or move what is not a text to the media folder.',
  before: 'lessons/01-whole-book.md',
  after: 'lessons/01-first-chapter.md\nlessons/02-second-chapter.md',
});

export const textTooDense = defineRule<{ readonly what: string }>({
  code: 'CW2015',
  name: 'text-too-dense',
  severity: 'error',
  message: ({ what }) => `${what} cannot be read as Markdown`,
  hint: () => 'put empty lines between paragraphs; write \\[ for a bracket that starts no link',
  why: 'The compiler would need minutes or hours for a text like this, and no learner could read it.',
  fix: 'Divide the paragraph, list or table with empty lines. A bracket that belongs to no link is written \\[.',
  before: '[[[[[[[[[[[[ … 60 brackets',
  after: '\\[',
});

export const duplicateAnchor = defineRule<{ readonly anchor: string }>({
  code: 'CW2013',
  name: 'duplicate-anchor',
  severity: 'error',
  message: ({ anchor }) => `the anchor "${anchor}" stands twice in this text`,
  hint: () => 'give one of the headings another anchor',
  why: 'A link to the anchor could lead to either heading.',
  fix: 'Change or delete the {#…} after one of the headings.',
  before: '## Fees {#cost}\n## Cost {#cost}',
  after: '## Fees {#fees}\n## Cost {#cost}',
});

export const unknownFootnote = defineRule<{ readonly note: string; readonly nearest: string | undefined }>({
  code: 'CW2020',
  name: 'unknown-footnote',
  severity: 'error',
  message: ({ note }) => `there is no footnote "${note}" in this text`,
  hint: ({ note, nearest }) =>
    nearest === undefined ? `write [^${note}]: and the note on a line of its own` : `did you mean "[^${nearest}]"?`,
  why: 'The learner would see a number that leads nowhere.',
  fix: 'Write the note on a line of its own, such as [^1]: the note.',
  before: 'Fees change.[^1]',
  after: 'Fees change.[^1]\n\n[^1]: Read on 2026-11-22.',
});

export const unusedFootnote = defineRule<{ readonly note: string }>({
  code: 'CW2021',
  name: 'unused-footnote',
  severity: 'warning',
  message: ({ note }) => `nothing refers to the footnote "${note}", so it is left out`,
  hint: ({ note }) => `write [^${note}] where it belongs, or delete it`,
  why: 'A note without a place in the text cannot be found by the learner.',
  fix: 'Refer to the note in the text, or delete it.',
  before: '[^fee]: Read on 2026-11-22.',
  after: 'Fees change.[^fee]\n\n[^fee]: Read on 2026-11-22.',
});

export const duplicateFootnote = defineRule<{ readonly note: string }>({
  code: 'CW2022',
  name: 'duplicate-footnote',
  severity: 'error',
  message: ({ note }) => `the footnote "${note}" is defined twice`,
  hint: () => 'give one of them another name',
  why: 'Only one of the notes can be shown.',
  fix: 'Rename one of the notes and its references.',
  before: '[^1]: One.\n[^1]: Two.',
  after: '[^1]: One.\n[^2]: Two.',
});

export const misplacedDescription = defineRule<{ readonly problem: 'no-figure' | 'second' | 'empty' }>({
  code: 'CW2016',
  name: 'misplaced-description',
  severity: 'error',
  message: ({ problem }) =>
    problem === 'empty'
      ? 'this description says nothing'
      : problem === 'second'
        ? 'this figure has a description already'
        : 'this description stands below no figure',
  hint: ({ problem }) =>
    problem === 'empty'
      ? 'write what the figure shows, or delete the block'
      : problem === 'second'
        ? 'make one block of both'
        : 'put it right below an image that stands alone in its paragraph, or use :::details',
  why: 'A description belongs to the figure above it: a screen reader that comes to the picture offers it.',
  fix: 'Write one :::description right below each figure that needs one.',
  before: ':::description\nThe stay leads to two claims.\n:::',
  after: '![Two claims](two-claims.svg)\n\n:::description\nThe stay leads to two claims.\n:::',
});

export const lessonsRules = [
  unclosedFrontMatter,
  brokenDirective,
  directiveNotAlone,
  unclosedContainer,
  unknownContainer,
  missingSummary,
  unknownCallout,
  strayFence,
  missingAlt,
  misplacedDescription,
  topHeading,
  unreadableText,
  textTooLarge,
  textTooDense,
  duplicateAnchor,
  unknownFootnote,
  unusedFootnote,
  duplicateFootnote,
] as const;
