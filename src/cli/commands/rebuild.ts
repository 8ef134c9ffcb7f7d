import { readSize } from "../../flow/archive/look.ts";
import { closeArchive, openToRead, SOME_DAMAGED } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import { relink } from "./link.ts";

/** `sanad rebuild`: what is searched, made again from the entries. */
export const rebuild: Command = async (given, _config, io, words) => {
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const { rebuilt } = await relink(archive, io, words, { task: "rebuild" });
    const { entries, damaged } = rebuilt ?? { entries: await readSize(archive), damaged: 0 };
    const line = `Made again from ${entries} entries what is searched and listed; sanad verify --deep compares it`;
    await io.print(`${words.message(line)}\n`);
    if (damaged === 0) return 0;
    io.tell(`${words.line(words.message(SOME_DAMAGED))}\n`);
    return EXIT_CODES.integrity;
  } finally {
    await closeArchive(archive);
  }
};
