/** Splits a lesson into front matter and body and parses both. Knows where the fences stand, not what the keys mean. */
import { unclosedFrontMatter } from '../../diagnostics/catalog/lessons.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { ParsedLesson } from '../hand-over.ts';
import { parseMarkdown } from '../syntax/markdown/parse-markdown.ts';
import { mapFrom } from '../syntax/text-map.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';

/** @param text decoded text of the file */
export function parseLesson(file: string, text: string, report: Reporter): ParsedLesson {
  const head = findFrontMatter(file, text, report);
  const bodyStart = head?.bodyStart ?? 0;
  return {
    file,
    head: head === undefined ? undefined : parseYaml(file, text, report, head),
    content: parseMarkdown({ file, text: text.slice(bodyStart), map: mapFrom(bodyStart) }, report),
    text,
  };
}

interface FrontMatter {
  /** The YAML between the fences. */
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
}

function findFrontMatter(file: string, text: string, report: Reporter): FrontMatter | undefined {
  const opening = /^---[ \t]*\n/.exec(text);
  if (opening === null) return undefined;
  const start = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm;
  closing.lastIndex = start;
  const found = closing.exec(text);
  if (found === null) {
    report.add(unclosedFrontMatter, { file, start: 0, end: 3 }, {});
    return { start, end: start, bodyStart: start };
  }
  return { start, end: found.index, bodyStart: found.index + found[0].length };
}
