/** What stands around the page: outline, progress, save sign, banner, previous and next. */
import type { ActivityData } from '../../shared/package-data.ts';
import { writeAnswerFile } from '../answer-file.ts';
import { isDone } from '../learning.ts';
import { countDone } from '../session/policy.ts';
import { findHook, make, makeButton, setHidden } from './dom.ts';
import type { PlayerContext } from './player-context.ts';

export interface ChromeView {
  refresh(): void;
  /** Marks the page that is shown; undefined is the title page. */
  showPage(activity: ActivityData | undefined): void;
  close(): void;
}

/** A sentence of the banner and what can be done about it. */
interface Notice {
  readonly text: string;
  readonly acts: readonly { readonly hook: string; readonly text: string; readonly press: () => void }[];
}

export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = make('a', { href: url, download: name, hidden: '' });
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(url);
}

export function downloadAnswers({ data, session, words, clock }: PlayerContext): void {
  const date = new Date(clock.now()).toLocaleString(data.language);
  download(
    `${data.name}-answers.txt`,
    writeAnswerFile(data, session.state(), words.fileTitle({ course: data.title, date })),
  );
}

function findNotices(context: PlayerContext): readonly Notice[] {
  const { session } = context;
  const { fixed } = context.words;
  const phase = session.phase();
  const notices: Notice[] = [];
  if (phase === 'untracked') notices.push({ text: fixed.untracked, acts: [] });
  if (phase === 'reading') {
    const review = session.keepsPractice() ? fixed.reviewKept : fixed.review;
    notices.push({ text: session.mode() === 'browse' ? fixed.browse : review, acts: [] });
  }
  const aside = session.setAside();
  if (phase === 'held' && aside !== undefined) {
    const save = (): void => download(`${context.data.name}-saved.txt`, aside.text);
    notices.push({
      text: fixed[aside.kind],
      acts: [
        { hook: 'start-afresh', text: fixed.startAfresh, press: () => session.startAfresh() },
        { hook: 'download', text: fixed.download, press: save },
      ],
    });
  }
  if (session.offered()) {
    notices.push({
      text: phase === 'untracked' ? fixed.offerUntracked : fixed.offer,
      acts: [
        { hook: 'take-offer', text: fixed.takeOffer, press: () => session.takeOffer() },
        { hook: 'decline-offer', text: fixed.declineOffer, press: () => session.declineOffer() },
      ],
    });
  }
  if (phase === 'failing') {
    notices.push({
      text: fixed.failing,
      acts: [
        { hook: 'retry', text: fixed.retry, press: () => session.retry() },
        { hook: 'download', text: fixed.download, press: () => downloadAnswers(context) },
      ],
    });
  }
  if (session.mayFinish()) {
    notices.push({
      text: fixed.mayFinish,
      acts: [{ hook: 'finish-and-report', text: fixed.finishAndReport, press: () => session.finishAndReport() }],
    });
  }
  return notices;
}

function signText({ session, words, data }: PlayerContext): string {
  const sign = session.sign();
  switch (sign.kind) {
    case 'none':
      return '';
    case 'pending':
      return words.fixed.pending;
    case 'sent':
      return words.fixed.sent;
    case 'saved':
      return words.fixed.saved;
    case 'failed':
      return words.notSavedSince({
        time: new Date(sign.since).toLocaleTimeString(data.language, { timeStyle: 'short' }),
      });
  }
}

function setStateText(link: HTMLElement, state: 'done' | 'started' | undefined, text: string): void {
  const old = findHook(link, 'state-text');
  if (state === undefined) {
    delete link.dataset.cwState;
    old?.remove();
    return;
  }
  if (link.dataset.cwState === state && old !== undefined) return;
  link.dataset.cwState = state;
  old?.remove();
  link.append(' ', make('span', { 'data-cw': 'state-text' }, text));
}

/** Brings a link of the outline into view without moving the page. */
function scrollWithin(box: HTMLElement | undefined, link: HTMLElement): void {
  if (box === undefined) return;
  const outer = box.getBoundingClientRect();
  const inner = link.getBoundingClientRect();
  if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom + inner.height;
  else if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top + inner.height;
}

