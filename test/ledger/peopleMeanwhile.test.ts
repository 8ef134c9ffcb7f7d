import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import {
  confirmState,
  linkPeople,
  listPeople,
  mergePeople,
  showPerson,
  splitPerson,
  statePerson,
  undoLinks,
} from "../../src/flow/archive/people/index.ts";
import { readSize } from "../../src/flow/archive/look.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { addTexts, inArchiveFolder, keyFile, surroundings } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";
import { appendWithin } from "../../src/ledger/append.ts";
import { destroyRecords, erasureOf } from "../../src/ledger/eraseRecord.ts";
import { aheadOfIt, inQueue, sessionOf } from "./queueing.ts";

const TOLD = { reason: "two birth certificates", at: "2026-01-03T00:00:00.000Z" };
const TEXTS = [
  "Kamran Dalirian, 32, was executed in Arak Prison on 10 June 2025, the desk said.",
  "Siamak Torkashi, 29, was arrested in Ahvaz on 3 May 2025, the desk said.",
  "Behrouz Nikfarman, 41, was arrested in Shiraz on 4 May 2025, the desk said.",
  "Touraj Kalhori, 51, was arrested in Yazd on 5 May 2025, the desk said.",
];

test("of two who confirm at once what rules the other out, the second looks again", async () => {
  await withTwo(async ({ mina, omid, people }) => {
    const [, one = "", other = ""] = people;
    const ended = await inQueue<unknown>(
      mina.archive,
      () => statePerson(mina, one, "alive", TOLD),
      () => statePerson(omid, one, "dead", TOLD),
    );
    assert.deepEqual(codes(ended), ["done", "conflict"]);
    await linkAll(mina);
    assert.deepEqual((await showPerson(mina.archive, one)).state, "alive");
    // Of other people at once, and one behind the other, both stand.
    const apart = await inQueue<unknown>(
      mina.archive,
      () => statePerson(mina, other, "alive", TOLD),
      () => statePerson(omid, one, "dead", TOLD),
    );
    assert.deepEqual(codes(apart), ["done", "done"]);
  });
});

test("nobody is joined or parted over what was confirmed or decided while it waited", async () => {
  await withTwo(async ({ mina, omid, people }) => {
    const [dead = "", one = "", other = "", last = ""] = people;
    const { archive } = mina;
    const carried = await inQueue<unknown>(
      archive,
      () => statePerson(mina, one, "alive", TOLD),
      () => mergePeople(omid, [dead, one], TOLD),
    );
    assert.deepEqual(codes(carried), ["done", "conflict"]);
    await linkAll(mina);
    await assert.rejects(mergePeople(omid, [dead, one], TOLD), { code: "input-refused" });
    const twice = await inQueue<unknown>(
      archive,
      () => mergePeople(mina, [other, last], TOLD),
      () => mergePeople(omid, [last, other], TOLD),
    );
    assert.deepEqual(codes(twice), ["done", "conflict"]);
    await linkAll(mina);
    const [joined] = (await listPeople(archive, ALL)).filter(({ mentions }) => mentions === 2);
    const { mentions } = await showPerson(archive, joined?.person ?? "");
    const parted = await inQueue<unknown>(
      archive,
      () => statePerson(mina, joined?.person ?? "", "alive", TOLD),
      () => splitPerson(omid, [mentions[1]?.mention ?? ""], TOLD),
    );
    assert.deepEqual(codes(parted), ["done", "conflict"]);
    const { rows } = await sql`select verdict from view.link_decisions`.execute(archive.database);
    assert.deepEqual(rows, [{ verdict: "same" }]);
  });
});

test("a decision about people is taken back once, and who rested on it looks again", async () => {
  await withTwo(async ({ mina, omid, people }) => {
    const [dead = "", one = "", other = ""] = people;
    const { archive } = mina;
    const { entries } = await confirmState(mina, one, "alive", TOLD);
    await linkAll(mina);
    const twice = await inQueue<unknown>(
      archive,
      () => undoLinks(mina, entries, TOLD),
      () => undoLinks(omid, entries, TOLD),
    );
    assert.deepEqual(codes(twice), ["done", "not-found"]);
    await linkAll(mina);
    const { entries: again } = await confirmState(mina, one, "unknown", TOLD);
    await linkAll(mina);
    const rested = await inQueue<unknown>(
      archive,
      () => undoLinks(mina, again, TOLD),
      () => mergePeople(omid, [one, other], TOLD),
    );
    assert.deepEqual(codes(rested), ["done", "conflict"]);
    const { rows } = await sql`select 1 from ledger.entries where kind = 'link-undone'`.execute(
      archive.database,
    );
    assert.equal(rows.length, 2);
    await linkAll(mina);
    // What was looked at before somebody decided is not decided on.
    const since = await readSize(archive);
    await statePerson(mina, dead, "dead", TOLD);
    await linkAll(mina);
    await assert.rejects(statePerson(omid, dead, "alive", { ...TOLD, since }), {
      code: "conflict",
    });
    await statePerson(omid, other, "alive", { ...TOLD, since });
  });
});

