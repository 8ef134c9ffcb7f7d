import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Document } from "../../src/model/document.ts";
import { readClaims, readClaimsTogether } from "../../src/read/readClaims.ts";
import { makeDocument, packs } from "./reading.ts";

/** Reports of both languages in turn, and some that stop early. */
function mixedReports(): readonly Document[] {
  const root = join(import.meta.dirname, "../golden/dev");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .sort();
  const persian = files.filter((file) => file.startsWith("fa"));
  const english = files.filter((file) => !file.startsWith("fa"));
  const reports = persian.slice(0, 40).flatMap((file, at) => {
    const beside = english[(at * 11) % english.length] ?? file;
    return [
      makeDocument(readFileSync(join(root, beside), "utf8"), { id: beside }),
      makeDocument(readFileSync(join(root, file), "utf8"), { id: file, language: "fa" }),
      makeDocument("Nothing of the kind.", { id: `${at}-refused` }),
      makeDocument("Unlesbar.", { id: `${at}-unread`, language: "de" }),
    ];
  });
  assert.equal(reports.length, 160);
  return reports;
}

test("readClaimsTogether() reads the same claims as one by one, in whatever company", () => {
  const reports = mixedReports();
  const alone = reports.map((report) => readClaims(report, packs));
  assert.ok(alone.filter(({ claims }) => claims.length > 3).length >= 60);
  for (const size of [1, 7, 16]) {
    for (let from = 0; from < reports.length; from += size)
      assert.deepEqual(
        readClaimsTogether(reports.slice(from, from + size), packs),
        alone.slice(from, from + size),
      );
  }
});

test("readClaimsTogether() of nothing is nothing", () => {
  assert.deepEqual(readClaimsTogether([], packs), []);
});
