/** A folder -> its files with a given end of name, sorted. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function listFiles(folder: string, ending = ''): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export function readTexts(folder: string, ending: string): readonly string[] {
  return listFiles(folder, ending).map((file) => readFileSync(file, 'utf8'));
}
