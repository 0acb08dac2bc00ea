/**
 * `npm run bench:codes -- FOLDER`: measures the import of official code files, look-ups and the update report over 40 courses
 * with 8,000 questions. FOLDER holds the files as published. Prints tables; never a test.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { formatCode } from '../../src/code-sets/official/code-forms.ts';
import { generateWorkspace, QUESTIONS } from './generate-workspace.ts';
import { markdownTable } from './markdown-table.ts';
import { BENCH, COMMAND, leastOf, measureNode, repeat, type Usage } from './measure.ts';
import { writeCodeBanks } from './write-code-banks.ts';

const COURSES = 40;
/** Both years of everything that the update report reads. */
const FILES = [
  'icd10cm-order-2025.txt.gz',
  'icd10cm-order-2026.txt.gz',
  'ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx',
  'POAexemptCodesFY26.txt.gz',
  'icd10cm-guidelines-2025.txt.gz',
  'icd10cm-guidelines-2026.txt.gz',
  'icd10pcs_order_2025.txt.gz',
  'icd10pcs_order_2026.txt.gz',
  'icd10pcs_tables_2025.xml.gz',
  'icd10pcs_definitions_2025.xml.gz',
  'HCPC2019_CONTR_ANWEB.txt.gz',
];
const EDITIONS = ['--from', 'icd-10-cm@2025', '--to', 'icd-10-cm@2026'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Also into CODES-RESULTS.md. */
    write: { type: 'boolean', default: false },
    repeat: { type: 'string', default: '3' },
  },
});
const times = Number(values.repeat);
const seconds = (value: number) => `${value.toFixed(2)} s`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

function run(files: string, scratch: string): string {
  const workspace = join(scratch, 'workspace');
  generateWorkspace(workspace, COURSES);
  const measure = (args: readonly string[], ends: readonly number[] = [0]): Usage =>
    leastOf(repeat(times, () => measureNode([COMMAND, ...args, '--workspace', workspace], undefined, ends)));

  const blank = leastOf(repeat(times * 3, () => measureNode(['-e', '0'])));
  const store = join(workspace, '.code-sets');
  const imported = leastOf(
    repeat(times, () => {
      rmSync(store, { recursive: true, force: true });
      return measureNode([
        COMMAND,
        'codes',
        'add',
        ...FILES.map((name) => join(files, name)),
        '--workspace',
        workspace,
      ]);
    }),
  );
  const size = readdirSync(store).reduce((sum, name) => sum + statSync(join(store, name)).size, 0);
  const codes = readValidCodes(join(files, 'icd10cm-order-2025.txt.gz'));
  writeCodeBanks(workspace, COURSES, spread(codes, COURSES * QUESTIONS * 4));

  const one = measure(['codes', 'show', 'E11.9', '--edition', 'icd-10-cm@2026']);
  const many = spread(codes, 401).map((code) => formatCode('icd-10-cm', code));
  const hundreds = measure(['codes', 'show', 'E11.9', ...many.slice(1), '--edition', 'icd-10-cm@2025']);
  const found = measure(['codes', 'find', 'fracture', 'femur', 'displaced', '--edition', 'icd-10-cm@2026']);
  const locked = measure(['codes', 'lock']);
  const checked = measure(['check']);
  // Ends with 1, since something is broken.
  const impact = measure(['codes', 'impact', ...EDITIONS], [1]);
  return markdownTable(
    ['what', 'measured', 'beside `node -e 0`'],
    [
      ['`node -e 0`', seconds(blank.cpu), '1.0'],
      [
        '`codes add` of both years: CPU, memory',
        `${seconds(imported.cpu)}, ${megabytes(imported.memory)}`,
        beside(imported, blank),
      ],
      ['store on disk', megabytes(size), ''],
      ['`codes show`, one code: CPU, memory', `${seconds(one.cpu)}, ${megabytes(one.memory)}`, beside(one, blank)],
      ['`codes show`, each code more', `${(((hundreds.cpu - one.cpu) / 400) * 1000).toFixed(2)} ms`, ''],
      ['`codes find`, three words in 75,000 codes', seconds(found.cpu), beside(found, blank)],
      [
        `\`codes lock\` of ${COURSES} courses, ${COURSES * QUESTIONS} questions with four codes each`,
        `${seconds(locked.cpu)}, ${megabytes(locked.memory)}`,
        beside(locked, blank),
      ],
      [
        `\`check\` of them against edition and lock`,
        `${seconds(checked.cpu)}, ${megabytes(checked.memory)}`,
        beside(checked, blank),
      ],
      [
        '`codes impact` on them, FY2025 to FY2026',
        `${seconds(impact.cpu)}, ${megabytes(impact.memory)}`,
        beside(impact, blank),
      ],
    ],
  );
}

function beside(usage: Usage, blank: Usage): string {
  return (usage.cpu / blank.cpu).toFixed(1);
}

/** Without dots, as the order file has them. */
function readValidCodes(path: string): readonly string[] {
  return gunzipSync(readFileSync(path))
    .toString('latin1')
    .split(/\r?\n/)
    .filter((line) => line[14] === '1')
    .map((line) => line.slice(6, 13).trim());
}

/** So many of them, from all over the code set. */
function spread(codes: readonly string[], count: number): readonly string[] {
  const step = Math.max(1, Math.floor(codes.length / count));
  return codes.filter((_, index) => index % step === 0).map((code) => formatCode('icd-10-cm', code));
}

const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('Name the folder with the official files: npm run bench:codes -- FOLDER\n');
  process.exitCode = 2;
} else {
  const scratch = mkdtempSync(join(tmpdir(), 'coursewright-bench-codes-'));
  try {
    const report = `Node ${process.version}, least of ${times} runs.\n\n${run(resolve(folder), scratch)}\n`;
    process.stdout.write(report);
    const how =
      '# Code sets\n\nCPU seconds of whole processes; compare ratios. Repeat it with `npm run bench:codes -- FOLDER`, where FOLDER holds the official files\nnamed in `bench-codes.ts`; `--write` renews this file. They are not part of this repository.\n\n';
    if (values.write) writeFileSync(join(BENCH, 'CODES-RESULTS.md'), how + report);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
