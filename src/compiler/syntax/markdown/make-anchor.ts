/** Makes the anchors of headings, as GitHub does: from their words, unique in the text. */

/** `{#anchor}` at the end of a heading. */
export const OWN_ANCHOR = /[ \t]*\{#([A-Za-z][\w-]*)\}$/;

/**
 * `Who reports what?` becomes `who-reports-what`.
 * @param taken anchors, each with the number to try next; thousands of headings may have the same words
 */
export function makeAnchor(words: string, taken: Map<string, number>): string {
  const slug =
    words
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-') || 'section';
  let anchor = slug;
  let count = taken.get(slug) ?? 1;
  for (; taken.has(anchor); count++) anchor = `${slug}-${count}`;
  taken.set(slug, count);
  if (anchor !== slug) taken.set(anchor, 1);
  return anchor;
}
