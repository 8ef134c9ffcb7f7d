import { readSize } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { relink } from "./link.ts";

/** `sanad rebuild`: what is searched, made again from the entries. */
export const rebuild: Command = async (given, _config, io, words) => {
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const { rebuilt } = await relink(archive, io, words, { task: "rebuild" });
    const entries = rebuilt ?? (await readSize(archive));
    const line = `Made again from ${entries} entries what is searched and listed; sanad verify --deep compares it`;
    await io.print(`${words.message(line)}\n`);
    return 0;
  } finally {
    await closeArchive(archive);
  }
};
