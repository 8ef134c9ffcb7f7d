/** How common everything is among the people of an archive, as it was frozen: the last one that was entered holds. */
import { sql } from "kysely";
import type { FrozenModel } from "../model/frozenModel.ts";
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
