/** CW3100-3199: questions that can be answered without knowing the subject, or that measure something else. All are warnings. */
import { defineRule } from '../rule.ts';

/** `a, b and c`; long lists are cut. */
function listIds(ids: readonly string[]): string {
  const shown = ids.slice(0, 8);
  const rest = ids.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

export const keyOftenLongest = defineRule<{
  readonly items: readonly string[];
  readonly judged: number;
  readonly limit: number;
}>({
  code: 'CW3100',
  name: 'key-often-longest',
  severity: 'warning',
  message: ({ items, judged, limit }) =>
    `in ${items.length} of ${judged} questions of this bank the right option is clearly the longest, more than ${limit} percent: ${listIds(items)}`,
  hint: () => 'shorten right options and move the reasons into "why", or give wrong options as much detail',
  why: 'Test takers learn to choose the longest option. The score then says who is used to tests.',
  fix: 'Make the options of a question about equally long. What explains the answer belongs into `why` and `rationale`.',
  before: '- text: CPC\n- text: CCS, because hospital inpatient procedures are coded in ICD-10-PCS\n  correct: true',
  after: '- text: CPC\n- text: CCS\n  correct: true\n  why: Hospital inpatient procedures are coded in ICD-10-PCS.',
});

export const keysLopsided = defineRule<{
  readonly items: readonly string[];
  readonly judged: number;
  readonly limit: number;
  readonly answer: string;
}>({
  code: 'CW3101',
  name: 'keys-lopsided',
  severity: 'warning',
  message: ({ items, judged, limit, answer }) =>
    `in ${items.length} of ${judged} questions of this bank the answer is ${answer}, more than ${limit} percent: ${listIds(items)}`,
  hint: ({ answer }) =>
    answer === 'true' || answer === 'false'
      ? `turn some statements round so that they are ${answer === 'true' ? 'false' : 'true'}`
      : 'move the right option in some of them',
  why: 'Whoever notices the pattern answers without reading. Options are shuffled in quizzes, but not in print, and not where "shuffle: false" stands.',
  fix: 'Spread the right options over the positions. Moving options keeps their ids and the saved answers.',
  before: 'eight questions, and the right option is the second in six of them',
  after: 'eight questions, and the right option is two times first, second, third and fourth',
});

export const similarStems = defineRule<{ readonly question: string; readonly other: string; readonly shared: number }>({
  code: 'CW3102',
  name: 'similar-stems',
  severity: 'warning',
  message: ({ question, other, shared }) =>
    shared === 100
      ? `question "${question}" asks the same as question "${other}"`
      : `question "${question}" asks nearly the same as question "${other}": ${shared} percent of their words are the same`,
  hint: () => 'delete one of them, or ask for another point',
  why: 'Two questions with one answer count it twice, and a draw may show both to one learner.',
  fix: 'Keep the better one, or change one of them so that it tests something else.',
  before:
    '- id: q-1\n  stem: Which credential is for hospital coders?\n- id: q-2\n  stem: Which credential is for coders in hospitals?',
  after:
    '- id: q-1\n  stem: Which credential is for hospital coders?\n- id: q-2\n  stem: Which code set does that credential add?',
});

export const allOrNone = defineRule<{ readonly question: string; readonly text: string }>({
  code: 'CW3103',
  name: 'all-or-none',
  severity: 'warning',
  message: ({ question, text }) => `an option of question "${question}" is "${text}"`,
  hint: () => 'make it "type: multiple-choice" with "select:", or write one more real option',
  why: 'One known option decides "all of the above", and "none of the above" never shows that the learner knows the answer. When options are shuffled there is no "above".',
  fix: 'Ask which options are right with multiple-choice, or replace the option by a mistake that learners make.',
  before: '- text: All of the above\n  correct: true',
  after: 'type: multiple-choice\nselect: 3',
});

export const negativeStem = defineRule<{ readonly question: string; readonly word: string }>({
  code: 'CW3104',
  name: 'negative-stem',
  severity: 'warning',
  message: ({ question, word }) => `question "${question}" turns on the word "${word}", which is easily overlooked`,
  hint: ({ word }) => `ask for what is right, or write **${word}**`,
  why: 'Learners who know the subject choose the true statement because they read past the small word.',
  fix: 'Ask the question the positive way round. Where the exception is the point, print the word bold.',
  before: 'stem: Which of these is not a code set?',
  after: 'stem: Which of these is **not** a code set?',
});

export const optionsOverlap = defineRule<{
  readonly question: string;
  readonly first: string;
  readonly second: string;
}>({
  code: 'CW3105',
  name: 'options-overlap',
  severity: 'warning',
  message: ({ question, first, second }) =>
    `options "${first}" and "${second}" of question "${question}" overlap, so both can be right`,
  hint: () => 'let each range begin after the one before it ends',
  why: 'A learner whose value lies in both ranges cannot know which one counts.',
  fix: 'Change the ends of the ranges so that every value lies in one option only.',
  before: '- text: 10 to 20 minutes\n- text: 20 to 30 minutes',
  after: '- text: 10 to 19 minutes\n- text: 20 to 29 minutes',
});

export const articleClue = defineRule<{
  readonly question: string;
  readonly article: string;
  readonly options: readonly string[];
}>({
  code: 'CW3106',
  name: 'article-clue',
  severity: 'warning',
  message: ({ question, article, options }) =>
    `the stem of question "${question}" ends with "${article}", which does not fit the ${options.length === 1 ? 'option' : 'options'} ${listIds(options.map((text) => `"${text}"`))}`,
  hint: () => 'write "a or an" at the end of the stem, or put the article before each option',
  why: 'Options that do not fit the sentence can be left out by ear.',
  fix: 'Move the article into the options.',
  before: 'stem: A code for use in special places is an\noptions: add-on code, modifier, symbol',
  after: 'stem: A code for use in special places is\noptions: an add-on code, a modifier, a symbol',
});

export const keyInStem = defineRule<{ readonly question: string; readonly word: string }>({
  code: 'CW3107',
  name: 'key-in-stem',
  severity: 'warning',
  message: ({ question, word }) =>
    `in question "${question}" the word "${word}" stands in the stem and in the right option, and in no other`,
  hint: () => 'use another word in the stem, or let a wrong option use it too',
  why: 'The repeated word points at the right option, so that the question can be answered without knowing the subject.',
  fix: 'Reword the stem or the options so that the word leads nowhere, or to a wrong option as well.',
  before: 'stem: What is the endoscopic view of the joint called?\noptions: arthrotomy, endoscopic arthroscopy, biopsy',
  after: 'stem: What is the view into the joint through a scope called?\noptions: arthrotomy, arthroscopy, biopsy',
});

export const fewApplicationItems = defineRule<{
  readonly blueprint: string;
  readonly applied: number;
  readonly judged: number;
  readonly percent: number;
  readonly items: readonly string[];
}>({
  code: 'CW3108',
  name: 'few-application-items',
  severity: 'warning',
  message: ({ blueprint, applied, judged, percent, items }) =>
    `${applied} of ${judged} questions for the blueprint "${blueprint}" ask for more than recall, and it needs ${percent} percent; recall: ${listIds(items)}`,
  hint: () => 'turn some recall questions into short cases ("difficulty: application" or "analysis")',
  why: 'The exam asks candidates to code cases. Practice that only asks for definitions makes them feel ready too early.',
  fix: 'Give some questions a record or a situation to decide on. The share is set by `application:` in the blueprint or under `checks:`.',
  before: 'stem: What does POA stand for?\ndifficulty: recall',
  after: 'stem: The ulcer is first described on day three. Which indicator is reported?\ndifficulty: application',
});

export const answerInStem = defineRule<{ readonly question: string; readonly answer: string }>({
  code: 'CW3110',
  name: 'answer-in-stem',
  severity: 'warning',
  message: ({ question, answer }) => `the stem of question "${question}" holds the accepted answer "${answer}"`,
  hint: () => 'ask for it without naming it',
  why: 'Learners can copy the answer from the question.',
  fix: 'Reword the stem so that the accepted text does not stand in it.',
  before: 'stem: A sequela is the late effect of an illness. What is a late effect called?\naccept:\n  - sequela',
  after: 'stem: What is the lasting effect of an illness called after its acute phase is over?\naccept:\n  - sequela',
});

export const hintGivesAnswer = defineRule<{ readonly question: string; readonly answer: string }>({
  code: 'CW3111',
  name: 'hint-gives-answer',
  severity: 'warning',
  message: ({ question, answer }) => `a hint of question "${question}" holds the answer "${answer}"`,
  hint: () => 'say where to look or what to compare, and leave the answer to the learner',
  why: 'A hint helps to think. One that holds the answer leaves nothing to think about, and the result is worth nothing.',
  fix: 'Reword the hint so that neither the text nor the code of the answer stands in it. The rationale may hold both.',
  before: 'hint: The answer is Resection, because all of the body part is taken.',
  after: 'hint: Ask first whether all or a portion of the body part is taken.',
});

export const itemWritingRules = [
  keyOftenLongest,
  keysLopsided,
  similarStems,
  allOrNone,
  negativeStem,
  optionsOverlap,
  articleClue,
  keyInStem,
  fewApplicationItems,
  answerInStem,
  hintGivesAnswer,
] as const;
