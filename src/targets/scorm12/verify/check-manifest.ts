/**
 * The manifest's tree -> findings by the rules M2 to M9: namespaces, structure, identifiers, organization and titles.
 * Looks at no other file of the package.
 */
import * as rules from '../../../diagnostics/catalog/packages-manifest.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { SCORM12_LIMITS } from '../manifest/limits.ts';
import { ADLCP_NAMESPACE, CP_NAMESPACE } from '../manifest/manifest-names.ts';
import type { XmlElement } from '../manifest/read-manifest.ts';
import { childrenNamed, listElements } from '../manifest/walk-manifest.ts';

/** Order of children as the content packaging schema has it; elements of other namespaces come last. */
const CHILD_ORDER: Readonly<Record<string, readonly string[]>> = {
  manifest: ['metadata', 'organizations', 'resources', 'manifest'],
  organizations: ['organization'],
  organization: ['title', 'item', 'metadata'],
  item: ['title', 'item', 'metadata'],
  resources: ['resource'],
  resource: ['metadata', 'file', 'dependency'],
};

const MAX_IDENTIFIER = 100;

/** Reports what the manifest says wrongly about itself. */
export function checkManifest(name: string, root: XmlElement, report: Reporter): void {
  const place = { file: name };
  checkNamespaces(name, root, report);
  checkStructure(name, root, report);
  checkVersion(name, root, report);
  for (const element of listElements(root)) {
    if (element.attributes.has('xml:base')) report.add(rules.manifestBase, place, { element: label(element) });
  }
  checkIdentifiers(name, root, report);
  checkOrganizations(name, root, report);
  checkTitles(name, root, report);
}

