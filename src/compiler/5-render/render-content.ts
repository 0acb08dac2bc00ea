/** Turns resolved content into HTML: blocks, lists, tables, callouts and notes. Knows no templates and no files. */
import type { ResolvedBlock, ResolvedContent, ResolvedInline } from '../content.ts';
import { type Attributes, element, escapeHtml } from './html.ts';
import type { TextPlace } from './page-scope.ts';
import { renderBlueprintTable } from './render-blueprint-table.ts';
import { renderCredentialTable } from './render-credential-table.ts';
import { noteId, noteReferenceId, renderInlines, unknownNode } from './render-inline.ts';
import { renderTableFrame } from './render-table-frame.ts';

type TableNode = Extract<ResolvedBlock, { kind: 'table' }>;
type ListNode = Extract<ResolvedBlock, { kind: 'list' }>;
type FigureNode = Extract<ResolvedBlock, { kind: 'figure' }>;
type MediaNode = Extract<ResolvedBlock, { kind: 'media' }>;

/** A whole text with its notes. */
export function renderContent(content: ResolvedContent, place: TextPlace): string {
  return renderBlocks(content.blocks, place) + renderNotes(content, place);
}

/** A text inside a label or beside a number: a single paragraph loses its `<p>`. */
export function renderShortContent(content: ResolvedContent, place: TextPlace): string {
  const [only, second] = content.blocks;
  if (only?.kind !== 'paragraph' || second !== undefined) return renderContent(content, place);
  return renderInlines(only.content, place) + renderNotes(content, place);
}

function renderBlocks(blocks: readonly ResolvedBlock[], place: TextPlace): string {
  return blocks.map((block) => renderBlock(block, place)).join('\n');
}

function renderBlock(block: ResolvedBlock, place: TextPlace): string {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(6, Math.max(2, block.level));
      const id = block.anchor === '' ? undefined : place.prefix + block.anchor;
      return element(`h${level}`, { id }, renderInlines(block.content, place));
    }
    case 'paragraph':
      return `<p>${renderInlines(block.content, place)}</p>`;
    case 'list':
      return renderList(block, place);
    case 'quote':
      return `<blockquote>${renderBlocks(block.blocks, place)}</blockquote>`;
    case 'callout':
      return renderCallout(block, place);
    case 'details':
      return renderDetails({ class: 'more' }, renderInlines(block.summary, place), renderBlocks(block.blocks, place));
    case 'code-block': {
      place.scope.codeBlocks += 1;
      const label = place.scope.words.codeNumber({ number: place.scope.codeBlocks });
      return element(
        'pre',
        { tabindex: 0, role: 'region', 'aria-label': label },
        `<code>${escapeHtml(block.text)}</code>`,
      );
    }
    case 'table':
      return renderTable(block, place);
    case 'definition-list':
      return renderDefinitionList(block, place);
    case 'rule':
      return '<hr>';
    case 'figure':
      return renderFigure(block, place);
    case 'media':
      return renderMedia(block, place);
    case 'credential-table':
      return renderCredentialTable(block, place);
    case 'blueprint-table':
      return renderBlueprintTable(block.blueprint, place);
    case 'check':
      return place.scope.renderCheck(block.question);
    case 'block-html':
      return block.html;
    default:
      return unknownNode(block);
  }
}

function renderList(list: ListNode, place: TextPlace): string {
  const { fixed } = place.scope.words;
  const items = list.items.map(({ done, blocks }) => {
    const [first, ...rest] = blocks;
    // A tight item is one paragraph, maybe with a list below it: it reads better without the paragraph's spacing.
    const tight = first?.kind === 'paragraph' && rest.every((block) => block.kind === 'list');
    const inner =
      tight && first?.kind === 'paragraph'
        ? renderInlines(first.content, place) + renderBlocks(rest, place)
        : renderBlocks(blocks, place);
    if (done === undefined) return `<li>${inner}</li>`;
    const mark = `<span class="task-mark" aria-hidden="true"></span><span class="unseen">${escapeHtml(done ? fixed.done : fixed.notDone)} </span>`;
    return element('li', { class: done ? 'task task-done' : 'task' }, mark + inner);
  });
  const start = list.ordered && list.start !== 1 ? list.start : undefined;
  return element(list.ordered ? 'ol' : 'ul', { start }, items.join(''));
}

function renderCallout(block: Extract<ResolvedBlock, { kind: 'callout' }>, place: TextPlace): string {
  const word = place.scope.words.tones[block.tone];
  const title =
    block.title.length === 0
      ? `<span class="callout-tone">${escapeHtml(word)}</span>`
      : `<span class="callout-tone">${escapeHtml(word)}</span> <span class="callout-words">${renderInlines(block.title, place)}</span>`;
  return element(
    'div',
    { class: `callout callout-${block.tone}`, role: 'note' },
    `<p class="callout-title">${title}</p>${renderBlocks(block.blocks, place)}`,
  );
}

