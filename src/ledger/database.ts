/** Sessions with PostgreSQL: the embedded server's, or that of a URL. */
import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { Failure } from "../base/failure.ts";
import { startEmbedded } from "./postgres/startEmbedded.ts";
import { APP_ROLE, OLDEST_VERSION, OWNER_ROLE } from "./postgres/settings.ts";

/** A session; queries are written with Kysely's `sql`, so that every value is a parameter. */
export type Database = Kysely<unknown>;
/** A session inside one transaction. */
export type InTransaction = Transaction<unknown>;

/** Where the database is. */
export type Place =
  | { readonly kind: "embedded"; readonly folder: string }
  | { readonly kind: "server"; readonly url: string };

const DATABASE = "sanad";
/** Sessions a program holds at most. */
const SESSIONS = 4;

// Positions of entries and counts fit a double; int8 as text would compare as text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// Days stay days, whatever the time zone of the machine.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Opens sessions as the owner, who migrates. */
export async function openAsOwner(place: Place): Promise<Database> {
  return connect(place, OWNER_ROLE);
}

/** Opens sessions as the app, who owns nothing. */
export async function openAsApp(place: Place): Promise<Database> {
  return connect(place, APP_ROLE);
}

async function connect(place: Place, role: string): Promise<Database> {
  const pool = new pg.Pool({
    ...(await whereOf(place, role)),
    max: SESSIONS,
    // A session stays open as long as the archive is, so that the keeper sees that somebody works.
    idleTimeoutMillis: 0,
  });
  pool.on("error", () => undefined);
  // A server that goes away tells every session; the query that waits for it fails and says so.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await checkServer(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

async function whereOf(place: Place, role: string): Promise<pg.PoolConfig> {
  if (place.kind === "server")
    return { connectionString: place.url, options: role === APP_ROLE ? `-c role=${APP_ROLE}` : "" };
  const cluster = await startEmbedded(place.folder);
  await makeDatabase(cluster.socket);
  return { host: cluster.socket, user: role, database: DATABASE };
}

/** The embedded server has one database of ours, and the two roles. */
async function makeDatabase(socket: string): Promise<void> {
  const client = new pg.Client({ host: socket, user: OWNER_ROLE, database: "postgres" });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [
      DATABASE,
    ]);
    if (rowCount !== 0) return;
    await client.query(`create role ${APP_ROLE} login`).catch(passOver("42710"));
    await client.query(`create database ${DATABASE}`).catch(passOver("42P04", "23505"));
  } finally {
    await client.end();
  }
}

/** A server that is too old, or on which Persian names could not be searched, is refused with the reason. */
async function checkServer(database: Database): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::int / 10000 as version`.execute(database);
  if ((rows[0]?.version ?? 0) < OLDEST_VERSION)
    throw new Failure("unavailable", `Sanad needs PostgreSQL ${OLDEST_VERSION} or newer`);
}

/** Answers a query's error with nothing where its SQLSTATE is expected. */
function passOver(...codes: readonly string[]): (error: unknown) => void {
  return (error) => {
    if (!codes.includes(codeOf(error))) throw error;
  };
}

/** The SQLSTATE of an error, or nothing. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}

/** SQLSTATEs and system errors of a database that went away, is full, or holds on. */
const LOST: readonly (readonly [RegExp, string])[] = [
  [
    /^(57P0[1-3]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/,
    "The database stopped; what was acknowledged is kept, start the command again",
  ],
  [
    /^(53100|ENOSPC)$/,
    "The disk is full; nothing was half-written, start the command again when there is space",
  ],
  [/^(53300|55P03)$/, "The database has no session left; try again"],
];

/** An error of the database as a failure that a person can act on; null where it is another one. */
export function databaseFailure(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  const code = /terminated unexpectedly|Connection terminated/.test(error.message)
    ? "57P01"
    : systemCodeOf(error);
  const row = LOST.find(([pattern]) => pattern.test(code));
  return row === undefined ? null : new Failure("unavailable", row[1], { cause: error });
}

/** A socket that is gone says ENOENT, and so does any missing file: only connecting counts. */
function systemCodeOf(error: Error): string {
  const code = codeOf(error);
  return code === "ENOENT" && "syscall" in error && error.syscall === "connect"
    ? "ECONNREFUSED"
    : code;
}
