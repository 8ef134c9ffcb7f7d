import { Failure } from "../../base/failure.ts";
import { closeArchive, openSession, type Session } from "../../flow/archive/session.ts";
import { checkMayOpen, type OpenedTestimony, openTestimony } from "../../flow/archive/testimony.ts";
import { isPurpose, PURPOSES, type Purpose } from "../../model/testimony.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../parseArguments.ts";
import { makePaint, type Paint } from "../print/paint.ts";
import { consentLine } from "../print/printConsent.ts";
import { clean, isolate } from "../print/screenText.ts";
import type { CliWords } from "../words/cliWords.ts";

/** `sanad show t-…`: opens sealed testimony for one who may, and writes down that it was opened. */
export const showTestimony: Command = async (given, _config, io, words) => {
  const [id = "", ...others] = given.paths;
  if (others.length > 0)
    throw new Failure("input-refused", "sanad show opens one testimony at a time");
  const purpose = purposeOf(given);
  const session = await openSession(surroundings(given, io, words));
  try {
    await checkMayOpen(session, id, purpose, io.now());
    const reason = await reasonOf(given, io, words);
    if (reason === "") {
      await io.print(`${words.message("Nothing was opened")}\n`);
      return 0;
    }
    await openAndShow(session, id, { purpose, reason, given, io, words });
    return 0;
  } finally {
    await closeArchive(session.archive);
  }
};

type Showing = {
  readonly purpose: Purpose;
  readonly reason: string;
  readonly given: Arguments;
  readonly io: Io;
  readonly words: CliWords;
};

async function openAndShow(
  session: Session,
  id: string,
  { purpose, reason, given, io, words }: Showing,
): Promise<void> {
  const hasWitness = given.switches.has("witness");
  const at = io.now();
  const opened = await openTestimony(session, id, { purpose, reason, hasWitness, at });
  if (given.switches.has("json")) {
    const { testimony, name, contact } = opened;
    const who = hasWitness ? { name, contact } : {};
    await io.print(
      `${JSON.stringify({ testimony: id, ...testimony.taken, consent: testimony.consent, ...who })}\n`,
    );
    return;
  }
  await io.print(printTestimony(opened, hasWitness, makePaint(io.stdout.hasColor), words));
  if (!io.stdout.isTerminal || io.ask === null) return;
  await io.ask(words.message("Enter clears the screen "), false);
  await io.print("\u001B[2J\u001B[3J\u001B[H");
}

function purposeOf(given: Arguments): Purpose {
  const word = given.values.get("for") ?? "read";
  if (isPurpose(word)) return word;
  throw new Failure("input-refused", `--for must be one of ${PURPOSES.join(", ")}`);
}

/** Why it is opened; an empty answer opens nothing. */
async function reasonOf(given: Arguments, io: Io, words: CliWords): Promise<string> {
  const reason = given.values.get("reason");
  if (reason !== undefined) return reason;
  if (io.ask === null)
    throw new Failure(
      "input-refused",
      "Every opening is written down with its reason, and nobody can be asked; give --reason",
    );
  io.tell(
    `${words.message("This is sealed testimony. That you open it is written down, with your name and your reason")}\n`,
  );
  return (await io.ask(words.message("Why do you open it? (empty: do not) "), false)).trim();
}

function printTestimony(
  { testimony, name, contact }: OpenedTestimony,
  hasWitness: boolean,
  paint: Paint,
  words: CliWords,
): string {
  const { id, taken } = testimony;
  const facts = [
    `Source ${taken.witness}: one witness, an independence group of its own`,
    ...(hasWitness ? [`Name: ${name ?? "not told"}`, `Contact: ${contact ?? "not told"}`] : []),
    ...(taken.takenOn === null ? [] : [`Said on ${words.date(taken.takenOn)}`]),
    ...(taken.how === null ? [] : [`How: ${taken.how}`]),
    consentLine(testimony.consent, words),
  ];
  return [
    paint("bold", id),
    ...facts.map((fact) => `   ${paint("dim", words.message(fact))}`),
    "",
    ...taken.text.split("\n").map((line) => isolate(clean(line))),
    "",
    "",
  ].join("\n");
}