function renderTable(table: TableNode, place: TextPlace): string {
  const cell = (name: 'th' | 'td', scope: 'col' | 'row' | undefined, at: number, content: readonly ResolvedInline[]) =>
    element(name, { scope, class: alignClass(table.align[at]) }, renderInlines(content, place));
  // A corner without words is no header.
  const head = table.head
    .map(({ content }, at) =>
      content.length === 0 ? cell('td', undefined, at, content) : cell('th', 'col', at, content),
    )
    .join('');
  const rows = table.rows
    .map((row) => {
      const cells = row.map(({ content }, at) =>
        table.rowHeaders && at === 0 ? cell('th', 'row', at, content) : cell('td', undefined, at, content),
      );
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('');
  return renderTableFrame({ head: `<tr>${head}</tr>`, body: rows, foot: '', caption: '', name: '' }, place);
}

function alignClass(align: 'left' | 'center' | 'right' | undefined): string | undefined {
  return align === undefined || align === 'left' ? undefined : `align-${align}`;
}

function renderDefinitionList(block: Extract<ResolvedBlock, { kind: 'definition-list' }>, place: TextPlace): string {
  const items = block.items.map(({ terms, definitions }) => {
    const names = terms.map((term) => `<dt>${renderInlines(term, place)}</dt>`).join('');
    return `<div>${names}${definitions.map((blocks) => `<dd>${renderBlocks(blocks, place)}</dd>`).join('')}</div>`;
  });
  return `<dl>${items.join('')}</dl>`;
}

/** The description stands below its figure, closed, and a screen reader that comes to the picture tells of it. */
function renderFigure({ file, alt, caption, description }: FigureNode, place: TextPlace): string {
  const captionHtml = caption.length === 0 ? '' : `<figcaption>${renderInlines(caption, place)}</figcaption>`;
  const figure = (id?: string) => {
    const image = element('img', { src: file, alt, decoding: 'async', 'aria-details': id }, '').replace('</img>', '');
    return `<figure>${image}${captionHtml}</figure>`;
  };
  if (description === undefined) return figure();
  const { scope } = place;
  scope.descriptions += 1;
  const id = `cw-figure-${place.prefix}${scope.descriptions}`;
  const summary =
    description.summary.length === 0
      ? escapeHtml(scope.words.fixed.figureDescription)
      : renderInlines(description.summary, place);
  const text = renderBlocks(description.blocks, place);
  return `${figure(id)}\n${renderDetails({ class: 'more figure-description', id }, summary, text)}`;
}

function renderDetails(attributes: Attributes, summaryHtml: string, textHtml: string): string {
  return element('details', attributes, `<summary>${summaryHtml}</summary><div class="more-text">${textHtml}</div>`);
}

function renderMedia(node: MediaNode, place: TextPlace): string {
  const { fixed } = place.scope.words;
  const source = element('source', { src: node.file, type: mediaType(node.file) }, '').replace('</source>', '');
  const track = element(
    'track',
    { kind: 'captions', src: node.captions, srclang: node.language, label: fixed.captions, default: true },
    '',
  ).replace('</track>', '');
  const player = element(
    node.medium,
    { controls: true, preload: 'metadata', playsinline: node.medium === 'video', 'aria-label': node.title },
    source + track,
  );
  // Browsers show no captions for audio, so they are offered as text.
  const text =
    node.medium === 'audio'
      ? ` <a href="${escapeHtml(node.captions)}" target="_blank" rel="noopener">${escapeHtml(fixed.transcript)}<span class="unseen"> ${escapeHtml(fixed.newTab)}</span></a>`
      : '';
  return `<figure class="media">${player}<figcaption>${escapeHtml(node.title)}${text}</figcaption></figure>`;
}

function mediaType(file: string): string | undefined {
  if (file.endsWith('.mp4')) return 'video/mp4';
  if (file.endsWith('.webm')) return 'video/webm';
  if (file.endsWith('.mp3')) return 'audio/mpeg';
  return undefined;
}

function renderNotes(content: ResolvedContent, place: TextPlace): string {
  if (content.footnotes.length === 0) return '';
  const { words, noteReferences } = place.scope;
  const items = content.footnotes.map(({ id, blocks }, index) => {
    const own = noteId(place.prefix, id);
    // Notes are rendered before their back links are counted: a note may refer to another note.
    return { own, number: index + 1, html: renderBlocks(blocks, place) };
  });
  const list = items.map(({ own, number, html }) => {
    const back = Array.from({ length: noteReferences.get(own) ?? 0 }, (_, at) =>
      element(
        'a',
        {
          href: `#${noteReferenceId(own, at + 1)}`,
          class: 'note-back',
          role: 'doc-backlink',
          'aria-label': words.backToNote({ number }),
        },
        '↩',
      ),
    ).join(' ');
    const inner = html.endsWith('</p>') ? `${html.slice(0, -4)} ${back}</p>` : `${html} ${back}`;
    return element('li', { id: own }, inner);
  });
  const label = place.prefix === '' ? `<h2>${escapeHtml(words.fixed.notes)}</h2>` : '';
  return `<section class="notes" role="doc-endnotes" aria-label="${escapeHtml(words.fixed.notes)}">${label}<ol>${list.join('')}</ol></section>`;
}
