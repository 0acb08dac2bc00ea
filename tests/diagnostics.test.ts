/**
 * Every rule of the front end on a broken workspace of its own. `fixtures/broken/<code>-<what>` holds the files that differ
 * from `fixtures/valid/minimal`, `absent.txt` the files that are missing, `expected.txt` all that is reported.
 */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { CodeSets } from '../src/code-sets/code-sets.ts';
import { readWorkspace } from '../src/compiler/1-read/read-workspace.ts';
import { checkWorkspace, type FieldLimits } from '../src/compiler/compile.ts';
import type { AuthoredCourse } from '../src/compiler/hand-over.ts';
import { sourceText } from '../src/compiler/read-tree.ts';
import { allowancesRules } from '../src/diagnostics/catalog/allowances.ts';
import { casesRules } from '../src/diagnostics/catalog/cases.ts';
import { codeStatesRules } from '../src/diagnostics/catalog/code-states.ts';
import { codedQuestionsRules } from '../src/diagnostics/catalog/coded-questions.ts';
import { arrangedAnswersRules } from '../src/diagnostics/catalog/arranged-answers.ts';
import { codesRules } from '../src/diagnostics/catalog/codes.ts';
import { examDrawsRules } from '../src/diagnostics/catalog/exam-draws.ts';
import { examsRules } from '../src/diagnostics/catalog/exams.ts';
import { filesRules } from '../src/diagnostics/catalog/files.ts';
import { formsRules } from '../src/diagnostics/catalog/forms.ts';
import { guidelineMapsRules } from '../src/diagnostics/catalog/guideline-maps.ts';
import { guidesRules } from '../src/diagnostics/catalog/guides.ts';
import { itemWritingRules } from '../src/diagnostics/catalog/item-writing.ts';
import { languagesRules } from '../src/diagnostics/catalog/languages.ts';
import { lessonsRules } from '../src/diagnostics/catalog/lessons.ts';
import { licensesRules } from '../src/diagnostics/catalog/licenses.ts';
import { mediaRules } from '../src/diagnostics/catalog/media.ts';
import { modelRules } from '../src/diagnostics/catalog/model.ts';
import { pcsDrillsRules } from '../src/diagnostics/catalog/pcs-drills.ts';
import { lookUpsRules } from '../src/diagnostics/catalog/look-ups.ts';
import { pcsRowsRules } from '../src/diagnostics/catalog/pcs-rows.ts';
import { proseRules } from '../src/diagnostics/catalog/prose.ts';
import { questionsRules } from '../src/diagnostics/catalog/questions.ts';
import { referencesRules } from '../src/diagnostics/catalog/references.ts';
import { typedAnswersRules } from '../src/diagnostics/catalog/typed-answers.ts';
import { upkeepRules } from '../src/diagnostics/catalog/upkeep.ts';
import { workspaceRules } from '../src/diagnostics/catalog/workspace.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { LineMap } from '../src/diagnostics/line-map.ts';
import { Report } from '../src/diagnostics/report.ts';
import { ENGLISH_TABLES } from '../src/shared/words/languages.ts';
import { formsOf } from '../src/shared/words/sentence.ts';
import { addFiles, excerpt } from './code-sets/code-set-files.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const MINIMAL = join(FIXTURES, 'valid/minimal');
const BROKEN = join(FIXTURES, 'broken');
const AS_OF = '2026-11-22';

const RULES = [
  ...filesRules,
  ...formsRules,
  ...workspaceRules,
  ...lessonsRules,
  ...referencesRules,
  ...questionsRules,
  ...codedQuestionsRules,
  ...casesRules,
  ...pcsDrillsRules,
  ...examsRules,
  ...examDrawsRules,
  ...guidelineMapsRules,
  ...guidesRules,
  ...codesRules,
  ...codeStatesRules,
  ...lookUpsRules,
  ...pcsRowsRules,
  ...upkeepRules,
  ...allowancesRules,
  ...languagesRules,
  ...proseRules,
  ...mediaRules,
  ...itemWritingRules,
  ...licensesRules,
  ...typedAnswersRules,
  ...arrangedAnswersRules,
  // What only a finished package shows has no fixture: its tests build one.
  ...modelRules.filter(({ code }) => code < 'CW6000'),
];

