/**
 * In: an id. Out: the keys of its records, their sealed bodies and their evidence destroyed, and entries that say so.
 * Never: takes an entry or a leaf away: every proof still holds. docs/erasure.md says what this cannot reach.
 */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { type AlsoHeld, findAlsoHeld } from "./alsoHeld.ts";
import { appendAsSeen } from "./append.ts";
import { type Archive, readRecordKeys, storeClassKeys, withNextEpoch } from "./archive.ts";
import type { Database, InTransaction } from "./database.ts";
import type { NewEntry } from "./entryKinds.ts";
import { backupsHolding } from "./backups.ts";
import { carryDecisions } from "./carryDecisions.ts";
import { makeId } from "./ids.ts";
import { putJob } from "./jobs.ts";
import { openEntry, parseLeaf } from "./leaf.ts";
import { modelsOver } from "./linkModels.ts";
import { decisionRecordsOf } from "./peopleViews.ts";
import { noteSweep } from "./noteSweep.ts";
import { listTestimonies, readTestimony, readWitness } from "./testimony.ts";

/** What an erasure destroys. */
export type ErasurePlan = {
  readonly id: string;
  readonly records: readonly string[];
  /** Pseudonym whose name goes, where the id is one. */
  readonly actor: string | null;
  readonly documents: readonly { readonly document: string; readonly path: string | null }[];
  readonly claims: number;
  readonly decisions: number;
  /** What people decided about the people of the report; kept as far as it is about namings of other reports. */
  readonly aboutPeople: readonly {
    readonly entry: string;
    readonly verdict: string;
    readonly isKept: boolean;
  }[];
  /** Counts of how common names are that were made over it: they go, and are made anew without it. */
  readonly models: number;
  readonly entries: number;
  readonly evidence: { readonly files: number; readonly bytes: number };
  /** Reports of their own that hold the same words, and stay. */
  readonly alsoHeld: AlsoHeld;
  /** People of whom other reports tell, too, and whose id was made of a naming that goes: by which id they go on. */
  readonly people: readonly { readonly person: string; readonly next: string }[];
  /** Other reports that name the same people, and stay. */
  readonly alsoNamedIn: readonly string[];
  /** Backups that were made before and still hold it. */
  readonly backups: readonly { readonly id: string; readonly madeOn: string }[];
};

/**
 * What erasing ids destroys, all at once: their traces are struck once for all of them. Throws `not-found` where one is unknown,
 * or was erased before.
 */
export async function planErasure(
  archive: Archive,
  ...ids: readonly string[]
): Promise<ErasurePlan> {
  const { database, workspace } = archive;
  const actor = actorIn(ids);
  if (actor !== null && ids.length > 1)
    throw new Failure("input-refused", "A pseudonym is erased alone; nothing was changed");
  const records = await recordsOfAll(archive, ids);
  const { rows } = await sql<{
    entries: number;
    decisions: number;
    claims: number;
    files: number;
    bytes: number;
  }>`select
      (select count(*) from ledger.entries where workspace = ${workspace} and record = any(${records}) and sealed is not null) as entries,
      (select count(*) from view.decisions where workspace = ${workspace} and record = any(${records})) as decisions,
      (select count(distinct claim) from view.claims where workspace = ${workspace} and record = any(${records})) as claims,
      (select count(*) from ledger.blobs where workspace = ${workspace} and record = any(${records})) as files,
      (select coalesce(sum(bytes), 0)::bigint from ledger.blobs where workspace = ${workspace} and record = any(${records})) as bytes`.execute(
    database,
  );
  const { entries = 0, decisions = 0, claims = 0, files = 0, bytes = 0 } = rows[0] ?? {};
  const documents = await sql<{ document: string; path: string | null }>`
    select document, path from view.documents
    where workspace = ${workspace} and record = any(${records}) and valid_to is null`.execute(
    database,
  );
  const aboutPeople = await decisionsToErase(archive, records);
  return {
    id: ids.join(" "),
    records,
    actor,
    documents: documents.rows,
    claims,
    decisions: decisions + aboutPeople.length,
    aboutPeople,
    models: await countModels(archive, records),
    entries,
    evidence: { files, bytes },
    alsoHeld: await findAlsoHeld(archive, records, actor),
    people: await peopleRenamed(archive, records),
    alsoNamedIn: await documentsNaming(archive, records),
    backups: await backupsHolding(database, workspace, records),
  };
}

