import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { isRawText, nodeName, templateNodes } from '../../src/compiler/5-render/check-template.ts';
import { findOverrides } from '../../src/compiler/5-render/load-templates.ts';
import { contrastRatio, DARK_BACKGROUNDS, LIGHT_BACKGROUNDS } from '../../src/compiler/5-render/theme-style.ts';
import { templatesRules } from '../../src/diagnostics/catalog/templates.ts';
import { builtIn, packageModel, render, sourceFile, TEMPLATES_FOLDER } from './render-harness.ts';

const templates = [...builtIn].filter(([path]) => path.endsWith('.hbs'));

describe('built-in templates', () => {
  it.each(templates)('%s escapes all but HTML fields', (_path, source) => {
    const raw = [...templateNodes(Handlebars.parse(source))].filter(isRawText).map((node) => nodeName(node));
    expect(raw).toEqual([]);
  });

  it('are all named in the README with their paths', () => {
    const readme = readFileSync(`${TEMPLATES_FOLDER}/README.md`, 'utf8');
    for (const [path] of templates) expect(readme).toContain(`\`${path}\``);
  });
});

/** Renders with one replaced template and returns what was reported. */
function report(path: string, source: string) {
  const { diagnostics } = render(packageModel(), { [path]: source });
  return diagnostics.map(({ code, message, hint, span }) => ({
    code,
    message,
    hint,
    marked: span === undefined ? undefined : source.slice(span.start, span.end),
  }));
}

const LESSON = builtIn.get('pages/lesson.hbs') ?? '';
const QUESTION = builtIn.get('partials/question-single-choice.hbs') ?? '';

describe('replaced templates', () => {
  it('change the page', () => {
    const own = LESSON.replace('<div class="prose">', '<div class="prose college">');
    const { fileOf, diagnostics } = render(packageModel(), { 'pages/lesson.hbs': own });
    expect(diagnostics).toEqual([]);
    expect(fileOf('first.html')).toContain('class="prose college"');
    expect(fileOf('first.page.js')).toContain('prose college');
  });

  it('may have Windows line ends and a byte order mark', () => {
    const plain = render(packageModel(), { 'pages/lesson.hbs': LESSON });
    const windows = render(packageModel(), { 'pages/lesson.hbs': `\ufeff${LESSON.replaceAll('\n', '\r\n')}` });
    expect([...windows.files]).toEqual([...plain.files]);
  });

  it('are found below the folder of the workspace', () => {
    const file = sourceFile('brand/pages/lesson.hbs', 'x');
    const files = new Map(
      [file, sourceFile('brand/notes.txt', ''), sourceFile('other/x.hbs', '')].map((f) => [f.path, f]),
    );
    expect([...findOverrides(files, './brand/')]).toEqual([['pages/lesson.hbs', file]]);
    expect(findOverrides(files, undefined).size).toBe(0);
  });

  it('must have the name of a built-in one', () => {
    expect(report('pages/leson.hbs', LESSON)).toMatchObject([
      { code: 'CW6100', hint: 'did you mean "pages/lesson.hbs"?' },
    ]);
  });

  it('must be readable', () => {
    expect(report('pages/lesson.hbs', `${LESSON}\n{{#if title}}`)).toMatchObject([
      { code: 'CW6101', message: expect.stringContaining('it ends inside a block') },
    ]);
    expect(report('pages/lesson.hbs', '<p>\n{{#if title}}x{{/unless}}')).toMatchObject([
      { code: 'CW6101', marked: '{{#if title}}x{{/unless}}' },
    ]);
  });

  it('may use four helpers and the known partials', () => {
    expect(report('pages/lesson.hbs', `${LESSON}{{upper title}}`)).toMatchObject([
      { code: 'CW6102', marked: '{{upper title}}' },
    ]);
    expect(report('pages/lesson.hbs', `${LESSON}{{#log title}}{{/log}}`)).toMatchObject([{ code: 'CW6102' }]);
    expect(report('pages/lesson.hbs', LESSON.replace('{{> terms}}', '{{> term}}'))).toMatchObject([
      { code: 'CW6103', hint: 'did you mean "terms"?', marked: '{{> term}}' },
    ]);
  });

  it('may print as HTML only what is HTML', () => {
    expect(report('pages/lesson.hbs', `${LESSON}<i>{{{title}}}</i>`)).toMatchObject([
      { code: 'CW6104', marked: '{{{title}}}' },
    ]);
    expect(report('pages/lesson.hbs', `${LESSON}{{&title}}`)).toMatchObject([{ code: 'CW6104' }]);
  });

  it('must ask for fields that exist, wherever they ask', () => {
    const asks = ['{{heading}}', '{{words.heading}}', '{{#if heading}}x{{/if}}', '{{#each heading}}x{{/each}}'];
    for (const ask of asks) {
      const [found, ...others] = report('pages/lesson.hbs', `${LESSON}\n  ${ask}`);
      expect(found, ask).toMatchObject({ code: 'CW6105', marked: expect.stringMatching(/^(words\.)?heading$/) });
      expect(others).toEqual([]);
    }
    expect(report('pages/lesson.hbs', `${LESSON}{{constructor.name}}`)).toMatchObject([{ code: 'CW6105' }]);
  });

  it('name the partial that failed, not the page that includes it', () => {
    expect(report('partials/terms.hbs', '{{oops}}')).toMatchObject([
      { code: 'CW6105', message: expect.stringContaining('partials/terms.hbs'), marked: 'oops' },
    ]);
  });

  it('must not include themselves', () => {
    expect(report('partials/terms.hbs', '{{> terms}}')).toMatchObject([
      { code: 'CW6106', message: expect.stringContaining('without end') },
    ]);
  });

  it('must keep the hooks, each once', () => {
    expect(
      report('pages/launch.hbs', (builtIn.get('pages/launch.hbs') ?? '').replace('data-cw="live"', '')),
    ).toMatchObject([
      { code: 'CW6107', message: 'the template "launch" lacks data-cw="live", which the player needs' },
    ]);
    expect(report('partials/question-single-choice.hbs', QUESTION.replace('data-cw="why"', ''))).toMatchObject([
      { code: 'CW6107', message: expect.stringContaining('data-cw="why"') },
    ]);
    expect(report('pages/quiz.hbs', `${builtIn.get('pages/quiz.hbs')}<div data-cw="quiz-head"></div>`)).toMatchObject([
      { code: 'CW6107', message: expect.stringContaining('2 times') },
    ]);
  });

  it('must bring no scripts and nothing from other servers', () => {
    const bad = [
      '<script src="x.js"></script>',
      '<button onclick="go()">x</button>',
      '<a href="javascript:go()">x</a>',
      '<img alt="" src="https://example.org/x.png">',
      '<iframe src="x.html"></iframe>',
    ];
    for (const markup of bad) {
      expect(
        report('pages/lesson.hbs', LESSON + markup).map(({ code }) => code),
        markup,
      ).toEqual(['CW6109']);
    }
  });
});

