/**
 * In: a record. Out: its key, its sealed bodies and its evidence destroyed, and an entry that says so.
 * Never: takes an entry or a leaf away: every proof still holds. docs/archive.md says what this cannot reach.
 */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { appendEntries } from "./append.ts";
import type { Archive } from "./archive.ts";
import { removeBlob } from "./blobs.ts";
import type { InTransaction } from "./database.ts";
import { makeId } from "./ids.ts";

/** The record that a document, claim or entry belongs to. */
export async function findRecord({ database, workspace }: Archive, id: string): Promise<string> {
  const { rows } = await sql<{ record: string }>`
    select record from ledger.entries where workspace = ${workspace} and id = ${id}
    union all select record from view.documents where workspace = ${workspace} and document = ${id}
    union all select record from view.claims where workspace = ${workspace} and claim = ${id} limit 1`.execute(
    database,
  );
  const [row] = rows;
  if (row === undefined)
    throw new Failure("not-found", `There is no entry, document or claim ${id}`);
  const held =
    await sql`select 1 from ledger.entries where workspace = ${workspace} and record = ${row.record}
    and kind = 'document-captured' limit 1`.execute(database);
  if (held.rows.length === 0)
    throw new Failure(
      "input-refused",
      "Only what was captured can be erased: name a document or one of its claims",
    );
  return row.record;
}

/** Destroys a record; answers with the number of its entries. */
export async function eraseRecord(
  archive: Archive,
  record: string,
  { by, reason, at }: { readonly by: string; readonly reason: string; readonly at: string },
): Promise<number> {
  const { database, workspace } = archive;
  const { rows } = await sql<{
    entries: number;
  }>`select count(*)::int as entries from ledger.entries
    where workspace = ${workspace} and record = ${record} and sealed is not null`.execute(database);
  const entries = rows[0]?.entries ?? 0;
  if (entries === 0) throw new Failure("not-found", "This was erased before; nothing was changed");
  const blobs: string[] = [];
  await appendEntries(
    archive,
    [
      {
        kind: "record-erased",
        record: makeId("r"),
        by,
        body: { record, entries, reason, erasedAt: at },
      },
    ],
    {
      at,
      expected: null,
      beside: async (one) => void blobs.push(...(await destroy(one, workspace, record))),
    },
  );
  // Only now: while the transaction could still fail, the evidence had to stay.
  for (const name of blobs) removeBlob(archive.folder, name);
  return entries;
}

async function destroy(one: InTransaction, workspace: string, record: string): Promise<string[]> {
  await sql`update ledger.entries set sealed = null where workspace = ${workspace} and record = ${record}`.execute(
    one,
  );
  await sql`update ledger.record_keys set wrapped = null where workspace = ${workspace} and record = ${record}`.execute(
    one,
  );
  await sql`delete from ledger.captures where workspace = ${workspace} and record = ${record}`.execute(
    one,
  );
  await sql`delete from ledger.pages where workspace = ${workspace} and record = ${record}`.execute(
    one,
  );
  const { rows } = await sql<{ name: string }>`delete from ledger.blobs
    where workspace = ${workspace} and record = ${record} returning name`.execute(one);
  return rows.map(({ name }) => name);
}
