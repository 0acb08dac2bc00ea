/** Everything the command says to authors, in one table, so that it can be translated. Diagnostics have their own catalog. */
export const WORDS = {
  program: 'A compiler for courses: Markdown lessons and question YAML become SCORM packages for any LMS.',
  examples: `Examples:
  coursewright check                       find every mistake in all courses
  coursewright build                       write the packages to dist/
  coursewright build cpc-vs-ccs            one course only
  coursewright verify dist/cpc-vs-ccs.zip  look a finished package over
  coursewright explain CW2104              say more about a problem
`,
  commands: {
    build: 'check the courses and write their packages',
    check: 'find every problem, write nothing',
    verify: 'check finished SCORM 1.2 packages, also from other tools',
    explain: 'say why a problem matters and how to mend it; without a code, list all',
    list: 'list the courses and their packages',
    schemas: 'write the schemas that editors use into the workspace',
  },
  options: {
    workspace: 'the folder with coursewright.yaml (default: this folder, ./course-source or the nearest above)',
    out: 'the folder for the packages',
    format: 'how problems are printed: text, json, sarif or github',
    strict: 'treat warnings as errors',
    target: 'build only this LMS format',
    asOf: 'the day to judge dates by, such as 2026-10-01 (default: today)',
    color: 'no colors',
  },
  noWorkspace: (tried: string) =>
    `There is no coursewright.yaml in ${tried} or above it. Go to the folder with your courses, or name it with --workspace.`,
  notACode: (code: string) => `There is no problem called "${code}".`,
  didYouMean: (name: string) => `Did you mean "${name}"?`,
  badDate: (text: string) => `"${text}" is not a date. Write it like 2026-10-01.`,
  badFormat: (text: string) => `There is no format "${text}". Choose text, json, sarif or github.`,
  badTarget: (text: string) => `There is no LMS format "${text}".`,
  nothingWritten: 'Nothing was written; packages from earlier builds are as they were.',
  otherLms: (index: string) => `What to tick in Brightspace, Blackboard and SCORM Cloud stands in ${index}.`,
  building: (name: string, index: number, count: number) => `building ${name} (${index + 1} of ${count})`,
} as const;
