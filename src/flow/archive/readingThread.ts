/** A thread in which reports are read into claims; src/flow/archive/readingPool.ts starts and ends it. */
import { parentPort } from "node:worker_threads";
import { readOne, readSome, type ReadText, type ToRead } from "./readOne.ts";

/** What a thread is asked, some reports at once, and what it answers. */
export type ReadingJob = ToRead & { readonly job: number };
export type ReadingAnswer = { readonly job: number } & (ReadText | { readonly error: string });

parentPort?.on("message", (jobs: readonly ReadingJob[]) => {
  const texts = readSome(jobs);
  const answers = jobs.map((job, at) => answerOf(job, texts?.[at]));
  const runs = answers.flatMap((answer) => ("runs" in answer ? [answer.runs.buffer] : []));
  parentPort?.postMessage(answers, runs as ArrayBuffer[]);
});

/** One by one where they could not be read together: only the one that breaks the reader is lost. */
function answerOf(one: ReadingJob, read?: ReadText): ReadingAnswer {
  try {
    return { job: one.job, ...(read ?? readOne(one)) };
  } catch (error) {
    return {
      job: one.job,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
