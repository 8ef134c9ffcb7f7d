/** The thread in which files of foreign formats are read; src/flow/textWorkerHost.ts starts and ends it. */
import { parentPort } from "node:worker_threads";
import { readDocument } from "../text/readDocument.ts";
import type { Outcome, Source } from "../text/source.ts";
import type { WorkerAnswer, WorkerJob } from "./textWorkerMessages.ts";

parentPort?.on("message", (job: WorkerJob) => {
  void answer(job.bytes, job.source).then((reply) => parentPort?.postMessage(reply));
});

async function answer(bytes: Uint8Array, source: Source): Promise<WorkerAnswer> {
  return { outcomes: (await readDocument(bytes, source)).map(plain) };
}

/** Errors lose their class and code on the way between threads, so they are sent as plain values. */
function plain(outcome: Outcome): WorkerAnswer["outcomes"][number] {
  if (outcome.kind === "document") return outcome;
  const { code, message } = outcome.failure;
  return { kind: "failure", code, message };
}
