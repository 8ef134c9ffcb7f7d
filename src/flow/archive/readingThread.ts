/** A thread in which reports are read into claims; src/flow/archive/readingPool.ts starts and ends it. */
import { parentPort } from "node:worker_threads";
import type { Document } from "../../model/document.ts";
import { readOne } from "./readOne.ts";

/** What a thread is asked, and what it answers: claims as JSON, which travels faster than objects. */
export type ReadingJob = { readonly job: number; readonly document: Document };
export type ReadingAnswer = { readonly job: number } & (
  | { readonly claims: string; readonly runs: Int32Array; readonly bands: readonly number[] }
  | { readonly error: string }
);

parentPort?.on("message", ({ job, document }: ReadingJob) => {
  const answer = answerOf(job, document);
  parentPort?.postMessage(answer, "runs" in answer ? [answer.runs.buffer as ArrayBuffer] : []);
});

function answerOf(job: number, document: Document): ReadingAnswer {
  try {
    const { claims, runs, bands } = readOne(document);
    return { job, claims: JSON.stringify(claims), runs, bands };
  } catch (error) {
    return { job, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
