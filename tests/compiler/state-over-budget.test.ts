/** A course whose saved state could outgrow what the LMS keeps: no package, and a sentence that says where the room went. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { copyWorkspace } from '../hostile/hostile-workspace.ts';

const COURSE = 'first-course/course.yaml';

/** Quizzes that each draw many questions, which take the most room. */
function writeQuizzes(workspace: ReturnType<typeof copyWorkspace>, count: number): void {
  const question = (id: string): string =>
    [
      `  - id: ${id}`,
      '    type: single-choice',
      `    stem: Which of these options does the question ${id} ask for?`,
      '    options:',
      ...[...'abcdefgh'].flatMap((option) => [
        `      - id: ${option}`,
        `        text: Option ${option} of ${id}`,
        ...(option === 'b' ? ['        correct: true'] : []),
        `        why: It is ${option}.`,
      ]),
      '    rationale: It asks for the second.',
      '    difficulty: application',
    ].join('\n');
  const ids = Array.from({ length: 200 }, (_, index) => `big-${index}`);
  workspace.write('first-course/banks/big.yaml', `domain: guidance\nquestions:\n${ids.map(question).join('\n')}\n`);
  const quizzes = Array.from(
    { length: count },
    (_, index) =>
      `      - quiz: big-quiz-${index}\n        title: Big\n        from: [banks/big.yaml]\n        draw: 200\n`,
  );
  const course = readFileSync(workspace.at(COURSE), 'utf8');
  workspace.write(COURSE, course.replace('completion: all', `${quizzes.join('')}completion: all`));
}

it('is refused with the room it needs, and nothing is written', async () => {
  const workspace = copyWorkspace();
  writeQuizzes(workspace, 20);
  const { result, written } = await workspace.build();
  const [found, ...others] = result.diagnostics.filter((d) => d.severity === 'error');
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: 'CW6080', file: COURSE });
  const [, needed, limit] = /could need (\d+) characters, and the LMS keeps (\d+)$/.exec(found?.message ?? '') ?? [];
  expect(Number(limit)).toBe(4000);
  expect(Number(needed)).toBeGreaterThan(4000);
  expect(found?.hint).toMatch(/^most of it is .+ \(\d+\)/);
  expect(written).toEqual([]);
});

it('is built when it fits, with its worst case on its row', async () => {
  const workspace = copyWorkspace();
  writeQuizzes(workspace, 1);
  const { result } = await workspace.build();
  expect(result.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  expect(result.packages).toHaveLength(1);
});
