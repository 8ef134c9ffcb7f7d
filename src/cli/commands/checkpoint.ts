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
  const isJson = given.switches.has("json");
  if (CHANGES.some((name) => given.values.has(name))) {
    const session = await openSession(around);
    try {
      const { lines, told } = await change(session, given, io);
      const printed = isJson
        ? told.map((one) => JSON.stringify(one))
        : lines.map((line) => words.message(line));
      await io.print(printed.map((line) => `${line}\n`).join(""));
      return 0;
    } finally {
      await closeArchive(session.archive);
    }
  }
  const archive = await openToRead(around);
  try {
    const key = formatKey(archive.signer);
    const request = await askedFor(archive, given);
    if (request !== null) await io.print(isJson ? `${JSON.stringify({ request })}\n` : request);
    else if (isJson)
      await io.print(
        `${JSON.stringify({ key, checkpoint: await readCheckpoint(archive), cosigners: (await readCosigners(archive)).map(seenBy) })}\n`,
      );
    // Alone, so that a program or a file takes it as it is.
    else if (given.switches.has("key")) await io.print(`${key}\n`);
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

/** What to send to a cosigner; null where that is not asked. */
async function askedFor(archive: Session["archive"], given: Arguments): Promise<string | null> {
  const name = given.values.get("for");
  if (given.switches.has("key")) return null;
  if (name !== undefined) return requestFor(archive, name);
  return given.values.has("from") ? requestSince(archive, wholeNumber(given, "from", 1)) : null;
}

function seenBy({ name, key, seen }: Cosigner): object {
  return { name, key, seen: seen === null ? null : { size: seen.size, at: seen.at } };
}

/** What was done: for a person, and for a program. */
type Changed = { readonly lines: readonly string[]; readonly told: readonly object[] };

async function change(session: Session, given: Arguments, io: Io): Promise<Changed> {
  const [trust, end, file] = CHANGES.map((name) => given.values.get(name));
  if (trust !== undefined) {
    const name = await trustCosigner(session, trust, true, io.now());
    const key = formatKey(session.archive.signer);
    return {
      lines: [
        `${name} is trusted from now on`,
        `What to send: sanad checkpoint --for ${name}; your log's key: ${key}`,
      ],
      told: [{ trusted: name, key }],
    };
  }
  if (end !== undefined) {
    const name = await trustCosigner(session, end, false, io.now());
    return { lines: [`${name} is no longer trusted`], told: [{ ended: name }] };
  }
  const text = readText(resolve(io.folder, file ?? ""));
  const seen = await enterCosignatures(session, text, io.now());
  return {
    lines: seen.map(
      ({ name, at, size }) => `Seen by ${name} up to ${size} entries, on ${at.slice(0, 10)}`,
    ),
    told: seen.map(({ name, at, size }) => ({ name, size, at })),
  };
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
