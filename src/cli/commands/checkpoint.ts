import { readCheckpoint } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";

/** `sanad checkpoint`: the signed head, to hand out. */
export const checkpoint: Command = async (given, _config, io, words) => {
  const archive = await openToRead(surroundings(given, io, words));
  try {
    await io.print(await readCheckpoint(archive));
    return 0;
  } finally {
    await closeArchive(archive);
  }
};
