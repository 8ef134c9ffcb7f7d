import { sql } from "kysely";
import { openSession, type Session } from "../../src/flow/archive/session.ts";
import type { Archive } from "../../src/ledger/archive.ts";
import type { Database, InTransaction } from "../../src/ledger/database.ts";
import { surroundings } from "./archiveFolder.ts";

/** Somebody else at the same archive, with sessions of their own. */
export async function sessionOf(folder: string, name: string): Promise<Session> {
  const around = surroundings(folder);
  return openSession({ ...around, env: { ...around.env, SANAD_ACTOR: name } });
}

/** Holds the head as who writes does, and begins some things that queue behind it in their order; answers how each ended. */
export async function inQueue<T>(
  { database }: Archive,
  ...begin: readonly (() => Promise<T>)[]
): Promise<readonly PromiseSettledResult<T>[]> {
  const begun: Promise<PromiseSettledResult<T>>[] = [];
  await database.transaction().execute(async (one) => {
    await lockHead(one);
    for (const start of begin) {
      begun.push(Promise.allSettled([start()]).then(([ended]) => ended));
      await untilWaiting(database, begun.length);
    }
  });
  return Promise.all(begun);
}

/** Changes the ledger each time that something waits for the head, before it goes on; until it ends. */
export async function aheadOfIt<T>(
  { database }: Archive,
  begin: () => Promise<T>,
  change: (one: InTransaction, time: number) => Promise<void>,
): Promise<T> {
  let writer = holder(database);
  await writer.held;
  let isOver = false;
  const begun = begin().finally(() => void (isOver = true));
  const over = (): boolean => isOver;
  for (let time = 1; ; time++) {
    await untilWaiting(database, 1, over);
    if (isOver) break;
    // In the queue before it goes on, so that it waits again.
    const next = holder(database);
    await untilWaiting(database, 2);
    await writer.end((one) => change(one, time));
    await next.held;
    writer = next;
  }
  await writer.end(() => Promise.resolve());
  return begun;
}

type Holder = {
  readonly held: Promise<void>;
  readonly end: (change: (one: InTransaction) => Promise<void>) => Promise<void>;
};

function holder(database: Database): Holder {
  let hold = (): void => undefined;
  let go = (_change: (one: InTransaction) => Promise<void>): void => undefined;
  const held = new Promise<void>((resolve) => void (hold = resolve));
  const asked = new Promise<(one: InTransaction) => Promise<void>>(
    (resolve) => void (go = resolve),
  );
  const ended = database.transaction().execute(async (one) => {
    await lockHead(one);
    hold();
    const change = await asked;
    await change(one);
  });
  return {
    held,
    end: async (change) => {
      go(change);
      await ended;
    },
  };
}

async function lockHead(one: InTransaction): Promise<void> {
  await sql`select 1 from ledger.heads for update`.execute(one);
}

/** Until so many sessions wait for one another, or nothing is waited for any more. */
export async function untilWaiting(
  database: Database,
  count: number,
  isOver: () => boolean = () => false,
): Promise<void> {
  while (!isOver()) {
    const { rows } = await sql`select distinct pid from pg_locks where not granted`.execute(
      database,
    );
    if (rows.length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
