/**
 * In: a server's URL. Out: our two roles there, which nobody logs in as, and what they need in that database.
 * Never: takes more rights than whoever logs in has; where they do not suffice it says what the server's keeper has to run.
 */
import pg from "pg";
import { Failure } from "../../base/failure.ts";
import { APP_ROLE, OWNER_ROLE } from "./settings.ts";

/** Makes what is missing; costs one query where nothing is. */
export async function prepareServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ roles: number; name: string; user: string }>(
      `select count(*)::int as roles, quote_ident(current_database()) as name, quote_ident(session_user) as user
       from pg_roles where rolname in ('${OWNER_ROLE}', '${APP_ROLE}')
         and pg_has_role(session_user, oid, 'member') and has_database_privilege(oid, current_database(), 'temporary')
         and (rolname = '${APP_ROLE}' or has_database_privilege(oid, current_database(), 'create')
           and has_schema_privilege(oid, 'public', 'create'))`,
    );
    const { roles = 0, name = "", user = "" } = rows[0] ?? {};
    if (roles === 2) return;
    const missing = await missingRoles(client);
    const statements = [
      ...missing.map((role) => `create role ${role} nologin`),
      `grant ${OWNER_ROLE}, ${APP_ROLE} to ${user}`,
      `grant create, temporary on database ${name} to ${OWNER_ROLE}`,
      `grant temporary on database ${name} to ${APP_ROLE}`,
      `grant create on schema public to ${OWNER_ROLE}`,
      // The roles are the whole server's: whoever may take them for another database must not come into this one.
      `revoke connect on database ${name} from public`,
      `grant connect on database ${name} to ${user}`,
    ];
    for (const statement of statements) await client.query(statement);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && REFUSED.has(String(error.code))))
      throw error;
    throw new Failure(
      "unavailable",
      `The user of DATABASE_URL may not make the roles ${OWNER_ROLE} and ${APP_ROLE}; docs/archive.md says what the server's keeper has to run once`,
      { cause: error },
    );
  } finally {
    await client.end();
  }
}

async function missingRoles(client: pg.Client): Promise<readonly string[]> {
  const names = [OWNER_ROLE, APP_ROLE];
  const { rows } = await client.query<{ name: string }>(
    "select rolname as name from pg_roles where rolname = any($1)",
    [names],
  );
  const known = new Set(rows.map(({ name }) => name));
  return names.filter((name) => !known.has(name));
}

/** No right, or no such role to be granted. */
const REFUSED: ReadonlySet<string> = new Set(["42501", "0LP01"]);
