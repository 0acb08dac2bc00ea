/** An exam in the browser against the fake LMS: a whole one with resumes and a new package in the middle, and what may come in between. */
import { beforeAll, describe, expect, it } from 'vitest';
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
import { type ExamWorkspace, FEW, rightAnswer, writeExamWorkspace } from '../lms/exam-workspace.ts';
import { useLms } from '../lms/use-lms.ts';

const lms = useLms();

const open = lms.open;
/** Builds the course and serves it, under its own name whatever its content. */
const serve = (options: ExamWorkspace): Promise<void> => lms.serve((folder) => writeExamWorkspace(folder, options));

const launch = (course: CourseDriver): Promise<void> => openExamPage(course, 'mock', 'final');

describe('a whole exam of 100 questions', () => {
  it('survives two interruptions and a new package, and reports every answer', { timeout: 240_000 }, async () => {
    await serve({});
    const course = await open();
    await launch(course);
    await startExam(course);
    expect(await textOf(course, 'exam-place')).toBe('Question 1 of 100');
    const first = await answerMany(course, 40, 'right');
    const here = await shownQuestion(course);
    await course.close();

    // One question that was answered is asked anew, one is gone.
    const [revised = '', gone = ''] = first;
    await serve({ revised: [revised], without: [gone] });
    await launch(course);
    expect(await shownQuestion(course)).toBe(here);
    expect(await textOf(course, 'exam-place')).toBe('Question 40 of 99');
    expect(await course.hook('exam-head').textContent()).toContain('has changed since your last visit');
    expect(await course.hook('exam-head').textContent()).toContain('1 question is no longer part of this course.');
    expect(await course.frame.locator('[data-cw="all-questions"] summary').textContent()).toContain(
      '38 of 99 answered',
    );
    await answerMany(course, 30, 'right');
    await course.close();
    await launch(course);
    expect(await textOf(course, 'exam-place')).toBe('Question 70 of 99');
    await answerMany(course, 30, 'wrong');

    // Next behind the last question leads to the review, which names what is open.
    await course.frame.locator('[data-cw-phase="review"]').waitFor();
    await course.frame.locator('[data-cw="to-question"]').first().click();
    expect(await shownQuestion(course)).toBe(revised);
    expect(await course.frame.locator('[data-cw="changed"]').textContent()).toContain('changed');
    await chooseOptions(course, rightAnswer(revised));
    await submitExam(course);
    await leave(course);

    const held = await course.dump();
    expect(held).toMatchObject({
      'cmi.core.score.raw': '69.7',
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.lesson_location': 'final',
      'cmi.core.exit': 'suspend',
      'cmi.interactions.98.result': 'wrong',
      'cmi.objectives.0.id': 'compliance',
      'cmi.objectives.3.id': 'procedures',
    });
    expect(held['cmi.interactions.99.id']).toBeUndefined();
    const reported = reportedIds(held);
    expect(new Set(reported).size).toBe(99);
    expect(reported).not.toContain(`final.a1.${gone}`);
    const at = `cmi.interactions.${reported.indexOf(`final.a1.${here}`)}`;
    const form = rightAnswer(here) === 'f' ? 'true-false' : 'choice';
    expect(held).toMatchObject({
      [`${at}.type`]: form,
      [`${at}.student_response`]: [...rightAnswer(here)].join(','),
      [`${at}.correct_responses.0.pattern`]: [...rightAnswer(here)].join(','),
      [`${at}.result`]: 'correct',
      [`${at}.weighting`]: '1',
      [`${at}.objectives.0.id`]: here.slice(0, -4),
    });
    expect((held['cmi.suspend_data'] ?? '').length).toBeLessThanOrEqual(1000);
    const counts = await course.counts();
    expect(counts).toMatchObject({ finishes: 3, refused: [] });
    console.log(
      `whole exam, three visits: ${counts.calls} calls, ${counts.commits} commits, state ${held['cmi.suspend_data']?.length}`,
    );

    await course.close();
    await launch(course);
    const result = await textOf(course, 'result');
    expect(result).toContain('69.7% · 69 of 99 correct');
    expect(result).toContain('Below the pass mark of 70%.');
    expect(result).toContain('Interrupted 2 times');
  });
});

