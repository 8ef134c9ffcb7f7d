import type { Doing } from "../flow/archive/jobs.ts";
import type { Io } from "./io.ts";
import { startCounting } from "./progress.ts";
import { readerName } from "./version.ts";
import { tellJobFailed } from "./print/printJobs.ts";
import type { CliWords } from "./words/cliWords.ts";

/** What jobs are told of this command: its clock, its reader, and where progress is shown. */
export function doingHere(io: Io, words: CliWords): Doing {
  return {
    now: io.now,
    reader: readerName(),
    onBusy: () => {
      io.tell(`${words.line(words.jobs.busy(true))}\n`);
      return true;
    },
    rebuilding: startCounting(io, words, words.rebuilding).step,
    rereading: startCounting(io, words, words.readAgain).step,
    onFailed: (task, error) => tellJobFailed(task, error, io, words),
  };
}
