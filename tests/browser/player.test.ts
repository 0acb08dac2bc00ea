/** The player in a browser, inside the frame of the fake LMS in its profiles, and against scorm-again. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';
import { startBrowser } from '../lms/browser.ts';
import { buildFixture } from '../lms/build-fixture.ts';
import { type CourseDriver, openLms } from '../lms/course-driver.ts';
import { makeSamplePackage } from '../lms/sample-package.ts';
import { openOracle } from '../lms/oracle.ts';
import { startServer, type TestServer } from '../lms/serve.ts';

let server: TestServer;
let browser: Browser;
let driver: CourseDriver | undefined;

beforeAll(async () => {
  server = await startServer();
  server.put('sample', await makeSamplePackage());
  for (const [name, files] of await buildFixture('tests/fixtures/valid/minimal')) server.put(name, files);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async () => {
  server.setDown(false);
  const complaints = driver?.complaints ?? [];
  await driver?.dispose();
  driver = undefined;
  expect(complaints).toEqual([]);
});

async function textOf(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? '').replace(/\s+/g, ' ').trim();
}

async function open(profile: Profile): Promise<CourseDriver> {
  driver = await openLms(browser, server, profile);
  return driver;
}

/** Reads both lessons with the check, and opens the quiz. */
async function readLessons(course: CourseDriver): Promise<void> {
  await course.next('intro');
  await course.answer('check-1', 'b');
  await course.frame.locator('[data-cw="lesson-end"]').scrollIntoViewIfNeeded();
  await course.next('details');
  await course.frame.locator('[data-cw="lesson-end"]').scrollIntoViewIfNeeded();
  await course.frame.locator('[data-cw-activity="details"][data-cw-state="done"]').waitFor({ state: 'attached' });
  await course.next('quiz');
}

const RIGHT = { q1: 'a', q2: 'ac', q3: 'f', q4: 'd' } as const;

async function takeQuiz(course: CourseDriver, answers: Readonly<Record<string, string>> = RIGHT): Promise<void> {
  await course.hook('start-quiz').click();
  for (const [id, options] of Object.entries(answers)) await course.answer(id, options);
  await course.hook('finish-quiz').click();
  await course.hook('result').waitFor();
}

function countInteractions(dump: Readonly<Record<string, string>>): number {
  return Object.keys(dump).filter((element) => /^cmi\.interactions\.\d+\.id$/.test(element)).length;
}

