/** Gives the player every part for answers, as pages that ask for them do in a browser. */
import { part as arranged } from '../../src/player/parts/arranged.ts';
import { part as coded } from '../../src/player/parts/coded.ts';
import { part as typed } from '../../src/player/parts/typed.ts';
import { addBehaviors } from '../../src/player/question-behavior.ts';

for (const { answers } of [typed, coded, arranged]) addBehaviors(answers);
