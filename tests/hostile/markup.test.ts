/**
 * HTML that would run as code in every text of an author, and in what an LMS hands back: no script runs in a learner's browser,
 * nothing is asked of another server, and the text shows as it was written.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump, FAILSAFE_SCHEMA, load } from 'js-yaml';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { bankSchema } from '../../src/compiler/source-format/bank.ts';
import { blueprintSchema } from '../../src/compiler/source-format/blueprint.ts';
import { courseSchema } from '../../src/compiler/source-format/course.ts';
import { credentialSchema } from '../../src/compiler/source-format/credential.ts';
import { glossarySchema } from '../../src/compiler/source-format/glossary.ts';
import { guideSchema } from '../../src/compiler/source-format/guide.ts';
import { lessonSchema } from '../../src/compiler/source-format/lesson.ts';
import { workspaceSchema } from '../../src/compiler/source-format/workspace.ts';
import { findQuestionType, QUESTION_TYPES } from '../../src/questions/question-types.ts';
import { startBrowser } from '../lms/browser.ts';
import { buildFolder } from '../lms/build-fixture.ts';
import { type CourseDriver, openLms } from '../lms/course-driver.ts';
import { startServer, type TestServer } from '../lms/serve.ts';
import { listTexts, smuggle } from './smuggle.ts';

const VALID = join(import.meta.dirname, '..', 'fixtures', 'valid');
const MINIMAL = join(VALID, 'minimal');
const ATTACK = `<img src=x onerror="window.__pwned='body'"><svg onload=window.__pwned=3>`;
const QUOTED = ATTACK.replaceAll('"', "'");

const GUIDE = {
  id: 'which-way',
  title: 'x',
  introduction: 'x',
  questions: [{ id: 'hand', text: 'x', help: 'x', answers: ['a', 'b'].map((id) => ({ id, text: 'x' })) }],
  outcomes: ['left', 'right'].map((id) => ({ id, title: 'x', text: 'x', plan: ['x'] })),
  rules: [{ when: { hand: ['a'] }, suggests: 'left', because: 'x' }],
  otherwise: 'right',
};

/** Timed, so that a variant can be made of it. */
const EXAM = {
  exam: 'small-exam',
  title: 'x',
  introduction: 'x',
  from: ['banks/basics.yaml'],
  draws: [{ domain: 'guidance', count: '2' }],
  minutes: '10',
};

/** Every construct of a lesson around the attack. */
const BODY = `
## ${ATTACK} heading

${ATTACK} \`${ATTACK}\` <a href="javascript:window.__pwned=1">a</a> <b onclick="window.__pwned=1" title='"><img src=x onerror=window.__pwned=1>'>bold</b>

[link](https://x.test/"onmouseover="window.__pwned=1 '"><img src=x onerror=window.__pwned=1>') and <https://x.test/'onerror=1>

![alt "><img src=x onerror=window.__pwned=1>](form.svg '"><img src=x onerror=window.__pwned=1>')

An ![inline "><img src=x onerror=window.__pwned=1>](form.svg '" onload="window.__pwned=1') picture and ![a name](x%27onerror=alert(1)%20y.svg).

> [!NOTE] ${ATTACK} title
> ${ATTACK}

:::details ${ATTACK} summary
${ATTACK}
:::

| ${QUOTED} | b |
|---|---|
| ${QUOTED} | \`${QUOTED}\` |

${QUOTED}
: ${QUOTED}

- ${ATTACK}
  - [ ] ${ATTACK}

\`\`\`"><img/src=x/onerror=window.__pwned=1>
</code></pre></script>${ATTACK}
\`\`\`

A note[^"><img/src=x/onerror=window.__pwned=1>].

[^"><img/src=x/onerror=window.__pwned=1>]: ${ATTACK}

<div onclick="window.__pwned=1" style="background:url(javascript:window.__pwned=1)"><script>window.__pwned=1</script><iframe srcdoc="<script>parent.__pwned=1</script>"></iframe><style>@import "https://x.test"</style><form action="javascript:window.__pwned=1"><button>go</button></form>

<svg><style><img src=x onerror=window.__pwned=1></style></svg><math><mtext></p><img src=x onerror=window.__pwned=1></math><noscript><p title="</noscript><img src=x onerror=window.__pwned=1>"></noscript>

</div></article></main></body></html>

:code[E11.9] and :term[&lt;img src=x onerror=window.__pwned=1&gt;]{id=smuggled} and {{title}} {{{bodyHtml}}}

::video{src=intro.mp4 captions=intro.vtt title="${QUOTED}"}

::audio{src=sound.mp3 captions=intro.vtt title="${QUOTED}" language=en}
`;

type Data = Record<string, unknown>;

