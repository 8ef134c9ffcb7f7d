import { lockArchive } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { diskLine, ON_SERVER } from "../print/diskLine.ts";

const FORGOTTEN = "Who worked here last is forgotten; no passphrase and no key is kept anywhere";

/** `sanad lock`: stops what runs, forgets who worked, and says what is still readable. */
export const lock: Command = async (given, _config, io, words) => {
  const around = surroundings(given, io, words);
  const { folder, hasRun, isOnServer } = await lockArchive(around);
  const lines = isOnServer
    ? [
        "Locked on this machine: what lies in the folder is sealed",
        FORGOTTEN,
        ON_SERVER,
        "The server runs on, and this command cannot lock it: its keeper shuts it off",
      ]
    : [
        hasRun ? "Locked: the database is stopped" : "Locked: the database was not running",
        FORGOTTEN,
        "The text that is searched lies on the disk in clear: only an encrypted disk that is shut off protects it",
        diskLine(folder),
        "Shut the machine down, or unmount the disk and close its encryption; a lid that is closed does neither",
      ];
  await io.print(lines.map((line) => `${words.message(line)}\n`).join(""));
  return 0;
};
