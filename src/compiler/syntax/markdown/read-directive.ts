/** Reads the parts of a directive, `name[label]{key=value}`, with their offsets. Knows no directive by name. */

/** A piece of the source text: its value and its offsets. */
export interface Piece {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface DirectiveParts {
  readonly name: Piece;
  readonly label: Piece | undefined;
  readonly attributes: readonly { readonly key: string; readonly value: Piece }[];
  readonly end: number;
  /** What is wrong, in an author's words; the parts hold what could be read before it. */
  readonly problem: string | undefined;
}

/** @param start offset of the name. Undefined when no name stands there. */
export function readDirective(text: string, start: number): DirectiveParts | undefined {
  const found = /^[A-Za-z][A-Za-z0-9-]*/.exec(text.slice(start, start + 100));
  if (found === null) return undefined;
  const name: Piece = { value: found[0], start, end: start + found[0].length };
  let end = name.end;
  let label: Piece | undefined;
  if (text.charAt(end) === '[') {
    const closing = findClosingBracket(text, end);
    if (closing === undefined) return { name, label, attributes: [], end: end + 1, problem: 'its [ has no ]' };
    label = { value: text.slice(end + 1, closing), start: end + 1, end: closing };
    end = closing + 1;
  }
  if (text.charAt(end) !== '{') return { name, label, attributes: [], end, problem: undefined };
  return { name, label, ...readAttributes(text, end) };
}

function findClosingBracket(text: string, start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const ch = text.charAt(i);
    if (ch === '\\') i++;
    else if (ch === '[') depth++;
    else if (ch === ']' && --depth === 0) return i;
    else if (ch === '\n' && text.charAt(i + 1) === '\n') return undefined;
  }
  return undefined;
}

const ATTRIBUTE = /\s*([A-Za-z][A-Za-z0-9-]*)(=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'{}]+))?)?/y;

function readAttributes(text: string, start: number): Pick<DirectiveParts, 'attributes' | 'end' | 'problem'> {
  const attributes: { readonly key: string; readonly value: Piece }[] = [];
  let position = start + 1;
  for (;;) {
    const blanks = /\s*/y;
    blanks.lastIndex = position;
    const next = position + (blanks.exec(text)?.[0].length ?? 0);
    if (text.charAt(next) === '}') return { attributes, end: next + 1, problem: undefined };
    const problem = (words: string) => ({ attributes, end: endOfBroken(text, next), problem: words });
    if (next >= text.length) return problem('its { has no }');
    ATTRIBUTE.lastIndex = position;
    const found = ATTRIBUTE.exec(text);
    if (found === null) return problem(`"${text.charAt(next)}" is not expected here`);
    const key = found[1] ?? '';
    const value = found[3] ?? found[4] ?? found[5];
    if (found[2] === undefined) return problem(`"${key}" has no value; values with spaces need straight quotes`);
    if (value === undefined) return problem(`the value of "${key}" is missing or its quotes do not match`);
    if (attributes.some((attribute) => attribute.key === key)) return problem(`"${key}" stands twice`);
    position += found[0].length;
    const end = found[5] === undefined ? position - 1 : position;
    attributes.push({ key, value: { value, start: end - value.length, end } });
  }
}

/** A broken directive is taken out up to its brace or its line's end, so that it is reported once. */
function endOfBroken(text: string, start: number): number {
  const found = /[}\n]/.exec(text.slice(start));
  if (found === null) return text.length;
  return start + found.index + (found[0] === '}' ? 1 : 0);
}
