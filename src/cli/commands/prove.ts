import { Failure } from "../../base/failure.ts";
import { entryOfProof, proveEntry } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { idsGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";

/** `sanad prove`: a proof for one entry, to be checked without the archive. */
export const prove: Command = async (given, _config, io, words) => {
  const [id = "", ...others] = idsGiven(given, "prove");
  if (others.length > 0) throw new Failure("input-refused", "sanad prove takes one id at a time");
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const proof = await proveEntry(archive, id, {
      isShown: given.switches.has("show"),
      isCosigned: given.switches.has("cosigned"),
    });
    if (given.switches.has("json")) {
      await io.print(`${JSON.stringify(proof)}\n`);
      return 0;
    }
    await io.print(`${JSON.stringify(proof, null, 2)}\n`);
    const { index, kind } = entryOfProof(proof);
    io.tell(`${words.line(words.proved(id, index, words.entryKind(kind)))}\n`);
    return 0;
  } finally {
    await closeArchive(archive);
  }
};
