/** CW1050 and CW1070-1199: the workspace's files, ids, outlines, parts and grades. */
import { defineRule } from '../rule.ts';

export const noWorkspace = defineRule({
  code: 'CW1050',
  name: 'no-workspace',
  severity: 'error',
  message: () => 'this folder has no coursewright.yaml, so it is not a workspace',
  hint: () => 'run the command in the folder that holds coursewright.yaml, or write one that lists your courses',
  why: 'coursewright.yaml names the courses to build. Without it nothing says what belongs to whom.',
  fix: 'Create coursewright.yaml with `organization:` and `courses:`, or name the right folder.',
  before: 'courses/my-course/course.yaml',
  after: 'courses/coursewright.yaml\ncourses/my-course/course.yaml',
});

export const duplicateId = defineRule<{ what: string; id: string }>({
  code: 'CW1070',
  name: 'duplicate-id',
  severity: 'error',
  message: ({ what, id }) => `two ${what} have the id "${id}"`,
  hint: () => 'give the newer one another id',
  why: 'Saved answers, links and tables find things by their ids, so two equal ids cannot be told apart.',
  fix: 'Change one of the two ids. If learners have used the course already, change the newer one.',
  before: '- quiz: review\n  title: First review\n- quiz: review\n  title: Second review',
  after: '- quiz: review\n  title: First review\n- quiz: second-review\n  title: Second review',
});

export const idDiffersFromFolder = defineRule<{ id: string; folder: string }>({
  code: 'CW1071',
  name: 'id-differs-from-folder',
  severity: 'error',
  message: ({ id, folder }) => `the course id "${id}" is not the name of its folder, "${folder}"`,
  hint: ({ folder }) => `write "id: ${folder}", or rename the folder`,
  why: 'The id names the package and the folder names the course in coursewright.yaml; two names for one course lead to mistakes.',
  fix: 'Make the two equal. If the course has been published, keep the id and rename the folder.',
  before: 'cpc-prep/course.yaml\nid: cpc-exam-prep',
  after: 'cpc-exam-prep/course.yaml\nid: cpc-exam-prep',
});

export const idDiffersFromFile = defineRule<{ id: string; file: string }>({
  code: 'CW1072',
  name: 'id-differs-from-file',
  severity: 'error',
  message: ({ id, file }) => `the id "${id}" is not the name of its file, "${file}"`,
  hint: ({ file }) => `write "id: ${file}", or rename the file`,
  why: 'Lessons name the data by its id, and an author looks for it by its file.',
  fix: 'Make the two equal.',
  before: 'shared/credentials/cpc.yaml\nid: cpc-credential',
  after: 'shared/credentials/cpc.yaml\nid: cpc',
});

export const formerIdInUse = defineRule<{ id: string; what: string }>({
  code: 'CW1073',
  name: 'former-id-in-use',
  severity: 'error',
  message: ({ id, what }) => `"${id}" is listed as a former id, but another ${what} has it now or lists it too`,
  hint: () => 'remove it from this list, or give the other one an id that was never used',
  why: 'A learner who answered under the old id would be given the answers of another thing.',
  fix: 'Never reuse an id. Give the newer one an id of its own.',
  before: '- id: q-2\n  formerly: [q-1]\n- id: q-1',
  after: '- id: q-2\n  formerly: [q-1]\n- id: q-3',
});

export const tagClash = defineRule<{ what: string; first: string; second: string }>({
  code: 'CW1074',
  name: 'tag-clash',
  severity: 'error',
  message: ({ what, first, second }) =>
    `the ${what} "${first}" and "${second}" get the same short name in a learner's saved state`,
  hint: ({ second }) => `change the id "${second}" to another one and write "formerly: [${second}]" under it`,
  why: 'Saved states are small, so each id is shortened to a three-letter tag. Two ids of one course rarely get the same tag; then one would take the answers of the other.',
  fix: 'Change one of the two ids, the newer if there is one, and list its old id under `formerly:`.',
  before: '- id: q-one',
  after: '- id: q-one-b\n  formerly: [q-one]',
});

export const courseMissing = defineRule<{ course: string; nearest: string | undefined }>({
  code: 'CW1075',
  name: 'course-missing',
  severity: 'error',
  message: ({ course }) => `there is no folder "${course}" with a course.yaml`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'create the folder, or take it off the list' : `did you mean "${nearest}"?`,
  why: 'Each name under `courses:` is the name of a folder beside coursewright.yaml.',
  fix: 'Correct the name, or create the folder with a course.yaml.',
  before: 'courses:\n  - cpc-exam-perp',
  after: 'courses:\n  - cpc-exam-prep',
});

