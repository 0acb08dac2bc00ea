/**
 * The bytes of a package that Coursewright made -> the facts it is compared by. Scripts are read as JSON, never run.
 * Must not throw for what the bytes hold: what cannot be read is reported.
 */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { packageFromNewerTool, packageOfAnotherTool, packagePartUnreadable } from '../diagnostics/catalog/compare.ts';
import { zipTooLarge, zipUnreadable } from '../diagnostics/catalog/packages-zip.ts';
import type { Reporter } from '../diagnostics/report.ts';
import type { ActivityData, PackageData } from '../shared/package-data.ts';
import { PACKAGE_DATA_VERSION } from '../shared/package-data.ts';
import { DATA_SCRIPT } from '../shared/package-files.ts';
import { unscramble } from '../shared/scramble.ts';
import { MANIFEST_FILE } from '../targets/scorm12/manifest/manifest-names.ts';
import { readIdentity } from '../targets/scorm12/manifest/read-identity.ts';
import { type ReadZip, readEntryBytes, readZip, type ZipEntry } from '../targets/zip/read-zip.ts';
import {
  anyPackageDataForm,
  packageDataForm,
  pageForm,
  playerQuestionsForm,
  toPrintable,
} from './package-data-form.ts';
import type { LessonText, PackageFacts, QuestionFacts } from './package-facts.ts';
import { readPageText, readPlainText } from './read-page-text.ts';

/** The script of a page with hundreds of questions stays below one. */
const MAX_SCRIPT_BYTES = 20_000_000;
const MAX_SCRIPTS_BYTES = 100_000_000;

/** A package that is being read: its files, and how to say that one of them is wrong. */
interface OpenPackage {
  readonly name: string;
  readonly zip: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly fail: (file: string, reason: string) => undefined;
  /** Bytes of scripts that may still be read. */
  room: number;
}

/**
 * Reads a package.
 * @param file how to call it in messages
 * @returns undefined when something was reported
 */
export async function readPackageFacts(
  file: string,
  zip: Uint8Array,
  report: Reporter,
): Promise<PackageFacts | undefined> {
  const read = await readZip(zip);
  if ('failure' in read) {
    const rule = read.failure === 'too-large' ? zipTooLarge : zipUnreadable;
    report.add(rule, { file }, { reason: read.reason });
    return undefined;
  }
  const entries = new Map(read.entries.map((entry) => [toPrintable(entry.name), entry]));
  const fail = (part: string, reason: string): undefined => {
    report.add(packagePartUnreadable, { file }, { package: file, file: part, reason });
  };
  const opened: OpenPackage = { name: file, zip, entries, fail, room: MAX_SCRIPTS_BYTES };
  const data = readData(opened, report);
  return data === undefined ? undefined : readFacts(opened, read, data);
}

function readFacts(opened: OpenPackage, read: ReadZip, data: PackageData): PackageFacts | undefined {
  const identity = readManifestIdentity(opened);
  const pages = identity === undefined ? undefined : readPages(opened, data);
  if (identity === undefined || pages === undefined) return undefined;
  return {
    file: opened.name,
    sha256: createHash('sha256').update(opened.zip).digest('hex'),
    data,
    identity,
    files: read.entries
      .filter((entry) => !entry.isFolder)
      .map((entry) => ({ name: toPrintable(entry.name), fingerprint: fingerprint(entry) })),
    ...pages,
  };
}

function fingerprint(entry: ZipEntry): string {
  return `${entry.crc.toString(16)}-${entry.size}`;
}

function readData(opened: OpenPackage, report: Reporter): PackageData | undefined {
  const { name, entries, fail } = opened;
  if (!entries.has(DATA_SCRIPT)) {
    report.add(packageOfAnotherTool, { file: name }, { package: name });
    return undefined;
  }
  const value = readScript(opened, DATA_SCRIPT, '.data=');
  if (value === undefined) return undefined;
  const versioned = anyPackageDataForm.safeParse(value.json);
  // Another tool's file may have the same name.
  if (!versioned.success) return fail(DATA_SCRIPT, 'it does not hold the facts of a course');
  if (versioned.data.version > PACKAGE_DATA_VERSION) {
    report.add(packageFromNewerTool, { file: name }, { package: name, tool: versioned.data.toolVersion ?? '' });
    return undefined;
  }
  const data = packageDataForm.safeParse(value.json);
  if (!data.success) return fail(DATA_SCRIPT, describeIssue(data.error));
  return hasUniqueIds(data.data) ? data.data : fail(DATA_SCRIPT, 'two of its activities or questions have one id');
}

function hasUniqueIds({ activities, questions }: PackageData): boolean {
  return [activities, questions].every((list) => new Set(list.map(({ id }) => id)).size === list.length);
}

