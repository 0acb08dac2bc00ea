/** Turns a case's body into what its partial shows: documents, fields, and how it is graded in words. */
import type { ResolvedContent } from '../../compiler/content.ts';
import { editionName } from '../../shared/edition-names.ts';
import type { PageWords } from '../../shared/words/page-words.ts';
import type { CodeSystem } from '../coded/code-form.ts';
import { showCode, showTypedCode } from '../coded/code-form.ts';
import type { QuestionTexts } from '../question-type.ts';
import type { CaseBody } from './body.ts';
import type { CasePartial, CaseFieldView } from './partial.ts';
import { type CaseField, POA_VALUES } from './rows.ts';

export interface CaseShape {
  readonly most: { readonly secondary: number; readonly procedures: number };
  readonly procedureSystems: readonly CodeSystem[];
}

export function casePartial(body: CaseBody<ResolvedContent>, shape: CaseShape, texts: QuestionTexts): CasePartial {
  const { words } = texts;
  const { fixed } = words;
  const fields: readonly CaseField[] = shape.procedureSystems.length === 0 ? ['p', 's'] : ['p', 's', 'x'];
  return {
    instruction: fixed[`setting-${body.setting}`],
    recordLabel: fixed.caseRecord,
    documents: body.documents.map(({ id, title, content }) => ({ id, title, textHtml: texts.block(content, id) })),
    fields: fields.map((field) => fieldView(field, body, shape, words)),
    rulesTitle: fixed.caseGrading,
    rules: ruleSentences(body, words),
  };
}

function labelOf(field: CaseField, body: CaseBody<unknown>, { fixed }: PageWords): string {
  if (field === 'x') return fixed.procedures;
  const isStay = body.setting === 'inpatient';
  if (field === 'p') return isStay ? fixed.principalDiagnosis : fixed.firstListedDiagnosis;
  return isStay ? fixed.secondaryDiagnoses : fixed.otherDiagnoses;
}

function fieldView(
  field: CaseField,
  body: CaseBody<unknown>,
  { most, procedureSystems }: CaseShape,
  words: PageWords,
): CaseFieldView {
  const { list } = body;
  const systems: readonly CodeSystem[] = field === 'x' ? procedureSystems : ['icd-10-cm'];
  const label = labelOf(field, body, words);
  const asksPoa = body.poa && field !== 'x';
  const lines = field === 'p' ? 1 : field === 's' ? most.secondary : most.procedures;
  const choices = (list === null ? [] : field === 'x' ? list.procedures : list.diagnoses).map(({ code, text }) => {
    const shown = systems.length === 1 ? showCode(code, systems[0] ?? 'icd-10-cm') : showTypedCode(code, systems);
    return { value: code, code: shown, text, poaLabel: words.poaOf({ code: shown }) };
  });
  return {
    field,
    label,
    hint:
      field === 'p'
        ? words.listed(systems.map(editionName))
        : words.orEmpty({ systems: words.listed(systems.map(editionName)) }),
    rows:
      list === null
        ? Array.from({ length: lines }, (_, index) => ({
            label: field === 'p' ? label : words.codeLine({ field: label, number: index + 1 }),
            poaLabel:
              field === 'p'
                ? words.poaOf({ code: label })
                : words.poaOf({ code: words.codeLine({ field: label, number: index + 1 }) }),
          }))
        : [],
    one: field === 'p' ? choices : [],
    any: field === 'p' ? [] : choices,
    nothing: words.fixed.chooseCode,
    poa: asksPoa ? POA_VALUES.map((value) => ({ value, text: words.fixed[`poa-${value}`] })) : [],
    poaLabel: words.poaOf({ code: label }),
  };
}

/** How points are earned and lost, as far as the case has what they are for. */
function ruleSentences({ rules, poa, order, setting }: CaseBody<unknown>, words: PageWords): readonly string[] {
  const { fixed } = words;
  return [
    poa && rules.poa > 0 ? words.ruleCodeAndPoa({ points: rules.poa }) : fixed.ruleCode,
    setting === 'inpatient' ? words.rulePlace({ points: rules.place }) : words.rulePlaceFirst({ points: rules.place }),
    rules.extra > 0 ? words.ruleExtra({ points: rules.extra }) : fixed.ruleExtraFree,
    rules.near > 0 ? words.ruleNear({ points: rules.near }) : fixed.ruleNearNothing,
    ...(order.length > 0 && rules.order > 0 ? [words.ruleOrder({ points: rules.order })] : []),
    fixed.ruleAllOrNothing,
  ];
}
