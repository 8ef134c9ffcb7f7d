import assert from "node:assert/strict";
import { test } from "node:test";
import { formatRequest, parseRequest } from "../../src/base/cosigning.ts";
import { formatCheckpoint } from "../../src/base/checkpoint.ts";
import { formatNote, makeSigner, signNote } from "../../src/base/signedNote.ts";
import { bundlePath, formatBundle, tilePath } from "../../src/base/tiles.ts";

const PATHS: readonly (readonly [string, string])[] = [
  [tilePath(0, 0, 256), "tile/0/000"],
  [tilePath(0, 5, 12), "tile/0/005.p/12"],
  [tilePath(2, 1234067, 256), "tile/2/x001/x234/067"],
  [tilePath(1, 1000, 1), "tile/1/x001/000.p/1"],
  [bundlePath(273, 112), "tile/entries/273.p/112"],
];
for (const [path, expected] of PATHS) {
  test(`a tile's name is ${expected}`, () => assert.equal(path, expected));
}

test("entries stand behind their length in two bytes", () => {
  const bundle = formatBundle([Buffer.from("ab"), new Uint8Array(), Buffer.from("c")]);
  assert.deepEqual([...bundle], [0, 2, 97, 98, 0, 0, 0, 1, 99]);
  assert.throws(() => formatBundle([new Uint8Array(65_536)]), RangeError);
});

test("a request is read as it is written; a checkpoint alone asks from nothing", () => {
  const signer = makeSigner("log.example", new Uint8Array(32).fill(3));
  const root = new Uint8Array(32).fill(5);
  const text = formatCheckpoint({ origin: "log.example", size: 9, root });
  const note = formatNote({ text, signatures: [signNote(text, signer)] });
  const proof = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const read = parseRequest(formatRequest(4, proof, note));
  assert.equal(read?.oldSize, 4);
  assert.deepEqual(
    read?.proof.map((hash) => [...hash]),
    proof.map((hash) => [...hash]),
  );
  assert.equal(read === null ? "" : formatNote(read.note), note);
  assert.equal(parseRequest(note)?.oldSize, 0);
  for (const bad of ["", "old x\n", "old 4\nAAAA\n\nnothing\n", `old 4\nAAA\n\n${note}`])
    assert.equal(parseRequest(bad), null);
});
