/** Frames and formats: what a problem looks like to a person and to a machine. */
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/diagnostics/catalog/catalog.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../../src/diagnostics/formats/github.ts';
import { formatText } from '../../src/diagnostics/formats/text.ts';
import { LineMap } from '../../src/diagnostics/line-map.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { defineRule } from '../../src/diagnostics/rule.ts';
import { SourcePlaces } from '../../src/diagnostics/source-places.ts';

const TEXT = 'Before you start:\nSee the [checklist](cheklist.md) first.\n';
const places = new SourcePlaces((file) => (file === 'a.md' ? TEXT : undefined));
const start = TEXT.indexOf('cheklist');
const problem: Diagnostic = {
  code: 'CW2104',
  severity: 'error',
  message: 'this link points to a file that is not in the course',
  hint: 'did you mean "checklist.md"?',
  span: { file: 'a.md', start, end: start + 'cheklist.md'.length },
};

describe('text', () => {
  it('draws the frame with carets under the place', () => {
    expect(formatText([problem], places)).toBe(`error CW2104: this link points to a file that is not in the course
  --> a.md:2:21
1 | Before you start:
2 | See the [checklist](cheklist.md) first.
  |                     ^^^^^^^^^^^
hint: did you mean "checklist.md"?
help: coursewright explain CW2104
`);
  });

  it('cuts a long line around the place and keeps the carets under it', () => {
    const long = `${'x'.repeat(300)}HERE${'y'.repeat(300)}`;
    const frame = formatText(
      [{ ...problem, span: { file: 'b', start: 300, end: 304 } }],
      new SourcePlaces(() => long),
    ).split('\n');
    const carets = frame[3] ?? '';
    expect(frame[2]?.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE');
    expect(frame[2]?.length).toBeLessThan(120);
  });

  it('lets no control character of a course reach the terminal', () => {
    const text = formatText(
      [{ ...problem, message: 'a\u001b[2Jb', span: { file: 'c', start: 0, end: 1 } }],
      new SourcePlaces(() => '\u001b]0;x\u0007'),
    );
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u0007');
  });
});

describe('github', () => {
  it('escapes what would end a command, shows ten of a kind and counts the rest', () => {
    const many = Array.from({ length: 13 }, (_, i) => ({ ...problem, message: `100% of\nline ${i}` }));
    const lines = formatGithub(many, places, 'course-source/').trimEnd().split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe(
      '::error file=course-source/a.md,line=2,col=21,endLine=2,title=CW2104::100%25 of%0Aline 0%0AHint: did you mean "checklist.md"?',
    );
    expect(lines[10]).toContain('3 more problems');
  });
});

describe('the report', () => {
  const rule = defineRule<{ n: number }>({
    code: 'CW1234',
    name: 'x',
    severity: 'warning',
    message: ({ n }) => `problem ${n}`,
    why: '',
    fix: '',
    before: '',
    after: '',
  });

  it('sorts by course order, then place, and keeps equal problems once', () => {
    const report = new Report();
    const at = (file: string, offset: number) => ({ file, start: offset, end: offset + 1 });
    report.add(rule, at('b', 5), { n: 1 });
    report.add(rule, at('a', 9), { n: 2 });
    report.add(rule, at('a', 2), { n: 3 });
    report.add(rule, at('a', 2), { n: 3 });
    expect(report.sorted(['b', 'a']).map((d) => d.message)).toEqual(['problem 1', 'problem 3', 'problem 2']);
  });
});

describe('line map', () => {
  it('finds the last character, the end and empty lines', () => {
    const map = new LineMap('ab\n\nc');
    expect([0, 2, 3, 4, 5].map((offset) => map.at(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 3, column: 2 },
    ]);
  });
});

describe('the catalog', () => {
  it.each(RULES.map((rule) => [rule.code, rule] as const))('%s is complete', (_code, rule) => {
    expect(rule.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(rule.why.length).toBeGreaterThan(20);
    expect(rule.fix.length).toBeGreaterThan(10);
    if (rule.code !== 'CW9999') {
      expect(rule.before).not.toBe('');
      expect(rule.after).not.toBe('');
    }
  });

  it('has each code and name once', () => {
    const repeated = (list: readonly string[]) => list.filter((entry, index) => list.indexOf(entry) !== index);
    expect(repeated(RULES.map((rule) => rule.code))).toEqual([]);
    expect(repeated(RULES.map((rule) => rule.name))).toEqual([]);
  });
});
