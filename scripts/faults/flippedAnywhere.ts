import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  expectCode,
  must,
  query,
  sanad,
  verified,
  type World,
  worldAt,
  writeReports,
} from "./world.ts";

const BROKEN = 70;

/** One byte of each piece of evidence, of each tile and of each column of the ledger's rows: all are found, and named. */
export async function flippedAnywhere(world: World, texts: readonly string[]): Promise<null> {
  const own = worldAt(world.parent, "flipped");
  must(own, "init", own.folder);
  // More than one full tile.
  must(own, "add", writeReports(own, "flipped", 140, texts));
  const claim = /c-\w{12}/.exec(must(own, "search", "--kind", "execution", "--json"))?.[0] ?? "";
  must(own, "accept", claim, "--reason", "read");
  must(own, "keys", "rotate", "--signing");
  must(own, "link");
  const evidence = flipFiles(own, "evidence");
  const documents = new Set(evidence.named.filter((one) => one.startsWith("evidence of d-")));
  if (documents.size < evidence.names.length)
    throw new Error(`${documents.size} of ${evidence.names.length} pieces of evidence are named`);
  const tiles = flipFiles(own, "tiles");
  const unnamed = tiles.names.filter((name) => !tiles.named.includes(`tile ${name}`));
  if (unnamed.length > 0) throw new Error(`tiles that are not named: ${unnamed.join(", ")}`);
  for (const column of await columnsOf(own)) await flipColumn(own, column);
  verified(own, true);
  must(own, "stop");
  return null;
}

/** Changes a bit of each file of a folder at once; answers with the files, and with what `verify` names. */
function flipFiles(
  own: World,
  part: string,
): { readonly names: readonly string[]; readonly named: readonly string[] } {
  const folder = join(own.folder, part);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  const before = names.map((name) => readFileSync(join(folder, name)));
  for (const [number, name] of names.entries()) {
    const bytes = Buffer.from(before[number] ?? []);
    const at = (number * 7919) % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(join(folder, name), bytes);
  }
  const { out } = expectCode(sanad(own, ["verify", "--json"]), BROKEN);
  for (const [number, name] of names.entries())
    writeFileSync(join(folder, name), before[number] ?? "");
  const { faults, outside } = JSON.parse(out) as Faults & { readonly outside: Faults };
  return { names, named: [...faults, ...outside.faults].map(({ where }) => where) };
}

type Faults = { readonly faults: readonly { readonly where: string }[] };

type Column = { readonly table: string; readonly column: string; readonly type: string };

/** What is not the ledger: what an erasure has still to take away, and when backups were made; nor how often keys changed. */
const NOTES = "('sweeps', 'backups')";

async function columnsOf(own: World): Promise<readonly Column[]> {
  const rows = await query(
    own,
    `select table_name as table, column_name as column, data_type as type from information_schema.columns
     where table_schema = 'ledger' and table_name not in ${NOTES} and column_name not in ('workspace', 'keys') order by 1, ordinal_position`,
  );
  return rows as readonly Column[];
}

/** Another value, a bit away. */
const FLIPS: Readonly<Record<string, (column: string) => string>> = {
  bytea: (column) =>
    `set_byte(${column}, length(${column}) / 2, get_byte(${column}, length(${column}) / 2) # 1)`,
  text: (column) =>
    `overlay(${column} placing chr(ascii(substr(${column}, length(${column}) / 2)) # 1) from length(${column}) / 2)`,
  // A lower bit of the last index would name the entry before it, which the table itself refuses.
  bigint: (column) => `${column} # 4096`,
  integer: (column) => `${column} # 1`,
  smallint: (column) => `${column} # 1::smallint`,
  ARRAY: (column) =>
    `array[set_byte(${column}[1], 9, get_byte(${column}[1], 9) # 1)] || ${column}[2:]`,
};

/** How a fault is named, or why a command cannot begin: a key, an archive, a seat. */
const NAMED = /^✗ \S|does not open|holds? (?:no such|this) archive|another/m;

async function flipColumn(own: World, { table, column, type }: Column): Promise<void> {
  const name = `ledger.${table}`;
  const flip = FLIPS[type]?.(column);
  if (flip === undefined) throw new Error(`${name} has a column of ${type}`);
  const [row] = await query(
    own,
    `select count(*)::int as count from ${name} where ${column} is not null`,
  );
  if (row?.["count"] === 0)
    throw new Error(`${name}.${column} holds nothing that could be flipped`);
  await query(
    own,
    `set session_replication_role = replica; create table public.kept as table ${name};
    alter table ledger.class_keys drop constraint if exists class_keys_class_check;
    alter table ledger.own_keys drop constraint if exists own_keys_name_check;
    update ${name} set ${column} = ${flip} where ctid = (select max(ctid) from ${name} where ${column} is not null)`,
  );
  const { code, out, told } = sanad(own, ["verify", "--deep"]);
  await query(
    own,
    `set session_replication_role = replica; delete from ${name};
    insert into ${name} select * from public.kept; drop table public.kept`,
  );
  if (code === 0 || code === null || !NAMED.test(out + told))
    throw new Error(`${name}.${column}: verify ended with ${code}: ${(out + told).slice(-300)}`);
}
