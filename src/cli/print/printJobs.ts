import { Failure } from "../../base/failure.ts";
import type { Job, Task } from "../../flow/archive/jobs.ts";
import type { Io } from "../io.ts";
import type { CliWords } from "../words/cliWords.ts";
import { clean, padEnd, padStart } from "./screenText.ts";

/** Jobs as lines: number, what, how it stands, since when, and why it failed. */
export function printJobs(jobs: readonly Job[], words: CliWords): string {
  const own = words.jobs;
  const lines = jobs.map(({ id, task, state, attempts, putAt, error }) => {
    const begun = attempts === 0 ? [] : [own.begun(attempts)];
    const why = error === null ? [] : [words.message(error)];
    const facts = [own.since(words.date(putAt)), ...begun, ...why].map(words.line).join("  ");
    const what = padEnd(words.line(taskName(task, words)), 20);
    return `${padStart(words.number(id), 4)}  ${what}  ${padEnd(words.line(own.state[state]), 10)}  ${facts}\n`;
  });
  return `${lines.join("")}${words.line(jobs.length === 0 ? own.none : own.waiting(jobs.length))}\n`;
}

/** What a newer version put in has only the name that it gave it. */
function taskName(task: string, words: CliWords): string {
  const names: Readonly<Record<string, string>> = words.jobs.task;
  return names[task] ?? clean(task);
}

/** A job of an earlier command that this one can do without failed. */
export function tellJobFailed(task: Task, error: unknown, io: Io, words: CliWords): void {
  const why = error instanceof Failure ? words.message(error.message) : words.ownFault;
  io.tell(`${words.line(words.jobs.failed(taskName(task, words), why))}\n`);
}
