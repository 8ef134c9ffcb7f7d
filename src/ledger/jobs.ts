/**
 * In: entries. Out: jobs, put in by the transaction that enters them: work on the whole archive that outlives a command.
 * Never: a name or quote in a job, whose rows carry ids alone; opens the library of the queue, which only running one needs.
 */
import { sql } from "kysely";
import type { Database, InTransaction } from "./database.ts";
import type { Entry, EntryKind } from "./entryKinds.ts";

/** Schema of the queue's own tables. */
export const QUEUE = "queue";

/** What is made of all entries together, in the order in which they are done where several wait; "relink" is "link" from the first report on. */
export const TASKS = ["rebuild", "reread", "refit", "relink", "link"] as const;
export type Task = (typeof TASKS)[number];

/** What a job is told: ids and numbers. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;

/** A job that waits, runs, or was given up. */
export type Job = {
  readonly id: number;
  /** One that this version does not know was put in by a newer one, and is left to it. */
  readonly task: string;
  readonly state: "waiting" | "running" | "failed";
  readonly attempts: number;
  readonly putAt: string;
  /** Why it failed last; null where it did not. */
  readonly error: string | null;
};

/** A job that failed so often, or whose program was killed so often, waits until somebody asks for it. */
const MOST_ATTEMPTS = 5;

/** Kinds of entries after which people are linked anew. */
export const LINKED_KINDS: readonly EntryKind[] = [
  "reading-made",
  "decision-made",
  "decision-undone",
  "record-erased",
  "link-decided",
  "link-undone",
  "person-stated",
  "model-frozen",
];

/** The queue is told in the same transaction what these entries make necessary; who is accepted links as before. */
export async function putJobsFor(
  one: InTransaction,
  workspace: string,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.some(movesLinks)) await putJob(one, workspace, "link");
}

function movesLinks(entry: Entry): boolean {
  if (entry.kind === "decision-made") return entry.body.verdict !== "accepted";
  return LINKED_KINDS.includes(entry.kind);
}

/**
 * Puts a job in; one that waits already stands for both, one that runs is followed by another. A reading again of everything that waits,
 * or was cut short, is no less because somebody asks for less: it goes on from where it began.
 */
export async function putJob(
  one: Database,
  workspace: string,
  task: Task,
  payload: JobPayload = {},
): Promise<void> {
  const name = nameOfTask(task, workspace);
  const told = task === "reread" ? await withWaiting(one, name, payload) : payload;
  await sql`select from queue.add_job(${name}, ${JSON.stringify(told)}::json, job_key => ${name},
    max_attempts => ${MOST_ATTEMPTS}, priority => ${TASKS.indexOf(task)})`.execute(one);
}

async function withWaiting(one: Database, name: string, payload: JobPayload): Promise<JobPayload> {
  const { rows } = await sql<{ payload: JobPayload }>`
    select payload from queue._private_jobs where key = ${name}`.execute(one);
  const waiting = rows[0]?.payload;
  if (waiting?.["isAll"] !== true) return payload;
  const sizes = [payload, waiting].map(({ size }) => Number(size));
  return { ...payload, isAll: true, size: Math.min(...sizes.filter(Number.isSafeInteger)) };
}

/** What the queue calls a task: archives that share a database never run each other's. */
export function nameOfTask(task: Task, workspace: string): string {
  return `${task}/${workspace}`;
}

/** Jobs that are not done; one that another stands for is none. */
export async function listJobs(database: Database, workspace: string): Promise<readonly Job[]> {
  const { rows } = await sql<Job>`
    select id, split_part(task_identifier, '/', 1) as task,
      case when locked_at is not null then 'running' when attempts >= max_attempts then 'failed' else 'waiting' end as state,
      attempts, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "putAt", last_error as error
    from queue.jobs where split_part(task_identifier, '/', 2) = ${workspace} and key is not null order by id`.execute(
    database,
  );
  return rows;
}

/** Jobs that were given up, or that wait for a while after a failure, are run by whoever comes next. */
export async function retryJobs(database: Database, jobs: readonly Job[]): Promise<void> {
  await sql`select from queue.reschedule_jobs(${jobs.map(({ id }) => id)}::bigint[], run_at => now(), attempts => 0)`.execute(
    database,
  );
}
