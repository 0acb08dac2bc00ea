/** axe-core finds nothing in any state the player brings a page into: feedback, unanswered, result, not saved, farewell. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../lms/browser.ts';
import { buildFixture } from '../lms/build-fixture.ts';
import { openLms } from '../lms/course-driver.ts';
import { findProblems } from '../lms/find-problems.ts';
import { startServer, type TestServer } from '../lms/serve.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  for (const [name, files] of await buildFixture('tests/fixtures/valid/minimal')) server.put(name, files);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each([
  { scheme: 'light', width: 1000 },
  { scheme: 'dark', width: 320 },
] as const)('axe-core, $scheme, $width px', ({ scheme, width }) => {
  it('finds nothing from title page to farewell', async () => {
    const course = await openLms(browser, server, 'strict');
    const problems: string[] = [];
    const look = async (state: string): Promise<void> => {
      problems.push(...(await findProblems(course, 'first-course', state)));
    };
    await course.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await course.page.setViewportSize({ width, height: 560 });
    await course.launch('first-course');
    await look('title page');
    await course.openFirst('start');
    await look('lesson');
    await course.next('codes');
    await course.answer('fc-1', 'a');
    await look('check in a lesson');
    await course.next('basics-quiz');
    await look('quiz, before the start');
    await course.hook('start-quiz').click();
    await look('quiz');
    await course.answer('fc-1', 'a');
    await course.question('fc-2').locator('[data-cw="check-answer"]').click();
    await course.answer('fc-3', 't');
    await look('quiz, with feedback');
    await course.hook('finish-quiz').click();
    await look('quiz, unanswered');
    await course.breakCommits('refuse');
    await course.hook('finish-anyway').click();
    await course.hook('result').waitFor();
    await look('result, not saved');
    await course.hook('exit').click();
    await look('farewell');
    await course.dispose();
    expect(problems).toEqual([]);
  });
});
