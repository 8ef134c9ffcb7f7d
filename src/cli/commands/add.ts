import type { Failure } from "../../base/failure.ts";
import { type AddOutcome, addReports } from "../../flow/archive/addReports.ts";
import { closeArchive, openSession } from "../../flow/archive/session.ts";
import { countFiles } from "../../flow/readFiles.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { exitCodeOf } from "../exitCodes.ts";
import { inputHints, inputPaths } from "../inputs.ts";
import { clean, isolate } from "../print/screenText.ts";
import { startProgress } from "../progress.ts";
import { readerName } from "../version.ts";

/** `sanad add`: captures reports into the archive. */
export const add: Command = async (given, config, io) => {
  const paths = inputPaths(given, "add");
  const hints = inputHints(given, true);
  const isJson = given.switches.has("json");
  const session = await openSession(surroundings(given, io));
  const progress = startProgress(await countFiles(paths), io);
  const failures: Failure[] = [];
  const counts = { added: 0, same: 0, claims: 0 };
  try {
    const options = { by: session.actor, now: io.now, reader: readerName() };
    for await (const outcome of addReports(
      session.archive,
      paths,
      hints,
      config,
      io.stdin,
      options,
    )) {
      progress.step();
      if (outcome.kind === "failure") {
        failures.push(outcome.failure);
        io.tell(`${outcome.failure.message}\n`);
        continue;
      }
      counts[outcome.kind] += 1;
      if (outcome.kind === "added") counts.claims += outcome.claims;
      await io.print(isJson ? `${JSON.stringify(outcome)}\n` : printOutcome(outcome));
    }
  } finally {
    progress.end();
    await closeArchive(session.archive);
  }
  const { added, same, claims } = counts;
  if (!isJson)
    await io.print(
      `\n${added} added with ${claims} claims, ${same} were there already, ${failures.length} could not be read\n`,
    );
  return exitCodeOf(added + same, failures);
};

function printOutcome(outcome: Exclude<AddOutcome, { kind: "failure" }>): string {
  const name = isolate(clean(outcome.path));
  if (outcome.kind === "same")
    return `${outcome.document}  ${name}: the same bytes are there already\n`;
  const { version: change } = outcome;
  const head = `${outcome.document}  ${name}: ${outcome.claims} claims`;
  if (change === null) return `${head}\n`;
  const lines = [
    ...change.gone.map((words) => `   − ${isolate(clean(words))}\n`),
    ...change.come.map((words) => `   + ${isolate(clean(words))}\n`),
  ];
  const what =
    lines.length === 0
      ? "the same claims"
      : `${change.gone.length} gone, ${change.come.length} come`;
  return `${head}; a new version of ${change.previous}: ${what}\n${lines.join("")}`;
}
