/** The form of a credential file: facts, each with value, sources and the day it was checked. */
import { z } from 'zod';
import { date, id, line, source } from './fields.ts';

const fact = z
  .strictObject({
    id: id('The same id in two credentials makes one row of a comparison.'),
    label: line('What the row is called.', 80),
    value: line('The fact, in a few words.', 600),
    disputed: line('One sentence, where sources disagree: what the others say.', 600).optional(),
    checked: date('The day somebody checked it.'),
    sources: z.array(source).min(1, 'must name at least one source').meta({ description: 'Where it stands.' }),
  })
  .meta({ description: 'One fact.' });

export const credentialSchema = z
  .strictObject({
    id: id('The id; the same as the file name.'),
    name: line('The full name of the credential.'),
    abbreviation: line('Its abbreviation.', 20),
    organization: line('Who awards it.'),
    facts: z.array(fact).min(1).meta({ description: 'Facts in the order of the comparison.' }),
  })
  .meta({ description: 'Facts about a credential.' });

export type CredentialSource = z.infer<typeof credentialSchema>;
export type FactSource = z.infer<typeof fact>;
