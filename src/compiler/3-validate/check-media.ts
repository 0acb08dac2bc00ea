/** Reports media that nothing uses, that hosts refuse or that are too large, and drawings that hold programs. */
import { unreadableFile } from '../../diagnostics/catalog/files.ts';
import { activeSvg, blockedFile, largeMedia, mediaNotUsed, svgLoadsOutside } from '../../diagnostics/catalog/media.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { SourceFile } from '../hand-over.ts';
import type { Checks } from '../source-format/checks.ts';
import { IMAGE_TYPES, LINKED_TYPES } from './check-links.ts';
import { scanSvg } from './check-svg.ts';
import type { CourseDraft } from './course-draft.ts';

/** What hosts take for programs of theirs. */
const PROGRAM = /\.(php\d?|phtml|phar|exe|sh|bat|cmd|com|htaccess|aspx?|jspx?|py|pl|cgi)$/i;

/**
 * @param used paths that the texts of the course name; undefined while a broken file hides some of them
 */
export function checkMedia(
  course: CourseDraft,
  used: ReadonlySet<string> | undefined,
  checks: Checks,
  report: Reporter,
): void {
  for (const file of course.files.files.values()) {
    if (/\.md$/i.test(file.path)) continue;
    const path = file.path.slice(course.folder.length + 1);
    const type = /\.([^./]+)$/.exec(file.path)?.[1]?.toLowerCase() ?? '';
    const reason = findBlocked(file.path);
    if (reason !== undefined) report.add(blockedFile, { file: file.path }, { path, reason });
    if (!LINKED_TYPES.includes(type)) continue;
    if (used !== undefined && !used.has(file.path)) {
      report.add(mediaNotUsed, { file: file.path }, { path });
      continue;
    }
    checkSize(file, path, IMAGE_TYPES.includes(type), checks, report);
    if (type === 'svg') checkDrawing(file, path, report);
  }
}

/** Programs and external addresses of a drawing; the logo of the theme is one too. */
export function checkDrawing(file: SourceFile, path: string, report: Reporter): void {
  let bytes: Uint8Array;
  try {
    bytes = file.bytes();
  } catch {
    report.add(unreadableFile, { file: file.path }, { what: 'file', reason: 'it is no longer there' });
    return;
  }
  for (const { kind, what } of scanSvg(bytes)) {
    if (kind === 'active') report.add(activeSvg, { file: file.path }, { path, what });
    else report.add(svgLoadsOutside, { file: file.path }, { path, what });
  }
}

function findBlocked(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (PROGRAM.test(name)) return 'is of a type that hosts take for a program';
  return /php/i.test(name) ? 'has "php" in its name' : undefined;
}

function checkSize(file: SourceFile, path: string, isImage: boolean, checks: Checks, report: Reporter): void {
  const limit = isImage ? checks['image-kilobytes'] * 1000 : checks['media-megabytes'] * 1_000_000;
  if (file.size <= limit) return;
  report.add(largeMedia, { file: file.path }, { path, size: formatSize(file.size), limit: formatSize(limit) });
}

function formatSize(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 100_000) / 10} MB` : `${Math.ceil(bytes / 1000)} KB`;
}
