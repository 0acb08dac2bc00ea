/** The part of the player for exams. */
import { runExam } from '../exam-run.ts';
import type { ExamPart } from '../part.ts';
import { openExam } from '../views/exam/exam-view.ts';

export const part: ExamPart = {
  open: openExam,
  run: (exam, attempt, questions, keys) => runExam(exam, attempt, questions, keys, []),
};
