/** A learner's state after authors edited the course: no answer moves, what changed is asked again, nothing earned falls. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivityData, PackageData, QuestionData } from '../../src/shared/package-data.ts';
import { decodeState, encodeState } from '../../src/shared/state-codec.ts';
import { reconcileState } from '../../src/shared/state-reconcile.ts';
import { createEmptyState, type SavedCheck, type SavedState } from '../../src/shared/state-record.ts';
import { checkOf, tagOf } from '../../src/shared/tags.ts';
import { makeSampleData } from '../lms/sample-package.ts';
import { makeCourse, makeState, NAME } from './sample-states.ts';

const KINDS = [
  'reorder',
  'insert',
  'delete',
  'reword',
  'change key',
  'other size',
  'move',
  'new lesson',
  'remove activity',
];
const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...KINDS)), { maxLength: 12 });

function idsOf(activity: ActivityData): readonly string[] {
  return 'pool' in activity ? activity.pool : activity.kind === 'lesson' ? activity.checks : [];
}

function withIds(activity: ActivityData, change: (ids: readonly string[]) => readonly string[]): ActivityData {
  if ('pool' in activity) return { ...activity, pool: change(activity.pool) };
  return activity.kind === 'lesson' ? { ...activity, checks: change(activity.checks) } : activity;
}

/** One edit, as authors do them; what it hits comes from the number. */
function edit(data: PackageData, number: number, how: string): PackageData {
  const at = number % Math.max(1, data.questions.length);
  const target = data.questions[at];
  const rotate = <T>(all: readonly T[]): readonly T[] =>
    [...all.slice(number % 7), ...all.slice(0, number % 7)].reverse();
  const replace = (question: QuestionData): PackageData => ({
    ...data,
    questions: data.questions.map((other) => (other === target ? question : other)),
  });
  if (target === undefined) return data;
  switch (how) {
    case 'insert': {
      const id = `new-${number}`;
      if (data.questions.some((question) => question.id === id)) return data;
      return {
        ...data,
        questions: [{ ...target, id, tag: tagOf(id) }, ...data.questions],
        activities: data.activities.map((activity) => withIds(activity, (ids) => [id, ...ids])),
      };
    }
    case 'delete':
      return {
        ...data,
        questions: data.questions.filter((question) => question !== target),
        activities: data.activities.map((entry) => withIds(entry, (ids) => ids.filter((id) => id !== target.id))),
      };
    case 'change key':
      return replace({ ...target, check: checkOf(`key ${number}`) });
    case 'other size':
      return replace({ ...target, check: checkOf(`type ${number}`), answer: { form: 'text', bytes: number % 50 } });
    case 'move':
      return {
        ...data,
        activities: data.activities.map((entry, index) =>
          withIds(entry, (ids) => (index === number % 3 ? ids.filter((id) => id !== target.id) : [...ids])),
        ),
      };
    case 'new lesson': {
      const id = `lesson-${number}`;
      const lesson = {
        id,
        tag: tagOf(id),
        title: id,
        page: '',
        script: '',
        minutes: 5,
        kind: 'lesson',
        checks: [],
      } as const;
      return { ...data, activities: [lesson, ...data.activities] };
    }
    case 'remove activity':
      return { ...data, activities: data.activities.filter((_, index) => index !== number % 5) };
    case 'reorder':
      return {
        ...data,
        questions: rotate(data.questions),
        activities: rotate(data.activities).map((activity) => withIds(activity, rotate)),
      };
    default:
      // A reworded question has the same id and the same check bits.
      return data;
  }
}

function throughText(state: SavedState): SavedState {
  const decoded = decodeState(encodeState(state), tagOf(NAME));
  if (decoded.kind !== 'read') throw new Error('the state cannot be read');
  return decoded.state;
}

function expectItems(
  data: PackageData,
  changed: ReadonlySet<string>,
  asked: readonly string[],
  now: readonly SavedCheck[],
  then: readonly SavedCheck[],
): void {
  const facts = new Map(data.questions.map((question) => [question.tag, question]));
  for (const item of now) {
    const source = then.find((other) => other.tag === item.tag);
    const question = facts.get(item.tag);
    expect(asked).toContain(question?.id);
    expect(item.check).toBe(source?.check);
    if (question?.check === item.check) expect(item).toEqual(source);
    else {
      expect(item.answer).toBeUndefined();
      expect(changed.has(item.tag)).toBe(true);
    }
  }
  for (const item of then) {
    const stays = asked.includes(facts.get(item.tag)?.id ?? '');
    expect(now.some((other) => other.tag === item.tag)).toBe(stays);
  }
}

describe('a changed course', () => {
  const before = makeCourse({ seed: 11, questions: 40, checks: 0.3, draws: [8, 12, 40] });

  it('never moves an answer to another question, and takes back nothing earned', () => {
    fc.assert(
      fc.property(edits, fc.nat(), fc.constantFrom(0.3, 0.8, 1), (changes, seed, fill) => {
        const made = { ...makeState(before, seed, fill), completed: true, status: 'passed' as const };
        const old = throughText(made);
        const after = changes.reduce((data, [number, how]) => edit(data, number, how), before);
        const { state: kept, changed, dropped } = reconcileState(old, after);
        const activities = new Map(after.activities.map((activity) => [activity.tag, activity]));
        const pools = after.activities.flatMap((activity) => ('pool' in activity ? activity.pool : []));
        const checks = after.activities.flatMap((activity) => (activity.kind === 'lesson' ? activity.checks : []));

        expectItems(after, changed, checks, kept.checks, old.checks);
        expect(dropped.get('') ?? 0).toBe(old.checks.length - kept.checks.length);
        for (const attempt of old.attempts) {
          const now = kept.attempts.find((other) => other.activity === attempt.activity);
          const activity = activities.get(attempt.activity);
          expectItems(after, changed, activity === undefined ? [] : idsOf(activity), now?.items ?? [], attempt.items);
          const { items, at, ...rest } = attempt;
          if (now === undefined) continue;
          expect(now).toMatchObject(rest);
          expect(now.at).toBe(now.items.some((item) => item.tag === at) ? at : '');
          expect(dropped.get(attempt.activity) ?? 0).toBe(items.length - now.items.length);
        }

        expect(kept).toMatchObject({ completed: true, status: 'passed', score: old.score });
        expect(kept.results).toEqual(old.results.filter((result) => activities.has(result.activity)));
        const asked = new Set(pools.map(tagOf));
        const known = new Set(after.questions.map((question) => question.tag));
        const stays = (tag: string): boolean => asked.has(tag) && known.has(tag);
        expect(kept.record).toEqual(old.record.filter((entry) => stays(entry.tag)));
        expect(kept.flags).toEqual(old.flags.filter(stays));

        const again = reconcileState(throughText(kept), after);
        expect(again.state).toEqual(kept);
        expect([...again.changed].sort()).toEqual([...changed].sort());
        expect(again.dropped.size).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('says that a question changed at every visit until it is answered anew', () => {
    const sample = makeSampleData();
    const after = makeSampleData({ changed: ['check-1'] }).data;
    const question = sample.data.questions.find((entry) => entry.id === 'check-1');
    if (question === undefined) throw new Error('no question');
    const old = { ...createEmptyState(NAME), checks: [{ tag: question.tag, check: question.check, answer: ['b'] }] };
    const once = reconcileState(old, after);
    const twice = reconcileState(throughText(once.state), after);
    expect([...once.changed]).toEqual([question.tag]);
    expect([...twice.changed]).toEqual([question.tag]);
  });
});
