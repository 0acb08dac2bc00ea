/** The starters that `coursewright init` offers. Their files stand in `templates/starters/<name>/`. */

/** One row of the list that an author chooses from. */
export interface Starter {
  readonly name: string;
  /** What it is, for the list. */
  readonly says: string;
  /** The course's title where its author gives none. */
  readonly title: string;
}

export const STARTERS: readonly Starter[] = [
  { name: 'course', says: 'A full course: lessons with checks, quizzes, a grade', title: 'Reading a health record' },
  {
    name: 'practice-test',
    says: 'A practice test: quizzes drawn from question banks, answers explained at once',
    title: 'Practice test: words and records',
  },
  { name: 'lessons', says: 'Lessons only, without questions', title: 'Welcome to the coding team' },
  {
    name: 'case-study',
    says: 'A case study: a record to read, with questions about it',
    title: 'A case: cough and fever',
  },
  {
    name: 'institution',
    says: 'A workspace for an institution: logo, colors, a shared glossary, two courses',
    title: 'Medical words, first steps',
  },
];
