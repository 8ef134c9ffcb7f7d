/**
 * In: an archive of many entries. Out: threads that look at stretches of them, so that all cores work.
 * Never: sees another state of the database than whoever asks; goes on when a thread fails.
 */
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { Failure } from "../../base/failure.ts";
import { whereIs } from "../../ledger/database.ts";
import { type Looked, type Looking, STRETCH, type Stretch } from "../../ledger/lookAtEntries.ts";
import type { LookElsewhere } from "../../ledger/verifyArchive.ts";
import { startThread } from "../startThread.ts";
import type { LookedAnswer, ToLookAt } from "./verifyThread.ts";

/** Fewer are looked at sooner than threads have started. */
const MANY = 20_000;
const MOST_THREADS = 4;
/** Stretches that wait in each thread, so that it never waits for this one. */
const WAITING = 2;
const HEAP_MB = 512;

/** Has many entries looked at in threads; evidence that lies in a store elsewhere is waited for, which needs none. */
export function lookInThreads(many = MANY, length = STRETCH): LookElsewhere {
  return async (archive, size, snapshot) => {
    const cores = availableParallelism();
    if (size < many || cores < 2 || archive.blobs.url !== null) return null;
    const { folder, workspace, keys } = archive;
    return startLooking(Math.min(cores, MOST_THREADS), length, {
      folder,
      place: whereIs(archive.database),
      workspace,
      classKeys: keys.classKeys,
      snapshot: await snapshot(),
    });
  };
}

type Waiting = {
  readonly resolve: (looked: Looked) => void;
  readonly reject: (error: Error) => void;
};

function startLooking(count: number, length: number, all: ToLookAt): Looking {
  const waiting = new Map<number, Waiting>();
  let broken: Error | null = null;
  const fail = (error: Error): void => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };
  const threads: Worker[] = Array.from({ length: count }, () => {
    const worker = startThread(
      "./verifyThread",
      import.meta.url,
      { maxOldGenerationSizeMb: HEAP_MB },
      all,
    );
    worker.on("message", (answer: LookedAnswer) => {
      if ("message" in answer) return fail(errorOf(answer));
      waiting.get(answer.from)?.resolve(answer.looked);
      waiting.delete(answer.from);
    });
    worker.on("error", fail);
    worker.on("exit", () => fail(new Error("A thread that looked at entries ended")));
    return worker;
  });
  let asked = 0;
  return {
    length,
    ahead: count * WAITING,
    look: async (stretch: Stretch) =>
      new Promise<Looked>((resolve, reject) => {
        if (broken !== null) return reject(broken);
        waiting.set(stretch.from, { resolve, reject });
        threads[asked++ % count]?.postMessage(stretch);
      }),
    close: () => {
      for (const worker of threads) worker.postMessage(null);
    },
  };
}

function errorOf({ code, message }: Extract<LookedAnswer, { message: string }>): Error {
  return code === null ? new Error(message) : new Failure(code, message);
}
