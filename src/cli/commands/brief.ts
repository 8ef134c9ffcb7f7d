import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import { makeBrief } from "../../flow/makeBrief.ts";
import { type ReportOutcome, readReports } from "../../flow/readReports.ts";
import type { Command } from "../command.ts";
import { exitCodeOf } from "../exitCodes.ts";
import { inputHints, inputPaths } from "../inputs.ts";
import { surveyInputs } from "../passedOver.ts";
import { type Progress, startProgress } from "../progress.ts";

const DEFAULT_OUTPUT = "sanad-brief.html";

/** `sanad brief`: one page about a set of reports. */
export const brief: Command = async (given, config, io, words) => {
  const paths = inputPaths(given, "brief");
  const hints = inputHints(given, false);
  const language = pageLanguage(given.values.get("lang") ?? config.pageLanguage ?? words.language);
  const output = given.values.get("output") ?? DEFAULT_OUTPUT;
  refuseOverwriting(output, paths, io.folder);
  const progress = startProgress(await surveyInputs(paths, io, words), io, words);
  const outcomes = stepping(readReports(paths, hints, config, io.stdin), progress);
  const { page, readings, failures } = await makeBrief(outcomes, language);
  progress.end();
  for (const failure of failures) io.tell(`${words.message(failure.message)}\n`);
  const code = exitCodeOf(readings.length, failures);
  if (readings.length === 0) {
    io.tell(`${words.line(words.noPage)}\n`);
    return code;
  }
  if (output === "-") {
    await io.print(page);
    return code;
  }
  await writePage(resolve(io.folder, output), output, page);
  const once = new Map(readings.map((reading) => [reading.document.text, reading]));
  const claims = [...once.values()].reduce((sum, reading) => sum + reading.claims.length, 0);
  const repeats = readings.length - once.size;
  io.tell(`${words.line(words.wrotePage(output, claims, once.size, repeats))}\n`);
  return code;
};

/** A slip such as `brief report.txt -o report.txt` would lose the report. */
function refuseOverwriting(output: string, paths: readonly string[], folder: string): void {
  if (
    output === "-" ||
    !paths.some((path) => path !== "-" && resolve(folder, path) === resolve(folder, output))
  )
    return;
  throw new Failure(
    "input-refused",
    `${output} is one of the reports, and the page would overwrite it; choose another place with -o`,
  );
}

async function* stepping(outcomes: AsyncIterable<ReportOutcome>, progress: Progress) {
  for await (const outcome of outcomes) {
    progress.step();
    yield outcome;
  }
}

function pageLanguage(code: string): "en" | "fa" {
  if (code === "en" || code === "fa") return code;
  throw new Failure("input-refused", `The page can be made in en or fa, not in ${code}`);
}

async function writePage(file: string, shown: string, page: string): Promise<void> {
  try {
    await writeFile(file, page);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const message = `Could not write ${shown} (${code}); choose another place with -o`;
    throw new Failure("unavailable", message, { cause: error });
  }
}
