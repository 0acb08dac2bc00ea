/** Grades pairs of prompts and options. Pure. */
import type { CreditPolicy } from '../../shared/package-data.ts';
import type { Grade } from '../answer-behavior.ts';
import type { MatchingAnswer } from './answer.ts';

/**
 * All or nothing: 1 when every prompt has its option. Partial: the share of prompts that have theirs; a wrong one takes nothing
 * away, because each prompt has one answer.
 */
export function gradeMatching(answer: MatchingAnswer, given: readonly string[], policy: CreditPolicy): Grade {
  const right = answer.key.filter((pair) => given.includes(pair)).length;
  if (right === answer.key.length) return { credit: 1, misses: [] };
  return { credit: policy === 'partial' ? right / answer.key.length : 0, misses: ['wrong-pair'] };
}

/** The option a prompt has in an answer. */
export function optionOf(pairs: readonly string[], prompt: string): string | undefined {
  return pairs.find((pair) => pair.charAt(0) === prompt)?.slice(1);
}

/** Whether an answer names nothing that the question does not have, and no prompt twice. */
export function isKnownMatching({ prompts, options }: MatchingAnswer, given: readonly string[]): boolean {
  const named = given.map((pair) => pair.charAt(0));
  return (
    given.length > 0 &&
    new Set(named).size === given.length &&
    given.every((pair) => prompts.includes(pair.charAt(0)) && options.includes(pair.slice(1)))
  );
}
