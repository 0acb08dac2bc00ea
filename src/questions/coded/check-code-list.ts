/** Reports codes that do not have the form of their system, that stand twice, and misses that are right answers. */
import { CODE_SYSTEMS, type CodeSystem } from '../../compiler/source-format/medical-codes.ts';
import { codeTwice, malformedCode, missIsRight } from '../../diagnostics/catalog/coded-questions.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { editionName } from '../../shared/edition-names.ts';
import type { Locate } from '../question-type.ts';
import { fitsSystem, hasLicensedForm, showCode, toCanonicalCode } from './code-form.ts';
import { suggestCode } from './read-codes.ts';

/** A code of a question, as its author wrote it. */
export interface ListedCode {
  readonly code: string;
  readonly system: CodeSystem;
  readonly path: readonly (string | number)[];
  /** What it is there for: a right answer, a foreseen miss. */
  readonly use: 'key' | 'miss';
}

/** Whether the code has the form of its system. A code of another's property gets that finding alone, and passes here. */
export function checkCodeForm(
  place: { readonly question: string; readonly code: string; readonly system: CodeSystem; readonly span: Span },
  report: Reporter,
): boolean {
  const { question, code, system, span } = place;
  const canonical = toCanonicalCode(code);
  if (fitsSystem(canonical, system) || hasLicensedForm(canonical)) return true;
  const better = suggestCode(canonical, [system]);
  report.add(malformedCode, span, {
    question,
    code,
    system: editionName(system),
    other: CODE_SYSTEMS.find((other) => fitsSystem(canonical, other)),
    suggestion: better === undefined ? undefined : showCode(better, system),
  });
  return false;
}

export function checkCodeList(question: string, codes: readonly ListedCode[], locate: Locate, report: Reporter): void {
  const first = new Map<string, ListedCode>();
  for (const entry of codes) {
    const { code, system, path, use } = entry;
    if (!checkCodeForm({ question, code, system, span: locate(path) }, report)) continue;
    const canonical = toCanonicalCode(code);
    const key = `${system} ${canonical}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, entry);
      continue;
    }
    const related = [{ span: locate(before.path), message: 'the first time' }];
    const rule = use === 'miss' && before.use === 'key' ? missIsRight : codeTwice;
    report.add(rule, locate(path), { question, code: showCode(canonical, system) }, { related });
  }
}
