/** `coursewright explain`: what the catalog says about a problem. */
import { CATALOG } from '../../diagnostics/catalog/catalog.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import { readPrinter, UsageError, withNearest } from '../options.ts';
import { WORDS } from '../words.ts';

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

/** @param code a code such as CW2104, in any case and also without CW, or a rule's name; without one, every rule is listed */
export async function runExplain(code: string | undefined): Promise<number> {
  const printer = await readPrinter({}, undefined);
  const rules = [...CATALOG.values()].sort((a, b) => compareText(a.code, b.code));
  if (code === undefined) {
    printer.result(rules.map((rule) => `${rule.code} ${rule.severity.padEnd(7)} ${rule.name}`).join('\n'));
    return 0;
  }
  const rule =
    CATALOG.get(code.toUpperCase().replace(/^(?=\d{4}$)/, 'CW')) ??
    rules.find((candidate) => candidate.name === code.toLowerCase());
  if (rule === undefined) {
    const known = [...CATALOG.keys(), ...rules.map((candidate) => candidate.name)];
    throw new UsageError(withNearest(WORDS.notACode(code), code, known));
  }
  const examples = [
    ...(rule.before === '' ? [] : ['', 'Before:', indent(rule.before)]),
    ...(rule.after === '' ? [] : ['', 'After:', indent(rule.after)]),
  ];
  printer.result(
    [`${rule.code} ${rule.name} (${rule.severity})`, '', rule.why, '', `How to mend it: ${rule.fix}`, ...examples].join(
      '\n',
    ),
  );
  return 0;
}