/** M2. */
function checkNamespaces(name: string, root: XmlElement, report: Reporter): void {
  const place = { file: name };
  const key = root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix}`;
  const namespace = root.attributes.get(key);
  if (namespace !== CP_NAMESPACE) {
    const reason = namespace === undefined ? 'declares no namespace' : `has the namespace "${namespace}"`;
    report.add(rules.manifestNamespace, place, { reason: `${reason}, not that of content packaging 1.1.2` });
  } else if (root.prefix !== '') {
    report.add(rules.manifestPrefix, place, { reason: `its elements have the prefix "${root.prefix}"` });
  }
  const adlcp = [...root.attributes].find(([, value]) => value === ADLCP_NAMESPACE)?.[0];
  const isBoundBelow = listElements(root).some((element) => [...element.attributes.values()].includes(ADLCP_NAMESPACE));
  if (adlcp === undefined && !isBoundBelow)
    report.add(rules.manifestNamespace, place, { reason: 'does not declare the namespace of SCORM 1.2' });
  else if (adlcp === undefined)
    report.add(rules.manifestPrefix, place, { reason: 'the namespace of SCORM 1.2 is not declared on the root' });
  else if (adlcp !== 'xmlns:adlcp')
    report.add(rules.manifestPrefix, place, { reason: `the namespace of SCORM 1.2 is declared as "${adlcp}"` });
}

/** M3. */
function checkStructure(name: string, root: XmlElement, report: Reporter): void {
  const place = { file: name };
  const fail = (reason: string) => report.add(rules.manifestStructure, place, { reason });
  if (root.name !== 'manifest') {
    fail(`starts with "${root.name}", not with "manifest"`);
    return;
  }
  for (const required of ['organizations', 'resources']) {
    const count = childrenNamed(root, required).length;
    if (count !== 1) fail(`has ${count} elements "${required}" instead of one`);
  }
  for (const element of listElements(root)) {
    const reason = element.prefix === root.prefix ? findDisorder(element) : undefined;
    if (reason !== undefined) fail(reason);
  }
  if (listElements(root).some((element) => element !== root && element.name === 'manifest'))
    report.add(rules.manifestSubManifest, place, {});
}

function findDisorder(element: XmlElement): string | undefined {
  const order = CHILD_ORDER[element.name];
  if (order === undefined) return undefined;
  let last = 0;
  for (const child of element.children) {
    const isForeign = child.prefix !== element.prefix;
    const rank = isForeign ? order.length : order.indexOf(child.name);
    if (rank < 0) return `has an element "${child.name}" inside ${label(element)}, which the standard does not know`;
    if (rank < last) return `has "${child.name}" too late inside ${label(element)}`;
    last = rank;
  }
  for (const single of ['title', 'metadata']) {
    if (childrenNamed(element, single).length > 1) return `has several "${single}" inside ${label(element)}`;
  }
  return undefined;
}

/** M4. */
function checkVersion(name: string, root: XmlElement, report: Reporter): void {
  const metadata = childrenNamed(root, 'metadata')[0];
  const expected = { schema: 'ADL SCORM', schemaversion: '1.2' };
  for (const [element, value] of Object.entries(expected)) {
    const found = metadata === undefined ? undefined : childrenNamed(metadata, element)[0]?.text;
    if (found === value) continue;
    if (found === undefined || found.trim() === value) {
      const reason = found === undefined ? `${element} is missing` : `${element} has blanks around its value`;
      report.add(rules.manifestVersionNotPlain, { file: name }, { reason });
    } else report.add(rules.manifestVersion, { file: name }, { element, value: found.trim() });
  }
}

/** M6. */
function checkIdentifiers(name: string, root: XmlElement, report: Reporter): void {
  const place = { file: name };
  const seen = new Map<string, string>();
  for (const element of listElements(root)) {
    const id = element.attributes.get('identifier');
    if (id === undefined) {
      if (['manifest', 'organization', 'item', 'resource'].includes(element.name))
        report.add(rules.manifestIdentifier, place, { id: '', reason: `of ${label(element)} is missing` });
      continue;
    }
    const first = seen.get(id.toLowerCase());
    seen.set(id.toLowerCase(), first ?? id);
    const unportable = (reason: string) => report.add(rules.manifestIdentifierNotPortable, place, { id, reason });
    if (first === id) report.add(rules.manifestIdentifier, place, { id, reason: 'is used more than once' });
    else if (!/^[\p{L}_][\p{L}\p{M}\p{N}._·-]*$/u.test(id))
      report.add(rules.manifestIdentifier, place, { id, reason: 'is not a name as XML wants it' });
    else if (first !== undefined) unportable(`differs from "${first}" only in case`);
    else if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(id)) unportable('holds dots or letters outside A to Z');
    else if (id.length > MAX_IDENTIFIER) unportable(`has ${id.length} characters`);
  }
}

/** M7. */
function checkOrganizations(name: string, root: XmlElement, report: Reporter): void {
  const place = { file: name };
  const parent = childrenNamed(root, 'organizations')[0];
  if (parent === undefined) return;
  const organizations = childrenNamed(parent, 'organization');
  const chosen = parent.attributes.get('default');
  const fail = (reason: string) => report.add(rules.manifestDefaultOrganization, place, { reason });
  if (organizations.length === 0) fail('the manifest has no organization');
  else if (chosen === undefined) fail('the manifest does not say which organization is the default');
  else if (!organizations.some((organization) => organization.attributes.get('identifier') === chosen))
    fail(`the default organization "${chosen}" does not exist`);
  if (organizations.length > 1) report.add(rules.manifestSeveralOrganizations, place, { count: organizations.length });
}

/** M8. */
function checkTitles(name: string, root: XmlElement, report: Reporter): void {
  for (const element of listElements(root)) {
    if (element.name !== 'organization' && element.name !== 'item') continue;
    const title = childrenNamed(element, 'title')[0];
    const length = title?.text.length ?? 0;
    if (length > SCORM12_LIMITS.titleCharacters)
      report.add(rules.manifestTitleTooLong, { file: name }, { element: label(element), length });
    const reason = findTitleFault(title);
    if (reason !== undefined) report.add(rules.manifestTitle, { file: name }, { element: label(element), reason });
  }
}

function findTitleFault(title: XmlElement | undefined): string | undefined {
  if (title === undefined) return 'is missing, which crashes the import in Open edX and Forma';
  const text = title.text;
  if (text.trim() === '') return 'is empty, which crashes the import in Open edX and Forma';
  if (title.children.length > 0 || /[<>]/.test(text)) return 'holds markup, which Open edX prints as HTML';
  if (/[\n\r\t]/.test(text)) return 'holds a line break or tab, which Forma and Chamilo show as it is';
  // PHP's trim, as Moodle calls it on every piece: the blank and "0" count as nothing.
  if (title.pieces.some((piece) => ['', '0'].includes(piece.replace(/^[ \n\r\t\v\0]+|[ \n\r\t\v\0]+$/g, ''))))
    return 'is or holds a lone "0" or blank, which Moodle drops';
  return undefined;
}

function label(element: XmlElement): string {
  const id = element.attributes.get('identifier');
  return id === undefined ? element.name : `${element.name} "${id}"`;
}
