/** Puts the player together on the launch page: data, session, views and the page's own events. */
import type { ConnectToLms } from '../shared/lms-session.ts';
import type { LookUpContent } from '../shared/look-up.ts';
import type { PackageData } from '../shared/package-data.ts';
import { type CarriedTables, openPlayerWords } from '../shared/words/player-words.ts';
import { browserClock, browserProbe, openBrowserMirror } from './browser-environment.ts';
import { visitPage } from './learning.ts';
import { createParts, type Parts } from './load-parts.ts';
import { createPages, type Pages } from './pages.ts';
import { arrangeAttempt, recordRun } from './quiz-run.ts';
import { createScriptLoader } from './scripts.ts';
import { createSession } from './session/create-session.ts';
import type { Session } from './session/session.ts';
import { openChrome } from './views/chrome-view.ts';
import { findHook, focusText } from './views/dom.ts';
import { makeFarewell } from './views/farewell-view.ts';
import { openLesson } from './views/lesson-view.ts';
import { createNavigation, type Navigation } from './views/navigation.ts';
import type { PlayerContext } from './views/player-context.ts';
import { openQuiz } from './views/quiz-view.ts';

/**
 * What the package's scripts share: `words.js` sets `words`, `course-data.js` sets `data`, each page's script calls `page`, that of a
 * part of the player adds to `words` and calls `part`.
 */
interface PackageGlobal {
  words?: CarriedTables;
  data?: PackageData;
  page?: Pages['register'];
  part?: Parts['register'];
  /** Of the bundle that the player was made in; the bundler sets it. */
  stamp?: string;
  codes?: Pages['registerCodes'];
  /** Called by the script of an exam's look-up list. */
  lookUp?: (content: LookUpContent) => void;
}

declare global {
  interface Window {
    coursewright?: PackageGlobal;
  }
}

/** R7: hidden commits, leaving commits, gone finishes once; a page that comes back from the cache starts anew. */
function watchPage(session: Session, navigation: Navigation): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    navigation.settle();
    session.hidden();
  });
  window.addEventListener('beforeunload', () => {
    navigation.settle();
    session.leaving();
  });
  window.addEventListener('pagehide', () => {
    navigation.settle();
    session.gone();
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

/** Answers whose report was cut off at an earlier visit are reported now (R11). */
async function reportRest(context: PlayerContext, pages: Pages, parts: Parts): Promise<void> {
  const { session, data } = context;
  if (!session.takesReports()) return;
  for (const activity of data.activities) {
    const attempt = session.state().attempts.find((entry) => entry.activity === activity.tag);
    if (!('pool' in activity) || attempt === undefined || !attempt.finished || !attempt.counts) continue;
    if (attempt.items.filter((item) => item.answer !== undefined).length <= attempt.reported) continue;
    const page = await pages.load(activity);
    if (typeof page === 'string') continue;
    const { questionById } = context;
    const run =
      activity.kind === 'quiz'
        ? arrangeAttempt(activity, attempt, questionById, page.questions)
        : parts.take('exam').run(activity, attempt, questionById, page.questions);
    const now = { at: context.clock.now(), latencyMs: 0 };
    const rest = recordRun(activity, attempt, run, () => now).slice(attempt.reported);
    if (rest.length > 0) session.report(activity.tag, attempt.number, rest);
  }
}

/** Starts the player on the launch page that this script stands on. */
export async function startPlayer(connect: ConnectToLms): Promise<void> {
  window.coursewright ??= {};
  const shared = window.coursewright;
  const { data, words: tables, stamp = '' } = shared;
  const main = findHook(document, 'main');
  if (data === undefined || tables === undefined || main === undefined) return;
  const { words, add } = openPlayerWords(tables.base, data.language);
  const loadScript = createScriptLoader();
  const parts = createParts({
    loadScript,
    stamp,
    onArrival: (part) => add(tables[part] ?? { fixed: {}, sentences: {} }),
  });
  const pages = createPages(loadScript, parts, data.codes === true);
  shared.part = parts.register;
  shared.page = pages.register;
  shared.codes = pages.registerCodes;

  const live = findHook(document, 'live');
  let onChange = (): void => undefined;
  const session = createSession({
    data,
    connect,
    clock: browserClock,
    probe: browserProbe,
    openMirror: (learnerId) => openBrowserMirror(data.name, learnerId),
    onChange: () => onChange(),
  });
  const context: PlayerContext = {
    data,
    words,
    session,
    clock: browserClock,
    main,
    activityById: new Map(data.activities.map((activity) => [activity.id, activity])),
    questionById: new Map(data.questions.map((question) => [question.id, question])),
    questionByTag: new Map(data.questions.map((question) => [question.tag, question])),
    announce(text) {
      // The same sentence twice is no news to a screen reader, unless its text differs.
      if (live !== undefined) live.textContent = live.textContent === text ? `${text}\u00a0` : text;
    },
    newSeed: () => Math.floor(Math.random() * 2 ** 24),
  };
  const chrome = openChrome(context);
  const navigation: Navigation = createNavigation({
    context,
    pages,
    open: (activity, page, drafts) => {
      switch (activity.kind) {
        case 'lesson':
          return openLesson(context, activity, page, drafts);
        case 'quiz':
          return openQuiz(context, activity, page, drafts);
        case 'exam':
          return parts.take('exam').open(context, activity, page, drafts);
        case 'guide':
          return parts.take('guide').open(context, activity);
        default:
          return activity satisfies never;
      }
    },
    onShow(activity) {
      chrome.showPage(activity);
      session.update(visitPage(session.state(), activity?.tag ?? ''), 'later');
    },
  });

  await session.start();
  let adopted = session.adopted();
  onChange = () => {
    chrome.refresh();
    const isOutdated = adopted !== session.adopted();
    adopted = session.adopted();
    // What this browser kept was taken up, or an LMS that was silent at the start has answered.
    if (isOutdated) navigation.reload();
  };
  watchPage(session, navigation);
  findHook(document, 'exit')?.addEventListener('click', () => {
    const before = { phase: session.phase() };
    navigation.settle();
    session.exit();
    navigation.stop();
    chrome.close();
    const farewell = makeFarewell(context, before.phase);
    main.replaceChildren(farewell);
    const heading = farewell.querySelector<HTMLElement>('h1');
    if (heading !== null) focusText(heading);
    window.scrollTo(0, 0);
  });
  onChange();
  const { place } = session.state();
  navigation.begin(data.activities.find((activity) => activity.tag === place)?.id ?? '');
  await reportRest(context, pages, parts);
}
