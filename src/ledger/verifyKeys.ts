/**
 * In: an archive and the changes of its keys. Out: keys of its own, present and past, that are missing, that no entry made, or whose rows
 * are not what the notes between them make.
 */
import { sql } from "kysely";
import { formatKey } from "../base/signedNote.ts";
import type { Archive } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import type { KeysChanged } from "./entryKinds.ts";
import type { FaultList } from "./faults.ts";
import { readOrNull } from "./savepoint.ts";

type Row = {
  readonly name: string;
  readonly number: number;
  readonly public: string | null;
  readonly succession: string | null;
};

/** Kept since the keys changed for the first time at the latest; before that an old archive derives them. */
const NAMES = ["capture", "mentions", "tellings"];
const KEEPING: ReadonlySet<string> = new Set(["master-replaced", "signing-replaced"]);

/** Holds what is kept in clear of the keys against the key that signs, the notes back from it, and the entries that made them. */
export async function checkOwnKeys(
  archive: Archive,
  one: InTransaction,
  changes: readonly KeysChanged[],
  faults: FaultList,
): Promise<void> {
  const found = await readOrNull(one, () =>
    sql<Row>`select name, number, public, succession from ledger.own_keys
      where workspace = ${archive.workspace} order by number desc`.execute(one),
  );
  if (found === null) {
    faults.add("signing keys", "the database cannot read them");
    return;
  }
  const signing = found.rows.filter(({ name }) => name === "checkpoint");
  const known = [archive.signer, ...archive.keys.own.past].map(formatKey);
  for (const [at, { number, public: shown }] of signing.entries())
    if (shown !== known[at])
      faults.add(`signing key ${number}`, "is not the one that the notes of succession lead to");
  if (!changes.some(({ change }) => KEEPING.has(change))) return;
  checkSuccessions(signing, changes, faults);
  for (const name of NAMES)
    if (!found.rows.some((row) => row.name === name)) faults.add(`own key ${name}`, "is missing");
}

/** The first key and one for each entry that says that another took over, with the note that the entry holds. */
function checkSuccessions(
  signing: readonly Row[],
  changes: readonly KeysChanged[],
  faults: FaultList,
): void {
  const notes = changes.flatMap(({ succession }) => succession ?? []);
  const byNumber = new Map(signing.map((row) => [row.number, row]));
  for (const [at, note] of [null, ...notes].entries()) {
    const row = byNumber.get(at + 1);
    if (row === undefined) faults.add(`signing key ${at + 1}`, "is missing");
    else if (row.succession !== note)
      faults.add(`signing key ${at + 1}`, "has another note of succession than its entry");
    byNumber.delete(at + 1);
  }
  for (const number of byNumber.keys())
    faults.add(`signing key ${number}`, "no entry says that it was made");
}
