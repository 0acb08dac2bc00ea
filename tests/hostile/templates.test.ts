/** Templates of a workspace that throw, never end or swell: a diagnostic each, after so many rounds and never after so long. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyWorkspace, type HostileBuild } from './hostile-workspace.ts';

const BUILT_IN = join(import.meta.dirname, '..', '..', 'templates');

async function buildWith(templates: Readonly<Record<string, string>>): Promise<HostileBuild> {
  const workspace = copyWorkspace();
  const config = readFileSync(workspace.at('coursewright.yaml'), 'utf8');
  workspace.write('coursewright.yaml', `${config}\ntemplates: templates\n`);
  for (const [path, text] of Object.entries(templates)) {
    mkdirSync(dirname(workspace.at(`templates/${path}`)), { recursive: true });
    workspace.write(`templates/${path}`, text);
  }
  return workspace.build();
}

const launch = readFileSync(join(BUILT_IN, 'pages', 'launch.hbs'), 'utf8');

it('a copy of a built-in template builds', async () => {
  expect((await buildWith({ 'pages/launch.hbs': launch })).result.packages).toHaveLength(1);
});

describe('refused, with nothing written', () => {
  const rounds = 9;
  it.each([
    ['a partial that includes itself', { 'partials/outline.hbs': '{{> outline}}' }, 'CW6106'],
    ['a partial that includes itself twice', { 'partials/outline.hbs': '{{> outline}}{{> outline}}' }, 'CW6106'],
    [
      'partials that include each other',
      { 'partials/outline.hbs': '{{> body-head}}', 'partials/body-head.hbs': '{{> outline}}' },
      'CW6106',
    ],
    [
      'each inside each',
      {
        'pages/launch.hbs': `${launch}${'{{#each words}}'.repeat(rounds)}x${'{{/each}}'.repeat(rounds)}`.replaceAll(
          /\{\{#each words\}\}(?=\{\{#each)/g,
          '{{#each ../words}}',
        ),
      },
      'CW610[56]',
    ],
    [
      'each over the root inside each',
      {
        'pages/launch.hbs': `${launch}${'{{#each @root.words}}'.repeat(rounds)}x${'{{/each}}'.repeat(rounds)}`,
      },
      'CW6106',
    ],
    [
      'each that prints more than a page can hold',
      {
        'pages/launch.hbs': `${launch}${'{{#each @root.words}}'.repeat(2)}${'x'.repeat(900_000)}${'{{/each}}'.repeat(2)}`,
      },
      'CW6106',
    ],
    [
      'blocks nested without end',
      { 'pages/launch.hbs': `${'{{#if title}}'.repeat(20_000)}${'{{/if}}'.repeat(20_000)}` },
      'CW6101',
    ],
    ['brackets nested without end', { 'pages/launch.hbs': `{{#if ${'('.repeat(100_000)}` }, 'CW6101'],
    ['a template of 5 MB', { 'pages/launch.hbs': 'x'.repeat(5_000_000) }, 'CW1005'],
    ['a helper without a field', { 'pages/launch.hbs': `${launch}{{#if}}x{{/if}}` }, 'CW6106'],
    ['a helper with two fields', { 'pages/launch.hbs': `${launch}{{#each words title}}x{{/each}}` }, 'CW6106'],
    ['a thousand open tags', { 'pages/launch.hbs': `${launch}${'<img '.repeat(150_000)} src="//x"` }, 'CW6109'],
    ['a method of JavaScript', { 'pages/launch.hbs': '{{constructor.constructor}}' }, 'CW6105'],
    ['a prototype', { 'pages/launch.hbs': '{{__proto__.polluted}}' }, 'CW6105'],
    ['a script', { 'pages/launch.hbs': `${launch}<script>alert(1)</script>` }, 'CW6109'],
    ['bytes that are no text', { 'pages/launch.hbs': '\u0000\ufffd{{' }, 'CW6101'],
  ])('%s', async (_, templates, code) => {
    const { codes, written } = await buildWith(templates);
    expect(codes.join()).toMatch(new RegExp(code));
    expect(written).toEqual([]);
  });
});
