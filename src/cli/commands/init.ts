import { resolve } from "node:path";
import { closeArchive, initArchive } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";

/** `sanad init`: makes an archive in a folder of its own. */
export const init: Command = async (given, _config, io) => {
  const folder = resolve(io.folder, given.paths[0] ?? io.env["SANAD_ARCHIVE"] ?? ".");
  const { archive } = await initArchive(folder, surroundings(given, io));
  await closeArchive(archive);
  await io.print(`Made an archive in ${folder}

Its log is named ${archive.signer.name}; checkpoints carry that name.
Keep the passphrase or key file in a second place: without it nobody can open the archive again.
Evidence and entries are encrypted. The text that is searched is not: keep the folder on an encrypted disk.

Next: sanad add FILE…
`);
  return 0;
};
