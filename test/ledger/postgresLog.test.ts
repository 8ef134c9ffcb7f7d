import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { searchClaims } from "../../src/flow/archive/look.ts";
import { closeArchive, initArchive } from "../../src/flow/archive/session.ts";
import { addFile, inArchiveFolder, isOnServer, NO_FILTER, surroundings } from "./archiveFolder.ts";

const NAME = "Farhanizadeh";

const ITS_LOG = isOnServer ? "a server's log is its keeper's to set and to read" : false;

test("PostgreSQL's log carries no statement, parameter, row or name, whatever goes wrong", {
  skip: ITS_LOG,
}, async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const { archive } = session;
    const file = join(folder, "../report.txt");
    writeFileSync(file, `Two men, Samad ${NAME} and Reza Noorani, were hanged in Kerman.`);
    await addFile(session, file);
    await searchClaims(archive, { ...NO_FILTER, words: NAME });
    const { workspace, database } = archive;
    for (const wrong of [
      sql`select ${NAME}::int`,
      sql`select * from no_such_table where name = ${NAME}`,
      sql`insert into view.actors select workspace, actor, ${NAME}, role from view.actors`,
      sql`insert into view.claims (workspace, claim) values (${workspace}, ${NAME})`,
      sql.raw(`select '${NAME}'::date`),
      sql.raw(`select ${NAME}`),
    ])
      await assert.rejects(wrong.execute(database));
    await closeArchive(archive);
    const log = readFileSync(join(folder, "database/postgres.log"), "utf8");
    assert.match(log, /ready to accept connections/);
    for (const told of [
      "STATEMENT",
      "DETAIL",
      "CONTEXT",
      "ERROR",
      NAME,
      "Samad",
      "Kerman",
      "Mina",
      "select ",
      "insert ",
    ])
      assert.ok(!log.toLowerCase().includes(told.toLowerCase()), `${told} stands in\n${log}`);
  });
});
