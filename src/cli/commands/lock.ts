import { lockArchive } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { diskLine } from "../print/diskLine.ts";

/** `sanad lock`: stops what runs, forgets who worked, and says what is still readable. */
export const lock: Command = async (given, _config, io, words) => {
  const around = surroundings(given, io, words);
  const { folder, hasRun } = await lockArchive(around);
  const lines = [
    hasRun ? "Locked: the database is stopped" : "Locked: the database was not running",
    "Who worked here last is forgotten; no passphrase and no key is kept anywhere",
    "The text that is searched lies on the disk in clear: only an encrypted disk that is shut off protects it",
    diskLine(folder),
    "Shut the machine down, or unmount the disk and close its encryption; a lid that is closed does neither",
  ];
  await io.print(lines.map((line) => `${words.message(line)}\n`).join(""));
  return 0;
};
