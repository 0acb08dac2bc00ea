/** The case, seen by the compiler. */
import type { ResolvedContent } from '../../compiler/content.ts';
import { type CodeSystem, showCode, showTypedCode, toCanonicalCode } from '../coded/code-form.ts';
import { mostCodes } from '../coded/most-codes.ts';
import type { QuestionType } from '../question-type.ts';
import type { CaseAnswer, CaseEntry, CaseRules } from './answer.ts';
import type { CaseBody } from './body.ts';
import { allEntries, type PlacedEntry, placeEntries, procedureSystem } from './case-entries.ts';
import { type CaseShape, casePartial } from './case-partial.ts';
import { checkCase } from './check-case.ts';
import { listVariants } from './key-variants.ts';
import { LONGEST_ROW, showRow, toRow } from './rows.ts';
import { type CaseSource, caseSchema } from './source.ts';

/** What holds where the author says nothing; `course-source/README.md` tells it. */
const DEFAULT_RULES: CaseRules = { place: 0.5, extra: 1, near: 0, poa: 0.5, order: 0.5 };

function rulesOf({ grading }: CaseSource): CaseRules {
  return {
    place: grading?.place ?? DEFAULT_RULES.place,
    extra: grading?.extra ?? DEFAULT_RULES.extra,
    near: grading?.near ?? DEFAULT_RULES.near,
    poa: grading?.poa ?? DEFAULT_RULES.poa,
    order: grading?.order ?? DEFAULT_RULES.order,
  };
}

/** Caps and systems of the fields, by the variant that needs most. */
function shapeOf(body: CaseBody<unknown>): CaseShape {
  const variants = listVariants(body);
  const longest = (field: CaseEntry['field']): number =>
    Math.max(0, ...variants.map((variant) => variant.filter((entry) => entry.field === field).length));
  const cap = (codes: number, choices: readonly unknown[] | undefined): number =>
    choices === undefined ? mostCodes(codes) : choices.length;
  const used = [...new Set(variants.flat().flatMap(({ field, system }) => (field === 'x' ? [system] : [])))];
  const isStay = body.setting === 'inpatient';
  // A hospital stay without a procedure must not show that by lacking the field.
  const procedureSystems = used.length === 0 && isStay && body.list === null ? [procedureSystem('inpatient')] : used;
  return {
    most: {
      secondary: cap(longest('s'), body.list?.diagnoses),
      procedures: procedureSystems.length === 0 ? 0 : cap(longest('x'), body.list?.procedures),
    },
    procedureSystems:
      procedureSystems.length === 0 && (body.list?.procedures.length ?? 0) > 0
        ? [procedureSystem(body.setting)]
        : procedureSystems,
  };
}

function bare({ field, code, also, system, optional, poa, part }: CaseEntry): CaseEntry {
  return { field, code, also, system, optional, poa, part };
}

function toAnswer(body: CaseBody<unknown>): CaseAnswer {
  const { type, setting, poa, order, rules, list } = body;
  const codesOf = (choices: readonly { readonly code: string }[]): readonly string[] => choices.map(({ code }) => code);
  const required = (listVariants(body)[0] ?? []).filter(({ optional }) => !optional);
  return {
    type,
    options: [],
    pinned: [],
    key: required.map(toRow),
    select: required.length,
    setting,
    poa,
    entries: body.entries.map(bare),
    alternatives: body.alternatives.map((groups) => groups.map((group) => group.map(bare))),
    misses: body.misses.map(({ code, part }) => ({ code, part })),
    order,
    rules,
    list: list === null ? null : { diagnoses: codesOf(list.diagnoses), procedures: codesOf(list.procedures) },
    ...shapeOf(body),
  };
}

/** An entry as text, the same wherever it stands and however it is explained. */
function basisOf({ entry: { field, code, also, system, optional, poa } }: PlacedEntry): string {
  return [field, system, [code, ...also].sort().join('|'), poa ?? '', optional ? 'optional' : ''].join(' ');
}

function groupBasis(group: readonly PlacedEntry[]): string {
  return group.map(basisOf).sort().join(',');
}

