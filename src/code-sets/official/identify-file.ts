/** What an official file claims to be, by its name and, where the name says nothing, by its first lines. CDC writes hyphens, CMS underscores. */
import type { EditionSystem } from '../edition-name.ts';
import { hasForm } from './code-forms.ts';
import { linesOf, type OfficialKind, type OfficialText } from './official-file.ts';
import { isAddendaLine } from './read-addenda.ts';
import { isConversionHead } from './read-conversion.ts';
import { isGuidelinesHead } from './read-guidelines.ts';
import { isHcpcsRecord } from './read-hcpcs.ts';
import { isMsDrgHead, splitCells } from './read-ms-drg.ts';
import { isListLine, isOrderLine } from './read-order.ts';
import { isPoaHead } from './read-poa-exempt.ts';

export interface Claim {
  readonly kind: OfficialKind;
  readonly system: EditionSystem;
}

/** `companion`: an official file that nothing is read from, such as a layout, an index or a list of what another list gained. */
export function identifyFile(file: OfficialText): Claim | 'companion' | undefined {
  return identifyByName(file) ?? identifyByContent(file);
}

/** The last part of a name, in lower case, with hyphens alone. */
function plainName(name: string): string {
  return (name.split('/').at(-1) ?? '').toLowerCase().replace(/[_ ]+/g, '-');
}

/** True for what a zip of official files holds beside them. */
export function isCompanionName(name: string): boolean {
  const plain = plainName(name);
  return (
    /\.(pdf|docx?|rtf|htm|html|xsd)$/.test(plain) ||
    /readme|layout|file-?contents|proc-?notes|trans(?:action)?-?report|^\./.test(plain) ||
    /(?:poaexempt|poa-exempt)-?(?:add|delete|revise)/.test(plain) ||
    (/(?:index|neoplasm|drug|tabular|body-?part-?key|device-?key|aggregation)s?[-.0-9].*xml$/.test(plain) &&
      !/pcs-?tables/.test(plain))
  );
}

function identifyByName(file: OfficialText): Claim | 'companion' | undefined {
  const plain = plainName(file.name);
  if (isCompanionName(file.name)) return 'companion';
  if (/poa-?exempt/.test(plain)) return { kind: 'poa-exempt', system: 'icd-10-cm' };
  if (/conversion/.test(plain)) return { kind: 'conversion', system: 'icd-10-cm' };
  if (/guideline/.test(plain)) return /pcs/.test(plain) ? 'companion' : { kind: 'guidelines', system: 'icd-10-cm' };
  if (/hcpc/.test(plain)) return { kind: 'hcpcs', system: 'hcpcs' };
  if (/(?:^|[^a-z])drg|table-?5/.test(plain)) return { kind: 'ms-drg', system: 'ms-drg' };
  const system = systemInName(plain);
  if (/pcs-?tables/.test(plain)) return { kind: 'pcs-tables', system: 'icd-10-pcs' };
  if (/definitions/.test(plain)) return { kind: 'pcs-definitions', system: 'icd-10-pcs' };
  const kind = /addenda/.test(plain)
    ? 'addenda'
    : /order/.test(plain)
      ? 'order'
      : /codes/.test(plain)
        ? 'codes'
        : undefined;
  return kind === undefined ? undefined : { kind, system: system ?? systemByContent(file) };
}

function systemInName(plain: string): EditionSystem | undefined {
  if (/10-?pcs|-pcs/.test(plain)) return 'icd-10-pcs';
  return /10-?cm/.test(plain) ? 'icd-10-cm' : undefined;
}

/** Codes of ICD-10-PCS all have seven characters; of ICD-10-CM most sections begin with shorter ones. */
function systemByContent(file: OfficialText): EditionSystem {
  let checked = 0;
  for (const [line] of linesOf(file.text)) {
    const code = /^(?:\d{5} |[A-Z][a-z]+(?: [a-z]+)?: *(?:[01] )?)?([0-9A-Z]{3,7})(?: |$)/.exec(line)?.[1];
    if (code === undefined) continue;
    if (!hasForm('icd-10-cm', code)) return 'icd-10-pcs';
    if (!hasForm('icd-10-pcs', code) && code.length !== 3) return 'icd-10-cm';
    checked++;
    if (checked > 500) break;
  }
  return 'icd-10-cm';
}

function identifyByContent(file: OfficialText): Claim | undefined {
  const start = { ...file, text: file.text.slice(0, 100_000) };
  let seen = 0;
  if (/<ICD10PCS\.tabular>/.test(start.text.slice(0, 500))) return { kind: 'pcs-tables', system: 'icd-10-pcs' };
  if (/<ICD10PCS\.definitions>/.test(start.text.slice(0, 500)))
    return { kind: 'pcs-definitions', system: 'icd-10-pcs' };
  for (const [line] of linesOf(start.text)) {
    if (isOrderLine(line)) return { kind: 'order', system: systemByContent(start) };
    if (isAddendaLine(line)) return { kind: 'addenda', system: systemByContent(start) };
    if (isPoaHead(line)) return { kind: 'poa-exempt', system: 'icd-10-cm' };
    if (isConversionHead(line.replaceAll('\t', ' '))) return { kind: 'conversion', system: 'icd-10-cm' };
    if (isHcpcsRecord(line)) return { kind: 'hcpcs', system: 'hcpcs' };
    if (isGuidelinesHead(line)) return { kind: 'guidelines', system: 'icd-10-cm' };
    if (isMsDrgHead(splitCells(line))) return { kind: 'ms-drg', system: 'ms-drg' };
    if (seen === 0 && isListLine(line)) return { kind: 'codes', system: systemByContent(start) };
    // Disclaimers stand above the records of HCPCS.
    if (++seen > 40) return undefined;
  }
  return undefined;
}

const QUARTERS: readonly (readonly [RegExp, string])[] = [
  [/jan/, '01'],
  [/apr/, '04'],
  [/jul/, '07'],
  [/oct/, '10'],
];

/**
 * `icd10cm-order-2026.txt` -> `2026`, `POAexemptCodesFY26.txt` -> `2026`, `HCPC2026_JAN_ANWEB.txt` -> `2026-01`, a release of April ->
 * `2026-04`. Of a file in a zip both names speak, its own first.
 */
export function labelFromName(name: string, system: EditionSystem): string | undefined {
  const parts = name.split('/').map(plainName).reverse();
  const year = parts
    .map((part) => /(?<!\d)(20\d\d)(?!\d)/.exec(part)?.[1] ?? shortYear(part))
    .find((found) => found !== undefined);
  if (year === undefined) return undefined;
  const whole = parts.join(' ');
  const quarters = system === 'hcpcs' ? QUARTERS : QUARTERS.slice(1, 2);
  const month = quarters.find(([pattern]) => new RegExp(`(?:^|[-0-9 .])${pattern.source}`).test(whole))?.[1];
  return month === undefined ? year : `${year}-${month}`;
}

function shortYear(part: string): string | undefined {
  const found = /fy-?(\d\d)(?!\d)/.exec(part)?.[1];
  return found === undefined ? undefined : `20${found}`;
}
