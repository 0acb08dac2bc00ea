/** The findings of an update report -> diagnostics, for the formats that CI reads. */
import { impactBroken, impactNoOption, impactPoa, impactReview, impactText } from '../diagnostics/catalog/impact.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Report } from '../diagnostics/report.ts';
import type { ImpactFinding, ImpactReport } from './impact-report.ts';

export function toDiagnostics({ courses }: ImpactReport): readonly Diagnostic[] {
  const report = new Report();
  for (const finding of courses.flatMap(({ findings }) => findings))
    report.add(ruleOf(finding), finding.span, { message: withSuccessors(finding), action: finding.action });
  return report.found;
}

function withSuccessors({ message, successors }: ImpactFinding): string {
  const listed = successors.slice(0, 6).map(({ code, title }) => `${code} ${title}`);
  const more = successors.length > listed.length ? '; …' : '';
  return listed.length === 0 ? message : `${message} (${listed.join('; ')}${more})`;
}

function ruleOf({ kind, verdict }: ImpactFinding): typeof impactBroken {
  if (kind === 'no-valid-option') return impactNoOption;
  if (kind === 'poa' && verdict === 'broken') return impactPoa;
  if (kind === 'guideline' || kind === 'edition-mention') return impactText;
  return verdict === 'broken' ? impactBroken : impactReview;
}
