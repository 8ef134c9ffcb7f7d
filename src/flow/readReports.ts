import type { Failure } from "../base/failure.ts";
import type { Reading } from "../model/reading.ts";
import { readClaims } from "../read/readClaims.ts";
import { loadPacks } from "./loadPacks.ts";
import type { Config } from "./readConfig.ts";
import { readDocuments } from "./readDocuments.ts";
import type { InputHints } from "./readFiles.ts";

/** What became of one report: what it claims, or why it could not be read. */
export type ReportOutcome =
  | { readonly kind: "reading"; readonly path: string; readonly reading: Reading }
  | { readonly kind: "failure"; readonly path: string; readonly failure: Failure };

/** The story of `sanad read`: files → frozen texts → claims, one report at a time, in order. */
export async function* readReports(
  paths: readonly string[],
  hints: InputHints,
  config: Config,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReportOutcome> {
  const { packs } = loadPacks();
  for await (const outcome of readDocuments(paths, hints, config, stdin)) {
    if (outcome.kind === "failure") yield outcome;
    else
      yield { kind: "reading", path: outcome.path, reading: readClaims(outcome.document, packs) };
  }
}
