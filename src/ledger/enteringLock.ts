/**
 * Evidence is written before the transaction that enters it. Whoever does that shares a lock until all of it is entered; whoever takes
 * evidence of no entry away has it alone. Held by a session, so that it goes with the program.
 */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";
import { poolOf } from "./database.ts";

/** Any number, beside that of the archive. */
const LOCK = 7_236_424;

/** Shared by what one program enters side by side. */
export class EnteringLock {
  private readonly archive: Archive;
  private users = 0;
  private held: Promise<() => Promise<void>> | null = null;

  constructor(archive: Archive) {
    this.archive = archive;
  }

  /** Does what writes evidence and enters it; waits where somebody takes evidence away. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    this.users += 1;
    const held = (this.held ??= share(this.archive));
    try {
      await held;
      return await work();
    } finally {
      this.users -= 1;
      if (this.users === 0) {
        this.held = null;
        await held.then(
          async (release) => release(),
          () => undefined,
        );
      }
    }
  }
}

async function share({ database, workspace }: Archive): Promise<() => Promise<void>> {
  const session = await poolOf(database).connect();
  try {
    await session.query("select pg_advisory_lock_shared($1, hashtext($2))", [LOCK, workspace]);
  } catch (error) {
    session.release(true);
    throw error;
  }
  return async () => {
    const isLeft = await session
      .query("select pg_advisory_unlock_shared($1, hashtext($2))", [LOCK, workspace])
      .then(
        () => true,
        () => false,
      );
    // A session that cannot give it back takes it along.
    session.release(!isLeft);
  };
}

/** Does what nobody may enter evidence beside; null where somebody does that just now. */
export async function whileNobodyEnters<T>(
  { database, workspace }: Archive,
  work: () => Promise<T>,
): Promise<T | null> {
  return database.connection().execute(async (session) => {
    const { rows } = await sql<{ isFree: boolean }>`
      select pg_try_advisory_lock(${LOCK}, hashtext(${workspace})) as "isFree"`.execute(session);
    if (rows[0]?.isFree !== true) return null;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${LOCK}, hashtext(${workspace}))`.execute(session);
    }
  });
}
