/** Gathers the `allow:` lists of a workspace and reports codes in them that do not exist or cannot be allowed. */
import { errorNotAllowed, unknownAllowedCode } from '../../diagnostics/catalog/allowances.ts';
import { CATALOG } from '../../diagnostics/catalog/catalog.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { Allowance } from '../course-findings.ts';
import type { Authored } from '../hand-over.ts';
import type { WorkspaceSource } from '../source-format/workspace.ts';
import { findNode } from '../syntax/yaml/query-yaml.ts';
import type { YamlDocument, YamlNode } from '../syntax/yaml/yaml-tree.ts';
import type { CourseDraft } from './course-draft.ts';
import { scalarAt } from './validate-banks.ts';

/** Those that hold everywhere. */
export function readWorkspaceAllowances(
  config: Authored<WorkspaceSource> | undefined,
  report: Reporter,
): readonly Allowance[] {
  return config === undefined ? [] : readList(config.file, config.tree, { kind: 'workspace' }, report);
}

/** Those of a course, its lessons, guides, banks and questions. */
export function readCourseAllowances(
  { file, folder, tree, files }: CourseDraft,
  report: Reporter,
): readonly Allowance[] {
  return [
    ...readList(file, tree, { kind: 'course', course: folder }, report),
    ...files.lessons.flatMap((lesson) =>
      readList(lesson.file, lesson.head?.root, { kind: 'file', file: lesson.file }, report),
    ),
    ...files.guides.flatMap(({ file: guide, root }) => readList(guide, root, { kind: 'file', file: guide }, report)),
    ...files.banks.flatMap((bank) => readBank(bank, report)),
  ];
}

function readBank({ file, root }: YamlDocument, report: Reporter): readonly Allowance[] {
  const questions = findNode(root, ['questions']);
  return [
    ...readList(file, root, { kind: 'file', file }, report),
    ...(questions?.kind === 'list' ? questions.items : []).flatMap((node) => {
      const span = { file, start: node.start, end: node.end };
      return readList(file, node, { kind: 'item', id: scalarAt(node, ['id']), span }, report);
    }),
  ];
}

/** Entries whose form is broken have been reported with the rest of their file and are left out here. */
function readList(
  file: string,
  node: YamlNode | undefined,
  scope: Allowance['scope'],
  report: Reporter,
): readonly Allowance[] {
  const list = findNode(node, ['allow']);
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    const code = findNode(item, ['code']);
    const reason = scalarAt(item, ['reason']);
    if (code?.kind !== 'scalar' || code.text === '' || reason === '') return [];
    const allowance = { code: code.text.trim(), reason, span: { file, start: code.start, end: code.end }, scope };
    return checkCode(allowance, report) ? [allowance] : [];
  });
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
