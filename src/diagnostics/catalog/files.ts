/** Rules about files as such: what cannot be read, decoded or understood as YAML. Knows nothing of courses. */
import { defineRule } from '../rule.ts';

export const missingRoot = defineRule<{ readonly path: string }>({
  code: 'CW1000',
  name: 'missing-root',
  severity: 'error',
  message: ({ path }) => `there is no folder "${path}"`,
  hint: () => 'name the folder that holds coursewright.yaml',
  why: 'Everything the compiler reads lies in one folder, the workspace.',
  fix: 'Run the command in the folder above course-source, or name the workspace folder.',
  before: 'coursewright check course-sorce',
  after: 'coursewright check course-source',
});

export const unreadableFile = defineRule<{ readonly what: 'file' | 'folder'; readonly reason: string }>({
  code: 'CW1001',
  name: 'unreadable-file',
  severity: 'error',
  message: ({ what, reason }) => `this ${what} cannot be read (${reason})`,
  why: 'What cannot be read cannot be checked, so a package could miss it without anybody knowing.',
  fix: 'Give your account the right to read it, close the program that holds it, or delete it if the course does not need it.',
  before: '--w-------  lessons/01-start.md',
  after: '-rw-r--r--  lessons/01-start.md',
});

export const linkLeavesWorkspace = defineRule<{ readonly reason: 'outside' | 'missing' | 'loop' }>({
  code: 'CW1002',
  name: 'link-leaves-workspace',
  severity: 'warning',
  message: ({ reason }) =>
    reason === 'outside'
      ? 'this symbolic link leads out of the workspace and is left out'
      : reason === 'loop'
        ? 'this symbolic link leads to a folder of the workspace and is left out'
        : 'this symbolic link leads nowhere and is left out',
  why: 'A course must build from its own folder alone, on any machine; a linked folder would also be read twice.',
  fix: 'Copy the file into the workspace in place of the link.',
  before: 'media/logo.svg -> /home/ann/logo.svg',
  after: 'media/logo.svg',
});

export const notUtf8 = defineRule<{ readonly byte: string }>({
  code: 'CW1003',
  name: 'not-utf-8',
  severity: 'error',
  message: ({ byte }) => `this file is not in UTF-8: byte ${byte} cannot be read here`,
  hint: () => 'save the file with the encoding UTF-8',
  why: 'A text in another encoding would show wrong characters to learners, and only some of them would be noticed.',
  fix: 'In VS Code click the encoding in the bar at the bottom, choose "Reopen with encoding" to see it right, then "Save with encoding" and UTF-8.',
  before: 'caf\\xE9 (Windows-1252)',
  after: 'café (UTF-8)',
});

export const nulCharacter = defineRule({
  code: 'CW1004',
  name: 'nul-character',
  severity: 'error',
  message: () => 'this text file contains a NUL character',
  hint: () => 'save the file with the encoding UTF-8, or check that it is a text file at all',
  why: 'NUL stands in no text. It comes from UTF-16 files or from a program that wrote a broken file.',
  fix: 'Save the file with the encoding UTF-8, or take it from a backup.',
  before: 't\\0i\\0t\\0l\\0e\\0 (UTF-16)',
  after: 'title (UTF-8)',
});

export const fileTooLarge = defineRule<{ readonly megabytes: number; readonly limit: number; readonly what: string }>({
  code: 'CW1005',
  name: 'file-too-large',
  severity: 'error',
  message: ({ megabytes, limit, what }) => `this file has ${megabytes} MB; ${what} may have at most ${limit} MB`,
  hint: () => 'split it, or move it out of the workspace if it is something else',
  why: 'No author writes a text of this size. It is most often an export or a recording under a wrong name, and is not read.',
  fix: 'Split the file into several, or give it its right name.',
  before: 'lessons/01-start.md (50 MB)',
  after: 'lessons/01-start.md (12 KB)',
});

export const nameNotPortable = defineRule<{ readonly name: string; readonly reason: string }>({
  code: 'CW1006',
  name: 'name-not-portable',
  severity: 'error',
  message: ({ name, reason }) => `the name "${name}" cannot be used on Windows: ${reason}`,
  hint: () => 'rename it',
  why: 'Windows cannot hold a file or folder of this name, so colleagues, servers and learners there would miss it.',
  fix: 'Choose another name. Windows keeps con, prn, aux, nul, com1 to com9 and lpt1 to lpt9 for devices, with any ending.',
  before: 'lessons/aux.md',
  after: 'lessons/auxiliary-codes.md',
});

