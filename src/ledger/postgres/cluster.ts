/** Places of an embedded database below its folder. */
import { createHash } from "node:crypto";
import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../../base/failure.ts";

export type Cluster = {
  readonly folder: string;
  readonly data: string;
  /** Folder of the unix socket. */
  readonly socket: string;
  readonly log: string;
  /** Touched by every command; the server stops some minutes after the last. */
  readonly used: string;
  readonly keeper: string;
  /** Why the last start failed. */
  readonly error: string;
};

/** Longest path of a unix socket on Linux and macOS, with the server's own file name behind it. */
const SOCKET_LIMIT = 100;
/** Its name, by the number that stands for a port. */
export const SOCKET_FILE = ".s.PGSQL.5432";

/** The places below a folder, which is made where it is missing. */
export function clusterAt(folder: string): Cluster {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = join(folder, "run");
  const isShort = Buffer.byteLength(join(own, SOCKET_FILE)) <= SOCKET_LIMIT;
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  const socket = isShort ? own : join(tmpdir(), `sanad-${hash}`);
  mkdirSync(socket, { recursive: true, mode: 0o700 });
  if (!isShort) checkSocketFolder(socket, folder);
  return {
    folder,
    data: join(folder, "data"),
    socket,
    log: join(folder, "postgres.log"),
    used: join(folder, "used"),
    keeper: join(folder, "keeper.pid"),
    error: join(folder, "error"),
  };
}

/** In a folder that everybody may write to, somebody else could have been there first and listen in our place. */
export function checkSocketFolder(socket: string, folder: string): void {
  const { uid, mode, isDirectory } = lstatOf(socket);
  const owners = [process.getuid?.() ?? uid, lstatOf(folder).uid];
  if (isDirectory && owners.includes(uid) && (mode & 0o077) === 0) return;
  throw new Failure(
    "unavailable",
    `${socket} belongs to somebody else, or others may enter it; remove it, or put the archive where its path is shorter`,
  );
}

function lstatOf(path: string) {
  const found = lstatSync(path);
  return { uid: found.uid, mode: found.mode, isDirectory: found.isDirectory() };
}
