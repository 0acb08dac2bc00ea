/** The player in a browser when something comes in between: the back-forward cache, a replaced package, a keyboard in a small frame. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildFixture } from '../lms/build-fixture.ts';
import type { CourseDriver } from '../lms/course-driver.ts';
import { makeSamplePackage } from '../lms/sample-package.ts';
import { stopClock } from '../lms/still-clock.ts';
import { useLms } from '../lms/use-lms.ts';

const lms = useLms();
const open = (): Promise<CourseDriver> => lms.open();

beforeAll(async () => {
  lms.server().put('sample', await makeSamplePackage());
  for (const [name, files] of await buildFixture('tests/fixtures/valid/minimal')) lms.server().put(name, files);
  for (const [name, files] of await buildFixture('tests/fixtures/valid/answers')) lms.server().put(name, files);
});

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
    lms.server().put('replaced', await makeSamplePackage({ without: ['check-1', 'q3'] }));
    const course = await open();
    await course.launch('replaced');
    lms.server().put('replaced', await makeSamplePackage({ changed: ['q2'] }));
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

describe('what was begun before an LMS was found', () => {
  /** Begins every answer of the lesson, gives none, and stands in the field of the number. */
  async function begin(course: CourseDriver): Promise<void> {
    await course.openFirst('practice');
    await course.question('an-match').locator('select').first().selectOption('c');
    await course.question('an-order').locator('[data-cw="move-down"]').first().click();
    await course.question('an-fill').locator('[data-cw="field"]').fill('late eff');
    await course.question('an-dose').locator('[data-cw="field"]').pressSequentially('12.5 of');
  }
  async function expectBegun(course: CourseDriver, order: readonly string[]): Promise<void> {
    const field = (id: string) => course.question(id).locator('[data-cw="field"]');
    expect(await field('an-fill').inputValue()).toBe('late eff');
    expect(await field('an-dose').inputValue()).toBe('12.5 of');
    expect(await course.question('an-match').locator('select').first().inputValue()).toBe('c');
    expect(await orderOf(course)).toEqual(order);
    expect(await field('an-dose').evaluate((element) => element === document.activeElement)).toBe(true);
    // Nobody has to begin again: what is typed goes on where it stood.
    await course.page.keyboard.type(' x');
    expect(await field('an-dose').inputValue()).toBe('12.5 of x');
    expect(await course.question('an-dose').getAttribute('data-cw-result')).toBeNull();
  }
  const orderOf = (course: CourseDriver): Promise<readonly string[]> =>
    course
      .question('an-order')
      .locator('[data-cw-option]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-cw-option') ?? ''));
  /** Opens the frame; the LMS's API is not there yet, and the clock stands, so that nobody has to hurry. */
  async function openEarly(course: CourseDriver): Promise<void> {
    await stopClock(course.page, Date.now() + 120_000);
    await course.page.evaluate((url) => {
      window.lms.launch(url);
      const own = window as Window & { late?: unknown };
      own.late = window.API;
      delete window.API;
    }, `${lms.server().origin}/answers/index.html`);
  }
  /** Now the LMS has been found, or given up. */
  async function waitOut(course: CourseDriver): Promise<void> {
    await course.page.clock.runFor(2500);
    await course.page.clock.resume();
    await course.frame.locator('[data-cw="progress"] progress').waitFor({ state: 'attached' });
  }

  it('stays where the player gives up waiting for one', async () => {
    const course = await lms.open('none');
    await openEarly(course);
    await begin(course);
    const order = await orderOf(course);
    await waitOut(course);
    expect(await course.frame.getByText('Not tracked').first().isVisible()).toBe(true);
    await expectBegun(course, order);
  });

  it('stays where one comes late, with the answers of an earlier visit', async () => {
    const course = await lms.open('strict');
    await course.launch('answers');
    await course.openFirst('practice');
    await course.next('answers-quiz');
    await course.hook('start-quiz').click();
    await course.close();
    await openEarly(course);
    await begin(course);
    const order = await orderOf(course);
    await course.page.evaluate(() => {
      window.API = (window as Window & { late?: unknown }).late;
    });
    await waitOut(course);
    await expectBegun(course, order);
    await course.close();
    expect(await course.counts()).toMatchObject({ finishes: 2, refused: [] });
  });

  it('is in this browser when the page goes before anything else is done', async () => {
    const course = await lms.open('none');
    await openEarly(course);
    await course.openFirst('practice');
    await course.question('an-fill').locator('[data-cw="field"]').fill('sequela');
    await course.question('an-fill').locator('[data-cw="check-answer"]').click();
    await waitOut(course);
    await course.close();
    await course.launch('answers', '#practice');
    await course.hook('take-offer').click();
    await course.question('an-fill').locator('[data-cw="verdict"]').waitFor();
  });
});
