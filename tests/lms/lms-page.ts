/** The page of the fake LMS: a course in a frame of 500 px, as in Moodle, and `window.lms` for tests to drive it. */
import { type Api, createFakeLms, type FakeLms, type Profile } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';

export interface LmsPage {
  /** Makes an LMS; what an earlier one held is forgotten. */
  create(profile: Profile): void;
  lms(): FakeLms;
  /** Every call of a course since `create`, such as `LMSCommit() true`. */
  calls(): readonly string[];
  /** Opens a course's launch page in the frame. */
  launch(url: string): void;
  /** Takes the frame away, as an LMS does when the learner leaves. */
  close(): void;
}

declare global {
  interface Window {
    lms: LmsPage;
    API?: unknown;
  }
}

let current = createFakeLms('strict');
let calls: string[] = [];

function recordCalls(api: Api): Api {
  const through = (name: Exclude<keyof Api, 'LMSGetLastError'>) => (value: string, second?: unknown) => {
    const answer = name === 'LMSSetValue' ? api.LMSSetValue(value, second) : api[name](value);
    calls.push(`${name}(${[value, second].filter((part) => part !== undefined).join(', ')}) ${String(answer)}`);
    return answer;
  };
  return {
    LMSInitialize: through('LMSInitialize'),
    LMSFinish: through('LMSFinish'),
    LMSGetValue: through('LMSGetValue'),
    LMSSetValue: through('LMSSetValue'),
    LMSCommit: through('LMSCommit'),
    LMSGetLastError: () => api.LMSGetLastError(),
    LMSGetErrorString: through('LMSGetErrorString'),
    LMSGetDiagnostic: through('LMSGetDiagnostic'),
  };
}

window.lms = {
  create(profile) {
    current = createFakeLms(profile);
    calls = [];
  },
  lms: () => current,
  calls: () => calls,
  launch(url) {
    const api = current.launch();
    if (api === undefined) delete window.API;
    else window.API = recordCalls(api);
    const frame = document.createElement('iframe');
    frame.name = 'course';
    frame.style.cssText = 'width: 100%; height: 500px; border: 0';
    frame.src = url;
    document.body.append(frame);
  },
  close() {
    current.unload();
    document.querySelector('iframe')?.remove();
  },
};
