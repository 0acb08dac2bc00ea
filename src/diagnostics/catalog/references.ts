/** CW2100-2179: what lessons and questions name: links, anchors, images, media, terms, data. */
import { defineRule } from '../rule.ts';

const didYouMean = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `did you mean "${nearest}"?`;

export const linkLeavesCourse = defineRule<{ target: string }>({
  code: 'CW2100',
  name: 'link-leaves-course',
  severity: 'error',
  message: ({ target }) => `"${target}" leads out of the folder of the course`,
  hint: () => 'copy the file into the media/ of the course and use its name alone',
  why: 'A package holds the files of one course. What lies elsewhere would be missing in the LMS, or would lay open a file of your computer.',
  fix: 'Copy the file into the course. Paths are relative and use forward slashes.',
  before: '[form](../../other/form.pdf)',
  after: '[form](form.pdf)',
});

export const emptyLink = defineRule<{ what: string }>({
  code: 'CW2101',
  name: 'empty-target',
  severity: 'error',
  message: ({ what }) => `this ${what} names no file`,
  hint: () => 'write the name between the parentheses',
  why: 'A link without a target goes nowhere.',
  fix: 'Write the target, or remove the link and keep its words.',
  before: '[checklist]()',
  after: '[checklist](checklist.pdf)',
});

export const unknownAnchor = defineRule<{ anchor: string; page: string; nearest: string | undefined }>({
  code: 'CW2102',
  name: 'unknown-anchor',
  severity: 'error',
  message: ({ anchor, page }) => `${page} has no heading with the anchor "#${anchor}"`,
  hint: ({ nearest }) =>
    didYouMean(
      nearest === undefined ? undefined : `#${nearest}`,
      'an anchor is a heading in lower case, with hyphens for spaces and without punctuation',
    ),
  why: 'The link would open the page at its top and leave the learner searching.',
  fix: 'Write the anchor of a heading of the page that the link leads to.',
  before: '[format](03-exams.md#the-fromat)',
  after: '[format](03-exams.md#the-format)',
});

export const unknownActivityLink = defineRule<{ id: string; nearest: string | undefined }>({
  code: 'CW2103',
  name: 'unknown-activity-link',
  severity: 'error',
  message: ({ id }) => `no lesson or quiz of this course has the id "${id}"`,
  hint: ({ nearest }) =>
    didYouMean(nearest, 'a lesson’s id is its file name without the number, or the "id:" in its head'),
  why: 'The link would lead nowhere.',
  fix: 'Write the id of a lesson or a quiz of the outline after `lesson:`.',
  before: '[exams](lesson:exam)',
  after: '[exams](lesson:exams)',
});

export const brokenLink = defineRule<{ target: string; nearest: string | undefined }>({
  code: 'CW2104',
  name: 'broken-link',
  severity: 'error',
  message: () => 'this link points to a file that is not in the course',
  hint: ({ nearest }) => didYouMean(nearest, 'files are looked for beside this file, then in the media/ of the course'),
  why: 'The learner would get an error page instead of the file.',
  fix: 'Correct the name (upper and lower case count), or put the file into the media/ of the course.',
  before: '[checklist](cheklist.md)',
  after: '[checklist](checklist.md)',
});

export const linkToUnlistedLesson = defineRule<{ path: string }>({
  code: 'CW2105',
  name: 'link-to-unlisted-lesson',
  severity: 'error',
  message: ({ path }) => `this link leads to "${path}", a lesson that is not in the outline`,
  hint: ({ path }) => `add "- lesson: ${path}" to a module in course.yaml, or remove the link`,
  why: 'Lessons outside the outline are in no package.',
  fix: 'Add the lesson to the outline, or remove the link.',
  before: 'See [the draft](09-draft.md).',
  after: 'See [the format](03-exams.md).',
});

