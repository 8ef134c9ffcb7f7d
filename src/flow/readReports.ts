import type { Failure } from "../base/failure.ts";
import type { Reading } from "../model/reading.ts";
import { readClaimsTogether } from "../read/readClaims.ts";
import { loadPacks } from "./loadPacks.ts";
import type { Config } from "./readConfig.ts";
import { readDocuments } from "./readDocuments.ts";
import type { Input, InputHints } from "./readFiles.ts";
import { groupsOf } from "./readingGroups.ts";

/** What became of one report: what it claims, or why it could not be read. */
export type ReportOutcome =
  | { readonly kind: "reading"; readonly path: string; readonly reading: Reading }
  | { readonly kind: "failure"; readonly path: string; readonly failure: Failure };

/** The story of `sanad read`: files → frozen texts → claims, in order; a few reports are read side by side. */
export async function* readReports(
  paths: readonly string[],
  hints: InputHints,
  config: Config,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReportOutcome> {
  const { packs } = loadPacks();
  const inputs = readDocuments(paths, hints, config, stdin);
  for await (const group of groupsOf(inputs, lengthOf)) {
    const documents = group.flatMap((one) => (one.kind === "document" ? [one.document] : []));
    const readings = readClaimsTogether(documents, packs);
    let next = 0;
    for (const one of group) {
      const reading = one.kind === "document" ? readings[next++] : undefined;
      if (one.kind === "failure") yield one;
      else if (reading !== undefined) yield { kind: "reading", path: one.path, reading };
    }
  }
}

function lengthOf(input: Input): number {
  return input.kind === "document" ? input.document.text.length : 0;
}
