/** Clock, storage and network of this browser, each of which may be refused. */
import { checkOf, tagOf } from '../shared/tags.ts';
import type { Clock, Mirror, Probe } from './session/environment.ts';

export const browserClock: Clock = {
  now: () => Date.now(),
  ticks: () => performance.now(),
  later(ms, run) {
    const timer = window.setTimeout(run, ms);
    return () => window.clearTimeout(timer);
  },
};

function tried<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

/** Keyed by course and learner (R8); the learner's id is hashed, because others may look into this browser. */
export function openBrowserMirror(packageName: string, learnerId: string): Mirror {
  const prefix = `coursewright/${packageName}/${tagOf(learnerId)}${checkOf(`learner ${learnerId}`)}/`;
  return {
    read: (name) => tried(() => window.localStorage.getItem(prefix + name) ?? '', ''),
    write: (name, text) =>
      tried(() => {
        if (text === '') window.localStorage.removeItem(prefix + name);
        else window.localStorage.setItem(prefix + name, text);
        return true;
      }, false),
    clear: () =>
      tried(() => {
        const names = Object.keys(window.localStorage).filter((name) => name.startsWith(prefix));
        for (const name of names) window.localStorage.removeItem(name);
      }, undefined),
  };
}

/** Asks for the launch page's head. An expired session answers with a redirect, which counts as no. */
export const browserProbe: Probe = async () => {
  if (typeof fetch !== 'function' || !location.protocol.startsWith('http')) return undefined;
  try {
    const options: RequestInit = { method: 'HEAD', cache: 'no-store', redirect: 'manual', credentials: 'same-origin' };
    return (await fetch(location.pathname + location.search, options)).ok;
  } catch {
    return false;
  }
};
