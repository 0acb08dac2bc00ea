/** Reports names that not every system can hold, or hold beside each other. Looks at names only. */
import { caseTwins, nameNotPortable } from '../../diagnostics/catalog/files.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { isReservedName } from '../../shared/reserved-names.ts';

/**
 * @param folder their place, relative to the workspace
 * @param names of files and folders, sorted
 */
export function checkNames(folder: string, names: readonly string[], report: Reporter): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const file = folder === '' ? name : `${folder}/${name}`;
    const reason = findReason(name);
    if (reason !== undefined) report.add(nameNotPortable, { file }, { name, reason });
    const key = name.normalize('NFC').toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, name);
    else report.add(caseTwins, { file }, { first, second: name });
  }
}

function findReason(name: string): string | undefined {
  if (isReservedName(name)) return 'it is the name of a device there';
  if (/[. ]$/.test(name)) return 'it ends with a dot or a space';
  const found = /[<>:"|?*\\]/.exec(name)?.[0];
  if (found !== undefined) return `it holds the character ${found}`;
  return /\p{Cc}/u.test(name) ? 'it holds a control character' : undefined;
}
