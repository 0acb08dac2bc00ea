/** What two packages report to an LMS and ask of learners -> reasons for and against replacing. Pure. */
import type { ActivityData } from '../shared/package-data.ts';
import { questionsOf } from './compare-activities.ts';
import { compareExams } from './compare-exams.ts';
import { areEqualSets, pairLists } from './compare-lists.ts';
import { FINDING_WORDS } from './comparison-words.ts';
import type { PackageComparison, Reason, Sentences } from './package-comparison.ts';
import type { PackageFacts } from './package-facts.ts';

type Weight = Reason['weight'];

export function compareRules(before: PackageFacts, after: PackageFacts): readonly Reason[] {
  return [
    ...comparePass(before, after),
    ...compareGrades(before, after),
    ...compareCompletion(before, after),
    ...compareGraded(before, after),
    ...compareExams(before, after),
  ];
}

function passRule(id: Reason['id'], weight: Weight, sentences: Sentences): Reason {
  return { id, topic: 'pass rule', weight, ...sentences };
}

function comparePass({ data: old }: PackageFacts, { data: now }: PackageFacts): readonly Reason[] {
  const from = old.grade?.pass ?? null;
  const to = now.grade?.pass ?? null;
  if (to !== null && (from === null || to > from))
    return [passRule('pass-mark-raised', 'unsafe', FINDING_WORDS.passRaised(from, to))];
  if (from !== null && (to === null || to < from))
    return [passRule('pass-mark-lowered', 'check', FINDING_WORDS.passLowered(from, to))];
  return [];
}

function compareGrades(before: PackageFacts, after: PackageFacts): readonly Reason[] {
  const old = before.data.grade;
  const now = after.data.grade;
  const found: Reason[] = [];
  if (before.data.report !== after.data.report) {
    const isLate = after.data.report === 'when-finished';
    found.push(passRule('report-changed', 'check', FINDING_WORDS.reportChanged(isLate)));
  }
  if (old === null && now !== null) found.push(passRule('grade-added', 'check', FINDING_WORDS.gradeAdded()));
  if (old !== null && now === null) found.push(passRule('grade-removed', 'unsafe', FINDING_WORDS.gradeRemoved()));
  if (old === null || now === null) return found;
  if (old.attempt !== now.attempt)
    found.push(
      now.attempt === 'last'
        ? passRule('last-attempt-counts', 'unsafe', FINDING_WORDS.lastCounts())
        : passRule('best-attempt-counts', 'check', FINDING_WORDS.bestCounts()),
    );
  const shares = (grade: typeof old): readonly string[] => grade.activities.map(({ id, weight }) => `${id} ${weight}`);
  if (!areEqualSets(shares(old), shares(now))) {
    const pairs = pairLists(old.activities, now.activities, ({ id }) => id);
    // With the best attempt a score never falls; with the last it is computed anew on every visit.
    const mayFall = now.attempt === 'last';
    const added = pairs.added.map(({ id }) => titleOf(after, id));
    const removed = pairs.removed.map(({ id }) => titleOf(before, id));
    const words = FINDING_WORDS.gradedChanged(added, removed, mayFall);
    found.push(
      mayFall
        ? passRule('graded-scores-may-fall', 'unsafe', words)
        : passRule('graded-quizzes-changed', 'check', words),
    );
  }
  return found;
}

function titleOf({ data }: PackageFacts, id: string): string {
  return data.activities.find((activity) => activity.id === id)?.title ?? id;
}

/** Titles of what became, or is no longer, required for completion. */
export function compareRequired(before: PackageFacts, after: PackageFacts): PackageComparison['rules']['required'] {
  const pairs = pairLists([...new Set(before.data.completion)], [...new Set(after.data.completion)], (id) => id);
  return {
    added: pairs.added.map((id) => titleOf(after, id)),
    removed: pairs.removed.map((id) => titleOf(before, id)),
  };
}

function compareCompletion(before: PackageFacts, after: PackageFacts): readonly Reason[] {
  const { added, removed } = compareRequired(before, after);
  const completion = { topic: 'completion', weight: 'note' } as const;
  return [
    ...(added.length === 0
      ? []
      : [{ id: 'completion-added' as const, ...completion, ...FINDING_WORDS.completionAdded(added) }]),
    ...(removed.length === 0
      ? []
      : [{ id: 'completion-removed' as const, ...completion, ...FINDING_WORDS.completionRemoved(removed) }]),
  ];
}

/** The plan of what is graded: how many questions, from which domains. */
function compareGraded(before: PackageFacts, after: PackageFacts): readonly Reason[] {
  const graded = new Set([before, after].flatMap(({ data }) => (data.grade?.activities ?? []).map(({ id }) => id)));
  const { both } = pairLists(before.data.activities, after.data.activities, ({ id }) => id);
  return both.flatMap(({ old, new: now }): readonly Reason[] => {
    if (!graded.has(now.id) || !('pool' in old) || !('pool' in now)) return [];
    const { kind, title } = now;
    const changed = { id: 'draw-changed', topic: 'blueprint', weight: 'check' } as const;
    if (old.draw !== now.draw) return [{ ...changed, ...FINDING_WORDS.drawChanged(kind, title, old.draw, now.draw) }];
    if (old.kind === 'exam' && now.kind === 'exam') {
      const drawn = compareDomains(countDrawn(before, old), countDrawn(after, now));
      if (drawn.length > 0) return [{ ...changed, ...FINDING_WORDS.drawsChanged(title, drawn) }];
    }
    if (areEqualSets(old.pool, now.pool)) return [];
    const domains = compareDomains(countDomains(before, questionsOf(old)), countDomains(after, questionsOf(now)));
    const words = FINDING_WORDS.poolChanged(kind, title, domains);
    return [{ id: 'pool-changed', topic: 'blueprint', weight: 'note', ...words }];
  });
}

/** How many questions an attempt draws, by the domains that each draw is from. */
function countDrawn(
  facts: PackageFacts,
  { pool, draws }: Extract<ActivityData, { kind: 'exam' }>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const pretest = new Set(facts.data.questions.flatMap((question) => (question.pretest ? [question.id] : [])));
  let at = 0;
  for (const { count, of } of draws) {
    const part = pool.slice(at, at + of);
    const domains = [...countDomains(facts, part).keys()].sort().join(' and ');
    const name = part.some((id) => pretest.has(id)) ? 'pretest' : domains;
    at += of;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts;
}

function countDomains({ questions, data }: PackageFacts, ids: readonly string[]): ReadonlyMap<string, number> {
  const titles = new Map(data.domains.map(({ id, title }) => [id, title]));
  const counts = new Map<string, number>();
  for (const id of ids) {
    const domain = questions.get(id)?.domain ?? '';
    const title = titles.get(domain) ?? domain;
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return counts;
}

/** `Exams 5, before 4` for each domain with another number of questions. */
function compareDomains(old: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): readonly string[] {
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .filter((domain) => old.get(domain) !== now.get(domain))
    .map((domain) => `${domain} ${now.get(domain) ?? 0}, before ${old.get(domain) ?? 0}`);
}
