/** The courses that ship: they build without an error, hold what a college may have, and say what they are. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCourses } from '../src/api.ts';
import { toPlainText } from '../src/compiler/plain-text.ts';
import type { PackageModel } from '../src/compiler/hand-over.ts';
import { questionTypeOf } from '../src/questions/question-types.ts';
import { recommend } from '../src/shared/guide-data.ts';
import { measureFirstPages } from './bench/measure-player.ts';
import { buildFixture } from './lms/build-fixture.ts';
import { validateManifestXsd } from './lms/validate-manifest-xsd.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const COURSES = ['cpc-vs-ccs', 'cpc-exam-prep', 'ccs-exam-prep'];
const NAMES = [
  'cpc-vs-ccs',
  'cpc-exam-prep-study',
  'cpc-exam-prep-drills',
  'cpc-exam-prep-mock-exam',
  'ccs-exam-prep-study',
  'ccs-exam-prep-drills',
  'ccs-exam-prep-mock-exam',
  'ccs-exam-prep-full-mock-exam',
];

let packages: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>;
const { diagnostics, models } = checkCourses({ workspace: join(ROOT, 'course-source'), asOf: '2026-11-22' });

beforeAll(async () => {
  packages = await buildFixture('course-source');
});

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes ?? new Uint8Array());
}

function pagesOf(name: string): readonly (readonly [string, string])[] {
  return [...(packages.get(name) ?? [])]
    .filter(([file]) => file.endsWith('.html'))
    .map(([file, bytes]) => [file, textOf(bytes)] as const);
}

function modelOf(name: string): PackageModel {
  const model = models.find((candidate) => candidate.name === name);
  if (model === undefined) throw new Error(`no package ${name}`);
  return model;
}

it('have nothing to report', () => {
  expect(diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([]);
});

describe.each(NAMES)('%s', (name) => {
  it('is one package whose manifest keeps the schema of the standard', () => {
    expect([...packages.keys()].sort()).toEqual([...NAMES].sort());
    expect(validateManifestXsd(textOf(packages.get(name)?.get('imsmanifest.xml')))).toEqual([]);
  });

  it('says on every page that nobody reviewed it, that it is independent, and where the codes come from', () => {
    const pages = pagesOf(name);
    expect(pages.length).toBe(modelOf(name).activities.length + 1);
    for (const [file, html] of pages) {
      expect(html, file).toContain('not reviewed by a credentialed coder');
      expect(html, file).toMatch(/not affiliated with[^.]*AAPC[^.]*AHIMA/);
      expect(html, file).toContain('not proctored grading');
      expect(html, file).toContain('NCHS (CDC), under authorization from WHO');
    }
  });

  it('holds no CPT code, no dental code and no numeric modifier', () => {
    const words = pagesOf(name).map(([file, html]) => [file, html.replace(/<[^>]*>/g, ' ')] as const);
    const banks = [...modelOf(name).questions.values()].map(
      (q) => [q.id, JSON.stringify([q.stem, q.rationale, q.body])] as const,
    );
    for (const [place, text] of [...words, ...banks]) {
      expect(text.match(/(?<![\d$,.A-Z])(?![0-9A-HJ-NP-Z]{7}\b)\d{4}[0-9FTU](?![\d,%])/g) ?? [], place).toEqual([]);
      expect(text.match(/(?<![\w.])D\d{4}\b/g) ?? [], place).toEqual([]);
      expect(text.match(/modifiers? \d\d\b/gi) ?? [], place).toEqual([]);
    }
  });

  it('shows its first page after 50 KB of scripts and style, of the 60 that are allowed with what comes next', () => {
    const files = [...(packages.get(name) ?? [])].map(([file, bytes]) => ({ name: file, bytes: Buffer.from(bytes) }));
    const { title, activity } = measureFirstPages(files);
    expect(title.gzipBytes).toBeGreaterThan(20 * 1024);
    expect(title.gzipBytes).toBeLessThan(50 * 1024);
    // What comes first in a mock exam is the exam: its questions are no code.
    if (modelOf(name).activities[0]?.kind === 'lesson') expect(activity.gzipBytes).toBeLessThan(60 * 1024);
    expect(activity.names.length).toBeLessThanOrEqual(15);
  });

  it('carries the parts of the player for exams and guides, and their words, only where it has one', () => {
    const files = packages.get(name) ?? new Map<string, Uint8Array>();
    const kinds = new Set(modelOf(name).activities.map(({ kind }) => kind));
    const holds = (words: string) =>
      [...files].filter(([file]) => file.endsWith('.js')).some(([, bytes]) => textOf(bytes).includes(words));
    expect([files.has('player-exam.js'), holds('How sure are you?')]).toEqual([kinds.has('exam'), kinds.has('exam')]);
    expect([files.has('player-guide.js'), holds('Show my recommendation')]).toEqual([
      kinds.has('guide'),
      kinds.has('guide'),
    ]);
    // A question of another type must not change the manifest of a package (M15).
    for (const part of ['typed', 'coded', 'arranged']) expect(files.has(`player-${part}.js`), part).toBe(true);
  });

  it('shows no key in the source of a page', () => {
    for (const [file, bytes] of packages.get(name) ?? []) {
      if (!/\.(html|js)$/.test(file) || /^player(-[a-z]+)?\.js$/.test(file)) continue;
      expect(textOf(bytes), file).not.toMatch(/"key":|"whyHtml":|rationale"/);
    }
  });

  it('asks questions that keep the house rules', () => {
    const questions = [...modelOf(name).questions.values()];
    const share = (difficulty: string) =>
      questions.filter((q) => q.difficulty === difficulty).length / questions.length;
    expect(share('application')).toBeGreaterThanOrEqual(1 / 3);
    expect(share('analysis')).toBeGreaterThanOrEqual(1 / 6);
    const keys = questions.flatMap((q) => (q.body.type === 'single-choice' ? [q.body.key] : []));
    for (const option of ['a', 'b', 'c', 'd']) {
      const part = keys.filter((key) => key === option).length / keys.length;
      expect(part, `keys at ${option}`).toBeGreaterThan(0.15);
      expect(part, `keys at ${option}`).toBeLessThan(0.4);
    }
    for (const question of questions) {
      const reasons = questionTypeOf(question.body)
        .reasons(question.body)
        .map(([, why]) => why);
      expect(reasons.length, question.id).toBeGreaterThan(0);
      for (const text of [...reasons, question.rationale]) expect(text.blocks.length, question.id).toBeGreaterThan(0);
    }
  });

  it('stays under 5 MB', () => {
    const bytes = [...(packages.get(name)?.values() ?? [])].reduce((sum, file) => sum + file.length, 0);
    expect(bytes).toBeLessThan(5_000_000);
  });
});

it('codes.lock of each course holds official titles, sorted, each code once', () => {
  for (const name of COURSES) {
    const lines = readFileSync(join(ROOT, 'course-source', name, 'codes.lock'), 'utf8')
      .split('\n')
      .filter((l) => l.startsWith('icd-'));
    expect(lines.length).toBeGreaterThan(0);
    expect([...lines].sort()).toEqual(lines);
    expect(new Set(lines.map((line) => line.split('\t').slice(0, 3).join(' '))).size).toBe(lines.length);
  }
});

/** A second attempt should not be the first one again. */
it('the CPC mock exam draws one hundred questions by the blueprint from banks that hold enough for other attempts', () => {
  const exam = modelOf('cpc-exam-prep-mock-exam').activities.find((activity) => activity.id === 'full-mock');
  if (exam?.kind !== 'exam') throw new Error('there is no full mock');
  expect(exam.draw).toBe(100);
  expect(exam.limitMinutes).toBe(240);
  expect(exam.lessonsElsewhere['medical-terminology']).toEqual(['Medical terminology']);
  expect(exam.lessonsElsewhere['surgery-musculoskeletal']).toEqual([
    'Surgery I: integumentary and musculoskeletal systems',
  ]);
  // Cases ask for everything at once; every other section has a lesson to go back to.
  const asked = modelOf('cpc-exam-prep-mock-exam').domains.map(({ id }) => id);
  expect(asked).toHaveLength(18);
  expect(asked.filter((id) => id !== 'cases' && exam.lessonsElsewhere[id] === undefined)).toEqual([]);
  expect(exam.draws.filter(({ count, of }) => of < 1.5 * count)).toEqual([]);
});

