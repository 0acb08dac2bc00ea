/** Sentences -> words that carry meaning, compared without case. */

// biome-ignore format: a list of words reads better in lines
const EMPTY_WORDS = new Set([
  'a', 'about', 'according', 'after', 'all', 'an', 'and', 'are', 'as', 'at', 'be', 'because', 'been', 'before', 'being', 'best', 'both', 'but', 'by',
  'can', 'correct', 'could', 'did', 'do', 'does', 'each', 'following', 'for', 'from', 'had', 'has', 'have', 'how', 'if', 'in', 'into', 'is', 'it',
  'its', 'may', 'more', 'most', 'must', 'no', 'not', 'of', 'on', 'one', 'only', 'option', 'or', 'other', 'should', 'so', 'statement', 'such', 'than',
  'that', 'the', 'their', 'them', 'then', 'there', 'these', 'they', 'this', 'those', 'to', 'true', 'was', 'were', 'what', 'when', 'where', 'which',
  'while', 'who', 'whose', 'why', 'will', 'with', 'would', 'you', 'your',
]);

const WORD = /[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu;

/** In order, with repetitions. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** Each word once. */
export function meaningfulWords(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).filter((word) => !EMPTY_WORDS.has(word)));
}

/** For comparing whole texts: lower case, one blank between words, no punctuation but inside numbers. Signs stay. */
export function normalizeText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s,;:!?"'“”‘’()]+/g, ' ')
    .replace(/\.(?= |$)/g, '')
    .trim();
}
