/**
 * The questions of a course that have an ICD-10-PCS code built -> the tables that each of them offers, from the lock alone, so that a
 * package does not depend on what is at hand. Reports rows that are not known, a lock that editions contradict, and codes in no row.
 */
import {
  keyInNoRow,
  missInNoRow,
  offerUnknown,
  rowsBehind,
  rowsDiffer,
  rowsNotKnown,
  valueWithoutName,
} from '../../../diagnostics/catalog/pcs-rows.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { toCanonicalCode } from '../../../questions/coded/code-form.ts';
import { agrees, missCodes, offeredBeginnings, rightCodes } from '../../../questions/pcs-build/offered-tables.ts';
import type { PcsBuildSource } from '../../../questions/pcs-build/source.ts';
import { editionName } from '../../../shared/edition-names.ts';
import { isBeginning, nameOfLast, PCS_TABLE_LENGTH, type PcsExtract, placesOf } from '../../../shared/pcs-tables.ts';
import type { PcsDrill } from '../../pcs-drill.ts';
import { spanOf } from '../../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../../syntax/yaml/yaml-tree.ts';
import type { CourseDraft } from '../course-draft.ts';
import { type DrillLines, findDrillLines } from './find-drill-lines.ts';
import { type CodeChecks, CodeJudge } from './judge-use.ts';
import { officialFileOf, tablesFileOf } from './official-files.ts';
import { extractTables } from './pcs-lines.ts';

const SYSTEM = 'icd-10-pcs';

interface Drill {
  readonly source: PcsBuildSource;
  readonly file: string;
  readonly tree: YamlNode;
  readonly edition: string | undefined;
  /** What the editions at hand say; undefined where they cannot. */
  readonly found: DrillLines | undefined;
}

/** By question. @throws DamagedEdition */
export function checkDrills(course: CourseDraft, checks: CodeChecks, report: Reporter): ReadonlyMap<string, PcsDrill> {
  const judge = new CodeJudge(course, checks);
  const drills = course.banks
    .flatMap(({ questions }) => questions)
    .flatMap(({ source, file, tree }): readonly Drill[] => {
      if (source.type !== 'pcs-build') return [];
      const own = source.edition === undefined ? {} : { edition: source.edition };
      const edition = judge.editionOf({ system: SYSTEM, code: toCanonicalCode(source.expect), ...own });
      return [{ source, file, tree, edition, found: findDrillLines(source, edition, checks.sets) }];
    });
  const known = new Map(drills.map((drill) => [drill.source.id, readLocked(course, drill)]));
  if (!course.lock.whole) return known;
  const told = new Set<string>();
  for (const drill of drills) {
    const extract = extractOf(drill, known.get(drill.source.id)?.extract);
    reportDrill(drill, extract, report);
    if (extract !== undefined) reportNameless(drill, extract, told, report);
  }
  reportLock(course, drills, report);
  return known;
}

function labelOf(edition: string | undefined): string {
  return edition?.split('@')[1] ?? '';
}

function readLocked(course: CourseDraft, { source, edition }: Drill): PcsDrill {
  const lines = [...course.lock.pcs.values()].map(({ line }) => line);
  const { extract, sources } = extractTables(lines, labelOf(edition), offeredBeginnings(source));
  const latest = sources.at(-1);
  return {
    edition,
    source: latest === undefined ? undefined : `${SYSTEM}@${latest}`,
    extract: holdsAll(extract, source) ? extract : undefined,
  };
}

/** Whether the table of every right code is there. */
function holdsAll({ tables }: PcsExtract, source: PcsBuildSource): boolean {
  const codes = rightCodes(source);
  return codes.length > 0 && codes.every((code) => tables[code.slice(0, PCS_TABLE_LENGTH)] !== undefined);
}

/** What the editions at hand say of the tables; where they cannot, what the lock says. */
function extractOf({ edition, found }: Drill, locked: PcsExtract | undefined): PcsExtract | undefined {
  return found === undefined ? locked : extractTables(found.lines.values(), labelOf(edition), ['']).extract;
}

