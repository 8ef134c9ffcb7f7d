import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { tidyEvidence } from "../../flow/archive/tidy.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";

/** `sanad tidy`: evidence that no entry names is removed, where it is old enough to be nobody's. */
export const tidy: Command = async (given, _config, io, words) => {
  const isDry = given.switches.has("dry-run");
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const { old, young } = await tidyEvidence(archive, isDry);
    const lines = [
      words.tidied(old.length, isDry),
      ...(young.length === 0 ? [] : [words.young(young.length)]),
    ];
    await io.print(
      given.switches.has("json")
        ? `${JSON.stringify({ removed: isDry ? [] : old, old, young })}\n`
        : lines.map((line) => `${words.line(line)}\n`).join(""),
    );
    return 0;
  } finally {
    await closeArchive(archive);
  }
};