let server: TestServer;
let browser: Browser;
let files: ReadonlyMap<string, Uint8Array>;
const filled = new Set<string>();
const folder = mkdtempSync(join(tmpdir(), 'coursewright-smuggle-'));

function read(path: string, root = MINIMAL): Data {
  return load(readFileSync(join(root, path), 'utf8'), { schema: FAILSAFE_SCHEMA }) as Data;
}

/** Its rows are not known, so that the code is typed and no official text stands between those of the author. */
const DRILL: Data = {
  id: 'a-drill',
  type: 'pcs-build',
  stem: 'x',
  expect: '0DTJ4ZZ',
  why: Object.fromEntries(
    ['section', 'body-system', 'operation', 'body-part', 'approach', 'device', 'qualifier'].map((name) => [name, 'x']),
  ),
  misses: [{ code: '0DBJ4ZZ', why: 'x' }],
  rationale: 'x',
  difficulty: 'recall',
};

/** A question of each type that the smallest workspace does not have, with every field that may hold a text. */
function otherQuestions(): readonly Data[] {
  const of = (path: string): readonly Data[] => (read(path, VALID) as { questions: Data[] }).questions;
  const answers = of('answers/answers/banks/answers.yaml');
  const ofType = (type: string): Data => answers.find((question) => question.type === type) ?? {};
  const [entry = {}] = of('coded/coded-course/banks/entry.yaml');
  const [stay = {}, visit = {}, either = {}] = of('coded/coded-course/banks/cases.yaml');
  const injection = { code: 'J0696', system: 'hcpcs', why: 'x' };
  const { diagnoses } = visit.options as Data;
  const { groups } = (either.alternatives as Data[])[0] as { groups: Data[] };
  return [
    { ...ofType('fill-in'), max: '120' },
    ofType('numeric'),
    ofType('matching'),
    ofType('ordering'),
    entry,
    DRILL,
    stay,
    { ...visit, procedures: [injection], options: { diagnoses, procedures: [{ code: 'J0696', text: 'x' }] } },
    {
      ...either,
      alternatives: [{ groups: groups.map((group) => ({ ...group, procedures: [{ code: '0DTJ4ZZ', why: 'x' }] })) }],
    },
  ];
}

/** Each type once more, for hints are one text or a list. */
function twins(questions: readonly Data[]): readonly Data[] {
  const again = (hint: unknown, tail: string) => (question: Data) => ({
    ...question,
    id: `${question.id}-${tail}`,
    hint,
  });
  return [...questions.map(again('x', 'one')), ...[...questions, ...otherQuestions()].map(again(['x', 'x'], 'list'))];
}

function put(path: string, schema: z.ZodType, value: unknown, name: string): unknown {
  const done = smuggle(schema, value, name);
  for (const field of done.filled) filled.add(field);
  if (path !== '') writeFileSync(join(folder, path), dump(done.value, { lineWidth: -1 }));
  return done.value;
}

function writeWorkspace(): void {
  cpSync(MINIMAL, folder, { recursive: true });
  const media = join(folder, 'first-course', 'media');
  for (const name of ["x'onerror=alert(1) y.svg", 'logo.svg'])
    writeFileSync(join(media, name), readFileSync(join(MINIMAL, 'first-course/media/form.svg')));
  writeFileSync(join(media, 'sound.mp3'), 'ID3');
  put(
    'coursewright.yaml',
    workspaceSchema,
    {
      ...read('coursewright.yaml'),
      licenses: { cpt: { status: 'licensed', holder: 'x', year: '2026' } },
      theme: { logo: 'first-course/media/logo.svg' },
    },
    'workspace',
  );
  const course = read('first-course/course.yaml');
  const [module] = course.outline as { activities: unknown[] }[];
  const bank = read('first-course/banks/basics.yaml') as { questions: Data[] };
  const others = [...otherQuestions().map((question): Data => ({ ...question, hint: 'x' })), ...twins(bank.questions)];
  module?.activities.push(
    { quiz: 'types-quiz', title: 'x', questions: others.map(({ id }) => id) },
    { guide: 'guides/which-way.yaml' },
    EXAM,
  );
  put(
    'first-course/course.yaml',
    courseSchema,
    {
      ...course,
      reviewed: { by: 'x', on: '2026-01-01' },
      packages: [{ part: 'one', title: 'x', modules: ['basics'] }],
      variants: [{ variant: 'slow', title: 'x', 'time-factor': '2' }],
    },
    'course',
  );
  const glossary = read('shared/glossary.yaml') as { terms: Data[] };
  const term = smuggle(
    glossarySchema,
    { terms: [{ id: 'smuggled', also: ['x'], term: 'x', definition: 'x' }] },
    'glossary',
  );
  for (const field of term.filled) filled.add(field);
  writeFileSync(
    join(folder, 'shared/glossary.yaml'),
    dump({ terms: [...glossary.terms, ...(term.value as { terms: Data[] }).terms] }),
  );
  put('shared/credentials/cpc.yaml', credentialSchema, read('shared/credentials/cpc.yaml'), 'credential');
  put(
    'shared/blueprints/cpc-2026.yaml',
    blueprintSchema,
    { ...read('shared/blueprints/cpc-2026.yaml'), 'open-book': ['x'] },
    'blueprint',
  );
  const attack = (question: Data): unknown => {
    const type = findQuestionType(String(question.type));
    if (type === undefined) throw new Error(`no type ${String(question.type)}`);
    return put('', type.schema, question, type.type);
  };
  put('first-course/banks/basics.yaml', bankSchema, { ...bank, questions: bank.questions.map(attack) }, 'bank');
  const more = { domain: 'guidance', questions: others.map(attack) };
  writeFileSync(join(folder, 'first-course/banks/others.yaml'), dump(more, { lineWidth: -1 }));
  mkdirSync(join(folder, 'first-course/guides'));
  put('first-course/guides/which-way.yaml', guideSchema, GUIDE, 'guide');
  for (const name of ['01-start.md', '02-codes.md']) {
    const path = `first-course/lessons/${name}`;
    const [, head = '', body = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(MINIMAL, path), 'utf8')) ?? [];
    const value = { objectives: ['x'], ...(load(head, { schema: FAILSAFE_SCHEMA }) as Data) };
    const written = dump(put('', lessonSchema, value, 'lesson'), { lineWidth: -1 });
    writeFileSync(join(folder, path), `---\n${written}---\n${body}\n${name.startsWith('01') ? BODY : ''}`);
  }
}

