/**
 * Computes, at build, how many characters a learner's saved state can reach in a package: every page opened, every check
 * answered, every quiz finished with the questions whose tags cost most, all histories full. Follows `state-codec.ts` part by part.
 */
import type { ActivityData, AnswerSize, PackageData, QuestionData } from './package-data.ts';
import { codeBits, countBits, optionIdBits, tagSetBits, textBits } from './state-bits.ts';
import { HEADER_CHARACTERS, WIDTH } from './state-codec.ts';
import { HISTORY_LINES } from './state-record.ts';
import type { WorstCase } from './worst-case.ts';

type Quiz = Extract<ActivityData, { kind: 'quiz' }>;

function characters(bits: number): number {
  return Math.ceil(bits / 6);
}

/** The form takes two or three bits. */
function answerBits(size: AnswerSize): number {
  switch (size.form) {
    case 'ids':
      return 2 + optionIdBits(size.most);
    case 'codes':
      return 3 + codeBits(size.most, size.length);
    case 'text':
      return 3 + textBits(size.bytes);
  }
}

function itemBits(question: QuestionData): number {
  return WIDTH.check + answerBits(question.answer);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function attemptCharacters(quiz: Quiz, questions: ReadonlyMap<string, QuestionData>): number {
  const costs = quiz.pool
    .flatMap((id) => questions.get(id) ?? [])
    .map(itemBits)
    .sort((a, b) => b - a)
    .slice(0, quiz.draw);
  const head = WIDTH.tag + WIDTH.attempt + WIDTH.seed + 1 + WIDTH.interactions;
  return characters(head + tagSetBits(costs.length) + sum(costs));
}

/** No state that the player of this package writes is longer. */
export function computeWorstCase(data: PackageData): WorstCase {
  const questions = new Map(data.questions.map((question) => [question.id, question]));
  const quizzes = data.activities.filter((activity) => activity.kind === 'quiz');
  const checks = [
    ...new Set(data.activities.flatMap((activity) => (activity.kind === 'lesson' ? activity.checks : []))),
  ].flatMap((id) => questions.get(id) ?? []);
  const seen = new Set(quizzes.flatMap((quiz) => quiz.pool)).size;
  const outcome = WIDTH.counter + 1 + 2 + 1 + WIDTH.score + WIDTH.interactions + 1 + WIDTH.tag;
  const result = WIDTH.tag + 2 * WIDTH.score + WIDTH.attempt;
  const line = WIDTH.tag + WIDTH.attempt + WIDTH.score + WIDTH.day;
  const lines = quizzes.length === 0 ? 0 : HISTORY_LINES;
  const parts = [
    { name: 'version, checksum, score and status', characters: HEADER_CHARACTERS + characters(outcome) },
    {
      name: `progress in ${data.activities.length} activities`,
      characters: characters(tagSetBits(data.activities.length) + data.activities.length),
    },
    {
      name: `answers to ${checks.length} checks in lessons`,
      characters: characters(tagSetBits(checks.length) + sum(checks.map(itemBits))),
    },
    { name: 'number of attempts', characters: characters(countBits(quizzes.length)) },
    ...quizzes.map((quiz) => ({
      name: `answers of one attempt at "${quiz.title}"`,
      characters: attemptCharacters(quiz, questions),
    })),
    {
      name: `best and last score of ${quizzes.length} quizzes`,
      characters: characters(countBits(quizzes.length) + quizzes.length * result),
    },
    { name: `last result of ${seen} quiz questions`, characters: characters(tagSetBits(seen) + seen) },
    { name: `history of ${lines} attempts`, characters: characters(countBits(lines) + lines * line) },
  ];
  const used = parts.filter((part) => part.characters > 1);
  return {
    characters: sum(parts.map((part) => part.characters)),
    parts: [...used].sort((a, b) => b.characters - a.characters || (a.name < b.name ? -1 : 1)),
  };
}
