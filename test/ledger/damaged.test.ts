/** Bits that a disk turned: what is left is searched, saved and restored, and what is damaged is named. */
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { closeArchive, openSession } from "../../src/flow/archive/session.ts";
import { openAsOwner, whereIs } from "../../src/ledger/database.ts";
import { addTexts, inArchiveFolder, keyFile, surroundings } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const TEXTS = [
  "Samad Farhani was hanged in Kerman on 2 May 2025, the desk said.",
  "Reza Noorani was hanged in Yazd on 3 May 2025, the desk said.",
  "Omid Sangari was sentenced to death in Arak on 4 May 2025, the desk said.",
  "Kaveh Tavanpur was hanged in Shiraz on 5 May 2025, the desk said.",
];

test("one turned bit in a key, a sealed body or a leaf keeps nobody from the other entries", async () => {
  await inArchiveFolder(async (folder) => {
    const run = (at: string, ...words: string[]) => sanad(at, words, { env: keyFile(folder) });
    await fits(run(folder, "init", folder), 0, /Made/);
    const session = await openSession(surroundings(folder));
    const { archive } = session;
    const [first = "", second = "", third = "", fourth = ""] = await addTexts(session, TEXTS);
    const { rows } = await sql<{ claim: string }>`
      select claim from view.claims where document = ${third}`.execute(archive.database);
    await fits(run(folder, "accept", rows[0]?.claim ?? "", "--reason", "read"), 0, /Accepted/);
    await fits(run(folder, "erase", fourth, "--yes", "--reason", "asked"), 0, /Erased/);
    const whole = join(folder, "../whole.backup");
    await fits(run(folder, "backup", whole, "--plain"), 0, /Wrote/);
    const owner = await openAsOwner(whereIs(archive.database));
    const recordOf = (id: string) =>
      sql`(select record from view.documents where document = ${id} and valid_to is null)`;
    await sql`alter table ledger.entries disable trigger user`.execute(owner);
    await sql`update ledger.record_keys set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)
      where record = ${recordOf(first)}`.execute(owner);
    for (const kind of ["reading-made", "record-erased"])
      await sql`update ledger.entries set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)
        where kind = ${kind} and (kind = 'record-erased' or record = ${recordOf(second)})`.execute(
        owner,
      );
    await sql`update ledger.entries set leaf = set_byte(leaf, 20, get_byte(leaf, 20) # 1)
      where kind = 'decision-made'`.execute(owner);
    await sql`alter table ledger.entries enable trigger user`.execute(owner);
    await fits(run(folder, "verify"), 70, /key of r-/);
    const entries = await sql<{ id: string }>`select id from ledger.entries
      where record = ${recordOf(second)} order by index`.execute(owner);
    const [{ id: entry } = { id: "" }] = entries.rows;

    const file = join(folder, "../damaged.backup");
    const told = await fits(run(folder, "backup", file, "--plain"), 70, /Wrote/);
    assert.match(told.out, /damaged, and are in the file as they are here: [1-9]/);
    assert.ok(existsSync(file));
    const other = join(folder, "../other");
    const restored = await fits(run(other, "restore", file, other), 70, /✗ key of r-/);
    assert.match(restored.out, /✗ entry \d+/);
    await fits(run(other, "search", "Arak"), 0, new RegExp(third));
    await fits(run(other, "people"), 0, /Omid Sangari/);

    // A newer version makes all rows again.
    await sql`update view.state set projection = projection - 1`.execute(owner);
    await owner.destroy();
    await closeArchive(archive);
    const found = await fits(run(folder, "search", "Arak"), 0, new RegExp(third));
    assert.match(found.out, /Some entries are damaged/);
    assert.doesNotMatch((await run(folder, "search", "Arak")).out, /damaged/, "told once");
    await fits(run(folder, "rebuild"), 70, /Some entries are damaged/);
    const another = join(folder, "../more.txt");
    writeFileSync(another, "Cyrus Vafaipur was hanged in Ilam on 6 May 2025, the desk said.\n");
    await fits(run(folder, "add", another), 0, /1 claim/);
    await fits(run(folder, "link", "--all"), 0, /./);
    // Nothing tells the ids of the reports that are damaged: they are erased by what verify and log name.
    await fits(run(folder, "erase", second, "--yes", "--reason", "asked"), 3, /There is no/);
    await fits(run(folder, "erase", entry, "--yes", "--reason", "asked"), 6, /older key is kept/);
    const [, record = ""] = /key of (r-\w+)/.exec((await run(folder, "verify")).out) ?? [];
    await fits(run(folder, "erase", record, "--yes", "--reason", "asked"), 0, /Erased|Goes/);
    const left = await fits(run(folder, "verify"), 70, /entry \d+/);
    assert.doesNotMatch(left.out, /key of/);
    await fits(run(folder, "people"), 0, /Cyrus Vafaipur/);
  });
});

test("whoever was erased from those who worked here is gone from what an older backup restores", async () => {
  await inArchiveFolder(async (folder) => {
    const env = { ...keyFile(folder), SANAD_ACTOR: "Zarvandiyan Namehnegar" };
    const run = (at: string, ...words: string[]) => sanad(at, words, { env: keyFile(folder) });
    await fits(run(folder, "init", folder), 0, /Made/);
    const session = await openSession(surroundings(folder));
    const [document = ""] = await addTexts(session, TEXTS);
    const { rows } = await sql<{ claim: string }>`
      select claim from view.claims where document = ${document}`.execute(session.archive.database);
    const accept = ["accept", rows[0]?.claim ?? "", "--reason", "read"];
    await fits(sanad(folder, accept, { env }), 0, /Accepted/);
    const actors = await sql<{ actor: string }>`
      select actor from view.actors where name = ${env.SANAD_ACTOR}`.execute(
      session.archive.database,
    );
    const [{ actor } = { actor: "" }] = actors.rows;
    await closeArchive(session.archive);
    const file = join(folder, "../old.backup");
    await fits(run(folder, "backup", file, "--plain"), 0, /Wrote/);
    await fits(run(folder, "erase", actor, "--yes", "--reason", "asked"), 0, /./);
    const other = join(folder, "../other");
    const words = ["restore", file, other, "--erasures", folder];
    await fits(run(other, ...words), 0, /1 record erased after/);
    const { out } = await fits(run(other, "log"), 0, new RegExp(actor));
    assert.doesNotMatch(out, /Zarvandiyan/);
    await fits(run(other, "verify", "--deep"), 0, /everything agrees/);
    await fits(run(other, "history", actor), 0, /erased/);
  });
});
