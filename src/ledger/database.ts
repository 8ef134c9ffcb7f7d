/** Sessions with PostgreSQL: the embedded server's, or that of a URL. */
import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { Failure } from "../base/failure.ts";
import { diskFull } from "../base/systemFailure.ts";
import { prepareServer } from "./postgres/prepareServer.ts";
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

/** Where the database of these sessions is. */
export function whereIs(database: Database): Place {
  const place = PLACES.get(database);
  if (place === undefined) throw new RangeError("These sessions were not opened here");
  return place;
}

const PLACES = new WeakMap<Database, Place>();

/** The pool of these sessions, for a library that asks for one. */
export function poolOf(database: Database): pg.Pool {
  const pool = POOLS.get(database);
  if (pool === undefined) throw new RangeError("These sessions were not opened here");
  return pool;
}

const POOLS = new WeakMap<Database, pg.Pool>();

async function connect(place: Place, role: string): Promise<Database> {
  const pool = new pg.Pool({
    ...(await whereOf(place, role)),
    max: SESSIONS,
    // A session stays open as long as the archive is, so that the keeper sees that somebody works.
    idleTimeoutMillis: 0,
    // Waited for, although the types do not say so: no query runs before the session has its role.
    onConnect: (client) => settle(client, role) as unknown as undefined,
  });
  pool.on("error", () => undefined);
  // A server that goes away tells every session; the query that waits for it fails and says so.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  PLACES.set(database, place);
  POOLS.set(database, pool);
  try {
    await checkServer(database);
  } catch (error) {
    await database.destroy();
    if (place.kind === "server" && NO_ROLE.has(codeOf(error))) throw noSuchArchive(place, error);
    throw error;
  }
  return database;
}

/**
 * A session works as one of our roles, whoever logged in, and sees the same days and names on every server. What it is told to be
 * entered is on the disk, whatever the server does for others.
 */
async function settle(client: pg.ClientBase, role: string): Promise<void> {
  await client.query(`set time zone 'UTC'; set search_path to public; set role ${role};
    select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') in ('off', 'local')`);
}

/** The role is not there, or whoever logged in may not take it. */
const NO_ROLE: ReadonlySet<string> = new Set(["22023", "42501", "42704"]);

/** The archive is not in the database that was named. */
export function noSuchArchive(place: Place, cause: unknown = null): Failure {
  const message =
    place.kind === "server"
      ? "The server of DATABASE_URL does not hold this archive; unset DATABASE_URL, or name the server that does"
      : "The database in this folder does not hold its archive; restore a backup into another folder";
  return new Failure("not-found", message, { cause });
}

