import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { asKnownGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { filterGiven } from "../filterGiven.ts";
import { screenWidth } from "../inputs.ts";
import { makePaint } from "../print/paint.ts";
import { printDocuments } from "../print/printDocuments.ts";

/** `sanad reports`: the reports of the archive, by whose they are, when they were published and what they claim. */
export const reports: Command = async (given, config, io, words) => {
  const filter = await filterGiven(given, words);
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const asKnown = await asKnownGiven(given, archive, io);
    const isJson = given.switches.has("json");
    const look = {
      isJson,
      isByFileToo: true,
      width: screenWidth(config, io),
      paint: makePaint(io.stdout.hasColor),
    };
    await printDocuments(archive, { ...filter, asKnown }, { ...look, words }, io);
    return 0;
  } finally {
    await closeArchive(archive);
  }
};
