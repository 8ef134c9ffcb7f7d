/**
 * In: a database and numbered SQL files. Out: the database with all of them, each once, in one transaction each.
 * Never: runs a file whose text changed after it ran; leaves one half done.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { sha256 } from "../base/digest.ts";
import { Failure } from "../base/failure.ts";
import { isNewer } from "./archive.ts";
import { codeOf, type Database } from "./database.ts";
import { APP_ROLE } from "./postgres/settings.ts";

/** Any number; only one program migrates at a time. */
const LOCK = 7_236_421;

/** Brings the database up to this version of Sanad; answers with the names of the files that ran. */
export async function migrate(database: Database): Promise<readonly string[]> {
  const files = readMigrations();
  // Its tables come in transactions of their own; each is there once, whoever is killed between them.
  if (!(await isMigrated(database))) await (await import("./runJobs.ts")).installQueue(database);
  return database.transaction().execute(async (one) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(one);
    await sql`create table if not exists public.sanad_migrations (
      name text primary key, sha256 text not null, ran_at timestamptz not null default now())`.execute(
      one,
    );
    const { rows } = await sql<{ name: string; sha256: string }>`
      select name, sha256 from public.sanad_migrations`.execute(one);
    const ran = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
    refuseOthers(ran, files);
    await makeRole(one);
    const missing = files.filter(({ name }) => !ran.has(name));
    for (const { name, sha256, text } of missing) {
      await sql.raw(text).execute(one);
      await sql`insert into public.sanad_migrations (name, sha256) values (${name}, ${sha256})`.execute(
        one,
      );
    }
    await sql.raw(`grant select on public.sanad_migrations to ${APP_ROLE}`).execute(one);
    return missing.map(({ name }) => name);
  });
}

async function makeRole(one: Database): Promise<void> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${APP_ROLE}`.execute(one);
  if (rows.length === 0) await sql.raw(`create role ${APP_ROLE} login`).execute(one);
}

/** A database that a newer Sanad brought further, or that other files made, is not written into. */
function refuseOthers(ran: ReadonlyMap<string, string>, files: readonly Migration[]): void {
  const own = new Map(files.map(({ name, sha256 }) => [name, sha256]));
  for (const [name, sha256] of ran) {
    const known = own.get(name);
    if (known === undefined) throw isNewer();
    if (known !== sha256)
      throw new Failure("integrity", `The migration ${name} is not the one that made this archive`);
  }
}

/** Did all of this version's files run here, and no others? Throws where others did. */
export async function isMigrated(database: Database): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string; sha256: string }>`
      select name, sha256 from public.sanad_migrations`.execute(database);
    const ran = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
    const files = readMigrations();
    refuseOthers(ran, files);
    return files.every(({ name }) => ran.has(name));
  } catch (error) {
    if (codeOf(error) === NO_TABLE || codeOf(error) === NO_RIGHT) return false;
    throw error;
  }
}

const NO_TABLE = "42P01";
const NO_RIGHT = "42501";

type Migration = { readonly name: string; readonly sha256: string; readonly text: string };

/** The files of a folder in their order; two of one number have none. */
export function readMigrations(
  folder = join(import.meta.dirname, "migrations"),
): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const numberOf = (name = ""): string => name.slice(0, name.indexOf("_"));
  const second = names.find((name, at) => at > 0 && numberOf(name) === numberOf(names[at - 1]));
  if (second !== undefined)
    throw new RangeError(`Another migration has the number of ${second}; give it one of its own`);
  return names.map((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return { name, text, sha256: sha256(text) };
  });
}
