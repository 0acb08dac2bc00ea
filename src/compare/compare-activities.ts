/** The lessons and quizzes of two packages -> which came, went and changed, and in what. Pure. */
import type { ActivityData } from '../shared/package-data.ts';
import { areEqualLists, isReordered, type PairedLists, pairLists } from './compare-lists.ts';
import { FINDING_WORDS } from './comparison-words.ts';
import type {
  ActivityAspect,
  ActivityChange,
  ActivityLine,
  Changes,
  DrawFacts,
  Reason,
  Sentences,
} from './package-comparison.ts';
import type { LessonText, PackageFacts } from './package-facts.ts';

export interface ComparedActivities {
  readonly changes: Changes<ActivityLine, ActivityChange>;
  readonly findings: readonly Reason[];
}

interface Sides {
  readonly before: PackageFacts;
  readonly after: PackageFacts;
}

interface Pair {
  readonly old: ActivityData;
  readonly new: ActivityData;
}

export function compareActivities(before: PackageFacts, after: PackageFacts): ComparedActivities {
  const sides = { before, after };
  const pairs = pairLists(before.data.activities, after.data.activities, ({ id }) => id);
  const modules = { old: modulesOf(before), new: modulesOf(after) };
  const changed = pairs.both.flatMap((pair): readonly ActivityChange[] => {
    const isMoved = modules.old.get(pair.old.id) !== modules.new.get(pair.new.id);
    const change = findChange(pair, sides, isMoved);
    return change.aspects.length === 0 ? [] : [change];
  });
  return {
    changes: {
      added: pairs.added.map((activity) => toLine(activity, after)),
      removed: pairs.removed.map((activity) => toLine(activity, before)),
      changed,
    },
    findings: [...findKindChanges(pairs), ...findMoved(pairs, sides), ...findTakenTags(pairs), ...findReordered(sides)],
  };
}

export function toLine({ kind, id, title }: ActivityData, { data }: PackageFacts): ActivityLine {
  return { kind, id, title, required: data.completion.includes(id) };
}

function modulesOf({ data }: PackageFacts): ReadonlyMap<string, string> {
  return new Map(data.modules.flatMap((module) => module.activities.map((id) => [id, module.id] as const)));
}

/** Questions of banks: a guide's own stand in its text. */
export function questionsOf(activity: ActivityData): readonly string[] {
  switch (activity.kind) {
    case 'lesson':
      return activity.checks;
    case 'quiz':
    case 'exam':
      return activity.pool;
    case 'guide':
      return [];
    default:
      return activity satisfies never;
  }
}

function findChange(pair: Pair, { before, after }: Sides, isMoved: boolean): ActivityChange {
  const asked = pairLists([...new Set(questionsOf(pair.old))], [...new Set(questionsOf(pair.new))], (id) => id);
  const sections = findChangedSections(before.lessons.get(pair.old.id), after.lessons.get(pair.new.id));
  const draw = pair.old.kind === 'quiz' && pair.new.kind === 'quiz' ? compareDraws(pair.old, pair.new) : undefined;
  const isReshuffled =
    pair.old.kind === 'quiz' &&
    pair.new.kind === 'quiz' &&
    (pair.old.shuffle !== pair.new.shuffle || pair.old.drawn !== pair.new.drawn);
  const found: Readonly<Record<ActivityAspect, boolean>> = {
    kind: pair.old.kind !== pair.new.kind,
    title: pair.old.title !== pair.new.title,
    module: isMoved,
    text: sections.length > 0 && pair.old.kind === pair.new.kind,
    questions: asked.added.length > 0 || asked.removed.length > 0,
    draw: draw !== undefined && draw.old.shown !== draw.new.shown,
    order: isReordered(questionsOf(pair.old), questionsOf(pair.new)),
    shuffling: isReshuffled,
  };
  return {
    ...toLine(pair.new, after),
    aspects: ASPECTS.filter((aspect) => found[aspect]),
    sections: found.text ? sections : [],
    questionsAdded: asked.added,
    questionsRemoved: asked.removed,
    draw,
  };
}

const ASPECTS: readonly ActivityAspect[] = [
  'kind',
  'title',
  'module',
  'text',
  'questions',
  'draw',
  'order',
  'shuffling',
];

type Quiz = Extract<ActivityData, { kind: 'quiz' }>;

function compareDraws(old: Quiz, now: Quiz): { readonly old: DrawFacts; readonly new: DrawFacts } {
  return { old: { shown: old.draw, pool: old.pool.length }, new: { shown: now.draw, pool: now.pool.length } };
}

/** Headings of which the text changed, and those that came or went. */
function findChangedSections(old: LessonText = new Map(), now: LessonText = new Map()): readonly string[] {
  const gone = [...old.keys()].filter((heading) => !now.has(heading));
  return [...[...now.keys()].filter((heading) => old.get(heading) !== now.get(heading)), ...gone];
}

function finding(id: Reason['id'], sentences: Sentences): Reason {
  return { id, topic: 'lessons', weight: 'check', ...sentences };
}

function findKindChanges({ both }: PairedLists<ActivityData>): readonly Reason[] {
  return both
    .filter((pair) => pair.old.kind !== pair.new.kind)
    .map((pair) => finding('kind-changed', FINDING_WORDS.kindChanged(pair.new.title, pair.new.kind)));
}

/** Ids that are gone, with their content or without it: the same text, or the same questions in a quiz, may stand under another id. */
function findMoved({ added, removed }: PairedLists<ActivityData>, { before, after }: Sides): readonly Reason[] {
  const contentOf = (activity: ActivityData, facts: PackageFacts): string => {
    const text = [...(facts.lessons.get(activity.id) ?? [])].flat().join('\n');
    return `${activity.kind}\n${text}\n${[...questionsOf(activity)].sort().join(' ')}`;
  };
  const gone = new Map(removed.map((activity) => [contentOf(activity, before), activity.id]));
  const renamed = added.flatMap((activity) => {
    const from = gone.get(contentOf(activity, after));
    return from === undefined ? [] : [{ from, to: activity.id }];
  });
  const lost = removed.map(({ id }) => id).filter((id) => !renamed.some(({ from }) => from === id));
  return [
    ...renamed.map(({ from, to }) => finding('activity-renamed', FINDING_WORDS.activityRenamed(from, to))),
    ...(lost.length === 0
      ? []
      : [{ ...finding('activity-id-gone', FINDING_WORDS.activityIdsGone(lost)), weight: 'note' } as const]),
  ];
}

function findTakenTags({ added, removed }: PairedLists<ActivityData>): readonly Reason[] {
  const gone = new Map(removed.map(({ tag, id }) => [tag, id]));
  return added.flatMap(({ tag, id }) => {
    const from = gone.get(tag);
    return from === undefined ? [] : [finding('activity-tag-taken', FINDING_WORDS.tagTaken(from, id))];
  });
}

function findReordered({ before, after }: Sides): readonly Reason[] {
  const order = (facts: PackageFacts) => facts.data.activities.map(({ id }) => id);
  const isSame = areEqualLists(order(before), order(after)) || !isReordered(order(before), order(after));
  return isSame ? [] : [{ ...finding('order-changed', FINDING_WORDS.orderChanged()), weight: 'note' }];
}
