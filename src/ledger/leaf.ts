/**
 * What the tree holds of an entry, and what anybody may see of it: kind, random ids, the day, a keyed hash of the body
 * and the hash of the sealed body. Nothing in it can be guessed or leads to a person.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { sha256 } from "../base/digest.ts";
import { Failure } from "../base/failure.ts";
import { ENTRY_KINDS, type Entry, isEntryKind, type NewEntry } from "./entryKinds.ts";
import { deriveKey, type Key, keyedHash, open, seal } from "./seal.ts";

/** The public part, as canonical JSON in the tree. */
export type Leaf = {
  readonly format: 1;
  readonly kind: string;
  readonly version: number;
  readonly id: string;
  readonly record: string;
  /** Pseudonym of whoever entered it. */
  readonly by: string;
  /** Day (UTC); no finer. */
  readonly on: string;
  /** HMAC of the body under a key of the entry, base64. */
  readonly mac: string;
  /** SHA-256 of the sealed body, base64. */
  readonly sealed: string;
};

/** An entry ready for the tree. */
export type SealedEntry = {
  readonly leaf: Leaf;
  readonly bytes: Uint8Array;
  readonly sealed: Uint8Array;
};

/**
 * Seals the body of an entry, given also as canonical JSON, under its record's key and makes the leaf. Throws `integrity` where the
 * leaf would tell more than ids, or would not be taken back: what once stands in the tree stays there.
 */
export function sealEntry(
  entry: Omit<NewEntry, "body">,
  text: string,
  id: string,
  on: string,
  key: Key,
): SealedEntry {
  const body = Buffer.from(text);
  const sealed = seal(bodyKeyOf(key), deflateRawSync(body, { level: 1 }), id);
  const leaf: Leaf = {
    format: 1,
    kind: entry.kind,
    version: ENTRY_KINDS[entry.kind].version,
    id,
    record: entry.record,
    by: entry.by,
    on,
    mac: keyedHash(macKeyOf(key, id), body, "base64"),
    sealed: sha256(sealed, "base64"),
  };
  const spelt = spellingOf(leaf);
  if (spelt === null || !IDS.test(`${id} ${entry.record} ${entry.by}`))
    throw new Failure(
      "integrity",
      "Nothing was entered: an entry may hold nothing but ids where others can read it",
    );
  return { leaf, bytes: Buffer.from(spelt), sealed };
}

/** The id of an entry, that of its record, and whose it is. */
const IDS = /^[a-z]-[0-9a-z-]+ [a-z]-[0-9a-z-]+ a-[0-9a-z-]+$/;

/** Opens an entry; throws `integrity` where the sealed body is not the one the leaf tells of. */
export function openEntry(bytes: Uint8Array, sealed: Uint8Array, index: number, key: Key): Entry {
  const leaf = parseLeaf(bytes, index);
  return parseEntry(leaf, openBody(leaf, sealed, index, key), index);
}

/** Bytes of an entry's body; throws `integrity` where they are not those the leaf tells of. */
export function openBody(leaf: Leaf, sealed: Uint8Array, index: number, key: Key): Uint8Array {
  if (sha256(sealed, "base64") !== leaf.sealed)
    throw refuse(index, "its sealed part is another than its leaf says");
  const packed = open(bodyKeyOf(key), sealed, leaf.id);
  let body: Uint8Array;
  try {
    body = inflateRawSync(packed, { chunkSize: roomFor(packed) });
  } catch (error) {
    throw refuse(index, "its body does not unpack", error);
  }
  if (keyedHash(macKeyOf(key, leaf.id), body, "base64") !== leaf.mac)
    throw refuse(index, "its body is another than its leaf says");
  return body;
}

/** The entry of a leaf and its body; throws `integrity` where they make none that this version knows. */
export function parseEntry(leaf: Leaf, body: Uint8Array, index: number): Entry {
  if (!isEntryKind(leaf.kind)) throw refuse(index, `its kind ${leaf.kind} is not known`);
  if (leaf.version > ENTRY_KINDS[leaf.kind].version)
    throw refuse(index, `a newer Sanad made it (version ${leaf.version} of ${leaf.kind})`);
  const content = parseObject(body);
  if (content === null) throw refuse(index, "its body is no JSON");
  const missing = ENTRY_KINDS[leaf.kind].needs.find((field) => !Object.hasOwn(content, field));
  if (missing !== undefined) throw refuse(index, `its body has no ${missing}`);
  const { kind, id, record, by, on } = leaf;
  return { kind, id, record, by, on, index, body: content } as unknown as Entry;
}

/** Room that is unpacked into at a time: a page of text, or little for the many bodies that are small. */
function roomFor(packed: Uint8Array): number {
  return Math.min(LARGEST_ROOM, Math.max(SMALLEST_ROOM, 4 * packed.length));
}

const SMALLEST_ROOM = 1024;
const LARGEST_ROOM = 65_536;

/** All entries of a record are sealed by one key. */
function bodyKeyOf(key: Key): Key {
  const known = BODY_KEYS.get(key);
  if (known !== undefined) return known;
  const made = deriveKey(key, "body");
  BODY_KEYS.set(key, made);
  return made;
}

const BODY_KEYS = new WeakMap<Key, Key>();

/** Key of an entry's own keyed hash: a proof that shows one entry tells nothing of the others of its record. */
export function macKeyOf(key: Key, id: string): Key {
  return deriveKey(key, `mac/${id}`);
}

/** Reads the public part; throws `integrity` where it is none. */
export function parseLeaf(bytes: Uint8Array, index: number): Leaf {
  const leaf = parseObject(bytes);
  if (leaf === null) throw refuse(index, "its leaf is no JSON");
  if (!isLeaf(leaf) || spellingOf(leaf) !== textOf(bytes))
    throw refuse(index, "its leaf is not as this version writes it");
  return leaf;
}

const LEAF_TEXTS = ["kind", "id", "record", "by", "on", "mac", "sealed"] as const;

function isLeaf(value: Readonly<Record<string, unknown>>): value is Leaf {
  return (
    value["format"] === 1 &&
    Number.isSafeInteger(value["version"]) &&
    LEAF_TEXTS.every((field) => typeof value[field] === "string") &&
    Object.keys(value).length === LEAF_TEXTS.length + 2
  );
}

/** As `canonicalJson` writes it, in one step: a leaf holds texts and two numbers, and no letter that is escaped as a code. */
function spellingOf({
  by,
  format,
  id,
  kind,
  mac,
  on,
  record,
  sealed,
  version,
}: Leaf): string | null {
  const text = JSON.stringify({ by, format, id, kind, mac, on, record, sealed, version });
  return text.includes("\\u") ? null : text;
}

function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function refuse(index: number, why: string, cause?: unknown): Failure {
  return new Failure("integrity", `Entry ${index} does not hold: ${why}`, { cause });
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}
