/** Asks a YAML tree for values and places by path. Knows nothing of what the keys mean. */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { YamlNode } from './yaml-tree.ts';

/** Keys and positions from a node down to one of its descendants: `options`, 0, `text`. */
export type YamlPath = readonly PropertyKey[];

/** Plain data: every scalar as its text, an absent value as undefined. Any key is safe, `__proto__` too. */
export function toPlainValue(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case 'scalar':
      return node.style === 'empty' ? undefined : node.text;
    case 'list':
      return node.items.map(toPlainValue);
    case 'map': {
      const value: Record<string, unknown> = {};
      for (const { key, value: child } of node.entries) {
        if (key.text !== '__proto__') value[key.text] = toPlainValue(child);
        else
          Object.defineProperty(value, key.text, {
            value: toPlainValue(child),
            enumerable: true,
            writable: true,
            configurable: true,
          });
      }
      return value;
    }
  }
}

/** The descendant at `path`, or undefined. */
export function findNode(node: YamlNode | undefined, path: YamlPath): YamlNode | undefined {
  let current = node;
  for (const step of path) current = findChild(current, step);
  return current;
}

/** The span of the value at `path`, or of its nearest ancestor that exists. */
export function spanOf(file: string, node: YamlNode, path: YamlPath): Span {
  let current = node;
  for (const step of path) {
    const child = findChild(current, step);
    if (child === undefined) break;
    current = child;
  }
  return { file, start: current.start, end: current.end };
}

/** The span of the key at the end of `path`; where there is none, the span that `spanOf` gives. */
export function keySpanOf(file: string, node: YamlNode, path: YamlPath): Span {
  const parent = findNode(node, path.slice(0, -1));
  const name = path.at(-1);
  const entry = parent?.kind === 'map' ? parent.entries.find(({ key }) => key.text === name) : undefined;
  return entry === undefined ? spanOf(file, node, path) : { file, start: entry.key.start, end: entry.key.end };
}

function findChild(node: YamlNode | undefined, step: PropertyKey): YamlNode | undefined {
  if (node?.kind === 'list') return node.items[Number(step)];
  if (node?.kind === 'map') return node.entries.find(({ key }) => key.text === String(step))?.value;
  return undefined;
}