export const caseTwins = defineRule<{ readonly first: string; readonly second: string }>({
  code: 'CW1007',
  name: 'case-twins',
  severity: 'error',
  message: ({ first, second }) =>
    `"${first}" and "${second}" differ only in capital letters or in how accents are stored`,
  hint: () => 'rename or delete one of them',
  why: 'On Windows and macOS only one of the two can be there, and which one is chance.',
  fix: 'Rename or delete one of them.',
  before: 'media/Form.svg\nmedia/form.svg',
  after: 'media/form.svg',
});

export const yamlSyntax = defineRule<{ readonly problem: string }>({
  code: 'CW1010',
  name: 'yaml-syntax',
  severity: 'error',
  message: ({ problem }) => problem,
  why: 'Nothing in a file with broken YAML can be trusted, so the whole file is left out until it is mended. Only its first problem is shown.',
  fix: 'Look at the place shown and at the line above it: spaces at the start of lines, quotes, a ": " inside a text.',
  before: 'stem: Which one: A or B?',
  after: 'stem: "Which one: A or B?"',
});

export const duplicateKey = defineRule<{ readonly key: string }>({
  code: 'CW1011',
  name: 'duplicate-key',
  severity: 'error',
  message: ({ key }) => `the key "${key}" stands twice in the same block`,
  hint: () => 'keep one of them',
  why: 'Only one value can count, and which one would be a guess.',
  fix: 'Delete or rename one of the two.',
  before: 'title: One\ntitle: Two',
  after: 'title: One',
});

export const commaSplitsText = defineRule<{ readonly key: string }>({
  code: 'CW1012',
  name: 'comma-splits-text',
  severity: 'error',
  message: ({ key }) => `inside { } a comma ends a value, so "${key}" is read as a key of its own`,
  hint: () => 'write one key per line, without { }, or put the text in quotes',
  why: 'A sentence with a comma inside { } falls apart, and the rest of it is lost.',
  fix: 'Write the block with one key per line.',
  before: '- { id: a, text: Excision, which takes a part }',
  after: '- id: a\n  text: Excision, which takes a part',
});

export const keyNotText = defineRule({
  code: 'CW1013',
  name: 'key-not-text',
  severity: 'error',
  message: () => 'a key must be a single word or text, not a list or a block',
  why: 'Fields are found by their names.',
  fix: 'Write the name of the field, a colon, a space and the value. A text that starts with [ or { needs quotes.',
  before: '[a, b]: 1',
  after: '"[a, b]": 1',
});

export const severalDocuments = defineRule({
  code: 'CW1014',
  name: 'several-documents',
  severity: 'error',
  message: () => 'a second document starts here; only the first one is read',
  hint: () => 'delete the line with --- or move what follows to a file of its own',
  why: 'One file holds one thing, so that it can be found by its path.',
  fix: 'Delete the line with three hyphens, or move the second part to a file of its own.',
  before: 'terms:\n  - …\n---\nterms:\n  - …',
  after: 'terms:\n  - …\n  - …',
});

export const unknownAlias = defineRule<{ readonly name: string; readonly nearest: string | undefined }>({
  code: 'CW1015',
  name: 'unknown-alias',
  severity: 'error',
  message: ({ name }) => `*${name} refers to something that is not named with &${name} above`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'put a text that starts with * in quotes' : `did you mean "*${nearest}"?`,
  why: 'In YAML a star at the start of a value refers to a value named with & earlier in the file.',
  fix: 'Put the text in quotes, or name the value with & before it is used.',
  before: 'text: *important',
  after: 'text: "*important"',
});

export const tooMuchRepetition = defineRule({
  code: 'CW1016',
  name: 'too-much-repetition',
  severity: 'error',
  message: () => 'the references with * in this file make it too large or too deep',
  hint: () => 'write the values out',
  why: 'A few lines of references to references can stand for billions of values.',
  fix: 'Write the values out, or refer to smaller ones.',
  before: 'a: &a [x, x]\nb: &b [*a, *a]\n…',
  after: 'a: [x, x]',
});

export const filesRules = [
  missingRoot,
  unreadableFile,
  linkLeavesWorkspace,
  notUtf8,
  nulCharacter,
  fileTooLarge,
  nameNotPortable,
  caseTwins,
  yamlSyntax,
  duplicateKey,
  commaSplitsText,
  keyNotText,
  severalDocuments,
  unknownAlias,
  tooMuchRepetition,
] as const;
