import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { searchClaims, verifyArchive } from "../../src/flow/archive/look.ts";
import { closeArchive, initArchive, openSession } from "../../src/flow/archive/session.ts";
import { addFile, inArchiveFolder, NO_FILTER, surroundings } from "./archiveFolder.ts";

test("texts that a database cannot hold are kept with a mark, and stop no other", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const file = join(folder, "../reports.jsonl");
    const words = Array.from({ length: 200_000 }, (_, at) => `w${at}`).join(" ");
    const texts = [
      "Two men were hanged \u0000 in Kerman.",
      "Three men \ud800 were hanged in Shiraz.",
      `Four men were hanged. ${words}`,
      "Five men were hanged in Yazd.",
    ];
    writeFileSync(
      file,
      texts.map((text, id) => JSON.stringify({ id: String(id), text })).join("\n"),
    );
    const outcomes = await addFile(session, file);
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ["added", "added", "added", "added"],
    );
    const { claims } = await searchClaims(session.archive, { ...NO_FILTER, words: "Shiraz" });
    const [found] = claims;
    assert.ok(found?.body.span.quote.includes("\uFFFD"));
    await closeArchive(session.archive);
  });
});

test("several programs that add the same reports at once enter each of them once", async () => {
  await inArchiveFolder(async (folder) => {
    const first = await initArchive(folder, surroundings(folder));
    const texts = Array.from(
      { length: 40 },
      (_, at) => `Report ${at}. ${at + 2} men were hanged in Kerman.`,
    );
    const sessions = [
      first,
      await openSession(surroundings(folder)),
      await openSession(surroundings(folder)),
    ];
    const files = sessions.map((_, turn) => {
      const file = join(folder, `../turn-${turn}.jsonl`);
      const own = texts.map((_, at) => texts[(at + turn * 13) % texts.length] ?? "");
      writeFileSync(
        file,
        own.map((text) => JSON.stringify({ id: text.slice(0, 10), text })).join("\n"),
      );
      return file;
    });
    const outcomes = await Promise.all(
      sessions.map((session, at) => addFile(session, files[at] ?? "")),
    );
    const added = outcomes.flat().filter(({ kind }) => kind === "added");
    assert.equal(added.length, texts.length);
    assert.equal(outcomes.flat().length, texts.length * sessions.length);
    const options = { since: null, step: () => undefined, isDeep: true };
    const { faults, deep } = await verifyArchive(first.archive, options);
    assert.deepEqual(faults, []);
    assert.deepEqual(deep?.orphans, [], "a lost race leaves no evidence behind");
    for (const { archive } of sessions) await closeArchive(archive);
  });
});

test("of two programs that make an archive in one folder one is refused, and it opens", async () => {
  await inArchiveFolder(async (folder) => {
    const made = await Promise.allSettled(
      [1, 2].map(() => initArchive(folder, surroundings(folder))),
    );
    const opened = made.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    assert.equal(opened.length, 1);
    for (const { archive } of opened) await closeArchive(archive);
    const session = await openSession(surroundings(folder));
    await closeArchive(session.archive);
  });
});
