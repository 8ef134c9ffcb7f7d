/** A thread that looks at entries; src/flow/archive/verifyThreads.ts starts and ends it. */
import { on } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { type ErrorCode, Failure } from "../../base/failure.ts";
import { folderStore } from "../../ledger/blobStore.ts";
import { databaseFailure, openAsApp, type Place } from "../../ledger/database.ts";
import {
  lookAtEntries,
  type Looked,
  type Stretch,
  takeSnapshot,
} from "../../ledger/lookAtEntries.ts";
import type { Key } from "../../ledger/seal.ts";

/** What a thread needs to open entries as one state of the database has them. */
export type ToLookAt = {
  readonly folder: string;
  readonly place: Place;
  readonly workspace: string;
  readonly classKeys: ReadonlyMap<string, Key>;
  readonly snapshot: string;
};

/** What it answers to each stretch, and to whatever stops it. */
export type LookedAnswer =
  | { readonly from: number; readonly looked: Looked }
  | { readonly code: ErrorCode | null; readonly message: string };

/** Looks at one stretch after another until it is told that there are no more. */
async function lookAtAll({
  folder,
  place,
  workspace,
  classKeys,
  snapshot,
}: ToLookAt): Promise<void> {
  if (parentPort === null) return;
  const asked = on(parentPort, "message");
  const database = await openAsApp(place);
  const archive = { workspace, database, blobs: folderStore(folder), keys: { classKeys } };
  try {
    await database
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute(async (one) => {
        await takeSnapshot(one, snapshot);
        for await (const [stretch] of asked as AsyncIterable<[Stretch | null]>) {
          if (stretch === null) return;
          const looked = await lookAtEntries(archive, one, stretch);
          parentPort?.postMessage({ from: stretch.from, looked }, [
            looked.leaves.buffer as ArrayBuffer,
          ]);
        }
      });
  } finally {
    await database.destroy();
  }
}

try {
  await lookAtAll(workerData as ToLookAt);
} catch (error) {
  const failure = error instanceof Failure ? error : databaseFailure(error);
  const message = failure?.message ?? (error instanceof Error ? error.message : String(error));
  parentPort?.postMessage({ code: failure?.code ?? null, message });
} finally {
  parentPort?.unref();
}
