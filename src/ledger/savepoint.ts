/** Statements that may fail inside a transaction that goes on. */
import { sql } from "kysely";
import { codeOf, type InTransaction } from "./database.ts";

/** Runs statements; undoes them where they fail, and answers with what `onError` makes of the error. */
export async function inSavepoint<T>(
  one: InTransaction,
  work: () => Promise<T>,
  onError: (error: unknown) => T | Promise<T>,
): Promise<T> {
  await sql`savepoint within`.execute(one);
  let result: T;
  try {
    result = await work();
  } catch (error) {
    await sql`rollback to savepoint within`.execute(one);
    await sql`release savepoint within`.execute(one);
    return onError(error);
  }
  await sql`release savepoint within`.execute(one);
  return result;
}

/** What is read, or null where the disk below the database is damaged there. */
export async function readOrNull<T>(one: InTransaction, read: () => Promise<T>): Promise<T | null> {
  return inSavepoint<T | null>(one, read, (error) => {
    if (isUnreadable(error)) return null;
    throw error;
  });
}

/** Corrupted data or index, an error of input and output, or what should never be. */
function isUnreadable(error: unknown): boolean {
  return /^(XX|58)/.test(codeOf(error)) && codeOf(error) !== "58P01";
}
