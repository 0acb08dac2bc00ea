/** The part of the player for answers that match or order things. */
import { matchingBehavior } from '../../questions/matching/behavior.ts';
import { orderingBehavior } from '../../questions/ordering/behavior.ts';
import type { AnswersPart } from '../part.ts';

export const part: AnswersPart<'arranged'> = { answers: { matching: matchingBehavior, ordering: orderingBehavior } };
