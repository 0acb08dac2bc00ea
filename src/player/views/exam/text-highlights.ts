/** Marks stretches of a question's text and reads what is selected in it, by characters of its text. It must not know exams. */
import type { Highlight } from '../../exam-desk.ts';
import { make } from '../dom.ts';

/** Texts that may be highlighted: the question itself and the record it speaks of. */
const ROOTS = '[data-cw="stem"], [data-cw="record"]';

function textNodes(form: ParentNode): readonly Text[] {
  return [...form.querySelectorAll(ROOTS)].flatMap((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text) found.push(node);
    }
    return found;
  });
}

function textIn(form: ParentNode): string {
  return textNodes(form)
    .map((node) => node.data)
    .join('');
}

/** What is selected inside the question's text. */
export function selectedStretch(form: ParentNode): Highlight | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  let at = 0;
  let from: number | undefined;
  let to = 0;
  for (const node of textNodes(form)) {
    const { length } = node.data;
    if (range.intersectsNode(node)) {
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : length;
      if (end > start) {
        from ??= at + start;
        to = at + end;
      }
    }
    at += length;
  }
  return from === undefined ? undefined : { from, to, text: textIn(form).slice(from, to) };
}

function unmark(form: ParentNode): void {
  for (const mark of form.querySelectorAll('mark[data-cw="highlight"]')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

/** Shows these highlights and no others; one whose text has changed is left out. */
export function showHighlights(form: ParentNode, highlights: readonly Highlight[]): void {
  unmark(form);
  for (const { from, to, text } of highlights) {
    if (textIn(form).slice(from, to) !== text) continue;
    let at = 0;
    for (const node of textNodes(form)) {
      const { length } = node.data;
      const start = Math.max(0, from - at);
      const end = Math.min(length, to - at);
      at += length;
      if (end <= start) continue;
      const marked = start > 0 ? node.splitText(start) : node;
      if (end - start < marked.data.length) marked.splitText(end - start);
      const mark = make('mark', { 'data-cw': 'highlight' });
      marked.replaceWith(mark);
      mark.append(marked);
    }
  }
}
