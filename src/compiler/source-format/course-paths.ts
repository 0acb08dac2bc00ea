/**
 * Where a name in a lesson or a bank leads to inside a course. Works on paths only: nothing is read.
 */

/** What an author's link or image name turned out to be. */
export type PathTarget =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'anchor'; readonly anchor: string }
  | { readonly kind: 'activity-id'; readonly id: string; readonly anchor: string }
  /** Paths to try in this order, relative to the workspace. */
  | { readonly kind: 'file'; readonly candidates: readonly string[]; readonly anchor: string }
  /** The path leaves the course, or its scheme is not one that a course may use. */
  | { readonly kind: 'outside' };

/** Joins and normalizes; undefined when the result leaves the workspace. Backslashes and absolute paths never lead anywhere. */
export function joinPath(folder: string, relative: string): string | undefined {
  if (relative.includes('\\') || relative.startsWith('/') || relative.includes('\0')) return undefined;
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Reads a link's target.
 * @param courseFolder the course's folder, relative to the workspace
 * @param fromFile the file the link stands in
 */
export function readTarget(courseFolder: string, fromFile: string, target: string): PathTarget {
  if (target.startsWith('#')) return { kind: 'anchor', anchor: decodePath(target.slice(1)) };
  const hash = target.indexOf('#');
  const anchor = hash === -1 ? '' : decodePath(target.slice(hash + 1));
  const body = hash === -1 ? target : target.slice(0, hash);
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(body)?.[1]?.toLowerCase();
  if (scheme === 'lesson') return { kind: 'activity-id', id: body.slice('lesson:'.length), anchor };
  if (scheme === 'https' || scheme === 'http' || scheme === 'mailto') return { kind: 'web', url: target };
  if (scheme !== undefined || body.startsWith('//')) return { kind: 'outside' };
  const name = decodePath(body);
  const beside = joinPath(folderOf(fromFile), name);
  const inMedia = joinPath(`${courseFolder}/media`, name);
  const candidates = [beside, inMedia].filter((path): path is string => path?.startsWith(`${courseFolder}/`) === true);
  return candidates.length === 0 ? { kind: 'outside' } : { kind: 'file', candidates, anchor };
}
