import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { checkLinked } from "../../src/flow/archive/people/checkLinked.ts";
import { linkPeople } from "../../src/flow/archive/people/index.ts";
import { closeArchive, initArchive } from "../../src/flow/archive/session.ts";
import { addTexts, inArchiveFolder, surroundings } from "./archiveFolder.ts";

const QUIET = (): void => undefined;

test("checkLinked() names people, events and links that were changed behind the program, and changes nothing itself", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const { archive } = session;
    const { database, workspace } = archive;
    await addTexts(session, [
      "Behnam Karimzad, a prisoner in Karun, was moved to solitary confinement for execution.",
      "Omid Zandi was hanged in Yazd on 3 May 2025, the desk said.",
    ]);
    assert.equal(await checkLinked(archive, QUIET), null);
    await linkPeople(archive, { isAll: false, step: QUIET });
    const sound = await checkLinked(archive, QUIET);
    assert.deepEqual(sound?.faults, []);
    assert.ok((sound?.rows ?? 0) >= 5);

    await sql`update view.people set stage = 'executed' where workspace = ${workspace} and name like 'Behnam%'`.execute(
      database,
    );
    await sql`update view.events set best = 99 where workspace = ${workspace}`.execute(database);
    await sql`delete from view.event_people where workspace = ${workspace}`.execute(database);
    const changed = await checkLinked(archive, QUIET);
    assert.deepEqual(
      changed?.faults.map(({ where, what }) => [where.split(" ")[1], what]),
      [
        ["people", "is not what linking makes of the entries: stage"],
        ["events", "is not what linking makes of the entries: best"],
        ["event_people", "is missing, and linking makes it"],
      ],
    );
    // It was looked at, and not put right.
    const { rows } = await sql<{ best: number }>`
      select best from view.events where workspace = ${workspace}`.execute(database);
    assert.deepEqual(rows, [{ best: 99 }]);
    await closeArchive(archive);
  });
});
