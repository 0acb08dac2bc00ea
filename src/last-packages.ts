/** What the last build left in the output folder: names and bytes of packages. Writes nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedZip } from './api.ts';
import { INDEX_NAME, parseIndex } from './compiler/7-package/package-index.ts';
import { unreadablePackage } from './diagnostics/catalog/command.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { assertDiskFault, faultCodeOf, toReadReason } from './diagnostics/disk-faults.ts';
import { Report } from './diagnostics/report.ts';

/** From the index of the last build; empty without one that can be read. */
export function findPackageNames(out: string, course: string): readonly string[] {
  try {
    const rows = parseIndex(readFileSync(join(out, INDEX_NAME), 'utf8')) ?? [];
    return rows.filter((row) => 'course' in row && row.course === course).map(({ name }) => name);
  } catch (error) {
    assertDiskFault(error);
    return [];
  }
}

export function readLastPackage(out: string, file: string, found: Diagnostic[]): NamedZip | 'unreadable' | undefined {
  try {
    return { name: file, bytes: readFileSync(join(out, file)) };
  } catch (error) {
    if (faultCodeOf(error) === 'ENOENT') return undefined;
    const report = new Report();
    report.add(unreadablePackage, { file }, { reason: toReadReason(error) });
    found.push(...report.sorted());
    return 'unreadable';
  }
}
