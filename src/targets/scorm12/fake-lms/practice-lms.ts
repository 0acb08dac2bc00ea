/** The fake LMS as the preview's page wants it: profiles, faults and plain words over what its server holds. */
import type { PracticeLms, PracticeSettings } from '../../../preview/page/practice-lms.ts';
import { describeElement } from './element-words.ts';
import { createFakeLms, type FakeLms, PROFILES, type Profile } from './fake-lms.ts';
import { showAsMoodle } from './moodle-gradebook.ts';
import { watchCalls } from './watch-calls.ts';

const SLOW_MS = 2000;

/** Slowness is a setting of its own here, for every product. */
const SHOWN = {
  strict: {
    title: 'Strict SCORM 1.2',
    about: 'Takes only what the standard allows. What works here works nearly everywhere.',
  },
  moodle: {
    title: 'Moodle',
    about: 'Moodle 4.5: stores an untouched status as completed, reopens a finished course for review.',
  },
  openedx: {
    title: 'Open edX',
    about: 'As the SCORM block of Open edX: takes any value, answers nothing for what it does not know.',
  },
  mute: { title: 'One that never answers', about: 'Is there, but answers nothing. Nothing is saved.' },
  none: { title: 'None', about: 'As opened from a web server: the course says that nothing is tracked.' },
} satisfies Readonly<Record<Exclude<Profile, 'slow'>, { readonly title: string; readonly about: string }>>;

function toProfile(name: string): Profile {
  return PROFILES.find((profile) => profile === name) ?? 'strict';
}

/** What the LMS itself decides at each visit. */
const OF_THE_VISIT = ['cmi.core.lesson_mode', 'cmi.core.credit'] as const;

function applyFault(lms: FakeLms, { fault }: PracticeSettings): void {
  switch (fault) {
    case 'connection':
    case 'saving':
      lms.breakCommits('refuse');
      break;
    case 'lie':
      lms.breakCommits('lie');
      break;
    case 'none':
    case 'values':
      lms.breakCommits('no');
      break;
  }
}

/** @param holder the window in whose frame the course looks for its LMS (RTE 3.3.6.1) */
export function createPracticeLms(holder: { API?: unknown }): PracticeLms {
  return {
    title: 'SCORM 1.2',
    profiles: Object.entries(SHOWN).map(([name, { title, about }]) => ({ name, title, about })),
    open(stored, first, onCall) {
      let settings = first;
      let leaving = false;
      const lms = createFakeLms(toProfile(settings.profile));
      for (const [element, value] of Object.entries(stored)) lms.put(element, value);
      lms.put('cmi.core.lesson_mode', settings.review ? 'review' : 'normal');
      lms.put('cmi.core.credit', settings.review ? 'no-credit' : 'credit');
      applyFault(lms, settings);
      const api = lms.launch();
      const interference = () => ({
        refuseValues: settings.fault === 'values',
        saveMs: settings.slow && !leaving ? SLOW_MS : 0,
      });
      if (api === undefined) delete holder.API;
      else holder.API = watchCalls(api, interference, onCall);
      return {
        change(next) {
          settings = { ...next, profile: settings.profile, review: settings.review };
          applyFault(lms, settings);
        },
        leave() {
          leaving = true;
          lms.unload();
        },
        stored() {
          const held = Object.entries(lms.dump());
          return Object.fromEntries(held.filter(([element]) => !OF_THE_VISIT.some((own) => own === element)));
        },
      };
    },
    describe: (stored) =>
      Object.entries(stored).map(([name, value]) => ({ name, value, words: describeElement(name) })),
    gradebook: showAsMoodle,
  };
}
