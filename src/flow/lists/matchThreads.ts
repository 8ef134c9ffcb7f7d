/**
 * In: two large lists. Out: threads that weigh their pairs beside this one, so that two cores work.
 * Never: makes this thread wait for one that does not answer.
 */
import { availableParallelism } from "node:os";
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  type Worker,
} from "node:worker_threads";
import { setFlagsFromString } from "node:v8";
import { PARTS_WEIGHED, type Threads, type WeighedPart } from "../../link/weighTogether.ts";
import { startThread } from "../startThread.ts";
import type { MatchMessage } from "./matchThread.ts";

const MOST_THREADS = 3;
/** Heap of a thread; the lists stand outside of it. */
const HEAP_MB = 1024;
/** Room for what lives shortly: what is weighed lives no longer than its pair. */
const YOUNG_MB = 32;
/** A part takes a second at most; a thread that gives none for so long is gone. */
const SILENT_MS = 30_000;

/** People from which on two lists take longer than threads need to begin. */
const MANY = 20_000;

/** Threads for one comparison; none where there is one core. */
export function makeMatchThreads(from = MANY): Threads | undefined {
  const count = Math.min(MOST_THREADS, availableParallelism() - 1);
  if (count < 1) return undefined;
  let workers: readonly Worker[] = [];
  let ports: readonly MessagePort[] = [];
  let turns: Int32Array = new Int32Array(2);
  const tell = (worker: Worker, message: MatchMessage, moved: MessagePort[] = []): void =>
    worker.postMessage(message, moved);
  return {
    from,
    begin(lists) {
      setFlagsFromString(`--min-semi-space-size=${YOUNG_MB}`);
      const made = Array.from({ length: count }, () => ({
        worker: startThread("./matchThread", import.meta.url, {
          maxOldGenerationSizeMb: HEAP_MB,
          maxYoungGenerationSizeMb: 3 * YOUNG_MB,
        }),
        channel: new MessageChannel(),
      }));
      for (const { worker, channel } of made) {
        // One that breaks leaves its parts to this thread.
        worker.on("error", () => undefined);
        worker.unref();
        tell(worker, { lists, port: channel.port2 }, [channel.port2]);
      }
      workers = made.map(({ worker }) => worker);
      ports = made.map(({ channel }) => channel.port1);
    },
    weigh(work) {
      turns = work.turns;
      for (const worker of workers) tell(worker, { work });
    },
    take() {
      for (;;) {
        const weighed = Atomics.load(turns, PARTS_WEIGHED);
        for (const port of ports) {
          const received = receiveMessageOnPort(port) as { message: WeighedPart } | undefined;
          if (received !== undefined) return received.message;
        }
        if (Atomics.wait(turns, PARTS_WEIGHED, weighed, SILENT_MS) === "timed-out") return null;
      }
    },
    end() {
      for (const port of ports) port.close();
      for (const worker of workers) void worker.terminate();
    },
  };
}
