/** The texts of a course as their authors typed them, piece by piece, with the way back to their places. Reads no Markdown tree. */
import type { Span } from '../../diagnostics/diagnostic.ts';
import { hintPaths } from '../../questions/question-source.ts';
import type { QuestionSource } from '../../questions/question-type.ts';
import { questionTypeOf } from '../../questions/question-types.ts';
import { type TextMap, toFileSpan } from '../syntax/text-map.ts';
import { findNode } from '../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';
import type { CourseDraft } from './course-draft.ts';

/** A lesson, a Markdown field or a line of plain text. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** Words around it that say what it is about. */
  readonly about: string;
  spanOf(start: number, end: number): Span;
}

/** Lines that belong together: a paragraph, a list, a table. */
export interface Passage {
  readonly text: string;
  /** Offset in the text. */
  readonly start: number;
  /** The heading above it. */
  readonly heading: string;
}

/** @param wanted the texts of files without a match are left out, for a large course has tens of thousands of them */
export function sourceTexts(course: CourseDraft, wanted: RegExp): readonly SourceText[] {
  const banks = new Set(course.files.banks.filter(({ text }) => wanted.test(text)).map(({ file }) => file));
  const lessons = course.files.lessons
    .filter(({ text }) => wanted.test(text))
    .map(({ file, text }): SourceText => {
      const body = text.startsWith('---') ? Math.max(0, text.indexOf('\n---', 3)) : 0;
      return {
        file,
        text: body === 0 ? text : `${blank(text.slice(0, body + 4))}${text.slice(body + 4)}`,
        about: '',
        spanOf: (start, end) => ({ file, start, end }),
      };
    });
  const fields = course.banks
    .filter(({ file }) => banks.has(file))
    .flatMap((bank) =>
      bank.questions.flatMap(({ file, source, tree }) =>
        textPathsOf(source).flatMap((path): readonly SourceText[] => {
          const node = findNode(tree, path.split('.'));
          return node?.kind === 'scalar' ? [fieldText(file, node, path === 'stem' ? '' : source.stem)] : [];
        }),
      ),
    );
  const { course: courseFile, glossary } = course.files;
  const lines = [
    ...linesIn(courseFile.file, courseFile.root),
    ...linesIn(glossary?.file ?? '', glossary?.root),
    ...course.lessons.flatMap(({ lesson }) => (lesson !== undefined ? linesIn(lesson.file, lesson.tree) : [])),
    ...course.guides.flatMap(({ guide }) => (guide !== undefined ? linesIn(guide.file, guide.tree) : [])),
  ];
  return [...lessons, ...fields, ...lines];
}

/** Fields whose text learners read as it is. */
const LINES: ReadonlySet<string> = new Set([
  ...['title', 'objectives', 'description', 'introduction'],
  ...['term', 'also', 'definition'],
  ...['text', 'help', 'because', 'plan'],
  ...['name', 'label', 'value', 'disputed', 'notes', 'open-book'],
]);

/** The plain texts of a YAML file, wherever in it they stand. Sources keep the titles that others gave them. */
export function linesIn(file: string, node: YamlNode | undefined, key = ''): readonly SourceText[] {
  switch (node?.kind) {
    case undefined:
      return [];
    case 'scalar':
      return LINES.has(key) ? [fieldText(file, node, '')] : [];
    case 'list':
      return node.items.flatMap((item) => linesIn(file, item, key));
    case 'map':
      return node.entries.flatMap((entry) =>
        entry.key.text === 'sources' ? [] : linesIn(file, entry.value, entry.key.text),
      );
  }
}

function textPathsOf(source: QuestionSource): readonly string[] {
  const type = questionTypeOf(source);
  return [...type.markdownPaths(source), ...hintPaths(source), ...(type.plainPaths?.(source) ?? []), 'objective'];
}

function fieldText(
  file: string,
  { text, map }: { readonly text: string; readonly map: TextMap },
  about: string,
): SourceText {
  return { file, text, about, spanOf: (start, end) => toFileSpan(file, map, start, end) };
}

/** Cuts a text at empty lines. What is not prose (addresses, tags, directives, blocks of code) becomes blanks, so that places stay. */
export function passagesOf(text: string): readonly Passage[] {
  const prose = maskMarkup(text);
  const passages: Passage[] = [];
  let heading = '';
  let start = 0;
  for (const part of prose.split(/(\n[ \t]*\n)/)) {
    const title = /^#{1,6}[ \t]+(.*)/m.exec(part)?.[1];
    if (title !== undefined) heading = title;
    if (part.trim() !== '') passages.push({ text: part, start, heading });
    start += part.length;
  }
  return passages;
}

function maskMarkup(text: string): string {
  return text
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, blank)
    .replace(/<!--[\s\S]*?-->|<[^>\n]*>/g, blank)
    .replace(/:code\[[^\]\n]*\](?!\{[^}\n]*invalid)/g, blank)
    .replace(/\]\([^)\n]*\)/g, blank)
    .replace(/\b(?:https?:\/\/|www\.)[^\s)\]]+/g, blank)
    .replace(/\{[^}\n]*\}/g, blank);
}

/** The same length, the same lines, nothing in them. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
