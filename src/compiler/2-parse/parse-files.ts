/**
 * Turns files of a workspace into trees: YAML documents, lessons with their front matter, decoded locks.
 * Must not know what keys and directives mean; everything else in the tree stays a file.
 */
import type { Reporter } from '../../diagnostics/report.ts';
import type { ParsedFiles, ParsedLesson, SourceTree } from '../hand-over.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';
import type { YamlDocument } from '../syntax/yaml/yaml-tree.ts';
import { readSource } from '../unreadable-source.ts';
import { decodeText } from './decode-text.ts';
import { parseLesson } from './parse-lesson.ts';

export function parseFiles(tree: SourceTree, report: Reporter): ParsedFiles {
  const yaml = new Map<string, YamlDocument>();
  const lessons = new Map<string, ParsedLesson>();
  const locks = new Map<string, string>();
  for (const file of tree.files.values()) {
    const { path } = file;
    const read = () => decodeText(path, readSource(file, report), report);
    if (/\.ya?ml$/i.test(path)) yaml.set(path, parseYaml(path, read(), report));
    else if (isLesson(path)) lessons.set(path, parseLesson(path, read(), report));
    else if (/^[^/]+\/codes\.lock$/.test(path)) locks.set(path, read());
  }
  return { yaml, lessons, locks, files: tree.files };
}

/** `<course>/lessons/**.md`; a README there is for authors. */
function isLesson(path: string): boolean {
  return /^[^/]+\/lessons\/.+\.md$/i.test(path) && !/(?:^|\/)README\.md$/i.test(path);
}
