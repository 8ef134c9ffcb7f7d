/**
 * In: records that entries say were erased. Out: what of them is there still, and an erasure that stopped half-way with nothing left that
 * says so.
 */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import type { KeysChanged } from "./entryKinds.ts";
import type { FaultList } from "./faults.ts";
import { readOrNull } from "./savepoint.ts";
import { readLeftEvidence } from "./sweep.ts";

/** What was erased must be gone: not put back by hand, and its evidence not left lying. */
export async function checkErased(
  archive: Archive,
  one: InTransaction,
  records: readonly string[],
  changes: readonly KeysChanged[],
  faults: FaultList,
): Promise<void> {
  const found = await readOrNull(one, () =>
    sql<{ index: number }>`
      select min(index) as index from ledger.entries
      where workspace = ${archive.workspace} and record = any(${records as string[]}) and sealed is not null
      group by record order by 1`.execute(one),
  );
  if (found === null) faults.add("erasures", "the database cannot read whether all of them hold");
  for (const { index } of found?.rows ?? [])
    faults.add(`entry ${index}`, "was erased, and is there again");
  for (const name of (await readOrNull(one, () => readLeftEvidence(archive, one))) ?? [])
    faults.add(`evidence of ${name.slice(0, 12)}`, "was erased, and its file is there still");
  if (records.length > 0 && (await readOrNull(one, () => isForgotten(archive, one, changes))))
    faults.add("erasures", "one of them was not finished, and what it had to do is noted no more");
}

/**
 * An erasure begins an epoch of class keys and ends by destroying those before, which open copies of what it destroyed. What it has still to do
 * is noted until then. Where another master key came since, old class keys may be of that.
 */
async function isForgotten(
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
      select max(epoch) from ledger.class_keys d where d.workspace = c.workspace and d.class = c.class)
    and not exists (select 1 from ledger.sweeps s where s.workspace = c.workspace and s.what = 'database') limit 1`.execute(
    one,
  );
  return left.length > 0;
}
