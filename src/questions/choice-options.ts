/** What single choice and multiple choice share: checks, texts, key, marks of a list of options. Knows neither schema. */
import type { ResolvedContent } from '../compiler/content.ts';
import { duplicateOptionId, noKey, tooFewOptions } from '../diagnostics/catalog/questions.ts';
import type { Reporter } from '../diagnostics/report.ts';
import type { ChoiceOption } from './choice/body.ts';
import type { ChoicePartial } from './choice/partial.ts';
import type { OptionSource } from './question-source.ts';
import type { Locate, QuestionHook, QuestionTexts, SheetRow, SheetTexts } from './question-type.ts';

/** Reports equal ids, fewer than two options and a missing key. */
export function checkOptions(
  question: string,
  options: readonly OptionSource[],
  locate: Locate,
  report: Reporter,
): void {
  if (options.length < 2) {
    report.add(tooFewOptions, locate(['options']), { question, count: options.length });
  }
  const first = new Map<string, number>();
  options.forEach((option, index) => {
    const before = first.get(option.id);
    if (before === undefined) {
      first.set(option.id, index);
      return;
    }
    report.add(
      duplicateOptionId,
      locate(['options', index, 'id']),
      { question, option: option.id },
      { related: [{ span: locate(['options', before, 'id']), message: 'the first option with this id' }] },
    );
  });
  if (options.length > 0 && !options.some((option) => option.correct)) {
    report.add(noKey, locate(['options']), { question });
  }
}

/** Made once: a large bank asks for them tens of thousands of times. There are 36 option ids. */
const PATHS = Array.from({ length: 36 }, (_, index) => toPaths(index));

function toPaths(index: number): { readonly text: string; readonly why: string } {
  return { text: `options.${index}.text`, why: `options.${index}.why` };
}

function pathsOf(index: number): { readonly text: string; readonly why: string } {
  return PATHS[index] ?? toPaths(index);
}

/** Paths of the options' Markdown fields. */
export function optionPaths(options: readonly OptionSource[]): readonly string[] {
  return options.flatMap((_, index) => [pathsOf(index).text, pathsOf(index).why]);
}

export function buildOptions<C>(options: readonly OptionSource[], content: (path: string) => C): ChoiceOption<C>[] {
  return options.map((option, index) => ({
    id: option.id,
    content: content(pathsOf(index).text),
    why: content(pathsOf(index).why),
    pinned: option.pin ?? false,
  }));
}

/** Ids of the right options in the author's order. */
export function keyOf(options: readonly OptionSource[]): readonly string[] {
  return options.filter((option) => option.correct).map((option) => option.id);
}

/** Option ids and key, sorted, as text: the same whatever the order of the options. */
export function optionsBasis(options: readonly OptionSource[]): string {
  const ids = options.map((option) => option.id).sort();
  return `${ids.join('')};${[...keyOf(options)].sort().join('')}`;
}

/** Ids of the options, and of those that shuffling leaves in place. */
export function optionIds(options: readonly ChoiceOption<unknown>[]): { options: string[]; pinned: string[] } {
  return { options: options.map(({ id }) => id), pinned: options.filter(({ pinned }) => pinned).map(({ id }) => id) };
}

export function optionReasons<C>(options: readonly ChoiceOption<C>[]): readonly (readonly [string, C])[] {
  return options.map(({ id, why }) => [id, why]);
}

export function optionViews(
  options: readonly ChoiceOption<ResolvedContent>[],
  texts: QuestionTexts,
): ChoicePartial['options'] {
  return options.map(({ id, content }) => ({ id, textHtml: texts.label(content, id) }));
}

/** @param key ids of the right options */
export function optionRows(
  options: readonly ChoiceOption<ResolvedContent>[],
  key: readonly string[],
  texts: SheetTexts,
): readonly SheetRow[] {
  return options.map(({ id, content }) => ({ shown: id, text: texts.plain(content), right: key.includes(id) }));
}

/** The marks of a list of options with these ids. */
export function optionHooks(ids: readonly string[]): readonly QuestionHook[] {
  return [
    { attribute: 'data-cw="options"', times: 1 },
    ...ids.flatMap((id) => [
      { attribute: `data-cw-option="${id}"`, times: 1 },
      { attribute: `value="${id}"`, times: 1 },
    ]),
    { attribute: 'data-cw="option-text"', times: ids.length },
    { attribute: 'data-cw="why"', times: ids.length },
  ];
}
