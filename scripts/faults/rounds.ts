import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  added,
  dist,
  killDatabase,
  must,
  sanad,
  start,
  startScript,
  verified,
  type World,
  writeReports,
} from "./world.ts";

/** Who is killed with SIGKILL, in the middle of what. */
export const VICTIMS = ["program", "database", "both"] as const;
export const ACTIONS = ["add", "reread", "erase", "backup"] as const;
type Victim = (typeof VICTIMS)[number];

/** Everything that was ever acknowledged, and what was erased since. */
export type Memory = {
  readonly acknowledged: Set<string>;
  readonly erased: Set<string>;
  entries: number;
};

type Round = {
  readonly world: World;
  readonly number: number;
  readonly victim: Victim;
  readonly memory: Memory;
  readonly texts: readonly string[];
};

const REPORTS = 96;

/** Runs one round; throws where something acknowledged is lost, something is there twice, or anything does not agree. */
export async function runRound(action: (typeof ACTIONS)[number], round: Round): Promise<void> {
  await RUNS[action](round);
  const { world, memory, number } = round;
  const entries = verified(world, number % 10 === 0);
  if (entries < memory.entries)
    throw new Error(`${entries} entries where there were ${memory.entries}`);
  memory.entries = entries;
}

const RUNS: Readonly<Record<(typeof ACTIONS)[number], (round: Round) => Promise<void>>> = {
  add: killAdd,
  reread: killReread,
  erase: killErase,
  backup: killBackup,
};

async function killAdd({ world, number, victim, memory, texts }: Round): Promise<void> {
  const file = writeReports(world, `round-${number}`, REPORTS, texts);
  const child = start(world, ["add", file, "--json"]);
  const own = new Set<string>();
  let rest = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split("\n");
    rest = parts.pop() ?? "";
    for (const { documents } of parts.map(added)) for (const one of documents) own.add(one);
  });
  // Not before something was acknowledged: what nobody was promised cannot be lost. Then at different moments.
  while (own.size === 0 && child.exitCode === null) await wait(5);
  await killAfter((number * 7919) % 400, child, victim, world);
  must(world, "add", file, "--json");
  const { documents, isNew } = added(must(world, "add", file, "--json"));
  if (isNew) throw new Error("a third adding added something");
  if (new Set(documents).size !== REPORTS)
    throw new Error(`${new Set(documents).size} documents of ${REPORTS} reports`);
  const lost = [...own].filter((document) => !documents.includes(document));
  if (lost.length > 0) throw new Error(`${lost.length} acknowledged reports are lost`);
  for (const document of documents) memory.acknowledged.add(document);
}

async function killReread({ world, number, victim, memory }: Round): Promise<void> {
  // Another name of the reader, so that every document is entered again.
  const script = `
    const { openSession, closeArchive } = await import(${JSON.stringify(join(dist, "flow/archive/session.js"))});
    const { rereadArchive } = await import(${JSON.stringify(join(dist, "flow/archive/rereadArchive.js"))});
    const now = () => new Date().toISOString();
    const around = { folder: process.env.SANAD_ARCHIVE, env: process.env, given: null, ask: null, now };
    const session = await openSession(around);
    console.log("begins");
    for await (const _ of rereadArchive(session, { reader: "round ${number}", isAll: true, isDry: false, now }));
    await closeArchive(session.archive);`;
  const child = startScript(world, script);
  let hasBegun = false;
  child.stdout?.once("data", () => (hasBegun = true));
  while (!hasBegun && child.exitCode === null) await wait(5);
  await killAfter((number * 7919) % 1500, child, victim, world);
  checkThere(world, memory, number);
}

async function killErase({ world, number, victim, memory }: Round): Promise<void> {
  const [document = ""] = [...memory.acknowledged].filter((one) => !memory.erased.has(one));
  const child = start(world, ["erase", document, "--yes", "--reason", "a round", "--json"]);
  let isAcknowledged = false;
  child.stdout?.once("data", () => (isAcknowledged = true));
  await killAfter(300 + ((number * 7919) % 2500), child, victim, world);
  const { code } = sanad(world, ["show", document]);
  if (code !== 0 && code !== 3) throw new Error(`show ended with ${code}`);
  if (isAcknowledged && code === 0) throw new Error("an acknowledged erasure is undone");
  if (code === 0) must(world, "erase", document, "--yes", "--reason", "a round");
  memory.erased.add(document);
  checkThere(world, memory, number);
}

async function killBackup({ world, number, victim, memory }: Round): Promise<void> {
  const file = join(world.parent, `round-${number}.backup`);
  const child = start(world, ["backup", file, "--plain"]);
  await killAfter(300 + ((number * 7919) % 1500), child, victim, world);
  // Whole or not there; the next attempt is not in its way.
  if (!existsSync(file)) must(world, "backup", file, "--plain");
  const other = { ...world, folder: join(world.parent, `restored-${number}`) };
  other.env = { ...world.env, SANAD_ARCHIVE: other.folder };
  must(other, "restore", file, other.folder);
  must(other, "stop");
  checkThere(world, memory, number);
  if (readdirSync(world.folder).some((name) => name.includes("unfinished")))
    throw new Error("something unfinished is left");
}

/** A few of those that were acknowledged are shown, and none that was erased. */
function checkThere(world: World, { acknowledged, erased }: Memory, number: number): void {
  const all = [...acknowledged].filter((one) => !erased.has(one));
  const some = [0, 1, 2].map((at) => all[(number * 131 + at * 977) % all.length] ?? "");
  for (const document of some) must(world, "show", document);
  const gone = [...erased].at(-1);
  if (gone !== undefined && sanad(world, ["show", gone]).code !== 3)
    throw new Error("an erased report is shown");
}

async function killAfter(
  milliseconds: number,
  child: ChildProcess,
  victim: Victim,
  world: World,
): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await Promise.race([wait(milliseconds), ended]);
  if (victim !== "database") child.kill("SIGKILL");
  if (victim !== "program") killDatabase(world);
  if (child.exitCode === null && child.signalCode === null) await ended;
}