beforeAll(async () => {
  writeWorkspace();
  const packages = await buildFolder(folder);
  expect([...packages.keys()].sort()).toEqual(['first-course-one', 'first-course-one-slow']);
  files = packages.get('first-course-one') ?? new Map();
  server = await startServer();
  server.put('attacked', files);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('every free text of every form has a payload', () => {
  const all = [
    ...listTexts(workspaceSchema, 'workspace'),
    ...listTexts(courseSchema, 'course'),
    ...listTexts(glossarySchema, 'glossary'),
    ...listTexts(credentialSchema, 'credential'),
    ...listTexts(blueprintSchema, 'blueprint'),
    ...listTexts(lessonSchema, 'lesson'),
    ...listTexts(guideSchema, 'guide'),
    ...QUESTION_TYPES.flatMap(({ type, schema }) => listTexts(schema, type)),
  ];
  expect(all.length).toBeGreaterThan(30);
  // What authors write for the checks alone reaches no learner.
  const forAuthors = /allow|checks|accept\[\]\.reason|never-first/;
  expect([...new Set(all)].filter((field) => !filled.has(field) && !forAuthors.test(field))).toEqual([]);
});

interface Watched {
  readonly course: CourseDriver;
  readonly dialogs: string[];
  readonly strangers: string[];
}

async function open(profile: 'strict' | 'moodle'): Promise<Watched> {
  const course = await openLms(browser, server, profile);
  const dialogs: string[] = [];
  const strangers: string[] = [];
  course.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  course.page.on('request', (request) => {
    const url = new URL(request.url());
    const name = decodeURIComponent(url.pathname.split('/').pop() ?? '');
    const own = url.origin === server.origin && (files.has(name) || /^\/(lms|favicon)/.test(url.pathname));
    if (!own && !/^(?:data|blob|about):/.test(request.url())) strangers.push(request.url());
  });
  return { course, dialogs, strangers };
}

/** The outline hides behind its button in a narrow frame. */
async function openPage(course: CourseDriver, activity: string): Promise<void> {
  const link = course.frame.locator(`[data-cw="outline"] a[data-cw-activity="${activity}"]`);
  await link.evaluate((element: HTMLElement) => element.click());
  await course.waitForPage(activity);
}

/** Gives each question of a quiz some answer, so that what it says afterwards is on the page. */
async function answerAnyhow(course: CourseDriver): Promise<void> {
  await course.hook('start-quiz').click();
  const forms = course.frame.locator('form[data-cw-question]');
  await forms.first().waitFor();
  for (const form of await forms.all()) {
    for (const field of await form.locator('input[type="text"]:visible, input:not([type]):visible').all())
      await field.fill('7');
    for (const list of await form.locator('select:visible').all())
      await list.selectOption({ index: 1 }, { timeout: 2000 }).catch(() => undefined);
    await form.locator('[data-cw="check-answer"]').click();
  }
  await course.frame.locator('[data-cw="verdict"]').first().waitFor();
}

/** Looks into every frame: did anything run, and is there an element that only an attack could have made? */
async function expectClean({ course, dialogs, strangers }: Watched): Promise<void> {
  for (const frame of course.page.frames()) {
    const found = await frame.evaluate(() => ({
      pwned: (globalThis as { __pwned?: unknown }).__pwned ?? null,
      made: [...document.querySelectorAll('*')]
        .filter((element) =>
          /^(iframe|object|embed|base|form|math)$/i.test(element.localName) === false
            ? [...element.attributes].some(
                ({ name, value }) =>
                  /^on/i.test(name) ||
                  (/^(href|src|action)$/.test(name) && /^\s*(javascript|data|vbscript):/i.test(value)),
              )
            : !element.matches(
                'form[data-cw-question], form[data-cw="guide-questions"], form[data-cw="exam-choice"], iframe[name="course"]',
              ),
        )
        .map((element) => element.outerHTML.slice(0, 200)),
    }));
    expect(found).toEqual({ pwned: null, made: [] });
  }
  expect(dialogs).toEqual([]);
  expect(strangers).toEqual([]);
}

it('nothing runs in the player, from the title page to the result, and texts show as they were written', async () => {
  const watched = await open('moodle');
  const { course } = watched;
  await course.put('cmi.core.student_name', `Doe, ${ATTACK}`);
  await course.put('cmi.core.lesson_location', `"><script>window.__pwned=1</script>${ATTACK}`);
  await course.put('cmi.suspend_data', `${ATTACK}</script><script>window.__pwned=1</script>`);
  await course.launch('attacked');
  await expectClean(watched);
  const seen: string[] = [await course.frame.locator('body').innerText()];
  for (const activity of ['start', 'codes', 'which-way', 'small-exam', 'types-quiz', 'basics-quiz']) {
    await openPage(course, activity);
    for (const button of await course.frame.locator('button.term').all())
      await button.click({ timeout: 2000 }).catch(() => undefined);
    seen.push((await course.frame.locator('body').textContent()) ?? '');
    await expectClean(watched);
    if (activity === 'types-quiz') await answerAnyhow(course);
    seen.push((await course.frame.locator('body').textContent()) ?? '');
    await expectClean(watched);
  }
  await course.hook('start-quiz').click();
  for (const [id, options] of Object.entries({ 'fc-1': 'a', 'fc-2': 'ac', 'fc-3': 'f' }))
    await course.answer(id, options);
  seen.push((await course.frame.locator('body').textContent()) ?? '');
  await course.hook('finish-quiz').click();
  await course.hook('result').waitFor();
  seen.push((await course.frame.locator('body').textContent()) ?? '');
  await expectClean(watched);
  const all = seen.join('\n').replace(/\s+/g, ' ');
  for (const field of [
    'course.packages[].title',
    'course.outline[].title',
    'course.outline[].activities[].title',
    'course.outline[].activities[].introduction',
    'course.packages[].description',
    'lesson.title',
    'lesson.objectives[]',
    'workspace.organization',
    'workspace.theme.footer',
    'blueprint.title',
    'credential.facts[].value',
    'credential.facts[].disputed',
    'glossary.terms[].definition',
  ]) {
    const written = new RegExp(
      `onerror=(?:"window\\.__pwned='|window\\.__pwned=1> )${field.replace(/[[\].]/g, '\\$&')}`,
    );
    expect(written.test(all), `${field} shows as it was written`).toBe(true);
  }
  expect(all.includes(ATTACK)).toBe(true);
  await course.close();
  await course.dispose();
});

it('what the LMS hands back runs nothing, whatever it is, and the course starts', async () => {
  for (const text of [
    ATTACK,
    '__proto__',
    'constructor',
    '%3Cscript%3E',
    '{"__proto__":{"x":1}}',
    '1'.repeat(4096),
    '\u202e\u0000\ud800',
    '../../x',
    '#javascript:1',
  ]) {
    const watched = await open('strict');
    for (const element of [
      'cmi.suspend_data',
      'cmi.core.lesson_location',
      'cmi.core.student_name',
      'cmi.core.lesson_status',
      'cmi.core.lesson_mode',
      'cmi.core.entry',
      'cmi.core.score.raw',
    ])
      await watched.course.put(element, text);
    await watched.course.launch('attacked');
    await openPage(watched.course, 'codes');
    await expectClean(watched);
    expect(watched.course.complaints).toEqual([]);
    await watched.course.dispose();
  }
});

it('nothing runs on a page that is opened alone', async () => {
  const page = await browser.newPage();
  for (const name of files.keys()) {
    if (!name.endsWith('.html')) continue;
    await page.goto(`${server.origin}/attacked/${name}`);
    expect(await page.evaluate(() => (globalThis as { __pwned?: unknown }).__pwned ?? null)).toBeNull();
  }
  await page.close();
});
