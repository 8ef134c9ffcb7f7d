/** A thread in which reports are read into claims; src/flow/archive/readingPool.ts starts and ends it. */
import { parentPort } from "node:worker_threads";
import type { Document } from "../../model/document.ts";
import { readOne, readSome, type ReadText } from "./readOne.ts";

/** What a thread is asked, some reports at once, and what it answers: claims as JSON, which travels faster than objects. */
export type ReadingJob = { readonly job: number; readonly document: Document };
export type ReadingAnswer = { readonly job: number } & (
  | { readonly claims: string; readonly runs: Int32Array; readonly bands: readonly number[] }
  | { readonly error: string }
);

parentPort?.on("message", (jobs: readonly ReadingJob[]) => {
  const texts = readSome(jobs.map(({ document }) => document));
  const answers = jobs.map((job, at) => answerOf(job, texts?.[at]));
  const runs = answers.flatMap((answer) => ("runs" in answer ? [answer.runs.buffer] : []));
  parentPort?.postMessage(answers, runs as ArrayBuffer[]);
});

/** One by one where they could not be read together: only the one that breaks the reader is lost. */
function answerOf({ job, document }: ReadingJob, read?: ReadText): ReadingAnswer {
  try {
    const { claims, runs, bands } = read ?? readOne(document);
    return { job, claims: JSON.stringify(claims), runs, bands };
  } catch (error) {
    return { job, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
