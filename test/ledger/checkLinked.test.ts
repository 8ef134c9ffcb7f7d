import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { addReports } from "../../src/flow/archive/addReports.ts";
import { claimsOf, verifyArchive } from "../../src/flow/archive/look.ts";
import { decide } from "../../src/flow/archive/decide.ts";
import { checkLinked } from "../../src/flow/archive/people/checkLinked.ts";
import { linkPeople, listPeople, statePerson } from "../../src/flow/archive/people/index.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import type { Archive } from "../../src/ledger/archive.ts";
import { LINK_TABLES, LINKED_NOW } from "../../src/ledger/viewTables.ts";
import { addTexts, inArchiveFolder, surroundings } from "./archiveFolder.ts";

const QUIET = (): void => undefined;
const AT = "2026-01-02T03:04:05.000Z";
const TOLD = { reason: "for a test", at: AT };
const EVERYBODY = { words: null, stage: null, riskFrom: null, state: null, limit: 100 };

test("checkLinked() names people, events and links that were changed behind the program, and changes nothing itself", async () => {
  await inArchive(async (session) => {
    const { archive } = session;
    const { database, workspace } = archive;
    // Where nothing came in there is nothing to link.
    assert.deepEqual(await checkLinked(archive, QUIET), { rows: 0, faults: [], unlisted: 0 });
    await addTexts(session, [
      "Behnam Karimzad, a prisoner in Karun, was moved to solitary confinement for execution.",
      "Omid Zandi was hanged in Yazd on 3 May 2025, the desk said.",
    ]);
    assert.equal(await checkLinked(archive, QUIET), null);
    await link(archive);
    const sound = await checkLinked(archive, QUIET);
    assert.deepEqual(sound?.faults, []);
    assert.ok((sound?.rows ?? 0) >= 5);

    await sql`update view.people set stage = 'executed' where workspace = ${workspace} and name like 'Behnam%'`.execute(
      database,
    );
    await sql`update view.events set best = 99 where workspace = ${workspace}`.execute(database);
    await sql`delete from view.event_people where workspace = ${workspace}`.execute(database);
    const changed = await checkLinked(archive, QUIET);
    assert.deepEqual(changed?.faults.map(({ where, what }) => [where.split(" ")[1], what]).sort(), [
      ["event_people", "is missing, and linking makes it"],
      ["events", "is not what linking makes of the entries: best"],
      ["people", "is not what linking makes of the entries: stage"],
    ]);
    // It was looked at, and not put right.
    const { rows } = await sql<{ best: number }>`
      select best from view.events where workspace = ${workspace}`.execute(database);
    assert.deepEqual(rows, [{ best: 99 }]);
  });
});

/** What no linking of today can make again: any other value that fits the ledger is taken as it is. */
const TAKEN = new Set(["links.valid_from"]);

test("every column of every table that linking makes is compared", async () => {
  await inArchive(async (session) => {
    const { archive } = session;
    const { database } = archive;
    await fill(session);
    const sound = await checkLinked(archive, QUIET);
    assert.deepEqual(sound?.faults, []);
    const { rows: columns } = await sql<Column>`
      select table_name as table, column_name as column, data_type as type from information_schema.columns
      where table_schema = 'view' and table_name = any(${LINK_TABLES.map(({ name }) => name)})
        and column_name <> 'workspace' order by 1, ordinal_position`.execute(database);
    const unseen: string[] = [];
    for (const { table, column, type } of columns) {
      const set = `${column} = ${otherValue(column, type)}`;
      const isFound = await isSeen(archive, table, `update view.${table} set ${set} where ctid = `);
      if (!isFound) unseen.push(`${table}.${column}`);
    }
    assert.deepEqual(unseen, [...TAKEN]);
    for (const { name } of LINK_TABLES)
      assert.ok(await isSeen(archive, name, `delete from view.${name} where ctid = `), name);
    // How somebody stood before is nothing that linking makes; a time that never was is told.
    for (const table of ["links", "mentions"])
      assert.ok(
        await isSeen(archive, table, `update view.${table} set valid_from = 9999 where ctid = `),
      );
    assert.deepEqual((await checkLinked(archive, QUIET))?.faults, []);
    assert.deepEqual(
      (await verifyArchive(archive, { since: null, step: QUIET, isDeep: true })).faults,
      [],
    );
  });
});

