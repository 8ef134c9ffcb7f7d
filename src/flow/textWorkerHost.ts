/**
 * In: the bytes of a file of a foreign format. Out: its documents, read in a thread with caps.
 * Never: lets a file take the program down with it: a thread that runs over a cap is ended, and the next
 * file gets a new one.
 */
import type { Worker } from "node:worker_threads";
import { Failure } from "../base/failure.ts";
import type { Outcome, Source } from "../text/source.ts";
import { startThread } from "./startThread.ts";
import type { WorkerAnswer, WorkerJob } from "./textWorkerMessages.ts";

/** The caps of one file. */
export type WorkerCaps = {
  readonly timeoutMs: number;
  /** Heap of the thread; what it holds beside the heap may take as much again. */
  readonly memoryMb: number;
};

/** Room for a report of a thousand pages, not for a bomb. */
export const WORKER_CAPS: WorkerCaps = { timeoutMs: 60_000, memoryMb: 768 };

/** One reading thread, started when the first file needs it. Files wait for each other. */
export class TextWorkerHost {
  private readonly caps: WorkerCaps;
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(caps: WorkerCaps) {
    this.caps = caps;
  }

  /** Reads one file, or one line of a .jsonl file; what breaks a cap is a failure, never a throw. */
  read(bytes: Uint8Array, source: Source, line: number | null = null): Promise<readonly Outcome[]> {
    const job = this.last.then(() => this.run({ bytes, source, line }));
    this.last = job;
    return job;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }

  private run(job: WorkerJob): Promise<readonly Outcome[]> {
    const worker = (this.worker ??= startWorker(this.caps));
    return new Promise((resolve) => {
      const settle = (outcomes: readonly Outcome[]): void => {
        clearTimeout(timer);
        clearInterval(watch);
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        worker.unref();
        resolve(outcomes);
      };
      const giveUp = (why: string): void => {
        this.worker = null;
        // An error that comes while the thread is being ended has been answered by then.
        worker.on("error", () => undefined);
        void worker.terminate();
        settle([refused(job, why)]);
      };
      const onMessage = (answer: WorkerAnswer): void => settle(answer.outcomes.map(toOutcome));
      const onError = (error: Error): void =>
        giveUp(isOutOfMemory(error) ? MEMORY : "could not be read");
      const onExit = (): void => giveUp("could not be read");
      const timer = setTimeout(
        () => giveUp(`took longer than ${this.caps.timeoutMs / 1000} seconds`),
        this.caps.timeoutMs,
      );
      const before = process.memoryUsage.rss();
      const watch = setInterval(() => {
        // Buffers are outside the heap that the thread's own limit knows.
        if (process.memoryUsage.rss() - before > 2 * this.caps.memoryMb * 2 ** 20) giveUp(MEMORY);
      }, WATCH_MS);
      worker.ref();
      worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      worker.postMessage(job);
    });
  }
}

const MEMORY = "takes more memory than a report may";
const WATCH_MS = 100;

function startWorker({ memoryMb }: WorkerCaps): Worker {
  const limits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64 };
  return startThread("./textWorker", import.meta.url, limits);
}

function refused({ source, line }: WorkerJob, why: string): Outcome {
  const path = source.path ?? "input";
  const message =
    line === null
      ? `${path}: The file ${why}; it was given up`
      : `${path}, line ${line}: The line ${why}; it was given up`;
  return { kind: "failure", failure: new Failure("input-refused", message) };
}

function toOutcome(outcome: WorkerAnswer["outcomes"][number]): Outcome {
  return outcome.kind === "document"
    ? outcome
    : { kind: "failure", failure: new Failure(outcome.code, outcome.message) };
}

function isOutOfMemory(error: Error): boolean {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
