/**
 * The archive's keys at rest: one master key, wrapped once for each way in: what a person knows (a passphrase), has (a key
 * file), or has put away (recovery words, shares of them). The file holds no secret in clear; without one of the ways
 * nothing sealed opens again.
 */
import { readFileSync } from "node:fs";
import { hashRaw } from "@node-rs/argon2";
import { canonicalJson } from "../base/canonicalJson.ts";
import { Failure } from "../base/failure.ts";
import { writeWhole } from "./durable.ts";
import { makeId } from "./ids.ts";
import { openWithSeed, recipientOf, sealToRecipient } from "./recovery.ts";
import { deriveKey, type Key, keyedHash, makeKey, open, seal } from "./seal.ts";

/** How the master key can be unlocked. */
export type Wrap = {
  readonly id: string;
  /** Day on which it was made, or null where an older Sanad did not write it down. */
  readonly since: string | null;
  readonly sealed: string;
  /** Keyed hash of the rest under the master key, base64; an older Sanad made none. */
  readonly mac?: string;
} & (
  | {
      readonly by: "passphrase";
      readonly salt: string;
      readonly memoryKiB: number;
      readonly passes: number;
      readonly lanes: number;
    }
  | { readonly by: "key-file" }
  /** Words or shares that were put away: the public key is enough to wrap anew, nobody has to bring them. */
  | { readonly by: "words"; readonly recipient: string }
  | {
      readonly by: "shares";
      readonly recipient: string;
      readonly needed: number;
      readonly of: number;
    }
);

export type Keyring = {
  readonly format: 2;
  /** Random name of the archive; keys of another archive do not open this one's. */
  readonly archive: string;
  readonly wraps: readonly Wrap[];
  /** While the master key is replaced: the wraps of the next one, until the database has it too. */
  readonly next?: readonly Wrap[];
  /** While ways change: the wraps that hold once the ledger has the entry that says so. */
  readonly change?: { readonly entry: string; readonly wraps: readonly Wrap[] };
};

/** Its file in the archive's folder. */
export const KEYS_FILE = "keys.json";

/** Public keys of words and shares that were put away. */
export function recipientsOf({ wraps }: Keyring): readonly string[] {
  return wraps.flatMap((wrap) => ("recipient" in wrap ? [wrap.recipient] : []));
}

/** What a person unlocks with. */
export type Secret =
  | { readonly kind: "passphrase"; readonly passphrase: string }
  | { readonly kind: "key-file"; readonly bytes: Uint8Array }
  | { readonly kind: "words" | "shares"; readonly seed: Uint8Array };

/** Secrets of every day; the others are put away. */
export type DailySecret = Extract<Secret, { kind: "passphrase" | "key-file" }>;

/** A way to be added that needs no secret here: the public key of words or shares. */
export type PutAway =
  | { readonly by: "words"; readonly recipient: string }
  | {
      readonly by: "shares";
      readonly recipient: string;
      readonly needed: number;
      readonly of: number;
    };

/** RFC 9106, section 4, second recommended option. */
export const PASSPHRASE_COST = { memoryKiB: 65_536, passes: 3, lanes: 4 } as const;

/** Fewest characters of a passphrase; six random words have more. */
export const SHORTEST_PASSPHRASE = 12;

/** A new keyring and its master key. */
export async function makeKeyring(
  archive: string,
  secrets: readonly DailySecret[],
  on: string,
): Promise<{ keyring: Keyring; master: Key }> {
  const master = makeKey();
  const wraps = await Promise.all(secrets.map((secret) => wrapMaster(archive, master, secret, on)));
  return { keyring: { format: 2, archive, wraps }, master };
}

/** The master key, and the way it was unlocked by; throws `forbidden` where the secret opens none of the wraps. */
export async function unlock(
  keyring: Keyring,
  secret: Secret,
): Promise<{ readonly master: Key; readonly way: string }> {
  const own = keyring.wraps.filter((one) => one.by === secret.kind);
  if (own.length === 0)
    throw new Failure("forbidden", `This archive is not unlocked by ${NAMES[secret.kind]}`);
  for (const one of own) {
    const master = await openWrap(keyring.archive, one, secret);
    if (master !== null) return { master, way: one.id };
  }
  throw new Failure("forbidden", `The archive is not unlocked: ${WRONG[secret.kind]}`);
}

/** The way that a secret opens already; null where it opens none. */
export async function wayOfSecret(keyring: Keyring, secret: Secret): Promise<string | null> {
  for (const one of keyring.wraps)
    if (one.by === secret.kind && (await openWrap(keyring.archive, one, secret)) !== null)
      return one.id;
  return null;
}

/** What a secret opens. While a master key is replaced there are two, and the database says which of them holds. */
export type Unlocked = {
  readonly masters: readonly { readonly master: Key; readonly isNext: boolean }[];
  /** Why the ways of before opened nothing; null where they did. */
  readonly refused: unknown;
};

/** The master keys that a secret opens: the present one, by the ways of before and behind a change, and, while it is replaced, the next. */
export async function unlockAny(keyring: Keyring, secret: Secret): Promise<Unlocked> {
  const { wraps: now, change, next } = keyring;
  const rings = [
    { wraps: now, isNext: false },
    { wraps: change?.wraps ?? [], isNext: false },
    { wraps: next ?? [], isNext: true },
  ].filter(({ wraps }) => wraps.length > 0);
  const masters: { readonly master: Key; readonly isNext: boolean }[] = [];
  let refused: unknown = null;
  for (const { wraps, isNext } of rings) {
    try {
      masters.push({ master: (await unlock({ ...keyring, wraps }, secret)).master, isNext });
    } catch (error) {
      refused ??= error;
    }
  }
  if (masters.length === 0) throw refused;
  return { masters, refused: masters.some(({ isNext }) => !isNext) ? null : refused };
}

