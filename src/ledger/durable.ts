/** Files that are there whole or not at all, also when the power goes: the bytes and then the folder reach the disk. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { Failure } from "../base/failure.ts";

/** Writes a file that only its owner may read, in place of the one that was there. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${process.pid}`;
  try {
    writeDurably(draft, bytes);
    renameSync(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof Error && "code" in error && error.code === "ENOSPC")
      throw new Failure("unavailable", "The disk is full; nothing was half-written", {
        cause: error,
      });
    throw error;
  }
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "w", 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
