/** Everything the command says to authors, in one table, so that it can be translated. Diagnostics have their own catalog. */
export const WORDS = {
  program: 'A compiler for courses: Markdown lessons and question YAML become SCORM packages for any LMS.',
  examples: `Examples:
  coursewright init my-courses             make a new folder with a small course
  coursewright dev                         see the courses in an LMS frame while you write
  coursewright check                       find every mistake in all courses
  coursewright build                       write the packages to dist/
  coursewright build cpc-vs-ccs            one course only
  coursewright verify dist/cpc-vs-ccs.zip  look a finished package over
  coursewright diff old.zip new.zip        see whether one may replace the other
  coursewright explain CW2104              say more about a problem
`,
  commands: {
    init: 'make a folder with a small course that builds, editor settings and a workflow',
    doctor: 'look over this computer and this folder, and say what to mend',
    dev: 'show the courses in an LMS frame and build again at every change',
    build: 'check the courses and write their packages',
    check: 'find every problem, write nothing',
    verify: 'check finished SCORM 1.2 packages, also from other tools',
    diff: 'say whether a new package may replace the old one, and what happens to learners in it',
    explain: 'say why a problem matters and how to mend it; without a code, list all',
    list: 'list the courses and their packages',
    coverage: 'count the questions of each domain, and how many the exams should have to draw from',
    schemas: 'write the schemas that editors use into the workspace',
  },
  options: {
    workspace: 'the folder with coursewright.yaml (default: this folder, ./course-source or the nearest above)',
    out: 'the folder for the packages',
    format: 'how problems are printed: text, json, sarif or github',
    diffFormat: 'what is printed: text, json, or markdown (a change log for learners)',
    failOn: 'with "unsafe": end with 1 when the new package must not replace the old one',
    diffOut: 'the folder with the packages of the last build',
    port: 'serve the preview at this port (default: a free one)',
    open: 'open the preview in your browser',
    strict: 'treat warnings as errors',
    target: 'build only this LMS format',
    asOf: 'the day to judge dates by, such as 2026-10-01 (default: today)',
    color: 'no colors',
    cacheDir: 'the folder for results to use again (default: .coursewright in the workspace)',
    cache: 'make everything anew, keep nothing for the next build',
    starter: 'what to begin with: course, practice-test, lessons, case-study or institution',
    title: 'the title of the course',
    course: 'the id of the course, which names its folder and package',
    organization: 'the college or company whose courses these are',
    yes: 'ask nothing, take the defaults',
    coverageFormat: 'what is printed: text (Markdown) or json',
    coverageWrite: 'put the tables into the README.md of each course, between their marks or at its end',
    coverageCheck: 'write nothing; end with 1 where a README.md would change',
  },
  diffArguments: 'two packages, the old one first; or one course, to compare with its last build',
  diffUsage:
    'Name two packages, the old one first (coursewright diff OLD.zip NEW.zip), or one course (coursewright diff my-course).',
  badDiffFormat: (text: string) => `There is no format "${text}". Choose text, json or markdown.`,
  badFailOn: (text: string) => `"${text}" is nothing to fail on. Choose unsafe.`,
  comparing: (name: string, index: number, count: number) => `comparing ${name} (${index + 1} of ${count})`,
  noWorkspace: (tried: string) =>
    `There is no coursewright.yaml in ${tried} or above it. Go to the folder with your courses, or name it with --workspace.`,
  init: {
    hello: 'A few questions; press Enter for what stands in brackets. Nothing is written before the last answer.',
    question: (words: string, preset: string) => `${words} [${preset}]: `,
    folder: 'Folder for the courses',
    starter: 'Begin with',
    title: 'Title of the course',
    course: 'Id of the course (its folder and package; keep it for ever)',
    organization: 'Your college or company',
    defaultOrganization: 'Example College',
    stopped: 'Stopped. Nothing was written.',
    badStarter: (text: string) =>
      `There is nothing called "${text}" to begin with. Choose course, practice-test, lessons, case-study or institution.`,
    empty: (what: string) => `${what}: this must not be empty.`,
    tooLong: (what: string, most: number) => `${what}: this must have at most ${most} characters.`,
    badCourse: (text: string) =>
      `"${text}" cannot be a course id. Use lower-case letters, digits and hyphens, start with a letter, and use at most 40 characters.`,
    takenCourse: (text: string) =>
      `"${text}" cannot be a course id, because it already means something else. Choose another one.`,
    made: (what: string, folder: string) => `${what} is in ${folder}. Next:`,
    here: 'this folder',
    commands:
      '"dev" shows the course while you write, "build" writes the packages to dist/. README.md tells how to go on.',
  },
  doctor: {
    node: (version: string) => `Node.js ${version}`,
    tool: (version: string) => `Coursewright ${version}`,
    workspace: (folder: string, courses: number) =>
      `workspace ${folder}, ${courses} ${courses === 1 ? 'course' : 'courses'}`,
    noWorkspace: 'no workspace',
    schemas: 'schemas for editors',
    edition: (name: string, until: string) => `${name}, in force until ${until}`,
    editionEnded: (name: string, until: string) =>
      `${name} ended on ${until}; codes were checked against it, and a newer edition may say otherwise`,
    editionToCome: (name: string, from: string) => `${name} is in force from ${from} on`,
    out: (folder: string) => `folder for packages: ${folder}`,
    browser: (path: string) => `browser for previews and tests: ${path}`,
    noBrowser: 'no Chrome, Edge or Chromium was found; building needs none, and learners use any browser',
    extension: 'VS Code with the extension "YAML"',
    noExtension:
      'VS Code is here without the extension "YAML" by Red Hat; it completes and explains fields as you type',
    marks: { ok: 'ok', mend: 'mend', note: 'note' },
    allWell: 'Nothing to mend.',
  },
  dev: {
    badPort: (text: string) => `"${text}" is not a port. Choose a number from 1024 to 65535.`,
    ready: (origin: string) => `Preview: ${origin}/`,
    stop: 'Save a file, and the preview follows. Ctrl+C stops it.',
    built: (problems: string) => `built: ${problems}`,
    kept: (problems: string, hasGoodVersion: boolean) =>
      `not built: ${problems}${hasGoodVersion ? '; the last good version stays' : ''}`,
    stopped: 'Preview stopped.',
  },
  coverage: {
    same: (file: string) => `${file}: as it was`,
    written: (file: string) => `${file}: written`,
    stale: (file: string) => `${file}: would change`,
  },
  /** What a package holds, without what it has none of. */
  contents: (counts: Readonly<Record<'lessons' | 'quizzes' | 'exams' | 'guides' | 'questions', number>>) =>
    [
      countOf(counts.lessons, 'lesson', 'lessons'),
      countOf(counts.quizzes, 'quiz', 'quizzes'),
      countOf(counts.exams, 'exam', 'exams'),
      countOf(counts.guides, 'guide', 'guides'),
      countOf(counts.questions, 'question', 'questions'),
    ]
      .filter((text) => text !== '')
      .join(', '),
  notACode: (code: string) => `There is no problem called "${code}".`,
  didYouMean: (name: string) => `Did you mean "${name}"?`,
  badDate: (text: string) => `"${text}" is not a date. Write it like 2026-10-01.`,
  badFormat: (text: string) => `There is no format "${text}". Choose text, json, sarif or github.`,
  badTarget: (text: string) => `There is no LMS format "${text}".`,
  schemasWritten: (count: number, folder: string) => `${count} schemas written to ${folder}`,
  unchanged: 'Nothing has changed since the last build; the packages are in place.',
  lockForCodes: '"coursewright codes lock" adds the others where their edition is at hand',
  nothingWritten: 'Nothing was written; packages from earlier builds are as they were.',
  replaced: {
    same: 'manifest: as in the package before',
    changed:
      'manifest: changed since the package before (files added or removed, or another title); ILIAS takes no such update, see coursewright explain CW6229',
  },
  answerSheet: (path: string) => `answer sheet for instructors, with the keys: ${path}`,
  upload: {
    title: (lms: string, packages: number) => `How to upload to ${lms}${packages === 1 ? '' : ', each zip by itself'}:`,
    zip: 'the zip',
    only: (files: readonly string[], step: string) => `${files.join(', ')}: ${step}`,
    others: (step: string) => `All others: ${step}`,
  },
  otherLms: (index: string) => `What to tick in Brightspace, Blackboard and SCORM Cloud stands in ${index}.`,
  building: (course: string, index: number, count: number) => `building ${course} (${index + 1} of ${count})`,
} as const;

/** Empty for none. */
function countOf(count: number, one: string, other: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : other}`;
}
