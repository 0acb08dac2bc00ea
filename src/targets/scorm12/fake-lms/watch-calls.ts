/** Stands between a course and an LMS: tells of every call in plain words, refuses values or slows saving when asked to. */
import type { CallKind, LmsCall } from '../../../preview/page/practice-lms.ts';
import { describeCall, describeError } from './element-words.ts';
import type { Api } from './fake-lms.ts';
import { ERRORS } from './scorm12-model.ts';

export interface Interference {
  readonly refuseValues: boolean;
  /** How long saving takes. */
  readonly saveMs: number;
}

const KINDS: Readonly<Record<string, CallKind>> = {
  LMSInitialize: 'start',
  LMSFinish: 'end',
  LMSGetValue: 'read',
  LMSSetValue: 'write',
  LMSCommit: 'save',
};

/** An LMS that saves with a synchronous request, as Moodle does, holds up the course's page just so. */
function waitBusy(ms: number): void {
  const end = Date.now() + ms;
  while (Date.now() < end);
}

export function watchCalls(api: Api, interference: () => Interference, onCall: (call: LmsCall) => void): Api {
  /** An error of ours stands until the next call. */
  let ownError: string | undefined;

  const through = (name: keyof Api, args: readonly unknown[], ask: () => unknown): unknown => {
    const { refuseValues, saveMs } = interference();
    const asksError = name === 'LMSGetLastError' || name === 'LMSGetErrorString' || name === 'LMSGetDiagnostic';
    const isRefused = refuseValues && name === 'LMSSetValue';
    if (name === 'LMSCommit') waitBusy(saveMs);
    let answer: unknown;
    if (isRefused) answer = 'false';
    else if (name === 'LMSGetLastError' && ownError !== undefined) answer = ownError;
    else answer = ask();
    if (!asksError) ownError = isRefused ? ERRORS.general : undefined;
    const code = ownError ?? String(api.LMSGetLastError());
    const fails = !asksError && (name === 'LMSGetValue' ? code !== ERRORS.none : String(answer) !== 'true');
    onCall({
      kind: KINDS[name] ?? 'other',
      call: `${name}(${args.map((argument) => JSON.stringify(argument)).join(', ')})`,
      answer: String(answer),
      words: describeCall(name, args, String(answer)),
      error: !fails ? '' : code === ERRORS.none ? 'the LMS does not answer' : describeError(code),
    });
    return answer;
  };

  return {
    LMSInitialize: (empty) => through('LMSInitialize', [empty], () => api.LMSInitialize(empty)),
    LMSFinish: (empty) => through('LMSFinish', [empty], () => api.LMSFinish(empty)),
    LMSGetValue: (element) => through('LMSGetValue', [element], () => api.LMSGetValue(element)),
    LMSSetValue: (element, value) => through('LMSSetValue', [element, value], () => api.LMSSetValue(element, value)),
    LMSCommit: (empty) => through('LMSCommit', [empty], () => api.LMSCommit(empty)),
    LMSGetLastError: () => through('LMSGetLastError', [], () => api.LMSGetLastError()),
    LMSGetErrorString: (code) => through('LMSGetErrorString', [code], () => api.LMSGetErrorString(code)),
    LMSGetDiagnostic: (code) => through('LMSGetDiagnostic', [code], () => api.LMSGetDiagnostic(code)),
  };
}
