/**
 * In: a key and a message. Out: their HMAC-SHA-256 (RFC 2104), made of two whole digests: an object of node:crypto for each
 * costs several times as much, and what it leaves behind as much again.
 * Never: anything but what `createHmac` gives (test/ledger/hmac.test.ts).
 */
import { createHmac, hash } from "node:crypto";

const BLOCK = 64;
const DIGEST = 32;
/** A longer message is not copied. */
const ROOM = 32_768;

/** Both are filled anew each time, and nothing else runs in between; nothing of a key or a message stays in them. */
const inner = Buffer.alloc(BLOCK + ROOM);
const outer = Buffer.alloc(BLOCK + DIGEST);

/** HMAC of bytes or of a text's UTF-8. */
export function hmac(key: Uint8Array, message: Uint8Array | string): Uint8Array;
export function hmac(key: Uint8Array, message: Uint8Array | string, as: "base64"): string;
export function hmac(
  key: Uint8Array,
  message: Uint8Array | string,
  as: "buffer" | "base64" = "buffer",
): Uint8Array | string {
  // A letter is three bytes at most.
  const most = typeof message === "string" ? 3 * message.length : message.length;
  if (key.length > BLOCK || most > ROOM) {
    const made = createHmac("sha256", key).update(message).digest();
    return as === "buffer" ? made : made.toString(as);
  }
  inner.fill(0x36, 0, BLOCK);
  outer.fill(0x5c, 0, BLOCK);
  for (let at = 0; at < key.length; at++) {
    const byte = key[at] ?? 0;
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  const end = BLOCK + put(message);
  outer.write(hash("sha256", inner.subarray(0, end), "binary"), BLOCK, "binary");
  const made = hash("sha256", outer, as);
  inner.fill(0, 0, end);
  outer.fill(0);
  return made;
}

function put(message: Uint8Array | string): number {
  if (typeof message === "string") return inner.write(message, BLOCK);
  inner.set(message, BLOCK);
  return message.length;
}
