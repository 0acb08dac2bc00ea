/** Makes the anchors of headings, as GitHub does: from their words, unique in the text. */

/** `{#anchor}` at the end of a heading. */
export const OWN_ANCHOR = /[ \t]*\{#([A-Za-z][\w-]*)\}$/;

/** `Who reports what?` becomes `who-reports-what`. */
export function makeAnchor(words: string, taken: Set<string>): string {
  const slug =
    words
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-') || 'section';
  let anchor = slug;
  for (let count = 1; taken.has(anchor); count++) anchor = `${slug}-${count}`;
  taken.add(anchor);
  return anchor;
}
