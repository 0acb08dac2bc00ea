/**
 * Every code of a finding, produced by a pair of packages. `fixtures/broken-updates/<code>-<what>` holds the files in which the
 * new source differs from `fixtures/valid/minimal`, `absent.txt` the files that it no longer has, `expected.txt` all that is found.
 */
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparePackages } from '../../src/compare/compare-packages.ts';
import type { PackageComparison } from '../../src/compare/package-comparison.ts';
import type { PackageFacts } from '../../src/compare/package-facts.ts';
import { readPackageFacts } from '../../src/compare/read-package-facts.ts';
import { CATALOG } from '../../src/diagnostics/catalog/catalog.ts';
import { findingRules } from '../../src/diagnostics/catalog/compare-findings.ts';
import { Report } from '../../src/diagnostics/report.ts';
import type { PackageData } from '../../src/shared/package-data.ts';
import { PLAYER_SCRIPT } from '../../src/shared/package-files.ts';
import { tagOf } from '../../src/shared/tags.ts';
import { buildEdited, compareBytes, packageOf, rewrite, swap, swaps } from './build-edited.ts';

const UPDATES = join(import.meta.dirname, '../fixtures/broken-updates');
const FIXTURES = readdirSync(UPDATES).sort();

let base: Uint8Array;
let facts: PackageFacts;
beforeAll(async () => {
  base = packageOf(await buildEdited('minimal'));
  const read = await readPackageFacts('old.zip', base, new Report());
  if (read === undefined) throw new Error('the fixture cannot be read');
  facts = read;
});

const built = new Map<string, Promise<Uint8Array>>();

/** The package of the minimal course with an overlay over its source. */
function update(name: string): Promise<Uint8Array> {
  const known = built.get(name) ?? buildUpdate(name);
  built.set(name, known);
  return known;
}

async function buildUpdate(name: string): Promise<Uint8Array> {
  const overlay = join(UPDATES, name);
  const zips = await buildEdited('minimal', {}, (workspace) => {
    cpSync(overlay, workspace, { recursive: true });
    const absent = join(overlay, 'absent.txt');
    const gone = existsSync(absent) ? readFileSync(absent, 'utf8').split('\n').filter(Boolean) : [];
    for (const path of [...gone, 'absent.txt', 'expected.txt']) rmSync(join(workspace, path), { force: true });
  });
  return packageOf(zips);
}

/** The facts of the minimal package with others in place of some, in a package with another data script. */
function edited(change: Partial<PackageData>): PackageFacts {
  const files = facts.files.map((file) => (file.name === 'course-data.js' ? { ...file, fingerprint: '' } : file));
  return { ...facts, files, data: { ...facts.data, ...change } };
}

/** One quiz that shows `draw` of 400 questions, each with many answers. */
function bigQuiz(draw: number): PackageFacts {
  const pool = Array.from({ length: 400 }, (_, index) => `big-${index}`);
  const activities = facts.data.activities.map((one) => (one.kind === 'quiz' ? { ...one, pool, draw } : one));
  const questions = pool.map((id) => ({
    id,
    tag: tagOf(id),
    check: 'AA',
    domain: '',
    answer: { form: 'ids' as const, most: 30 },
  }));
  return edited({ activities, questions });
}

/** A question under another id that keeps the short name of the old one. */
function withQuestionId(from: string, to: string): PackageFacts {
  const found = facts.questions.get(from);
  if (found === undefined) throw new Error(`there is no question ${from}`);
  const questions = [...facts.questions].filter(([id]) => id !== from);
  return { ...edited({}), questions: new Map([...questions, [to, { ...found, id: to, stem: 'Another' }]]) };
}

/** An edit of the fixture with exams. */
async function updateExams(...edits: readonly (readonly [string, string])[]): Promise<PackageComparison> {
  const old = packageOf(await buildEdited('exams'));
  const now = packageOf(await buildEdited('exams', { 'exam-course/course.yaml': swaps(...edits) }));
  return compareBytes(old, now);
}

