/**
 * In: records that entries say were erased. Out: what of them is there still, and an erasure that stopped half-way with nothing left that
 * says so.
 */
import { sql } from "kysely";
import { type Archive, readRecordKeys } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import type { KeysChanged } from "./entryKinds.ts";
import type { FaultList } from "./faults.ts";
import { readEntry } from "./readEntry.ts";
import { readOrNull } from "./savepoint.ts";
import { readLeftEvidence } from "./sweep.ts";

/**
 * What was erased must be gone: not put back by hand, and its evidence not left lying. Answers whether an erasure goes on just now, or was
 * cut short and is noted: that is no fault.
 */
export async function checkErased(
  archive: Archive,
  one: InTransaction,
  records: readonly string[],
  changes: readonly KeysChanged[],
  faults: FaultList,
): Promise<boolean> {
  const found = await readOrNull(one, () =>
    sql<{ index: number }>`
      select min(index) as index from ledger.entries
      where workspace = ${archive.workspace} and record = any(${records as string[]}) and sealed is not null
      group by record order by 1`.execute(one),
  );
  if (found === null) faults.add("erasures", "the database cannot read whether all of them hold");
  for (const { index } of found?.rows ?? [])
    faults.add(`entry ${index}`, "was erased, and is there again");
  const left =
    records.length === 0
      ? "nothing"
      : ((await readOrNull(one, () => whatIsLeft(archive, one, changes))) ?? "nothing");
  if (left === "noted") return true;
  for (const name of (await readOrNull(one, () => readLeftEvidence(archive, one))) ?? [])
    faults.add(`evidence of ${name.slice(0, 12)}`, "was erased, and its file is there still");
  if (left !== "nothing") faults.add("erasures", LEFT[left]);
  return false;
}

/** Ids that entries behind the first `size` say to be erased: their evidence was taken away while it was looked at. */
export async function erasedSince(archive: Archive, size: number): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select id from ledger.entries
    where workspace = ${archive.workspace} and index >= ${size} and kind = 'record-erased'`.execute(
    archive.database,
  );
  const ids = new Set<string>();
  for (const { id } of rows) {
    const found = await readEntry(archive, id);
    if (found?.entry?.kind === "record-erased")
      for (const one of found.entry.body.ids ?? []) ids.add(one);
  }
  return ids;
}

type Left = "nothing" | "noted" | "forgotten" | "kept";

const LEFT: Readonly<Record<Exclude<Left, "nothing" | "noted">, string>> = {
  forgotten: "one of them was not finished, and what it had to do is noted no more",
  kept: "an older key that opens copies of what was erased is kept, since the key of a record that it wraps does not open",
};

async function whatIsLeft(
  archive: Archive,
  one: InTransaction,
  changes: readonly KeysChanged[],
): Promise<Left> {
  const { rows } = await sql`select 1 from ledger.sweeps
    where workspace = ${archive.workspace} and what = 'database' limit 1`.execute(one);
  if (rows.length > 0) return "noted";
  if (!(await hasOldKeys(archive, one, changes))) return "nothing";
  return (await isAllUnopened(archive, one)) ? "kept" : "forgotten";
}

/** Is every record that an older class key wraps one whose key does not open? Those are passed over when keys are wrapped anew. */
async function isAllUnopened(archive: Archive, one: InTransaction): Promise<boolean> {
  const { rows } = await sql<{ record: string }>`select k.record from ledger.record_keys k
    where k.workspace = ${archive.workspace} and k.wrapped is not null and k.epoch < (
      select max(epoch) from ledger.class_keys c where c.workspace = k.workspace and c.class = k.class)
    limit ${MOST}`.execute(one);
  let unopened = 0;
  await readRecordKeys(
    archive,
    rows.map(({ record }) => record),
    one,
    () => (unopened += 1),
  );
  return unopened > 0 && unopened === rows.length;
}

/** More than these were never looked at: an erasure that stopped leaves about all of them. */
const MOST = 10_000;

/**
 * An erasure begins an epoch of class keys and ends by destroying those before, which open copies of what it destroyed. Where another master key came since, old class keys may be of that.
 */
async function hasOldKeys(
  { workspace }: Archive,
  one: InTransaction,
  changes: readonly KeysChanged[],
): Promise<boolean> {
  const { rows } = await sql<{ kind: string; index: number }>`
    select kind, index from ledger.entries
    where workspace = ${workspace} and kind in ('record-erased', 'keys-changed') order by index`.execute(
    one,
  );
  const turned = rows.filter(({ kind }) => kind === "keys-changed");
  const isRotated = (index: number): boolean =>
    changes[turned.findIndex((row) => row.index === index)]?.change === "master-replaced";
  const last = rows.findLast(({ kind, index }) => kind === "record-erased" || isRotated(index));
  if (last?.kind !== "record-erased" || turned.length !== changes.length) return false;
  const { rows: left } = await sql`select 1 from ledger.class_keys c
    where c.workspace = ${workspace} and c.epoch < (
      select max(epoch) from ledger.class_keys d where d.workspace = c.workspace and d.class = c.class) limit 1`.execute(
    one,
  );
  return left.length > 0;
}
