/** The codes that questions ask for (code entry, case): right ones, foreseen wrong ones, those to choose from, each in its system. */
import { fitsSystem, hasLicensedForm, toCanonicalCode } from '../../questions/coded/code-form.ts';
import { CODE_SYSTEMS, type CodeSystem, DEFAULT_CODE_SYSTEM } from '../source-format/medical-codes.ts';
import { findNode } from '../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';
import type { CodeUse } from './text-scope.ts';

/** Without codes of a wrong form, which have a finding of their own; a question of another type has none of these fields. */
export function findAnswerCodes(file: string, question: YamlNode): readonly CodeUse[] {
  const inList = (path: readonly (string | number)[], system: CodeSystem): readonly CodeUse[] =>
    itemsOf(findNode(question, path)).flatMap((entry) => readEntry(file, entry, system));
  const procedureSystem = textOf(question, 'setting') === 'inpatient' ? 'icd-10-pcs' : 'hcpcs';
  const readGroup = (group: YamlNode): readonly CodeUse[] => [
    ...readEntry(file, findNode(group, ['principal']), DEFAULT_CODE_SYSTEM),
    ...itemsOf(findNode(group, ['secondary'])).flatMap((entry) => readEntry(file, entry, DEFAULT_CODE_SYSTEM)),
    ...itemsOf(findNode(group, ['procedures'])).flatMap((entry) => readEntry(file, entry, procedureSystem)),
  ];
  return [
    ...inList(['expect'], DEFAULT_CODE_SYSTEM),
    ...inList(['misses'], DEFAULT_CODE_SYSTEM),
    ...readGroup(question),
    ...itemsOf(findNode(question, ['alternatives'])).flatMap((entry) =>
      itemsOf(findNode(entry, ['groups'])).flatMap(readGroup),
    ),
    ...inList(['options', 'diagnoses'], DEFAULT_CODE_SYSTEM),
    ...inList(['options', 'procedures'], procedureSystem),
  ];
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

function textOf(node: YamlNode, field: string): string {
  const found = findNode(node, [field]);
  return found?.kind === 'scalar' ? found.text : '';
}

/** `code` and `also` of an entry. */
function readEntry(file: string, entry: YamlNode | undefined, system: CodeSystem): readonly CodeUse[] {
  if (entry === undefined) return [];
  const own = CODE_SYSTEMS.find((known) => known === textOf(entry, 'system')) ?? system;
  const code = findNode(entry, ['code']);
  return [...(code === undefined ? [] : [code]), ...itemsOf(findNode(entry, ['also']))].flatMap((node) => {
    if (node.kind !== 'scalar') return [];
    const text = node.text.trim();
    const canonical = toCanonicalCode(text);
    if (!fitsSystem(canonical, own) && !hasLicensedForm(canonical)) return [];
    return [{ system: own, code: text, span: { file, start: node.start, end: node.end } }];
  });
}
