import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { doJob, doJobs, type Doing, listJobs } from "../../src/flow/archive/jobs.ts";
import { loadPeoplePack } from "../../src/flow/archive/people/peoplePack.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { appendEntries } from "../../src/ledger/append.ts";
import { makeId } from "../../src/ledger/ids.ts";
import { unfrozenModel } from "../../src/link/frozenModel.ts";
import { putJob } from "../../src/ledger/jobs.ts";
import { runJobs } from "../../src/ledger/runJobs.ts";
import { addTexts, inArchiveFolder, keyFile, surroundings } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const AT = "2026-01-02T03:04:05.000Z";
const DOING: Doing = { now: () => AT, reader: "sanad test" };
const TEXTS = [
  "Samad Farhani was hanged in Kerman on 2 May 2025, the desk said.",
  "Omid Sangari was sentenced to death in Arak on 3 May 2025, the desk said.",
];

test("a job stands with the entries that made it necessary, once, and is done once", async () => {
  await inSession(async (session) => {
    const { archive } = session;
    assert.deepEqual(await jobsOf(session), []);
    await addTexts(session, TEXTS.slice(0, 1));
    await addTexts(session, TEXTS.slice(1));
    assert.deepEqual(await jobsOf(session), ["link waiting 0"]);
    const { linked } = await doJobs(archive, DOING);
    assert.equal(linked?.people, 2);
    assert.deepEqual(await jobsOf(session), []);
    assert.equal((await doJobs(archive, DOING)).linked, null);
  });
});

test("entries that are not kept leave no job behind", async () => {
  await inSession(async (session) => {
    const entry = { kind: "link-undone", record: makeId("r"), by: session.actor } as const;
    const body = { decision: "e-none", reason: "none", undoneAt: AT };
    const beside = async (): Promise<void> => {
      throw new Error("stopped");
    };
    const options = { at: AT, expected: null, beside };
    await assert.rejects(appendEntries(session.archive, [{ ...entry, body }], options), /stopped/);
    assert.deepEqual(await jobsOf(session), []);
  });
});

test("the job of a program that was killed in it is done by the next one", async () => {
  await inSession(async (session) => {
    const { database } = session.archive;
    await addTexts(session, TEXTS);
    await sql`update queue._private_jobs set locked_at = now(), locked_by = 'otpool-of-the-dead', attempts = 1`.execute(
      database,
    );
    assert.deepEqual(await jobsOf(session), ["link running 1"]);
    // What is entered meanwhile is another job: the one that runs may have looked already.
    await addTexts(session, ["Kaveh Darvand was hanged in Shiraz on 4 May 2025, the desk said."]);
    assert.deepEqual(await jobsOf(session), ["link waiting 0"]);
    assert.equal((await doJobs(session.archive, DOING)).linked?.people, 3);
    const { rows } = await sql`select 1 from queue._private_jobs`.execute(database);
    assert.equal(rows.length, 0);
  });
});

test("two programs at one archive's jobs do each once", async () => {
  await inSession(async (session) => {
    await addTexts(session, TEXTS);
    const done = await Promise.all([1, 2, 3].map(() => doJobs(session.archive, DOING)));
    assert.equal(done.filter(({ linked }) => linked !== null).length, 1);
  });
});

test("what fails is told, kept without words of reports, and tried again when it is asked for", async () => {
  await inSession(async (session) => {
    const { archive } = session;
    await putJob(archive.database, archive.workspace, "rebuild");
    const nothing = async (): Promise<void> => undefined;
    const works = { link: nothing, relink: nothing, reread: nothing, refit: nothing };
    const rebuild = async (): Promise<void> => {
      throw new TypeError("no name like Samad Farhani");
    };
    const [failed] = (await runJobs(archive, { ...works, rebuild })) ?? [];
    assert.equal(failed?.task, "rebuild");
    const [job] = await listJobs(archive.database, archive.workspace);
    assert.deepEqual([job?.state, job?.attempts, job?.error], ["waiting", 1, "TypeError"]);
    // It waits a while; whoever needs it does not.
    assert.deepEqual(await runJobs(archive, { ...works, rebuild }), []);
    await doJobs(archive, DOING, ["rebuild"]);
    assert.deepEqual(await jobsOf(session), []);
  });
});

