/**
 * Names for the files that a package ships: flat, lower case, unique, and the same in every build.
 * A name comes from the file's own name, so that editing or adding another file never changes it.
 */
import { fileNameTaken } from '../../diagnostics/catalog/model.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import {
  CODES_SCRIPT,
  DATA_SCRIPT,
  LAUNCH_PAGE,
  PLAYER_PARTS,
  PLAYER_SCRIPT,
  partScriptName,
  STYLE_SHEET,
  WORDS_SCRIPT,
} from '../../shared/package-files.ts';
import { isReservedName } from '../../shared/reserved-names.ts';
import type { SourceFile } from '../hand-over.ts';

/** Names that pages and scripts of every package take, or may take some day. */
const RESERVED = [
  LAUNCH_PAGE,
  STYLE_SHEET,
  PLAYER_SCRIPT,
  ...PLAYER_PARTS.map(partScriptName),
  DATA_SCRIPT,
  WORDS_SCRIPT,
  CODES_SCRIPT,
];

/** `media/Flow chart.SVG` becomes `flow-chart.svg`. */
function toPackageName(path: string): string {
  const base = path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFKD')
    .toLowerCase();
  const dot = base.lastIndexOf('.');
  const stem = (dot === -1 ? base : base.slice(0, dot)).replace(/[^a-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');
  const extension = dot === -1 ? 'bin' : base.slice(dot + 1).replace(/[^a-z0-9]+/g, '');
  const name = stem.slice(0, 54) || 'file';
  return `${isReservedName(name) ? `${name}_` : name}.${extension}`;
}

/** The files of one package as they are found. Lives while its model is built. */
export class PackageFiles {
  readonly #byName = new Map<string, SourceFile>();
  readonly #report: Reporter;

  constructor(report: Reporter) {
    this.#report = report;
  }

  /** The file's name in the package. Two files with one name are an error. */
  ship(file: SourceFile): string {
    const name = toPackageName(file.path);
    const other = this.#byName.get(name);
    if (other === undefined && !RESERVED.includes(name)) this.#byName.set(name, file);
    else if (other?.path !== file.path) {
      this.#report.add(
        fileNameTaken,
        { file: file.path },
        { name, first: other?.path ?? 'a file that every package has' },
      );
    }
    return name;
  }

  /** Sorted by name. */
  list(): readonly { readonly name: string; readonly source: SourceFile }[] {
    return [...this.#byName].map(([name, source]) => ({ name, source })).sort((a, b) => compareText(a.name, b.name));
  }
}
