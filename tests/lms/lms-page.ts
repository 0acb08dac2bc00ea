/** The page of the fake LMS: a course in a frame of 500 px, as in Moodle, and `window.lms` for tests to drive it. */
import { createFakeLms, type FakeLms, type Profile } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';

export interface LmsPage {
  /** Makes an LMS; what an earlier one held is forgotten. */
  create(profile: Profile): void;
  lms(): FakeLms;
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

window.lms = {
  create(profile) {
    current = createFakeLms(profile);
  },
  lms: () => current,
  launch(url) {
    const api = current.launch();
    if (api === undefined) delete window.API;
    else window.API = api;
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
