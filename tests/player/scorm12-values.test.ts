/** Answers as the text forms that SCORM 1.2 takes (RTE 3.4.4, lms-rules R11). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFeedback } from '../../src/targets/scorm12/browser/scorm12-values.ts';

describe('an answer', () => {
  it('has the form of its type', () => {
    expect(toFeedback('true-false', ['t'])).toBe('t');
    expect(toFeedback('choice', ['a', 'c'])).toBe('a,c');
    expect(toFeedback('sequencing', ['c', 'a', 'b'])).toBe('c,a,b');
    expect(toFeedback('matching', ['1b', '2a'])).toBe('1.b,2.a');
    expect(toFeedback('numeric', ['2.4'])).toBe('2.4');
    expect(toFeedback('fill-in', ['E11.9', 'I10'])).toBe('E11.9, I10');
    expect(toFeedback('fill-in', [])).toBe('');
  });

  it('that is typed never exceeds the field, is never cut inside a piece but the only one, and says that it goes on', () => {
    const piece = fc.stringMatching(/^[A-Z0-9.]{1,40}$/);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = toFeedback('fill-in', pieces);
        expect(text.length).toBeLessThanOrEqual(255);
        const whole = pieces.join(', ');
        if (whole.length <= 255) expect(text).toBe(whole);
        else {
          expect(text.endsWith(', ...')).toBe(true);
          const shown = text.slice(0, -5).split(', ');
          expect(shown).toEqual(pieces.slice(0, shown.length));
        }
      }),
    );
    expect(toFeedback('fill-in', ['x'.repeat(300)])).toBe('x'.repeat(255));
  });
});
