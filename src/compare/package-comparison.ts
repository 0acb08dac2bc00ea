/** What comes out of comparing two packages. Plain JSON: the shape that `diff --format json` prints. */
import type { FindingName } from '../diagnostics/catalog/compare-findings.ts';

/** `identical`: nothing to replace. `check`: safe once a person has looked. `unsafe`: upload as a new activity. */
export type Verdict = 'identical' | 'safe' | 'check' | 'unsafe';

export type Topic =
  | 'identity'
  | 'parts'
  | 'pass rule'
  | 'completion'
  | 'blueprint'
  | 'saved state'
  | 'manifest'
  | 'questions'
  | 'lessons'
  | 'package';

/** One reason for the verdict, in plain sentences. */
export interface Finding extends Reason {
  /** Permanent; `coursewright explain` knows it. */
  readonly code: string;
}

/** A finding before it is looked up in the catalog. */
export interface Reason {
  /** Its name in the catalog, permanent. */
  readonly id: FindingName;
  readonly topic: Topic;
  readonly weight: 'unsafe' | 'check' | 'note';
  /** What changed. */
  readonly what: string;
  /** What it means for learners who are in the course; empty where it means nothing to them. */
  readonly learners: string;
  /** What to do; empty where nothing is to be done. */
  readonly action: string;
}

/** What a finding says. */
export type Sentences = Pick<Reason, 'what' | 'learners' | 'action'>;

/** One of the two packages. */
export interface ComparedPackage {
  readonly file: string;
  readonly sha256: string;
  readonly name: string;
  readonly title: string;
  readonly courseVersion: string;
  readonly toolVersion: string;
  readonly editions: readonly string[];
  /** Characters of a learner's saved state at worst. */
  readonly worstCase: number;
}

export interface QuestionLine {
  readonly id: string;
  /** The beginning of its text. */
  readonly stem: string;
  /** Ids of the lessons and quizzes that show it. */
  readonly places: readonly string[];
}

export type QuestionAspect =
  | 'type'
  | 'key'
  | 'options'
  | 'revision'
  | 'stem'
  | 'option texts'
  | 'explanation'
  | 'domain'
  | 'option order'
  | 'places';

export interface QuestionChange extends QuestionLine {
  readonly aspects: readonly QuestionAspect[];
  /** Whether learners in progress keep their answers. */
  readonly answers: 'kept' | 'asked again';
}

export interface ActivityLine {
  readonly kind: 'lesson' | 'quiz' | 'exam' | 'guide';
  readonly id: string;
  readonly title: string;
  /** Whether it counts towards completion. */
  readonly required: boolean;
}

export type ActivityAspect = 'kind' | 'title' | 'module' | 'text' | 'questions' | 'draw' | 'order' | 'shuffling';

export interface ActivityChange extends ActivityLine {
  readonly aspects: readonly ActivityAspect[];
  /** Headings of a lesson below which the text changed; the empty one stands for its beginning. */
  readonly sections: readonly string[];
  /** Ids of questions it shows now and did not, or no longer shows. */
  readonly questionsAdded: readonly string[];
  readonly questionsRemoved: readonly string[];
  /** Of a quiz: how many questions an attempt shows, and of how many. */
  readonly draw: { readonly old: DrawFacts; readonly new: DrawFacts } | undefined;
}

export interface DrawFacts {
  readonly shown: number;
  readonly pool: number;
}

/** What was added to a list, removed from it, and changed in it. */
export interface Changes<Line, Change> {
  readonly added: readonly Line[];
  readonly removed: readonly Line[];
  readonly changed: readonly Change[];
}

export interface PackageComparison {
  readonly verdict: Verdict;
  readonly old: ComparedPackage;
  readonly new: ComparedPackage;
  readonly manifestChanged: boolean;
  readonly rules: {
    /** Percent; null without a pass mark. */
    readonly pass: { readonly old: number | null; readonly new: number | null };
    /** Titles of activities that became, or are no longer, required for completion. */
    readonly required: { readonly added: readonly string[]; readonly removed: readonly string[] };
  };
  /** The new package's lessons and quizzes in reading order. */
  readonly outline: readonly ActivityLine[];
  /** Gravest first. */
  readonly findings: readonly Finding[];
  readonly activities: Changes<ActivityLine, ActivityChange>;
  readonly questions: Changes<QuestionLine, QuestionChange>;
  /** Names of files. */
  readonly files: Changes<string, string>;
}
