/**
 * What an LMS output is to the compiler. A target owns its field limits, its descriptor, its checks on a finished zip and,
 * under `browser/`, its session adapter. Adding one means a folder and a row in `targets.ts`.
 */
import type { PackageFile, RenderedPackage, UploadGuide } from '../compiler/hand-over.ts';
import type { Reporter } from '../diagnostics/report.ts';

export interface Target {
  /** Name in `targets:` and `--target`. */
  readonly name: string;
  /** For people: `SCORM 1.2`. */
  readonly title: string;
  readonly limits: {
    /** Characters of saved state. */
    readonly stateCharacters: number;
    /** Characters of an id that is reported to the LMS. */
    readonly reportedIdCharacters: number;
    /** Characters of a package title. */
    readonly titleCharacters: number;
    readonly packageBytesWarning: number;
    readonly packageBytesError: number;
  };
  /** Name of the folder with the prebuilt player of this target, below `lib/player/`. */
  readonly player: string;
  /** The files an LMS needs beside the content, to stand first in the zip. */
  describe(rendered: RenderedPackage): readonly PackageFile[];
  /**
   * Reports every rule of this target that a finished zip breaks.
   * @param name how to call the package in messages
   */
  verify(name: string, zip: Uint8Array, report: Reporter): Promise<VerifiedZip>;
  /** What to tick after uploading, per LMS, in plain sentences. */
  uploadGuide(rendered: RenderedPackage): readonly UploadGuide[];
}

export interface VerifiedZip {
  readonly files: number;
  /** Ids of the rules that were looked at, such as Z1 or M4. */
  readonly rules: readonly string[];
}
