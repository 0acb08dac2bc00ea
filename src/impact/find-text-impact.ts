/**
 * What a new edition does to the texts of a course beside its codes: quoted titles, guideline numbers, mentions of the old year,
 * and what a text on present-on-admission reporting says of a code that moved on the exempt list.
 */
import type { CodeChange } from '../code-sets/edition-changes.ts';
import { formatCode, toPlainCode } from '../code-sets/official/code-forms.ts';
import { findDatedPhrases } from '../compiler/3-validate/check-dated-phrases.ts';
import type { CodeUse } from '../compiler/code-use.ts';
import type { AuthoredCourse } from '../compiler/hand-over.ts';
import type { GuidelineMapSource } from '../compiler/source-format/guideline-map.ts';
import type { EditionPair } from './find-impact.ts';
import { guidelineMoves } from './guideline-moves.ts';
import type { ImpactFinding } from './impact-report.ts';
import { IMPACT_WORDS } from './impact-words.ts';

type Owner = CodeUse['owner'];

export interface TextContext {
  readonly pairs: readonly EditionPair[];
  readonly changesOf: (pair: EditionPair, code: string) => readonly CodeChange[];
  readonly textOf: (file: string) => string | undefined;
  /** Those of the workspace. */
  readonly guidelineMaps: readonly GuidelineMapSource[];
}

export function findTextImpact(course: AuthoredCourse, context: TextContext): readonly ImpactFinding[] {
  const { pairs, changesOf, textOf } = context;
  const owners = findOwners(course);
  const findMoved = guidelineMoves(pairs, context.guidelineMaps);
  const titles = findOldTitles(course, pairs, changesOf);
  const year = pairs[0]?.from.name.label.slice(0, 4) ?? '';
  const findings: ImpactFinding[] = [];
  for (const [file, parts] of owners) {
    const text = textOf(file) ?? '';
    const ownerAt = (at: number) => parts.find(({ start, end }) => start <= at && at < end)?.owner;
    const add = (
      at: number,
      length: number,
      finding: Omit<ImpactFinding, 'course' | 'owner' | 'span' | 'verdict' | 'successors'>,
    ) => {
      const owner = ownerAt(at);
      if (owner === undefined) return;
      const span = { file, start: at, end: at + length };
      findings.push({ ...finding, verdict: 'review', course: course.folder, owner, span, successors: [] });
    };
    for (const { phrase, start } of text.includes(year) ? findDatedPhrases(text, []) : []) {
      if (!phrase.includes(year)) continue;
      const what = phrase.replace(/\s+/g, ' ');
      const { editionMention, action } = IMPACT_WORDS;
      add(start, phrase.length, {
        kind: 'edition-mention',
        what,
        title: '',
        use: 'text',
        message: editionMention(what),
        action: action['edition-mention'],
      });
    }
    for (const { number, start, heading, message } of findMoved(text)) {
      add(start, number.length, {
        kind: 'guideline',
        what: number,
        title: heading,
        use: 'guideline',
        message,
        action: IMPACT_WORDS.action.guideline,
      });
    }
    for (const { code, old, now } of titles) {
      for (const { index, 0: found } of text.matchAll(toPattern(old))) {
        const { quoted, action } = IMPACT_WORDS;
        add(index, found.length, {
          kind: 'retitled',
          what: code,
          title: old,
          use: 'quoted title',
          message: quoted(code, now),
          action: action.retitled,
        });
      }
    }
  }
  return [...findings, ...findPoaTexts(course, context, owners)];
}

interface Part {
  readonly owner: Owner;
  readonly start: number;
  readonly end: number;
}

/** By file: which stretch of it is whose. */
function findOwners(course: AuthoredCourse): ReadonlyMap<string, readonly Part[]> {
  const owners = new Map<string, Part[]>();
  for (const { file, id } of course.lessons.values())
    owners.set(file, [{ owner: { kind: 'lesson', id }, start: 0, end: Number.MAX_SAFE_INTEGER }]);
  for (const { file, tree, source } of course.questions.values()) {
    const part = { owner: { kind: 'question', id: source.id }, start: tree.start, end: tree.end } as const;
    owners.set(file, [...(owners.get(file) ?? []), part]);
  }
  return owners;
}

function findOldTitles(
  course: AuthoredCourse,
  pairs: readonly EditionPair[],
  changesOf: (pair: EditionPair, code: string) => readonly CodeChange[],
): readonly { readonly code: string; readonly old: string; readonly now: string }[] {
  const found = new Map<string, { code: string; old: string; now: string }>();
  for (const use of course.codeUses) {
    const pair = pairs.find(({ from }) => from.name.system === use.system);
    for (const change of pair === undefined ? [] : changesOf(pair, use.code)) {
      if (change.kind !== 'retitled') continue;
      const code = formatCode(use.system, toPlainCode(use.code));
      found.set(change.title, { code, old: change.title, now: change.now });
    }
  }
  return [...found.values()];
}

/** Line ends and indents may stand between the words of a title. */
function toPattern(title: string): RegExp {
  return new RegExp(title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'), 'gi');
}

/** Codes in a text, a key or a list of topics whose question or lesson speaks of POA reporting; answers of cases are judged by their indicator. */
function findPoaTexts(
  course: AuthoredCourse,
  { pairs, changesOf, textOf }: TextContext,
  owners: ReadonlyMap<string, readonly Part[]>,
): readonly ImpactFinding[] {
  return course.codeUses.flatMap((use): readonly ImpactFinding[] => {
    const pair = pairs.find(({ from }) => from.name.system === use.system);
    if (pair === undefined || use.answer !== undefined) return [];
    const change = changesOf(pair, use.code).find(({ kind }) => kind === 'poa');
    const { file, start } = use.span;
    const part = owners.get(file)?.find((one) => one.start <= start && start < one.end);
    if (change === undefined || part === undefined) return [];
    if (!/\bPOA\b|present on admission/i.test((textOf(file) ?? '').slice(part.start, part.end))) return [];
    const code = formatCode(use.system, toPlainCode(use.code));
    return [
      {
        kind: 'poa',
        verdict: 'review',
        course: course.folder,
        owner: use.owner,
        span: use.span,
        what: code,
        title: change.title,
        use: use.role,
        successors: [],
        message: IMPACT_WORDS.message(change, code),
        action: IMPACT_WORDS.poaText,
      },
    ];
  });
}
