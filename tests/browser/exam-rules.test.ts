/** What an exam's author may decide, in the browser: when answers are shown, how often it may be tried, how long it lasts. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';
import type { CourseDriver } from '../lms/course-driver.ts';
import {
  answerMany,
  chooseOptions,
  courseFrame,
  leave,
  openExamPage,
  reportedIds,
  shownQuestion,
  startExam,
  submitExam,
  textOf,
} from '../lms/exam-driver.ts';
import { FEW, rightAnswer, writeExamWorkspace } from '../lms/exam-workspace.ts';
import { stopClock } from '../lms/still-clock.ts';
import { useLms } from '../lms/use-lms.ts';

const lms = useLms();

const QUESTIONS = 6;
const MINUTES = 10;

beforeAll(() =>
  lms.serve((folder) =>
    writeExamWorkspace(folder, {
      counts: FEW,
      exam: [`minutes: ${MINUTES}`, 'modes: [exam]', 'feedback: passed', 'attempts: 2', 'sets: []'],
      beside: { silent: [`minutes: ${MINUTES}`, 'modes: [exam]', 'feedback: never', 'sets: []'] },
      grade: [
        'completion: [final]',
        'grade:',
        '  activities: [final]',
        '  attempt: best',
        '  pass: 70',
        'variants:',
        '  - variant: extra-time',
        '    title: time and a half',
        '    time-factor: 1.5',
      ],
    }),
  ),
);

/** A new learner before an exam, at its start. */
async function open(exam: string, profile: Profile = 'strict', packageName = 'mock'): Promise<CourseDriver> {
  const course = await lms.open(profile);
  await openExamPage(course, packageName, exam);
  return course;
}

/** Takes the whole exam. */
async function take(course: CourseDriver, how: 'right' | 'wrong'): Promise<readonly string[]> {
  await startExam(course);
  const asked = await answerMany(course, QUESTIONS, how);
  await submitExam(course);
  return asked;
}

/** Neither on the page nor hidden in it: no question, no reason, no mark of a key. */
async function expectNoKeys(course: CourseDriver, sentence: string): Promise<void> {
  expect(await course.frame.locator('[data-cw-exam] > [data-cw="exam-tools"]').textContent()).toBe(sentence);
  const text = await courseFrame(course).evaluate(() => document.querySelector('main')?.textContent ?? '');
  expect(text).not.toContain('This is what the note allows.');
  expect(text).not.toContain('The record says so in its part');
  expect(
    await course.frame
      .locator('form[data-cw-question], [data-cw-result], [data-cw="rationale"], [data-cw="why"]')
      .count(),
  ).toBe(0);
}

async function expectKeys(course: CourseDriver, asked: readonly string[]): Promise<void> {
  expect(await course.frame.locator('[data-cw="questions"] > li').count()).toBe(asked.length);
  for (const id of asked) {
    expect(await course.question(id).getAttribute('data-cw-result')).toBe('right');
    expect(await course.question(id).locator('[data-cw="rationale"]').textContent()).toContain('The record says so');
  }
}

describe('answers that are shown after passing', () => {
  const HIDDEN = 'Answers and reasons are shown once you reach the pass mark.';

  it('stay away below the mark, also at the next visit, and come once it is reached', async () => {
    const course = await open('final');
    await take(course, 'wrong');
    expect(await textOf(course, 'score')).toBe('0% · 0 of 6 correct');
    await expectNoKeys(course, HIDDEN);
    await course.close();
    await openExamPage(course, 'mock', 'final');
    await course.hook('result').waitFor();
    await expectNoKeys(course, HIDDEN);

    await course.hook('new-attempt').click();
    const asked = await take(course, 'right');
    expect(await textOf(course, 'score')).toBe('100% · 6 of 6 correct');
    await expectKeys(course, asked);
    await course.close();
    await openExamPage(course, 'mock', 'final');
    await course.hook('result').waitFor();
    await expectKeys(course, asked);
    expect(await course.dump()).toMatchObject({ 'cmi.core.score.raw': '100' });
    expect((await course.counts()).refused).toEqual([]);
  });
});

describe('answers that are never shown', () => {
  it('stay away from who passed as well, and the LMS still learns each of them', async () => {
    const course = await open('silent');
    const asked = await take(course, 'right');
    expect(await textOf(course, 'score')).toBe('100% · 6 of 6 correct');
    await expectNoKeys(course, 'This exam does not show its answers and reasons.');
    await course.close();
    await openExamPage(course, 'mock', 'silent');
    await course.hook('result').waitFor();
    await expectNoKeys(course, 'This exam does not show its answers and reasons.');
    expect(reportedIds(await course.dump())).toEqual(asked.map((id) => `silent.a1.${id}`));
  });
});

