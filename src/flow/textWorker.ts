/** The thread in which files of foreign formats are read; src/flow/textWorkerHost.ts starts and ends it. */
import { parentPort } from "node:worker_threads";
import { readDocument } from "../text/readDocument.ts";
import { readJsonLine } from "../text/readJsonLine.ts";
import type { Outcome } from "../text/source.ts";
import type { WorkerAnswer, WorkerJob } from "./textWorkerMessages.ts";

parentPort?.on("message", (job: WorkerJob) => {
  void answer(job).then((reply) => parentPort?.postMessage(reply));
});

async function answer({ bytes, source, line }: WorkerJob): Promise<WorkerAnswer> {
  if (line === null) return { outcomes: (await readDocument(bytes, source)).map(plain) };
  const outcome = await readJsonLine(bytes, line, source);
  return { outcomes: outcome === null ? [] : [plain(outcome)] };
}

/** Errors lose their class and code on the way between threads, so they are sent as plain values. */
function plain(outcome: Outcome): WorkerAnswer["outcomes"][number] {
  if (outcome.kind === "document") return outcome;
  const { code, message } = outcome.failure;
  return { kind: "failure", code, message };
}
