/**
 * In: frozen texts. Out: what is read of them, in threads beside this one, so that two cores work.
 * Never: starts a thread for a few reports; loses one when a thread ends: its report fails and the others go on.
 */
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import type { Claim } from "../../model/claim.ts";
import type { Document } from "../../model/document.ts";
import { startThread } from "../startThread.ts";
import type { ReadingAnswer } from "./readingThread.ts";
import { readOne, type ReadText } from "./readOne.ts";

/** So many reports are read before threads pay for their start. */
const FEW = 12;
const MOST_THREADS = 4;
/** Heap of a thread: the rules take a tenth of it. */
const HEAP_MB = 1024;

type Waiting = {
  readonly resolve: (read: ReadText) => void;
  readonly reject: (error: Error) => void;
};
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/** Threads that read; started when there is enough to read. */
export class ReadingPool {
  private threads: Thread[] = [];
  private jobs = 0;

  /** Reads a report; rejects where the reader breaks on it. */
  async read(document: Document): Promise<ReadText> {
    this.jobs += 1;
    if (this.jobs <= FEW) return readOne(document);
    if (this.threads.length === 0)
      this.threads = Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) }, () =>
        this.start(),
      );
    const thread = this.threads.reduce((least, one) =>
      one.waiting.size < least.waiting.size ? one : least,
    );
    const job = this.jobs;
    return new Promise((resolve, reject) => {
      thread.waiting.set(job, { resolve, reject });
      thread.worker.ref();
      thread.worker.postMessage({ job, document });
    });
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    const ending = this.threads.map(({ worker }) => worker.terminate());
    this.threads = [];
    await Promise.all(ending);
  }

  private start(): Thread {
    const worker = startThread("./readingThread", import.meta.url, {
      maxOldGenerationSizeMb: HEAP_MB,
    });
    const thread: Thread = { worker, waiting: new Map() };
    worker.on("message", (answer: ReadingAnswer) => {
      const one = thread.waiting.get(answer.job);
      thread.waiting.delete(answer.job);
      if (thread.waiting.size === 0) worker.unref();
      if ("error" in answer) one?.reject(new Error(answer.error));
      else
        one?.resolve({
          claims: JSON.parse(answer.claims) as readonly Claim[],
          runs: answer.runs,
          bands: answer.bands,
        });
    });
    const end = (error: Error): void => {
      this.threads = this.threads.filter((one) => one !== thread);
      for (const one of thread.waiting.values()) one.reject(error);
      thread.waiting.clear();
    };
    worker.on("error", end);
    worker.on("exit", () => end(new Error("A reading thread ended")));
    worker.unref();
    return thread;
  }
}
