import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { decide } from "../../src/flow/archive/decide.ts";
import { claimsOf, readSize } from "../../src/flow/archive/look.ts";
import { linkPeople } from "../../src/flow/archive/people/linkPeople.ts";
import { closeArchive, initArchive, openSession } from "../../src/flow/archive/session.ts";
import { openAsOwner, whereIs } from "../../src/ledger/database.ts";
import { addTexts, inArchiveFolder, surroundings, keyFile } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

test("rows that somebody changed are made again from the entries, decisions and people with them", async () => {
  await inArchiveFolder(async (folder) => {
    const env = keyFile(folder);
    const run = (...words: string[]) => sanad(folder, words, { env });
    await fits(run("init"), 0, /Made/);
    const session = await openSession({
      ...surroundings(folder),
      env: { ...surroundings(folder).env, ...env },
    });
    const { archive } = session;
    const [document = "", other = ""] = await addTexts(session, [
      "Samad Farhani was hanged in Kerman on 2 May 2025, the desk said.",
      "Omid Sangari was sentenced to death in Arak on 3 May 2025, the desk said.",
    ]);
    const [claim] = await claimsOf(archive, document);
    await decide(session, claim?.claim ?? "", {
      verdict: "accepted",
      reason: "read",
      at: "2026-01-02T03:04:05.000Z",
    });
    await fits(run("link"), 0, /./);
    const people = (await run("people")).out;
    await sql`update view.claims set status = 'rejected'`.execute(archive.database);
    await sql`update view.documents set title = 'Another' where document = ${other}`.execute(
      archive.database,
    );
    await sql`delete from view.people`.execute(archive.database);
    await closeArchive(archive);
    await fits(run("verify", "--deep"), 70, /is not what the entries make of it/);
    await fits(run("rebuild"), 0, /Made again from 7 entries/);
    await fits(run("verify", "--deep"), 0, /everything agrees/);
    await fits(run("show", claim?.claim ?? ""), 0, /accepted/);
    assert.equal((await run("people")).out, people);

    // One row more would else hide every other one: what is not linked is not compared.
    const again = await openSession(surroundings(folder));
    await sql`delete from view.link_state`.execute(again.archive.database);
    await sql`update view.people set risk = 5`.execute(again.archive.database);
    await closeArchive(again.archive);
    await fits(run("verify", "--deep"), 4, /were not compared/);
    await fits(run("verify"), 0, /everything agrees/);
    await fits(run("link"), 0, /./);
    await fits(run("verify", "--deep"), 0, /\d+ rows of people/);

    // Whoever verifies makes nothing again that was changed.
    const once = await openSession(surroundings(folder));
    await sql`update view.claims set status = 'rejected'`.execute(once.archive.database);
    await sql`delete from view.state`.execute(once.archive.database);
    await closeArchive(once.archive);
    const { out } = await fits(run("verify", "--deep"), 70, /✗ row state: is missing/);
    assert.match(out, /✗ row claims c-\S+ \d+: is not what the entries make of it: status/);
    await fits(run("verify"), 70, /✗ row state: is missing/);
    await fits(run("show", claim?.claim ?? ""), 0, /accepted/);
    await fits(run("link"), 0, /./);
    await fits(run("verify", "--deep"), 0, /everything agrees/);

    // Rows of another version are not held against those of this one, and not made again by looking.
    const older = await openSession(surroundings(folder));
    await sql`update view.state set projection = projection - 1`.execute(older.archive.database);
    await closeArchive(older.archive);
    await fits(run("verify", "--deep"), 4, /another version of Sanad and not compared/);
    await fits(run("verify"), 0, /another version of Sanad and not compared/);
    await fits(run("jobs"), 0, /./);
    await fits(run("link"), 0, /./);
    await fits(run("verify", "--deep"), 0, /everything agrees/);
  });
});

test("a program that began before another version brought the archive up to itself enters and links nothing more", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const { database } = session.archive;
    const text = (day: number): string =>
      `Samad Farhani was hanged in Kerman on ${day} May 2025, the desk said.`;
    await addTexts(session, [text(2)]);
    const owner = await openAsOwner(whereIs(database));
    const refused = { code: "conflict", message: /Another version of Sanad/ };
    const size = await readSize(session.archive);
    const changes = [
      [
        "update view.state set projection = projection + 1",
        "update view.state set projection = projection - 1",
      ],
      [
        "insert into public.sanad_migrations (name, sha256) values ('9999_later.sql', 'x')",
        "delete from public.sanad_migrations where name = '9999_later.sql'",
      ],
    ] as const;
    for (const [change, back] of changes) {
      await sql.raw(change).execute(owner);
      await assert.rejects(addTexts(session, [text(3)]), refused);
      await assert.rejects(
        linkPeople(session.archive, { isAll: true, step: () => undefined }),
        refused,
      );
      await sql.raw(back).execute(owner);
    }
    assert.equal(await readSize(session.archive), size);
    await addTexts(session, [text(3)]);
    await owner.destroy();
    await closeArchive(session.archive);
  });
});
