import assert from "node:assert/strict";
import { createHmac, hkdfSync } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { hmac } from "../../src/ledger/hmac.ts";
import { deriveKey } from "../../src/ledger/seal.ts";

const KEYS = fc.uint8Array({ maxLength: 130 });
const BYTES = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.integer({ min: 0, max: 70_000 }).map((length) => new Uint8Array(length).fill(length % 251)),
);
const TEXTS = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.integer({ min: 10_900, max: 11_000 }).map((length) => "ی".repeat(length)),
);

test("hmac() gives what node:crypto gives, for any key, bytes and text", () => {
  fc.assert(
    fc.property(KEYS, fc.oneof(BYTES, TEXTS), (key, message) => {
      const expected = createHmac("sha256", key).update(message).digest();
      assert.deepEqual(Buffer.from(hmac(key, message)), expected);
      assert.equal(hmac(key, message, "base64"), expected.toString("base64"));
    }),
    { numRuns: 500 },
  );
});

test("what hmac() gave stays when it is asked again", () => {
  const [first, before] = [hmac(Uint8Array.of(1), "one"), hmac(Uint8Array.of(1), "one", "base64")];
  hmac(Uint8Array.of(2), "two");
  assert.equal(Buffer.from(first).toString("base64"), before);
});

test("deriveKey() is HKDF-SHA-256 without salt", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), (from, purpose) => {
      const expected = hkdfSync("sha256", from, new Uint8Array(0), `sanad/${purpose}`, 32);
      assert.deepEqual(Buffer.from(deriveKey(from, purpose)), Buffer.from(expected));
    }),
  );
});
