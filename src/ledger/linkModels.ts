/** How common everything is among the people of an archive, as it was frozen: the last one that was entered holds. */
import { sql } from "kysely";
import type { FrozenModel } from "../model/frozenModel.ts";
import type { Archive } from "./archive.ts";
import type { Database, InTransaction } from "./database.ts";
import type { Entry } from "./entryKinds.ts";

export async function showFrozenModel(
  one: InTransaction,
  workspace: string,
  { id, index, record, body }: Extract<Entry, { kind: "model-frozen" }>,
): Promise<void> {
  await sql`insert into view.link_models values (${workspace}, ${id}, ${index}, ${record}, ${body.frozenAt},
    ${JSON.stringify(body.model)})`.execute(one);
}

export type StoredModel = {
  readonly entry: string;
  readonly frozenAt: string;
  readonly model: FrozenModel;
};

/** The model that holds, or null where none was ever frozen. */
export async function readFrozenModel(
  one: Database,
  workspace: string,
): Promise<StoredModel | null> {
  const { rows } = await sql<StoredModel>`
    select entry, frozen_at::text as "frozenAt", body as model from view.link_models
    where workspace = ${workspace} order by index desc limit 1`.execute(one);
  return rows[0] ?? null;
}

/**
 * Records of models that were counted over these records, or over others that were erased since: words, days and ages in them may be of
 * people whom nothing else tells of any more.
 */
export async function modelsOver(
  { database, workspace }: Archive,
  records: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ record: string }>`
    select distinct m.record from ledger.entries m
    where m.workspace = ${workspace} and m.kind = 'model-frozen' and m.sealed is not null and (
      exists (select 1 from ledger.entries e where e.workspace = m.workspace and e.record = any(${records})
        and e.kind = 'reading-made' and e.index < m.index)
      or exists (select 1 from view.erased x
        join ledger.entries e on e.workspace = x.workspace and e.record = x.record and e.kind = 'reading-made'
        where x.workspace = m.workspace and x.index > m.index and e.index < m.index))
    order by 1`.execute(database);
  return rows.map(({ record }) => record);
}

/** A model whose record was erased holds no more. */
export async function hideModel(
  one: InTransaction,
  workspace: string,
  record: string,
): Promise<void> {
  await sql`delete from view.link_models where workspace = ${workspace} and record = ${record}`.execute(
    one,
  );
}
