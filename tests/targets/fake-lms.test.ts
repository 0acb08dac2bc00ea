/** The fake LMS is as strict as it says, and its Moodle has Moodle's habits. */
import { describe, expect, it } from 'vitest';
import { createFakeLms, type FakeLms, type Profile } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';

function launch(profile: Profile, lms: FakeLms = createFakeLms(profile)) {
  const api = lms.launch();
  if (api === undefined) throw new Error('no API');
  api.LMSInitialize('');
  const set = (element: string, value: unknown): string => {
    api.LMSSetValue(element, value);
    return String(api.LMSGetLastError());
  };
  return { lms, api, set };
}

describe('the strict LMS', () => {
  it('refuses what the standard refuses', () => {
    const { set, api } = launch('strict');
    expect(set('cmi.suspend_data', 'x'.repeat(4096))).toBe('0');
    expect(set('cmi.suspend_data', 'x'.repeat(4097))).toBe('405');
    expect(set('cmi.core.lesson_status', 'done')).toBe('405');
    expect(set('cmi.core.lesson_status', 'not attempted')).toBe('405');
    expect(set('cmi.core.score.raw', '101')).toBe('405');
    expect(set('cmi.core.score.raw', '66.667')).toBe('405');
    expect(set('cmi.core.score.raw', 80)).toBe('405');
    expect(set('cmi.core.exit', 'normal')).toBe('405');
    expect(set('cmi.core.session_time', '0:01:02')).toBe('405');
    expect(set('cmi.core.student_name', 'x')).toBe('403');
    expect(set('cmi.core._children', 'x')).toBe('402');
    expect(set('cmi.nothing', 'x')).toBe('401');
    expect(set('cmi.interactions.0.type', 'choice')).toBe('201');
    expect(set('cmi.interactions.1.id', 'a')).toBe('201');
    expect(set('cmi.interactions.0.id', 'with blank')).toBe('405');
    expect(set('cmi.interactions.0.id', 'a')).toBe('0');
    expect(set('cmi.interactions.0.student_response', 'a')).toBe('405');
    expect(set('cmi.interactions.0.type', 'choice')).toBe('0');
    expect(set('cmi.interactions.0.student_response', 'a;b')).toBe('405');
    expect(set('cmi.interactions.0.result', 'incorrect')).toBe('405');
    api.LMSGetValue('cmi.interactions.0.id');
    expect(api.LMSGetLastError()).toBe('404');
  });

  it('denies everything before Initialize and after Finish, and keeps only what was committed', () => {
    const { lms, api, set } = launch('strict');
    set('cmi.core.lesson_location', 'one');
    expect(lms.dump()['cmi.core.lesson_location']).toBeUndefined();
    api.LMSCommit('');
    expect(lms.dump()['cmi.core.lesson_location']).toBe('one');
    api.LMSFinish('');
    expect(set('cmi.core.lesson_location', 'two')).toBe('301');
    expect(api.LMSFinish('')).toBe('false');
  });
});

describe('the Moodle profile', () => {
  it('stores an untouched status as completed at Finish', () => {
    const { lms, api } = launch('moodle');
    api.LMSFinish('');
    expect(lms.dump()['cmi.core.lesson_status']).toBe('completed');
  });

  it('never sends again what a failed commit lost', () => {
    const { lms, api, set } = launch('moodle');
    set('cmi.core.score.raw', '80');
    lms.breakCommits('refuse');
    expect(api.LMSCommit('')).toBe('false');
    lms.breakCommits('no');
    set('cmi.core.score.raw', '80');
    expect(api.LMSCommit('')).toBe('true');
    expect(lms.dump()['cmi.core.score.raw']).toBeUndefined();
  });

  it('reopens a passed course for review, and stores what is written there all the same', () => {
    const { lms, api, set } = launch('moodle');
    set('cmi.core.lesson_status', 'passed');
    set('cmi.core.score.raw', '90');
    api.LMSFinish('');
    const again = launch('moodle', lms);
    expect(again.api.LMSGetValue('cmi.core.lesson_mode')).toBe('review');
    again.set('cmi.core.score.raw', '10');
    again.api.LMSCommit('');
    expect(lms.dump()['cmi.core.score.raw']).toBe('10');
  });

  it('loses all when too much is left for the beacon, because a session’s first commit sends old interactions again', () => {
    const { lms, api, set } = launch('moodle');
    for (let at = 0; at < 210; at++) {
      set(`cmi.interactions.${at}.id`, `q-${at}`);
      set(`cmi.interactions.${at}.type`, 'choice');
    }
    api.LMSFinish('');
    const again = launch('moodle', lms);
    again.set('cmi.suspend_data', 'new');
    lms.unload();
    expect(again.api.LMSFinish('')).toBe('true');
    expect(lms.dump()['cmi.suspend_data']).toBeUndefined();
  });
});
