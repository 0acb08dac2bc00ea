/** What the player can do with a question whose answer is an ICD-10-PCS code to build. */
import type { AnswerBehavior } from '../answer-behavior.ts';
import type { PcsBuildAnswer } from './answer.ts';
import { gradePcsBuild, isKnownPcsBuild } from './grading.ts';
import { toPcsBuildResponse } from './response.ts';
import { openPcsBuild } from './view.ts';

export const pcsBuildBehavior: AnswerBehavior<PcsBuildAnswer> = {
  grade: gradePcsBuild,
  toResponse: toPcsBuildResponse,
  isKnown: isKnownPcsBuild,
  open: openPcsBuild,
};
