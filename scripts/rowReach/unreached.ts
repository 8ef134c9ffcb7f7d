/** A row of a pack file that makes claims or parts of them. */
export type RuleRow = { readonly file: string; readonly id: string };

/** Lists of rule rows by the pack file that holds them. */
const LISTS: readonly (readonly [string, readonly string[]])[] = [
  ["triggers", ["rows"]],
  ["frames", ["groups", "frames"]],
  ["statistics", ["rows"]],
  ["quantities", ["orders", "fractions", "spans", "qualifiers", "trailing", "ranges"]],
  ["attribution", ["rows"]],
  ["words", ["classes"]],
];

/** The rule rows of a language, in the order of their files. */
export function ruleRows(packs: Readonly<Record<string, unknown>>, language: string): RuleRow[] {
  return LISTS.flatMap(([file, lists]) => {
    const content = (packs[`lang/${language}/${file}.json`] ?? {}) as Readonly<
      Record<string, unknown>
    >;
    return lists.flatMap((list) =>
      ((content[list] ?? []) as readonly { id: string }[]).map(({ id }) => ({ file, id })),
    );
  });
}

/** Rows that none of the reached ids names. */
export function findUnreached(rows: readonly RuleRow[], reached: ReadonlySet<string>): RuleRow[] {
  return rows.filter(({ id }) => !reached.has(id));
}
