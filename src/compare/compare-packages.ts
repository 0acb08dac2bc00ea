/**
 * The facts of two packages -> whether the one may take the other's place in an LMS, why, and what happens to learners who are
 * in it (lms-rules Z10 and M15, and "What happens when a package is replaced while learners are in it"). Pure.
 */
import { type FindingName, findingRules } from '../diagnostics/catalog/compare-findings.ts';
import { editionName } from '../shared/edition-names.ts';
import type { PackageData } from '../shared/package-data.ts';
import { PLAYER_PARTS, PLAYER_SCRIPT, partScriptName, STYLE_SHEET } from '../shared/package-files.ts';
import { computeWorstCase } from '../shared/state-budget.ts';
import { STATE_CHARACTERS } from '../shared/state-record.ts';
import { compareActivities, toLine } from './compare-activities.ts';
import { areEqualSets, pairLists } from './compare-lists.ts';
import { compareQuestions } from './compare-questions.ts';
import { compareRequired, compareRules } from './compare-rules.ts';
import { FINDING_WORDS, listed, quoted } from './comparison-words.ts';
import type {
  Changes,
  ComparedPackage,
  Finding,
  PackageComparison,
  Reason,
  Sentences,
  Verdict,
} from './package-comparison.ts';
import type { FileFacts, PackageFacts } from './package-facts.ts';

/** What learners would lose counts from the old package to the new one. */
export function comparePackages(before: PackageFacts, after: PackageFacts): PackageComparison {
  const files = compareFiles(before.files, after.files);
  const manifestChanged = files.changed.includes(after.identity.file) || before.identity.file !== after.identity.file;
  const activities = compareActivities(before, after);
  const questions = compareQuestions(before, after);
  const isSameContent = files.added.length + files.removed.length + files.changed.length === 0;
  const findings = isSameContent
    ? comparePacking(before, after)
    : [
        ...compareIdentity(before, after),
        ...compareRules(before, after),
        ...compareStates(before, after),
        ...(manifestChanged ? [explainManifest(before, after, files)] : []),
        ...questions.findings,
        ...activities.findings,
        ...compareFronts(before, after),
        ...compareLooks(files.changed),
      ];
  return {
    verdict: isSameContent ? 'identical' : judge(findings),
    old: toCompared(before),
    new: toCompared(after),
    manifestChanged,
    rules: {
      pass: { old: before.data.grade?.pass ?? null, new: after.data.grade?.pass ?? null },
      required: compareRequired(before, after),
    },
    outline: after.data.activities.map((activity) => toLine(activity, after)),
    findings: sortByWeight(findings),
    activities: activities.changes,
    questions: questions.changes,
    files,
  };
}

const WEIGHTS: readonly Reason['weight'][] = ['unsafe', 'check', 'note'];

function sortByWeight(reasons: readonly Reason[]): readonly Finding[] {
  return WEIGHTS.flatMap((weight) => reasons.filter((reason) => reason.weight === weight)).map((reason) => ({
    code: codeOf(reason.id),
    ...reason,
  }));
}

function codeOf(id: FindingName): string {
  const rule = findingRules.find(({ name }) => name === id);
  if (rule === undefined) throw new Error(`the catalog has no finding "${id}"`);
  return rule.code;
}

function judge(findings: readonly Reason[]): Verdict {
  if (findings.some(({ weight }) => weight === 'unsafe')) return 'unsafe';
  return findings.some(({ weight }) => weight === 'check') ? 'check' : 'safe';
}

function toCompared({ file, sha256, data }: PackageFacts): ComparedPackage {
  const { name, title, courseVersion, toolVersion, editions } = data;
  const worstCase = computeWorstCase(data).characters;
  return { file, sha256, name, title, courseVersion, toolVersion, editions, worstCase };
}

function compareFiles(before: readonly FileFacts[], after: readonly FileFacts[]): Changes<string, string> {
  // A damaged zip may hold a name twice; the last one counts, as it does for most importers.
  const once = (files: readonly FileFacts[]) => [...new Map(files.map((file) => [file.name, file])).values()];
  const pairs = pairLists(once(before), once(after), ({ name }) => name);
  const names = (files: readonly FileFacts[]) => files.map(({ name }) => name).sort();
  return {
    added: names(pairs.added),
    removed: names(pairs.removed),
    changed: names(pairs.both.filter((pair) => pair.old.fingerprint !== pair.new.fingerprint).map((pair) => pair.new)),
  };
}

function comparePacking(before: PackageFacts, after: PackageFacts): readonly Reason[] {
  if (before.sha256 === after.sha256) return [];
  return [{ id: 'packed-otherwise', topic: 'package', weight: 'note', ...FINDING_WORDS.packedOtherwise() }];
}

function compareIdentity(before: PackageFacts, after: PackageFacts): readonly Reason[] {
  const from = before.data.name;
  const to = after.data.name;
  const isPart = (name: string, course: string): boolean => name.startsWith(`${course}-`);
  if (from !== to && (isPart(from, to) || isPart(to, from)))
    return [{ id: 'parts-changed', topic: 'parts', weight: 'unsafe', ...FINDING_WORDS.partsChanged(from, to) }];
  if (from !== to)
    return [{ id: 'name-changed', topic: 'identity', weight: 'unsafe', ...FINDING_WORDS.nameChanged(from, to) }];
  const items = [before.identity.item, after.identity.item] as const;
  if (items[0] === items[1]) return [];
  return [{ id: 'item-changed', topic: 'identity', weight: 'unsafe', ...FINDING_WORDS.itemChanged(...items) }];
}

