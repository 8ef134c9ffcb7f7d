import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import { type Verdict, verifyArchive } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import { checkProofFile } from "../../flow/archive/checkProofFile.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../parseArguments.ts";

/** `sanad verify`: what in the archive does not agree. */
export const verify: Command = async (given, _config, io) => {
  if (given.paths.length > 0) return verifyProofs(given, io);
  const file = given.values.get("since");
  const since = file === undefined ? null : readText(resolve(io.folder, file), "checkpoint");
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

/** Proofs are checked with what they hold and the key alone. */
async function verifyProofs(given: Arguments, io: Io): Promise<number> {
  let faults = 0;
  for (const path of given.paths) {
    const verdict = checkProofFile(
      readText(resolve(io.folder, path), "proof"),
      given.values.get("key") ?? null,
    );
    if (!verdict.holds) faults += 1;
    await io.print(
      verdict.holds
        ? `✓ ${path}: entry ${verdict.index} of the ${verdict.size} that ${verdict.origin} signed${verdict.isShown ? "; what it shows is what was entered" : ""}\n  ${verdict.isKeyGiven ? "Signed with the key you gave" : `Self-attested: it names its own key, ${verdict.key}; compare it with the one that was handed out (--key)`}\n`
        : `✗ ${path}: ${verdict.why}\n`,
    );
  }
  return faults === 0 ? 0 : EXIT_CODES.integrity;
}

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

function readText(path: string, what: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure("not-found", `There is no ${what} ${path}`, { cause: error });
  }
}
