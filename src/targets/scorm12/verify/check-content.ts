/**
 * The pages, scripts and style sheets of a package -> findings by the rules C1 to C4, each once per package with a count.
 * Looks at text only, as the scanners of hosts do; what a page does when it runs is for browser tests.
 */
import * as rules from '../../../diagnostics/catalog/packages-content.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import type { Rule } from '../../../diagnostics/rule.ts';
import type { ZipFileContent } from '../../zip/check-zip.ts';
import { type HtmlTag, scanHtml } from './scan-html.ts';

/** Rule C4, and the text formats that every host knows. */
const KNOWN_EXTENSIONS = new Set(
  'html htm xhtml js css json txt xml xsd dtd png jpg jpeg svg gif mp3 mp4 webm vtt pdf'.split(' '),
);

/** Where a browser loads something without being asked. */
const LOADING_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    img: ['src', 'srcset'],
    source: ['src', 'srcset'],
    audio: ['src'],
    video: ['src', 'poster'],
    track: ['src'],
    iframe: ['src'],
    frame: ['src'],
    embed: ['src'],
    object: ['data'],
    input: ['src'],
    image: ['href', 'xlink:href'],
    use: ['href', 'xlink:href'],
    base: ['href'],
  }),
);

/** Where an address is followed or loaded. A title or an alternative text may speak of "javascript:". */
const ADDRESS_ATTRIBUTES = new Set(
  'href src xlink:href action formaction data poster srcset background cite ping to from values'.split(' '),
);

const LOADING_LINKS = /\b(stylesheet|icon|preload|modulepreload|prefetch|manifest)\b/i;
/** A page must name its character set here (HTML standard, 4.2.5.4). */
const CHARSET_BYTES = 1024;

interface Finding {
  readonly file: string;
  readonly detail: string;
}

type Find = (kind: keyof typeof REPORTS, detail: string) => void;

/** How each kind of finding becomes a diagnostic. */
const REPORTS = {
  externalScript: reportAs(rules.contentExternalScript, (address) => ({ address })),
  inlineHandler: reportAs(rules.contentInlineHandler, (attribute) => ({ attribute })),
  codeFromText: reportAs(rules.contentCodeFromText, (call) => ({ call })),
  noCharset: reportAs(rules.contentNoCharset, () => ({})),
  networkResource: reportAs(rules.contentNetworkResource, (address) => ({ address })),
  modernLoading: reportAs(rules.contentModernLoading, (feature) => ({ feature })),
  unloadHandler: reportAs(rules.contentUnloadHandler, () => ({})),
  mediaType: reportAs(rules.contentMediaType, (extension) => ({ extension })),
} as const;

/** Reports what hosts scan for and what breaks inside an LMS. */
export function checkContent(name: string, files: readonly ZipFileContent[], report: Reporter): void {
  const found = new Map<keyof typeof REPORTS, Finding[]>();
  for (const file of files) {
    scanFile(file, (kind, detail) => {
      const findings = found.get(kind) ?? [];
      found.set(kind, findings);
      // One finding per file is enough: the author looks at the file.
      if (findings.at(-1)?.file !== file.name) findings.push({ file: file.name, detail });
    });
  }
  for (const [kind, [first, ...rest]] of found) {
    if (first !== undefined) REPORTS[kind](report, name, first, rest.length);
  }
}

function reportAs<Own extends object>(
  rule: Rule<Own & { file: string; more: number }>,
  toFacts: (detail: string) => Own,
) {
  return (report: Reporter, name: string, finding: Finding, more: number): void =>
    report.add(rule, { file: name }, { ...toFacts(finding.detail), file: finding.file, more });
}

function scanFile(file: ZipFileContent, find: Find): void {
  const extension = /\.([^./]+)$/.exec(file.name)?.[1]?.toLowerCase();
  if (extension !== undefined && !KNOWN_EXTENSIONS.has(extension)) find('mediaType', extension);
  if (file.bytes === undefined) return;
  const text = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength).toString('utf8');
  if (extension === 'js' || extension === 'mjs') scanScript(text, find);
  if (extension === 'css') scanStyle(text, find);
  if (extension === 'svg') scanTags(scanHtml(text), find);
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml') {
    const tags = scanHtml(text);
    if (!declaresCharset(text)) find('noCharset', '');
    scanTags(tags, find);
  }
}

