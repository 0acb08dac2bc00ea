/** What becomes of answers that are no choice when authors edit their question: kept as given, or asked again and said so; never moved. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runExam } from '../../src/player/exam-run.ts';
import { answerQuestion, findAttempt, startAttempt } from '../../src/player/learning.ts';
import { gradeAnswer } from '../../src/player/question-behavior.ts';
import { arrangeAttempt, type Quiz, type RunQuestion } from '../../src/player/quiz-run.ts';
import type { AnyPlayerQuestion } from '../../src/questions/answer-data.ts';
import { findQuestionType } from '../../src/questions/question-types.ts';
import type { PackageData, QuestionData } from '../../src/shared/package-data.ts';
import { decodeState, encodeState } from '../../src/shared/state-codec.ts';
import { reconcileState } from '../../src/shared/state-reconcile.ts';
import { createEmptyState, type SavedState } from '../../src/shared/state-record.ts';
import { checkOf, tagOf } from '../../src/shared/tags.ts';
import { makeSampleData } from '../lms/sample-package.ts';

import '../questions/all-parts.ts';
import { NAME } from './sample-states.ts';

type Value = string | readonly Value[] | { readonly [key: string]: Value };
type Source = Readonly<Record<string, Value>>;
type Entries = readonly Source[];

const QUIZ = tagOf('quiz');

/** One question as its author wrote it, answers to it, and edits of it. */
interface Subject {
  readonly source: Source;
  /** As a learner may have left them, right, wrong and half. */
  readonly answers: readonly (readonly string[])[];
  /** Nothing that an answer depends on. */
  readonly cosmetic: Readonly<Record<string, (source: Source) => Source>>;
  /** What is right, or what there is to answer with, becomes another. */
  readonly key: Readonly<Record<string, (source: Source) => Source>>;
  /** May leave some answers as they are and others without a meaning. */
  readonly either?: Readonly<Record<string, (source: Source) => Source>>;
}

const entries = (source: Source, name: string): Entries => (source[name] ?? []) as Entries;
const reversed =
  (name: string) =>
  (source: Source): Source => ({ ...source, [name]: [...entries(source, name)].reverse() });
const set =
  (name: string, value: Value) =>
  (source: Source): Source => ({ ...source, [name]: value });
const without =
  (name: string) =>
  (source: Source): Source => {
    const { [name]: _, ...rest } = source;
    return rest;
  };
const each =
  (name: string, change: (entry: Source) => Source) =>
  (source: Source): Source => ({
    ...source,
    [name]: entries(source, name).map(change),
  });
const fewer =
  (name: string) =>
  (source: Source): Source => ({ ...source, [name]: entries(source, name).slice(1) });
/** Of a list to choose from, where there still is one. */
const ofChoices =
  (change: (choices: Source) => Source) =>
  (source: Source): Source =>
    source.options === undefined ? source : { ...source, options: change(source.options as Source) };
/** Without the entry that has this value. */
const lacking =
  (name: string, field: string, value: string) =>
  (source: Source): Source => ({
    ...source,
    [name]: entries(source, name).filter((entry) => entry[field] !== value),
  });
const reworded: Subject['cosmetic'] = {
  stem: set('stem', 'Said in other words?'),
  rationale: set('rationale', 'Explained in other words.'),
};

const stay: Subject = {
  source: {
    type: 'case',
    setting: 'inpatient',
    documents: [
      { id: 'summary', title: 'Summary', text: 'Appendicitis.' },
      { id: 'note', title: 'Note', text: 'Diabetes.' },
    ],
    poa: 'true',
    principal: { code: 'K35.30', poa: 'Y', why: 'So.' },
    secondary: [
      { code: 'E11.9', poa: 'Y', why: 'So.' },
      { code: 'I10', poa: 'N', why: 'So.' },
    ],
    procedures: [{ code: '0DTJ4ZZ', why: 'So.' }],
  },
  answers: [['pK3530/Y', 'sE119/Y', 'sI10/N', 'x0DTJ4ZZ'], ['pE119/U', 'sK3530', 'x0DTJ0ZZ'], ['sI10/N'], ['x0DTJ4ZZ']],
  cosmetic: {
    ...reworded,
    'documents in another order': reversed('documents'),
    'a reworded document': each('documents', (document) => ({ ...document, title: 'Other', text: 'Other words.' })),
    'secondary diagnoses in another order': reversed('secondary'),
    'codes without their dots': each('secondary', (entry) => ({ ...entry, code: String(entry.code).replace('.', '') })),
    'other reasons': each('secondary', (entry) => ({ ...entry, why: 'Because.' })),
    'a foreseen miss': set('misses', [{ code: 'K37', why: 'No.' }]),
  },
  key: {
    'another principal diagnosis': set('principal', { code: 'K37', poa: 'Y', why: 'So.' }),
    'another indicator': set('principal', { code: 'K35.30', poa: 'N', why: 'So.' }),
    'one diagnosis less': fewer('secondary'),
    'no procedures': without('procedures'),
    'no indicators': (source) =>
      without('poa')({
        ...each('secondary', without('poa'))(source),
        principal: without('poa')(source.principal as Source),
      }),
    'an optional diagnosis': each('secondary', (entry) => ({ ...entry, optional: 'true' })),
    'other points': set('grading', { place: '0', near: '0.25' }),
  },
};