describe('a small exam', () => {
  beforeAll(() =>
    serve({ counts: FEW, exam: ['minutes: 10', 'time-factors: [1, 1.5]', 'attempts: 1', 'sets: [3, missed]'] }),
  );

  it('can be changed until it is submitted, and tells nothing before', async () => {
    const course = await open();
    await launch(course);
    await startExam(course);
    const id = await shownQuestion(course);
    const right = rightAnswer(id);
    const wrong = right === 'f' ? 't' : right === 'ac' ? 'bd' : 'a';
    await chooseOptions(course, wrong);
    // A second click takes a checkbox back; radios change over.
    if (right === 'ac') await chooseOptions(course, wrong);
    await chooseOptions(course, right);
    expect(await course.frame.locator('[data-cw="verdict"], [data-cw="check-answer"]:visible').count()).toBe(0);
    await courseFrame(course).evaluate(() => document.querySelector<HTMLElement>('[data-cw="next-question"]')?.click());
    await answerMany(course, 5, 'wrong');
    await submitExam(course);
    expect(await textOf(course, 'score')).toBe('16.67% · 1 of 6 correct');
    expect(await course.question(id).getAttribute('data-cw-result')).toBe('right');
  });

  it('ends with its only attempt used up, practice left, and nothing of practice reported', async () => {
    const course = await open('moodle');
    await launch(course);
    await course.frame.locator('[data-cw="cw-time"] input').nth(1).check();
    await startExam(course);
    await answerMany(course, 6, 'wrong');
    await submitExam(course);
    const result = await textOf(course, 'result');
    expect(result).toContain('0% · 0 of 6 correct');
    expect(result).toContain('Time chosen: 1.5 × the standard time.');
    expect(await course.frame.locator('[data-cw="questions"] > li').count()).toBe(6);
    await course.hook('new-attempt').click();
    await course.frame.getByText('You have used all attempts that count. Practice is still open.').waitFor();
    expect(await course.frame.locator('[data-cw="cw-set"] input').first().isDisabled()).toBe(true);
    const before = await course.dump();
    await course.frame.getByText('Missed: 6 questions').click();
    await startExam(course);
    await answerMany(course, 6, 'right');
    await submitExam(course);
    expect(await textOf(course, 'result')).toContain('This was practice');
    await leave(course);
    const after = await course.dump();
    expect(reportedIds(after)).toHaveLength(6);
    expect(after['cmi.core.score.raw']).toBe(before['cmi.core.score.raw']);
    expect((await course.counts()).refused).toEqual([]);
  });

  it('is taken by keyboard alone', async () => {
    const course = await open();
    await launch(course);
    const { keyboard } = course.page;
    await course.hook('start-exam').focus();
    await keyboard.press('Enter');
    await course.hook('exam-place').waitFor();
    for (let number = 1; number <= 6; number++) {
      expect(await textOf(course, 'exam-place')).toBe(`Question ${number} of 6`);
      // The heading has the focus, so that reading begins there.
      expect(await courseFrame(course).evaluate(() => document.activeElement?.getAttribute('data-cw'))).toBe(
        'exam-place',
      );
      await keyboard.press(number % 2 === 0 ? 'b' : '1');
      if (number === 2) await keyboard.press('f');
      await keyboard.press('n');
    }
    await course.frame.locator('[data-cw-phase="review"]').waitFor();
    expect(await course.frame.locator('[data-cw="to-question"]').allTextContents()).toContain('Question 2');
    const press = async (hook: string): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        await keyboard.press('Tab');
        const at = await courseFrame(course).evaluate(() => document.activeElement?.getAttribute('data-cw'));
        if (at === hook) break;
      }
      await keyboard.press('Enter');
    };
    await press('finish-exam');
    await press('finish-now');
    await course.hook('result').waitFor();
    expect(await courseFrame(course).evaluate(() => document.activeElement?.tagName)).toBe('H2');
  });

  it('leaves keys alone that were turned off, and while somebody types', async () => {
    const course = await open();
    await launch(course);
    await startExam(course);
    await course.frame.locator('[data-cw="question-note"] summary').click();
    const note = course.frame.locator('textarea');
    await note.pressSequentially('fn a');
    expect(await note.inputValue()).toBe('fn a');
    expect(await textOf(course, 'exam-place')).toBe('Question 1 of 6');
    await course.hook('keys').click();
    await course.hook('keys-wanted').uncheck();
    await course.hook('keys-close').click();
    await course.hook('exam-place').focus();
    await course.page.keyboard.press('n');
    expect(await textOf(course, 'exam-place')).toBe('Question 1 of 6');
    await course.close();
    // The note is in this browser, and nowhere in the LMS.
    await launch(course);
    await course.frame.locator('[data-cw="question-note"] summary').click();
    expect(await course.frame.locator('textarea').inputValue()).toBe('fn a');
    expect(JSON.stringify(await course.dump())).not.toContain('fn a');
  });

  it('writes nothing where the LMS is open for review only', async () => {
    const course = await open();
    await course.put('cmi.core.lesson_mode', 'review');
    await course.put('cmi.core.lesson_status', 'passed');
    await course.put('cmi.core.score.raw', '90');
    const before = await course.dump();
    await launch(course);
    await startExam(course);
    await answerMany(course, 6, 'wrong');
    await submitExam(course);
    await course.close();
    const after = await course.dump();
    for (const element of ['cmi.core.score.raw', 'cmi.core.lesson_status', 'cmi.suspend_data']) {
      expect(after[element], element).toBe(before[element]);
    }
    expect(await course.counts()).toMatchObject({ writes: 0, commits: 0 });
  });

  it('loses no answer when commits fail, and says so', async () => {
    const course = await open();
    await launch(course);
    await startExam(course);
    await course.breakCommits('refuse');
    await answerMany(course, 3, 'right');
    await course.frame.locator('[data-cw="save-sign"][data-cw-sign="failed"]').waitFor({ timeout: 20_000 });
    await course.frame.getByText('do not reach the LMS').first().waitFor();
    await course.breakCommits('no');
    await course.hook('retry').click();
    await course.frame.locator('[data-cw="save-sign"]:is([data-cw-sign="sent"], [data-cw-sign="saved"])').waitFor();
    await course.close();
    await launch(course);
    expect(await textOf(course, 'exam-place')).toBe('Question 4 of 6');
    expect(await course.frame.locator('[data-cw="all-questions"] summary').textContent()).toContain('3 of 6 answered');
  });

  it('keeps what was shown as saved when the page is killed without a word', async () => {
    const course = await open();
    await launch(course);
    await startExam(course);
    for (const answered of [1, 2, 3]) {
      await answerMany(course, 1, 'right');
      await course.frame.locator('[data-cw="save-sign"][data-cw-sign="saved"]').waitFor({ timeout: 30_000 });
      // Nothing of the course hears that the page goes.
      await courseFrame(course).evaluate(() => {
        for (const name of ['pagehide', 'beforeunload', 'unload']) {
          window.addEventListener(name, (event) => event.stopImmediatePropagation(), true);
        }
        document.addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true);
      });
      await course.close();
      await launch(course);
      await course.hook('exam-place').waitFor();
      expect(await course.frame.locator('[data-cw="all-questions"] summary').textContent()).toContain(
        `${answered} of 6 answered`,
      );
      const open = await course.frame.locator('[data-cw="grid-button"][data-cw-grid="unseen"]').count();
      expect(open).toBeLessThan(6);
      await courseFrame(course).evaluate(() => {
        const next = [...document.querySelectorAll<HTMLElement>('[data-cw="grid-button"]')];
        next.find((button) => button.dataset.cwGrid !== 'answered')?.click();
      });
    }
  });
});

describe('study mode', () => {
  it('checks at once, can pause, and leaves the score alone', async () => {
    await serve({ counts: FEW, exam: ['minutes: 10', 'sets: [3]'] });
    const course = await open();
    await launch(course);
    await course.frame.getByText('Study: each answer').click();
    await startExam(course);
    const id = await shownQuestion(course);
    await course.answer(id, rightAnswer(id));
    expect(await course.question(id).getAttribute('data-cw-result')).toBe('right');
    await course.hook('pause').click();
    await course.frame.locator('[data-cw-phase="paused"]').waitFor();
    expect(await course.question(id).isVisible()).toBe(false);
    await course.hook('start-again').click();
    expect(await course.question(id).getAttribute('data-cw-result')).toBe('right');
    await course.hook('review').click();
    await course.hook('finish-exam').click();
    await course.hook('finish-now').click();
    await course.hook('result').waitFor();
    expect((await course.dump())['cmi.core.score.raw']).toBeUndefined();
  });
});