/** Reads the keyring of an archive; throws `integrity` where it is missing or no keyring. */
export function readKeyring(file: string): Keyring {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    throw new Failure(
      "integrity",
      `${file} is missing, and without it nothing opens; put it back from a copy of the folder, or restore a backup into another one`,
      { cause: error },
    );
  }
  try {
    const value = JSON.parse(text) as Partial<Keyring> | null;
    const isRing = Array.isArray(value?.wraps) && typeof value.archive === "string";
    if (isRing) return parseKeyring(value);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw damaged(file, error);
  }
  throw damaged(file, null);
}

/** What opens the archive is nowhere else but in backups. */
export function damaged(file: string, cause: unknown): Failure {
  return new Failure(
    "integrity",
    `${file} is damaged, and without it nothing opens; put it back from a copy of the folder, or restore a backup into another one`,
    { cause },
  );
}

/** A keyring as this version knows it; the ways of an older file have no day and are named by their place. */
export function parseKeyring(value: unknown): Keyring {
  const { format, archive, wraps, next, change } = value as Omit<Keyring, "format"> & {
    readonly format: number;
  };
  if (format === 2)
    return {
      format,
      archive,
      wraps,
      ...(next === undefined ? {} : { next }),
      ...(change === undefined ? {} : { change }),
    };
  if (format === 1)
    return {
      format: 2,
      archive,
      wraps: wraps.map((wrap, at) => ({ ...wrap, id: `w-first${at + 1}`, since: null })),
    };
  throw new Failure("unavailable", "This archive's keys were written by a newer Sanad; update it");
}

/** Writes it whole or not at all. */
export function writeKeyring(file: string, keyring: Keyring): void {
  writeWhole(file, Buffer.from(`${JSON.stringify(keyring, null, 2)}\n`));
}

/** Wraps the master key for a secret that is at hand; a way that is wrapped anew keeps its id. */
export async function wrapMaster(
  archive: string,
  master: Key,
  secret: DailySecret,
  since: string | null,
  id = makeId("w"),
): Promise<Wrap> {
  const base = { id, since, sealed: "" };
  const place = placeOf(archive, secret.kind);
  if (secret.kind === "key-file") {
    const key = deriveKey(secret.bytes, "key-file");
    return marked({ ...base, by: "key-file", sealed: encode(seal(key, master, place)) }, master);
  }
  const wrap = { ...base, by: "passphrase", salt: encode(makeKey()), ...PASSPHRASE_COST } as const;
  const key = await hashPassphrase(secret.passphrase, wrap);
  return marked({ ...wrap, sealed: encode(seal(key, master, place)) }, master);
}

/** Wraps the master key for words or shares, by their public key. */
export async function wrapForPutAway(
  archive: string,
  master: Key,
  way: PutAway,
  since: string | null,
  id = makeId("w"),
): Promise<Wrap> {
  const sealed = encode(await sealToRecipient(way.recipient, archive, master));
  return marked({ ...way, id, since, sealed }, master);
}

/** Is a way as whoever held the master key made it? Null where it was made before that could be told. */
export function isUnchanged(wrap: Wrap, master: Key): boolean | null {
  return wrap.mac === undefined ? null : marked(wrap, master).mac === wrap.mac;
}

function marked(wrap: Wrap, master: Key): Wrap {
  const { mac: _old, ...rest } = wrap;
  const mac = encode(keyedHash(deriveKey(master, "ways"), canonicalJson(rest)));
  return { ...rest, mac } as Wrap;
}

async function openWrap(archive: string, one: Wrap, secret: Secret): Promise<Key | null> {
  const sealed = Buffer.from(one.sealed, "base64");
  if (one.by === "words" || one.by === "shares") {
    if (secret.kind !== one.by || (await recipientOf(secret.seed)) !== one.recipient) return null;
    return openWithSeed(secret.seed, archive, sealed);
  }
  if (secret.kind !== one.by) return null;
  const key =
    secret.kind === "key-file"
      ? deriveKey(secret.bytes, "key-file")
      : await hashPassphrase(secret.passphrase, one as Extract<Wrap, { by: "passphrase" }>);
  try {
    return open(key, sealed, placeOf(archive, one.by));
  } catch {
    return null;
  }
}

/** The key that a passphrase makes. */
export async function hashPassphrase(
  passphrase: string,
  one: Pick<Extract<Wrap, { by: "passphrase" }>, "salt" | "memoryKiB" | "passes" | "lanes">,
): Promise<Key> {
  // Argon2id is the default of the library.
  return hashRaw(passphrase.normalize("NFKC"), {
    salt: Buffer.from(one.salt, "base64"),
    memoryCost: one.memoryKiB,
    timeCost: one.passes,
    parallelism: one.lanes,
    outputLen: 32,
  });
}

function placeOf(archive: string, by: DailySecret["kind"]): string {
  return `${archive}/master/${by}`;
}

const NAMES: Readonly<Record<Secret["kind"], string>> = {
  passphrase: "a passphrase",
  "key-file": "a key file",
  words: "recovery words",
  shares: "shares",
};

const WRONG: Readonly<Record<Secret["kind"], string>> = {
  passphrase: "the passphrase is wrong; try again, or give it another one with sanad recover",
  "key-file": "the key file is another; SANAD_KEY_FILE names it, or unset that for the passphrase",
  words: "these recovery words are not of this archive, or were ended",
  shares: "these shares are not of this archive, or were ended",
};

/** The archive was not opened because what was typed is another passphrase. */
export function isWrongPassphrase(error: unknown): error is Failure {
  return error instanceof Failure && error.message.includes(WRONG.passphrase);
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
