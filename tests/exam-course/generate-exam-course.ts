/**
 * A seed -> a workspace on disk with an exam of 100 questions drawn by a blueprint shaped like CPC's, a bank of 240 questions of every
 * plain type in 18 files, and cases. The texts mean nothing: they were made from a list of words, so that they are nobody's items.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findQuestionType } from '../../src/questions/question-types.ts';
import { tagOf } from '../../src/shared/tags.ts';
import { capitalize, makeClause, makePhrase, makeSentence } from '../bench/make-sentences.ts';
import { type SeededRandom, seededRandom } from '../bench/seeded-random.ts';

const BLUEPRINT = join(import.meta.dirname, '../../course-source/shared/blueprints/cpc-2026.yaml');

/** Real codes with their official titles (ICD-10-CM, NCHS). */
const CODES = [
  ['E11.9', 'Type 2 diabetes mellitus without complications'],
  ['I10', 'Essential (primary) hypertension'],
  ['J45.909', 'Unspecified asthma, uncomplicated'],
  ['N39.0', 'Urinary tract infection, site not specified'],
  ['R07.9', 'Chest pain, unspecified'],
] as const;

export const COURSE = 'exam-course';
export const EXAM = 'mock-exam';

export interface ExamCourseOptions {
  readonly seed?: number;
  readonly questions?: number;
  readonly cases?: number;
  /** Checks in lessons beside the exam. */
  readonly checks?: number;
  /** Further lines of the exam's entry, such as `minutes: 5`. */
  readonly exam?: readonly string[];
}

/** True once cases can be asked. */
export function hasCases(): boolean {
  return findQuestionType('case') !== undefined;
}

/** Writes the workspace into `folder`. The same options give the same bytes. */
export function generateExamCourse(folder: string, options: ExamCourseOptions = {}): void {
  const { seed = 1, questions = 240, cases = hasCases() ? 8 : 0, checks = 0, exam = [] } = options;
  const random = seededRandom(seed);
  const ids = makeIds(questions + cases + checks);
  const blueprint = readFileSync(BLUEPRINT, 'utf8')
    .replace(/^credential: .*\n/m, '')
    // A day on which the edition of the codes is in force.
    .replace(/^( +checked:) .*$/gm, '$1 2026-02-01');
  const sections = shareQuestions(readSections(blueprint), questions);
  let at = 0;
  const take = (count: number): readonly string[] => {
    at += count;
    return ids.slice(at - count, at);
  };
  write(folder, 'coursewright.yaml', ['organization: Example College', 'courses:', `  - ${COURSE}`]);
  write(folder, 'shared/blueprints/cpc-2026.yaml', blueprint.trimEnd().split('\n'));
  for (const { id, count } of sections) {
    const first = at;
    const bank = take(count).flatMap((question, index) => makeQuestion(question, first + index, random));
    write(folder, `${COURSE}/banks/${id}.yaml`, [`domain: ${id}`, 'questions:', ...bank]);
  }
  const records = take(cases);
  if (records.length > 0) {
    const bank = records.flatMap((question, index) => makeCase(question, index, random));
    write(folder, `${COURSE}/banks/records.yaml`, ['domain: cases', 'questions:', ...bank]);
  }
  const checked = take(checks);
  if (checked.length > 0) {
    const bank = checked.flatMap((question, index) => makeQuestion(question, index, random));
    write(folder, `${COURSE}/banks/checks.yaml`, ['domain: anatomy', 'questions:', ...bank]);
  }
  writeLesson(folder, checked, random);
  write(folder, `${COURSE}/codes.lock`, [
    'coursewright-codes-lock 1',
    'edition\ticd-10-cm@2026\t2025-10-01\t2026-09-30',
    ...CODES.map(([code, title]) => `icd-10-cm\t${code}\t2026\tvalid\t${title}`),
  ]);
  const banks = [...sections.map(({ id }) => id), ...(records.length > 0 ? ['records'] : [])];
  writeOutline(folder, banks, cases, exam);
}