describe('a course from first launch to result', () => {
  for (const profile of ['strict', 'moodle', 'openedx', 'slow'] as const) {
    it(`is left in the middle and resumed with every answer, in ${profile}`, async () => {
      const course = await open(profile);
      await course.launch('sample');
      await readLessons(course);
      await course.hook('start-quiz').click();
      await course.answer('q1', 'a');
      await course.answer('q2', 'ab');
      await course.close();
      expect(await course.dump()).toMatchObject({
        'cmi.core.lesson_status': 'incomplete',
        'cmi.core.lesson_location': 'quiz',
        'cmi.core.exit': 'suspend',
      });

      await course.launch('sample');
      await course.waitForPage('quiz');
      expect(await course.question('q1').getAttribute('data-cw-result')).toBe('right');
      expect(await course.question('q2').getAttribute('data-cw-result')).toBe('wrong');
      expect(
        await course
          .question('q2')
          .locator('input:checked')
          .evaluateAll((all) => all.map((input) => input.getAttribute('value')).sort()),
      ).toEqual(['a', 'b']);
      expect(await course.question('q3').getAttribute('data-cw-result')).toBeNull();
      await course.answer('q3', 'f');
      await course.answer('q4', 'd');
      await course.hook('finish-quiz').click();
      await course.hook('result').waitFor();
      expect(await textOf(course.hook('score'))).toContain('75%');
      await course.close();
      const dump = await course.dump();
      expect(dump).toMatchObject({
        'cmi.core.lesson_status': 'passed',
        'cmi.core.score.raw': '75',
        'cmi.core.score.min': '0',
        'cmi.core.score.max': '100',
      });
      if (profile !== 'openedx') {
        expect(countInteractions(dump)).toBe(4);
        expect(dump).toMatchObject({
          'cmi.interactions.1.id': 'quiz.a1.q2',
          'cmi.interactions.1.type': 'choice',
          'cmi.interactions.1.student_response': 'a,b',
          'cmi.interactions.1.correct_responses.0.pattern': 'a,c',
          'cmi.interactions.1.result': 'wrong',
          'cmi.interactions.2.student_response': 'f',
          'cmi.objectives.1.id': 'second',
          'cmi.objectives.1.score.raw': '100',
        });
      }
      const counts = await course.counts();
      expect(counts).toMatchObject({ refused: [], finishes: 2 });
      console.info(
        `${profile}: ${counts.calls} LMS calls, ${counts.writes} writes, ${counts.commits} commits in two visits`,
      );
    });
  }

  it('shows reasons for every option, domains, wrong questions and what the result is not', async () => {
    const course = await open('strict');
    await course.launch('sample');
    await course.openFromOutline('quiz');
    await takeQuiz(course, { ...RIGHT, q4: 'b' });
    const result = await textOf(course.hook('result'));
    expect(result).toMatch(/75%.*3 of 4 correct/);
    expect(result).toContain('Sample content, not reviewed by a credentialed coder.');
    expect(result).toContain('version 1.0.0');
    expect(result).toContain('ICD-10-CM 2026');
    const rows = await course.frame.locator('[data-cw="domains"] tbody tr').allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual([
      'First domain 2 of 2 correct 100%',
      'Second domain 1 of 2 correct 50%',
    ]);
    await course.frame.locator('[data-cw="wrong-questions"] a').click();
    expect(await textOf(course.frame.locator(':focus'))).toContain('Stem of q4?');
    const whys = await course.question('q4').locator('[data-cw="why"]').allInnerTexts();
    expect(whys.map((why) => why.trim()).sort()).toEqual(['Reason a.', 'Reason b.', 'Reason c.', 'Reason d.']);
    expect(await course.question('q4').locator('[data-cw-option="d"]').getAttribute('data-cw-mark')).toBe('missed-key');
    await course.hook('new-attempt').click();
    await course.frame.getByText('Attempt 2').waitFor();
    await course.hook('finish-quiz').click();
    await course.hook('finish-anyway').click();
    await course.hook('result').waitFor();
    expect(await textOf(course.hook('result'))).toContain('Your best score: 75%.');
    expect((await course.dump())['cmi.core.score.raw']).toBe('75');
  });

  it('reports at the next visit what a cut left behind, once each', async () => {
    const course = await open('moodle');
    await course.launch('sample');
    await course.openFromOutline('quiz');
    await course.hook('start-quiz').click();
    await course.answer('q1', 'b');
    await course.answer('q2', 'ab');
    await course.hook('finish-quiz').click();
    await course.hook('finish-anyway').click();
    await course.hook('result').waitFor();
    await course.breakCommits('lie');
    await course.close();
    expect(countInteractions(await course.dump())).toBe(0);
    await course.breakCommits('no');
    for (const visit of ['second', 'third']) {
      await course.launch('sample');
      await course.hook('result').waitFor();
      await expect.poll(async () => countInteractions(await course.dump()), { timeout: 8000, message: visit }).toBe(2);
      await course.close();
    }
    const ids = Object.entries(await course.dump()).filter(([element]) => /^cmi\.interactions\.\d+\.id$/.test(element));
    expect(ids.map(([, id]) => id)).toEqual(['quiz.a1.q1', 'quiz.a1.q2']);
  });

  it('plays a package that the compiler built', async () => {
    const course = await open('strict');
    await course.launch('first-course');
    await course.openFirst('start');
    await course.frame.locator('[data-cw="lesson-end"]').scrollIntoViewIfNeeded();
    await course.next('codes');
    await course.frame.locator('[data-cw="lesson-end"]').scrollIntoViewIfNeeded();
    for (const form of await course.frame.locator('[data-cw-check] form').all()) {
      const id = (await form.getAttribute('data-cw-question')) ?? '';
      await course.answer(id, ({ 'fc-1': 'b', 'fc-2': 'ab', 'fc-3': 't' } as Record<string, string>)[id] ?? 'a');
    }
    await course.next('basics-quiz');
    await takeQuiz(course, { 'fc-1': 'b', 'fc-2': 'ab', 'fc-3': 't' });
    expect(await textOf(course.hook('progress'))).toContain('3 of 3 done');
    await course.hook('exit').click();
    expect(await course.dump()).toMatchObject({
      'cmi.core.lesson_status': 'passed',
      'cmi.core.score.raw': '100',
      'cmi.core.exit': '',
    });
    expect(await course.counts()).toMatchObject({ refused: [], finishes: 1 });
  });
});

