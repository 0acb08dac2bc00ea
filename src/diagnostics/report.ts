/**
 * Collects every problem of one run and puts them in reading order. Stages write to it; only the command prints it.
 */
import { compareText } from './compare-text.ts';
import { type Diagnostic, fileOf, hasError, type Span } from './diagnostic.ts';
import type { Rule } from './rule.ts';

/** Where a problem is: a span, a whole file, or nowhere in particular. */
export type Place = Span | { readonly file: string } | undefined;

/** What a stage may add to a problem beside its facts. */
export interface Details {
  /** Replaces the rule's own hint. */
  readonly hint?: string | undefined;
  readonly related?: Diagnostic['related'];
}

/** Takes problems. This is all that a stage sees of the report. */
export interface Reporter {
  add<Facts extends object>(rule: Rule<Facts>, place: Place, facts: Facts, details?: Details): void;
}

function isSpan(place: Place): place is Span {
  return place !== undefined && 'start' in place;
}

/** The problems of one run. Lives as long as the run does. */
export class Report implements Reporter {
  readonly #diagnostics: Diagnostic[] = [];

  add<Facts extends object>(rule: Rule<Facts>, place: Place, facts: Facts, details: Details = {}): void {
    const short = shorten(facts);
    const hint = details.hint ?? rule.hint?.(short);
    this.#diagnostics.push({
      code: rule.code,
      severity: rule.severity,
      message: rule.message(short),
      ...(hint === undefined ? {} : { hint }),
      ...(isSpan(place) ? { span: place } : place === undefined ? {} : { file: place.file }),
      ...(details.related === undefined ? {} : { related: details.related }),
    });
  }

  /** Takes over what another report found. */
  take(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.#diagnostics.push(diagnostic);
  }

  /** Everything in the order it was found. */
  get found(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get hasErrors(): boolean {
    return hasError(this.#diagnostics);
  }

  /**
   * Every problem once, sorted by file in course order, then offset, then code.
   * @param fileOrder paths in course order; files it does not name come last, by name
   */
  sorted(fileOrder: readonly string[] = []): readonly Diagnostic[] {
    const rank = new Map(fileOrder.map((file, index) => [file, index]));
    const nameOf = (d: Diagnostic) => fileOf(d) ?? '';
    const rankOf = (d: Diagnostic) => rank.get(nameOf(d)) ?? Number.MAX_SAFE_INTEGER;
    const seen = new Set<string>();
    return this.#diagnostics
      .filter((d) => {
        const key = `${d.code}\0${nameOf(d)}\0${d.span?.start ?? ''}\0${d.message}`;
        return seen.has(key) ? false : seen.add(key);
      })
      .sort(
        (a, b) =>
          rankOf(a) - rankOf(b) ||
          compareText(nameOf(a), nameOf(b)) ||
          (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
          compareText(a.code, b.code),
      );
  }
}

/** Longer texts out of a file are cut when a message quotes them; its own sentences are shorter. */
const MAX_QUOTED = 300;

function shorten<Facts extends object>(facts: Facts): Facts {
  if (!Object.values(facts).some((fact) => typeof fact === 'string' && fact.length > MAX_QUOTED)) return facts;
  const short = Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? cut(fact) : fact]);
  return { ...facts, ...Object.fromEntries(short) };
}

function cut(text: string): string {
  return text.length <= MAX_QUOTED ? text : `${text.slice(0, MAX_QUOTED - 1)}…`;
}
