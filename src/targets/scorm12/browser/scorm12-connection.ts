/**
 * The player's link to an LMS that speaks SCORM 1.2: neutral calls become LMSGetValue and LMSSetValue. Survives an LMS that
 * throws, lies or answers nothing. It holds no policy: when and what to write is the session's affair.
 */
import type {
  LmsConnection,
  LmsStart,
  ObjectiveRecord,
  ReportedStatus,
  ResponseRecord,
  WriteOutcome,
} from '../../../shared/lms-session.ts';
import type { Scorm12Api } from './find-api.ts';
import {
  readDecimal,
  readTimespan,
  respellDecimal,
  toDecimal,
  toFeedback,
  toIdentifier,
  toResult,
  toTimeOfDay,
  toTimespan,
} from './scorm12-values.ts';

/** What every LMS can tell of a learner: where LMSInitialize answers no, these say whether the LMS works all the same. */
const SIGNS_OF_LIFE = ['cmi.core.student_id', 'cmi.core.lesson_status', 'cmi.core.lesson_mode'] as const;

function toStatus(text: string): LmsStart['status'] {
  switch (text) {
    case 'passed':
    case 'completed':
    case 'failed':
    case 'incomplete':
      return text;
    case 'not attempted':
      return 'not-attempted';
    default:
      return 'unknown';
  }
}

/** R3: only `normal` (or no answer) with credit may be written to, whatever else an LMS may call its modes; Moodle stores what is written in review all the same. */
function toMode(mode: string, credit: string): LmsStart['mode'] {
  const named = mode.trim().toLowerCase();
  if (named === 'browse') return 'browse';
  if (credit.trim().toLowerCase() === 'no-credit') return 'review';
  return named === '' || named === 'normal' ? 'normal' : 'review';
}

/** A mastery score that cannot be meant is passed over (R3). */
function toPassMark(text: string): number | null {
  const mark = readDecimal(text);
  return mark !== null && mark > 0 && mark <= 100 ? mark : null;
}

/**
 * `cmi.student_data.max_time_allowed` and `time_limit_action` (RTE 3.4.4): an action that is not named is the standard's default,
 * `continue,no message`. A limit of nothing is no limit.
 */
function toTimeLimit(allowed: string, action: string, used: string): LmsStart['timeLimit'] {
  const allowedMs = readTimespan(allowed) ?? 0;
  if (allowedMs === 0) return null;
  const [end = '', message = ''] = action
    .toLowerCase()
    .split(',')
    .map((word) => word.trim());
  return { allowedMs, usedMs: readTimespan(used) ?? 0, ends: end === 'exit', tells: message === 'message' };
}

