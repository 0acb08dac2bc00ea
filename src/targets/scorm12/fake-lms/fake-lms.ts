/**
 * An LMS for tests and for the preview: the SCORM 1.2 API over what its server would hold, strict, or with the habits of a product. It runs in the
 * page around the course's frame, or in Node. What the server holds outlives a launch.
 */
import { checkWrite, ERRORS, readElement, type Values } from './scorm12-model.ts';

export const PROFILES = ['strict', 'moodle', 'openedx', 'mute', 'none', 'slow'] as const;
export type Profile = (typeof PROFILES)[number];

export interface Counts {
  readonly calls: number;
  readonly reads: number;
  readonly writes: number;
  readonly commits: number;
  readonly finishes: number;
  /** Writes that were refused: element, value and error code. */
  readonly refused: readonly string[];
}

export interface FakeLms {
  /** The API object of a new launch; undefined for the profile `none`. */
  launch(): Api | undefined;
  /** From now on the page is going away. */
  unload(): void;
  /** `refuse`: commits answer "false"; `lie`: they answer "true" and nothing arrives. */
  breakCommits(how: 'no' | 'refuse' | 'lie'): void;
  /** What the server holds, element by element. */
  dump(): Readonly<Record<string, string>>;
  /** Puts a value where the server holds it. */
  put(element: string, value: string): void;
  counts(): Counts;
}

/** RTE 3.3; answers may be of any type in the wild. */
export interface Api {
  LMSInitialize(empty: string): unknown;
  LMSFinish(empty: string): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: unknown): unknown;
  LMSCommit(empty: string): unknown;
  LMSGetLastError(): unknown;
  LMSGetErrorString(code: string): unknown;
  LMSGetDiagnostic(code: string): unknown;
}

/** Bytes and fields of the beacon that Moodle sends while a page goes. */
const BEACON_BYTES = 64 * 1024;
const BEACON_FIELDS = 400;

function waitBusy(ms: number): void {
  const end = Date.now() + ms;
  while (Date.now() < end);
}

function addTimes(a: string, b: string): string {
  const seconds = (text: string): number => {
    const [h = '0', m = '0', s = '0'] = text.split(':');
    return Number(h) * 3600 + Number(m) * 60 + Number(s);
  };
  const sum = seconds(a || '0000:00:00') + seconds(b);
  const pad = (value: number, width: number): string => String(Math.floor(value)).padStart(width, '0');
  return `${pad(sum / 3600, 4)}:${pad((sum / 60) % 60, 2)}:${pad(sum % 60, 2)}.${pad((sum * 100) % 100, 2)}`;
}

