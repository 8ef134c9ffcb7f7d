import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import { type Verdict, verifyArchive } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { EXIT_CODES } from "../exitCodes.ts";

/** `sanad verify`: what in the archive does not agree. */
export const verify: Command = async (given, _config, io) => {
  const file = given.values.get("since");
  const since = file === undefined ? null : readCheckpointFile(resolve(io.folder, file));
  const archive = await openToRead(surroundings(given, io));
  try {
    const isShown = io.stderr.isTerminal;
    const step = (done: number): void =>
      isShown ? io.tell(`\r\u001B[K${done} entries checked`) : undefined;
    const verdict = await verifyArchive(archive, { since, step });
    if (isShown) io.tell("\r\u001B[K");
    await io.print(
      given.switches.has("json") ? `${JSON.stringify(verdict)}\n` : printVerdict(verdict),
    );
    return verdict.faults.length === 0 ? 0 : EXIT_CODES.integrity;
  } finally {
    await closeArchive(archive);
  }
};

function printVerdict({ entries, evidence, erased, faults, since }: Verdict): string {
  const looked = `${entries} entries and ${evidence} pieces of evidence looked at${erased === 0 ? "" : `, ${erased} entries erased`}`;
  if (faults.length > 0) {
    const lines = faults.map(({ where, what }) => `✗ ${where}: ${what}\n`);
    return `${lines.join("")}\n${looked}; ${faults.length} things do not agree. Nothing was changed: keep this state and a copy of it\n`;
  }
  const word =
    since === null
      ? "Self-attested: no checkpoint from outside was compared (--since)"
      : `The ledger still begins with the ${since.size} entries of that checkpoint`;
  return `✓ ${looked}; everything agrees\n${word}. That nothing was changed does not make it true\n`;
}

function readCheckpointFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure("not-found", `There is no checkpoint ${path}`, { cause: error });
  }
}
