/**
 * The manifest's tree and the names in the zip -> findings by the rules M9 to M14: items, resources and the packing list.
 */
import * as rules from '../../../diagnostics/catalog/packages-manifest.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { MANIFEST_FILE } from '../manifest/manifest-names.ts';
import type { XmlElement } from '../manifest/read-manifest.ts';
import { childrenNamed, listElements } from '../manifest/walk-manifest.ts';

/** The "control files" of the standard (CAM 1.2, 2.3.2). */
const SCHEMA_FILES = ['adlcp_rootv1p2.xsd', 'ims_xml.xsd', 'imscp_rootv1p1p2.xsd', 'imsmd_rootv1p2p1.xsd'];

const LMS_CONTROLS = ['prerequisites', 'maxtimeallowed', 'timelimitaction', 'datafromlms'];

/** Reports items that open nothing, resources an LMS cannot launch, and a packing list that is not the zip's. */
export function checkResources(name: string, root: XmlElement, files: readonly string[], report: Reporter): void {
  const inZip = new Set(files);
  const resources = childrenNamed(root, 'resources').flatMap((parent) => childrenNamed(parent, 'resource'));
  const launched = checkItems(name, root, resources, report);
  const first = resources.find((resource) => (resource.attributes.get('href') ?? '') !== '');
  for (const resource of launched) checkLaunched({ name, root, resource, first, inZip }, report);
  checkPackingList(name, root, resources, files, report);
  checkSchemaFiles(name, root, files, report);
}

/** M9, M10 and M11; returns the resources that items launch. */
function checkItems(
  name: string,
  root: XmlElement,
  resources: readonly XmlElement[],
  report: Reporter,
): readonly XmlElement[] {
  const place = { file: name };
  const byId = new Map(resources.map((resource) => [idOf(resource), resource]));
  const launched: XmlElement[] = [];
  for (const item of listElements(root).filter((element) => element.name === 'item')) {
    const id = idOf(item);
    const reference = item.attributes.get('identifierref') ?? '';
    const resource = byId.get(reference);
    if (resource !== undefined) launched.push(resource);
    else if (reference !== '')
      report.add(rules.manifestItemTarget, place, {
        id,
        reason: `names the resource "${reference}", which does not exist`,
      });
    else if (childrenNamed(item, 'item').length === 0)
      report.add(rules.manifestItemTarget, place, { id, reason: 'opens nothing: it has no identifierref' });
    checkItemAttributes(name, item, report);
  }
  if (launched.length === 0) report.add(rules.manifestNoItem, place, {});
  if (launched.length > 1) report.add(rules.manifestSeveralItems, place, { count: launched.length });
  return [...new Set(launched)];
}

function checkItemAttributes(name: string, item: XmlElement, report: Reporter): void {
  const place = { file: name };
  const id = idOf(item);
  const visible = item.attributes.get('isvisible');
  if (visible !== 'true') {
    const reason = visible === undefined ? 'does not say isvisible="true"' : `says isvisible="${visible}"`;
    report.add(rules.manifestItemAttributes, place, { id, reason });
  }
  if (item.attributes.has('parameters'))
    report.add(rules.manifestItemAttributes, place, { id, reason: 'has parameters' });
  for (const child of item.children) {
    if (child.name === 'masteryscore') report.add(rules.manifestMasteryScore, place, { id, value: child.text.trim() });
    else if (LMS_CONTROLS.includes(child.name))
      report.add(rules.manifestItemControl, place, { id, element: child.name });
  }
}

interface Launch {
  readonly name: string;
  readonly root: XmlElement;
  readonly resource: XmlElement;
  /** The first resource of the manifest that has an href. */
  readonly first: XmlElement | undefined;
  readonly inZip: ReadonlySet<string>;
}