export const insecureLink = defineRule<{ url: string }>({
  code: 'CW2106',
  name: 'insecure-link',
  severity: 'warning',
  message: ({ url }) => `this link uses http, not https: ${url}`,
  hint: () => 'try the same address with https',
  why: 'LMSs are served over https. Browsers warn of http pages or refuse to open them there.',
  fix: 'Write https in place of http, and see that the page opens.',
  before: '[CMS](http://www.cms.gov/)',
  after: '[CMS](https://www.cms.gov/)',
});

export const forbiddenScheme = defineRule<{ scheme: string }>({
  code: 'CW2107',
  name: 'forbidden-scheme',
  severity: 'error',
  message: ({ scheme }) => `"${scheme}" may not stand in a course`,
  hint: () => 'use a file of the course, an https address, mailto: or lesson:',
  why: 'Such addresses can run programs in the pages of the LMS or reach files of the learner’s computer, or work in some browsers only.',
  fix: 'Name a file of the course or a web address that starts with https://.',
  before: '[open](javascript:start())',
  after: '[open](lesson:start)',
});

export const imageMissing = defineRule<{ target: string; nearest: string | undefined }>({
  code: 'CW2110',
  name: 'image-missing',
  severity: 'error',
  message: ({ target }) => `there is no image "${target}"`,
  hint: ({ nearest }) =>
    didYouMean(nearest, 'images are looked for beside this file, then in the media/ of the course'),
  why: 'The learner would see a broken picture.',
  fix: 'Correct the name (upper and lower case count), or put the image into the media/ of the course.',
  before: '![The claim form](from.png)',
  after: '![The claim form](form.png)',
});

export const mediaTypeNotAllowed = defineRule<{ target: string; what: string; allowed: readonly string[] }>({
  code: 'CW2111',
  name: 'media-type-not-allowed',
  severity: 'error',
  message: ({ target, what, allowed }) => `"${target}" cannot be used as ${what}; that takes ${allowed.join(', ')}`,
  hint: () => 'save or export the file in one of these formats',
  why: 'Learning systems serve only common file types reliably; others are refused or offered as a download.',
  fix: 'Convert the file to one of the formats that the message names.',
  before: '![Flow](flow.webp)',
  after: '![Flow](flow.png)',
});

export const mediaMissing = defineRule<{ what: string; target: string; nearest: string | undefined }>({
  code: 'CW2112',
  name: 'media-missing',
  severity: 'error',
  message: ({ what, target }) => `there is no ${what} file "${target}"`,
  hint: ({ nearest }) => didYouMean(nearest, 'files are looked for beside this file, then in the media/ of the course'),
  why: 'The player would stay empty.',
  fix: 'Correct the name, or put the file into the media/ of the course.',
  before: '::video{src=into.mp4 captions=intro.vtt title="Introduction"}',
  after: '::video{src=intro.mp4 captions=intro.vtt title="Introduction"}',
});

export const captionsRequired = defineRule<{ what: string }>({
  code: 'CW2113',
  name: 'captions-required',
  severity: 'error',
  message: ({ what }) => `this ${what} has no captions`,
  hint: () => 'add captions=NAME.vtt with a WebVTT file in media/',
  why: 'Learners who do not hear, or sit in a room without sound, need the words. The law asks for them too (WCAG 1.2).',
  fix: 'Write or export captions as a WebVTT file, put it into media/ and name it.',
  before: '::video{src=intro.mp4 title="Introduction"}',
  after: '::video{src=intro.mp4 captions=intro.vtt title="Introduction"}',
});

export const remoteFile = defineRule<{ what: string }>({
  code: 'CW2114',
  name: 'remote-file',
  severity: 'error',
  message: ({ what }) => `this ${what} lies on another web site`,
  hint: () => 'download it, if its license allows that, and put it into the media/ of the course',
  why: 'Packages must work without other web sites: many LMSs block them, pages vanish, and they learn who your learners are.',
  fix: 'Put the file into the course, or make it an ordinary link.',
  before: '![Form](https://example.org/form.png)',
  after: '![Form](form.png)',
});

