/** Where tests find official files: the excerpts in this repository, and the whole files where `COURSEWRIGHT_CODE_SETS` names a folder with them. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type AddedEdition, type AddOptions, addEditions } from '../../src/code-sets/add-editions.ts';
import { CodeSets } from '../../src/code-sets/code-sets.ts';
import { Report } from '../../src/diagnostics/report.ts';

const EXCERPTS = join(import.meta.dirname, '..', 'fixtures', 'code-sets');
const WHOLE = process.env.COURSEWRIGHT_CODE_SETS ?? '';

/** Tests of whole files are skipped, and counted so, where this is false. */
export const hasWholeFiles = WHOLE !== '' && existsSync(join(WHOLE, 'icd10cm-order-2026.txt.gz'));

export function excerpt(name: string): string {
  return join(EXCERPTS, name);
}

export function wholeFile(name: string): string {
  return join(WHOLE, name);
}

/** Every excerpt that can be added. */
export const EXCERPT_FILES = [
  'icd10cm-order-2025.txt',
  'icd10cm-order-2026.txt',
  'icd10cm_codes_2026.txt',
  'icd10cm-order-addenda-2026.txt',
  'ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx',
  'POAexemptCodesFY26.txt',
  'icd10cm-guidelines-2025.txt',
  'icd10cm-guidelines-2026.txt',
  'icd10pcs_order_2025.txt',
  'icd10pcs_order_2026.txt',
  'order_addenda_2026.txt',
  'icd10pcs_tables_2025.xml',
  'icd10pcs_definitions_2025.xml',
  'HCPC2019_CONTR_ANWEB.txt',
].map(excerpt);

/** A folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-codes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface AddResult {
  readonly store: string;
  readonly added: readonly AddedEdition[];
  /** `CW5200 message` */
  readonly problems: readonly string[];
}

export async function addFiles(paths: readonly string[], options: Partial<AddOptions> = {}): Promise<AddResult> {
  const store = options.store ?? makeFolder();
  const report = new Report();
  const added = await addEditions(paths, { store, hidesFromGit: false, ...options }, report);
  return { store, added, problems: report.sorted().map(({ code, message }) => `${code} ${message}`) };
}

/** The editions of the excerpts, open until the test ends. */
export async function openExcerpts(): Promise<CodeSets> {
  const { store } = await addFiles(EXCERPT_FILES);
  const sets = CodeSets.open(store);
  onTestFinished(() => sets.close());
  return sets;
}
