/** What a new edition does to courses: every kind of change, and the official year against what the official addenda say of it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkCourses } from '../../src/check-courses.ts';
import { CodeSets } from '../../src/code-sets/code-sets.ts';
import { readTree, sourceText } from '../../src/compiler/read-tree.ts';
import { SourcePlaces } from '../../src/diagnostics/source-places.ts';
import { findImpact } from '../../src/impact/find-impact.ts';
import { formatImpactCsv, formatImpactText } from '../../src/impact/format-impact.ts';
import { formatImpactHtml } from '../../src/impact/format-impact-html.ts';
import type { ImpactReport } from '../../src/impact/impact-report.ts';
import { toDiagnostics } from '../../src/impact/to-diagnostics.ts';
import { addFiles, EXCERPT_FILES, excerpt, hasWholeFiles, makeFolder, wholeFile } from '../code-sets/code-set-files.ts';
import { about, KNOWN_CASES, LESSON, makeImpactWorkspace } from './impact-workspace.ts';

function findIn(workspace: string, store: string, systems: readonly string[]) {
  const sets = CodeSets.open(store);
  const pairs = systems.map((system) => {
    const [from, to] = [sets.find(`${system}@2025`), sets.find(`${system}@2026`)];
    if (from === undefined || to === undefined) throw new Error(`no editions of ${system}`);
    return { from, to };
  });
  const { courses, workspace: shared, diagnostics } = checkCourses({ workspace, asOf: '2026-01-15' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { tree } = readTree(workspace);
  const textOf = (file: string) => sourceText(tree, file);
  const guidelineMaps = [...(shared?.guidelineMaps.values() ?? [])].map(({ data }) => data);
  const impact = findImpact({ courses, pairs, textOf, guidelineMaps });
  sets.close();
  return { impact, places: new SourcePlaces(textOf) };
}

/** Both years of the excerpts; in the earlier one Z79.4 is not exempt from POA reporting. */
async function addBothYears(): Promise<string> {
  const { store } = await addFiles(EXCERPT_FILES);
  const exempt = readFileSync(excerpt('POAexemptCodesFY26.txt'), 'utf8').split('\n');
  const earlier = join(makeFolder(), 'POAexemptCodesFY25.txt');
  const codes2025 = new Set(
    readFileSync(excerpt('icd10cm-order-2025.txt'), 'utf8')
      .split('\n')
      .map((line) => line.slice(6, 13).trim()),
  );
  const kept = exempt.filter((line, index) => {
    const code = (line.split('\t')[1] ?? '').replace('.', '');
    return index === 0 || (code !== 'Z794' && codes2025.has(code));
  });
  writeFileSync(earlier, kept.join('\n'));
  const { problems } = await addFiles([earlier], { store });
  expect(problems).toEqual([]);
  return store;
}

/** `im-gone: broken deleted S30.1XXA` */
function summarize({ courses }: ImpactReport): readonly string[] {
  return courses.flatMap(({ findings }) =>
    findings.map(({ owner, verdict, kind, what, use }) => `${owner.id}: ${verdict} ${kind} ${what} (${use})`),
  );
}

