/** Finds the object through which an LMS speaks SCORM 1.2. It must not call it. */

/** The eight functions of SCORM 1.2 RTE 3.3; answers may be of any type in the wild. */
export interface Scorm12Api {
  LMSInitialize(empty: ''): unknown;
  LMSFinish(empty: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(empty: ''): unknown;
  LMSGetLastError(): unknown;
}

/** Frames looked through in each chain (lms-rules R1). */
const DEEPEST = 50;
/** An LMS may offer its API a moment after the frame has loaded (lms-rules R1). */
const WAIT_MS = 2000;
const STEP_MS = 100;

function isApi(value: unknown): value is Scorm12Api {
  return value !== null && (typeof value === 'object' || typeof value === 'function') && 'LMSInitialize' in value;
}

/** Reading a window of another origin throws, and so may any step up; `API` may itself be the name of such a frame. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function searchUp(from: Window | null | undefined): Scorm12Api | undefined {
  let here = from;
  for (let depth = 0; depth < DEEPEST && here !== null && here !== undefined; depth++) {
    const frame = here;
    const api = attempt(() => ('API' in frame && isApi(frame.API) ? frame.API : undefined));
    if (api !== undefined) return api;
    const parent = attempt(() => frame.parent);
    if (parent === frame) return undefined;
    here = parent;
  }
  return undefined;
}

/** Looks in the window and its parents, then in the opener's chain (RTE 3.3.6.1). */
export function findApi(from: Window): Scorm12Api | undefined {
  return searchUp(from) ?? searchUp(attempt(() => from.opener)) ?? searchUp(attempt(() => from.top?.opener));
}

/** As `findApi`, tried again for about two seconds. */
export function waitForApi(from: Window): Promise<Scorm12Api | undefined> {
  return new Promise((resolve) => {
    let waited = 0;
    const look = (): void => {
      const api = findApi(from);
      if (api !== undefined || waited >= WAIT_MS) {
        resolve(api);
        return;
      }
      waited += STEP_MS;
      from.setTimeout(look, STEP_MS);
    };
    look();
  });
}
