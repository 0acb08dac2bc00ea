/** A comparison -> a Markdown change log for learners: what is new, and what they keep. Tells no answers and no question texts. */
import { editionName } from '../shared/edition-names.ts';
import { CHANGE_LOG_WORDS } from './change-log-words.ts';
import { keepsLearners } from './format-comparison.ts';
import type { ActivityChange, ActivityLine, PackageComparison } from './package-comparison.ts';

const WORDS = CHANGE_LOG_WORDS;

/** Ends with a line end. */
export function formatChangeLog(comparison: PackageComparison): string {
  const { old, new: now } = comparison;
  const blocks = [
    [`# ${WORDS.title(escapeMarkdown(now.title))}`],
    [escapeMarkdown(WORDS.version(old.courseVersion, now.courseVersion))],
    ...formatBody(comparison),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function formatBody(comparison: PackageComparison): readonly (readonly string[])[] {
  const { added, removed } = comparison.activities;
  const changed = listChanges(comparison);
  const rules = listRules(comparison);
  const sections = [
    section(WORDS.fresh, added.map(nameActivity)),
    section(WORDS.changed, changed),
    section(WORDS.gone, removed.map(nameActivity)),
    section(WORDS.rules, rules),
  ].flat();
  if (!keepsLearners(comparison)) return [[WORDS.newActivity], ...sections];
  return sections.length === 0
    ? [[WORDS.nothing]]
    : [...sections, ...section(WORDS.progress, listProgress(comparison))];
}

function section(title: string, items: readonly string[]): readonly (readonly string[])[] {
  return items.length === 0 ? [] : [[`## ${title}`], items.map((item) => `- ${item}`)];
}

function nameActivity({ kind, title }: Pick<ActivityLine, 'kind' | 'title'>): string {
  return WORDS[kind](`"${escapeMarkdown(title)}"`);
}

/** Every activity that a learner finds changed, also where only a question in it did. */
function listChanges(comparison: PackageComparison): readonly string[] {
  const changes = new Map(comparison.activities.changed.map((change) => [change.id, change]));
  const corrected = countByPlace(comparison, 'asked again');
  const reworded = countByPlace(comparison, 'kept');
  const added = new Set(comparison.activities.added.map(({ id }) => id));
  const lines = comparison.outline
    .filter(({ id }) => !added.has(id))
    .map((activity) => {
      const details = [
        ...describeChange(changes.get(activity.id)),
        ...counts(corrected.get(activity.id), WORDS.corrected),
        ...counts(reworded.get(activity.id), WORDS.reworded),
      ];
      return details.length === 0 ? '' : `${nameActivity(activity)}: ${details.join('; ')}`;
    });
  return lines.filter((line) => line !== '');
}

function counts(count: number | undefined, words: (count: number) => string): readonly string[] {
  return count === undefined ? [] : [words(count)];
}

function countByPlace({ questions }: PackageComparison, answers: 'kept' | 'asked again'): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const change of questions.changed) {
    const isSeen = change.aspects.some((aspect) => !UNSEEN.has(aspect));
    if (change.answers !== answers || !isSeen) continue;
    for (const place of change.places) counted.set(place, (counted.get(place) ?? 0) + 1);
  }
  return counted;
}

/** Aspects that a learner does not notice as a change of the question. */
const UNSEEN = new Set<string>(['places', 'domain', 'option order']);

function describeChange(change: ActivityChange | undefined): readonly string[] {
  if (change === undefined) return [];
  const { aspects, sections, questionsAdded, questionsRemoved, draw } = change;
  const headings = sections.filter((name) => name !== '').map((name) => `"${escapeMarkdown(name)}"`);
  return [
    ...(aspects.includes('title') ? [WORDS.newTitle] : []),
    ...(aspects.includes('text') ? [headings.length === 0 ? WORDS.newText : WORDS.sections(headings)] : []),
    ...(questionsAdded.length === 0 ? [] : [WORDS.questionsAdded(questionsAdded.length)]),
    ...(questionsRemoved.length === 0 ? [] : [WORDS.questionsRemoved(questionsRemoved.length)]),
    ...(draw === undefined || !aspects.includes('draw') ? [] : [WORDS.draw(draw.new.shown, draw.old.shown)]),
  ];
}

function listRules({ rules, old, new: now }: PackageComparison): readonly string[] {
  const quoted = (titles: readonly string[]) => titles.map((title) => `"${escapeMarkdown(title)}"`);
  const hasSameEditions = old.editions.join() === now.editions.join();
  return [
    ...(rules.pass.old === rules.pass.new ? [] : [WORDS.pass(rules.pass.new, rules.pass.old)]),
    ...(rules.required.added.length === 0 ? [] : [WORDS.required(quoted(rules.required.added))]),
    ...(rules.required.removed.length === 0 ? [] : [WORDS.notRequired(quoted(rules.required.removed))]),
    ...(hasSameEditions ? [] : [WORDS.editions(toNames(now.editions), toNames(old.editions))]),
  ];
}

function toNames(editions: readonly string[]): readonly string[] {
  return editions.map((edition) => escapeMarkdown(editionName(edition)));
}

function listProgress({ questions, findings }: PackageComparison): readonly string[] {
  const mayFall = findings.some(({ id }) => id === 'last-attempt-counts' || id === 'graded-scores-may-fall');
  return [
    WORDS.lessonsKept,
    mayFall ? WORDS.scoresAnew : WORDS.scoresKept,
    WORDS.completed,
    ...(questions.changed.some(({ answers }) => answers === 'asked again') ? [WORDS.askedAgain] : []),
    WORDS.reopen,
  ];
}

/** Text that means nothing to Markdown or HTML. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, (character) => `\\${character}`);
}
