/** Grades a typed text against the accepted ones. Pure. */
import type { Grade } from '../answer-behavior.ts';
import { toComparable } from '../typed/typed-text.ts';
import type { FillInAnswer } from './answer.ts';

/** All or nothing under every policy: a text is accepted or it is not. */
export function gradeFillIn(answer: FillInAnswer, given: readonly string[]): Grade {
  const form = toComparable(given[0] ?? '', answer.matchCase);
  if (answer.key.some((text) => toComparable(text, answer.matchCase) === form)) return { credit: 1, misses: [] };
  return { credit: 0, misses: [findMiss(answer, given) === undefined ? 'wrong-text' : 'named-miss'] };
}

/** The part whose reason speaks of the text that was typed. */
export function findMiss(answer: FillInAnswer, given: readonly string[]): string | undefined {
  const form = toComparable(given[0] ?? '', answer.matchCase);
  const index = answer.misses.findIndex((text) => toComparable(text, answer.matchCase) === form);
  return index === -1 ? undefined : `miss-${index + 1}`;
}