export const courseNotListed = defineRule<{ course: string }>({
  code: 'CW1076',
  name: 'course-not-listed',
  severity: 'warning',
  message: ({ course }) => `the course "${course}" is not listed in coursewright.yaml, so it is not built`,
  hint: ({ course }) => `add "- ${course}" under "courses:"`,
  why: 'Only listed courses are checked and built.',
  fix: 'List the course, or move its folder out of the workspace.',
  before: 'courses:\n  - cpc-vs-ccs',
  after: 'courses:\n  - cpc-vs-ccs\n  - cpc-exam-prep',
});

export const dateInFuture = defineRule<{ date: string; asOf: string }>({
  code: 'CW1077',
  name: 'date-in-future',
  severity: 'warning',
  message: ({ date, asOf }) => `${date} lies in the future (today is ${asOf})`,
  hint: () => 'write the day on which somebody did it',
  why: 'Nobody can have checked or reviewed something on a day that has not come. Learners see this date beside the fact.',
  fix: 'Correct the date.',
  before: 'checked: 2062-11-22',
  after: 'checked: 2026-11-22',
});

export const strayFile = defineRule<{ file: string; expected: string | undefined }>({
  code: 'CW1078',
  name: 'file-not-read',
  severity: 'warning',
  message: () => 'nothing reads this file, because of where it stands',
  hint: ({ expected }) =>
    expected === undefined
      ? 'questions belong in banks/, data in shared/credentials/ or shared/blueprints/'
      : `did you mean "${expected}"?`,
  why: 'What a file is follows from its folder: banks/ for questions, shared/credentials/ and shared/blueprints/ for data.',
  fix: 'Move the file to the folder it belongs in, or delete it.',
  before: 'my-course/bank/unit-1.yaml',
  after: 'my-course/banks/unit-1.yaml',
});

export const ambiguousTerm = defineRule<{ name: string; first: string; second: string }>({
  code: 'CW1079',
  name: 'ambiguous-term',
  severity: 'error',
  message: ({ name, first, second }) => `"${name}" is a name of two terms, "${first}" and "${second}"`,
  hint: () => 'keep the name in one of them; lessons can still write :term[…]{id=…}',
  why: 'Lessons name a term by its words. With two entries for the same words a learner could be shown the wrong definition.',
  fix: 'Remove the name from one of the entries, or make the two entries one.',
  before: '- id: poa\n  term: POA\n- id: present-on-admission\n  term: present on admission\n  also: [POA]',
  after: '- id: present-on-admission\n  term: present on admission\n  also: [POA]',
});

export const lessonWithoutHead = defineRule({
  code: 'CW1080',
  name: 'lesson-without-head',
  severity: 'error',
  message: () => 'this lesson does not begin with its title and objectives between two lines of ---',
  hint: () => 'begin the file with a line "---", then "title: …", then a line "---"',
  why: 'The title is the page’s heading and its name in the outline.',
  fix: 'Put front matter at the very top of the file.',
  before: '# Settings\n\nText.',
  after: '---\ntitle: Settings\n---\n\nText.',
});

export const badLessonFileName = defineRule<{ id: string }>({
  code: 'CW1081',
  name: 'bad-lesson-file-name',
  severity: 'error',
  message: ({ id }) => `the file name gives the lesson the id "${id}", which cannot be an id`,
  hint: () => 'rename the file with lower-case letters, digits and hyphens, or write "id:" in its head',
  why: 'A lesson without `id:` takes its id from the file name, without the leading number.',
  fix: 'Rename the file, or write an id in its head.',
  before: 'lessons/02 Settings & more.md',
  after: 'lessons/02-settings.md',
});

export const lessonFileMissing = defineRule<{ path: string; nearest: string | undefined }>({
  code: 'CW1082',
  name: 'lesson-file-missing',
  severity: 'error',
  message: ({ path }) => `the outline names the lesson "${path}", but there is no such file`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'create the file, or take it off the outline' : `did you mean "${nearest}"?`,
  why: 'Each entry of the outline becomes a page.',
  fix: 'Correct the path; it is relative to the folder of the course.',
  before: '- lesson: lessons/02-setings.md',
  after: '- lesson: lessons/02-settings.md',
});