function writeOutline(folder: string, banks: readonly string[], cases: number, exam: readonly string[]): void {
  write(folder, `${COURSE}/course.yaml`, [
    `id: ${COURSE}`,
    'title: A course with a mock exam',
    'version: 1.0.0',
    'description: One lesson and an exam of a hundred questions. Its texts were made from a list of words.',
    'editions:',
    '  - icd-10-cm@2026',
    'outline:',
    '  - module: study',
    '    title: Study',
    '    activities:',
    '      - lesson: lessons/01-before.md',
    '  - module: exams',
    '    title: Exams',
    '    activities:',
    `      - exam: ${EXAM}`,
    '        title: Mock exam',
    '        blueprint: cpc-2026',
    `        from: [${banks.map((bank) => `banks/${bank}.yaml`).join(', ')}]`,
    `        cases: ${cases}`,
    ...(exam.some((line) => line.startsWith('time-factors:')) ? [] : ['        time-factors: [1, 1.5, 2, untimed]']),
    ...exam.map((line) => `        ${line}`),
    `completion: [${EXAM}]`,
    'grade:',
    `  activities: [${EXAM}]`,
    '  attempt: best',
    '  pass: 70',
    'report: when-finished',
  ]);
}

function writeLesson(folder: string, checks: readonly string[], random: SeededRandom): void {
  write(folder, `${COURSE}/lessons/01-before.md`, [
    '---',
    'title: Before the exam',
    'domain: anatomy',
    'minutes: 5',
    '---',
    '',
    makeSentence(random, 120),
    ...checks.flatMap((id) => ['', `::check{question=${id}}`]),
  ]);
}

interface Section {
  readonly id: string;
  readonly count: number;
}

function readSections(blueprint: string): readonly Section[] {
  return [...blueprint.matchAll(/^ {2}- id: ([a-z0-9-]+)\n.*\n {4}count: (\d+)$/gm)].map(([, id = '', count]) => ({
    id,
    count: Number(count),
  }));
}

/** So many questions in all, each section with its share; the last sections take what rounding leaves. */
function shareQuestions(sections: readonly Section[], questions: number): readonly Section[] {
  const all = sections.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  let given = 0;
  return sections.map(({ id, count }) => {
    before += count;
    const upTo = Math.round((questions * before) / all);
    const own = upTo - given;
    given = upTo;
    return { id, count: own };
  });
}

/** Ids none of which shares its short name in the saved state with another. */
function makeIds(count: number): readonly string[] {
  const ids = new Map<string, string>();
  for (let number = 1; ids.size < count; number++) {
    const id = `item-${number}`;
    if (!ids.has(tagOf(id))) ids.set(tagOf(id), id);
  }
  return [...ids.values()];
}

/** One of ten questions is typed, in one way after the other; three of ten are of other kinds than one right option. */
function makeQuestion(id: string, index: number, random: SeededRandom): readonly string[] {
  const typed = Math.floor(index / 10) % 3;
  switch (index % 10) {
    case 3:
      return makeTrueFalse(id, index, random);
    case 6:
    case 8:
      return makeChoice(id, index, 2, random);
    case 9:
      if (typed === 0) return makeFillIn(id, random);
      return typed === 1 ? makeNumeric(id, random) : makeCodeEntry(id, index, random);
    default:
      return makeChoice(id, index, 1, random);
  }
}

function frame(
  id: string,
  type: string,
  stem: string,
  own: readonly string[],
  random: SeededRandom,
): readonly string[] {
  return [
    `  - id: ${id}`,
    `    type: ${type}`,
    `    stem: ${stem}`,
    ...own,
    `    rationale: ${makeSentence(random, 100)}`,
    `    difficulty: ${random.pick(['application', 'analysis'])}`,
  ];
}

