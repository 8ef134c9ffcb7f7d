import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { canonicalJson, type Json } from "../../src/base/canonicalJson.ts";
import { loadPacks } from "../../src/flow/loadPacks.ts";
import { claimColumns } from "../../src/ledger/claimColumns.ts";
import { writeBody, writeHead } from "../../src/ledger/claimText.ts";
import { UNDECIDED } from "../../src/ledger/standing.ts";
import { writeReading } from "../../src/ledger/writtenReading.ts";
import type { Claim } from "../../src/model/claim.ts";
import { readClaims } from "../../src/read/readClaims.ts";
import { readDocument } from "../../src/text/readDocument.ts";

const examples = join(import.meta.dirname, "../../examples");

test("a reading written out when it is made has the rows that its sealed claims make", async () => {
  for (const name of ["02-wire.txt", "07-farsi.txt"]) {
    const [outcome] = await readDocument(readFileSync(join(examples, name)), { path: name });
    assert.ok(outcome?.kind === "document");
    const { claims } = readClaims(outcome.document, loadPacks().packs);
    assert.ok(claims.length > 0, name);
    const written = writeReading("A title", outcome.document.text, claims);
    assert.equal(written.claims, canonicalJson(claims as unknown as Json));
    const sealed = JSON.parse(written.claims) as readonly Claim[];
    assert.equal(written.head, writeHead(sealed));
    const standing = UNDECIDED;
    const rows = sealed.map((claim, place) => ({
      claim,
      place,
      standing,
      body: writeBody(claim),
    }));
    assert.deepEqual(written.columns, claimColumns(rows));
  }
});

test("a report without claims is written too", () => {
  const { claims, columns, head, words } = writeReading(null, "Nothing at all.", []);
  assert.deepEqual([claims, head, columns.claims], ["[]", null, 0]);
  assert.equal(words, "nothing at all");
});