export const caseType: QuestionType<CaseSource, CaseBody<ResolvedContent>> = {
  type: 'case',
  schema: caseSchema,
  check: checkCase,

  markdownPaths(source) {
    return [
      'stem',
      ...source.documents.map((_, index) => `documents.${index}.text`),
      ...allEntries(placeEntries(source)).map(({ path }) => [...path, 'why'].join('.')),
      ...(source.misses ?? []).map((_, index) => `misses.${index}.why`),
      'rationale',
    ];
  },

  buildBody(source, content) {
    const key = placeEntries(source);
    const withWhy = ({ entry, path }: PlacedEntry) => ({ ...entry, why: content([...path, 'why'].join('.')) });
    const choices = (list: readonly { readonly code: string; readonly text: string }[] = []) =>
      list.map(({ code, text }) => ({ code: toCanonicalCode(code), text }));
    return {
      type: 'case',
      setting: source.setting,
      poa: source.poa ?? false,
      documents: source.documents.map(({ id, title }, index) => ({
        id,
        title,
        content: content(`documents.${index}.text`),
      })),
      entries: key.entries.map(withWhy),
      alternatives: key.alternatives.map((groups) => groups.map((group) => group.map(withWhy))),
      misses: (source.misses ?? []).map(({ code }, index) => ({
        code: toCanonicalCode(code),
        part: `misses-${index}`,
        why: content(`misses.${index}.why`),
      })),
      order: (source.order ?? []).map(
        ([before = '', after = '']) => [toCanonicalCode(before), toCanonicalCode(after)] as const,
      ),
      rules: rulesOf(source),
      list:
        source.entry === 'list' && source.options !== undefined
          ? { diagnoses: choices(source.options.diagnoses), procedures: choices(source.options.procedures) }
          : null,
    };
  },

  answerBasis(source) {
    const key = placeEntries(source);
    const alternatives = key.alternatives.map((groups) => groups.map(groupBasis).sort().join('/')).sort();
    const order = (source.order ?? []).map((pair) => pair.map(toCanonicalCode).join('<')).sort();
    const rules = Object.values(rulesOf(source)).join(' ');
    const list = source.entry === 'list' ? 'list' : 'typed';
    return ['case', source.setting, list, groupBasis(key.entries), ...alternatives, ...order, rules].join(';');
  },

  answerData: toAnswer,

  answerSize(body) {
    const { most } = shapeOf(body);
    // Without POA a row lacks the slash and the indicator.
    const length = body.poa ? LONGEST_ROW : LONGEST_ROW - 2;
    return { form: 'codes', most: 1 + most.secondary + most.procedures, length };
  },

  reasons: ({ entries, alternatives, misses }) =>
    [...entries, ...alternatives.flat(2), ...misses].map(({ part, why }) => [part, why]),

  partialView: (body, texts) => casePartial(body, shapeOf(body), texts),

  hooks(body) {
    const fields = shapeOf(body).procedureSystems.length === 0 ? ['p', 's'] : ['p', 's', 'x'];
    return [
      { attribute: 'data-cw="record"', times: 1 },
      ...body.documents.map(({ id }) => ({ attribute: `data-cw-document="${id}"`, times: 1 })),
      ...fields.map((field) => ({ attribute: `data-cw-field="${field}"`, times: 1 })),
      { attribute: 'data-cw="findings"', times: fields.length },
    ];
  },

  sheetRows({ entries, alternatives, misses, setting }, { plain }) {
    const systems: readonly CodeSystem[] = ['icd-10-cm', procedureSystem(setting)];
    return [
      ...[...entries, ...alternatives.flat(2)].flatMap(({ field, code, also, system, poa, why }) =>
        [code, ...also].map((right) => ({
          shown: showRow({ field, code: showCode(right, system), poa }),
          text: plain(why),
          right: true,
        })),
      ),
      ...misses.map(({ code, why }) => ({ shown: showTypedCode(code, systems), text: plain(why), right: false })),
    ];
  },
};
