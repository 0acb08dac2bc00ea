/**
 * The labels and notices that every page of a package carries, on screen and on paper. They are put in outside of all templates,
 * so that no theme can remove them.
 */
import { editionName } from '../../shared/edition-names.ts';
import type { PageWords } from '../../shared/words/page-words.ts';
import type { PackageModel } from '../hand-over.ts';
import { escapeHtml } from './html.ts';

/** The sentence a page must carry while nobody has reviewed the course; empty afterwards. */
export function sampleLabel(model: PackageModel, words: PageWords): string {
  return model.reviewed === '' ? words.fixed.sample : '';
}

/** The foot of every page, and the line along the edge of every printed sheet. */
export function labelsHtml(model: PackageModel, words: PageWords): string {
  const { fixed } = words;
  const sample = sampleLabel(model, words);
  const notices = [fixed.independent, fixed.practice];
  const editions = model.editions.map(editionName);
  const identity = [model.theme.organization, model.title, words.version({ version: model.version }), ...editions];
  const lines = [
    sample === '' ? '' : `<p class="label-sample">${escapeHtml(sample)}.</p>`,
    `<p>${notices.map((notice) => `${escapeHtml(notice)}.`).join(' ')}</p>`,
    editions.length === 0 ? '' : `<p>${escapeHtml(fixed.codeSources)}</p>`,
    `<p>${joined(identity)}</p>`,
    model.theme.footer === '' ? '' : `<p class="label-footer">${escapeHtml(model.theme.footer)}</p>`,
  ];
  const printed = [sample, ...notices, `${model.title}, ${words.version({ version: model.version })}`];
  return `<footer class="labels" data-cw="page-labels">${lines.join('')}</footer><p class="print-label" aria-hidden="true">${joined(printed)}</p>`;
}

function joined(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map(escapeHtml)
    .join(' · ');
}

/** Puts HTML at the end of a page's body, whatever its template looks like. */
export function appendToBody(html: string, extraHtml: string): string {
  const end = html.toLowerCase().lastIndexOf('</body>');
  return end === -1 ? html + extraHtml : html.slice(0, end) + extraHtml + html.slice(end);
}
