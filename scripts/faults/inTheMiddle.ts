import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { killDatabase, query, type World } from "./world.ts";

/** Who is killed with SIGKILL. */
export const VICTIMS = ["program", "database", "both"] as const;
export type Victim = (typeof VICTIMS)[number];

/** A command that works: its process, and whether what it is for has begun. */
export type Work = { readonly child: ChildProcess; readonly hasBegun: () => Promise<boolean> };

/** How long a kind of work lasts behind its beginning, as far as is known: kills spread over all of that. */
export type Lasting = { milliseconds: number };

/** A kill that came too late is tried again on other work; so often. */
const MOST_TRIES = 6;
const POLL_MS = 3;

/**
 * Kills work in its middle: behind its beginning and before its end, at `share` of the time that it is known to last. Answers how long
 * it had been at work. Work that ended before shows how long it lasts, and other work is begun; throws where none was hit.
 */
export async function killInTheMiddle(
  {
    world,
    victim,
    share,
  }: { readonly world: World; readonly victim: Victim; readonly share: number },
  lasting: Lasting,
  begin: (attempt: number) => Work,
): Promise<number> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const { child, hasBegun } = begin(attempt);
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
    while (!isOver() && !(await hasBegun())) await wait(POLL_MS);
    const begunAt = performance.now();
    await Promise.race([wait(share * lasting.milliseconds), ended]);
    const wasAtWork = !isOver();
    const worked = performance.now() - begunAt;
    if (victim !== "database") child.kill("SIGKILL");
    if (victim !== "program" && wasAtWork) killDatabase(world);
    await ended;
    // A program whose database went away must say so; one that ended well had done its work before.
    if (wasAtWork && child.exitCode !== 0) {
      lasting.milliseconds *= 1.1;
      return worked;
    }
    if (child.exitCode !== 0) throw new Error(`ended by itself with ${child.exitCode}`);
    lasting.milliseconds = Math.max(50, Math.min(lasting.milliseconds, worked) * 0.8);
  }
  throw new Error(`ended ${MOST_TRIES} times before it could be killed`);
}

/** Whether somebody who came after the others works in the database. */
export async function newSession(world: World): Promise<() => Promise<boolean>> {
  const sessions = async (): Promise<readonly number[]> =>
    (
      await query(world, "select pid from pg_stat_activity where usename = 'sanad_app'").catch(
        () => [],
      )
    ).map(({ pid }) => Number(pid));
  const before = new Set(await sessions());
  return async () => (await sessions()).some((pid) => !before.has(pid));
}
