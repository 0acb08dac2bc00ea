/** A small rendered package, made without the front end, for tests of describing, zipping, storing and verifying. */

import { describePackage } from '../../src/compiler/6-describe/describe-package.ts';
import { writePackage } from '../../src/compiler/7-package/write-package.ts';
import type { PackageFile, PackageModel, RenderedPackage, WrittenPackage } from '../../src/compiler/hand-over.ts';
import { ENGLISH_TABLES } from '../../src/shared/words/languages.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';

const encoder = new TextEncoder();

export function textFile(name: string, text: string): PackageFile {
  return { name, bytes: encoder.encode(text) };
}

const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body><p>Hello</p></body></html>';

/** Files of every kind that packages hold: pages, scripts, styles, media, and an empty one. */
export const sampleFiles: readonly PackageFile[] = [
  textFile('settings.html', PAGE),
  textFile('index.html', PAGE.replace('Hello', 'Start')),
  textFile('player.js', '"use strict";(function(){var a=1;return a})();'),
  textFile('course-data.js', 'coursewright.data={};'),
  textFile('theme.css', ':root{color:#123}'),
  textFile('empty.css', ''),
  { name: 'figure.png', bytes: Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251) },
];

const sampleModel: PackageModel = {
  name: 'sample-course',
  course: 'sample-course',
  part: '',
  variant: '',
  title: 'A sample course',
  version: '1.0.0',
  language: 'en',
  direction: 'ltr',
  words: ENGLISH_TABLES,
  description: 'A course for tests.',
  editions: ['icd-10-cm@2026'],
  reviewed: '',
  modules: [],
  activities: [],
  codes: undefined,
  questions: new Map(),
  completion: [],
  grade: undefined,
  report: 'when-earned',
  domains: [],
  theme: { organization: '', logo: undefined, accent: undefined, accentDark: undefined, footer: '' },
  files: [],
  terms: [],
  targets: ['scorm12'],
};

export function sampleRendered(
  changes: Partial<PackageModel> = {},
  files: readonly PackageFile[] = sampleFiles,
): RenderedPackage {
  const model = { ...sampleModel, ...changes };
  return {
    model,
    data: {
      version: 1,
      name: model.name,
      title: model.title,
      courseVersion: model.version,
      toolVersion: '0.1.0',
      language: model.language,
      editions: model.editions,
      reviewed: model.reviewed,
      modules: [],
      activities: [],
      domains: [],
      questions: [],
      completion: [],
      grade: null,
      report: model.report,
    },
    worstCase: { characters: 321, parts: [] },
    files,
    launch: 'index.html',
    answerSheet: [],
  };
}

export function samplePackage(
  changes: Partial<PackageModel> = {},
  files: readonly PackageFile[] = sampleFiles,
): Promise<WrittenPackage> {
  return writePackage(describePackage(sampleRendered(changes, files), scorm12));
}
