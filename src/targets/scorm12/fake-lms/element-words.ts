/** Says in plain words what the elements and calls of SCORM 1.2 are about (RTE 3.3 and 3.4), for people who build courses. */
import { ERRORS } from './scorm12-model.ts';

/** Array indices are written as `n`; `#` in the words stands for the record's number, counted from 1. */
const WORDS: Readonly<Record<string, string>> = {
  'cmi.core.student_id': 'the learner’s id',
  'cmi.core.student_name': 'the learner’s name',
  'cmi.core.lesson_location': 'the page the learner is on',
  'cmi.core.credit': 'whether this visit counts',
  'cmi.core.lesson_status': 'the status of the course',
  'cmi.core.entry': 'whether the learner has been here before',
  'cmi.core.score.raw': 'the score in percent',
  'cmi.core.score.max': 'the highest possible score',
  'cmi.core.score.min': 'the lowest possible score',
  'cmi.core.total_time': 'the time of all visits',
  'cmi.core.lesson_mode': 'the mode: normal, review or browse',
  'cmi.core.exit': 'how the visit ends (“suspend”: to be continued)',
  'cmi.core.session_time': 'the time of this visit',
  'cmi.suspend_data': 'the saved answers and places',
  'cmi.launch_data': 'what the LMS tells a course at the start',
  'cmi.comments': 'the learner’s comments',
  'cmi.comments_from_lms': 'comments for the learner',
  'cmi.student_data.mastery_score': 'the pass mark of the LMS',
  'cmi.student_data.max_time_allowed': 'the time limit of the LMS',
  'cmi.student_data.time_limit_action': 'what happens at the time limit',
  'cmi.objectives.n.id': 'domain #: its name',
  'cmi.objectives.n.score.raw': 'domain #: its score in percent',
  'cmi.objectives.n.score.max': 'domain #: its highest score',
  'cmi.objectives.n.score.min': 'domain #: its lowest score',
  'cmi.objectives.n.status': 'domain #: how far it is',
  'cmi.interactions.n.id': 'answer #: attempt and question',
  'cmi.interactions.n.objectives.n.id': 'answer #: its domain',
  'cmi.interactions.n.time': 'answer #: the time of day',
  'cmi.interactions.n.type': 'answer #: the kind of question',
  'cmi.interactions.n.correct_responses.n.pattern': 'answer #: what is right',
  'cmi.interactions.n.weighting': 'answer #: its weight',
  'cmi.interactions.n.student_response': 'answer #: what was chosen',
  'cmi.interactions.n.result': 'answer #: right or wrong',
  'cmi.interactions.n.latency': 'answer #: how long it took',
};

const COLLECTIONS: Readonly<Record<string, string>> = {
  'cmi.core': 'the course',
  'cmi.core.score': 'the score',
  'cmi.objectives': 'domains',
  'cmi.student_data': 'pass mark and limits',
  'cmi.student_preference': 'the learner’s preferences',
  'cmi.interactions': 'answers',
};

/** The errors of RTE 3.3.5, as far as an LMS may answer them. */
const ERROR_WORDS: Readonly<Record<string, string>> = {
  [ERRORS.general]: 'the LMS could not do it',
  [ERRORS.invalidArgument]: 'there is no such element, or records are out of order',
  [ERRORS.noChildren]: 'this element has no parts',
  [ERRORS.noArray]: 'this element is not a list',
  [ERRORS.notInitialized]: 'the visit has not begun, or is over',
  [ERRORS.notImplemented]: 'the LMS does not keep this',
  [ERRORS.keyword]: 'this name is reserved and cannot be set',
  [ERRORS.readOnly]: 'only the LMS may set this',
  [ERRORS.writeOnly]: 'this can be set but not asked for',
  [ERRORS.wrongType]: 'the value has the wrong form or is too long',
};

const LONG = 60;

/** What an element is about. */
export function describeElement(element: string): string {
  const collection = /^(.*)\._(children|count)$/.exec(element);
  if (collection !== null) {
    const name = COLLECTIONS[collection[1] ?? ''];
    if (name === undefined) return 'what the LMS can keep';
    return collection[2] === 'count' ? `how many ${name} are stored` : `what the LMS keeps of ${name}`;
  }
  const number = Number(/\.(\d+)\./.exec(element)?.[1] ?? 0) + 1;
  const words = WORDS[element.replace(/\.\d+(?=\.)/g, '.n')];
  return words === undefined ? 'an element that SCORM 1.2 does not know' : words.replace('#', String(number));
}

function quote(value: string): string {
  if (value === '') return 'nothing';
  return value.length > LONG ? `${value.length.toLocaleString('en-US')} characters` : `“${value}”`;
}

/** What a call does. @param answer what the LMS said */
export function describeCall(name: string, args: readonly unknown[], answer: string): string {
  const element = String(args[0] ?? '');
  switch (name) {
    case 'LMSInitialize':
      return 'begins the visit';
    case 'LMSFinish':
      return 'ends the visit and saves';
    case 'LMSCommit':
      return 'saves what was set';
    case 'LMSGetValue':
      return `asks for ${describeElement(element)}: ${quote(answer)}`;
    case 'LMSSetValue':
      return `sets ${describeElement(element)}: ${quote(String(args[1]))}`;
    case 'LMSGetLastError':
      return 'asks what the last error was';
    default:
      return 'asks what an error means';
  }
}

/** `405: the value has the wrong form or is too long` */
export function describeError(code: string): string {
  return `${code}: ${ERROR_WORDS[code] ?? 'an error that SCORM 1.2 does not know'}`;
}
