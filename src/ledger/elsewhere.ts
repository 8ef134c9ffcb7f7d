/** Runs the same queries over temporary tables, so that derived tables can be made again beside those that are searched. */
import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  type RawNode,
  type RootOperationNode,
  sql,
  type UnknownRow,
} from "kysely";
import type { Database } from "./database.ts";
import { CAPTURE_TABLES, type DerivedTable, LINK_TABLES, VIEW_TABLES } from "./viewTables.ts";

/** Tables that are made again, and can be compared. */
export const DERIVED_TABLES: readonly DerivedTable[] = [...VIEW_TABLES, ...CAPTURE_TABLES];
/** Also those that projections write to. */
const ALL_TABLES: readonly DerivedTable[] = [...DERIVED_TABLES, ...LINK_TABLES];

/** Makes empty temporary tables of the same shape; they go with the session. */
export async function makeTemporaryTables(session: Database): Promise<void> {
  for (const { schema, name } of ALL_TABLES)
    await sql
      .raw(
        `drop table if exists pg_temp.${name};
         create temporary table ${name} (like ${schema}.${name} including all)`,
      )
      .execute(session);
  // Nobody searches these, and the indexes for it are what costs most.
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
    join pg_index i on i.indexrelid = c.oid join pg_am a on a.oid = c.relam
    where c.relnamespace = pg_my_temp_schema() and a.amname = 'gin'`.execute(session);
  for (const { name } of rows) await sql`drop index pg_temp.${sql.id(name)}`.execute(session);
}

/** Takes them away again, so that no text stays in temporary files. */
export async function dropTemporaryTables(session: Database): Promise<void> {
  for (const { name } of ALL_TABLES)
    await sql.raw(`drop table if exists pg_temp.${name}`).execute(session);
}

/** Sends what is said to a derived table to its temporary one. */
export function elsewhere(): KyselyPlugin {
  const transformer = new ToTemporary();
  return {
    transformQuery: ({ node, queryId }: PluginTransformQueryArgs): RootOperationNode =>
      transformer.transformNode(node, queryId),
    transformResult: async ({
      result,
    }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => result,
  };
}

class ToTemporary extends OperationNodeTransformer {
  protected override transformRaw(node: RawNode, queryId?: QueryId): RawNode {
    const sqlFragments = node.sqlFragments.map((text) =>
      text.replaceAll(NAMED, (_whole, _schema, name: string) => `pg_temp.${name}`),
    );
    return super.transformRaw({ ...node, sqlFragments }, queryId);
  }
}

const NAMED = new RegExp(
  `\\b(view|ledger)\\.(${ALL_TABLES.map(({ name }) => name).join("|")})\\b`,
  "g",
);
