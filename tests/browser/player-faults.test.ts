/** The player in a browser when something comes in between: the back-forward cache, a replaced package, a keyboard in a small frame. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../lms/browser.ts';
import { buildFixture } from '../lms/build-fixture.ts';
import { type CourseDriver, openLms } from '../lms/course-driver.ts';
import { makeSamplePackage } from '../lms/sample-package.ts';
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
  const complaints = driver?.complaints ?? [];
  await driver?.dispose();
  driver = undefined;
  expect(complaints).toEqual([]);
});

async function open(): Promise<CourseDriver> {
  driver = await openLms(browser, server, 'strict');
  return driver;
}

describe('a page that comes back from the cache (R7)', () => {
  it('finished once when it went, and opens the session anew where the learner was', async () => {
    const course = await open();
    await course.launch('sample');
    await course.openFromOutline('quiz');
    await course.hook('start-quiz').click();
    await course.answer('q1', 'a');
    await course.frame.locator('html').evaluate((html) => {
      html.dataset.kept = 'yes';
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    });
    expect(await course.counts()).toMatchObject({ finishes: 1 });
    await course.frame.locator('html').evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await course.frame.locator('html:not([data-kept])').waitFor({ state: 'attached' });
    await course.waitForPage('quiz');
    expect(await course.question('q1').getAttribute('data-cw-result')).toBe('right');
    await course.answer('q2', 'ac');
    await course.close();
    // The real end of the first page comes too, and must not count.
    expect(await course.counts()).toMatchObject({ finishes: 2, refused: [] });
    await course.launch('sample');
    await course.waitForPage('quiz');
    expect(await course.question('q2').getAttribute('data-cw-result')).toBe('right');
  });

  it('is not opened anew when it was only just loaded', async () => {
    const course = await open();
    await course.launch('sample');
    await course.frame.locator('html').evaluate((html) => {
      html.dataset.kept = 'yes';
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    });
    await course.next('intro');
    expect(await course.frame.locator('html').getAttribute('data-kept')).toBe('yes');
  });
});

describe('a package that is replaced while a learner is inside', () => {
  it('goes on with what the old page knows, and asks the rest at the next visit', async () => {
    server.put('replaced', await makeSamplePackage({ without: ['check-1', 'q3'] }));
    const course = await open();
    await course.launch('replaced');
    server.put('replaced', await makeSamplePackage({ changed: ['q2'] }));
    await course.next('intro');
    expect(await course.question('check-1').isVisible()).toBe(false);
    await course.openFromOutline('quiz');
    await course.hook('start-quiz').click();
    expect(await course.question('q3').isVisible()).toBe(false);
    await course.answer('q1', 'a');
    await course.answer('q2', 'ac');
    await course.close();
    expect(await course.counts()).toMatchObject({ finishes: 1, refused: [] });
    await course.launch('replaced');
    await course.waitForPage('quiz');
    expect(await course.question('q1').getAttribute('data-cw-result')).toBe('right');
    // It was answered in its new form but noted under the old one: asking again is the safe side.
    expect(await course.question('q2').getAttribute('data-cw-result')).toBeNull();
    await course.openFromOutline('intro');
    expect(await course.question('check-1').isVisible()).toBe(true);
  });
});

describe('the outline in a small frame', () => {
  it('closes with Escape, and when the focus goes on behind it', async () => {
    const course = await open();
    await course.page.setViewportSize({ width: 320, height: 560 });
    await course.launch('first-course');
    await course.openFirst('start');
    const outline = course.hook('outline');
    const toggle = course.hook('outline-toggle');
    await toggle.click();
    expect(await outline.isVisible()).toBe(true);
    await course.page.keyboard.press('Escape');
    expect(await outline.isVisible()).toBe(false);
    expect(await toggle.evaluate((button) => button === document.activeElement)).toBe(true);
    await course.page.keyboard.press('Enter');
    await outline.locator('a').last().focus();
    expect(await outline.isVisible()).toBe(true);
    await course.hook('next').focus();
    expect(await outline.isVisible()).toBe(false);
  });
});
