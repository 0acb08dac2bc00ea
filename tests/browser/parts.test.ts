/** The parts of the player come when a page needs them; when one does not come, the learner is told, can try again, and loses nothing. */
import type { Browser, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { measureFirstPages } from '../bench/measure-player.ts';
import { startBrowser } from '../lms/browser.ts';
import { buildFixture } from '../lms/build-fixture.ts';
import { type CourseDriver, openLms } from '../lms/course-driver.ts';
import { courseFrame, shownQuestion, startExam, submitExam } from '../lms/exam-driver.ts';
import { findProblems } from '../lms/find-problems.ts';
import { startServer, type TestServer } from '../lms/serve.ts';

type Files = ReadonlyMap<string, Uint8Array>;

const packages = new Map<string, Files>();
let server: TestServer;
let browser: Browser;
let driver: CourseDriver | undefined;

beforeAll(async () => {
  server = await startServer();
  for (const fixture of ['answers', 'exams', 'everything']) {
    for (const [name, files] of await buildFixture(`tests/fixtures/valid/${fixture}`)) packages.set(name, files);
  }
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async () => {
  await driver?.dispose();
  driver = undefined;
});

function filesOf(name: string): Files {
  const files = packages.get(name);
  if (files === undefined) throw new Error(`no package ${name}`);
  return files;
}

async function open(name: string): Promise<CourseDriver> {
  server.put(name, filesOf(name));
  driver = await openLms(browser, server, 'strict');
  return driver;
}

/** Names of the files of a package that are asked for from now on. */
function watch(course: CourseDriver): ReadonlySet<string> {
  const names = new Set<string>();
  course.page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/lms')) names.add(pathname.split('/').pop() ?? '');
  });
  return names;
}

const cut = (route: Route): Promise<void> => route.abort('connectionreset');

async function mainText(course: CourseDriver): Promise<string> {
  return (await course.frame.locator('main').innerText()).replace(/\s+/g, ' ').trim();
}

describe('a first page', () => {
  it.each(['exam-course', 'answers', 'all-features-study'])('loads what the benchmark counts, in %s', async (name) => {
    const { title, activity } = measureFirstPages(
      [...filesOf(name)].map(([file, bytes]) => ({ name: file, bytes: Buffer.from(bytes) })),
    );
    const course = await open(name);
    const asked = watch(course);
    await course.launch(name);
    expect([...asked].sort()).toEqual(title.names);
    const first = activity.names.find((file) => file.endsWith('.page.js'))?.replace('.page.js', '') ?? '';
    await course.openFirst(first);
    await course.page.waitForLoadState('networkidle');
    expect([...asked].sort()).toEqual(activity.names);
  });

  it('needs a part for each kind of page and answer, each once', async () => {
    const course = await open('exam-course');
    const asked = watch(course);
    await course.launch('exam-course', '#bones');
    await course.waitForPage('bones');
    await course.openFromOutline('mock-exam');
    expect([...asked].filter((file) => file.startsWith('player-'))).toEqual(['player-exam.js']);
    await course.openFromOutline('final-exam');
    expect([...asked].filter((file) => file.startsWith('player-'))).toEqual(['player-exam.js']);
    expect(course.complaints).toEqual([]);
  });
});

