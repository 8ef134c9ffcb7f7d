import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import { readCopies, searchClaims, verifyArchive } from "../../src/flow/archive/look.ts";
import { closeArchive, initArchive, openSession } from "../../src/flow/archive/session.ts";
import { addFile, inArchiveFolder, NO_FILTER, surroundings } from "./archiveFolder.ts";

const AT = "2026-01-02T03:04:05.000Z";
const ARTICLE =
  "Three men were hanged in Arak on Sunday morning, a local monitor said. Their families had been called for a last visit the day before. The court had sentenced them in a hearing that lasted ten minutes, without a lawyer of their choice, and the supreme court upheld the ruling in spring. Neighbours gathered before the prison and were sent away.";
const OTHER =
  "A strike of the bus drivers began in Shiraz on Monday and went on for two days. Nine drivers were arrested, the union said, and four of them were released on bail after a week. The city council had promised higher wages in winter, and the drivers say that nothing was paid until now.";

test("copies that several programs add at the same moment stand in one group", async () => {
  await inArchiveFolder(async (folder) => {
    const first = await initArchive(folder, surroundings(folder));
    const sessions = [
      first,
      await openSession(surroundings(folder)),
      await openSession(surroundings(folder)),
    ];
    const outcomes = await Promise.all(
      sessions.map((session, program) => {
        const file = join(folder, `../at-once-${program}.jsonl`);
        const texts = Array.from({ length: 4 }, (_, at) => `Paper ${program}-${at}\n\n${ARTICLE}`);
        writeFileSync(
          file,
          texts.map((text, id) => JSON.stringify({ id: `${program}${id}`, text })).join("\n"),
        );
        return addFile(session, file);
      }),
    );
    const ids = outcomes.flat().map((one) => (one.kind === "added" ? one.document : ""));
    assert.equal(new Set(ids).size, 12);
    for (const id of ids) {
      const { others } = await readCopies(first.archive, id);
      assert.equal(others.length, 11);
    }
    const { faults } = await verifyArchive(first.archive, {
      since: null,
      step: () => undefined,
      isDeep: true,
    });
    assert.deepEqual(faults, []);
    for (const { archive } of sessions) await closeArchive(archive);
  });
});

test("copies are told when they come in, stand in one group, and go with an erasure", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const { archive } = session;
    const add = async (name: string, texts: readonly string[]) => {
      const file = join(folder, `../${name}.jsonl`);
      const lines = texts.map((text, id) => JSON.stringify({ id: `${name}${id}`, text }));
      writeFileSync(file, lines.join("\n"));
      return addFile(session, file);
    };
    const together = await add("one", [ARTICLE, OTHER, `The Morning Post\n\n${ARTICLE}`]);
    const later = await add("two", [ARTICLE.replace("Sunday", "Monday")]);
    const ids: string[] = [];
    const copies: (string | null)[] = [];
    for (const one of [...together, ...later]) {
      assert.ok(one.kind === "added");
      ids.push(one.document);
      copies.push(one.copy?.document ?? null);
    }
    const [first = "", other = "", second = "", third = ""] = ids;
    assert.deepEqual(copies.slice(0, 3), [null, null, first]);
    assert.ok(copies[3] === first || copies[3] === second);
    assert.deepEqual(
      (await readCopies(archive, second)).others.map(({ document }) => document),
      [first, third],
    );
    assert.deepEqual((await readCopies(archive, other)).others, []);
    const { claims } = await searchClaims(archive, { ...NO_FILTER, words: "hanged", limit: 50 });
    const byDocument = new Map(claims.map((one) => [one.document, one]));
    assert.deepEqual(
      [first, second, third].map((id) => [byDocument.get(id)?.copies, byDocument.get(id)?.copyOf]),
      [
        [3, null],
        [3, first],
        [3, first],
      ],
    );
    const plan = await planErasure(archive, second);
    assert.deepEqual(new Set(plan.alsoHeld.copies), new Set([first, third]));
    const ofFirst = await planErasure(archive, first);
    assert.deepEqual(new Set(ofFirst.alsoHeld.copies), new Set([second, third]));
    assert.deepEqual((await planErasure(archive, first, second)).alsoHeld.copies, [third]);
    assert.deepEqual((await planErasure(archive, other)).alsoHeld.copies, []);
    await erase(session, plan, { reason: "asked for", at: AT });
    assert.deepEqual(
      (await readCopies(archive, first)).others.map(({ document }) => document),
      [third],
    );
    const { rows } = await sql`select 1 from view.bands where document = ${second}`.execute(
      archive.database,
    );
    assert.equal(rows.length, 0);
    await closeArchive(archive);
  });
});
