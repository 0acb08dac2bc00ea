/**
 * A seed and a number of courses -> a workspace on disk that compiles without a word. A course has 20 lessons of about 4.3 KB,
 * 200 questions of about 720 bytes in two banks and 10 images of 50 KB, so that 50 courses make the workspace called 1k.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tagOf } from '../../src/shared/tags.ts';
import { makePng } from './make-png.ts';
import { capitalize, makeClause, makePhrase, makeSentence } from './make-sentences.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

export const LESSONS = 20;
export const QUESTIONS = 200;
export const IMAGES = 10;
export const BANKS = 2;
const MODULES = 4;
/** The last section ends some way behind it. */
const ENOUGH_CHARACTERS = 3800;

/** Real codes with their official titles (ICD-10-CM, NCHS). */
const CODES = [
  ['E11.9', 'Type 2 diabetes mellitus without complications'],
  ['I10', 'Essential (primary) hypertension'],
  ['J45.909', 'Unspecified asthma, uncomplicated'],
  ['N39.0', 'Urinary tract infection, site not specified'],
  ['R07.9', 'Chest pain, unspecified'],
] as const;

const TERMS = ['present on admission', 'payer', 'encounter', 'principal diagnosis', 'query', 'abstract'] as const;

/** Writes the workspace into `folder`, which must be new. The same seed and count give the same bytes. */
export function generateWorkspace(folder: string, courses: number, seed = 1): void {
  const ids = Array.from({ length: courses }, (_, index) => `course-${String(index + 1).padStart(3, '0')}`);
  write(folder, 'coursewright.yaml', ['organization: Example College', 'courses:', ...ids.map((id) => `  - ${id}`)]);
  write(folder, 'shared/glossary.yaml', [
    'terms:',
    ...TERMS.flatMap((term) => [
      `  - id: ${toId(term)}`,
      `    term: ${term}`,
      `    definition: What ${term} means is said here in one plain sentence.`,
    ]),
  ]);
  for (const [index, id] of ids.entries()) writeCourse(folder, id, seededRandom(seed * 100_003 + index));
}

/** The path of a lesson, for runs that change one. */
export function lessonPath(course: string, number: number): string {
  return `${course}/lessons/${lessonFile(number)}`;
}

function writeCourse(folder: string, course: string, random: SeededRandom): void {
  const ids = questionIds(course);
  write(folder, `${course}/course.yaml`, outline(course, random));
  write(folder, `${course}/codes.lock`, [
    'coursewright-codes-lock 1',
    'edition\ticd-10-cm@2026\t2025-10-01\t2026-09-30',
    ...CODES.map(([code, title]) => `icd-10-cm\t${code}\t2026\tvalid\t${title}`),
  ]);
  for (let number = 1; number <= LESSONS; number++)
    write(folder, lessonPath(course, number), writeLesson(ids, number, random));
  for (let bank = 1; bank <= BANKS; bank++)
    write(folder, `${course}/banks/bank-${bank}.yaml`, writeBank(ids, bank, random));
  for (let number = 1; number <= IMAGES; number++)
    write(folder, `${course}/media/picture-${number}.png`, makePng(random));
}

function outline(course: string, random: SeededRandom): readonly string[] {
  const lines = [
    `id: ${course}`,
    `title: ${capitalize(makePhrase(random))}, volume ${course.slice(-3)}`,
    'version: 1.0.0',
    `description: ${makeSentence(random, 120)}`,
    'editions:',
    '  - icd-10-cm@2026',
    'exam-tests:',
    '  from: 2026-05-01',
    '  until: 2099-12-31',
    'outline:',
  ];
  for (let module = 1; module <= MODULES; module++) {
    lines.push(`  - module: module-${module}`, `    title: Module ${module}`, '    activities:');
    for (let at = 1; at <= LESSONS / MODULES; at++)
      lines.push(`      - lesson: lessons/${lessonFile((module - 1) * (LESSONS / MODULES) + at)}`);
    if (module % 2 !== 0) continue;
    const bank = module / 2;
    lines.push(
      `      - quiz: quiz-${bank}`,
      `        title: Quiz ${bank}`,
      `        from: [banks/bank-${bank}.yaml]`,
      '        draw: 40',
    );
  }
  lines.push('completion: all', 'grade:', '  activities: [quiz-1, quiz-2]', '  attempt: best', '  pass: 70');
  return lines;
}

function lessonFile(number: number): string {
  return `${String(number).padStart(2, '0')}-lesson-${number}.md`;
}

