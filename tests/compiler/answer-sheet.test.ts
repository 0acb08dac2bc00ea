/** What instructors read reports with: every question that is reported, its letters, texts, key and domain; nothing runs in it. */
import { describe, expect, it } from 'vitest';
import { builtInTables, ENGLISH_TABLES } from '../../src/shared/words/languages.ts';
import { contentOf, packageModel, question, render } from './render-harness.ts';

const NAMES = ['demo-answer-sheet-for-instructors.csv', 'demo-answer-sheet-for-instructors.html'];

function sheetsOf(model = packageModel()): { readonly csv: string; readonly html: string; readonly inside: string } {
  const { rendered, fileOf } = render(model);
  expect(rendered.answerSheet.map(({ name }) => name)).toEqual(NAMES);
  const [csv = '', html = ''] = rendered.answerSheet.map(({ bytes }) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  );
  return { csv, html, inside: rendered.files.map(({ name }) => `${name} ${fileOf(name)}`).join('\n') };
}

/** RFC 4180, so that quotes and line ends inside of cells count. */
function readCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const match of text.replace(/^\ufeff/, '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    lines.at(-1)?.push((match[1] ?? '').replaceAll('""', '"'));
    if (match[2] !== ',') lines.push([]);
  }
  return lines.slice(0, -1);
}

/** The cells of a question: what the report shows, what it means, whether it is right. */
const rowsOf = (csv: string, id: string) =>
  readCsv(csv)
    .filter(([first]) => first === id)
    .map((cells) => cells.slice(1, 4));

describe('the answer sheet', () => {
  it('says first whom it is for, in name and text, and stays out of the package', () => {
    const { csv, html, inside } = sheetsOf();
    const notice = 'For instructors; do not upload to learners';
    expect(readCsv(csv)[0]).toEqual([notice]);
    expect(
      html
        .replace(/[\s\S]*<body>/, '')
        .replace(/<[^>]*>/g, ' ')
        .trim()
        .startsWith(notice),
    ).toBe(true);
    expect(inside).not.toContain(notice);
  });

  it('gives each letter of a choice its text, and marks the key', () => {
    const { csv, html } = sheetsOf();
    expect(rowsOf(csv, 'q-1')).toEqual([
      ['a', 'Option a', ''],
      ['b', 'Option b', 'yes'],
      ['c', 'Option c', ''],
    ]);
    expect(rowsOf(csv, 'q-2').map(([id, , right]) => `${id}${right}`)).toEqual(['ayes', 'byes', 'c']);
    expect(rowsOf(csv, 'q-3')).toEqual([
      ['t', 'True', ''],
      ['f', 'False', 'yes'],
    ]);
    expect(
      readCsv(csv)
        .find(([first]) => first === 'q-1')
        ?.slice(4),
    ).toEqual(['Guidance', 'Quiz practice', 'single-choice', 'Stem of q-1']);
    expect(html).toContain('<tr class="right"><th scope="row">b</th><td>Option b</td><td>✓ yes</td></tr>');
  });

  it('lists typed texts, the right ones first', () => {
    const typed = question('q-1', {
      type: 'fill-in',
      accept: ['0450', 'E11.9'],
      matchCase: false,
      max: 20,
      misses: [{ text: '450', why: contentOf('The zero counts.') }],
    });
    const model = packageModel();
    const { csv } = sheetsOf({ ...model, questions: new Map([...model.questions, ['q-1', typed]]) });
    expect(rowsOf(csv, 'q-1')).toEqual([
      ['0450', '', 'yes'],
      ['E11.9', '', 'yes'],
      ['450', 'The zero counts.', ''],
    ]);
  });

  it('is not made where nothing is reported', () => {
    const model = packageModel();
    const lessons = model.activities.filter(({ kind }) => kind === 'lesson');
    expect(render({ ...model, activities: lessons, grade: undefined }).rendered.answerSheet).toEqual([]);
  });

  it('speaks the language of the course', () => {
    const words = builtInTables('es') ?? ENGLISH_TABLES;
    const { csv, html } = sheetsOf(packageModel({ language: 'es', words }));
    expect(readCsv(csv)[0]).toEqual(['Para docentes; no la suba para los estudiantes']);
    expect(html).toContain('<html lang="es" dir="ltr">');
  });

  it('runs nothing, in a spreadsheet or in a browser', () => {
    const model = packageModel();
    const hostile = [
      '=HYPERLINK("http://x")',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '<script>alert(1)</script>',
      '"><img src=x>',
    ];
    for (const text of hostile) {
      const stem = contentOf(text);
      const asked = { ...question('q-1'), stem };
      const changed = { ...model, title: text, questions: new Map([...model.questions, ['q-1', asked] as const]) };
      const { csv, html } = sheetsOf(changed);
      for (const cell of readCsv(csv).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(html).not.toMatch(/<script|<img/);
    }
  });
});