describe('theme colors', () => {
  const theme = (accent: string | undefined, accentDark?: string) =>
    render(packageModel({ theme: { ...packageModel().theme, accent, accentDark } }));

  it('follow the formula of WCAG', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#0b5cad', '#0b5cad')).toBe(1);
  });

  it('reach the style sheet, dark ones for dark pages only', () => {
    const { fileOf, diagnostics } = theme('#7a1f3d', '#f2a7bd');
    expect(diagnostics).toEqual([]);
    expect(fileOf('theme.css')).toContain(':root{--cw-accent:#7a1f3d}');
    expect(fileOf('theme.css')).toContain('(prefers-color-scheme:dark){:root{--cw-accent:#f2a7bd}}');
    expect(theme('#7a1f3d').fileOf('theme.css')).toContain('{:root{--cw-accent:var(--cw-accent-dark)}}');
  });

  it('are refused with the measured and the needed contrast', () => {
    expect(theme('#8ab8ff').diagnostics).toMatchObject([
      {
        code: 'CW6108',
        file: 'coursewright.yaml',
        message: expect.stringMatching(/contrast of 1\.\d\d:1 .*need 4\.5:1/),
      },
    ]);
    expect(theme(undefined, '#0b5cad').diagnostics).toMatchObject([
      { code: 'CW6108', hint: 'choose a lighter shade of the color' },
    ]);
  });

  it('of the built-in theme can be read on every background they stand on', () => {
    const css = builtIn.get('theme.css') ?? '';
    const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
    const read = (block: string) =>
      new Map(
        [...block.matchAll(/--cw-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
      );
    const lightColors = read(light);
    const darkColors = new Map([
      ...read(dark.slice(0, dark.indexOf('*,'))),
      ['accent', lightColors.get('accent-dark') ?? ''],
    ]);
    for (const [colors, backgrounds] of [
      [lightColors, LIGHT_BACKGROUNDS],
      [darkColors, DARK_BACKGROUNDS],
    ] as const) {
      const get = (name: string) => colors.get(name) ?? '#missing';
      const pages = ['page', 'panel', 'right', 'wrong', 'doubt', 'special', 'example', 'note'].map((name, at) =>
        at < 2 ? name : `${name}-page`,
      );
      expect(pages.map(get)).toEqual(backgrounds);
      const pairs: readonly (readonly [string, string])[] = [
        ...['text', 'soft', 'accent'].flatMap((one) => pages.map((page) => [one, page] as const)),
        ...['right', 'wrong', 'doubt', 'special', 'example'].map((tone) => [tone, `${tone}-page`] as const),
        ['doubt', 'panel'],
        ['on-accent', 'accent'],
      ];
      for (const [one, other] of pairs) {
        expect(contrastRatio(get(one), get(other)), `${one} on ${other}`).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrastRatio(get('control'), get('page'))).toBeGreaterThanOrEqual(3);
    }
  });
});

it('describes every rule for "explain"', () => {
  for (const rule of templatesRules) {
    expect(rule.code).toMatch(/^CW61\d\d$/);
    for (const words of [rule.why, rule.fix, rule.before, rule.after]) expect(words).not.toBe('');
  }
  expect(new Set(templatesRules.map(({ code }) => code)).size).toBe(templatesRules.length);
});