it('the CPC or CCS guide holds six lessons with eighteen questions, four companion guides with one each, ten people and no pass mark', () => {
  const model = modelOf('cpc-vs-ccs');
  const ids = [...model.questions.keys()];
  expect(ids.filter((id) => /^cvc-[1-6]0\d$/.test(id))).toHaveLength(18);
  expect(ids.filter((id) => /^cvc-(7|8|9|10)01$/.test(id))).toHaveLength(4);
  expect(ids.filter((id) => id.startsWith('cvc-fit-'))).toHaveLength(10);
  expect(ids).toHaveLength(32);
  expect(model.activities.filter((activity) => activity.kind === 'lesson')).toHaveLength(10);
  expect(model.grade?.pass).toBeUndefined();
});

/** The answers that each described person would give: experience, held, setting, aim, reach, both. */
const PEOPLE = {
  'cvc-fit-01': 'aeadbb',
  'cvc-fit-02': 'debbab',
  'cvc-fit-03': 'aebabb',
  'cvc-fit-04': 'ccbcac',
  'cvc-fit-05': 'badadb',
  'cvc-fit-06': 'bedddc',
  'cvc-fit-07': 'ddaabb',
  'cvc-fit-08': 'aebdab',
  'cvc-fit-09': 'ceaabb',
  'cvc-fit-10': 'aeddcc',
};

it('the ten people get the advice that the decision guide gives for their answers', () => {
  const model = modelOf('cpc-vs-ccs');
  const guide = model.activities.find((activity) => activity.kind === 'guide');
  if (guide?.kind !== 'guide') throw new Error('there is no guide');
  expect(guide.questions.map(({ ask }) => ask)).toEqual(['experience', 'held', 'setting', 'aim', 'reach', 'both']);
  const rules = { ...guide, outcomes: guide.outcomes.map(({ id }) => id) };
  const advised = Object.entries(PEOPLE).map(([id, letters]) => {
    const answers = new Map(guide.questions.map(({ ask }, index) => [ask, letters.charAt(index)]));
    const { outcome } = recommend(rules, answers);
    return [id, guide.outcomes.find((candidate) => candidate.id === outcome)?.title];
  });
  const keyed = Object.keys(PEOPLE).map((id) => {
    const body = model.questions.get(id)?.body;
    if (body?.type !== 'single-choice') throw new Error(`${id} is no single choice`);
    return [
      id,
      body.options.filter(({ id: option }) => option === body.key).map(({ content }) => toPlainText(content))[0],
    ];
  });
  expect(keyed).toEqual(advised);
});

it('the pages of the CCS mock exams count the records of all settings in one line', () => {
  for (const [name, page] of [
    ['ccs-exam-prep-mock-exam', 'reduced-mock.html'],
    ['ccs-exam-prep-full-mock-exam', 'full-mock.html'],
  ] as const) {
    const lines = textOf(packages.get(name)?.get(page)).match(/<li>Cases: [^<]*<\/li>/g);
    expect(lines, page).toEqual(['<li>Cases: 8 questions</li>']);
  }
});
