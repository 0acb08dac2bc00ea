/** Every sentence of the change log that learners read, in one table, so that it can be translated. Tells no answers. */
import { counted, listed } from './comparison-words.ts';

const percent = (mark: number | null): string => (mark === null ? 'none' : `${mark} percent`);

export const CHANGE_LOG_WORDS = {
  title: (course: string) => `What changed in ${course}`,
  version: (from: string, to: string) => (from === to ? `Version ${to}` : `Version ${to} (before: ${from})`),
  nothing: 'Nothing changed.',
  newActivity: 'This is a new activity in your LMS. What you did in the earlier one stays there.',
  fresh: 'New',
  changed: 'Changed',
  gone: 'No longer in the course',
  rules: 'How you pass',
  progress: 'What this means for you',
  lesson: (title: string) => `Lesson ${title}`,
  quiz: (title: string) => `Quiz ${title}`,
  exam: (title: string) => `Exam ${title}`,
  guide: (title: string) => `Guide ${title}`,
  sections: (names: readonly string[]) => `new text in ${listed(names)}`,
  newText: 'new text',
  newTitle: 'new title',
  corrected: (count: number) => `${counted(count, 'question')} corrected`,
  reworded: (count: number) => `${counted(count, 'question')} reworded or better explained`,
  questionsAdded: (count: number) => `${counted(count, 'new question')}`,
  questionsRemoved: (count: number) => `${counted(count, 'question')} taken out`,
  draw: (to: number, from: number) => `an attempt has ${counted(to, 'question')} now, before ${from}`,
  pass: (to: number | null, from: number | null) => `Pass mark: ${percent(to)} (before: ${percent(from)})`,
  editions: (to: readonly string[], from: readonly string[]) =>
    `Code sets: ${to.length === 0 ? 'none' : listed(to)} (before: ${from.length === 0 ? 'none' : listed(from)})`,
  required: (titles: readonly string[]) => `Needed for completion now: ${listed(titles)}`,
  notRequired: (titles: readonly string[]) => `No longer needed for completion: ${listed(titles)}`,
  lessonsKept: 'Lessons that you have done stay done.',
  scoresKept: 'Your best scores stay.',
  completed: 'If you have completed or passed the course, that stays.',
  askedAgain: 'Questions that were corrected say so and ask you again.',
  scoresAnew: 'Your score is computed anew on your next visit.',
  reopen: 'If the course is open while it is replaced, close it and open it again.',
} as const;
