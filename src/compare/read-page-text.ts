/**
 * The body of a page -> what a learner reads in it: the lesson's text by heading, and the texts of its questions.
 * Stands on the hooks that every template keeps (`data-cw-…`). Markup does not count, pictures and links do.
 */
import { toPrintable } from './package-data-form.ts';
import type { LessonText } from './package-facts.ts';
import { walkHtml } from './walk-html.ts';

export interface PageText {
  readonly lesson: LessonText;
  /** By question id. */
  readonly questions: ReadonlyMap<string, QuestionText>;
}

export interface QuestionText {
  readonly stem: string;
  /** By option id. */
  readonly options: ReadonlyMap<string, string>;
}

/** Gives the fingerprint of a file of the package; undefined for what is no such file. */
export type FingerprintOf = (name: string) => string | undefined;

/** Elements that stand inside a line of text; all others part one piece of text from the next. */
const INLINE = new Set(
  'a abbr b bdi button cite code del dfn em i ins kbd label mark q s small span strong sub sup u var wbr'.split(' '),
);
const HEADING = /^h[2-6]$/;
const FILE_ATTRIBUTES = ['src', 'poster', 'data'];

/** One piece of text that grows. */
interface Collector {
  readonly parts: string[];
}

/** What an open element means, until it ends at its depth. */
interface Region {
  readonly kind: 'question' | 'stem' | 'option' | 'heading' | 'skipped';
  readonly depth: number;
}

interface OpenQuestion {
  readonly stem: Collector;
  readonly options: Map<string, Collector>;
  option: string | undefined;
}

/** What stands in every page's head and is compared apart. */
export interface PageFrame {
  readonly title: string;
  readonly moduleTitle: string;
}

export function readPageText(html: string, frame: PageFrame, fingerprintOf: FingerprintOf): PageText {
  const lesson = new Map<string, Collector>();
  const questions = new Map<string, QuestionText>();
  const regions: Region[] = [];
  const openRegions: Record<Region['kind'], number> = { question: 0, stem: 0, option: 0, heading: 0, skipped: 0 };
  let section = '';
  let heading: Collector | undefined;
  let question: { readonly id: string; readonly texts: OpenQuestion } | undefined;

  const isIn = (kind: Region['kind']): boolean => openRegions[kind] > 0;
  const enter = (kind: Region['kind'], depth: number): void => {
    regions.push({ kind, depth });
    openRegions[kind]++;
  };
  const sectionText = (): Collector => {
    const found = lesson.get(section) ?? { parts: [] };
    lesson.set(section, found);
    return found;
  };
  /** Where text goes now; undefined for text that is no one's, such as the label of a button. */
  const collector = (): Collector | undefined => {
    if (isIn('skipped')) return undefined;
    if (heading !== undefined) return heading;
    if (question === undefined) return sectionText();
    if (isIn('stem')) return question.texts.stem;
    if (isIn('option') && question.texts.option !== undefined) return question.texts.options.get(question.texts.option);
    return undefined;
  };
  const add = (text: string): void => {
    collector()?.parts.push(text);
  };

  walkHtml(html, {
    open(name, attributes, depth) {
      if (!INLINE.has(name)) add('\n');
      const hook = attributes.get('data-cw');
      const questionId = attributes.get('data-cw-question');
      if (questionId !== undefined && question === undefined) {
        question = {
          id: toPrintable(questionId),
          texts: { stem: { parts: [] }, options: new Map(), option: undefined },
        };
        enter('question', depth);
      } else if (question !== undefined && hook === 'stem') enter('stem', depth);
      else if (question !== undefined && attributes.has('data-cw-option')) {
        question.texts.option = toPrintable(attributes.get('data-cw-option') ?? '');
        question.texts.options.set(question.texts.option, { parts: [] });
      } else if (question !== undefined && attributes.has('data-cw-prompt')) {
        question.texts.option = `prompt ${toPrintable(attributes.get('data-cw-prompt') ?? '')}`;
        question.texts.options.set(question.texts.option, { parts: [] });
      } else if (question !== undefined && (hook === 'option-text' || hook === 'prompt-text')) enter('option', depth);
      else if (question === undefined && HEADING.test(name) && heading === undefined) {
        heading = { parts: [] };
        enter('heading', depth);
      } else if (isOwnReference(name, attributes) || name === 'script' || name === 'style') enter('skipped', depth);
      for (const text of markOf(name, attributes, fingerprintOf)) add(text);
    },
    close(name, depth) {
      const region = regions.at(-1);
      if (region !== undefined && region.depth === depth) {
        regions.pop();
        openRegions[region.kind]--;
        if (region.kind === 'question' && question !== undefined) {
          questions.set(question.id, finishQuestion(question.texts));
          question = undefined;
        }
        if (region.kind === 'heading' && heading !== undefined) {
          section = finish(heading);
          heading = undefined;
          sectionText();
        }
      }
      if (!INLINE.has(name)) add('\n');
    },
    // Where the source breaks its lines is nobody's business.
    text: (text) => add(text.replace(/\s+/g, ' ')),
  });
  return { lesson: finishLesson(lesson, frame), questions };
}

/** HTML without a hook in it, such as a rationale. */
export function readPlainText(html: string, fingerprintOf: FingerprintOf): string {
  return [...readPageText(html, { title: '', moduleTitle: '' }, fingerprintOf).lesson].flat().join('\n').trim();
}

/** Numbers of notes and sources change when another is put in before them. */
function isOwnReference(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return name === 'a' && attributes.get('href')?.startsWith('#cw-') === true;
}

/** What counts although it is no text: the files shown, by content, and where links lead. */
function markOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  fingerprintOf: FingerprintOf,
): readonly string[] {
  const shown = FILE_ATTRIBUTES.flatMap((attribute) => attributes.get(attribute) ?? []);
  const href = name === 'a' ? (attributes.get('href') ?? '') : '';
  const linked = href === '' || href.startsWith('#') ? [] : [href];
  const alternative = name === 'img' ? [attributes.get('alt') ?? ''] : [];
  return [...shown, ...linked].map((file) => `[${fingerprintOf(file) ?? file}]`).concat(alternative);
}

function finish(collector: Collector): string {
  return toPrintable(collector.parts.join('').replace(/\s+/g, ' ')).trim();
}

function finishQuestion(texts: OpenQuestion): QuestionText {
  return {
    stem: finish(texts.stem),
    options: new Map([...texts.options].map(([id, collector]) => [id, finish(collector)])),
  };
}

/** Pieces stay apart by line ends; the page's head is left out. */
function finishLesson(sections: ReadonlyMap<string, Collector>, { title, moduleTitle }: PageFrame): LessonText {
  const isFrame = (piece: string): boolean =>
    piece === title || piece === moduleTitle || piece.startsWith(`${moduleTitle} · `);
  return new Map(
    [...sections].map(([name, { parts }]) => {
      const pieces = parts
        .join('')
        .split('\n')
        .map((piece) => toPrintable(piece.replace(/\s+/g, ' ')).trim())
        .filter((piece) => piece !== '' && (name !== '' || !isFrame(piece)));
      return [name, pieces.join('\n')];
    }),
  );
}
