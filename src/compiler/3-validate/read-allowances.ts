/** Gathers the `allow:` lists of a workspace and reports codes in them that do not exist or cannot be allowed. */
import { errorNotAllowed, unknownAllowedCode } from '../../diagnostics/catalog/allowances.ts';
import { CATALOG } from '../../diagnostics/catalog/catalog.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Allowance, Authored } from '../hand-over.ts';
import type { WorkspaceSource } from '../source-format/workspace.ts';
import { findNode } from '../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';
import type { CourseDraft } from './course-draft.ts';
import { scalarAt } from './validate-banks.ts';

/** Entries whose form is broken have been reported with the rest of their file and are left out here. */
export function readAllowances(
  config: Authored<WorkspaceSource> | undefined,
  courses: readonly CourseDraft[],
  report: Reporter,
): readonly Allowance[] {
  const found: Allowance[] = [];
  const read = (file: string, node: YamlNode | undefined, scope: Allowance['scope']) => {
    const list = findNode(node, ['allow']);
    if (list?.kind !== 'list') return;
    for (const item of list.items) {
      const code = findNode(item, ['code']);
      const reason = scalarAt(item, ['reason']);
      if (code?.kind !== 'scalar' || code.text === '' || reason === '') continue;
      const allowance = { code: code.text.trim(), reason, span: { file, start: code.start, end: code.end }, scope };
      if (checkCode(allowance, report)) found.push(allowance);
    }
  };
  if (config !== undefined) read(config.file, config.tree, { kind: 'workspace' });
  for (const course of courses) {
    read(course.file, course.tree, { kind: 'course', course: course.folder });
    for (const { file, head } of course.files.lessons) read(file, head?.root, { kind: 'file', file });
    for (const { file, root } of course.files.banks) {
      read(file, root, { kind: 'file', file });
      const questions = findNode(root, ['questions']);
      if (questions?.kind !== 'list') continue;
      for (const node of questions.items) {
        const span = { file, start: node.start, end: node.end };
        read(file, node, { kind: 'item', id: scalarAt(node, ['id']), span });
      }
    }
  }
  return found;
}

/** True when the code is one of a warning that can be allowed. */
function checkCode({ code, span }: Allowance, report: Reporter): boolean {
  const rule = CATALOG.get(code);
  if (rule === undefined) {
    const warnings = [...CATALOG.values()].filter((known) => known.severity === 'warning');
    report.add(unknownAllowedCode, span, {
      code,
      nearest: findNearestName(
        code,
        warnings.map((known) => known.code),
      ),
    });
    return false;
  }
  const isError = rule.severity === 'error';
  if (!isError && !code.startsWith('CW12')) return true;
  report.add(errorNotAllowed, span, { code, name: rule.name, isError });
  return false;
}
