import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { addReports } from "../../src/flow/archive/addReports.ts";
import { decide } from "../../src/flow/archive/decide.ts";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import { checkLinked } from "../../src/flow/archive/people/checkLinked.ts";
import {
  decidePair,
  linkPeople,
  statePerson,
  undoLinks,
} from "../../src/flow/archive/people/index.ts";
import { rereadArchive } from "../../src/flow/archive/rereadArchive.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import { type Chance, makeChance } from "../link/made/chance.ts";
import { addTexts, inArchiveFolder, surroundings } from "./archiveFolder.ts";

const AT = "2026-01-02T03:04:05.000Z";
const TOLD = { reason: "for a test", at: AT };
const STEPS = 14;
/** Steps after which everything is linked anew. */
const EVERY = 7;

for (const seed of [11, 12, 13])
  test(`whatever came and was decided, linking what is new is linking everything anew (${seed})`, async () => {
    await inArchiveFolder(async (folder) => {
      const chance = makeChance(seed);
      let session = await initArchive(folder, surroundings(folder));
      try {
        for (let step = 0; step < STEPS; step++) {
          session = await doSomething(session, step, chance);
          await linkPeople(session.archive, { isAll: false, step: () => undefined });
          if ((step + 1) % EVERY !== 0) continue;
          assert.deepEqual((await checkLinked(session.archive, () => undefined))?.faults, []);
          const linked = await readAll(session);
          await linkPeople(session.archive, { isAll: true, step: () => undefined });
          assert.deepEqual(linked, await readAll(session));
        }
      } finally {
        await closeArchive(session.archive);
      }
    });
  });

test("one who was killed without a name is the only one who is named there, once the other one is erased", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const { archive } = session;
    const [, other = ""] = await addTexts(session, [
      "Behzad Ramendi was shot dead by police in Rasht on 10 November 2024.",
      "Kamran Golestani was shot dead by police in Rasht on 10 November 2024.",
      "One person was shot dead by police in Rasht on 10 November 2024.",
    ]);
    const events = async (left: typeof archive, isAll: boolean): Promise<number> =>
      (await linkPeople(left, { isAll, step: () => undefined })).events;
    assert.equal(await events(archive, false), 3);
    const { archive: left } = await erase(session, await planErasure(archive, other), TOLD);
    assert.equal(await events(left, false), 1);
    assert.equal(await events(left, true), 1);
    await closeArchive(left);
  });
});

test("where others are killed beside him, whoever is told of there without a name is nobody's, whichever report came last", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const events = async (isAll: boolean): Promise<number> =>
      (await linkPeople(session.archive, { isAll, step: () => undefined })).events;
    await addTexts(session, [
      "Behzad Ramendi was shot dead by police in Rasht on 10 November 2024.",
      "One person was shot dead by police in Rasht on 10 November 2024.",
    ]);
    assert.equal(await events(false), 1);
    await addTexts(session, [
      "Kamran Golestani and Siavash Zohrevand were shot dead by police in Rasht on 10 November 2024.",
    ]);
    const linked = await events(false);
    assert.equal(linked, await events(true));
    assert.equal(linked, 3);
    await closeArchive(session.archive);
  });
});

