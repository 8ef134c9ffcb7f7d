/**
 * The last part of `sanad verify --deep`: people, events and links as a linking of all entries makes them now, held against those
 * that are shown. Nothing is kept of that linking, and others who link wait until it is done.
 */
import { type RawBuilder, sql } from "kysely";
import type { Archive } from "../../../ledger/archive.ts";
import type { InTransaction } from "../../../ledger/database.ts";
import { type Fault, makeFaultList } from "../../../ledger/faults.ts";
import type { OnStep } from "./compareNamings.ts";
import { linkAnewWithin } from "./linkPeople.ts";

/** What was compared, and what does not agree. */
export type LinkedVerdict = { readonly rows: number; readonly faults: readonly Fault[] };

type Shown = {
  readonly name: string;
  /** Columns that say which row it is; then those that are compared. */
  readonly key: string;
  readonly columns: string;
  readonly where?: string;
};

/** What is shown of people. When a row was made, and in which order, is no part of it. */
const SHOWN: readonly Shown[] = [
  { name: "links", key: "mention", columns: "person", where: "valid_to is null" },
  {
    name: "people",
    key: "person",
    columns: "name, folded, documents, stage, state, first_day::text, last_day::text",
  },
  {
    name: "events",
    key: "event",
    columns:
      "kind, first_day::text, last_day::text, place, named, low, best, high, elsewhere, documents, origins, disputed",
  },
  { name: "event_people", key: "event || ' ' || person", columns: "1 as one" },
  { name: "tellings", key: "telling", columns: "event" },
  { name: "telling_namings", key: "mention || ' ' || telling", columns: "1 as one" },
];

/** Thrown to take the linking back, with what was found. */
class TakenBack extends Error {
  readonly verdict: LinkedVerdict | null;
  constructor(verdict: LinkedVerdict | null) {
    super("taken back");
    this.verdict = verdict;
  }
}

/** Links all entries anew, compares, and takes it back; null where something is not linked yet. */
export async function checkLinked(archive: Archive, step: OnStep): Promise<LinkedVerdict | null> {
  try {
    return await archive.database.transaction().execute(async (one): Promise<never> => {
      throw new TakenBack(await compareLinked(archive, one, step));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.verdict;
    throw error;
  }
}

async function compareLinked(
  archive: Archive,
  one: InTransaction,
  step: OnStep,
): Promise<LinkedVerdict | null> {
  const { workspace } = archive;
  for (const table of SHOWN)
    await sql`create temporary table ${sql.raw(`shown_${table.name}`)} on commit drop as ${rowsOf(table, workspace)}`.execute(
      one,
    );
  if (!(await linkAnewWithin(archive, one, step))) return null;
  const faults = makeFaultList();
  let rows = 0;
  for (const table of SHOWN) rows += await compareTable(table, workspace, one, faults.add);
  return { rows, faults: faults.listed };
}

function rowsOf({ name, key, columns, where }: Shown, workspace: string): RawBuilder<unknown> {
  const also = where === undefined ? "" : ` and ${where}`;
  // A statement that makes a table takes no parameters.
  return sql.raw(
    `select ${key} as key, ${columns} from view.${name} where workspace = '${workspace}'::uuid${also}`,
  );
}

type Difference = { readonly key: string; readonly shown: boolean; readonly columns: string[] };

async function compareTable(
  table: Shown,
  workspace: string,
  one: InTransaction,
  add: (where: string, what: string) => void,
): Promise<number> {
  const shown = sql.raw(`pg_temp.shown_${table.name}`);
  const { rows } = await sql<Difference & { made: boolean }>`
    select coalesce(shown.key, made.key) as key, shown.key is not null as shown, made.key is not null as made,
      array(select k.key from jsonb_each(to_jsonb(shown)) k join jsonb_each(to_jsonb(made)) m using (key)
        where k.value is distinct from m.value order by 1) as columns
    from ${shown} shown full join (${rowsOf(table, workspace)}) made on shown.key = made.key
    where to_jsonb(shown) is distinct from to_jsonb(made) order by 1`.execute(one);
  for (const { key, shown: isShown, made: isMade, columns } of rows)
    add(
      `row ${table.name} ${key}`,
      isShown && isMade
        ? `is not what linking makes of the entries: ${columns.join(", ")}`
        : isShown
          ? "is made by no linking of the entries"
          : "is missing, and linking makes it",
    );
  const { rows: counted } = await sql<{
    count: number;
  }>`select count(*)::int as count from ${shown}`.execute(one);
  return counted[0]?.count ?? 0;
}
