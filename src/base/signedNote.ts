/**
 * C2SP signed notes (https://c2sp.org/signed-note): a text and below it lines that sign it.
 * Ed25519 (type 0x01) signs a log's own notes; cosigners use 0x04 over a time stamp (https://c2sp.org/tlog-cosignature).
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";

/** Kind of a signature: a note's own, or a cosigner's with its time. */
export type SignatureType = 1 | 4;

/** Whom to believe: `name+keyhash+base64(type ‖ public key)` as written in a vkey. */
export type NoteKey = {
  readonly name: string;
  readonly type: SignatureType;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
};

/** Who signs. */
export type NoteSigner = NoteKey & { readonly privateKey: KeyObject };

/** One line below a note. */
export type NoteSignature = {
  readonly name: string;
  /** First four bytes of the key's hash. */
  readonly keyHash: Uint8Array;
  readonly bytes: Uint8Array;
};

export type SignedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** Before a raw Ed25519 key in DER (RFC 8410). */
const PUBLIC_HEAD = Buffer.from("302a300506032b6570032100", "hex");
const PRIVATE_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** The signer of a 32-byte Ed25519 seed. Throws RangeError on a name with spaces or a plus, or a seed of another length. */
export function makeSigner(name: string, seed: Uint8Array, type: SignatureType = 1): NoteSigner {
  if (!isName(name)) throw new RangeError("A key's name holds no white space and no +");
  if (seed.length !== 32) throw new RangeError("An Ed25519 seed has 32 bytes");
  const der = Buffer.concat([PRIVATE_HEAD, seed]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return { name, type, publicKey: spki.subarray(PUBLIC_HEAD.length), privateKey };
}

/** The key as others write it down: `name+1a2b3c4d+AQ…`. */
export function formatKey(key: NoteKey): string {
  const body = Buffer.concat([Uint8Array.of(key.type), key.publicKey]).toString("base64");
  return `${key.name}+${Buffer.from(hashKey(key)).toString("hex")}+${body}`;
}

/** Reads a key written down; null where it is none, or its hash is not its own. */
export function parseKey(text: string): NoteKey | null {
  const [, name, hash, body] =
    /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text.trim()) ?? [];
  if (name === undefined || body === undefined) return null;
  const bytes = Buffer.from(body, "base64");
  const type = bytes[0];
  if (bytes.length !== 33 || (type !== 1 && type !== 4)) return null;
  const key = { name, type, publicKey: bytes.subarray(1) } as const;
  return Buffer.from(hashKey(key)).toString("hex") === hash ? key : null;
}

/** First four bytes of SHA-256(name ‖ newline ‖ type ‖ public key). */
export function hashKey({ name, type, publicKey }: NoteKey): Uint8Array {
  const hash = createHash("sha256")
    .update(`${name}\n`)
    .update(Uint8Array.of(type))
    .update(publicKey);
  return hash.digest().subarray(0, 4);
}

/** Signs a text, which must end with a line break. `seconds` is the Unix time that a cosigner vouches for. */
export function signNote(text: string, signer: NoteSigner, seconds = 0): NoteSignature {
  if (!text.endsWith("\n")) throw new RangeError("A note ends with a line break");
  const raw = sign(null, messageOf(text, signer.type, seconds), signer.privateKey);
  const bytes = signer.type === 1 ? raw : Buffer.concat([timestamp(seconds), raw]);
  return { name: signer.name, keyHash: hashKey(signer), bytes };
}

/** A note with its signatures, as it is handed out. */
export function formatNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(({ name, keyHash, bytes }) => {
    const body = Buffer.concat([keyHash, bytes]).toString("base64");
    return `— ${name} ${body}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/** Reads a note; null where it is none. Nothing is verified. */
export function parseNote(note: string): SignedNote | null {
  const split = note.lastIndexOf("\n\n");
  if (split === -1 || !note.endsWith("\n")) return null;
  const lines = note
    .slice(split + 2)
    .trimEnd()
    .split("\n");
  const signatures = lines.map(parseSignature);
  const known = signatures.filter((signature) => signature !== null);
  if (known.length === 0 || known.length !== signatures.length) return null;
  return { text: note.slice(0, split + 1), signatures: known };
}

function parseSignature(line: string): NoteSignature | null {
  const [, name, body] = /^— (\S+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? [];
  if (name === undefined || body === undefined || !isName(name)) return null;
  const bytes = Buffer.from(body, "base64");
  return bytes.length < 5
    ? null
    : { name, keyHash: bytes.subarray(0, 4), bytes: bytes.subarray(4) };
}

/** Was the note signed with this key? For a cosigner, `seconds` is the time it vouches for. */
export function findSignature(
  note: SignedNote,
  key: NoteKey,
): { readonly isValid: boolean; readonly seconds: number | null } {
  const hash = Buffer.from(hashKey(key));
  for (const { name, keyHash, bytes } of note.signatures) {
    if (name !== key.name || !hash.equals(keyHash)) continue;
    if (bytes.length !== (key.type === 1 ? 64 : 72)) return { isValid: false, seconds: null };
    const seconds = key.type === 1 ? null : Number(Buffer.from(bytes).readBigUInt64BE(0));
    const message = messageOf(note.text, key.type, seconds ?? 0);
    return { isValid: verify(null, message, publicKeyOf(key), bytes.subarray(-64)), seconds };
  }
  return { isValid: false, seconds: null };
}

function publicKeyOf({ publicKey }: NoteKey): KeyObject {
  const der = Buffer.concat([PUBLIC_HEAD, publicKey]);
  return createPublicKey({ key: der, format: "der", type: "spki" });
}

function messageOf(text: string, type: SignatureType, seconds: number): Uint8Array {
  return Buffer.from(type === 1 ? text : `cosignature/v1\ntime ${seconds}\n${text}`);
}

function timestamp(seconds: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(seconds));
  return bytes;
}

function isName(name: string): boolean {
  return name !== "" && !/[\s+]/u.test(name);
}
