/** Finds faults in a stem: a negation that is easily overlooked, and words or articles that lead to the key. */
import type { Item, ItemOption } from './item.ts';
import { wordsOf } from './words.ts';

/** The negation of a question that asks for the exception, where it does not stand out. */
export function findQuietNegation({ loudStem }: Item): string | undefined {
  const question = lastSentence(loudStem);
  const exception = /\b(except)\b(?! for\b)/.exec(question)?.[1];
  if (exception !== undefined && /[?:.]?\s*$/.test(question)) {
    const rest = question.slice(question.lastIndexOf('except') + 'except'.length);
    if (/^[\s?:.]*$/.test(rest)) return exception;
  }
  // What stands before the negation must be one clause: in "when the type is not known" nothing is asked the other way round.
  const asked = /\b(?:which|what|who|where)\b([^,;:?]*?)\b(not|never|least)\b/i.exec(question);
  const [, clause = '', word] = asked ?? [];
  if (word === undefined || word !== word.toLowerCase()) return undefined;
  if (/\b(when|if|that|who|whose|because|since|while|although|but|and|for|with|after|before)\b/i.test(clause)) {
    return undefined;
  }
  return word;
}

function lastSentence(text: string): string {
  const sentences = text.split(/(?<=[.?!])\s+|\n+/).filter((sentence) => sentence.trim() !== '');
  return sentences.at(-1) ?? '';
}

/** Texts of the options that do not fit the article at the end of the stem. */
export function findArticleClue({
  stem,
  options,
}: Item): { readonly article: string; readonly misfits: readonly string[] } | undefined {
  const article = /\b(an?)\s*[:_….]*$/i.exec(stem.trim())?.[1]?.toLowerCase();
  if (article === undefined) return undefined;
  const misfits = options.map((option) => option.text).filter((text) => wantsArticle(text) === other(article));
  return misfits.length === 0 || misfits.length === options.length ? undefined : { article, misfits };
}

function other(article: string): string {
  return article === 'a' ? 'an' : 'a';
}

/** Undefined for abbreviations and numbers, whose sound their letters do not show. */
function wantsArticle(text: string): string | undefined {
  const word = /^[\p{L}]+/u.exec(text.trim())?.[0] ?? '';
  if (word.length < 2 || (word === word.toUpperCase() && word !== word.toLowerCase())) return undefined;
  const lower = word.toLowerCase();
  if (/^(hour|honest|honor|heir)/.test(lower)) return 'an';
  if (/^(uni(?!n|m)|use|usual|utili|euro|one|ewe)/.test(lower)) return 'a';
  return /^[aeiou]/.test(lower) ? 'an' : 'a';
}

/** Shorter words are too common to point at anything. */
const SHORTEST = 6;

/**
 * A word of the stem that only the key takes up again, while no other option takes up any.
 * @param isRare whether few questions use the word; the words of the subject point nowhere
 */
export function findKeyInStem({ type, words, options }: Item, isRare: (word: string) => boolean): string | undefined {
  if (type !== 'single-choice' || options.length < 3) return undefined;
  const key = options.find((option) => option.isKey);
  if (key === undefined) return undefined;
  const inStem = new Set([...words].map(rootOf));
  const repeats = (option: ItemOption) =>
    [...option.words].filter((word) => word.length >= SHORTEST && inStem.has(rootOf(word)));
  const word = repeats(key).find(isRare);
  if (word === undefined) return undefined;
  return options.some((option) => !option.isKey && repeats(option).length > 0) ? undefined : word;
}

/** An accepted text that learners need only copy from the stem. Very short ones stand in many words by chance. */
export function findAnswerInStem({ stem, accepted }: Item): string | undefined {
  const words = ` ${wordsOf(stem).join(' ')} `;
  return accepted.find((text) => {
    const answer = wordsOf(text).join(' ');
    return answer.length > 2 && words.includes(` ${answer} `);
  });
}

/** `episode` and `episodes` are one word. */
function rootOf(word: string): string {
  return word.replace(/(?:es|s)$/, '');
}