const visit: Subject = {
  source: {
    type: 'case',
    setting: 'emergency',
    documents: [{ id: 'note', title: 'Note', text: 'Chest pain.' }],
    principal: { code: 'R07.9', why: 'So.' },
    secondary: [{ code: 'I10', why: 'So.' }],
    entry: 'list',
    options: {
      diagnoses: [
        { code: 'I21.4', text: 'Infarction' },
        { code: 'I10', text: 'Hypertension' },
        { code: 'R07.9', text: 'Chest pain' },
      ],
    },
  },
  answers: [['pR079', 'sI10'], ['pI214'], ['sI214', 'sR079']],
  cosmetic: {
    ...reworded,
    'choices in another order': ofChoices(reversed('diagnoses')),
  },
  key: { 'typed instead of chosen': (source) => without('options')(without('entry')(source)) },
  either: { 'a choice less': ofChoices(lacking('diagnoses', 'code', 'I21.4')) },
};

const matching: Subject = {
  source: {
    type: 'matching',
    prompts: [
      { id: '1', text: 'One', match: 'c' },
      { id: '2', text: 'Two', match: 'a' },
    ],
    options: ['a', 'b', 'c'].map((id) => ({ id, text: `Option ${id}` })),
  },
  answers: [['1c', '2a'], ['1a', '2c'], ['2b']],
  cosmetic: {
    ...reworded,
    'prompts in another order': reversed('prompts'),
    'options in another order': reversed('options'),
    'reworded options': each('options', (option) => ({ ...option, text: 'Other' })),
  },
  key: {
    'other matches': each('prompts', (prompt) => ({ ...prompt, match: prompt.match === 'a' ? 'c' : 'a' })),
    'a wrong option less': lacking('options', 'id', 'b'),
    'a prompt less': fewer('prompts'),
  },
};

const ordering: Subject = {
  source: { type: 'ordering', items: ['c', 'a', 'b'].map((id) => ({ id, text: `Item ${id}` })) },
  answers: [
    ['c', 'a', 'b'],
    ['b', 'a', 'c'],
  ],
  cosmetic: { ...reworded, 'reworded items': each('items', (item) => ({ ...item, text: 'Other', why: 'So.' })) },
  key: { 'another order': reversed('items'), 'an item less': fewer('items') },
};

const fillIn: Subject = {
  source: { type: 'fill-in', accept: ['sequela', 'late effect'], max: '20' },
  answers: [['sequela'], ['late  effect'], ['complication']],
  cosmetic: {
    ...reworded,
    'accepted texts in another order': reversed('accept'),
    'a foreseen miss': set('misses', [{ text: 'complication', why: 'No.' }]),
    'more room': set('max', '30'),
  },
  key: { 'other texts': set('accept', ['residual']), 'capitals count': set('match-case', 'true') },
};

const numeric: Subject = {
  source: { type: 'numeric', answer: '12.5', unit: 'mg', tolerance: '0.1' },
  answers: [['12.5 mg'], ['12'], ['50']],
  cosmetic: { ...reworded, 'a foreseen miss': set('misses', [{ answer: '50', why: 'No.' }]) },
  key: {
    'another answer': set('answer', '25'),
    'another tolerance': set('tolerance', '1'),
    'another unit': set('unit', 'g'),
  },
};

const codeEntry: Subject = {
  source: {
    type: 'code-entry',
    expect: [
      { code: 'E11.9', why: 'So.' },
      { code: 'I10', why: 'So.' },
    ],
  },
  answers: [['E119', 'I10'], ['I119'], ['I10']],
  cosmetic: {
    ...reworded,
    'codes in another order': reversed('expect'),
    'codes without their dots': each('expect', (entry) => ({ ...entry, code: String(entry.code).replace('.', '') })),
  },
  key: {
    'another code': each('expect', (entry) => ({ ...entry, code: 'E11.65' })),
    'a code less': fewer('expect'),
  },
};