/** The records that ids stand for, each once. */
async function recordsOfAll(archive: Archive, ids: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const id of ids) {
    const own = await recordsToErase(archive, id);
    await refuseGone(archive, own);
    found.push(...own);
  }
  const records = [...new Set(found)];
  // What was counted over them tells of their people.
  return actorIn(ids) === null ? [...records, ...(await modelsOver(archive, records))] : records;
}

/** The pseudonym among ids. */
function actorIn(ids: readonly string[]): string | null {
  return ids.find((id) => id.startsWith("a-")) ?? null;
}

/** A person is named after the first naming; where that goes, after the first that stays. Nothing of it is kept. */
async function peopleRenamed(
  { database, workspace }: Archive,
  records: readonly string[],
): Promise<ErasurePlan["people"]> {
  const { rows } = await sql<{ person: string; next: string }>`
    select l.person, 'p-' || substr((array_agg(m.mention order by m.valid_from, m.mention collate "C"))[1], 3) as next
    from view.links l
    join view.mentions m on m.workspace = l.workspace and m.mention = l.mention and m.valid_to is null
    where l.workspace = ${workspace} and l.valid_to is null and m.record <> all(${records})
      and l.person in (select 'p-' || substr(mention, 3) from view.mentions
        where workspace = ${workspace} and record = any(${records}) and valid_to is null)
    group by l.person order by l.person`.execute(database);
  return rows;
}

/** Documents of other records that name whom these name, as everybody is linked now. */
async function documentsNaming(
  { database, workspace }: Archive,
  records: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ document: string }>`
    with named as (
      select distinct l.person from view.mentions m
      join view.links l on l.workspace = m.workspace and l.mention = m.mention and l.valid_to is null
      where m.workspace = ${workspace} and m.record = any(${records}) and m.valid_to is null)
    select distinct m.document from named
    join view.links l on l.workspace = ${workspace} and l.person = named.person and l.valid_to is null
    join view.mentions m on m.workspace = l.workspace and m.mention = l.mention and m.valid_to is null
    where m.record <> all(${records}) order by m.document`.execute(database);
  return rows.map(({ document }) => document);
}

async function recordsToErase(archive: Archive, id: string): Promise<readonly string[]> {
  if (id.startsWith("t-")) return testimonyRecords(archive, id);
  return id.startsWith("a-") ? recordsOf(archive, id) : reportRecords(archive, id);
}

async function refuseGone(
  { database, workspace }: Archive,
  records: readonly string[],
): Promise<void> {
  const { rows } = await sql`select 1 from ledger.entries
    where workspace = ${workspace} and record = any(${records}) and sealed is not null limit 1`.execute(
    database,
  );
  if (rows.length === 0)
    throw new Failure("not-found", "This was erased before; nothing was changed");
}

