import { Failure } from "../../base/failure.ts";
import { readLog, showClaim, showDocument } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { idsGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { printLog } from "../print/printLog.ts";

/** As many entries as a record can have before a page is needed. */
const MOST = 10_000;

/** `sanad history`: every entry about a claim or document. */
export const history: Command = async (given, _config, io, words) => {
  const [id = ""] = idsGiven(given, "history");
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const found = id.startsWith("d-")
      ? await showDocument(archive, id)
      : await showClaim(archive, id);
    if (found === null) throw new Failure("not-found", `There is no claim or document ${id}`);
    const lines = await readLog(archive, { limit: MOST, before: null, record: found.record });
    await io.print(printLog(lines.toReversed(), given.switches.has("json"), words));
    return 0;
  } finally {
    await closeArchive(archive);
  }
};
