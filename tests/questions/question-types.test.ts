/** What a question's saved answer depends on, and that the three types fit their sources. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuestionSource } from '../../src/questions/question-type.ts';
import { findQuestionType, QUESTION_TYPES, questionTypeOf } from '../../src/questions/question-types.ts';

const optionIds = fc.uniqueArray(fc.constantFrom(...'abcdefghij0123456789'), { minLength: 2, maxLength: 8 });

const text = fc.string({ minLength: 1, maxLength: 20 }).map((words) => `.${words}.`);

/** A choice with at least one right option, as its author wrote it: every scalar is text. */
const choice = fc
  .record({ ids: optionIds, right: fc.infiniteStream(fc.boolean()), words: fc.infiniteStream(text) })
  .map(({ ids, right, words }) => {
    const options = ids.map((id, index) => ({
      id,
      text: words.next().value as string,
      why: words.next().value as string,
      correct: index === 0 || right.next().value ? 'true' : 'false',
    }));
    return {
      id: 'q-1',
      type: 'multiple-choice',
      select: String(options.filter((option) => option.correct === 'true').length),
      stem: words.next().value as string,
      rationale: words.next().value as string,
      difficulty: 'recall',
      options,
    };
  });

function read(value: unknown): QuestionSource {
  const type = findQuestionType((value as { readonly type: string }).type);
  if (type === undefined) throw new Error('no such type');
  return type.schema.parse(value);
}

const basisOf = (value: unknown): string => {
  const source = read(value);
  return questionTypeOf(source).answerBasis(source);
};

describe('the basis of an answer', () => {
  test('stays when options are reordered and everything is reworded', () => {
    fc.assert(
      fc.property(choice, text, fc.nat(), (question, words, turn) => {
        const at = turn % question.options.length;
        const turned = [...question.options.slice(at), ...question.options.slice(0, at)];
        const reworded = turned.map((option) => ({ ...option, text: words, why: words }));
        expect(basisOf({ ...question, stem: words, rationale: words, options: reworded })).toBe(basisOf(question));
      }),
    );
  });

  test('changes with the key', () => {
    fc.assert(
      fc.property(choice, fc.nat(), (question, turn) => {
        const at = turn % question.options.length;
        const options = question.options.map((option, index) =>
          index === at ? { ...option, correct: option.correct === 'true' ? 'false' : 'true' } : option,
        );
        expect(basisOf({ ...question, options })).not.toBe(basisOf(question));
      }),
    );
  });

  test('changes when an option is added or gets another id', () => {
    fc.assert(
      fc.property(choice, (question) => {
        const extra = { id: 'z', text: 'More', why: 'No.', correct: 'false' };
        expect(basisOf({ ...question, options: [...question.options, extra] })).not.toBe(basisOf(question));
        const renamed = question.options.map((option, index) => (index === 0 ? { ...option, id: 'z' } : option));
        expect(basisOf({ ...question, options: renamed })).not.toBe(basisOf(question));
      }),
    );
  });

  test('differs between the types and the two answers of a statement', () => {
    const statement = {
      id: 'q-2',
      type: 'true-false',
      stem: 'So it is.',
      rationale: 'Because.',
      difficulty: 'recall',
      answer: 'true',
      why: { true: 'Yes.', false: 'No.' },
    };
    expect(basisOf({ ...statement, answer: 'false' })).not.toBe(basisOf(statement));
  });
});

describe('every question type', () => {
  test('has a name of its own', () => {
    expect(QUESTION_TYPES.map((type) => type.type)).toEqual([
      'single-choice',
      'multiple-choice',
      'true-false',
      'fill-in',
      'numeric',
      'matching',
      'ordering',
      'code-entry',
      'pcs-build',
      'case',
    ]);
  });

  test('builds its body from exactly the texts that it lists', () => {
    fc.assert(
      fc.property(choice, (question) => {
        const source = read(question);
        const type = questionTypeOf(source);
        const asked: string[] = [];
        const content = (path: string) => {
          asked.push(path);
          return { blocks: [], footnotes: [] };
        };
        type.buildBody(source, content, { drill: undefined, titleOf: () => '' });
        const listed = type.markdownPaths(source).filter((path) => path !== 'stem' && path !== 'rationale');
        expect(asked.sort()).toEqual([...listed].sort());
      }),
    );
  });
});