export function createFakeLms(profile: Profile): FakeLms {
  const server: Values = new Map([
    ['cmi.core.student_id', 'learner-17'],
    ['cmi.core.student_name', 'Doe, Jane'],
    ['cmi.core.lesson_status', 'not attempted'],
    ['cmi.core.credit', 'credit'],
    ['cmi.core.lesson_mode', 'normal'],
    ['cmi.core.entry', 'ab-initio'],
    ['cmi.core.total_time', '0000:00:00.00'],
  ]);
  let page: Values = new Map();
  /** What the page believes to have sent (Moodle). */
  let sent: Values = new Map();
  let running = false;
  let unloading = false;
  let broken: 'no' | 'refuse' | 'lie' = 'no';
  let error: string = ERRORS.none;
  const count = { calls: 0, reads: 0, writes: 0, commits: 0, finishes: 0 };
  const refused: string[] = [];

  const answer = (code: string): 'true' | 'false' => {
    error = code;
    return code === ERRORS.none ? 'true' : 'false';
  };
  /** Elements that the SCO wrote and the server does not have yet. */
  const pending = (): readonly (readonly [string, string])[] =>
    [...page].filter(
      ([element, value]) =>
        sent.get(element) !== value &&
        !/\.(student_id|student_name|credit|lesson_mode|entry|total_time)$/.test(element),
    );
  const send = (): boolean => {
    const fields = pending();
    if (profile === 'moodle') for (const [element, value] of fields) sent.set(element, value);
    if (broken !== 'no') return broken === 'lie';
    if (profile === 'moodle' && unloading) {
      const bytes = fields.reduce(
        (total, [element, value]) => total + element.length + encodeURIComponent(value).length + 2,
        0,
      );
      if (bytes > BEACON_BYTES || fields.length > BEACON_FIELDS) return true;
    }
    for (const [element, value] of fields) {
      server.set(element, value);
      sent.set(element, value);
    }
    return true;
  };
  const commit = (): unknown => {
    if (profile === 'slow' && !unloading) waitBusy(2000);
    return answer(send() ? ERRORS.none : ERRORS.general);
  };
  const finish = (): unknown => {
    if (profile === 'moodle' && page.get('cmi.core.lesson_status') === 'not attempted')
      page.set('cmi.core.lesson_status', 'completed');
    const done = send();
    server.set(
      'cmi.core.total_time',
      addTimes(server.get('cmi.core.total_time') ?? '', page.get('cmi.core.session_time') ?? ''),
    );
    server.set('cmi.core.entry', server.get('cmi.core.exit') === 'suspend' ? 'resume' : '');
    running = false;
    return answer(done ? ERRORS.none : ERRORS.general);
  };
  const read = (element: string): unknown => {
    if (profile === 'openedx') return page.get(element) ?? '';
    const found = readElement(page, element);
    error = found.error;
    // Moodle answers a number here.
    return profile === 'moodle' && element.endsWith('._count') ? Number(found.value) : found.value;
  };
  const write = (element: string, value: unknown): unknown => {
    const code = profile === 'openedx' ? ERRORS.none : checkWrite(page, element, value);
    if (code === ERRORS.none) page.set(element, String(value));
    else refused.push(`${element}=${String(value).slice(0, 60)} (${code})`);
    return answer(code);
  };
  const open = (): void => {
    page = new Map(server);
    const status = server.get('cmi.core.lesson_status') ?? '';
    const over = profile === 'moodle' && ['passed', 'completed', 'failed'].includes(status);
    if (over) page.set('cmi.core.lesson_mode', 'review').set('cmi.core.credit', 'no-credit');
    for (const element of ['cmi.core.exit', 'cmi.core.session_time']) page.delete(element);
    if (profile === 'openedx') {
      page = new Map([...server].filter(([element]) => !/credit|lesson_mode|entry|not attempted/.test(element)));
      if (status === 'not attempted') page.delete('cmi.core.lesson_status');
    }
    // The first commit of a session sends the interactions and objectives of earlier ones again.
    sent = new Map([...page].filter(([element]) => !/^cmi\.(interactions|objectives)\./.test(element)));
  };

  const whenRunning = (act: () => unknown, denied: unknown): unknown => {
    count.calls++;
    if (profile === 'mute') return '';
    if (running) return act();
    error = ERRORS.notInitialized;
    return denied;
  };
  const api: Api = {
    LMSInitialize(empty) {
      count.calls++;
      if (profile === 'mute') return '';
      if (running || empty !== '') return answer(running ? ERRORS.general : ERRORS.invalidArgument);
      running = true;
      return answer(ERRORS.none);
    },
    LMSFinish(empty) {
      count.finishes++;
      return whenRunning(() => (empty === '' ? finish() : answer(ERRORS.invalidArgument)), 'false');
    },
    LMSGetValue(element) {
      count.reads++;
      return whenRunning(() => read(element), '');
    },
    LMSSetValue(element, value) {
      count.writes++;
      return whenRunning(() => write(element, value), 'false');
    },
    LMSCommit(empty) {
      count.commits++;
      return whenRunning(() => (empty === '' ? commit() : answer(ERRORS.invalidArgument)), 'false');
    },
    LMSGetLastError: () => error,
    LMSGetErrorString: (code) => `error ${code}`,
    LMSGetDiagnostic: (code) => `error ${code}`,
  };

  return {
    launch() {
      running = false;
      unloading = false;
      open();
      return profile === 'none' ? undefined : api;
    },
    unload() {
      unloading = true;
    },
    breakCommits(how) {
      broken = how;
    },
    dump: () => Object.fromEntries([...server].sort(([a], [b]) => (a < b ? -1 : 1))),
    put: (element, value) => void server.set(element, value),
    counts: () => ({ ...count, refused: [...refused] }),
  };
}
