import assert from "node:assert/strict";
import { test } from "node:test";
import { databaseFailure } from "../../src/ledger/database.ts";

const TOLD: readonly (readonly [string, RegExp | null])[] = [
  ["3D000", /no database of that name; make it \(create database sanad/],
  ["28P01", /does not let this user in/],
  ["28000", /does not let this user in/],
  ["57P01", /The database stopped/],
  ["ENOTFOUND", /does not answer; look whether it runs/],
  ["42601", null],
];
for (const [code, message] of TOLD)
  test(`an error ${code} of the database is ${message === null ? "a fault of ours" : "told with what to do"}`, () => {
    const failure = databaseFailure(Object.assign(new Error("said by PostgreSQL"), { code }));
    if (message === null) assert.equal(failure, null);
    else assert.match(failure?.message ?? "", message);
  });

test("a server that listens at no port is told apart from the one of an archive that stopped", () => {
  const refused = (more: object) =>
    databaseFailure(Object.assign(new Error("refused"), { code: "ECONNREFUSED", ...more }))
      ?.message;
  assert.match(refused({ port: 5432 }) ?? "", /DATABASE_URL does not answer/);
  assert.match(
    refused({ address: "/archive/database/run/.s.PGSQL.5432" }) ?? "",
    /The database stopped/,
  );
  assert.match(
    refused({ address: "/var/run/none/.s.PGSQL.5999" }) ?? "",
    /DATABASE_URL does not answer/,
  );
});