export const unknownDirective = defineRule<{ name: string; known: readonly string[]; nearest: string | undefined }>({
  code: 'CW2120',
  name: 'unknown-directive',
  severity: 'error',
  message: ({ name }) => `there is no directive "${name}"`,
  hint: ({ known, nearest }) => didYouMean(nearest, `the directives are ${known.join(', ')}`),
  why: 'A directive places data or a player. An unknown one would leave a hole in the page.',
  fix: 'Correct the name. Where no directive is meant, put a backslash before the colon.',
  before: '::creditentials{of="cpc ccs"}',
  after: '::credentials{of="cpc ccs"}',
});

export const directiveForm = defineRule<{ name: string; right: string }>({
  code: 'CW2121',
  name: 'directive-form',
  severity: 'error',
  message: ({ name, right }) =>
    right.startsWith('::')
      ? `"${name}" stands on a line of its own with two colons`
      : `"${name}" stands inside a sentence with one colon`,
  hint: ({ right }) => `write ${right}`,
  why: 'One colon marks something within a sentence, two colons something that fills a place of its own.',
  fix: 'Use the number of colons that the message names.',
  before: 'Watch this: :video{src=intro.mp4 captions=intro.vtt title="Introduction"}',
  after: 'Watch this:\n\n::video{src=intro.mp4 captions=intro.vtt title="Introduction"}',
});

export const missingAttribute = defineRule<{ name: string; attribute: string; example: string }>({
  code: 'CW2122',
  name: 'missing-attribute',
  severity: 'error',
  message: ({ name, attribute }) => `the directive "${name}" has no "${attribute}"`,
  hint: ({ example }) => `for example ${example}`,
  why: 'Without it the directive does not know what to show.',
  fix: 'Add the attribute inside the braces.',
  before: '::blueprint',
  after: '::blueprint{of=cpc-2026}',
});

export const unknownAttribute = defineRule<{
  name: string;
  attribute: string;
  known: readonly string[];
  nearest: string | undefined;
}>({
  code: 'CW2123',
  name: 'unknown-attribute',
  severity: 'error',
  message: ({ name, attribute }) => `the directive "${name}" has no attribute "${attribute}"`,
  hint: ({ known, nearest }) => didYouMean(nearest, `it takes ${known.join(', ')}`),
  why: 'What nobody reads would be lost without a word.',
  fix: 'Correct or remove the attribute.',
  before: '::blueprint{off=cpc-2026}',
  after: '::blueprint{of=cpc-2026}',
});

export const attributeValue = defineRule<{ attribute: string; value: string; allowed: readonly string[] }>({
  code: 'CW2124',
  name: 'attribute-value',
  severity: 'error',
  message: ({ attribute, value }) => `"${attribute}" cannot be "${value}"`,
  hint: ({ allowed }) => `write ${allowed.map((word) => `${word}`).join(' or ')}`,
  why: 'Only these words mean something here.',
  fix: 'Write one of the words that the hint names.',
  before: ':code[E11.9]{show=codes}',
  after: ':code[E11.9]{show=code}',
});

export const directiveWithoutLabel = defineRule<{ name: string; example: string }>({
  code: 'CW2125',
  name: 'directive-without-label',
  severity: 'error',
  message: ({ name }) => `the directive "${name}" has nothing between its brackets`,
  hint: ({ example }) => `for example ${example}`,
  why: 'The words between the brackets are what the learner reads.',
  fix: 'Write the code or the term between the brackets.',
  before: ':code[]',
  after: ':code[E11.9]',
});

