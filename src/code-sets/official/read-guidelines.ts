/**
 * The text of the official guidelines of ICD-10-CM -> their headings by number, such as `I.C.1.a.2`. The layout of the page is no help (it
 * shifts from page to page); a line is a heading when its mark follows the last one of its level.
 */
import type { Row } from '../store/table-file.ts';
import {
  linesOf,
  OfficialFileFault,
  type OfficialText,
  oneTable,
  type ReadOfficial,
  TABLES,
  toTitle,
} from './official-file.ts';

const SECTION = /^\s*Section ([IV]+)\.?\s+(\S.*)$/;
/** Marks by level below the section: `A.`, `1.`, `a.`, `1)`, `(a)`, `(i)`. */
const MARKS: readonly RegExp[] = [
  /^\s*([A-Z])\.\s+(\S.*)$/,
  /^\s*(\d{1,2})\.\s+(\S.*)$/,
  /^\s*([a-z])\.\s+(\S.*)$/,
  /^\s*(\d{1,2})\)\s+(\S.*)$/,
  /^\s*\(([a-z])\)\s+(\S.*)$/,
  /^\s*\(([ivx]+)\)\s+(\S.*)$/,
];
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];
const FY = /\bFY (20\d\d)\b/;

export function isGuidelinesHead(line: string): boolean {
  return /ICD-10-CM Official Guidelines for Coding and Reporting/i.test(line);
}

export function readGuidelines({ text }: OfficialText): ReadOfficial {
  const headings = new Map<string, string>();
  let path: string[] = [];
  for (const [line] of linesOf(text)) {
    // The table of contents ends its lines in dots.
    if (/\.{4,}/.test(line)) continue;
    const section = SECTION.exec(line);
    if (
      section !== null &&
      section[1]?.toLowerCase() === ROMAN[headings.size === 0 ? 0 : ROMAN.indexOf((path[0] ?? '').toLowerCase()) + 1]
    ) {
      path = [section[1] ?? ''];
      headings.set(path.join('.'), toTitle(section[2] ?? ''));
      continue;
    }
    if (path.length === 0) continue;
    if (/^\s*Appendix I\b/.test(line)) break;
    const next = findHeading(line, path);
    if (next === undefined || headings.has(next.path.join('.'))) continue;
    path = [...next.path];
    headings.set(path.join('.'), toTitle(next.title));
  }
  if (headings.size < 5) {
    const [first = ''] = text.split('\n');
    throw new OfficialFileFault('the headings Section I, A, 1, a are not in it', 1, first);
  }
  return {
    kind: 'guidelines',
    system: 'icd-10-cm',
    label: FY.exec(text)?.[1],
    tables: oneTable(
      TABLES.guidelines,
      [...headings].map(([number, title]): Row => [number, title]),
    ),
    lines: headings.size,
    notes: [],
  };
}

function findHeading(
  line: string,
  path: readonly string[],
): { readonly path: readonly string[]; readonly title: string } | undefined {
  for (const [index, pattern] of MARKS.entries()) {
    const found = pattern.exec(line);
    const depth = index + 1;
    if (found === null || depth > path.length) continue;
    const [, mark = '', title = ''] = found;
    const before = path[depth];
    if (mark === followerOf(before, index)) return { path: [...path.slice(0, depth), mark], title };
  }
  return undefined;
}

/** What comes after a mark on its level; the first one after none. */
function followerOf(mark: string | undefined, level: number): string {
  if (level === 1 || level === 3) return String(mark === undefined ? 1 : Number(mark) + 1);
  if (level === 5) return ROMAN[mark === undefined ? 0 : ROMAN.indexOf(mark) + 1] ?? '';
  if (mark === undefined) return level === 0 ? 'A' : 'a';
  return String.fromCharCode(mark.charCodeAt(0) + 1);
}
