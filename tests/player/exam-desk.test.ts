/** What stays in the browser: read back as written, whatever else lies there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../src/player/exam-desk.ts';
import { createMemory } from '../../src/player/session/environment.ts';

const MARKS = { struck: ['a'], highlights: [{ from: 2, to: 5, text: 'the' }], note: 'Look it up.' };

describe('the desk of an exam', () => {
  it('is found again by the next visit, each exam by itself', () => {
    const mirror = createMemory();
    openDesk(mirror, 'one').setMarks('q1', MARKS);
    expect(openDesk(mirror, 'one').marks('q1')).toEqual(MARKS);
    expect(openDesk(mirror, 'two').marks('q1').note).toBe('');
  });

  it('begins an attempt with clean pages and keeps the notes, until they are cleared', () => {
    const desk = openDesk(createMemory(), 'one');
    desk.setMarks('q1', MARKS);
    desk.clean();
    expect(desk.marks('q1')).toEqual({ struck: [], highlights: [], note: 'Look it up.' });
    expect([...desk.notes()]).toEqual([['q1', 'Look it up.']]);
    desk.clearNotes();
    expect(desk.notes().size).toBe(0);
  });

  it('survives whatever another page wrote there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const mirror = createMemory();
        for (const name of ['marks', 'clock']) mirror.write(`exam/one/${name}`, text);
        const desk = openDesk(mirror, 'one');
        const { struck, highlights, note } = desk.marks('q1');
        expect([Array.isArray(struck), Array.isArray(highlights), typeof note]).toEqual([true, true, 'string']);
        expect(['undefined', 'object']).toContain(typeof desk.clock());
      }),
    );
  });
});
