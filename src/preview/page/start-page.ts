/**
 * The preview's page: a course in an LMS frame, what passes between the two, and what can go wrong. A target hands in its LMS;
 * the page must not know any format, nor how the course is built.
 */
import { EVENTS_PATH, type PreviewPackage, type PreviewState } from '../preview-state.ts';
import { createCallList } from './call-list.ts';
import { createCourseFrame, type FramePlace } from './course-frame.ts';
import { button, checkbox, element, radios, select } from './elements.ts';
import {
  type FrameSize,
  forgetMirrors,
  keepSettings,
  keepStored,
  type PageSettings,
  readSettings,
  readStored,
} from './kept-data.ts';
import { PAGE_WORDS as WORDS } from './page-words.ts';
import { FAULTS, type Fault, type PracticeLms, type Stored, type Visit } from './practice-lms.ts';
import { createProblemsView } from './problems-view.ts';
import { drawGradebook, drawHeld } from './stored-views.ts';
import { createTabs } from './tabs.ts';

const SIZES: readonly FrameSize[] = ['moodle', 'phone', 'full'];

function toFault(text: string): Fault {
  return FAULTS.find((fault) => fault === text) ?? 'none';
}

function toSize(text: string): FrameSize {
  return SIZES.find((size) => size === text) ?? 'moodle';
}

