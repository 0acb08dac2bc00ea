/** A result by domain as a picture: one bar per domain with the mark as a line. Its numbers stand in words beside each bar. */
import type { DomainLine } from '../../quiz-run.ts';
import { make } from '../dom.ts';

const SVG = 'http://www.w3.org/2000/svg';

function makeShape(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const shape = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
  return shape;
}

/** A bar of 100 units, filled to `percent`, with a line at `mark`. */
function makeBar(percent: number, mark: number | null): SVGElement {
  const bar = makeShape('svg', { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  bar.setAttribute('data-cw', 'domain-bar');
  bar.append(
    makeShape('rect', { class: 'track', x: '0', y: '0', width: '100', height: '8' }),
    makeShape('rect', { class: 'fill', x: '0', y: '0', width: String(percent), height: '8' }),
  );
  if (mark !== null)
    bar.append(makeShape('rect', { class: 'mark', x: String(mark - 0.4), y: '0', width: '0.8', height: '8' }));
  return bar;
}

/** @param textOf the numbers of a domain in words */
export function makeDomainChart(
  lines: readonly DomainLine[],
  mark: number | null,
  textOf: (line: DomainLine) => string,
): HTMLElement {
  const rows = lines.map((line) =>
    make('li', {}, make('span', {}, textOf(line)), makeBar((line.right / line.all) * 100, mark)),
  );
  return make('ul', { 'data-cw': 'domain-chart' }, ...rows);
}
