/** Turns the YAML library's error into plain words and a hint about the likely cause. Knows its sentences, nothing of courses. */

export interface YamlErrorWords {
  readonly problem: string;
  readonly hint: string | undefined;
  /** Offsets into the parsed text. */
  readonly start: number;
  readonly end: number;
}

/** The library's reasons (parts of them) and ours. */
const PROBLEMS: readonly (readonly [reason: string, problem: string, hint: string | undefined])[] = [
  ['tab characters must not be used', 'a line is indented with a tab', 'indent with blanks, two for each level'],
  [
    'within a single quoted scalar',
    'a text in single quotes does not end',
    "close it with ' and write an apostrophe inside it twice",
  ],
  [
    'within a double quoted scalar',
    'a text in double quotes does not end',
    'close it with " and write a quote inside it as \\"',
  ],
  [
    'unknown escape sequence',
    'this backslash starts no known escape',
    'write the backslash twice, or use single quotes',
  ],
  [
    'expected hexadecimal character',
    'a character code is expected after this backslash',
    'write the backslash twice, or use single quotes',
  ],
  [
    'within a flow collection',
    'a list in [ ] or a block in { } does not end',
    'close it, or write one value per line without brackets',
  ],
  [
    'missed comma between flow',
    'a comma is missing between two values in [ ] or { }',
    'put each text with commas or brackets in quotes',
  ],
  ["but found ','", 'there is a comma with nothing before it', 'delete it'],
  [
    'bad indentation of a sequence entry',
    'this line does not stand in the same column as the list it belongs to',
    'start every "-" of a list in the same column',
  ],
  [
    'bad indentation of a mapping entry',
    'this line does not fit the block it stands in',
    'start every key of a block in the same column',
  ],
  ['deficient indentation', 'this line is not indented enough for the value that it belongs to', undefined],
  [
    'a multiline key may not be',
    'a key is expected here: a name, a colon and a blank',
    'indent the line if it continues the text above',
  ],
  ["expected ':' after a mapping key", 'a colon is missing after this key', 'write a colon and a blank after the key'],
  [
    'whitespace character is expected after the key-value',
    'a blank is missing after this colon',
    'write a blank after the colon',
  ],
  [
    'a document separator is expected',
    'this line belongs neither to the list nor to the block above',
    'indent it as deep as what it belongs to',
  ],
  ['nesting exceeded', 'this is nested too deeply', 'use fewer levels'],
  [
    'a line break is expected',
    'the text of a block starts on the line after | or >',
    'move the text to the next line and indent it',
  ],
  ['indentation width', 'the number after | or > is not understood', 'delete it'],
  ['chomping mode', 'the sign after | or > is not understood', 'delete it'],
  [
    'non-printable',
    'this line contains a character that cannot be printed',
    'delete it; it often comes from copying out of a PDF',
  ],
  ['null byte', 'this line contains a NUL character', 'delete it'],
  ['tag', 'a value that starts with ! is not understood', 'put the value in quotes'],
  ['anchor', 'a value that starts with & is not understood', 'put the value in quotes'],
  ['alias', 'a value that starts with * is not understood', 'put the value in quotes'],
  ['directive', 'a line that starts with % is not understood', 'put the value in quotes'],
];

/** @param reason the library's sentence @param position where it stopped */
export function explainYamlError(text: string, reason: string, position: number): YamlErrorWords {
  const known = PROBLEMS.find(([part]) => reason.includes(part));
  const place = Math.max(0, Math.min(position, text.length));
  // The library reads on to the next thing before it complains: a place at the start of an empty rest is the line before.
  let start = place;
  if (start >= text.length || text.charAt(start) === '\n') start = text.slice(0, start).trimEnd().length;
  if (start === place) start += /^[ \t]*/.exec(text.slice(place, place + 200))?.[0].length ?? 0;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', start);
  const lineEnd = newline === -1 ? text.length : newline;
  const line = text.slice(lineStart, lineEnd);

  if (/^ *\t/.test(line) && !reason.includes('quoted')) {
    const tab = lineStart + line.indexOf('\t');
    return {
      problem: 'a line is indented with a tab',
      hint: 'indent with blanks, two for each level',
      start: tab,
      end: tab + 1,
    };
  }
  const indentation = reason.includes('bad indentation of a mapping');
  if (indentation) {
    const colon = findColonInText(line);
    if (colon !== undefined) {
      return {
        problem: 'a colon and a blank inside a text end it',
        hint: 'put the whole text in quotes',
        start: lineStart + colon,
        end: lineStart + colon + 1,
      };
    }
    const special = /^[ -]*[^\s:]+:[ \t]+(?=([@`%|>,\]}]))/.exec(line);
    if (special !== null) {
      const at = lineStart + special[0].length;
      return {
        problem: `a text may not start with ${special[1]}`,
        hint: 'put the whole text in quotes',
        start: at,
        end: at + 1,
      };
    }
    if (/^[ -]*[^\s:]+:[ \t]+(["']).*\1[ \t]*\S/.test(line)) {
      return {
        problem: 'text follows after the closing quote',
        hint: 'put the whole text in single quotes, or write quotes inside double quotes as \\"',
        start,
        end: lineEnd,
      };
    }
  }
  return {
    problem: known?.[1] ?? 'the YAML of this file cannot be understood here',
    hint: known?.[2],
    start,
    end: Math.max(start + (start < text.length ? 1 : 0), lineEnd),
  };
}

/** The colon of an unquoted value such as `stem: Which one: A or B`. */
function findColonInText(line: string): number | undefined {
  const head = /^[ \t]*(?:- +)*[^\s"'#[{:][^:"'[{]*:[ \t]+/.exec(line);
  if (head === null) return undefined;
  const value = line.slice(head[0].length);
  if (/^["'|>[{&*!]/.test(value)) return undefined;
  const colon = /:(?:[ \t]|$)/.exec(value);
  return colon === null ? undefined : head[0].length + colon.index;
}
