/** What happens when a file of the workspace can no longer be read: it vanished, or its disk failed, after it was listed. */
import { unreadableFile } from '../diagnostics/catalog/files.ts';
import type { Reporter } from '../diagnostics/report.ts';
import type { SourceFile } from './hand-over.ts';

/** Thrown by `SourceFile.bytes()`. Whoever compiles turns it into a diagnostic; no package may be made without the file. */
export class UnreadableSource extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

/** The bytes of a file; none after a fault, which is reported. */
export function readSource(file: SourceFile, report: Reporter): Uint8Array {
  return reportUnreadable(() => file.bytes(), report) ?? new Uint8Array();
}

/** What `work` returns; undefined when it needed a file that cannot be read, which is reported. */
export function reportUnreadable<T>(work: () => T, report: Reporter): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    report.add(unreadableFile, { file: error.path }, { what: 'file', reason: error.reason });
    return undefined;
  }
}
