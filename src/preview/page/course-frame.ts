/** The frame that holds a course: opens, leaves and reopens it at the same place. It must not know the LMS. */
import { element } from './elements.ts';
import { PAGE_WORDS } from './page-words.ts';

/** Where the learner is in the course. */
export interface FramePlace {
  readonly hash: string;
  readonly scroll: number;
}

export interface CourseFrame {
  readonly field: HTMLElement;
  open(course: { readonly address: string; readonly title: string }, place?: FramePlace): void;
  /** Shows a sentence where the course would be. */
  say(text: string): void;
  /** Takes the course away, as an LMS does when the learner leaves. */
  close(): void;
  place(): FramePlace | undefined;
  /** While false, the course's own requests fail. */
  setConnected(connected: boolean): void;
}

const POLL_MS = 50;
const PATIENCE_MS = 2000;

/** A window that may be gone. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

export function createCourseFrame(): CourseFrame {
  const field = element('div', { class: 'frame' });
  let frame: HTMLIFrameElement | undefined;
  let connected = true;
  /** The open course's own. */
  let original: Window['fetch'] | undefined;
  let wasInside = false;

  const applyConnection = (): void => {
    const view = frame?.contentWindow;
    if (view === null || view === undefined) return;
    attempt(() => {
      original ??= view.fetch;
      view.fetch = connected ? original : () => Promise.reject(new TypeError('the connection is lost'));
    });
  };

  /** The player fills the page after it has loaded: waits until the page is long enough and has stopped growing. */
  const scrollTo = (opened: HTMLIFrameElement, scroll: number): void => {
    let height = -1;
    let waited = 0;
    const look = (): void => {
      const view = opened.contentWindow;
      if (opened !== frame || view === null) return;
      const found = attempt(() => view.document.documentElement.scrollHeight) ?? 0;
      if (found === height && found >= scroll + view.innerHeight) view.scrollTo({ top: scroll, behavior: 'instant' });
      else if (waited < PATIENCE_MS) window.setTimeout(look, POLL_MS);
      height = found;
      waited += POLL_MS;
    };
    look();
  };

  return {
    field,
    open({ address, title }, place) {
      const held = document.activeElement;
      const takesFocus = wasInside;
      const opened = element('iframe', { title: PAGE_WORDS.frameTitle(title), src: `${address}${place?.hash ?? ''}` });
      opened.addEventListener('load', () => {
        applyConnection();
        if (place !== undefined && place.scroll > 0) scrollTo(opened, place.scroll);
        if (takesFocus) opened.focus();
        else if (held instanceof HTMLElement && held.isConnected && held !== document.body) held.focus();
      });
      frame = opened;
      original = undefined;
      field.replaceChildren(opened);
    },
    say(text) {
      field.replaceChildren(element('p', { class: 'empty' }, text));
    },
    close() {
      const leaving = frame;
      frame = undefined;
      wasInside = leaving !== undefined && document.activeElement === leaving;
      leaving?.remove();
    },
    place() {
      const view = frame?.contentWindow;
      if (view === null || view === undefined) return undefined;
      return attempt(() => ({ hash: view.location.hash, scroll: Math.round(view.scrollY) }));
    },
    setConnected(now) {
      connected = now;
      applyConnection();
    },
  };
}
