import { renderBrief } from "../brief/renderBrief.ts";
import type { Failure } from "../base/failure.ts";
import type { Reading } from "../model/reading.ts";
import { countryRows, loadPacks } from "./loadPacks.ts";
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
    figures: countryRows(rows, "figures"),
    organisations: countryRows(rows, "organisations"),
  });
  return { page, readings, failures };
}
