/** Holds the editions that a course names against the day of the run, the day whose codes it teaches, and the days on which the exam tests them. */
import type { CodeSets } from '../../../code-sets/code-sets.ts';
import { type Days, officialDays, parseEditionName } from '../../../code-sets/edition-name.ts';
import { editionNotOnDay, editionOutOfForce } from '../../../diagnostics/catalog/code-states.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { editionName } from '../../../shared/edition-names.ts';
import { spanOf } from '../../syntax/yaml/query-yaml.ts';
import type { CourseDraft } from '../course-draft.ts';

export function checkEditions(course: CourseDraft, sets: CodeSets | undefined, asOf: string, report: Reporter): void {
  const { fields, file, tree } = course;
  if (tree === undefined) return;
  const exam = fields['exam-tests'];
  const day = fields['codes-valid-on'];
  for (const [index, edition] of (fields.editions ?? []).entries()) {
    const days = daysOf(edition, course, sets);
    if (days === undefined) continue;
    const name = editionName(edition);
    const isTested = exam !== undefined && (exam.editions ?? [edition]).includes(edition);
    const isIn = ({ from, until }: Days) => from <= asOf && asOf <= until;
    if (!isIn(days) && !(isTested && isIn(exam))) {
      const words = isTested ? `from ${exam.from} to ${exam.until}` : '';
      report.add(editionOutOfForce, spanOf(file, tree, ['editions', index]), {
        edition: name,
        ...days,
        asOf,
        exam: words,
      });
    }
    if (day !== undefined && (day < days.from || days.until < day))
      report.add(editionNotOnDay, spanOf(file, tree, ['codes-valid-on']), { edition: name, ...days, day });
  }
}

/** By the edition at hand, the lock, or the publisher's calendar. */
function daysOf(edition: string, course: CourseDraft, sets: CodeSets | undefined): Days | undefined {
  const name = parseEditionName(edition);
  const known = sets?.find(edition)?.facts ?? course.lock.editions.find((locked) => locked.edition === edition);
  const days = known ?? (name === undefined ? undefined : officialDays(name));
  return days === undefined ? undefined : { from: days.from, until: days.until };
}
