/** Ways through the tree of a manifest. Knows no rules. */
import type { XmlElement } from './read-manifest.ts';

/** The element and all below it, in document order. */
export function listElements(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i];
      if (child !== undefined) open.push(child);
    }
  }
  return found;
}

/** Children by their name without prefix. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