async function whereOf(place: Place, role: string): Promise<pg.PoolConfig> {
  if (place.kind === "server") {
    if (role === OWNER_ROLE) await prepareServer(place.url);
    return { connectionString: place.url };
  }
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

/** Empties the embedded server of a folder, whoever still works in it. */
export async function dropEmbedded(folder: string): Promise<void> {
  const { socket } = await startEmbedded(folder);
  const client = new pg.Client({ host: socket, user: OWNER_ROLE, database: "postgres" });
  await client.connect();
  try {
    await client.query(`drop database if exists ${DATABASE} with (force)`);
  } finally {
    await client.end();
  }
}

/** A server that is too old, whose letters are not Unicode, or that does not keep what it says it keeps, is refused with the reason. */
async function checkServer(database: Database): Promise<void> {
  const { rows } = await sql<{ version: number; encoding: string; fsync: string }>`
    select current_setting('server_version_num')::int / 10000 as version,
      current_setting('server_encoding') as encoding, current_setting('fsync') as fsync`.execute(
    database,
  );
  const { version = 0, encoding = "", fsync = "" } = rows[0] ?? {};
  if (fsync === "off")
    throw new Failure(
      "unavailable",
      "The server of DATABASE_URL runs with fsync = off: what it acknowledges may be lost; set it on and start the command again",
    );
  if (version < OLDEST_VERSION)
    throw new Failure("unavailable", `Sanad needs PostgreSQL ${OLDEST_VERSION} or newer`);
  if (encoding !== "UTF8")
    throw new Failure(
      "unavailable",
      `The database has the encoding ${encoding}; make one with encoding 'UTF8' and locale 'C.UTF-8' from template0`,
    );
}

/** Users of the server that may log in to this database and take our roles, beside whoever did; superusers may in any case. */
export async function otherUsers(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select rolname as name from pg_roles
    where rolcanlogin and not rolsuper and rolname <> session_user and rolname <> all(${[OWNER_ROLE, APP_ROLE]})
      and has_database_privilege(oid, current_database(), 'connect') and pg_has_role(oid, ${APP_ROLE}, 'member')
    order by 1`.execute(database);
  return rows.map(({ name }) => name);
}

/** In plain C no letter but a to z counts, and no Persian name would ever be found. */
export async function checkLetters(database: Database): Promise<void> {
  const { rows } = await sql<{ parts: number }>`
    select cardinality(show_trgm('محمد')) as parts`.execute(database);
  if ((rows[0]?.parts ?? 0) === 0)
    throw new Failure(
      "unavailable",
      "This database cannot find Persian names, because of its locale; make one with encoding 'UTF8' and locale 'C.UTF-8' from template0",
    );
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

/** There is no space left, for the database or beside it. */
export function isDiskFull(error: unknown): boolean {
  const codes = [error, error instanceof Failure ? error.cause : null].map(codeOf);
  return codes.some((code) => /^(53100|ENOSPC|EDQUOT)$/.test(code));
}

/** What an error is called: its words may quote what a report says. */
export function nameOfFault(error: unknown): string {
  const code = codeOf(error);
  return code === "" ? (error instanceof Error ? error.name : "Error") : code;
}

/** SQLSTATEs and system errors of a database that went away, is full, or holds on. */
const LOST: readonly (readonly [RegExp, string])[] = [
  [
    /^(57P0[1-3]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/,
    "The database stopped; what was acknowledged is kept, start the command again",
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNREFUSED over TCP)$/,
    "The server of DATABASE_URL does not answer; look whether it runs, and at its address. What was acknowledged is kept",
  ],
  [/^(53100|ENOSPC)$/, diskFull(null).message],
  [
    /^3D000$/,
    "The server of DATABASE_URL has no database of that name; make it (create database sanad template template0 encoding 'UTF8' locale 'C.UTF-8'), or name another",
  ],
  [
    /^28(000|P01)$/,
    "The server of DATABASE_URL does not let this user in; look at its name and password",
  ],
  [/^(53300|55P03)$/, "The database has no session left; try again"],
];

/** An error of the database as a failure that a person can act on; null where it is another one. */
export function databaseFailure(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  const code =
    /terminated unexpectedly|Connection terminated|connection error and is not queryable/.test(
      error.message,
    )
      ? "57P01"
      : systemCodeOf(error);
  const row = LOST.find(([pattern]) => pattern.test(code));
  return row === undefined ? null : new Failure("unavailable", row[1], { cause: error });
}

/** A socket that is gone says ENOENT, and so does any missing file: only connecting counts. The embedded server has no port. */
function systemCodeOf(error: Error): string {
  const code = codeOf(error);
  const isOverTcp = "port" in error || (error instanceof AggregateError && error.errors.length > 0);
  const isConnecting = "syscall" in error && error.syscall === "connect";
  const isAbsent = code === "ECONNREFUSED" || (code === "ENOENT" && isConnecting);
  if (!isAbsent) return code;
  const address = "address" in error && typeof error.address === "string" ? error.address : "";
  const isOther = isOverTcp || (address !== "" && !OWN_SOCKET.test(address));
  return isOther ? "ECONNREFUSED over TCP" : "ECONNREFUSED";
}

/** The socket of an embedded server, in its folder or, where that has too long a name, in that of temporary files. */
const OWN_SOCKET = /\/(run|sanad-[0-9a-f]{16})\/\.s\.PGSQL\.5432$/;
