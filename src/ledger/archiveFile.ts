/** The file that marks a folder as an archive, and where its database is. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../base/failure.ts";
import { isNewer } from "./archive.ts";
import { ARCHIVE_FILE } from "./archiveName.ts";
import type { Place } from "./database.ts";
import { writeWhole } from "./durable.ts";

/** What the folder of an archive says of itself; holds no secret. */
export type ArchiveFile = {
  readonly format: 1;
  readonly workspace: string;
  readonly origin: string;
  /** Where its database is, and the random name that the database knows this folder by. */
  readonly database?: Place["kind"];
  readonly seat?: string;
  /** Address of its evidence, where that is not in the folder. */
  readonly evidence?: string;
};

/** Is the folder an archive? */
export function isArchive(folder: string): boolean {
  return existsSync(join(folder, ARCHIVE_FILE));
}

/** The folder's own file; throws `not-found` where there is none. */
export function readArchiveFile(folder: string): ArchiveFile {
  if (!isArchive(folder))
    throw new Failure("not-found", `There is no archive in ${folder}; sanad init makes one`);
  const value = parsed(readFileSync(join(folder, ARCHIVE_FILE), "utf8"));
  if (typeof value?.workspace !== "string" || typeof value.origin !== "string")
    throw new Failure(
      "integrity",
      `${join(folder, ARCHIVE_FILE)} is damaged; put it back from a copy of the folder, or restore a backup into another one`,
    );
  if (value.format !== 1) throw isNewer();
  return value as ArchiveFile;
}

function parsed(text: string): Partial<ArchiveFile> | null {
  try {
    return JSON.parse(text) as Partial<ArchiveFile> | null;
  } catch {
    return null;
  }
}

/** Marks a folder as an archive: written last, whole or not at all. */
export function writeArchiveFile(folder: string, file: ArchiveFile): void {
  writeWhole(join(folder, ARCHIVE_FILE), Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
}

/** Folder of the embedded database of an archive. */
export function clusterFolder(folder: string): string {
  return join(folder, "database");
}

/** Where an archive's database is. */
export function placeOf(folder: string, url: string | null): Place {
  return url === null
    ? { kind: "embedded", folder: clusterFolder(folder) }
    : { kind: "server", url };
}

/** Under root the database's user must pass through the folder; what lies in it stays closed to others. */
export const FOLDER_MODE = process.getuid?.() === 0 ? 0o711 : 0o700;
