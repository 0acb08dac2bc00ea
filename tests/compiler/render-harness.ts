/** Small models for rendering tests, and the built-in templates. */
import { fileURLToPath } from 'node:url';
import { loadTemplates } from '../../src/compiler/5-render/load-templates.ts';
import type { PageScope, TextPlace } from '../../src/compiler/5-render/page-scope.ts';
import { type RenderAssets, renderPackage } from '../../src/compiler/5-render/render-package.ts';
import type { ResolvedBlock, ResolvedContent, ResolvedInline } from '../../src/compiler/content.ts';
import type { LessonModel, PackageModel, QuestionModel, QuizModel, SourceFile } from '../../src/compiler/hand-over.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { PLAYER_PARTS, PLAYER_SCRIPT, partScriptName } from '../../src/shared/package-files.ts';
import { ENGLISH_TABLES } from '../../src/shared/words/languages.ts';
import { openPageWords } from '../../src/shared/words/page-words.ts';

export const TEMPLATES_FOLDER = fileURLToPath(new URL('../../templates', import.meta.url));
export const builtIn = loadTemplates(TEMPLATES_FOLDER);

/** Text that breaks out of everything that does not escape. */
export const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>{{x}} data-cw="main"`;

export const text = (value: string): ResolvedInline => ({ kind: 'text', text: value });
export const paragraph = (...content: (string | ResolvedInline)[]): ResolvedBlock => ({
  kind: 'paragraph',
  content: content.map((node) => (typeof node === 'string' ? text(node) : node)),
});
export const contentOf = (...blocks: (string | ResolvedBlock)[]): ResolvedContent => ({
  blocks: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
  footnotes: [],
});

export function textPlace(): TextPlace & { readonly scope: PageScope } {
  const scope: PageScope = {
    words: openPageWords(ENGLISH_TABLES.page, 'en'),
    pageOf: (activity) => `${activity}.html`,
    renderCheck: (question) => `<section data-cw-check="${question}"></section>`,
    termName: () => undefined,
    terms: new Map(),
    noteReferences: new Map(),
    tables: 0,
    codeBlocks: 0,
    descriptions: 0,
  };
  return { scope, prefix: '', interactive: true };
}

export function question(id: string, body?: QuestionModel['body']): QuestionModel {
  const option = (optionId: string) => ({
    id: optionId,
    content: contentOf(`Option ${optionId}`),
    why: contentOf(`Secret reason ${optionId}`),
    pinned: optionId === 'c',
  });
  return {
    id,
    domain: 'guidance',
    difficulty: 'recall',
    objective: '',
    guideline: 'Section II',
    revision: 1,
    pretest: false,
    answerBasis: `${id} a`,
    stem: contentOf(`Stem of ${id}`),
    rationale: contentOf('Secret rationale'),
    hints: [],
    body: body ?? { type: 'single-choice', options: ['a', 'b', 'c'].map(option), key: 'b' },
  };
}

const NO_PARTS = { policy: 'all-or-nothing', byType: {} } as const;

export function lesson(id: string, content: ResolvedContent, checks: readonly string[] = []): LessonModel {
  return {
    kind: 'lesson',
    id,
    title: `Lesson ${id}`,
    objectives: ['Name two settings.'],
    minutes: 12,
    guideline: 'Section IV.H',
    content,
    checks,
    credit: NO_PARTS,
  };
}

export function quiz(id: string, pool: readonly string[]): QuizModel {
  const facts = { pool, draw: 1, drawn: true, shuffle: true, credit: NO_PARTS };
  return { kind: 'quiz', id, title: `Quiz ${id}`, introduction: 'Go.', ...facts };
}

export function packageModel(change: Partial<PackageModel> = {}): PackageModel {
  const trueFalse: QuestionModel['body'] = {
    type: 'true-false',
    key: false,
    whyTrue: contentOf('Secret true'),
    whyFalse: contentOf('Secret false'),
  };
  const single = question('q-1');
  const several: QuestionModel['body'] = {
    type: 'multiple-choice',
    options: single.body.type === 'single-choice' ? single.body.options : [],
    key: ['a', 'b'],
    select: 2,
  };
  const questions = [single, question('q-2', several), question('q-3', trueFalse)];
  return {
    name: 'demo',
    course: 'demo',
    part: '',
    variant: '',
    title: 'Demo course',
    version: '1.2.3',
    language: 'en',
    direction: 'ltr',
    words: ENGLISH_TABLES,
    description: 'What it is about.',
    editions: ['icd-10-cm@2026'],
    reviewed: '',
    modules: [{ id: 'm', title: 'The module', activities: ['first', 'practice'] }],
    activities: [
      lesson('first', contentOf('Read this.', { kind: 'check', question: 'q-1' }), ['q-1']),
      quiz('practice', ['q-1', 'q-2', 'q-3']),
    ],
    questions: new Map(questions.map((one) => [one.id, one])),
    completion: ['first', 'practice'],
    grade: { activities: [{ id: 'practice', weight: 1 }], attempt: 'best', pass: 70 },
    report: 'when-earned',
    domains: [{ id: 'guidance', title: 'Guidance' }],
    codes: undefined,
    theme: { organization: 'College', logo: undefined, accent: undefined, accentDark: undefined, footer: '' },
    files: [],
    terms: [],
    targets: ['scorm12'],
    ...change,
  };
}

export function sourceFile(path: string, value: string): SourceFile {
  const bytes = new TextEncoder().encode(value);
  return { path, size: bytes.length, bytes: () => bytes, release: () => {} };
}

/** Renders with the workspace's own templates in the folder `own`. */
export function render(model: PackageModel, own: Readonly<Record<string, string>> = {}) {
  const report = new Report();
  const assets: RenderAssets = {
    player: new Map(
      [PLAYER_SCRIPT, ...PLAYER_PARTS.map(partScriptName)].map((name) => [
        name,
        new TextEncoder().encode(`/* ${name} */`),
      ]),
    ),
    templates: builtIn,
    overrides: new Map(Object.entries(own).map(([name, value]) => [name, sourceFile(`own/${name}`, value)])),
    toolVersion: '0.0.0',
  };
  const rendered = renderPackage(model, assets, report);
  const files = new Map(rendered.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
  return { rendered, files, fileOf: (name: string) => files.get(name) ?? '', diagnostics: report.sorted() };
}
