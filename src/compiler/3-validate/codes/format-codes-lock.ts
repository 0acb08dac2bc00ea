/**
 * The lines of a lock -> its text, always in the same order, a line per code and edition, behind them those of ICD-10-PCS tables, so that
 * two branches merge well.
 */
import { EDITION_SYSTEMS } from '../../../code-sets/edition-name.ts';
import type { LockedCode, LockedEdition } from '../../hand-over.ts';
import type { LookUpLine } from '../../look-up.ts';
import type { NearCategory } from '../../near-codes.ts';
import { formatLookUpLine } from './look-up-lines.ts';
import { formatNearLine } from './near-lines.ts';
import { LOCK_FORMAT_LINE } from './read-codes-lock.ts';

export function formatCodesLock(
  editions: readonly LockedEdition[],
  codes: readonly LockedCode[],
  near: readonly NearCategory[] = [],
  pcs: readonly string[] = [],
  lookUps: readonly LookUpLine[] = [],
): string {
  const names: readonly string[] = EDITION_SYSTEMS;
  const rank = (system: string) => names.indexOf(system);
  const systemOf = (edition: string) => edition.split('@')[0] ?? '';
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const heads = [...editions].sort(
    (a, b) => rank(systemOf(a.edition)) - rank(systemOf(b.edition)) || byText(a.edition, b.edition),
  );
  const lines = [...codes].sort(
    (a, b) => rank(a.system) - rank(b.system) || byText(a.code, b.code) || byText(a.edition, b.edition),
  );
  return [
    LOCK_FORMAT_LINE,
    ...heads.map(({ edition, from, until }) => ['edition', edition, from, until].join('\t')),
    ...lines.map(({ system, code, edition, status, title, isPoaExempt }) =>
      [system, code, edition, status, title, ...(isPoaExempt === true ? ['poa-exempt'] : [])].join('\t'),
    ),
    ...near.map(formatNearLine).sort(byText),
    ...[...pcs].sort(byText),
    ...[...new Set(lookUps.map(formatLookUpLine))].sort(byText),
    '',
  ].join('\n');
}
