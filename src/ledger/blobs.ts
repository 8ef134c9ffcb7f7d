/**
 * Evidence as files: sealed bytes under keyed names, written whole or not at all.
 * A name is a keyed hash of the record and the bytes, so that neither bytes nor sameness can be guessed from outside.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../base/failure.ts";
import { makeDurableFolder, syncFolder, writeWhole, writeWholeBeside } from "./durable.ts";
import { deriveKey, type Key, keyedHash, open, seal } from "./seal.ts";

/** Seals bytes into the folder of evidence; answers with their name. What is there already stays. */
export async function writeBlob(folder: string, key: Key, bytes: Uint8Array): Promise<string> {
  const name = Buffer.from(keyedHash(deriveKey(key, "blob-name"), bytes)).toString("hex");
  const path = pathOf(folder, name);
  if (existsSync(path)) return name;
  makeDurableFolder(dirname(path));
  await writeWholeBeside(path, seal(deriveKey(key, "blob"), bytes, name));
  return name;
}

/** Writes a piece of evidence that is sealed already; what is there stays. */
export function writeSealedBlob(
  folder: string,
  name: string,
  sealed: Uint8Array | (() => Uint8Array),
): void {
  if (!/^[0-9a-f]{64}$/.test(name)) throw new Failure("integrity", "This is no name of evidence");
  const path = pathOf(folder, name);
  if (existsSync(path)) return;
  makeDurableFolder(dirname(path));
  writeWhole(path, typeof sealed === "function" ? sealed() : sealed);
}

/** The sealed bytes of a piece of evidence; throws `not-found` where it is gone. */
export function readSealedBlob(folder: string, name: string): Uint8Array {
  try {
    return readFileSync(pathOf(folder, name));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    throw new Failure("not-found", `Evidence ${name.slice(0, 12)} is missing`, { cause: error });
  }
}

/** Opens evidence; throws `not-found` where it is gone and `integrity` where its bytes are others. */
export function readBlob(folder: string, key: Key, name: string): Uint8Array {
  return open(deriveKey(key, "blob"), readSealedBlob(folder, name), name);
}

/** Is there a file of this name? */
export function hasBlob(folder: string, name: string): boolean {
  return existsSync(pathOf(folder, name));
}

/** Takes evidence away, as far as the file system does. */
export function removeBlob(folder: string, name: string): void {
  const path = pathOf(folder, name);
  rmSync(path, { force: true });
  if (existsSync(dirname(path))) syncFolder(dirname(path));
}

function pathOf(folder: string, name: string): string {
  return join(folder, "evidence", name.slice(0, 2), name.slice(2));
}
