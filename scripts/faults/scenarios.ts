import { type ChildProcess, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { flippedAnywhere } from "./flippedAnywhere.ts";
import { killedJobs } from "./killedJobs.ts";
import { stopAtNewSight } from "./stopAtNewSight.ts";
import { diskImage } from "./diskImage.ts";
import {
  added,
  expectCode,
  must,
  query,
  sanad,
  start,
  verified,
  type World,
  worldAt,
  writeReports,
} from "./world.ts";

/** Things that happen once; each answers with nothing, or why it could not be tried here. */
type Scenario = (world: World, texts: readonly string[]) => Promise<string | null>;

export const SCENARIOS: readonly (readonly [name: string, run: Scenario])[] = [
  ["a wrong passphrase", wrongPassphrase],
  ["a flipped byte in evidence", flippedEvidence],
  ["a flipped byte in a page of the ledger's table", flippedPage],
  ["a flipped byte anywhere", flippedAnywhere],
  ["a clock that jumps", jumpingClock],
  ["a migration that is killed", killedMigration],
  ["jobs that are cut short", killedJobs],
  ["an init that is killed", killedInit],
  ["an init that ends after each of its steps", stoppedInit],
  ["a backup cut short", cutBackup],
  ["a restore over a newer archive", restoreOver],
  ["history written anew with the real key", rewrittenHistory],
  ["a full disk", fullDisk],
  ["an image of the disk", diskImage],
];

async function wrongPassphrase(world: World): Promise<null> {
  expectCode(sanad(world, ["verify"], { SANAD_PASSPHRASE: "six other words altogether" }), 5);
  verified(world, false);
  return null;
}

async function flippedEvidence(world: World, texts: readonly string[]): Promise<null> {
  const folder = join(world.folder, "evidence");
  must(world, "add", writeReports(world, "flipped", 3, texts));
  // What a killed command left is of no entry: nobody can open it, and only --deep names it.
  const [row] = await query(world, "select name from ledger.blobs order by name limit 1");
  const file = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.replaceAll(/[^0-9a-f]/g, "") === row?.["name"])
    .map((name) => join(folder, name))[0];
  if (file === undefined) throw new Error("No file has the name of a piece of evidence");
  await withFlip(file, 40, async () => {
    const { out } = expectCode(sanad(world, ["verify"]), 70);
    expectText(out, /evidence of d-/);
  });
  verified(world, true);
  return null;
}

async function flippedPage(world: World): Promise<null> {
  must(world, "checkpoint");
  const [row] = await query(world, "select pg_relation_filepath('ledger.entries') as path");
  must(world, "stop");
  const file = join(world.folder, "database/data", String(row?.["path"]));
  await withFlip(file, 8_192 + 6_000, async () => {
    const { out } = expectCode(sanad(world, ["verify"]), 70);
    expectText(out, /entry \d+: the database cannot read it/);
    must(world, "stop");
  });
  verified(world, true);
  return null;
}