describe('a part that does not come', () => {
  it('is told, is had at the next try, and a half-typed quiz is as it was', async () => {
    const course = await open('answers');
    await course.launch('answers', '#answers-quiz');
    await course.waitForPage('answers-quiz');
    await course.hook('start-quiz').click();
    const field = () => course.question('an-fill').locator('[data-cw="field"]');
    await field().fill('Complication');
    await course.question('an-fill').locator('[data-cw="check-answer"]').click();
    await course.close();

    await course.page.route('**/player-typed.js*', cut);
    await course.launch('answers');
    const sentence = '“All answers” could not be loaded.';
    await course.frame.getByText(sentence).waitFor();
    expect(await mainText(course)).toBe(
      `${sentence} The connection may be down. Keep this page open and try again: nothing you answered is lost. Try again`,
    );
    expect(await course.frame.locator(':focus').innerText()).toBe(sentence);
    expect(await findProblems(course, 'answers', 'a part is missing')).toEqual([]);
    await course.hook('reload').click();
    await course.frame.getByText(sentence).waitFor();
    await course.page.unroute('**/player-typed.js*');
    await course.hook('reload').click();
    await course.waitForPage('answers-quiz');
    expect(await field().inputValue()).toBe('Complication');
    expect(await course.question('an-fill').getAttribute('data-cw-result')).toBe('wrong');
    expect(course.complaints).toEqual([]);
  });

  it('leaves the attempt of an exam alone, over visits, until it comes', async () => {
    const course = await open('exam-course');
    await course.launch('exam-course', '#mock-exam');
    await course.waitForPage('mock-exam');
    await startExam(course);
    const answered: string[] = [];
    for (let at = 0; at < 3; at++) {
      answered.push(await shownQuestion(course));
      await courseFrame(course).evaluate(() => {
        for (const box of [
          ...document.querySelectorAll<HTMLInputElement>('form input:is([type=radio],[type=checkbox])'),
        ].slice(0, 2))
          box.click();
        document.querySelector<HTMLElement>('[data-cw="next-question"]')?.click();
      });
    }
    const here = await shownQuestion(course);
    const marks = () => course.frame.locator('[data-cw="all-questions"] summary').textContent();
    const before = await marks();
    await course.close();

    await course.page.route('**/player-exam.js*', cut);
    await course.launch('exam-course');
    await course.frame.getByText('“Mock exam” could not be loaded.').waitFor();
    // The rest of the course goes on meanwhile, and what it saves has the attempt in it.
    await course.openFromOutline('bones');
    await course.hook('exit').click();
    await course.frame.getByText('You can close this page').waitFor();
    await course.close();

    await course.page.unroute('**/player-exam.js*');
    await course.launch('exam-course', '#mock-exam');
    await course.waitForPage('mock-exam');
    expect(await shownQuestion(course)).toBe(here);
    expect(await marks()).toBe(before);
    expect(before).toContain('3 of 12 answered');
    await submitExam(course);
    await course.hook('exit').click();
    const reported = Object.entries(await course.dump()).filter(([element]) => /interactions\.\d+\.id$/.test(element));
    const ids = reported.map(([, value]) => value.split('.').pop());
    expect(ids.sort()).toEqual(answered.sort());
    expect(course.complaints).toEqual([]);
  });

  it('is asked for past a cache that holds something else under its name', async () => {
    const course = await open('answers');
    await course.page.route('**/player-arranged.js', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
    );
    await course.launch('answers');
    await course.frame.locator('main a[data-cw-activity]').first().click();
    await course.frame.getByText('“Practice” could not be loaded.').waitFor();
    await course.hook('reload').click();
    await course.waitForPage('practice');
    await course.question('an-order').waitFor();
  });

  it('is not run where it is of another version, and the learner is told to open the course again', async () => {
    const course = await open('answers');
    const files = new Map(filesOf('answers'));
    const text = new TextDecoder().decode(files.get('player-typed.js'));
    files.set(
      'player-typed.js',
      new TextEncoder().encode(text.replace(/part\("typed","[0-9a-f]+"/, 'part("typed","0123456789ab"')),
    );
    server.put('answers', files);
    await course.launch('answers');
    await course.frame.locator('main a[data-cw-activity]').first().click();
    await course.frame.getByText('“Practice” could not be loaded.').waitFor();
    expect(await mainText(course)).toContain(
      'The course was updated while you had it open. Leave it and open it again',
    );
    server.put('answers', filesOf('answers'));
    await course.hook('exit').click();
    await course.frame.getByText('You can close this page').waitFor();
    await course.close();
    await course.launch('answers');
    await course.waitForPage('practice');
    expect(course.complaints).toEqual([]);
  });
});
