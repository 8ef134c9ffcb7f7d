import pg from "pg";
import { OWNER_ROLE } from "./settings.ts";

/** Does a server answer a query at this socket? */
export async function isReady(socket: string): Promise<boolean> {
  return (await ask(socket, "select 1")) !== null;
}

/** How many other sessions there are; null where no server answers. */
export async function countOthers(socket: string): Promise<number | null> {
  const found = await ask(
    socket,
    "select count(*)::int as value from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  return found === null ? null : Number(found);
}

/** When the server at this socket was started, in seconds since 1970; null where none answers. */
export async function startedAt(socket: string): Promise<number | null> {
  const found = await ask(
    socket,
    "select extract(epoch from pg_postmaster_start_time())::float8 as value",
  );
  return found === null ? null : Number(found);
}

async function ask(socket: string, query: string): Promise<unknown> {
  const client = new pg.Client({
    host: socket,
    user: OWNER_ROLE,
    database: "postgres",
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(query);
    return Object.values(rows[0] ?? {})[0] ?? true;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
