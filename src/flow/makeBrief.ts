import { renderBrief } from "../brief/renderBrief.ts";
import type { Failure } from "../base/failure.ts";
import { parseOrganisations, parseReferences } from "../model/reference.ts";
import type { Reading } from "../model/reading.ts";
import { countryFiles, loadPacks } from "./loadPacks.ts";
import type { ReportOutcome } from "./readReports.ts";

/** A page, what went into it, and what could not be read. */
export type Brief = {
  readonly page: string;
  readonly readings: readonly Reading[];
  readonly failures: readonly Failure[];
};

/** The story of `sanad brief`: the readings of a few reports → one page, beside what published figures say. */
export async function makeBrief(
  outcomes: AsyncIterable<ReportOutcome>,
  language: "en" | "fa",
): Promise<Brief> {
  const readings: Reading[] = [];
  const failures: Failure[] = [];
  for await (const outcome of outcomes) {
    if (outcome.kind === "failure") failures.push(outcome.failure);
    else readings.push(outcome.reading);
  }
  const { rows } = loadPacks();
  const page = renderBrief(readings, {
    language,
    references: countryFiles(rows, "figures").flatMap(parseReferences),
    organisations: countryFiles(rows, "organisations").flatMap(parseOrganisations),
  });
  return { page, readings, failures };
}