describe('what a new edition does', () => {
  it('finds every kind of change, and leaves alone what nothing happened to', async () => {
    const { impact, places } = findIn(makeImpactWorkspace(KNOWN_CASES, LESSON), await addBothYears(), [
      'icd-10-cm',
      'icd-10-pcs',
    ]);
    expect(summarize(impact)).toEqual([
      'fc-3: review carved E11.9 (topic)',
      'im-gone: broken deleted S30.1XXA (key)',
      'im-header: broken header G35 (key)',
      'im-carved: review carved E11.9 (key)',
      'im-drift: review now-valid E11.A (distractor)',
      'im-empty: broken header D71 (key)',
      'im-empty: broken no-valid-option im-empty (options)',
      'im-empty: review header G35 (distractor)',
      'im-pcs: broken deleted 0SG604Z (key)',
      'im-rule: review guideline I.C.1.a.2.i (guideline)',
      'im-year: review edition-mention FY 2025 guidelines (text)',
      'im-poa: broken poa Z79.4 (case answer (secondary))',
      'codes: review carved E11.9 (topic)',
      'codes: review carved L02.212 (text)',
      'codes: review retitled L02.212 (text)',
      'codes: review retitled L02.212 (quoted title)',
      'codes: review now-valid E11.A (meant-wrong)',
    ]);
    const [course] = impact.courses;
    // Two of the minimal questions, the pinned one, the safe one, and the first lesson.
    expect([course?.broken, course?.review, course?.safe]).toEqual([5, 6, 5]);
    const gone = course?.findings.find(({ what }) => what === 'S30.1XXA');
    expect(gone?.successors.map(({ code }) => code)).toEqual(['S30.11XA', 'S30.12XA', 'S30.13XA']);
    const rule = course?.findings.find(({ kind }) => kind === 'guideline');
    expect(rule?.message).toContain('"HIV managed by antiretroviral medication"');
    expect(rule?.message).toContain('the number now stands for "Encounters for HIV testing"');

    const text = formatImpactText(impact, places);
    expect(text).toContain('first-course: 5 broken, 6 to review, 5 safe');
    expect(text).toMatch(
      /broken first-course\/banks\/impact\.yaml:\d+:\d+ {2}question im-gone \(key\): S30\.1XXA is gone/,
    );
    const rows = formatImpactCsv(impact, places).split('\r\n');
    expect(rows).toHaveLength(19);
    expect(rows[0]).toContain('course,verdict,file,line');
    const html = formatImpactHtml(impact, places);
    expect(html).toContain('<code>S30.11XA</code> Contusion of abdominal wall, initial encounter');
    expect(html).not.toMatch(/<script|https?:|src=|@import/);
    expect([...new Set(toDiagnostics(impact).map(({ code }) => code))].sort()).toEqual([
      'CW5300',
      'CW5301',
      'CW5302',
      'CW5310',
      'CW5311',
    ]);
  });
});

describe('texts beside codes', () => {
  const SAFE = about('im-safe', 'I10');
  const POA_LESSON = `---
title: Present on admission
---

## A code

The exempt list holds :code[Z79.4]. Admission itself is in guideline I.B.12, and guidelines B3.8 and B3.9a
of the procedures; vitamin B12 is none.
`;

  it('are judged by the maps that authors keep, also where no guideline text is at hand', async () => {
    const workspace = makeImpactWorkspace([SAFE], POA_LESSON);
    const maps = join(workspace, 'shared', 'guideline-maps');
    mkdirSync(maps, { recursive: true });
    writeFileSync(
      join(maps, 'pcs.yaml'),
      'id: pcs\nfrom: icd-10-pcs@2025\nto: icd-10-pcs@2026\nmoved:\n  - was: B3.8\n    now: B3.7\n  - was: B3.9a\n    note: Its text is gone.\n  - was: B12\n',
    );
    writeFileSync(
      join(maps, 'cm.yaml'),
      'id: cm\nfrom: icd-10-cm@2025\nto: icd-10-cm@2026\nmoved:\n  - was: I.B.12\n    now: I.B.12\n    note: It names a new list.\n',
    );
    const { impact } = findIn(workspace, await addBothYears(), ['icd-10-cm', 'icd-10-pcs']);
    const found = impact.courses.flatMap(({ findings }) => findings.filter(({ owner }) => owner.id === 'codes'));
    expect(found.filter(({ kind }) => kind === 'guideline').map(({ message }) => message)).toEqual([
      'guideline I.B.12 has changed: It names a new list.',
      'guideline B3.8 is B3.7 now',
      'guideline B3.9a is gone: Its text is gone.',
    ]);
  });

  it('on present-on-admission reporting are reported when a code of theirs moves on the exempt list', async () => {
    const store = await addBothYears();
    const { impact, places } = findIn(makeImpactWorkspace([SAFE], POA_LESSON), store, ['icd-10-cm']);
    const poa = impact.courses.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'poa'));
    expect(poa.map(({ owner, verdict, what, use }) => [owner.id, verdict, what, use])).toEqual([
      ['codes', 'review', 'Z79.4', 'text'],
    ]);
    expect(formatImpactText(impact, places)).toContain('Z79.4 is now exempt from POA reporting');
    expect(toDiagnostics(impact).map(({ code }) => code)).toContain('CW5310');
    const silent = makeImpactWorkspace([SAFE], POA_LESSON.replace('Present on admission', 'Insulin'));
    expect(summarize(findIn(silent, store, ['icd-10-cm']).impact).filter((line) => line.includes('poa'))).toEqual([]);
  });
});

function lines(name: string): readonly string[] {
  return gunzipSync(readFileSync(wholeFile(name)))
    .toString('latin1')
    .split(/\r?\n/);
}

