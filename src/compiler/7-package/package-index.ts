/**
 * Facts about packages <-> the text of `index.json` and `SHA256SUMS`. Holds no dates, so that equal packages make equal files.
 * Must not touch the disk.
 */
import { createHash } from 'node:crypto';
import { compareText } from '../../diagnostics/compare-text.ts';
import type { LookUpFigures } from '../../shared/look-up.ts';
import type { UploadGuide, WrittenPackage } from '../hand-over.ts';
import type { CodeFigures } from '../near-codes.ts';

export const INDEX_NAME = 'index.json';
export const SUMS_NAME = 'SHA256SUMS';

/** One package, as `index.json` lists it. */
export interface PackageIndexRow {
  readonly name: string;
  /** The zip, beside the index. */
  readonly file: string;
  readonly course: string;
  /** Empty for a course in one package. */
  readonly part: string;
  /** Empty for a package that is no variant. */
  readonly variant: string;
  readonly title: string;
  /** The course's own version. */
  readonly version: string;
  readonly language: string;
  readonly target: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly pages: number;
  readonly questions: number;
  /** Characters of saved state when every part of it is full, and how many the target allows. */
  readonly worstCase: number;
  readonly stateLimit: number;
  readonly editions: readonly string[];
  readonly toolVersion: string;
  readonly upload: readonly UploadGuide[];
  /** What the package knows of codes around those that are typed; absent where none are. */
  readonly codes?: CodeFigures;
  /** What may be looked up in its exams; absent where nothing may. */
  readonly lookUps?: readonly LookUpFigures[];
  /** What instructors read reports with, beside the zip; empty where nothing is reported. Not for learners: it holds the keys. */
  readonly answerSheet: readonly StoredFile[];
}

/** A file of the output folder. */
export interface StoredFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A row of any version of the tool: only what is needed to keep it is known. */
export interface StoredRow extends StoredFile {
  readonly name: string;
  readonly answerSheet?: readonly StoredFile[];
}

/** Every file of a package in the output folder, the zip first. */
export function filesOf(row: StoredRow): readonly StoredFile[] {
  return [row, ...(row.answerSheet ?? [])];
}

/** The row of a package. */
export function toIndexRow(written: WrittenPackage): PackageIndexRow {
  const { rendered, target, stateLimit, upload } = written.described;
  const { model } = rendered;
  const lookUps = model.activities.flatMap((activity) =>
    activity.kind !== 'exam' || activity.lookUp === undefined
      ? []
      : [{ exam: activity.id, codes: activity.lookUp.codes, bytes: activity.lookUp.bytes }],
  );
  return {
    name: model.name,
    file: written.fileName,
    course: model.course,
    part: model.part,
    variant: model.variant,
    title: model.title,
    version: model.version,
    language: model.language,
    target,
    bytes: written.bytes.length,
    sha256: written.sha256,
    pages: rendered.files.filter((file) => file.name.endsWith('.html')).length,
    questions: model.questions.size,
    worstCase: rendered.worstCase.characters,
    stateLimit,
    editions: model.editions,
    toolVersion: rendered.data.toolVersion,
    upload,
    ...(model.codes === undefined ? {} : { codes: model.codes.figures }),
    ...(lookUps.length === 0 ? {} : { lookUps }),
    answerSheet: rendered.answerSheet.map(({ name, bytes }) => ({
      file: name,
      bytes: bytes.length,
      sha256: toHash(bytes),
    })),
  };
}

/** Raised when a reader of older files could not read newer ones. */
const INDEX_VERSION = 1;

/** `index.json`: rows in the order given. */
export function writeIndex(rows: readonly StoredRow[]): string {
  return `${JSON.stringify({ version: INDEX_VERSION, packages: rows }, null, 2)}\n`;
}

/** The form that `sha256sum -c` reads; of the packages alone, which may be published without what is for instructors. */
export function writeSums(rows: readonly StoredRow[]): string {
  const sorted = [...rows].sort((a, b) => compareText(a.file, b.file));
  return sorted.map((row) => `${row.sha256}  ${row.file}\n`).join('');
}

/** Rows of an index that may have been edited or damaged; undefined when it is none. */
export function parseIndex(text: string): readonly StoredRow[] | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value.version !== INDEX_VERSION || !Array.isArray(value.packages)) return undefined;
  return value.packages.every(isStoredRow) ? value.packages : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isStoredRow(value: unknown): value is StoredRow {
  return (
    isStoredFile(value, /^[a-z0-9][a-z0-9._-]*\.zip$/) &&
    'name' in value &&
    typeof value.name === 'string' &&
    (!('answerSheet' in value) ||
      (Array.isArray(value.answerSheet) &&
        value.answerSheet.every((sheet) => isStoredFile(sheet, /^[a-z0-9][a-z0-9._-]*\.(?:csv|html)$/))))
  );
}

function isStoredFile(value: unknown, names: RegExp): value is StoredFile {
  return (
    isRecord(value) &&
    typeof value.file === 'string' &&
    names.test(value.file) &&
    typeof value.bytes === 'number' &&
    typeof value.sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(value.sha256)
  );
}

/** SHA-256 in hexadecimal. */
export function toHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
