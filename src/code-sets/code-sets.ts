/** The editions that a store holds, each opened when it is first asked for. Lives as long as a run; close it. */
import { compareEditionNames, type EditionName, type EditionSystem, formatEditionName } from './edition-name.ts';
import { Edition } from './edition.ts';
import { listEditions, type StoredEdition } from './store/edition-store.ts';
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
  readonly #open = new Map<string, Edition>();

  private constructor(stored: readonly StoredEdition[]) {
    this.#stored = new Map(stored.map((edition) => [formatEditionName(edition.name), edition]));
  }

  /** @param folder of the store; one that is not there is empty */
  static open(folder: string): CodeSets {
    return new CodeSets(listEditions(folder));
  }

  /** Sorted by system, the earliest first. */
  get names(): readonly EditionName[] {
    return [...this.#stored.values()].map(({ name }) => name);
  }

  /** Changes with every edition that is added, replaced or removed. */
  get fingerprint(): string {
    return [...this.#stored].map(([name, { hash }]) => `${name}.${hash}`).join(' ');
  }

  /** Undefined for an edition that is not in the store. @throws DamagedEdition */
  find(edition: string): Edition | undefined {
    const known = this.#open.get(edition);
    if (known !== undefined) return known;
    const stored = this.#stored.get(edition);
    if (stored === undefined) return undefined;
    try {
      const opened = Edition.open(stored.path, stored.name);
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

  /** The edition of a system in force on a day, else the last one before it, else the first. */
  currentOf(system: EditionSystem, day: string): Edition | undefined {
    const editions = this.ofSystem(system);
    const inForce = editions.filter(({ facts }) => facts.from <= day && day <= facts.until);
    const past = editions.filter(({ facts }) => facts.until < day);
    return inForce.at(-1) ?? past.at(-1) ?? editions[0];
  }

  close(): void {
    for (const edition of this.#open.values()) edition.close();
    this.#open.clear();
  }
}
