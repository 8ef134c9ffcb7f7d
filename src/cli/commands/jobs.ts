import { doJobs, listJobs } from "../../flow/archive/jobs.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { doingHere } from "../doingHere.ts";
import { printJobs } from "../print/printJobs.ts";

/** `sanad jobs`: what waits, and with --run does it. */
export const jobs: Command = async (given, _config, io, words) => {
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const { database, workspace } = archive;
    const waiting = await listJobs(database, workspace);
    if (given.switches.has("run") && waiting.length > 0)
      await doJobs(
        archive,
        doingHere(io, words),
        waiting.map(({ task }) => task),
      );
    const left = given.switches.has("run") ? await listJobs(database, workspace) : waiting;
    if (given.switches.has("json"))
      await io.print(left.map((job) => `${JSON.stringify(job)}\n`).join(""));
    else if (waiting.length > 0 && left.length === 0)
      await io.print(`${words.line(words.jobs.done(waiting.length))}\n`);
    else await io.print(printJobs(left, words));
    return 0;
  } finally {
    await closeArchive(archive);
  }
};
