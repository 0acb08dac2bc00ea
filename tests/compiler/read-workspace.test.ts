import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWorkspace } from '../../src/compiler/1-read/read-workspace.ts';
import { parseFiles } from '../../src/compiler/2-parse/parse-files.ts';
import type { SourceTree } from '../../src/compiler/hand-over.ts';
import { toPlainValue } from '../../src/compiler/syntax/yaml/query-yaml.ts';
import { readSource, UnreadableSource } from '../../src/compiler/unreadable-source.ts';
import { Report } from '../../src/diagnostics/report.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'coursewright-read-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array = ''): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Symbolic links need a right on Windows that most accounts lack. */
const canLink = process.platform !== 'win32';
/** Rights do not bind root. */
const canForbid = process.platform !== 'win32' && process.getuid?.() !== 0;

describe('reading a workspace', () => {
  it('lists files in the order of their code units, with forward slashes', () => {
    for (const path of ['b/a.md', 'B.yaml', 'a.yaml', 'a/z.md', 'a-b/c.md', 'ä.md']) write(path);
    const { files } = readWorkspace(root, new Report());
    expect([...files.keys()]).toEqual(['B.yaml', 'a-b/c.md', 'a.yaml', 'a/z.md', 'b/a.md', 'ä.md']);
  });

  it('leaves out hidden and generated files', () => {
    for (const path of [
      '.git/config',
      '.schemas/bank.json',
      'x/.DS_Store',
      'node_modules/a/b.js',
      'dist/c.zip',
      'x/dist/d',
      'x/Thumbs.db',
      'kept.md',
    ])
      write(path);
    const report = new Report();
    expect([...readWorkspace(root, report).files.keys()]).toEqual(['kept.md']);
    expect(report.sorted()).toEqual([]);
  });

  it('reads bytes only when asked, and once', () => {
    write('a.txt', 'one');
    const file = readWorkspace(root, new Report()).files.get('a.txt');
    write('a.txt', 'two');
    expect(file?.size).toBe(3);
    expect(Buffer.from(file?.bytes() ?? []).toString()).toBe('two');
    write('a.txt', 'three');
    expect(Buffer.from(file?.bytes() ?? []).toString()).toBe('two');
  });

  it('reports a folder that is not there, and a file in its place', () => {
    write('file.txt');
    for (const path of ['nothing', 'file.txt']) {
      const report = new Report();
      expect(readWorkspace(join(root, path), report).files.size).toBe(0);
      expect(report.sorted().map((d) => d.code)).toEqual(['CW1000']);
    }
  });

  it('reports a file that is gone when its bytes are asked for, without naming the machine', () => {
    write('a.txt');
    const report = new Report();
    const file = readWorkspace(root, report).files.get('a.txt');
    rmSync(join(root, 'a.txt'));
    if (file === undefined) throw new Error('the file was not listed');
    expect(() => file.bytes()).toThrow(UnreadableSource);
    expect(readSource(file, report).length).toBe(0);
    expect(report.sorted()).toMatchObject([{ code: 'CW1001', file: 'a.txt' }]);
    expect(JSON.stringify(report.sorted())).not.toContain(root);
  });

  it.runIf(canForbid)('reports what it may not read', () => {
    write('closed/a.md');
    chmodSync(join(root, 'closed'), 0);
    const report = new Report();
    readWorkspace(root, report);
    chmodSync(join(root, 'closed'), 0o755);
    expect(report.sorted()).toMatchObject([{ code: 'CW1001', file: 'closed' }]);
  });

  it.runIf(canLink)('reads links to files of the workspace and no other links', () => {
    write('a/real.md', 'text');
    symlinkSync('real.md', join(root, 'a/link.md'));
    symlinkSync(root, join(root, 'a/loop'));
    symlinkSync('/etc/hostname', join(root, 'a/outside.md'));
    symlinkSync('nothing', join(root, 'a/broken.md'));
    const report = new Report();
    const { files } = readWorkspace(root, report);
    expect([...files.keys()]).toEqual(['a/link.md', 'a/real.md']);
    expect(files.get('a/link.md')?.size).toBe(4);
    expect(report.sorted().map((d) => [d.code, d.file])).toEqual([
      ['CW1002', 'a/broken.md'],
      ['CW1002', 'a/loop'],
      ['CW1002', 'a/outside.md'],
    ]);
  });
});