export function openChrome(context: PlayerContext): ChromeView {
  const { data, session, words } = context;
  const banner = findHook(document, 'banner');
  const sign = findHook(document, 'save-sign');
  const progress = findHook(document, 'progress');
  const outline = findHook(document, 'outline');
  const toggle = findHook(document, 'outline-toggle');
  const pager = findHook(document, 'pager');
  let shownNotices: readonly string[] = [];
  let wasFailing = false;

  const isOutlineOpen = (): boolean => toggle?.getAttribute('aria-expanded') === 'true';
  const openOutline = (open: boolean): void => toggle?.setAttribute('aria-expanded', String(open));
  toggle?.addEventListener('click', () => openOutline(!isOutlineOpen()));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOutlineOpen()) return;
    openOutline(false);
    toggle?.focus();
  });
  // The opened outline lies over the page: whoever goes on in the page must see where (WCAG 2.4.11).
  document.addEventListener('focusin', ({ target }) => {
    const inside = target instanceof Node && (outline?.contains(target) === true || toggle?.contains(target) === true);
    if (!inside && isOutlineOpen()) openOutline(false);
  });

  /** Answers what is new, to be said. */
  const showNotices = (): readonly string[] => {
    const notices = findNotices(context);
    const texts = notices.map((notice) => notice.text);
    if (banner === undefined || texts.join('\n') === shownNotices.join('\n')) return [];
    const added = texts.filter((text) => !shownNotices.includes(text));
    shownNotices = texts;
    const held = banner.contains(document.activeElement);
    const parts = notices.map((notice) => {
      const buttons = notice.acts.map((act) => makeButton(act.hook, act.text, act.press));
      return make('div', { 'data-cw': 'notice' }, make('p', {}, notice.text), ...buttons);
    });
    banner.replaceChildren(...parts);
    banner.hidden = parts.length === 0;
    // The button that was pressed is gone with its notice: focus would fall to the start of the document.
    if (held) context.main.focus();
    return added;
  };
  const showOutline = (): void => {
    const state = session.state();
    // The title page lists the activities too; a link that stands in no list is its start button.
    for (const link of document.querySelectorAll<HTMLElement>('li > [data-cw-activity]')) {
      const activity = context.activityById.get(link.dataset.cwActivity ?? '');
      if (activity === undefined) continue;
      const visited = state.visited.some((entry) => entry.tag === activity.tag);
      const mark = isDone(state, activity.tag) ? 'done' : visited ? 'started' : undefined;
      setStateText(link, mark, mark === 'done' ? words.fixed.done : words.fixed.started);
    }
  };
  const showProgress = (): void => {
    const { done, all } = countDone(data, session.state());
    const text = words.progress({ done, all });
    if (progress === undefined || all === 0 || progress.dataset.cwText === text) return;
    progress.dataset.cwText = text;
    const bar = make('progress', { value: String(done), max: String(all), 'aria-hidden': 'true' });
    progress.replaceChildren(bar, ' ', make('span', {}, text));
  };
  const showSign = (): readonly string[] => {
    if (sign !== undefined) {
      const text = signText(context);
      if (sign.textContent !== text) sign.textContent = text;
      sign.dataset.cwSign = session.sign().kind;
    }
    const failing = session.sign().kind === 'failed';
    const recovered = wasFailing && !failing && session.phase() === 'open';
    wasFailing = failing;
    return recovered ? [words.fixed.savedAgain] : [];
  };
  const fill = (hook: string, target: { href: string; text: string } | undefined): void => {
    const link = pager === undefined ? undefined : findHook(pager, hook);
    if (link === undefined) return;
    link.hidden = target === undefined;
    if (target === undefined) return;
    link.setAttribute('href', target.href);
    link.textContent = target.text;
  };

  return {
    refresh() {
      const news = [...showNotices(), ...showSign()];
      if (news.length > 0) context.announce(news.join(' '));
      showOutline();
      showProgress();
    },
    showPage(activity) {
      const at = activity === undefined ? -1 : data.activities.indexOf(activity);
      const before = data.activities[at - 1];
      const after = data.activities[at + 1];
      const titlePage = { href: '#', text: words.previous({ title: words.fixed.titlePage }) };
      fill(
        'previous',
        before !== undefined
          ? { href: before.page, text: words.previous({ title: before.title }) }
          : activity && titlePage,
      );
      fill('next', after && { href: after.page, text: words.next({ title: after.title }) });
      for (const link of outline?.querySelectorAll<HTMLElement>('[data-cw-activity]') ?? []) {
        if (link.dataset.cwActivity !== activity?.id) link.removeAttribute('aria-current');
        else {
          link.setAttribute('aria-current', 'page');
          scrollWithin(outline, link);
        }
      }
      openOutline(false);
    },
    close() {
      for (const element of [outline, pager, toggle, progress, banner, findHook(document, 'exit')])
        setHidden(element, true);
    },
  };
}
