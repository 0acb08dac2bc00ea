import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  checkHooks,
  launchHooks,
  lessonHooks,
  pageHooks,
  questionHooks,
  quizHooks,
} from '../../src/compiler/5-render/check-hooks.ts';
import { scriptJson } from '../../src/compiler/5-render/html.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { optionHooks } from '../../src/questions/choice-options.ts';
import type { PageData, PlayerQuestion } from '../../src/shared/package-data.ts';
import { unscramble } from '../../src/shared/scramble.ts';
import { pageEnglish } from '../../src/shared/words/page-en.ts';
import {
  builtIn,
  contentOf,
  HOSTILE,
  lesson,
  packageModel,
  paragraph,
  question,
  render,
  text,
} from './render-harness.ts';

const words = pageEnglish.fixed;

function pageData(script: string): PageData {
  const match = /^coursewright\.page\((.*)\);\n$/s.exec(script);
  return JSON.parse(match?.[1] ?? 'null') as PageData;
}

function missing(html: string, hooks: Parameters<typeof checkHooks>[1]): readonly string[] {
  const report = new Report();
  checkHooks(html, hooks, { name: 'launch', file: 'x' }, report);
  return report.sorted().map(({ message }) => message);
}

describe('files of a package', () => {
  it('are flat, lower-case and unique', () => {
    const { rendered, diagnostics } = render(packageModel());
    const names = rendered.files.map(({ name }) => name);
    expect(diagnostics).toEqual([]);
    expect(names).toEqual([
      'index.html',
      'theme.css',
      'words.js',
      'course-data.js',
      'player.js',
      'player-typed.js',
      'player-coded.js',
      'player-arranged.js',
      'first.html',
      'first.page.js',
      'practice.html',
      'practice.page.js',
    ]);
    expect(rendered.launch).toBe('index.html');
  });

  it('keep the launch page when an activity is called index', () => {
    const model = packageModel({
      activities: [lesson('index', contentOf('x'))],
      modules: [{ id: 'm', title: 'M', activities: ['index'] }],
    });
    const { rendered } = render(model);
    const names = rendered.files.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(rendered.data.activities[0]?.page).toBe('index_.html');
  });

  it('are the same bytes each time', () => {
    const [one, other] = [render(packageModel()), render(packageModel())];
    expect([...one.files]).toEqual([...other.files]);
  });

  it('stay within the budget of script and style, without the player', () => {
    const { files } = render(packageModel());
    expect(gzipSync(files.get('theme.css') ?? '').length).toBeLessThan(13 * 1024);
    expect(gzipSync(files.get('course-data.js') ?? '').length).toBeLessThan(2 * 1024);
  });
});