const drill: Subject = {
  source: { type: 'pcs-build', given: '0D', expect: '0DTJ4ZZ', also: ['0DTJ0ZZ'], why: { approach: 'So.' } },
  answers: [['0DTJ4ZZ'], ['0DTJ0ZZ'], ['0DBJ4ZX'], ['0DT']],
  cosmetic: {
    ...reworded,
    'other reasons': set('why', { operation: 'Because.' }),
    'a foreseen miss': set('misses', [{ code: '0DBJ4ZX', why: 'No.' }]),
    'less given': set('given', '0'),
  },
  key: { 'another code': set('expect', '0DTJ8ZZ'), 'one right code less': without('also') },
  either: { 'the table given': set('given', '0DT') },
};

const SUBJECTS: Readonly<Record<string, Subject>> = {
  stay,
  visit,
  matching,
  ordering,
  'fill-in': fillIn,
  numeric,
  'code-entry': codeEntry,
  drill,
};
const IDS = Object.keys(SUBJECTS);

interface Version {
  readonly facts: QuestionData;
  readonly question: AnyPlayerQuestion;
}

const COMMON = { stem: 'Which?', rationale: 'So.', difficulty: 'recall' };
const content = () => ({ blocks: [], footnotes: [] });
const NO_REFERENCE = { drill: undefined, titleOf: () => '' };

/** As the compiler makes of a source what a package carries. */
function compile(id: string, source: Source): Version {
  const type = findQuestionType(String(source.type));
  if (type === undefined) throw new Error('no such type');
  const read = type.schema.parse({ id, ...COMMON, ...source });
  const body = type.buildBody(read, content, NO_REFERENCE);
  const check = checkOf(`${type.answerBasis(read)}\n1`);
  return {
    facts: { id, tag: tagOf(id), check, domain: 'one', answer: type.answerSize(body) },
    question: { id, answer: type.answerData(body), whyHtml: {}, rationaleHtml: '', guideline: '' } as AnyPlayerQuestion,
  };
}

interface Course {
  readonly data: PackageData;
  readonly keys: ReadonlyMap<string, AnyPlayerQuestion>;
  readonly quiz: Quiz;
}

function courseOf(versions: readonly Version[]): Course {
  const { data } = makeSampleData();
  const pool = versions.map(({ facts }) => facts.id);
  const questions = versions.map(({ facts }) => facts);
  const common = { id: 'quiz', tag: QUIZ, title: 'Quiz', page: '', script: '', minutes: 0 };
  const quiz: Quiz = { ...common, kind: 'quiz', pool, draw: pool.length, drawn: true, shuffle: true };
  return {
    data: { ...data, name: NAME, activities: [quiz], questions, completion: ['quiz'] },
    keys: new Map(versions.map(({ question }) => [question.id, question])),
    quiz,
  };
}

/** What a quiz shows of a state, and what an exam shows, which must be the same. */
function runsOf({ data, keys, quiz }: Course, state: SavedState): ReadonlyMap<string, RunQuestion> {
  const attempt = findAttempt(state, QUIZ);
  if (attempt === undefined) throw new Error('the attempt is gone');
  const questions = new Map(data.questions.map((question) => [question.id, question]));
  const run = arrangeAttempt(quiz, attempt, questions, keys);
  const draws = [{ count: quiz.draw, of: quiz.draw }];
  const credit = { policy: 'all-or-nothing', byType: {} } as const;
  const exam = runExam({ pool: quiz.pool, draws, draw: quiz.draw, groups: [], credit }, attempt, questions, keys, []);
  const facts = (all: readonly RunQuestion[]) =>
    all.map(({ facts, answer, changed }) => [facts.id, answer, changed]).sort();
  expect(facts(exam)).toEqual(facts(run));
  return new Map(run.map((entry) => [entry.facts.id, entry]));
}

function answered(course: Course, answers: ReadonlyMap<string, readonly string[]>): SavedState {
  const started = startAttempt(createEmptyState(NAME), QUIZ, 7, course.data.questions);
  return course.data.questions.reduce(
    (state, facts) => answerQuestion(state, QUIZ, facts, answers.get(facts.id)),
    started,
  );
}

function throughText(state: SavedState): SavedState {
  const decoded = decodeState(encodeState(state), tagOf(NAME));
  if (decoded.kind !== 'read') throw new Error('the state cannot be read');
  return decoded.state;
}

