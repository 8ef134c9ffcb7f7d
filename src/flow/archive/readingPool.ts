/**
 * In: frozen texts. Out: what is read of them, in threads beside this one, so that two cores work.
 * Never: starts a thread for a few reports; loses one when a thread ends: its report fails and the others go on.
 */
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import type { Claim } from "../../model/claim.ts";
import type { Document } from "../../model/document.ts";
import { startThread } from "../startThread.ts";
import { partInGroups } from "../readingGroups.ts";
import type { ReadingAnswer, ReadingJob } from "./readingThread.ts";
import { readOne, type ReadText } from "./readOne.ts";

/** So many reports are read before threads pay for their start. */
const FEW = 12;
const MOST_THREADS = 4;
/** On two cores so many are read before a second thread pays for making its own machine code, which takes both cores for seconds. */
const MANY = 1_000;
/** Heap of a thread: the rules take a tenth of it. */
const HEAP_MB = 1024;

type Waiting = {
  readonly resolve: (read: ReadText) => void;
  readonly reject: (error: Error) => void;
};
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/** Reads for one run of adding, in threads once there is enough to read. */
export class ReadingPool {
  private reads = 0;
  private isInThreads = false;

  /** Reads a report; rejects where the reader breaks on it. */
  async read(document: Document): Promise<ReadText> {
    this.reads += 1;
    if (this.reads <= FEW) return readOne(document);
    if (!this.isInThreads) {
      this.isInThreads = true;
      beginThreads();
    }
    return readInThread(document, threadsFor(this.reads, availableParallelism()));
  }

  /** Lets the threads go. */
  close(): void {
    if (this.isInThreads) leaveThreads();
    this.isInThreads = false;
  }
}

/**
 * Threads of this process. Their start costs more than some hundred reports, so a run that follows soon finds those of the one
 * before.
 */
let threads: Thread[] = [];
let users = 0;
let jobs = 0;
let ending: NodeJS.Timeout | null = null;
const IDLE_MS = 10_000;

function beginThreads(): void {
  users += 1;
  if (ending !== null) clearTimeout(ending);
  ending = null;
}

/** What is at rest keeps no process alive; what nobody waits for any more is ended at once. */
function leaveThreads(): void {
  users -= 1;
  if (users > 0) return;
  if (threads.some(({ waiting }) => waiting.size > 0)) endThreads();
  else ending = setTimeout(endThreads, IDLE_MS).unref();
}

function endThreads(): void {
  for (const { worker } of threads) void worker.terminate();
  threads = [];
}

/** How many threads a run is worth that has come to so many reports. */
export function threadsFor(reads: number, cores: number): number {
  return cores <= 2 && reads < MANY ? 1 : Math.min(MOST_THREADS, cores);
}

type Asked = ReadingJob & { readonly waiting: Waiting };
/** Reports that are asked for at once are read side by side. */
let asked: Asked[] = [];

async function readInThread(document: Document, wanted: number): Promise<ReadText> {
  while (threads.length < wanted) threads.push(startOne());
  return new Promise((resolve, reject) => {
    if (asked.length === 0) queueMicrotask(handOut);
    asked.push({ job: ++jobs, document, waiting: { resolve, reject } });
  });
}

function handOut(): void {
  const all = asked;
  asked = [];
  const lengthOf = ({ document }: Asked): number => document.text.length;
  for (const some of partInGroups(all, lengthOf, Math.max(1, threads.length))) post(some);
}

function post(some: readonly Asked[]): void {
  if (threads.length === 0) threads.push(startOne());
  const thread = threads.reduce((least, one) =>
    one.waiting.size < least.waiting.size ? one : least,
  );
  for (const { job, waiting } of some) thread.waiting.set(job, waiting);
  thread.worker.ref();
  thread.worker.postMessage(some.map(({ job, document }) => ({ job, document })));
}

function startOne(): Thread {
  const worker = startThread("./readingThread", import.meta.url, {
    maxOldGenerationSizeMb: HEAP_MB,
  });
  const thread: Thread = { worker, waiting: new Map() };
  worker.on("message", (answers: readonly ReadingAnswer[]) => {
    for (const answer of answers) settle(thread, answer);
    if (thread.waiting.size === 0) worker.unref();
  });
  const end = (error: Error): void => {
    threads = threads.filter((one) => one !== thread);
    for (const one of thread.waiting.values()) one.reject(error);
    thread.waiting.clear();
  };
  worker.on("error", end);
  worker.on("exit", () => end(new Error("A reading thread ended")));
  worker.unref();
  return thread;
}

function settle({ waiting }: Thread, answer: ReadingAnswer): void {
  const one = waiting.get(answer.job);
  waiting.delete(answer.job);
  if ("error" in answer) one?.reject(new Error(answer.error));
  else
    one?.resolve({
      claims: JSON.parse(answer.claims) as readonly Claim[],
      runs: answer.runs,
      bands: answer.bands,
    });
}
