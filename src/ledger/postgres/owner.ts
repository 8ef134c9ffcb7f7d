/** PostgreSQL refuses to run as root; then it runs as another user of the machine, who must be able to reach its folder. */
import {
  accessSync,
  chownSync,
  constants,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../../base/failure.ts";

/** Whom the database runs as; empty where that is whoever runs Sanad. */
export type Owner = { readonly uid?: number; readonly gid?: number };

/** Users tried under root, in this order. */
const USERS = ["sanad", "postgres", "nobody"] as const;

/** The name of the user a database in this folder runs as under root, such as it is or would be; null where that is who runs Sanad. */
export function nameOfOwner(folder: string): string | null {
  const { uid } = findOwner(folder);
  return uid === undefined
    ? null
    : (readUsers().find((fields) => Number(fields[2]) === uid)?.[0] ?? String(uid));
}

function readUsers(): readonly (readonly string[])[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
}

/** The user the database of a folder runs as: whom the folder belongs to, else one of the usual ones. */
export function findOwner(folder: string): Owner {
  if (process.getuid?.() !== 0) return {};
  const { uid, gid } = statSync(folder);
  if (uid !== 0) return { uid, gid };
  const rows = readUsers();
  for (const name of USERS) {
    const row = rows.find((fields) => fields[0] === name);
    if (row !== undefined) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new Failure(
    "unavailable",
    "PostgreSQL does not run as root, and this machine has no user sanad, postgres or nobody; run Sanad as another user",
  );
}

/** Gives a folder to its owner and refuses one that the owner could not reach. */
export function giveFolder(folder: string, owner: Owner): void {
  const { uid, gid } = owner;
  if (uid === undefined || gid === undefined) return;
  for (let at = dirname(folder); at !== dirname(at); at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0 && statSync(at).uid !== uid)
      throw new Failure(
        "unavailable",
        `As root, PostgreSQL runs as another user, who may not enter ${at}; let others pass through (chmod o+x), put the archive elsewhere, or run Sanad as another user`,
      );
  }
  giveTree(folder, uid, gid);
}

function giveTree(path: string, uid: number, gid: number): void {
  const { uid: has } = lstatSync(path);
  if (has !== uid) chownSync(path, uid, gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path))
    if (lstatSync(join(path, name)).uid !== uid) giveTree(join(path, name), uid, gid);
}

/** May programs in this folder be run by everybody? */
export function canReach(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  for (let at = path; at !== dirname(at); at = dirname(at))
    if ((statSync(at).mode & 0o001) === 0) return false;
  return true;
}
