/** In: a folder. Out: a running server for it, started if there was none. Never: two servers on one folder. */
import { type ChildProcess, spawn } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as wait } from "node:timers/promises";
import { Failure } from "../../base/failure.ts";
import { isRunning, readHolder } from "../holder.ts";
import { type Cluster, clusterAt } from "./cluster.ts";
import { stopServer } from "./keeper.ts";
import { isReady } from "./ready.ts";

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 60_000;

/** Starts the server of a folder, or finds it running; answers with its places. Several callers at once are fine. */
export async function startEmbedded(folder: string): Promise<Cluster> {
  refuseUnwritable(folder);
  const cluster = clusterAt(folder);
  touch(cluster.used);
  if (await isReady(cluster.socket)) {
    if (!isRunning(readHolder(cluster.keeper))) startKeeper(cluster);
    return cluster;
  }
  rmSync(cluster.error, { force: true });
  const keeper = startKeeper(cluster);
  const startedAt = Date.now();
  for (;;) {
    // Looked at first: a keeper that ended well left the server to another one, which may have it ready by now.
    const hasFailed = (keeper.exitCode ?? 0) !== 0;
    if (await isReady(cluster.socket)) return cluster;
    if (existsSync(cluster.error))
      throw new Failure("unavailable", readFileSync(cluster.error, "utf8"));
    if (hasFailed)
      throw new Failure(
        "unavailable",
        `The database did not start; the last lines of ${cluster.log} say why`,
      );
    if (Date.now() - startedAt > START_LIMIT_MS)
      throw new Failure(
        "unavailable",
        `The database did not answer within a minute; ${cluster.log} may say why`,
      );
    await wait(20);
  }
}

/**
 * Stops the server of a folder and waits until it is down; answers false where none ran. One that cannot end, since its disk is
 * full, is ended all the same: what it acknowledged is in its log. Of a folder that is given up nothing has to be kept.
 */
export async function stopEmbedded(folder: string, isGivenUp = false): Promise<boolean> {
  const cluster = clusterAt(folder);
  if (!(await stopServer(cluster, isGivenUp ? "SIGQUIT" : "SIGINT"))) return false;
  if (await isDown(cluster)) return true;
  await stopServer(cluster, "SIGQUIT");
  await isDown(cluster);
  return true;
}

async function isDown({ data }: Cluster): Promise<boolean> {
  const file = join(data, "postmaster.pid");
  for (let waited = 0; existsSync(file) && waited < STOP_LIMIT_MS; waited += 20) await wait(20);
  return !existsSync(file);
}

/** Names a compiled keeper for where the sources run as they are: a loader beside each server costs more than the server. Answers with the one before. */
export function keepBy(program: string): string | null {
  const before = keeper?.[0] ?? null;
  keeper = [program];
  return before;
}

let keeper: readonly string[] | null = null;

function keeperProgram(): readonly string[] {
  const isSource = import.meta.url.endsWith(".ts");
  const program = fileURLToPath(new URL(isSource ? "keeper.ts" : "keeper.js", import.meta.url));
  return isSource ? ["--import", import.meta.resolve("tsx"), program] : [program];
}

function startKeeper(cluster: Cluster): ChildProcess {
  const child = spawn(process.execPath, [...(keeper ?? keeperProgram()), cluster.folder], {
    detached: true,
    stdio: "ignore",
    cwd: cluster.folder,
    env: keeperEnv(),
  });
  child.unref();
  return child;
}

/**
 * PostgreSQL writes even where people only look: an archive on a medium or in a folder that cannot be written to is looked at in a copy.
 * The folder of its data too: it may be that of another user, whose rights count.
 */
export function mayWrite(folder: string): boolean {
  return [folder, join(folder, "data")].every((path) => {
    if (!existsSync(path)) return true;
    try {
      accessSync(path, constants.W_OK);
      // Nobody refuses root, whom the database does not run as.
      return (statSync(path).mode & 0o200) !== 0;
    } catch {
      return false;
    }
  });
}

function refuseUnwritable(folder: string): void {
  if (!mayWrite(folder))
    throw new Failure(
      "forbidden",
      `The database of this archive cannot run in ${folder}, which cannot be written to. Let it be written to; or copy the archive's whole folder to a place where it can (cp -r, then chmod -R u+w) and look at the copy with --archive`,
    );
}

/** The keeper lives on: it gets what it needs and no passphrase. */
function keeperEnv(): Record<string, string> {
  return Object.fromEntries(
    KEEPER_ENV.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

const KEEPER_ENV = ["PATH", "HOME", "TMPDIR", "SANAD_IDLE_SECONDS", "SANAD_POSTGRES_BIN"] as const;

function touch(file: string): void {
  if (!existsSync(file)) writeFileSync(file, "", { mode: 0o600 });
  const now = new Date();
  utimesSync(file, now, now);
}
