/** Problems in templates and in the theme of a workspace. */
import { defineRule } from '../rule.ts';

export const unknownTemplate = defineRule<{ readonly name: string; readonly nearest: string | undefined }>({
  code: 'CW6100',
  name: 'unknown-template',
  severity: 'error',
  message: ({ name }) => `no built-in template is called "${name}", so this file would never be used`,
  hint: ({ nearest }) => (nearest === undefined ? undefined : `did you mean "${nearest}"?`),
  why: 'A file in the templates folder replaces the built-in template of the same path. A misspelled name replaces nothing.',
  fix: 'Give the file the path of a template that templates/README.md lists, or move it out of the templates folder.',
  before: 'templates/pages/leson.hbs',
  after: 'templates/pages/lesson.hbs',
});

export const templateSyntax = defineRule<{ readonly name: string; readonly problem: string }>({
  code: 'CW6101',
  name: 'template-syntax',
  severity: 'error',
  message: ({ name, problem }) => `the template "${name}" cannot be read: ${problem}`,
  why: 'A template that cannot be read renders no page.',
  fix: 'Close every block with its own name and every pair of braces.',
  before: '{{#if guideline}}<p>{{guideline}}</p>',
  after: '{{#if guideline}}<p>{{guideline}}</p>{{/if}}',
});

export const templateUnknownHelper = defineRule<{ readonly name: string; readonly helper: string }>({
  code: 'CW6102',
  name: 'template-unknown-helper',
  severity: 'error',
  message: ({ name, helper }) => `the template "${name}" uses the helper "${helper}", which does not exist`,
  hint: () => 'templates have the helpers if, unless, each and with',
  why: 'Templates put finished values in place and compute nothing, so that each page can be checked.',
  fix: 'Use a field of the view; templates/README.md lists the fields of each template.',
  before: '{{uppercase title}}',
  after: '{{title}}',
});

export const templateUnknownPartial = defineRule<{
  readonly name: string;
  readonly partial: string;
  readonly nearest: string | undefined;
}>({
  code: 'CW6103',
  name: 'template-unknown-partial',
  severity: 'error',
  message: ({ name, partial }) => `the template "${name}" includes "${partial}", which is not a template`,
  hint: ({ nearest }) => (nearest === undefined ? undefined : `did you mean "${nearest}"?`),
  why: 'Only the built-in partials, or your replacements of them, can be included.',
  fix: 'Include a partial that templates/README.md lists.',
  before: '{{> outlin}}',
  after: '{{> outline}}',
});

export const templateRawOutput = defineRule<{ readonly name: string; readonly field: string }>({
  code: 'CW6104',
  name: 'template-raw-output',
  severity: 'error',
  message: ({ name, field }) => `the template "${name}" puts "${field}" on the page as HTML, but it is plain text`,
  why: 'Triple braces switch escaping off. A "<" in a title would then break the page, or run as code.',
  fix: 'Use double braces; triple braces are for fields whose names end in Html.',
  before: '<h1>{{{title}}}</h1>',
  after: '<h1>{{title}}</h1>',
});

export const templateMissingField = defineRule<{ readonly name: string; readonly field: string }>({
  code: 'CW6105',
  name: 'template-missing-field',
  severity: 'error',
  message: ({ name, field }) => `the template "${name}" asks for "${field}", which is not there`,
  why: 'A field that does not exist would leave a hole in the page that nobody notices.',
  fix: 'Use a field of the view; templates/README.md lists the fields of each template.',
  before: '<h1>{{heading}}</h1>',
  after: '<h1>{{title}}</h1>',
});

export const templateFailed = defineRule<{ readonly name: string; readonly problem: string }>({
  code: 'CW6106',
  name: 'template-failed',
  severity: 'error',
  message: ({ name, problem }) => `the template "${name}" failed: ${problem}`,
  why: 'A template that fails renders no page.',
  fix: 'Start again from the built-in template and change one thing at a time. A partial must not include itself.',
  before: 'partials/outline.hbs: {{> outline}}',
  after: 'partials/outline.hbs: {{> outline-entry}}',
});

export const templateMissingHook = defineRule<{ readonly name: string; readonly hook: string; readonly count: number }>(
  {
    code: 'CW6107',
    name: 'template-missing-hook',
    severity: 'error',
    message: ({ name, hook, count }) =>
      count === 0
        ? `the template "${name}" lacks ${hook}, which the player needs`
        : `the template "${name}" has ${hook} ${count} times, where the player needs one`,
    why: 'The player finds its places on a page by these attributes. Without them questions cannot be answered or progress is not shown.',
    fix: 'Take the element with this attribute over from the built-in template; templates/README.md lists the hooks of each.',
    before: '<main>',
    after: '<main data-cw="main" id="cw-main" tabindex="-1">',
  },
);

export const themeContrast = defineRule<{
  readonly field: string;
  readonly color: string;
  readonly ratio: string;
  readonly needed: string;
  readonly against: string;
  readonly scheme: string;
}>({
  code: 'CW6108',
  name: 'theme-contrast',
  severity: 'error',
  message: ({ field, color, ratio, needed, against, scheme }) =>
    `the theme color ${field} "${color}" has a contrast of ${ratio}:1 against the ${scheme} background ${against}; links need ${needed}:1`,
  hint: ({ scheme }) => `choose a ${scheme === 'light' ? 'darker' : 'lighter'} shade of the color`,
  why: 'Links and buttons in a color too close to the background cannot be read by everyone (WCAG 2.2, 1.4.3).',
  fix: 'Take a darker shade for accent and a lighter shade for accent-dark until the contrast is at least 4.5:1.',
  before: 'accent: "#8ab8ff"',
  after: 'accent: "#0b5cad"',
});

export const templateActiveContent = defineRule<{ readonly name: string; readonly found: string }>({
  code: 'CW6109',
  name: 'template-active-content',
  severity: 'error',
  message: ({ name, found }) => `the template "${name}" contains ${found}, which a package may not contain`,
  why: 'Hosts refuse packages with scripts in attributes or files from other servers, and pages must work without a network.',
  fix: 'Remove it. The player brings its own script; images belong beside the lessons.',
  before: '<button onclick="go()">',
  after: '<button data-cw="exit">',
});

export const templatesRules = [
  unknownTemplate,
  templateSyntax,
  templateUnknownHelper,
  templateUnknownPartial,
  templateRawOutput,
  templateMissingField,
  templateFailed,
  templateMissingHook,
  themeContrast,
  templateActiveContent,
] as const;
