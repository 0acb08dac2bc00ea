/**
 * The codes that courses use, looked up in the editions at hand -> the text of each course's codes.lock. Lines of editions that are
 * not at hand stay as they are while the course still uses their codes. Writes no file.
 */
import { resolve } from 'node:path';
import { checkCourses } from './check-courses.ts';
import { CodeSets } from './code-sets/code-sets.ts';
import type { Edition } from './code-sets/edition.ts';
import {
  type Days,
  EDITION_SYSTEMS,
  type EditionSystem,
  formatEditionName,
  parseEditionName,
} from './code-sets/edition-name.ts';
import { judgeCode } from './code-sets/judge-code.ts';
import { formatCode, toPlainCode } from './code-sets/official/code-forms.ts';
import { findLookUp } from './compiler/3-validate/codes/find-look-up.ts';
import { findNearCategories } from './compiler/3-validate/codes/find-near-categories.ts';
import { findNeighborhood } from './compiler/3-validate/codes/find-neighborhood.ts';
import { findDrillLines, keptDrillLines } from './compiler/3-validate/codes/find-drill-lines.ts';
import { formatCodesLock } from './compiler/3-validate/codes/format-codes-lock.ts';
import { lockedStatusOf } from './compiler/3-validate/codes/lock-line.ts';
import type { AuthoredCourse, LockedCode } from './compiler/hand-over.ts';
import { type LookUpLine, lookUpWants } from './compiler/look-up.ts';
import type { NearCategory } from './compiler/near-codes.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { SourcePlaces } from './diagnostics/source-places.ts';
import { findCodeSets } from './find-code-sets.ts';

export interface CourseLock {
  readonly course: string;
  /** Relative to the workspace. */
  readonly file: string;
  readonly text: string;
  /** How many lines of codes it has. */
  readonly codes: number;
  /** Codes that are in no edition at hand and were in no lock, each with its edition: `icd-10-cm@2027 E11.9`. */
  readonly unknown: readonly string[];
}

export interface LocksResult {
  /** Errors alone that keep a course from being read. */
  readonly diagnostics: readonly Diagnostic[];
  readonly places: SourcePlaces;
  readonly locks: readonly CourseLock[];
}

/** @throws DamagedEdition */
export function writeLocks(options: {
  readonly workspace: string;
  readonly courses: readonly string[];
  readonly asOf: string;
}): LocksResult {
  const { diagnostics, places, courses } = checkCourses(options);
  const sets = CodeSets.open(findCodeSets(resolve(options.workspace)).folder);
  try {
    const wanted = courses.filter(({ folder }) => options.courses.length === 0 || options.courses.includes(folder));
    const locks = wanted.map((course) => writeLock(course, sets, options.asOf));
    const known = new Set(locks.map(({ course }) => course));
    const lost = diagnostics.filter(
      ({ severity, span, file }) => severity === 'error' && !known.has((span?.file ?? file ?? '').split('/')[0] ?? ''),
    );
    return { diagnostics: lost, places, locks };
  } finally {
    sets.close();
  }
}

function writeLock(course: AuthoredCourse, sets: CodeSets, asOf: string): CourseLock {
  const lines = new Map<string, LockedCode>();
  const days = new Map<string, Days>();
  const unknown = new Set<string>();
  for (const use of course.codeUses) {
    if (!EDITION_SYSTEMS.some((system) => system === use.system)) continue;
    for (const edition of editionsOf(course, use, (system) => sets.inForce(system, asOf))) {
      const label = parseEditionName(edition)?.label ?? '';
      const plain = toPlainCode(use.code);
      const key = `${edition} ${plain}`;
      const open = sets.find(edition);
      if (open === undefined) {
        const kept = course.lockLines.find(
          (line) => `${line.system}@${line.edition}` === edition && toPlainCode(line.code) === plain,
        );
        const keptDays = course.lockedEditions.find((locked) => locked.edition === edition);
        if (kept === undefined || keptDays === undefined) unknown.add(`${edition} ${use.code}`);
        else {
          lines.set(key, kept);
          days.set(edition, keptDays);
        }
        continue;
      }
      const state = judgeCode(sets, open, plain);
      const line = lockedStatusOf(state);
      days.set(edition, open.facts);
      // A mistake is mended, not locked; a wrong answer may be no code at all.
      if (line === undefined || (line.status === 'unknown' && use.role !== 'distractor')) continue;
      const isExempt = use.system === 'icd-10-cm' && line.status === 'valid' && open.isPoaExempt(plain) === true;
      lines.set(key, {
        system: use.system,
        code: formatCode(use.system, plain),
        edition: label,
        ...line,
        ...(isExempt ? { isPoaExempt: true } : {}),
      });
    }
  }
  const codes = [...lines.values()];
  const tables = findTables(course, sets, (system) => sets.inForce(system, asOf));
  return {
    course: course.folder,
    file: `${course.folder}/codes.lock`,
    text: formatCodesLock(
      [...days].map(([edition, { from, until }]) => ({ edition, from, until })),
      codes,
      findNear(course, sets, (system) => sets.inForce(system, asOf)),
      [...tables.values()],
      findLookUps(course, sets, (system) => sets.inForce(system, asOf)),
    ),
    codes: codes.length,
    unknown: [...unknown].sort(),
  };
}

