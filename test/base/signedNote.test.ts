import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatCheckpoint, parseCheckpoint } from "../../src/base/checkpoint.ts";
import { canonicalJson, type Json } from "../../src/base/canonicalJson.ts";
import {
  findSignature,
  formatKey,
  formatNote,
  makeSigner,
  parseKey,
  parseNote,
  signNote,
} from "../../src/base/signedNote.ts";

/** The example of the specification (c2sp.org/signed-note). */
const EXAMPLE = `This is an example message.

— example.com/foo wnaV/4Cyg2ucwY5gAtP/O2Rp1fwzU+nzuMZg4NvqOTGS9bKOkXRgkRWBVF0WKRVXF4jv9DzfZQZfA1m1RSjJQyMI3Ac=
`;

const signer = makeSigner("example.org/archive", new Uint8Array(32).fill(7));
const cosigner = makeSigner("cosigner.example", new Uint8Array(32).fill(9), 4);
const TEXT = formatCheckpoint({
  origin: "example.org/archive",
  size: 3,
  root: new Uint8Array(32).fill(1),
});

test("a note is read and written back as it was", () => {
  const note = parseNote(EXAMPLE);
  assert.equal(note?.text, "This is an example message.\n");
  assert.equal(note === null ? "" : formatNote(note), EXAMPLE);
});

test("a signature holds for its text, its key and its name", () => {
  const note = {
    text: TEXT,
    signatures: [signNote(TEXT, signer), signNote(TEXT, cosigner, 1760000000)],
  };
  const read = parseNote(formatNote(note));
  assert.ok(read !== null);
  assert.deepEqual(findSignature(read, signer), { isValid: true, seconds: null });
  assert.deepEqual(findSignature(read, cosigner), { isValid: true, seconds: 1760000000 });
  assert.equal(findSignature({ ...read, text: TEXT.replace("3", "4") }, signer).isValid, false);
  const stranger = makeSigner("example.org/archive", new Uint8Array(32).fill(8));
  assert.equal(findSignature(read, stranger).isValid, false);
});

test("a key is read as it is written, and refused with another hash", () => {
  const text = formatKey(signer);
  const key = parseKey(text);
  assert.deepEqual(key?.publicKey, signer.publicKey);
  assert.equal(parseKey(text.replace("+", "+0")), null);
  assert.equal(parseKey("example.org/archive+00000000+AQ=="), null);
});

test("what is no note is none, whatever it is", () => {
  fc.assert(fc.property(fc.string(), (text) => void parseNote(text)));
  for (const text of ["", "\n\n", "words\n\n— \n", "words\n\n— name\n", "words\n\nname AAAAAAAA\n"])
    assert.equal(parseNote(text), null);
});

test("a checkpoint is read as it is written", () => {
  const read = parseCheckpoint(TEXT);
  assert.equal(read?.size, 3);
  assert.equal(read === null ? "" : formatCheckpoint(read), TEXT);
  for (const bad of ["", "a\n1\n", "a\n01\nAA==\n", "a\n-1\nAA==\n", TEXT.replace("3", "3x")])
    assert.equal(parseCheckpoint(bad), null);
});

const JCS: readonly (readonly [Json, string])[] = [
  [{ b: 1, a: [true, null, "é"] }, '{"a":[true,null,"é"],"b":1}'],
  [
    { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 },
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  ],
  [[1e21, 1e-7, -0, 0.1], "[1e+21,1e-7,0,0.1]"],
];
for (const [value, text] of JCS) {
  test(`${text} is the one spelling`, () => assert.equal(canonicalJson(value), text));
}

test("what JSON cannot hold is refused", () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, "\ud800"])
    assert.throws(() => canonicalJson(bad), TypeError);
});

test("a value read back from its spelling is the value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.deepEqual(JSON.parse(canonicalJson(value as Json)), JSON.parse(JSON.stringify(value)));
    }),
  );
});
