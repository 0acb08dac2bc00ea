/** What an instructor learns from comparing two builds of a course, edit by edit. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparePackages } from '../../src/compare/compare-packages.ts';
import { formatChangeLog } from '../../src/compare/format-change-log.ts';
import { formatComparison } from '../../src/compare/format-comparison.ts';
import type { PackageFacts } from '../../src/compare/package-facts.ts';
import { readPackageFacts } from '../../src/compare/read-package-facts.ts';
import { Report } from '../../src/diagnostics/report.ts';
import type { PackageData } from '../../src/shared/package-data.ts';
import { tagOf } from '../../src/shared/tags.ts';
import { buildEdited, compareBytes, type Edits, findingIds, packageOf, rewrite, swap, swaps } from './build-edited.ts';

const COURSE = 'first-course/course.yaml';
const BANK = 'first-course/banks/basics.yaml';
const START = 'first-course/lessons/01-start.md';
const MORE = `
  - id: fc-4
    type: true-false
    stem: A claim is a form.
    answer: true
    why:
      true: It is.
      false: Look at the picture again.
    rationale: A claim is a form.
    difficulty: recall
`;

let base: Uint8Array;
beforeAll(async () => {
  base = packageOf(await buildEdited('minimal'));
});

async function compareWith(edits: Edits) {
  return compareBytes(base, packageOf(await buildEdited('minimal', edits)));
}

const NO_CHANGE = { added: [], removed: [], changed: [] };

describe('without a difference', () => {
  it('says so for two builds of one source', async () => {
    const comparison = await compareWith({});
    expect(comparison).toMatchObject({ verdict: 'identical', findings: [], manifestChanged: false });
    expect(comparison.questions).toEqual(NO_CHANGE);
    expect(comparison.activities).toEqual(NO_CHANGE);
    expect(formatComparison(comparison)).toContain('there is nothing to replace');
    expect(formatChangeLog(comparison)).toContain('Nothing changed.');
  });

  it('names a zip that was packed anew', async () => {
    const shuffled = await rewrite(base, (_name, text) => text);
    expect(Buffer.from(shuffled).equals(Buffer.from(base))).toBe(true);
    const again = Buffer.concat([base]);
    // The second field of an entry's date in the directory: no reader of the content sees it.
    const directory = again.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    again.writeUInt16LE(0x5a42, directory + 14);
    const comparison = await compareBytes(base, again);
    expect(comparison.verdict).toBe('identical');
    expect(findingIds(comparison)).toEqual(['packed-otherwise']);
  });
});

describe('questions', () => {
  it('keeps the answers of one that was only reworded', async () => {
    const comparison = await compareWith({ [BANK]: swap('Which credential does AHIMA award?', 'Who awards the CCS?') });
    expect(comparison.questions.changed).toEqual([
      { id: 'fc-1', stem: 'Who awards the CCS?', places: ['codes', 'basics-quiz'], aspects: ['stem'], answers: 'kept' },
    ]);
    expect(comparison).toMatchObject({ verdict: 'safe', manifestChanged: false });
    expect(comparison.activities).toEqual(NO_CHANGE);
  });

  it.each([
    ['why: AAPC awards it.', 'why: It is of AAPC.'],
    ["rationale: The CCS is AHIMA's credential.", 'rationale: It is.'],
  ])('finds another explanation: %s', async (from, to) => {
    const { questions } = await compareWith({ [BANK]: swap(from, to) });
    expect(questions.changed).toMatchObject([{ id: 'fc-1', aspects: ['explanation'], answers: 'kept' }]);
  });

  it('asks again where the key changed', async () => {
    const comparison = await compareWith({ [BANK]: swap('answer: true', 'answer: false') });
    expect(comparison.questions.changed).toMatchObject([{ id: 'fc-3', aspects: ['key'], answers: 'asked again' }]);
    expect(comparison.verdict).toBe('safe');
    expect(formatComparison(comparison)).toMatch(/1 changed, asked again\n {4}fc-3 .*another key/);
    const log = formatChangeLog(comparison);
    expect(log).toContain('- Quiz "Basics": 1 question corrected');
    expect(log).toContain('ask you again');
    expect(log, 'a change log tells no question').not.toContain('E11.9');
  });

  it('asks again where an option came, and where the revision was raised', async () => {
    const { questions } = await compareWith({
      [BANK]: swaps(
        [
          "    rationale: The CCS is AHIMA's credential.",
          "      - id: c\n        text: RN\n        why: A license.\n    rationale: The CCS is AHIMA's credential.",
        ],
        ['type: multiple-choice', 'type: multiple-choice\n    revision: 2'],
      ),
    });
    expect(questions.changed).toMatchObject([
      { id: 'fc-1', aspects: ['options'], answers: 'asked again' },
      { id: 'fc-2', aspects: ['revision'], answers: 'asked again' },
    ]);
  });

  it('warns where texts moved to other option ids and answers are kept', async () => {
    const comparison = await compareWith({
      [BANK]: swaps(['text: ICD-10-CM', 'text: @'], ['text: AHIMA', 'text: ICD-10-CM'], ['text: @', 'text: AHIMA']),
    });
    expect(comparison.questions.changed).toMatchObject([{ id: 'fc-2', aspects: ['option texts'], answers: 'kept' }]);
    expect(comparison.verdict).toBe('check');
    expect(findingIds(comparison)).toContain('options-swapped');
  });

  it('finds a new order of options without losing answers', async () => {
    const { questions } = await compareWith({
      [BANK]: swaps(
        ['      - id: a\n        text: CPC\n        why: AAPC awards it.\n', ''],
        [
          '        why: AHIMA awards it.\n',
          '        why: AHIMA awards it.\n      - id: a\n        text: CPC\n        why: AAPC awards it.\n',
        ],
      ),
    });
    expect(questions.changed).toMatchObject([{ id: 'fc-1', aspects: ['option order'], answers: 'kept' }]);
  });

  it('lists what was added and removed, and swaps the two when the packages are swapped', async () => {
    const edited = packageOf(
      await buildEdited('minimal', {
        [BANK]: (text) => `${text.slice(0, text.indexOf('  - id: fc-3'))}${MORE.slice(1)}`,
        [COURSE]: swap('[fc-1, fc-2, fc-3]', '[fc-1, fc-2, fc-4]'),
      }),
    );
    const there = await compareBytes(base, edited);
    expect(there.questions).toMatchObject({ added: [{ id: 'fc-4' }], removed: [{ id: 'fc-3' }], changed: [] });
    expect(there.activities.changed).toMatchObject([
      { id: 'basics-quiz', aspects: ['questions'], questionsAdded: ['fc-4'], questionsRemoved: ['fc-3'] },
    ]);
    expect(there.verdict).toBe('safe');
    expect(findingIds(there)).toContain('pool-changed');
    const back = await compareBytes(edited, base);
    expect(back.questions.added).toEqual(there.questions.removed);
    expect(back.questions.removed).toEqual(there.questions.added);
  });

  it('sees through an id that was changed', async () => {
    const comparison = await compareWith({
      [BANK]: swap('id: fc-3', 'id: fc-9'),
      [COURSE]: swap('fc-3]', 'fc-9]'),
    });
    expect(comparison.verdict).toBe('check');
    expect(comparison.findings.find(({ id }) => id === 'question-renamed')?.action).toContain('"fc-3"');
  });

  it('warns where a changed key has the check letters of the old one by chance', async () => {
    const changed = packageOf(await buildEdited('minimal', { [BANK]: swap('answer: true', 'answer: false') }));
    const check = (text: string) => /"id":"fc-3","tag":"[^"]+","check":"([^"]+)"/.exec(text)?.[1] ?? '';
    let old = '';
    await rewrite(base, (name, text) => {
      if (name === 'course-data.js') old = check(text);
      return text;
    });
    const collided = await rewrite(changed, (name, text) =>
      name === 'course-data.js' ? text.replace(`"check":"${check(text)}"`, `"check":"${old}"`) : text,
    );
    const comparison = await compareBytes(base, collided);
    expect(comparison.verdict).toBe('check');
    expect(findingIds(comparison)).toContain('change-unnoticed');
  });
});

describe('lessons', () => {
  it('names the heading below which the text changed', async () => {
    const comparison = await compareWith({ [START]: swap('See [the codes]', 'Now read [the codes]') });
    expect(comparison.activities.changed).toMatchObject([
      { kind: 'lesson', id: 'start', aspects: ['text'], sections: ['Where to go next'] },
    ]);
    expect(comparison.verdict).toBe('safe');
    expect(formatChangeLog(comparison)).toContain('- Lesson "Start here": new text in "Where to go next"');
  });

  it('sees a picture that changed under its name, and another link', async () => {
    const picture = await compareWith({ 'first-course/media/form.svg': swap('</svg>', '<path d="M0 0"/></svg>') });
    expect(picture.activities.changed).toMatchObject([{ id: 'start', sections: ['What you will learn'] }]);
    expect(picture.files).toMatchObject({ added: [], removed: [] });
    expect(picture.files.changed).toContain('form.svg');
    const link = await compareWith({ [START]: swap('02-codes.md#a-code', '02-codes.md') });
    expect(link.activities.changed).toMatchObject([{ id: 'start', sections: ['Where to go next'] }]);
  });

  it('does not mind where the source breaks its lines', async () => {
    const { activities } = await compareWith({ [START]: swap('credentials, and a', 'credentials, and\na') });
    expect(activities).toEqual(NO_CHANGE);
  });

  it('says of a new lesson that it changes the manifest and is not done yet', async () => {
    const comparison = await compareWith({
      [COURSE]: swap('lessons/02-codes.md', 'lessons/02-codes.md\n      - lesson: lessons/03-claims.md'),
      'first-course/lessons/03-claims.md': () => '---\ntitle: Claims\n---\n\nA claim is a form.\n',
    });
    expect(comparison.activities.added).toEqual([{ kind: 'lesson', id: 'claims', title: 'Claims', required: true }]);
    expect(comparison).toMatchObject({ verdict: 'check', manifestChanged: true });
    expect(findingIds(comparison)).toEqual(expect.arrayContaining(['manifest-changed', 'completion-added']));
    expect(comparison.findings.find(({ id }) => id === 'manifest-changed')).toMatchObject({
      what: 'The manifest changed: files were added (claims.html and claims.page.js).',
      learners: expect.stringMatching(/ILIAS.*OpenOLAT/),
    });
    expect(formatChangeLog(comparison)).toContain('## New\n\n- Lesson "Claims"');
  });

  it('sees through a file that was renamed, and notes a new order', async () => {
    const renamed = await compareWith({
      [START]: swaps(['title: Start here', 'title: Start here\nid: begin']),
      'first-course/lessons/02-codes.md': swap('lesson:start', 'lesson:begin'),
    });
    expect(renamed.findings.find(({ id }) => id === 'activity-renamed')?.what).toContain('"begin"');
    const turned = await compareWith({
      [COURSE]: swaps(
        ['      - lesson: lessons/01-start.md\n', ''],
        ['lessons/02-codes.md', 'lessons/02-codes.md\n      - lesson: lessons/01-start.md'],
      ),
    });
    expect(findingIds(turned)).toContain('order-changed');
    expect(turned).toMatchObject({ verdict: 'safe', manifestChanged: false, activities: NO_CHANGE });
  });
});

describe('rules of the course', () => {
  it.each([
    ['raises the pass mark', ['pass: 70', 'pass: 80'], 'unsafe', 'pass-mark-raised'],
    ['lowers the pass mark', ['pass: 70', 'pass: 60'], 'check', 'pass-mark-lowered'],
    ['drops the pass mark', ['  pass: 70\n', ''], 'check', 'pass-mark-lowered'],
    ['lets the last attempt count', ['attempt: best', 'attempt: last'], 'unsafe', 'last-attempt-counts'],
    [
      'drops the score',
      ['grade:\n  activities: [basics-quiz]\n  attempt: best\n  pass: 70\n', ''],
      'unsafe',
      'grade-removed',
    ],
    ['waits with the report', ['completion: all', 'completion: all\nreport: when-finished'], 'check', 'report-changed'],
    ['asks less', ['completion: all', 'completion: [start, basics-quiz]'], 'safe', 'completion-removed'],
    ['draws', ['questions: [fc-1, fc-2, fc-3]', 'from: [banks/basics.yaml]\n        draw: 2'], 'check', 'draw-changed'],
    ['goes back in its version', ['version: 1.0.0', 'version: 0.9.0'], 'check', 'version-older'],
    ['has another title', ['title: A first course', 'title: The first course'], 'check', 'manifest-changed'],
  ] as const)('%s', async (_what, [from, to], verdict, id) => {
    const comparison = await compareWith({ [COURSE]: swap(from, to) });
    expect(comparison.verdict).toBe(verdict);
    expect(findingIds(comparison)).toContain(id);
  });

  it('notes that a changed package still has the old version', async () => {
    const same = await compareWith({ [START]: swap('a picture', 'one picture') });
    expect(findingIds(same)).toEqual(['version-same']);
    const raised = await compareWith({
      [START]: swap('a picture', 'one picture'),
      [COURSE]: swap('version: 1.0.0', 'version: 1.0.1'),
    });
    expect(raised.findings).toEqual([]);
  });
});

describe('identity', () => {
  it('refuses a course under another name', async () => {
    const zips = await buildEdited(
      'minimal',
      {
        'coursewright.yaml': swap('first-course', 'other-course'),
        'other-course/course.yaml': swap('id: first-course', 'id: other-course'),
      },
      (folder) => renameSync(join(folder, 'first-course'), join(folder, 'other-course')),
    );
    const comparison = await compareBytes(base, packageOf(zips));
    expect(comparison.verdict).toBe('unsafe');
    expect(comparison.findings[0]).toMatchObject({ id: 'name-changed', topic: 'identity', weight: 'unsafe' });
    expect(formatComparison(comparison)).not.toContain('Done stays done');
    expect(formatChangeLog(comparison)).toContain('This is a new activity in your LMS.');
  });

  it('refuses another division into parts', async () => {
    const whole = packageOf(await buildEdited('minimal'));
    const parts = await buildEdited('minimal', {
      [COURSE]: (text) =>
        `${text.slice(0, text.indexOf('completion: all'))}packages:\n  - part: study\n    title: Study\n    modules: [basics]\n`,
    });
    const comparison = await compareBytes(whole, packageOf(parts, 'first-course-study'));
    expect(comparison.verdict).toBe('unsafe');
    expect(findingIds(comparison)[0]).toBe('parts-changed');
  });

  it('refuses a manifest whose item has another identifier', async () => {
    const edited = await rewrite(base, (name, text) =>
      name === 'imsmanifest.xml' ? text.replace('item-first-course', 'item-1') : text,
    );
    const comparison = await compareBytes(base, edited);
    expect(comparison.verdict).toBe('unsafe');
    expect(comparison.findings[0]).toMatchObject({
      id: 'item-changed',
      learners: expect.stringContaining('Moodle'),
    });
    expect(findingIds(comparison)).toContain('manifest-changed-alone');
  });
});

describe('what no small course reaches', () => {
  async function readBase(): Promise<PackageFacts> {
    const facts = await readPackageFacts('some.zip', base, new Report());
    if (facts === undefined) throw new Error('the fixture cannot be read');
    return facts;
  }

  async function factsOf(change: (data: PackageData) => Partial<PackageData> = () => ({})): Promise<PackageFacts> {
    const facts = await readBase();
    // Another data script, so that the packages count as different.
    const files = facts.files.map((file) => (file.name === 'course-data.js' ? { ...file, fingerprint: '' } : file));
    return { ...facts, files, data: { ...facts.data, ...change(facts.data) } };
  }

  /** One quiz that shows `draw` of 400 questions. */
  function bigQuiz(draw: number): (data: PackageData) => Partial<PackageData> {
    const pool = Array.from({ length: 400 }, (_, index) => `big-${index}`);
    return (data) => ({
      activities: data.activities.map((activity) =>
        activity.kind === 'quiz' ? { ...activity, pool, draw } : activity,
      ),
      questions: pool.map((id) => ({
        id,
        tag: tagOf(id),
        check: 'AA',
        domain: '',
        answer: { form: 'ids' as const, most: 1 },
      })),
    });
  }

  it('refuses a saved state over the limit, and warns of attempts that are longer than those of the new package', async () => {
    const before = await readBase();
    const all = await factsOf(bigQuiz(400));
    const most = await factsOf(bigQuiz(2000));
    const few = await factsOf(bigQuiz(5));
    const select = (facts: PackageFacts, count: number): PackageFacts => ({
      ...facts,
      data: {
        ...facts.data,
        questions: facts.data.questions.map((one) => ({ ...one, answer: { form: 'ids' as const, most: count } })),
      },
    });
    expect(findingIds(comparePackages(before, few)).filter((id) => id.startsWith('state'))).toEqual([]);
    const over = comparePackages(before, select(most, 30));
    expect(over.verdict).toBe('unsafe');
    expect(findingIds(over)).toContain('state-over-limit');
    const tight = comparePackages({ ...select(all, 30), files: before.files }, select(few, 30));
    expect(findingIds(tight)).toContain('state-tight');
    expect(findingIds(tight)).not.toContain('state-over-limit');
  });

  it('warns of a package of an older tool', async () => {
    const before = await readBase();
    const older = await factsOf(() => ({ toolVersion: '0.0.9' }));
    expect(findingIds(comparePackages(before, older))).toContain('older-tool');
    expect(findingIds(comparePackages(older, { ...before, files: before.files }))).not.toContain('older-tool');
  });

  it('warns where a new lesson takes over the short name of one that is gone', async () => {
    const before = await readBase();
    const after = await factsOf(({ activities }) => ({
      activities: activities.map((activity) => (activity.id === 'start' ? { ...activity, id: 'begin' } : activity)),
    }));
    const lessons = new Map([...after.lessons, ['begin', new Map([['', 'Another text']])] as const]);
    expect(findingIds(comparePackages(before, { ...after, lessons }))).toContain('activity-tag-taken');
  });
});
