import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type AddOutcome, addReports, type ListToAdd } from "../../src/flow/archive/addReports.ts";
import { verifyArchive } from "../../src/flow/archive/look.ts";
import { linkPeople, listPeople } from "../../src/flow/archive/people/index.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import { inArchiveFolder, surroundings } from "./archiveFolder.ts";

const EVERYBODY = { words: null, stage: null, riskFrom: null, state: null, limit: 10 };

test("a page that says again what it said before is a version of its own, once", async () => {
  await inArchive(async (session, folder) => {
    const page = join(folder, "../page.txt");
    const hanged = "Arman Delavarian was executed in Shiraz on 3 May 2024.";
    const alive = "Arman Delavarian is alive and in Adelabad Prison in Shiraz.";
    const outcomes: string[] = [];
    for (const text of [hanged, alive, alive, hanged, hanged, alive, hanged]) {
      writeFileSync(page, text);
      const [outcome] = await add(session, page);
      outcomes.push(
        outcome?.kind === "added" && outcome.version !== null ? "version" : (outcome?.kind ?? ""),
      );
    }
    assert.deepEqual(outcomes, [
      "added",
      "version",
      "same",
      "version",
      "same",
      "version",
      "version",
    ]);
    assert.deepEqual(await stages(session), ["executed"]);
    // The same bytes under another name are no return of that page.
    const other = join(folder, "../other.txt");
    writeFileSync(other, alive);
    assert.deepEqual(
      (await add(session, other)).map(({ kind }) => kind),
      ["same"],
    );
    const { faults } = await verifyArchive(session.archive, { since: null, step: () => {} });
    assert.deepEqual(faults, []);
  });
});

test("a list that was entered as of another kind by mistake is put right again, and the mistake endangers nobody", async () => {
  await inArchive(async (session, folder) => {
    const file = join(folder, "../list.csv");
    writeFileSync(file, "name,date,city\nArman Delavarian,2024-05-03,Shiraz\n");
    for (const kind of ["arrest", "execution", "arrest"] as const) {
      const list: ListToAdd = {
        kind,
        hints: { choices: [], order: null, sheet: null, today: "2026-01-02" },
        onList: () => {},
      };
      await add(session, file, list);
      assert.deepEqual(await stages(session), [kind === "arrest" ? "arrested" : "executed"]);
    }
    const endangered = await listPeople(session.archive, { ...EVERYBODY, riskFrom: 2 });
    assert.deepEqual(endangered, []);
  });
});

async function inArchive(use: (session: Session, folder: string) => Promise<void>): Promise<void> {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    await use(session, folder);
    await closeArchive(session.archive);
  });
}

async function add(
  session: Session,
  path: string,
  list: ListToAdd | null = null,
): Promise<AddOutcome[]> {
  const outcomes: AddOutcome[] = [];
  const now = (): string => "2026-01-02T03:04:05.000Z";
  const options = { by: session.actor, now, reader: "sanad test", list };
  const stdin = (async function* () {})();
  for await (const one of addReports(session.archive, [path], {}, DEFAULTS, stdin, options))
    outcomes.push(one);
  return outcomes;
}

async function stages({ archive }: Session): Promise<readonly (string | null)[]> {
  await linkPeople(archive, { isAll: false, step: () => undefined });
  return (await listPeople(archive, EVERYBODY)).map(({ stage }) => stage);
}
