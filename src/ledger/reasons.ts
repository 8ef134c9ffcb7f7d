/** Why people decided as they did: sealed in the entries, and in no row, index or log in clear. */
import { sql } from "kysely";
import { type Archive, readRecordKeys } from "./archive.ts";
import { type Bodies, IN_CONFIDENCE } from "./entryKinds.ts";
import { openEntry } from "./leaf.ts";

/** A body as views keep it. */
export function withoutReason<Body extends Bodies[keyof Bodies]>(body: Body): Omit<Body, "reason"> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== "reason")) as Omit<
    Body,
    "reason"
  >;
}

/** Reasons by the ids of their entries; those that were erased, have none, or are told in confidence are missing. */
export async function readReasons(
  archive: Archive,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { database, workspace } = archive;
  const { rows } = await sql<{
    index: number;
    id: string;
    record: string;
    leaf: Uint8Array;
    sealed: Uint8Array;
  }>`
    select index, id, record, leaf, sealed from ledger.entries
    where workspace = ${workspace} and id = any(${ids as string[]}) and sealed is not null
      and kind <> all(${[...IN_CONFIDENCE]})`.execute(database);
  const keys = await readRecordKeys(archive, [...new Set(rows.map(({ record }) => record))]);
  const found = new Map<string, string>();
  for (const { index, id, record, leaf, sealed } of rows) {
    const key = keys.get(record);
    if (key === undefined) continue;
    const { body } = openEntry(leaf, sealed, index, key);
    if ("reason" in body) found.set(id, body.reason);
  }
  return found;
}
