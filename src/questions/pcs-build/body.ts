/** What is special to a question whose answer is an ICD-10-PCS code to build, ready to render. `C` is the form of its texts. */
import type { PcsDrill } from '../../compiler/pcs-drill.ts';

export interface PcsBuildBody<C> {
  readonly type: 'pcs-build';
  /** Every right code, canonical, the usual one first. */
  readonly codes: readonly string[];
  readonly given: string;
  /** Reasons by the number of the character. */
  readonly whys: readonly { readonly character: number; readonly why: C }[];
  readonly misses: readonly { readonly code: string; readonly why: C }[];
  /** Official titles by code; of those that have one. */
  readonly titles: Readonly<Record<string, string>>;
  readonly drill: PcsDrill;
}
