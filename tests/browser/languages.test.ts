/** Courses in other languages than English, built and opened in an LMS frame: words, `lang`, `dir`, the side things stand on. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGLISH_TABLES } from '../../src/shared/words/languages.ts';
import { startBrowser } from '../lms/browser.ts';
import { buildFixture, buildFolder } from '../lms/build-fixture.ts';
import { openLms } from '../lms/course-driver.ts';
import { startServer, type TestServer } from '../lms/serve.ts';

const VALID = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures', 'valid');

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  for (const [name, files] of await buildFixture('tests/fixtures/valid/spanish')) server.put(name, files);
  for (const [name, files] of await buildMirrored()) server.put(name, files);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The minimal workspace in a language that is written from right to left, with every word marked. */
async function buildMirrored(): ReturnType<typeof buildFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
  try {
    cpSync(join(VALID, 'minimal'), folder, { recursive: true });
    const { page, player } = ENGLISH_TABLES;
    const marked = (table: object) => JSON.parse(JSON.stringify(table).replaceAll(/":"/g, '":"\u05d0 '));
    const words = {
      page: marked({ ...page.fixed, ...page.sentences }),
      player: marked({ ...player.fixed, ...player.sentences }),
    };
    mkdirSync(join(folder, 'shared/languages'), { recursive: true });
    writeFileSync(join(folder, 'shared/languages/he.yaml'), JSON.stringify(words, null, 2));
    const config = join(folder, 'coursewright.yaml');
    writeFileSync(config, readFileSync(config, 'utf8').replace('courses:', 'language: he\ncourses:'));
    return await buildFolder(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** English words that a Spanish page may not show; names of things and units are the same in both. */
function englishWords(): readonly string[] {
  const { page, player } = ENGLISH_TABLES;
  return [...Object.values(page.fixed), ...Object.values(player.fixed)].filter((text) => text.includes(' '));
}

describe('a course in Spanish', () => {
  it('speaks Spanish from the title page to the farewell, with the words of its workspace', async () => {
    const course = await openLms(browser, server, 'moodle');
    await course.launch('curso-breve');
    const frame = course.page.frames().find((candidate) => candidate.url().includes('/curso-breve/'));
    const seen: string[] = [];
    const look = async (): Promise<string> => {
      const text = (await frame?.evaluate(() => document.body.innerText)) ?? '';
      seen.push(text);
      return text;
    };
    expect(await frame?.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'es-MX',
      'ltr',
    ]);
    expect(await look()).toContain('Empezar el curso');
    expect(await course.hook('exit').innerText()).toBe('Cerrar');
    await course.openFirst('partes');
    expect(await look()).toContain('Después de esta lección podrá');
    await course.answer('cb-1', 'a');
    expect(await look()).toContain('Correcto.');
    await course.next('repaso');
    await course.hook('start-quiz').click();
    await course.answer('cb-1', 'b');
    expect(await look()).toContain('Intento núm. 1');
    await course.hook('finish-quiz').click();
    expect(await look()).toContain('Faltan por responder 2 preguntas.');
    await course.hook('finish-anyway').click();
    expect(await course.hook('result').innerText()).toContain('0\u00a0% · 0 de 3 correctas');
    await look();
    await course.next('ensayo');
    expect(await look()).toContain('Examen de ensayo');
    await course.hook('start-exam').click();
    await course.hook('exam-place').waitFor();
    expect(await course.hook('exam-place').innerText()).toBe('Pregunta 1 de 4');
    for (let question = 0; question < 4; question++) {
      await look();
      await course.frame.locator('[data-cw="next-question"]').click();
    }
    await look();
    await course.hook('finish-exam').click();
    await look();
    await course.hook('finish-now').click();
    await course.hook('result').waitFor();
    await look();
    await course.hook('exit').click();
    expect(await look()).toContain('Puede cerrar esta página');
    await course.dispose();
    const text = seen.join('\n');
    expect(englishWords().filter((word) => text.includes(word))).toEqual([]);
  });
});

describe('a course in a language written from right to left', () => {
  it('is laid out from right to left, and scrolls sideways nowhere', async () => {
    const course = await openLms(browser, server, 'moodle');
    await course.page.setViewportSize({ width: 1280, height: 800 });
    await course.launch('first-course');
    const frame = course.page.frames().find((candidate) => candidate.url().includes('/first-course/'));
    if (frame === undefined) throw new Error('the course is not open');
    const facts = () =>
      frame.evaluate(() => {
        const left = (hook: string) => document.querySelector(`[data-cw="${hook}"]`)?.getBoundingClientRect().left ?? 0;
        const { lang, dir, scrollWidth, clientWidth } = document.documentElement;
        return {
          lang,
          dir,
          outlineIsRight: left('outline') > left('main'),
          exitIsLeft: left('exit') < left('progress'),
          sideways: scrollWidth - clientWidth,
        };
      });
    const expected = { lang: 'he', dir: 'rtl', outlineIsRight: true, exitIsLeft: true, sideways: 0 };
    // The title page needs no outline beside it.
    expect(await facts()).toEqual({ ...expected, outlineIsRight: false });
    await course.openFirst('start');
    expect(await facts()).toEqual(expected);
    await course.page.setViewportSize({ width: 320, height: 500 });
    expect((await facts()).sideways).toBe(0);
    await course.dispose();
  });
});
