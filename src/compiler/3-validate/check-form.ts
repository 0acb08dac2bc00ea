/**
 * Holds a YAML tree against a schema: returns the value, or reports every way in which it differs, each at the exact node
 * and in the author's words. The only file that reads zod's issues.
 */
import { z } from 'zod';
import {
  badDate,
  badForm,
  badId,
  emptyField,
  emptyFile,
  emptyList,
  missingField,
  notANumber,
  outOfRange,
  textTooLong,
  unknownChoice,
  unknownField,
  wrongKind,
} from '../../diagnostics/catalog/forms.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Authored } from '../hand-over.ts';
import { ID_PATTERN, OPTION_ID_PATTERN } from '../source-format/fields.ts';
import { findNode, keySpanOf, spanOf, toPlainValue } from '../syntax/yaml/query-yaml.ts';
import type { YamlDocument, YamlMap, YamlNode } from '../syntax/yaml/yaml-tree.ts';
import { describeField, fieldNames, pickAlternative, schemaAt } from './form-schema.ts';
import { fieldWords, foundWords, kindWords, ownerOf, toId } from './form-words.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What is being held against what. */
export interface Form<T = unknown> {
  readonly schema: z.ZodType<T>;
  readonly file: string;
  /** Text of the whole file. */
  readonly text: string;
  readonly node: YamlNode;
  /** What the author calls the whole: `this course`. */
  readonly owner: string;
}

/** The value of a document, or undefined after everything wrong with it has been reported. */
export function checkDocument<T>(
  document: YamlDocument,
  schema: z.ZodType<T>,
  owner: string,
  report: Reporter,
): Authored<T> | undefined {
  const { file, text, root } = document;
  if (root === undefined || (root.kind === 'scalar' && root.style === 'empty')) {
    if (isBlank(text)) report.add(emptyFile, { file, start: 0, end: 0 }, { what: owner.replace(/^this /, 'a ') });
    return undefined;
  }
  const data = checkForm({ schema, file, text, node: root, owner }, report);
  return data === undefined ? undefined : { file, data, tree: root };
}

/** True for a text that holds comments and blanks only: a broken one has been reported by the parser. */
function isBlank(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(#.*)?$/.test(line) || /^---\s*$/.test(line));
}

/** The value of a node, or undefined after everything wrong with it has been reported. */
export function checkForm<T>(form: Form<T>, report: Reporter): T | undefined {
  const result = form.schema.safeParse(toPlainValue(form.node));
  const skipped = holdsSkippedKey(form.node) ? findSkippedKeys(form, form.node, []) : [];
  if (result.success && skipped.length === 0) return result.data;
  const issues = [...skipped, ...(result.error?.issues ?? []).flatMap((issue) => flattenUnion(issue, form))];
  const misspelled = reportUnknownFields(issues, form, report);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys' && !misspelled.has(pathKey(issue.path))) reportIssue(issue, form, report);
  }
  return undefined;
}

/** Almost no file has such a key, and to look for one must cost nothing. */
function holdsSkippedKey(node: YamlNode): boolean {
  if (node.kind === 'scalar') return false;
  if (node.kind === 'list') return node.items.some(holdsSkippedKey);
  return node.entries.some(({ key, value }) => key.text === '__proto__' || holdsSkippedKey(value));
}

/** zod passes over `__proto__` where any key may stand, without a word: as in its objects it is a field that nobody reads. */
function findSkippedKeys(form: Form, node: YamlNode, path: Path): readonly Issue[] {
  if (node.kind === 'list') return node.items.flatMap((item, index) => findSkippedKeys(form, item, [...path, index]));
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }): readonly Issue[] => {
    if (key.text !== '__proto__') return findSkippedKeys(form, value, [...path, key.text]);
    if (!(schemaAt(form.schema, path, form.node) instanceof z.ZodRecord)) return [];
    return [{ code: 'unrecognized_keys', keys: [key.text], path: [...path], message: '' }];
  });
}

/** Replaces a failed union by the issues of the alternative that the author most likely meant. */
function flattenUnion(issue: Issue, form: Form): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const node = findNode(form.node, issue.path);
  const union = unionAt(form, issue.path);
  const index = union === undefined ? 0 : pickAlternative(union, node);
  const branch = issue.errors[index] ?? issue.errors[0] ?? [];
  return branch.flatMap((inner) => flattenUnion({ ...inner, path: [...issue.path, ...inner.path] }, form));
}

function unionAt(form: Form, path: Path): z.ZodUnion | undefined {
  const parent = schemaAt(form.schema, path.slice(0, -1), form.node);
  const last = path.at(-1);
  const child =
    last === undefined
      ? form.schema
      : parent instanceof z.ZodObject
        ? parent.shape[String(last)]
        : parent instanceof z.ZodArray
          ? parent.element
          : undefined;
  const bare = child instanceof z.ZodOptional ? child.unwrap() : child;
  return bare instanceof z.ZodUnion ? bare : undefined;
}

