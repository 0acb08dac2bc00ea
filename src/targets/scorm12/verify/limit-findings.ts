/** Keeps one bad habit of a package from filling the screen: the first findings of each rule, then how many more there are. */
import type { Reporter } from '../../../diagnostics/report.ts';

/** More of one kind teach nobody anything. */
const SHOWN = 10;

export interface LimitedReporter extends Reporter {
  /** Hands the findings on. */
  flush(): void;
}

/** A reporter in front of another. */
export function limitFindings(report: Reporter): LimitedReporter {
  const found = new Map<string, ((more: number) => void)[]>();
  return {
    add(rule, place, facts, details) {
      const findings = found.get(rule.code) ?? [];
      found.set(rule.code, findings);
      findings.push((more) =>
        report.add(
          rule,
          place,
          facts,
          more === 0 ? details : { ...details, hint: `${more} more findings of this kind` },
        ),
      );
    },
    flush() {
      for (const findings of found.values()) {
        const more = Math.max(0, findings.length - SHOWN);
        for (const [index, add] of findings.slice(0, SHOWN).entries()) add(index === SHOWN - 1 ? more : 0);
      }
    },
  };
}