test("sanad review does not confirm what somebody else confirmed while it asked", async () => {
  const texts = [
    "Five prisoners were executed in Adelabad Prison in Shiraz on 11 June 2025. Among them was Behrouz Nikfarman, 41.",
    "The judiciary denied that Behrouz Nikfarman, 41, had been executed in Adelabad Prison in Shiraz.",
  ];
  await withTwo(async ({ mina, folder }) => {
    const [asked] = await listPeople(mina.archive, { ...ALL, isDisputed: true });
    const person = asked?.person ?? "";
    let pressed = 0;
    const keys = async (): Promise<string> => {
      pressed += 1;
      if (pressed > 1) return "q";
      await statePerson(mina, person, "alive", TOLD);
      return "x";
    };
    const run = sanad(folder, ["review"], { env: keyFile(folder), keys });
    await fits(run, 0, /decided about one of these meanwhile|There is no person[^]*0 decided/);
    assert.deepEqual((await showPerson(mina.archive, person)).state, "alive");
  }, texts);
});

const ALL = { words: null, stage: null, riskFrom: null, state: null, limit: 100 };

function codes(ended: readonly PromiseSettledResult<unknown>[]): readonly string[] {
  return ended.map((one) => {
    if (one.status === "fulfilled") return "done";
    return (one.reason as { code?: string }).code ?? String(one.reason);
  });
}

async function linkAll({ archive }: Session): Promise<void> {
  await linkPeople(archive, { isAll: false, step: () => undefined });
}

type Two = {
  readonly mina: Session;
  readonly omid: Session;
  readonly folder: string;
  /** In the order of the reports that name them. */
  readonly people: readonly string[];
};

async function withTwo(use: (two: Two) => Promise<void>, texts = TEXTS): Promise<void> {
  await inArchiveFolder(async (folder) => {
    const mina = await initArchive(folder, surroundings(folder));
    const omid = await sessionOf(folder, "Omid Testnam");
    try {
      await addTexts(mina, texts);
      await linkAll(mina);
      const all = await listPeople(mina.archive, ALL);
      const firstIn = ({ name }: { readonly name: string }): number =>
        texts.findIndex((text) => text.includes(name.split(" ").at(-1) ?? ""));
      const people = all.toSorted((a, b) => firstIn(a) - firstIn(b)).map(({ person }) => person);
      assert.ok(people.length > 0);
      await use({ mina, omid, folder, people });
    } finally {
      await closeArchive(omid.archive);
      await closeArchive(mina.archive);
    }
  });
}

test("who is linked while his report is erased is in no list behind it", async () => {
  for (const isAll of [false, true])
    await inArchiveFolder(async (folder) => {
      const session = await initArchive(folder, surroundings(folder));
      const { archive } = session;
      try {
        const [gone = ""] = await addTexts(session, TEXTS);
        // The second time his rows stand already, so that each waits for what the other holds.
        if (isAll) await linkAll(session);
        const { rows } = await sql<{ record: string; entries: number }>`
          select d.record, (select count(*)::int from ledger.entries e where e.record = d.record) as entries
          from view.documents d where d.document = ${gone}`.execute(archive.database);
        const [erased] = rows;
        assert.ok(erased !== undefined);
        const { record } = erased;
        const how = { by: session.actor, reason: "the family", at: TOLD.at };
        const entry = erasureOf({ ...erased, ids: [gone] }, null, how);
        await aheadOfIt(
          archive,
          () => linkPeople(archive, { isAll, step: () => undefined }),
          async (one, time) => {
            if (time > 1) return;
            await appendWithin(one, archive, [entry], {
              at: TOLD.at,
              expected: null,
              beside: () => destroyRecords(one, archive.workspace, [record]),
            });
          },
        );
        for (const table of ["mentions", "tellings"]) {
          const left =
            await sql`select 1 from ${sql.raw(`view.${table}`)} where record = ${record}`.execute(
              archive.database,
            );
          assert.equal(left.rows.length, 0, `${table}, ${isAll ? "all again" : "first"}`);
        }
        await linkAll(session);
        const names = (await listPeople(archive, { ...EVERYBODY })).map(({ name }) => name);
        assert.deepEqual(names.length, TEXTS.length - 1);
        assert.ok(names.every((name) => !name.includes("Dalirian")));
      } finally {
        await closeArchive(archive);
      }
    });
});

const EVERYBODY = { words: null, stage: null, riskFrom: null, state: null, limit: 10 };
