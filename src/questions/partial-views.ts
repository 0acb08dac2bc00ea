/** What the partial of each question type sees, by type. Types only. */
import type { ChoicePartial } from './choice/partial.ts';
import type { CasePartial } from './case/partial.ts';
import type { CodeEntryPartial } from './code-entry/partial.ts';
import type { FillInPartial } from './fill-in/partial.ts';
import type { MatchingPartial } from './matching/partial.ts';
import type { NumericPartial } from './numeric/partial.ts';
import type { OrderingPartial } from './ordering/partial.ts';
import type { PcsBuildPartial } from './pcs-build/partial.ts';

export interface PartialViews {
  readonly 'single-choice': ChoicePartial;
  readonly 'multiple-choice': ChoicePartial;
  readonly 'true-false': ChoicePartial;
  readonly 'fill-in': FillInPartial;
  readonly 'code-entry': CodeEntryPartial;
  readonly 'pcs-build': PcsBuildPartial;
  readonly numeric: NumericPartial;
  readonly matching: MatchingPartial;
  readonly ordering: OrderingPartial;
  readonly case: CasePartial;
}
