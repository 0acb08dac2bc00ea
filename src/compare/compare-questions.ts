/** The questions of two packages -> which came, went and changed, and whether learners keep their answers. Pure. */
import { compareText } from '../diagnostics/compare-text.ts';
import { questionsOf } from './compare-activities.ts';
import { areEqualLists, areEqualSets, type PairedLists, pairLists } from './compare-lists.ts';
import { FINDING_WORDS } from './comparison-words.ts';
import type { Changes, QuestionAspect, QuestionChange, QuestionLine, Reason, Sentences } from './package-comparison.ts';
import type { PackageFacts, QuestionFacts } from './package-facts.ts';

export interface ComparedQuestions {
  readonly changes: Changes<QuestionLine, QuestionChange>;
  readonly findings: readonly Reason[];
}

export function compareQuestions(before: PackageFacts, after: PackageFacts): ComparedQuestions {
  const pairs = pairLists(listQuestions(before), listQuestions(after), ({ id }) => id);
  const places = { old: placesOf(before), new: placesOf(after) };
  const line = (from: ReadonlyMap<string, readonly string[]>) => (question: QuestionFacts) => ({
    id: question.id,
    stem: shorten(question.stem),
    places: from.get(question.id) ?? [],
  });
  const changed = pairs.both.flatMap((pair): readonly QuestionChange[] => {
    const moved = !areEqualSets(places.old.get(pair.new.id) ?? [], places.new.get(pair.new.id) ?? []);
    const aspects = [...findAspects(pair.old, pair.new), ...(moved ? (['places'] as const) : [])];
    const answers = pair.old.check === pair.new.check ? 'kept' : 'asked again';
    return aspects.length === 0 ? [] : [{ ...line(places.new)(pair.new), aspects, answers }];
  });
  return {
    changes: {
      added: pairs.added.map(line(places.new)),
      removed: pairs.removed.map(line(places.old)),
      changed,
    },
    findings: [...findRenamed(pairs), ...findGone(pairs), ...findTakenTags(pairs), ...pairs.both.flatMap(findTraps)],
  };
}

/** By id, so that a list reads the same however the package sorts it. */
function listQuestions({ questions }: PackageFacts): readonly QuestionFacts[] {
  return [...questions.values()].sort((a, b) => compareText(a.id, b.id));
}

function placesOf({ data }: PackageFacts): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const activity of data.activities) {
    for (const id of questionsOf(activity)) {
      const found = places.get(id);
      if (found === undefined) places.set(id, [activity.id]);
      else found.push(activity.id);
    }
  }
  return places;
}

const STEM_CHARACTERS = 80;

function shorten(text: string): string {
  return text.length <= STEM_CHARACTERS ? text : `${text.slice(0, STEM_CHARACTERS - 2).trimEnd()} …`;
}

function findAspects(old: QuestionFacts, now: QuestionFacts): readonly QuestionAspect[] {
  const answer = findAnswerAspects(old, now);
  const aspects: QuestionAspect[] = [...answer];
  if (old.check !== now.check && answer.length === 0) aspects.push('revision');
  if (old.stem !== now.stem) aspects.push('stem');
  const kept = [...now.options.keys()].filter((id) => old.options.has(id));
  if (kept.some((id) => old.options.get(id) !== now.options.get(id))) aspects.push('option texts');
  const hasNewReason = [...now.reasons].some(([id, why]) => old.reasons.has(id) && old.reasons.get(id) !== why);
  if (old.explanation !== now.explanation || hasNewReason) aspects.push('explanation');
  if (old.domain !== now.domain) aspects.push('domain');
  const isSameOrder = areEqualLists(old.answer.options, now.answer.options);
  const hasSamePins = areEqualLists(old.answer.pinned, now.answer.pinned);
  if (!answer.includes('options') && !(isSameOrder && hasSamePins)) aspects.push('option order');
  return aspects;
}

