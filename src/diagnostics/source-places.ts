/** Turns spans into lines and columns for printing. Asks for texts by file; never reads a disk itself. */
import { type Diagnostic, fileOf, type Span } from './diagnostic.ts';
import { LineMap } from './line-map.ts';

/** Decoded text of a file as the spans count it; undefined when there is none (a zip, a folder, a file that could not be read). */
export type TextOf = (file: string) => string | undefined;

/** A place for people, counted from 1; the end is exclusive. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Finds lines and columns, making each file's line map once. */
export class SourcePlaces {
  /** For problems of packages, folders and commands, which have no text to point into. */
  static readonly none = new SourcePlaces(() => undefined);

  readonly #textOf: TextOf;
  readonly #maps = new Map<string, LineMap | undefined>();

  constructor(textOf: TextOf) {
    this.#textOf = textOf;
  }

  linesOf(file: string): LineMap | undefined {
    if (!this.#maps.has(file)) {
      const text = this.#textOf(file);
      this.#maps.set(file, text === undefined ? undefined : new LineMap(text));
    }
    return this.#maps.get(file);
  }

  locate(span: Span): Location | undefined {
    const lines = this.linesOf(span.file);
    if (lines === undefined) return undefined;
    const start = lines.at(span.start);
    const end = lines.at(Math.max(span.start, span.end));
    return { file: span.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  }

  /** `file:line:col`, or the file alone, or nothing. */
  describe(diagnostic: Diagnostic): string {
    const location = diagnostic.span === undefined ? undefined : this.locate(diagnostic.span);
    if (location !== undefined) return `${location.file}:${location.line}:${location.column}`;
    return fileOf(diagnostic) ?? '';
  }
}
