/**
 * In: an archive with jobs that wait, and what does them. Out: all of them done, or the failures of those that could not be.
 * Never: two programs at one archive's jobs; leaves the job of a program that was killed to nobody.
 */
import {
  type Logger,
  Logger as QueueLogger,
  runMigrations,
  runOnce,
  type TaskList,
} from "graphile-worker";
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import type { Archive } from "./archive.ts";
import { codeOf, type Database, poolOf } from "./database.ts";
import { type JobPayload, nameOfTask, QUEUE, type Task, TASKS } from "./jobs.ts";

/** Makes the queue's tables, or brings them up to this version of its library. */
export async function installQueue(owner: Database): Promise<void> {
  await runMigrations({ pgPool: poolOf(owner), schema: QUEUE, logger: silent() });
}

/** A task that could not be done, and why. */
export type FailedTask = { readonly task: Task; readonly error: unknown };

/** What is done of each task that is done here; others are left. */
export type Works = Readonly<Partial<Record<Task, (payload: JobPayload) => Promise<void>>>>;

/**
 * Does every job of these tasks that waits, one after the other; answers with those that failed. Where another program is at them `onBusy`
 * says whether to wait for it; null where not.
 */
export async function runJobs(
  archive: Archive,
  works: Works,
  onBusy: () => boolean = () => true,
): Promise<readonly FailedTask[] | null> {
  const { database, workspace } = archive;
  return database.connection().execute(async (session) => {
    // Held by the session, so that it goes with the program: whoever has it knows that no other one is at a job.
    const { rows } = await sql<{ isFree: boolean }>`
      select pg_try_advisory_lock(${LOCK}, hashtext(${workspace})) as "isFree"`.execute(session);
    if (rows[0]?.isFree !== true) {
      if (!onBusy()) return null;
      await sql`select pg_advisory_lock(${LOCK}, hashtext(${workspace}))`.execute(session);
    }
    try {
      await freeJobs(session, workspace);
      return await runAll(archive, works);
    } finally {
      await sql`select pg_advisory_unlock(${LOCK}, hashtext(${workspace}))`.execute(session);
    }
  });
}

/** Any number, beside that of the archive. */
const LOCK = 7_236_423;

/** Jobs of programs that were killed wait again; those that a later one stands for go. */
async function freeJobs(session: Database, workspace: string): Promise<void> {
  const own = sql`split_part(task_identifier, '/', 2) = ${workspace}`;
  await sql`select queue.force_unlock_workers(array(select distinct locked_by from queue.jobs
    where ${own} and locked_by is not null))`.execute(session);
  await sql`select from queue.complete_jobs(array(select id from queue.jobs where ${own} and key is null))`.execute(
    session,
  );
}

async function runAll(
  { database, workspace }: Archive,
  works: Works,
): Promise<readonly FailedTask[]> {
  const failed: FailedTask[] = [];
  const tasks = TASKS.flatMap((task) => {
    const work = works[task];
    if (work === undefined) return [];
    const run = async (payload: unknown): Promise<void> => {
      try {
        await work(payload as JobPayload);
      } catch (error) {
        failed.push({ task, error });
        throw new Error(wordsFor(error));
      }
    };
    return [[nameOfTask(task, workspace), run] as const];
  });
  await runOnce({
    pgPool: poolOf(database),
    schema: QUEUE,
    taskList: Object.fromEntries(tasks) satisfies TaskList,
    noHandleSignals: true,
    logger: silent(),
    // Said in batches, of which the library waits for the last one: what it says of a single job it leaves behind it unsaid for a while,
    // and a command that ended meanwhile had its job done again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  return failed;
}

/** What the queue keeps of a failure: an error of the database or of ours may quote what a report says. */
function wordsFor(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const code = codeOf(error);
  return `${error instanceof Error ? error.name : "Error"}${code === "" ? "" : ` ${code}`}`;
}

/** The library's own log would go to the terminal. */
function silent(): Logger {
  return new QueueLogger(() => () => undefined);
}
