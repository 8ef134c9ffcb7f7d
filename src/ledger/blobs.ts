/**
 * Evidence: sealed bytes under keyed names, written whole or not at all.
 * A name is a keyed hash of the record and the bytes, so that neither bytes nor sameness can be guessed from outside.
 */
import { Failure } from "../base/failure.ts";
import type { BlobStore } from "./blobStore.ts";
import { deriveKey, type Key, keyedHash, open, seal } from "./seal.ts";

/** Seals bytes and keeps them; answers with their name. */
export async function writeBlob(store: BlobStore, key: Key, bytes: Uint8Array): Promise<string> {
  const name = Buffer.from(keyedHash(deriveKey(key, "blob-name"), bytes)).toString("hex");
  await store.write(name, () => seal(deriveKey(key, "blob"), bytes, name));
  return name;
}

/** Keeps a piece of evidence that is sealed already. */
export async function writeSealedBlob(
  store: BlobStore,
  name: string,
  sealed: Uint8Array | (() => Uint8Array),
): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(name)) throw new Failure("integrity", "This is no name of evidence");
  await store.write(name, typeof sealed === "function" ? sealed : () => sealed);
}

/** Are these the bytes that were sealed under the name? */
export function isSealedBlob(key: Key, sealed: Uint8Array, name: string): boolean {
  try {
    open(deriveKey(key, "blob"), sealed, name);
    return true;
  } catch {
    return false;
  }
}

/** Opens evidence; throws `not-found` where it is gone and `integrity` where its bytes are others. */
export async function readBlob(store: BlobStore, key: Key, name: string): Promise<Uint8Array> {
  return open(deriveKey(key, "blob"), await store.read(name), name);
}
