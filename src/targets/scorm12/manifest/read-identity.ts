/**
 * The bytes of a manifest -> the names by which an LMS knows the package again when it is replaced. Knows no rules.
 */
import { readManifest, type XmlElement } from './read-manifest.ts';
import { childrenNamed } from './walk-manifest.ts';

export interface ManifestIdentity {
  /** Identifier of the first item that launches something; learners' records hang on it in Moodle and others. */
  readonly item: string;
  readonly title: string;
}

/** Never throws. */
export function readIdentity(bytes: Uint8Array): ManifestIdentity | { readonly problem: string } {
  const { root, failure } = readManifest(bytes);
  if (root === undefined) return { problem: failure };
  const organizations = childrenNamed(root, 'organizations')[0];
  const organization = organizations === undefined ? undefined : childrenNamed(organizations, 'organization')[0];
  const item = organization === undefined ? undefined : findLaunched(organization);
  if (item === undefined) return { problem: 'it names nothing that can be launched' };
  return {
    item: item.attributes.get('identifier') ?? '',
    title: childrenNamed(item, 'title')[0]?.text ?? '',
  };
}

/** In document order. Depth is bounded by the reader. */
function findLaunched(element: XmlElement): XmlElement | undefined {
  for (const child of element.children) {
    if (child.name !== 'item') continue;
    const found = child.attributes.has('identifierref') ? child : findLaunched(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
