/** A comparison -> plain text for an instructor: the verdict, its reasons, then what changed and what learners keep. */
import { STATE_CHARACTERS } from '../shared/state-record.ts';
import { COMPARISON_WORDS, counted, listed, quoted } from './comparison-words.ts';
import type {
  ActivityChange,
  ActivityLine,
  ComparedPackage,
  Finding,
  PackageComparison,
  QuestionChange,
  QuestionLine,
} from './package-comparison.ts';

const WORDS = COMPARISON_WORDS;
const SHOWN_LINES = 20;

/** Lines for a terminal, without a line end at the end. */
export function formatComparison(comparison: PackageComparison): string {
  const { verdict, findings, manifestChanged } = comparison;
  const blocks = [
    [comparison.new.title, ...formatSides(comparison)],
    [WORDS.verdict[verdict]],
    ...(['unsafe', 'check', 'note'] as const).map((weight) => formatFindings(weight, findings)),
    ...(verdict === 'identical'
      ? []
      : [
          formatActivities(comparison),
          formatQuestions(comparison),
          formatFiles(comparison),
          [
            WORDS.stateAtWorst(comparison.new.worstCase, comparison.old.worstCase, STATE_CHARACTERS),
            ...(manifestChanged ? [] : [WORDS.manifestSame]),
            ...(keepsLearners(comparison) ? [WORDS.openPages] : []),
          ],
        ]),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** Whether learners go on in the new package at all. */
export function keepsLearners({ findings }: PackageComparison): boolean {
  return !findings.some(({ weight, topic }) => weight === 'unsafe' && (topic === 'identity' || topic === 'parts'));
}

function formatSides({ old, new: now }: PackageComparison): readonly string[] {
  const side = (word: string, one: ComparedPackage): string =>
    `  ${word}  ${one.file}  (${WORDS.version(one.courseVersion, one.toolVersion)})`;
  return [side(WORDS.packages.old, old), side(WORDS.packages.new, now)];
}

function formatFindings(weight: Finding['weight'], findings: readonly Finding[]): readonly string[] {
  const own = findings.filter((finding) => finding.weight === weight);
  if (own.length === 0) return [];
  return [
    WORDS.weight[weight],
    ...own.flatMap(({ code, what, learners, action }) => [
      `  - ${code}: ${what}`,
      ...(learners === '' ? [] : [`    ${WORDS.learners}: ${learners}`]),
      ...(action === '' ? [] : [`    ${WORDS.action}: ${action}`]),
    ]),
  ];
}

/** A heading with a count, one line for each thing, and what it means for learners. */
function formatGroup(title: string, lines: readonly string[], effect: string): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - SHOWN_LINES;
  const shown = more > 0 ? [...lines.slice(0, SHOWN_LINES), `and ${more} more`] : lines;
  return [
    `  ${lines.length} ${title}`,
    ...shown.map((line) => `    ${line}`),
    ...(effect === '' ? [] : [`    -> ${effect}`]),
  ];
}

function withTitle(title: string, groups: readonly (readonly string[])[]): readonly string[] {
  const lines = groups.flat();
  return lines.length === 0 ? [] : [title, ...lines];
}

function formatActivities(comparison: PackageComparison): readonly string[] {
  const { added, removed, changed } = comparison.activities;
  const effect = (text: string) => (keepsLearners(comparison) ? text : '');
  return withTitle(WORDS.lessonsAndQuizzes, [
    formatGroup(WORDS.added, added.map(formatActivity), effect(WORDS.effects.activitiesAdded)),
    formatGroup(WORDS.removed, removed.map(formatActivity), effect(WORDS.effects.activitiesRemoved)),
    formatGroup(WORDS.changed, changed.map(formatActivityChange), effect(WORDS.effects.activitiesChanged)),
  ]);
}

function formatActivity({ kind, id, title, required }: ActivityLine): string {
  return `${kind} ${quoted(title)} (${id}${required ? `, ${WORDS.required}` : ''})`;
}

function formatActivityChange(change: ActivityChange): string {
  const { draw } = change;
  const details = change.aspects.map((aspect) => {
    const word = WORDS.activityAspects[aspect];
    if (aspect === 'text')
      return `${word} below ${listed(change.sections.map((name) => (name === '' ? WORDS.beginning : quoted(name))))}`;
    if (aspect === 'questions')
      return [
        ...(change.questionsAdded.length === 0 ? [] : [`${counted(change.questionsAdded.length, 'question')} more`]),
        ...(change.questionsRemoved.length === 0
          ? []
          : [`${counted(change.questionsRemoved.length, 'question')} less`]),
      ].join(', ');
    if (aspect === 'draw' && draw !== undefined)
      return `shows ${draw.new.shown} of ${draw.new.pool}, before ${draw.old.shown} of ${draw.old.pool}`;
    return word;
  });
  return `${change.kind} ${quoted(change.title)} (${change.id}): ${details.join('; ')}`;
}

function formatQuestions(comparison: PackageComparison): readonly string[] {
  const { added, removed, changed } = comparison.questions;
  const { effects } = WORDS;
  const effect = (text: string) => (keepsLearners(comparison) ? text : '');
  const group = (answers: QuestionChange['answers'], text: string) =>
    formatGroup(
      `${WORDS.changed}, ${answers === 'kept' ? 'answers kept' : 'asked again'}`,
      changed.filter((change) => change.answers === answers).map(formatQuestionChange),
      effect(text),
    );
  return withTitle(WORDS.questions, [
    formatGroup(WORDS.added, added.map(formatQuestion), effect(effects.questionsAdded)),
    formatGroup(WORDS.removed, removed.map(formatQuestion), effect(effects.questionsRemoved)),
    group('asked again', effects.askedAgain),
    group('kept', effects.kept),
  ]);
}

function formatQuestion({ id, stem, places }: QuestionLine): string {
  return `${id} ${quoted(stem)}${places.length === 0 ? '' : ` in ${listed(places)}`}`;
}

function formatQuestionChange(change: QuestionChange): string {
  return `${formatQuestion(change)}: ${change.aspects.map((aspect) => WORDS.aspects[aspect]).join(', ')}`;
}

/** Files that authors bring; pages and scripts are told as lessons. */
function formatFiles({ files }: PackageComparison): readonly string[] {
  const isAuthors = (name: string): boolean => !/\.(html|js|css|xml)$/.test(name);
  const line = (word: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`  ${word}: ${listed(names, SHOWN_LINES)}`];
  return withTitle(WORDS.files, [
    line(WORDS.added, files.added.filter(isAuthors)),
    line(WORDS.removed, files.removed.filter(isAuthors)),
    line(WORDS.changed, files.changed.filter(isAuthors)),
  ]);
}
