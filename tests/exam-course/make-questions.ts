/**
 * A seed -> questions of every type as lines of a bank, with their solutions. The texts mean nothing: they were made from a list of
 * words, so that they are nobody's items. It must not know courses.
 */
import { capitalize, makeClause, makePhrase, makeSentence } from '../bench/make-sentences.ts';
import type { SeededRandom } from '../bench/seeded-random.ts';

/** Real codes with their official titles (ICD-10-CM, NCHS). */
export const CODES = [
  ['E11.9', 'Type 2 diabetes mellitus without complications'],
  ['I10', 'Essential (primary) hypertension'],
  ['J45.909', 'Unspecified asthma, uncomplicated'],
  ['N39.0', 'Urinary tract infection, site not specified'],
  ['R07.9', 'Chest pain, unspecified'],
] as const;

/** ICD-10-PCS, CMS. */
export const PROCEDURE = ['0DTJ4ZZ', 'Resection of Appendix, Percutaneous Endoscopic Approach'] as const;

export interface MadeQuestion {
  readonly lines: readonly string[];
  readonly solution: Solution;
}

/** How a question is answered rightly. */
export interface Solution {
  readonly type: string;
  /** Pieces as an LMS reports them: ids of options, pairs such as `1.a`, typed texts, rows such as `p E11.9/Y`. */
  readonly right: readonly string[];
}

