/**
 * The bytes of a manifest -> the names by which an LMS knows the package again when it is replaced. Knows no rules.
 */
import { readManifest, type XmlElement } from './read-manifest.ts';

export const MANIFEST_FILE = 'imsmanifest.xml';

export interface ManifestIdentity {
  /** Identifier of the manifest. */
  readonly manifest: string;
  /** Identifier of the first item that launches something; learners' records hang on it in Moodle and others. */
  readonly item: string;
  readonly title: string;
}

/** Never throws. */
export function readIdentity(bytes: Uint8Array): ManifestIdentity | { readonly problem: string } {
  const { root, failure } = readManifest(bytes);
  if (root === undefined) return { problem: failure };
  const organizations = childNamed(root, 'organizations');
  const organization = organizations === undefined ? undefined : childNamed(organizations, 'organization');
  const item = organization === undefined ? undefined : findLaunched(organization);
  if (item === undefined) return { problem: 'it names nothing that can be launched' };
  return {
    manifest: root.attributes.get('identifier') ?? '',
    item: item.attributes.get('identifier') ?? '',
    title: childNamed(item, 'title')?.text ?? '',
  };
}

function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
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
