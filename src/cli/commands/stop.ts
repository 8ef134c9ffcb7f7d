import { archiveFolder, stopDatabase } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";

/** `sanad stop`: ends the embedded database. */
export const stop: Command = async (given, _config, io) => {
  const folder = archiveFolder(surroundings(given, io));
  await io.print((await stopDatabase(folder)) ? "Stopped\n" : "Nothing was running\n");
  return 0;
};
