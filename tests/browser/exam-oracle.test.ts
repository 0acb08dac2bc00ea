/** An exam before scorm-again's LMS API, which somebody else wrote after the standard: every call accepted, the right values at the end. */
import { beforeAll, expect, it } from 'vitest';
import { answerMany, leave, startExam, submitExam, textOf } from '../lms/exam-driver.ts';
import { FEW, rightAnswer, writeExamWorkspace } from '../lms/exam-workspace.ts';
import { openOracle } from '../lms/oracle.ts';
import { useLms } from '../lms/use-lms.ts';

const lms = useLms();
beforeAll(() => lms.serve((folder) => writeExamWorkspace(folder, { counts: FEW })));

it('is taken in two visits, reported and found again', async () => {
  const oracle = await openOracle(lms.browser(), lms.server());
  await oracle.launch('mock', '#final');
  await startExam(oracle);
  const right = await answerMany(oracle, 4, 'right');
  await oracle.close();
  await oracle.launch('mock');
  expect(await textOf(oracle, 'exam-place')).toBe('Question 5 of 6');
  const wrong = await answerMany(oracle, 2, 'wrong');
  await submitExam(oracle);
  expect(await textOf(oracle, 'score')).toBe('66.67% · 4 of 6 correct');
  await leave(oracle);

  const { core, interactions, objectives, suspend_data: state } = await oracle.held();
  expect(core).toMatchObject({
    lesson_status: 'incomplete',
    lesson_location: 'final',
    exit: 'suspend',
    score: { raw: '66.67', min: '0', max: '100' },
  });
  expect(state).toMatch(/^[\x21-\x7e]{20,4096}$/);
  const asked = [...right, ...wrong];
  const records = Object.values(interactions as Record<string, Record<string, unknown>>).filter(
    (record) => typeof record === 'object' && record.id !== undefined,
  );
  expect(records.map(({ id }) => id)).toEqual(asked.map((id) => `final.a1.${id}`));
  for (const [at, id] of asked.entries()) {
    const isRight = right.includes(id);
    expect(records[at]).toMatchObject({
      type: rightAnswer(id) === 'f' ? 'true-false' : 'choice',
      result: isRight ? 'correct' : 'wrong',
      weighting: '1',
      ...(isRight ? { student_response: [...rightAnswer(id)].join(',') } : {}),
    });
  }
  expect(JSON.stringify(objectives)).toContain('"diagnoses"');

  await oracle.close();
  await oracle.launch('mock');
  await oracle.hook('result').waitFor();
  expect(await textOf(oracle, 'score')).toBe('66.67% · 4 of 6 correct');
  expect(await oracle.refused()).toEqual([]);
  await oracle.dispose();
});
