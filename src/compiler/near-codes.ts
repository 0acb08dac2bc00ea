/** What a course knows of the codes around those that its questions have typed, and what of it a package carries. Types only. */
import type { CodeCategory, CodeExtract } from '../shared/code-extract.ts';

/** A category of a lock. */
export interface NearCategory {
  readonly system: string;
  readonly category: string;
  /** The edition's label, such as 2026. */
  readonly edition: string;
  readonly content: CodeCategory;
}

/** A category that a question could use. */
export interface WantedCategory {
  readonly system: 'icd-10-cm' | 'icd-10-pcs';
  readonly category: string;
  /** False where no right code lies in it. */
  readonly hasKey: boolean;
}

/** What a package carries of them, and the figures of the build report. */
export interface PackageCodes {
  readonly extract: CodeExtract;
  readonly figures: CodeFigures;
}

export interface CodeFigures {
  /** Categories that the package carries, and those that its questions could use. */
  readonly categories: number;
  readonly wanted: number;
  readonly codes: number;
  /** Bytes of its file, and how many there may be. */
  readonly bytes: number;
  readonly budget: number;
}
