/** In: a server's URL. Out: which PostgreSQL answers there. Never: makes or changes anything. */
import pg from "pg";
import { OLDEST_VERSION } from "./settings.ts";

/** Which PostgreSQL a server runs, and whether Sanad can use it; throws what hinders the login. */
export async function askServer(
  url: string,
): Promise<{ readonly version: string; readonly isNewEnough: boolean }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; major: number }>(
      `select split_part(current_setting('server_version'), ' ', 1) as version,
        current_setting('server_version_num')::int / 10000 as major`,
    );
    const { version = "", major = 0 } = rows[0] ?? {};
    return { version, isNewEnough: major >= OLDEST_VERSION };
  } finally {
    await client.end();
  }
}

/** Milliseconds after which nobody answers. */
const PATIENCE = 10_000;
