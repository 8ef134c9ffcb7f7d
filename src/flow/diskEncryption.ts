/**
 * In: a folder. Out: whether what is written there is encrypted below the file system, as far as this machine tells.
 * Never: guesses; what cannot be known is "unknown". Looks at files of the system only, and asks no disk.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

export type DiskState = {
  readonly state: "encrypted" | "clear" | "memory" | "unknown";
  /** File system and device, as the system names them; empty where nothing was found out. */
  readonly on: string;
};

/** File systems that encrypt by themselves. */
const ENCRYPTING = /^(?:ecryptfs|fuse\.(?:gocryptfs|encfs|cryfs|securefs|veracrypt))$/;
const IN_MEMORY = /^(?:tmpfs|ramfs)$/;
/** Bits of st_rdev as Linux packs them. */
const MINOR_LOW = 0xff;

/** Is the folder on an encrypted disk? */
export function inspectDisk(folder: string, root = "/"): DiskState {
  try {
    if (process.platform === "darwin") return inspectFileVault();
    if (process.platform !== "linux") return UNKNOWN;
    return inspectMount(realpathSync(existing(folder)), root);
  } catch {
    return UNKNOWN;
  }
}

/** Is what the machine puts aside from memory encrypted? Null where it puts nothing aside. */
export function inspectSwap(root = "/"): DiskState | null {
  try {
    const lines = readFileSync(join(root, "proc/swaps"), "utf8").trim().split("\n").slice(1);
    const states = lines.map((line) => {
      const [path = "", type = ""] = line.split(/\s+/);
      if (/zram\d*$/.test(path)) return { state: "memory", on: path } as const;
      return type === "partition" ? ofDevice(deviceOf(path), path, root) : inspectMount(path, root);
    });
    return (
      states.find(({ state }) => state === "clear") ??
      states.find(({ state }) => state === "unknown") ??
      states[0] ??
      null
    );
  } catch {
    return null;
  }
}

const UNKNOWN: DiskState = { state: "unknown", on: "" };

function inspectFileVault(): DiskState {
  const said = execFileSync("/usr/bin/fdesetup", ["status"], { encoding: "utf8", timeout: 5_000 });
  if (/FileVault is On/.test(said)) return { state: "encrypted", on: "FileVault" };
  return /FileVault is Off/.test(said) ? { state: "clear", on: "FileVault" } : UNKNOWN;
}

function existing(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) || path === "/" ? path : existing(join(path, ".."));
}

type Mount = {
  readonly device: string;
  readonly point: string;
  readonly type: string;
  readonly source: string;
};

/** The mount that holds a path: proc(5), mountinfo. The longest point wins, and of equal ones the last. */
function inspectMount(path: string, root: string): DiskState {
  const mounts = readFileSync(join(root, "proc/self/mountinfo"), "utf8")
    .trim()
    .split("\n")
    .map(readMount);
  const holds = ({ point }: Mount): boolean =>
    path === point || path.startsWith(point === "/" ? "/" : `${point}/`);
  const [first, ...rest] = mounts.filter(holds);
  if (first === undefined) return UNKNOWN;
  const { device, type, source } = rest.reduce(
    (best, one) => (one.point.length >= best.point.length ? one : best),
    first,
  );
  const on = `${type} ${source}`;
  if (ENCRYPTING.test(type)) return { state: "encrypted", on };
  if (IN_MEMORY.test(type)) return { state: "memory", on };
  // File systems over several devices have a number of their own; then the device that is named tells.
  return ofDevice(device.startsWith("0:") ? deviceOf(source) : device, on, root);
}

function readMount(line: string): Mount {
  const [left = "", right = ""] = line.split(" - ");
  const [, , device = "", , point = ""] = left.split(" ");
  const [type = "", source = ""] = right.split(" ");
  return { device, point: unescaped(point), type, source: unescaped(source) };
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(\d{3})/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 8)),
  );
}

function deviceOf(path: string): string {
  const { rdev } = statSync(path);
  const minor = (rdev & MINOR_LOW) | ((rdev >>> 12) & ~MINOR_LOW);
  return `${(rdev >>> 8) & 0xfff}:${minor}`;
}

/** A device is encrypted where it, or everything below it, is a mapping of dm-crypt. */
function ofDevice(device: string, on: string, root: string): DiskState {
  const folder = join(root, "sys/dev/block", device);
  if (!/^\d+:\d+$/.test(device) || !existsSync(folder)) return { state: "unknown", on };
  return { state: isCrypt(realpathSync(folder)) ? "encrypted" : "clear", on };
}

function isCrypt(folder: string): boolean {
  const uuid = join(folder, "dm/uuid");
  if (existsSync(uuid) && readFileSync(uuid, "utf8").startsWith("CRYPT-")) return true;
  const slaves = join(folder, "slaves");
  const below = existsSync(slaves) ? readdirSync(slaves) : [];
  return below.length > 0 && below.every((name) => isCrypt(realpathSync(join(slaves, name))));
}