test("a refit that was entered already is not entered again", async () => {
  await inSession(async (session) => {
    const { archive, actor } = session;
    await addTexts(session, TEXTS);
    const { model } = loadPeoplePack();
    const body = { model: unfrozenModel(model), pack: "a pack", frozenAt: AT };
    const entry = { kind: "model-frozen", record: makeId("r"), by: actor, body } as const;
    await appendEntries(archive, [entry], { at: AT, expected: null });
    const doing = { ...DOING, actor };
    const { refitted, linked } = await doJob(archive, "refit", { size: 0 }, doing);
    assert.deepEqual([refitted, linked?.people], [null, 2]);
    const { rows } = await sql`select 1 from ledger.entries where kind = 'model-frozen'`.execute(
      archive.database,
    );
    assert.equal(rows.length, 1);
  });
});

test("what becomes an entry is done by whoever asks for it, and in no other name", async () => {
  await inSession(async (session, folder) => {
    const { archive, actor } = session;
    const run = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await addTexts(session, TEXTS);
    await putJob(archive.database, archive.workspace, "reread", {
      by: "a-nobody",
      isAll: false,
      size: 99,
    });
    await fits(run("people"), 0, /Samad Farhani/);
    assert.deepEqual(await jobsOf(session), ["reread waiting 0"]);
    await fits(run("jobs", "--run"), 0, /1 job done/);
    const { rows } = await sql<{ by: string }>`
      select distinct convert_from(leaf, 'UTF8')::json ->> 'by' as by from ledger.entries`.execute(
      archive.database,
    );
    assert.deepEqual(rows.map(({ by }) => by).sort(), ["a-archive", actor].sort());
  });
});

test("reading everything again, cut short, is no less when somebody asks for less", async () => {
  await inSession(async ({ archive: { database, workspace } }) => {
    await putJob(database, workspace, "reread", { isAll: true, size: 7 });
    await sql`update queue._private_jobs set locked_at = now(), locked_by = 'otpool-of-the-dead'`.execute(
      database,
    );
    await putJob(database, workspace, "reread", { isAll: false, size: 9 });
    const { rows } = await sql<{ payload: unknown }>`
      select payload from queue._private_jobs where key is not null`.execute(database);
    assert.deepEqual(rows, [{ payload: { isAll: true, size: 7 } }]);
  });
});

test("a job of a newer version is listed and left; who only looks does not wait for another program", async () => {
  await inSession(async (session, folder) => {
    const { database, workspace } = session.archive;
    const run = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await sql`select from queue.add_job(${`compact/${workspace}`}, '{}'::json, job_key => ${`compact/${workspace}`})`.execute(
      database,
    );
    await fits(run("jobs"), 0, /compact +waits/);
    await addTexts(session, TEXTS);
    await database.connection().execute(async (other) => {
      await sql`select pg_advisory_lock(7236423, hashtext(${workspace}))`.execute(other);
      await fits(run("people"), 0, /Another program is linking: this is as it was linked before/);
      await sql`select pg_advisory_unlock(7236423, hashtext(${workspace}))`.execute(other);
    });
    await fits(run("people"), 0, /Samad Farhani/);
    await fits(run("jobs", "--run"), 0, /compact/);
  });
});

test("sanad jobs lists what waits and does it", async () => {
  await inSession(async (session, folder) => {
    const run = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await addTexts(session, TEXTS);
    await fits(run("jobs"), 0, /link people +waits +since 2026.*\n1 job waits/);
    await fits(run("jobs", "--json"), 0, /"task":"link","state":"waiting","attempts":0/);
    await fits(run("jobs", "--run"), 0, /^1 job done; none waits\n$/);
    await fits(run("jobs"), 0, /^No job waits\n$/);
  });
});

async function inSession(use: (session: Session, folder: string) => Promise<void>): Promise<void> {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    try {
      await use(session, folder);
    } finally {
      await closeArchive(session.archive);
    }
  });
}

async function jobsOf({ archive }: Session): Promise<readonly string[]> {
  const jobs = await listJobs(archive.database, archive.workspace);
  return jobs.map(({ task, state, attempts }) => `${task} ${state} ${attempts}`);
}
