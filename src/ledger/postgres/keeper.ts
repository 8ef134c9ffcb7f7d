/**
 * The process that starts an embedded server, or adopts one whose keeper died, and stops it when nobody works any more.
 * Run as a program: `node keeper.js FOLDER`. It ends with the server.
 */
import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isRunning, ownHolder } from "../holder.ts";
import { diskFull } from "../../base/systemFailure.ts";
import { type Cluster, clusterAt, SOCKET_FILE } from "./cluster.ts";
import { findServer, type Server } from "./findServer.ts";
import { canReach, findOwner, giveFolder, type Owner } from "./owner.ts";
import { countOthers, isReady, startedAt } from "./ready.ts";
import {
  changeLogSettings,
  IDLE_MINUTES,
  INIT_OPTIONS,
  localeOptions,
  OWNER_ROLE,
  readingSettings,
  SERVER_SETTINGS,
} from "./settings.ts";

const LOG_LIMIT = 1_000_000;
const LOOK_EVERY_MS = 5_000;

/** Keeps the server of a folder until it has been idle, or until it is told to stop. */
export async function keepServer(folder: string): Promise<void> {
  const cluster = clusterAt(folder);
  try {
    // By more than its number: that is given to another process some day.
    own = JSON.stringify(ownHolder());
    writeFileSync(cluster.keeper, own);
    if (!(await isReady(cluster.socket))) await startServer(cluster);
    rmSync(cluster.error, { force: true });
  } catch (error) {
    writeFileSync(cluster.error, error instanceof Error ? error.message : String(error));
    return;
  }
  await watch(cluster);
}

async function startServer(cluster: Cluster): Promise<void> {
  const owner = findOwner(cluster.folder);
  const server = reachable(findServer(process.env), owner);
  giveFolder(cluster.folder, owner);
  if (!cluster.socket.startsWith(cluster.folder)) giveFolder(cluster.socket, owner);
  if (!existsSync(join(cluster.data, "PG_VERSION"))) makeCluster(cluster, server, owner);
  checkVersion(cluster, server);
  turnLog(cluster.log);
  await endUnreachable(cluster);
  for (let tries = 1; ; tries++) {
    if (await spawnServer(cluster, server, owner)) return;
    if (tries === MOST_STARTS)
      throw new Error(`The database did not start; the last lines of ${cluster.log} say why`);
    await wait(START_AGAIN_MS);
  }
}

/**
 * A server whose folder was removed while it ran takes the socket of the archive that was made in its place with it when it ends, up to
 * a minute later: it is ended before. One whose socket is gone is reached by nobody any more: it ends when its last session does.
 */
async function endUnreachable(cluster: Cluster): Promise<void> {
  const strays = serversOf(cluster).filter(hasLostFolder);
  for (const pid of strays) signal(pid, "SIGQUIT");
  const cut = await cutOff(cluster);
  if (cut !== null) signal(cut, "SIGTERM");
  for (let waited = 0; strays.some(isThere) || (cut !== null && isThere(cut)); waited += 20) {
    if (waited > CUT_LIMIT_MS)
      throw new Error(
        "The database works for other commands and takes no new one, since its socket was removed; start the command again when they have ended",
      );
    await wait(20);
  }
}

const CUT_LIMIT_MS = 40_000;

/**
 * The server of this folder, where it listened at this socket and the socket is gone. One that is just being started has none yet, and
 * one that another setting had listen elsewhere is healthy.
 */
async function cutOff(cluster: Cluster): Promise<number | null> {
  for (let waited = 0; waited <= SETTLED_MS; waited += 100) {
    const pid = runningPid(cluster);
    if (pid === null || existsSync(join(cluster.socket, SOCKET_FILE))) return null;
    const note = readFileSync(join(cluster.data, "postmaster.pid"), "utf8").split("\n");
    const [place = "", state = ""] = [note[PLACE_LINE], note[STATE_LINE]];
    if (place.trim() !== cluster.socket) return null;
    if (waited >= SETTLED_MS && state.trim() === "ready") return pid;
    await wait(100);
  }
  return null;
}

/** Lines of postmaster.pid: the folder of the socket, and how far the server is. */
const PLACE_LINE = 4;
const STATE_LINE = 7;
const SETTLED_MS = 2_000;

/** Servers that were started with this folder, where the machine tells. */
function serversOf({ data }: Cluster): readonly number[] {
  if (!existsSync("/proc/self")) return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const words = commandOf(pid);
    return words[1] === "-D" && words[2] === data ? [Number(pid)] : [];
  });
}

/** A server stands in its folder; of one that was removed the machine says so. */
function hasLostFolder(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).endsWith(" (deleted)");
  } catch {
    return false;
  }
}

function isThere(pid: number): boolean {
  return isRunning({ pid, since: null });
}

/** It may have ended in between, or belong to somebody else. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Then it is waited for.
  }
}

/** Sessions of a server that was killed may hold its memory for a moment; then the start is tried again. */
const MOST_STARTS = 40;
const START_AGAIN_MS = 250;

/** Starts the server and waits for it; answers false where it ended at once. */
async function spawnServer(cluster: Cluster, server: Server, owner: Owner): Promise<boolean> {
  const log = openSync(cluster.log, "a", 0o600);
  const { bavail, bsize } = statfsSync(cluster.folder);
  const settings = Object.entries({
    ...SERVER_SETTINGS,
    ...readingSettings(server.version),
    ...changeLogSettings(bavail * bsize),
    unix_socket_directories: cluster.socket,
  });
  const child = spawn(
    join(server.bin, "postgres"),
    ["-D", cluster.data, ...settings.flatMap(([key, value]) => ["-c", `${key}=${value}`])],
    { ...owner, cwd: cluster.folder, detached: true, stdio: ["ignore", log, log], env: cleanEnv() },
  );
  closeSync(log);
  child.unref();
  let hasEnded = false;
  child.once("exit", () => (hasEnded = true));
  for (;;) {
    if (await isReady(cluster.socket)) return true;
    if (hasEnded) return false;
    await wait(20);
  }
}

