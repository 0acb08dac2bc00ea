/** Opens the editions of a workspace for a command, and turns what the command line says of them into editions. */
import { CodeSets, DamagedEdition } from '../code-sets/code-sets.ts';
import type { Edition } from '../code-sets/edition.ts';
import { formatEditionName, parseEditionName } from '../code-sets/edition-name.ts';
import { editionDamaged } from '../diagnostics/catalog/code-sets.ts';
import { Report } from '../diagnostics/report.ts';
import { SourcePlaces } from '../diagnostics/source-places.ts';
import { findCodeSets } from '../find-code-sets.ts';
import { CODES_WORDS } from './codes-words.ts';
import { UsageError, withNearest } from './options.ts';
import type { Printer } from './printer.ts';

/** Runs with the open editions, closes them, and says so when one of them is damaged. */
export function withCodeSets(workspace: string, printer: Printer, run: (sets: CodeSets) => number): number {
  const { folder } = findCodeSets(workspace);
  const sets = CodeSets.open(folder);
  try {
    if (sets.names.length === 0) throw new UsageError(CODES_WORDS.noEditions(folder));
    return run(sets);
  } catch (error) {
    if (!(error instanceof DamagedEdition)) throw error;
    const report = new Report();
    report.add(editionDamaged, undefined, { edition: error.edition, reason: error.message });
    printer.problems(report.sorted(), SourcePlaces.none);
    return 1;
  } finally {
    sets.close();
  }
}

/** The editions that were named, or all that are there. */
export function chooseEditions(sets: CodeSets, named: string | undefined): readonly Edition[] {
  const names = sets.names.map(formatEditionName);
  if (named === undefined) return names.flatMap((name) => sets.find(name) ?? []);
  return [requireEdition(sets, named)];
}

export function requireEdition(sets: CodeSets, named: string): Edition {
  if (parseEditionName(named) === undefined) throw new UsageError(CODES_WORDS.badEdition(named));
  const edition = sets.find(named);
  if (edition !== undefined) return edition;
  const names = sets.names.map(formatEditionName);
  throw new UsageError(
    `${withNearest(CODES_WORDS.unknownEdition(named), named, names)} ${CODES_WORDS.knownEditions(names)}`,
  );
}