function rightAnswer({ keys }: Course, id: string): readonly string[] {
  const { type, key = [] } = keys.get(id)?.answer ?? {};
  // Any one of the accepted texts or codes.
  return type === 'fill-in' || type === 'pcs-build' ? key.slice(0, 1) : key;
}

/** Every edit of every subject, as `[subject, kind, name]`. */
const EDITS = IDS.flatMap((id) =>
  (['cosmetic', 'key', 'either'] as const).flatMap((kind) =>
    Object.keys(SUBJECTS[id]?.[kind] ?? {}).map((name) => [id, kind, name] as const),
  ),
);

const picks = fc.record(Object.fromEntries(IDS.map((id) => [id, fc.nat()])));
/** Each at most once, in any order. */
const edits = fc.uniqueArray(fc.constantFrom(...EDITS), { maxLength: 8 });

function pickAnswers(numbers: Readonly<Record<string, number>>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    IDS.map((id) => {
      const { answers = [] } = SUBJECTS[id] ?? {};
      return [id, answers[(numbers[id] ?? 0) % answers.length] ?? []];
    }),
  );
}

describe('an edited question', () => {
  const before = courseOf(IDS.map((id) => compile(id, SUBJECTS[id]?.source ?? {})));

  it.each(EDITS)('%s, %s: %s', (id, kind, name) => {
    const subject = SUBJECTS[id];
    const change = subject?.[kind]?.[name];
    if (subject === undefined || change === undefined) throw new Error('no such edit');
    const old = compile(id, subject.source);
    const fresh = compile(id, change(subject.source));
    if (kind === 'cosmetic') expect(fresh.facts.check).toBe(old.facts.check);
    if (kind === 'key') expect(fresh.facts.check).not.toBe(old.facts.check);
  });

  it('keeps an answer as it was given, or asks again and says so; no answer comes to another field or question', () => {
    fc.assert(
      fc.property(picks, edits, fc.nat(), (numbers, changes, turn) => {
        const given = pickAnswers(numbers);
        const old = throughText(answered(before, given));
        const versions = IDS.map((id) => {
          const own = changes.filter(([subject]) => subject === id);
          const source = own.reduce(
            (now, [, kind, name]) => SUBJECTS[id]?.[kind]?.[name]?.(now) ?? now,
            SUBJECTS[id]?.source ?? {},
          );
          return compile(id, source);
        });
        const at = turn % versions.length;
        const after = courseOf([...versions.slice(at), ...versions.slice(0, at)].reverse());
        const { state } = reconcileState(old, after.data);
        const shown = runsOf(after, state);
        expect([...shown.keys()].sort()).toEqual([...IDS].sort());
        for (const [id, entry] of shown) {
          const kinds = changes.flatMap(([subject, kind]) => (subject === id ? [kind] : []));
          const then = before.keys.get(id);
          if (then === undefined) throw new Error('no such question');
          if (entry.answer === undefined) {
            expect(entry.changed, id).toBe(true);
            expect(kinds.some((kind) => kind !== 'cosmetic')).toBe(true);
            continue;
          }
          expect(entry.answer).toEqual(given.get(id));
          expect(entry.changed).toBe(false);
          expect(entry.credit).toBe(gradeAnswer(then.answer, entry.answer, 'all-or-nothing').credit);
        }
        // Said at every visit until it is answered anew.
        const twice = runsOf(after, reconcileState(throughText(state), after.data).state);
        for (const [id, entry] of shown) expect(twice.get(id)?.changed).toBe(entry.changed);
        const again = after.data.questions.reduce(
          (now, facts) => answerQuestion(now, QUIZ, facts, rightAnswer(after, facts.id)),
          state,
        );
        const anew = runsOf(after, reconcileState(throughText(again), after.data).state);
        for (const [id, entry] of anew) expect(entry, id).toMatchObject({ changed: false, credit: 1 });
      }),
      { numRuns: 300 },
    );
  });

  it('asks again where a choice that was taken is gone from the list, and only there', () => {
    const gone = visit.either?.['a choice less'];
    const after = courseOf([compile('visit', gone?.(visit.source) ?? {})]);
    const start = courseOf([compile('visit', visit.source)]);
    const shownOf = (rows: readonly string[]) => {
      const old = throughText(answered(start, new Map([['visit', rows]])));
      return runsOf(after, reconcileState(old, after.data).state).get('visit');
    };
    expect(shownOf(['pR079', 'sI10'])).toMatchObject({ answer: ['pR079', 'sI10'], changed: false });
    expect(shownOf(['pI214'])).toMatchObject({ answer: undefined, changed: true });
  });
});
