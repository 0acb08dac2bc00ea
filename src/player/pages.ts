/** Loads pages through their scripts, each with the parts of the player that it needs: a page is there whole or not at all. */
import type { AnyPlayerQuestion } from '../questions/answer-data.ts';
import type { ActivityData, PageData } from '../shared/package-data.ts';
import type { PlayerPart } from '../shared/package-files.ts';
import { unscramble } from '../shared/scramble.ts';
import type { Parts } from './load-parts.ts';
import { PART_OF_TYPE } from './question-behavior.ts';
import type { LoadScript, Unloaded } from './scripts.ts';

export interface LoadedPage {
  readonly title: string;
  readonly body: string;
  readonly questions: ReadonlyMap<string, AnyPlayerQuestion>;
}

export interface Pages {
  /** Called by the pages' scripts. */
  register(page: PageData): void;
  load(activity: ActivityData): Promise<LoadedPage | Unloaded>;
}

function readQuestions(scrambled: string): readonly AnyPlayerQuestion[] {
  try {
    // The build wrote this text; only damage on the way could make it something else.
    const questions: readonly AnyPlayerQuestion[] = JSON.parse(unscramble(scrambled) || '[]');
    return questions;
  } catch {
    return [];
  }
}

/** What an activity of a kind needs, whatever it asks. */
function partsOfKind({ kind }: ActivityData): readonly PlayerPart[] {
  return kind === 'exam' || kind === 'guide' ? [kind] : [];
}

/** Undefined where a question is of a type that this player does not know: its page is of a newer version. */
function partsOfQuestions({ questions }: LoadedPage): readonly PlayerPart[] | undefined {
  const parts = [...questions.values()].map(({ answer }): PlayerPart | 'base' | undefined => PART_OF_TYPE[answer.type]);
  if (parts.includes(undefined)) return undefined;
  return [...new Set(parts.flatMap((part) => (part === undefined || part === 'base' ? [] : [part])))];
}

export function createPages(loadScript: LoadScript, parts: Parts): Pages {
  const loaded = new Map<string, LoadedPage>();
  return {
    register(page) {
      const questions = readQuestions(page.questions);
      loaded.set(page.id, {
        title: page.title,
        body: page.body,
        questions: new Map(questions.map((question) => [question.id, question])),
      });
    },
    async load(activity) {
      const [problem] = await Promise.all([
        parts.load(partsOfKind(activity)),
        loaded.has(activity.id) ? undefined : loadScript(activity.script),
      ]);
      const page = loaded.get(activity.id);
      if (problem !== undefined || page === undefined) return problem ?? 'missing';
      const needed = partsOfQuestions(page);
      return needed === undefined ? 'outdated' : ((await parts.load(needed)) ?? page);
    },
  };
}
