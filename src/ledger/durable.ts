/** Files that are there whole or not at all, also when the power goes: the bytes and then the folder reach the disk. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { open, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Failure } from "../base/failure.ts";
import { diskFull } from "../base/systemFailure.ts";

/** Writes a file that only its owner may read, unless told otherwise, in place of the one that was there. */
export function writeWhole(path: string, bytes: Uint8Array, mode = 0o600): void {
  const draft = `${path}.${process.pid}`;
  try {
    writeDurably(draft, bytes, mode);
    renameSync(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(draft, { force: true });
    throw diskFailure(error);
  }
}

/** The same, while other work goes on. */
export async function writeWholeBeside(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, bytes, { mode: 0o600, flush: true });
    await rename(draft, path);
    const folder = await open(dirname(path), "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    await rm(draft, { force: true });
    throw diskFailure(error);
  }
}

/** A full disk is told as one. */
function diskFailure(error: unknown): unknown {
  const isFull = error instanceof Error && "code" in error && error.code === "ENOSPC";
  return isFull ? diskFull(error) : error;
}

/**
 * Makes a folder and those above it; answers with those that were missing. Step by step: where no folder can be made, as below /proc,
 * the system says that the one above is missing, and `recursive` tries that for ever. Throws `forbidden` there.
 */
export function makeFolders(path: string, mode = 0o700): readonly string[] {
  if (existsSync(path)) {
    // Says where it is no folder.
    mkdirSync(path, { recursive: true });
    return [];
  }
  const above = dirname(path);
  const made = makeFolders(above, mode);
  try {
    mkdirSync(path, { mode });
    return [...made, path];
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    if (error.code === "EEXIST") return made;
    if (error.code !== "ENOENT") throw error;
    throw new Failure("forbidden", `No folder can be made in ${above}; choose another place`, {
      cause: error,
    });
  }
}

/** Writes a file that only its owner may read, unless told otherwise; it is on the disk when this is over. */
export function writeDurably(path: string, bytes: Uint8Array, mode = 0o600): void {
  const file = openSync(path, "w", mode);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a folder and those above it that are missing; that they are there reaches the disk too. */
export function makeDurableFolder(path: string): void {
  for (const made of makeFolders(path).toReversed()) syncFolder(dirname(made));
}

/** Gives a file that is on the disk its name, for good; false where another one has it. Killed anywhere, the name has all of it or nothing. */
export function placeDurably(draft: string, path: string): boolean {
  if (existsSync(path) || !isLinked(draft, path)) return false;
  try {
    syncFolder(dirname(path));
  } catch {
    // Not every file system does that for a folder; the file is there.
  }
  return true;
}

/** Of two that take a name one is told. */
function isLinked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
  } catch {
    if (existsSync(path)) return false;
    return isReserved(draft, path);
  }
  rmSync(draft, { force: true });
  return true;
}

/** The same on a file system without links, such as that of a stick: the name is taken first. */
function isReserved(draft: string, path: string): boolean {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (existsSync(path)) return false;
    throw error;
  }
  try {
    renameSync(draft, path);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
  return true;
}

/** What was made or removed in a folder reaches the disk. */
export function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
