import assert from "node:assert/strict";
import { test } from "node:test";
import { type BlobStore } from "../../src/ledger/blobStore.ts";
import { openStore, placeBelow } from "../../src/ledger/s3Store.ts";
import { LOGIN, startBucket } from "./s3Server.ts";

const NAMES = ["a", "b", "c"].map((digit) => digit.repeat(64));
const login = {
  accessKeyId: LOGIN.AWS_ACCESS_KEY_ID,
  secretAccessKey: LOGIN.AWS_SECRET_ACCESS_KEY,
  sessionToken: null,
  region: LOGIN.AWS_REGION,
};

async function namesIn(store: BlobStore): Promise<string[]> {
  const names: string[] = [];
  for await (const page of store.list()) names.push(...page.map(({ name }) => name));
  return names;
}

for (const place of ["plain", "a+b", "of 'ours' & \"theirs\"", "خانه/1"])
  test(`s3Store lists what it wrote below ${place}, whatever the store writes marks by`, async () => {
    const bucket = await startBucket();
    try {
      const store = openStore("", placeBelow(bucket.url, encodeURI(place)), login);
      for (const name of NAMES) await store.write(name, () => new Uint8Array(3));
      await openStore("", placeBelow(bucket.url, "other"), login).write(
        "d".repeat(64),
        () => new Uint8Array(1),
      );
      assert.deepEqual(await namesIn(store), NAMES);
      assert.equal((await store.read(NAMES[0] ?? "")).length, 3);
    } finally {
      await bucket.close();
    }
  });

test("s3Store tells a missing bucket from missing evidence", async () => {
  const bucket = await startBucket();
  try {
    const nowhere = openStore("", bucket.url.replace("evidence", "another"), login);
    const [name = ""] = NAMES;
    const refused = { code: "unavailable", message: /no such bucket/ };
    await assert.rejects(nowhere.read(name), refused);
    await assert.rejects(
      nowhere.write(name, () => new Uint8Array(1)),
      refused,
    );
    await assert.rejects(namesIn(nowhere), refused);
    await assert.rejects(
      openStore("", bucket.url, login).read(name),
      /Evidence aaaaaaaaaaaa is missing/,
    );
  } finally {
    await bucket.close();
  }
});
