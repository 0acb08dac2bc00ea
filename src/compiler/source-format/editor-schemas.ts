/**
 * The zod schemas of author files -> JSON Schemas (draft-07) for editors: completion, hover help and red lines while typing.
 * Looser than the compiler where YAML reads a text as a number; never stricter. Reads and writes no file.
 */
import { z } from 'zod';
import { QUESTION_TYPES } from '../../questions/question-types.ts';
import { bankSchema } from './bank.ts';
import { blueprintSchema } from './blueprint.ts';
import { courseSchema } from './course.ts';
import { credentialSchema } from './credential.ts';
import type { EditorFacts } from './fields.ts';
import { glossarySchema } from './glossary.ts';
import { guideSchema } from './guide.ts';
import { guidelineMapSchema } from './guideline-map.ts';
import { languageSchema } from './language.ts';
import { lessonSchema } from './lesson.ts';
import { workspaceSchema } from './workspace.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;
type JsonTypes = NonNullable<EditorFacts['editorTypes']>;

/** Schema files of `.schemas/` by name, as finished text. */
export function editorSchemas(): ReadonlyMap<string, string> {
  const files: readonly (readonly [string, JsonSchema])[] = [
    ['workspace.json', toEditorSchema(workspaceSchema)],
    ['course.json', toEditorSchema(courseSchema)],
    ['bank.json', buildBankSchema()],
    ['credential.json', toEditorSchema(credentialSchema)],
    ['blueprint.json', toEditorSchema(blueprintSchema)],
    ['glossary.json', toEditorSchema(glossarySchema)],
    ['guide.json', toEditorSchema(guideSchema)],
    ['guideline-map.json', toEditorSchema(guidelineMapSchema)],
    ['language.json', toEditorSchema(languageSchema())],
    ['lesson.json', toEditorSchema(lessonSchema)],
  ];
  return new Map(files.map(([name, schema]) => [name, `${JSON.stringify(withDialect(schema), null, 2)}\n`]));
}

/** The bank's frame with a question of any type inside. */
function buildBankSchema(): JsonSchema {
  const bank = toEditorSchema(bankSchema);
  const types = QUESTION_TYPES.map(({ type, schema }) => ({ title: type, ...toEditorSchema(schema) }));
  const questions = bank.properties?.questions;
  if (typeof questions !== 'object') throw new Error('a bank has questions');
  return {
    ...bank,
    properties: { ...bank.properties, questions: { ...questions, items: { anyOf: types } } },
  };
}

function withDialect(schema: JsonSchema): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...schema };
}

function toEditorSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => loosen(jsonSchema),
  });
  return json;
}

/** Changes one node in place, as zod's `override` wants it. */
function loosen(node: JsonSchema): void {
  const types = readEditorTypes(node);
  delete node.editorTypes;
  delete node.markdown;
  if (node.type === 'string' && types !== undefined) setTypes(node, types);
  // Plain text that looks like a number, `text: 4`, is text all the same.
  else if (node.type === 'string' && isFreeText(node)) setTypes(node, ['string', 'number', 'boolean']);
  // The full pattern knows leap years; in an editor the short one says more.
  if (node.format === 'date') node.pattern = '^\\d{4}-\\d{2}-\\d{2}$';
  nameRecordKeys(node);
  allowEmptyGroups(node);
  // yaml-language-server 1.19 takes the keys `true:` and `false:` for unknown ones where no others are allowed.
  if (node.properties?.true !== undefined) delete node.additionalProperties;
}

function readEditorTypes(node: JsonSchema): JsonTypes | undefined {
  return Array.isArray(node.editorTypes) ? (node.editorTypes as JsonTypes) : undefined;
}

function isFreeText(node: JsonSchema): boolean {
  return node.pattern === undefined && node.enum === undefined && node.const === undefined && node.format === undefined;
}

function setTypes(node: JsonSchema, types: JsonTypes): void {
  const [only, ...others] = types;
  // draft-07 takes a list of types; zod's own type knows single ones.
  Object.assign(node, { type: others.length === 0 ? only : types });
  if (types.includes('string')) return;
  delete node.enum;
  delete node.pattern;
}

/** A record with known keys becomes an object with properties, which editors can complete. */
function nameRecordKeys(node: JsonSchema): void {
  const names = typeof node.propertyNames === 'object' ? node.propertyNames.enum : undefined;
  const value = node.additionalProperties;
  if (names === undefined || typeof value !== 'object') return;
  node.properties = Object.fromEntries(
    names.map((name) => [String(name), { description: `Codes of ${String(name)}.`, ...value }]),
  );
  node.additionalProperties = false;
  delete node.propertyNames;
}

/** `reviewed:` with nothing after it is as good as no `reviewed:`. */
function allowEmptyGroups(node: JsonSchema): void {
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    if (typeof property !== 'object' || property.type !== 'object' || node.required?.includes(name)) continue;
    Object.assign(property, { type: ['object', 'null'] });
  }
}
