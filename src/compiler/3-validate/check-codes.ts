/** Reports codes that are in no lock: each once, at its first place. */
import { codeNotChecked } from '../../diagnostics/catalog/codes.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { editionName } from '../../shared/edition-names.ts';
import { codeKey, DEFAULT_CODE_SYSTEM } from '../source-format/medical-codes.ts';
import { findNode } from '../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';
import type { CourseDraft } from './course-draft.ts';
import { findAnswerCodes } from './find-answer-codes.ts';
import type { CodeUse } from './text-scope.ts';

export function checkCodes(course: CourseDraft, uses: readonly CodeUse[], report: Reporter): void {
  if (!course.codesKnown) return;
  const unknown = new Map<string, CodeUse[]>();
  for (const use of uses) {
    // There is no list of CPT codes to check against that may be given away.
    if (use.system === 'cpt') continue;
    const key = codeKey(use.system, use.code);
    if (course.lockedCodes.has(key)) continue;
    const same = unknown.get(key);
    if (same === undefined) unknown.set(key, [use]);
    else same.push(use);
  }
  for (const [first, ...rest] of unknown.values()) {
    if (first !== undefined) {
      report.add(codeNotChecked, first.span, {
        system: editionName(first.system),
        code: first.code,
        more: rest.length,
      });
    }
  }
}

/** The codes in the fields of lessons and questions. */
export function findFieldCodes(course: CourseDraft): readonly CodeUse[] {
  const uses: CodeUse[] = [];
  for (const { lesson } of course.lessons) {
    if (lesson !== undefined) uses.push(...readCodes(lesson.file, findNode(lesson.tree, ['codes'])));
  }
  for (const { file, tree } of course.banks.flatMap((bank) => bank.questions)) {
    uses.push(...readCodes(file, findNode(tree, ['codes'])));
    const options = findNode(tree, ['options']);
    if (options?.kind === 'list') uses.push(...options.items.flatMap((option) => readOptionCode(file, option)));
    uses.push(...findAnswerCodes(file, tree));
  }
  return uses;
}

function readCodes(file: string, codes: YamlNode | undefined): readonly CodeUse[] {
  if (codes?.kind !== 'map') return [];
  return codes.entries.flatMap(({ key, value }) =>
    value.kind === 'list' ? value.items.flatMap((item) => toUse(file, key.text, item)) : [],
  );
}

function readOptionCode(file: string, option: YamlNode): readonly CodeUse[] {
  const system = findNode(option, ['system']);
  return toUse(file, system?.kind === 'scalar' ? system.text : DEFAULT_CODE_SYSTEM, findNode(option, ['code']));
}

function toUse(file: string, system: string, node: YamlNode | undefined): readonly CodeUse[] {
  return node?.kind === 'scalar' && node.text !== ''
    ? [{ system, code: node.text.trim(), span: { file, start: node.start, end: node.end } }]
    : [];
}
