import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import { missingEvidence, restoreBackup } from "../../flow/archive/backup.ts";
import { verifyArchive } from "../../flow/archive/look.ts";
import { lookInThreads } from "../../flow/archive/verifyThreads.ts";
import { recoverPassphrase } from "../../flow/archive/changeKeys.ts";
import {
  closeArchive,
  openWith,
  type Secret,
  type Surroundings,
} from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import { putAwaySecret } from "../askWords.ts";
import type { Command } from "../command.ts";
import { EXIT_CODES, SOME_FAILED } from "../exitCodes.ts";
import { relinkBehind } from "./link.ts";
import { startCounting } from "../progress.ts";

/** `sanad restore`: the archive of a backup, in an empty folder. */
export const restore: Command = async (given, _config, io, words) => {
  const [name, target = "."] = given.paths;
  if (name === undefined)
    throw new Failure("input-refused", "sanad restore needs the file of a backup");
  const folder = resolve(io.folder, target);
  const identity = given.values.get("identity");
  const erasures = given.values.get("erasures");
  const counting = startCounting(io, words, words.linesRestored);
  const options = {
    identity: identity === undefined ? null : readIdentity(resolve(io.folder, identity)),
    erasures: erasures === undefined ? null : resolve(io.folder, erasures),
    step: counting.step,
  };
  const file = resolve(io.folder, name);
  const around = surroundings(given, io, words);
  const wordFile = given.values.get("words");
  const isRecovery = wordFile !== undefined || given.switches.has("recover");
  const putAway = isRecovery ? await putAwaySecret(wordFile, io, words) : null;
  const { archive, erasedAgain, hasList, missing } = await restoreBackup(file, folder, around, {
    ...options,
    putAway,
  }).finally(counting.end);
  const checking = startCounting(io, words, words.checking);
  try {
    const {
      entries,
      evidence,
      faults: found,
    } = await verifyArchive(archive, {
      since: null,
      step: checking.step,
      lookElsewhere: lookInThreads(),
    });
    checking.end();
    // What was missing before is no fault of this restore, nor is it whole.
    const known = found.filter(({ what }) => isKnownMissing(what, missing));
    const faults = found.filter((fault) => !known.includes(fault));
    for (const fault of found)
      await io.print(
        `${known.includes(fault) ? "–" : "✗"} ${words.message(`${fault.where}: ${fault.what}`)}\n`,
      );
    const line = words.restored({ entries, evidence }, words.embed(folder), faults.length);
    const list = hasList ? words.erasedAgain(erasedAgain) : words.noErasures;
    await io.print(`${words.line(line)}\n${words.line(list)}\n`);
    if (missing.length > 0)
      await io.print(
        `${words.message(`Pieces of evidence that were missing when the backup was made, and are missing here: ${missing.length}`)}\n`,
      );
    if (faults.length === 0) await relinkBehind(archive, io, words);
    if (putAway !== null)
      await io.print(
        `${words.message(await renewPassphrase({ ...around, given: folder }, putAway))}\n`,
      );
    if (faults.length > 0) return EXIT_CODES.integrity;
    return missing.length === 0 ? 0 : SOME_FAILED;
  } finally {
    await closeArchive(archive);
  }
};

function isKnownMissing(what: string, missing: readonly string[]): boolean {
  return missing.some((name) => what === missingEvidence(name).message);
}

/** The old passphrase is lost, or with somebody else: the archive gets another one at once, where somebody can say it. */
async function renewPassphrase(around: Surroundings, secret: Secret): Promise<string> {
  if (around.ask === null && around.env["SANAD_NEW_PASSPHRASE"] === undefined)
    return "The archive is opened by these words alone; sanad recover gives it a passphrase";
  const session = await openWith(around, secret);
  try {
    const { made, ended } = await recoverPassphrase(session, around);
    return `The new passphrase unlocks the archive (${made.id}); old passphrases that no longer do: ${ended}`;
  } finally {
    await closeArchive(session.archive);
  }
}

function readIdentity(path: string): string {
  try {
    const lines = readFileSync(path, "utf8").split("\n");
    const key = lines.find((line) => line.startsWith("AGE-SECRET-KEY-"));
    if (key !== undefined) return key.trim();
  } catch (error) {
    throw new Failure("not-found", `There is no identity ${path}`, { cause: error });
  }
  throw new Failure("input-refused", `${path} holds no secret key of age (AGE-SECRET-KEY-…)`);
}