export function startPreviewPage(lms: PracticeLms): void {
  const found = readSettings({
    profile: lms.profiles[0]?.name ?? '',
    fault: 'none',
    slow: false,
    review: false,
    size: 'moodle',
  });
  const isKnown = lms.profiles.some(({ name }) => name === found.profile);
  let settings: PageSettings = {
    ...found,
    profile: isKnown ? found.profile : (lms.profiles[0]?.name ?? ''),
    fault: toFault(found.fault),
    size: toSize(found.size),
  };
  let state: PreviewState | undefined;
  let shown: PreviewPackage | undefined;
  let visit: Visit | undefined;
  let drawing = false;

  const live = element('p', { class: 'unseen', role: 'status' });
  const tell = (text: string): void => {
    live.textContent = text;
  };
  const frame = createCourseFrame();
  const problems = createProblemsView();
  const calls = createCallList(tell);
  const held = element('div');
  const gradebook = element('div');

  // What the LMS holds

  const stored = (): Stored => visit?.stored() ?? (shown === undefined ? {} : readStored(shown.name));
  const drawStored = (): void => {
    drawing = false;
    if (tabs.shown() === 'held') held.replaceChildren(...drawHeld(lms, stored()));
    if (tabs.shown() === 'gradebook') gradebook.replaceChildren(...drawGradebook(lms, stored()));
  };
  const drawStoredSoon = (): void => {
    if (drawing) return;
    drawing = true;
    window.setTimeout(drawStored, 50);
  };
  const keep = (): void => {
    if (shown !== undefined && visit !== undefined) keepStored(shown.name, visit.stored());
    drawStoredSoon();
  };

  // Visits

  const leave = (): void => {
    visit?.leave();
    frame.close();
    keep();
    visit = undefined;
  };
  const enter = (place?: FramePlace): void => {
    if (shown === undefined) return;
    calls.startVisit();
    visit = lms.open(readStored(shown.name), settings, (call) => {
      calls.add(call);
      if (call.kind === 'save' || call.kind === 'end') keep();
    });
    frame.setConnected(settings.fault !== 'connection');
    frame.open(shown, place);
    document.title = WORDS.documentTitle(shown.title);
    lmsTitle.textContent = shown.title;
    drawStoredSoon();
  };
  const revisit = (place?: FramePlace): void => {
    leave();
    enter(place);
  };
  const forget = (): void => {
    if (shown === undefined) return;
    leave();
    keepStored(shown.name, {});
    forgetMirrors();
    enter();
    tell(WORDS.told.forgotten);
  };
  const change = (next: Partial<PageSettings>): void => {
    const before = settings;
    settings = { ...settings, ...next };
    keepSettings(settings);
    stage.dataset.size = settings.size;
    visit?.change(settings);
    frame.setConnected(settings.fault !== 'connection');
    about.textContent = lms.profiles.find(({ name }) => name === settings.profile)?.about ?? '';
    if (before.profile !== settings.profile || before.review !== settings.review) revisit(frame.place());
  };

  // What is on the page

  const about = element('p', { class: 'about' });
  const words = WORDS.settings;
  const controls = element(
    'fieldset',
    { class: 'settings' },
    element('legend', {}, words.title),
    select(
      words.profile,
      lms.profiles.map(({ name, title }) => ({ value: name, text: title })),
      settings.profile,
      (profile) => change({ profile }),
    ).field,
    about,
    select(
      words.fault,
      FAULTS.map((fault) => ({ value: fault, text: words.faults[fault] })),
      settings.fault,
      (fault) => change({ fault: toFault(fault) }),
    ).field,
    checkbox(words.slow, settings.slow, (slow) => change({ slow })),
    checkbox(words.review, settings.review, (review) => change({ review })),
    element(
      'div',
      { class: 'buttons' },
      button(words.again, () => {
        revisit();
        tell(WORDS.told.again);
      }),
      button(words.forget, forget),
    ),
  );
  const tabs = createTabs(WORDS.panel, [
    { name: 'calls', title: WORDS.tabs.calls, content: calls.field },
    { name: 'held', title: WORDS.tabs.held, content: held, onShow: drawStoredSoon },
    { name: 'gradebook', title: WORDS.tabs.gradebook, content: gradebook, onShow: drawStoredSoon },
  ]);
  const course = select(WORDS.course, [], '', (name) => {
    leave();
    shown = state?.packages.find((one) => one.name === name);
    enter();
  });
  const sizes = radios(
    WORDS.size,
    'size',
    SIZES.map((size) => ({ value: size, text: WORDS.sizes[size] })),
    settings.size,
    (size) => change({ size: toSize(size) }),
  );
  const status = element('p', { class: 'status', role: 'status' }, WORDS.waiting);
  const lmsTitle = element('span', { class: 'lms-title' });
  const stage = element(
    'main',
    { class: 'stage', 'data-size': settings.size },
    element('h2', { class: 'unseen' }, WORDS.stage),
    element(
      'div',
      { class: 'lms' },
      element('p', { class: 'lms-bar' }, lmsTitle, element('span', {}, WORDS.learner(WORDS.learnerName))),
      frame.field,
    ),
    problems.field,
  );
  document.body.replaceChildren(
    element('header', { class: 'top' }, element('h1', {}, WORDS.title), course.field, sizes, status, problems.toggle),
    stage,
    element(
      'aside',
      { class: 'panel', 'aria-label': WORDS.panel },
      element('h2', {}, WORDS.panel),
      controls,
      tabs.field,
    ),
    live,
  );
  change({});

  // What the server says

  const listCourses = (packages: readonly PreviewPackage[]): void => {
    const names = packages.map(({ name, title }) => `${name}\0${title}`).join('\0');
    if (course.control.dataset.names !== names) {
      course.control.dataset.names = names;
      course.control.replaceChildren(...packages.map(({ name, title }) => element('option', { value: name }, title)));
    }
    course.field.hidden = packages.length < 2;
    if (shown !== undefined) course.control.value = shown.name;
  };
  const timeNow = (): string => new Date().toLocaleTimeString();
  const take = (next: PreviewState): void => {
    const isNewBuild = next.builds !== state?.builds;
    state = next;
    const before = shown;
    const chosen = next.packages.find(({ name }) => name === before?.name) ?? next.packages[0];
    if (chosen?.name !== before?.name) {
      leave();
      shown = chosen;
      enter();
    } else if (chosen?.build !== before?.build) {
      const place = frame.place();
      leave();
      shown = chosen;
      enter(place);
    } else shown = chosen;
    if (shown === undefined) frame.say(next.builds === 0 ? WORDS.waiting : WORDS.nothingYet);
    listCourses(next.packages);
    problems.show(next);
    stage.dataset.stale = String(shown?.stale ?? false);
    if (next.building) status.textContent = WORDS.status.building;
    else if (isNewBuild || status.dataset.lost === 'true')
      status.textContent = shown?.stale === true ? WORDS.status.kept(timeNow()) : WORDS.status.built(timeNow());
    status.dataset.lost = 'false';
  };

  const events = new EventSource(EVENTS_PATH);
  events.addEventListener('message', ({ data }) => take(JSON.parse(String(data))));
  events.addEventListener('error', () => {
    status.dataset.lost = 'true';
    status.textContent = WORDS.status.lost;
  });
}
