/** Typed texts: what counts as equal, what is kept, what an answer depends on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeAnswer, isKnownAnswer, toResponse } from '../../src/player/question-behavior.ts';
import type { FillInAnswer } from '../../src/questions/fill-in/answer.ts';
import { fillIn } from '../../src/questions/fill-in/fill-in.ts';
import { lettersOf, toComparable, toKeptText } from '../../src/questions/typed/typed-text.ts';
import { readAnswer, writeAnswer } from '../../src/shared/state-answers.ts';
import { createBitReader, createBitWriter } from '../../src/shared/state-bits.ts';
import { toFeedback } from '../../src/targets/scorm12/browser/scorm12-values.ts';
import './all-parts.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 4 }));

function answerOf(key: readonly string[], more: Partial<FillInAnswer> = {}): FillInAnswer {
  const misses = ['complication'];
  return { type: 'fill-in', options: [], pinned: [], key, select: 1, matchCase: false, max: 40, misses, ...more };
}

const source = (accept: readonly string[], more: object = {}) =>
  fillIn.schema.parse({
    id: 'q-1',
    type: 'fill-in',
    stem: 'What?',
    accept,
    rationale: 'So.',
    difficulty: 'recall',
    ...more,
  });

describe('a typed text', () => {
  it('is kept in one form, whatever is typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = toKeptText(text);
        expect(toKeptText(kept)).toBe(kept);
        expect(kept).toBe(kept.trim());
        expect(kept).not.toMatch(/\s\s|[\p{Cc}\p{Cs}]/u);
        expect(toComparable(kept, false)).toBe(toComparable(text, false));
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back from the saved state as it was kept, and never takes more room than computed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = toKeptText(text);
        fc.pre(kept !== '');
        const bits = createBitWriter();
        writeAnswer(bits, [kept]);
        expect(readAnswer(createBitReader(bits.text()))).toEqual([kept]);
        expect(new TextEncoder().encode(kept).length).toBeLessThanOrEqual(lettersOf(kept) * 2);
      }),
    );
  });

  it('loses what pasting brings along', () => {
    expect(toKeptText(' late\u00a0\u200b \n effect\u00ad ')).toBe('late effect');
    expect(toKeptText('５ ㎎')).toBe('5 mg');
    expect(lettersOf('Mañana')).toBe(6);
    expect(lettersOf('入院時')).toBe(5);
  });
});

describe('the grade of a typed text', () => {
  const blanks = fc.constantFrom('', ' ', '  ', '\u00a0');

  it('is full for every spelling that counts as an accepted text, under either policy', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), fc.nat(), blanks, (accepted, at, blank) => {
        const key = accepted.map(toKeptText).filter((text) => text !== '');
        const text = key[at % key.length];
        fc.pre(text !== undefined);
        for (const policy of ['all-or-nothing', 'partial'] as const) {
          expect(gradeAnswer(answerOf(key), [toKeptText(blank + text + blank)], policy)).toEqual({
            credit: 1,
            misses: [],
          });
        }
      }),
    );
  });

  it('is nothing for every other text', () => {
    fc.assert(
      fc.property(anyText, anyText, (accepted, typed) => {
        fc.pre(toComparable(accepted, false) !== toComparable(typed, false) && toKeptText(typed) !== '');
        expect(gradeAnswer(answerOf([accepted]), [toKeptText(typed)], 'partial').credit).toBe(0);
      }),
    );
  });

  it('takes case, quotes and dashes as their author said', () => {
    const grade = (key: string, typed: string, matchCase = false): number =>
      gradeAnswer(answerOf([key], { matchCase }), [toKeptText(typed)], 'all-or-nothing').credit;
    expect(grade("Crohn's disease", 'CROHN’S  disease')).toBe(1);
    expect(grade('X-ray', 'x–ray')).toBe(1);
    expect(grade('pH', 'ph')).toBe(1);
    expect(grade('pH', 'ph', true)).toBe(0);
    expect(grade('pH', 'pH', true)).toBe(1);
    expect(grade('resume', 'résumé')).toBe(0);
  });

  it('knows a miss that its author named from any other', () => {
    expect(gradeAnswer(answerOf(['sequela']), ['Complication'], 'partial').misses).toEqual(['named-miss']);
    expect(gradeAnswer(answerOf(['sequela']), ['sequel'], 'partial').misses).toEqual(['wrong-text']);
  });
});

describe('a record of a typed text', () => {
  it('fits the field of an LMS with the longest texts an author may accept', () => {
    const long = Array.from({ length: 6 }, (_, index) => `${index}`.repeat(120));
    const { type, response, correct } = toResponse(answerOf(long, { max: 120 }), [long[1] ?? '']);
    expect(toFeedback(type, response)).toBe('1'.repeat(120));
    expect(toFeedback(type, correct)).toBe(`${'0'.repeat(120)}, ${'1'.repeat(120)}, ...`);
  });

  it('is made of one text that is known', () => {
    expect(isKnownAnswer(answerOf(['x']), ['anything'])).toBe(true);
    expect(isKnownAnswer(answerOf(['x']), ['a', 'b'])).toBe(false);
  });
});

describe('what a typed answer depends on', () => {
  it('stays with order, spelling and reasons, and changes with what is accepted', () => {
    const basis = fillIn.answerBasis(source(['sequela', 'late effect']));
    const misses = [{ text: 'x', why: 'No.' }];
    expect(fillIn.answerBasis(source(['Late  Effect', 'Sequela', 'sequela'], { max: '60', misses }))).toBe(basis);
    expect(fillIn.answerBasis(source(['sequela']))).not.toBe(basis);
    expect(fillIn.answerBasis(source(['sequela', 'late effect'], { 'match-case': 'true' }))).not.toBe(basis);
  });
});
