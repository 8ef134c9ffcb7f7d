import { resolve } from "node:path";
import { closeArchive, initArchive } from "../../flow/archive/session.ts";
import { serverOf } from "../../flow/archive/serverOf.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { diskLine, ON_SERVER } from "../print/diskLine.ts";

/** `sanad init`: makes an archive in a folder of its own. */
export const init: Command = async (given, _config, io, words) => {
  const folder = resolve(io.folder, given.paths[0] ?? io.env["SANAD_ARCHIVE"] ?? ".");
  const { archive } = await initArchive(folder, surroundings(given, io, words));
  await closeArchive(archive);
  const isOnServer = serverOf(io.env) !== null;
  const lines = words.madeArchive(folder, archive.signer.name, isOnServer).map(words.line);
  const ways = [
    isOnServer ? ON_SERVER : diskLine(folder),
    "A second way in, for the day when the passphrase is lost: sanad keys recovery (docs/keys.md)",
  ].map(words.message);
  await io.print(`${[...lines.slice(0, -2), ...ways, ...lines.slice(-2)].join("\n")}\n`);
  return 0;
};
