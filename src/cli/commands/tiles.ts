import { resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import { tileFolder, writeTiles } from "../../flow/archive/cosign.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { EXIT_CODES } from "../exitCodes.ts";

/** `sanad tiles`: the tree as files that can be mirrored. */
export const tiles: Command = async (given, _config, io, words) => {
  const [path, ...others] = given.paths;
  if (others.length > 0) throw new Failure("input-refused", "sanad tiles takes one folder at most");
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const folder = path === undefined ? tileFolder(archive.folder) : resolve(io.folder, path);
    const { size, written, other } = await writeTiles(archive, folder, true);
    if (given.switches.has("json")) {
      await io.print(`${JSON.stringify({ folder, size, written, other })}\n`);
    } else {
      const lines = [
        ...other.map(
          (name) =>
            `✗ tile ${name}: is not what the entries make; remove it, and sanad tiles makes it again`,
        ),
        `${folder} has the tree of ${size} entries; ${written} files were written`,
      ];
      await io.print(lines.map((line) => `${words.message(line)}\n`).join(""));
    }
    return other.length === 0 ? 0 : EXIT_CODES.integrity;
  } finally {
    await closeArchive(archive);
  }
};