describe('moving inside the session (C9)', () => {
  it('follows links, back, forward and deep links without unloading the launch page', async () => {
    const course = await open('strict');
    await course.launch('sample', '#details/part-two');
    await course.waitForPage('details');
    expect(await textOf(course.frame.locator(':focus'))).toBe('Part two');
    await course.hook('previous').click();
    await course.waitForPage('intro');
    expect(await textOf(course.frame.locator(':focus'))).toBe('Introduction');
    expect(await course.frame.locator('html').evaluate(() => document.title)).toBe('Introduction · Sample course');
    await course.frame.getByRole('link', { name: 'Part two' }).click();
    await course.waitForPage('details');
    const scroll = (): Promise<number> => course.frame.locator('html').evaluate(() => window.scrollY);
    expect(await scroll()).toBeGreaterThan(500);
    await course.next('quiz');
    const goBack = (): Promise<void> => course.frame.locator('html').evaluate(() => history.back());
    await goBack();
    await course.waitForPage('details');
    expect(await scroll()).toBeGreaterThan(500);
    await goBack();
    await course.waitForPage('intro');
    await course.frame.locator('html').evaluate(() => history.forward());
    await course.waitForPage('details');
    expect(await course.counts()).toMatchObject({ finishes: 0 });
    expect(await textOf(course.frame.locator('[data-cw="outline"] [aria-current="page"]'))).toContain('Details');
  });

  it('opens other files beside the course', async () => {
    const course = await open('strict');
    await course.launch('sample', '#intro');
    const popup = course.page.waitForEvent('popup');
    await course.frame.getByRole('link', { name: 'Handout' }).click();
    await (await popup).close();
    expect(await course.counts()).toMatchObject({ finishes: 0 });
    await course.waitForPage('intro');
  });

  it('says when a page cannot be loaded, and tries again', async () => {
    const course = await open('strict');
    await course.launch('sample');
    server.setDown(true);
    await course.hook('next').click();
    await course.frame.getByText('“Introduction” could not be loaded.').waitFor();
    server.setDown(false);
    await course.hook('reload').click();
    await course.waitForPage('intro');
  });

  it('can be done with the keyboard alone', async () => {
    const course = await open('strict');
    await course.launch('sample', '#quiz');
    await course.waitForPage('quiz');
    const press = (key: string): Promise<void> => course.page.keyboard.press(key);
    await course.hook('start-quiz').focus();
    await press('Enter');
    expect(await textOf(course.frame.locator(':focus'))).toBe('Attempt 1');
    await press('Tab');
    await press('Space');
    await press('Tab');
    expect(await textOf(course.frame.locator(':focus'))).toBe('Check answer');
    await press('Enter');
    expect(await textOf(course.frame.locator(':focus'))).toMatch(/^(Correct|Not correct)\./);
    for (let tabs = 0; tabs < 40; tabs++) {
      await press('Tab');
      if ((await textOf(course.frame.locator(':focus'))) === 'Finish the quiz') break;
    }
    await press('Enter');
    expect(await textOf(course.frame.locator(':focus'))).toBe('3 questions are not answered yet.');
    await press('Tab');
    await press('Tab');
    await press('Enter');
    expect(await textOf(course.frame.locator(':focus'))).toContain('Your result');
  });
});

