import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { filesWith, wordsIn } from "../../scripts/faults/marks.ts";

const LATIN = "qzvxwkjpyhfgbmdz";
const PERSIAN = "ژغضظثذگپچص";

/** As PostgreSQL packs what it has not seen before: a byte of control, then eight bytes as they are. */
function packed(text: string, before: number): Buffer {
  const bytes = Buffer.from(`${"0123456".slice(0, before)}${text}`);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 8)
    parts.push(Buffer.from([0]), bytes.subarray(at, at + 8));
  return Buffer.concat(parts);
}

const CLOTHES: readonly (readonly [name: string, dress: (word: string) => Buffer])[] = [
  ["UTF-8", (word) => Buffer.from(`so ${word} it`)],
  ["UTF-16, little end first", (word) => Buffer.from(word, "utf16le")],
  ["UTF-16, big end first", (word) => Buffer.from(word, "utf16le").swap16()],
  ["hexadecimal", (word) => Buffer.from(Buffer.from(`a${word}`).toString("hex"))],
  ...[0, 1, 2].map(
    (at) =>
      [
        `Base64, ${at} before`,
        (word: string) =>
          Buffer.from(Buffer.from(`${"ab".slice(0, at)}${word}cd`).toString("base64")),
      ] as const,
  ),
  ["JSON", (word) => Buffer.from(JSON.stringify({ word }))],
  ["gzip", (word) => gzipSync(`${"so it is ".repeat(9)}${word}`)],
  ...[0, 1, 2, 3, 4, 5, 6, 7].map(
    (at) => [`pglz, ${at} before`, (word: string) => packed(word, at)] as const,
  ),
];

test("wordsIn() finds a word in each clothing, and none where none is", async () => {
  await inFolder(async (file) => {
    for (const word of [LATIN, PERSIAN])
      for (const [name, dress] of CLOTHES) {
        writeFileSync(file, Buffer.concat([Buffer.alloc(99), dress(word), Buffer.alloc(99)]));
        assert.deepEqual(await wordsIn(file, [LATIN, PERSIAN]), [word], name);
      }
    writeFileSync(file, "so it is, qzvx and wkjp");
    assert.deepEqual(await wordsIn(file, [LATIN, PERSIAN]), []);
  });
});

test("wordsIn() finds a word that stands across two pieces of a large file", async () => {
  await inFolder(async (file, folder) => {
    const piece = Buffer.alloc(2 ** 25 - 5);
    writeFileSync(file, Buffer.concat([piece, Buffer.from(LATIN), Buffer.alloc(9)]));
    assert.deepEqual(await filesWith(folder, [LATIN]), [{ name: "file", words: [LATIN] }]);
  });
});

test("wordsIn() finds a word in what is packed before a byte that was written over", async () => {
  await inFolder(async (file) => {
    const rest = Array.from({ length: 40_000 }, (_, at) => (at * 7919) % 65_537).join(" ");
    const whole = gzipSync(`${LATIN} ${rest}`);
    whole.fill(0xff, whole.length - 4_000, whole.length - 2_000);
    writeFileSync(file, Buffer.concat([Buffer.alloc(99), whole]));
    assert.deepEqual(await wordsIn(file, [LATIN]), [LATIN]);
  });
});

async function inFolder(use: (file: string, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanad-marks-"));
  try {
    await use(join(folder, "file"), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