/** The first column that is a code of seven places, of lines that begin with an action. */
function inAddenda(name: string, action: string, at: number): readonly string[] {
  return lines(name)
    .filter((line) => line.startsWith(action))
    .map((line) => line.slice(at, at + 7).trim());
}

const dotted = (code: string) => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code);

describe.skipIf(!hasWholeFiles)('FY2025 to FY2026', () => {
  it('of ICD-10-CM is what the addenda and the conversion table say', async () => {
    const { store } = await addFiles(
      ['icd10cm-order-2025.txt.gz', 'icd10cm-order-2026.txt.gz', 'ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx'].map(
        wholeFile,
      ),
    );
    // From other files than the tool reads here: addenda of the code list, and the table as text.
    const deleted = new Set(inAddenda('icd10cm-codes-addenda-2026.txt.gz', 'Delete:', 13));
    const retitled = new Set(inAddenda('icd10cm-codes-addenda-2026.txt.gz', 'Revise to:', 13));
    const valid = lines('icd10cm-order-2025.txt.gz')
      .filter((line) => line[14] === '1')
      .map((line) => line.slice(6, 13).trim());
    const wasValid = new Set(valid);
    const conversions = lines('icd10cm-conversion-table-2026.tsv.gz').map((line) => line.split('\t'));
    const carved = new Set(
      conversions
        .filter(([, effective]) => effective === '2025')
        .flatMap(([, , previous = '']) => previous.replaceAll('.', '').match(/[A-Z][0-9A-Z]{2,6}/g) ?? [])
        .filter((code) => wasValid.has(code) && !deleted.has(code)),
    );
    expect([deleted.size, retitled.size, carved.size]).toEqual([28, 38, 139]);
    const touched = valid.filter((code) => deleted.has(code) || retitled.has(code) || carved.has(code));
    const others = valid.filter((_, index) => index % 250 === 0);
    const codes = [...new Set([...touched, ...others])];
    const workspace = makeImpactWorkspace(codes.map((code) => about(`q-${code.toLowerCase()}`, dotted(code))));
    const { impact } = findIn(workspace, store, ['icd-10-cm']);
    const found = (kinds: readonly string[]) =>
      new Set(
        impact.courses.flatMap(({ findings }) =>
          findings
            .filter(({ kind, owner }) => kinds.includes(kind) && owner.id.startsWith('q-'))
            .map(({ what }) => what.replace('.', '')),
        ),
      );
    expect(found(['deleted', 'header'])).toEqual(deleted);
    expect(found(['retitled'])).toEqual(retitled);
    expect(found(['carved'])).toEqual(carved);
    // All deleted codes have successors, headers those below them.
    expect(
      impact.courses.flatMap(({ findings }) =>
        findings.filter(({ verdict, successors }) => verdict === 'broken' && successors.length === 0),
      ),
    ).toEqual([]);
    expect(impact.broken).toBe(28);
  });

  it('of ICD-10-PCS is the difference of the two order files, with the addenda inside it', async () => {
    const { store } = await addFiles(['icd10pcs_order_2025.txt.gz', 'icd10pcs_order_2026.txt.gz'].map(wholeFile));
    const codesOf = (name: string) =>
      lines(name)
        .filter((line) => line[14] === '1')
        .map((line) => line.slice(6, 13));
    const after = new Set(codesOf('icd10pcs_order_2026.txt.gz'));
    const before = codesOf('icd10pcs_order_2025.txt.gz');
    const gone = new Set(before.filter((code) => !after.has(code)));
    const addenda = inAddenda('icd10pcs_order_addenda_2026.txt.gz', 'Delete:', 13).filter((code) =>
      before.includes(code),
    );
    expect([gone.size, addenda.every((code) => gone.has(code)), addenda.length > 20]).toEqual([39, true, true]);
    const codes = [...gone, ...before.filter((_, index) => index % 400 === 0)];
    const questions = [...new Set(codes)].map((code) => about(`q-${code.toLowerCase()}`, code, 'icd-10-pcs'));
    const { impact } = findIn(makeImpactWorkspace(questions), store, ['icd-10-pcs']);
    const found = impact.courses.flatMap(({ findings }) =>
      findings.filter(({ kind }) => kind === 'deleted').map(({ what }) => what),
    );
    expect(new Set(found)).toEqual(gone);
  });
});
