/**
 * What the texts of one package can name: its activities, questions, files, terms, codes and data. Notes what they use.
 */
import { linkToOtherPart } from '../../diagnostics/catalog/model.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { AuthoredCourse, AuthoredWorkspace, LockedCode } from '../hand-over.ts';
import type { BlueprintSource } from '../source-format/blueprint.ts';
import type { QuestionReference } from '../pcs-drill.ts';
import { readTarget } from '../source-format/course-paths.ts';
import type { CredentialSource } from '../source-format/credential.ts';
import { namesOfTerm, type TermSource } from '../source-format/glossary.ts';
import { codeKey } from '../source-format/medical-codes.ts';
import type { PackageFiles } from './package-files.ts';

/** Lives while one package's model is built. */
export class PackageScope {
  readonly folder: string;
  readonly language: string;
  readonly #workspace: AuthoredWorkspace;
  readonly #course: AuthoredCourse;
  readonly #files: PackageFiles;
  readonly #packageName: string;
  readonly #activities: ReadonlySet<string>;
  readonly #listed: ReadonlySet<string>;
  readonly #terms = new Map<string, TermSource>();
  #checks: string[] = [];

  constructor(facts: {
    readonly workspace: AuthoredWorkspace;
    readonly course: AuthoredCourse;
    readonly files: PackageFiles;
    readonly packageName: string;
    readonly activities: ReadonlySet<string>;
    /** Activities of the whole course. What the outline leaves out is in no part at all, and has been reported as such. */
    readonly listed: ReadonlySet<string>;
    readonly language: string;
  }) {
    this.folder = facts.course.folder;
    this.language = facts.language;
    this.#workspace = facts.workspace;
    this.#course = facts.course;
    this.#files = facts.files;
    this.#packageName = facts.packageName;
    this.#activities = facts.activities;
    this.#listed = facts.listed;
  }

  /** The package name of a file that a text names, or undefined when there is no such file. */
  shipFile(fromFile: string, name: string): string | undefined {
    const target = readTarget(this.folder, fromFile, name);
    if (target.kind !== 'file') return undefined;
    for (const path of target.candidates) {
      const file = this.#course.files.get(path);
      if (file !== undefined) return this.#files.ship(file);
    }
    return undefined;
  }

  findLessonByFile(candidates: readonly string[]): string | undefined {
    for (const path of candidates) {
      const lesson = this.#course.lessonByFile.get(path);
      if (lesson !== undefined) return lesson;
    }
    return undefined;
  }

  /** False when the activity is in another part, which is reported. One that is nowhere has been reported before. */
  hasActivity(id: string, span: Span, report: Reporter): boolean {
    const here = this.#activities.has(id);
    if (!here && this.#listed.has(id)) report.add(linkToOtherPart, span, { activity: id, part: this.#packageName });
    return here;
  }

  findCredential(id: string): CredentialSource | undefined {
    return this.#workspace.credentials.get(id)?.data;
  }

  findBlueprint(id: string): BlueprintSource | undefined {
    return this.#workspace.blueprints.get(id)?.data;
  }

  findCode(system: string, code: string): LockedCode | undefined {
    return this.#course.lockedCodes.get(codeKey(system, code));
  }

  referenceFor(question: string): QuestionReference {
    return {
      drill: this.#course.drills.get(question),
      titleOf: (system, code) => this.findCode(system, code)?.title ?? '',
    };
  }

  /** The term with this id, or whose term or other name is the label. */
  useTerm(id: string, label: string): TermSource | undefined {
    const wanted = label.trim().toLowerCase();
    const term =
      id !== ''
        ? this.#course.terms.get(id)
        : [...this.#course.terms.values()].find((t) => namesOfTerm(t).some((name) => name.toLowerCase() === wanted));
    if (term !== undefined) this.#terms.set(term.id, term);
    return term;
  }

  /** Notes that the current lesson shows a question; false when there is no such question. */
  noteCheck(question: string): boolean {
    if (!this.#course.questions.has(question)) return false;
    this.#checks.push(question);
    return true;
  }

  /** The checks noted since the last call, each once. */
  takeChecks(): readonly string[] {
    const checks = [...new Set(this.#checks)];
    this.#checks = [];
    return checks;
  }

  /** Terms used so far, sorted by term. */
  terms(): readonly TermSource[] {
    return [...this.#terms.values()].sort((a, b) => compareText(a.term.toLowerCase(), b.term.toLowerCase()));
  }
}
