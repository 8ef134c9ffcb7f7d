/** How many jobs wait in an archive: their rows carry ids alone, so that nothing has to be unlocked for it. */
import { clusterFolder, placeOf, readArchiveFile } from "../../ledger/archiveFile.ts";
import { openAsApp } from "../../ledger/database.ts";
import { listJobs } from "../../ledger/jobs.ts";
import { clusterAt } from "../../ledger/postgres/cluster.ts";
import { isReady } from "../../ledger/postgres/ready.ts";

/** Null where the database does not run, or is of a version before jobs. */
export async function countJobs(
  folder: string,
  url: string | null,
): Promise<{ readonly waiting: number; readonly failed: number } | null> {
  if (url === null && !(await isReady(clusterAt(clusterFolder(folder)).socket))) return null;
  try {
    const database = await openAsApp(placeOf(folder, url));
    try {
      const jobs = await listJobs(database, readArchiveFile(folder).workspace);
      const failed = jobs.filter(({ state }) => state === "failed").length;
      return { waiting: jobs.length - failed, failed };
    } finally {
      await database.destroy();
    }
  } catch {
    return null;
  }
}
