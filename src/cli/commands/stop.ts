import { archiveFolder, stopDatabase } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";

/** `sanad stop`: ends the embedded database. */
export const stop: Command = async (given, _config, io, words) => {
  const folder = archiveFolder(surroundings(given, io, words));
  await io.print(
    `${words.line((await stopDatabase(folder)) ? words.stopped : words.nothingRan)}\n`,
  );
  return 0;
};
