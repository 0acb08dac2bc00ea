/** What the texts of one course can name: its activities with their anchors, files, terms, questions and the shared data. */
import type { Reporter } from '../../diagnostics/report.ts';
import type { Outline, OutlineActivity } from './check-outline.ts';
import { collectNodes } from './collect-nodes.ts';
import type { CourseDraft } from './course-draft.ts';
import type { SharedData } from './validate-shared-data.ts';

export interface TextScope {
  readonly course: CourseDraft;
  readonly outline: Outline;
  readonly shared: SharedData;
  /** Anchors of every lesson by its file. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
  /** Listed lessons by file. */
  readonly activityByFile: ReadonlyMap<string, OutlineActivity>;
  /** Characters that an alternative text may have without a warning. */
  readonly altLimit: number;
  readonly report: Reporter;
}

/** The text that is being checked. */
export interface TextPlace {
  readonly file: string;
  /** Text of the whole file. */
  readonly text: string;
  readonly kind: 'lesson' | 'question' | 'guide';
  /** The lesson's or question's id. */
  readonly id: string;
  /** The edition that the question names for itself. */
  readonly edition?: string;
  readonly scope: TextScope;
}

export function buildTextScope(
  course: CourseDraft,
  outline: Outline,
  { shared, altLimit }: { readonly shared: SharedData; readonly altLimit: number },
  report: Reporter,
): TextScope {
  const anchors = new Map(
    course.files.lessons.map((lesson) => [lesson.file, collectNodes(lesson.content).anchors] as const),
  );
  const activityByFile = new Map(
    outline.activities.flatMap((activity) => (activity.file === undefined ? [] : [[activity.file, activity] as const])),
  );
  return { course, outline, shared, anchors, activityByFile, altLimit, report };
}
