/** Banks -> questions, each held against the schema of its own type, so that one bad question hides neither the others nor the bank. */

import { missingField } from '../../diagnostics/catalog/forms.ts';
import { unknownQuestionType } from '../../diagnostics/catalog/questions.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { hintPaths } from '../../questions/question-source.ts';
import type { Locate, QuestionSource } from '../../questions/question-type.ts';
import { findQuestionType, QUESTION_TYPES, questionTypeOf } from '../../questions/question-types.ts';
import type { AuthoredContent } from '../content.ts';
import type { AuthoredQuestion, NamedPlace } from '../hand-over.ts';
import { bankSchema } from '../source-format/bank.ts';
import { ID_PATTERN } from '../source-format/fields.ts';
import { parseMarkdown } from '../syntax/markdown/parse-markdown.ts';
import { findNode, keySpanOf, spanOf } from '../syntax/yaml/query-yaml.ts';
import type { YamlDocument, YamlNode } from '../syntax/yaml/yaml-tree.ts';
import { checkDocument, checkForm } from './check-form.ts';
import type { BankDraft } from './course-draft.ts';

export function validateBank(document: YamlDocument, report: Reporter): BankDraft {
  const { file, root } = document;
  checkDocument(document, bankSchema, 'this bank', report);
  const list = findNode(root, ['questions']);
  if (list?.kind !== 'list') return { file, questions: [], names: [], readable: false };
  const domain = scalarAt(root, ['domain']);
  return {
    file,
    questions: list.items.flatMap((node) => validateQuestion(document, node, domain, report) ?? []),
    names: list.items.flatMap((node) => readName(file, node) ?? []),
    readable: true,
  };
}

function validateQuestion(
  document: YamlDocument,
  node: YamlNode,
  bankDomain: string,
  report: Reporter,
): AuthoredQuestion | undefined {
  const { file, text } = document;
  const known = QUESTION_TYPES.map((type) => type.type);
  const name = scalarAt(node, ['type']);
  const type = findQuestionType(name);
  if (type === undefined) {
    reportType(file, node, name, known, report);
    return undefined;
  }
  const id = scalarAt(node, ['id']);
  const owner = id === '' ? 'this question' : `question "${id}"`;
  const source = checkForm({ schema: type.schema, file, text, node, owner }, report);
  if (source === undefined) return undefined;
  // A list or a group is shown by its key, not by all of its lines.
  const locate: Locate = (path) =>
    findNode(node, path)?.kind === 'scalar' ? spanOf(file, node, path) : keySpanOf(file, node, path);
  type.check(source, locate, report);
  return {
    file,
    source,
    tree: node,
    bank: file,
    domain: source.domain ?? bankDomain,
    content: parseTexts(file, source, node, report),
  };
}

function reportType(file: string, node: YamlNode, name: string, known: readonly string[], report: Reporter): void {
  const id = scalarAt(node, ['id']);
  const owner = id === '' ? 'this question' : `question "${id}"`;
  const typeNode = findNode(node, ['type']);
  if (name !== '') {
    report.add(unknownQuestionType, spanOf(file, node, ['type']), {
      type: name,
      known,
      nearest: findNearestName(name, known),
    });
    return;
  }
  const first = node.kind === 'map' ? node.entries[0]?.key : undefined;
  const place = typeNode ?? first ?? node;
  const description = `one of ${known.join(', ')}`;
  report.add(missingField, { file, start: place.start, end: place.end }, { field: 'type', owner, description });
}

function parseTexts(
  file: string,
  source: QuestionSource,
  node: YamlNode,
  report: Reporter,
): ReadonlyMap<string, AuthoredContent> {
  const content = new Map<string, AuthoredContent>();
  for (const path of [...questionTypeOf(source).markdownPaths(source), ...hintPaths(source)]) {
    const scalar = findNode(node, path.split('.'));
    if (scalar?.kind === 'scalar')
      content.set(path, parseMarkdown({ file, text: scalar.text, map: scalar.map }, report));
  }
  return content;
}

/** The id of a question that may be broken elsewhere. */
function readName(file: string, node: YamlNode): NamedPlace | undefined {
  const id = scalarAt(node, ['id']);
  return ID_PATTERN.test(id)
    ? { id, span: spanOf(file, node, ['id']), formerly: readFormerIds(file, node, ['formerly']) }
    : undefined;
}

/** The entries of a `formerly:` list, whatever else is broken. */
export function readFormerIds(
  file: string,
  node: YamlNode | undefined,
  path: readonly (string | number)[],
): NamedPlace['formerly'] {
  const list = findNode(node, path);
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) =>
    item.kind === 'scalar' ? [{ id: item.text, span: { file, start: item.start, end: item.end } }] : [],
  );
}

/** The text at a path; the empty string when there is none. */
export function scalarAt(node: YamlNode | undefined, path: readonly (string | number)[]): string {
  const found = findNode(node, path);
  return found?.kind === 'scalar' ? found.text.trim() : '';
}
