/** The form of `coursewright.yaml`. */
import { z } from 'zod';
import { checksSchema } from './checks.ts';
import { allowances, id, language, line, path } from './fields.ts';

const color = (description: string) =>
  z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'must be a color such as "#0b5cad"')
    .meta({ description });

const theme = z
  .strictObject({
    logo: path('An image file (svg or png), relative to the workspace.').optional(),
    'logo-alt': line('What the logo says, for those who do not see it.').optional(),
    colors: z
      .strictObject({
        accent: color('Links and buttons on light pages; at least 4.5:1 against white.').optional(),
        'accent-dark': color('Links and buttons on dark pages; at least 4.5:1 against the dark background.').optional(),
      })
      .optional()
      .meta({ description: 'Colors, checked for contrast at build.' }),
    footer: line('A line at the foot of every page.', 300).optional(),
  })
  .meta({ description: 'How the pages look.' });

const cptLicense = z.union([
  z.enum(['none'], { error: 'must be none, or the license with status, holder and year' }),
  z.strictObject({
    status: z.literal('licensed').meta({ description: 'licensed, when you hold a license of the AMA.' }),
    holder: line('Who holds the AMA license.'),
    year: line('The CPT year, such as 2026.', 4),
  }),
]);

export const workspaceSchema = z
  .strictObject({
    organization: line('The college or company whose courses these are.'),
    language: language.optional().meta({ description: 'Language of courses that name none.' }),
    courses: z
      .array(id('A folder with a course.yaml.'))
      .min(1, 'must name at least one course')
      .meta({ description: 'The courses, in the order they are built.' }),
    licenses: z
      .strictObject({
        cpt: cptLicense.optional().meta({ description: 'none, or who is licensed to publish CPT content.' }),
      })
      .optional()
      .meta({ description: 'Licenses for content that is not free.' }),
    'code-sets': path(
      'A folder with imported code-set editions, relative to the workspace, such as ../code-sets; a hidden one in the workspace if absent.',
    ).optional(),
    theme: theme.optional(),
    checks: checksSchema.optional(),
    allow: allowances.optional(),
    templates: path('A folder with templates that replace the built-in ones.').optional(),
  })
  .meta({ description: 'A workspace: several courses that share data.' });

export type WorkspaceSource = z.infer<typeof workspaceSchema>;
