/** The words of messages about fields: what the thing at a path is called, what kind of value it is. */
import { findNode } from '../syntax/yaml/query-yaml.ts';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';

type Path = readonly PropertyKey[];

/** A tree and what the author calls the whole of it. */
interface FormPlace {
  readonly node: YamlNode;
  readonly owner: string;
}

/** The owners of lists' entries, in the author's words. */
const ENTRY_NAMES: Readonly<Record<string, string>> = {
  options: 'option',
  misses: 'miss',
  prompts: 'prompt',
  items: 'item',
  questions: 'question',
  sections: 'section',
  sources: 'source',
  facts: 'fact',
  terms: 'term',
  outline: 'module',
  activities: 'activity',
  packages: 'part',
  draws: 'draw',
  answers: 'answer',
  outcomes: 'outcome',
  rules: 'rule',
};

/** How the author would name the thing at a path. */
export function ownerOf(whole: FormPlace, path: Path): string {
  const names = path.filter((step): step is string => typeof step === 'string');
  const last = names.at(-1);
  if (last === undefined) return whole.owner;
  if (typeof path.at(-1) !== 'number') return `"${last}"`;
  const id = idAt(whole.node, path);
  const name = ENTRY_NAMES[last] ?? `entry of "${last}"`;
  return id === undefined ? `this ${name}` : `${name} "${id}"`;
}

/** The id of an entry, where it has one: most entries begin with it. */
function idAt(root: YamlNode, path: Path): string | undefined {
  const node = findNode(root, path);
  if (node?.kind !== 'map') return undefined;
  const first = node.entries[0];
  const names = ['id', 'module', 'quiz', 'exam', 'part'];
  return first !== undefined &&
    names.includes(first.key.text) &&
    first.value.kind === 'scalar' &&
    first.value.text !== ''
    ? first.value.text
    : undefined;
}

export function fieldWords(path: Path, whole: FormPlace): string {
  const last = path.at(-1);
  if (last === undefined) return whole.owner;
  if (typeof last !== 'number') return `"${String(last)}"`;
  const list = path.filter((step) => typeof step === 'string').at(-1);
  return list === undefined ? 'this entry' : `this entry of "${list}"`;
}

/** @param kind zod's name of the kind */
export function kindWords(kind: string, fields: readonly string[]): { expected: string; hint: string | undefined } {
  switch (kind) {
    case 'array':
      return { expected: 'a list', hint: 'start each entry on a line of its own with "- "' };
    case 'object':
    case 'record': {
      const example = fields.slice(0, 3).map((name) => `"${name}:"`);
      return {
        expected: 'fields of its own',
        hint: example.length === 0 ? undefined : `write fields such as ${example.join(', ')} below it, indented`,
      };
    }
    default:
      return {
        expected: 'text',
        hint: 'write one value; put it in quotation marks where it holds a colon, a brace or a bracket',
      };
  }
}

export function foundWords(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return 'text';
    case 'list':
      return 'a list';
    case 'map':
      return 'a group of fields';
  }
}

/** What an id could look like, made from what the author wrote. */
export function toId(value: string): string | undefined {
  const text = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
  return text === '' || text === value ? undefined : text;
}