export const lessonNotInOutline = defineRule<{ path: string }>({
  code: 'CW1083',
  name: 'lesson-not-in-outline',
  severity: 'warning',
  message: ({ path }) => `the lesson "${path}" is not in the outline, so it is in no package`,
  hint: ({ path }) => `add "- lesson: ${path}" to a module in course.yaml`,
  why: 'Learners reach lessons through the outline only.',
  fix: 'Add the lesson to a module, or delete the file.',
  before: 'activities:\n  - lesson: lessons/01-start.md',
  after: 'activities:\n  - lesson: lessons/01-start.md\n  - lesson: lessons/02-settings.md',
});

export const lessonListedTwice = defineRule<{ path: string }>({
  code: 'CW1084',
  name: 'lesson-listed-twice',
  severity: 'error',
  message: ({ path }) => `the outline names the lesson "${path}" twice`,
  hint: () => 'keep one entry; link to the lesson from the other place',
  why: 'A lesson is one page with one state: done or not done.',
  fix: 'Remove one of the entries.',
  before: '- lesson: lessons/01-start.md\n- lesson: lessons/01-start.md',
  after: '- lesson: lessons/01-start.md',
});

export const pathLeaves = defineRule<{ path: string; what: string }>({
  code: 'CW1085',
  name: 'path-leaves-course',
  severity: 'error',
  message: ({ path, what }) => `the path "${path}" leads out of the ${what}`,
  hint: () => 'use a relative path with forward slashes; copy the file into the folder if it lies elsewhere',
  why: 'A workspace must build the same on every machine, so it cannot use files from outside it.',
  fix: 'Copy the file into the course and name it by a relative path.',
  before: '- lesson: ../other-course/lessons/01-start.md',
  after: '- lesson: lessons/01-start.md',
});

export const unknownActivity = defineRule<{ id: string; field: string; nearest: string | undefined }>({
  code: 'CW1086',
  name: 'unknown-activity',
  severity: 'error',
  message: ({ id, field }) => `${field} names "${id}", but no activity has this id`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'write the id of a quiz or lesson of the outline' : `did you mean "${nearest}"?`,
  why: 'Completion and grade are computed from the activities named here.',
  fix: 'Write the id of an activity: of a quiz as in `quiz:`, of a lesson as in its head or its file name.',
  before: 'completion: [setings]',
  after: 'completion: [settings]',
});

export const gradeOfLesson = defineRule<{ id: string; kind: string }>({
  code: 'CW1087',
  name: 'grade-of-lesson',
  severity: 'error',
  message: ({ id, kind }) => `"${id}" is a ${kind}, and only quizzes and exams can be graded`,
  hint: () => 'name a quiz or an exam',
  why: 'A lesson has no score: questions inside it are practice. A decision guide gives advice and no score.',
  fix: 'Name quizzes and exams under `grade:`, and put lessons and guides under `completion:`.',
  before: 'grade:\n  activities: [settings]',
  after: 'grade:\n  activities: [settings-quiz]',
});

export const weightNotGraded = defineRule<{ id: string; nearest: string | undefined }>({
  code: 'CW1088',
  name: 'weight-not-graded',
  severity: 'error',
  message: ({ id }) => `"${id}" has a weight, but it is not listed under the activities of the grade`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'list it under "activities:" or remove the weight' : `did you mean "${nearest}"?`,
  why: 'A weight for a quiz that does not count would have no effect.',
  fix: 'List the quiz under `activities:`, or remove its weight.',
  before: 'activities: [quiz-1]\nweights:\n  quiz-2: 3',
  after: 'activities: [quiz-1, quiz-2]\nweights:\n  quiz-2: 3',
});

export const weightsAreZero = defineRule({
  code: 'CW1089',
  name: 'weights-are-zero',
  severity: 'error',
  message: () => 'all graded activities have the weight 0, so there would be no score',
  hint: () => 'give at least one of them a weight above 0',
  why: 'The score is the weighted mean of the graded activities.',
  fix: 'Give at least one activity a weight above 0, or leave the weights out.',
  before: 'weights:\n  quiz-1: 0',
  after: 'weights:\n  quiz-1: 1',
});

export const unknownModule = defineRule<{ id: string; nearest: string | undefined }>({
  code: 'CW1090',
  name: 'unknown-module',
  severity: 'error',
  message: ({ id }) => `this part names the module "${id}", which is not in the outline`,
  hint: ({ nearest }) => (nearest === undefined ? 'write the id of a module' : `did you mean "${nearest}"?`),
  why: 'A part is made of modules of the outline.',
  fix: 'Write the id as it stands after `module:`.',
  before: 'modules: [basic]',
  after: 'modules: [basics]',
});