function compareStates(before: PackageFacts, after: PackageFacts): readonly Reason[] {
  const state = { topic: 'saved state' } as const;
  const found: Reason[] = [];
  const worst = computeWorstCase(after.data).characters;
  const between = computeWorstCase(withOpenAttempts(before.data, after.data)).characters;
  if (worst > STATE_CHARACTERS)
    found.push({
      id: 'state-over-limit',
      ...state,
      weight: 'unsafe',
      ...FINDING_WORDS.stateOverLimit(worst, STATE_CHARACTERS),
    });
  else if (between > STATE_CHARACTERS)
    found.push({
      id: 'state-tight',
      ...state,
      weight: 'check',
      ...FINDING_WORDS.stateTight(between, STATE_CHARACTERS),
    });
  const tools = [before.data.toolVersion, after.data.toolVersion] as const;
  if (compareVersions(...tools) > 0)
    found.push({ id: 'older-tool', ...state, weight: 'check', ...FINDING_WORDS.olderTool(...tools) });
  return found;
}

/** The new package with attempts as long as those of the old one: an open attempt keeps its questions as far as they are left. */
function withOpenAttempts(before: PackageData, after: PackageData): PackageData {
  const old = new Map(before.activities.map((activity) => [activity.id, activity]));
  const activities = after.activities.map((activity) => {
    const earlier = old.get(activity.id);
    if (earlier === undefined || !('pool' in activity) || !('pool' in earlier)) return activity;
    const pool = new Set(activity.pool);
    const left = earlier.pool.filter((id) => pool.has(id)).length;
    const draw = Math.max(activity.draw, Math.min(earlier.draw, left));
    if (activity.kind === 'quiz') return { ...activity, draw };
    // An attempt drawn by other counts can hold any questions of the pool.
    return { ...activity, draw, draws: [{ count: draw, of: activity.pool.length }] };
  });
  return { ...after, activities };
}

/** Why the manifest is another one: it lists the files, and holds title and name. */
function explainManifest(before: PackageFacts, after: PackageFacts, files: Changes<string, string>): Reason {
  const reasons = [
    ...(before.data.name === after.data.name ? [] : ['the package has another name']),
    ...(before.identity.title === after.identity.title ? [] : [`its title is ${quoted(after.identity.title)} now`]),
    ...(files.added.length === 0 ? [] : [`files were added (${listed(files.added, 4)})`]),
    ...(files.removed.length === 0 ? [] : [`files were removed (${listed(files.removed, 4)})`]),
  ];
  const manifest = { topic: 'manifest', weight: 'check' } as const;
  return reasons.length === 0
    ? { id: 'manifest-changed-alone', ...manifest, ...FINDING_WORDS.manifestChangedAlone() }
    : { id: 'manifest-changed', ...manifest, ...FINDING_WORDS.manifestChanged(reasons) };
}

/** What a package says of itself. */
function compareFronts({ data: old }: PackageFacts, { data: now }: PackageFacts): readonly Reason[] {
  const notes: Reason[] = [];
  const add = (id: Reason['id'], weight: Reason['weight'], sentences: Sentences) =>
    notes.push({ id, topic: 'package', weight, ...sentences });
  const order = compareVersions(old.courseVersion, now.courseVersion);
  if (order > 0) add('version-older', 'check', FINDING_WORDS.versionOlder(old.courseVersion, now.courseVersion));
  if (order === 0) add('version-same', 'note', FINDING_WORDS.versionSame(now.courseVersion));
  if (old.title !== now.title) add('title-changed', 'note', FINDING_WORDS.titleChanged(old.title, now.title));
  if (old.language !== now.language)
    add('language-changed', 'note', FINDING_WORDS.languageChanged(old.language, now.language));
  if (!areEqualSets(old.editions, now.editions))
    add(
      'editions-changed',
      'note',
      FINDING_WORDS.editionsChanged(old.editions.map(editionName), now.editions.map(editionName)),
    );
  if (old.reviewed !== now.reviewed) add('review-changed', 'note', FINDING_WORDS.reviewChanged(now.reviewed));
  return notes;
}

/** Files that stand for looks and behavior in every package. */
const LOOKS = [PLAYER_SCRIPT, ...PLAYER_PARTS.map(partScriptName), STYLE_SHEET];

function compareLooks(changed: readonly string[]): readonly Reason[] {
  const files = LOOKS.filter((name) => changed.includes(name));
  if (files.length === 0) return [];
  return [{ id: 'looks-changed', topic: 'package', weight: 'note', ...FINDING_WORDS.looksChanged(files) }];
}

/** Compares `1.10.0` and `1.9.3` number by number; what is no number counts as 0. @returns above 0 when `a` is the later */
function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const numbers = (version: string) =>
    version
      .split(/[.+-]/)
      .slice(0, 3)
      .map((part) => Number.parseInt(part, 10) || 0);
  const other = numbers(b);
  const first = numbers(a)
    .map((number, index) => number - (other[index] ?? 0))
    .find((difference) => difference !== 0);
  return first ?? 0;
}
