/**
 * Keeps the learner's state with the LMS: when it is read and written and what the learner is told about it
 * (lms-rules R1-R12 and "What Moodle 4.5 does"). It must not know pages, nor the LMS's own words.
 */
import type { ConnectToLms, LmsConnection, LmsStart } from '../../shared/lms-session.ts';
import type { PackageData } from '../../shared/package-data.ts';
import { decodeState, encodeState } from '../../shared/state-codec.ts';
import { fitState, type ReconciledState, reconcileState } from '../../shared/state-reconcile.ts';
import {
  createEmptyState,
  LARGEST_INTERACTION_COUNT,
  type SavedState,
  STATE_CHARACTERS,
} from '../../shared/state-record.ts';
import { tagOf } from '../../shared/tags.ts';
import { mergeStates } from '../merge-states.ts';
import { type Clock, createMemory, type Mirror, type Probe } from './environment.ts';
import { createKeptCopy, type KeptCopy } from './kept-copy.ts';
import { createLmsWriter, type LmsWriter } from './lms-writer.ts';
import { CHUNK, commitGap, reportGap, retryPause } from './pacing.ts';
import { domainObjectives, higherStatus, isEarned, scoreToReport, settleOutcome, statusToReport } from './policy.ts';
import { countReported, type QueuedResponse, settleReported } from './reported-answers.ts';
import { createReviewPractice, type ReviewPractice } from './review-practice.ts';
import type { SaveSign, Session, StateSetAside } from './session.ts';
import { mayWrite, nextPhase, type SessionEvent, type SessionPhase } from './session-machine.ts';

export interface SessionParts {
  readonly data: PackageData;
  readonly connect: ConnectToLms;
  readonly clock: Clock;
  readonly probe: Probe;
  /** Opened once the learner is known; the empty id stands for nobody. */
  readonly openMirror: (learnerId: string) => Mirror;
  /** Called after every change of phase, sign, offer or state. */
  readonly onChange: () => void;
}

