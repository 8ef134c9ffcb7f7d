import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type AddOutcome, addReports } from "../../src/flow/archive/addReports.ts";
import { ANY, type SearchFilter } from "../../src/flow/archive/look.ts";
import type { Session, Surroundings } from "../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import { prepareQuickly, quickPrograms } from "./quickInit.ts";
import { setPassphraseWork } from "../../src/ledger/backupFile.ts";
import { stopEmbedded } from "../../src/ledger/postgres/startEmbedded.ts";

/** A server to test on instead of embedded ones: the URL of somebody who may make databases there (npm run onserver). */
const SERVER = process.env["SANAD_TEST_SERVER"] ?? null;

/** Free memory below which a disk is taken. */
const ROOM = 2 * 2 ** 30;

// Under whichever PostgreSQL somebody named, the tests run with that one.
if (SERVER === null && process.env["SANAD_POSTGRES_BIN"] === undefined) {
  const programs = quickPrograms(quickFolder());
  process.env["SANAD_POSTGRES_BIN"] = programs;
  await prepareQuickly(programs);
}

setPassphraseWork(10);

/** A folder for one archive, which goes with its database when the test is over; folders beside it too. */
export async function inArchiveFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const parent = mkdtempSync(join(quickFolder(), "sanad-"));
  // Under root the database runs as another user, who must pass through.
  chmodSync(parent, 0o711);
  const folders = ["archive", "other"].map((name) => join(parent, name));
  const [folder = ""] = folders;
  try {
    if (SERVER !== null) for (const each of folders) await makeDatabase(SERVER, each);
    await use(folder);
  } finally {
    for (const each of folders)
      if (existsSync(join(each, "database"))) await stopEmbedded(join(each, "database"));
    if (SERVER !== null) for (const each of folders) await dropDatabase(SERVER, each);
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Waiting for a disk proves nothing here (npm run faults does): in memory where the machine has a folder for it. */
function quickFolder(): string {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > ROOM ? memory : tmpdir();
}

/** Where the database of a folder is: on the server that is tested on, or null for its own. */
export function urlOf(folder: string): string | null {
  return urls.get(folder) ?? null;
}

/** Does this run test a server, whose files nobody here may look at? */
export const isOnServer = SERVER !== null;

const urls = new Map<string, string>();

async function makeDatabase(server: string, folder: string): Promise<void> {
  const name = `sanad_test_${process.pid}_${urls.size}`;
  await onServer(
    server,
    `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  urls.set(folder, url.href);
}

async function dropDatabase(server: string, folder: string): Promise<void> {
  const url = urls.get(folder);
  if (url !== undefined)
    await onServer(server, `drop database ${new URL(url).pathname.slice(1)} (force)`);
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A key file beside the archive, as settings: it unlocks without the time that a passphrase takes. */
export function keyFile(folder: string): { readonly SANAD_KEY_FILE: string } {
  const file = join(folder, "../archive.key");
  if (!existsSync(file)) writeFileSync(file, randomBytes(64), { mode: 0o600 });
  return { SANAD_KEY_FILE: file };
}

/** A command line of Mina, an editor, at a fixed hour. */
export function surroundings(folder: string): Surroundings {
  const url = urlOf(folder);
  return {
    folder,
    env: {
      ...keyFile(folder),
      SANAD_ACTOR: "Mina Karimpour",
      SANAD_ROLE: "editor",
      ...(url === null ? {} : { DATABASE_URL: url }),
    },
    given: null,
    ask: null,
    now: () => "2026-01-02T03:04:05.000Z",
  };
}

/** The same with a passphrase, which takes its time. */
export function withPassphrase(folder: string): Surroundings {
  const around = surroundings(folder);
  const { SANAD_KEY_FILE: _file, ...env } = around.env;
  return { ...around, env: { ...env, SANAD_PASSPHRASE: "six words that nobody else would say" } };
}

/** A search for everything. */
export const NO_FILTER: SearchFilter = {
  ...ANY,
  words: "",
  limit: 20,
  after: null,
  asKnown: null,
};

/** Adds the reports of one file. */
export async function addFile(
  session: Session,
  path: string,
  at = "2026-01-02T03:04:05.000Z",
): Promise<AddOutcome[]> {
  const outcomes: AddOutcome[] = [];
  const options = { by: session.actor, now: () => at, reader: "sanad test" };
  const stdin = (async function* () {})();
  for await (const outcome of addReports(session.archive, [path], {}, DEFAULTS, stdin, options))
    outcomes.push(outcome);
  return outcomes;
}

/** Adds texts, each as a report of its own; answers with their documents. */
export async function addTexts(session: Session, texts: readonly string[]): Promise<string[]> {
  const file = join(session.archive.folder, `../texts-${made++}.jsonl`);
  const lines = texts.map((text, id) => JSON.stringify({ id: String(id), text }));
  writeFileSync(file, lines.join("\n"));
  const outcomes = await addFile(session, file);
  return outcomes.map((outcome) => (outcome.kind === "failure" ? "" : outcome.document));
}

let made = 0;
