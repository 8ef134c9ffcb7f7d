import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import {
  type Cosigner,
  enterCosignatures,
  readCosigners,
  requestFor,
  requestSince,
  trustCosigner,
} from "../../flow/archive/cosign.ts";
import { readCheckpoint } from "../../flow/archive/look.ts";
import { closeArchive, openSession, openToRead, type Session } from "../../flow/archive/session.ts";
import { formatKey } from "../../base/signedNote.ts";
import { surroundings, wholeNumber } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../parseArguments.ts";
import type { CliWords } from "../words/cliWords.ts";

const CHANGES = ["trust", "end-trust", "add-cosignature"] as const;

/** `sanad checkpoint`: the signed head, to hand out; what is asked of cosigners, and what they signed. */
export const checkpoint: Command = async (given, _config, io, words) => {
  const around = surroundings(given, io, words);
  if (CHANGES.some((name) => given.values.has(name))) {
    const session = await openSession(around);
    try {
      const lines = await change(session, given, io);
      await io.print(lines.map((line) => `${words.message(line)}\n`).join(""));
      return 0;
    } finally {
      await closeArchive(session.archive);
    }
  }
  const archive = await openToRead(around);
  try {
    const name = given.values.get("for");
    // Alone, so that a program or a file takes it as it is.
    if (given.switches.has("key")) await io.print(`${formatKey(archive.signer)}\n`);
    else if (name !== undefined) await io.print(await requestFor(archive, name));
    else if (given.values.has("from"))
      await io.print(await requestSince(archive, wholeNumber(given, "from", 1)));
    else {
      await io.print(await readCheckpoint(archive));
      // Words for a person; what is printed stays the checkpoint alone.
      const seen = await readCosigners(archive);
      for (const cosigner of seen) io.tell(`${words.message(seenLine(cosigner, words))}\n`);
    }
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

async function change(session: Session, given: Arguments, io: Io): Promise<readonly string[]> {
  const [trust, end, file] = CHANGES.map((name) => given.values.get(name));
  if (trust !== undefined) {
    const name = await trustCosigner(session, trust, true, io.now());
    return [
      `${name} is trusted from now on`,
      `What to send: sanad checkpoint --for ${name}; your log's key: ${formatKey(session.archive.signer)}`,
    ];
  }
  if (end !== undefined)
    return [`${await trustCosigner(session, end, false, io.now())} is no longer trusted`];
  const text = readText(resolve(io.folder, file ?? ""));
  const seen = await enterCosignatures(session, text, io.now());
  return seen.map(
    ({ name, at, size }) => `Seen by ${name} up to ${size} entries, on ${at.slice(0, 10)}`,
  );
}

/** What a cosigner saw, as a message. */
export function seenLine({ name, seen }: Cosigner, words: CliWords): string {
  return seen === null
    ? `${name} is trusted and has signed nothing yet`
    : `Seen by ${name} up to ${seen.size} entries, on ${words.date(seen.at.slice(0, 10))}`;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure("not-found", `There is no checkpoint ${path}`, { cause: error });
  }
}