function readManifestIdentity({ zip, entries, fail }: OpenPackage): PackageFacts['identity'] | undefined {
  const entry = entries.get(MANIFEST_FILE);
  if (entry === undefined) return fail(MANIFEST_FILE, 'it is missing');
  const bytes = readEntryBytes(zip, entry);
  if ('problem' in bytes) return fail(MANIFEST_FILE, bytes.problem);
  const identity = readIdentity(bytes);
  if ('problem' in identity) return fail(MANIFEST_FILE, identity.problem);
  return { file: MANIFEST_FILE, item: toPrintable(identity.item), title: toPrintable(identity.title) };
}

function readPages(opened: OpenPackage, data: PackageData): Pick<PackageFacts, 'lessons' | 'questions'> | undefined {
  const lessons = new Map<string, LessonText>();
  const questions = new Map<string, QuestionFacts>();
  const facts = new Map(data.questions.map((question) => [question.id, question]));
  const moduleTitles = new Map(
    data.modules.flatMap((module) => module.activities.map((id) => [id, module.title] as const)),
  );
  for (const activity of data.activities) {
    const page = readPage(opened, activity, moduleTitles.get(activity.id) ?? '');
    if (page === undefined) return undefined;
    if (activity.kind === 'lesson' || activity.kind === 'guide') lessons.set(activity.id, page.lesson);
    for (const question of page.questions) {
      const known = facts.get(question.id);
      if (known === undefined)
        return opened.fail(activity.script, 'it holds a question that the package does not list');
      questions.set(question.id, { ...question, tag: known.tag, check: known.check, domain: known.domain });
    }
  }
  // A guide asks its questions in its own markup, without a key.
  const guided = new Set(data.activities.flatMap((activity) => (activity.kind === 'guide' ? activity.checks : [])));
  const missing = data.questions.find(({ id }) => !questions.has(id) && !guided.has(id));
  return missing === undefined
    ? { lessons, questions }
    : opened.fail(DATA_SCRIPT, `no page holds its question "${missing.id}"`);
}

function readPage(opened: OpenPackage, { id, title, script }: ActivityData, moduleTitle: string) {
  const value = readScript(opened, script, 'coursewright.page(');
  if (value === undefined) return undefined;
  const page = pageForm.safeParse(value.json);
  if (!page.success) return opened.fail(script, describeIssue(page.error));
  if (page.data.id !== id) return opened.fail(script, 'it belongs to another page');
  const asked = playerQuestionsForm.safeParse(parseJson(unscramble(page.data.questions))?.json);
  if (!asked.success) return opened.fail(script, `its questions cannot be read: ${describeIssue(asked.error)}`);
  const fingerprintOf = (name: string): string | undefined => {
    const entry = opened.entries.get(name);
    return entry === undefined || name.endsWith('.html') ? undefined : fingerprint(entry);
  };
  const texts = readPageText(page.data.body, { title, moduleTitle }, fingerprintOf);
  const questions = asked.data.map((question) => {
    const shown = texts.questions.get(question.id);
    return {
      id: question.id,
      answer: question.answer,
      stem: shown?.stem ?? '',
      options: shown?.options ?? new Map<string, string>(),
      explanation: `${readPlainText(question.rationaleHtml, fingerprintOf)}\n${question.guideline}`,
      reasons: new Map(
        Object.entries(question.whyHtml).map(([option, html]) => [option, readPlainText(html, fingerprintOf)]),
      ),
    };
  });
  return { lesson: texts.lesson, questions };
}

/** The JSON between an opening mark and the end of a script's only statement. */
function readScript(opened: OpenPackage, file: string, mark: string): { readonly json: unknown } | undefined {
  const { zip, entries, fail } = opened;
  const entry = entries.get(file);
  if (entry === undefined) return fail(file, 'it is missing');
  opened.room -= entry.size;
  if (entry.size > MAX_SCRIPT_BYTES || opened.room < 0) return fail(file, 'it is larger than that of any course');
  const bytes = readEntryBytes(zip, entry);
  if ('problem' in bytes) return fail(file, bytes.problem);
  const text = new TextDecoder().decode(bytes);
  const start = text.indexOf(mark);
  const end = text.lastIndexOf('}');
  return start < 0 || end < start
    ? fail(file, 'it is not a script that Coursewright wrote')
    : (parseJson(text.slice(start + mark.length, end + 1)) ?? fail(file, 'its data are damaged'));
}

function parseJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Where the form is broken, in the words of the form. */
function describeIssue(error: z.ZodError): string {
  const path = error.issues[0]?.path.map(String).join('.') ?? '';
  return path === ''
    ? 'it does not have the form of a course'
    : `"${toPrintable(path).slice(0, 80)}" is not as it should be`;
}