describe('an exam that may be tried twice', () => {
  it('is over after two tries that failed: no way in, and failed is reported when the learner says so', async () => {
    const course = await open('final', 'moodle');
    await take(course, 'wrong');
    expect(await course.hook('finish-and-report').isVisible()).toBe(false);
    await course.hook('new-attempt').click();
    await take(course, 'wrong');
    await course.hook('new-attempt').click();
    await course.frame.getByText('You have used all attempts').waitFor();
    expect(await course.frame.locator('[data-cw="start-exam"]').count()).toBe(0);
    expect((await course.dump())['cmi.core.lesson_status']).toBe('incomplete');
    await course.close();

    // The next visit knows it too, and shows the last result.
    await openExamPage(course, 'mock', 'final');
    await course.hook('result').waitFor();
    await course.hook('new-attempt').click();
    expect(await course.frame.locator('[data-cw="start-exam"]').count()).toBe(0);
    await course.hook('finish-and-report').click();
    await leave(course);
    const held = await course.dump();
    expect(held).toMatchObject({
      'cmi.core.score.raw': '0',
      'cmi.core.lesson_status': 'failed',
      // An LMS may forget the state after any other end, and with it that the tries are used up.
      'cmi.core.exit': 'suspend',
    });
    expect(reportedIds(held)).toHaveLength(2 * QUESTIONS);
    expect((await course.counts()).refused).toEqual([]);
  });
});

