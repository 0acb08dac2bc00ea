/**
 * The SCORM 1.2 data model as the standard draws it (RTE 3.4): which elements there are, who may read or write them, what
 * they may hold, and the error codes. Strict on purpose: every yes-man hides a mistake.
 */

/** RTE 3.3.5. */
export const ERRORS = {
  none: '0',
  general: '101',
  invalidArgument: '201',
  noChildren: '202',
  noArray: '203',
  notInitialized: '301',
  notImplemented: '401',
  keyword: '402',
  readOnly: '403',
  writeOnly: '404',
  wrongType: '405',
} as const;

type Access = 'ro' | 'rw' | 'wo' | 'keyword';

interface ElementRule {
  readonly access: Access;
  readonly accepts: (value: string) => boolean;
}

const never = (): boolean => false;
const matches = (pattern: RegExp) => (value: string) => pattern.test(value);
const text = (longest: number) => (value: string) => value.length <= longest;
const words =
  (...allowed: readonly string[]) =>
  (value: string) =>
    allowed.includes(value);
const decimal = matches(/^-?\d{1,10}(\.\d{1,2})?$/);
const percent = (value: string): boolean =>
  value === '' || (decimal(value) && Number(value) >= 0 && Number(value) <= 100);
const identifier = matches(/^[\x21-\x7e]{1,255}$/);
const timespan = matches(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);
const time = matches(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/);
const STATUSES = ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'] as const;

const ro: ElementRule = { access: 'ro', accepts: never };
const keyword: ElementRule = { access: 'keyword', accepts: never };
const rw = (accepts: ElementRule['accepts']): ElementRule => ({ access: 'rw', accepts });
const wo = (accepts: ElementRule['accepts']): ElementRule => ({ access: 'wo', accepts });

/** Array indices are written as `n`. `suspend_data` is the standard's 4,096. */
const RULES: Readonly<Record<string, ElementRule>> = {
  'cmi.core._children': keyword,
  'cmi.core.student_id': ro,
  'cmi.core.student_name': ro,
  'cmi.core.lesson_location': rw(text(255)),
  'cmi.core.credit': ro,
  'cmi.core.lesson_status': rw(words(...STATUSES.filter((status) => status !== 'not attempted'))),
  'cmi.core.entry': ro,
  'cmi.core.score._children': keyword,
  'cmi.core.score.raw': rw(percent),
  'cmi.core.score.max': rw(percent),
  'cmi.core.score.min': rw(percent),
  'cmi.core.total_time': ro,
  'cmi.core.lesson_mode': ro,
  'cmi.core.exit': wo(words('time-out', 'suspend', 'logout', '')),
  'cmi.core.session_time': wo(timespan),
  'cmi.suspend_data': rw((value) => value.length <= 4096 && /^[\x20-\x7e]*$/.test(value)),
  'cmi.launch_data': ro,
  'cmi.comments': rw(text(4096)),
  'cmi.comments_from_lms': ro,
  'cmi.objectives._children': keyword,
  'cmi.objectives._count': keyword,
  'cmi.objectives.n.id': rw(identifier),
  'cmi.objectives.n.score._children': keyword,
  'cmi.objectives.n.score.raw': rw(percent),
  'cmi.objectives.n.score.max': rw(percent),
  'cmi.objectives.n.score.min': rw(percent),
  'cmi.objectives.n.status': rw(words(...STATUSES)),
  'cmi.student_data._children': keyword,
  'cmi.student_data.mastery_score': ro,
  'cmi.student_data.max_time_allowed': ro,
  'cmi.student_data.time_limit_action': ro,
  'cmi.student_preference._children': keyword,
  'cmi.interactions._children': keyword,
  'cmi.interactions._count': keyword,
  'cmi.interactions.n.id': wo(identifier),
  'cmi.interactions.n.objectives._count': keyword,
  'cmi.interactions.n.objectives.n.id': wo(identifier),
  'cmi.interactions.n.time': wo(time),
  'cmi.interactions.n.type': wo(
    words('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric'),
  ),
  'cmi.interactions.n.correct_responses._count': keyword,
  'cmi.interactions.n.correct_responses.n.pattern': wo(text(255)),
  'cmi.interactions.n.weighting': wo(decimal),
  'cmi.interactions.n.student_response': wo(text(255)),
  'cmi.interactions.n.result': wo(
    (value) => words('correct', 'wrong', 'unanticipated', 'neutral')(value) || decimal(value),
  ),
  'cmi.interactions.n.latency': wo(timespan),
};