function makeChoice(id: string, index: number, keys: 1 | 2, random: SeededRandom): readonly string[] {
  const first = index % 4;
  const right = keys === 1 ? [first] : [first, (first + 1 + random.below(3)) % 4];
  const stem = `What holds when ${makeClause(random, 60)}?`;
  const texts = makeOptionTexts(stem, random);
  const options = ['a', 'b', 'c', 'd'].flatMap((option, at) => [
    `      - id: ${option}`,
    `        text: ${texts[at]}`,
    ...(right.includes(at) ? ['        correct: true'] : []),
    `        why: ${makeSentence(random, 30)}`,
  ]);
  const own = [...(keys === 2 ? ['    select: 2'] : []), '    options:', ...options];
  return frame(id, keys === 1 ? 'single-choice' : 'multiple-choice', stem, own, random);
}

function makeTrueFalse(id: string, index: number, random: SeededRandom): readonly string[] {
  const own = [
    `    answer: ${Math.floor(index / 10) % 2 === 0}`,
    '    why:',
    `      true: ${makeSentence(random, 30)}`,
    `      false: ${makeSentence(random, 30)}`,
  ];
  return frame(id, 'true-false', makeSentence(random, 60), own, random);
}

function makeFillIn(id: string, random: SeededRandom): readonly string[] {
  const stem = `Which word sums up that ${makeClause(random, 40)}?`;
  let word = '';
  while (word === '' || stem.includes(word)) word = makePhrase(random).split(' ')[1] ?? '';
  const own = ['    max: 14', '    accept:', `      - ${word}`];
  return frame(id, 'fill-in', stem, own, random);
}

function makeNumeric(id: string, random: SeededRandom): readonly string[] {
  const stem = `How many milligrams are given when ${makeClause(random, 40)}?`;
  return frame(id, 'numeric', stem, [`    answer: ${5 + random.below(90)}`, '    unit: mg'], random);
}

function makeCodeEntry(id: string, index: number, random: SeededRandom): readonly string[] {
  const [code, title] = CODES[index % CODES.length] ?? CODES[0];
  const stem = `Which code stands for "${title}" where ${makeClause(random, 30)}?`;
  const own = ['    expect:', `      - code: ${code}`, `        why: ${makeSentence(random, 30)}`];
  return frame(id, 'code-entry', `'${stem}'`, own, random);
}

/** A hospital stay with a principal diagnosis, two secondary ones and the record in two documents. */
function makeCase(id: string, index: number, random: SeededRandom): readonly string[] {
  const code = (offset: number) => (CODES[(index + offset) % CODES.length] ?? CODES[0])[0];
  const own = [
    '    setting: outpatient',
    '    documents:',
    '      - id: history',
    '        title: History and physical',
    `        text: ${makeSentence(random, 400)}`,
    '      - id: plan',
    '        title: Assessment and plan',
    `        text: ${makeSentence(random, 300)}`,
    '    principal:',
    `      code: ${code(0)}`,
    `      why: ${makeSentence(random, 30)}`,
    '    secondary:',
    `      - code: ${code(1)}`,
    `        why: ${makeSentence(random, 30)}`,
    `      - code: ${code(2)}`,
    `        why: ${makeSentence(random, 30)}`,
  ];
  return frame(id, 'case', `Code the record of a visit in which ${makeClause(random, 40)}.`, own, random);
}

/** Four different texts that share no word with the stem, so that no question gives itself away. */
function makeOptionTexts(stem: string, random: SeededRandom): readonly string[] {
  const used = new Set(stem.toLowerCase().match(/[a-z]+/g));
  const texts: string[] = [];
  while (texts.length < 4) {
    const phrase = makePhrase(random);
    const words = phrase.split(' ');
    if (words.some((word) => used.has(word))) continue;
    for (const word of words) used.add(word);
    texts.push(capitalize(phrase));
  }
  return texts;
}

function write(folder: string, path: string, lines: readonly string[]): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join('\n')}\n`);
}
