/**
 * Turns YAML text into a tree that keeps every scalar as text and knows its place. The only folder that knows the YAML library.
 * Knows nothing of what keys mean; never throws for what an author wrote.
 */
import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { severalDocuments, yamlSyntax } from '../../../diagnostics/catalog/files.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { buildTrees } from './build-tree.ts';
import { explainYamlError } from './explain-yaml-error.ts';
import type { YamlDocument } from './yaml-tree.ts';

/** How deep lists and blocks may nest. */
const MAX_YAML_DEPTH = 100;

/**
 * @param text decoded text of the whole file
 * @param range the part of the text that is YAML; all of it by default. Offsets in the tree are offsets of the whole text.
 */
export function parseYaml(
  file: string,
  text: string,
  report: Reporter,
  range: { readonly start: number; readonly end: number } = { start: 0, end: text.length },
): YamlDocument {
  const source = range.start === 0 && range.end === text.length ? text : text.slice(range.start, range.end);
  const events = readEvents(file, source, range.start, report);
  if (events === undefined) return { file, text, root: undefined };
  const [first, second] = buildTrees(events, { file, source, base: range.start, report });
  if (second !== undefined) {
    const start = range.start + second.start;
    report.add(severalDocuments, { file, start, end: Math.min(start + 3, range.end) }, {});
  }
  return { file, text, root: first?.root };
}

function readEvents(file: string, source: string, base: number, report: Reporter): Event[] | undefined {
  try {
    return parseEvents(source, { maxDepth: MAX_YAML_DEPTH });
  } catch (error) {
    const reason = error instanceof YAMLException ? error.reason : String(error);
    const position = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
    const words = explainYamlError(source, reason, position);
    report.add(yamlSyntax, { file, start: base + words.start, end: base + words.end }, words, { hint: words.hint });
    return undefined;
  }
}
