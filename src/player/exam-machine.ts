/**
 * The phases of an exam on its page and what moves it from one to the next, as one table. Pure. An event that a phase does not name
 * changes nothing.
 */

export type ExamPhase =
  /** Nothing runs: what the exam is, and the choice of mode, set and time. */
  | 'start'
  /** One question is shown, the clock runs. */
  | 'running'
  /** Study mode only: the questions are covered, the clock stands. */
  | 'paused'
  /** All questions at a glance, the clock runs. */
  | 'review'
  /** Asked whether to submit; the clock runs. */
  | 'confirm'
  /** Submitted. */
  | 'result';

export type ExamEvent =
  | 'begin'
  | 'pause'
  | 'resume'
  | 'review'
  | 'to-question'
  | 'ask-submit'
  | 'submit'
  | 'time-over'
  | 'new-attempt'
  /** Practice is given up without a result. */
  | 'give-up';

const TABLE: Readonly<Record<ExamPhase, Partial<Readonly<Record<ExamEvent, ExamPhase>>>>> = {
  start: { begin: 'running' },
  running: {
    pause: 'paused',
    review: 'review',
    'to-question': 'running',
    'ask-submit': 'confirm',
    'time-over': 'result',
  },
  paused: { resume: 'running' },
  review: { 'to-question': 'running', 'ask-submit': 'confirm', 'time-over': 'result' },
  confirm: { 'to-question': 'running', review: 'review', submit: 'result', 'time-over': 'result', 'give-up': 'start' },
  result: { 'new-attempt': 'start' },
};

export function nextExamPhase(phase: ExamPhase, event: ExamEvent): ExamPhase {
  return TABLE[phase][event] ?? phase;
}

/** Whether the clock runs. */
export function isTimed(phase: ExamPhase): boolean {
  return phase === 'running' || phase === 'review' || phase === 'confirm';
}

/** The phase of a page that is opened. */
export function openingPhase(attempt: { readonly finished: boolean } | undefined): ExamPhase {
  if (attempt === undefined) return 'start';
  return attempt.finished ? 'result' : 'running';
}