describe('time', () => {
  /** The clock stands still unless the test moves it. */
  async function openStill(exam: string, packageName = 'mock'): Promise<CourseDriver> {
    const course = await lms.open();
    await stopClock(course.page, Date.UTC(2026, 10, 22, 9));
    await openExamPage(course, packageName, exam);
    return course;
  }
  /** A minute at a time, as a page in use sees it: a longer leap is sleep, which does not count. */
  async function pass(course: CourseDriver, minutes: number): Promise<void> {
    for (let passed = 0; passed < minutes; passed++) await course.page.clock.runFor(60_000);
  }
  const timer = (course: CourseDriver): Promise<string> => textOf(course, 'timer-text');

  it('ends the exam when it is over: what was answered counts, and the LMS holds just that', async () => {
    const course = await openStill('final');
    await startExam(course);
    expect(await timer(course)).toBe('10:00');
    const right = await answerMany(course, 2, 'right');
    await pass(course, 4);
    const wrong = await answerMany(course, 1, 'wrong');
    await pass(course, 1);
    expect(await timer(course)).toBe('5:00');
    expect(await textOf(course, 'exam-notice')).toBe('5 minutes left.');
    // One more is answered in the last moment, and nobody presses anything after it.
    await chooseOptions(course, rightAnswer(await shownQuestion(course)));
    const last = await shownQuestion(course);
    await pass(course, 4);
    expect(await textOf(course, 'exam-notice')).toBe('1 minute left.');
    expect(await course.frame.locator('[data-cw="result"]').count()).toBe(0);
    await pass(course, 1);
    await course.hook('result').waitFor();
    expect(await textOf(course, 'exam-notice')).toBe('Time is up. What you had answered was submitted.');
    expect(await textOf(course, 'score')).toBe('50% · 3 of 6 correct');
    expect(await textOf(course, 'result')).toContain('Time taken: 10:00 of 10:00.');
    await pass(course, 1);
    await leave(course);

    const held = await course.dump();
    expect(held).toMatchObject({
      'cmi.core.score.raw': '50',
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.lesson_location': 'final',
      'cmi.core.exit': 'suspend',
    });
    // The questions that were not reached are not reported as answers; none comes twice.
    const asked = [...right, ...wrong, last];
    expect(reportedIds(held)).toEqual(asked.map((id) => `final.a1.${id}`));
    for (const [at, id] of asked.entries()) {
      const isRight = !wrong.includes(id);
      expect(held).toMatchObject({
        [`cmi.interactions.${at}.result`]: isRight ? 'correct' : 'wrong',
        [`cmi.interactions.${at}.correct_responses.0.pattern`]: [...rightAnswer(id)].join(','),
        ...(isRight ? { [`cmi.interactions.${at}.student_response`]: [...rightAnswer(id)].join(',') } : {}),
      });
    }
    // When each was answered, and how long it was in front of the learner.
    expect(held).toMatchObject({
      'cmi.interactions.2.latency': expect.stringMatching(/^0000:04:0\d/),
      'cmi.interactions.3.latency': expect.stringMatching(/^0000:05:5\d|^0000:06:0\d/),
    });
    expect((await course.counts()).refused).toEqual([]);
  });

  it('that ran out while nobody looked ends the exam at the next visit, with what was answered', async () => {
    const course = await openStill('final');
    await startExam(course);
    await answerMany(course, 3, 'right');
    await pass(course, 9);
    await course.page.clock.runFor(58_000);
    await course.close();
    // An hour away does not count.
    await course.page.clock.fastForward('01:00:00');
    await openExamPage(course, 'mock', 'final');
    expect(await timer(course)).toBe('0:02');
    await course.page.clock.runFor(3000);
    await course.hook('result').waitFor();
    expect(await textOf(course, 'score')).toBe('50% · 3 of 6 correct');
    expect(await textOf(course, 'result')).toContain('Interrupted 1 time, 1:00:00 away.');
  });

  it('of the LMS ends the exam where the LMS says so, before its own time is over', async () => {
    const course = await lms.open();
    await course.put('cmi.student_data.max_time_allowed', '0000:20:00');
    await course.put('cmi.student_data.time_limit_action', 'exit,message');
    // Seventeen minutes were spent in earlier visits.
    await course.put('cmi.core.total_time', '0000:17:00.00');
    await stopClock(course.page, Date.UTC(2026, 10, 22, 9));
    await openExamPage(course, 'mock', 'final');
    await startExam(course);
    expect(await timer(course)).toBe('3:00');
    await answerMany(course, 4, 'right');
    await pass(course, 3);
    await course.hook('result').waitFor();
    expect(await textOf(course, 'exam-notice')).toBe('Time is up. What you had answered was submitted.');
    expect(await textOf(course, 'score')).toBe('66.67% · 4 of 6 correct');
    await leave(course);
    const held = await course.dump();
    expect(held).toMatchObject({ 'cmi.core.score.raw': '66.67', 'cmi.core.lesson_status': 'incomplete' });
    expect(reportedIds(held)).toHaveLength(4);
    expect((await course.counts()).refused).toEqual([]);
  });

  it('of the LMS is told, and no more, where the LMS lets the learner go on', async () => {
    const course = await lms.open();
    await course.put('cmi.student_data.max_time_allowed', '0000:02:00');
    await course.put('cmi.student_data.time_limit_action', 'continue,message');
    await stopClock(course.page, Date.UTC(2026, 10, 22, 9));
    await openExamPage(course, 'mock', 'final');
    await startExam(course);
    expect(await timer(course)).toBe('10:00');
    await pass(course, 2);
    expect(await textOf(course, 'exam-notice')).toBe('The time that your LMS allows is over. You can go on.');
    await answerMany(course, QUESTIONS, 'right');
    await submitExam(course);
    expect(await textOf(course, 'score')).toBe('100% · 6 of 6 correct');
  });

  it('and a half is the time of the package that its variant makes, and its report says so', async () => {
    const course = await openStill('final', 'mock-extra-time');
    expect(await textOf(course, 'exam-facts')).toContain('Time15 minutes');
    expect(await course.frame.locator('[data-cw="cw-time"]').count()).toBe(0);
    await startExam(course);
    expect(await timer(course)).toBe('15:00');
    await answerMany(course, 3, 'right');
    await pass(course, 14);
    expect(await timer(course)).toBe('1:00');
    await pass(course, 1);
    await course.hook('result').waitFor();
    const result = await textOf(course, 'result');
    expect(result).toContain('Time taken: 15:00 of 15:00.');
    expect(result).toContain('Time chosen: 1.5 × the standard time.');
    expect(await textOf(course, 'sheet')).toContain('A mock exam (time and a half)');
    await leave(course);
    expect(await course.dump()).toMatchObject({ 'cmi.core.score.raw': '50' });
    // It is a package of its own: the standard one knows nothing of this attempt.
    await course.close();
    await course.put('cmi.suspend_data', '');
    await openExamPage(course, 'mock', 'final');
    expect(await course.hook('start-exam').isVisible()).toBe(true);
  });
});
