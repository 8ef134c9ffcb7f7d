/** Where evidence is kept: sealed bytes under keyed names, in the archive's folder or in a store elsewhere. */
import { existsSync, opendirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../base/failure.ts";
import { makeDurableFolder, syncFolder, writeWholeBeside } from "./durable.ts";

/** Names are those of `blobs.ts`: 64 hexadecimal digits. */
export type BlobStore = {
  /** Its address, or null where it is the archive's folder. */
  readonly url: string | null;
  /** Writes all bytes or none; when it is over they are kept. What is there already may stay. */
  readonly write: (name: string, sealed: () => Uint8Array) => Promise<void>;
  /** Throws `not-found` where nothing has the name. */
  readonly read: (name: string) => Promise<Uint8Array>;
  /** Tried once and not for long where `isQuick`. */
  readonly remove: (name: string, isQuick?: boolean) => Promise<void>;
  readonly has: (name: string) => Promise<boolean>;
  /** Names in order, some at a time, with the time (in milliseconds) at which each was written. */
  readonly list: () => AsyncIterable<readonly ListedBlob[]>;
};

export type ListedBlob = { readonly name: string; readonly writtenMs: number };

/** The folder `evidence` of an archive. */
export function folderStore(folder: string): BlobStore {
  const root = join(folder, "evidence");
  const pathOf = (name: string): string => join(root, name.slice(0, 2), name.slice(2));
  return {
    url: null,
    write: async (name, sealed) => {
      const path = pathOf(name);
      if (existsSync(path)) return;
      makeDurableFolder(dirname(path));
      await writeWholeBeside(path, sealed());
    },
    read: async (name) => {
      // At once: a small file is read in less time than a promise of it takes.
      try {
        return readFileSync(pathOf(name));
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
        throw missing(name, error);
      }
    },
    remove: async (name) => {
      const path = pathOf(name);
      rmSync(path, { force: true });
      if (existsSync(dirname(path))) syncFolder(dirname(path));
    },
    has: async (name) => existsSync(pathOf(name)),
    list: async function* () {
      for (const part of namesIn(root))
        yield namesIn(join(root, part)).flatMap((rest) => {
          const file = statSync(join(root, part, rest), { throwIfNoEntry: false });
          return file === undefined ? [] : [{ name: `${part}${rest}`, writtenMs: file.mtimeMs }];
        });
    },
  };
}

/** Evidence that is not where it was put. */
export function missing(name: string, cause?: unknown): Failure {
  return new Failure("not-found", `Evidence ${name.slice(0, 12)} is missing`, { cause });
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names: string[] = [];
  const open = opendirSync(folder);
  try {
    for (let next = open.readSync(); next !== null; next = open.readSync()) names.push(next.name);
  } finally {
    open.closeSync();
  }
  return names.sort();
}
