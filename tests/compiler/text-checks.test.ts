/** Checks that read words: numbers that are codes of others and numbers that are none, phrases that grow old, drawings, links. */
import { describe, expect, it } from 'vitest';
import { findDatedPhrases } from '../../src/compiler/3-validate/check-dated-phrases.ts';
import { monthsBefore } from '../../src/compiler/3-validate/check-dates.ts';
import { findLicensed, licensedSetOf } from '../../src/compiler/3-validate/check-licenses.ts';
import { isAddress, isVague } from '../../src/compiler/3-validate/check-link-text.ts';
import { scanSvg } from '../../src/compiler/3-validate/check-svg.ts';
import { hideAllowed, PackageSieve } from '../../src/compiler/allowances.ts';
import type { Allowance } from '../../src/compiler/course-findings.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

const inText = (text: string, heading = '', about = '') =>
  findLicensed({ text, heading }, about).map((found) => found.text);

describe('codes of others', () => {
  // Made-up numbers: of the form of a code, not one.
  it.each([
    ['The CPT code 00001 is reported.', '00001'],
    ['Report 00001 twice.', '00001'],
    ['She bills `00001`.', '00001'],
    ['Category II codes such as 0000F', '0000F'],
    ['Add modifier 00.', '00'],
    ['Add modifier **P1**.', 'P1'],
    ['A dental code, D0000', 'D0000'],
  ])('%s', (text, code) => {
    expect(inText(text)).toEqual([code]);
  });
  it('take their meaning from the heading and the stem too', () => {
    expect(inText('00001', 'CPT codes')).toEqual(['00001']);
    expect(inText('00001', '', 'Which CPT code is it?')).toEqual(['00001']);
    expect(inText('00001')).toEqual([]);
  });
  it.each([
    'CPT 2026 has many changes.',
    'CPT has about 10000 codes.',
    'CPT has 11000 codes, and 10,500 of them are in use.',
    'The CPT license costs $12000 or 12000 dollars.',
    'Write to the publisher of CPT, Chicago, IL 60654 or ZIP 60654-1234.',
    'The CPT section from 10000 to 19999, or 10000–19999, is Integumentary.',
    'In the CPT section Surgery 25% changed, 33.12345 on average.',
    'Section II.H of the guidelines, E/M visits of 2021.',
    'ICD-10-CM E11.9 and ICD-10-PCS 0DTJ4ZZ beside CPT.',
    'HCPCS Level II modifiers LT and RT',
    'The ICD-10-CM code D50.0 or D4981',
    '12345 patients came in 2025.',
  ])('are not seen in: %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
  it('in fields are told by system and form', () => {
    expect(licensedSetOf({ system: 'cpt', code: 'anything' })).toBe('CPT');
    expect(licensedSetOf({ system: 'icd-10-cm', code: '00001' })).toBe('CPT');
    expect(licensedSetOf({ system: 'hcpcs', code: 'd0000' })).toBe('CDT');
    expect(licensedSetOf({ system: 'icd-10-cm', code: 'D5000' })).toBeUndefined();
    expect(licensedSetOf({ system: 'icd-10-pcs', code: '0DTJ4ZZ' })).toBeUndefined();
    expect(licensedSetOf({ system: 'hcpcs', code: 'J0696' })).toBeUndefined();
  });
});

describe('phrases that grow old', () => {
  const find = (text: string) => findDatedPhrases(text, ['2026']).map(({ phrase }) => phrase);
  it.each([
    ['Look it up in the 2025 code book.', '2025 code book'],
    ['By the FY 2025 ICD-10-CM guidelines', 'FY 2025 ICD-10-CM guidelines'],
    ['ICD-10-PCS 2027 is larger', 'ICD-10-PCS 2027'],
    ['the guidelines for fiscal year 2024', 'guidelines for fiscal year 2024'],
    ["This year's codes", "This year's"],
  ])('%s', (text, phrase) => {
    expect(find(text)).toEqual([phrase]);
  });
  it.each([
    'the 2026 code book and the FY 2026 guidelines',
    'In 2025 she passed the exam.',
    'effective 2025-10-01',
    'She took the exam in 2024 with a guideline in mind.',
    'this year she has two visits',
  ])('%s is left alone', (text) => {
    expect(find(text)).toEqual([]);
  });
  it('a day some months before orders like a date', () => {
    expect(monthsBefore('2026-11-22', 12)).toBe('2025-11-22');
    expect(monthsBefore('2026-01-31', 2)).toBe('2025-11-31');
  });
});

describe('drawings', () => {
  const kinds = (body: string) =>
    scanSvg(new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`)).map(({ kind }) => kind);
  it.each([
    '<script>x()</script>',
    '<svg:script/>',
    '<rect ONCLICK="x()"/>',
    '<rect\nonload = x() />',
    '<a href="java\nscript:x()"/>',
    '<a xlink:href="&#x6a;avascript:x()"/>',
    '<foreignObject/>',
    '<a title=">" onclick="x()"/>',
  ])('%s runs something', (body) => {
    expect(kinds(body)).toContain('active');
  });
  it.each([
    '<image href="https://example.org/a.png"/>',
    '<use xlink:href="other.svg#a"/>',
    '<style>@import url(a.css)</style>',
    '<rect fill="url(//example.org/a#b)"/>',
    '<style><![CDATA[ @import url(a.css) ]]></style>',
    '<style>rect { fill: \\75rl(https://example.org/a) }</style>',
    '<image><set attributeName="href" to="https://example.org/a.png"/></image>',
  ])('%s loads something', (body) => {
    expect(kinds(body)).toEqual(['outside']);
  });
  it.each([
    '<path id="on" d="M0 0"/><use href="#on"/>',
    '<a href="https://example.org"><text>once = 1, on a script</text></a>',
    '<image href="data:image/png;base64,AA=="/>',
    '<rect fill="url(#gradient)"/>',
    '<!-- <script>x()</script> -->',
    '<style><![CDATA[ a > b { fill: red } /* <script> */ ]]></style>',
    '<?adobe-settings <script> ?><text xml:space="preserve">a</text>',
    '<animate attributeName="width" values="0;10" to="20"/>',
  ])('%s does neither', (body) => {
    expect(kinds(body)).toEqual([]);
  });
  it('may name the DTD of SVG and an older encoding', () => {
    const head =
      '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">';
    const drawing = `${head}<svg xmlns="http://www.w3.org/2000/svg"><text>caf\u00e9</text></svg>`;
    expect(scanSvg(Uint8Array.from(drawing, (character) => character.charCodeAt(0)))).toEqual([]);
  });
});

it('links that say nothing are told from those that do', () => {
  expect(['here', 'Click here!', 'this', 'Read more …', ''].map(isVague)).not.toContain(false);
  expect(['the exam format', 'Here is what counts', 'cms.gov', 'HCPCS'].map(isVague)).not.toContain(true);
  expect(isAddress('https://example.org/a')).toBe(true);
  expect(isAddress('cms.gov')).toBe(false);
});

describe('allowances', () => {
  const span = (start: number, file = 'a/b.yaml') => ({ file, start, end: start + 10 });
  const warning = (code: string, more: Partial<Diagnostic>): Diagnostic => ({
    code,
    severity: 'warning',
    message: '',
    ...more,
  });
  const allow = (code: string, scope: Allowance['scope']): Allowance => ({ code, reason: 'r', span: span(0), scope });
  it('hide warnings of their code in their scope, and never errors', () => {
    const found = [
      warning('CW5010', { span: span(5) }),
      warning('CW5010', { span: span(50) }),
      warning('CW5010', { file: 'ab/c.md' }),
      { ...warning('CW5010', { span: span(5) }), severity: 'error' as const },
    ];
    const hides = (scope: Allowance['scope']) =>
      found.filter((d) => !hideAllowed(found, [allow('CW5010', scope)]).kept.includes(d)).map((d) => found.indexOf(d));
    expect(hides({ kind: 'workspace' })).toEqual([0, 1, 2]);
    expect(hides({ kind: 'course', course: 'a' })).toEqual([0, 1]);
    expect(hides({ kind: 'file', file: 'ab/c.md' })).toEqual([2]);
    expect(hides({ kind: 'item', id: 'q', span: span(0) })).toEqual([0]);
    expect(hideAllowed(found, [allow('CW5011', { kind: 'workspace' })]).hidden).toBe(0);
  });
  it('of a course reach its packages, and are reported when no package needed them', () => {
    const needed = allow('CW6011', { kind: 'course', course: 'a' });
    const idle = allow('CW6005', { kind: 'course', course: 'a' });
    const other = allow('CW6005', { kind: 'course', course: 'b' });
    const sieve = new PackageSieve();
    sieve.admit([needed, idle, other]);
    expect(sieve.hide([warning('CW6011', { file: 'a.zip' })], 'a')).toEqual([]);
    expect(sieve.hidden).toBe(1);
    expect(sieve.findNotNeeded(false).map((d) => [d.code, d.message.slice(0, 6)])).toEqual([['CW1202', 'CW6005']]);
  });
});
