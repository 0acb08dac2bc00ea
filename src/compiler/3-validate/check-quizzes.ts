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
  /** The course of every question in the workspace. */
  readonly owners: ReadonlyMap<string, string>;
  readonly report: Reporter;
}

export function checkQuizzes(course: CourseDraft, owners: ReadonlyMap<string, string>, report: Reporter): void {
  const { tree } = course;
  if (tree === undefined) return;
  course.fields.outline?.forEach((module, m) => {
    module.activities.forEach((entry, a) => {
      if (!('quiz' in entry)) return;
      checkQuiz({ quiz: entry, course, tree, path: ['outline', m, 'activities', a], owners, report });
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

function checkListedQuestions(questions: readonly string[], { course, tree, path, owners, report }: QuizPlace): void {
  const known = course.questionIds;
  const seen = new Set<string>();
  questions.forEach((question, index) => {
    const span = spanOf(course.file, tree, [...path, 'questions', index]);
    if (seen.has(question)) report.add(questionListedTwice, span, { question });
    else if (!known.has(question) && questionsKnown(course)) {
      report.add(unknownQuizQuestion, span, {
        question,
        course: owners.get(question),
        nearest: findNearestName(question, known),
      });
    }
    seen.add(question);
  });
}
