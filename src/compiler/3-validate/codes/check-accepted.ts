/** `accept:` of a course, a lesson or a question -> which codes may stand there, whatever the edition says. Reports entries whose day has passed. */
import { acceptEnded } from '../../../diagnostics/catalog/code-states.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import type { CodeUse } from '../../code-use.ts';
import type { AcceptedCode } from '../../source-format/fields.ts';
import { codeKey, DEFAULT_CODE_SYSTEM } from '../../source-format/medical-codes.ts';
import { spanOf } from '../../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../../syntax/yaml/yaml-tree.ts';
import type { CourseDraft } from '../course-draft.ts';

/** An entry holds after its day too: the build has warned by then, and no date breaks a course. */
export function findAccepted(course: CourseDraft, asOf: string, report: Reporter): (use: CodeUse) => boolean {
  const accepted = new Set<string>();
  const read = (
    owner: string,
    entries: readonly AcceptedCode[] | undefined,
    file: string,
    tree: YamlNode | undefined,
  ) => {
    for (const [index, { code, system, until, reason }] of (entries ?? []).entries()) {
      accepted.add(`${owner} ${codeKey(system ?? DEFAULT_CODE_SYSTEM, code)}`);
      if (until === undefined || until >= asOf || tree === undefined) continue;
      report.add(acceptEnded, spanOf(file, tree, ['accept', index, 'until']), { code, until, reason });
    }
  };
  read('', course.fields.accept, course.file, course.tree);
  for (const { lesson } of course.lessons) {
    if (lesson !== undefined) read(`lesson ${lesson.id}`, lesson.data.accept, lesson.file, lesson.tree);
  }
  for (const { source, file, tree } of course.banks.flatMap((bank) => bank.questions)) {
    // A fill-in question accepts answers under that name.
    if (source.type !== 'fill-in') read(`question ${source.id}`, source.accept, file, tree);
  }
  return ({ owner, system, code }) =>
    accepted.has(` ${codeKey(system, code)}`) || accepted.has(`${owner.kind} ${owner.id} ${codeKey(system, code)}`);
}
