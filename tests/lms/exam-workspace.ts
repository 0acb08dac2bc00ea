/** Writes a workspace with one course of two lessons and an exam of 100 questions drawn from a bank of 240. Nothing in it is a real exam item. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const EXAM_DOMAINS = ['documentation', 'diagnoses', 'procedures', 'compliance'] as const;
/** Of 240 in the bank, and of 100 in an attempt. */
const SIZES = { documentation: 48, diagnoses: 96, procedures: 48, compliance: 48 } as const;
const COUNTS = { documentation: 20, diagnoses: 40, procedures: 20, compliance: 20 } as const;

/** An exam of six. */
export const FEW = { documentation: 2, diagnoses: 2, procedures: 1, compliance: 1 } as const;

export interface ExamWorkspace {
  /** Lines below the exam, such as `attempts: 2`. */
  readonly exam?: readonly string[];
  /** How many questions of each domain an attempt asks, where not the whole 100. */
  readonly counts?: Readonly<Record<(typeof EXAM_DOMAINS)[number], number>>;
  /** Ids whose question is asked anew, and ids that are gone. */
  readonly revised?: readonly string[];
  readonly without?: readonly string[];
  readonly language?: string;
  readonly grade?: readonly string[];
  /** Further exams of the same draws, not graded, by id. */
  readonly beside?: Readonly<Record<string, readonly string[]>>;
}

/** `diagnoses-007` is a multiple choice where its number divides by five, true or false where by seven. */
function question(domain: string, number: number, revised: boolean): readonly string[] {
  const id = `${domain}-${String(number).padStart(3, '0')}`;
  const revision = revised ? ['    revision: 2'] : [];
  const end = [
    `    rationale: The record says so in its part ${number}, and the guideline for ${domain} asks for nothing more.`,
    '    difficulty: recall',
    `    guideline: Section ${domain.slice(0, 1).toUpperCase()}.${number}`,
    ...revision,
  ];
  if (number % 7 === 0) {
    return [
      `  - id: ${id}`,
      '    type: true-false',
      `    stem: The clerk may complete part ${number} of a record about ${domain} without asking.`,
      '    answer: false',
      '    why:',
      '      true: Only the author of a record completes it.',
      '      false: The author has to be asked.',
      ...end,
    ];
  }
  const isMultiple = number % 5 === 0;
  const letters = isMultiple ? ['a', 'b', 'c', 'd', 'e'] : ['a', 'b', 'c', 'd'];
  const right = isMultiple ? ['a', 'c'] : ['b'];
  return [
    `  - id: ${id}`,
    `    type: ${isMultiple ? 'multiple-choice' : 'single-choice'}`,
    ...(isMultiple ? ['    select: 2'] : []),
    `    stem: A clerk in the records office reads a note about ${domain} and meets step ${number}. What ${isMultiple ? 'two things come' : 'comes'} next?`,
    '    options:',
    ...letters.flatMap((letter, at) => [
      `      - id: ${letter}`,
      `        text: ${['Ask the physician', 'File the note as it stands', 'Compare it with the order', 'Return it to the ward', 'Wait for the next shift'][at]} (${number})`,
      `        why: ${right.includes(letter) ? 'This is what the note allows.' : 'The note does not speak of it.'}`,
      ...(right.includes(letter) ? ['        correct: true'] : []),
    ]),
    ...end,
  ];
}

export function rightAnswer(id: string): string {
  const number = Number(id.slice(-3));
  return number % 7 === 0 ? 'f' : number % 5 === 0 ? 'ac' : 'b';
}

export function writeExamWorkspace(folder: string, options: ExamWorkspace = {}): void {
  const write = (path: string, lines: readonly string[]): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${lines.join('\n')}\n`);
  };
  const counts = options.counts ?? COUNTS;
  const sizes = options.counts === undefined ? '10, 25' : '3';
  const exam = (id: string, title: string, own: readonly string[]): readonly string[] => [
    `      - exam: ${id}`,
    `        title: ${title}`,
    `        from: [${EXAM_DOMAINS.map((domain) => `banks/${domain}.yaml`).join(', ')}]`,
    '        draws:',
    ...EXAM_DOMAINS.flatMap((domain) => [`          - domain: ${domain}`, `            count: ${counts[domain]}`]),
    ...own.map((line) => `        ${line}`),
  ];
  write('coursewright.yaml', ['organization: Example College', 'courses: [mock]']);
  write('mock/course.yaml', [
    'id: mock',
    'title: A mock exam',
    'version: 1.2.0',
    ...(options.language === undefined ? [] : [`language: ${options.language}`]),
    'description: An exam for practice.',
    'outline:',
    '  - module: learn',
    '    title: Learn',
    '    activities:',
    '      - lesson: lessons/01-reading.md',
    '      - lesson: lessons/02-asking.md',
    '  - module: test',
    '    title: Test',
    '    activities:',
    ...exam('final', 'The final exam', [
      'introduction: As close to the real thing as an LMS allows.',
      ...(options.exam ?? [
        'minutes: 240',
        'time-factors: [1, 1.5, untimed]',
        `sets: [${sizes}, domain, missed, flagged, unseen, due]`,
      ]),
    ]),
    ...Object.entries(options.beside ?? {}).flatMap(([id, own]) => exam(id, `The exam ${id}`, own)),
    ...(options.grade ?? ['completion: [final]', 'grade:', '  activities: [final]', '  attempt: best', '  pass: 70']),
  ]);
  const domains = ['documentation', 'diagnoses'];
  for (const [at, name] of ['reading', 'asking'].entries()) {
    write(`mock/lessons/0${at + 1}-${name}.md`, [
      '---',
      `id: ${name}`,
      `title: ${name === 'reading' ? 'How to read a record' : 'When to ask'}`,
      `domain: ${domains[at]}`,
      'objectives:',
      '  - Tell what a record says.',
      '---',
      '',
      'A record is read from its first page to its last, with the orders beside it.',
    ]);
  }
  for (const domain of EXAM_DOMAINS) {
    const numbers = Array.from({ length: SIZES[domain] }, (_, at) => at + 1);
    const ids = numbers
      .map((number) => ({ number, id: `${domain}-${String(number).padStart(3, '0')}` }))
      .filter(({ id }) => options.without?.includes(id) !== true);
    write(`mock/banks/${domain}.yaml`, [
      `domain: ${domain}`,
      'questions:',
      ...ids.flatMap(({ id, number }) => question(domain, number, options.revised?.includes(id) === true)),
    ]);
  }
}
