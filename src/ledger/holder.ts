/** Which program holds something, in a way that outlives it: the number of a process is given to another one some day. */
import { execFileSync } from "node:child_process";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

export type Holder = { readonly pid: number; readonly since: string | null };

/** Of what nobody holds any more. */
export const NOBODY: Holder = { pid: 0, since: null };

/** This program. */
export function ownHolder(): Holder {
  return { pid: process.pid, since: lookAt(process.pid).since };
}

/** Does the program still run, and is it that one? */
export function isRunning({ pid, since }: Holder): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process runs too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  const found = lookAt(pid);
  if (found.hasEnded) return false;
  return since === null || found.since === since;
}

/** When a process began, as the machine tells it, and whether it ended and only waits to be noticed. */
function lookAt(pid: number): { readonly since: string | null; readonly hasEnded: boolean } {
  try {
    if (!existsSync("/proc/self/stat")) {
      const ps = ["-o", "stat=,lstart=", "-p", String(pid)];
      const [, state = "", since = ""] =
        /^(\S+)\s+(.+)$/.exec(execFileSync("ps", ps, { encoding: "utf8" }).trim()) ?? [];
      return { since, hasEnded: state.startsWith("Z") };
    }
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // The name in brackets may hold anything; behind it come the state and, as the twentieth, the time.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1)?.trim().split(" ");
    return { since: `${boot} ${fields?.[19] ?? ""}`, hasEnded: fields?.[0] === "Z" };
  } catch {
    return { since: null, hasEnded: false };
  }
}

/**
 * Takes a lock that is a file, also one of a program that died; answers with what lets it go, or null where another program
 * holds it. Of several that take a dead one's lock over, one at a time looks.
 */
export function takeLock(path: string): (() => void) | null {
  const draft = `${path}.${process.pid}`;
  const turn = `${path}.turn`;
  writeFileSync(draft, JSON.stringify(ownHolder()), { mode: 0o600 });
  try {
    if (!placeFile(draft, path)) {
      if (!placeFile(draft, turn) && !(clearDead(turn) && placeFile(draft, turn))) return null;
      try {
        if (isRunning(readHolder(path))) return null;
        renameSync(draft, path);
      } finally {
        rmSync(turn, { force: true });
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** Takes away what a program left that was killed while it looked; false where its program runs. */
function clearDead(turn: string): boolean {
  if (isRunning(readHolder(turn))) return false;
  const away = `${turn}.${process.pid}`;
  try {
    renameSync(turn, away);
  } catch {
    return true;
  }
  try {
    // Another program may have taken it between the look and the renaming: it gets it back.
    return !(isRunning(readHolder(away)) && placeFile(away, turn));
  } finally {
    rmSync(away, { force: true });
  }
}

/** Puts a file there with all its bytes, unless there is one. */
export function placeFile(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch {
    if (existsSync(path)) return false;
    // A file system without links.
    writeFileSync(path, readFileSync(draft), { flag: "wx", mode: 0o600 });
    return true;
  }
}

/** Who stands in a file; an older Sanad wrote the number alone. */
export function readHolder(path: string): Holder {
  try {
    const found: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof found === "number" ? { pid: found, since: null } : (found as Holder);
  } catch {
    return NOBODY;
  }
}