describe('pages', () => {
  const { files, fileOf } = render(packageModel());

  it('carry every hook of the player', () => {
    const options = ['a', 'b', 'c'];
    const bodyOf = (id: string) => pageData(fileOf(`${id}.page.js`)).body;
    const form = (id: string) =>
      new RegExp(`<form [^>]*data-cw-question="${id}".*?</form>`, 's').exec(bodyOf('practice'))?.[0] ?? '';
    expect(missing(fileOf('index.html'), launchHooks())).toEqual([]);
    expect(missing(fileOf('first.html'), [...pageHooks(), ...lessonHooks('first')])).toEqual([]);
    expect(missing(fileOf('practice.html'), [...pageHooks(), ...quizHooks('practice')])).toEqual([]);
    expect(missing(form('q-1'), questionHooks('q-1', 'single-choice', optionHooks(options)))).toEqual([]);
    expect(missing(form('q-2'), questionHooks('q-2', 'multiple-choice', optionHooks(options)))).toEqual([]);
    expect(missing(form('q-3'), questionHooks('q-3', 'true-false', optionHooks(['t', 'f'])))).toEqual([]);
    expect(form('q-2')).toContain('<div data-cw="instruction">Choose 2.</div>');
    expect(bodyOf('first')).toContain('data-cw-check="q-1"');
  });

  it('are complete and load no script, but for the launch page', () => {
    for (const [name, html] of files) {
      if (!name.endsWith('.html')) continue;
      expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">/);
      expect(html).toContain('<link rel="stylesheet" href="theme.css">');
      if (name === 'index.html') continue;
      expect(html).not.toContain('<script');
      expect(html).toContain(words.outside);
      expect(html).toContain('href="index.html"');
    }
    expect(fileOf('index.html').match(/<script[^>]*>/g)).toEqual([
      '<script src="words.js">',
      '<script src="course-data.js">',
      '<script src="player.js">',
    ]);
  });

  it('have no inline handlers and load nothing from outside', () => {
    for (const [name, html] of files) {
      if (!name.endsWith('.html')) continue;
      expect(html, name).not.toMatch(/<[^>]+\son[a-z]+\s*=/i);
      expect(html, name).not.toMatch(/<(?:script|link|img|source|track|iframe)[^>]*(?:src|href)="(?:https?:)?\/\//i);
    }
    expect(fileOf('theme.css')).not.toMatch(/@import|url\((?!"data:)/);
  });

  it('show nothing of key, reasons or rationale', () => {
    for (const [name, html] of files) expect(html, name).not.toContain('Secret');
  });

  it('register the same body as the complete page, and the key scrambled', () => {
    const data = pageData(fileOf('practice.page.js'));
    expect(fileOf('practice.html')).toContain(data.body);
    const questions = JSON.parse(unscramble(data.questions)) as readonly PlayerQuestion[];
    expect(questions.map(({ id, answer }) => [id, answer.key, answer.select])).toEqual([
      ['q-1', ['b'], 1],
      ['q-2', ['a', 'b'], 2],
      ['q-3', ['f'], 1],
    ]);
    expect(questions[0]?.answer.pinned).toEqual(['c']);
    expect(questions[0]?.whyHtml).toEqual({ a: 'Secret reason a', b: 'Secret reason b', c: 'Secret reason c' });
    expect(questions[2]?.whyHtml).toEqual({ t: 'Secret true', f: 'Secret false' });
  });

  it('say how the course is graded and how long it takes', () => {
    expect(fileOf('index.html')).toContain(
      'Your score is your best attempt at “Quiz practice”. You pass with 70 percent.',
    );
    expect(fileOf('index.html')).toContain('Lesson · 12 min');
    expect(render(packageModel({ grade: undefined })).fileOf('index.html')).toContain(words.notGraded);
  });

  it('list the terms of a page with their definitions', () => {
    const term = { kind: 'term', label: 'POA', id: 'poa', definition: 'At admission.' } as const;
    const model = packageModel({
      activities: [lesson('first', contentOf(paragraph(term)))],
      terms: [{ id: 'poa', term: 'present on admission', definition: 'At admission.' }],
    });
    const html = render(model).fileOf('first.html');
    expect(html).toContain('<dt>present on admission</dt><dd>At admission.</dd>');
    expect(html).toContain('popover id="cw-term-poa"');
  });
});

describe('labels', () => {
  it('stand on every page while nobody reviewed the course, on screen and on paper', () => {
    const { files } = render(packageModel());
    for (const [name, html] of files) {
      if (!name.endsWith('.html')) continue;
      expect(html).toContain(`<p class="label-sample">${words.sample}.</p>`);
      expect(html).toMatch(new RegExp(`class="print-label"[^>]*>${words.sample} · `));
      for (const notice of [words.independent, words.practice, words.codeSources]) expect(html).toContain(notice);
      expect(html).toContain('ICD-10-CM 2026');
      expect(html).toContain('Version 1.2.3');
    }
  });

  it('name the reviewer instead of the sample label afterwards', () => {
    const { files, fileOf } = render(packageModel({ reviewed: 'Ada Lovelace, CCS' }));
    const pages = [...files].filter(([name]) => name.endsWith('.html'));
    for (const [name, html] of pages) expect(html, name).not.toContain(words.sample);
    expect(fileOf('index.html')).toContain('Reviewed by Ada Lovelace, CCS');
  });

  it('cannot be removed by templates', () => {
    const { files, diagnostics } = render(packageModel(), {
      'pages/page.hbs':
        '<body data-cw-page="alone"><p data-cw="not-tracked"></p><main data-cw="main">{{{bodyHtml}}}</main>',
      'partials/title-page.hbs': '<h1>{{courseTitle}}</h1>',
    });
    expect(diagnostics).toEqual([]);
    for (const [name, html] of files) {
      if (name.endsWith('.html')) expect(html, name).toContain(`<p class="label-sample">${words.sample}.</p>`);
    }
  });
});

describe('hostile text', () => {
  it('stays text in every field of the model', () => {
    const base = packageModel();
    const asked = question('q-1');
    const model = packageModel({
      title: HOSTILE,
      description: HOSTILE,
      reviewed: HOSTILE,
      version: HOSTILE,
      editions: [HOSTILE],
      modules: [{ id: 'm', title: HOSTILE, activities: ['first', 'practice'] }],
      activities: base.activities.map((activity) =>
        activity.kind === 'lesson'
          ? { ...activity, title: HOSTILE, objectives: [HOSTILE], guideline: HOSTILE }
          : activity.kind === 'guide'
            ? { ...activity, title: HOSTILE }
            : { ...activity, title: HOSTILE, introduction: HOSTILE },
      ),
      questions: new Map([
        ...base.questions,
        ['q-1', { ...asked, stem: contentOf(paragraph(text(HOSTILE))), guideline: HOSTILE }],
      ]),
      theme: {
        organization: HOSTILE,
        logo: { file: 'logo.svg', alt: HOSTILE },
        accent: undefined,
        accentDark: undefined,
        footer: HOSTILE,
      },
    });
    const { files, diagnostics } = render(model);
    expect(diagnostics).toEqual([]);
    for (const [name, content] of files) {
      if (name.endsWith('.html')) {
        expect(content.match(/<script/g)?.length ?? 0, name).toBe(name === 'index.html' ? 3 : 0);
        expect(content, name).not.toContain('<img src=x');
      }
      if (name.endsWith('.js') && name !== 'player.js') expect(content, name).not.toContain('<');
    }
  });

  it('cannot end a script', () => {
    expect(scriptJson('</script><!--\u2028\u2029')).toBe('"\\u003c/script>\\u003c!--\\u2028\\u2029"');
    expect(JSON.parse(scriptJson(HOSTILE))).toBe(HOSTILE);
  });
});

describe('package data', () => {
  it('gives a question a new check when its answer or its revision changes, not when its text does', () => {
    const checkFor = (change: object) => {
      const model = packageModel({
        questions: new Map([...packageModel().questions, ['q-1', { ...question('q-1'), ...change }]]),
      });
      return render(model).rendered.data.questions.find(({ id }) => id === 'q-1')?.check;
    };
    expect(checkFor({ stem: contentOf('Other words') })).toBe(checkFor({}));
    expect(checkFor({ revision: 2 })).not.toBe(checkFor({}));
    expect(checkFor({ answerBasis: 'other' })).not.toBe(checkFor({}));
  });

  it('sorts questions by tag and holds no texts', () => {
    const { rendered, fileOf } = render(packageModel());
    const tags = rendered.data.questions.map(({ tag }) => tag);
    expect(tags).toEqual([...tags].sort());
    expect(fileOf('course-data.js')).toMatch(/^\(window\.coursewright=window\.coursewright\|\|\{\}\)\.data=\{/);
    expect(fileOf('course-data.js')).not.toContain('Stem of');
    expect(rendered.worstCase.characters).toBeGreaterThan(0);
  });
});

it('ships every built-in template that it lists', () => {
  expect([...builtIn.keys()]).toContain('pages/launch.hbs');
});
