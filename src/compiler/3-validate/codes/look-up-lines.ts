/**
 * The lines of a lock that hold the look-up lists of exams, a line per code: `look-up`, system, what the author listed (`E11*`, `I10`),
 * edition, code, `valid` or `header`, official title. Reads and writes them; knows no edition.
 */
import type { LookUpLine } from '../../look-up.ts';

export const LOOK_UP_KIND = 'look-up';

const SYSTEMS = ['icd-10-cm', 'icd-10-pcs'] as const;
const LIST = /^[0-9A-Z]{1,7}\*?$/;
const LABEL = /^\d{4}([.-][0-9a-z]+)?$/;
const CODE = /^[0-9A-Z]{3}[0-9A-Z.]*$/;

/** A line's code, or what is wrong with the line. */
export function readLookUpLine(line: string): LookUpLine | { readonly problem: string } {
  const parts = line.split('\t');
  const [, name = '', list = '', edition = '', code = '', status = '', title = ''] = parts;
  const system = SYSTEMS.find((known) => known === name);
  if (parts.length !== 7) return { problem: `a line of a look-up list has 7 parts, not ${parts.length}` };
  if (system === undefined) return { problem: `there are no look-up lists of "${name}"` };
  if (!LIST.test(list)) return { problem: `"${list}" is no list: it is a code, or the beginning of codes and a *` };
  if (!LABEL.test(edition)) return { problem: `"${edition}" is no year of an edition` };
  if (!CODE.test(code)) return { problem: `"${code}" is no code` };
  if (status !== 'valid' && status !== 'header') return { problem: `"${status}" is neither valid nor header` };
  if (title.trim() === '') return { problem: 'the title is missing' };
  return { system, list, edition, code, isHeader: status === 'header', title };
}

export function formatLookUpLine({ system, list, edition, code, isHeader, title }: LookUpLine): string {
  return [LOOK_UP_KIND, system, list, edition, code, isHeader ? 'header' : 'valid', title].join('\t');
}
