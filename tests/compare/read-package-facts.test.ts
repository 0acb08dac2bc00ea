/** Packages that are none of ours, damaged or hostile: a diagnostic, never a throw, and nothing in it runs. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compareZips } from '../../src/api.ts';
import { readPageText } from '../../src/compare/read-page-text.ts';
import { scramble } from '../../src/shared/scramble.ts';
import { buildRawZip } from '../targets/build-raw-zip.ts';
import { buildEdited, compareBytes, packageOf, rewrite, swap } from './build-edited.ts';

let base: Uint8Array;
beforeAll(async () => {
  base = packageOf(await buildEdited('minimal'));
});

async function codesFor(zip: Uint8Array): Promise<readonly string[]> {
  const { comparison, diagnostics } = await compareZips(
    { name: 'old.zip', bytes: base },
    { name: 'new.zip', bytes: zip },
  );
  expect(comparison === undefined).toBe(diagnostics.length > 0);
  expect(diagnostics.every(({ file }) => file === 'new.zip')).toBe(true);
  return diagnostics.map(({ code }) => code);
}

function change(file: string, edit: (text: string) => string | undefined): Promise<Uint8Array> {
  return rewrite(base, (name, text) => (name === file ? edit(text) : text));
}

describe('a package that cannot be compared', () => {
  it('is no zip, or cut off', async () => {
    expect(await codesFor(new TextEncoder().encode('not a zip'))).toEqual(['CW6000']);
    expect(await codesFor(base.subarray(0, base.length - 40))).toEqual(['CW6000']);
    expect(await codesFor(new Uint8Array())).toEqual(['CW6000']);
  });

  it('is of another tool', async () => {
    expect(await codesFor(await change('course-data.js', () => undefined))).toEqual(['CW6200']);
  });

  it('comes from a newer version of the tool', async () => {
    expect(await codesFor(await change('course-data.js', swap('"version":1,', '"version":99,')))).toEqual(['CW6201']);
  });

  it.each<[string, string, (text: string) => string | undefined]>([
    ['has no manifest', 'imsmanifest.xml', () => undefined],
    ['has a broken manifest', 'imsmanifest.xml', () => '<manifest>'],
    ['has a manifest without items', 'imsmanifest.xml', () => '<?xml version="1.0" encoding="UTF-8"?><manifest/>'],
    ['has data of another form', 'course-data.js', swap('"completion":[', '"completion":1,"x":[')],
    ['has data that are no JSON', 'course-data.js', swap('"name"', 'name')],
    ['has data that are another script', 'course-data.js', () => 'alert(1)'],
    ['has data nested without end', 'course-data.js', () => `x.data={"version":${'['.repeat(1_000_000)}}`],
    ['names a question twice', 'course-data.js', swap('"id":"fc-3"', '"id":"fc-2"')],
    ['lacks a page', 'start.page.js', () => undefined],
    ['has a page of another', 'start.page.js', swap('"id":"start"', '"id":"codes"')],
    ['has a page that is no JSON', 'codes.page.js', (text) => text.slice(0, -9)],
    [
      'has questions that are no JSON',
      'basics-quiz.page.js',
      (text) => text.replace(/"questions":"../, '"questions":"'),
    ],
    [
      'holds a question that it does not list',
      'start.page.js',
      swap(JSON.stringify(scramble('[]')), JSON.stringify(scramble(JSON.stringify([anyQuestion('fc-8')])))),
    ],
  ])('%s', async (_what, file, edit) => {
    expect(await codesFor(await change(file, edit))).toEqual(['CW6202']);
  });

  it('has a script that was damaged on its way', async () => {
    const zip = buildRawZip([
      { name: 'imsmanifest.xml', data: new TextEncoder().encode('<manifest/>') },
      { name: 'course-data.js', data: new TextEncoder().encode('x.data={}'), crc: 1 },
    ]);
    expect(await codesFor(zip)).toEqual(['CW6202']);
  });

  it('never ends in an exception, whatever byte is wrong', async () => {
    let state = 7;
    const next = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % below;
    };
    for (let round = 0; round < 60; round++) {
      const zip = Uint8Array.from(base);
      for (let i = 0; i < 8; i++) zip[next(zip.length)] = next(256);
      const cut = zip.subarray(0, round % 5 === 0 ? next(zip.length) : zip.length);
      const { comparison, diagnostics } = await compareZips(
        { name: 'old.zip', bytes: cut },
        { name: 'new.zip', bytes: base },
      );
      expect(comparison !== undefined || diagnostics.length > 0).toBe(true);
    }
  });
});

function anyQuestion(id: string) {
  const answer = { type: 'single-choice', options: ['a'], pinned: [], key: ['a'], select: 1 };
  return { id, answer, whyHtml: {}, rationaleHtml: '', guideline: '' };
}

it('hands out no character that moves the cursor of a terminal', async () => {
  const hostile = await change('course-data.js', swap('"title":"Start here"', '"title":"\\u001b[2JStart"'));
  const comparison = await compareBytes(base, hostile);
  expect(comparison.activities.changed).toMatchObject([{ id: 'start', title: ' [2JStart' }]);
  expect(JSON.stringify(comparison)).not.toContain('\\u001b');
});

describe('the text of a page', () => {
  const read = (html: string) => readPageText(html, { title: 'Title', moduleTitle: 'Module' }, () => undefined);

  it('stands under its headings, without markup, notes and the head of the page', () => {
    const html =
      '<p class="k">Module · 5 min</p><h1>Title</h1><p>Before <b>it</b>.</p><h2>One</h2><p>a&amp;b &#39;c&#39;</p>' +
      '<ul><li>x</li><li>y</li></ul><p>n<a href="#cw-source-1-1">7</a></p><h3>Two</h3><script>let a = "<p>";</script>';
    expect([...read(html).lesson]).toEqual([
      ['', 'Before it.'],
      ['One', "a&b 'c'\nx\ny\nn"],
      ['Two', ''],
    ]);
  });

  it('keeps questions apart from the lesson', () => {
    const html =
      '<p>Lesson</p><form data-cw-question="q"><legend><span data-cw="number">1</span><div data-cw="stem"><p>Why?</p></div></legend>' +
      '<ul><li data-cw-option="a"><label><input type="radio"><span data-cw="option-text">Because</span></label><div data-cw="why">no</div></li></ul>' +
      '<button>Check answer</button></form><p>More</p>';
    const { lesson, questions } = read(html);
    expect([...lesson]).toEqual([['', 'Lesson\nMore']]);
    expect(questions.get('q')).toEqual({ stem: 'Why?', options: new Map([['a', 'Because']]) });
  });

  it('is read from any nesting in one pass', () => {
    const deep = `${'<div>'.repeat(50_000)}x${'</b></i>'.repeat(50_000)}<a href="#cw-`.repeat(2);
    expect(() => read(deep)).not.toThrow();
    expect(read(`${'<a href="#cw-x">'.repeat(50_000)}hidden`).lesson.size).toBe(0);
  });
});
