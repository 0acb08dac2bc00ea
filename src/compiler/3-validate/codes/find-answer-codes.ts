/** The codes that questions ask for (code entry, a code to build, case): right ones, foreseen wrong ones, those to choose from, each in its system. */
import { fitsSystem, hasLicensedForm, toCanonicalCode } from '../../../questions/coded/code-form.ts';
import type { CodeRole, CodeUse } from '../../code-use.ts';
import { CODE_SYSTEMS, type CodeSystem, DEFAULT_CODE_SYSTEM } from '../../source-format/medical-codes.ts';
import { findNode } from '../../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../../syntax/yaml/yaml-tree.ts';

type Answer = NonNullable<CodeUse['answer']>;
type Wanted = Pick<CodeUse, 'system' | 'code' | 'role' | 'span' | 'answer'>;

const SETTINGS = ['inpatient', 'outpatient', 'emergency'] as const;

/** Without codes of a wrong form, which have a finding of their own; a question of another type has none of these fields. */
export function findAnswerCodes(file: string, question: YamlNode): readonly Wanted[] {
  const setting = SETTINGS.find((known) => known === textOf(question, 'setting'));
  const procedureSystem: CodeSystem = setting === 'inpatient' ? 'icd-10-pcs' : 'hcpcs';
  const inList = (path: readonly (string | number)[], system: CodeSystem, role: CodeRole): readonly Wanted[] =>
    itemsOf(findNode(question, path)).flatMap((entry) => readEntry(file, entry, { system, role }));
  const inField = (entry: YamlNode | undefined, field: Answer['field'], system: CodeSystem) => {
    const poa = textOf(entry, 'poa');
    const answer = { setting, field, poa: poa === '' ? undefined : poa };
    return readEntry(file, entry, { system, role: 'key', answer });
  };
  const readGroup = (group: YamlNode): readonly Wanted[] => [
    ...inField(findNode(group, ['principal']), 'principal', DEFAULT_CODE_SYSTEM),
    ...itemsOf(findNode(group, ['secondary'])).flatMap((entry) => inField(entry, 'secondary', DEFAULT_CODE_SYSTEM)),
    ...itemsOf(findNode(group, ['procedures'])).flatMap((entry) => inField(entry, 'procedure', procedureSystem)),
  ];
  const keys = [
    ...inDrill(file, question),
    ...inList(['expect'], DEFAULT_CODE_SYSTEM, 'key'),
    ...readGroup(question),
    ...itemsOf(findNode(question, ['alternatives'])).flatMap((entry) =>
      itemsOf(findNode(entry, ['groups'])).flatMap(readGroup),
    ),
  ];
  const keyCodes = new Set(keys.map(({ code }) => toCanonicalCode(code)));
  const toChoose = [
    ...inList(['options', 'diagnoses'], DEFAULT_CODE_SYSTEM, 'distractor'),
    ...inList(['options', 'procedures'], procedureSystem, 'distractor'),
  ].map((use): Wanted => (keyCodes.has(toCanonicalCode(use.code)) ? { ...use, role: 'key' } : use));
  const missSystem: CodeSystem = isDrill(question) ? 'icd-10-pcs' : DEFAULT_CODE_SYSTEM;
  return [...keys, ...inList(['misses'], missSystem, 'distractor'), ...toChoose];
}

function isDrill(question: YamlNode): boolean {
  return textOf(question, 'type') === 'pcs-build';
}

/** `expect` and `also` of a question that has a code built are codes alone. */
function inDrill(file: string, question: YamlNode): readonly Wanted[] {
  if (!isDrill(question)) return [];
  const expect = findNode(question, ['expect']);
  const nodes = [...(expect === undefined ? [] : [expect]), ...itemsOf(findNode(question, ['also']))];
  return nodes.flatMap((node) => readCode(file, node, { system: 'icd-10-pcs', role: 'key' }));
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

function textOf(node: YamlNode | undefined, field: string): string {
  const found = findNode(node, [field]);
  return found?.kind === 'scalar' ? found.text.trim() : '';
}

/** `code` and `also` of an entry. */
function readEntry(
  file: string,
  entry: YamlNode | undefined,
  use: { readonly system: CodeSystem; readonly role: CodeRole; readonly answer?: Answer },
): readonly Wanted[] {
  if (entry === undefined) return [];
  const system = CODE_SYSTEMS.find((known) => known === textOf(entry, 'system')) ?? use.system;
  const code = findNode(entry, ['code']);
  return [...(code === undefined ? [] : [code]), ...itemsOf(findNode(entry, ['also']))].flatMap((node) =>
    readCode(file, node, { ...use, system }),
  );
}

function readCode(
  file: string,
  node: YamlNode,
  use: Omit<Wanted, 'code' | 'span'> & { readonly system: CodeSystem },
): readonly Wanted[] {
  if (node.kind !== 'scalar') return [];
  const text = node.text.trim();
  const canonical = toCanonicalCode(text);
  if (!fitsSystem(canonical, use.system) && !hasLicensedForm(canonical)) return [];
  return [{ ...use, code: text, span: { file, start: node.start, end: node.end } }];
}
