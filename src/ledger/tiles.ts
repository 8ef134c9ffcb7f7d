/**
 * The tree as files that can be mirrored, in the layout of C2SP tlog-tiles: `tile/…`, and `checkpoint` written last. They hold
 * leaves and hashes alone, which tell nothing of a person, and can all be made again from the ledger.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { sql } from "kysely";
import { parseCheckpoint } from "../base/checkpoint.ts";
import { type Hash, hashLeaf } from "../base/merkle.ts";
import { parseNote } from "../base/signedNote.ts";
import {
  bundlePath,
  formatBundle,
  parseTilePath,
  TILE_WIDTH,
  type TileName,
  tilePath,
} from "../base/tiles.ts";
import { type Archive, isOwnNote } from "./archive.ts";
import { beginsWith } from "./cosignatures.ts";
import { makeFolders, writeWhole } from "./durable.ts";
import { TILE_LEVELS } from "./nodes.ts";
import { readCheckpoint } from "./views.ts";

/** Folder of the tiles beside the ledger. */
export function tileFolder(folder: string): string {
  return join(folder, "tiles");
}

/** What was done: files written, and files that hold other bytes than the ledger makes; those are left as they are. */
export type TilesWritten = {
  readonly size: number;
  readonly written: number;
  readonly other: readonly string[];
};

/**
 * Brings a folder of tiles up to the ledger. With `isWhole` every file is looked at, else only those that the folder's own
 * checkpoint does not cover yet. A folder of its own is there to be read by everybody, as by a web server.
 */
export async function writeTiles(
  archive: Archive,
  folder: string,
  isWhole: boolean,
): Promise<TilesWritten> {
  const [folderMode, fileMode] =
    folder === tileFolder(archive.folder) ? ([0o700, 0o600] as const) : ([0o755, 0o644] as const);
  const checkpoint = await readCheckpoint(archive);
  const size = sizeOf(checkpoint);
  const before = sizeOf(readText(join(folder, CHECKPOINT)));
  let written = 0;
  const other: string[] = [];
  const from = isWhole || before > size ? 0 : before;
  for await (const { path, bytes } of tileFiles(archive, from, size)) {
    const file = join(folder, path);
    if (existsSync(file)) {
      if (!readFileSync(file).equals(bytes)) other.push(path);
      continue;
    }
    makeFolders(dirname(file), folderMode);
    writeWhole(file, bytes, fileMode);
    written += 1;
    removeParts(file);
  }
  // Another program may have come further meanwhile.
  if (
    other.length === 0 &&
    size > 0 &&
    (isWhole || sizeOf(readText(join(folder, CHECKPOINT))) <= size)
  ) {
    makeFolders(folder, folderMode);
    if (readText(join(folder, CHECKPOINT)) !== checkpoint) {
      writeWhole(join(folder, CHECKPOINT), Buffer.from(checkpoint), fileMode);
      written += 1;
    }
  }
  return { size, written, other };
}

/** After entries were acknowledged nothing may fail any more: tiles that could not be written are, the next time. */
export async function followWithTiles(archive: Archive): Promise<void> {
  try {
    await writeTiles(archive, tileFolder(archive.folder), false);
  } catch {
    return;
  }
}

/** Files of tiles that are missing, hold other bytes than the ledger makes, or are none of its files, by name. */
export async function checkTiles(
  archive: Archive,
  folder: string,
  tell: (path: string, what: string) => void,
): Promise<void> {
  const text = readText(join(folder, CHECKPOINT));
  // Listed before it is asked how far the ledger is: what others write meanwhile is no more than that.
  const left = new Set(filesIn(folder));
  const own = await readCheckpoint(archive);
  const head = sizeOf(own);
  if (text === "") {
    // A folder that is not there is made with the next entry; one whose files nothing signs was changed.
    if (left.size === 0 || head === 0) return;
    tell(CHECKPOINT, "is missing; sanad tiles makes it again");
  } else {
    const why = await whyNotOurs(archive, text, own);
    if (why !== null) tell(CHECKPOINT, why);
  }
  left.delete(CHECKPOINT);
  for await (const { path, bytes } of tileFiles(archive, 0, Math.min(sizeOf(text), head))) {
    const found = left.delete(path) ? readTile(folder, path) : null;
    if (found === null) {
      if (!hasGrown(folder, path)) tell(path, "is missing; sanad tiles makes it again");
    } else if (!found.equals(bytes)) tell(path, OTHER_BYTES);
  }
  for (const path of left) await checkTile(archive, folder, path, tell);
}

const OTHER_BYTES = "is not what the entries make; remove it, and sanad tiles makes it again";

/** A file beside those that the checkpoint signs: written since, or left behind by an earlier one; the ledger makes the same. */
async function checkTile(
  archive: Archive,
  folder: string,
  path: string,
  tell: (path: string, what: string) => void,
): Promise<void> {
  if (isDraft(path)) return;
  const name = parseTilePath(path);
  if (name === null) {
    tell(path, "belongs to no tree; remove it");
    return;
  }
  const bytes = await tileOf(archive, name);
  if (bytes === null) {
    tell(path, "is of entries that the ledger does not have");
    return;
  }
  const found = readTile(folder, path);
  // Gone since: others go on.
  if (found !== null && !found.equals(bytes)) tell(path, OTHER_BYTES);
}

