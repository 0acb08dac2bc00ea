/** The part of the player for answers that are codes. */
import { caseBehavior } from '../../questions/case/behavior.ts';
import { codeEntryBehavior } from '../../questions/code-entry/behavior.ts';
import { pcsBuildBehavior } from '../../questions/pcs-build/behavior.ts';
import type { AnswersPart } from '../part.ts';

export const part: AnswersPart<'coded'> = {
  answers: { 'code-entry': codeEntryBehavior, 'pcs-build': pcsBuildBehavior, case: caseBehavior },
};
