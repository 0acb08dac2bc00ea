/** An ICD-10-PCS table: what may stand in each place of a code, and the terms of its axes. Plain data, and walks over it. */

export interface PcsLabel {
  readonly code: string;
  readonly title: string;
}

export interface PcsAxis {
  /** Such as `Body Part`. */
  readonly title: string;
  readonly labels: readonly PcsLabel[];
}

/** One row: what may stand in places 4 to 7 together. */
export type PcsRow = readonly [PcsAxis, PcsAxis, PcsAxis, PcsAxis];

export interface PcsTable {
  /** Section, body system (or the like) and operation, with one label each. */
  readonly head: readonly [PcsAxis, PcsAxis, PcsAxis];
  /** What the operation is, by the official definitions; empty where none is given. */
  readonly definition: string;
  readonly rows: readonly PcsRow[];
}

/** A value of an axis as the official definitions explain it. */
export interface PcsTerm {
  /** Such as `Operation`. */
  readonly axis: string;
  readonly titles: readonly string[];
  readonly definition: string;
  readonly explanation: string;
  readonly includes: readonly string[];
}

/** The row that holds all of places 4 to 7; undefined where they mix rows, which makes a code invalid. */
export function findRow(table: PcsTable, code: string): PcsRow | undefined {
  return table.rows.find((row) =>
    row.every((axis, index) => axis.labels.some((label) => label.code === code[index + 3])),
  );
}

/** Every code that the table builds, row by row. */
export function* codesOf(table: PcsTable): Generator<string> {
  const stem = table.head.map((axis) => axis.labels[0]?.code ?? '').join('');
  for (const [fourth, fifth, sixth, seventh] of table.rows) {
    for (const a of fourth.labels)
      for (const b of fifth.labels)
        for (const c of sixth.labels)
          for (const d of seventh.labels) yield `${stem}${a.code}${b.code}${c.code}${d.code}`;
  }
}