/** Fields of a target so short that a sensible course can break them. */
const SHORT_FIELDS: ReadonlyMap<string, FieldLimits> = new Map([
  ['scorm12', { title: 'SCORM 1.2', titleCharacters: 40, reportedIdCharacters: 12 }],
]);
const LIMITS: Readonly<Record<string, ReadonlyMap<string, FieldLimits>>> = {
  'CW1110-title-too-long': SHORT_FIELDS,
  'CW1111-reported-id-too-long': SHORT_FIELDS,
};

/** What a repository cannot hold: it is done to the copy before it is read, or between reading and parsing. */
const BEFORE_READ: Readonly<Record<string, (folder: string) => void>> = {
  'CW1000-missing-root': (folder) => rmSync(folder, { recursive: true }),
  'CW1002-link-leaves-workspace': (folder) => symlinkSync(tmpdir(), join(folder, 'first-course/media/elsewhere')),
  'CW1005-file-too-large': (folder) =>
    writeFileSync(join(folder, 'first-course/glossary.yaml'), `terms: ${'x'.repeat(2_500_000)}`),
  'CW1006-name-not-portable': (folder) => writeFileSync(join(folder, 'first-course/media/aux.svg'), '<svg/>'),
  'CW1007-case-twins': (folder) => writeFileSync(join(folder, 'first-course/media/Form.svg'), '<svg/>'),
  // Whatever words there are: French lacks these.
  'CW1121-missing-words': (folder) => {
    const { skip: _, ...page } = ENGLISH_TABLES.page.fixed;
    const { unanswered, progress: __, ...player } = ENGLISH_TABLES.player.sentences;
    const words = {
      page: { ...page, ...ENGLISH_TABLES.page.sentences },
      player: { ...ENGLISH_TABLES.player.fixed, ...player, unanswered: { other: formsOf(unanswered).at(-1)?.[1] } },
    };
    mkdirSync(join(folder, 'shared/languages'), { recursive: true });
    writeFileSync(join(folder, 'shared/languages/fr.yaml'), JSON.stringify(words, null, 2));
  },
  'CW2014-text-too-large': (folder) =>
    appendFileSync(join(folder, 'first-course/lessons/02-codes.md'), '\nA paragraph.\n'.repeat(15_000)),
  'CW5062-look-up-too-large': (folder) => {
    const line = (at: number) => `look-up\ticd-10-cm\tE11*\t2026\tE11.${at}\tvalid\tA code of a long list`;
    const lines = Array.from({ length: 3001 }, (_, at) => line(1000 + at));
    appendFileSync(join(folder, 'first-course/codes.lock'), `${lines.join('\n')}\n`);
  },
};
const AFTER_READ: Readonly<Record<string, (folder: string) => void>> = {
  'CW1001-unreadable-file': (folder) => rmSync(join(folder, 'first-course/glossary.yaml')),
};

