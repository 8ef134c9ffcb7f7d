/**
 * In: frozen texts. Out: what is read of them, in threads beside this one, so that two cores work.
 * Never: starts a thread for a few reports; loses one when a thread ends: its report fails and the others go on.
 */
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import type { Worker } from "node:worker_threads";
import { startThread } from "../startThread.ts";
import { partInGroups } from "../readingGroups.ts";
import type { ReadingAnswer, ReadingJob } from "./readingThread.ts";
import { readOne, type ReadText, type ToRead } from "./readOne.ts";

/** So many reports are read before threads pay for their start. */
const FEW = 12;
const MOST_THREADS = 4;
/** Heap of a thread: the rules take a tenth of it. */
const HEAP_MB = 1024;
/**
 * Room for what lives shortly, and what a thread may hold before all of it is looked through. Each time that happens the engine
 * forgets the machine code of every function that is made anew at each call, and makes it again: of adding, a fifth of the time.
 */
const YOUNG_MB = 32;
const UNTROUBLED_MB = 256;
/** Of this thread, which holds little for long: by how much it may grow until it is looked through again. */
const GROWTH_PERCENT = 400;

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
  async read(one: ToRead): Promise<ReadText> {
    this.reads += 1;
    if (this.reads <= FEW) return readOne(one);
    if (!this.isInThreads) {
      this.isInThreads = true;
      beginThreads();
    }
    return readInThread(one, threadsFor(availableParallelism()));
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

/**
 * How many threads read. Of two cores one has enough to do with sealing and with PostgreSQL; a second thread would make machine
 * code of its own, which takes both cores for seconds.
 */
export function threadsFor(cores: number): number {
  return cores <= 2 ? 1 : Math.min(MOST_THREADS, cores);
}

type Asked = ReadingJob & { readonly waiting: Waiting };
/** Reports that are asked for at once are read side by side. */
let asked: Asked[] = [];

async function readInThread(one: ToRead, wanted: number): Promise<ReadText> {
  while (threads.length < wanted) threads.push(startOne());
  return new Promise((resolve, reject) => {
    if (asked.length === 0) queueMicrotask(handOut);
    asked.push({ ...one, job: ++jobs, waiting: { resolve, reject } });
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
  thread.worker.postMessage(some.map(({ job, document, id }) => ({ job, document, id })));
}

function startOne(): Thread {
  setFlagsFromString(`--min-semi-space-size=${YOUNG_MB}`);
  setFlagsFromString(`--initial-old-space-size=${UNTROUBLED_MB}`);
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  const worker = startThread("./readingThread", import.meta.url, {
    maxOldGenerationSizeMb: HEAP_MB,
    maxYoungGenerationSizeMb: 3 * YOUNG_MB,
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
  else one?.resolve(answer);
}