function declaresCharset(text: string): boolean {
  const head = text.slice(0, CHARSET_BYTES);
  return /<meta[^>]+charset\s*=/i.test(head) || /^\ufeff|^\s*<\?xml[^>]+encoding\s*=/i.test(head);
}

function scanTags(tags: readonly HtmlTag[], find: Find): void {
  for (const tag of tags) {
    for (const [attribute, value] of tag.attributes) {
      if (/^on[a-z]+$/.test(attribute)) find('inlineHandler', attribute);
      if (ADDRESS_ATTRIBUTES.has(attribute) && /^\s*javascript:/i.test(value))
        find('inlineHandler', `${attribute}="javascript:…"`);
      if (attribute === 'style') scanStyle(value, find);
    }
    if (tag.name === 'script') scanScriptTag(tag, find);
    if (tag.name === 'style') scanStyle(tag.content, find);
    for (const address of listAddresses(tag)) {
      if (leavesPackage(address)) find('networkResource', address);
    }
    const href = tag.attributes.get('href') ?? '';
    if ((tag.name === 'a' || tag.name === 'area') && leavesPackage(href) && !/^https:\/\//i.test(href))
      find('networkResource', href);
  }
}

function scanScriptTag(tag: HtmlTag, find: Find): void {
  const source = tag.attributes.get('src') ?? tag.attributes.get('href') ?? tag.attributes.get('xlink:href') ?? '';
  if (leavesPackage(source)) find('externalScript', source);
  const type = (tag.attributes.get('type') ?? '').toLowerCase();
  if (type === 'module') find('modernLoading', 'a module script');
  if (type === 'importmap') find('modernLoading', 'an import map');
  scanScript(tag.content, find);
}

/** Plain text search, comments and strings included: that is what the scanners of hosts do. */
function scanScript(text: string, find: Find): void {
  for (const [pattern, call] of [
    [/\beval\s*\(/, 'eval'],
    [/\bnew\s+Function\b/, 'new Function'],
    [/\batob\s*\(/, 'atob'],
    [/\bbtoa\s*\(/, 'btoa'],
  ] as const) {
    if (pattern.test(text)) find('codeFromText', call);
  }
  if (/\bnavigator\s?\.\s?serviceWorker\b/.test(text)) find('modernLoading', 'a service worker');
  if (/addEventListener\s?\(\s?['"`]unload['"`]|\bonunload\s?=[^=]/.test(text)) find('unloadHandler', '');
  const loaded = /(?:\b(?:fetch|importScripts)\s?\(|\.src\s?=)\s?['"`]((?:https?:)?\/\/[^'"`]{1,200})/.exec(text)?.[1];
  if (loaded !== undefined) find('networkResource', loaded);
}

function scanStyle(text: string, find: Find): void {
  for (const match of text.matchAll(/(?:url\(|@import)\s?['"]?([^'")\s;]{1,200})/gi)) {
    const address = match[1] ?? '';
    if (leavesPackage(address)) find('networkResource', address);
  }
}

function listAddresses(tag: HtmlTag): readonly string[] {
  const isLoadingLink = tag.name === 'link' && LOADING_LINKS.test(tag.attributes.get('rel') ?? '');
  const names = isLoadingLink ? ['href'] : LOADING_ATTRIBUTES.get(tag.name);
  if (names === undefined) return [];
  return names.flatMap((name) => {
    const value = tag.attributes.get(name) ?? '';
    return name === 'srcset' ? value.split(/,\s/).map((part) => part.trim()) : [value];
  });
}

/** Absolute, from the root of the server, or from the disk. `data:` and the like load nothing. */
function leavesPackage(address: string): boolean {
  return /^(https?:|file:|ftp:|[/\\])/i.test(address);
}
