/** Reads a finished package that a command line names. Must not look into it. */
import { readFileSync } from 'node:fs';
import type { NamedZip } from '../api.ts';
import { unreadablePackage } from '../diagnostics/catalog/command.ts';
import { toReadReason } from '../diagnostics/disk-faults.ts';
import type { Reporter } from '../diagnostics/report.ts';

/** Undefined for a file that cannot be read, which is reported. */
export function readPackageFile(file: string, report: Reporter): NamedZip | undefined {
  try {
    return { name: file, bytes: readFileSync(file) };
  } catch (error) {
    report.add(unreadablePackage, { file }, { reason: toReadReason(error) });
    return undefined;
  }
}
