import type { Failure } from "../../base/failure.ts";
import { readReports } from "../../flow/readReports.ts";
import { collectSooner } from "../collectSooner.ts";
import type { Command } from "../command.ts";
import { exitCodeOf } from "../exitCodes.ts";
import { inputHints, inputPaths, screenWidth } from "../inputs.ts";
import { surveyInputs } from "../passedOver.ts";
import { makePaint } from "../print/paint.ts";
import { printReading } from "../print/printReading.ts";
import { addReading, EMPTY_SUMMARY, printSummary } from "../print/summary.ts";
import { tellFailure } from "../tellFailure.ts";
import { startProgress } from "../progress.ts";

/** `sanad read`: the claims of reports, for a person or as a claim a line. */
export const read: Command = async (given, config, io, words) => {
  collectSooner();
  const paths = inputPaths(given, "read");
  const hints = inputHints(given, true);
  const isJson = given.switches.has("json");
  const paint = makePaint(io.stdout.hasColor);
  const width = screenWidth(config, io);
  const progress = startProgress(await surveyInputs(paths, io, words), io, words);
  const failures: Failure[] = [];
  let summary = EMPTY_SUMMARY;
  for await (const outcome of readReports(paths, hints, config, io.stdin)) {
    progress.step();
    if (io.stdout.isTerminal) progress.clear();
    if (outcome.kind === "failure") {
      failures.push(outcome.failure);
      tellFailure(outcome.failure, isJson, io, words);
      continue;
    }
    summary = addReading(summary, outcome.reading);
    const lines = isJson
      ? outcome.reading.claims.map((claim) => `${JSON.stringify(claim)}\n`).join("")
      : printReading(outcome.reading, width, paint, words);
    if (lines !== "") await io.print(lines);
  }
  progress.end();
  if (!isJson) await io.print(printSummary(summary, failures.length, width, paint, words));
  return exitCodeOf(summary.reports, failures);
};
