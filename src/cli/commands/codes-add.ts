/** `coursewright codes add`: official files -> editions of the workspace. */
import { relative } from 'node:path';
import { type AddedEdition, addEditions } from '../../code-sets/add-editions.ts';
import { parseEditionName } from '../../code-sets/edition-name.ts';
import { Report } from '../../diagnostics/report.ts';
import { SourcePlaces } from '../../diagnostics/source-places.ts';
import { findCodeSets } from '../../find-code-sets.ts';
import { CODES_WORDS } from '../codes-words.ts';
import { exitCodeOf, type RawOptions, readAsOf, readPrinter, readWorkspaceFolder, UsageError } from '../options.ts';

export interface CodesAddOptions extends RawOptions {
  readonly edition?: string;
  readonly from?: string;
  readonly until?: string;
}

export async function runCodesAdd(files: readonly string[], raw: CodesAddOptions): Promise<number> {
  const workspace = readWorkspaceFolder(raw.workspace);
  const printer = await readPrinter(raw, workspace);
  const { edition } = raw;
  if (edition !== undefined && parseEditionName(edition) === undefined)
    throw new UsageError(CODES_WORDS.badEdition(edition));
  const { folder, isHidden } = findCodeSets(workspace);
  const report = new Report();
  const added = await addEditions(
    files,
    {
      store: folder,
      hidesFromGit: isHidden,
      ...(edition === undefined ? {} : { edition }),
      ...(raw.from === undefined ? {} : { from: readAsOf(raw.from, new Date()) }),
      ...(raw.until === undefined ? {} : { until: readAsOf(raw.until, new Date()) }),
    },
    report,
  );
  const diagnostics = report.sorted();
  printer.problems(diagnostics, SourcePlaces.none, {
    editions: added.map(({ path, ...rest }) => ({ ...rest, file: relative(workspace, path) })),
  });
  if (printer.isText && added.length > 0) printer.result(describe(added, relative(process.cwd(), folder) || '.'));
  return exitCodeOf(diagnostics, raw.strict ?? false);
}

function describe(added: readonly AddedEdition[], folder: string): string {
  return [
    ...added.flatMap(({ edition, codes, bytes, from, until, sources, notes }) => [
      `${CODES_WORDS.added(edition, codes, `${(bytes / 1_000_000).toFixed(1)} MB`)}, ${CODES_WORDS.inForce(from, until)}`,
      ...sources.map(({ kind, file, lines }) => CODES_WORDS.source(kind, file, lines)),
      ...notes.map((note) => `  ${note}`),
    ]),
    CODES_WORDS.storedIn(folder),
  ].join('\n');
}
