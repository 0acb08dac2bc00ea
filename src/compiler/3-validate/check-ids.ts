/** Reports ids that are not unique: equal ids, former ids that live again, ids whose short names clash. */
import { duplicateQuestionId } from '../../diagnostics/catalog/questions.ts';
import { duplicateId, formerIdInUse, tagClash } from '../../diagnostics/catalog/workspace.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { tagOf } from '../../shared/tags.ts';
import type { NamedPlace } from '../hand-over.ts';

export interface NamedId {
  readonly id: string;
  readonly span: Span;
}

/** @param what the things in the plural, such as `modules` */
export function reportDuplicates(what: string, names: readonly NamedId[], report: Reporter): void {
  forEachDuplicate(names, (name, first) => {
    const related = [{ span: first.span, message: 'the first one' }];
    report.add(duplicateId, name.span, { what, id: name.id }, { related });
  });
}

/** Question ids are unique in the whole workspace. */
export function checkQuestionIds(names: readonly NamedPlace[], report: Reporter): void {
  forEachDuplicate(names, (name, first) => {
    const related = [{ span: first.span, message: 'the first question with this id' }];
    report.add(duplicateQuestionId, name.span, { question: name.id, other: first.span.file }, { related });
  });
  checkFormerIds('question', names, report);
}

/** @param what one such thing, such as `question` */
export function checkFormerIds(what: string, names: readonly NamedPlace[], report: Reporter): void {
  const living = new Map<string, NamedId>(names.map((name) => [name.id, name]));
  const listed = new Map<string, NamedId>();
  for (const former of names.flatMap((name) => name.formerly)) {
    const other = living.get(former.id) ?? listed.get(former.id);
    if (other !== undefined) {
      const related = [{ span: other.span, message: 'the other one' }];
      report.add(formerIdInUse, former.span, { id: former.id, what }, { related });
    }
    listed.set(former.id, former);
  }
}

/**
 * Two ids of one course must not shorten to one tag. Former ids take no part: the id that was given up because of a clash
 * becomes one, and the player looks for living ids first.
 */
export function checkTags(what: string, names: readonly NamedPlace[], report: Reporter): void {
  const byTag = new Map<string, NamedId>();
  for (const name of names) {
    const tag = tagOf(name.id);
    const first = byTag.get(tag);
    if (first === undefined) byTag.set(tag, name);
    else if (first.id !== name.id) {
      const related = [{ span: first.span, message: `"${first.id}"` }];
      report.add(tagClash, name.span, { what, first: first.id, second: name.id }, { related });
    }
  }
}

function forEachDuplicate<N extends NamedId>(names: readonly N[], visit: (name: N, first: N) => void): void {
  const seen = new Map<string, N>();
  for (const name of names) {
    const first = seen.get(name.id);
    if (first === undefined) seen.set(name.id, name);
    else visit(name, first);
  }
}
