/** Stage 1 alone, for whoever wants to know whether anything changed before the rest of the compiler is loaded. */
import { Report } from '../diagnostics/report.ts';
import { readWorkspace } from './1-read/read-workspace.ts';
import { decodeText } from './2-parse/decode-text.ts';
import type { SourceTree } from './hand-over.ts';
import { reportUnreadable } from './unreadable-source.ts';

export interface ReadTree {
  readonly tree: SourceTree;
  /** What was noticed while reading; later stages add to it. */
  readonly report: Report;
}

export function readTree(root: string): ReadTree {
  const report = new Report();
  return { tree: readWorkspace(root, report), report };
}

/** Decoded text of a file, for printing a place in it; undefined when it is gone or was never there. */
export function sourceText(tree: SourceTree, path: string): string | undefined {
  const file = tree.files.get(path);
  if (file === undefined) return undefined;
  const ignored = new Report();
  const bytes = reportUnreadable(() => file.bytes(), ignored);
  return bytes === undefined ? undefined : decodeText(path, bytes, ignored);
}
