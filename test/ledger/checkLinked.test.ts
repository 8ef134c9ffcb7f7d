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
import { rereadArchive } from "../../src/flow/archive/rereadArchive.ts";
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

test("readings that were made again leave namings as old as they are, and everything agrees", async () => {
  await inArchive(async (session) => {
    const { archive } = session;
    const { database, workspace } = archive;
    for (const [at, name] of ["first", "second", "third", "fourth"].entries())
      await add(
        session,
        name,
        `Navid Sohrabi, ${30 + at}, was hanged on 20 November 2025 in Karaj.`,
      );
    await link(archive);
    const since = async () => {
      const { rows } = await sql<{ mention: string; from: number; read: number }>`
        select mention, m.valid_from as from, d.valid_from as read from view.mentions m
        join view.documents d on d.workspace = m.workspace and d.document = m.document and d.valid_to is null
        where m.workspace = ${workspace} and m.valid_to is null order by 1`.execute(database);
      return rows;
    };
    const before = await since();
    for (const reader of ["sanad newer", "sanad newest"]) {
      const options = { reader, isAll: true, isDry: false, now: () => AT };
      for await (const _change of rereadArchive(session, options));
      await link(archive);
      assert.deepEqual((await checkLinked(archive, QUIET))?.faults, []);
    }
    const after = await since();
    assert.deepEqual(
      after.map(({ mention, from }) => [mention, from]),
      before.map(({ mention, from }) => [mention, from]),
    );
    assert.ok(
      after.every(({ from, read }) => from < read),
      "each was read again since",
    );
  });
});

/** What no linking of today can make again: any other value that fits the ledger is taken as it is. */
const TAKEN = ["links.valid_from"];

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
    const of = (table: string) => columns.filter((one) => one.table === table);
    const unseen: string[] = [];
    // One column of each table at once: none of them is made of another one.
    for (let at = 0; at < Math.max(...LINKED_NOW.map(({ name }) => of(name).length)); at++) {
      const turned = LINKED_NOW.flatMap(({ name }) => of(name)[at] ?? []);
      const seen = await seenOf(
        archive,
        turned.map(({ table, column, type }) => [
          table,
          `update view.${table} set ${column} = ${otherValue(column, type)} where ctid = `,
        ]),
      );
      for (const { table, column } of turned)
        if (!seen.has(table)) unseen.push(`${table}.${column}`);
    }
    assert.deepEqual(unseen, TAKEN);
    const gone = LINKED_NOW.map(
      ({ name }) => [name, `delete from view.${name} where ctid = `] as const,
    );
    assert.deepEqual([...(await seenOf(archive, gone))].sort(), gone.map(([name]) => name).sort());
    // How somebody stood before is nothing that linking makes; a time that never was is told.
    const never = ["links", "mentions"].map(
      (name) => [name, `update view.${name} set valid_from = 9999 where ctid = `] as const,
    );
    assert.deepEqual([...(await seenOf(archive, never))].sort(), ["links", "mentions"]);
    // Where it stands that something is not linked yet, nothing is compared, which is told too.
    const state = [
      "delete from view.link_state where ctid = ",
      "update view.link_state set model = 'x' where ctid = ",
      "update view.link_state set upto = 0 where ctid = ",
      "update view.link_state set upto = upto + 1 where ctid = ",
      "update view.link_state set unsure = unsure + 1 where ctid = ",
    ];
    for (const change of state)
      assert.deepEqual([...(await seenOf(archive, [["link_state", change]]))], ["link_state"]);
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

/** Changes one row that stands of each table; answers with the tables of which faults are named, and takes it back. */
async function seenOf(
  archive: Archive,
  changes: readonly (readonly [table: string, change: string])[],
): Promise<ReadonlySet<string>> {
  const { database, workspace } = archive;
  const kept = new Map<string, unknown>();
  for (const [table, change] of changes) {
    const where = LINKED_NOW.find(({ name }) => name === table)?.where ?? "true";
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) as row from ${sql.raw(`view.${table}`)} t where workspace = ${workspace}`.execute(
      database,
    );
    kept.set(
      table,
      rows.map(({ row }) => row),
    );
    const { numAffectedRows } = await sql
      .raw(
        `${change} (select ctid from view.${table} where workspace = '${workspace}' and ${where} limit 1)`,
      )
      .execute(database);
    assert.equal(numAffectedRows, 1n, `${table} has a row`);
  }
  const verdict = await checkLinked(archive, QUIET);
  for (const [table, rows] of kept) {
    const name = sql.raw(`view.${table}`);
    await sql`delete from ${name} where workspace = ${workspace}`.execute(database);
    await sql`insert into ${name}
      select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`.execute(
      database,
    );
  }
  if (verdict === null) return new Set(["link_state"]);
  return new Set(verdict.faults.map(({ where }) => where.split(" ")[1] ?? ""));
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
