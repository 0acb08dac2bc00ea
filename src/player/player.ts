/** Puts the player together on the launch page: data, session, views and the page's own events. */
import type { ConnectToLms } from '../shared/lms-session.ts';
import type { PackageData, PageData } from '../shared/package-data.ts';
import { openPlayerWords, type PlayerTable } from '../shared/words/player-words.ts';
import { browserClock, browserProbe, openBrowserMirror } from './browser-environment.ts';
import { runExam } from './exam-run.ts';
import { visitPage } from './learning.ts';
import { createPages } from './pages.ts';
import { arrangeAttempt, recordRun } from './quiz-run.ts';
import { createSession } from './session/create-session.ts';
import type { Session } from './session/session.ts';
import { openChrome } from './views/chrome-view.ts';
import { findHook, focusText } from './views/dom.ts';
import { openExam } from './views/exam/exam-view.ts';
import { makeFarewell } from './views/farewell-view.ts';
import { openGuide } from './views/guide-view.ts';
import { openLesson } from './views/lesson-view.ts';
import { createNavigation, type Navigation } from './views/navigation.ts';
import type { PlayerContext } from './views/player-context.ts';
import { openQuiz } from './views/quiz-view.ts';

/** What the package's scripts share: `words.js` sets `words`, `course-data.js` sets `data`, each page's script calls `page`. */
interface PackageGlobal {
  words?: PlayerTable;
  data?: PackageData;
  page?: (page: PageData) => void;
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
async function reportRest(context: PlayerContext, pages: ReturnType<typeof createPages>): Promise<void> {
  const { session, data } = context;
  if (!session.takesReports()) return;
  for (const activity of data.activities) {
    const attempt = session.state().attempts.find((entry) => entry.activity === activity.tag);
    if (!('pool' in activity) || attempt === undefined || !attempt.finished || !attempt.counts) continue;
    if (attempt.items.filter((item) => item.answer !== undefined).length <= attempt.reported) continue;
    const page = await pages.load(activity);
    if (page === undefined) continue;
    const { questionById } = context;
    const run =
      activity.kind === 'quiz'
        ? arrangeAttempt(activity, attempt, questionById, page.questions)
        : runExam(activity, attempt, questionById, page.questions, []);
    const now = { at: context.clock.now(), latencyMs: 0 };
    const rest = recordRun(activity, attempt, run, () => now).slice(attempt.reported);
    if (rest.length > 0) session.report(activity.tag, attempt.number, rest);
  }
}

/** Starts the player on the launch page that this script stands on. */
export async function startPlayer(connect: ConnectToLms): Promise<void> {
  window.coursewright ??= {};
  const shared = window.coursewright;
  const { data, words } = shared;
  const main = findHook(document, 'main');
  if (data === undefined || words === undefined || main === undefined) return;
  const pages = createPages();
  shared.page = pages.register;

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
    words: openPlayerWords(words, data.language),
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
          return openExam(context, activity, page, drafts);
        case 'guide':
          return openGuide(context, activity);
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
  await reportRest(context, pages);
}
