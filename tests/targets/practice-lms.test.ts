/** The LMS of the preview: each thing that can go wrong there does go wrong, from the moment it is chosen. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LmsCall, PracticeSettings, Stored, Visit } from '../../src/preview/page/practice-lms.ts';
import type { Api } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';
import { createPracticeLms } from '../../src/targets/scorm12/fake-lms/practice-lms.ts';

const PLAIN: PracticeSettings = { profile: 'strict', fault: 'none', slow: false, review: false };

interface Opened {
  readonly api: Api;
  readonly visit: Visit;
  readonly calls: readonly LmsCall[];
}

function open(settings: Partial<PracticeSettings>, stored: Stored = {}): Opened {
  const holder: { API?: unknown } = {};
  const calls: LmsCall[] = [];
  const visit = createPracticeLms(holder).open(stored, { ...PLAIN, ...settings }, (call) => calls.push(call));
  const api = holder.API as Api;
  api.LMSInitialize('');
  return { api, visit, calls };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what goes wrong', () => {
  const LOCATION = 'cmi.core.lesson_location';
  const place = (visit: Visit) => visit.stored()[LOCATION];

  it('is nothing at first: what was set and saved is there at the next visit', () => {
    const { api, visit } = open({});
    expect(api.LMSSetValue(LOCATION, 'codes')).toBe('true');
    expect(api.LMSCommit('')).toBe('true');
    expect(place(visit)).toBe('codes');
    expect(open({}, visit.stored()).api.LMSGetValue(LOCATION)).toBe('codes');
  });

  it.each(['connection', 'saving'] as const)('"%s": values are taken, saving is refused', (fault) => {
    const { api, visit, calls } = open({ fault });
    expect(api.LMSSetValue(LOCATION, 'codes')).toBe('true');
    expect(api.LMSCommit('')).toBe('false');
    expect(calls.at(-1)?.error).not.toBe('');
    expect(place(visit)).toBeFalsy();
  });

  it('"values": every value is refused, and why is told', () => {
    const { api, visit, calls } = open({ fault: 'values' });
    expect(api.LMSSetValue(LOCATION, 'codes')).toBe('false');
    expect(api.LMSGetLastError()).toBe('101');
    expect(calls.some(({ kind, error }) => kind === 'write' && error !== '')).toBe(true);
    expect(api.LMSCommit('')).toBe('true');
    expect(place(visit)).toBeFalsy();
  });

  it('"lie": all is answered with yes, and nothing is kept', () => {
    const { api, visit, calls } = open({ fault: 'lie' });
    expect(api.LMSSetValue(LOCATION, 'codes')).toBe('true');
    expect(api.LMSCommit('')).toBe('true');
    expect(calls.every(({ error }) => error === '')).toBe(true);
    expect(place(visit)).toBeFalsy();
  });

  it('begins and ends in the middle of a visit', () => {
    const { api, visit } = open({});
    visit.change({ ...PLAIN, fault: 'saving' });
    api.LMSSetValue(LOCATION, 'codes');
    expect(api.LMSCommit('')).toBe('false');
    visit.change(PLAIN);
    expect(api.LMSCommit('')).toBe('true');
    expect(place(visit)).toBe('codes');
  });
});

it('slow: saving alone holds the course up for two seconds, and no longer when the learner leaves', () => {
  let clock = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => {
    clock += 50;
    return clock;
  });
  const spent = (act: () => void): number => {
    const before = clock;
    act();
    return clock - before;
  };
  const { api, visit } = open({ slow: true });
  expect(spent(() => api.LMSSetValue('cmi.core.lesson_location', 'codes'))).toBeLessThan(1000);
  const saving = spent(() => api.LMSCommit(''));
  expect(saving).toBeGreaterThanOrEqual(2000);
  expect(saving).toBeLessThan(3000);
  visit.leave();
  expect(spent(() => api.LMSCommit(''))).toBeLessThan(1000);
});

it('review: the course learns that it is only looked at, and the next visit is a normal one again', () => {
  const { api, visit } = open({ review: true });
  expect(api.LMSGetValue('cmi.core.lesson_mode')).toBe('review');
  expect(api.LMSGetValue('cmi.core.credit')).toBe('no-credit');
  expect(open({}, visit.stored()).api.LMSGetValue('cmi.core.lesson_mode')).toBe('normal');
});

it.each([
  ['strict', 'normal'],
  ['moodle', 'normal'],
  ['openedx', ''],
  ['mute', ''],
])('the LMS "%s" is offered, and answers "%s" when asked for the mode', (profile, mode) => {
  expect(createPracticeLms({}).profiles.map(({ name }) => name)).toContain(profile);
  const { api } = open({ profile });
  expect(api.LMSGetValue('cmi.core.lesson_mode')).toBe(mode);
});

it('without an LMS there is nothing to find', () => {
  const holder: { API?: unknown } = { API: 'an older one' };
  createPracticeLms(holder).open({}, { ...PLAIN, profile: 'none' }, () => undefined);
  expect(holder).toEqual({});
});
