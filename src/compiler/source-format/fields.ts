/**
 * The kinds of field that author files are made of. YAML scalars arrive as text, so that codes such as 0450 and 1E10
 * never become numbers; the field says what they become. Each kind carries what the JSON Schemas for editors need.
 */
import { z } from 'zod';
import { EDITION_PATTERN } from '../../code-sets/edition-name.ts';
import { CODE_SYSTEMS } from './medical-codes.ts';

/** Extra facts about a field for the JSON Schemas that editors read. */
export interface EditorFacts {
  readonly description: string;
  /** JSON types an editor may accept where the text form is looser than the value (a number, a boolean). */
  readonly editorTypes?: readonly ('string' | 'integer' | 'number' | 'boolean' | 'null')[];
}

export const ID_PATTERN = /^[a-z][a-z0-9-]{0,39}$/;
export const OPTION_ID_PATTERN = /^[a-z0-9]$/;

/** One line of plain text. */
export const line = (description: string, max = 255) =>
  z.string().trim().min(1, 'must not be empty').max(max, `must have at most ${max} characters`).meta({ description });

/** Markdown text. */
export const markdown = (description: string) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .meta({ description: `${description} (Markdown)`, markdown: true });

export const id = (description: string) =>
  z
    .string()
    .regex(
      ID_PATTERN,
      'must be lower-case letters, digits and hyphens, start with a letter, and have at most 40 characters',
    )
    .meta({ description });

export const optionId = (description: string) =>
  z
    .string()
    .regex(OPTION_ID_PATTERN, 'must be one character, a to z or 0 to 9')
    .meta({ description, editorTypes: ['string', 'integer'] });

/** Text that may look like a number, such as a code. */
export const code = (description: string) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(20, 'is too long for a code')
    .meta({ description, editorTypes: ['string', 'number'] });

export const wholeNumber = (description: string, limits: { readonly min: number; readonly max: number }) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= limits.min && n <= limits.max, `must be between ${limits.min} and ${limits.max}`)
    .meta({ description, editorTypes: ['integer'], minimum: limits.min, maximum: limits.max });

export const decimal = (description: string, limits: { readonly min: number; readonly max: number }) =>
  z
    .string()
    .regex(/^\d{1,9}(\.\d{1,4})?$/, 'must be a number')
    .transform(Number)
    .refine((n) => n >= limits.min && n <= limits.max, `must be between ${limits.min} and ${limits.max}`)
    .meta({ description, editorTypes: ['number'], minimum: limits.min, maximum: limits.max });

export const flag = (description: string) =>
  z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .transform((text) => text === 'true')
    .meta({ description, editorTypes: ['boolean'] });

export const date = (description: string) =>
  z.iso.date({ error: 'must be a date such as 2026-10-01' }).meta({ description });

const webAddress = (description: string) =>
  z
    .string()
    .trim()
    .regex(/^https:\/\/[^\s]+$/, 'must be a web address that starts with https://')
    .max(2000, 'is too long')
    .meta({ description });

/** A path inside the workspace or the course, checked again when it is resolved. */
export const path = (description: string) =>
  z.string().trim().min(1, 'must not be empty').max(200, 'is too long').meta({ description });

export const LANGUAGE_PATTERN = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;

/** A language, with its script and its country where those matter. */
export const language = z.string().regex(LANGUAGE_PATTERN, 'must be a language such as en, es-MX or zh-Hant');

/** A release of a code set. */
export const edition = z.string().regex(EDITION_PATTERN, 'must be written like icd-10-cm@2026');

export const codeSystem = (description: string) => z.enum(CODE_SYSTEMS).meta({ description });

/** `codes:` of a lesson or a question: lists of codes by system. */
export const codesBySystem = (description: string) =>
  z.partialRecord(z.enum(CODE_SYSTEMS), z.array(code('A code, with or without its dot.')).min(1)).meta({ description });

/** Warnings that may stand, each with the reason. */
export const allowances = z
  .array(
    z
      .strictObject({
        code: z
          .string()
          .trim()
          .regex(/^CW\d{3,5}$/, 'must be the code of a warning, such as CW5010')
          .meta({ description: 'The code of the warning, such as CW5010.' }),
        reason: line('Why it may stand, in one sentence.', 300),
      })
      .meta({ description: 'A warning that may stand.' }),
  )
  .min(1)
  .meta({ description: 'Warnings that may stand, each with the reason.' });

/** Codes that may stand although the edition says otherwise. */
export const accept = z
  .array(
    z
      .strictObject({
        code: code('The code, with or without its dot.'),
        system: codeSystem('The code system; icd-10-cm if absent.').optional(),
        until: date('The last day that it may stand; after it a build warns.').optional(),
        reason: line('Why it may stand, in one sentence.', 300),
      })
      .meta({ description: 'A code that may stand although the edition says otherwise.' }),
  )
  .min(1)
  .meta({ description: 'Codes that may stand although the edition says otherwise, each with the reason.' });
export type AcceptedCode = z.infer<typeof accept>[number];

/** A published source of a fact. */
export const source = z
  .strictObject({
    title: line('The title of the page or document and its publisher.'),
    url: webAddress('Its address.'),
    checked: date('The day somebody read it.').optional(),
  })
  .meta({ description: 'Where a fact stands.' });
export type SourceReference = z.infer<typeof source>;