const scratch = mkdtempSync(join(tmpdir(), 'coursewright-fixtures-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function layOut(name: string): string {
  const folder = join(scratch, name);
  const overlay = join(BROKEN, name);
  cpSync(MINIMAL, folder, { recursive: true });
  if (existsSync(overlay)) cpSync(overlay, folder, { recursive: true });
  const absent = join(overlay, 'absent.txt');
  if (existsSync(absent)) {
    for (const path of readFileSync(absent, 'utf8').split('\n').filter(Boolean)) {
      rmSync(join(folder, path), { recursive: true });
    }
  }
  for (const file of ['absent.txt', 'editions.txt', 'expected.txt']) rmSync(join(folder, file), { force: true });
  return folder;
}

interface Run {
  readonly courses: readonly AuthoredCourse[];
  readonly lines: string;
}

/** Editions of the excerpts that a fixture names in `editions.txt`, open; undefined for one that names none. */
async function openEditions(name: string): Promise<CodeSets | undefined> {
  const list = join(BROKEN, name, 'editions.txt');
  if (!existsSync(list)) return undefined;
  const { store, problems } = await addFiles(readFileSync(list, 'utf8').split('\n').filter(Boolean).map(excerpt));
  expect(problems).toEqual([]);
  const sets = CodeSets.open(store);
  onTestFinished(() => sets.close());
  return sets;
}

function run(folder: string, afterRead: (folder: string) => void = () => {}, codeSets?: CodeSets): Run {
  const report = new Report();
  const tree = readWorkspace(folder, report);
  afterRead(folder);
  const limits = LIMITS[basename(folder)];
  const request = { root: folder, courses: [], asOf: AS_OF, codeSets, ...(limits === undefined ? {} : { limits }) };
  const { courses, sifted } = checkWorkspace(request, { tree, report });
  const textOf = (file: string) => sourceText(tree, file) ?? '';
  const lines = sifted.kept.map((diagnostic) => toLine(diagnostic, textOf).replaceAll(scratch, '<scratch>'));
  return { courses, lines: lines.join('\n') };
}

/** `CW2104 file:line:col message`, below it the marked text and the hint. */
function toLine(diagnostic: Diagnostic, textOf: (file: string) => string): string {
  const { code, message, span } = diagnostic;
  const hint = diagnostic.hint === undefined ? '' : `\n  hint: ${diagnostic.hint}`;
  if (span === undefined) return `${code} ${diagnostic.file ?? '-'} ${message}${hint}`;
  const text = textOf(span.file);
  const { line, column } = new LineMap(text).at(span.start);
  const [marked, ...more] = text.slice(span.start, span.end).split('\n');
  return `${code} ${span.file}:${line}:${column} ${message}\n  | ${marked}${more.length === 0 ? '' : ' …'}${hint}`;
}

describe('a valid workspace', () => {
  for (const name of readdirSync(join(FIXTURES, 'valid')).sort()) {
    test(`${name} has nothing to report`, () => {
      const { courses, lines } = run(join(FIXTURES, 'valid', name));
      expect(lines).toBe('');
      expect(courses.length).toBeGreaterThan(0);
    });
  }
});

describe('a broken workspace', () => {
  for (const name of readdirSync(BROKEN).sort()) {
    test(name, async () => {
      const folder = layOut(name);
      BEFORE_READ[name]?.(folder);
      const { lines } = run(folder, AFTER_READ[name], await openEditions(name));
      expect(lines).toContain(name.slice(0, 6));
      await expect(`${lines}\n`).toMatchFileSnapshot(join(BROKEN, name, 'expected.txt'));
    });
  }
});

describe('CRLF and a BOM', () => {
  for (const name of ['CW1051-unknown-field', 'CW2104-broken-link-in-callout-list', 'CW5001-broken-lock-line']) {
    test(`change no place and no word of ${name}`, () => {
      const folder = layOut(name);
      const { lines } = run(folder);
      for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(yaml|md|lock)$/.test(path)) continue;
        const text = readFileSync(join(folder, path), 'utf8');
        writeFileSync(join(folder, path), `\u{feff}${text.replaceAll('\n', '\r\n')}`);
      }
      expect(run(folder).lines).toBe(lines);
      expect(lines).toContain(name.slice(0, 6));
    });
  }
});

describe('the catalog of the front end', () => {
  const fixtures = readdirSync(BROKEN);

  for (const { code, name } of RULES) {
    test(`${code} ${name} has a broken fixture`, () => {
      expect(fixtures.filter((fixture) => fixture.startsWith(`${code}-`))).not.toEqual([]);
    });
  }

  test('no fixture stands for a code that is not in it', () => {
    const codes: readonly string[] = RULES.map((rule) => rule.code);
    expect(fixtures.filter((fixture) => !codes.includes(fixture.slice(0, 6)))).toEqual([]);
  });
});
