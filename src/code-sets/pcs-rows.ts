/**
 * The codes of an ICD-10-PCS table -> its rows: sets of values for the places 4 to 7 whose products are those codes, no more and no
 * fewer. Rows of another edition's table serve as a pattern, so that an edition without a tables file keeps the rows its publisher
 * drew wherever its codes allow. Pure.
 */

/** Values of the places 4 to 7, each as one text: `['1234', '04', 'Z', 'Z']`. */
export type RowValues = readonly [string, string, string, string];

/** The four characters behind the table, of every code that a row builds. */
export function endsOf([fourth, fifth, sixth, seventh]: RowValues): readonly string[] {
  return [...fourth].flatMap((a) =>
    [...fifth].flatMap((b) => [...sixth].flatMap((c) => [...seventh].map((d) => a + b + c + d))),
  );
}

/**
 * @param ends the four characters behind the table, of every valid code
 * @param pattern rows that should stay as they are where the codes allow
 */
export function fitRows(ends: ReadonlySet<string>, pattern: readonly RowValues[]): readonly RowValues[] {
  const rest = new Set(ends);
  let isChanged = false;
  const kept = pattern.flatMap((row): readonly RowValues[] => {
    const all = endsOf(row);
    const valid = all.filter((end) => rest.has(end));
    for (const end of valid) rest.delete(end);
    if (valid.length === all.length) return [row];
    isChanged = true;
    return splitIntoRows(valid);
  });
  return rest.size === 0 && !isChanged ? kept : joinRows([...kept, ...splitIntoRows([...rest])]);
}

/** Products whose union is exactly these texts of four characters. Values with the same continuations share a row. */
function splitIntoRows(ends: readonly string[]): readonly RowValues[] {
  return split(ends).flatMap(([fourth = '', fifth = '', sixth = '', seventh = '']) =>
    seventh === '' ? [] : [[fourth, fifth, sixth, seventh] as const],
  );
}

function split(ends: readonly string[]): readonly (readonly string[])[] {
  if (ends.length === 0) return [];
  if (ends.every((end) => end.length === 1)) return [[[...new Set(ends)].sort().join('')]];
  const byFirst = new Map<string, string[]>();
  for (const end of [...new Set(ends)].sort()) {
    byFirst.set(end.charAt(0), [...(byFirst.get(end.charAt(0)) ?? []), end.slice(1)]);
  }
  const groups = new Map<string, { readonly rest: readonly string[]; values: string }>();
  for (const [value, rest] of byFirst) {
    const group = groups.get(rest.join()) ?? { rest, values: '' };
    group.values += value;
    groups.set(rest.join(), group);
  }
  return [...groups.values()].flatMap(({ rest, values }) => split(rest).map((tail) => [values, ...tail]));
}

/** Joins rows that differ in one place alone, until none do. */
function joinRows(rows: readonly RowValues[]): readonly RowValues[] {
  let list = rows;
  for (;;) {
    const joined = joinOnce(list);
    if (joined === undefined) return list;
    list = joined;
  }
}

function joinOnce(rows: readonly RowValues[]): readonly RowValues[] | undefined {
  for (const [at, row] of rows.entries()) {
    for (let to = at + 1; to < rows.length; to++) {
      const other = rows[to];
      if (other === undefined) continue;
      const different = [0, 1, 2, 3].filter((place) => row[place] !== other[place]);
      const [place] = different;
      if (different.length !== 1 || place === undefined) continue;
      const values = [...new Set([...(row[place] ?? ''), ...(other[place] ?? '')])].sort().join('');
      const [fourth, fifth, sixth, seventh] = row.map((text, index) => (index === place ? values : text));
      if (fourth === undefined || fifth === undefined || sixth === undefined || seventh === undefined) continue;
      const joined: RowValues = [fourth, fifth, sixth, seventh];
      return rows.flatMap((kept, index) => (index === at ? [joined] : index === to ? [] : [kept]));
    }
  }
  return undefined;
}
