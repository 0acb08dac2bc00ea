/**
 * Moves between pages inside the launch page: inserts bodies, sets title and focus, keeps history and scroll positions
 * (lms-rules C9). The launch page is never unloaded, and with it the session with the LMS.
 */
import type { ActivityData } from '../../shared/package-data.ts';
import type { LoadedPage, Pages } from '../pages.ts';
import { type Place, parseHash, resolveLink, toHash } from '../places.ts';
import type { Unloaded } from '../scripts.ts';
import { focusText, make, makeButton } from './dom.ts';
import { type Drafts, holdFocus, NO_DRAFTS } from './drafts.ts';
import type { PageView, PlayerContext } from './player-context.ts';

export interface NavigationParts {
  readonly context: PlayerContext;
  readonly pages: Pages;
  /** Brings a page's questions to life, with what was begun in them. */
  readonly open: (activity: ActivityData, page: LoadedPage, drafts: Drafts) => PageView;
  /** Called when another page is shown; undefined is the title page. */
  readonly onShow: (activity: ActivityData | undefined) => void;
}

export interface Navigation {
  /** Shows the first page: the one a learner has gone to meanwhile, else the one of the address, else the given one. */
  begin(resume: string): void;
  /** Builds the page anew from the state. */
  reload(): void;
  /** Has the page put what it still holds into the state. */
  settle(): void;
  stop(): void;
}

interface HistoryEntry {
  readonly key: number;
}

function keyOf(state: unknown): number {
  return typeof state === 'object' && state !== null && 'key' in state && typeof state.key === 'number' ? state.key : 0;
}

export function createNavigation({ context, pages, open, onShow }: NavigationParts): Navigation {
  const { main, words, data } = context;
  const titleNodes = [...main.childNodes];
  const files = new Map(data.activities.map((activity) => [activity.page, activity.id]));
  files.set(location.pathname.split('/').pop() ?? '', '').set('index.html', '');
  const scrolls = new Map<number, number>();
  let key = 0;
  let keys = 0;
  let here: Place = { page: '', anchor: '' };
  /** Where the learner has asked to go; undefined before the first page. */
  let wanted: Place | undefined;
  let view: PageView | undefined;
  let turn = 0;
  let stopped = false;

  const setTitle = (title: string): void => {
    document.title = title === '' ? data.title : words.documentTitle({ page: title, course: data.title });
  };
  const settle = (place: Place, scroll: number | undefined, first: boolean): void => {
    if (scroll !== undefined) window.scrollTo(0, scroll);
    const target = place.anchor === '' ? null : document.getElementById(place.anchor);
    if (target !== null && main.contains(target)) {
      if (scroll === undefined) target.scrollIntoView({ block: 'start' });
      focusText(target);
      return;
    }
    if (scroll === undefined) window.scrollTo(0, 0);
    const heading = main.querySelector<HTMLElement>('h1') ?? main;
    if (!first) {
      if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
  };
  const showFailure = (activity: ActivityData, place: Place, why: Unloaded): void => {
    const { loadFailedHint, loadOutdated } = words.fixed;
    const text = make('h1', { tabindex: '-1' }, words.loadFailed({ title: activity.title }));
    main.replaceChildren(
      text,
      make('p', {}, why === 'missing' ? loadFailedHint : loadOutdated),
      makeButton('reload', words.fixed.tryAgain, () => show(place, undefined, false)),
    );
    focusText(text);
  };
  const show = async (place: Place, scroll: number | undefined, first: boolean): Promise<void> => {
    if (stopped) return;
    const mine = ++turn;
    wanted = place;
    const activity = context.activityById.get(place.page);
    const page = activity === undefined ? undefined : await pages.load(activity);
    // A later click has overtaken this one while its script was on the way.
    if (mine !== turn || stopped) return;
    const isSame = place.page === here.page;
    const drafts = (isSame ? view?.drafts?.() : undefined) ?? NO_DRAFTS;
    const takeFocus = isSame ? holdFocus(main) : () => false;
    view?.close();
    view = undefined;
    here = place;
    if (activity === undefined) {
      main.replaceChildren(...titleNodes);
      setTitle('');
    } else if (page === undefined || typeof page === 'string') {
      showFailure(activity, place, page ?? 'missing');
      setTitle(activity.title);
    } else {
      main.innerHTML = page.body;
      view = open(activity, page, drafts);
      setTitle(page.title);
    }
    onShow(activity);
    if (activity !== undefined && typeof page !== 'object') return;
    if (takeFocus()) window.scrollTo(0, scroll ?? window.scrollY);
    else settle(place, scroll, first);
  };

  const go = (place: Place): void => {
    scrolls.set(key, window.scrollY);
    key = ++keys;
    const entry: HistoryEntry = { key };
    try {
      history.pushState(entry, '', toHash(place));
    } catch {
      // A sandboxed frame may refuse history: the course moves on without back and forward.
    }
    if (place.page === here.page && place.anchor !== '') {
      here = place;
      settle(place, undefined, false);
    } else show(place, undefined, false);
  };

  const onPop = (event: PopStateEvent): void => {
    scrolls.set(key, window.scrollY);
    key = keyOf(event.state);
    const place = parseHash(location.hash);
    const known = place.page === '' || context.activityById.has(place.page);
    show(known ? place : { page: '', anchor: '' }, scrolls.get(key), false);
  };
  const onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    if (link === null || href === null || href === undefined || link.hasAttribute('download')) return;
    // The skip link leads to the content, which is no place of its own.
    if (href === `#${main.id}`) {
      event.preventDefault();
      main.focus();
      return;
    }
    const target = resolveLink(href, here.page, files);
    if (target.kind === 'place') {
      event.preventDefault();
      go(target);
    } else {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  };
  /** A form that no question view has taken (a page newer than the course's data) must not unload the launch page. */
  const onSubmit = (event: SubmitEvent): void => event.preventDefault();
  document.addEventListener('submit', onSubmit);
  document.addEventListener('click', onClick);
  window.addEventListener('popstate', onPop);

  return {
    begin(resume) {
      try {
        history.scrollRestoration = 'manual';
      } catch {
        // Only a comfort.
      }
      const asked = parseHash(location.hash);
      const place = wanted ?? (context.activityById.has(asked.page) ? asked : { page: resume, anchor: '' });
      try {
        history.replaceState({ key }, '', toHash(place));
      } catch {
        // As in `go`.
      }
      show(place, wanted === undefined ? undefined : window.scrollY, place.page === '');
    },
    reload() {
      show(wanted ?? here, window.scrollY, false);
    },
    settle: () => view?.settle?.(),
    stop() {
      stopped = true;
      view?.close();
      document.removeEventListener('click', onClick);
      window.removeEventListener('popstate', onPop);
    },
  };
}
