/**
 * The files of a starter and an author's answers -> the files of a new workspace. Placeholders are `%course%` (also in paths),
 * `%version%`, and the quoted `"%title%"` and `"%organization%"`. Reads and writes no file.
 */
import type { Answers } from './read-answers.ts';

export type WorkspaceFiles = ReadonlyMap<string, string>;

/** @param files text by path with forward slashes; a name that starts with `dot-` gets its dot here, since npm packs none */
export function fillStarter(
  files: WorkspaceFiles,
  answers: Pick<Answers, 'course' | 'title' | 'organization'>,
  version: string,
): WorkspaceFiles {
  const values: Readonly<Record<string, string>> = {
    '%course%': answers.course,
    '%version%': version,
    '"%title%"': quoteYaml(answers.title),
    '"%organization%"': quoteYaml(answers.organization),
  };
  // In one pass: an answer that looks like a placeholder stays what it is.
  const fill = (text: string) =>
    text.replace(/%course%|%version%|"%title%"|"%organization%"/g, (found) => values[found] ?? found);
  return new Map([...files].map(([path, text]) => [fill(path).replace(/(^|\/)dot-/g, '$1.'), fill(text)]));
}

/** A double-quoted YAML scalar on one line, whatever the text holds. JSON is one, but for characters that YAML does not print. */
export function quoteYaml(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
