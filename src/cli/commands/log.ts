import { readLog } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { surroundings, wholeNumber } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { printLog } from "../print/printLog.ts";

/** `sanad log`: the newest entries. */
export const log: Command = async (given, _config, io, words) => {
  const limit = wholeNumber(given, "limit", 20);
  const before = given.values.has("before") ? wholeNumber(given, "before", 1) : null;
  const archive = await openToRead(surroundings(given, io, words));
  try {
    await io.print(
      printLog(await readLog(archive, { limit, before }), given.switches.has("json"), words),
    );
    return 0;
  } finally {
    await closeArchive(archive);
  }
};