type Column = { readonly table: string; readonly column: string; readonly type: string };

/** Another value than the one that stands there. */
function otherValue(column: string, type: string): string {
  if (column === "why" && type === "text")
    return "case why when 'went' then 'changed' else 'went' end";
  if (type === "text") return `coalesce(${column}, '') || 'x'`;
  if (type === "jsonb") return `'{"other": true}'`;
  if (type === "boolean") return `not ${column}`;
  if (type === "date") return `coalesce(${column}, '2001-01-01') + 1`;
  if (type === "ARRAY") return column === "disputed" ? `array['other']` : `array[7]`;
  return `coalesce(${column}, 0) + 1`;
}

/** Changes one row of those that stand; answers whether it is found, and takes it back. */
async function isSeen(archive: Archive, table: string, change: string): Promise<boolean> {
  const { database, workspace } = archive;
  const where = LINKED_NOW.find(({ name }) => name === table)?.where ?? "true";
  const { rows: kept } = await sql<{ row: unknown }>`
    select to_jsonb(t) as row from ${sql.raw(`view.${table}`)} t where workspace = ${workspace}`.execute(
    database,
  );
  const run = sql.raw(
    `${change} (select ctid from view.${table} where workspace = '${workspace}' and ${where} limit 1)`,
  );
  const { numAffectedRows } = await run.execute(database);
  assert.equal(numAffectedRows, 1n, `${table} has a row`);
  const verdict = await checkLinked(archive, QUIET);
  await sql`delete from ${sql.raw(`view.${table}`)} where workspace = ${workspace}`.execute(
    database,
  );
  await sql`insert into ${sql.raw(`view.${table}`)}
    select * from jsonb_populate_recordset(null::${sql.raw(`view.${table}`)}, ${JSON.stringify(kept.map(({ row }) => row))}::jsonb)`.execute(
    database,
  );
  return verdict === null || verdict.faults.length > 0;
}

/** An archive in which no table of linking is empty. */
async function fill(session: Session): Promise<void> {
  const { archive } = session;
  await add(session, "page", "Navid Sohrabi was executed on 20 November 2025 in Karaj.");
  await add(session, "other", "Navid Sohrabi, 30, was hanged on 20 November 2025 in Karaj.");
  await add(
    session,
    "both",
    "سحرگاه یکشنبه ۲۲ مهر ۱۴۰۳ حکم اعدام دست‌کم چهار زندانی در زندان قزلحصار کرج و زندان عادل‌آباد شیراز به اجرا درآمد.",
  );
  await add(
    session,
    "page",
    "The execution of Navid Sohrabi was stayed on 20 November 2025 and he was returned to the ward in Karaj.",
  );
  await add(session, "held", "Touraj Kalhori was arrested on 3 January 2024.");
  await link(archive);
  const people = await listPeople(archive, EVERYBODY);
  const held = people.find(({ name }) => name.includes("Kalhori"));
  await statePerson(session, held?.person ?? "", "dead", TOLD);
  const { rows } = await sql<{ document: string }>`select document from view.mentions
    where workspace = ${archive.workspace} and name like '%Kalhori'`.execute(archive.database);
  const [claim] = await claimsOf(archive, rows[0]?.document ?? "");
  await decide(session, claim?.claim ?? "", { ...TOLD, verdict: "rejected" });
  await link(archive);
}

async function link(archive: Archive): Promise<void> {
  await linkPeople(archive, { isAll: false, step: QUIET });
}

async function add(session: Session, name: string, text: string): Promise<void> {
  const file = join(session.archive.folder, `../${name}.txt`);
  writeFileSync(file, text);
  const options = { by: session.actor, now: () => AT, reader: "sanad test" };
  const stdin = (async function* () {})();
  const hints = { published: "2025-11-25" };
  for await (const { kind } of addReports(session.archive, [file], hints, DEFAULTS, stdin, options))
    assert.equal(kind, "added");
}

async function inArchive(use: (session: Session) => Promise<void>): Promise<void> {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    try {
      await use(session);
    } finally {
      await closeArchive(session.archive);
    }
  });
}
