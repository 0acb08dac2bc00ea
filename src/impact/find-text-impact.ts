/** What a new edition does to the texts of a course beside its codes: quoted titles, guideline numbers, mentions of the old year. */
import type { CodeChange } from '../code-sets/edition-changes.ts';
import { formatCode, toPlainCode } from '../code-sets/official/code-forms.ts';
import { findDatedPhrases } from '../compiler/3-validate/check-dated-phrases.ts';
import type { CodeUse } from '../compiler/code-use.ts';
import type { AuthoredCourse } from '../compiler/hand-over.ts';
import { findNode } from '../compiler/syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../compiler/syntax/yaml/yaml-tree.ts';
import type { EditionPair } from './find-impact.ts';
import type { ImpactFinding } from './impact-report.ts';
import { IMPACT_WORDS } from './impact-words.ts';

type Owner = CodeUse['owner'];

export function findTextImpact(
  course: AuthoredCourse,
  pairs: readonly EditionPair[],
  changesOf: (pair: EditionPair, code: string) => readonly CodeChange[],
  textOf: (file: string) => string | undefined,
): readonly ImpactFinding[] {
  const owners = findOwners(course);
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
  return [...findings, ...findMovedGuidelines(course, pairs)];
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

const NUMBER = /\b(?:IV|I{1,3})(?:\.[A-Za-z0-9]{1,3})+/g;

/** `guideline:` fields whose number has another heading now, or none. */
function findMovedGuidelines(course: AuthoredCourse, pairs: readonly EditionPair[]): readonly ImpactFinding[] {
  const pair = pairs.find(({ from }) => from.name.system === 'icd-10-cm');
  if (pair === undefined || !pair.from.knows('guidelines') || !pair.to.knows('guidelines')) return [];
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const numbers = new Map([...pair.to.guidelines()].map(([number, heading]) => [plain(heading), number]));
  const read = (file: string, tree: YamlNode, owner: Owner): readonly ImpactFinding[] => {
    const node = findNode(tree, ['guideline']);
    if (node?.kind !== 'scalar') return [];
    return [...node.text.matchAll(NUMBER)].flatMap(([number]): readonly ImpactFinding[] => {
      const before = pair.from.guideline(number);
      const after = pair.to.guideline(number);
      if (before === undefined || (after !== undefined && plain(before) === plain(after))) return [];
      const { guideline, action } = IMPACT_WORDS;
      const message = guideline(number, before, numbers.get(plain(before)), after);
      const span = { file, start: node.start, end: node.end };
      return [
        {
          kind: 'guideline',
          verdict: 'review',
          course: course.folder,
          owner,
          span,
          what: number,
          title: before,
          use: 'guideline',
          successors: [],
          message,
          action: action.guideline,
        },
      ];
    });
  };
  return [
    ...[...course.lessons.values()].flatMap(({ file, tree, id }) => read(file, tree, { kind: 'lesson', id })),
    ...[...course.questions.values()].flatMap(({ file, tree, source }) =>
      read(file, tree, { kind: 'question', id: source.id }),
    ),
  ];
}
