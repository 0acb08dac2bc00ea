/** `coursewright codes find`: words -> codes whose titles hold them. */
import type { Edition } from '../../code-sets/edition.ts';
import { EDITION_SYSTEMS, formatEditionName } from '../../code-sets/edition-name.ts';
import { formatCode } from '../../code-sets/official/code-forms.ts';
import { searchCodes } from '../../code-sets/search-codes.ts';
import { CODES_WORDS } from '../codes-words.ts';
import { chooseEditions, withCodeSets } from '../open-code-sets.ts';
import { type RawOptions, readAsOf, readPrinter, readWorkspaceFolder, UsageError } from '../options.ts';

export interface CodesFindOptions extends RawOptions {
  readonly edition?: string;
  readonly limit?: string;
}

const MARKS = { valid: ' ', modifier: ' ', header: '-' } as const;

export async function runCodesFind(words: readonly string[], raw: CodesFindOptions): Promise<number> {
  const limit = Number(raw.limit ?? '40');
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000)
    throw new UsageError(CODES_WORDS.badLimit(raw.limit ?? ''));
  const workspace = readWorkspaceFolder(raw.workspace);
  const printer = await readPrinter(raw, workspace);
  return withCodeSets(workspace, printer, (sets) => {
    const day = readAsOf(raw.asOf, new Date());
    const editions: readonly Edition[] =
      raw.edition === undefined
        ? EDITION_SYSTEMS.flatMap((system) => sets.currentOf(system, day) ?? [])
        : chooseEditions(sets, raw.edition);
    const found = editions.map((edition) => ({ edition, ...searchCodes(edition, words, limit) }));
    const total = found.reduce((sum, one) => sum + one.total, 0);
    if (!printer.isText) {
      const results = found.map(({ edition, entries, total: all }) => ({
        edition: formatEditionName(edition.name),
        total: all,
        codes: entries.map(({ code, kind, title }) => ({ code: formatCode(edition.name.system, code), kind, title })),
      }));
      printer.result(JSON.stringify({ version: 1, results }, null, 2));
      return total === 0 ? 1 : 0;
    }
    for (const { edition, entries, total: all } of found) {
      if (entries.length === 0) continue;
      const lines = entries.map(
        ({ code, kind, title }) => `${MARKS[kind]} ${formatCode(edition.name.system, code).padEnd(9)} ${title}`,
      );
      printer.result([formatEditionName(edition.name), ...lines].join('\n'));
      if (all > entries.length) printer.say(CODES_WORDS.more(entries.length, all));
    }
    if (total === 0) printer.say(CODES_WORDS.nothingFound(words.join(' ')));
    return total === 0 ? 1 : 0;
  });
}
