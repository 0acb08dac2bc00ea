/** Reports variants that would make no package, or one whose name another has. */
import { variantWithoutExam } from '../../diagnostics/catalog/exam-draws.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { isTimed } from '../exam-plan.ts';
import type { CourseSource } from '../source-format/course.ts';
import { keySpanOf, spanOf } from '../syntax/yaml/query-yaml.ts';
import { reportDuplicates } from './check-ids.ts';
import type { CourseDraft } from './course-draft.ts';

export function checkVariants({ authored, file, tree }: CourseDraft, report: Reporter): void {
  if (authored === undefined || tree === undefined) return;
  const { id: course, variants = [], packages } = authored.data;
  if (variants.length === 0) return;
  const parts = packages?.map(({ part }) => part) ?? [];
  if (!authored.data.outline.some(hasTimedExam)) {
    report.add(variantWithoutExam, keySpanOf(file, tree, ['variants']), { course });
  }
  const names = [
    ...parts.map((part, index) => ({ id: part, span: spanOf(file, tree, ['packages', index, 'part']) })),
    ...variants.flatMap(({ variant }, index) => {
      const span = spanOf(file, tree, ['variants', index, 'variant']);
      return packages === undefined
        ? [{ id: variant, span }]
        : parts.map((part) => ({ id: `${part}-${variant}`, span }));
    }),
  ];
  reportDuplicates(
    'packages of this course',
    names.map(({ id, span }) => ({ id: `${course}-${id}`, span })),
    report,
  );
}

function hasTimedExam({ activities }: CourseSource['outline'][number]): boolean {
  return activities.some((entry) => 'exam' in entry && isTimed(entry));
}