/** Pairs that no edit of the minimal course makes, and overlays read backwards. */
const PAIRS: Readonly<Record<string, () => PackageComparison | Promise<PackageComparison>>> = {
  CW6210: async () => {
    const zips = await buildEdited(
      'minimal',
      {
        'coursewright.yaml': swap('first-course', 'other-course'),
        'other-course/course.yaml': swap('id: first-course', 'id: other-course'),
      },
      (workspace) => renameSync(join(workspace, 'first-course'), join(workspace, 'other-course')),
    );
    return compareBytes(base, packageOf(zips));
  },
  CW6212: async () => compareBytes(base, await withManifest('item-first-course', 'item-1')),
  CW6216: async () => compareBytes(await update('CW6215-score-dropped'), base),
  CW6218: async () => compareBytes(await update('CW6217-last-attempt-counts'), base),
  CW6226: () => comparePackages(facts, bigQuiz(2000)),
  CW6227: () => comparePackages({ ...bigQuiz(400), files: facts.files }, bigQuiz(5)),
  CW6228: () => comparePackages(facts, edited({ toolVersion: '0.0.9' })),
  CW6230: async () => compareBytes(base, await withManifest('<manifest ', '<manifest  ')),
  CW6234: () => comparePackages(facts, withQuestionId('fc-3', 'fc-x')),
  CW6236: () => {
    const old = facts.questions.get('fc-3');
    if (old === undefined) throw new Error('there is no question fc-3');
    const now = { ...old, answer: { ...old.answer, key: ['f'] } };
    return comparePackages(facts, { ...edited({}), questions: new Map([...facts.questions, ['fc-3', now]]) });
  },
  CW6239: () => {
    const activities = facts.data.activities.map((one) => (one.id === 'start' ? { ...one, id: 'begin' } : one));
    const lessons = new Map([...facts.lessons, ['begin', new Map([['', 'Another text']])] as const]);
    return comparePackages(facts, { ...edited({ activities }), lessons });
  },
  CW6252: () => updateExams(['attempts: 2', 'attempts: 1']),
  CW6253: () => updateExams(['minutes: 12', 'minutes: 9'], ['feedback: never', 'feedback: end']),
  CW6254: () => updateExams(['        shuffle: false\n        credit: all-or-nothing', '        shuffle: false']),
  CW6248: () => comparePackages(facts, { ...facts, sha256: '' }),
  CW6249: async () =>
    compareBytes(base, await rewrite(base, (name, text) => (name === PLAYER_SCRIPT ? `${text}\n` : text))),
};

function withManifest(from: string, to: string): Promise<Uint8Array> {
  return rewrite(base, (name, text) => (name === 'imsmanifest.xml' ? swap(from, to)(text) : text));
}

const codesOf = ({ findings }: PackageComparison): readonly string[] => findings.map(({ code }) => code);

/** The catalog says of each finding what it is, and how grave. */
function expectKnown({ findings }: PackageComparison): void {
  for (const { code, id, weight } of findings) {
    expect(CATALOG.get(code)).toMatchObject({ name: id, severity: weight === 'unsafe' ? 'error' : 'warning' });
  }
}

describe('an update of a course', () => {
  it.each(FIXTURES)('%s', async (name) => {
    const comparison = await compareBytes(base, await update(name));
    expect(codesOf(comparison)).toContain(name.slice(0, 6));
    expectKnown(comparison);
    const lines = comparison.findings.map(({ code, weight, what }) => `${code} ${weight}: ${what}`);
    const manifest = comparison.manifestChanged ? 'changed' : 'as before';
    const text = [`verdict: ${comparison.verdict}`, `manifest: ${manifest}`, ...lines, ''].join('\n');
    await expect(text).toMatchFileSnapshot(join(UPDATES, name, 'expected.txt'));
  });
});

describe('a pair of packages', () => {
  it.each(Object.entries(PAIRS))('has %s', async (code, compare) => {
    const comparison = await compare();
    expect(codesOf(comparison)).toContain(code);
    expectKnown(comparison);
  });
});

describe('an exam that is drawn otherwise', () => {
  it('is compared by the domains of its draws', async () => {
    const comparison = await updateExams(['count: 4', 'count: 3'], ['count: 2', 'count: 3']);
    const found = comparison.findings.filter(({ code }) => code === 'CW6224');
    expect(found.map(({ what }) => what)).toEqual([
      'The graded exam "Final exam" draws its questions in other proportions (Anatomy 3, before 4, Records 3, before 2).',
    ]);
  });

  it('says which of its rules changed', async () => {
    const comparison = await updateExams(
      ['minutes: 12', 'minutes: untimed'],
      ['modes: [exam]', 'modes: [exam, study]'],
    );
    expect(comparison.findings.find(({ code }) => code === 'CW6253')?.what).toBe(
      '"Final exam" has other rules: no time limit (before: 12 minutes), modes exam and study (before: exam).',
    );
  });
});

describe('a question that was reworded', () => {
  it('is not taken for another one, though its explanation is new too', async () => {
    const zips = await buildEdited('minimal', {
      'first-course/banks/basics.yaml': swaps(
        ['The code E11.9 stands for a disease.', 'A disease has the code E11.9.'],
        ['Codes that begin with E stand for endocrine diseases.', 'Look it up.'],
      ),
    });
    expect(codesOf(await compareBytes(base, packageOf(zips)))).toEqual(['CW6246']);
  });
});

describe('the catalog of findings', () => {
  const shown = new Set([...FIXTURES.map((name) => name.slice(0, 6)), ...Object.keys(PAIRS)]);

  it.each(findingRules.map(({ code, name }) => [code, name]))('%s %s is shown by a pair and explained', (code) => {
    expect(shown).toContain(code);
    expect(CATALOG.has(code)).toBe(true);
  });

  it('knows every code that a fixture or a pair stands for', () => {
    const codes: readonly string[] = findingRules.map(({ code }) => code);
    expect([...shown].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('says no sentence twice', () => {
    const sentences = findingRules.flatMap(({ why, fix }) => [why, fix]);
    expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
  });
});
