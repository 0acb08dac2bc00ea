/** A place that names a code -> the edition it is held against and its state there: by the edition itself where it is at hand, else by the lock. */
import type { CodeSets } from '../../../code-sets/code-sets.ts';
import { EDITION_SYSTEMS, formatEditionName, parseEditionName } from '../../../code-sets/edition-name.ts';
import { type CodeState, judgeCode } from '../../../code-sets/judge-code.ts';
import type { CodeUse } from '../../code-use.ts';
import type { LockedCode } from '../../hand-over.ts';
import { codeKey } from '../../source-format/medical-codes.ts';
import type { CourseDraft } from '../course-draft.ts';
import { lockKey } from './read-codes-lock.ts';

/** What codes are held against beside the lock. */
export interface CodeChecks {
  /** Undefined where no edition is at hand. */
  readonly sets: CodeSets | undefined;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
}

export type UseJudgement =
  /** Found in the edition itself. */
  | {
      readonly by: 'edition';
      readonly edition: string;
      readonly state: CodeState;
      readonly locked: LockedCode | undefined;
    }
  /** Known from the lock alone. */
  | { readonly by: 'lock'; readonly edition: string; readonly locked: LockedCode }
  | { readonly by: 'nobody'; readonly edition: string | undefined };

/** Judges each code once. Lives as long as the checks of one course. */
export class CodeJudge {
  readonly #course: CourseDraft;
  readonly #sets: CodeSets | undefined;
  readonly #asOf: string;
  readonly #known = new Map<string, UseJudgement>();

  constructor(course: CourseDraft, { sets, asOf }: CodeChecks) {
    this.#course = course;
    this.#sets = sets;
    this.#asOf = asOf;
  }

  /** @throws DamagedEdition */
  judge(use: CodeUse): UseJudgement {
    const edition = this.editionOf(use);
    const key = `${edition ?? ''} ${codeKey(use.system, use.code)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const judgement = this.#judge(use, edition);
    this.#known.set(key, judgement);
    return judgement;
  }

  /** The question's own edition, the last that the course names, that of the code's line in the lock, or the last of the lock. */
  editionOf({ system, code, edition }: Pick<CodeUse, 'system' | 'code' | 'edition'>): string | undefined {
    const isOf = (name: string) => parseEditionName(name)?.system === system;
    if (edition !== undefined && isOf(edition)) return edition;
    const { fields, lock } = this.#course;
    const named = (fields.editions ?? []).filter(isOf).at(-1);
    if (named !== undefined) return named;
    const line = lock.codes.get(codeKey(system, code));
    if (line !== undefined) return `${line.system}@${line.edition}`;
    return lock.editions.filter((locked) => isOf(locked.edition)).at(-1)?.edition ?? this.#inForce(system);
  }

  /** A course that names no edition is held against the one in force. */
  #inForce(system: string): string | undefined {
    const known = EDITION_SYSTEMS.find((name) => name === system);
    const edition = known === undefined ? undefined : this.#sets?.inForce(known, this.#asOf);
    return edition === undefined ? undefined : formatEditionName(edition.name);
  }

  #judge(use: CodeUse, edition: string | undefined): UseJudgement {
    const key = codeKey(use.system, use.code);
    const label = edition === undefined ? '' : (parseEditionName(edition)?.label ?? '');
    const locked = this.#course.lock.byEdition.get(lockKey(key, label))?.code;
    const isKnownSystem = EDITION_SYSTEMS.some((system) => system === use.system);
    const open = edition === undefined || !isKnownSystem ? undefined : this.#sets?.find(edition);
    if (this.#sets !== undefined && open !== undefined && edition !== undefined)
      return { by: 'edition', edition, state: judgeCode(this.#sets, open, use.code), locked };
    if (locked !== undefined && edition !== undefined) return { by: 'lock', edition, locked };
    return { by: 'nobody', edition };
  }
}
