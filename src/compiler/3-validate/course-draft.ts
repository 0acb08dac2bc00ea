/**
 * A course while it is being checked: what is valid, and beside it the names of what exists but is broken, so that one
 * mistake is reported once and not again wherever its name is used.
 */
import type { Authored, AuthoredLesson, AuthoredQuestion, NamedPlace } from '../hand-over.ts';
import type { CourseSource } from '../source-format/course.ts';
import type { TermSource } from '../source-format/glossary.ts';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';
import type { CodesLock } from './codes/read-codes-lock.ts';
import type { GuideDraft } from './validate-guides.ts';
import type { CourseFiles } from './workspace-files.ts';

export interface BankDraft {
  readonly file: string;
  readonly questions: readonly AuthoredQuestion[];
  /** Every question that has an id, broken ones too. */
  readonly names: readonly NamedPlace[];
  /** False when the file's syntax or frame is broken, so that its questions are not known. */
  readonly readable: boolean;
}

export interface LessonDraft {
  readonly file: string;
  readonly name: NamedPlace;
  /** Undefined when its front matter is broken. */
  readonly lesson: AuthoredLesson | undefined;
}

export interface CourseDraft {
  readonly files: CourseFiles;
  readonly folder: string;
  /** `course.yaml`. */
  readonly file: string;
  /** Undefined when the file's syntax is broken. */
  readonly tree: YamlNode | undefined;
  /** Undefined when the file is broken anywhere. */
  readonly authored: Authored<CourseSource> | undefined;
  /** The fields that are valid, each by itself. */
  readonly fields: Partial<CourseSource>;
  readonly lessons: readonly LessonDraft[];
  readonly banks: readonly BankDraft[];
  readonly guides: readonly GuideDraft[];
  /** Every question that has an id, broken ones too. */
  readonly questionNames: readonly NamedPlace[];
  readonly questionIds: ReadonlySet<string>;
  readonly terms: ReadonlyMap<string, TermSource>;
  /** False when a glossary is broken, so that its terms are not known. */
  readonly termsKnown: boolean;
  readonly lock: CodesLock;
}

/** True when every bank could be read, so that an unknown question is unknown indeed. */
export function questionsKnown(course: CourseDraft): boolean {
  return course.banks.every((bank) => bank.readable);
}
