/** In: an archive. Out: signing keys, the present one and those before, whose rows are not what the notes between them make. */
import { sql } from "kysely";
import { formatKey } from "../base/signedNote.ts";
import type { Archive } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import type { FaultList } from "./faults.ts";
import { readOrNull } from "./savepoint.ts";

/** Holds what is kept in clear of the signing keys against the key that signs and the chain of notes back from it. */
export async function checkSigningKeys(
  { workspace, signer, keys }: Archive,
  one: InTransaction,
  faults: FaultList,
): Promise<void> {
  const found = await readOrNull(one, () =>
    sql<{ number: number; public: string | null }>`select number, public from ledger.own_keys
      where workspace = ${workspace} and name = 'checkpoint' order by number desc`.execute(one),
  );
  if (found === null) faults.add("signing keys", "the database cannot read them");
  const known = [signer, ...keys.own.past].map(formatKey);
  for (const [at, { number, public: shown }] of (found?.rows ?? []).entries())
    if (shown !== known[at])
      faults.add(`signing key ${number}`, "is not the one that the notes of succession lead to");
}
