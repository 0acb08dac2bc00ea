/** Rules of the command itself: what was asked for, and our own mistakes. */
import { defineRule } from '../rule.ts';

export const unknownCourse = defineRule<{ name: string; nearest: string | undefined }>({
  code: 'CW9001',
  name: 'unknown-course',
  severity: 'error',
  message: ({ name }) => `there is no course "${name}" in this workspace`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'run "coursewright list" to see the courses' : `did you mean "${nearest}"?`,
  why: 'Only courses that coursewright.yaml lists are built.',
  fix: 'Check the name, or add the course under `courses:` in coursewright.yaml.',
  before: 'coursewright build cpc-vs-csc',
  after: 'coursewright build cpc-vs-ccs',
});

export const unreadablePackage = defineRule<{ reason: string }>({
  code: 'CW9002',
  name: 'unreadable-package',
  severity: 'error',
  message: ({ reason }) => `this file cannot be read: ${reason}`,
  hint: () => 'check the path, and that you may read the file',
  why: 'A package can only be verified when its file can be opened.',
  fix: 'Check the path. On Windows, close the program that holds the file open.',
  before: 'coursewright verify dist/cpc.zip',
  after: 'coursewright verify dist/cpc-exam-prep.zip',
});

export const coverageUnwritable = defineRule<{ reason: string }>({
  code: 'CW9003',
  name: 'coverage-unwritable',
  severity: 'error',
  message: ({ reason }) => `the coverage tables cannot be written to this file: ${reason}`,
  hint: () => 'see to it that the file can be read and written',
  why: "The tables stand in the course's README, so that whoever writes the next question sees where one is missing.",
  fix: 'Make the file writable, or move away what stands in its place.',
  before: 'a README.md that only another user may write',
  after: 'coursewright coverage --write',
});

export const filesInTheWay = defineRule<{ folder: string; paths: readonly string[] }>({
  code: 'CW9020',
  name: 'files-in-the-way',
  severity: 'error',
  message: ({ folder, paths }) =>
    `${folder} already holds files that a new workspace would bring, so nothing was written: ${paths.join(', ')}`,
  hint: () => 'name another folder, or move what is listed away first',
  why: 'A new workspace never replaces a file of yours.',
  fix: 'Give `coursewright init` the name of a folder that is not there yet, or move the listed files away.',
  before: 'coursewright init .          # in a folder with a README.md',
  after: 'coursewright init my-courses',
});

export const newFolderUnusable = defineRule<{ folder: string; reason: string }>({
  code: 'CW9021',
  name: 'new-folder-unusable',
  severity: 'error',
  message: ({ folder, reason }) => `the workspace cannot be written to ${folder}: ${reason}; nothing was left behind`,
  hint: () => 'name a folder in which you may write',
  why: 'A new workspace is written whole or not at all.',
  fix: 'Choose a folder of your own, such as one in your documents, and see that the disk has room.',
  before: 'coursewright init /usr/courses',
  after: 'coursewright init my-courses',
});

export const workspaceInWorkspace = defineRule<{ folder: string; outer: string }>({
  code: 'CW9022',
  name: 'workspace-in-workspace',
  severity: 'error',
  message: ({ folder, outer }) => `${folder} lies inside another workspace, ${outer}; nothing was written`,
  hint: () => 'name a folder outside it, or add a course to that workspace by hand',
  why: 'A workspace inside another one would be read twice, as itself and as files of the outer one.',
  fix: 'Make the new workspace beside the other one. To add a course to the workspace you have, make a folder with a course.yaml and list it under `courses:`.',
  before: 'my-courses/new-courses/coursewright.yaml',
  after: 'new-courses/coursewright.yaml',
});

export const nodeTooOld = defineRule<{ found: string; oldest: string }>({
  code: 'CW9030',
  name: 'node-too-old',
  severity: 'error',
  message: ({ found, oldest }) => `this is Node.js ${found}, and Coursewright needs ${oldest} or newer`,
  hint: () => 'install the LTS version from https://nodejs.org and open a new terminal',
  why: 'Older versions lack functions that Coursewright uses.',
  fix: 'Install the LTS version of Node.js from https://nodejs.org, then open a new terminal.',
  before: 'Node.js 18.20.4',
  after: 'Node.js 22.11.0',
});

