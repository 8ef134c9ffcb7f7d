import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { test } from "node:test";
import { sql } from "kysely";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import {
  decidePair,
  type Linked,
  linkPeople,
  matchArchive,
  refitModel,
} from "../../src/flow/archive/people/index.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { readListFile } from "../../src/flow/lists/readListFile.ts";
import { makeChance } from "../link/made/chance.ts";
import { addTexts, inArchiveFolder, surroundings } from "./archiveFolder.ts";

const AT = "2026-01-02T03:04:05.000Z";
const TOLD = { reason: "for a test", at: AT };

test("linking what is new, or without what went, gives what linking everything anew gives, under one model", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    try {
      const reports = makeReports(7, 60);
      const documents: string[] = [];
      const counted: (readonly number[])[] = [];
      const counts = ({ mentions, people, events, unsure }: Linked): readonly number[] => [
        mentions,
        people,
        events,
        unsure,
      ];
      for (let from = 0; from < reports.length; from += 12) {
        if (from === 36) await refitModel(session, AT);
        documents.push(...(await addTexts(session, reports.slice(from, from + 12))));
        counted.push(
          counts(await linkPeople(session.archive, { isAll: false, step: () => undefined })),
        );
      }
      const grown = await dump(session);
      assert.ok(grown.pairs.length > 20 && grown.events.length > 5, JSON.stringify(grown));
      const anew = await linkPeople(session.archive, { isAll: true, step: () => undefined });
      assert.equal(anew.moved, 0);
      assert.deepEqual(await dump(session), grown);
      assert.deepEqual(counts(anew), counted.at(-1));
      assert.ok(new Set(counted.map(([, , , unsure]) => unsure)).size > 1, JSON.stringify(counted));

      let { archive } = session;
      for (const document of [...documents.slice(0, 3), ...documents.slice(20, 24)]) {
        const own = { ...session, archive };
        ({ archive } = await erase(own, await planErasure(archive, document), TOLD));
        await linkPeople(archive, { isAll: false, step: () => undefined });
      }
      const left = await dump({ ...session, archive });
      assert.notDeepEqual(left.events, grown.events);
      const few = await linkPeople(archive, { isAll: false, step: () => undefined });
      const all = await linkPeople(archive, { isAll: true, step: () => undefined });
      assert.deepEqual(counts(all), counts(few));
      assert.deepEqual(await dump({ ...session, archive }), left);
    } finally {
      await closeArchive(session.archive);
    }
  });
});

test("a brother who is told by his given name is compared with the surname of the other, and shown as he was told", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    await addTexts(session, [
      "The brothers Omid and Navid Karvani were shot dead in Izeh on 21 May 2024.",
      "Navid Karvani, 22, and his brother Omid, 25, were killed by security forces in Izeh on 21 May 2024.",
    ]);
    const linked = await linkPeople(session.archive, { isAll: false, step: () => undefined });
    assert.deepEqual([linked.people, linked.events], [2, 1]);
    const { events, links } = await dump(session);
    assert.match(JSON.stringify(events), /"low":2,"best":2,"high":2/u);
    assert.equal(links.length, 4);
    await addTexts(session, [
      "Bahram Daneshkia, 31, and his brother Rahim were shot dead in Rasht on 3 May 2024.",
    ]);
    await linkPeople(session.archive, { isAll: false, step: () => undefined });
    const { rows } = await sql<{ name: string }>`
      select name from view.people order by name`.execute(session.archive.database);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ["Bahram Daneshkia", "Navid Karvani", "Omid Karvani", "Rahim"],
    );
    await closeArchive(session.archive);
  });
});

/** What linking made, without when. */
async function dump({ archive: { database, workspace } }: Session) {
  const rows = async (query: string): Promise<readonly unknown[]> =>
    (await sql.raw(query.replaceAll("$w", `workspace = '${workspace}'`)).execute(database)).rows;
  return {
    pairs: await rows("select a, b, probability, why from view.pairs where $w order by a, b"),
    links: await rows(
      "select mention, person from view.links where $w and valid_to is null order by 1",
    ),
    people: await rows("select * from view.people where $w order by person"),
    keys: await rows(
      "select mention, sort from (select mention, array_to_string(keys, ',') as sort from view.link_keys where $w) k order by 1",
    ),
    tellings: await rows("select telling, event from view.tellings where $w order by 1"),
    events: await rows("select * from view.events where $w order by event"),
    eventPeople: await rows("select * from view.event_people where $w order by event, person"),
  };
}