function reportDrill(
  { source, file, tree, edition, found }: Drill,
  extract: PcsExtract | undefined,
  report: Reporter,
): void {
  const { id: question, given = '' } = source;
  const at = (path: readonly (string | number)[]) => spanOf(file, tree, path);
  const name = editionName(edition ?? SYSTEM);
  source.offer?.forEach((offer, index) => {
    const isUnknown = found === undefined ? hasNone(extract, offer) : found.unknown.includes(offer);
    if (isUnknown && agrees(offer, given))
      report.add(offerUnknown, at(['offer', index]), { question, offer, edition: name });
  });
  if (extract === undefined) {
    const table = toCanonicalCode(source.expect).slice(0, PCS_TABLE_LENGTH);
    // What is wrong with the code or with what is given has been said.
    if (!rightCodes(source).some((code) => code.startsWith(given))) return;
    const facts = { file: officialFileOf(SYSTEM, edition), tables: tablesFileOf(edition) };
    report.add(rowsNotKnown, at(['expect']), { question, table, edition: name, ...facts });
    return;
  }
  // An edition at hand has judged the code itself.
  if (found === undefined)
    reportKey(source, extract, (path) => report.add(keyInNoRow, at(path.path), { ...path, question, edition: name }));
  const misses = new Set(missCodes(source));
  source.misses?.forEach(({ code }, index) => {
    const canonical = toCanonicalCode(code);
    if (!misses.has(canonical) || !canonical.startsWith(given) || isBeginning(extract, canonical)) return;
    report.add(missInNoRow, at(['misses', index, 'code']), { question, code: canonical, edition: name });
  });
}

function hasNone(extract: PcsExtract | undefined, beginning: string): boolean {
  return extract !== undefined && !isBeginning(extract, beginning);
}

function reportKey(
  { expect, also = [] }: PcsBuildSource,
  extract: PcsExtract,
  add: (wrong: { readonly path: readonly (string | number)[]; readonly code: string; readonly table: string }) => void,
): void {
  const all = [{ text: expect, path: ['expect'] }, ...also.map((text, at) => ({ text, path: ['also', at] }))];
  for (const { text, path } of all) {
    const code = toCanonicalCode(text);
    if (!isBeginning(extract, code)) add({ path, code, table: code.slice(0, PCS_TABLE_LENGTH) });
  }
}

/** What the lock lacks, once for each edition; each line that says something else. */
function reportLock(course: CourseDraft, drills: readonly Drill[], report: Reporter): void {
  const missing = new Map<string, Set<string>>();
  const differing = new Set<string>();
  for (const { found, edition = SYSTEM } of drills) {
    for (const [key, line] of found?.lines ?? []) {
      const locked = course.lock.pcs.get(key);
      if (locked === undefined) missing.set(edition, (missing.get(edition) ?? new Set()).add(key));
      else if (locked.line !== line && !differing.has(key)) {
        differing.add(key);
        report.add(rowsDiffer, locked.span, { what: nameLine(key), edition: editionName(edition) });
      }
    }
  }
  const file = course.files.lock?.file ?? course.file;
  for (const [edition, keys] of missing) {
    const [first = ''] = [...keys].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
    const facts = { count: keys.size, what: nameLine(first), edition: editionName(edition) };
    report.add(rowsBehind, { file, start: 0, end: 0 }, facts);
  }
}

/** Tables first: they are what an author thinks of. */
function rankOf(key: string): number {
  return key.startsWith('pcs-table') ? 0 : 1;
}

/** `pcs-names 2026 0D 4` in words. */
function nameLine(key: string): string {
  const [kind, , about = '', place = '', ...name] = key.split(' ');
  if (kind === 'pcs-table') return `table ${about}`;
  return kind === 'pcs-names' ? `the values of character ${place} of ${about}` : `"${name.join(' ')}"`;
}

/**
 * Each table once, at the first drill that asks for a code of it: other values a learner never needs. The lock tells it too, so that
 * who has no edition at hand is told the same.
 */
function reportNameless(
  { source, file, tree, edition }: Drill,
  extract: PcsExtract,
  told: Set<string>,
  report: Reporter,
): void {
  for (const table of new Set(rightCodes(source).map((code) => code.slice(0, PCS_TABLE_LENGTH)))) {
    const values = listNameless(extract, table);
    if (told.has(table) || values.length === 0) continue;
    told.add(table);
    const facts = { table, values: values.join(', '), edition: editionName(edition ?? SYSTEM) };
    report.add(valueWithoutName, spanOf(file, tree, ['expect']), { ...facts, file: tablesFileOf(edition) });
  }
}

/** Values that may stand in the table's codes, such as `D (character 7)`. */
function listNameless(extract: PcsExtract, table: string): readonly string[] {
  const rows = (extract.tables[table] ?? []).map(placesOf);
  const behind = [0, 1, 2, 3].map((at) => [...new Set(rows.flatMap((places) => [...(places[at] ?? '')]))].sort());
  return [...[...table].map((value) => [value]), ...behind].flatMap((values, at) => {
    // A name hangs on the table, the place and the value, not on what stands between them.
    const before = table.slice(0, at).padEnd(at, 'Z');
    return values
      .filter((value) => nameOfLast(extract, before + value) === '')
      .map((value) => `${value} (character ${at + 1})`);
  });
}
