/** Finds what a course holds and never uses: banks from which nothing is asked, and which media its texts name. */
import { bankNotUsed } from '../../diagnostics/catalog/upkeep.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { AuthoredBlockNode, AuthoredInlineNode } from '../content.ts';
import { joinPath, readTarget } from '../source-format/course-paths.ts';
import { LINKED_TYPES } from './check-links.ts';
import type { Outline } from './check-outline.ts';
import { collectNodes } from './collect-nodes.ts';
import { type CourseDraft, questionsKnown } from './course-draft.ts';

export function checkBanksUsed(course: CourseDraft, outline: Outline, report: Reporter): void {
  if (!outline.known || !questionsKnown(course)) return;
  const entries = (course.fields.outline ?? []).flatMap((module) => module.activities);
  const banks = entries.flatMap((entry) => ('from' in entry ? (entry.from ?? []) : []));
  const drawn = new Set(banks.map((path) => joinPath(course.folder, path)));
  const listed = entries.flatMap((entry) => ('questions' in entry ? (entry.questions ?? []) : []));
  const asked = new Set([...listed, ...findChecks(course)]);
  // A bank that an activity names wrongly has been reported there; this one may be the one that was meant.
  if ([...drawn].some((path) => !course.banks.some((bank) => bank.file === path))) return;
  for (const bank of course.banks) {
    const path = bank.file.slice(course.folder.length + 1);
    if (drawn.has(bank.file) || bank.names.length === 0 || bank.names.some(({ id }) => asked.has(id))) continue;
    if ([...asked].some((id) => !course.questionIds.has(id))) continue;
    report.add(bankNotUsed, { file: bank.file, start: 0, end: 0 }, { path, questions: bank.names.length });
  }
}

function nodesOf(course: CourseDraft): readonly (AuthoredBlockNode | AuthoredInlineNode)[] {
  return course.files.lessons.flatMap((lesson) => collectNodes(lesson.content).nodes);
}

function findChecks(course: CourseDraft): readonly string[] {
  return nodesOf(course).flatMap((node) => {
    if (node.kind !== 'block-directive' || node.directive.name.value !== 'check') return [];
    return node.directive.attributes.get('question')?.value ?? [];
  });
}

/**
 * Paths of the files that lessons and questions name; undefined where a name leads nowhere or a file cannot be used, so
 * that what is not named may be what was meant.
 */
export function findUsedMedia(course: CourseDraft): ReadonlySet<string> | undefined {
  const used = new Set<string>();
  let whole = course.banks.every((bank) => bank.questions.length === bank.names.length);
  if (course.files.lessons.some((lesson) => lesson.content.blocks.length === 0)) whole = false;
  const visit = (file: string, node: AuthoredBlockNode | AuthoredInlineNode) => {
    if (lacksCaptions(node)) whole = false;
    for (const { name, isShown } of namesIn(node)) {
      const path = findFile(course, file, name);
      if (path === undefined) whole &&= !isShown;
      else if (path === 'missing' || !LINKED_TYPES.some((type) => path.toLowerCase().endsWith(`.${type}`)))
        whole = false;
      else used.add(path);
    }
  };
  for (const { file, content } of course.files.lessons) {
    for (const node of collectNodes(content).nodes) visit(file, node);
  }
  for (const question of course.banks.flatMap((bank) => bank.questions)) {
    for (const content of question.content.values()) {
      for (const node of collectNodes(content).nodes) visit(question.file, node);
    }
  }
  for (const { guide } of course.guides) {
    if (guide === undefined) whole = false;
    for (const content of guide?.content.values() ?? []) {
      for (const node of collectNodes(content).nodes) visit(guide?.file ?? '', node);
    }
  }
  return whole ? used : undefined;
}

/** Undefined for a web address, an anchor, a lesson. */
function findFile(course: CourseDraft, file: string, name: string): string | 'missing' | undefined {
  const target = readTarget(course.folder, file, name.trim());
  if (target.kind !== 'file') return undefined;
  const { files } = course.files;
  return target.candidates.find((path) => files.has(path)) ?? 'missing';
}

interface FileName {
  readonly name: string;
  /** Part of the page, so that it must be a file of the course. */
  readonly isShown: boolean;
}

function namesIn(node: AuthoredBlockNode | AuthoredInlineNode): readonly FileName[] {
  switch (node.kind) {
    case 'link':
      return /\.md(#|$)/i.test(node.target.value) ? [] : [{ name: node.target.value, isShown: false }];
    case 'image':
    case 'figure':
      return [{ name: node.source.value, isShown: true }];
    case 'block-directive':
    case 'inline-directive':
      return ['src', 'captions'].flatMap((key) => {
        const name = node.directive.attributes.get(key)?.value;
        return name === undefined ? [] : [{ name, isShown: true }];
      });
    case 'inline-html':
    case 'block-html':
      return [...node.html.matchAll(/\b(?:src|href)\s*=\s*["']?([^"'\s>]+)/gi)].map((match) => ({
        name: match[1] ?? '',
        isShown: false,
      }));
  }
}

/** A film whose captions are not named: the captions in media/ are likely its own. */
function lacksCaptions(node: AuthoredBlockNode | AuthoredInlineNode): boolean {
  if (node.kind !== 'block-directive') return false;
  const { name, attributes } = node.directive;
  return /^(video|audio)$/.test(name.value) && !(attributes.has('src') && attributes.has('captions'));
}
