/** What every view is given. */
import type { ActivityData, PackageData, QuestionData } from '../../shared/package-data.ts';
import type { PlayerWords } from '../../shared/words/player-words.ts';
import type { Clock } from '../session/environment.ts';
import type { Session } from '../session/session.ts';
import type { Drafts } from './drafts.ts';

export interface PlayerContext {
  readonly data: PackageData;
  readonly words: PlayerWords;
  readonly session: Session;
  readonly clock: Clock;
  readonly main: HTMLElement;
  readonly activityById: ReadonlyMap<string, ActivityData>;
  readonly questionById: ReadonlyMap<string, QuestionData>;
  readonly questionByTag: ReadonlyMap<string, QuestionData>;
  /** Says a sentence in the one live region. */
  announce(text: string): void;
  /** 24 random bits. */
  newSeed(): number;
}

/** A page that is shown; told when it goes. */
export interface PageView {
  /** Puts what it still holds into the state, which is about to be saved. */
  settle?(): void;
  /** What was begun in its questions and is no answer yet, for the page that is built in its place. */
  drafts?(): Drafts;
  close(): void;
}
