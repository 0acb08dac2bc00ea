/**
 * The only printer. People read stderr; results and machine formats go to stdout. Colors only on a terminal that wants them.
 */
import { styleText } from 'node:util';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatGithub } from '../diagnostics/formats/github.ts';
import { toJsonDiagnostics } from '../diagnostics/formats/json.ts';
import { formatSarif } from '../diagnostics/formats/sarif.ts';
import { countProblems, formatText, NO_PAINT, type Paint } from '../diagnostics/formats/text.ts';
import type { Rule } from '../diagnostics/rule.ts';
import type { SourcePlaces } from '../diagnostics/source-places.ts';
import { toolVersion } from '../tool-version.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export function isFormat(text: string): text is Format {
  return FORMATS.some((format) => format === text);
}

/** The catalog, for formats that name rules; none for those that do not. */
export type Rules = ReadonlyMap<string, Rule<never>>;

const TERMINAL_PAINT: Paint = {
  error: (text) => styleText(['red', 'bold'], text, { validateStream: false }),
  warning: (text) => styleText(['yellow', 'bold'], text, { validateStream: false }),
  dim: (text) => styleText('dim', text, { validateStream: false }),
  bold: (text) => styleText('bold', text, { validateStream: false }),
};

/** Follows NO_COLOR, TERM=dumb and --no-color. */
function wantsColor(color: boolean): boolean {
  return color && process.stderr.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

export class Printer {
  readonly #format: Format;
  readonly #paint: Paint;
  readonly #prefix: string;
  readonly #rules: Rules;
  readonly #showsProgress: boolean;

  constructor(facts: {
    readonly format: Format;
    readonly color: boolean;
    /** Path from the current folder to the workspace, with a trailing slash, or empty. */
    readonly prefix: string;
    readonly rules: Rules;
  }) {
    this.#format = facts.format;
    this.#paint = wantsColor(facts.color) ? TERMINAL_PAINT : NO_PAINT;
    this.#prefix = facts.prefix;
    this.#rules = facts.rules;
    this.#showsProgress = process.stderr.isTTY === true && process.env.TERM !== 'dumb';
  }

  get isText(): boolean {
    return this.#format === 'text';
  }

  /** A line for people. */
  say(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  /** A result: the thing that was asked for. */
  result(text: string): void {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** On a terminal each step overwrites the last; elsewhere it is a line. */
  progress(text: string): void {
    if (!this.#showsProgress) this.say(text);
    else process.stderr.write(`\r\u001b[K${text}`);
  }

  endProgress(): void {
    if (this.#showsProgress) process.stderr.write('\r\u001b[K');
  }

  /**
   * Prints all problems in the chosen format.
   * @param more what JSON carries beside the problems
   */
  problems(diagnostics: readonly Diagnostic[], places: SourcePlaces, more: object = {}): void {
    switch (this.#format) {
      case 'text': {
        const text = formatText(diagnostics, places, this.#paint);
        if (text !== '') this.say(text);
        break;
      }
      case 'json': {
        const found = toJsonDiagnostics(diagnostics, places, (code) => this.#rules.get(code)?.name ?? '');
        this.result(JSON.stringify({ version: 1, ...more, diagnostics: found }, null, 2));
        break;
      }
      case 'sarif':
        this.result(
          formatSarif(diagnostics, places, { rules: this.#rules, toolVersion: toolVersion(), prefix: this.#prefix }),
        );
        break;
      case 'github': {
        const text = formatGithub(diagnostics, places, this.#prefix);
        if (text !== '') this.result(text);
        this.say(countProblems(diagnostics));
        break;
      }
    }
  }
}
