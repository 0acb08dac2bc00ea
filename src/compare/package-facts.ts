/**
 * What two packages are compared by: the facts of one package as its bytes tell them, without markup.
 * Knows neither zips nor how facts are compared.
 */
import type { AnswerData, PackageData } from '../shared/package-data.ts';

export interface PackageFacts {
  /** How to call the package in messages: its file. */
  readonly file: string;
  /** Of the whole zip. */
  readonly sha256: string;
  /** As the player reads it; texts without control characters. */
  readonly data: PackageData;
  readonly identity: {
    /** Name of the descriptor file, which stands among the files too. */
    readonly file: string;
    /** Under which an LMS keeps learners' records. */
    readonly item: string;
    readonly title: string;
  };
  /** In the order of the zip. */
  readonly files: readonly FileFacts[];
  /** By activity id; texts of lessons only. */
  readonly lessons: ReadonlyMap<string, LessonText>;
  /** By id; every question of the package. */
  readonly questions: ReadonlyMap<string, QuestionFacts>;
}

export interface FileFacts {
  readonly name: string;
  /** Equal for equal content: checksum and size as the zip declares them. */
  readonly fingerprint: string;
}

/** Text by the heading above it, in reading order; the empty heading stands for what comes before the first. */
export type LessonText = ReadonlyMap<string, string>;

export interface QuestionFacts {
  readonly id: string;
  readonly tag: string;
  /** The bits by which the player knows a changed question. */
  readonly check: string;
  readonly domain: string;
  readonly answer: AnswerData;
  readonly stem: string;
  /** Texts by option id. */
  readonly options: ReadonlyMap<string, string>;
  /** Rationale and guideline, as one text. */
  readonly explanation: string;
  /** Reasons by option id. */
  readonly reasons: ReadonlyMap<string, string>;
}
