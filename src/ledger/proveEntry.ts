/** In: an id. Out: the proof that its entry stands in the ledger, with the body it seals if that is to be shown. */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { canonicalJson, type Json } from "../base/canonicalJson.ts";
import { parseCheckpoint } from "../base/checkpoint.ts";
import { proveInclusion } from "../base/merkle.ts";
import { formatProof, parseProof } from "../base/proof.ts";
import {
  findSignature,
  formatKey,
  type NoteKey,
  parseKey,
  parseNote,
  type SignedNote,
} from "../base/signedNote.ts";
import { type Archive, readRecordKeys } from "./archive.ts";
import { readCosigners } from "./cosignatures.ts";
import { IN_CONFIDENCE } from "./entryKinds.ts";
import { macKeyOf, openEntry, parseLeaf } from "./leaf.ts";
import { withNodes } from "./nodes.ts";

/** A proof for one entry that stands alone: JSON, checked by `sanad verify FILE` on any machine. */
export type EntryProof = {
  readonly format: "sanad-proof/1";
  /** Public key of the log, to be compared with the one that was handed out. */
  readonly key: string;
  readonly proof: string;
  /** Notes by which earlier keys signed over to this one, for whoever knows only an earlier one. */
  readonly successions?: readonly string[];
  /** Public keys of those who cosigned its checkpoint; whoever doubts asks them. */
  readonly cosigners?: readonly string[];
  /** The entry's body and the key that shows it is the one in the leaf; null where it is not shown. */
  readonly shown: { readonly body: string; readonly macKey: string } | null;
};

/** Makes the proof of an entry, of the capture of a document, or of the reading that a claim stands on. */
export async function proveEntry(
  archive: Archive,
  id: string,
  { isShown = false, isCosigned = false }: ProofOptions = {},
): Promise<EntryProof> {
  const { index, leaf, checkpoint: own } = await findEntry(archive, id);
  const signed = isCosigned ? await findCosigned(archive, index) : ownHead(archive, own);
  const { checkpoint, key, successions, cosigners } = signed;
  const size = parseCheckpoint(checkpoint)?.size ?? 0;
  const hashes = await withNodes(archive, (nodes) => proveInclusion(index, size, nodes));
  return {
    format: "sanad-proof/1",
    key: formatKey(key),
    ...(successions.length === 0 ? {} : { successions }),
    ...(cosigners.length === 0 ? {} : { cosigners }),
    proof: formatProof({ leaf, index, hashes, checkpoint }),
    shown: isShown ? await showBody(archive, index, leaf) : null,
  };
}

export type ProofOptions = {
  /** Put what the entry says into the proof. */
  readonly isShown?: boolean;
  /** Under a checkpoint that somebody outside signed too. */
  readonly isCosigned?: boolean;
};

/** A signed checkpoint, the key that signed it, and how earlier keys signed over to that one. */
type Signed = {
  readonly checkpoint: string;
  readonly key: NoteKey;
  readonly successions: readonly string[];
  readonly cosigners: readonly string[];
};

function ownHead({ signer, keys }: Archive, checkpoint: string): Signed {
  return { checkpoint, key: signer, successions: keys.own.successions, cosigners: [] };
}

/** The newest checkpoint over an entry that a trusted cosigner signed; the archive's key may have been replaced since. */
async function findCosigned(archive: Archive, index: number): Promise<Signed> {
  const seen = (await readCosigners(archive)).flatMap(({ key, seen: last }) =>
    last !== null && last.size > index ? [{ key, ...last }] : [],
  );
  const newest = seen.toSorted((a, b) => b.size - a.size)[0];
  const note = newest === undefined ? null : parseNote(newest.note);
  const keys = [archive.signer, ...archive.keys.own.past];
  const at = note === null ? -1 : keys.findIndex((key) => findSignature(note, key).isValid);
  const key = keys[at];
  if (newest === undefined || note === null || key === undefined)
    throw new Failure(
      "conflict",
      `No trusted cosigner has signed a checkpoint that holds entry ${index}; sanad checkpoint --for NAME asks for one`,
    );
  const { successions } = archive.keys.own;
  return {
    checkpoint: newest.note,
    key,
    successions: successions.slice(0, successions.length - at),
    cosigners: seen.filter((one) => isSigner(note, one.key)).map((one) => one.key),
  };
}

function isSigner(note: SignedNote, text: string): boolean {
  const key = parseKey(text);
  return key !== null && findSignature(note, key).isValid;
}

/** Where an entry stands, and the signed head over it: one look, so that the head is never older than the entry. */
type Found = { readonly index: number; readonly leaf: Uint8Array; readonly checkpoint: string };

/** A document is proved by its capture, a claim by the reading that it stands on. */
async function findEntry({ database, workspace }: Archive, id: string): Promise<Found> {
  const entry = sql`select index from ledger.entries where workspace = ${workspace} and id = ${id}`;
  const document = sql`(select e.index from view.documents d
    join ledger.entries e on e.workspace = d.workspace and e.record = d.record and e.kind = 'document-captured'
    where d.workspace = ${workspace} and d.document = ${id} order by e.index limit 1)`;
  const claim = sql`select reading from view.claims
    where workspace = ${workspace} and claim = ${id} and valid_to is null`;
  const erased = sql`(select e.index from view.erased x
    join ledger.entries e on e.workspace = x.workspace and e.record = x.record
      and e.kind = case when x.id like 'c-%' then 'reading-made' else 'document-captured' end
    where x.workspace = ${workspace} and x.id = ${id} order by e.index desc limit 1)`;
  // A record of its own, such as a testimony, while it has one entry.
  const sole = sql`select min(index) from ledger.entries
    where workspace = ${workspace} and record = ${id} having count(*) = 1`;
  // Each part of the searched rows is planned: what an id cannot be is not asked.
  const asked = id.startsWith("c-")
    ? [claim, erased]
    : id.startsWith("d-")
      ? [document, erased]
      : [entry, document, claim, erased, sole];
  const { rows } = await sql<Omit<Found, "leaf"> & { readonly leaf: Uint8Array | null }>`
    select one.index, e.leaf, coalesce(h.checkpoint, '') as checkpoint
    from (${sql.join(asked, sql` union all `)} limit 1) as one(index)
    left join ledger.heads h on h.workspace = ${workspace}
    left join ledger.entries e on e.workspace = ${workspace} and e.index = one.index`.execute(
    database,
  );
  const [found] = rows;
  if (found !== undefined) {
    const { index, leaf, checkpoint } = found;
    if (leaf === null)
      throw new Failure("integrity", `Entry ${index} is missing; sanad verify says more`);
    return { index, leaf, checkpoint };
  }
  if (await hasEntries(database, workspace, id))
    throw new Failure(
      "input-refused",
      `Several entries are about ${id}; sanad history ${id} lists them, and sanad prove takes one of their ids (e-…)`,
    );
  throw new Failure("not-found", `There is no entry, document or claim ${id}`);
}

/** Is this a record of its own, such as a testimony? */
async function hasEntries(
  database: Archive["database"],
  workspace: string,
  id: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from ledger.entries
    where workspace = ${workspace} and record = ${id} limit 1`.execute(database);
  return rows.length > 0;
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
