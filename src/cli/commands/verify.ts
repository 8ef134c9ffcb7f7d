import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import {
  type Verdict,
  verifyArchive,
  verifyOutside,
  whoMadeViews,
} from "../../flow/archive/look.ts";
import type { OnStep } from "../../flow/archive/people/compareNamings.ts";
import { checkLinked } from "../../flow/archive/people/checkLinked.ts";
import { closeArchive, openToVerify } from "../../flow/archive/session.ts";
import { pathOfEvidence } from "../../flow/archive/tidy.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import { lookInThreads } from "../../flow/archive/verifyThreads.ts";
import { checkProofFile, type HeldProof } from "../../flow/archive/checkProofFile.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../parseArguments.ts";
import { faultLines } from "../print/faultLines.ts";
import { printOutside } from "../print/printOutside.ts";
import { clean } from "../print/screenText.ts";
import { startCounting } from "../progress.ts";
import type { CliWords } from "../words/cliWords.ts";

/** `sanad verify`: what in the archive does not agree. */
export const verify: Command = async (given, _config, io, words) => {
  if (given.paths.length > 0) return verifyProofs(given, io, words);
  const file = given.values.get("since");
  const since = file === undefined ? null : readText(resolve(io.folder, file), "checkpoint");
  const archive = await openToVerify(surroundings(given, io, words));
  try {
    const counting = startCounting(io, words, words.checking);
    const made = await whoMadeViews(archive);
    const isAsked = given.switches.has("deep");
    const isDeep = isAsked && made !== "another";
    const { step, end } = counting;
    const { deep, ...found } = await verifyArchive(archive, {
      since,
      step,
      isDeep,
      lookElsewhere: lookInThreads(),
    }).finally(end);
    const looked = { ...found, deep: deep === null ? null : withPaths(deep, archive.blobs) };
    // People rest on the rows of claims: where those do not agree, neither can they.
    const isSound = isDeep && looked.faults.length === 0;
    const linked = isSound ? await checkLinked(archive, linkingLine(io, words)) : null;
    const unmarked = made === "unknown" ? [{ where: "row state", what: "is missing" }] : [];
    const verdict = {
      ...looked,
      faults: [...looked.faults, ...unmarked, ...(linked?.faults ?? [])],
      unlisted: looked.unlisted + (linked?.unlisted ?? 0),
    };
    const people = linked === null ? null : linked.rows;
    const outside = await verifyOutside(archive);
    const whole = { ...verdict, faults: [...verdict.faults, ...outside.faults] };
    await io.print(
      given.switches.has("json")
        ? `${JSON.stringify({ ...verdict, people, views: made, outside })}\n`
        : printVerdict(whole, people, words) +
            (made === "another" ? `? ${words.line(words.otherViews)}\n` : "") +
            (whole.isErasing ? `? ${words.line(words.isErasing)}\n` : "") +
            printOutside(whole, outside.seen, words),
    );
    if (whole.faults.length > 0) return EXIT_CODES.integrity;
    // Who changes rows of people can say as well that they are not linked yet: what was not compared does not agree.
    return whole.isErasing || (isAsked && linked === null) ? EXIT_CODES.conflict : 0;
  } finally {
    await closeArchive(archive);
  }
};

/** People and programs are told where evidence of no entry lies. */
function withPaths(
  deep: NonNullable<Verdict["deep"]>,
  blobs: Parameters<typeof pathOfEvidence>[0],
): NonNullable<Verdict["deep"]> {
  return { ...deep, orphans: deep.orphans.map((name) => pathOfEvidence(blobs, name)) };
}

/** A line on stderr that says how far the linking is which people are held against. */
function linkingLine(io: Io, words: CliWords): OnStep {
  let told: Parameters<OnStep> = [0, 0, "reading"];
  const { step, end } = startCounting(io, words, () => words.people.linking(...told));
  return (...now) => {
    told = now;
    if (now[2] === "gathering") end();
    else step(now[0]);
  };
}

/** Proofs are checked with what they hold and the key alone. */
async function verifyProofs(given: Arguments, io: Io, words: CliWords): Promise<number> {
  let faults = 0;
  for (const path of given.paths) {
    const verdict = checkProofFile(
      readText(resolve(io.folder, path), "proof"),
      given.values.get("key") ?? null,
      given.values.get("cosigner") ?? null,
    );
    if (!verdict.holds) faults += 1;
    await io.print(
      verdict.holds
        ? `✓ ${proofLines(path, verdict, words).map(words.line).join("\n  ")}\n`
        : `✗ ${words.line(words.proofFails(path, words.message(verdict.why)))}\n`,
    );
  }
  return faults === 0 ? 0 : EXIT_CODES.integrity;
}

function proofLines(path: string, verdict: HeldProof, words: CliWords): readonly string[] {
  const cosigned = verdict.cosigned.map(({ name, key, at, isKnown }) =>
    words.proofCosigned(clean(name), words.date(at), isKnown ? null : key),
  );
  const kind = words.entryKind(clean(verdict.kind));
  const facts = { ...verdict, kind, id: clean(verdict.id), on: words.date(clean(verdict.on)) };
  return [...words.proofHolds(path, facts), ...cosigned];
}

function printVerdict(verdict: Verdict, people: number | null, words: CliWords): string {
  const { faults, unlisted, since } = verdict;
  const looked = words.looked(verdict);
  if (faults.length > 0) {
    const lines = faultLines(faults, words).map((line) => `${line}\n`);
    if (unlisted > 0) lines.push(`${words.line(words.moreFaults(unlisted))}\n`);
    const end = words.line(words.disagree(looked, faults.length + unlisted));
    return `${lines.join("")}${printOrphans(verdict, words)}\n${end}\n`;
  }
  const head = since === null ? "" : `${words.line(words.stillBegins(since.size))}\n`;
  const rows = verdict.deep === null ? "" : `✓ ${words.line(words.compared(verdict.deep.rows))}\n`;
  const linked =
    verdict.deep === null
      ? ""
      : people === null
        ? `? ${words.line(words.notLinked)}\n`
        : `✓ ${words.line(words.comparedPeople(people))}\n`;
  return `✓ ${words.line(words.agrees(looked))}\n${rows}${linked}${printOrphans(verdict, words)}${head}`;
}

/** Files that a person may want to look at; the rest is in --json. */
const ORPHANS_SHOWN = 20;

function printOrphans({ deep }: Verdict, words: CliWords): string {
  const orphans = deep?.orphans ?? [];
  if (orphans.length === 0) return "";
  const shown = orphans.slice(0, ORPHANS_SHOWN);
  const files = shown.map((path) => `   ${path}\n`);
  const more = orphans.length - shown.length;
  const rest = more > 0 ? `   ${words.line(words.moreFaults(more))}\n` : "";
  return `– ${words.line(words.orphans(orphans.length))}\n${files.join("")}${rest}`;
}

function readText(path: string, what: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure("not-found", `There is no ${what} ${path}`, { cause: error });
  }
}
