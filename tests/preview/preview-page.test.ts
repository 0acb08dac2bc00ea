/** The preview's page in a browser: calls in plain words, profiles, faults, another visit, problems as text, without barriers. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Preview, startPreview } from '../../src/preview/start-preview.ts';
import { startBrowser } from '../lms/browser.ts';
import { copyFixture, type EditableWorkspace } from './edit-workspace.ts';

const AXE = readFileSync(
  join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'node_modules/axe-core/axe.min.js'),
  'utf8',
);
const LESSON = 'first-course/lessons/02-codes.md';

let browser: Browser;
let workspace: EditableWorkspace;
let preview: Preview;
let page: Page;
let frame: FrameLocator;
let complaints: string[];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  workspace = copyFixture('minimal');
  preview = await startPreview({ workspace: workspace.folder, courses: [], asOf: () => '2026-11-22', port: 0 });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(preview.origin) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  await page.goto(preview.origin);
  frame = page.frameLocator('iframe');
  await isReady();
});
afterEach(async () => {
  await page?.close();
  await preview?.close();
  workspace?.remove();
  expect(complaints).toEqual([]);
});

const isReady = (): Promise<void> => frame.locator('[data-cw="progress"] progress').waitFor({ state: 'attached' });
const openPage = async (id: string): Promise<void> => {
  await frame.locator(`[data-cw="outline"] [data-cw-activity="${id}"]`).dispatchEvent('click');
  await frame.locator(`article[data-cw-activity-body="${id}"]`).waitFor();
};
const answerCheck = async (): Promise<void> => {
  await openPage('codes');
  const question = frame.locator('form[data-cw-question="fc-1"]');
  await question.locator('input[value="a"]').check();
  await question.locator('[data-cw="check-answer"]').click();
  await question.locator('[data-cw="verdict"]').waitFor();
};
const callsWith = (text: string) => page.locator('.calls li:visible', { hasText: text });
const choose = (label: string, option: string): Promise<string[]> =>
  page.getByLabel(label, { exact: true }).selectOption({ label: option });

async function findViolations(): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, { iframes: false });
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}, ${html.slice(0, 120)}`)),
      ...(scrollWidth > clientWidth ? [`scrolls sideways, ${scrollWidth} > ${clientWidth}`] : []),
    ];
  });
}

describe('the panel of the LMS', () => {
  it('lists the calls in plain words, filters and clears them', async () => {
    await callsWith('begins the visit').waitFor();
    await callsWith('sets the status of the course: “incomplete”').waitFor();
    expect(await callsWith('asks for the learner’s name: “Doe, Jane”').count()).toBe(1);

    await choose('Show', 'Values set');
    expect(await callsWith('begins the visit').count()).toBe(0);
    expect(await callsWith('sets the status').count()).toBe(1);
    await choose('Show', 'All calls');
    await page.getByLabel('Search in calls').fill('student_name');
    await expect.poll(() => page.locator('.calls li:visible').count()).toBe(1);
    await page.getByLabel('Search in calls').fill('');
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.locator('.calls li').count()).toBe(0);
  });

  it('marks what the LMS refused, and says why', async () => {
    await choose('What goes wrong', 'The LMS refuses every value');
    await answerCheck();
    await choose('Show', 'Refused only');
    await page.getByRole('button', { name: 'Resume as another visit' }).click();
    await callsWith('Refused: 101: the LMS could not do it').first().waitFor();
    // One look at all of them: calls go on coming in.
    const shown = await page.locator('.calls li:visible').allTextContents();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((text) => !text.includes('Refused:'))).toEqual([]);
  });

  it('keeps the answers for another visit, and nothing when the learner is forgotten', async () => {
    await answerCheck();
    await page.getByRole('button', { name: 'Resume as another visit' }).click();
    await frame.locator('article[data-cw-activity-body="codes"]').waitFor();
    const question = frame.locator('form[data-cw-question="fc-1"]');
    await expect.poll(() => question.getAttribute('data-cw-result')).not.toBeNull();
    expect(await question.locator('input:checked').getAttribute('value')).toBe('a');
    await callsWith('Visit 2').waitFor();

    await page.getByRole('tab', { name: 'What the LMS holds' }).click();
    await page.locator('#panel-held tr', { hasText: 'cmi.suspend_data' }).waitFor();
    await page.getByRole('button', { name: 'Forget the learner' }).click();
    await isReady();
    await openPage('codes');
    expect(await question.getAttribute('data-cw-result')).toBeNull();
  });

  it('switches the LMS, and shows what Moodle makes of it', async () => {
    await answerCheck();
    await choose('LMS', 'Moodle');
    await isReady();
    await page.getByRole('tab', { name: 'What Moodle shows' }).click();
    await page.locator('.facts', { hasText: 'Incomplete' }).waitFor();
    await choose('LMS', 'None');
    await frame.locator('[data-cw="banner"]', { hasText: 'Not tracked' }).waitFor();
    await page.reload();
    expect(await page.getByLabel('LMS', { exact: true }).locator('option:checked').textContent()).toBe('None');
  });

  it('opens a course for review, in which it sets nothing', async () => {
    await page.getByLabel('Review').check();
    await callsWith('asks for the mode: normal, review or browse: “review”').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await openPage('codes');
    await page.getByRole('button', { name: 'Resume as another visit' }).click();
    await callsWith('begins the visit').waitFor();
    expect(await callsWith('LMSSetValue').count()).toBe(0);
  });

  it('loses the connection: the course reaches nothing, and the LMS keeps what it had', async () => {
    const reach = () =>
      frame.locator('body').evaluate(() =>
        fetch('index.html').then(
          () => 'reached',
          () => 'lost',
        ),
      );
    expect(await reach()).toBe('reached');
    await choose('What goes wrong', 'The connection is lost');
    expect(await reach()).toBe('lost');
    await answerCheck();
    await page.getByRole('button', { name: 'Resume as another visit' }).click();
    await callsWith('LMSFinish').locator('text=Refused:').waitFor();
    await callsWith('Visit 2').waitFor();
    await isReady();
    expect(await reach()).toBe('lost');
    await openPage('codes');
    expect(await frame.locator('form[data-cw-question="fc-1"]').getAttribute('data-cw-result')).toBeNull();
    await choose('What goes wrong', 'Nothing');
    expect(await reach()).toBe('reached');
  });

  it('is worked with the keyboard', async () => {
    await page.getByRole('tab', { name: 'Calls' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('#panel-held').waitFor();
    await page.keyboard.press('End');
    expect(await page.locator('#panel-gradebook').isVisible()).toBe(true);
    expect(await page.locator('[role="tab"]:focus').textContent()).toBe('What Moodle shows');
    expect(await page.locator('#panel-held').isVisible()).toBe(false);
  });
});

describe('a save', () => {
  it('reloads the course at the same place, with what was answered', async () => {
    await answerCheck();
    const scrolled = await frame.locator('body').evaluate(() => {
      window.scrollTo(0, 200);
      return window.scrollY;
    });
    expect(scrolled).toBe(200);
    workspace.replace(LESSON, '## A code', 'A new sentence.\n\n## A code');
    await frame.getByText('A new sentence.').waitFor();
    await frame.locator('article[data-cw-activity-body="codes"]').waitFor();
    const question = frame.locator('form[data-cw-question="fc-1"]');
    await expect.poll(() => question.getAttribute('data-cw-result')).not.toBeNull();
    await expect.poll(() => frame.locator('body').evaluate(() => window.scrollY)).toBe(200);
    await callsWith('Visit 2').waitFor();
  });

  it('with a mistake shows it as text over the last good version', async () => {
    await openPage('codes');
    workspace.replace(LESSON, '(lesson:start)', '(nowhere<img/src=x/onerror=alert(1)>.md)');
    const problems = page.getByRole('region', { name: 'Problems' });
    await problems.waitFor();
    await problems
      .getByText(/^02-codes|02-codes\.md:\d+:\d+$/)
      .first()
      .waitFor();
    expect(await problems.locator('img').count()).toBe(0);
    expect(await problems.locator('pre').first().textContent()).toContain('<img/src=x');
    expect(await frame.locator('article[data-cw-activity-body="codes"]').isVisible()).toBe(true);
    await problems.getByRole('button', { name: 'Hide' }).click();
    expect(await problems.count()).toBe(0);
    expect(await page.locator('.toggle:focus').textContent()).toMatch(/error/);
    workspace.replace(LESSON, '(nowhere<img/src=x/onerror=alert(1)>.md)', '(lesson:start)');
    await page.getByText('No problems').waitFor();
  });
});

describe.each([
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 1280 },
  { scheme: 'light', width: 320 },
  { scheme: 'dark', width: 320 },
] as const)('axe-core, $scheme, $width px', ({ scheme, width }) => {
  it('finds nothing on the page', async () => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    await choose('What goes wrong', 'The LMS refuses every value');
    await answerCheck();
    await page.getByRole('button', { name: 'Resume as another visit' }).click();
    await callsWith('Refused:').first().waitFor();
    const found = [await findViolations()];
    for (const name of ['What the LMS holds', 'What Moodle shows']) {
      await page.getByRole('tab', { name }).click();
      found.push(await findViolations());
    }
    workspace.replace(LESSON, '(lesson:start)', '(nowhere.md)');
    await page.getByRole('region', { name: 'Problems' }).waitFor();
    found.push(await findViolations());
    expect(found.flat()).toEqual([]);
  });
});

describe('the frame', () => {
  it('is 500 px high, 320 px wide or as large as the window', async () => {
    const sizeOf = async () => {
      const box = await page.locator('iframe').boundingBox();
      return { width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) };
    };
    expect((await sizeOf()).height).toBe(500);
    await page.getByLabel('320 px wide').check();
    expect(await sizeOf()).toEqual({ width: 320, height: 500 });
    await page.getByLabel('As large as it gets').check();
    expect((await sizeOf()).height).toBeGreaterThan(600);
  });
});
