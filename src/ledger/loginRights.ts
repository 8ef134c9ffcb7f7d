/** What only whoever logged in may do, if anybody: our owner has no rights over the server itself. */
import { sql } from "kysely";
import { codeOf, type Database } from "./database.ts";
import { OWNER_ROLE } from "./postgres/settings.ts";

/** Sessions and the server itself are shown, and obey, to whoever logged in; our owner has no rights there. */
export async function asWhoLoggedIn<T>(owner: Database, work: () => Promise<T>): Promise<T> {
  await sql.raw("set role none").execute(owner);
  try {
    return await work();
  } finally {
    await sql.raw(`set role ${OWNER_ROLE}`).execute(owner);
  }
}

/** Was there the right to do it? */
export async function mayDo(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (codeOf(error) === NO_RIGHT) return false;
    throw error;
  }
}

const NO_RIGHT = "42501";