/** M12. */
function checkLaunched(launch: Launch, report: Reporter): void {
  const { name, root, resource, first, inZip } = launch;
  const id = idOf(resource);
  const fail = (reason: string) => report.add(rules.manifestResource, { file: name }, { id, reason });
  const warn = (reason: string) => report.add(rules.manifestResourceNotPortable, { file: name }, { id, reason });
  const type = resource.attributes.get('type');
  if (type !== 'webcontent') fail(type === undefined ? 'has no type' : `has the type "${type}", not "webcontent"`);
  const kind = findScormType(resource);
  if (kind === undefined) fail('does not say adlcp:scormtype, in small letters');
  else if (kind === 'asset') warn('is an asset, which no LMS tracks');
  else if (kind !== 'sco') fail(`has the scormtype "${kind}", not "sco" or "asset"`);
  const href = resource.attributes.get('href');
  if (href === undefined || href === '') {
    fail('has no href, so there is nothing to open');
    return;
  }
  const file = toZipName(baseOf(root) + baseOf(resource) + href);
  if (file === undefined) fail(`opens "${href}", which is not a file of the package`);
  else if (!inZip.has(file)) fail(`opens "${file}", which is not in the zip`);
  else if (!/^[^/]+\.html$/.test(file)) warn(`opens "${file}", not an .html page at the top of the zip`);
  if (/[?#]/.test(href)) warn('has a query or fragment in its href');
  if (first !== resource) warn('is launched, but is not the first resource');
}

function findScormType(resource: XmlElement): string | undefined {
  for (const [key, value] of resource.attributes) {
    if (/(^|:)scormtype$/.test(key)) return value;
  }
  return undefined;
}

/** M13. */
function checkPackingList(
  name: string,
  root: XmlElement,
  resources: readonly XmlElement[],
  files: readonly string[],
  report: Reporter,
): void {
  const place = { file: name };
  const inZip = new Set(files);
  const listed = new Set<string>();
  const isControl = (file: string) => file === MANIFEST_FILE || /^[^/]+\.(xsd|dtd)$/i.test(file);
  for (const resource of resources) {
    const own = new Set<string>();
    for (const element of childrenNamed(resource, 'file')) {
      const href = element.attributes.get('href') ?? '';
      const file = toZipName(baseOf(root) + baseOf(resource) + href);
      const missing = (reason: string) => report.add(rules.manifestFileMissing, place, { file: href, reason });
      if (file === undefined) missing('which is no plain relative path');
      else if (!inZip.has(file)) missing('which is not in the zip');
      else if (/[?#]/.test(href)) missing('with a query or fragment');
      else if (own.has(file)) report.add(rules.manifestFileTwice, place, { file });
      if (file !== undefined) own.add(file);
    }
    for (const file of own) listed.add(file);
  }
  const [file, ...rest] = files.filter((candidate) => !listed.has(candidate) && !isControl(candidate));
  if (file !== undefined) report.add(rules.manifestFileUnlisted, place, { file, count: rest.length + 1 });
}

/** M14: all schema files or none, and none named that is not there. */
function checkSchemaFiles(name: string, root: XmlElement, files: readonly string[], report: Reporter): void {
  const place = { file: name };
  const inZip = new Set(files);
  const present = SCHEMA_FILES.filter((file) => inZip.has(file));
  const missing = SCHEMA_FILES.filter((file) => !inZip.has(file));
  if (present.length > 0 && missing.length > 0)
    report.add(rules.manifestSchemaFiles, place, { reason: `the schema file ${missing.join(' and ')} is missing` });
  const location = [...root.attributes].find(([key]) => /(^|:)schemaLocation$/.test(key))?.[1] ?? '';
  const local = location
    .trim()
    .split(/\s+/)
    .filter((part) => part.endsWith('.xsd') && !part.includes('://') && !inZip.has(part));
  if (present.length === 0 && local.length > 0)
    report.add(rules.manifestSchemaFiles, place, {
      reason: `schemaLocation names ${local.join(' and ')}, which is not in the zip`,
    });
}

/** The name in the zip that a reference means; undefined for one that leaves the package. */
function toZipName(href: string): string | undefined {
  const path = href.replace(/[?#].*$/s, '');
  if (path === '' || path.includes('\\') || path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
  const segments: string[] = [];
  for (const segment of decodePath(path).split('/')) {
    if (segment === '..' && segments.pop() === undefined) return undefined;
    if (segment !== '.' && segment !== '..') segments.push(segment);
  }
  return segments.join('/');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function baseOf(element: XmlElement): string {
  return element.attributes.get('xml:base') ?? '';
}

function idOf(element: XmlElement): string {
  return element.attributes.get('identifier') ?? '';
}
