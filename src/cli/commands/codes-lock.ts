/** `coursewright codes lock`: writes the codes.lock of each course, or says which would change. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockUnwritable } from '../../diagnostics/catalog/code-sets.ts';
import { unknownCourse } from '../../diagnostics/catalog/command.ts';
import { toWriteReason } from '../../diagnostics/disk-faults.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import { Report } from '../../diagnostics/report.ts';
import { writeLocks } from '../../write-locks.ts';
import { CODES_WORDS } from '../codes-words.ts';
import { withCodeSets } from '../open-code-sets.ts';
import { type RawOptions, readAsOf, readPrinter, readWorkspaceFolder } from '../options.ts';

export interface CodesLockOptions extends RawOptions {
  readonly check?: boolean;
}

export async function runCodesLock(courses: readonly string[], raw: CodesLockOptions): Promise<number> {
  const workspace = readWorkspaceFolder(raw.workspace);
  const printer = await readPrinter(raw, workspace);
  return withCodeSets(workspace, printer, () => {
    const { diagnostics, places, locks } = writeLocks({ workspace, courses, asOf: readAsOf(undefined, new Date()) });
    const report = new Report();
    const names = locks.map(({ course }) => course);
    for (const name of courses) {
      if (!names.includes(name) && diagnostics.length === 0)
        report.add(unknownCourse, undefined, { name, nearest: findNearestName(name, names) });
    }
    const results = locks.map((lock) => {
      const path = join(workspace, lock.file);
      const isSame = readText(path) === lock.text;
      // A course without codes needs no lock.
      const isNeeded = !isSame && (lock.codes > 0 || existsSync(path));
      if (isNeeded && raw.check !== true) {
        try {
          writeFileSync(path, lock.text);
        } catch (error) {
          report.add(lockUnwritable, { file: lock.file }, { reason: toWriteReason(error) });
        }
      }
      const { text: _, ...facts } = lock;
      return { ...facts, changed: isNeeded };
    });
    const found = [...diagnostics, ...report.sorted()];
    printer.problems(found, places, { locks: results });
    if (printer.isText) {
      const words = CODES_WORDS.lock;
      const said = ({ file, codes, changed }: (typeof results)[number]) =>
        !changed ? words.same(file, codes) : raw.check === true ? words.stale(file) : words.written(file, codes);
      printer.result(results.map(said).join('\n'));
      for (const { file, unknown } of results) if (unknown.length > 0) printer.say(words.unknown(file, unknown));
    }
    const isStale = raw.check === true && results.some(({ changed }) => changed);
    return found.length > 0 || isStale ? 1 : 0;
  });
}

/** Undefined for a file that cannot be read; writing will say why. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