/** Reports fields that nobody reads. Returns the paths of required fields that are only misspelled. */
function reportUnknownFields(issues: readonly Issue[], form: Form, report: Reporter): ReadonlySet<string> {
  const misspelled = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const parent = findNode(form.node, issue.path);
    const known = fieldNames(schemaAt(form.schema, issue.path, form.node));
    const present = parent?.kind === 'map' ? parent.entries.map((entry) => entry.key.text) : [];
    const free = known.filter((name) => !present.includes(name));
    for (const key of issue.keys) {
      const span = keySpanOf(form.file, form.node, [...issue.path, key]);
      const nearest = findNearestName(key, free);
      if (nearest !== undefined) misspelled.add(pathKey([...issue.path, nearest]));
      report.add(unknownField, span, {
        field: key,
        owner: ownerOf(form, issue.path),
        known: free.length > 0 ? free : known,
        nearest,
      });
    }
  }
  return misspelled;
}

function reportIssue(issue: Issue, form: Form, report: Reporter): void {
  const steps = issue.path;
  const node = findNode(form.node, steps);
  const span = spanOf(form.file, form.node, steps);
  const field = fieldWords(issue.path, form);
  if (node === undefined) {
    const parentPath = issue.path.slice(0, -1);
    const name = String(issue.path.at(-1) ?? '');
    const description = describeField(schemaAt(form.schema, parentPath, form.node), name);
    report.add(missingField, parentSpan(form, parentPath), {
      field: name,
      owner: ownerOf(form, parentPath),
      description,
    });
    return;
  }
  const value = node.kind === 'scalar' ? node.text : '';
  if (node.kind === 'scalar' && value.trim() === '') {
    const named = typeof issue.path.at(-1) === 'string';
    report.add(emptyField, named ? keySpanOf(form.file, form.node, steps) : span, { field });
    return;
  }
  const expectedKind = kindExpected(issue);
  if (expectedKind !== undefined && (issue.code === 'invalid_type' || node.kind !== 'scalar')) {
    const fields = fieldNames(schemaAt(form.schema, issue.path, form.node));
    report.add(wrongKind, headSpan(span, node), { field, ...kindWords(expectedKind, fields), found: foundWords(node) });
    return;
  }
  reportValue(issue, { field, value, span, node }, report);
}

interface Value {
  readonly field: string;
  readonly value: string;
  readonly span: Span;
  readonly node: YamlNode;
}

/** Reports a value of the right kind that is not one that may stand there. */
function reportValue(issue: Issue, { field, value, span, node }: Value, report: Reporter): void {
  const expected = issue.message;
  switch (issue.code) {
    case 'invalid_format':
      if (issue.pattern === String(ID_PATTERN)) report.add(badId, span, { value, expected, suggestion: toId(value) });
      else if (issue.pattern === String(OPTION_ID_PATTERN))
        report.add(badId, span, { value, expected, suggestion: undefined });
      else if (issue.format === 'date') report.add(badDate, span, { field, value });
      else if (/^must be a (whole )?number$/.test(expected)) report.add(notANumber, span, { field, expected, value });
      else report.add(badForm, span, { field, expected, value });
      return;
    case 'invalid_value': {
      const choices = issue.values.map(String);
      const own = expected.startsWith('must ') ? expected : undefined;
      report.add(unknownChoice, span, {
        field,
        value,
        choices,
        nearest: findNearestName(value, choices),
        expected: own,
      });
      return;
    }
    case 'too_small':
      if (issue.origin === 'array') report.add(emptyList, span, { field });
      else report.add(emptyField, span, { field });
      return;
    case 'too_big':
      report.add(textTooLong, headSpan(span, node), { field, expected, length: value.trim().length });
      return;
    default:
      report.add(expected.startsWith('must be between') ? outOfRange : badForm, span, { field, expected, value });
  }
}

/** The kind of value an issue asks for, when it asks for a kind. */
function kindExpected(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
    case 'invalid_format':
      return 'string';
    default:
      return undefined;
  }
}

/** The first field of a map, where a missing one is best shown. */
function parentSpan(form: Form, path: Path): Span {
  const node = findNode(form.node, path) ?? form.node;
  return headSpan({ file: form.file, start: node.start, end: node.end }, node);
}

/** A span cut down to the first field or the first line, so that a frame shows where to look and not a whole page. */
function headSpan(span: Span, node: YamlNode): Span {
  const first = firstEntry(node);
  return first === undefined ? span : { file: span.file, start: first.key.start, end: first.key.end };
}

function firstEntry(node: YamlNode): YamlMap['entries'][number] | undefined {
  return node.kind === 'map' ? node.entries[0] : undefined;
}

function pathKey(path: Path): string {
  return path.map(String).join('\0');
}
