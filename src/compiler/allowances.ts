/**
 * Takes out of a run's problems the warnings that an author lets stand, and finds allowances that hide nothing any more.
 * The only place that does so; knows neither stages nor files.
 */
import { allowanceNotNeeded } from '../diagnostics/catalog/allowances.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Report, type Reporter } from '../diagnostics/report.ts';
import type { Allowance } from './course-findings.ts';

export interface Sifted {
  /** What is to be shown. */
  readonly kept: readonly Diagnostic[];
  /** How many warnings were allowed. */
  readonly hidden: number;
  /** The allowances that hid at least one. */
  readonly used: ReadonlySet<Allowance>;
}

/**
 * @param course the course that problems belong to whose place is a finished package; allowances of a lesson or a
 * question never concern those
 */
export function hideAllowed(
  diagnostics: readonly Diagnostic[],
  allowances: readonly Allowance[],
  course?: string,
): Sifted {
  const used = new Set<Allowance>();
  if (allowances.length === 0) return { kept: diagnostics, hidden: 0, used };
  const kept = diagnostics.filter((diagnostic) => {
    if (diagnostic.severity === 'error') return true;
    const fitting = allowances.filter((allowance) => covers(allowance, diagnostic, course));
    for (const allowance of fitting) used.add(allowance);
    return fitting.length === 0;
  });
  return { kept, hidden: diagnostics.length - kept.length, used };
}

function covers({ code, scope }: Allowance, diagnostic: Diagnostic, course: string | undefined): boolean {
  if (code !== diagnostic.code) return false;
  const { span } = diagnostic;
  const file = span?.file ?? diagnostic.file ?? '';
  switch (scope.kind) {
    case 'workspace':
      return true;
    case 'course':
      return scope.course === course || file.startsWith(`${scope.course}/`);
    case 'file':
      return scope.file === file;
    case 'item':
      return span !== undefined && file === scope.span.file && isWithin(span.start, scope.span);
  }
}

function isWithin(offset: number, span: { readonly start: number; readonly end: number }): boolean {
  return offset >= span.start && offset < span.end;
}

/** Warnings about finished pages and packages; the front end never gives them. */
function isOfPackages(code: string): boolean {
  return code >= 'CW6000' && code < 'CW9000';
}

/** Reports allowances that hid nothing. To be asked only when every check has run that could have given the warning. */
function reportNotNeeded(unused: Iterable<Allowance>, report: Reporter): void {
  for (const { code, scope, span } of unused) report.add(allowanceNotNeeded, span, { code, where: nameScope(scope) });
}

/**
 * The front end's problems as they are to be shown, allowances that hid nothing among them.
 * @param isWanted false for problems that nobody asked for; allowances are judged by those too
 */
export function siftFrontEnd(
  report: Report,
  allowances: readonly Allowance[],
  {
    fileOrder = [],
    isWanted = () => true,
  }: { readonly fileOrder?: readonly string[]; readonly isWanted?: (diagnostic: Diagnostic) => boolean } = {},
): Sifted {
  const { used } = hideAllowed(report.sorted(), allowances);
  // While there is an error some checks have not run, and what they would find is not known.
  if (!report.hasErrors) {
    const unused = allowances.filter((allowance) => !used.has(allowance) && isJudgedEarly(allowance));
    reportNotNeeded(unused, report);
  }
  return hideAllowed(report.sorted(fileOrder).filter(isWanted), allowances);
}

/** A lesson or a question never gets a warning about a package, whatever is built. */
function isJudgedEarly({ code, scope }: Allowance): boolean {
  return !isOfPackages(code) || scope.kind === 'file' || scope.kind === 'item';
}

/** Sifts the warnings of finished packages one by one and keeps account. Lives as long as one build. */
export class PackageSieve {
  readonly #allowances: Allowance[] = [];
  readonly #used = new Set<Allowance>();
  readonly #courses = new Set<string>();
  #hidden = 0;

  /** Allowances that hold from here on. */
  admit(allowances: readonly Allowance[]): void {
    this.#allowances.push(...allowances.filter(({ code }) => isOfPackages(code)));
  }

  get hidden(): number {
    return this.#hidden;
  }

  /** What is to be shown of a package's problems. */
  hide(diagnostics: readonly Diagnostic[], course: string): readonly Diagnostic[] {
    const { kept, hidden, used } = hideAllowed(diagnostics, this.#allowances, course);
    this.#courses.add(course);
    this.#hidden += hidden;
    for (const allowance of used) this.#used.add(allowance);
    return kept;
  }

  /**
   * Allowances that hid nothing, as problems.
   * @param isWhole true when every course was built, so that those of the workspace can be judged
   */
  findNotNeeded(isWhole: boolean): readonly Diagnostic[] {
    const report = new Report();
    const unused = this.#allowances.filter(
      (allowance) => !this.#used.has(allowance) && this.#isJudged(allowance.scope, isWhole),
    );
    reportNotNeeded(unused, report);
    return report.sorted();
  }

  #isJudged(scope: Allowance['scope'], isWhole: boolean): boolean {
    return scope.kind === 'course' ? this.#courses.has(scope.course) : scope.kind === 'workspace' && isWhole;
  }
}

function nameScope(scope: Allowance['scope']): string {
  switch (scope.kind) {
    case 'workspace':
      return 'the workspace';
    case 'course':
      return 'the course';
    case 'file':
      return 'this file';
    case 'item':
      return `"${scope.id}"`;
  }
}
