/**
 * The codes in the fields of lessons and questions, each with what it is there for. A question type with codes in fields of its own
 * adds them in `find-answer-codes.ts`; everything that checks, locks or compares codes then sees them.
 */
import type { CodeRole, CodeUse } from '../../code-use.ts';
import { DEFAULT_CODE_SYSTEM } from '../../source-format/medical-codes.ts';
import { findNode } from '../../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../../syntax/yaml/yaml-tree.ts';
import type { CourseDraft } from '../course-draft.ts';
import { findAnswerCodes } from './find-answer-codes.ts';

/** Where a code is found, and whose it is. */
interface Place {
  readonly file: string;
  readonly owner: CodeUse['owner'];
}

export function findFieldCodes(course: CourseDraft): readonly CodeUse[] {
  const uses: CodeUse[] = [];
  for (const { lesson } of course.lessons) {
    if (lesson === undefined) continue;
    const place: Place = { file: lesson.file, owner: { kind: 'lesson', id: lesson.id } };
    uses.push(...readTopics(place, findNode(lesson.tree, ['codes'])));
  }
  for (const { file, tree, source } of course.banks.flatMap((bank) => bank.questions)) {
    const place: Place = { file, owner: { kind: 'question', id: source.id } };
    const found = [
      ...readTopics(place, findNode(tree, ['codes'])),
      ...readOptions(place, tree),
      ...findAnswerCodes(file, tree).map((use): CodeUse => ({ ...use, owner: place.owner })),
    ];
    const { edition } = source;
    uses.push(...(edition === undefined ? found : found.map((use) => ({ ...use, edition }))));
  }
  return uses;
}

function readTopics(place: Place, codes: YamlNode | undefined): readonly CodeUse[] {
  if (codes?.kind !== 'map') return [];
  return codes.entries.flatMap(({ key, value }) =>
    value.kind === 'list' ? value.items.flatMap((item) => toUse(place, key.text, item, 'topic')) : [],
  );
}

/** The options of a choice. */
function readOptions(place: Place, question: YamlNode): readonly CodeUse[] {
  const options = findNode(question, ['options']);
  if (options?.kind !== 'list') return [];
  return options.items.flatMap((option) => {
    const role = textAt(option, 'correct') === 'true' ? 'key' : 'distractor';
    return toUse(place, textAt(option, 'system') || DEFAULT_CODE_SYSTEM, findNode(option, ['code']), role);
  });
}

function textAt(node: YamlNode, key: string): string {
  const found = findNode(node, [key]);
  return found?.kind === 'scalar' ? found.text.trim() : '';
}

function toUse(place: Place, system: string, node: YamlNode | undefined, role: CodeRole): readonly CodeUse[] {
  if (node?.kind !== 'scalar' || node.text.trim() === '') return [];
  const span = { file: place.file, start: node.start, end: node.end };
  return [{ system, code: node.text.trim(), span, role, owner: place.owner }];
}
