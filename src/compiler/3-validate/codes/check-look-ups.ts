/** Reports look-up lists of exams that are not known, empty or too large. */
import type { CodeSets } from '../../../code-sets/code-sets.ts';
import { formatEditionName } from '../../../code-sets/edition-name.ts';
import { lookUpEmpty, lookUpNotKnown, lookUpTooLarge } from '../../../diagnostics/catalog/look-ups.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { editionName } from '../../../shared/edition-names.ts';
import { buildLookUp, isTooLarge } from '../../build-look-up.ts';
import {
  findLookUpLines,
  LOOK_UP_BYTES,
  LOOK_UP_CODES,
  type LookUpLine,
  type LookUpWant,
  lookUpWants,
} from '../../look-up.ts';
import { keySpanOf, spanOf } from '../../syntax/yaml/query-yaml.ts';
import type { CourseDraft } from '../course-draft.ts';
import { findLookUp } from './find-look-up.ts';
import { formatLookUpLine } from './look-up-lines.ts';
import { officialFileOf } from './official-files.ts';

export function checkLookUps(course: CourseDraft, sets: CodeSets | undefined, asOf: string, report: Reporter): void {
  const { tree, fields, lock, file } = course;
  if (tree === undefined) return;
  const editions = fields.editions ?? [];
  const editionOf = (want: LookUpWant, locked: readonly LookUpLine[]): string => {
    const named = editions.filter((edition) => edition.startsWith(`${want.system}@`)).at(-1);
    const current = sets?.inForce(want.system, asOf);
    if (named !== undefined) return named;
    if (locked[0] !== undefined) return `${want.system}@${locked[0].edition}`;
    return current === undefined ? want.system : formatEditionName(current.name);
  };
  fields.outline?.forEach((module, m) => {
    module.activities.forEach((entry, a) => {
      if (!('exam' in entry)) return;
      const path = ['outline', m, 'activities', a, 'look-up'];
      const lines = lookUpWants(entry).flatMap((want): readonly LookUpLine[] => {
        const locked = findLookUpLines(want, lock.lookUps, editions);
        const name = editionOf(want, locked);
        const edition = sets?.find(name);
        const place = spanOf(file, tree, [...path, ...want.path]);
        const facts = { list: want.list, edition: editionName(name) };
        if (edition === undefined) {
          const official = officialFileOf(want.system, name.includes('@') ? name : undefined);
          if (locked.length === 0) report.add(lookUpNotKnown, place, { ...facts, file: official });
          return locked;
        }
        const found = findLookUp(edition, want);
        if (found.length === 0) report.add(lookUpEmpty, place, facts);
        else if (textOf(found) !== textOf(locked)) report.add(lookUpNotKnown, place, { ...facts, file: undefined });
        return found;
      });
      const built = buildLookUp(entry.exam, lines);
      if (!isTooLarge(built)) return;
      report.add(lookUpTooLarge, keySpanOf(file, tree, path), {
        exam: entry.exam,
        codes: built.codes,
        kilobytes: Math.ceil(built.bytes / 1000),
        most: { codes: LOOK_UP_CODES, kilobytes: LOOK_UP_BYTES / 1000 },
      });
    });
  });
}

function textOf(lines: readonly LookUpLine[]): string {
  return lines.map(formatLookUpLine).sort().join('\n');
}
