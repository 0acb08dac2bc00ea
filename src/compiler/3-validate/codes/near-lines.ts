/**
 * The lines of a lock that hold the codes around those that questions ask for, a line per category: `near`, system, category, edition,
 * its codes, and what else is known of them as `name=codes`, packed (`shared/code-extract.ts`). Reads and writes them; knows no edition.
 */
import type { NearCategory } from '../../near-codes.ts';

export const NEAR_KIND = 'near';

const SYSTEMS = ['icd-10-cm', 'icd-10-pcs'];
const CATEGORY = /^[0-9A-Z]{3}$/;
const LABEL = /^\d{4}([.-][0-9a-z]+)?$/;
const PACKED = /^[0-9A-Z.,()]+$/;
const PAST = 'past-';
const PARTS = ['right', 'left', 'both', 'unspecified'] as const;

/** A line's category, or what is wrong with the line. */
export function readNearLine(line: string): NearCategory | { readonly problem: string } {
  const [, system = '', category = '', edition = '', codes = '', ...more] = line.split('\t');
  if (!SYSTEMS.includes(system)) return { problem: `"${system}" has no categories` };
  if (!CATEGORY.test(category)) return { problem: `"${category}" is no category: it has three characters` };
  if (!LABEL.test(edition)) return { problem: `"${edition}" is no year of an edition` };
  if (!PACKED.test(codes)) return { problem: 'its codes cannot be read' };
  const past: Record<string, string> = {};
  const parts: Partial<Record<(typeof PARTS)[number], string>> = {};
  for (const field of more) {
    const at = field.indexOf('=');
    const name = field.slice(0, Math.max(0, at));
    const packed = field.slice(at + 1);
    const part = PARTS.find((known) => known === name);
    if (!PACKED.test(packed)) return { problem: `its part "${name || field}" cannot be read` };
    if (part !== undefined) parts[part] = packed;
    else if (name.startsWith(PAST) && LABEL.test(name.slice(PAST.length))) past[name.slice(PAST.length)] = packed;
    else return { problem: `"${name}" is no part of a category` };
  }
  const content = { codes, ...parts, ...(Object.keys(past).length === 0 ? {} : { past }) };
  return { system, category, edition, content };
}

export function formatNearLine({ system, category, edition, content }: NearCategory): string {
  const { codes, past = {} } = content;
  const parts = PARTS.flatMap((name) => (content[name] === undefined ? [] : [`${name}=${content[name]}`]));
  const gone = Object.entries(past)
    .sort(([a], [b]) => (a > b ? -1 : 1))
    .map(([label, packed]) => `${PAST}${label}=${packed}`);
  return [NEAR_KIND, system, category, edition, codes, ...parts, ...gone].join('\t');
}

/** By what it is found, and stands once in a lock. */
export function nearKey({ system, category, edition }: Pick<NearCategory, 'system' | 'category' | 'edition'>): string {
  return `${system} ${category} ${edition}`;
}
