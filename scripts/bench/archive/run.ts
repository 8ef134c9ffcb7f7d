import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { addReports } from "../../../src/flow/archive/addReports.ts";
import { claimsOf } from "../../../src/flow/archive/look.ts";
import { linkPeople } from "../../../src/flow/archive/people/index.ts";
import {
  closeArchive,
  initArchive,
  openSession,
  type Session,
  stopDatabase,
  type Surroundings,
} from "../../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../../src/flow/readConfig.ts";
import type { Archive } from "../../../src/ledger/archive.ts";
import { openAsOwner } from "../../../src/ledger/database.ts";
import { placeOf } from "../../../src/ledger/archiveFile.ts";
import { relevantTexts } from "../texts.ts";
import { fillViews } from "./fill.ts";
import { madeNamings } from "./madeNamings.ts";
import { questions, timeQuestion } from "./queries.ts";

/** A server to measure on instead of the embedded one: the URL of somebody who may make databases there (scripts/withServer.ts). */
const SERVER = process.env["SANAD_TEST_SERVER"] ?? null;
const OWN_DATABASE = "sanad_bench";

/** The archive on the embedded server or another: adding beside plain inserts, questions at a million claims, starting and resting. */
export async function benchArchive(isShort: boolean): Promise<void> {
  const reports = isShort ? 600 : 10_000;
  const claims = isShort ? 50_000 : 1_000_000;
  const parent = mkdtempSync(join(tmpdir(), "sanad-bench-"));
  chmodSync(parent, 0o711);
  const folder = join(parent, "archive");
  try {
    if (SERVER !== null) await makeDatabase(SERVER);
    const startedAt = performance.now();
    const session = await initArchive(folder, surroundings(folder));
    row("init", `${seconds(startedAt)} s (aim 6)${SERVER === null ? "" : ", on a server"}`);
    const file = join(parent, "reports.jsonl");
    const made = madeReports(reports + NEW);
    writeFileSync(file, lines(made.slice(0, reports)));
    const added = await timeAdding(session, file);
    await timePlainInserts(session.archive, file);
    const more = join(parent, "more.jsonl");
    writeFileSync(more, lines(made.slice(reports)));
    await timeLinking(session, more);
    await timeQuestions(session.archive, claims, added.slice(0, 200), isShort ? 40 : 100);
    await closeArchive(session.archive);
    if (SERVER === null) {
      await timeStart(folder);
      await timeFewNew(parent, isShort ? 5_000 : 100_000);
    }
  } finally {
    await stopDatabase(folder).catch(() => undefined);
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Reports of 4 to 5 kB, all different: paragraphs of the made-up ones in another order, each with a line of its own. */
function madeReports(count: number): readonly string[] {
  const parts = relevantTexts().flatMap((text) =>
    text.split(/\n+/).filter((part) => part.length > 40),
  );
  let state = 7;
  const next = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return parts[state % parts.length] ?? "";
  };
  const made: string[] = [];
  for (let id = 0; id < count; id++) {
    let text = `Report ${id}`;
    while (text.length < 4_000) text += `\n\n${next()}`;
    made.push(
      JSON.stringify({ id: `r${id}`, text: text.slice(0, 5_000), published: "2025-12-15" }),
    );
  }
  return made;
}

function lines(made: readonly string[]): string {
  return `${made.join("\n")}\n`;
}

/** Reports that are linked after all others. */
const NEW = 100;

/** Everybody in the reports is put together, then who is named in some more of them: these tell of nearly all the same events. */
async function timeLinking(session: Session, more: string): Promise<void> {
  await timeLink(session.archive, "link, everything", true);
  await addAll(session, more);
  await timeLink(session.archive, `link, ${NEW} new reports`, false);
}

/** New reports of a hundred namings and some. */
const FEW = 27;

/** An archive of nothing but namings, of people of half a century: what a hundred more take. */
async function timeFewNew(parent: string, namings: number): Promise<void> {
  const folder = join(parent, "namings");
  const reports = madeNamings(namings);
  const [file, more] = [join(parent, "namings.jsonl"), join(parent, "few.jsonl")];
  writeFileSync(file, lines(reports.slice(0, -FEW)));
  writeFileSync(more, lines(reports.slice(-FEW)));
  console.log(`\n── ${reports.length} reports of some ${namings} namings of invented people`);
  const session = await initArchive(folder, surroundings(folder));
  try {
    await addAll(session, file);
    await timeLink(session.archive, "link, everything", true);
    await addAll(session, more);
    await timeLink(session.archive, "link, few new namings (aim 1 s)", false);
    await closeArchive(session.archive);
  } finally {
    await stopDatabase(folder).catch(() => undefined);
  }
}

async function addAll({ archive, actor }: Session, file: string): Promise<void> {
  const options = { by: actor, now: () => new Date().toISOString(), reader: "sanad bench" };
  for await (const { kind } of addReports(archive, [file], {}, DEFAULTS, nothing(), options))
    if (kind !== "added") throw new Error(`A made-up report is ${kind}`);
}

async function timeLink(archive: Archive, name: string, isAll: boolean): Promise<void> {
  const { spent, result } = await measure(archive, async () =>
    linkPeople(archive, { isAll, step: () => undefined }),
  );
  const { wallMs, ownMs, databaseMs } = spent;
  const { people, mentions, events, moved } = result;
  const database =
    databaseMs === null ? "" : ` + ${(databaseMs / 1000).toFixed(2)} s of PostgreSQL`;
  row(
    name,
    `processor ${(ownMs / 1000).toFixed(2)} s of this program${database}, ${(wallMs / 1000).toFixed(2)} s by the clock; ${moved} of ${mentions} namings moved, ${people} people, ${events} events`,
  );
}

async function timeAdding(session: Session, file: string): Promise<readonly string[]> {
  const { archive, actor } = session;
  const options = { by: actor, now: () => new Date().toISOString(), reader: "sanad bench" };
  const documents: string[] = [];
  const { spent, result } = await measure(archive, async () => {
    let found = 0;
    for await (const one of addReports(archive, [file], {}, DEFAULTS, nothing(), options)) {
      if (one.kind !== "added") throw new Error(`A made-up report is ${one.kind}`);
      documents.push(one.document);
      found += one.claims;
    }
    return found;
  });
  const count = documents.length;
  row(
    "add, read and sealed",
    `${describe(spent, count)}; ${(result / count).toFixed(0)} claims a report (aim 150/s on 2 cores)`,
  );
  return documents;
}

/** The same texts into one table of the same PostgreSQL, as many in a transaction. */
async function timePlainInserts(archive: Archive, file: string): Promise<void> {
  const owner = await openAsOwner(placeOf(archive.folder, urlHere()));
  const texts = readFileSync(file, "utf8").trimEnd().split("\n");
  await sql`create table public.plain (at int primary key, body jsonb not null)`.execute(owner);
  const { spent } = await measure(archive, async () => {
    for (let at = 0; at < texts.length; at += 48) {
      const some = texts.slice(at, at + 48);
      await sql`insert into public.plain select ${at}::int + n, body::jsonb
        from unnest(${some}::text[]) with ordinality as one(body, n)`.execute(owner);
    }
  });
  row("plain SQL inserts of the same texts", describe(spent, texts.length));
  await sql`drop table public.plain`.execute(owner);
  await owner.destroy();
}

async function timeQuestions(
  archive: Archive,
  claims: number,
  added: readonly string[],
  times: number,
): Promise<void> {
  const owner = await openAsOwner(placeOf(archive.folder, urlHere()));
  const startedAt = performance.now();
  const names = await fillViews(owner, archive, claims);
  await owner.destroy();
  console.log(
    `\n── ${claims} made-up claims (filled in ${seconds(startedAt)} s): median / 95th of ${times} in ms, and the aim`,
  );
  const real = (
    await Promise.all(added.map(async (id) => (await claimsOf(archive, id)).slice(0, 1)))
  ).flat();
  for (const question of questions(archive, names, real)) {
    const { median, p95 } = await timeQuestion(question, times);
    row(question.name, `${median.toFixed(1)} / ${p95.toFixed(1)} (${question.limitMs})`);
  }
}

/** From a stopped database to an open archive, and what rests in memory when nobody asks. */
async function timeStart(folder: string): Promise<void> {
  console.log("\n── Start and rest");
  await stopDatabase(folder);
  const startedAt = performance.now();
  const { archive } = await openSession(surroundings(folder));
  row(
    "cold start to an open archive",
    `${seconds(startedAt)} s (aim 1, with the program's own start)`,
  );
  await closeArchive(archive);
  const memory = memoryOf(folder);
  if (memory !== null) row("memory of the database at rest", `${memory.toFixed(0)} MB (aim 150)`);
}

type Spent = {
  readonly wallMs: number;
  readonly ownMs: number;
  readonly databaseMs: number | null;
};

async function measure<T>(
  { folder }: Archive,
  work: () => Promise<T>,
): Promise<{ readonly spent: Spent; readonly result: T }> {
  const before = databaseCpuMs(folder);
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const result = await work();
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  const after = databaseCpuMs(folder);
  const databaseMs = before === null || after === null ? null : after - before;
  return { spent: { wallMs, ownMs: (user + system) / 1000, databaseMs }, result };
}

/** Wall time says little on a busy machine: processor time says what two idle cores could do. */
function describe({ wallMs, ownMs, databaseMs }: Spent, count: number): string {
  const cpu = ownMs + (databaseMs ?? 0);
  const own = `${(ownMs / count).toFixed(1)} ms of this program`;
  const database =
    databaseMs === null ? "" : ` + ${(databaseMs / count).toFixed(1)} ms of PostgreSQL`;
  return `${((count / wallMs) * 1000).toFixed(0)}/s by the clock; processor ${own}${database} each, so ${((2_000 * count) / cpu).toFixed(0)}/s with 2 cores of its own (here are ${availableParallelism()}; a shared core counts time that it did not give)`;
}

/** Processor time of the server and its sessions, where /proc tells it. */
function databaseCpuMs(folder: string): number | null {
  const processes = serverProcesses(folder);
  if (processes === null) return null;
  const ticks = processes.map((pid) => {
    const fields = readOf(pid, "stat").split(") ")[1]?.split(" ") ?? [];
    // utime, stime, and those of children that ended.
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  });
  return ticks.reduce((sum, one) => sum + one, 0) * 10;
}

/** Pages that only the server has, and its shared ones once. */
function memoryOf(folder: string): number | null {
  const processes = serverProcesses(folder);
  if (processes === null) return null;
  const kilobytes = processes.map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readOf(pid, "smaps_rollup"))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

function serverProcesses(folder: string): readonly string[] | null {
  const data =
    SERVER === null ? join(folder, "database/data") : process.env["SANAD_TEST_SERVER_DATA"];
  const file = join(data ?? folder, "postmaster.pid");
  if (!existsSync("/proc/self/stat") || !existsSync(file)) return null;
  const postmaster = readFileSync(file, "utf8").split("\n")[0] ?? "";
  const children = readdirSync("/proc").filter((pid) => {
    return /^\d+$/.test(pid) && readOf(pid, "stat").split(") ")[1]?.split(" ")[1] === postmaster;
  });
  return [postmaster, ...children];
}

/** What is told of a process; nothing of one that has ended. */
function readOf(pid: string, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
}

function surroundings(folder: string): Surroundings {
  return {
    folder,
    env: {
      SANAD_PASSPHRASE: "six words that nobody else would say",
      SANAD_ACTOR: "Bench",
      DATABASE_URL: urlHere() ?? undefined,
    },
    given: null,
    ask: null,
    now: () => new Date().toISOString(),
  };
}

async function makeDatabase(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(
      `create database ${OWN_DATABASE} template template0 encoding 'UTF8' locale 'C.UTF-8'`,
    );
  } finally {
    await client.end();
  }
}

/** The archive's own database on the server; null for the embedded one. */
function urlHere(): string | null {
  if (SERVER === null) return null;
  const url = new URL(SERVER);
  url.pathname = `/${OWN_DATABASE}`;
  return url.href;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(2);
}

function row(name: string, value: string): void {
  console.log(`  ${name.padEnd(38)} ${value}`);
}
