/**
 * Facts about a package -> the text of its `imsmanifest.xml` (SCORM 1.2 CAM, IMS Content Packaging 1.1.2).
 * Owns XML writing. Knows nothing of courses: names and titles are enough.
 */
import { XMLBuilder } from 'fast-xml-parser';
import { ADLCP_NAMESPACE, CP_NAMESPACE } from './manifest-names.ts';

/** What a manifest says. It holds no version, date or hash, so that it stays the same while only content changes. */
export interface ManifestFacts {
  /** The package's permanent name; identifiers are made from it, because learners' records hang on them. */
  readonly name: string;
  readonly title: string;
  /** The page an LMS opens. */
  readonly launch: string;
  /** Every file of the package but the manifest. */
  readonly files: readonly string[];
}

/** One element in the ordered form of the builder: its name with its children, and its attributes beside it. */
type XmlNode = Readonly<Record<string, unknown>>;

/** Ordered, because the schema demands an order and the builder's other form sorts children by name. */
const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  format: true,
  indentBy: '  ',
  suppressEmptyNode: true,
  // Escaping is done here: the builder would write &apos; and &quot; in titles, and every entity is a risk in Moodle.
  processEntities: false,
});

/** The manifest, UTF-8 declared, lines ending in LF. */
export function writeManifest(facts: ManifestFacts): string {
  const title = element('title', {}, [text(toManifestTitle(facts.title))]);
  const resource = `resource-${facts.name}`;
  const files = [...facts.files].sort().map((name) => element('file', { href: name }));
  const document = [
    element('?xml', { version: '1.0', encoding: 'UTF-8' }),
    element('manifest', { identifier: `manifest-${facts.name}`, xmlns: CP_NAMESPACE, 'xmlns:adlcp': ADLCP_NAMESPACE }, [
      element('metadata', {}, [
        element('schema', {}, [text('ADL SCORM')]),
        element('schemaversion', {}, [text('1.2')]),
      ]),
      element('organizations', { default: 'org' }, [
        element('organization', { identifier: 'org' }, [
          title,
          element('item', { identifier: `item-${facts.name}`, identifierref: resource, isvisible: 'true' }, [title]),
        ]),
      ]),
      element('resources', {}, [
        element(
          'resource',
          { identifier: resource, type: 'webcontent', 'adlcp:scormtype': 'sco', href: facts.launch },
          files,
        ),
      ]),
    ]),
  ];
  return `${builder.build(document)}\n`;
}

/**
 * A title as LMSs show it unharmed. Open edX prints titles as HTML, so angle brackets become the like-looking ‹ ›.
 * Moodle drops a piece of text that is only a blank (or only "0") next to an entity, so blanks around `&` become
 * no-break spaces, which it keeps. Numeric references are no way out: Moodle 4.5 escapes their `&` once more.
 */
export function toManifestTitle(title: string): string {
  return (
    title
      // biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML 1.0 has no place for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
      .replaceAll('<', '‹')
      .replaceAll('>', '›')
      .replace(/ ?& ?/g, (found) => found.replaceAll(' ', '\u00a0'))
  );
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly XmlNode[] = [],
): XmlNode {
  const escaped = Object.entries(attributes).map(([key, value]) => [key, escapeText(value).replaceAll('"', '&quot;')]);
  return { [name]: children, ':@': Object.fromEntries(escaped) };
}

function text(value: string): XmlNode {
  return { '#text': escapeText(value) };
}

/** Only what must be escaped: quotes in a title stay as they are. */
function escapeText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
