/** The part of the player for answers that are typed as text or number. */
import { fillInBehavior } from '../../questions/fill-in/behavior.ts';
import { numericBehavior } from '../../questions/numeric/behavior.ts';
import type { AnswersPart } from '../part.ts';

export const part: AnswersPart<'typed'> = { answers: { 'fill-in': fillInBehavior, numeric: numericBehavior } };
