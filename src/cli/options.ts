/** Options that several commands share, turned from text into values once. A wrong one is a usage error (exit 2). */
import { relative, sep } from 'node:path';
import { findNearestName } from '../diagnostics/nearest-name.ts';
import { findWorkspace } from './find-workspace.ts';
import { FORMATS, type Format, isFormat, Printer, type Rules } from './printer.ts';
import { WORDS } from './words.ts';

/** Something in the command line that cannot be meant. Caught in one place and printed without a trace. */
export class UsageError extends Error {}

/** A sentence about a name that is not known, with the one that was probably meant. */
export function withNearest(sentence: string, name: string, known: Iterable<string>): string {
  const nearest = findNearestName(name, known);
  return nearest === undefined ? sentence : `${sentence} ${WORDS.didYouMean(nearest)}`;
}

/** As commander delivers them. */
export interface RawOptions {
  readonly workspace?: string;
  readonly out?: string;
  readonly format?: string;
  readonly strict?: boolean;
  readonly target?: string;
  readonly asOf?: string;
  readonly color?: boolean;
  readonly cacheDir?: string;
  /** False with --no-cache. */
  readonly cache?: boolean;
}

/** `YYYY-MM-DD`, today in the local time zone if absent. */
export function readAsOf(text: string | undefined, now: Date): string {
  if (text === undefined) {
    const two = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw new UsageError(WORDS.badDate(text));
  return text;
}

export function readWorkspaceFolder(named: string | undefined): string {
  const folder = findWorkspace(named, process.cwd());
  if (folder === undefined) throw new UsageError(WORDS.noWorkspace(process.cwd()));
  return folder;
}

/** A printer for the format asked for, with paths as seen from the current folder where a machine reads them. */
export async function readPrinter(options: RawOptions, workspace: string | undefined): Promise<Printer> {
  const format = options.format ?? 'text';
  if (!isFormat(format)) {
    throw new UsageError(withNearest(WORDS.badFormat(format), format, FORMATS));
  }
  const path = workspace === undefined ? '' : relative(process.cwd(), workspace).split(sep).join('/');
  const prefix = path === '' ? '' : `${path}/`;
  return new Printer({ format, color: options.color ?? true, prefix, rules: await loadRules(format) });
}

/** Half of what a run with nothing to do would have to read, so only where it is used. */
async function loadRules(format: Format): Promise<Rules> {
  if (format !== 'json' && format !== 'sarif') return new Map();
  const { CATALOG } = await import('../diagnostics/catalog/catalog.ts');
  return CATALOG;
}

/** 0 fine, 1 errors (or warnings with `strict`). */
export function exitCodeOf(diagnostics: readonly { readonly severity: string }[], strict: boolean): 0 | 1 {
  return diagnostics.some((d) => strict || d.severity === 'error') ? 1 : 0;
}