/** Half a file of a program that writes it, or was killed at it. */
function isDraft(path: string): boolean {
  const whole = path.replace(/\.\d+$/, "");
  return whole !== path && (whole === CHECKPOINT || parseTilePath(whole) !== null);
}

/** A file as the ledger makes it, or null where it is not so far. */
async function tileOf(
  archive: Archive,
  { level, index, width }: TileName,
): Promise<Uint8Array | null> {
  const from = index * TILE_WIDTH;
  if (level !== "entries" && level > 0) {
    const hashes = await readHashes(archive, level, from, width);
    return hashes.length === width ? Buffer.concat(hashes) : null;
  }
  const leaves = await readLeaves(archive, from, from + width);
  if (leaves.length < width) return null;
  return level === "entries" ? formatBundle(leaves) : Buffer.concat(leaves.map(hashLeaf));
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      // What desktops leave in folders that somebody looked into.
      .filter((one) => !one.isDirectory() && !one.name.startsWith("."))
      .map((one) => relative(folder, join(one.parentPath, one.name)).replaceAll(sep, "/"))
      .toSorted()
  );
}

/** Why the checkpoint of a folder of tiles is not one that this ledger, of which `own` is the newest, came by; else null. */
async function whyNotOurs(archive: Archive, text: string, own: string): Promise<string | null> {
  const note = parseNote(text);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (note === null || checkpoint === null) return "is no checkpoint";
  const { size } = checkpoint;
  const head = sizeOf(own);
  if (size > head) return `signs ${size} entries, and the ledger has ${head}: it was set back`;
  if (!isOwnNote(archive, note)) return "is not signed by this archive's key";
  if (size === head && text !== own) return OTHER_BYTES;
  return (await beginsWith(archive, checkpoint))
    ? null
    : `the ledger does not begin with the ${size} entries that it signed`;
}

const CHECKPOINT = "checkpoint";

/** A tile by its name; null where it is gone. */
function readTile(folder: string, path: string): Buffer | null {
  try {
    return readFileSync(join(folder, path));
  } catch {
    return null;
  }
}

/** Is there a wider one in the place of one that was not full? */
function hasGrown(folder: string, path: string): boolean {
  const [whole = "", width] = path.split(".p/");
  if (width === undefined) return false;
  const parts = join(folder, `${whole}.p`);
  if (existsSync(join(folder, whole))) return true;
  return existsSync(parts) && readdirSync(parts).some((other) => Number(other) > Number(width));
}

type TileFile = { readonly path: string; readonly bytes: Buffer };

/** Entries read together. */
const PAGE = TILE_WIDTH * 8;

/** Every tile and bundle of a tree of some size that holds anything from an entry on. */
async function* tileFiles(archive: Archive, from: number, size: number): AsyncGenerator<TileFile> {
  const first = Math.floor(from / TILE_WIDTH) * TILE_WIDTH;
  for (let at = first; at < size; at += PAGE) {
    const leaves = await readLeaves(archive, at, Math.min(size, at + PAGE));
    for (let low = 0; low < leaves.length; low += TILE_WIDTH) {
      const part = leaves.slice(low, low + TILE_WIDTH);
      const index = (at + low) / TILE_WIDTH;
      const bytes = Buffer.from(formatBundle(part));
      yield { path: bundlePath(index, part.length), bytes };
      const hashes = Buffer.concat(part.map(hashLeaf));
      yield { path: tilePath(0, index, part.length), bytes: hashes };
    }
  }
  for (let level = 1; ; level++) {
    const span = TILE_WIDTH ** level;
    const count = Math.floor(size / span);
    if (count === 0) return;
    const start = Math.floor(Math.floor(from / span) / TILE_WIDTH);
    for (let index = start; index * TILE_WIDTH < count; index++) {
      const width = Math.min(TILE_WIDTH, count - index * TILE_WIDTH);
      const hashes = await readHashes(archive, level, index * TILE_WIDTH, width);
      yield { path: tilePath(level, index, width), bytes: Buffer.concat(hashes) };
    }
  }
}

async function readLeaves(
  { database, workspace }: Archive,
  from: number,
  to: number,
): Promise<readonly Uint8Array[]> {
  const { rows } = await sql<{ leaf: Uint8Array }>`select leaf from ledger.entries
    where workspace = ${workspace} and index >= ${from} and index < ${to} order by index`.execute(
    database,
  );
  return rows.map(({ leaf }) => leaf);
}

async function readHashes(
  { database, workspace }: Archive,
  level: number,
  from: number,
  count: number,
): Promise<readonly Hash[]> {
  const { rows } = await sql<{ hash: Uint8Array }>`select hash from ledger.nodes
    where workspace = ${workspace} and level = ${level * TILE_LEVELS} and index >= ${from} and index < ${from + count}
    order by index`.execute(database);
  return rows.map(({ hash }) => hash);
}

/** A tile that grew or is full leaves its earlier parts behind. */
function removeParts(file: string): void {
  const isPart = /\.p\/\d+$/.test(file);
  const folder = isPart ? dirname(file) : `${file}.p`;
  if (!isPart) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  for (const name of readdirSync(folder))
    if (Number(name) < Number(file.slice(folder.length + 1)))
      rmSync(join(folder, name), { force: true });
}

function sizeOf(checkpoint: string): number {
  const note = parseNote(checkpoint);
  return note === null ? 0 : (parseCheckpoint(note.text)?.size ?? 0);
}

function readText(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
