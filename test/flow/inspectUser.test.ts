import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inspectUser } from "../../src/flow/inspectMachine.ts";
import { nameOfOwner } from "../../src/ledger/postgres/owner.ts";

test("doctor names the user of a database that others may work as, and one of its own as what works", () => {
  assert.deepEqual(inspectUser(null, "/srv/archive"), []);
  assert.deepEqual(
    inspectUser("sanad", "/srv/archive").map(({ state, detail }) => [state, detail]),
    [["works", "sanad"]],
  );
  for (const user of ["postgres", "nobody", "1001"]) {
    const [finding] = inspectUser(user, "/srv/archive");
    assert.equal(finding?.state, "absent");
    assert.match(
      finding?.detail ?? "",
      new RegExp(`^${user}: other programs.*useradd --system sanad`),
    );
    assert.match(finding?.detail ?? "", /chown -R sanad \/srv\/archive\/database$/);
  }
});

test("under root a database has a user that is another, and else none", () => {
  const folder = mkdtempSync(join(tmpdir(), "sanad-user-"));
  try {
    const name = nameOfOwner(folder);
    if (process.getuid?.() === 0) assert.match(name ?? "", /^(?:sanad|postgres|nobody)$/);
    else assert.equal(name, null);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