/** The codes around those that questions have typed; of an edition that is not at hand, as the lock has them. */
function findNear(
  course: AuthoredCourse,
  sets: CodeSets,
  inForce: (system: EditionSystem) => Edition | undefined,
): readonly NearCategory[] {
  return findNearCategories(course.questions.values()).flatMap(({ system, category }): readonly NearCategory[] => {
    const name = editionsOf(course, { system }, inForce).at(-1) ?? '';
    const edition = sets.find(name);
    const label = parseEditionName(name)?.label ?? '';
    const kept = course.nearCategories.find(
      (near) => near.system === system && near.category === category && near.edition === label,
    );
    if (edition === undefined) return kept === undefined ? [] : [kept];
    const content = findNeighborhood(sets, edition, category);
    if (content === undefined) return [];
    // An earlier edition that is no longer at hand still tells what was deleted.
    const past = { ...kept?.content.past, ...content.past };
    return [
      { system, category, edition: label, content: Object.keys(past).length === 0 ? content : { ...content, past } },
    ];
  });
}

/** Lines of the tables that drills need; those of an edition that is not at hand stay as they are. */
function findTables(
  course: AuthoredCourse,
  sets: CodeSets,
  inForce: (system: EditionSystem) => Edition | undefined,
): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const { source } of course.questions.values()) {
    if (source.type !== 'pcs-build') continue;
    const own = source.edition === undefined ? {} : { edition: source.edition };
    const edition = editionsOf(course, { system: 'icd-10-pcs', ...own }, inForce).at(-1);
    const found = findDrillLines(source, edition, sets);
    for (const [key, line] of found?.lines ?? keptDrillLines(source, course.lockedTables, edition))
      lines.set(key, line);
  }
  return lines;
}

/** The look-up lists of exams; of an edition that is not at hand, as the lock has them. */
function findLookUps(
  course: AuthoredCourse,
  sets: CodeSets,
  inForce: (system: EditionSystem) => Edition | undefined,
): readonly LookUpLine[] {
  const exams = course.data.outline.flatMap(({ activities }) => activities.filter((entry) => 'exam' in entry));
  return exams.flatMap(lookUpWants).flatMap((want): readonly LookUpLine[] => {
    const name = editionsOf(course, want, inForce).at(-1) ?? '';
    const edition = sets.find(name);
    if (edition !== undefined) return findLookUp(edition, want);
    const label = parseEditionName(name)?.label;
    return course.lookUpLines.filter(
      (line) =>
        line.system === want.system && line.list === want.list && (label === undefined || line.edition === label),
    );
  });
}

/** The question's own edition, else every edition of the system that the course names, else those of its lock, else the one in force. */
function editionsOf(
  course: AuthoredCourse,
  use: { readonly system: string; readonly edition?: string },
  inForce: (system: EditionSystem) => Edition | undefined,
): readonly string[] {
  const isOf = (name: string) => parseEditionName(name)?.system === use.system;
  if (use.edition !== undefined && isOf(use.edition)) return [use.edition];
  const named = (course.data.editions ?? []).filter(isOf);
  if (named.length > 0) return named;
  const locked = course.lockedEditions.map(({ edition }) => edition).filter(isOf);
  if (locked.length > 0) return locked;
  const system = EDITION_SYSTEMS.find((known) => known === use.system);
  const current = system === undefined ? undefined : inForce(system);
  return current === undefined ? [use.system] : [formatEditionName(current.name)];
}
