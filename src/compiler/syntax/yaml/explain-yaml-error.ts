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
  ['tab characters must not be used', 'a line is indented with a tab', 'indent with spaces, two for each level'],
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
    'a key is expected here: a name, a colon and a space',
    'indent the line if it continues the text above',
  ],
  ["expected ':' after a mapping key", 'a colon is missing after this key', 'write a colon and a space after the key'],
  [
    'whitespace character is expected after the key-value',
    'a space is missing after this colon',
    'write a space after the colon',
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
  const unclosed = /deficient|quoted scalar|flow collection/.test(reason) ? findUnclosed(text, position) : undefined;
  if (unclosed !== undefined) return unclosed;
  const { start, lineStart, lineEnd } = findPlace(text, position);
  const line = text.slice(lineStart, lineEnd);
  const at = (column: number, problem: string, hint: string): YamlErrorWords => ({
    problem,
    hint,
    start: lineStart + column,
    end: lineStart + column + 1,
  });
  if (/^ *\t/.test(line))
    return at(line.indexOf('\t'), 'a line is indented with a tab', 'indent with spaces, two for each level');
  const isBadIndentation = reason.includes('bad indentation of a mapping');
  if (isBadIndentation) {
    const colon = findColonInText(line);
    if (colon !== undefined)
      return at(
        colon,
        'a colon with a space after it ends a text that is not in quotes',
        'put the whole text in quotes',
      );
    const special = /^[ -]*[^\s:]+:[ \t]+(?=([@`%|>,\]}]))/.exec(line);
    if (special !== null)
      return at(special[0].length, `a text may not start with ${special[1]}`, 'put the whole text in quotes');
    const quote = /^[ -]*[^\s:]+:[ \t]+(["']).*\1[ \t]*\S/.exec(line)?.[1];
    if (quote !== undefined) {
      const hint =
        quote === "'" ? 'write an apostrophe inside single quotes twice' : 'write a quote inside double quotes as \\"';
      return { problem: 'text follows after the closing quote', hint, start, end: lineEnd };
    }
  }
  const tight = /^[ ]*(?:- +)*[A-Za-z][\w-]*:(?=[^\s/])/.exec(line);
  if (reason.includes('multiline key') && tight !== null) {
    return at(tight[0].length - 1, 'a space is missing after this colon', 'write a space after the colon');
  }
  const isKeyInList = reason.includes('bad indentation of a sequence') && !/^ *-/.test(line);
  const sentence = isKeyInList ? 'bad indentation of a mapping entry' : reason;
  const known = PROBLEMS.find(([part]) => sentence.includes(part));
  return {
    problem: known?.[1] ?? 'the YAML of this file cannot be understood here',
    hint: known?.[2],
    start: isBadIndentation ? lineStart + line.length - line.trimStart().length : start,
    end: lineEnd,
  };
}

/** The library stops after what it could not use: at a line's end it means the line, after the last line the last one. */
function findPlace(text: string, position: number) {
  const place = Math.max(0, Math.min(position, text.length));
  const atEnd = place >= text.length || text.charAt(place) === '\n';
  const inside = atEnd ? Math.max(0, text.slice(0, place).trimEnd().length - 1) : place;
  const lineStart = text.lastIndexOf('\n', inside - 1) + 1;
  const newline = text.indexOf('\n', inside);
  const lineEnd = newline === -1 ? text.length : newline;
  const indent = /^[ ]*/.exec(text.slice(lineStart, lineEnd))?.[0].length ?? 0;
  return {
    start: atEnd ? lineStart + indent : Math.max(place, Math.min(lineStart + indent, lineEnd)),
    lineStart,
    lineEnd,
  };
}

const UNCLOSED: Readonly<Record<string, readonly [problem: string, hint: string]>> = {
  "'": [
    'a text in single quotes does not end on this line',
    "close it with ', write an apostrophe inside it twice, and indent lines that continue it",
  ],
  '"': [
    'a text in double quotes does not end on this line',
    'close it with ", write a quote inside it as \\", and indent lines that continue it',
  ],
  '[': ['a list in [ ] does not end', 'close it with ], or write one value per line, each after a hyphen'],
  '{': ['a block in { } does not end', 'close it with }, or write one key per line'],
};

/** The value, on one of the lines before `position`, that opens a quote or a bracket and does not close it. */
function findUnclosed(text: string, position: number): YamlErrorWords | undefined {
  let lineEnd = Math.min(position, text.length);
  for (let lines = 0; lines < 50 && lineEnd >= 0; lines++) {
    const lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
    const newline = text.indexOf('\n', lineStart);
    const line = text.slice(lineStart, newline === -1 ? text.length : newline);
    const opening = /^[ \t]*(?:- +)*(?:[^\s"'#[{][^"'[{]*?:[ \t]+)?(["'[{])/.exec(line);
    const sign = opening?.[1];
    if (opening !== null && sign !== undefined && !isClosed(sign, line.slice(opening[0].length))) {
      const [problem, hint] = UNCLOSED[sign] ?? ['', ''];
      return { problem, hint, start: lineStart + opening[0].length - 1, end: lineStart + line.trimEnd().length };
    }
    lineEnd = lineStart - 1;
  }
  return undefined;
}

function isClosed(sign: string, rest: string): boolean {
  if (sign === "'") return rest.replaceAll("''", '').includes("'");
  if (sign === '"') return /^(?:\\.|[^"\\])*"/.test(rest);
  const closing = sign === '[' ? ']' : '}';
  return rest.split(closing).length > rest.split(sign).length;
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
