/**
 * Puts HTML that would run as code into every free text of author files, found by walking their schemas, so that a new field
 * takes part by itself.
 */
import { z } from 'zod';

/** Long to short: a field gets the first that its schema takes. `window.__pwned` tells that one of them ran. */
const PAYLOADS: readonly ((mark: string) => string)[] = [
  (mark) =>
    `</script></title><img src=x onerror="window.__pwned='${mark}'"><svg onload=window.__pwned=2>'"{{mark}} ${mark}`,
  (mark) => `"><img src=x onerror=window.__pwned=1> ${mark}`,
  (mark) => `<img src=x onerror=__pwned=1>${mark.split(' ').pop()}`,
  () => 'https://x.test/"><img/src=x/onerror=window.__pwned=1>',
  (mark) => `"'><script>${mark.split(' ').pop()}`,
  () => `"'><script>`,
  () => `<b>'`,
];

/** Fields whose text names a file or a code, or words that texts refer to: a payload there is an error, not a text. */
const REFERENCES: ReadonlySet<string> = new Set([
  'lesson',
  'from',
  'logo',
  'templates',
  'code',
  'codes',
  'file',
  'files',
  'guide',
]);

/** Codes whose fields have names of their own. */
const CODE_FIELDS = /^(?:Other codes that are as right|Pairs of diagnosis codes|The right code, seven characters)/;

function isReference(key: string, schema: z.ZodType): boolean {
  return (
    REFERENCES.has(key) || CODE_FIELDS.test(schema.meta()?.description ?? unwrap(schema).meta()?.description ?? '')
  );
}

let count = 0;

export interface Smuggled {
  readonly value: unknown;
  /** Schema paths that got a payload. */
  readonly filled: ReadonlySet<string>;
}

/** The value with a payload in each free text that is there or may be there. */
export function smuggle(schema: z.ZodType, value: unknown, name: string): Smuggled {
  const filled = new Set<string>();
  return { value: fill(schema, value, name, filled), filled };
}

function fill(schema: z.ZodType, value: unknown, path: string, filled: Set<string>): unknown {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodUnion) {
    const option = bare.options.find((candidate) => (candidate as z.ZodType).safeParse(toTexts(value)).success);
    return option === undefined ? value : fill(option as z.ZodType, value, path, filled);
  }
  if (bare instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => fill(bare.element as z.ZodType, item, `${path}[]`, filled));
  if (bare instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    const object: Record<string, unknown> = { ...value };
    for (const [key, child] of Object.entries(bare.shape as Record<string, z.ZodType>)) {
      if (isReference(key, child)) continue;
      const inner = `${path}.${key}`;
      if (object[key] !== undefined) object[key] = fill(child, object[key], inner, filled);
      else if (payloadFor(child, inner) !== undefined) object[key] = fill(child, '', inner, filled);
    }
    return object;
  }
  const payload = payloadFor(bare, path);
  if (payload === undefined) return value;
  filled.add(path);
  // Two options must not read the same.
  count++;
  return payload;
}

function payloadFor(schema: z.ZodType, path: string): string | undefined {
  const bare = unwrap(schema);
  if (!(bare instanceof z.ZodString)) return undefined;
  return PAYLOADS.map((make) => make(`${path} ${1000 + count}`)).find((text) => bare.safeParse(text).success);
}

/** Schema paths of all free texts. */
export function listTexts(schema: z.ZodType, path: string): readonly string[] {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodUnion) return bare.options.flatMap((option) => listTexts(option as z.ZodType, path));
  if (bare instanceof z.ZodArray) return listTexts(bare.element as z.ZodType, `${path}[]`);
  if (bare instanceof z.ZodObject)
    return Object.entries(bare.shape as Record<string, z.ZodType>).flatMap(([key, child]) =>
      isReference(key, child) ? [] : listTexts(child, `${path}.${key}`),
    );
  return payloadFor(bare, path) === undefined ? [] : [path];
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

/** Every scalar as text, as the compiler reads YAML. */
export function toTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toTexts);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, toTexts(child)]));
  return value === null ? undefined : String(value);
}