/** Reports at first; then reports, decisions, states, erasures, and what is taken back. */
async function doSomething(session: Session, step: number, chance: Chance): Promise<Session> {
  const { archive } = session;
  const some = async (column: string, table: string): Promise<string> => {
    const { rows } = await sql<{ id: string }>`
      select distinct ${sql.ref(column)} as id from ${sql.raw(`view.${table}`)}
      where workspace = ${archive.workspace} order by id`.execute(archive.database);
    return rows.length === 0 ? "" : chance.pick(rows).id;
  };
  const what = step < 4 ? 0 : chance.below(10);
  switch (what) {
    case 1:
    case 2: {
      const [column, table] = what === 1 ? ["mention", "mentions"] : ["telling", "tellings"];
      const pair = {
        a: await some(column ?? "", table ?? ""),
        b: await some(column ?? "", table ?? ""),
      };
      if (pair.a !== pair.b)
        await tried(decidePair(session, pair, chance.is(0.5) ? "same" : "different", TOLD));
      return session;
    }
    case 3:
      await tried(
        statePerson(
          session,
          await some("person", "people"),
          chance.is(0.5) ? "alive" : "dead",
          TOLD,
        ),
      );
      return session;
    case 4:
      await tried(undoLinks(session, [await some("entry", "link_decisions")], TOLD));
      return session;
    case 6: {
      const options = { reader: `sanad ${step}`, isAll: true, isDry: false, now: () => AT };
      for await (const _change of rereadArchive(session, options));
      return session;
    }
    case 7:
      await tried(
        decide(session, await some("claim", "claims"), {
          ...TOLD,
          verdict: chance.is(0.7) ? "rejected" : "accepted",
        }),
      );
      return session;
    case 5: {
      const plan = await planErasure(archive, await some("document", "documents"));
      const { archive: left } = await erase(session, plan, TOLD);
      return { ...session, archive: left };
    }
    default: {
      const files = [0, 1, 2].map((at) => {
        const file = join(archive.folder, `../report-${step}-${at}.txt`);
        writeFileSync(file, makeReport(`${step}-${at}`, chance));
        return file;
      });
      const options = { by: session.actor, now: () => AT, reader: "sanad test" };
      const hints = { published: "2024-11-20" };
      const stdin = (async function* () {})();
      for await (const { kind } of addReports(archive, files, hints, DEFAULTS, stdin, options))
        assert.equal(kind, "added");
      return session;
    }
  }
}

/** What cannot be decided is refused, and changes nothing. */
async function tried(deciding: Promise<unknown>): Promise<void> {
  await deciding.catch(() => undefined);
}

/** A report of few people, prisons and days, so that most have something in common with another one. */
function makeReport(name: string, chance: Chance): string {
  const given = ["Hassan", "Hossein", "H.", "Behzad", "Behrouz", "Kamran", "Reza"];
  const person = () => `${chance.pick(given)} ${chance.pick(["Ramendi", "Zahrvand", "Golestani"])}`;
  const count = chance.pick(["Two", "Three", "Five"]);
  const where = chance.pick(["Qezel Hesar Prison in Karaj", "Lakan Prison in Rasht"]);
  const day = `${9 + chance.below(4)} November 2024`;
  const age = 30 + chance.below(3);
  const told = chance.pick([
    `${count} men were hanged in ${where} on ${day}, the Lantern Monitor said.`,
    `${person()}, ${age}, was executed in ${where} on ${day}.`,
    `${count} prisoners, including ${person()} and ${person()}, were hanged in ${where} on ${day}.`,
    `${person()}, a ${age}-year-old man, was hanged on ${day}.`,
    `${person()} was shot dead by police in Rasht on ${day}.`,
    `${person()} and ${person()} were shot dead by police in Rasht on ${day}.`,
    `One person was shot dead by police in Rasht on ${day}.`,
  ]);
  return `${told} Report ${name}.`;
}

/** All that linking made, in one order. */
async function readAll({ archive: { database, workspace } }: Session): Promise<unknown> {
  const queries = [
    sql`select mention, person from view.links where workspace = ${workspace} and valid_to is null order by 1`,
    sql`select person, name, folded, documents, stage, state, first_day::text, last_day::text
      from view.people where workspace = ${workspace} order by 1`,
    sql`select event, kind, first_day::text, last_day::text, place, named, low, best, high, elsewhere, documents, origins, disputed
      from view.events where workspace = ${workspace} order by 1`,
    sql`select event, person from view.event_people where workspace = ${workspace} order by 1, 2`,
    sql`select telling, event from view.tellings where workspace = ${workspace} order by 1`,
    sql`select mention, telling from view.telling_namings where workspace = ${workspace} order by 1, 2`,
    sql`select a, b, round(probability::numeric, 6)::text, together from view.pairs where workspace = ${workspace} order by 1, 2`,
  ];
  const all: unknown[] = [];
  for (const query of queries) all.push((await query.execute(database)).rows);
  return all;
}
