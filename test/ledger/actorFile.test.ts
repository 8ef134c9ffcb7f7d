import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { decide } from "../../src/flow/archive/decide.ts";
import { searchClaims } from "../../src/flow/archive/look.ts";
import { closeArchive, initArchive, openSession } from "../../src/flow/archive/session.ts";
import { makeId } from "../../src/ledger/ids.ts";
import { sealEntry } from "../../src/ledger/leaf.ts";
import { addTexts, inArchiveFolder, NO_FILTER, surroundings } from "./archiveFolder.ts";

/** What a file may hold that somebody wrote by hand, or that a power cut left. */
const NO_PSEUDONYM = ["", "\u0000\u0000\u0000", "a\u0001b", "Mina Karimpour", makeId("a"), "a-x"];

test("the file of who worked here last names nobody whom the archive does not know", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const { SANAD_ACTOR: name = "", ...env } = around.env;
    const session = await initArchive(folder, around);
    await addTexts(session, ["Two men were hanged in Yazd on 1 July 2025."]);
    const [claim] = (await searchClaims(session.archive, NO_FILTER)).claims;
    await closeArchive(session.archive);
    const file = join(folder, "actor");
    const typed = { ...around, env, ask: async () => name };
    for (const told of NO_PSEUDONYM) {
      writeFileSync(file, told);
      const { archive, actor } = await openSession(typed);
      assert.equal(actor, session.actor, "the person is asked, and known by name");
      await closeArchive(archive);
      assert.equal(readFileSync(file, "utf8"), `${session.actor}\n`);
      writeFileSync(file, told);
      await assert.rejects(openSession({ ...around, env }), { code: "forbidden" });
    }
    rmSync(file);
    const again = await openSession(around);
    for (const told of NO_PSEUDONYM.filter((one) => !one.startsWith("a-")))
      await assert.rejects(
        decide({ ...again, actor: told }, claim?.claim ?? "", {
          verdict: "accepted",
          reason: "read",
          at: around.now(),
        }),
        { code: "integrity" },
      );
    await closeArchive(again.archive);
  });
});

test("an entry by anything but a pseudonym is not sealed", () => {
  const seal = (by: string) =>
    sealEntry(
      { kind: "actor-named", record: makeId("r"), by },
      "{}",
      makeId("e"),
      "2026-01-02",
      new Uint8Array(32) as never,
    );
  assert.equal(seal(makeId("a")).leaf.by.length, 14);
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }).filter((by) => !/^a-[0-9a-z-]+$/.test(by)),
      (by) => assert.throws(() => seal(by)),
    ),
  );
});