export function createSession(parts: SessionParts): Session {
  const { data, clock } = parts;
  const packageTag = tagOf(data.name);
  let phase: SessionPhase = 'connecting';
  let sign: SaveSign = { kind: 'none' };
  let state = createEmptyState(data.name);
  let changes: Pick<ReconciledState, 'changed' | 'dropped'> = { changed: new Set(), dropped: new Map() };
  let link: LmsConnection | undefined;
  let writer: LmsWriter | undefined;
  let lms: LmsStart | undefined;
  let kept: KeptCopy | undefined;
  let desk: Mirror = createMemory();
  let practice: ReviewPractice | undefined;
  let aside: StateSetAside | undefined;
  let offer: SavedState | undefined;
  /** Where the LMS expects the next interaction. */
  let nextInteraction = 0;
  let startedAt = 0;
  let adopted = 0;
  let reportPressed = false;
  /** When the first change that is not with the LMS was made. */
  let dirtySince: number | undefined;
  /** Something waits that goes along with the next write. */
  let riding = false;
  let failures = 0;
  let cancelTimer: (() => void) | undefined;
  let queue: readonly QueuedResponse[] = [];
  let objectivesDue = false;
  /** A chunk whose commit failed is left for the next visit, which learns from `_count` what arrived. */
  let reportingStopped = false;
  let probeWorks = false;
  /** The server, which had answered before, did not when it was last asked. */
  let serverGone = false;

  const move = (event: SessionEvent): void => {
    phase = nextPhase(phase, event);
  };
  const settle = (next: SavedState): SavedState => settleOutcome({ data, passMark: lms?.passMark ?? null }, next);
  const alreadyReported = (): boolean => writer !== undefined && isEarned(writer.held().status);

  /** Takes in what another tab of this browser wrote meanwhile, which would otherwise be overwritten. */
  const joinOtherTab = (): void => {
    const other = kept?.readOtherTab();
    if (other !== undefined) state = settle(mergeStates(state, other));
  };
  /** The state as text with its counter raised; this browser's copy is the same text. */
  const nextText = (): string => {
    state = { ...state, counter: state.counter + 1 };
    const text = encodeState(fitState(state, STATE_CHARACTERS));
    kept?.write(text);
    return text;
  };

  const fail = (): void => {
    failures++;
    dirtySince ??= clock.now();
    if (sign.kind !== 'failed') sign = { kind: 'failed', since: dirtySince };
    move('write-failed');
  };
  const recover = (): void => {
    failures = 0;
    sign = { kind: dirtySince === undefined ? 'sent' : 'pending' };
    move('write-accepted');
  };
  const flush = (): void => {
    if (writer === undefined || !mayWrite(phase)) return;
    joinOtherTab();
    const held = writer.held();
    const done = writer.write({
      score: scoreToReport(data, state, held),
      status: statusToReport(state, held.status, data.report === 'when-finished' && !reportPressed),
      nextText,
      place: data.activities.find((activity) => activity.tag === state.place)?.id ?? '',
      sessionMs: clock.ticks() - startedAt,
    });
    if (!done) {
      fail();
      return;
    }
    dirtySince = undefined;
    riding = false;
    // The LMS may go on saying yes while the server is gone: then the failure is over when the server answers again.
    if (phase !== 'failing' || !serverGone) recover();
    confirm(writer);
  };

  /** R8: an answer "true" is no proof. Where the server can be asked, "saved" waits for its answer. */
  const confirm = (by: LmsWriter): void => {
    const number = by.commits();
    parts.probe().then((answers) => {
      if (!mayWrite(phase) || number !== by.commits()) return;
      serverGone = answers === false && probeWorks;
      if (serverGone) {
        by.doubt();
        fail();
      } else if (phase === 'failing') recover();
      if (answers === true) {
        probeWorks = true;
        by.prove();
        if (sign.kind === 'sent') sign = { kind: 'saved' };
      }
      plan();
      parts.onChange();
    });
  };

  /** One chunk of objectives and interactions, after the score is safe (R11, R12). */
  const flushReports = (): void => {
    if (link === undefined || writer === undefined || lms === undefined) return;
    if (objectivesDue && lms.takesObjectives) {
      for (const record of domainObjectives(data, state)) link.writeObjective(record);
    }
    objectivesDue = false;
    const room = Math.max(0, LARGEST_INTERACTION_COUNT - state.interactions);
    const chunk = lms.takesInteractions ? queue.slice(0, Math.min(CHUNK, room)) : [];
    let taken = 0;
    for (const { record } of chunk) {
      // Where one is refused, the next takes its index: the LMS counts only what it has (R11).
      if (link.writeResponse(nextInteraction + taken, record) === 'accepted') taken++;
    }
    nextInteraction += taken;
    if (writer.commit() !== 'accepted') {
      reportingStopped = true;
      fail();
      return;
    }
    confirm(writer);
    queue = chunk.length === 0 ? [] : queue.slice(chunk.length);
    if (chunk.length === 0) return;
    state = countReported(state, chunk, taken);
    dirtySince ??= clock.now();
  };
  const reportsDue = (): boolean => phase === 'open' && !reportingStopped && (objectivesDue || queue.length > 0);

  /** Does what is due and plans the next step. The state goes first: the reports wait until it is safe. */
  const work = (): void => {
    if (link === undefined || !mayWrite(phase)) return;
    if (writer === undefined) receive(link);
    else if (phase === 'failing' || dirtySince !== undefined) flush();
    else if (reportsDue()) flushReports();
    plan();
    parts.onChange();
  };
  const plan = (): void => {
    const due = phase === 'open' && (dirtySince !== undefined || reportsDue());
    if (phase !== 'failing' && !due) return;
    const commitMs = writer?.commitMs() ?? 0;
    const gap = dirtySince === undefined || reportsDue() ? reportGap(commitMs) : commitGap(commitMs);
    const paced = (writer?.lastCommitAt() ?? 0) + gap - clock.ticks();
    cancelTimer?.();
    cancelTimer = clock.later(phase === 'failing' ? retryPause(failures) : Math.max(0, paced), work);
  };
  const open = (): void => {
    if (sign.kind !== 'failed') sign = { kind: 'pending' };
    dirtySince ??= clock.now();
    work();
  };

  const adopt = (saved: SavedState): void => {
    const fitted = reconcileState(saved, data);
    state = settle(fitted.state);
    changes = fitted;
    adopted++;
  };
  const readStored = (start: LmsStart): void => {
    const decoded = decodeState(start.state, packageTag);
    if (decoded.kind === 'read') adopt(decoded.state);
    else if (decoded.kind !== 'empty') aside = { kind: decoded.kind, text: start.state };
    // What the LMS holds as earned is earned, whatever became of the state.
    if (isEarned(start.status)) {
      state = { ...state, status: higherStatus(state.status, start.status), completed: true };
    }
    state = settleReported(state, start.interactionCount ?? 0);
    nextInteraction = start.interactionCount ?? state.interactions;
    // The place is read from the state; the LMS's own field stands in where the state is lost.
    const place = data.activities.find((activity) => activity.id === start.location)?.tag ?? '';
    if (state.place === '') state = { ...state, place };
  };
  const openKept = (learnerId: string): KeptCopy => {
    desk = parts.openMirror(learnerId);
    kept = createKeptCopy(desk, packageTag);
    return kept;
  };
  const openPractice = (): void => {
    practice = createReviewPractice(desk, packageTag);
    const joined = practice.join(state);
    if (joined !== state) adopt(joined);
  };
  const keepPractice = (): void => {
    if (practice === undefined) return;
    state = settle(practice.join(state));
    practice.keep(state);
  };
  /** Where there is no LMS, this browser's copy is all there is. */
  const keep = (): void => {
    joinOtherTab();
    nextText();
  };
  /** Takes in what the LMS holds. Until it answers at all it is asked again: a write could destroy what it holds (R2). */
  const receive = (from: LmsConnection): void => {
    lms = from.start();
    if (!lms.answers) {
      move('silent');
      fail();
      plan();
      return;
    }
    writer = createLmsWriter(from, clock, lms);
    sign = { kind: 'none' };
    const early = state;
    readStored(lms);
    state = settle({ ...mergeStates(early, state), place: early.place === '' ? state.place : early.place });
    // Where the LMS names nobody, what this browser keeps could be somebody else's.
    if (lms.learnerId !== '') openKept(lms.learnerId);
    if (lms.mode !== 'normal') {
      dirtySince = undefined;
      move('read-only');
      if (lms.mode === 'review' && lms.learnerId !== '') openPractice();
      if (early.visited.length > 0) keepPractice();
      return;
    }
    offer = kept?.findOffer(state.counter);
    move(aside === undefined ? 'ready' : 'unreadable');
    // Moodle sends the interactions of earlier visits again with the first commit: get that over with at once. The
    // status `incomplete` of a first visit goes with it (R4).
    if (aside === undefined) open();
  };

  const end = (kind: 'suspend' | 'done'): void => {
    cancelTimer?.();
    const opened = lms?.answers === true ? link : undefined;
    if (mayWrite(phase)) opened?.writeExit(clock.ticks() - startedAt, kind);
    move('end');
    opened?.finish();
    parts.onChange();
  };

  return {
    phase: () => phase,
    sign: () => sign,
    state: () => state,
    reconciled: () => changes,
    adopted: () => adopted,
    learnerName: () => lms?.learnerName ?? '',
    mode: () => lms?.mode ?? 'normal',
    passMark: () => lms?.passMark ?? data.grade?.pass ?? null,
    timeLimit() {
      const limit = lms?.timeLimit ?? null;
      if (limit === null) return null;
      const { allowedMs, usedMs, ends, tells } = limit;
      return { msLeft: Math.max(0, allowedMs - usedMs - (clock.ticks() - startedAt)), ends, tells };
    },
    takesReports: () =>
      phase === 'open' && lms?.takesInteractions === true && state.interactions < LARGEST_INTERACTION_COUNT,
    setAside: () => aside,
    desk: () => desk,
    offered: () => offer !== undefined,
    keepsPractice: () => practice?.isKept() === true,
    async start() {
      const found = await parts.connect();
      if (phase === 'ended') return;
      startedAt = clock.ticks();
      if (found === undefined) {
        offer = openKept('').findOffer(state.counter);
        move('no-lms');
        if (state.visited.length > 0) keep(); // what was done while the LMS was looked for
        parts.onChange();
        return;
      }
      link = found;
      receive(found);
      parts.onChange();
    },
    update(next, when) {
      if (next === state) return;
      const before = state;
      state = settle(next);
      if (phase === 'untracked') keep();
      if (phase === 'reading') keepPractice();
      if (mayWrite(phase)) {
        const earned = before.status !== state.status || before.completed !== state.completed;
        riding = true;
        if (when === 'with-next' && !earned) return;
        dirtySince ??= clock.now();
        if (sign.kind !== 'failed') sign = { kind: 'pending' };
        if (when === 'now' || earned) work();
        else if (phase === 'open') plan();
      }
      parts.onChange();
    },
    report(quiz, attempt, records) {
      queue = [...queue, ...records.map((record) => ({ quiz, attempt, record }))];
      objectivesDue = true;
      if (phase === 'open') plan();
    },
    takeOffer() {
      if (offer === undefined) return;
      adopt(mergeStates(offer, state));
      offer = undefined;
      aside = undefined;
      kept?.dropOffer();
      move('decide');
      if (mayWrite(phase)) open();
      else keep();
      parts.onChange();
    },
    declineOffer() {
      offer = undefined;
      kept?.dropOffer();
      parts.onChange();
    },
    startAfresh() {
      if (phase !== 'held') return;
      aside = undefined;
      move('decide');
      open();
    },
    clearMirror: () => kept?.clear(),
    mayFinish: () =>
      data.report === 'when-finished' &&
      mayWrite(phase) &&
      !reportPressed &&
      !alreadyReported() &&
      state.status !== 'incomplete',
    finishAndReport() {
      reportPressed = true;
      if (mayWrite(phase)) open();
    },
    retry() {
      if (phase === 'failing') work();
    },
    hidden() {
      if (writer === undefined || !mayWrite(phase)) return;
      // The time spent is saved too: a page that is hidden may be ended without another word.
      const paced = clock.ticks() - writer.lastCommitAt() >= commitGap(writer.commitMs());
      if (dirtySince === undefined && !paced) return;
      flush();
      plan();
      parts.onChange();
    },
    leaving() {
      if (dirtySince !== undefined || riding) flush();
      // One chunk fits into the beacon that Moodle sends while the page goes; the rest waits for the next visit.
      if (reportsDue()) flushReports();
      parts.onChange();
    },
    gone() {
      if (phase === 'ended') return;
      if (dirtySince !== undefined || riding) flush();
      // A frame that is taken away hears of no `beforeunload`.
      if (reportsDue()) flushReports();
      end('suspend');
    },
    exit() {
      if (phase === 'ended') return;
      if (dirtySince !== undefined || riding) flush();
      while (reportsDue()) flushReports();
      if (dirtySince !== undefined) flush();
      end(alreadyReported() ? 'done' : 'suspend');
    },
  };
}
