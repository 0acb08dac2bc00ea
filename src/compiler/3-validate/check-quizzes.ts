/** Reports quizzes that have no questions, name unknown ones, or draw more than their banks hold. */
import {
  drawIncomplete,
  drawTooLarge,
  questionListedTwice,
  quizWithBoth,
  quizWithoutQuestions,
  unknownQuizQuestion,
} from '../../diagnostics/catalog/exams.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { CourseFacts } from '../course-findings.ts';
import type { QuizSource } from '../source-format/course.ts';
import { keySpanOf, spanOf } from '../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';
import { type CourseDraft, questionsKnown } from './course-draft.ts';
import { findBanks } from './find-banks.ts';

/** One quiz and the place of its fields. */
interface QuizPlace {
  readonly quiz: QuizSource;
  readonly course: CourseDraft;
  readonly tree: YamlNode;
  readonly path: readonly (string | number)[];
  readonly report: Reporter;
}

/** Questions that the course does not have are left to `checkStrangers`. */
export function checkQuizzes(course: CourseDraft, report: Reporter): void {
  const { tree } = course;
  if (tree === undefined) return;
  course.fields.outline?.forEach((module, m) => {
    module.activities.forEach((entry, a) => {
      if (!('quiz' in entry)) return;
      checkQuiz({ quiz: entry, course, tree, path: ['outline', m, 'activities', a], report });
    });
  });
}

function checkQuiz(place: QuizPlace): void {
  const { quiz, course, tree, path, report } = place;
  const keySpan = (field: string): Span => keySpanOf(course.file, tree, [...path, field]);
  const facts = { quiz: quiz.quiz };
  if (quiz.questions !== undefined) {
    const extra = quiz.from !== undefined ? 'from' : quiz.draw !== undefined ? 'draw' : undefined;
    if (extra !== undefined) report.add(quizWithBoth, keySpan(extra), { ...facts, field: extra });
    checkListedQuestions(quiz.questions, place);
  } else if (quiz.from === undefined && quiz.draw === undefined) {
    report.add(quizWithoutQuestions, spanOf(course.file, tree, [...path, 'quiz']), facts);
  } else if (quiz.from === undefined || quiz.draw === undefined) {
    const [has, lacks] = quiz.from === undefined ? ['draw', 'from'] : ['from', 'draw'];
    report.add(drawIncomplete, keySpan(has ?? ''), { ...facts, has: has ?? '', lacks: lacks ?? '' });
  }
  const banks = findBanks(quiz.from, place);
  if (quiz.draw === undefined || banks === undefined || quiz.questions !== undefined) return;
  const available = new Set(banks.flatMap((bank) => bank.names.map((name) => name.id))).size;
  if (quiz.draw > available && banks.every((bank) => bank.readable)) {
    report.add(drawTooLarge, spanOf(course.file, tree, [...path, 'draw']), { draw: quiz.draw, available });
  }
}

function checkListedQuestions(questions: readonly string[], { course, tree, path, report }: QuizPlace): void {
  const seen = new Set<string>();
  questions.forEach((question, index) => {
    const span = spanOf(course.file, tree, [...path, 'questions', index]);
    if (seen.has(question)) report.add(questionListedTwice, span, { question });
    seen.add(question);
  });
}

/** Questions that quizzes name and the course does not have, as far as its questions are known. */
export function findStrangers(course: CourseDraft): CourseFacts['strangers'] {
  const { tree, questionIds } = course;
  if (tree === undefined || !questionsKnown(course)) return [];
  return (course.fields.outline ?? []).flatMap((module, m) =>
    module.activities.flatMap((entry, a) => {
      const questions = 'quiz' in entry ? (entry.questions ?? []) : [];
      return questions.flatMap((question, index) => {
        if (questionIds.has(question) || questions.indexOf(question) < index) return [];
        const span = spanOf(course.file, tree, ['outline', m, 'activities', a, 'questions', index]);
        return [{ question, span, nearest: findNearestName(question, questionIds) }];
      });
    }),
  );
}

/** @param owners the course of every question in the workspace */
export function checkStrangers(
  strangers: CourseFacts['strangers'],
  owners: ReadonlyMap<string, string>,
  report: Reporter,
): void {
  for (const { question, span, nearest } of strangers) {
    report.add(unknownQuizQuestion, span, { question, course: owners.get(question), nearest });
  }
}
