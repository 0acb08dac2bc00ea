/**
 * A seed -> a workspace on disk with an exam drawn by a blueprint shaped like CPC's (100 questions from a bank of 240 in 18 files) or
 * CCS's (79 questions, 18 more that do not count, eight records to code), with questions of every type but the guide's. The texts
 * mean nothing: they were made from a list of words, so that they are nobody's items.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tagOf } from '../../src/shared/tags.ts';
import { makeSentence } from '../bench/make-sentences.ts';
import { type SeededRandom, seededRandom } from '../bench/seeded-random.ts';
import { CODES, type MadeQuestion, makeCase, makeQuestion, PROCEDURE, type Solution } from './make-questions.ts';

const BLUEPRINTS = join(import.meta.dirname, '../../course-source/shared/blueprints');

export const COURSE = 'exam-course';
export const EXAM = 'mock-exam';

/** Questions that do not count, in an attempt; in the bank they are every fifth one. */
const PRETEST = { cpc: 0, ccs: 18 } as const;
const NOT_COUNTED = '    pretest: true';

/** A solution and where its question stands. */
export interface KnownQuestion extends Solution {
  readonly domain: string;
  /** Asked without being counted. */
  readonly pretest: boolean;
}

export interface ExamCourseOptions {
  readonly shape?: 'cpc' | 'ccs';
  readonly seed?: number;
  readonly questions?: number;
  readonly cases?: number;
  /** Checks in lessons beside the exam. */
  readonly checks?: number;
  /** Further lines of the exam's entry, such as `minutes: 5`. */
  readonly exam?: readonly string[];
  /** Ids whose question is asked anew, and ids that are gone. */
  readonly revised?: readonly string[];
  readonly without?: readonly string[];
}

/** Writes the workspace into `folder`; what is known of its questions comes back by id. The same options give the same bytes. */
export function generateExamCourse(
  folder: string,
  options: ExamCourseOptions = {},
): ReadonlyMap<string, KnownQuestion> {
  const { shape = 'cpc', seed = 1, questions = 240, cases = 8, checks = 0, exam = [], revised = [] } = options;
  const random = seededRandom(seed);
  const ids = makeIds(questions + cases + checks);
  const blueprint = readFileSync(join(BLUEPRINTS, `${shape}-2026.yaml`), 'utf8')
    .replace(/^credential: .*\n/m, '')
    // Days on which the edition of the codes is in force.
    .replace(/^( +checked:) .*$/gm, '$1 2026-02-01')
    .replace(/^effective: .*$/m, 'effective: 2026-02-01');
  const sections = shareQuestions(readSections(blueprint), questions);
  const known = new Map<string, KnownQuestion>();
  let at = 0;
  const take = (count: number): readonly string[] => {
    at += count;
    return ids.slice(at - count, at);
  };
  const writeBank = (
    name: string,
    domain: string,
    own: readonly string[],
    made: (id: string, index: number) => MadeQuestion,
  ) => {
    const lines = own.flatMap((id, index) => {
      const question = made(id, index);
      if (options.without?.includes(id) === true) return [];
      const pretest = question.lines.includes(NOT_COUNTED);
      known.set(id, { ...question.solution, domain, pretest });
      return [...question.lines, ...(revised.includes(id) ? ['    revision: 2'] : [])];
    });
    write(folder, `${COURSE}/banks/${name}.yaml`, [`domain: ${domain}`, 'questions:', ...lines]);
  };
  write(folder, 'coursewright.yaml', ['organization: Example College', 'courses:', `  - ${COURSE}`]);
  write(folder, `shared/blueprints/${shape}-2026.yaml`, blueprint.trimEnd().split('\n'));
  for (const { id: section, count } of sections) {
    const first = at;
    writeBank(section, section, take(count), (id, index) => {
      const { lines, solution } = makeQuestion(id, first + index, random);
      const isPretest = PRETEST[shape] > 0 && (first + index) % 5 === 2;
      return { lines: [...lines, ...(isPretest ? [NOT_COUNTED] : [])], solution };
    });
  }
  if (cases > 0) writeBank('records', 'cases', take(cases), (id, index) => makeCase(id, index, random));
  const domain = sections[0]?.id ?? '';
  const checked = take(checks);
  if (checks > 0) writeBank('checks', domain, checked, (id, index) => makeQuestion(id, index, random));
  writeLesson(folder, domain, checked, random);
  write(folder, `${COURSE}/codes.lock`, [
    'coursewright-codes-lock 1',
    'edition\ticd-10-cm@2026\t2025-10-01\t2026-09-30',
    ...(cases > 0 ? ['edition\ticd-10-pcs@2026\t2025-10-01\t2026-09-30'] : []),
    ...CODES.map(([code, title]) => `icd-10-cm\t${code}\t2026\tvalid\t${title}`),
    ...(cases > 0 ? [`icd-10-pcs\t${PROCEDURE[0]}\t2026\tvalid\t${PROCEDURE[1]}`] : []),
  ]);
  const banks = [...sections.map(({ id }) => id), ...(cases > 0 ? ['records'] : [])];
  writeOutline(folder, { shape, banks, cases, exam });
  return known;
}

interface Outline extends Required<Pick<ExamCourseOptions, 'shape' | 'cases' | 'exam'>> {
  readonly banks: readonly string[];
}

function writeOutline(folder: string, { shape, banks, cases, exam }: Outline): void {
  write(folder, `${COURSE}/course.yaml`, [
    `id: ${COURSE}`,
    'title: A course with a mock exam',
    'version: 1.0.0',
    'description: One lesson and an exam of a hundred questions or so. Its texts were made from a list of words.',
    'editions:',
    '  - icd-10-cm@2026',
    ...(cases > 0 ? ['  - icd-10-pcs@2026'] : []),
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
    `        blueprint: ${shape}-2026`,
    `        from: [${banks.map((bank) => `banks/${bank}.yaml`).join(', ')}]`,
    `        cases: ${cases}`,
    ...(PRETEST[shape] > 0 ? [`        pretest: ${PRETEST[shape]}`] : []),
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

function writeLesson(folder: string, domain: string, checks: readonly string[], random: SeededRandom): void {
  write(folder, `${COURSE}/lessons/01-before.md`, [
    '---',
    'title: Before the exam',
    `domain: ${domain}`,
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

/** Sections with their count, or the middle of their percents. */
function readSections(blueprint: string): readonly Section[] {
  const counts = /^ {2}- id: ([a-z0-9-]+)\n.*\n {4}count: (\d+)$/gm;
  const percents = /^ {2}- id: ([a-z0-9-]+)\n.*\n {4}percent:\n {6}min: (\d+)\n {6}max: (\d+)$/gm;
  const counted = [...blueprint.matchAll(counts)].map(([, id = '', count]) => ({ id, count: Number(count) }));
  const ranged = [...blueprint.matchAll(percents)].map(([, id = '', min, max]) => ({
    id,
    count: (Number(min) + Number(max)) / 2,
  }));
  return [...counted, ...ranged];
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

function write(folder: string, path: string, lines: readonly string[]): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join('\n')}\n`);
}
