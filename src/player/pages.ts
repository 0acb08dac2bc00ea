/** Loads pages through their scripts, each with the parts of the player that it needs: a page is there whole or not at all. */
import type { AnyPlayerQuestion } from '../questions/answer-data.ts';
import type { CodeExtract } from '../shared/code-extract.ts';
import type { ActivityData, PageData } from '../shared/package-data.ts';
import { CODES_SCRIPT, type PlayerPart } from '../shared/package-files.ts';
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
  /** Called by the script of codes. */
  registerCodes(extract: CodeExtract): void;
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

function typesCodes({ answer }: AnyPlayerQuestion): boolean {
  return answer.type === 'code-entry' || answer.type === 'case';
}

/** What the package knows of codes goes to the questions that have some typed. */
function withExtract(page: LoadedPage, extract: CodeExtract): LoadedPage {
  const questions = [...page.questions].map(([id, question]): readonly [string, AnyPlayerQuestion] => {
    const { answer } = question;
    return [
      id,
      answer.type === 'code-entry' || answer.type === 'case'
        ? { ...question, answer: { ...answer, extract } }
        : question,
    ];
  });
  return { ...page, questions: new Map(questions) };
}

/** @param hasCodes whether the package has a script of codes */
export function createPages(loadScript: LoadScript, parts: Parts, hasCodes: boolean): Pages {
  let extract: CodeExtract | undefined;
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
    registerCodes(codes) {
      extract = codes;
    },
    async load(activity) {
      const [problem] = await Promise.all([
        parts.load(partsOfKind(activity)),
        loaded.has(activity.id) ? undefined : loadScript(activity.script),
      ]);
      const page = loaded.get(activity.id);
      if (problem !== undefined || page === undefined) return problem ?? 'missing';
      const needed = partsOfQuestions(page);
      if (needed === undefined) return 'outdated';
      const unloaded = await parts.load(needed);
      if (unloaded !== undefined) return unloaded;
      if (!hasCodes || ![...page.questions.values()].some(typesCodes)) return page;
      // Without it a wrong code is told by the key alone.
      if (extract === undefined) await loadScript(CODES_SCRIPT);
      return extract === undefined ? page : withExtract(page, extract);
    },
  };
}
