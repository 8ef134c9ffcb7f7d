import { resolve } from "node:path";
import { closeArchive, initArchive } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";

/** `sanad init`: makes an archive in a folder of its own. */
export const init: Command = async (given, _config, io, words) => {
  const folder = resolve(io.folder, given.paths[0] ?? io.env["SANAD_ARCHIVE"] ?? ".");
  const { archive } = await initArchive(folder, surroundings(given, io, words));
  await closeArchive(archive);
  const lines = words.madeArchive(folder, archive.signer.name);
  await io.print(lines.map((line) => `${words.line(line)}\n`).join(""));
  return 0;
};
