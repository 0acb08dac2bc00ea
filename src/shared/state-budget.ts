/**
 * Computes, at build, how many characters a learner's saved state can reach in a package: every page opened, every check
 * answered, every quiz finished with the questions whose tags cost most, all histories full. Follows `state-codec.ts` part by part.
 */
import { type ExamFacts, isStudied } from './exam-data.ts';
import type { ActivityData, PackageData, QuestionData } from './package-data.ts';
import { answerBits } from './state-answers.ts';
import { countBits, subsetBits, tagSetBits } from './state-bits.ts';
import { HEADER_CHARACTERS } from './state-codec.ts';
import { WIDTH } from './state-fields.ts';
import { HISTORY_LINES } from './state-record.ts';
import type { WorstCase } from './worst-case.ts';

/** An activity that questions are drawn for. */
type Drawing = Extract<ActivityData, { readonly pool: readonly string[] }>;

function characters(bits: number): number {
  return Math.ceil(bits / 6);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** An answer without what only attempts keep of it. */
function checkBits(question: QuestionData): number {
  return WIDTH.check + answerBits(question.answer);
}

const ATTEMPT_BITS = sum([
  WIDTH.tag,
  WIDTH.attempt,
  WIDTH.seed,
  WIDTH.flag,
  WIDTH.interactions,
  WIDTH.mode,
  WIDTH.set,
  WIDTH.flag,
  WIDTH.factor,
  2 * WIDTH.seconds,
  WIDTH.interruptions,
  WIDTH.flag + WIDTH.tag,
  WIDTH.flag,
]);

/** True for an exam whose every attempt keeps to its draws. A set of missed questions, say, takes them from anywhere. */
function keepsToDraws(exam: ExamFacts): boolean {
  return exam.sets.length === 0 || (exam.groups.length === 0 && exam.sets.every((set) => typeof set === 'number'));
}

/** Hints are for where each answer is checked at once. */
function showsHints(drawing: Drawing, questions: ReadonlyMap<string, QuestionData>): boolean {
  return isStudied(drawing) && drawing.pool.some((id) => questions.get(id)?.hints === true);
}

/** What the questions of one attempt cost at most. */
function attemptCosts(drawing: Drawing, questions: ReadonlyMap<string, QuestionData>): readonly number[] {
  const anywhere = [{ count: drawing.draw, of: drawing.pool.length }];
  const draws = drawing.kind === 'exam' && keepsToDraws(drawing) ? drawing.draws : anywhere;
  // One hint that was asked for costs a bit for every question of the attempt.
  const hint = showsHints(drawing, questions) ? WIDTH.flag : 0;
  let at = 0;
  return draws.flatMap(({ count, of }) => {
    const part = drawing.pool.slice(at, at + of);
    at += of;
    return part
      .flatMap((id) => questions.get(id) ?? [])
      .map((question) => checkBits(question) + WIDTH.confidence + WIDTH.itemSeconds + hint)
      .sort((a, b) => b - a)
      .slice(0, count);
  });
}

/** @param all how many questions the state can speak of */
function attemptCharacters(drawing: Drawing, questions: ReadonlyMap<string, QuestionData>, all: number): number {
  const costs = attemptCosts(drawing, questions);
  return characters(ATTEMPT_BITS + subsetBits(costs.length, all) + sum(costs));
}

/** `quizzes`, `exams`, or both. */
function nameDrawings(drawings: readonly Drawing[]): string {
  const kinds = [...new Set(drawings.map(({ kind }) => (kind === 'exam' ? 'exams' : 'quizzes')))];
  return kinds.sort().reverse().join(' and ');
}

/** No state that the player of this package writes is longer. */
export function computeWorstCase(data: PackageData): WorstCase {
  const questions = new Map(data.questions.map((question) => [question.id, question]));
  const drawings = data.activities.filter((activity) => 'pool' in activity);
  const checkIds = new Set(data.activities.flatMap((activity) => ('checks' in activity ? activity.checks : [])));
  const poolIds = new Set(drawings.flatMap((drawing) => drawing.pool));
  const checks = [...checkIds].flatMap((id) => questions.get(id) ?? []);
  const all = [...new Set([...checkIds, ...poolIds])].filter((id) => questions.has(id)).length;
  const seen = [...poolIds].filter((id) => questions.has(id)).length;
  const outcome =
    WIDTH.counter + WIDTH.flag + WIDTH.status + WIDTH.flag + WIDTH.score + WIDTH.interactions + WIDTH.flag + WIDTH.tag;
  const result = WIDTH.tag + 2 * WIDTH.score + WIDTH.attempt;
  const record = 2 * WIDTH.flag + WIDTH.stage + WIDTH.age;
  const line = WIDTH.tag + WIDTH.attempt + WIDTH.score + WIDTH.day;
  const lines = drawings.length === 0 ? 0 : HISTORY_LINES;
  const parts = [
    { name: 'version, checksum, score and status', characters: HEADER_CHARACTERS + characters(outcome) },
    { name: `names of ${all} questions`, characters: characters(tagSetBits(all)) },
    {
      name: `progress in ${data.activities.length} activities`,
      characters: characters(tagSetBits(data.activities.length) + data.activities.length * WIDTH.flag),
    },
    {
      name: `answers to ${checks.length} checks in lessons`,
      characters: characters(subsetBits(checks.length, all) + sum(checks.map(checkBits))),
    },
    { name: 'number of attempts', characters: characters(countBits(drawings.length)) },
    ...drawings.map((drawing) => ({
      name: `answers of one attempt at "${drawing.title}"`,
      characters: attemptCharacters(drawing, questions, all),
    })),
    {
      name: `best and last score of ${drawings.length} ${nameDrawings(drawings)}`,
      characters: characters(countBits(drawings.length) + drawings.length * result),
    },
    {
      name: `last result of ${seen} questions and when they return`,
      characters: characters(subsetBits(seen, all) + (seen === 0 ? 0 : WIDTH.day) + seen * record),
    },
    { name: `flags on ${seen} questions`, characters: characters(subsetBits(seen, all)) },
    { name: `history of ${lines} attempts`, characters: characters(countBits(lines) + lines * line) },
  ];
  const used = parts.filter((part) => part.characters > 1);
  return {
    characters: sum(parts.map((part) => part.characters)),
    parts: [...used].sort((a, b) => b.characters - a.characters || (a.name < b.name ? -1 : 1)),
  };
}
