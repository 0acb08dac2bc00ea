/**
 * Looks a text over before the Markdown library reads it: the library takes time with the square of some runs (lines without
 * an empty one, open brackets, words, blanks), so that a few thousand characters could hold it for minutes.
 * Counts characters only; knows no Markdown.
 */
import { textTooDense, textTooLarge } from '../../../diagnostics/catalog/lessons.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { type Area, spanIn } from './area.ts';

/** About 60 printed pages. */
const MAX_CHARACTERS = 200_000;
/** Lines in a row, and those of them that continue what stands above: the longest tables have hundreds of rows. */
const MAX_LINES = 1000;
const MAX_PROSE_LINES = 200;
const MAX_PROSE_CHARACTERS = 20_000;
const MAX_OPEN_BRACKETS = 50;
/** Browsers cut addresses off there. */
const MAX_WORD = 2000;
const MAX_BLANKS = 200;

const BLANK_RUN = new RegExp(`[ \\t]{${MAX_BLANKS + 1}}`);
const WORD_RUN = new RegExp(`[^\\s]{${MAX_WORD + 1}}`);
const STARTS_BLOCK = /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|[>#|:]|`{3}|~{3}|\[\^)/;

/** @returns whether the text may be read; if not, why was reported */
export function checkExtent(area: Area, report: Reporter): boolean {
  if (area.text.length > MAX_CHARACTERS) {
    report.add(textTooLarge, spanIn(area, 0, 1), { length: area.text.length, limit: MAX_CHARACTERS });
    return false;
  }
  const found = findRun(area.text);
  if (found === undefined) return true;
  report.add(textTooDense, spanIn(area, found.start, found.end), { what: found.what });
  return false;
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly what: string;
}

function findRun(text: string): Run | undefined {
  let lines = 0;
  let prose = 0;
  let proseCharacters = 0;
  let open = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    const from = start;
    const at = (what: string): Run => ({ start: from, end: Math.min(end, from + 80), what });
    start = end + 1;
    if (line.trim() === '') {
      lines = 0;
      prose = 0;
      proseCharacters = 0;
      open = 0;
    } else {
      lines++;
      const starts = STARTS_BLOCK.test(line);
      prose = starts ? 0 : prose + 1;
      proseCharacters = starts ? line.length : proseCharacters + line.length;
      open = countOpen(line, open);
    }
    if (lines > MAX_LINES) return at(`more than ${MAX_LINES} lines without an empty line`);
    if (prose > MAX_PROSE_LINES) return at(`a paragraph of more than ${MAX_PROSE_LINES} lines`);
    if (proseCharacters > MAX_PROSE_CHARACTERS)
      return at(`a paragraph of more than ${MAX_PROSE_CHARACTERS} characters`);
    if (open > MAX_OPEN_BRACKETS) return at(`more than ${MAX_OPEN_BRACKETS} brackets [ that are not closed`);
    if (line.length > MAX_BLANKS && BLANK_RUN.test(line)) return at(`more than ${MAX_BLANKS} spaces in a row`);
    if (line.length > MAX_WORD && WORD_RUN.test(line)) return at(`a word of more than ${MAX_WORD} characters`);
  }
  return undefined;
}

/** Open brackets after the line, given those before it; the count stops where it is too high. */
function countOpen(line: string, before: number): number {
  let open = before;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '\\') at++;
    else if (character === ']' && open > 0) open--;
    else if (character === '[' && ++open > MAX_OPEN_BRACKETS) return open;
  }
  return open;
}
