/** Answers questions about a zod schema: what fields may stand at a path, what a field is for. Knows no values' meaning. */
import { z } from 'zod';
import type { YamlNode } from '../syntax/yaml/yaml-tree.ts';

type Schema = z.core.$ZodType;

function unwrap(schema: Schema): Schema {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  return schema;
}

function keysOf(node: YamlNode | undefined): readonly string[] {
  return node?.kind === 'map' ? node.entries.map((entry) => entry.key.text) : [];
}

/** How well the fields of a map fit a schema; its first field, which names the kind of thing, decides. */
function fitOf(schema: Schema, keys: readonly string[]): number {
  const form = unwrap(schema);
  if (!(form instanceof z.ZodObject)) return -1;
  const fields = Object.keys(form.shape);
  const first = fields[0];
  return keys.filter((key) => fields.includes(key)).length + (first !== undefined && keys.includes(first) ? 100 : 0);
}

/** The alternative of a union that the author most likely meant. */
export function pickAlternative(schema: z.ZodUnion, node: YamlNode | undefined): number {
  const keys = keysOf(node);
  const scores = schema.options.map((option) => {
    const form = unwrap(option);
    if (node?.kind === 'map') return fitOf(option, keys);
    if (node?.kind === 'list') return form instanceof z.ZodArray ? 1 : 0;
    return form instanceof z.ZodArray || form instanceof z.ZodObject ? 0 : 1;
  });
  return scores.indexOf(Math.max(...scores));
}

/** The schema of the value at a path; in a union the alternative that fits the author's value. */
export function schemaAt(schema: Schema, path: readonly PropertyKey[], node: YamlNode | undefined): Schema | undefined {
  const form = unwrap(schema);
  if (form instanceof z.ZodUnion) {
    const option = form.options[pickAlternative(form, node)];
    return option === undefined ? undefined : schemaAt(option, path, node);
  }
  const [step, ...rest] = path;
  if (step === undefined) return form;
  const child = childOf(node, step);
  if (form instanceof z.ZodObject) {
    const field: Schema | undefined = form.shape[String(step)];
    return field === undefined ? undefined : schemaAt(field, rest, child);
  }
  if (form instanceof z.ZodArray) return schemaAt(form.element, rest, child);
  if (form instanceof z.ZodRecord) return schemaAt(form.valueType, rest, child);
  return undefined;
}

function childOf(node: YamlNode | undefined, step: PropertyKey): YamlNode | undefined {
  if (node?.kind === 'list') return node.items[Number(step)];
  if (node?.kind === 'map') return node.entries.find((entry) => entry.key.text === String(step))?.value;
  return undefined;
}

/** The names that may stand as fields of a form. */
export function fieldNames(form: Schema | undefined): readonly string[] {
  if (form instanceof z.ZodObject) return Object.keys(form.shape);
  if (form instanceof z.ZodRecord && form.keyType instanceof z.ZodEnum) return form.keyType.options.map(String);
  return [];
}

/** What a field of a form is for, in one sentence; the empty string when nobody wrote it down. */
export function describeField(form: Schema | undefined, field: string): string {
  if (!(form instanceof z.ZodObject)) return '';
  const schema: Schema | undefined = form.shape[field];
  if (schema === undefined) return '';
  const own = z.globalRegistry.get(schema)?.description;
  const description = own ?? z.globalRegistry.get(unwrap(schema))?.description ?? '';
  return description.replace(' (Markdown)', '');
}
