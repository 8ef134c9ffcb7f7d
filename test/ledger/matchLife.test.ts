import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addReports } from "../../src/flow/archive/addReports.ts";
import {
  linkPeople,
  listPeople,
  matchArchive,
  statePerson,
} from "../../src/flow/archive/people/index.ts";
import { closeArchive, initArchive } from "../../src/flow/archive/session.ts";
import { readListFile } from "../../src/flow/lists/readListFile.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import { inArchiveFolder, surroundings } from "./archiveFolder.ts";

const AT = "2026-01-02T03:04:05.000Z";

test("a row that tells a death before a sign of life in the archive is left to a person, and says so", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const report = join(folder, "../calls.txt");
    writeFileSync(
      report,
      "Hormoz Delavarian, 31, phoned his family from Adelabad Prison in Shiraz on 3 June 2024.\nKaveh Torkashi, 44, phoned his family from Adelabad Prison in Shiraz on 1 May 2024.\nSohrab Varjavandi, 27, is alive and in Vakilabad Prison in Mashhad.\nArman Sangari, 38, was not executed on 5 June 2024 in Yazd.",
    );
    const options = { by: session.actor, now: () => AT, reader: "sanad test" };
    const hints = { published: "2024-06-10" };
    const stdin = (async function* () {})();
    for await (const one of addReports(session.archive, [report], hints, DEFAULTS, stdin, options))
      assert.equal(one.kind, "added");
    // A list that says how each one stands now, without a day of its own.
    const standing = join(folder, "../standing.csv");
    writeFileSync(standing, "id,name,age,city,status\n1,Behrad Palandi,29,Tabriz,Alive\n");
    const list1 = { choices: [], order: null, sheet: null, today: "2026-01-02" };
    const asList = { ...options, list: { kind: "execution" as const, hints: list1, onList() {} } };
    for await (const one of addReports(session.archive, [standing], {}, DEFAULTS, stdin, asList))
      assert.equal(one.kind, "added");
    await linkPeople(session.archive, { isAll: false, step: () => undefined });
    const file = join(folder, "../hanged.csv");
    writeFileSync(
      file,
      "id,name,date of execution,age,city,prison\n1,Hormoz Delavarian,2024-05-12,31,Shiraz,Adelabad\n2,Kaveh Torkashi,2024-05-12,44,Shiraz,Adelabad\n3,Sohrab Varjavandi,2024-06-05,27,Mashhad,Vakilabad\n4,Arman Sangari,2024-06-05,38,Yazd,\n5,Behrad Palandi,2025-11-01,29,Tabriz,\n",
    );
    const read = { choices: [], order: null, sheet: null, today: "2026-01-02" };
    const list = await readListFile(file, read, process.stdin);
    const shown = { minProbability: 0, shown: "archive", today: "2026-01-02" };
    const { pairs } = await matchArchive(session.archive, list, shown, () => undefined);
    const told = pairs.map(({ a, decision, why }) => {
      const alive = why.find(({ field }) => field === "alive");
      return [a, decision, alive === undefined ? null : [alive.a, alive.b]];
    });
    assert.deepEqual(
      told.toSorted(([x], [y]) => (String(x) < String(y) ? -1 : 1)),
      [
        ["1", "unsure", ["2024-05-12", "2024-06-03"]],
        ["2", "same", null],
        ["3", "unsure", ["2024-06-05", "2024-06-10"]],
        ["4", "unsure", ["2024-06-05", "2024-06-10"]],
        ["5", "unsure", ["2025-11-01", "?"]],
      ],
    );
    const filter = { words: "Kaveh Torkashi", stage: null, riskFrom: null, state: null, limit: 1 };
    const [kaveh] = await listPeople(session.archive, filter);
    const by = { reason: "he answered the telephone", at: AT };
    await statePerson(session, kaveh?.person ?? "", "alive", by);
    await linkPeople(session.archive, { isAll: false, step: () => undefined });
    const later = await matchArchive(session.archive, list, shown, () => undefined);
    assert.equal(later.pairs.find(({ a }) => a === "2")?.decision, "unsure", "confirmed alive");
    // The day of the confirmation is nobody's sign of life.
    assert.ok(later.b.records.every(({ aliveOn }) => aliveOn?.words !== shown.today));
    await closeArchive(session.archive);
  });
});
