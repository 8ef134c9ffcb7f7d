/**
 * A proof that an entry stands in a ledger, checked with nothing but this file and the key of the log:
 * C2SP tlog-proof (https://c2sp.org/tlog-proof) with the leaf as its extra data.
 */
import { parseCheckpoint } from "./checkpoint.ts";
import { type Hash, hashLeaf, isIncluded } from "./merkle.ts";
import { findSignature, type NoteKey, parseNote } from "./signedNote.ts";

const HEAD = "c2sp.org/tlog-proof@v1";

export type Proof = {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** The signed checkpoint, as it is handed out. */
  readonly checkpoint: string;
};

/** What a proof shows, or why it shows nothing. */
export type ProofVerdict =
  | { readonly holds: true; readonly origin: string; readonly size: number }
  | { readonly holds: false; readonly why: string };

/** The text of a proof. */
export function formatProof({ leaf, index, hashes, checkpoint }: Proof): string {
  const lines = [HEAD, `extra ${encode(leaf)}`, `index ${index}`, ...hashes.map(encode)];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}

/** Reads a proof; null where the text is none. */
export function parseProof(text: string): Proof | null {
  const split = text.indexOf("\n\n");
  const [head, extra = "", place = "", ...hashes] = text.slice(0, split).split("\n");
  const [, leaf] = /^extra ([A-Za-z0-9+/]+=*)$/.exec(extra) ?? [];
  const [, index] = /^index (0|[1-9][0-9]{0,15})$/.exec(place) ?? [];
  if (split === -1 || head !== HEAD || leaf === undefined || index === undefined) return null;
  return {
    leaf: Buffer.from(leaf, "base64"),
    index: Number(index),
    hashes: hashes.map((hash) => Buffer.from(hash, "base64")),
    checkpoint: text.slice(split + 2),
  };
}

/** Does the leaf stand in the tree that the key signed? */
export function checkProof({ leaf, index, hashes, checkpoint }: Proof, key: NoteKey): ProofVerdict {
  const note = parseNote(checkpoint);
  const head = note === null ? null : parseCheckpoint(note.text);
  if (note === null || head === null) return { holds: false, why: "it holds no checkpoint" };
  if (head.origin !== key.name)
    return { holds: false, why: `its log is ${head.origin}, and the key is of ${key.name}` };
  if (!findSignature(note, key).isValid)
    return { holds: false, why: "its checkpoint is not signed with this key" };
  if (!isIncluded(hashLeaf(leaf), index, head.size, hashes, head.root))
    return { holds: false, why: "the leaf does not stand in the tree of its checkpoint" };
  return { holds: true, origin: head.origin, size: head.size };
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