/** One of ten questions is typed, one is matched or put in order, in one way after the other; three of ten have no single right option. */
export function makeQuestion(id: string, index: number, random: SeededRandom): MadeQuestion {
  const ten = Math.floor(index / 10);
  const typed = ten % 3;
  switch (index % 10) {
    case 3:
      return makeTrueFalse(id, index, random);
    case 4:
      return ten % 2 === 0 ? makeMatching(id, random) : makeOrdering(id, random);
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

interface Framed {
  readonly id: string;
  readonly stem: string;
  readonly solution: Solution;
  /** Lines that only this type has. */
  readonly own: readonly string[];
}

function frame({ id, stem, solution, own }: Framed, random: SeededRandom): MadeQuestion {
  const lines = [
    `  - id: ${id}`,
    `    type: ${solution.type}`,
    `    stem: ${stem}`,
    ...own,
    `    rationale: ${makeSentence(random, 100)}`,
    `    difficulty: ${random.pick(['application', 'analysis'])}`,
  ];
  return { lines, solution };
}

function makeChoice(id: string, index: number, keys: 1 | 2, random: SeededRandom): MadeQuestion {
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
  const type = keys === 1 ? 'single-choice' : 'multiple-choice';
  const ids = right.map((at) => 'abcd'.charAt(at)).sort();
  return frame({ id, stem, own, solution: { type, right: ids } }, random);
}

function makeTrueFalse(id: string, index: number, random: SeededRandom): MadeQuestion {
  const isTrue = Math.floor(index / 10) % 2 === 0;
  const own = [
    `    answer: ${isTrue}`,
    '    why:',
    `      true: ${makeSentence(random, 30)}`,
    `      false: ${makeSentence(random, 30)}`,
  ];
  const solution = { type: 'true-false', right: [isTrue ? 't' : 'f'] };
  return frame({ id, stem: makeSentence(random, 60), own, solution }, random);
}

function makeFillIn(id: string, random: SeededRandom): MadeQuestion {
  const stem = `Which word sums up that ${makeClause(random, 40)}?`;
  let word = '';
  while (word === '' || stem.includes(word)) word = makePhrase(random).split(' ')[1] ?? '';
  const own = ['    max: 14', '    accept:', `      - ${word}`];
  return frame({ id, stem, own, solution: { type: 'fill-in', right: [word] } }, random);
}

function makeNumeric(id: string, random: SeededRandom): MadeQuestion {
  const stem = `How many milligrams are given when ${makeClause(random, 40)}?`;
  const answer = String(5 + random.below(90));
  const own = [`    answer: ${answer}`, '    unit: mg'];
  return frame({ id, stem, own, solution: { type: 'numeric', right: [answer] } }, random);
}

function makeCodeEntry(id: string, index: number, random: SeededRandom): MadeQuestion {
  const [code, title] = CODES[index % CODES.length] ?? CODES[0];
  const stem = `'Which code stands for "${title}" where ${makeClause(random, 30)}?'`;
  const own = ['    expect:', `      - code: ${code}`, `        why: ${makeSentence(random, 30)}`];
  return frame({ id, stem, own, solution: { type: 'code-entry', right: [code] } }, random);
}

/** Three prompts, each with its option, and one option that belongs to none. */
function makeMatching(id: string, random: SeededRandom): MadeQuestion {
  const stem = `Match each part with what holds when ${makeClause(random, 40)}.`;
  const options = makeOptionTexts(stem, random);
  const prompts = makeOptionTexts(`${stem} ${options.join(' ')}`, random).slice(0, 3);
  const first = random.below(4);
  const matches = prompts.map((_, at) => 'abcd'.charAt((first + at * 3) % 4));
  const own = [
    '    prompts:',
    ...prompts.flatMap((text, at) => [
      `      - id: ${at + 1}`,
      `        text: ${text}`,
      `        match: ${matches[at]}`,
    ]),
    '    options:',
    ...options.flatMap((text, at) => [`      - id: ${'abcd'.charAt(at)}`, `        text: ${text}`]),
  ];
  const right = matches.map((match, at) => `${at + 1}.${match}`);
  return frame({ id, stem, own, solution: { type: 'matching', right } }, random);
}

/** Four items; their ids say nothing of the order. */
function makeOrdering(id: string, random: SeededRandom): MadeQuestion {
  const stem = `Put in order what happens when ${makeClause(random, 40)}.`;
  const first = random.below(4);
  const right = ['c', 'a', 'd', 'b'].map((_, at, all) => all[(at + first) % 4] ?? 'a');
  const texts = makeOptionTexts(stem, random);
  const own = ['    items:', ...right.flatMap((item, at) => [`      - id: ${item}`, `        text: ${texts[at]}`])];
  return frame({ id, stem, own, solution: { type: 'ordering', right } }, random);
}

/** Stays in hospital with indicators and a procedure, and visits without, in turn; each with two further diagnoses and two documents. */
export function makeCase(id: string, index: number, random: SeededRandom): MadeQuestion {
  const code = (offset: number) => (CODES[(index + offset) % CODES.length] ?? CODES[0])[0];
  const isStay = index % 2 === 0;
  const entry = (text: string, poa: string, indent: string): readonly string[] => [
    `code: ${text}`,
    ...(isStay && poa !== '' ? [`${indent}poa: ${poa}`] : []),
    `${indent}why: ${makeSentence(random, 30)}`,
  ];
  const listed = (text: string, poa: string): readonly string[] => {
    const [head = '', ...rest] = entry(text, poa, '        ');
    return [`      - ${head}`, ...rest];
  };
  const own = [
    `    setting: ${isStay ? 'inpatient' : 'outpatient'}`,
    '    documents:',
    '      - id: history',
    '        title: History and physical',
    `        text: ${makeSentence(random, 400)}`,
    '      - id: plan',
    '        title: Assessment and plan',
    `        text: ${makeSentence(random, 300)}`,
    ...(isStay ? ['    poa: true'] : []),
    '    principal:',
    ...entry(code(0), 'Y', '      ').map((line, at) => (at === 0 ? `      ${line}` : line)),
    '    secondary:',
    ...listed(code(1), 'N'),
    ...listed(code(2), 'Y'),
    ...(isStay ? ['    procedures:', ...listed(PROCEDURE[0], '')] : []),
  ];
  const poa = (value: string): string => (isStay ? `/${value}` : '');
  const rows = [`p ${code(0)}${poa('Y')}`, `s ${code(1)}${poa('N')}`, `s ${code(2)}${poa('Y')}`];
  const right = isStay ? [...rows, `x ${PROCEDURE[0]}`] : rows;
  const stem = `Code the record of a visit in which ${makeClause(random, 40)}.`;
  return frame({ id, stem, own, solution: { type: 'case', right } }, random);
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
