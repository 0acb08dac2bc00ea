/** Reports what the form of a case cannot say: fields that its setting does not have, keys that cannot be given, lists that lack a code. */
import { DEFAULT_CODE_SYSTEM } from '../../compiler/source-format/medical-codes.ts';
import * as rules from '../../diagnostics/catalog/cases.ts';
import { codeTwice, missIsRight } from '../../diagnostics/catalog/coded-questions.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import { editionName } from '../../shared/edition-names.ts';
import { checkCodeForm } from '../coded/check-code-list.ts';
import { showCode, toCanonicalCode } from '../coded/code-form.ts';
import { isRightFor } from '../coded/match-codes.ts';
import type { Locate } from '../question-type.ts';
import { allEntries, type PlacedEntry, type PlacedKey, placeEntries, procedureSystem } from './case-entries.ts';
import { listVariants, MOST_VARIANTS } from './key-variants.ts';
import type { CaseSource } from './source.ts';

interface Check {
  readonly source: CaseSource;
  readonly key: PlacedKey;
  readonly locate: Locate;
  readonly report: Reporter;
}

export function checkCase(source: CaseSource, locate: Locate, report: Reporter): void {
  const check = { source, key: placeEntries(source), locate, report };
  checkDocuments(check);
  checkForms(check);
  checkPrincipal(check);
  checkSetting(check);
  checkPoa(check);
  checkTwice(check);
  checkMisses(check);
  checkOrder(check);
  checkList(check);
}

function checkDocuments({ source, locate, report }: Check): void {
  const seen = new Set<string>();
  source.documents.forEach(({ id }, index) => {
    if (seen.has(id)) {
      report.add(rules.documentTwice, locate(['documents', index, 'id']), { question: source.id, document: id });
    }
    seen.add(id);
  });
}

function checkForms({ source, key, locate, report }: Check): void {
  const at = (code: string, system: PlacedEntry['entry']['system'], path: readonly (string | number)[]): void => {
    checkCodeForm({ question: source.id, code, system, span: locate(path) }, report);
  };
  for (const { entry, typed } of allEntries(key)) for (const { code, path } of typed) at(code, entry.system, path);
  source.misses?.forEach(({ code, system = DEFAULT_CODE_SYSTEM }, index) => {
    at(code, system, ['misses', index, 'code']);
  });
}

/** A key has one principal diagnosis, whatever groups belong to it, and an external cause is never it. */
function checkPrincipal({ source, key, locate, report }: Check): void {
  const variants = key.alternatives.reduce((count, groups) => count * groups.length, 1);
  if (variants > MOST_VARIANTS) {
    report.add(rules.tooManyVariants, locate(['alternatives']), {
      question: source.id,
      variants,
      most: MOST_VARIANTS,
    });
    return;
  }
  const counts = listVariants(key).map((variant) => variant.filter(({ entry }) => entry.field === 'p').length);
  if (counts.some((count) => count !== 1)) {
    const place = source.principal === undefined ? ['type'] : ['principal'];
    report.add(rules.principalCount, locate(place), {
      question: source.id,
      count: counts.find((count) => count !== 1) ?? 0,
    });
  }
  for (const { entry, typed } of allEntries(key)) {
    for (const { code, path } of entry.field === 'p' ? typed : []) {
      // Chapter 20, V00 to Y99 (guideline I.C.20): external causes say how, never what.
      if (/^[V-Y]/i.test(toCanonicalCode(code))) {
        report.add(rules.externalCauseFirst, locate(path), { question: source.id, code });
      }
    }
  }
}

/** Outside hospital stays there are no ICD-10-PCS codes and no POA; in them, procedures are coded in ICD-10-PCS alone. */
function checkSetting({ source, key, locate, report }: Check): void {
  const { setting, id: question } = source;
  for (const { entry, path } of allEntries(key)) {
    const fits = setting === 'inpatient' ? ['icd-10-pcs'] : ['hcpcs', 'cpt'];
    if (entry.field !== 'x' || fits.includes(entry.system)) continue;
    report.add(rules.systemOfOtherSetting, locate([...path, 'code']), {
      question,
      setting,
      system: editionName(entry.system),
      right: editionName(procedureSystem(setting)),
    });
  }
  if (setting === 'inpatient' || source.poa !== true) return;
  report.add(rules.poaOutsideStay, locate(['poa']), { question, setting });
}