function writeLesson(ids: readonly string[], number: number, random: SeededRandom): readonly string[] {
  const [code] = random.pick(CODES);
  const term = random.pick(TERMS);
  const next = (number % LESSONS) + 1;
  const lines = [
    '---',
    `title: ${capitalize(makePhrase(random))} ${number}`,
    'objectives:',
    `  - Explain how ${makeClause(random, 50)}.`,
    `  - Tell when ${makeClause(random, 50)}.`,
    'minutes: 10',
    'codes:',
    `  icd-10-cm: [${code}]`,
    '---',
    '',
    `## What this is about`,
    '',
    `${makeParagraph(random, 3)} A :term[${term}] comes into it, and so does :code[${code}].`,
    '',
    '> [!NOTE]',
    `> ${makeSentence(random, 110)}`,
    '',
    '## Steps',
    '',
    ...Array.from(
      { length: 5 },
      (_, index) =>
        `${index + 1}. **${capitalize(random.pick(['first', 'then', 'later']))}**: ${makeSentence(random, 80)}`,
    ),
    '',
    `More stands in [the lesson about step ${next}](${lessonFile(next)}#steps) and at [the official pages](https://www.cms.gov/medicare/coding-billing).`,
    '',
    '## Side by side',
    '',
    '| Item | Inpatient | Outpatient |',
    '|---|---|---|',
    ...Array.from(
      { length: 5 },
      () => `| **${capitalize(makePhrase(random))}** | ${makePhrase(random)} | ${makePhrase(random)} |`,
    ),
    '',
  ];
  if (number % 2 === 0)
    lines.push(`![${makeSentence(random, 60)}](picture-${number / 2}.png "${makeSentence(random, 40)}")`, '');
  if (number % 5 === 0) lines.push(`::check{question=${ids[number - 1]}}`, '');
  for (let section = 1; length(lines) < ENOUGH_CHARACTERS; section++) {
    lines.push(`## Part ${section}: ${makePhrase(random)}`, '', makeParagraph(random, 4), '');
    lines.push(
      ...Array.from({ length: 3 }, () => `- ${makeSentence(random, 70)} *${capitalize(makePhrase(random))}.*`),
      '',
    );
  }
  return lines;
}

function makeParagraph(random: SeededRandom, sentences: number): string {
  return Array.from({ length: sentences }, () => makeSentence(random, 60 + random.below(60))).join(' ');
}

/** A course's ids in order, none of which shares its short name in the saved state with another. */
export function questionIds(course: string): readonly string[] {
  const ids = new Map<string, string>();
  for (let number = 1; ids.size < QUESTIONS; number++) {
    const id = `q${course.slice(-3)}-${number}`;
    const tag = tagOf(id);
    if (!ids.has(tag)) ids.set(tag, id);
  }
  return [...ids.values()];
}

/** Nine of ten questions are single-choice; keys take every place in turn. */
function writeBank(ids: readonly string[], bank: number, random: SeededRandom): readonly string[] {
  const lines = ['domain: guidance', 'questions:'];
  const each = QUESTIONS / BANKS;
  for (let at = 1; at <= each; at++) {
    const keys = at % 10 === 0 ? [at % 4, (at + 1 + random.below(3)) % 4] : [random.below(4)];
    const stem = `What holds when ${makeClause(random, 30)}?`;
    const texts = makeOptionTexts(stem, random);
    lines.push(
      `  - id: ${ids[(bank - 1) * each + at - 1]}`,
      `    type: ${keys.length === 1 ? 'single-choice' : 'multiple-choice'}`,
      ...(keys.length === 1 ? [] : ['    select: 2']),
      `    stem: ${stem}`,
      '    options:',
      ...['a', 'b', 'c', 'd'].flatMap((id, option) => [
        `      - id: ${id}`,
        `        text: ${texts[option]}`,
        ...(keys.includes(option) ? ['        correct: true'] : []),
        `        why: ${makeSentence(random, 30)}`,
      ]),
      `    rationale: ${makeSentence(random, 100)}`,
      `    difficulty: ${random.pick(['recall', 'application', 'analysis'])}`,
    );
  }
  return lines;
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

function toId(term: string): string {
  return term.replaceAll(' ', '-');
}

function length(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

function write(folder: string, path: string, content: readonly string[] | Buffer): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, Buffer.isBuffer(content) ? content : `${content.join('\n')}\n`);
}
