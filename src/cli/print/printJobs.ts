import { Failure } from "../../base/failure.ts";
import { systemFailure } from "../../base/systemFailure.ts";
import type { Job, Task } from "../../flow/archive/jobs.ts";
import { databaseFailure } from "../../flow/archive/session.ts";
import type { Io } from "../io.ts";
import type { CliWords } from "../words/cliWords.ts";
import { clean, padEnd, padStart } from "./screenText.ts";

/** Jobs as lines: number, what, how it stands, since when, and why it failed. */
export function printJobs(jobs: readonly Job[], words: CliWords): string {
  const own = words.jobs;
  const asked = jobs.filter(({ task }) => !OF_LISTING.has(task)).length;
  const lines = jobs.map(({ id, task, state, attempts, putAt, error }) => {
    const begun = attempts === 0 ? [] : [own.begun(attempts)];
    const why = error === null ? [] : [words.message(error)];
    const facts = [own.since(words.date(putAt)), ...begun, ...why].map(words.line).join("  ");
    const what = padEnd(words.line(taskName(task, words)), 20);
    return `${padStart(words.number(id), 4)}  ${what}  ${padEnd(words.line(own.state[state]), 10)}  ${facts}\n`;
  });
  return `${lines.join("")}${words.line(jobs.length === 0 ? own.none : own.waiting(jobs.length, asked))}\n`;
}

/** What the next command that lists people does; all else becomes entries, which are somebody's. */
const OF_LISTING: ReadonlySet<string> = new Set<Task>(["link", "relink", "rebuild"]);

/** What a newer version put in has only the name that it gave it. */
function taskName(task: string, words: CliWords): string {
  const names: Readonly<Record<string, string>> = words.jobs.task;
  return names[task] ?? clean(task);
}

/** A job of an earlier command that this one can do without failed. */
export function tellJobFailed(task: Task, error: unknown, io: Io, words: CliWords): void {
  const known = error instanceof Failure ? error : (databaseFailure(error) ?? systemFailure(error));
  const why = known === null ? words.jobs.fault : words.message(known.message);
  io.tell(`${words.line(words.jobs.failed(taskName(task, words), why))}\n`);
}
