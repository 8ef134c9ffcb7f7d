/**
 * What is asked of a cosigner, as C2SP tlog-witness (https://c2sp.org/tlog-witness) writes it: the size it saw last, the
 * proof that the tree of now begins with the tree of then, and the checkpoint.
 */
import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import type { Hash } from "./merkle.ts";
import { parseNote, type SignedNote } from "./signedNote.ts";

export type CosignRequest = {
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  readonly note: SignedNote;
  readonly checkpoint: Checkpoint;
};

/** The text of a request; `checkpoint` is the signed note as it is handed out. */
export function formatRequest(oldSize: number, proof: readonly Hash[], checkpoint: string): string {
  const hashes = proof.map((hash) => `${Buffer.from(hash).toString("base64")}\n`);
  return `old ${oldSize}\n${hashes.join("")}\n${checkpoint}`;
}

/** Reads a request, or a checkpoint alone, which asks as if nothing was seen before; null where the text is neither. */
export function parseRequest(text: string): CosignRequest | null {
  const [head = "", ...rest] = text.split("\n");
  const [, digits] = /^old (0|[1-9][0-9]{0,15})$/.exec(head) ?? [];
  if (digits === undefined) return withNote(0, [], text);
  const end = rest.indexOf("");
  const hashes = rest.slice(0, end).map((line) => Buffer.from(line, "base64"));
  const isExact = hashes.every(
    (hash, at) => hash.length === 32 && hash.toString("base64") === rest[at],
  );
  if (end === -1 || !isExact || hashes.length > MOST_HASHES) return null;
  return withNote(Number(digits), hashes, rest.slice(end + 1).join("\n"));
}

/** A proof of a tree of 2⁶³ leaves has no more. */
const MOST_HASHES = 63;

function withNote(oldSize: number, proof: readonly Hash[], text: string): CosignRequest | null {
  const note = parseNote(text);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  return note === null || checkpoint === null ? null : { oldSize, proof, note, checkpoint };
}
