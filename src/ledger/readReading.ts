/** In: where a document's reading stands in the ledger. Out: the reading as it was entered, opened and checked. */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { type Archive, readRecordKeys } from "./archive.ts";
import type { ReadingMade } from "./entryKinds.ts";
import { openEntry } from "./leaf.ts";

/** The reading of an entry; throws `integrity` where the entry is another. */
export async function readReading(
  archive: Archive,
  index: number,
  document: string,
): Promise<ReadingMade> {
  const { rows } = await sql<{ record: string; leaf: Uint8Array; sealed: Uint8Array | null }>`
    select record, leaf, sealed from ledger.entries
    where workspace = ${archive.workspace} and index = ${index}`.execute(archive.database);
  const [row] = rows;
  const key =
    row === undefined ? undefined : (await readRecordKeys(archive, [row.record])).get(row.record);
  if (row?.sealed == null || key === undefined)
    throw new Failure("not-found", `Entry ${index} was erased`);
  const entry = openEntry(row.leaf, row.sealed, index, key);
  if (entry.kind !== "reading-made" || entry.body.document !== document)
    throw new Failure(
      "integrity",
      `Entry ${index} is not the reading of ${document}; sanad verify says more`,
    );
  return entry.body;
}
