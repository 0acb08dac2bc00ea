/** A decision guide in the frame of an LMS: asked, answered by keyboard, explained, kept for the next visit, free of a score, accessible. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../lms/browser.ts';
import { buildFixture } from '../lms/build-fixture.ts';
import { type CourseDriver, openLms } from '../lms/course-driver.ts';
import { startServer, type TestServer } from '../lms/serve.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COURSE = 'all-features-practice';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  for (const [name, files] of await buildFixture('tests/fixtures/valid/everything')) server.put(name, files);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openGuide(course: CourseDriver): Promise<void> {
  await course.launch(COURSE, '#which-way');
  await course.waitForPage('which-way');
}

const choose = (course: CourseDriver, ask: string, answer: string) =>
  course.frame.locator(`[data-cw-ask="${ask}"] input[value="${answer}"]`).check();
const shown = (course: CourseDriver) => course.frame.locator('[data-cw-outcome]:visible h3').allTextContents();

describe('a decision guide', () => {
  it('asks for what is missing, then recommends with the reasons that hold and those against', async () => {
    const course = await openLms(browser, server, 'strict');
    await openGuide(course);
    expect(await shown(course)).toEqual([]);
    await choose(course, 'hand', 'a');
    await course.hook('show-recommendation').click();
    expect(await course.hook('gap').textContent()).toBe('1 question is not answered yet.');
    expect(
      await course.frame.locator('[data-cw-ask="hurry"] legend').evaluate((legend) => legend.matches(':focus')),
    ).toBe(true);
    await choose(course, 'hurry', 'y');
    await course.hook('show-recommendation').click();
    expect(await shown(course)).toEqual(['Go left']);
    expect(await course.frame.locator('[data-cw-rule]:visible').allTextContents()).toEqual([
      'You write with the left hand.',
    ]);
    expect(await course.hook('guide-objections').textContent()).toBe(
      'What speaks against it' + 'You are in a hurry, and the right way is short.',
    );
    expect(await course.hook('guide-heading').evaluate((heading) => heading.matches(':focus'))).toBe(true);
    expect(course.complaints).toEqual([]);
    await course.dispose();
  });

  it('takes a recommendation away when an answer changes, and gives the outcome without reasons where no rule holds', async () => {
    const course = await openLms(browser, server, 'strict');
    await openGuide(course);
    await choose(course, 'hand', 'b');
    await choose(course, 'hurry', 'y');
    await course.hook('show-recommendation').click();
    expect(await shown(course)).toEqual(['Go right']);
    await choose(course, 'hurry', 'n');
    expect(await shown(course)).toEqual([]);
    await course.hook('show-recommendation').click();
    expect(await shown(course)).toEqual(['Stay']);
    expect(await course.frame.locator('[data-cw="guide-reasons"]:visible').count()).toBe(0);
    await course.dispose();
  });

  it('keeps answers and recommendation for the next visit, and reports no score', async () => {
    const course = await openLms(browser, server, 'moodle');
    await openGuide(course);
    await choose(course, 'hand', 'a');
    await choose(course, 'hurry', 'n');
    await course.hook('show-recommendation').click();
    await course.close();
    const { 'cmi.core.score.raw': score = '' } = await course.dump();
    expect(score).toBe('');
    await openGuide(course);
    await course.frame.locator('[data-cw-outcome="left"]').waitFor({ state: 'visible' });
    expect(await course.frame.locator('[data-cw-ask="hand"] input[value="a"]').isChecked()).toBe(true);
    await course.dispose();
  });

  it('can be done by keyboard alone', async () => {
    const course = await openLms(browser, server, 'strict');
    await openGuide(course);
    const press = (key: string) => course.page.keyboard.press(key);
    await course.frame.locator('[data-cw-ask="hand"] input').first().focus();
    await press('Space');
    await press('Tab');
    await press('Space');
    await press('ArrowDown');
    await press('Tab');
    await press('Enter');
    expect(await shown(course)).toEqual(['Go left']);
    await course.dispose();
  });

  it.each([
    { width: 1280, scheme: 'light' },
    { width: 320, scheme: 'dark' },
  ] as const)('is accessible and never scrolls sideways, $width px, $scheme', async ({ width, scheme }) => {
    const course = await openLms(browser, server, 'strict');
    await course.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await course.page.setViewportSize({ width, height: 560 });
    await openGuide(course);
    await choose(course, 'hand', 'a');
    await choose(course, 'hurry', 'y');
    await course.hook('show-recommendation').click();
    const frame = course.page.frames().find((candidate) => candidate.url().includes(COURSE));
    if (frame === undefined) throw new Error('the course is not open');
    await frame.evaluate(AXE);
    const problems = await frame.evaluate<readonly string[]>(
      `axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 100))))`,
    );
    expect(problems).toEqual([]);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await course.dispose();
  });
});
