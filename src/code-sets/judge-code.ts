/**
 * A code and an edition -> the one state the code is in. The form of a code is a hint; the edition is the judge, and its neighbors
 * say when a code came or went. Looks at no course.
 */
import type { CodeSets } from './code-sets.ts';
import type { CodeEntry, Edition } from './edition.ts';
import { EDITION_SYSTEMS, type EditionSystem, formatEditionName } from './edition-name.ts';
import { hasForm, toPlainCode } from './official/code-forms.ts';

export type CodeState =
  | { readonly state: 'valid'; readonly entry: CodeEntry }
  /** Needs more characters. `codes` counts the valid codes below it. */
  | { readonly state: 'header'; readonly title: string; readonly codes: number }
  /** All that is missing is the 7th character, with placeholders before it where the code is short. */
  | { readonly state: 'seventh-missing'; readonly title: string; readonly stem: string; readonly characters: string }
  | { readonly state: 'placeholder-missing'; readonly right: CodeEntry }
  /** Valid once; `last` is the latest edition that had it, empty where only a conversion table tells. */
  | {
      readonly state: 'deleted';
      readonly title: string;
      readonly last: string;
      readonly successors: readonly CodeEntry[];
    }
  /** Valid from a later edition on. */
  | { readonly state: 'not-yet'; readonly title: string; readonly first: string }
  | { readonly state: 'wrong-system'; readonly system: EditionSystem }
  /** HCPCS: discontinued before the edition begins. */
  | { readonly state: 'ended'; readonly title: string; readonly day: string }
  /** In no edition at hand. `nearest` is the longest beginning of it that is a code or a header. */
  | { readonly state: 'unknown'; readonly nearest: CodeEntry | undefined; readonly mixesRows: boolean };

export type CodeStateName = CodeState['state'];

/** @throws DamagedEdition */
export function judgeCode(sets: CodeSets, edition: Edition, code: string): CodeState {
  const plain = toPlainCode(code);
  const { system } = edition.name;
  const entry = edition.find(plain);
  if (entry !== undefined && entry.kind !== 'header') {
    if (entry.ended !== '' && entry.ended < edition.facts.from)
      return { state: 'ended', title: entry.title, day: entry.ended };
    return { state: 'valid', entry };
  }
  const incomplete = judgeIncomplete(edition, plain, entry?.title ?? '');
  if (entry !== undefined) return incomplete ?? { state: 'header', title: entry.title, codes: 0 };
  const other = findOtherSystem(sets, system, plain);
  if (other !== undefined) return { state: 'wrong-system', system: other };
  const moved = findMoved(sets, edition, plain);
  if (moved !== undefined) return moved;
  if (incomplete !== undefined) return incomplete;
  const padded = system === 'icd-10-cm' ? findPadded(edition, plain) : undefined;
  if (padded !== undefined) return { state: 'placeholder-missing', right: padded };
  return { state: 'unknown', nearest: findNearest(edition, plain), mixesRows: mixesRows(edition, plain) };
}

/** What is below a beginning: more characters, or the 7th alone. */
function judgeIncomplete(edition: Edition, plain: string, title: string): CodeState | undefined {
  if (plain.length < 3 || plain.length > 6) return undefined;
  let codes = 0;
  const characters = new Set<string>();
  let onlySeventh = edition.name.system === 'icd-10-cm';
  const stem = plain.padEnd(6, 'X');
  for (const entry of edition.withPrefix(plain)) {
    if (entry.kind === 'header') continue;
    codes++;
    if (entry.code.length === 7 && entry.code.startsWith(stem)) characters.add(entry.code.slice(6));
    else onlySeventh = false;
  }
  if (codes === 0) return undefined;
  if (onlySeventh) return { state: 'seventh-missing', title, stem, characters: [...characters].sort().join('') };
  return { state: 'header', title, codes };
}

/** The system whose edition has the code, or whose form it alone has. */
function findOtherSystem(sets: CodeSets, own: EditionSystem, plain: string): EditionSystem | undefined {
  const others = EDITION_SYSTEMS.filter((system) => system !== own && hasForm(system, plain));
  const found = others.find((system) => sets.ofSystem(system).some((edition) => edition.find(plain) !== undefined));
  if (found !== undefined || hasForm(own, plain)) return found;
  return others.find((system) => system === 'icd-10-pcs' || system === 'hcpcs');
}

function findMoved(sets: CodeSets, edition: Edition, plain: string): CodeState | undefined {
  const neighbors = sets.ofSystem(edition.name.system).filter((other) => other !== edition);
  const has = (other: Edition) => {
    const entry = other.find(plain);
    return entry !== undefined && entry.kind !== 'header' ? entry : undefined;
  };
  const earlier = neighbors.filter((other) => other.facts.from < edition.facts.from);
  const last = earlier.filter((other) => has(other) !== undefined).at(-1);
  const deletion = edition.addendaOf(plain).find(({ action, kind }) => action === 'delete' && kind === 'valid');
  const successors = findSuccessors(edition, plain);
  if (last !== undefined || deletion !== undefined || successors.length > 0) {
    const title = (last === undefined ? undefined : has(last))?.title ?? deletion?.title ?? '';
    return { state: 'deleted', title, last: last === undefined ? '' : formatEditionName(last.name), successors };
  }
  const next = neighbors
    .filter((other) => other.facts.from > edition.facts.from)
    .find((other) => has(other) !== undefined);
  return next === undefined
    ? undefined
    : { state: 'not-yet', title: has(next)?.title ?? '', first: formatEditionName(next.name) };
}

/** Codes of the edition that came out of a code, by its conversion table, in official order. */
export function findSuccessors(edition: Edition, plain: string): readonly CodeEntry[] {
  const found = new Map<string, CodeEntry>();
  const follow = (code: string, depth: number) => {
    for (const { to } of edition.successorsOf(code)) {
      if (found.has(to)) continue;
      const entry = edition.find(to);
      if (entry !== undefined && entry.kind !== 'header') found.set(to, entry);
      // A successor may have been split again since.
      else if (depth < 5) follow(to, depth + 1);
    }
  };
  follow(plain, 0);
  return [...found.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
}

/** `T36.15A` -> `T36.1X5A`: placeholders put in where they make a code. */
function findPadded(edition: Edition, plain: string): CodeEntry | undefined {
  const missing = 7 - plain.length;
  if (plain.length < 4 || missing < 1) return undefined;
  for (let position = 3; position <= Math.min(6, plain.length); position++) {
    const entry = edition.find(plain.slice(0, position) + 'X'.repeat(missing) + plain.slice(position));
    if (entry !== undefined && entry.kind === 'valid') return entry;
  }
  return undefined;
}

function findNearest(edition: Edition, plain: string): CodeEntry | undefined {
  for (let length = plain.length - 1; length >= 3; length--) {
    const entry = edition.find(plain.slice(0, length));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** True where each character stands in its axis and no row holds them all: the classic invalid ICD-10-PCS code. */
function mixesRows(edition: Edition, plain: string): boolean {
  const table = edition.name.system === 'icd-10-pcs' && plain.length === 7 ? edition.pcsTable(plain) : undefined;
  if (table === undefined) return false;
  return [3, 4, 5, 6].every((position) =>
    table.rows.some((row) => row[position - 3]?.labels.some(({ code }) => code === plain[position])),
  );
}
