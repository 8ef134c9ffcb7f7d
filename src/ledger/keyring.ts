/**
 * The archive's keys at rest: one master key, wrapped by what a person knows (a passphrase) or has (a key file).
 * The file holds no secret in clear; without passphrase or key file nothing sealed opens again.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { hashRaw } from "@node-rs/argon2";
import { Failure } from "../base/failure.ts";
import { deriveKey, type Key, makeKey, open, seal } from "./seal.ts";

/** How the master key can be unlocked: argon2id of a passphrase, or the bytes of a file kept elsewhere. */
type Wrap =
  | {
      readonly by: "passphrase";
      readonly salt: string;
      readonly memoryKiB: number;
      readonly passes: number;
      readonly lanes: number;
      readonly sealed: string;
    }
  | { readonly by: "key-file"; readonly sealed: string };

export type Keyring = {
  readonly format: 1;
  /** Random name of the archive; keys of another archive do not open this one's. */
  readonly archive: string;
  readonly wraps: readonly Wrap[];
};

/** What a person unlocks with. */
export type Secret =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "key-file"; readonly bytes: Uint8Array };

/** RFC 9106, section 4, second recommended option. */
const ARGON = { memoryKiB: 65_536, passes: 3, lanes: 4 } as const;

/** Fewest characters of a passphrase; six random words have more. */
export const SHORTEST_PASSPHRASE = 12;

/** A new keyring and its master key. */
export async function makeKeyring(
  archive: string,
  secrets: readonly Secret[],
): Promise<{ keyring: Keyring; master: Key }> {
  const master = makeKey();
  const wraps = await Promise.all(secrets.map((secret) => wrap(archive, master, secret)));
  return { keyring: { format: 1, archive, wraps }, master };
}

/** The master key; throws `forbidden` where the secret opens none of the wraps. */
export async function unlock(keyring: Keyring, secret: Secret): Promise<Key> {
  const own = keyring.wraps.filter((one) => one.by === secret.kind);
  if (own.length === 0)
    throw new Failure("forbidden", `This archive is not unlocked by a ${nameOf(secret)}`);
  for (const one of own) {
    const key = await keyOf(secret, one);
    try {
      return open(key, Buffer.from(one.sealed, "base64"), placeOf(keyring.archive, one.by));
    } catch {
      continue;
    }
  }
  throw new Failure("forbidden", `This ${nameOf(secret)} does not unlock the archive`);
}

/** Reads the keyring of an archive. */
export function readKeyring(file: string): Keyring {
  const keyring = JSON.parse(readFileSync(file, "utf8")) as Keyring;
  if (keyring.format !== 1)
    throw new Failure(
      "unavailable",
      "This archive's keys were written by a newer Sanad; update it",
    );
  return keyring;
}

/** Writes it whole or not at all. */
export function writeKeyring(file: string, keyring: Keyring): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(keyring, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, file);
}

async function wrap(archive: string, master: Key, secret: Secret): Promise<Wrap> {
  if (secret.kind === "key-file") {
    const key = deriveKey(secret.bytes, "key-file");
    return { by: "key-file", sealed: encode(seal(key, master, placeOf(archive, "key-file"))) };
  }
  const salt = encode(makeKey());
  const base = { by: "passphrase", salt, ...ARGON } as const;
  const key = await keyOf(secret, { ...base, sealed: "" });
  return { ...base, sealed: encode(seal(key, master, placeOf(archive, "passphrase"))) };
}

async function keyOf(secret: Secret, one: Wrap): Promise<Key> {
  if (secret.kind === "key-file") return deriveKey(secret.bytes, "key-file");
  if (one.by !== "passphrase") throw new RangeError("A key file's wrap has no passphrase");
  // Argon2id is the default of the library.
  return hashRaw(secret.passphrase.normalize("NFKC"), {
    salt: Buffer.from(one.salt, "base64"),
    memoryCost: one.memoryKiB,
    timeCost: one.passes,
    parallelism: one.lanes,
    outputLen: 32,
  });
}

function placeOf(archive: string, by: Wrap["by"]): string {
  return `${archive}/master/${by}`;
}

function nameOf(secret: Secret): string {
  return secret.kind === "passphrase" ? "passphrase" : "key file";
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
