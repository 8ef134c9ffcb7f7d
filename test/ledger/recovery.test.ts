import assert from "node:assert/strict";
import { test } from "node:test";
import {
  joinShares,
  makeRecovery,
  makeShares,
  openWithSeed,
  readWords,
  recipientOf,
  RECOVERY_WORDS,
  type Share,
  SHARE_WORDS,
  sealToRecipient,
} from "../../src/ledger/recovery.ts";
import { makeKey } from "../../src/ledger/seal.ts";

test("recovery words open what was sealed for their public key, and nothing of another archive", async () => {
  const { words, recipient } = await makeRecovery();
  assert.equal(words.length, RECOVERY_WORDS);
  const read = readWords(words.map((word) => word.slice(0, 4).toUpperCase()));
  assert.ok(read.kind === "words");
  assert.equal(await recipientOf(read.seed), recipient);
  const key = makeKey();
  const sealed = await sealToRecipient(recipient, "archive", key);
  assert.deepEqual(Buffer.from((await openWithSeed(read.seed, "archive", sealed)) ?? []), key);
  assert.equal(await openWithSeed(read.seed, "other", sealed), null);
  assert.equal(await openWithSeed(makeKey(), "archive", sealed), null);
});

test("any shares of a set that are enough make the same key; fewer, others and wrong ones are refused", async () => {
  const { shares, recipient } = await makeShares(2, 3);
  const read = shares.map(shareOf);
  assert.ok(shares.every((words) => words.length === SHARE_WORDS));
  for (const pair of [
    [0, 1],
    [1, 2],
    [2, 0],
    [0, 1, 2],
  ]) {
    const seed = await joinShares(pair.map((at) => read[at] as Share));
    assert.equal(await recipientOf(seed), recipient);
  }
  const [first, second] = read as [Share, Share];
  await assert.rejects(joinShares([first]), /different shares: 2 needed, 1 given/);
  await assert.rejects(joinShares([first, first]), /different shares: 2 needed/);
  const other = shareOf((await makeShares(2, 3)).shares[0] ?? []);
  await assert.rejects(joinShares([first, other]), /not of one set/);
  const bytes = Buffer.from(second.bytes);
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  await assert.rejects(joinShares([first, { ...second, bytes }]), /do not belong together/);
  for (const [needed, of] of [
    [1, 3],
    [4, 3],
    [2, 17],
  ] as const)
    await assert.rejects(makeShares(needed, of), { code: "input-refused" });
});

test("readWords() says which word is none, that some are wrong, and how many there should be", async () => {
  const { words } = await makeRecovery();
  assert.throws(() => readWords(words.with(6, "qqqq")), /Word 7 is none/);
  assert.throws(() => readWords(words.slice(1)), /These are 23 words/);
  assert.throws(
    () => readWords(Array.from({ length: RECOVERY_WORDS }, () => "zoo")),
    /do not belong together/,
  );
});

function shareOf(words: readonly string[]): Share {
  const read = readWords(words);
  assert.ok(read.kind === "share");
  return read.share;
}
