import { Failure } from "../../base/failure.ts";
import { readHistory, showClaim, showDocument } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { idsGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { printLog } from "../print/printLog.ts";

/** `sanad history`: every entry that a claim or document rests on, and what was decided. */
export const history: Command = async (given, _config, io, words) => {
  const ids = idsGiven(given, "history");
  const archive = await openToRead(surroundings(given, io, words));
  try {
    for (const id of ids) {
      const isTestimony = id.startsWith("t-");
      const isClaim = !isTestimony && !id.startsWith("d-");
      // A testimony is its own record.
      const found = isTestimony
        ? { record: id }
        : isClaim
          ? await showClaim(archive, id)
          : await showDocument(archive, id);
      if (found === null) throw new Failure("not-found", `There is no claim or document ${id}`);
      const lines = await readHistory(archive, {
        record: found.record,
        claim: isClaim ? id : null,
      });
      if (lines.length === 0) throw new Failure("not-found", `There is no testimony ${id}`);
      await io.print(printLog(lines, given.switches.has("json"), words));
    }
    return 0;
  } finally {
    await closeArchive(archive);
  }
};