/** Short reports of a few people, under several spellings, on days near each other; every third says what another one said. */
function makeReports(seed: number, count: number): string[] {
  const chance = makeChance(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance.next() * from.length)] as T;
  const given = ["Behzad", "Behzaad", "Kamran", "Siavash", "Siyavash", "Peyman", "Payman", "Arman"];
  const family = ["Ramandi", "Ramendi", "Zohrevand", "Zohravand", "Golestani", "Mehrjouyan"];
  const places = [
    "Evin Prison in Tehran",
    "Qezel Hesar Prison in Karaj",
    "Adelabad Prison in Shiraz",
  ];
  const numbers = ["Three", "Four", "Five"];
  const told: string[] = [];
  return Array.from({ length: count }, (_, at) => {
    if (at % 3 === 2)
      return `${told[Math.floor(chance.next() * Math.min(4, told.length))] ?? ""} Report number ${at} has more on it.`;
    const day = `${10 + Math.floor(chance.next() * 6)} November 2024`;
    const place = pick(places);
    const name = `${pick(given)} ${pick(family)}`;
    const age = 30 + Math.floor(chance.next() * 5);
    if (chance.next() < 0.3)
      return `${pick(numbers)} men were hanged in ${place} on ${day}, the Monitor reported in note ${at}.`;
    const said = `${name}, ${age}, was executed on ${day} in ${place}.`;
    told.push(said);
    return `${said} Report number ${at} has more on it.`;
  });
}

test("a man whom five hundred reports name is one, before a refit and after, and so is whoever is added", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    try {
      const { database, workspace } = session.archive;
      const told = (name: string, at: number) =>
        `${name} was hanged on 20 November 2025 in Evin Prison in Tehran. Note ${at} of the Monitor.`;
      await addTexts(session, [
        ...Array.from({ length: 500 }, (_, at) => told("Omid Ramandi", at)),
        ...Array.from({ length: 12 }, (_, at) => told("Siavash Zohrevand", 1000 + at)),
        ...["Behzad Golestani", "Kamran Mehrjouyan"].map(told),
      ]);
      const link = () => linkPeople(session.archive, { isAll: false, step: () => undefined });
      const people = async () =>
        (
          await sql<{ name: string; mentions: number }>`select name, mentions from view.people
            where workspace = ${workspace} order by mentions desc, name`.execute(database)
        ).rows.map(({ name, mentions }) => `${name} ${mentions}`);
      await link();
      const once = [
        "Omid Ramandi 500",
        "Siavash Zohrevand 12",
        "Behzad Golestani 1",
        "Kamran Mehrjouyan 1",
      ];
      assert.deepEqual(await people(), once);
      await refitModel(session, AT);
      await link();
      assert.deepEqual(await people(), once);
      await addTexts(session, [told("Omid Ramandi", 2000), told("Omeed Ramandi", 2001)]);
      await link();
      assert.deepEqual(await people(), ["Omid Ramandi 502", ...once.slice(1)]);
      const hints = { choices: [], order: null, sheet: null, today: "2026-01-02" };
      const list = join(folder, "theirs.csv");
      writeFileSync(
        list,
        "id,name,date\n1,Omid Ramandi,2025-11-20\n2,Siavash Zohravand,2025-11-20\n",
      );
      const read = await readListFile(list, hints, Readable.from([]));
      const wanted = { minProbability: 0, shown: "archive", today: "2026-01-02" };
      const { pairs } = await matchArchive(session.archive, read, wanted, () => undefined);
      const found = pairs.map(({ a, decision }) => `${a} ${decision}`);
      assert.deepEqual(found.sort(), ["1 same", "2 same"]);
      const namingsOf = async (who: string) =>
        (
          await sql<{ mention: string }>`select mention from view.mentions
            where workspace = ${workspace} and name = ${who} and valid_to is null`.execute(database)
        ).rows.map(({ mention }) => mention);
      const [omid, siavash] = [
        await namingsOf("Omid Ramandi"),
        await namingsOf("Siavash Zohrevand"),
      ];
      const pair = { a: omid[0] ?? "", b: siavash[0] ?? "" };
      const apart = await decidePair(session, pair, "different", TOLD);
      // Each with each: whichever report goes, the others are held to it. So many are an entry for each of the fewer ones.
      assert.equal(apart.length, 12);
      const decided = await sql<{ count: number }>`select count(*)::int as count
        from view.link_decisions where workspace = ${workspace}`.execute(database);
      assert.equal(decided.rows[0]?.count, 502 * 12);
      await link();
      assert.deepEqual(await people(), ["Omid Ramandi 502", ...once.slice(1)]);
      const { rows } = await sql<{ count: number }>`select count(*) as count from view.pairs
        where workspace = ${workspace}`.execute(database);
      assert.ok((rows[0]?.count ?? 0) < 700, `${rows[0]?.count} pairs`);
    } finally {
      await closeArchive(session.archive);
    }
  });
});
