/** The editions that a store holds, each opened when it is first asked for. Lives as long as a run; close it. */

import { readFileSync } from 'node:fs';
import { toReadReason } from '../diagnostics/disk-faults.ts';
import { Edition } from './edition.ts';
import { compareEditionNames, type EditionName, type EditionSystem, formatEditionName } from './edition-name.ts';
import { hashEdition, listEditions, type StoredEdition } from './store/edition-store.ts';
import { DamagedTableFile } from './store/table-file.ts';

/** A stored edition that cannot be used. */
export class DamagedEdition extends Error {
  readonly edition: string;

  constructor(edition: string, reason: string) {
    super(reason);
    this.edition = edition;
  }
}

export class CodeSets {
  readonly #stored: ReadonlyMap<string, StoredEdition>;
  readonly #opener: (stored: StoredEdition) => Edition;
  readonly #open = new Map<string, Edition>();

  private constructor(stored: readonly StoredEdition[], opener: (stored: StoredEdition) => Edition) {
    this.#stored = new Map(stored.map((edition) => [formatEditionName(edition.name), edition]));
    this.#opener = opener;
  }

  /**
   * For a few look-ups: files stay on the disk, and blocks are read as they are asked for.
   * @param folder of the store; one that is not there is empty
   */
  static open(folder: string): CodeSets {
    return new CodeSets(listEditions(folder), ({ path, name }) => Edition.open(path, name));
  }

  /**
   * For a run over courses: every file is held against the hash in its name first, and those asked for stand in memory, packed,
   * with no handle to close. One that is damaged is left out.
   */
  static load(
    folder: string,
    onDamaged: (edition: { readonly edition: string; readonly reason: string }) => void,
  ): CodeSets {
    const sound = listEditions(folder).filter((stored) => {
      const reason = findDamage(stored);
      if (reason !== undefined) onDamaged({ edition: formatEditionName(stored.name), reason });
      return reason === undefined;
    });
    return new CodeSets(sound, ({ path, name }) => Edition.of(readFileSync(path), name));
  }

  /** Sorted by system, the earliest first. */
  get names(): readonly EditionName[] {
    return [...this.#stored.values()].map(({ name }) => name);
  }

  /** Undefined for an edition that is not in the store. @throws DamagedEdition */
  find(edition: string): Edition | undefined {
    const known = this.#open.get(edition);
    if (known !== undefined) return known;
    const stored = this.#stored.get(edition);
    if (stored === undefined) return undefined;
    try {
      const opened = this.#opener(stored);
      this.#open.set(edition, opened);
      return opened;
    } catch (error) {
      if (error instanceof DamagedTableFile) throw new DamagedEdition(edition, error.message);
      throw error;
    }
  }

  /** All editions of a system, the earliest first. @throws DamagedEdition */
  ofSystem(system: EditionSystem): readonly Edition[] {
    return this.names
      .filter((name) => name.system === system)
      .sort(compareEditionNames)
      .flatMap((name) => this.find(formatEditionName(name)) ?? []);
  }

  /** The latest edition of a system that is in force on a day. @throws DamagedEdition */
  inForce(system: EditionSystem, day: string): Edition | undefined {
    return this.ofSystem(system)
      .filter(({ facts }) => facts.from <= day && day <= facts.until)
      .at(-1);
  }

  /** The edition of a system in force on a day, else the last one before it, else the first. */
  currentOf(system: EditionSystem, day: string): Edition | undefined {
    const editions = this.ofSystem(system);
    const past = editions.filter(({ facts }) => facts.until < day);
    return this.inForce(system, day) ?? past.at(-1) ?? editions[0];
  }

  close(): void {
    for (const edition of this.#open.values()) edition.close();
    this.#open.clear();
  }
}

/** Undefined for a file that is what its name says. */
function findDamage({ path, hash }: StoredEdition): string | undefined {
  try {
    return hashEdition(readFileSync(path)) === hash ? undefined : 'its bytes are not those that were stored';
  } catch (error) {
    return toReadReason(error);
  }
}
