/**
 * A rule is the permanent description of one kind of problem: its code, the sentence it prints and what `explain` says.
 * The catalog files beside it hold the rules; this file knows none of them.
 */
import type { Severity } from './diagnostic.ts';

/** One catalog entry. `Facts` are what the message and the hint are made from. */
export interface Rule<Facts extends object = Record<never, never>> {
  readonly code: `CW${number}`;
  /** Kebab-case name, permanent like the code. */
  readonly name: string;
  readonly severity: Severity;
  /** One sentence, lower case first, no full stop: what is wrong. */
  readonly message: (facts: Facts) => string;
  /** The next action, where the facts allow a better one than `fix`. */
  readonly hint?: (facts: Facts) => string | undefined;
  /** Why it matters, for `coursewright explain`. */
  readonly why: string;
  /** How to mend it, for `coursewright explain`. */
  readonly fix: string;
  /** A small example of the mistake and of its repair. */
  readonly before: string;
  readonly after: string;
}

/** Keeps a rule's facts typed while the catalog lists rules of all kinds. */
export function defineRule<Facts extends object = Record<never, never>>(rule: Rule<Facts>): Rule<Facts> {
  return rule;
}
