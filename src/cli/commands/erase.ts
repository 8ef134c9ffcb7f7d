import { Failure } from "../../base/failure.ts";
import { erase as eraseRecord, type ErasurePlan, planErasure } from "../../flow/archive/erase.ts";
import { readSize } from "../../flow/archive/look.ts";
import { isLeftOver, tellGap } from "../../flow/archive/sweepGaps.ts";
import { closeArchive, openSession, type Session } from "../../flow/archive/session.ts";
import { idsGiven, reasonGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import type { Io } from "../io.ts";
import { type relink, relinkBehind } from "./link.ts";
import type { CliWords } from "../words/cliWords.ts";

/** `sanad erase`: destroys a report's keys, entries and evidence. */
export const erase: Command = async (given, _config, io, words) => {
  const ids = idsGiven(given, "erase");
  const isDry = given.switches.has("dry-run");
  const isJson = given.switches.has("json");
  const reason = isDry ? "" : reasonGiven(given, "erase");
  const around = surroundings(given, io, words);
  const session = await openSession(around);
  try {
    const plan = await planErasure(session.archive, ...ids);
    if (isDry) {
      await io.print(
        isJson ? `${JSON.stringify(plan)}\n` : printLines(words.wouldErase(plan), words),
      );
      return 0;
    }
    if (!given.switches.has("yes") && !(await isConfirmed(io, ids.join(" "), plan, words))) {
      await io.print(`${words.line(words.nothingErased)}\n`);
      return 0;
    }
    const { gaps, archive, backups } = await eraseRecord(
      session,
      plan,
      { reason, at: io.now() },
      around.striking,
    );
    const done = { ...plan, backups };
    await io.print(
      isJson
        ? `${JSON.stringify({ ...done, gaps })}\n`
        : printLines(
            [...words.erased(done), ...gaps.map((gap) => words.message(tellGap(gap)))],
            words,
          ),
    );
    await relinkBehind(archive, io, words, await countAnew(session, archive, plan));
    return isLeftOver(gaps) ? EXIT_CODES.unavailable : 0;
  } finally {
    await closeArchive(session.archive);
  }
};

/** Where names were counted over what is gone, they are counted anew, in the name of whoever erased. */
async function countAnew(
  { actor }: Session,
  archive: Session["archive"],
  { models }: ErasurePlan,
): Promise<Parameters<typeof relink>[3]> {
  if (models === 0) return null;
  return { task: "refit", payload: { size: await readSize(archive) }, actor };
}

async function isConfirmed(
  { ask, tell }: Io,
  id: string,
  plan: ErasurePlan,
  words: CliWords,
): Promise<boolean> {
  if (ask === null)
    throw new Failure(
      "input-refused",
      "Erasing cannot be taken back, and nobody can be asked; give --yes",
    );
  tell(printLines(words.wouldErase(plan), words));
  const answer = await ask(words.line(words.eraseQuestion(id)), false);
  return answer.trim() === id;
}

function printLines(lines: readonly string[], words: CliWords): string {
  return lines.map((line) => `${words.line(line)}\n`).join("");
}
