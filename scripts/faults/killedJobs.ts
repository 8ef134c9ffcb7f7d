import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  added,
  killDatabase,
  must,
  query,
  start,
  verified,
  type World,
  worldAt,
  writeReports,
} from "./world.ts";

const REPORTS = 200;
const ROUNDS = 5;
/** A kill may come too late; it is tried again. */
const MOST_ROUNDS = 20;
const FEWEST_CUT = 2;

/**
 * Killed between entering and linking, and in the middle of a job: whatever was entered has its job, the next command does it, and
 * people and events are what linking everything anew makes.
 */
export async function killedJobs(world: World, texts: readonly string[]): Promise<null> {
  const file = writeReports(world, "jobs", REPORTS, texts);
  const victims = [
    [true, false],
    [false, true],
    [true, true],
  ] as const;
  for (const [number, [isProgram, isDatabase]] of victims.entries()) {
    const own = worldAt(world.parent, `jobs-${number}`);
    must(own, "init", own.folder);
    const command = start(own, ["add", file, "--json"]);
    const ended = new Promise<void>((resolve) => command.once("exit", () => resolve()));
    await allAdded(command);
    let seen = 0;
    for (let round = 0; round < ROUNDS || (seen < FEWEST_CUT && round < MOST_ROUNDS); round++) {
      const child = round === 0 ? command : start(own, ["link", "--all"]);
      const gone = round === 0 ? ended : new Promise<void>((r) => child.once("exit", () => r()));
      if (round > 0) await untilJob(own, child, (round % 4) * 25);
      if (isProgram) child.kill("SIGKILL");
      if (isDatabase) killDatabase(own);
      await gone;
      const jobs = must(own, "jobs", "--json")
        .split("\n")
        .filter((line) => line !== "");
      if (jobs.length > 0) seen += 1;
      else if (round === 0) linkedAlready(own);
    }
    if (seen < FEWEST_CUT) throw new Error(`only ${seen} jobs were cut short`);
    must(own, "people");
    if (must(own, "jobs", "--json") !== "") throw new Error("a job is left");
    const left = await query(own, "select 1 from queue._private_jobs");
    if (left.length > 0) throw new Error("a job that another stands for is left");
    linkedAlready(own, "linking all anew makes other people or events");
    verified(own, true);
    must(own, "stop");
    rmSync(join(own.folder), { recursive: true, force: true, maxRetries: 5 });
  }
  return null;
}

/** Where no job is left its work must be done: linking all anew changes nothing. */
function linkedAlready(own: World, why = "what was entered has no job"): void {
  const made = tableOf(own);
  must(own, "link", "--all");
  if (tableOf(own) !== made) throw new Error(why);
}

/** Waits until the command has its job, and then some more; not beyond its end. */
async function untilJob(
  own: World,
  child: ReturnType<typeof start>,
  moreMs: number,
): Promise<void> {
  while (child.exitCode === null) {
    const jobs = await query(own, "select 1 from queue._private_jobs").catch(() => []);
    if (jobs.length > 0) return wait(moreMs);
    await wait(5);
  }
}

/** Every report was acknowledged; people are linked after that. */
async function allAdded(child: ReturnType<typeof start>): Promise<void> {
  let out = "";
  let count = 0;
  child.stdout?.on("data", (chunk: Buffer) => {
    const lines = (out + chunk.toString()).split("\n");
    out = lines.pop() ?? "";
    count += lines.reduce((sum, line) => sum + added(line).documents.length, 0);
  });
  while (count < REPORTS && child.exitCode === null) await wait(5);
}

/** Who was told of, and what happened. */
function tableOf(world: World): string {
  return ["people", "events"]
    .map((verb) => must(world, verb, "--json", "--limit", "100000"))
    .join("\n");
}
