/** Loads pages through their scripts: works where `fetch` of package files is refused (lms-rules C9). */
import type { AnyPlayerQuestion } from '../questions/answer-data.ts';
import type { ActivityData, PageData } from '../shared/package-data.ts';
import { unscramble } from '../shared/scramble.ts';

export interface LoadedPage {
  readonly title: string;
  readonly body: string;
  readonly questions: ReadonlyMap<string, AnyPlayerQuestion>;
}

export interface Pages {
  /** Called by the pages' scripts. */
  register(page: PageData): void;
  /** Undefined when the script cannot be had. */
  load(activity: ActivityData): Promise<LoadedPage | undefined>;
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

export function createPages(): Pages {
  const loaded = new Map<string, LoadedPage>();
  const addScript = (src: string): Promise<void> =>
    new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = src;
      script.onload = script.onerror = () => {
        script.remove();
        resolve();
      };
      document.head.append(script);
    });
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
      if (!loaded.has(activity.id)) await addScript(activity.script);
      return loaded.get(activity.id);
    },
  };
}
