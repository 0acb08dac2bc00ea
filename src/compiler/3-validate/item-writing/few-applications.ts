/** Finds blueprints for which a course asks too many questions of mere recall. */
import type { Checks } from '../../source-format/checks.ts';
import type { Item } from './item.ts';

export interface BlueprintLevel {
  readonly id: string;
  readonly sections: readonly string[];
  /** Percent of questions beyond recall; undefined where the blueprint does not say. */
  readonly application: number | undefined;
}

export interface TooFewApplications {
  readonly blueprint: string;
  readonly judged: number;
  readonly applied: number;
  readonly percent: number;
  readonly recall: readonly Item[];
}

export function findFewApplications(
  items: readonly Item[],
  blueprints: readonly BlueprintLevel[],
  checks: Checks,
): readonly TooFewApplications[] {
  return blueprints.flatMap((blueprint) => {
    const judged = items.filter((item) => blueprint.sections.includes(item.domain));
    const recall = judged.filter((item) => item.difficulty === 'recall');
    const applied = judged.length - recall.length;
    const percent = blueprint.application ?? checks.application;
    if (judged.length < checks['small-set'] || applied * 100 >= judged.length * percent) return [];
    return [{ blueprint: blueprint.id, judged: judged.length, applied, percent, recall }];
  });
}
