/** An activity's model -> the questions of banks that it may show. For every stage that has models. */
import type { ActivityModel } from './hand-over.ts';

/** Ids in the activity's order. A guide's own questions stand in no bank. */
export function askedBy(activity: ActivityModel): readonly string[] {
  switch (activity.kind) {
    case 'lesson':
      return activity.checks;
    case 'quiz':
    case 'exam':
      return activity.pool;
    case 'guide':
      return [];
  }
}
