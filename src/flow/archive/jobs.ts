/**
 * The story of what outlives a command: jobs were put in by the transaction that made them necessary, and are done by the command
 * that made it, or by the next one where that was killed. Each may be done twice, and comes to the same.
 */
import { sql } from "kysely";
import type { Archive } from "../../ledger/archive.ts";
import {
  type Job,
  type JobPayload,
  listJobs,
  putJob,
  retryJobs,
  type Task,
} from "../../ledger/jobs.ts";
import type { Rebuilt } from "./rebuild.ts";
import type { OnStep } from "./people/compareNamings.ts";
import type { Works } from "../../ledger/runJobs.ts";
import { type Linked, linkPeople } from "./people/linkPeople.ts";
import type { Refitted } from "./people/refit.ts";
import type { Reread } from "./rereadArchive.ts";
import type { Session } from "./session.ts";

export { type Job, type JobPayload, listJobs, type Task };

/** What jobs are told of the command that does them. */
export type Doing = {
  readonly now: () => string;
  /** Who works: jobs that enter something are done by somebody who asks for them, in that one's name. */
  readonly actor?: string;
  /** Told that another program is at the jobs; answers whether to wait for it. */
  readonly onBusy?: () => boolean;
  /** Name and version of the reader. */
  readonly reader: string;
  /** Told of each document that a reading changed. */
  readonly onReread?: ((change: Reread) => Promise<void>) | undefined;
  /** Told of what failed and this command can do without. */
  readonly onFailed?: (task: Task, error: unknown) => void;
  /** Told how far each task is. */
  readonly linking?: OnStep;
  readonly rereading?: (looked: number) => void;
  readonly rebuilding?: (done: number) => void;
};

/** What was done; null where nothing of it was to do. */
export type Done = {
  /** Another program is at the jobs, and was not waited for. */
  readonly isBusy: boolean;
  readonly linked: Linked | null;
  readonly refitted: Refitted | null;
  /** Entries that views were made of. */
  readonly rebuilt: Rebuilt | null;
};

/** Puts a job in and does all that wait; throws where that one fails. */
export async function doJob(
  archive: Archive,
  task: Task,
  payload: JobPayload,
  doing: Doing,
): Promise<Done> {
  await putJob(archive.database, archive.workspace, task, payload);
  return doJobs(archive, doing, [task, "link"]);
}

/**
 * Does what waits: of the tasks that are needed also what was given up, and throws where one of them fails. Costs one query where
 * nothing waits; the library of the queue is opened only where something does.
 */
export async function doJobs(
  archive: Archive,
  doing: Doing,
  needed: readonly string[] = ["link"],
): Promise<Done> {
  const { database, workspace } = archive;
  const done: Writable<Done> = {
    isBusy: false,
    linked: null,
    refitted: null,
    rebuilt: null,
  };
  const step = doing.linking ?? (() => undefined);
  const views: Works = {
    link: async () => void (done.linked = await linkPeople(archive, { isAll: false, step })),
    relink: async () => void (done.linked = await linkPeople(archive, { isAll: true, step })),
    rebuild: async () => {
      const { rebuild } = await import("./rebuild.ts");
      done.rebuilt = await rebuild(archive, doing.rebuilding ?? (() => undefined));
    },
  };
  const { actor } = doing;
  const entering = actor === undefined ? {} : enteringWorks({ archive, actor }, doing, done);
  const asked = Object.entries(entering).filter(([task]) => needed.includes(task));
  const works = { ...views, ...Object.fromEntries(asked) };
  const waiting = await listJobs(database, workspace);
  const own = waiting.filter(({ task }) => task in works);
  if (own.length === 0) return done;
  await retryJobs(
    database,
    own.filter(({ task }) => needed.includes(task)),
  );
  const { runJobs } = await import("../../ledger/runJobs.ts");
  const failed = await runJobs(archive, works, doing.onBusy);
  if (failed === null) return { ...done, isBusy: true };
  for (const { task, error } of failed) {
    if (needed.includes(task)) throw error;
    doing.onFailed?.(task, error);
  }
  return done;
}

type Writable<Value> = { -readonly [Name in keyof Value]: Value[Name] };

/** What becomes entries is entered in the name of whoever does it: who asked may have been anybody who can write to the queue. */
function enteringWorks(session: Session, doing: Doing, done: Writable<Done>): Works {
  const { archive } = session;
  const { now, reader, onReread, rereading = () => undefined } = doing;
  return {
    refit: async ({ size }) => {
      // Counted and entered already, by a program that was killed before it could say so.
      if (await isFrozenSince(archive, Number(size))) return;
      const { refitModel } = await import("./people/refit.ts");
      done.refitted = await refitModel(session, now());
    },
    reread: async ({ isAll, size }) => {
      const { rereadArchive } = await import("./rereadArchive.ts");
      const how = { reader, isAll: isAll === true, isDry: false, before: Number(size), now };
      for await (const change of rereadArchive(session, { ...how, step: rereading }))
        await onReread?.(change);
    },
  };
}

async function isFrozenSince({ database, workspace }: Archive, size: number): Promise<boolean> {
  const { rows } = await sql`select 1 from ledger.entries
    where workspace = ${workspace} and index >= ${size} and kind = 'model-frozen' limit 1`.execute(
    database,
  );
  return rows.length > 0;
}
