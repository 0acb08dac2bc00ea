/** Files that no author writes on purpose: each ends in a diagnostic, and nothing is written. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCourses, checkCourses } from '../../src/api.ts';
import { readWorkspace } from '../../src/compiler/1-read/read-workspace.ts';
import { loadTemplates } from '../../src/compiler/5-render/load-templates.ts';
import { compilePackage } from '../../src/compiler/compile.ts';
import { parseMarkdown } from '../../src/compiler/syntax/markdown/parse-markdown.ts';
import { mapFrom } from '../../src/compiler/syntax/text-map.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';
import { readPlayer, templatesFolder } from '../../src/tool-files.ts';
import { copyWorkspace } from './hostile-workspace.ts';

const LESSON = 'first-course/lessons/01-start.md';
const BANK = 'first-course/banks/basics.yaml';

const TEXTS = [LESSON, BANK, 'first-course/course.yaml', 'shared/glossary.yaml', 'coursewright.yaml'];

describe('text that is no text', () => {
  for (const file of TEXTS) {
    it.each([
      ['Windows-1252', Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x0a]), 'CW1003'],
      ['half a character at its end', Uint8Array.from([0x61, 0xe2, 0x82]), 'CW1003'],
      ['UTF-16', new Uint8Array(Buffer.from('\ufefftitle: x\n', 'utf16le')), 'CW1003'],
      ['a NUL', Uint8Array.from([0x61, 0x3a, 0x20, 0x00, 0x0a]), 'CW1004'],
    ])(`${file} in %s is refused`, async (_, bytes, code) => {
      const workspace = copyWorkspace();
      workspace.write(file, bytes);
      const { codes, written } = await workspace.build();
      expect(codes).toContain(code);
      expect(written).toEqual([]);
    });
  }
});

describe('an empty file', () => {
  it.each([...TEXTS, 'shared/credentials/cpc.yaml', 'shared/blueprints/cpc-2026.yaml', 'first-course/codes.lock'])(
    '%s is refused',
    async (file) => {
      for (const content of ['', '\n', '\ufeff', '# a comment\n', '---\n']) {
        const workspace = copyWorkspace();
        workspace.write(file, content);
        const { result, written } = await workspace.build();
        expect(result.diagnostics.filter((d) => d.severity === 'error')).not.toEqual([]);
        expect(written).toEqual([]);
      }
    },
  );

  it('of media is shipped as it is: the compiler looks into no picture', async () => {
    const workspace = copyWorkspace();
    workspace.write('first-course/media/intro.vtt', '');
    const { result } = await workspace.build();
    expect(result.packages).toHaveLength(1);
  });
});

it('an empty folder is no workspace', async () => {
  const workspace = copyWorkspace();
  for (const name of readdirSync(workspace.folder)) rmSync(workspace.at(name), { recursive: true });
  const { codes, written } = await workspace.build();
  expect(codes).toEqual(['CW1050']);
  expect(written).toEqual([]);
});

describe('links', () => {
  it('that loop, leave the workspace or lead nowhere are left out and named', async () => {
    const workspace = copyWorkspace();
    symlinkSync('.', workspace.at('first-course/media/loop'));
    symlinkSync('..', workspace.at('first-course/up'));
    symlinkSync('self', workspace.at('first-course/media/self'));
    symlinkSync('/', workspace.at('first-course/media/root'));
    symlinkSync('/etc/hostname', workspace.at('first-course/media/host.svg'));
    const { result } = await workspace.build();
    expect(result.diagnostics.filter((d) => d.code === 'CW1002')).toHaveLength(5);
    expect(result.packages).toHaveLength(1);
  });

  it('carry nothing of the machine into a package', async () => {
    const workspace = copyWorkspace();
    rmSync(workspace.at('first-course/media/form.svg'));
    symlinkSync('/etc/passwd', workspace.at('first-course/media/form.svg'));
    const { codes, written } = await workspace.build();
    expect(codes).toContain('CW2110');
    expect(written).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('and pipes are never waited for', async () => {
    const workspace = copyWorkspace();
    execFileSync('mkfifo', [workspace.at('first-course/lessons/03-pipe.md')]);
    symlinkSync('03-pipe.md', workspace.at('first-course/lessons/04-link.md'));
    expect((await workspace.build()).result.packages).toHaveLength(1);
  });
});

describe('YAML that would fill the memory', () => {
  const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
  for (let n = 1; n < 30; n++) bomb.push(`a${n}: &a${n} [${Array.from({ length: 9 }, () => `*a${n - 1}`).join()}]`);
  it.each([
    ['an alias bomb', bomb.join('\n'), 'CW1016'],
    ['deep flow lists', `a: ${'['.repeat(100_000)}`, 'CW1010'],
    ['deep flow maps', `a: ${'{a: '.repeat(50_000)}`, 'CW1010'],
    ['deep blocks', Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), 'CW1010'],
    ['deep lists in a line', `a:\n  ${'- '.repeat(50_000)}x`, 'CW1010'],
    ['a reference to itself', 'a: &a [*a]', 'CW1015'],
  ])('%s is refused', async (_, text, code) => {
    for (const file of ['shared/glossary.yaml', LESSON]) {
      const workspace = copyWorkspace();
      workspace.write(file, file === LESSON ? `---\n${text}\n---\n` : text);
      const { codes, written } = await workspace.build();
      expect(codes).toContain(code);
      expect(written).toEqual([]);
    }
  });
});

describe('files larger than any author writes', () => {
  it.each([
    [LESSON, 50_000_000],
    [BANK, 5_000_000],
    ['coursewright.yaml', 5_000_000],
    ['first-course/codes.lock', 25_000_000],
  ])('%s is refused without being read', (file, bytes) => {
    const workspace = copyWorkspace();
    workspace.write(file, new Uint8Array(bytes));
    const report = new Report();
    const tree = readWorkspace(workspace.folder, report);
    expect(tree.files.has(file)).toBe(false);
    expect(report.sorted().map((d) => d.code)).toEqual(['CW1005']);
  });

  // Each of them held the Markdown library for a minute or more.
  it.each([
    ['a list item', `- a\n${'  line\n'.repeat(20_000)}`],
    ['brackets', '['.repeat(100_000)],
    ['nested links', `${'['.repeat(30_000)}a${'](b)'.repeat(30_000)}`],
    ['pictures in pictures', '![['.repeat(60_000)],
    ['an address without end', `${'a_'.repeat(90_000)}@`],
    ['blanks in a heading', `# a${' '.repeat(150_000)}b`],
    ['reference definitions', '[a]: b\n'.repeat(25_000)],
    ['references', '[a][b'.repeat(30_000)],
    ['one line', `${'x'.repeat(250_000)}*`],
    ['a table', `| a |\n|---|\n${'| b |\n'.repeat(30_000)}`],
    ['containers', ':::details x\n'.repeat(900)],
    ['quotes', `${'>'.repeat(1500)} a`],
  ])('%s as a text is refused before it is read, or while its levels are counted', (_, text) => {
    const report = new Report();
    const { blocks } = parseMarkdown({ file: 'a.md', text, map: mapFrom(0) }, report);
    expect(blocks).toEqual([]);
    expect(report.sorted().map((d) => d.code)).toEqual([expect.stringMatching(/^CW201[245]$/)]);
  });

  it('thousands of equal headings get an anchor each', () => {
    const text = '## a\n\n'.repeat(20_000);
    const { blocks } = parseMarkdown({ file: 'a.md', text, map: mapFrom(0) }, new Report());
    const anchors = blocks.flatMap((block) => (block.kind === 'heading' ? [block.anchor] : []));
    expect(new Set(anchors).size).toBe(20_000);
    expect(anchors.slice(0, 3)).toEqual(['a', 'a-1', 'a-2']);
  });

  it('a long table, list and code block of a real lesson are read', () => {
    const table = `| Code | Title |\n|---|---|\n${'| E11.9 | [Title](a.md) |\n'.repeat(900)}`;
    const list = '- An item of a list\n'.repeat(900);
    const code = `\`\`\`\n${'code[0] = 1;\n'.repeat(150)}\`\`\`\n`;
    const report = new Report();
    parseMarkdown({ file: 'a.md', text: `${table}\n${list}\n${code}`, map: mapFrom(0) }, report);
    expect(report.sorted()).toEqual([]);
  });
});

describe('names', () => {
  it.each(['con.svg', 'NUL.svg', 'aux', 'Com1.svg', 'lpt9.tar.svg'])('%s is refused as a file', async (name) => {
    const workspace = copyWorkspace();
    workspace.write(`first-course/media/${name}`, '<svg/>');
    const { codes, written } = await workspace.build();
    expect(codes).toContain('CW1006');
    expect(written).toEqual([]);
  });

  it.each(['con', 'aux', 'shared/prn', 'first-course/media/nul'])('%s is refused as a folder', async (name) => {
    const workspace = copyWorkspace();
    mkdirSync(workspace.at(name));
    expect((await workspace.build()).codes).toContain('CW1006');
  });

  it.each(['con', 'nul', 'aux', 'com1', 'lpt1', 'prn', 'index', '__proto__', 'constructor'])(
    'an activity called %s has files that every system can hold',
    async (id) => {
      const workspace = copyWorkspace();
      const course = workspace.at('first-course/course.yaml');
      const text = readFileSync(course, 'utf8');
      const quiz = /quiz: ([a-z0-9-]+)/.exec(text)?.[1] ?? '';
      writeFileSync(course, text.replaceAll(new RegExp(`\\b${quiz}\\b`, 'g'), id));
      const { result, written } = await workspace.build();
      if (id.startsWith('_')) expect(written).toEqual([]);
      else expect(result.packages).toHaveLength(1);
    },
  );

  it('twins in case or in the form of their accents are refused, files and folders alike', async () => {
    for (const [first, second] of [
      ['Form.svg', 'form.svg'],
      ['\u00e9.svg', 'e\u0301.svg'],
    ] as const) {
      const workspace = copyWorkspace();
      workspace.write(`first-course/media/${first}`, '<svg/>');
      workspace.write(`first-course/media/${second}`, '<svg/>');
      // A disk that cannot hold both shows one of them.
      if (
        readdirSync(workspace.at('first-course/media')).filter((name) => name === first || name === second).length < 2
      )
        continue;
      const { codes, written } = await workspace.build();
      expect(codes).toContain('CW1007');
      expect(written).toEqual([]);
    }
  });

  it.each(['a\nb.svg', 'a:b.svg', 'a\u001b[31m.svg', 'a.', 'a?.svg'])('%j is refused', async (name) => {
    if (process.platform === 'win32') return;
    const workspace = copyWorkspace();
    workspace.write(`first-course/media/${name}`, '<svg/>');
    expect((await workspace.build()).codes).toContain('CW1006');
  });
});

describe('a file that vanishes', () => {
  it('between listing and reading is reported, whatever it is', async () => {
    for (const file of TEXTS) {
      const workspace = copyWorkspace();
      const report = new Report();
      const tree = readWorkspace(workspace.folder, report);
      rmSync(workspace.at(file));
      expect(() => tree.files.get(file)?.bytes()).toThrow('it is gone');
    }
  });

  it('while packages are made leaves no package', async () => {
    const workspace = copyWorkspace();
    const { models } = checkCourses({ workspace: workspace.folder, asOf: '2026-11-22' });
    rmSync(workspace.at('first-course/media/intro.mp4'));
    const assets = {
      templates: loadTemplates(templatesFolder()),
      overrides: new Map(),
      toolVersion: '0',
      player: readPlayer('scorm12'),
    };
    const [model] = models;
    if (model === undefined) throw new Error('no model');
    const compiled = await compilePackage(model, scorm12, assets);
    expect(compiled.written).toBeUndefined();
    expect(compiled.diagnostics).toMatchObject([{ code: 'CW1001', file: 'first-course/media/intro.mp4' }]);
  });

  it('while the build goes on stops it, or is in the package as it was', async () => {
    const workspace = copyWorkspace();
    const media = workspace.at('first-course/media/intro.mp4');
    const content = readFileSync(media);
    const result = await buildCourses({
      workspace: workspace.folder,
      out: workspace.out,
      asOf: '2026-11-22',
      onCourse: () => rmSync(media),
    });
    const codes = result.diagnostics.map((d) => d.code);
    if (result.packages.length === 0) expect(codes).toEqual(['CW1001']);
    else expect(readFileSync(join(workspace.out, 'first-course.zip')).includes(content)).toBe(true);
  });
});
