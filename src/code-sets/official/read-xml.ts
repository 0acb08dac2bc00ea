/** The XML of ICD-10-PCS -> a plain tree of elements. Expands no entities of a document type and fetches nothing. */
import { XMLParser } from 'fast-xml-parser';
import { OfficialFileFault } from './official-file.ts';

export interface OfficialElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly OfficialElement[];
  /** Its own text, trimmed. */
  readonly text: string;
}

const ATTRIBUTES = ':@';
const TEXT = '#text';
/** The tables have six. */
const MAX_DEPTH = 20;

/** @throws OfficialFileFault for what is no XML */
export function readOfficialXml(xml: string): OfficialElement {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    processEntities: true,
    maxNestedTags: MAX_DEPTH,
  });
  let parsed: unknown;
  try {
    parsed = parser.parse(xml);
  } catch (error) {
    throw new OfficialFileFault(
      `it is no XML that can be read (${error instanceof Error ? error.message : 'broken'})`,
      1,
      firstLine(xml),
    );
  }
  const root = Array.isArray(parsed) ? parsed.map(toElement).find((element) => element !== undefined) : undefined;
  if (root === undefined) throw new OfficialFileFault('it holds no XML element', 1, firstLine(xml));
  return root;
}

export function childrenOf(element: OfficialElement, name: string): readonly OfficialElement[] {
  return element.children.filter((child) => child.name === name);
}

export function textOf(element: OfficialElement, name: string): string {
  return childrenOf(element, name)[0]?.text ?? '';
}

function toElement(node: unknown): OfficialElement | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const entry = Object.entries(node).find(([key]) => key !== ATTRIBUTES && key !== TEXT);
  if (entry === undefined) return undefined;
  const [name, content] = entry;
  const parts: readonly unknown[] = Array.isArray(content) ? content : [];
  const texts = parts.map((part) =>
    typeof part === 'object' && part !== null && TEXT in part ? String(part[TEXT]) : '',
  );
  const attributes: unknown = ATTRIBUTES in node ? node[ATTRIBUTES] : {};
  return {
    name,
    attributes: Object.fromEntries(Object.entries(attributes ?? {}).map(([key, value]) => [key, String(value)])),
    children: parts.flatMap((part) => toElement(part) ?? []),
    text: texts.join('').trim(),
  };
}

function firstLine(text: string): string {
  return text.slice(0, 200).split('\n')[0] ?? '';
}