export const moduleInTwoParts = defineRule<{ id: string; first: string; second: string }>({
  code: 'CW1091',
  name: 'module-in-two-parts',
  severity: 'error',
  message: ({ id, first, second }) =>
    first === second
      ? `part "${first}" names the module "${id}" twice`
      : `the module "${id}" is in the parts "${first}" and "${second}"`,
  hint: () => 'keep it in one of them',
  why: 'Each part is a package with its own saved state; a module in two of them would be done in one and not in the other.',
  fix: 'Remove the module from one part.',
  before: '- part: study\n  modules: [basics]\n- part: mock\n  modules: [basics, exam]',
  after: '- part: study\n  modules: [basics]\n- part: mock\n  modules: [exam]',
});

export const moduleInNoPart = defineRule<{ id: string }>({
  code: 'CW1092',
  name: 'module-in-no-part',
  severity: 'error',
  message: ({ id }) => `the module "${id}" is in no part, so it is in no package`,
  hint: ({ id }) => `add "${id}" to the modules of a part under "packages:"`,
  why: 'Where a course has parts, only the modules they name are built.',
  fix: 'Add the module to a part, or remove it from the outline.',
  before: 'packages:\n  - part: study\n    modules: [basics]',
  after: 'packages:\n  - part: study\n    modules: [basics, review]',
});

export const activityOfOtherPart = defineRule<{ id: string; part: string }>({
  code: 'CW1093',
  name: 'activity-of-other-part',
  severity: 'error',
  message: ({ id, part }) => `"${id}" is not in the modules of part "${part}"`,
  hint: () => 'name an activity of this part',
  why: 'Each part is a package of its own and knows only its own activities.',
  fix: 'Name an activity of this part, or add its module to the part.',
  before: '- part: study\n  modules: [basics]\n  completion: [mock-exam]',
  after: '- part: study\n  modules: [basics]\n  completion: [basics-quiz]',
});

export const logoMissing = defineRule<{ path: string; nearest: string | undefined }>({
  code: 'CW1094',
  name: 'logo-missing',
  severity: 'error',
  message: ({ path }) => `there is no file "${path}" for the logo`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'put the file there, or remove the logo' : `did you mean "${nearest}"?`,
  why: 'The logo stands on every page.',
  fix: 'Write the path relative to coursewright.yaml.',
  before: 'logo: logo.svg',
  after: 'logo: shared/logo.svg',
});

export const logoWithoutAlt = defineRule({
  code: 'CW1095',
  name: 'logo-without-alt',
  severity: 'error',
  message: () => 'the logo has no "logo-alt"',
  hint: () => 'add "logo-alt:" with the words that the logo shows',
  why: 'Learners who do not see the logo hear these words instead.',
  fix: 'Add `logo-alt:` under `theme:`.',
  before: 'theme:\n  logo: shared/logo.svg',
  after: 'theme:\n  logo: shared/logo.svg\n  logo-alt: Example College',
});

export const templatesMissing = defineRule<{ path: string }>({
  code: 'CW1096',
  name: 'templates-missing',
  severity: 'error',
  message: ({ path }) => `there is no folder "${path}" with templates`,
  hint: () => 'correct the path, which is relative to coursewright.yaml, or remove "templates:"',
  why: 'The templates of this folder replace built-in ones.',
  fix: 'Correct the path or remove the field.',
  before: 'templates: tempaltes',
  after: 'templates: templates',
});

export const workspaceRules = [
  noWorkspace,
  duplicateId,
  idDiffersFromFolder,
  idDiffersFromFile,
  formerIdInUse,
  tagClash,
  courseMissing,
  courseNotListed,
  dateInFuture,
  strayFile,
  ambiguousTerm,
  lessonWithoutHead,
  badLessonFileName,
  lessonFileMissing,
  lessonNotInOutline,
  lessonListedTwice,
  pathLeaves,
  unknownActivity,
  gradeOfLesson,
  weightNotGraded,
  weightsAreZero,
  unknownModule,
  moduleInTwoParts,
  moduleInNoPart,
  activityOfOtherPart,
  logoMissing,
  logoWithoutAlt,
  templatesMissing,
] as const;