export const unknownCredential = defineRule<{ id: string; nearest: string | undefined }>({
  code: 'CW2130',
  name: 'unknown-credential',
  severity: 'error',
  message: ({ id }) => `there is no credential "${id}" in shared/credentials`,
  hint: ({ nearest }) => didYouMean(nearest, 'write the id of a file in shared/credentials/'),
  why: 'The facts come from that file.',
  fix: 'Correct the id, or add the file.',
  before: '::credentials{of="cpc csc"}',
  after: '::credentials{of="cpc ccs"}',
});

export const unknownFact = defineRule<{ id: string; nearest: string | undefined }>({
  code: 'CW2131',
  name: 'unknown-fact',
  severity: 'error',
  message: ({ id }) => `none of these credentials has a fact "${id}"`,
  hint: ({ nearest }) => didYouMean(nearest, 'write the id of a fact, or leave "facts" out to show all'),
  why: 'The row would be empty.',
  fix: 'Correct the id of the fact.',
  before: '::credentials{of="cpc ccs" facts="question"}',
  after: '::credentials{of="cpc ccs" facts="questions"}',
});

export const unknownBlueprint = defineRule<{ id: string; nearest: string | undefined }>({
  code: 'CW2132',
  name: 'unknown-blueprint',
  severity: 'error',
  message: ({ id }) => `there is no blueprint "${id}" in shared/blueprints`,
  hint: ({ nearest }) => didYouMean(nearest, 'write the id of a file in shared/blueprints/'),
  why: 'The table, or the draws of the exam, come from that file.',
  fix: 'Correct the id, or add the file.',
  before: '::blueprint{of=cpc-2062}',
  after: '::blueprint{of=cpc-2026}',
});

export const unknownCheckQuestion = defineRule<{ id: string; nearest: string | undefined }>({
  code: 'CW2133',
  name: 'unknown-check-question',
  severity: 'error',
  message: ({ id }) => `there is no question "${id}" in the banks of this course`,
  hint: ({ nearest }) => didYouMean(nearest, 'write the id of a question, or add the question to a bank'),
  why: 'The place of the question would stay empty.',
  fix: 'Correct the id, or add the question to a bank of this course.',
  before: '::check{question=cvc-10}',
  after: '::check{question=cvc-101}',
});

export const unknownTerm = defineRule<{ term: string; nearest: string | undefined }>({
  code: 'CW2134',
  name: 'unknown-term',
  severity: 'error',
  message: ({ term }) => `the glossary has no entry for "${term}"`,
  hint: ({ nearest }) => didYouMean(nearest, 'add it to a glossary.yaml, or name another entry with {id=…}'),
  why: 'The learner could not open the definition.',
  fix: 'Add the term to shared/glossary.yaml or to the glossary of the course, or name an entry with `{id=…}`.',
  before: ':term[presnt on admission]',
  after: ':term[present on admission]',
});

export const directiveNotHere = defineRule<{ name: string }>({
  code: 'CW2135',
  name: 'directive-not-here',
  severity: 'error',
  message: ({ name }) => `the directive "${name}" can stand in a lesson only, not in a question`,
  hint: () => 'move it into a lesson and link to the lesson',
  why: 'A question is answered and graded as one thing; a question within it could not be.',
  fix: 'Move the directive into a lesson.',
  before: 'stem: |\n  Look at this first.\n\n  ::check{question=q-2}',
  after: 'stem: Which is right?',
});

export const referencesRules = [
  linkLeavesCourse,
  emptyLink,
  unknownAnchor,
  unknownActivityLink,
  brokenLink,
  linkToUnlistedLesson,
  insecureLink,
  forbiddenScheme,
  imageMissing,
  mediaTypeNotAllowed,
  mediaMissing,
  captionsRequired,
  remoteFile,
  unknownDirective,
  directiveForm,
  missingAttribute,
  unknownAttribute,
  attributeValue,
  directiveWithoutLabel,
  unknownCredential,
  unknownFact,
  unknownBlueprint,
  unknownCheckQuestion,
  unknownTerm,
  directiveNotHere,
] as const;