/** What an answer depends on. */
function findAnswerAspects(old: QuestionFacts, now: QuestionFacts): readonly ('type' | 'options' | 'key')[] {
  const a = old.answer;
  const b = now.answer;
  if (a.type !== b.type) return ['type'];
  return [
    ...(areEqualSets(a.options, b.options) ? [] : (['options'] as const)),
    ...(haveEqualKeys(a, b) && a.select === b.select ? [] : (['key'] as const)),
  ];
}

/** Only an order is a key whose order matters. */
function haveEqualKeys(a: QuestionFacts['answer'], b: QuestionFacts['answer']): boolean {
  return a.type === 'ordering' ? areEqualLists(a.key, b.key) : areEqualSets(a.key, b.key);
}

function finding(id: Reason['id'], sentences: Sentences): Reason {
  return { id, topic: 'questions', weight: 'check', ...sentences };
}

function wordsOf({ stem, options }: QuestionFacts): string {
  return [stem, ...[...options.values()].sort()].join('\n');
}

/** The same words under another id. */
function findRenamed({ added, removed }: PairedLists<QuestionFacts>): readonly Reason[] {
  const gone = new Map(removed.filter(({ stem }) => stem !== '').map((question) => [wordsOf(question), question.id]));
  return added.flatMap((question) => {
    const from = gone.get(wordsOf(question));
    return from === undefined ? [] : [finding('question-renamed', FINDING_WORDS.questionRenamed(from, question.id))];
  });
}

/** Ids that left with their questions. */
function findGone({ added, removed }: PairedLists<QuestionFacts>): readonly Reason[] {
  const kept = new Set(added.map(wordsOf));
  const ids = removed.filter((question) => question.stem === '' || !kept.has(wordsOf(question))).map(({ id }) => id);
  return ids.length === 0
    ? []
    : [{ ...finding('question-id-gone', FINDING_WORDS.questionIdsGone(ids)), weight: 'note' }];
}

function findTakenTags({ added, removed }: PairedLists<QuestionFacts>): readonly Reason[] {
  const gone = new Map(removed.map(({ tag, id }) => [tag, id]));
  return added.flatMap(({ tag, id }) => {
    const from = gone.get(tag);
    return from === undefined ? [] : [finding('question-tag-taken', FINDING_WORDS.tagTaken(from, id))];
  });
}

/** Of all words of two texts, how many are in both when one text only rewords the other. */
const LEAST_COMMON_WORDS = 0.25;

/** Whether nothing of the old question is left: neither its words, nor an option, nor its explanation. */
function isAnotherQuestion(old: QuestionFacts, now: QuestionFacts): boolean {
  if (old.stem === '' || now.stem === '' || old.explanation === now.explanation) return false;
  const isChoice = old.answer.type !== 'true-false' || now.answer.type !== 'true-false';
  const texts = new Set(old.options.values());
  if (isChoice && [...now.options.values()].some((text) => texts.has(text))) return false;
  return shareOfWords(old.stem, now.stem) < LEAST_COMMON_WORDS;
}

function shareOfWords(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}.-]+/gu) ?? []);
  const first = words(a);
  const second = words(b);
  const common = [...first].filter((word) => second.has(word)).length;
  return common / Math.max(1, first.size + second.size - common);
}

/** What learners' answers would be taken for, above all where the player cannot see a change, because it knows one by check bits alone. */
function findTraps({ old, new: now }: { readonly old: QuestionFacts; readonly new: QuestionFacts }): readonly Reason[] {
  if (isAnotherQuestion(old, now))
    return [finding('question-id-reused', FINDING_WORDS.questionIdReused(now.id, old.check === now.check))];
  if (old.check !== now.check) return [];
  if (findAnswerAspects(old, now).length > 0)
    return [finding('change-unnoticed', FINDING_WORDS.changeUnnoticed(now.id))];
  const oldIds = new Map([...old.options].map(([id, text]) => [text, id]));
  const isSwapped = [...now.options].some(([id, text]) => {
    const from = oldIds.get(text);
    return from !== undefined && from !== id && old.options.get(id) !== text && now.options.get(from) !== text;
  });
  return isSwapped ? [finding('options-swapped', FINDING_WORDS.optionsSwapped(now.id))] : [];
}
