/**
 * Keys that are put away: a random seed as words to be written down (BIP-39), whole or as shares of which some are enough
 * (Shamir). The seed is the secret key of an age recipient (post-quantum, age1pq…), so that the master key can be wrapped
 * for it again without it.
 */
import { createHash, randomBytes } from "node:crypto";
import { bech32 } from "@scure/base";
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { Failure } from "../base/failure.ts";
import { deriveKey, type Key } from "./seal.ts";

/** Words of the recovery key: 256 bits and their check. */
export const RECOVERY_WORDS = 24;
/** Words of a share: 192 bits of it, where it stands, its set, and their check. Another number, so that nobody mixes them up. */
export const SHARE_WORDS = 21;

/** Are as many words as a share has written one behind the other, with their numbers or without? In sentences hardly five are. */
export function holdsWords(text: string): boolean {
  let run = 0;
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    run = KNOWN.has(word) ? run + 1 : 0;
    if (run >= SHARE_WORDS) return true;
  }
  return false;
}

const KNOWN: ReadonlySet<string> = new Set(wordlist);

const SEED_BYTES = 32;
const SHARED_BYTES = 24;
const SET_BYTES = 2;

/** What is put away: the words to write down, and the public key that stays. */
export type Recovery = { readonly words: readonly string[]; readonly recipient: string };
export type Shares = {
  readonly shares: readonly (readonly string[])[];
  readonly recipient: string;
};

/** New recovery words. */
export async function makeRecovery(): Promise<Recovery> {
  const seed = randomBytes(SEED_BYTES);
  return { words: wordsOf(seed), recipient: await recipientOf(seed) };
}

/** A new secret in shares; `needed` of them make it again, fewer tell nothing. */
export async function makeShares(needed: number, of: number): Promise<Shares> {
  if (!(needed >= 2 && needed <= of && of <= MOST_SHARES))
    throw new Failure(
      "input-refused",
      `Shares need at least two people, and no more than are given one: 2 ≤ --needed ≤ --of ≤ ${MOST_SHARES}`,
    );
  const { split } = await import("shamir-secret-sharing");
  // The library takes plain Uint8Arrays only, no Buffers.
  const seed = Uint8Array.from(randomBytes(SHARED_BYTES));
  const recipient = await recipientOf(seed);
  const head = Buffer.concat([Uint8Array.of(needed), setOf(recipient)]);
  const shares = await split(seed, of, needed);
  return { recipient, shares: shares.map((share) => wordsOf(Buffer.concat([head, share]))) };
}

const MOST_SHARES = 16;

/** One share as it is read back. */
export type Share = { readonly needed: number; readonly set: string; readonly bytes: Uint8Array };

/** What some words are; throws `input-refused` where they are none of ours. */
export function readWords(
  words: readonly string[],
):
  | { readonly kind: "words"; readonly seed: Uint8Array }
  | { readonly kind: "share"; readonly share: Share } {
  if (words.length !== RECOVERY_WORDS && words.length !== SHARE_WORDS)
    throw new Failure(
      "input-refused",
      words.length > RECOVERY_WORDS
        ? `These are ${words.length} words; recovery words are ${RECOVERY_WORDS}, those of a share ${SHARE_WORDS}; leave an empty line between two shares`
        : `These are ${words.length} words; recovery words are ${RECOVERY_WORDS}, those of a share ${SHARE_WORDS}`,
    );
  const full = words.map((word, at) => completeWord(word, at + 1));
  let bytes: Uint8Array;
  try {
    bytes = mnemonicToEntropy(full.join(" "), wordlist);
  } catch (error) {
    throw new Failure(
      "input-refused",
      "The words do not belong together: one of them is another, or stands in another place",
      { cause: error },
    );
  }
  if (words.length === RECOVERY_WORDS) return { kind: "words", seed: bytes };
  const set = Buffer.from(bytes.subarray(1, 1 + SET_BYTES)).toString("hex");
  const share = { needed: bytes[0] ?? 0, set, bytes: bytes.subarray(1 + SET_BYTES) };
  return { kind: "share", share };
}

/** The seed that shares make; throws `input-refused` where they are too few or not of one set. */
export async function joinShares(shares: readonly Share[]): Promise<Uint8Array> {
  const [first] = shares;
  const different = new Map(
    shares.map((share) => [Buffer.from(share.bytes).toString("hex"), share]),
  );
  if (shares.some(({ set, needed }) => set !== first?.set || needed !== first.needed))
    throw new Failure("input-refused", "These shares are not of one set");
  const needed = first?.needed ?? 0;
  if (different.size < needed)
    throw new Failure(
      "input-refused",
      `Too few different shares: ${needed} needed, ${different.size} given`,
    );
  const { combine } = await import("shamir-secret-sharing");
  const seed = await combine([...different.values()].map(({ bytes }) => Uint8Array.from(bytes)));
  if (setOf(await recipientOf(seed)).toString("hex") !== first?.set)
    throw new Failure("input-refused", "These shares do not belong together");
  return seed;
}

/** The public key of a seed. */
export async function recipientOf(seed: Uint8Array): Promise<string> {
  const { identityToRecipient } = await import("age-encryption");
  return identityToRecipient(identityOf(seed));
}

/** Seals a key for whoever has the seed of a public key. The archive's name is sealed with it. */
export async function sealToRecipient(
  recipient: string,
  archive: string,
  key: Key,
): Promise<Uint8Array> {
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(Buffer.concat([key, Buffer.from(archive)]));
}

/** Opens what was sealed for a seed; null where it is not of this archive. */
export async function openWithSeed(
  seed: Uint8Array,
  archive: string,
  sealed: Uint8Array,
): Promise<Key | null> {
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityOf(seed));
  try {
    const opened = await decrypter.decrypt(sealed);
    const isOwn = Buffer.from(opened.subarray(KEY_BYTES)).toString() === archive;
    return isOwn ? opened.subarray(0, KEY_BYTES) : null;
  } catch {
    return null;
  }
}

const KEY_BYTES = 32;

/** Recovery words are the key itself, so that age opens with them too; a shared seed is shorter. */
export function identityOf(seed: Uint8Array): string {
  const key = seed.length === SEED_BYTES ? seed : deriveKey(seed, "shares");
  return bech32.encodeFromBytes("AGE-SECRET-KEY-PQ-", key).toUpperCase();
}

function setOf(recipient: string): Buffer {
  return createHash("sha256").update(recipient).digest().subarray(0, SET_BYTES);
}

function wordsOf(bytes: Uint8Array): readonly string[] {
  return entropyToMnemonic(bytes, wordlist).split(" ");
}

/** Whether words are about something else than what was put away, such as the lines that are printed below it: many are none of the list. */
export function isSaidBeside(words: readonly string[]): boolean {
  const foreign = words.filter((word) => findWord(word) === undefined).length;
  return foreign > words.length * MOST_SLIPS;
}

/** Whoever copies words from paper gets no more of them wrong. */
const MOST_SLIPS = 0.25;

/** The first four letters of a word are enough: they are those of no other. */
function findWord(word: string): string | undefined {
  const typed = word.toLowerCase();
  return wordlist.find((one) => one === typed || (typed.length >= 4 && one.startsWith(typed)));
}

function completeWord(word: string, at: number): string {
  const found = findWord(word);
  if (found === undefined)
    throw new Failure("input-refused", `Word ${at} is none of the list; read it again`);
  return found;
}