async function countModels(
  { database, workspace }: Archive,
  records: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ledger.entries
    where workspace = ${workspace} and record = any(${records}) and kind = 'model-frozen'`.execute(
    database,
  );
  return rows[0]?.count ?? 0;
}

/** Decisions about people in records, what was decided at once as one, and whether a part of each is entered anew. */
async function decisionsToErase(
  archive: Archive,
  records: readonly string[],
): Promise<ErasurePlan["aboutPeople"]> {
  const { database, workspace } = archive;
  const own = records as string[];
  const { rows } = await sql<{ entry: string; verdict: string }>`
    select (array_agg(entry order by index))[1] as entry, verdict from view.link_decisions
      where workspace = ${workspace} and record = any(${own}) and undone_by is null group by record, verdict
    union all select distinct entry, state from view.person_states
      where workspace = ${workspace} and record = any(${own}) and undone_by is null
    order by entry`.execute(database);
  if (rows.length === 0) return [];
  const kept = new Set(
    (await carryDecisions(archive, records)).flatMap(({ body }) =>
      "carried" in body && body.carried !== undefined ? [body.carried] : [],
    ),
  );
  return rows.map((row) => ({ ...row, isKept: kept.has(row.entry) }));
}

/** The record that a document, claim or entry belongs to; verify names a damaged one by its own id. */
async function findRecord({ database, workspace }: Archive, id: string): Promise<string> {
  const { rows } = await sql<{ record: string }>`
    select record from ledger.entries where workspace = ${workspace} and (id = ${id} or record = ${id})
    union all select record from view.documents where workspace = ${workspace} and document = ${id}
    union all select record from view.claims where workspace = ${workspace} and claim = ${id} limit 1`.execute(
    database,
  );
  const [row] = rows;
  if (row === undefined)
    throw new Failure("not-found", `There is no entry, document or claim ${id}`);
  const held =
    await sql`select 1 from ledger.entries where workspace = ${workspace} and record = ${row.record}
    and kind = 'document-captured' limit 1`.execute(database);
  if (held.rows.length === 0)
    throw new Failure(
      "input-refused",
      "Only what was captured can be erased, and who worked here: name a document, one of its claims, or an actor",
    );
  return row.record;
}

/** A report, and what was decided about people whom it names: that may tell of them. */
async function reportRecords(archive: Archive, id: string): Promise<readonly string[]> {
  const record = await findRecord(archive, id);
  return [...new Set([record, ...(await decisionRecordsOf(archive, record))])];
}

/** A testimony, and who its witness is where no other testimony is theirs. */
async function testimonyRecords(archive: Archive, id: string): Promise<readonly string[]> {
  const { taken } = await readTestimony(archive, id);
  for await (const { testimony, witness } of listTestimonies(archive, taken.takenAt.slice(0, 10)))
    if (witness === taken.witness && testimony !== id) return [id];
  return (await readWitness(archive, taken.witness)) === null ? [id] : [id, taken.witness];
}

/** Records in which a pseudonym was given its name. */
async function recordsOf(archive: Archive, actor: string): Promise<readonly string[]> {
  const named = [...(await actorsNamed(archive, archive.database))];
  const records = named.flatMap(([record, one]) => (one === actor ? [record] : []));
  if (records.length === 0) throw new Failure("not-found", `There is no actor ${actor}`);
  return records;
}

/** The pseudonyms that were given a name, by the record that says so; those whose name was erased are not among them. */
export async function actorsNamed(
  archive: Archive,
  within: Database,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    index: number;
    record: string;
    leaf: Uint8Array;
    sealed: Uint8Array;
  }>`
    select index, record, leaf, sealed from ledger.entries
    where workspace = ${archive.workspace} and kind = 'actor-named' and sealed is not null`.execute(
    within,
  );
  // A key that is damaged keeps nobody from being erased: its leaf says who named themselves so.
  const keys = await readRecordKeys(
    archive,
    rows.map(({ record }) => record),
    within,
    () => undefined,
  );
  return new Map(
    rows.map(({ index, record, leaf, sealed }) => {
      const key = keys.get(record);
      const entry = key === undefined ? null : openOrNull(leaf, sealed, index, key);
      const actor = entry?.kind === "actor-named" ? entry.body.actor : byOf(leaf, index);
      return [record, actor];
    }),
  );
}

function openOrNull(...of: Parameters<typeof openEntry>): ReturnType<typeof openEntry> | null {
  try {
    return openEntry(...of);
  } catch {
    return null;
  }
}

/** Whose an entry is by its leaf; nobody's where that is damaged. */
function byOf(leaf: Uint8Array, index: number): string {
  try {
    return parseLeaf(leaf, index).by;
  } catch {
    return "";
  }
}

/**
 * Destroys what is planned; throws `conflict` where something was entered about it since. Begins an epoch of class keys; what
 * lies outside the database is noted and taken away by `sweep`, with the archive opened again.
 */
export async function eraseRecords(
  archive: Archive,
  { id, records, actor, models }: Pick<ErasurePlan, "id" | "records" | "actor" | "models">,
  how: { readonly by: string; readonly reason: string; readonly at: string },
): Promise<void> {
  const { workspace } = archive;
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    await refuseOutrun(seen, id.split(" "), records);
    const { rows } = await sql<{ record: string; entries: number }>`
      select record, count(*)::int as entries from ledger.entries
      where workspace = ${workspace} and record = any(${records}) and sealed is not null group by record`.execute(
      seen.database,
    );
    const ids = await idsOf(seen.database, workspace, records);
    const erasures = rows.map((row) =>
      erasureOf({ ...row, ids: ids.get(row.record) ?? [] }, actor, how),
    );
    // What people decided about the namings of other reports stays.
    return [...erasures, ...(await carryDecisions(seen, records))];
  };
  await appendAsSeen(archive, look, {
    at: how.at,
    beside: async (one, entries) => {
      await destroyRecords(one, workspace, records);
      // Whoever asks for it next counts anew, where this command is killed before it does.
      if (models > 0) await putJob(one, workspace, "refit", { size: entries[0]?.index ?? 0 });
      // Whoever opened the archive before must not wrap a key by a class key that goes.
      await storeClassKeys(one, workspace, withNextEpoch(archive.keys), archive.keys.master);
      await sql`update ledger.heads set keys = keys + 1 where workspace = ${workspace}`.execute(
        one,
      );
    },
  });
}

/** What was decided since about people of the report stands in records that nobody was shown, and nothing would find later. */
async function refuseOutrun(
  seen: Archive,
  ids: readonly string[],
  planned: readonly string[],
): Promise<void> {
  const now = new Set(await recordsOfAll(seen, ids));
  if (now.size !== planned.length || planned.some((record) => !now.has(record)))
    throw new Failure(
      "conflict",
      "Something was entered about what is to be erased since it was looked at; nothing was erased, start the command again",
    );
}

/** Ids by which people know what is in records: random, and kept so that they can be told what became of it. */
export async function idsOf(
  database: Database,
  workspace: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ record: string; ids: string[] }>`
    select record, array_agg(distinct id order by id) as ids from (
      select record, document as id from view.documents where workspace = ${workspace} and record = any(${records})
      union all select record, claim from view.claims where workspace = ${workspace} and record = any(${records})
      union all select r.record, r.record from unnest(${records}::text[]) as r(record) where r.record like 't-%'
    ) known group by record`.execute(database);
  return new Map(rows.map(({ record, ids }) => [record, ids]));
}

/** The entry that says that a record was erased. */
export function erasureOf(
  {
    record,
    entries,
    ids,
  }: { readonly record: string; readonly entries: number; readonly ids: readonly string[] },
  actor: string | null,
  { by, reason, at }: { readonly by: string; readonly reason: string; readonly at: string },
): NewEntry {
  const known = actor === null ? ids : [...ids, actor];
  const body = { record, actor, ids: known, entries, reason, erasedAt: at };
  return { kind: "record-erased", record: makeId("r"), by, body };
}

/** Destroys keys and sealed bodies in the transaction that says so, and notes what is left to be taken away. */
export async function destroyRecords(
  one: InTransaction,
  workspace: string,
  records: readonly string[],
): Promise<void> {
  const own = sql`workspace = ${workspace} and record = any(${records})`;
  const { rows: left } = await sql`select 1 from ledger.record_keys
    where ${own} and wrapped is not null limit 1`.execute(one);
  if (left.length === 0)
    throw new Failure("not-found", "This was erased before; nothing was changed");
  await sql`update ledger.entries set sealed = null where ${own}`.execute(one);
  await sql`update ledger.record_keys set wrapped = null where ${own}`.execute(one);
  await sql`delete from ledger.captures where ${own}`.execute(one);
  await sql`delete from ledger.pages where ${own}`.execute(one);
  const { rows } = await sql<{ name: string }>`
    delete from ledger.blobs where ${own} returning name`.execute(one);
  await noteSweep(
    one,
    workspace,
    rows.map(({ name }) => name),
    records,
  );
}