describe('what the learner is told', () => {
  it('review mode records nothing, and says so', async () => {
    const course = await open('moodle');
    await course.launch('sample');
    await readLessons(course);
    await takeQuiz(course);
    await course.close();
    const before = await course.dump();
    const { writes } = await course.counts();
    await course.launch('sample');
    await course.frame.getByText('Review only').first().waitFor();
    await course.waitForPage('quiz');
    await course.hook('new-attempt').click();
    await course.answer('q1', 'b');
    await course.close();
    expect((await course.counts()).writes).toBe(writes);
    expect((await course.dump())['cmi.suspend_data']).toBe(before['cmi.suspend_data']);
    // Practice goes on where it stopped, because this browser keeps it.
    await course.launch('sample');
    await course.frame.getByText('only this browser keeps what you do').first().waitFor();
    await course.waitForPage('quiz');
    await course.frame.getByText('1 of 4 answered').waitFor();
    await course.hook('exit').click();
    await course.frame.getByText('This browser keeps your practice.').waitFor();
    expect((await course.counts()).writes).toBe(writes);
  });

  it('a failed commit shows since when, keeps trying, and recovers', async () => {
    const course = await open('moodle');
    await course.launch('sample');
    await readLessons(course);
    await course.breakCommits('refuse');
    await takeQuiz(course);
    expect(await textOf(course.hook('save-sign'))).toMatch(/^Not saved since \d{1,2}:\d\d/);
    const download = course.page.waitForEvent('download');
    await course.frame.locator('[data-cw="banner"] [data-cw="download"]').click();
    expect((await download).suggestedFilename()).toBe('sample-answers.txt');
    await course.breakCommits('no');
    await course.hook('retry').click();
    await course.frame.locator('[data-cw="save-sign"][data-cw-sign="saved"]').waitFor();
    expect(await course.hook('banner').isVisible()).toBe(false);
    expect(await course.dump()).toMatchObject({ 'cmi.core.lesson_status': 'passed' });
    expect(Number((await course.dump())['cmi.core.score.raw'])).toBe(100);
  });

  it('a commit that lies is found out when the server is gone', async () => {
    const course = await open('moodle');
    await course.launch('sample');
    await course.openFromOutline('quiz');
    await course.frame.locator('[data-cw="save-sign"][data-cw-sign="pending"]').waitFor();
    server.setDown(true);
    await course.breakCommits('lie');
    await takeQuiz(course);
    await course.frame.locator('[data-cw="save-sign"][data-cw-sign="failed"]').waitFor();
    server.setDown(false);
    await course.breakCommits('no');
    await course.hook('retry').click();
    await course.frame.locator('[data-cw="save-sign"][data-cw-sign="saved"]').waitFor();
    expect(Number((await course.dump())['cmi.core.score.raw'])).toBe(100);
  });

  it('without an LMS everything works, says so, and this browser keeps it until cleared', async () => {
    const course = await open('none');
    await course.launch('sample');
    await course.frame.getByText('Not tracked').first().waitFor();
    await readLessons(course);
    await takeQuiz(course);
    await course.close();
    await course.launch('sample');
    await course.hook('take-offer').click();
    await course.openFromOutline('quiz');
    expect(await textOf(course.hook('score'))).toContain('100%');
    await course.hook('exit').click();
    await course.hook('clear-browser').click();
    await course.close();
    await course.launch('sample');
    await course.frame.getByText('Not tracked').first().waitFor();
    expect(await course.frame.locator('[data-cw="take-offer"]').count()).toBe(0);
  });

  it('an LMS that answers nothing is not believed', async () => {
    const course = await open('mute');
    await course.launch('sample');
    await course.frame.locator('[data-cw="save-sign"][data-cw-sign="failed"]').waitFor();
    await readLessons(course);
    await takeQuiz(course);
    await course.hook('exit').click();
    await course.frame.getByText('did not reach the LMS').waitFor();
  });

  it('a state that cannot be read stays untouched until the learner starts afresh', async () => {
    const course = await open('strict');
    await course.put('cmi.suspend_data', 'cw1abcdefghijk');
    await course.launch('sample');
    await course.frame.getByText('could not be read').first().waitFor();
    await course.next('intro');
    await course.answer('check-1', 'b');
    await course.close();
    expect((await course.dump())['cmi.suspend_data']).toBe('cw1abcdefghijk');
    await course.launch('sample');
    await course.hook('start-afresh').click();
    await course.frame.locator('[data-cw="save-sign"][data-cw-sign="saved"]').waitFor();
    expect((await course.dump())['cmi.suspend_data']).not.toBe('cw1abcdefghijk');
  });

  it('a changed question says so and asks again; a removed one is named', async () => {
    const course = await open('strict');
    await course.launch('sample');
    await course.openFromOutline('quiz');
    await course.hook('start-quiz').click();
    await course.answer('q1', 'a');
    await course.answer('q2', 'ac');
    await course.answer('q3', 'f');
    await course.close();
    server.put('edited', await makeSamplePackage({ changed: ['q2'], without: ['q3'] }));
    await course.launch('edited');
    await course.waitForPage('quiz');
    await course.frame.getByText('1 question is no longer part of this course.').waitFor();
    expect(await course.question('q1').getAttribute('data-cw-result')).toBe('right');
    expect(await textOf(course.question('q2').locator('[data-cw="changed"]'))).toContain('has changed');
    expect(await course.question('q2').locator('input:checked').count()).toBe(0);
    expect(await textOf(course.hook('answered'))).toBe('1 of 3 answered');
  });

  it('withholds the status until "Finish and report"', async () => {
    server.put('withheld', await makeSamplePackage({ report: 'when-finished' }));
    const course = await open('moodle');
    await course.launch('withheld');
    await readLessons(course);
    await takeQuiz(course);
    expect(await course.dump()).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '100' });
    await course.hook('finish-and-report').click();
    expect((await course.dump())['cmi.core.lesson_status']).toBe('passed');
    await course.hook('exit').click();
    await course.frame.getByText('You can close this page').waitFor();
    expect(await course.counts()).toMatchObject({ refused: [], finishes: 1 });
  });
});

describe('scorm-again as an oracle', () => {
  it('accepts every call and holds the result', async () => {
    const oracle = await openOracle(browser, server);
    const { frame } = oracle;
    await oracle.launch('sample');
    await frame.locator('[data-cw-activity="quiz"]').click();
    await frame.locator('[data-cw="start-quiz"]').click();
    for (const [id, options] of Object.entries(RIGHT)) {
      const form = frame.locator(`form[data-cw-question="${id}"]`);
      for (const option of options) await form.locator(`input[value="${option}"]`).check();
      await form.locator('[data-cw="check-answer"]').click();
    }
    await frame.locator('[data-cw="finish-quiz"]').click();
    await frame.locator('[data-cw="result"]').waitFor();
    await oracle.close();
    const after = await oracle.held();
    expect(after).toMatchObject({
      core: { lesson_status: 'incomplete', lesson_location: 'quiz', score: { raw: '100' } },
    });
    expect(Object.keys(after.interactions as object)).toContain('3');
    await oracle.launch('sample');
    await frame.locator('[data-cw="result"]').waitFor();
    expect(await textOf(frame.locator('[data-cw="score"]'))).toContain('100%');
    expect(await oracle.refused()).toEqual([]);
    await oracle.dispose();
  });
});
