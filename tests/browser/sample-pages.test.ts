/** The pages of the sample courses and of the fixture that uses everything: axe-core finds nothing, nothing scrolls sideways, light and dark, 1280, 768 and 320 px. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../lms/browser.ts';
import { buildFixture } from '../lms/build-fixture.ts';
import { startServer, type TestServer } from '../lms/serve.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: TestServer;
let browser: Browser;
let everything: Awaited<ReturnType<typeof buildFixture>>;

beforeAll(async () => {
  server = await startServer();
  everything = await buildFixture('tests/fixtures/valid/everything');
  for (const [name, files] of [...everything, ...(await buildFixture('course-source'))]) server.put(name, files);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The parts of axe's answer that a reader needs. */
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

async function findViolations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(AXE);
  const violations = await frame.evaluate<readonly Violation[]>(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }).then((result) => result.violations)`);
  return violations.flatMap((v) =>
    v.nodes.map((node) => `${v.id} ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

async function sidewaysOverflow(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

interface Look {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
}

const LOOKS: readonly Look[] = [
  { width: 1280, height: 800, colorScheme: 'light' },
  { width: 1280, height: 800, colorScheme: 'dark' },
  { width: 768, height: 500, colorScheme: 'light' },
  { width: 320, height: 500, colorScheme: 'light' },
  { width: 320, height: 500, colorScheme: 'dark' },
];

async function withPage(look: Look, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.colorScheme,
    reducedMotion: 'reduce',
  });
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

async function expectSound(frame: Frame, where: string): Promise<void> {
  expect(await findViolations(frame), where).toEqual([]);
  expect(await sidewaysOverflow(frame), `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

describe.each(LOOKS)('at $width px, $colorScheme', (look) => {
  it.each([
    'ccs-exam-prep-study/index.html',
    'cpc-vs-ccs/exams.html',
    'cpc-vs-ccs/credentials-quiz.html',
    'ccs-exam-prep-study/root-operations.html',
    'cpc-exam-prep-study/surgery-two.html',
  ])('the page %s opened alone', async (path) => {
    await withPage(look, async (page) => {
      await page.goto(`${server.origin}/${path}`);
      await expectSound(page.mainFrame(), path);
    });
  });

  it('every page of the course that uses everything', async () => {
    await withPage(look, async (page) => {
      for (const [course, files] of everything) {
        for (const file of [...files.keys()].filter((candidate) => candidate.endsWith('.html'))) {
          await page.goto(`${server.origin}/${course}/${file}`);
          await expectSound(page.mainFrame(), file);
        }
      }
    });
  });

  it('a quiz before, during and after, in the frame of an LMS', async () => {
    await withPage(look, async (page) => {
      await page.goto(`${server.origin}/lms`);
      await page.evaluate(() => window.lms.create('moodle'));
      await page.evaluate((url) => window.lms.launch(url), `${server.origin}/cpc-vs-ccs/index.html#credentials-quiz`);
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      if (frame === null) throw new Error('the course has no frame');
      const start = frame.locator('[data-cw="start-quiz"]');
      await start.waitFor();
      await expectSound(frame, 'before');
      await start.click();
      const forms = frame.locator('form[data-cw-question]:visible');
      await forms.first().waitFor();
      const count = await forms.count();
      expect(count).toBe(4);
      for (let i = 0; i < count; i++) {
        const form = forms.nth(i);
        const inputs = form.locator('input');
        const isMultiple = (await form.getAttribute('data-cw-type')) === 'multiple-choice';
        await inputs.nth(0).check();
        if (isMultiple) await inputs.nth(1).check();
        await form.locator('[data-cw="check-answer"]').click();
        await form.locator('[data-cw="verdict"]').waitFor();
      }
      await expectSound(frame, 'during');
      await frame.locator('[data-cw="finish-quiz"]').click();
      await frame.locator('[data-cw="result"]').waitFor();
      await expectSound(frame, 'after');
      expect(await frame.locator('[data-cw="result"]').textContent()).toContain('not reviewed by a credentialed coder');
    });
  });
});

it('figures take half a sheet at most on paper, without their descriptions', async () => {
  await withPage({ width: 700, height: 900, colorScheme: 'light' }, async (page) => {
    await page.goto(`${server.origin}/ccs-exam-prep-study/compliant-queries.html`);
    const image = page.locator('figure img').first();
    const heightOnScreen = (await image.boundingBox())?.height ?? 0;
    await page.emulateMedia({ media: 'print' });
    expect(heightOnScreen).toBeGreaterThan(500);
    expect((await image.boundingBox())?.height).toBeLessThan(420);
    expect(await page.locator('.figure-description').first().isVisible()).toBe(false);
  });
});
