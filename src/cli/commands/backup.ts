import { statSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import {
  backupArchive,
  type Lock,
  refuseWithin,
  SHORTEST_PASSPHRASE,
} from "../../flow/archive/backup.ts";
import { listWays } from "../../flow/archive/changeKeys.ts";
import {
  closeArchive,
  folderAtHand,
  openToRead,
  type Surroundings,
} from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { EXIT_CODES, SOME_FAILED } from "../exitCodes.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../parseArguments.ts";
import { startCounting } from "../progress.ts";
import type { CliWords } from "../words/cliWords.ts";

/** `sanad backup`: the whole archive as one file. */
export const backup: Command = async (given, _config, io, words) => {
  const [name, ...others] = given.paths;
  if (name === undefined || others.length > 0)
    throw new Failure("input-refused", "sanad backup needs one file to write");
  const file = resolve(io.folder, name);
  const around = surroundings(given, io, words);
  // Nobody types a passphrase for what is refused.
  refuseWithin(file, folderAtHand(around));
  const lock = await lockOf(given, io, words);
  const archive = await openToRead(around);
  const counting = startCounting(io, words, words.linesWritten);
  try {
    let damaged = 0;
    const missing = { pieces: 0, documents: [] as readonly string[] };
    const onMissing = (pieces: number, documents: readonly string[]): void =>
      void Object.assign(missing, { pieces, documents });
    const id = await backupArchive(archive, file, lock, io.now(), {
      step: counting.step,
      onMissing: given.switches.has("without-missing") ? onMissing : undefined,
      onDamaged: (things) => (damaged = things),
    }).finally(counting.end);
    const exit = damaged > 0 ? EXIT_CODES.integrity : missing.pieces > 0 ? SOME_FAILED : 0;
    if (given.switches.has("json")) {
      const told = { file, id, bytes: statSync(file).size, lock: lock.kind, missing, damaged };
      await io.print(`${JSON.stringify(told)}\n`);
      return exit;
    }
    const lines = [
      `Wrote ${file}: ${sizeTold(statSync(file).size)}, ${HOW[lock.kind]}`,
      `Its name is ${id}: sanad erase tells by it which backups still hold something`,
      ...(lock.kind === "passphrase" ? [wordsLine(around)] : []),
      ...(missing.pieces === 0 ? [] : [missingLine(missing)]),
      ...(damaged === 0 ? [] : [damagedLine(damaged)]),
      `Try it once: sanad restore ${name} in another folder`,
    ];
    await io.print(lines.map((line) => `${words.message(line)}\n`).join(""));
    return exit;
  } finally {
    await closeArchive(archive);
  }
};

/** The reports are there with text and claims, and their files are not: whoever has them elsewhere must know which. */
function missingLine({
  pieces,
  documents,
}: {
  readonly pieces: number;
  readonly documents: readonly string[];
}): string {
  const first = documents.slice(0, MOST_NAMED).join(", ");
  return documents.length > MOST_NAMED
    ? `Pieces of evidence that are missing here, and not in it: ${pieces}, of ${first} and others; sanad verify names them`
    : `Pieces of evidence that are missing here, and not in it: ${pieces}, of ${first}`;
}

const MOST_NAMED = 20;

function damagedLine(things: number): string {
  return `Things in this archive that are damaged, and are in the file as they are here: ${things}; sanad verify names them. Keep the backups that were made before`;
}

/** In the unit that says something of it. */
function sizeTold(bytes: number): string {
  return bytes < 2 ** 20
    ? `${Math.ceil(bytes / 2 ** 10)} kB`
    : `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

const HOW: Readonly<Record<Lock["kind"], string>> = {
  passphrase: "encrypted with a passphrase",
  recipients: "encrypted to the keys you gave",
  none: "not encrypted as a file; entries and evidence in it are sealed",
};

/** What opens it on the day when the machine and its passphrases are gone. */
function wordsLine(around: Surroundings): string {
  return listWays(around).some(({ by }) => by === "words" || by === "shares")
    ? "Recovery words and shares of this archive open it too: sanad restore --recover"
    : "This archive has no recovery words: without its passphrases nothing opens this file (sanad keys recovery)";
}

async function lockOf(given: Arguments, io: Io, words: CliWords): Promise<Lock> {
  if (given.switches.has("plain")) return { kind: "none" };
  const to = given.values.get("to");
  if (to !== undefined)
    return { kind: "recipients", recipients: to.split(",").map((key) => key.trim()) };
  const passphrase = io.env["SANAD_BACKUP_PASSPHRASE"] ?? io.env["SANAD_PASSPHRASE"];
  if (passphrase !== undefined) return { kind: "passphrase", passphrase };
  if (io.ask === null)
    throw new Failure(
      "forbidden",
      "Set SANAD_BACKUP_PASSPHRASE, or name keys with --to, or give --plain",
    );
  const typed = await io.ask(words.message("Passphrase of the backup: "), true);
  if (typed.length < SHORTEST_PASSPHRASE)
    throw new Failure(
      "input-refused",
      `A passphrase needs ${SHORTEST_PASSPHRASE} characters or more; six random words are good`,
    );
  if ((await io.ask(words.message("Once more: "), true)) !== typed)
    throw new Failure("input-refused", "The two passphrases are not the same; nothing was changed");
  return { kind: "passphrase", passphrase: typed };
}
