/** What is special to a question that is answered by typing codes, ready to render. `C` is the form of its texts. */
import type { CodeSystem } from '../coded/code-form.ts';
import type { ExpectedCode, NamedMiss } from '../coded/match-codes.ts';

export interface CodeEntryBody<C> {
  readonly type: 'code-entry';
  readonly expected: readonly (ExpectedCode & { readonly why: C })[];
  readonly misses: readonly (NamedMiss & { readonly why: C })[];
  /** In the order in which the codes stand. */
  readonly systems: readonly CodeSystem[];
}
