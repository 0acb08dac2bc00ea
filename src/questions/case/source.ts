/** The form of a case: the record in documents, the codes it asks for, and how they are graded. */
import { z } from 'zod';
import { code, codeSystem, decimal, flag, id, line, markdown } from '../../compiler/source-format/fields.ts';
import { SETTINGS } from '../../compiler/source-format/settings.ts';
import { questionFields } from '../question-source.ts';

const document = z
  .strictObject({
    id: id('The id of the document, unique in the case.'),
    title: line('What the document is, as on its tab: History and physical.', 80),
    text: markdown('The document.'),
  })
  .meta({ description: 'A document of the record.' });

const poaField = z
  .enum(['Y', 'N', 'U', 'W', 'exempt'])
  .meta({ description: 'Present on admission: Y, N, U (unknown), W (undetermined) or exempt.' });

const diagnosisFields = {
  code: code('The right ICD-10-CM code, with or without its dot.'),
  also: z
    .array(code('A code that is as right.'))
    .min(1)
    .optional()
    .meta({ description: 'Other codes that are as right in its place.' }),
  poa: poaField.optional(),
  why: markdown('Why this code belongs here; learners see it after they answered.'),
};

const optionalField = flag('true for a code that neither earns nor costs anything.').optional();

const principal = z
  .strictObject(diagnosisFields)
  .meta({ description: 'The principal diagnosis; outside hospital stays the first-listed one.' });

const secondary = z
  .array(
    z.strictObject({ ...diagnosisFields, optional: optionalField }).meta({ description: 'A secondary diagnosis.' }),
  )
  .meta({ description: 'Secondary diagnoses; their order does not count.' });

const procedures = z
  .array(
    z
      .strictObject({
        code: code('The right code.'),
        system: codeSystem('The code system; icd-10-pcs if absent, hcpcs outside hospital stays.').optional(),
        also: diagnosisFields.also,
        optional: optionalField,
        why: diagnosisFields.why,
      })
      .meta({ description: 'A procedure.' }),
  )
  .meta({ description: 'Procedures; one that was done twice stands twice.' });

const group = z
  .strictObject({ principal: principal.optional(), secondary: secondary.optional(), procedures: procedures.optional() })
  .meta({ description: 'Codes that belong together.' });

const points = (description: string) => decimal(description, { min: 0, max: 1 }).optional();

const grading = z
  .strictObject({
    place: points('Points for the principal diagnosis among the secondary ones; 0.5 if absent.'),
    extra: points('Points that a code that does not belong takes from its list; 1 if absent.'),
    near: points('Points for a code that comes near a missing one; 0 if absent.'),
    poa: points('Points for a right POA indicator; 0.5 if absent.'),
    order: points('Points that a pair in the wrong order takes away; 0.5 if absent.'),
  })
  .meta({ description: 'Points; a right code earns one. The learner is told.' });

const listed = z
  .array(
    z
      .strictObject({
        code: code('A code to choose.'),
        text: line('Its title or a description.'),
      })
      .meta({ description: 'A code to choose.' }),
  )
  .min(1);

export const caseSchema = z
  .strictObject({
    type: z.literal('case').meta({ description: 'A record to code.' }),
    setting: z
      .enum(SETTINGS)
      .meta({ description: 'Where the patient was: it decides which codes and fields there are.' }),
    ...questionFields,
    documents: z.array(document).min(1).max(12).meta({ description: 'The record, one document to a tab.' }),
    poa: flag('true where each diagnosis needs its POA indicator; for hospital stays.').optional(),
    principal: principal.optional(),
    secondary: secondary.optional(),
    procedures: procedures.optional(),
    alternatives: z
      .array(
        z
          .strictObject({
            groups: z.array(group).min(2).meta({ description: 'Groups of which one is the key.' }),
          })
          .meta({ description: 'A choice between groups of codes.' }),
      )
      .min(1)
      .optional()
      .meta({ description: 'Groups of codes that stand for each other; the one that is best for the learner counts.' }),
    order: z
      .array(
        z
          .array(code('A diagnosis code of the key.'))
          .length(2, 'must have two codes: the one that comes first, and the one behind it')
          .meta({ description: 'A pair: the code that comes first, and the one behind it.' }),
      )
      .min(1)
      .optional()
      .meta({ description: 'Pairs of diagnosis codes of which the first one must stand before the second one.' }),
    misses: z
      .array(
        z
          .strictObject({
            code: code('A wrong code that learners may give.'),
            system: codeSystem('The code system; icd-10-cm if absent.').optional(),
            why: markdown('Why this code is wrong; learners who gave it see it.'),
          })
          .meta({ description: 'A wrong code with its reason.' }),
      )
      .optional()
      .meta({ description: 'Wrong codes that the author foresaw, each with its reason.' }),
    entry: z
      .enum(['typed', 'list'])
      .optional()
      .meta({ description: 'typed: codes are typed (if absent). list: they are chosen from `options`.' }),
    options: z
      .strictObject({
        diagnoses: listed.meta({ description: 'Diagnosis codes to choose from.' }),
        procedures: listed.optional().meta({ description: 'Procedure codes to choose from.' }),
      })
      .optional()
      .meta({ description: 'Codes to choose from, right and wrong ones, for `entry: list`.' }),
    grading: grading.optional(),
  })
  .meta({ description: 'A record to code: diagnoses, procedures, present on admission.' });

export type CaseSource = z.infer<typeof caseSchema>;