function checkPoa({ source, key, locate, report }: Check): void {
  const { id: question } = source;
  for (const { entry, path } of allEntries(key)) {
    if (entry.field === 'x') continue;
    const written = hasPoa(source, path);
    if (source.poa === true && !written && !entry.optional) {
      report.add(rules.poaMissing, locate([...path, 'code']), { question, code: showCode(entry.code, entry.system) });
    }
    if (source.poa !== true && written) report.add(rules.poaNotAsked, locate([...path, 'poa']), { question });
  }
}

function hasPoa(source: CaseSource, path: readonly (string | number)[]): boolean {
  const found = path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    source,
  );
  return typeof found === 'object' && found !== null && 'poa' in found && found.poa !== undefined;
}

/** A diagnosis code stands once in a key; a procedure may have been done twice. */
function checkTwice({ source, key, locate, report }: Check): void {
  const reported = new Set<string>();
  for (const variant of variantsOf(key)) {
    const first = new Map<string, readonly (string | number)[]>();
    for (const { entry, typed } of variant) {
      for (const { code, path } of entry.field === 'x' ? [] : typed) {
        const canonical = toCanonicalCode(code);
        const before = first.get(canonical);
        if (before === undefined) first.set(canonical, path);
        else if (!reported.has(path.join('.'))) {
          reported.add(path.join('.'));
          const related = [{ span: locate(before), message: 'the first time' }];
          report.add(
            codeTwice,
            locate(path),
            { question: source.id, code: showCode(canonical, entry.system) },
            { related },
          );
        }
      }
    }
  }
}

/** None where there are too many, which has been said. */
function variantsOf(key: PlacedKey): readonly (readonly PlacedEntry[])[] {
  return key.alternatives.reduce((count, groups) => count * groups.length, 1) > MOST_VARIANTS ? [] : listVariants(key);
}

function checkMisses({ source, key, locate, report }: Check): void {
  const seen = new Set<string>();
  source.misses?.forEach(({ code, system = DEFAULT_CODE_SYSTEM }, index) => {
    const canonical = toCanonicalCode(code);
    const facts = { question: source.id, code: showCode(canonical, system) };
    const place = locate(['misses', index, 'code']);
    if (allEntries(key).some(({ entry }) => isRightFor(entry, canonical))) report.add(missIsRight, place, facts);
    else if (seen.has(canonical)) report.add(codeTwice, place, facts);
    seen.add(canonical);
  });
}

function checkOrder({ source, key, locate, report }: Check): void {
  const diagnoses = allEntries(key).filter(({ entry }) => entry.field !== 'x');
  source.order?.forEach((pair, index) => {
    pair.forEach((code, at) => {
      if (diagnoses.some(({ entry }) => isRightFor(entry, toCanonicalCode(code)))) return;
      report.add(rules.orderOfUnknownCode, locate(['order', index, at]), { question: source.id, code });
    });
  });
  if (source.order !== undefined && source.entry === 'list') {
    report.add(rules.orderInList, locate(['order']), { question: source.id });
  }
}

function checkList({ source, key, locate, report }: Check): void {
  const { id: question, options } = source;
  if (source.entry !== 'list') {
    if (options !== undefined) report.add(rules.optionsWithoutList, locate(['options']), { question });
    return;
  }
  if (options === undefined) {
    report.add(rules.listWithoutOptions, locate(['entry']), { question });
    return;
  }
  for (const name of ['diagnoses', 'procedures'] as const) {
    const isIn = ({ entry }: PlacedEntry): boolean => (entry.field === 'x') === (name === 'procedures');
    const codes = (options[name] ?? []).map(({ code }) => toCanonicalCode(code));
    codes.forEach((code, index) => {
      if (codes.indexOf(code) === index) return;
      report.add(codeTwice, locate(['options', name, index, 'code']), {
        question,
        code: options[name]?.[index]?.code ?? code,
      });
    });
    for (const { entry, typed } of allEntries(key).filter(isIn)) {
      const [first] = typed;
      if (first === undefined || [entry.code, ...entry.also].some((code) => codes.includes(code))) continue;
      report.add(rules.keyNotInList, locate(first.path), { question, code: first.code, list: name });
    }
    for (const variant of name === 'procedures' ? variantsOf(key) : []) {
      const own = variant.filter(isIn);
      const again = own.find(({ entry }, index) => own.findIndex((other) => other.entry.code === entry.code) < index);
      if (again === undefined) continue;
      report.add(rules.procedureTwiceInList, locate([...again.path, 'code']), {
        question,
        code: again.typed[0]?.code ?? '',
      });
      break;
    }
  }
}
