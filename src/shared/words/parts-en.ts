/** The English words of the player's smaller parts; the player's table holds them. */
import type { WordTable } from './sentence.ts';

export const guideEnglish = {
  fixed: {
    showRecommendation: 'Show my recommendation',
    guideRecommendation: 'Your recommendation',
    guideObjections: 'What speaks against it',
    changeAnswers: 'Change my answers',
  },
  sentences: {},
} as const satisfies WordTable;

export const typedEnglish = {
  fixed: {
    typeAnswer: 'Type an answer first.',
    typeNumber: 'Type a number, such as 12.5.',
    numberTooLong: 'Type a number with at most 12 digits before the point and 6 after it.',
  },
  sentences: {
    tooLong: 'At most {max} letters. You have typed {letters}.',
    understoodAs: 'Understood as {answer}',
    unknownUnit: '“{unit}” is no unit here. Use {units}.',
    numberAlone: 'Type the number alone, without “{unit}”.',
  },
} as const satisfies WordTable;

export const arrangedEnglish = {
  fixed: {
    chooseMatch: 'Choose …',
    orderFirst: 'Put the items in order first.',
    inOrder: 'In the right order',
  },
  sentences: {
    matchesLeft: { one: 'Choose for each: {count} is open.', other: 'Choose for each: {count} are open.' },
    matchedTwice: 'You chose “{option}” twice. Each option is used at most once.',
    moveUp: 'Move up: {item}',
    moveDown: 'Move down: {item}',
    movedTo: '{item}: place {place} of {all}',
    rightPlace: 'Right place: {place}',
  },
} as const satisfies WordTable;
