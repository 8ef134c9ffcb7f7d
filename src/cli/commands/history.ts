import { Failure } from "../../base/failure.ts";
import {
  type Erasure,
  type LogLine,
  readErasure,
  readHistory,
  showClaim,
  showDocument,
} from "../../flow/archive/look.ts";
import { actorAtHand, closeArchive, openToRead, type Session } from "../../flow/archive/session.ts";
import { changesFor, openingsFor } from "../../flow/archive/testimony.ts";
import { idsGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { refuseUnknown } from "../refuseUnknown.ts";
import type { CliWords } from "../words/cliWords.ts";
import { purposeWords, usesWords } from "../print/printConsent.ts";
import { ITSELF, printLog } from "../print/printLog.ts";
import { clean } from "../print/screenText.ts";

/** `sanad history`: every entry that a claim or document rests on, and what was decided. */
export const history: Command = async (given, _config, io, words) => {
  const ids = idsGiven(given, "history");
  const around = surroundings(given, io, words);
  const archive = await openToRead(around);
  try {
    for (const id of ids) {
      const isTestimony = id.startsWith("t-");
      const isClaim = !isTestimony && !id.startsWith("d-");
      const erasure = await readErasure(archive, id);
      // A testimony is its own record.
      const found = isTestimony
        ? { record: id }
        : (erasure ??
          (isClaim ? await showClaim(archive, id) : await showDocument(archive, id)) ??
          (await refuseUnknown(archive, id)));
      const lines = await readHistory(archive, {
        record: found.record,
        claim: isClaim && erasure === null ? id : null,
      });
      if (lines.length === 0) throw new Failure("not-found", `There is no testimony ${id}`);
      const isJson = given.switches.has("json");
      const told =
        isTestimony && erasure === null
          ? await withOpenings(archive, await actorAtHand(archive, around), id, lines, words)
          : lines;
      await io.print(printLog(told, isJson, words));
      if (erasure !== null && !isJson) await io.print(printErasure(erasure, lines, words));
    }
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

/** Each opening of a testimony and change of its consent, with what for and why, for one who may open it. */
async function withOpenings(
  archive: Session["archive"],
  actor: string | null,
  id: string,
  lines: readonly LogLine[],
  words: CliWords,
): Promise<readonly LogLine[]> {
  const reasons = new Map<string, string>();
  for (const { entry, purpose, reason } of await openingsFor(archive, actor, id))
    reasons.set(entry, `${purposeWords(purpose, words)}: ${reason}`);
  for (const { entry, consent, isWithdrawn, reason } of await changesFor(archive, actor, id))
    reasons.set(
      entry,
      `${isWithdrawn ? words.message("consent withdrawn") : usesWords(consent, words)}: ${reason}`,
    );
  return lines.map((line) => ({ ...line, reason: reasons.get(line.id) ?? line.reason }));
}

/** What is gone, and what holds all the same. */
function printErasure(
  { on, actor, role }: Erasure,
  lines: readonly LogLine[],
  words: CliWords,
): string {
  const proved = lines.find(({ kind }) => kind !== "record-erased")?.id ?? "";
  const who =
    actor === ITSELF
      ? words.message("sanad restore, from a list of erasures")
      : words.embed(`${clean(actor)} (${clean(role)})`);
  return `${words.line(words.wasErased(words.date(on), who, proved))}\n`;
}
