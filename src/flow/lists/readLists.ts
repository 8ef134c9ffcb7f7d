/**
 * In: the paths of lists. Out: the lists, in their order; of two large ones the second is read in a thread while this one reads the first.
 * Never: another list or failure than reading them one by one gives.
 */
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import type { Worker } from "node:worker_threads";
import { unpackRecords } from "../../lists/recordColumns.ts";
import { STDIN } from "../inputPaths.ts";
import { startThread } from "../startThread.ts";
import type { ListAnswer } from "./listThread.ts";
import { type ListFile, type ListHints, readListFile } from "./readListFile.ts";

/** Bytes from which on a list takes longer than a thread needs to begin. */
const LARGE = 8 * 1024 * 1024;
/** Heap of a thread; a list that needs more is read here. */
const HEAP_MB = 2048;

/**
 * By how much the heap may grow until all of it is looked through again: records stay, so that looking finds little, and the machine
 * code of what is made anew at each call is forgotten with it.
 */
const GROWTH_PERCENT = 300;

/** Reads lists; `onList` is told of each before it is waited for. */
export async function readLists(
  paths: readonly string[],
  hints: ListHints,
  stdin: AsyncIterable<Uint8Array>,
  onList: (path: string) => void = () => {},
  large = LARGE,
): Promise<readonly ListFile[]> {
  const [, second = STDIN] = paths;
  const isShared = paths.length === 2 && (await areLarge(paths, large)) && canHelp(hints);
  if (isShared) setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  const beside = isShared ? readBeside(second, hints) : null;
  try {
    const lists: ListFile[] = [];
    for (const path of paths) {
      onList(path);
      const read = lists.length === 1 ? await beside?.list : null;
      lists.push(read ?? (await readListFile(path, hints, stdin)));
    }
    return lists;
  } finally {
    void beside?.worker.terminate();
  }
}

function canHelp({ isTallies, keepsCells }: ListHints): boolean {
  return isTallies !== true && keepsCells !== true && availableParallelism() > 1;
}

async function areLarge(paths: readonly string[], large: number): Promise<boolean> {
  for (const path of paths) {
    if (path === STDIN) return false;
    const found = await stat(path).catch(() => null);
    if (found === null || !found.isFile() || found.size < large) return false;
  }
  return true;
}

/** Null where the thread could not read the list: then it is read here, which tells why. */
function readBeside(
  path: string,
  hints: ListHints,
): { readonly worker: Worker; readonly list: Promise<ListFile | null> } {
  const worker = startThread("./listThread", import.meta.url, { maxOldGenerationSizeMb: HEAP_MB });
  const list = new Promise<ListFile | null>((resolve) => {
    worker.on("message", (answer: ListAnswer) =>
      resolve(answer === null ? null : { ...answer.list, records: unpackRecords(answer.columns) }),
    );
    worker.on("error", () => resolve(null));
    worker.on("exit", () => resolve(null));
  });
  worker.postMessage({ path, hints });
  return { worker, list };
}
