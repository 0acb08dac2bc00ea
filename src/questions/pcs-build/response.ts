/** The neutral record of a built code: codes alone, for titles would not fit. Pure. */
import type { ResponseContent } from '../answer-behavior.ts';
import type { PcsBuildAnswer } from './answer.ts';

export function toPcsBuildResponse({ key }: PcsBuildAnswer, given: readonly string[]): ResponseContent {
  return { type: 'fill-in', response: given, correct: key };
}
