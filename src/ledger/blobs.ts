/**
 * Evidence as files: sealed bytes under keyed names, written whole or not at all.
 * A name is a keyed hash of the record and the bytes, so that neither bytes nor sameness can be guessed from outside.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../base/failure.ts";
import { writeWhole, writeWholeBeside } from "./durable.ts";
import { deriveKey, type Key, keyedHash, open, seal } from "./seal.ts";

/** Seals bytes into the folder of evidence; answers with their name. What is there already stays. */
export async function writeBlob(folder: string, key: Key, bytes: Uint8Array): Promise<string> {
  const name = Buffer.from(keyedHash(deriveKey(key, "blob-name"), bytes)).toString("hex");
  const path = pathOf(folder, name);
  if (existsSync(path)) return name;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
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
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeWhole(path, typeof sealed === "function" ? sealed() : sealed);
}

/** The sealed bytes of a piece of evidence; throws `not-found` where it is gone. */
export function readSealedBlob(folder: string, name: string): Uint8Array {
  const path = pathOf(folder, name);
  if (!existsSync(path)) throw new Failure("not-found", `Evidence ${name.slice(0, 12)} is missing`);
  return readFileSync(path);
}

/** Opens evidence; throws `not-found` where it is gone and `integrity` where its bytes are others. */
export function readBlob(folder: string, key: Key, name: string): Uint8Array {
  return open(deriveKey(key, "blob"), readSealedBlob(folder, name), name);
}

/** Takes evidence away, as far as the file system does. */
export function removeBlob(folder: string, name: string): void {
  rmSync(pathOf(folder, name), { force: true });
}

function pathOf(folder: string, name: string): string {
  return join(folder, "evidence", name.slice(0, 2), name.slice(2));
}
