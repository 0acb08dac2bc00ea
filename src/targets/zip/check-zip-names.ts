/** The names in a zip -> findings by the rules Z2, Z3, Z5, Z6, Z8 and Z9. Looks at no content. */
import * as rules from '../../diagnostics/catalog/packages-zip.ts';
import type { Reporter } from '../../diagnostics/report.ts';

const MAX_NAME = 64;
const MAX_PATH = 100;

/** What hosts take for programs of theirs. */
const BLOCKED_EXTENSION = /\.(php\d?|phtml|phar|exe|sh|bat|cmd|com|htaccess|aspx?|jspx?|py|pl|cgi)$/i;

/** Reports each name that importers refuse, rename or mix up. */
export function checkZipNames(zipName: string, names: readonly string[], report: Reporter): void {
  const place = { file: zipName };
  const safe = names.filter((name) => {
    const reason = findUnsafe(name);
    if (reason !== undefined) report.add(rules.zipPathUnsafe, place, { file: name, reason });
    return reason === undefined;
  });
  const files = safe.filter((name) => !name.endsWith('/'));
  checkPortableNames(zipName, files, report);
  checkTwins(zipName, safe, report);
  checkBaseNames(zipName, files, report);
  for (const file of files) {
    const reason = findBlocked(file);
    if (reason !== undefined) report.add(rules.zipBlockedName, place, { file, reason });
  }
}

/** Z2. */
function findUnsafe(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.includes('\0')) return 'holds a NUL character';
  if (name.includes('\\')) return 'uses backslashes';
  if (name.startsWith('/')) return 'starts at the root of the disk';
  if (/^[A-Za-z]:/.test(name)) return 'names a drive';
  const segments = name.replace(/\/$/, '').split('/');
  if (segments.includes('..')) return 'leads out of the package';
  if (segments.includes('.') || segments.includes('')) return 'has an empty step';
  return undefined;
}

/** Z3, once per reason: a package from elsewhere may have hundreds of such names. */
function checkPortableNames(zipName: string, files: readonly string[], report: Reporter): void {
  const found = groupBy(files, findNotPortable);
  found.delete(undefined);
  for (const [reason = '', [file = '', ...rest]] of found)
    report.add(rules.zipNameNotPortable, { file: zipName }, { file, more: rest.length, reason });
}

function findNotPortable(file: string): string | undefined {
  const base = baseName(file);
  if (file.length > MAX_PATH) return `has a path of more than ${MAX_PATH} characters`;
  if (base.length > MAX_NAME) return `has a name of more than ${MAX_NAME} characters`;
  if (/[A-Z]/.test(file)) return 'has capital letters in its name';
  if (!/^[a-z0-9._/-]+$/.test(file)) return 'has blanks or special characters in its name';
  if (!/.\.[a-z0-9]+$/.test(base)) return 'has no extension';
  return undefined;
}

/** Z5 and Z6. */
function checkTwins(zipName: string, names: readonly string[], report: Reporter): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, name);
    else if (first === name) report.add(rules.zipDuplicateEntry, { file: zipName }, { file: name });
    else report.add(rules.zipCaseTwins, { file: zipName }, { first, second: name });
  }
}

/** Z9, once per name. */
function checkBaseNames(zipName: string, files: readonly string[], report: Reporter): void {
  for (const [first, second] of groupBy(new Set(files), baseName).values()) {
    if (first !== undefined && second !== undefined)
      report.add(rules.zipSharedBaseName, { file: zipName }, { first, second });
  }
}

/** Z8. */
function findBlocked(file: string): string | undefined {
  if (file.split('/').some((segment) => segment.startsWith('.')))
    return 'is hidden: a part of its path starts with a dot';
  if (BLOCKED_EXTENSION.test(file)) return 'is of a type that hosts take for a program';
  if (/php/i.test(file)) return 'has "php" in its name';
  return undefined;
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function groupBy<Key>(names: Iterable<string>, keyOf: (name: string) => Key): Map<Key, string[]> {
  const groups = new Map<Key, string[]>();
  for (const name of names) {
    const key = keyOf(name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [name]);
    else group.push(name);
  }
  return groups;
}
