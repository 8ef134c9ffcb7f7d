import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { closeArchive, initArchive } from "../../src/flow/archive/session.ts";
import { isRunning, NOBODY, ownHolder, takeLock } from "../../src/ledger/holder.ts";
import { inArchiveFolder, surroundings } from "./archiveFolder.ts";

const MARK = "sanad.unfinished.json";
/** More than any machine numbers. */
const DEAD = { pid: 2 ** 22 + 1, since: null };

test("init takes up what one that was killed left, and nothing else", async () => {
  await inArchiveFolder(async (folder) => {
    mkdirSync(folder);
    const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
    // Without its mark this may be an archive whose own file was lost.
    write("keys.json", "{}");
    await assert.rejects(initArchive(folder, surroundings(folder)), { code: "input-refused" });
    assert.deepEqual(readdirSync(folder), ["keys.json"]);
    assert.equal(readFileSync(join(folder, "keys.json"), "utf8"), "{}");

    write(MARK, JSON.stringify({ by: ownHolder(), archives: [] }));
    await assert.rejects(initArchive(folder, surroundings(folder)), { code: "conflict" });

    write(MARK, JSON.stringify({ by: DEAD, archives: [] }));
    write("keys.json.77", "");
    write("sanad.archive.json.77", "{");
    mkdirSync(join(folder, "tiles/tile"), { recursive: true });
    mkdirSync(join(folder, "database/init.4194305"), { recursive: true });
    const first = await initArchive(folder, surroundings(folder));
    await closeArchive(first.archive);
    assert.deepEqual(
      readdirSync(folder).filter((name) => /unfinished|77/.test(name)),
      [],
    );

    // Killed when the database had everything and the folder was not yet an archive.
    const file = readFileSync(join(folder, "sanad.archive.json"), "utf8");
    write(MARK, JSON.stringify({ by: DEAD, archives: [JSON.parse(file)] }));
    rmSync(join(folder, "sanad.archive.json"));
    const second = await initArchive(folder, surroundings(folder));
    assert.notEqual(second.archive.workspace, first.archive.workspace);
    await closeArchive(second.archive);
  });
});

for (const [name, text] of [
  ["a draft of the mark", null],
  ["a mark that is cut short", "{"],
] as const)
  test(`init takes up ${name}`, async () => {
    await inArchiveFolder(async (folder) => {
      mkdirSync(folder);
      writeFileSync(join(folder, text === null ? `${MARK}.99` : MARK), text ?? "");
      const { archive } = await initArchive(folder, surroundings(folder));
      await closeArchive(archive);
      assert.deepEqual(
        readdirSync(folder).filter((one) => one.includes("unfinished")),
        [],
      );
    });
  });

test("isRunning() tells a program from another one with its number", () => {
  const own = ownHolder();
  assert.ok(isRunning(own));
  assert.ok(!isRunning({ ...own, since: "earlier" }));
  assert.ok(!isRunning(DEAD));
  assert.ok(!isRunning(NOBODY));
});

test("takeLock() takes over what dead programs left, the lock and the turn to look at it, and nothing of one that runs", () => {
  const folder = mkdtempSync(join(tmpdir(), "sanad-lock-"));
  const path = join(folder, "my.key.lock");
  const dead = { ...ownHolder(), since: "earlier" };
  const write = (file: string, holder: object): void => writeFileSync(file, JSON.stringify(holder));
  try {
    for (const [lock, turn, isTaken] of [
      [null, null, true],
      [dead, null, true],
      [dead, dead, true],
      [dead, NOBODY, true],
      [dead, ownHolder(), false],
      [ownHolder(), null, false],
      [ownHolder(), dead, false],
      [null, dead, true],
    ] as const) {
      rmSync(path, { force: true });
      rmSync(`${path}.turn`, { force: true });
      if (lock !== null) write(path, lock);
      if (turn !== null) write(`${path}.turn`, turn);
      const release = takeLock(path);
      assert.equal(release !== null, isTaken, JSON.stringify({ lock, turn }));
      if (release === null) continue;
      assert.equal(takeLock(path), null, "it is held");
      release();
      assert.ok(!existsSync(path));
    }
    assert.deepEqual(
      readdirSync(folder).filter((name) => /\d$/.test(name)),
      [],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
