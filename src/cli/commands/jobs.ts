import { doJobs, listJobs } from "../../flow/archive/jobs.ts";
import { closeArchive, openSession, openToRead } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { doingHere } from "../doingHere.ts";
import { printJobs } from "../print/printJobs.ts";

/** `sanad jobs`: what waits, and with --run does it. */
export const jobs: Command = async (given, _config, io, words) => {
  const around = surroundings(given, io, words);
  const isRun = given.switches.has("run");
  // What becomes entries is somebody's: who does it is asked as for every entry.
  const { archive, actor } = isRun
    ? await openSession(around)
    : { archive: await openToRead(around), actor: undefined };
  try {
    const { database, workspace } = archive;
    const waiting = await listJobs(database, workspace);
    if (actor !== undefined && waiting.length > 0)
      await doJobs(
        archive,
        { ...doingHere(io, words), actor },
        waiting.map(({ task }) => task),
      );
    const left = isRun ? await listJobs(database, workspace) : waiting;
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
