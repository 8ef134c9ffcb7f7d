/** The story of `sanad tidy`: what killed commands left, and nobody can open, goes. */
import { Failure } from "../../base/failure.ts";
import type { Archive } from "../../ledger/archive.ts";
import { lookForOrphans, removeOrphans } from "../../ledger/orphans.ts";

export { pathOfEvidence } from "../../ledger/orphans.ts";

/** Removes evidence of no entry, or only looks; throws `conflict` where something is being added. */
export async function tidyEvidence(
  archive: Archive,
  isDry: boolean,
): ReturnType<typeof lookForOrphans> {
  const tidied = isDry ? await lookForOrphans(archive) : await removeOrphans(archive);
  if (tidied === null)
    throw new Failure(
      "conflict",
      "Something is being added to the archive just now, and nothing was removed; start sanad tidy again when that is over",
    );
  return tidied;
}
