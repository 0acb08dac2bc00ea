/** The parts of `coursewright init`: questions and answers, ids and quotes, and writing all or nothing. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { deriveCourseId } from '../../src/cli/new-workspace/course-id.ts';
import { fillStarter, quoteYaml } from '../../src/cli/new-workspace/fill-starter.ts';
import { type InitOptions, readAnswers } from '../../src/cli/new-workspace/read-answers.ts';
import { writeWorkspace } from '../../src/cli/new-workspace/write-workspace.ts';
import { ID_PATTERN } from '../../src/compiler/source-format/fields.ts';
import { parseYaml } from '../../src/compiler/syntax/yaml/parse-yaml.ts';
import { toPlainValue } from '../../src/compiler/syntax/yaml/query-yaml.ts';
import { Report } from '../../src/diagnostics/report.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Answers in order; what was shown and asked is kept. */
function interview(typed: readonly string[]) {
  const left = [...typed];
  const asked: string[] = [];
  const said: string[] = [];
  return {
    asked,
    said,
    interviewer: {
      say: (text: string) => {
        said.push(text);
      },
      ask: async (question: string) => {
        asked.push(question);
        return left.shift() ?? '';
      },
    },
  };
}

describe('questions', () => {
  it('are asked one by one, each with its default', async () => {
    const { interviewer, asked } = interview(['', '2', 'Ward words', '', 'North College']);
    const answers = await readAnswers(undefined, {}, interviewer);
    expect(answers).toMatchObject({
      folder: 'my-courses',
      title: 'Ward words',
      course: 'ward-words',
      organization: 'North College',
    });
    expect(answers.starter.name).toBe('practice-test');
    expect(asked).toHaveLength(5);
    expect(asked[3]).toContain('[ward-words]');
  });

  it('are asked again until the answer can be meant', async () => {
    const { interviewer, asked, said } = interview(['here', 'everything', 'lessons', '', 'Not An Id', 'an-id', '']);
    const answers = await readAnswers(undefined, {}, interviewer);
    expect(answers.course).toBe('an-id');
    expect(asked).toHaveLength(7);
    expect(said.join('\n')).toMatch(/"everything"[\s\S]*"Not An Id" cannot be a course id/);
  });

  it('that a flag answers are not asked', async () => {
    const given: InitOptions = { starter: 'lessons', title: 'T', course: 't', organization: 'O' };
    const { interviewer, asked } = interview([]);
    expect(await readAnswers('f', given, interviewer)).toEqual(await readAnswers('f', given, undefined));
    expect(asked).toEqual([]);
  });
});

describe('what was typed', () => {
  it('comes back from YAML as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'binary' }), (first, second) => {
        for (const text of [first, second]) {
          const report = new Report();
          const { root } = parseYaml('a.yaml', `title: ${quoteYaml(text)} # a remark\nnext: 1\n`, report);
          expect(report.sorted()).toEqual([]);
          expect(toPlainValue(root)).toEqual({ title: text === '' ? '' : text, next: '1' });
        }
      }),
    );
  });

  it('is filled in once: an answer that looks like a placeholder stays', () => {
    const files = new Map([['%course%/dot-a/x.yaml', 'id: %course%\ntitle: "%title%"\nname: "%organization%"\n']]);
    const filled = fillStarter(
      files,
      { course: 'c', title: '"%organization%" %course% $&', organization: '%title%' },
      '1.2.3',
    );
    expect([...filled.keys()]).toEqual(['c/.a/x.yaml']);
    expect(filled.get('c/.a/x.yaml')).toBe('id: c\ntitle: "\\"%organization%\\" %course% $&"\nname: "%title%"\n');
  });

  it('always makes an id that a course may have', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 20 })), (title) => {
        expect(deriveCourseId(title)).toMatch(ID_PATTERN);
      }),
    );
  });
});

describe('writing', () => {
  const files = new Map([
    ['coursewright.yaml', 'a'],
    ['one/two/three.md', 'b'],
    ['one/four.md', 'c'],
  ]);
  const broken = new Map([...files, [`one/${'x'.repeat(300)}`, 'no disk takes this name']]);

  it('makes a folder whole, with the folders above it', () => {
    const root = makeFolder();
    const report = new Report();
    expect(writeWorkspace(join(root, 'a', 'b'), 'a/b', files, report)).toBe(true);
    expect(readFileSync(join(root, 'a', 'b', 'one', 'two', 'three.md'), 'utf8')).toBe('b');
    expect(readdirSync(join(root, 'a'))).toEqual(['b']);
  });

  it('leaves nothing of a new folder when the disk refuses a file', () => {
    const root = makeFolder();
    const report = new Report();
    expect(writeWorkspace(join(root, 'a', 'b'), 'a/b', broken, report)).toBe(false);
    expect(report.sorted().map(({ code }) => code)).toEqual(['CW9021']);
    expect(readdirSync(root)).toEqual([]);
  });

  it('takes back what it added to a folder when the disk refuses a file', () => {
    const root = makeFolder();
    mkdirSync(join(root, 'one'));
    writeFileSync(join(root, 'one', 'mine.md'), 'mine');
    const late = new Map([...files, ['y/z.md', 'd'], [`y/${'x'.repeat(300)}`, '']]);
    expect(writeWorkspace(root, '.', late, new Report())).toBe(false);
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(['one', join('one', 'mine.md')]);
  });
});
