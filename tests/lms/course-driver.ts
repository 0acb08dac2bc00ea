/** Does in a browser what a learner does with a course in the fake LMS's frame. */
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import type { Counts, Profile } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';
import type { TestServer } from './serve.ts';

export interface CourseDriver {
  readonly page: Page;
  readonly frame: FrameLocator;
  /** Errors the course threw, and its own messages on the console. */
  readonly complaints: readonly string[];
  launch(packageName: string, hash?: string): Promise<void>;
  /** The frame goes away, as when the learner leaves without a word. */
  close(): Promise<void>;
  hook(name: string): Locator;
  question(id: string): Locator;
  /** Presses Next and waits for the page. */
  next(activity: string): Promise<void>;
  /** Follows the title page's first link. */
  openFirst(activity: string): Promise<void>;
  openFromOutline(activity: string): Promise<void>;
  waitForPage(activity: string): Promise<void>;
  /** Chooses options by id and checks the answer. */
  answer(question: string, options: string): Promise<void>;
  dump(): Promise<Readonly<Record<string, string>>>;
  counts(): Promise<Counts>;
  /** Every call of the course, such as `LMSCommit() true`. */
  calls(): Promise<readonly string[]>;
  /** Calls that left an error, each with its code. */
  faults(): Promise<readonly string[]>;
  breakCommits(how: 'no' | 'refuse' | 'lie'): Promise<void>;
  put(element: string, value: string): Promise<void>;
  dispose(): Promise<void>;
}

export async function openLms(browser: Browser, server: TestServer, profile: Profile): Promise<CourseDriver> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1000, height: 560 }, locale: 'en-US' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A cut connection is what some tests are about.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${server.origin}/lms`);
  await page.evaluate((name) => window.lms.create(name), profile);
  const frame = page.frameLocator('iframe');
  const hook = (name: string): Locator => frame.locator(`[data-cw="${name}"]`).first();
  const question = (id: string): Locator => frame.locator(`form[data-cw-question="${id}"]`);
  const waitForPage = (activity: string): Promise<void> =>
    frame.locator(`article[data-cw-activity-body="${activity}"]`).waitFor();
  return {
    page,
    frame,
    complaints,
    async launch(packageName, hash = '') {
      const url = `${server.origin}/${packageName}/index.html${hash}`;
      await page.evaluate((address) => window.lms.launch(address), url);
      await frame.locator('[data-cw="progress"] progress').waitFor({ state: 'attached' });
    },
    close: () => page.evaluate(() => window.lms.close()),
    hook,
    question,
    waitForPage,
    async next(activity) {
      await hook('next').click();
      await waitForPage(activity);
    },
    async openFirst(activity) {
      await frame.locator('main a[data-cw-activity]').first().click();
      await waitForPage(activity);
    },
    async openFromOutline(activity) {
      await frame.locator(`[data-cw="outline"] [data-cw-activity="${activity}"]`).click();
      await waitForPage(activity);
    },
    async answer(id, options) {
      for (const option of options) await question(id).locator(`input[value="${option}"]`).check();
      await question(id).locator('[data-cw="check-answer"]').click();
      await question(id).locator('[data-cw="verdict"]').waitFor();
    },
    dump: () => page.evaluate(() => window.lms.lms().dump()),
    counts: () => page.evaluate(() => window.lms.lms().counts()),
    calls: () => page.evaluate(() => window.lms.calls()),
    faults: () => page.evaluate(() => window.lms.faults()),
    breakCommits: (how) => page.evaluate((kind) => window.lms.lms().breakCommits(kind), how),
    put: (element, value) =>
      page.evaluate(([name, text]) => window.lms.lms().put(name, text), [element, value] as const),
    dispose: () => context.close(),
  };
}
