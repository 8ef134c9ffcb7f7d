/** In: an id. Out: the proof that its entry stands in the ledger, with the body it seals if that is to be shown. */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { canonicalJson, type Json } from "../base/canonicalJson.ts";
import { parseCheckpoint } from "../base/checkpoint.ts";
import { proveInclusion } from "../base/merkle.ts";
import { formatProof, parseProof } from "../base/proof.ts";
import { formatKey } from "../base/signedNote.ts";
import { type Archive, readRecordKeys } from "./archive.ts";
import { IN_CONFIDENCE } from "./entryKinds.ts";
import { macKeyOf, openEntry, parseLeaf } from "./leaf.ts";
import { withNodes } from "./nodes.ts";
import { readCheckpoint } from "./views.ts";

/** A proof for one entry that stands alone: JSON, checked by `sanad verify FILE` on any machine. */
export type EntryProof = {
  readonly format: "sanad-proof/1";
  /** Public key of the log, to be compared with the one that was handed out. */
  readonly key: string;
  readonly proof: string;
  /** Notes by which earlier keys signed over to this one, for whoever knows only an earlier one. */
  readonly successions?: readonly string[];
  /** The entry's body and the key that shows it is the one in the leaf; null where it is not shown. */
  readonly shown: { readonly body: string; readonly macKey: string } | null;
};

/** Makes the proof of an entry, of the capture of a document, or of the reading that a claim stands on. */
export async function proveEntry(
  archive: Archive,
  id: string,
  isShown: boolean,
): Promise<EntryProof> {
  const index = await findIndex(archive, id);
  const { database, workspace } = archive;
  const { rows } = await sql<{ leaf: Uint8Array }>`select leaf from ledger.entries
    where workspace = ${workspace} and index = ${index}`.execute(database);
  const leaf = rows[0]?.leaf;
  if (leaf === undefined)
    throw new Failure("integrity", `Entry ${index} is missing; sanad verify says more`);
  const checkpoint = await readCheckpoint(archive);
  const size = parseCheckpoint(checkpoint)?.size ?? 0;
  const hashes = await withNodes(archive, (nodes) => proveInclusion(index, size, nodes));
  return {
    format: "sanad-proof/1",
    key: formatKey(archive.signer),
    ...(archive.keys.own.successions.length === 0
      ? {}
      : { successions: archive.keys.own.successions }),
    proof: formatProof({ leaf, index, hashes, checkpoint }),
    shown: isShown ? await showBody(archive, index, leaf) : null,
  };
}

/** A document is proved by its capture, a claim by the reading that it stands on. */
async function findIndex({ database, workspace }: Archive, id: string): Promise<number> {
  const { rows } = await sql<{ index: number | null }>`
    select index from ledger.entries where workspace = ${workspace} and id = ${id}
    union all (select e.index from view.documents d
      join ledger.entries e on e.workspace = d.workspace and e.record = d.record and e.kind = 'document-captured'
      where d.workspace = ${workspace} and d.document = ${id} order by e.index limit 1)
    union all select reading from view.claims where workspace = ${workspace} and claim = ${id} and valid_to is null
    union all (select e.index from view.erased x
      join ledger.entries e on e.workspace = x.workspace and e.record = x.record
        and e.kind = case when x.id like 'c-%' then 'reading-made' else 'document-captured' end
      where x.workspace = ${workspace} and x.id = ${id} order by e.index desc limit 1)`.execute(
    database,
  );
  const index = rows[0]?.index ?? null;
  if (index === null) throw new Failure("not-found", `There is no entry, document or claim ${id}`);
  return index;
}

/** Which entry a proof is of. */
export function entryOfProof({ proof }: EntryProof): {
  readonly index: number;
  readonly kind: string;
} {
  const parsed = parseProof(proof);
  if (parsed === null) throw new RangeError("This proof was not made by proveEntry");
  return { index: parsed.index, kind: parseLeaf(parsed.leaf, parsed.index).kind };
}

async function showBody(
  archive: Archive,
  index: number,
  leaf: Uint8Array,
): Promise<EntryProof["shown"]> {
  const { rows } = await sql<{
    record: string;
    sealed: Uint8Array | null;
  }>`select record, sealed from ledger.entries
    where workspace = ${archive.workspace} and index = ${index}`.execute(archive.database);
  const [row] = rows;
  if (IN_CONFIDENCE.has(parseLeaf(leaf, index).kind))
    throw new Failure(
      "forbidden",
      `Entry ${index} is sealed testimony; a proof does not show it (without --show it proves that it stands)`,
    );
  const key =
    row === undefined ? undefined : (await readRecordKeys(archive, [row.record])).get(row.record);
  if (row?.sealed == null || key === undefined)
    throw new Failure(
      "not-found",
      `Entry ${index} was erased; only its proof is left (without --show)`,
    );
  const { body } = openEntry(leaf, row.sealed, index, key);
  return {
    body: canonicalJson(body as unknown as Json),
    macKey: Buffer.from(macKeyOf(key, parseLeaf(leaf, index).id)).toString("base64"),
  };
}
