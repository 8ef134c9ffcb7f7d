import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readMigrations } from "../../src/ledger/migrate.ts";

test("migrations are read in order, and two of one number are refused", () => {
  const folder = mkdtempSync(join(tmpdir(), "sanad-"));
  try {
    for (const name of ["0020_second.sql", "0010_first.sql", "notes.txt"])
      writeFileSync(join(folder, name), "select 1;");
    const names = readMigrations(folder).map(({ name }) => name);
    assert.deepEqual(names, ["0010_first.sql", "0020_second.sql"]);
    writeFileSync(join(folder, "0010_other.sql"), "select 2;");
    assert.throws(() => readMigrations(folder), /the number of 0010_other\.sql/);
  } finally {
    rmSync(folder, { recursive: true });
  }
  assert.ok(readMigrations().length > 0);
});
