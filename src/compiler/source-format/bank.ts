/**
 * The form of a bank: a domain and questions. Questions are validated one by one, each by the schema of its type, so that
 * one bad question never hides the others.
 */
import { z } from 'zod';
import { allowances, id } from './fields.ts';

/** A bank with its questions still unread. */
export const bankSchema = z
  .strictObject({
    domain: id('The exam domain of every question that names no other.'),
    allow: allowances.optional(),
    questions: z.array(z.unknown()).min(1, 'must hold at least one question').meta({ description: 'The questions.' }),
  })
  .meta({ description: 'A bank of questions.' });