/** Under root, programs in a folder that others may not enter are copied to one they may, once a version. */
export function reachable(server: Server, owner: Owner): Server {
  if (owner.uid === undefined || canReach(server.bin)) return server;
  const from = join(server.bin, "..");
  const to = join(tmpdir(), `sanad-postgres-${server.version}-${process.arch}`);
  if (!existsSync(to)) {
    const draft = `${to}.${process.pid}`;
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    try {
      renameSync(draft, to);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(to)) throw error;
    }
  }
  if (statSync(to).uid !== 0)
    throw new Error(
      `${to} belongs to somebody else; set SANAD_POSTGRES_BIN to PostgreSQL's programs`,
    );
  return { ...server, bin: join(to, "bin") };
}

/** A cluster is complete or not there: it is made beside its place and moved. Of several at once the first wins. */
function makeCluster(cluster: Cluster, server: Server, owner: Owner): void {
  removeDrafts(cluster.folder);
  const draft = join(cluster.folder, `init.${process.pid}`);
  const options = [...INIT_OPTIONS, ...localeOptions(server.version)];
  try {
    execFileSync(
      join(server.bin, "initdb"),
      ["--pgdata", draft, "--username", OWNER_ROLE, ...options],
      { ...owner, cwd: cluster.folder, stdio: ["ignore", "ignore", "pipe"], env: cleanEnv() },
    );
  } catch (error) {
    throw error instanceof Error && error.message.includes(NO_SPACE) ? diskFull(error) : error;
  }
  try {
    renameSync(draft, cluster.data);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(cluster.data, "PG_VERSION"))) throw error;
  }
}

/** As PostgreSQL's programs say it. */
const NO_SPACE = "No space left on device";

/** What keepers that were killed had begun. */
function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = /^init\.(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning({ pid: Number(pid), since: null }))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function checkVersion({ data }: Cluster, { version, from }: Server): void {
  const made = Number(readFileSync(join(data, "PG_VERSION"), "utf8"));
  if (made === version) return;
  throw new Error(
    `This archive was made by PostgreSQL ${made}, and ${from} is PostgreSQL ${version}; set SANAD_POSTGRES_BIN to version ${made}, or restore a backup of it`,
  );
}

/** Ends the server when no other session was there and no command began for some minutes. */
async function watch(cluster: Cluster): Promise<void> {
  const seconds = Number(process.env["SANAD_IDLE_SECONDS"]);
  const idleMs = (seconds > 0 ? seconds : IDLE_MINUTES * 60) * 1000;
  let usedAt = Date.now();
  let isTold = false;
  process.on("SIGTERM", () => (isTold = true));
  for (;;) {
    await wait(Math.min(LOOK_EVERY_MS, idleMs));
    turnLog(cluster.log);
    const others = await countOthers(cluster.socket);
    if (!isOwn(cluster.keeper)) return;
    // It ended; or it does not answer for now, and nobody else would stop it later.
    if (others === null && !isRunningStill(cluster)) return;
    if (others !== null && others > 0) usedAt = Date.now();
    usedAt = Math.max(usedAt, touchedAt(cluster.used));
    if (isTold || Date.now() - usedAt > idleMs) {
      await stopServer(cluster);
      return;
    }
  }
}

/**
 * Tells the server to end its sessions and stop, or by SIGQUIT to stop at once; answers false where none runs. A stale file may
 * name a stranger.
 */
export async function stopServer(
  cluster: Cluster,
  signal: "SIGINT" | "SIGQUIT" = "SIGINT",
): Promise<boolean> {
  const started = await startedAt(cluster.socket);
  const file = join(cluster.data, "postmaster.pid");
  if (!existsSync(file)) return false;
  const [pid = "", , noted] = readFileSync(file, "utf8").split("\n");
  const isOurs =
    started === null ? isServerOf(cluster, pid) : Math.abs(Number(noted) - started) <= SAME_START_S;
  if (!isOurs) return false;
  process.kill(Number(pid), signal);
  return true;
}

function isRunningStill(cluster: Cluster): boolean {
  return runningPid(cluster) !== null;
}

/** The server that noted itself in its folder, where it runs. */
function runningPid(cluster: Cluster): number | null {
  const file = join(cluster.data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pid = ""] = readFileSync(file, "utf8").split("\n");
  return isServerOf(cluster, pid) ? Number(pid) : null;
}

/** A server that does not answer, on a full disk for one, is known by the folder that it was started with. */
function isServerOf({ data }: Cluster, pid: string): boolean {
  return commandOf(pid).includes(data);
}

/** The words that a process was started with; none where the machine does not tell. */
function commandOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${Number(pid)}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}

/** The file notes whole seconds. */
const SAME_START_S = 2;

/** What this keeper wrote. */
let own = "";

/** Of several keepers that began together the last one stays. */
function isOwn(file: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === own;
}

function touchedAt(file: string): number {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

/** The server goes on writing at the end of the file that it has, so a full one is copied aside and emptied. */
function turnLog(log: string): void {
  if (!existsSync(log) || statSync(log).size <= LOG_LIMIT) return;
  cpSync(log, `${log}.1`);
  truncateSync(log);
}

/** Nothing of the user's environment but what programs need: PG* variables would bend the server. */
function cleanEnv(): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C.UTF-8", TZ: "UTC" };
}

const [, program, folder] = process.argv;
if (program !== undefined && /keeper\.[jt]s$/.test(program) && folder !== undefined)
  await keepServer(folder);
