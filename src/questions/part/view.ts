/**
 * Marks one part of an answer (an option, a field, a pair, a place) in words and attributes, and shows its reason.
 * Serves the views of all question types. It must not know any of them.
 */

/** What the style sheet tells apart. The words beside it carry the meaning. */
export type PartMark = 'key' | 'chosen-wrong' | 'chosen-key' | 'missed-key';

/** Attributes and words of a part's mark, at the end of its label; `undefined` takes them away. */
export function showMark(
  part: HTMLElement,
  mark: { readonly kind: PartMark; readonly text: string } | undefined,
): void {
  part.querySelector('[data-cw="mark-text"]')?.remove();
  if (mark === undefined) {
    delete part.dataset.cwMark;
    return;
  }
  part.dataset.cwMark = mark.kind;
  const text = document.createElement('span');
  text.dataset.cw = 'mark-text';
  text.textContent = mark.text;
  (part.querySelector('label, [data-cw="part-label"]') ?? part).append(' ', text);
}

/** @param html finished HTML; nothing is shown where it is empty */
export function showWhy(part: HTMLElement, html: string): void {
  const why = part.querySelector<HTMLElement>('[data-cw="why"]');
  if (why === null) return;
  why.innerHTML = html;
  why.hidden = html === '';
}