function toTree(files: Readonly<Record<string, string | Uint8Array>>): SourceTree {
  return {
    files: new Map(
      Object.entries(files).map(([path, content]) => {
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        return [path, { path, size: bytes.length, bytes: () => bytes, release: () => {} }];
      }),
    ),
  };
}

const LESSON = '---\ntitle: Settings\nobjectives:\n  - One\n---\n\nText with [a link](b.md).\n\n> [!NOTE]\n> A note\n';

describe('parsing a workspace', () => {
  it('parses YAML, lessons and locks, and leaves the rest alone', () => {
    const parsed = parseFiles(
      toTree({
        'c/codes.lock': 'coursewright-codes-lock 1\r\n',
        'c/course.yaml': 'id: c\n',
        'c/lessons/01-a.md': LESSON,
        'c/lessons/deep/02-b.MD': 'No head.\n',
        'c/lessons/README.md': '# For authors',
        'c/README.md': '# For authors',
        'shared/x.yml': 'a: 1\n',
      }),
      new Report(),
    );
    expect([...parsed.yaml.keys()]).toEqual(['c/course.yaml', 'shared/x.yml']);
    expect([...parsed.lessons.keys()]).toEqual(['c/lessons/01-a.md', 'c/lessons/deep/02-b.MD']);
    expect([...parsed.locks]).toEqual([['c/codes.lock', 'coursewright-codes-lock 1\n']]);
    expect(toPlainValue(parsed.lessons.get('c/lessons/01-a.md')?.head?.root)).toEqual({
      title: 'Settings',
      objectives: ['One'],
    });
    expect(parsed.lessons.get('c/lessons/deep/02-b.MD')?.head).toBeUndefined();
  });

  it('reads the same from LF, CRLF, CR and a BOM', () => {
    const read = (text: string) => {
      const report = new Report();
      const { lessons, yaml } = parseFiles(
        toTree({ 'c/lessons/a.md': text, 'c/b.yaml': text.slice(0, text.indexOf('Text')) }),
        report,
      );
      return { lessons: [...lessons], yaml: [...yaml], problems: report.sorted() };
    };
    const expected = read(LESSON);
    expect(read(LESSON.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(read(`\u{feff}${LESSON}`)).toEqual(expected);
    expect(read(`\u{feff}${LESSON.replaceAll('\n', '\r\n')}`)).toEqual(expected);
    expect(read(LESSON.replaceAll('\n', '\r')).lessons).toEqual(expected.lessons);
  });

  it.each([
    ['Windows-1252', [0x61, 0x3a, 0x20, 0xe9, 0x0a], 3],
    ['a character cut off at the end', [0x61, 0x3a, 0x20, 0xe2, 0x82], 3],
    ['a surrogate', [0x61, 0x0d, 0x0a, 0xed, 0xa0, 0x80, 0x62], 2],
    ['a long form', [0xc0, 0xaf], 0],
    ['a character after good ones', [0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xff], 2],
  ])('reports the place of the first bad byte: %s', (_name, bytes, start) => {
    const report = new Report();
    parseFiles(toTree({ 'c/codes.lock': new Uint8Array(bytes) }), report);
    expect(report.sorted()).toMatchObject([{ code: 'CW1003', span: { start } }]);
  });

  it('reports a NUL character', () => {
    const report = new Report();
    parseFiles(toTree({ 'a.yaml': 'a: b\0c\n' }), report);
    expect(report.sorted()).toMatchObject([{ code: 'CW1004', span: { start: 4, end: 5 } }]);
  });

  it('reports a head without its end', () => {
    const report = new Report();
    const { lessons } = parseFiles(toTree({ 'c/lessons/a.md': '---\ntitle: A\n\nText [x](y.md)\n' }), report);
    expect(report.sorted()).toMatchObject([{ code: 'CW2000', span: { start: 0, end: 3 } }]);
    expect(lessons.get('c/lessons/a.md')?.content.blocks.length).toBeGreaterThan(0);
  });

  it('gives places of the whole file in front matter and text', () => {
    const report = new Report();
    const text = '---\ntitle: A\ntitle: B\n---\nSee ![](x.png)\n';
    parseFiles(toTree({ 'c/lessons/a.md': text }), report);
    expect(report.sorted().map((d) => [d.code, text.slice(d.span?.start, d.span?.end)])).toEqual([
      ['CW1011', 'title'],
      ['CW2010', '![](x.png)'],
    ]);
  });
});
