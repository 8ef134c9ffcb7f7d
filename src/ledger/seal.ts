/**
 * Envelopes: AES-256-GCM with a fresh 96-bit nonce, the place it belongs to as additional data (NIST SP 800-38D).
 * A key seals one record or wraps other keys, so that the number of messages under one key stays far below 2³².
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { Failure } from "../base/failure.ts";
import { hmac } from "./hmac.ts";

/** 32 bytes. */
export type Key = Uint8Array;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A new random key. */
export function makeKey(): Key {
  return randomBytes(32);
}

/** A key for one purpose, from another (HKDF-SHA-256 without salt, RFC 5869). */
export function deriveKey(from: Key, purpose: string): Key {
  return hmac(extracted(from), `sanad/${purpose}${LAST_BLOCK}`);
}

/** The first half of HKDF is the same for all purposes of a key. */
function extracted(from: Key): Uint8Array {
  const known = EXTRACTED.get(from);
  if (known !== undefined) return known;
  const made = hmac(NO_SALT, from);
  EXTRACTED.set(from, made);
  return made;
}

const EXTRACTED = new WeakMap<Key, Uint8Array>();
const NO_SALT = new Uint8Array(32);
const LAST_BLOCK = "\u0001";

/** Seals bytes for a place: nonce, ciphertext, tag. `place` is not hidden, but must be the same to open. */
export function seal(key: Key, bytes: Uint8Array, place: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(place));
  const body = cipher.update(bytes);
  return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` sealed; throws the failure `integrity` where key, place or bytes are others. */
export function open(key: Key, sealed: Uint8Array, place: string): Uint8Array {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw refuse(place);
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(end));
  try {
    const bytes = decipher.update(sealed.subarray(NONCE_BYTES, end));
    // Of this mode it holds nothing more, and throws where the tag is another.
    decipher.final();
    return bytes;
  } catch (error) {
    throw refuse(place, error);
  }
}

/** HMAC-SHA-256: recognises a value to whoever has the key, and tells nobody else anything. */
export const keyedHash: typeof hmac = hmac;

function refuse(place: string, cause?: unknown): Failure {
  const message = `What is sealed as ${place} does not open: the key is another, or its bytes were changed`;
  return new Failure("integrity", message, { cause });
}
