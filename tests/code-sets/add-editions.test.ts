/** Official files, whole or in excerpts, become editions; what is no official file is refused with the line that shows it. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ZipArchive } from 'archiver';
import { describe, expect, it } from 'vitest';
import { CodeSets } from '../../src/code-sets/code-sets.ts';
import { codesOf, findRow } from '../../src/code-sets/pcs-table.ts';
import {
  addFiles,
  EXCERPT_FILES,
  excerpt,
  hasWholeFiles,
  makeFolder,
  openExcerpts,
  wholeFile,
} from './code-set-files.ts';

function writeIn(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function zip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const archive = new ZipArchive();
  const pieces: Buffer[] = [];
  archive.on('data', (piece: Buffer) => pieces.push(piece));
  for (const [name, content] of Object.entries(files)) archive.append(content, { name });
  await archive.finalize();
  return Buffer.concat(pieces);
}

const text = (name: string) => readFileSync(excerpt(name), 'utf8');

describe('adding official files', () => {
  it('reads every form, by either naming, and joins the files of an edition', async () => {
    const { added, problems } = await addFiles(EXCERPT_FILES);
    expect(problems).toEqual([]);
    expect(
      added.map(({ edition, from, until, sources }) => [edition, from, until, sources.map(({ kind }) => kind).join()]),
    ).toEqual([
      ['icd-10-cm@2025', '2024-10-01', '2025-09-30', 'guidelines,order'],
      ['icd-10-cm@2026', '2025-10-01', '2026-09-30', 'addenda,codes,conversion,guidelines,order,poa-exempt'],
      ['icd-10-pcs@2025', '2024-10-01', '2025-09-30', 'order,pcs-definitions,pcs-tables'],
      ['icd-10-pcs@2026', '2025-10-01', '2026-09-30', 'addenda,order'],
      ['hcpcs@2019', '2019-01-01', '2019-12-31', 'hcpcs'],
    ]);
  });

  it('reads plain, gzip and zip alike, with any line ends, to the same file', async () => {
    const folder = makeFolder();
    const order = text('icd10cm-order-2026.txt');
    const crlf = order.replaceAll('\n', '\r\n');
    const plain = await addFiles([excerpt('icd10cm-order-2026.txt')]);
    const packed = await addFiles([writeIn(folder, 'icd10cm_order_2026.txt.gz', gzipSync(crlf))]);
    const zipped = await addFiles([
      writeIn(
        folder,
        'icd10cm-Code Descriptions-2026.zip',
        await zip({ 'icd10cm-order-2026.txt': crlf, 'readme.pdf': 'nothing' }),
      ),
    ]);
    const codes = ({ store }: { readonly store: string }) => {
      const sets = CodeSets.open(store);
      const found = [...(sets.find('icd-10-cm@2026')?.withPrefix('') ?? [])];
      sets.close();
      return found;
    };
    expect(codes(plain).length).toBe(order.trim().split('\n').length);
    expect(codes(packed)).toEqual(codes(plain));
    expect(codes(zipped)).toEqual(codes(plain));
  });

  it('names a file after its content, and the same files make the same bytes wherever the store is', async () => {
    const first = await addFiles([excerpt('icd10pcs_order_2026.txt')]);
    const second = await addFiles([excerpt('icd10pcs_order_2026.txt')]);
    const [file = ''] = readdirSync(first.store);
    expect(readdirSync(second.store)).toEqual([file]);
    const hash = createHash('sha256')
      .update(readFileSync(join(first.store, file)))
      .digest('hex');
    expect(file).toBe(`icd-10-pcs@2026.${hash.slice(0, 16)}.codes`);
  });

  it('adds to an edition that is there, and leaves one file of it', async () => {
    const { store } = await addFiles([excerpt('icd10cm-order-2026.txt')]);
    await addFiles([excerpt('POAexemptCodesFY26.txt')], { store });
    expect(readdirSync(store).length).toBe(1);
    const sets = CodeSets.open(store);
    const edition = sets.find('icd-10-cm@2026');
    expect([edition?.isPoaExempt('Z79.4'), edition?.isPoaExempt('E11.9'), edition?.find('e119')?.kind]).toEqual([
      true,
      false,
      'valid',
    ]);
    sets.close();
  });

  it('keeps a hidden store out of git', async () => {
    const store = join(makeFolder(), '.code-sets');
    await addFiles([excerpt('icd10pcs_order_2026.txt')], { store, hidesFromGit: true });
    expect(readFileSync(join(store, '.gitignore'), 'utf8')).toBe('*\n');
  });

  it('reads the conversion table from a workbook and from tabs alike', async () => {
    const rows = async (name: string) => {
      const { store } = await addFiles([excerpt(name)]);
      const sets = CodeSets.open(store);
      const found = sets.find('icd-10-cm@2026')?.rows('successors');
      sets.close();
      return found;
    };
    const fromTabs = await rows('icd10cm-conversion-table-2026.tsv');
    expect(await rows('ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx')).toEqual(fromTabs);
    expect(fromTabs).toContainEqual(['E119', 'E11A', '2025-10-01', 'E11.9']);
    // A range names what lies between its ends.
    expect(fromTabs?.filter(([, to]) => to === 'H02151').map(([from]) => from)).toEqual([
      'H02101',
      'H02102',
      'H02103',
      'H02104',
      'H02105',
      'H02106',
      'H02109',
    ]);
  });

  it('reads a day that Excel wrote as a number', async () => {
    const lines = 'Current code assignment\tEffective\tPrevious Code(s) Assignment\nU07.1\t43922\tB97.29\n';
    const { store } = await addFiles([writeIn(makeFolder(), 'conversion-table-2026.tsv', lines)]);
    const sets = CodeSets.open(store);
    expect(sets.find('icd-10-cm@2026')?.originOf('U07.1')?.day).toBe('2020-04-01');
    sets.close();
  });

  it('joins HCPCS titles over their records, knows modifiers and days, and takes no CPT and no CDT', async () => {
    const licensed = `${'D0000001003Something a dentist does'.padEnd(320)}\n${'00000001003Something a physician does'.padEnd(320)}\n`;
    const file = writeIn(makeFolder(), 'HCPC2026_JAN_ANWEB.txt', `${text('HCPC2019_CONTR_ANWEB.txt')}${licensed}`);
    const { store, added } = await addFiles([file]);
    expect(added.map(({ edition, from, until, notes }) => [edition, from, until, notes.length])).toEqual([
      ['hcpcs@2026-01', '2026-01-01', '2026-03-31', 1],
    ]);
    const sets = CodeSets.open(store);
    const edition = sets.find('hcpcs@2026-01');
    expect(edition?.find('AD')).toMatchObject({
      kind: 'modifier',
      title: 'Medical supervision by a physician: more than four concurrent anesthesia procedures',
    });
    expect(edition?.find('E0601')).toMatchObject({
      kind: 'valid',
      title: 'Continuous positive airway pressure (cpap) device',
    });
    expect([edition?.find('D0000'), edition?.find('00000')]).toEqual([undefined, undefined]);
    sets.close();
  });

  it('reads a table of MS-DRGs that an author supplies', async () => {
    const { store, problems } = await addFiles([excerpt('drg.csv')], { edition: 'ms-drg@2026' });
    expect(problems).toEqual([]);
    const sets = CodeSets.open(store);
    expect(sets.find('ms-drg@2026')?.find('193')?.title).toBe('SIMPLE PNEUMONIA AND PLEURISY WITH MCC');
    sets.close();
  });

  it('finds rows of ICD-10-PCS tables, which build exactly the codes of the order file', async () => {
    const sets = await openExcerpts();
    const edition = sets.find('icd-10-pcs@2025');
    const table = edition?.pcsTable('0DTJ4ZZ');
    if (table === undefined) throw new Error('the excerpt holds the table 0DT');
    expect(findRow(table, '0DTJ4ZZ')?.map(({ title }) => title)).toEqual([
      'Body Part',
      'Approach',
      'Device',
      'Qualifier',
    ]);
    const listed = [...(edition?.withPrefix('0DT') ?? [])]
      .filter(({ kind }) => kind === 'valid')
      .map(({ code }) => code);
    expect([...codesOf(table)].sort()).toEqual(listed);
    expect(edition?.pcsTerm('0', 3, 'Resection')?.definition).toBe(
      'Cutting out or off, without replacement, all of a body part',
    );
  });

  it('reads the headings of the guidelines by number', async () => {
    const sets = await openExcerpts();
    expect(sets.find('icd-10-cm@2025')?.guideline('I.C.1.a.2.i')).toBe('HIV managed by antiretroviral medication');
    expect(sets.find('icd-10-cm@2026')?.guideline('I.B.20')).toBe('Multiple Sites Coding');
  });

  it('tells an April release from that of October', async () => {
    const file = writeIn(makeFolder(), 'icd10cm-order-April-1-2026.txt', text('icd10cm-order-2026.txt'));
    const { added } = await addFiles([file]);
    expect(added.map(({ edition, from, until }) => [edition, from, until])).toEqual([
      ['icd-10-cm@2026-04', '2026-04-01', '2026-09-30'],
    ]);
  });
});

describe('refusing what is no official file', () => {
  const order = text('icd10cm-order-2026.txt').split('\n');
  const poa = text('POAexemptCodesFY26.txt').split('\n');
  const addenda = text('icd10cm-order-addenda-2026.txt');

  it.each([
    [
      'an order file with a line that lost its columns',
      'icd10cm-order-2026.txt',
      [...order.slice(0, 4), 'A00 Cholera', ...order.slice(4)].join('\n'),
      /CW5200 .*line 5 shows: this is no line of an order file.*"A00 Cholera"/,
    ],
    [
      'an order file cut off in a line',
      'icd10cm-order-2026.txt',
      order.join('\n').slice(0, 40),
      /line 1 shows: the long title/,
    ],
    [
      'a code that stands twice',
      'icd10cm-order-2026.txt',
      [order[0], order[1], order[1]].join('\n'),
      /line 3 shows: "A000" stands in line 2 already/,
    ],
    [
      'ICD-10-PCS under a name of ICD-10-CM',
      'icd10cm-order-2026.txt',
      text('icd10pcs_order_2026.txt'),
      /line 1 shows: "0\w\w" is no icd-10-cm code/,
    ],
    ['a list of codes with another line', 'icd10cm-codes-2026.txt', 'A000    Cholera\nnothing', /line 2 shows/],
    [
      'a POA list without its head',
      'POAexemptCodesFY26.txt',
      poa.slice(1).join('\n'),
      /line 1 shows: the first line of a POA exempt list/,
    ],
    [
      'a POA list with a broken line',
      'POAexemptCodesFY26.txt',
      [poa[0], poa[1], 'Z99'].join('\n'),
      /line 3 shows: this is no line of a POA/,
    ],
    [
      'addenda whose counts do not match',
      'icd10cm-order-addenda-2026.txt',
      `${addenda}\nCodes\n    3 additions\n`,
      /CW5200 .*it says 3 additions, and \d+ lines say so/,
    ],
    [
      'a conversion table with words for a year',
      'conversion-table-2026.tsv',
      'Current code assignment\tEffective\tPrevious Code(s) Assignment\nE11.A\tsoon\tE11.9\n',
      /line 2 shows: "soon" is neither/,
    ],
    ['XML that breaks off', 'icd10pcs_tables_2025.xml', text('icd10pcs_tables_2025.xml').slice(0, 3000), /CW5200/],
    ['XML of something else', 'icd10pcs_tables_2025.xml', '<course/>', /its root is <course>/],
    [
      'a row that builds another number of codes',
      'icd10pcs_tables_2025.xml',
      text('icd10pcs_tables_2025.xml').replace(/codes="\d+"/, 'codes="999"'),
      /line \d+ shows: a row says to build 999 codes/,
    ],
    [
      'HCPCS records with a line between them',
      'HCPC2019_CONTR_ANWEB.txt',
      `${text('HCPC2019_CONTR_ANWEB.txt')}\nnothing\n`,
      /this is no HCPCS record/,
    ],
    [
      'a table of MS-DRGs with a DRG that is none',
      'drg-2026.csv',
      'MS-DRG,MS-DRG Title\n001,Something\nX2,Something else\n',
      /line 3 shows: "X2" is no MS-DRG/,
    ],
    ['guidelines without headings', 'icd10cm-guidelines-2026.txt', 'Words.\n', /the headings/],
    ['something else altogether', 'notes.txt', 'Buy milk.\n', /neither its name nor its first lines/],
  ])('%s', async (_what, name, content, expected) => {
    const { added, problems, store } = await addFiles([writeIn(makeFolder(), name, content)]);
    expect(added).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
    expect(readdirSync(store)).toEqual([]);
  });

  it('asks for an edition that nothing says', async () => {
    const folder = makeFolder();
    const file = writeIn(folder, 'order.txt', order.join('\n'));
    expect((await addFiles([file])).problems).toEqual([expect.stringMatching(/^CW5201/)]);
    expect((await addFiles([file], { edition: 'icd-10-cm@2026' })).added.map(({ edition }) => edition)).toEqual([
      'icd-10-cm@2026',
    ]);
  });

  it('does not add the tables of one year to another', async () => {
    const { problems } = await addFiles([excerpt('icd10pcs_tables_2025.xml')], { edition: 'icd-10-pcs@2026' });
    expect(problems).toEqual([expect.stringMatching(/^CW5202/)]);
  });

  it('asks for the days of an edition that no calendar knows', async () => {
    const wanted = { edition: 'icd-10-cm@2026.special' };
    expect((await addFiles([excerpt('icd10cm-order-2026.txt')], wanted)).problems).toEqual([
      expect.stringMatching(/^CW5203/),
    ]);
    const { added } = await addFiles([excerpt('icd10cm-order-2026.txt')], {
      ...wanted,
      from: '2026-01-01',
      until: '2026-02-01',
    });
    expect(added.map(({ from, until }) => [from, until])).toEqual([['2026-01-01', '2026-02-01']]);
  });

  it('says which files nothing is read from', async () => {
    const file = writeIn(makeFolder(), 'POAexemptAddCodesFY26.txt', 'Order26\tPOAexemptCode\tDescription\n');
    expect((await addFiles([file])).problems).toEqual([expect.stringMatching(/^CW5204/)]);
  });

  it('says that a file is not there', async () => {
    expect((await addFiles([join(makeFolder(), 'icd10cm-order-2026.txt')])).problems).toEqual([
      'CW5206 this file cannot be read: there is no such file',
    ]);
  });

  it('says that the store cannot be written', async () => {
    const store = join(writeIn(makeFolder(), 'file', ''), 'store');
    expect((await addFiles([excerpt('icd10pcs_order_2026.txt')], { store })).problems).toEqual([
      expect.stringMatching(/^CW5207/),
    ]);
  });

  it('refuses a POA list whose codes the edition does not have', async () => {
    const extra = writeIn(
      makeFolder(),
      'POAexemptCodesFY26.txt',
      `${poa.filter((line) => line !== '').join('\n')}\n99999\tZ99.99\tNothing\n`,
    );
    const { problems } = await addFiles([excerpt('icd10cm-order-2026.txt'), extra]);
    expect(problems).toEqual([expect.stringMatching(/it lists Z9999, which is no valid code/)]);
  });

  it('refuses tables that build other codes than the order file holds', async () => {
    const folder = makeFolder();
    const short = writeIn(
      folder,
      'icd10pcs_order_2025.txt',
      text('icd10pcs_order_2025.txt')
        .split('\n')
        .filter((line) => !line.includes('0DTJ4ZZ'))
        .join('\n'),
    );
    const { problems } = await addFiles([short, excerpt('icd10pcs_tables_2025.xml')]);
    expect(problems).toEqual([expect.stringMatching(/its table 0DT builds 0DTJ4ZZ/)]);
  });

  it('refuses an archive that is damaged or unpacks to too much', async () => {
    const folder = makeFolder();
    const cut = writeIn(folder, 'icd10cm-order-2026.txt.gz', gzipSync(order.join('\n')).subarray(0, 500));
    const bomb = writeIn(folder, 'icd10cm-order-2025.txt.gz', gzipSync(Buffer.alloc(101_000_000)));
    const { problems } = await addFiles([cut, bomb]);
    expect(problems).toEqual([
      expect.stringMatching(/unpacks to more than 100 MB/),
      expect.stringMatching(/gzip data is damaged/),
    ]);
  });
});

describe('a stored file', () => {
  it('that was damaged is not believed', async () => {
    const { store, added } = await addFiles([excerpt('icd10cm-order-2026.txt')]);
    const path = added[0]?.path ?? '';
    const bytes = readFileSync(path);
    const last = bytes.length - 20;
    bytes[last] = (bytes[last] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
    const sets = CodeSets.open(store);
    expect(() => [...(sets.find('icd-10-cm@2026')?.withPrefix('') ?? [])]).toThrow();
    sets.close();
    writeFileSync(path, bytes.subarray(0, 100));
    expect(() => CodeSets.open(store).find('icd-10-cm@2026')).toThrow(/cut off/);
  });

  it('may be moved', async () => {
    const { store } = await addFiles([excerpt('icd10cm-order-2026.txt')]);
    const other = join(makeFolder(), 'elsewhere');
    mkdirSync(other);
    for (const file of readdirSync(store)) cpSync(join(store, file), join(other, basename(file)));
    const sets = CodeSets.open(other);
    expect(sets.find('icd-10-cm@2026')?.find('I10')?.title).toBe('Essential (primary) hypertension');
    sets.close();
  });
});

describe.skipIf(!hasWholeFiles)('the whole official files', () => {
  it('of ICD-10-CM give the counts that their publisher states', async () => {
    const { added, problems } = await addFiles(
      [
        'icd10cm-order-2026.txt.gz',
        'icd10cm-codes-2026.txt.gz',
        'icd10cm-order-addenda-2026.txt.gz',
        'icd10cm-codes-addenda-2026.txt.gz',
        'ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx',
        'POAexemptCodesFY26.txt.gz',
        'icd10cm-guidelines-2026.txt.gz',
      ].map(wholeFile),
    );
    expect(problems).toEqual([]);
    expect(added.map(({ edition, codes }) => [edition, codes])).toEqual([['icd-10-cm@2026', 74_719]]);
    expect(added[0]?.sources.map(({ kind, lines }) => [kind, lines])).toEqual([
      ['addenda', 591],
      ['codes', 74_719],
      ['conversion', 5892],
      ['guidelines', 486],
      ['order', 98_186],
      ['poa-exempt', 38_349],
    ]);
  });

  it('of ICD-10-PCS agree with each other, and its tables build its codes', async () => {
    const { added, problems } = await addFiles(
      [
        'icd10pcs_order_2025.txt.gz',
        'icd10pcs_tables_2025.xml.gz',
        'icd10pcs_definitions_2025.xml.gz',
        'icd10pcs_order_2026.txt.gz',
        'icd10pcs_order_addenda_2026.txt.gz',
      ].map(wholeFile),
    );
    expect(problems).toEqual([]);
    expect(added.map(({ edition, codes }) => [edition, codes])).toEqual([
      ['icd-10-pcs@2025', 78_948],
      ['icd-10-pcs@2026', 79_115],
    ]);
  });

  it('of HCPCS give codes and modifiers, and no D code', async () => {
    const { store } = await addFiles([wholeFile('HCPC2019_CONTR_ANWEB.txt.gz')]);
    const sets = CodeSets.open(store);
    const entries = [...(sets.find('hcpcs@2019')?.withPrefix('') ?? [])];
    sets.close();
    expect([
      entries.filter(({ kind }) => kind === 'valid').length,
      entries.filter(({ kind }) => kind === 'modifier').length,
    ]).toEqual([6440, 360]);
    expect(entries.filter(({ code }) => /^D\d/.test(code))).toEqual([]);
  });
});
