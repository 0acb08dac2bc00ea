/** What outlives a reload of the page: settings, and for each package what the LMS holds. A browser may refuse to keep anything. */
import type { PracticeSettings, Stored } from './practice-lms.ts';

const PREFIX = 'coursewright-preview/';
/** The player's own copies of a learner's state begin so. */
const PLAYER_PREFIX = 'coursewright/';

export type FrameSize = 'moodle' | 'phone' | 'full';

export interface PageSettings extends PracticeSettings {
  readonly size: FrameSize;
}

function tried<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

function readRecord(name: string): Readonly<Record<string, unknown>> {
  const found: unknown = tried(() => JSON.parse(window.sessionStorage.getItem(PREFIX + name) ?? '{}'), {});
  return typeof found === 'object' && found !== null ? { ...found } : {};
}

function write(name: string, value: object): void {
  tried(() => window.sessionStorage.setItem(PREFIX + name, JSON.stringify(value)), undefined);
}

export function readStored(packageName: string): Stored {
  return Object.fromEntries(
    Object.entries(readRecord(`lms/${packageName}`)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

export function keepStored(packageName: string, stored: Stored): void {
  write(`lms/${packageName}`, stored);
}

/** What was set before, as far as it is still of the right kind. */
export function readSettings(preset: PageSettings): PageSettings {
  const found = readRecord('settings');
  const same = Object.entries(preset).map(([key, value]) => [
    key,
    typeof found[key] === typeof value ? found[key] : value,
  ]);
  return { ...preset, ...Object.fromEntries(same) };
}

export function keepSettings(settings: PageSettings): void {
  write('settings', settings);
}

/** Forgets what the player itself kept in this browser. */
export function forgetMirrors(): void {
  tried(() => {
    const names = Object.keys(window.localStorage).filter((name) => name.startsWith(PLAYER_PREFIX));
    for (const name of names) window.localStorage.removeItem(name);
  }, undefined);
}
