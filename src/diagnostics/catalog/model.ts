/** Rules of what only shows when a course is put together: HTML that was cleaned, links between parts, names of shipped files. */
import { defineRule } from '../rule.ts';

export const removedHtml = defineRule<{ what: string }>({
  code: 'CW2180',
  name: 'removed-html',
  severity: 'warning',
  message: ({ what }) => `${what} was removed from this HTML`,
  why: 'Pages of a course run inside an LMS beside other people’s data. Scripts, styles, event handlers, frames and outside resources in author HTML could break the page or do harm, so they are taken out.',
  fix: 'Write it in Markdown, or use one of the directives for video, audio, callouts and details. If nothing is missing in the page, delete the removed tag from the source.',
  before: 'Read <font color="red">this</font> first.',
  after: 'Read **this** first.',
});

export const linkToOtherPart = defineRule<{ activity: string; part: string }>({
  code: 'CW2181',
  name: 'link-to-other-part',
  severity: 'warning',
  message: ({ activity, part }) => `this links to "${activity}", which is not in the package "${part}"`,
  hint: () => 'the words stay, the link is left out of that package; put both in one part to keep it',
  why: 'Each part of a course is a package of its own in the LMS, and pages of one package cannot open pages of another.',
  fix: 'Move both activities into one part under `packages:`, or name the other part in words.',
  before: 'See [the mock exam](lesson:mock).',
  after: 'See the mock exam, the second activity in your course.',
});

export const fileNameTaken = defineRule<{ name: string; first: string }>({
  code: 'CW2182',
  name: 'file-name-taken',
  severity: 'error',
  message: ({ name, first }) => `this file would be called "${name}" in the package, and so would ${first}`,
  hint: () => 'rename one of the two files',
  why: 'Some LMSs serve the files of a package by their base name alone, so every file of a package needs a name of its own, in lower case.',
  fix: 'Rename one of the files in media/ and the places that name it.',
  before: 'media/Flow.svg and media/charts/flow.svg',
  after: 'media/flow.svg and media/charts/admission-flow.svg',
});

export const stateOverBudget = defineRule<{ package: string; characters: number; limit: number; parts: string }>({
  code: 'CW6080',
  name: 'state-over-budget',
  severity: 'error',
  message: ({ package: name, characters, limit }) =>
    `a learner's saved answers in "${name}" could need ${characters} characters, and the LMS keeps ${limit}`,
  hint: ({ parts }) => `most of it is ${parts}; draw fewer questions, or give the largest quizzes a part of their own`,
  why: 'An LMS cuts or refuses saved data that is too long, and the learner loses answers. The build therefore computes the longest that the data of this package can ever become.',
  fix: 'Draw fewer questions per attempt, or split the course into parts under `packages:`; each part is saved on its own.',
  before: 'outline with ten quizzes of 100 questions in one package',
  after:
    'packages:\n  - part: study\n    title: Study\n    modules: [basics]\n  - part: practice\n    title: Practice\n    modules: [quizzes]',
});

export const modelRules = [removedHtml, linkToOtherPart, fileNameTaken, stateOverBudget] as const;