export const toolIncomplete = defineRule<{ missing: readonly string[] }>({
  code: 'CW9031',
  name: 'tool-incomplete',
  severity: 'error',
  message: ({ missing }) => `files of Coursewright itself are missing: ${listSome(missing)}`,
  hint: () => 'run "npm install" again; in a clone of the project, "npm run bundle"',
  why: 'Without these files no package can be built.',
  fix: 'Delete the folder node_modules and run `npm install`. In a clone of the project run `npm ci`.',
  before: 'node_modules/coursewright without lib/player/',
  after: 'node_modules/coursewright as npm installed it',
});

export const noWorkspaceHere = defineRule<{ folder: string }>({
  code: 'CW9032',
  name: 'no-workspace-here',
  severity: 'warning',
  message: ({ folder }) => `there is no coursewright.yaml in ${folder} or above it`,
  hint: () => 'go to the folder with your courses, or make one with "coursewright init"',
  why: 'Commands work on a workspace: a folder with a coursewright.yaml.',
  fix: 'Go to the folder with your courses, name it with --workspace, or make a new one with `coursewright init`.',
  before: 'coursewright doctor                       # in your home folder',
  after: 'coursewright doctor --workspace my-courses',
});

export const coursesHaveErrors = defineRule<{ errors: number }>({
  code: 'CW9033',
  name: 'courses-have-errors',
  severity: 'error',
  message: ({ errors }) => `the courses have ${errors} ${errors === 1 ? 'error' : 'errors'}, so they cannot be built`,
  hint: () => 'run "coursewright check" to see each one with its place',
  why: 'While a course has an error, no package is written.',
  fix: 'Run `coursewright check` and mend what it lists, from the top down.',
  before: 'coursewright doctor',
  after: 'coursewright check',
});

export const schemasOutdated = defineRule<{ names: readonly string[] }>({
  code: 'CW9034',
  name: 'schemas-outdated',
  severity: 'warning',
  message: ({ names }) => `schemas for editors are missing or from another version of Coursewright: ${listSome(names)}`,
  hint: () => 'run "coursewright schemas"',
  why: 'Editors complete and explain fields by these files. Old ones mark new fields as wrong. Building does not need them.',
  fix: 'Run `coursewright schemas` in the workspace, after each update of Coursewright.',
  before: '.schemas/bank.json of an older version',
  after: 'coursewright schemas',
});

export const outFolderUnwritable = defineRule<{ folder: string; reason: string }>({
  code: 'CW9035',
  name: 'out-folder-unwritable',
  severity: 'error',
  message: ({ folder, reason }) => `packages cannot be written to ${folder}: ${reason}`,
  hint: () => 'make the folder writable, or name another one with --out',
  why: 'A build writes its packages to this folder.',
  fix: 'Close programs that use the folder, change its permissions, or name another one with --out.',
  before: 'coursewright build --out /usr/packages',
  after: 'coursewright build --out packages',
});

/** Up to eight names, then how many more there are. */
function listSome(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ');
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}

export const schemasUnwritable = defineRule<{ folder: string; reason: string }>({
  code: 'CW9010',
  name: 'schemas-unwritable',
  severity: 'error',
  message: ({ folder, reason }) => `the schemas for editors cannot be written to ${folder}: ${reason}`,
  hint: () => 'make the folder writable, or close the program that holds it',
  why: 'Editors read the schemas from the workspace to complete and explain fields. Courses are built without them.',
  fix: 'Make the folder .schemas in your workspace writable and run the command again.',
  before: 'coursewright schemas (in a workspace on a read-only drive)',
  after: 'coursewright schemas (in a copy that you may write)',
});

export const internalError = defineRule<{ what: string }>({
  code: 'CW9999',
  name: 'internal-error',
  severity: 'error',
  message: ({ what }) => `Coursewright made a mistake of its own: ${what}`,
  hint: () => 'nothing was written; please report this with the command you ran and the file it was reading',
  why: 'This is a fault in the tool, not in your course.',
  fix: 'Report it. Until it is mended, undo the last change to the course and try again.',
  before: '',
  after: '',
});

export const commandRules = [
  unknownCourse,
  unreadablePackage,
  filesInTheWay,
  newFolderUnusable,
  workspaceInWorkspace,
  nodeTooOld,
  toolIncomplete,
  noWorkspaceHere,
  coursesHaveErrors,
  schemasOutdated,
  outFolderUnwritable,
  schemasUnwritable,
  internalError,
] as const;
