/**
 * The last part of `sanad verify --deep`: people, events and links as a linking of all entries makes them now, held against those
 * that are shown. Nothing is kept of that linking, and others who link wait until it is done.
 */
import { type RawBuilder, sql } from "kysely";
import { Failure } from "../../../base/failure.ts";
import type { Archive } from "../../../ledger/archive.ts";
import type { InTransaction } from "../../../ledger/database.ts";
import { type Fault, type FaultList, makeFaultList } from "../../../ledger/faults.ts";
import { readFrozenModel } from "../../../ledger/linkModels.ts";
import { countOpenPairs, insertPairs, markPairs } from "../../../ledger/namingPairs.ts";
import { lockLinking } from "../../../ledger/people.ts";
import { type DerivedTable, LINKED_NOW } from "../../../ledger/viewTables.ts";
import { unfrozenModel } from "../../../link/frozenModel.ts";
import { type OnStep, weighAgain } from "./compareNamings.ts";
import { linkAnewWithin, type StandsSince } from "./linkPeople.ts";
import { loadPeoplePack } from "./peoplePack.ts";

/** What was compared, and what does not agree. */
export type LinkedVerdict = {
  readonly rows: number;
  readonly faults: readonly Fault[];
  /** Faults beyond those that are named. */
  readonly unlisted: number;
};

/** Columns that linking cannot make again, or not to the last bit, with what is compared in their place. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // Since when somebody is linked so is no entry.
  "links.valid_from": "null",
  // Sums whose order differs.
  "pairs.probability": "round(probability::numeric, 6)",
};

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
  for (let tries = 1; ; tries++)
    try {
      return await archive.database
        .transaction()
        // What comes in meanwhile is looked at by nobody here.
        .setIsolationLevel("repeatable read")
        .execute(async (one): Promise<never> => {
          throw new TakenBack(await compareLinked(archive, one, step));
        });
    } catch (error) {
      if (error instanceof TakenBack) return error.verdict;
      if (!isOutrun(error)) throw error;
      if (tries === TRIES)
        throw new Failure(
          "conflict",
          "People are linked by somebody else all the time; verify again later",
          { cause: error },
        );
    }
}

const TRIES = 5;

/** Somebody else linked or erased between the first look and a later one. */
function isOutrun(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "40001" || code === "40P01";
}

async function compareLinked(
  archive: Archive,
  one: InTransaction,
  step: OnStep,
): Promise<LinkedVerdict | null> {
  const { workspace } = archive;
  const faults = makeFaultList();
  const { upto, size, unsure } = await lockLinking(one, workspace);
  if (upto > size) faults.add("row link_state", `says ${upto} entries where there are ${size}`);
  for (const table of LINKED_NOW)
    await sql`create temporary table ${sql.raw(`shown_${table.name}`)} on commit drop as ${rowsOf(table, workspace)}`.execute(
      one,
    );
  await checkSpans(one, workspace, size, faults);
  const since = await readStandsSince(one, workspace);
  if (!(await linkAnewWithin(archive, one, { step, since }))) return null;
  await weighOldPairs(one, workspace);
  if (unsure !== null && unsure !== (await countOpenPairs(one, workspace)))
    faults.add("row link_state", "is not what linking makes of the entries: unsure");
  let rows = 0;
  for (const table of LINKED_NOW) rows += await compareTable(table, workspace, one, faults.add);
  return { rows, faults: faults.listed, unlisted: faults.unlisted() };
}

function rowsOf({ name, key, where }: DerivedTable, workspace: string): RawBuilder<unknown> {
  const also = where === undefined ? "" : ` and ${where}`;
  const otherwise = Object.entries(OTHERWISE).flatMap(([column, instead]) =>
    column.startsWith(`${name}.`) ? [`'${column.slice(name.length + 1)}', ${instead}`] : [],
  );
  // A statement that makes a table takes no parameters.
  return sql.raw(
    `select concat_ws(' ', ${key.join(", ")}) as key, to_jsonb(t) || jsonb_build_object(${otherwise.join(", ")}) as row
    from view.${name} t where workspace = '${workspace}'::uuid${also}`,
  );
}

/**
 * A naming stands since one of the readings of its document. Which of them is taken as it is: the one that first made what it says, which
 * needs all readings of then and the packs of then.
 */
async function readStandsSince(one: InTransaction, workspace: string): Promise<StandsSince> {
  const { rows } = await sql<{ mention: string; from: number }>`
    select m.mention, m.valid_from as from from view.mentions m
    join view.documents d on d.workspace = m.workspace and d.document = m.document and d.valid_from = m.valid_from
    where m.workspace = ${workspace} and m.valid_to is null and d.valid_to is not null`.execute(
    one,
  );
  const earlier = new Map(rows.map(({ mention, from }) => [mention, from]));
  return ({ mention, valid_from }) => Math.min(valid_from, earlier.get(mention) ?? valid_from);
}

/** What stood once cannot be made again; that it stood in a time that there was can be told. */
async function checkSpans(
  one: InTransaction,
  workspace: string,
  size: number,
  faults: FaultList,
): Promise<void> {
  for (const name of ["mentions", "links"]) {
    const { rows } = await sql<{ mention: string; from: number }>`
      select mention, valid_from as from from ${sql.raw(`view.${name}`)}
      where workspace = ${workspace} and (valid_from < 0 or valid_from > ${size} or valid_to < valid_from or valid_to > ${size})
      order by 1, 2`.execute(one);
    for (const { mention, from } of rows)
      faults.add(`row ${name} ${mention} ${from}`, "stands in no time of the ledger");
  }
}

/** Pairs that met under a key before it grew common stand still: what they weigh is told by the two alone. */
async function weighOldPairs(one: InTransaction, workspace: string): Promise<void> {
  const { rows } = await sql<{ a: string; b: string }>`
    select shown.row ->> 'a' as a, shown.row ->> 'b' as b from pg_temp.shown_pairs shown
    where not exists (select 1 from view.pairs p
      where p.workspace = ${workspace} and p.a = shown.row ->> 'a' and p.b = shown.row ->> 'b')`.execute(
    one,
  );
  if (rows.length === 0) return;
  const { model } = loadPeoplePack();
  const frozen = (await readFrozenModel(one, workspace))?.model ?? unfrozenModel(model);
  const old = rows.map(({ a, b }) => [a, b] as const);
  const weighed = await weighAgain(one, workspace, old, { model, frozen });
  await insertPairs(one, workspace, weighed);
  await markPairs(one, workspace, weighed);
}

type Difference = {
  readonly key: string;
  readonly isShown: boolean;
  readonly isMade: boolean;
  readonly columns: readonly string[];
};

async function compareTable(
  table: DerivedTable,
  workspace: string,
  one: InTransaction,
  add: FaultList["add"],
): Promise<number> {
  const shown = sql.raw(`pg_temp.shown_${table.name}`);
  const { rows } = await sql<Difference>`
    select coalesce(shown.key, made.key) as key, shown.key is not null as "isShown", made.key is not null as "isMade",
      array(select k.key from jsonb_each(shown.row) k join jsonb_each(made.row) m using (key)
        where k.value is distinct from m.value order by 1) as columns
    from ${shown} shown full join (${rowsOf(table, workspace)}) made on shown.key = made.key
    where shown.row is distinct from made.row order by 1`.execute(one);
  for (const { key, isShown, isMade, columns } of rows)
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
