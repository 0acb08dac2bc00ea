/** A code ends in exactly one state; neighboring editions and the conversion table say when it came or went. */
import { describe, expect, it } from 'vitest';
import { CodeSets } from '../../src/code-sets/code-sets.ts';
import { type CodeState, judgeCode } from '../../src/code-sets/judge-code.ts';
import { searchCodes } from '../../src/code-sets/search-codes.ts';
import { addFiles, excerpt, openExcerpts } from './code-set-files.ts';

async function judgeIn(edition: string, code: string, sets?: CodeSets): Promise<CodeState> {
  const open = sets ?? (await openExcerpts());
  const found = open.find(edition);
  if (found === undefined) throw new Error(`no ${edition}`);
  return judgeCode(open, found, code);
}

describe('the state of a code', () => {
  it.each([
    ['E11.9', { state: 'valid' }],
    ['e119', { state: 'valid' }],
    ['QA0.0101', { state: 'valid' }],
    ['E11', { state: 'header', title: 'Type 2 diabetes mellitus' }],
    ['G35', { state: 'header', title: 'Multiple sclerosis', codes: 8 }],
    ['S52.521', { state: 'seventh-missing', stem: 'S52521', characters: 'ADGKPS' }],
    ['S30.11', { state: 'seventh-missing', stem: 'S3011X', characters: 'ADS' }],
    ['T36.15A', { state: 'placeholder-missing', right: { code: 'T361X5A' } }],
    [
      'S30.1XXA',
      {
        state: 'deleted',
        last: 'icd-10-cm@2025',
        successors: [{ code: 'S3011XA' }, { code: 'S3012XA' }, { code: 'S3013XA' }],
      },
    ],
    ['0DTJ4ZZ', { state: 'wrong-system', system: 'icd-10-pcs' }],
    ['E0601', { state: 'wrong-system', system: 'hcpcs' }],
    ['E11.99', { state: 'unknown', nearest: { code: 'E119' } }],
    ['0TTT0ZQ', { state: 'wrong-system', system: 'icd-10-pcs' }],
  ])('%s in icd-10-cm@2026', async (code, expected) => {
    expect(await judgeIn('icd-10-cm@2026', code)).toMatchObject(expected);
  });

  it.each([
    ['E11.A', { state: 'not-yet', first: 'icd-10-cm@2026' }],
    ['G35', { state: 'valid' }],
    ['G35.A', { state: 'not-yet', first: 'icd-10-cm@2026' }],
  ])('%s in icd-10-cm@2025', async (code, expected) => {
    expect(await judgeIn('icd-10-cm@2025', code)).toMatchObject(expected);
  });

  it.each([
    ['0DTJ4ZZ', { state: 'valid' }],
    ['0DTJ4Z', { state: 'header', codes: 2 }],
    ['E11.9', { state: 'wrong-system', system: 'icd-10-cm' }],
    ['0SG604Z', { state: 'valid' }],
  ])('%s in icd-10-pcs@2025', async (code, expected) => {
    expect(await judgeIn('icd-10-pcs@2025', code)).toMatchObject(expected);
  });

  it('an ICD-10-PCS code that is gone', async () => {
    expect(await judgeIn('icd-10-pcs@2026', '0SG604Z')).toMatchObject({ state: 'deleted', last: 'icd-10-pcs@2025' });
  });

  it('an ICD-10-PCS code that mixes rows of its table', async () => {
    const sets = await openExcerpts();
    const table = sets.find('icd-10-pcs@2025')?.pcsTable('0DT');
    const labels = (position: number) => [
      ...new Set(table?.rows.flatMap((row) => row[position]?.labels.map(({ code }) => code) ?? [])),
    ];
    const all = labels(0).flatMap((a) =>
      labels(1).flatMap((b) => labels(2).flatMap((c) => labels(3).map((d) => `0DT${a}${b}${c}${d}`))),
    );
    const states = await Promise.all(all.map((code) => judgeIn('icd-10-pcs@2025', code, sets)));
    const invalid = states.filter(({ state }) => state !== 'valid');
    expect(invalid.length).toBeGreaterThan(0);
    expect(invalid.every((state) => state.state === 'unknown' && state.mixesRows)).toBe(true);
  });

  it('a discontinued HCPCS code', async () => {
    expect(await judgeIn('hcpcs@2019', 'CP')).toMatchObject({ state: 'ended' });
    expect(await judgeIn('hcpcs@2019', 'E0601')).toMatchObject({ state: 'valid' });
  });

  it('is known from one edition alone where its addenda and conversion table say what went', async () => {
    const { store } = await addFiles(
      ['icd10cm-order-2026.txt', 'icd10cm-order-addenda-2026.txt', 'icd10cm-conversion-table-2026.tsv'].map(excerpt),
    );
    const sets = CodeSets.open(store);
    expect(await judgeIn('icd-10-cm@2026', 'S30.1XXA', sets)).toMatchObject({
      state: 'deleted',
      last: '',
      title: 'Contusion of abdominal wall, initial encounter',
    });
    expect(await judgeIn('icd-10-cm@2026', 'G35', sets)).toMatchObject({ state: 'header' });
    sets.close();
  });
});

describe('searching', () => {
  it('finds the beginnings of words in any order and case, in official order', async () => {
    const edition = (await openExcerpts()).find('icd-10-cm@2026');
    if (edition === undefined) throw new Error('no edition');
    const { entries, total } = searchCodes(edition, ['PERITONITIS', 'local'], 3);
    expect(entries.map(({ code }) => code)).toEqual(['K353', 'K3530', 'K3531']);
    expect(total).toBe(5);
    expect(searchCodes(edition, ['eritonitis'], 3).total).toBe(0);
    expect(searchCodes(edition, ['e11.a'], 3).entries.map(({ code }) => code)).toEqual(['E11A']);
  });
});
