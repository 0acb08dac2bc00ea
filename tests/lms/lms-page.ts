/** The page of the fake LMS: a course in a frame of 500 px, as in Moodle, and `window.lms` for tests to drive it. */
import { type Api, createFakeLms, type FakeLms, type Profile } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';

export interface LmsPage {
  /**
   * Makes an LMS; what an earlier one held is forgotten.
   * @param store where its server keeps what it holds, so that it outlives this page; in this page's memory where there is none
   */
  create(profile: Profile, store?: string): void;
  lms(): FakeLms;
  /** Every call of a course since `create`, such as `LMSCommit() true`. */
  calls(): readonly string[];
  /** Calls that left an error, each with its code. */
  faults(): readonly string[];
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
let faults: string[] = [];
let kept: string | undefined;

/** In one go with the call, as LMSs do: what was answered with "true" has arrived. */
function ask(method: 'GET' | 'POST', store: string, body: string): string {
  const request = new XMLHttpRequest();
  request.open(method, `/store/${store}`, false);
  request.send(body);
  if (request.status >= 400) throw new Error(`the store answered ${request.status}`);
  return request.responseText;
}

/** Sends what the LMS's server holds now; "false" where it does not get through. */
function keep(answer: unknown): unknown {
  if (kept === undefined || String(answer) !== 'true') return answer;
  const held = JSON.stringify(current.dump());
  try {
    ask('POST', kept, held);
    return answer;
  } catch {
    // While a page goes, browsers allow nothing but a beacon, which says nothing of its arrival.
    return navigator.sendBeacon(`/store/${kept}`, held) ? answer : 'false';
  }
}

function recordCalls(api: Api): Api {
  const through = (name: Exclude<keyof Api, 'LMSGetLastError'>) => (value: string, second?: unknown) => {
    const own = name === 'LMSSetValue' ? api.LMSSetValue(value, second) : api[name](value);
    const answer = name === 'LMSCommit' || name === 'LMSFinish' ? keep(own) : own;
    const call = `${name}(${[value, second].filter((part) => part !== undefined).join(', ')})`;
    calls.push(`${call} ${String(answer)}`);
    const code = String(api.LMSGetLastError());
    if (code !== '0') faults.push(`${call} ${code}`);
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
  create(profile, store) {
    current = createFakeLms(profile);
    kept = store;
    if (store !== undefined) {
      const held: Record<string, string> = JSON.parse(ask('GET', store, ''));
      for (const [element, value] of Object.entries(held)) current.put(element, value);
    }
    calls = [];
    faults = [];
  },
  lms: () => current,
  calls: () => calls,
  faults: () => faults,
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
