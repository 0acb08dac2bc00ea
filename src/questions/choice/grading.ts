/** Grades a choice among options: all or nothing, by option ids. Pure; serves the question types that are choices. */
import type { AnswerData } from '../../shared/package-data.ts';

/** 1 when exactly the options of the key are chosen, else 0. */
export function gradeChoice(answer: AnswerData, chosen: readonly string[]): number {
  const picked = new Set(chosen);
  return picked.size === answer.key.length && answer.key.every((id) => picked.has(id)) ? 1 : 0;
}