const CHILDREN: Readonly<Record<string, string>> = {
  'cmi.core':
    'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
  'cmi.core.score': 'raw,min,max',
  'cmi.objectives': 'id,score,status',
  'cmi.student_data': 'mastery_score,max_time_allowed,time_limit_action',
  'cmi.student_preference': '',
  'cmi.interactions': 'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
};

export type Values = Map<string, string>;

/** Number of records of an array, from the highest index that has a value. */
export function countOf(values: Values, array: string): number {
  let count = 0;
  for (const element of values.keys()) {
    if (!element.startsWith(`${array}.`)) continue;
    count = Math.max(count, Number(element.slice(array.length + 1).split('.')[0]) + 1);
  }
  return count;
}

const generic = (element: string): string => element.replace(/\.\d+(?=\.|$)/g, '.n');

export interface Answer {
  readonly value: string;
  readonly error: string;
}

export function readElement(values: Values, element: string): Answer {
  const rule = RULES[generic(element)];
  const deny = (error: string): Answer => ({ value: '', error });
  const children = /^(.*)\._children$/.exec(element)?.[1];
  if (children !== undefined && CHILDREN[generic(children)] !== undefined) {
    return { value: CHILDREN[generic(children)] ?? '', error: ERRORS.none };
  }
  const array = /^(.*)\._count$/.exec(element)?.[1];
  if (array !== undefined && rule !== undefined) return { value: String(countOf(values, array)), error: ERRORS.none };
  if (rule === undefined) return deny(element.startsWith('cmi.') ? ERRORS.notImplemented : ERRORS.invalidArgument);
  if (rule.access === 'wo') return deny(ERRORS.writeOnly);
  const index = /^cmi\.objectives\.(\d+)\./.exec(element)?.[1];
  if (index !== undefined && Number(index) >= countOf(values, 'cmi.objectives')) return deny(ERRORS.invalidArgument);
  return { value: values.get(element) ?? '', error: ERRORS.none };
}

/** The type decides what a response may look like, and must therefore be known first (RTE 3.4.4). */
function acceptsResponse(values: Values, element: string, value: string): boolean {
  const record = /^(cmi\.interactions\.\d+)\.(student_response|correct_responses)/.exec(element)?.[1];
  if (record === undefined) return true;
  switch (values.get(`${record}.type`)) {
    case 'true-false':
      return /^[01tf]$/.test(value);
    case 'choice':
      return /^[a-z0-9](,[a-z0-9])*$/.test(value);
    case undefined:
      return false;
    default:
      return true;
  }
}

/** The error a write comes to; `0` when it may be stored. */
export function checkWrite(values: Values, element: string, value: unknown): string {
  const rule = RULES[generic(element)];
  if (rule === undefined) return element.startsWith('cmi.') ? ERRORS.notImplemented : ERRORS.invalidArgument;
  if (rule.access === 'keyword') return ERRORS.keyword;
  if (rule.access === 'ro') return ERRORS.readOnly;
  if (typeof value !== 'string') return ERRORS.wrongType;
  const steps = element.split('.');
  for (const [at, step] of steps.entries()) {
    if (!/^\d+$/.test(step)) continue;
    const array = steps.slice(0, at).join('.');
    // Records are added one after the other, the id first.
    const count = countOf(values, array);
    if (Number(step) > count) return ERRORS.invalidArgument;
    const isFirst = steps[at + 1] === 'id' || steps[at + 1] === 'pattern';
    if (Number(step) === count && !isFirst && steps.length === at + 2) return ERRORS.invalidArgument;
  }
  return rule.accepts(value) && acceptsResponse(values, element, value) ? ERRORS.none : ERRORS.wrongType;
}