export function createScorm12Connection(api: Scorm12Api): LmsConnection {
  let initialized = false;
  let scoreText = '';
  let exitText: string | undefined;
  const objectives = new Map<string, number>();
  let objectiveCount = 0;

  /** R2: every answer is compared as text, and an LMS may answer a boolean, a number or nothing. */
  const ask = (call: () => unknown): WriteOutcome => {
    try {
      return String(call()) === 'true' ? 'accepted' : 'refused';
    } catch {
      return 'failed';
    }
  };
  const get = (element: string): string => {
    try {
      const value = api.LMSGetValue(element);
      // Some LMSs answer the words for what they do not have.
      return value === false || value === 'null' || value === 'undefined' ? '' : String(value ?? '');
    } catch {
      return '';
    }
  };
  const set = (element: string, value: string): WriteOutcome => ask(() => api.LMSSetValue(element, value));
  /** The first answer that is not `accepted`; what follows it is tried all the same. */
  const setAll = (values: readonly (readonly [string, string])[]): WriteOutcome => {
    const outcomes = values.map(([element, value]) => set(element, value));
    return outcomes.find((outcome) => outcome !== 'accepted') ?? 'accepted';
  };

  /** R2: an LMS that was initialized by its own frame answers false (error 101), some answer nothing; reads tell whether it works. */
  const initialize = (): boolean => {
    initialized ||=
      ask(() => api.LMSInitialize('')) === 'accepted' || SIGNS_OF_LIFE.some((element) => get(element) !== '');
    return initialized;
  };
  const readCount = (element: string): number | null => {
    const count = readDecimal(get(element));
    return count === null ? null : Math.max(0, Math.floor(count));
  };

  return {
    start(): LmsStart {
      const answers = initialize();
      objectives.clear();
      const takesObjectives = get('cmi.objectives._children') !== '';
      if (takesObjectives) {
        objectiveCount = readCount('cmi.objectives._count') ?? 0;
        for (let i = 0; i < Math.min(objectiveCount, 100); i++) objectives.set(get(`cmi.objectives.${i}.id`), i);
      }
      const takesInteractions = get('cmi.interactions._children') !== '';
      return {
        answers,
        mode: toMode(get('cmi.core.lesson_mode'), get('cmi.core.credit')),
        learnerId: get('cmi.core.student_id'),
        learnerName: get('cmi.core.student_name'),
        state: get('cmi.suspend_data').trim(),
        location: get('cmi.core.lesson_location'),
        status: toStatus(get('cmi.core.lesson_status')),
        score: readDecimal(get('cmi.core.score.raw')),
        passMark: toPassMark(get('cmi.student_data.mastery_score')),
        timeLimit: toTimeLimit(
          get('cmi.student_data.max_time_allowed'),
          get('cmi.student_data.time_limit_action'),
          get('cmi.core.total_time'),
        ),
        interactionCount: takesInteractions ? readCount('cmi.interactions._count') : null,
        takesInteractions,
        takesObjectives,
      };
    },
    writeState: (state) => set('cmi.suspend_data', state),
    writeLocation: (location) => set('cmi.core.lesson_location', location),
    writeScore(percent) {
      // Moodle never sends a value again that it believes to have sent: each write of the same score is spelled anew.
      const text = toDecimal(percent);
      scoreText = text === scoreText ? respellDecimal(text) : text;
      // R5: bounds first; an LMS without them still takes the score.
      set('cmi.core.score.min', '0');
      set('cmi.core.score.max', '100');
      return set('cmi.core.score.raw', scoreText);
    },
    writeStatus: (status: ReportedStatus) => set('cmi.core.lesson_status', status),
    writeResponse(index: number, record: ResponseRecord): WriteOutcome {
      const at = `cmi.interactions.${index}`;
      // R11: id first, type second; what follows may be refused one by one.
      const id = set(`${at}.id`, toIdentifier(record.id));
      if (id !== 'accepted') return id;
      setAll([
        [`${at}.type`, record.type],
        ...(record.domain === '' ? [] : [[`${at}.objectives.0.id`, toIdentifier(record.domain)] as const]),
        [`${at}.time`, toTimeOfDay(record.answeredAt)],
        [`${at}.correct_responses.0.pattern`, toFeedback(record.type, record.correct)],
        [`${at}.weighting`, toDecimal(record.weight)],
        [`${at}.student_response`, toFeedback(record.type, record.response)],
        [`${at}.result`, toResult(record.credit)],
        [`${at}.latency`, toTimespan(record.latencyMs)],
      ]);
      return id;
    },
    writeObjective(record: ObjectiveRecord): WriteOutcome {
      const id = toIdentifier(record.id);
      const known = objectives.get(id);
      const index = known ?? objectiveCount;
      const at = `cmi.objectives.${index}`;
      if (known === undefined) {
        const outcome = set(`${at}.id`, id);
        if (outcome !== 'accepted') return outcome;
        objectives.set(id, index);
        objectiveCount++;
      }
      return setAll([
        [`${at}.score.min`, '0'],
        [`${at}.score.max`, '100'],
        [`${at}.score.raw`, toDecimal(record.score)],
        [`${at}.status`, record.status],
      ]);
    },
    writeExit(sessionMs, exit) {
      // Moodle refuses "normal"; the empty string is the standard's word for an ordinary end (RTE 3.4.4).
      const text = exit === 'suspend' ? 'suspend' : '';
      const outcome = exitText === text ? 'accepted' : set('cmi.core.exit', text);
      if (outcome === 'accepted') exitText = text;
      const time = set('cmi.core.session_time', toTimespan(sessionMs));
      return outcome === 'accepted' ? time : outcome;
    },
    commit: () => ask(() => api.LMSCommit('')),
    finish: () => ask(() => api.LMSFinish('')),
  };
}
