/** Rows of ICD-10-PCS tables hold exactly the codes of their edition, whatever edition gave the pattern; a lock keeps what they say. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkCourses } from '../../src/check-courses.ts';
import { CodeSets } from '../../src/code-sets/code-sets.ts';
import { findTablesEdition, readBodySystem } from '../../src/code-sets/pcs-body-system.ts';
import { endsOf, fitRows, type RowValues } from '../../src/code-sets/pcs-rows.ts';
import { codesOf } from '../../src/code-sets/pcs-table.ts';
import { writeLocks } from '../../src/write-locks.ts';
import { addFiles, EXCERPT_FILES, hasWholeFiles, makeFolder, wholeFile } from './code-set-files.ts';

const values = fc
  .uniqueArray(fc.constantFrom(...'0134XZ'), { minLength: 1, maxLength: 4 })
  .map((all) => all.sort().join(''));
const row = fc.tuple(values, values, values, values) as fc.Arbitrary<RowValues>;
const end = fc.tuple(...[0, 1, 2, 3].map(() => fc.constantFrom(...'0134XZ'))).map((all) => all.join(''));

const built = (rows: readonly RowValues[]) => rows.flatMap(endsOf).sort();

describe('rows', () => {
  test('build exactly the codes they are made for, each once, whatever the pattern', () => {
    fc.assert(
      fc.property(fc.uniqueArray(end, { maxLength: 40 }), fc.array(row, { maxLength: 4 }), (ends, pattern) => {
        expect(built(fitRows(new Set(ends), pattern))).toEqual([...ends].sort());
      }),
    );
  });

  test('stay as the publisher drew them where the codes are the same', () => {
    const official: RowValues[] = [
      ['FJ', '078', 'Z', 'Z'],
      ['FJ', '4', 'Z', 'GZ'],
    ];
    expect(fitRows(new Set(official.flatMap(endsOf)), official)).toEqual(official);
  });

  test('take up a new value beside those it shares its row with, and lose a value that is gone', () => {
    const official: RowValues[] = [['12', '034', 'Z', 'Z']];
    const more = ['10ZZ', '13ZZ', '14ZZ', '20ZZ', '23ZZ', '24ZZ', '30ZZ', '33ZZ', '34ZZ'];
    expect(fitRows(new Set(more), official)).toEqual([['123', '034', 'Z', 'Z']]);
    expect(fitRows(new Set(['10ZZ', '14ZZ', '20ZZ', '24ZZ']), official)).toEqual([['12', '04', 'Z', 'Z']]);
    expect(fitRows(new Set(['10ZZ', '14ZZ', '24ZZ']), official)).toEqual([
      ['1', '04', 'Z', 'Z'],
      ['2', '4', 'Z', 'Z'],
    ]);
  });
});

async function openSets(files: readonly string[]): Promise<CodeSets> {
  const { store, problems } = await addFiles(files);
  expect(problems).toEqual([]);
  const sets = CodeSets.open(store);
  onTestFinished(() => sets.close());
  return sets;
}

test('an edition without a tables file has its own codes in rows, with the names of the edition before it', async () => {
  const sets = await openSets(EXCERPT_FILES);
  const edition = sets.find('icd-10-pcs@2026');
  if (edition === undefined) throw new Error('not added');
  expect(findTablesEdition(sets, edition)?.name.label).toBe('2025');
  const table = readBodySystem(sets, edition, '0D')?.tables.get('0DT');
  expect(table?.rows).toContainEqual(['FJ', '4', 'Z', 'GZ']);
  expect(table?.names.get('4J')).toBe('Appendix');
  expect(table?.definition).toBe('Cutting out or off, without replacement, all of a body part');
  // A table that is new in 2026: its operation is named by the header of the order file, other values by nobody.
  const fresh = readBodySystem(sets, edition, '0C')?.tables.get('0C1');
  expect(fresh?.names.get('31')).toBe('Bypass');
  expect(fresh?.nameless).toContain('6E');
});

test.skipIf(!hasWholeFiles)(
  'every table of a whole edition has rows that build its codes and no others',
  async () => {
    const sets = await openSets(
      ['icd10pcs_order_2025.txt.gz', 'icd10pcs_order_2026.txt.gz', 'icd10pcs_tables_2025.xml.gz'].map(wholeFile),
    );
    const [old, fresh] = [sets.find('icd-10-pcs@2025'), sets.find('icd-10-pcs@2026')];
    if (old === undefined || fresh === undefined) throw new Error('not added');
    const official = new Map(old.pcsTablesBelow(''));
    for (const edition of [old, fresh]) {
      const codes: string[] = [];
      const prefixes = new Set([...edition.withPrefix('')].map(({ code }) => code.slice(0, 2)));
      for (const prefix of prefixes) {
        for (const [key, { rows }] of readBodySystem(sets, edition, prefix)?.tables ?? []) {
          codes.push(...rows.flatMap(endsOf).map((tail) => key + tail));
          const pattern = official.get(key);
          // What the publisher drew is kept.
          if (edition === old && pattern !== undefined)
            expect(rows.flatMap(endsOf).map((tail) => key + tail)).toEqual([...codesOf(pattern)]);
        }
      }
      const valid = [...edition.withPrefix('')].flatMap(({ code, kind }) => (kind === 'valid' ? [code] : []));
      expect(codes.sort()).toEqual(valid.sort());
    }
  },
  60_000,
);

const DRILL = `domain: guidance
questions:
  - id: fc-4
    type: pcs-build
    stem: Through a laparoscope all of the appendix is cut out. Build the code.
    given: 0D
    expect: 0DTJ4ZZ
    rationale: All of a body part cut out is a resection.
    difficulty: application
`;

test('a lock holds the tables of its drills, and keeps them where no edition is at hand', async () => {
  const workspace = join(makeFolder(), 'work');
  cpSync(join(import.meta.dirname, '..', 'fixtures', 'valid', 'minimal'), workspace, { recursive: true });
  const course = join(workspace, 'first-course');
  writeFileSync(join(course, 'banks', 'drills.yaml'), DRILL);
  const store = join(workspace, '.code-sets');
  await addFiles(EXCERPT_FILES, { store });
  const lock = () => writeLocks({ workspace, courses: [], asOf: '2026-03-01' }).locks[0]?.text ?? '';
  const written = lock();
  const lines = written.split('\n').filter((line) => line.startsWith('pcs-'));
  expect(lines).toContain(
    'pcs-table\t2026\t0DT\t2025\t.123456789ABCEHKPQ.0478.Z.Z|.FJ.078.Z.Z|.FJ.4.Z.GZ|.GLMN.078F.Z.Z|.GLMN.4.Z.GZ|.RU.04.Z.Z',
  );
  expect(lines).toContain('pcs-names\t2026\t0D\t2\tD=Gastrointestinal System');
  expect(lines).toContain(
    'pcs-term\t2026\t0\t3\tResection\tCutting out or off, without replacement, all of a body part\t\t',
  );
  writeFileSync(join(course, 'codes.lock'), written);
  const check = () =>
    checkCourses({ workspace, asOf: '2026-03-01' }).diagnostics.flatMap(({ code }) =>
      /^CW50/.test(code) ? [code] : [],
    );
  expect(check()).toEqual([]);
  // Without editions the lock is all there is, and all that is needed.
  rmSync(store, { recursive: true });
  expect(check()).toEqual([]);
  expect(lock()).toBe(written);
});