async function jumpingClock(world: World, texts: readonly string[]): Promise<null> {
  for (const years of [-20, 30, 0]) {
    const file = writeReports(world, `clock${years}`, 3, texts);
    const shift = `const real = Date; const by = ${years} * 365 * 864e5;
      globalThis.Date = class extends real { constructor(...of) { of.length === 0 ? super(real.now() + by) : super(...of); }
        static now() { return real.now() + by; } };`;
    const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(shift)}`;
    expectCode(sanad(world, ["add", file], { NODE_OPTIONS }), 0);
  }
  verified(world, true);
  return null;
}

/** What a migration waits for, held by somebody else: before its tables change, and behind that, before it is noted. */
const HELD = ["ledger.heads", "public.sanad_migrations"];

async function killedMigration(world: World): Promise<null> {
  for (const table of HELD) {
    must(world, "checkpoint");
    // As the version before left it.
    await query(
      world,
      "alter table ledger.heads drop column seat; delete from public.sanad_migrations where name like '0011%'",
    );
    await whileHeld(world, table, async () => {
      const child = start(world, ["checkpoint"]);
      await untilWaiting(world, table, child);
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
    });
    const [head] = await query(
      world,
      "select count(*)::int as count from public.sanad_migrations where name like '0011%'",
    );
    if (head?.["count"] !== 0) throw new Error("the migration was over before it was killed");
    await forgetSeat(world, () => must(world, "checkpoint"));
    await query(world, `update ledger.heads set seat = '${seatOf(world)}'`);
    verified(world, false);
  }
  return null;
}

/** Holds a table in a session of its own, so that nobody changes it, and lets it go. */
async function whileHeld(
  { folder }: World,
  table: string,
  use: () => Promise<void>,
): Promise<void> {
  const holder = new pg.Client({
    host: join(folder, "database/run"),
    user: "sanad_owner",
    database: "sanad",
  });
  await holder.connect();
  try {
    await holder.query(`begin; lock table ${table} in share mode`);
    await use();
  } finally {
    await holder.end();
  }
}

const WAITING_LIMIT_MS = 60_000;

/** Until a program waits for the table: it is in the middle of what changes it. */
async function untilWaiting(world: World, table: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < WAITING_LIMIT_MS; waited += 20) {
    const [found] = await query(
      world,
      `select count(*)::int as count from pg_locks where not granted and relation = '${table}'::regclass`,
    );
    if (found?.["count"] !== 0) return;
    if (child.exitCode !== null) break;
    await wait(20);
  }
  child.kill("SIGKILL");
  throw new Error(`nothing was killed: no migration ever changed ${table}`);
}

/** An archive of the version before knows no seat. */
async function forgetSeat({ folder }: World, use: () => void): Promise<void> {
  const file = join(folder, "sanad.archive.json");
  const text = readFileSync(file, "utf8");
  const { seat: _seat, ...before } = JSON.parse(text) as { seat: string };
  writeFileSync(file, JSON.stringify(before));
  try {
    use();
  } finally {
    writeFileSync(file, text);
  }
}

function seatOf({ folder }: World): string {
  return (JSON.parse(readFileSync(join(folder, "sanad.archive.json"), "utf8")) as { seat: string })
    .seat;
}

async function killedInit(world: World, texts: readonly string[]): Promise<null> {
  for (const milliseconds of [150, 300, 450, 600, 900]) {
    const own = worldAt(world.parent, `init-${milliseconds}`);
    const child = start(own, ["init", own.folder]);
    await wait(milliseconds);
    child.kill("SIGKILL");
    takeUp(own, `init-${milliseconds}`, texts);
  }
  return null;
}

/** An init ended by itself after each of its steps: whenever the folder or the database looks as it never did before. */
async function stoppedInit(world: World, texts: readonly string[]): Promise<null> {
  const seen = join(world.parent, "seen");
  writeFileSync(seen, "");
  for (let step = 0; ; step++) {
    const own = worldAt(world.parent, `step-${step}`);
    const { code, told } = sanad(own, ["init", own.folder], stopAtNewSight(own.folder, seen));
    if (code !== null) {
      if (code !== 0 || step < 8) throw new Error(`init ended with ${code} at ${step}: ${told}`);
      takeUp(own, `step-${step}`, texts);
      return null;
    }
    takeUp(own, `step-${step}`, texts);
  }
}

/** Init of the same folder makes an archive of whatever the killed one left, unless that was finished. */
function takeUp(own: World, name: string, texts: readonly string[]): void {
  const isThere = existsSync(join(own.folder, "sanad.archive.json"));
  const before = existsSync(own.folder) ? readdirSync(own.folder).join(" ") : "";
  const { code, told } = sanad(own, ["init", own.folder]);
  if (code !== (isThere ? 4 : 0))
    throw new Error(`over ${before}: init ended with ${code}: ${told.slice(-300)}`);
  must(own, "add", writeReports(own, name, 2, texts));
  verified(own, true);
  must(own, "stop");
  const left = readdirSync(own.folder).filter((one) => /unfinished|\.\d+$/.test(one));
  if (!isThere && left.length > 0) throw new Error(`over ${before}: left ${left.join(" ")}`);
}

async function cutBackup(world: World): Promise<null> {
  const file = join(world.parent, "whole.backup");
  must(world, "backup", file, "--plain");
  const cut = join(world.parent, "cut.backup");
  const bytes = readFileSync(file);
  writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * 0.9)));
  const other = worldAt(world.parent, "cut");
  expectCode(sanad(other, ["restore", cut, other.folder]), 70);
  if (existsSync(other.folder)) throw new Error("something is left of the restore");
  return null;
}

async function restoreOver(world: World, texts: readonly string[]): Promise<null> {
  const file = join(world.parent, "older.backup");
  must(world, "backup", file, "--plain");
  must(world, "add", writeReports(world, "newer", 3, texts));
  const before = verified(world, false);
  expectCode(sanad(world, ["restore", file, world.folder]), 4);
  if (verified(world, false) !== before) throw new Error("the newer archive was changed");
  return null;
}

async function rewrittenHistory(world: World, texts: readonly string[]): Promise<null> {
  const file = join(world.parent, "history.backup");
  must(world, "backup", file, "--plain");
  must(world, "add", writeReports(world, "as it was", 3, texts));
  const handedOut = join(world.parent, "checkpoint.txt");
  writeFileSync(handedOut, must(world, "checkpoint"));
  // With the same keys, from the same beginning, another history that agrees with itself.
  const other = worldAt(world.parent, "rewritten");
  must(other, "restore", file, other.folder);
  must(other, "add", writeReports(other, "as it was not", 9, texts));
  verified(other, true);
  const { out } = expectCode(sanad(other, ["verify", "--since", handedOut]), 70);
  expectText(out, /does not begin with/);
  expectCode(sanad(world, ["verify", "--since", handedOut]), 0);
  must(other, "stop");
  return null;
}

async function fullDisk(world: World, texts: readonly string[]): Promise<string | null> {
  const mount = join(world.parent, "small");
  mkdirSync(mount);
  const own = (...words: string[]) => spawnSync("mount", words, { encoding: "utf8" });
  if (own("-t", "tmpfs", "-o", "size=110m", "tmpfs", mount).status !== 0)
    return "no file system can be mounted here";
  try {
    chmodSync(mount, 0o711);
    const small = worldAt(mount, "archive");
    must(small, "init", small.folder);
    const file = writeReports({ ...small, parent: world.parent }, "many", 1_200, texts);
    const first = sanad(small, ["add", file, "--json"]);
    if (first.code === 0) throw new Error("the disk was not full");
    expectCode(first, 6);
    const { documents } = added(first.out);
    const grown = own("-o", "remount,size=900m", mount);
    if (grown.status !== 0) throw new Error(grown.stderr);
    verified(small, true);
    const again = added(must(small, "add", file, "--json"));
    const lost = documents.filter((document) => !again.documents.includes(document));
    if (lost.length > 0) throw new Error(`${lost.length} acknowledged reports are lost`);
    verified(small, true);
    must(small, "stop");
    await wait(1_000);
    return null;
  } finally {
    spawnSync("umount", ["-l", mount]);
  }
}

async function withFlip(file: string, at: number, use: () => Promise<void>): Promise<void> {
  const flip = (): void => {
    const bytes = readFileSync(file);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  };
  flip();
  try {
    await use();
  } finally {
    flip();
  }
}

function expectText(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`does not say ${pattern}: ${text.slice(-400)}`);
}
