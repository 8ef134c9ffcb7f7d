import { Failure } from "../../base/failure.ts";
import { erase as eraseRecord } from "../../flow/archive/erase.ts";
import { closeArchive, openSession } from "../../flow/archive/session.ts";
import { idsGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { relink } from "./link.ts";
import type { CliWords } from "../words/cliWords.ts";

/** `sanad erase`: destroys a report's keys, entries and evidence. */
export const erase: Command = async (given, _config, io, words) => {
  const ids = idsGiven(given, "erase");
  const [id = ""] = ids;
  if (ids.length > 1) throw new Failure("input-refused", "sanad erase takes one id at a time");
  const reason = given.values.get("reason");
  if (reason === undefined)
    throw new Failure("input-refused", "sanad erase needs --reason, so that others can follow it");
  const session = await openSession(surroundings(given, io, words));
  try {
    if (!given.switches.has("yes") && (await confirmed(io.ask, id, words)) === false) {
      await io.print(`${words.line(words.nothingErased)}\n`);
      return 0;
    }
    const url = io.env["DATABASE_URL"] ?? null;
    const entries = await eraseRecord(session, id, { reason, at: io.now(), url });
    await relink(session.archive, io, words);
    await io.print(
      words
        .erased(entries)
        .map((line) => `${words.line(line)}\n`)
        .join(""),
    );
    return 0;
  } finally {
    await closeArchive(session.archive);
  }
};

async function confirmed(
  ask: ((question: string, isSecret: boolean) => Promise<string>) | null,
  id: string,
  words: CliWords,
): Promise<boolean> {
  if (ask === null)
    throw new Failure(
      "input-refused",
      "Erasing cannot be taken back, and nobody can be asked; give --yes",
    );
  const answer = await ask(words.line(words.eraseQuestion(id)), false);
  return answer.trim() === id;
}
