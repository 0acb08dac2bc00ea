/** Turns a title in any language into an id that a course may have. Reads nothing. */
import { ID_PATTERN } from '../../compiler/source-format/fields.ts';
import { isReservedName } from '../../shared/reserved-names.ts';

/** Folders of a workspace, a folder of a starter, and words that YAML reads as values. */
const TAKEN = /^(?:shared|dist|orientation|null|true|false|yes|no|on|off|y|n)$/;

const FALLBACK = 'my-course';

export function isTakenCourseId(id: string): boolean {
  return TAKEN.test(id) || isReservedName(id);
}

/** The title's words in lower-case ASCII, joined by hyphens; `my-course` where nothing remains of it. */
export function deriveCourseId(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '');
  const id = words.slice(0, 40).replace(/-+$/, '');
  if (!ID_PATTERN.test(id)) return FALLBACK;
  return isTakenCourseId(id) ? `${id}-course` : id;
}
