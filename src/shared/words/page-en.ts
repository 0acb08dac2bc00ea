/** The English words of pages. */
import type { PageWords } from './page-words.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

export const pageEnglish: PageWords = {
  fixed: {
    skip: 'Skip to the content',
    outline: 'Course outline',
    outlineToggle: 'Outline',
    exit: 'Exit',
    pager: 'Previous and next page',
    previous: 'Previous',
    next: 'Next',
    notice: 'Notice',
    start: 'Start the course',
    course: 'Course',
    lesson: 'Lesson',
    quiz: 'Quiz',
    contents: 'What is in this course',
    contentsShort: 'Contents',
    aboutCourse: 'About this course',
    grading: 'Grading',
    notGraded: 'This course is not graded.',
    time: 'Time',
    edition: 'Code sets',
    review: 'Review',
    courseVersion: 'Version',
    outside: 'This page is opened outside the course: nothing you do here is tracked.',
    toCourse: 'Open the course',
    objectives: 'After this lesson you can',
    guideline: 'Where it stands',
    notes: 'Notes',
    terms: 'Terms on this page',
    check: 'Quick check',
    checkAnswer: 'Check answer',
    question: 'Question',
    right: 'True',
    wrong: 'False',
    newTab: '(opens in a new tab)',
    notValidCode: 'not a valid code',
    disputed: 'Disputed',
    sources: 'Sources',
    fact: 'Fact',
    comparison: 'Comparison',
    noFact: 'No figure',
    section: 'Section',
    itemCount: 'Items',
    share: 'Share',
    total: 'Total',
    effective: 'In this form since',
    timeAllowed: 'Time allowed',
    itemsLabel: 'Items',
    toPass: 'To pass',
    openBook: 'Books you may use',
    captions: 'Captions',
    transcript: 'Read the captions as text',
    done: 'Done:',
    notDone: 'To do:',
    sample: 'Sample content, not reviewed by a credentialed coder',
    independent: 'Independent: not affiliated with or endorsed by AAPC or AHIMA',
    practice: 'Practice, not proctored grading',
    codeSources:
      'ICD-10-CM: NCHS (CDC), under authorization from WHO. ICD-10-PCS and HCPCS Level II: CMS. Public files, free at cdc.gov and cms.gov; no endorsement implied.',
  },
  tones: {
    note: 'Note',
    tip: 'Tip',
    important: 'Important',
    warning: 'Warning',
    caution: 'Caution',
    example: 'Example',
  },
  date: (iso) => {
    const [year = '', month = '', day = ''] = iso.split('-');
    const name = MONTHS[Number(month) - 1];
    return name === undefined ? iso : `${name} ${Number(day)}, ${year}`;
  },
  duration: (minutes) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (hours === 0) return counted(rest, 'minute', 'minutes');
    if (rest === 0) return counted(hours, 'hour', 'hours');
    return `${counted(hours, 'hour', 'hours')} ${counted(rest, 'minute', 'minutes')}`;
  },
  readingTime: (minutes) => `About ${pageEnglish.duration(minutes)} of reading`,
  minutes: (count) => `${count} min`,
  lessonsAndQuizzes: (lessons, quizzes) =>
    [lessons > 0 ? counted(lessons, 'lesson', 'lessons') : '', quizzes > 0 ? counted(quizzes, 'quiz', 'quizzes') : '']
      .filter((text) => text !== '')
      .join(', '),
  version: (version) => `Version ${version}`,
  reviewed: (by) => `Reviewed by ${by}`,
  editions: (names) => list(names),
  tableNumber: (n) => `Table ${n}`,
  codeNumber: (n) => `Text block ${n}`,
  noteNumber: (n) => `Note ${n}`,
  backToNote: (n) => `Back to where note ${n} is mentioned`,
  choose: (n) => `Choose ${n}.`,
  drawn: (draw, pool) => `${draw} of ${counted(pool, 'question', 'questions')}, drawn anew for each attempt.`,
  questionCount: (n) => counted(n, 'question', 'questions'),
  grade: ({ titles, weighted, attempt, pass }) => {
    const tries = attempt === 'best' ? 'best' : 'last';
    const from =
      titles.length === 1
        ? `your ${tries} attempt at “${titles[0] ?? ''}”`
        : `the ${weighted ? 'weighted ' : ''}average of your ${tries} attempts at ${list(titles.map((title) => `“${title}”`))}`;
    return pass === undefined
      ? `Your score is ${from}. There is no pass mark.`
      : `Your score is ${from}. You pass with ${pass} percent.`;
  },
  completion: (needed, all) =>
    needed >= all
      ? 'The course is complete when you have done every lesson and quiz.'
      : `The course is complete when you have done the ${counted(needed, 'part', 'parts')} of ${all} that it asks for.`,
  sourceChecked: (date) => `checked ${date}`,
  sourceNumber: (n) => `Source ${n}`,
  percentRange: (min, max) => (min === max ? `${min}%` : `${min}–${max}%`),
  items: (scored, pretest, scenarios) =>
    [
      pretest > 0 ? `${scored} that count, ${pretest} that do not (pretest)` : counted(scored, 'item', 'items'),
      scenarios > 0 ? counted(scenarios, 'scenario', 'scenarios') : '',
    ]
      .filter((text) => text !== '')
      .join(', '),
  passPercent: (value) => `${value} percent of the items`,
  passScaled: (value, scale) =>
    `A scaled score of ${value}${scale === '' ? '' : ` on a scale of ${scale.replace('-', ' to ')}`}. No practice score can reproduce it.`,
};
