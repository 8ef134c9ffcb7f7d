import { Failure } from "../../base/failure.ts";
import { type AddOutcome, addReports, type ListToAdd } from "../../flow/archive/addReports.ts";
import { closeArchive, openSession } from "../../flow/archive/session.ts";
import { countFiles } from "../../flow/readFiles.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { exitCodeOf } from "../exitCodes.ts";
import { inputHints, inputPaths } from "../inputs.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../parseArguments.ts";
import { makePaint } from "../print/paint.ts";
import { clean, isolate } from "../print/screenText.ts";
import { startProgress } from "../progress.ts";
import { relink } from "./link.ts";
import { readerName } from "../version.ts";
import type { CliWords } from "../words/cliWords.ts";

/** `sanad add`: captures reports into the archive. */
export const add: Command = async (given, config, io, words) => {
  if (given.switches.has("testimony"))
    return (await import("./addTestimony.ts")).addTestimony(given, config, io, words);
  const paths = inputPaths(given, "add");
  const hints = inputHints(given, true);
  const list = await listGiven(given, io, paths, words);
  const isJson = given.switches.has("json");
  const session = await openSession(surroundings(given, io, words));
  const progress = startProgress(list === null ? await countFiles(paths) : null, io, words);
  const failures: Failure[] = [];
  const counts = { added: 0, same: 0, claims: 0 };
  try {
    const options = { by: session.actor, now: io.now, reader: readerName(), list };
    for await (const outcome of addReports(
      session.archive,
      paths,
      hints,
      config,
      io.stdin,
      options,
    )) {
      progress.step();
      if (outcome.kind === "failure") {
        failures.push(outcome.failure);
        io.tell(`${words.message(outcome.failure.message)}\n`);
        continue;
      }
      counts[outcome.kind] += 1;
      if (outcome.kind === "added") counts.claims += outcome.claims;
      await io.print(isJson ? `${JSON.stringify(outcome)}\n` : printOutcome(outcome, words));
    }
    progress.end();
    if (counts.added > 0) await relink(session.archive, io, words);
  } finally {
    progress.end();
    await closeArchive(session.archive);
  }
  if (!isJson) await io.print(`\n${words.line(words.addEnd(counts, failures.length))}\n`);
  return exitCodeOf(counts.added + counts.same, failures);
};

function printOutcome(outcome: Exclude<AddOutcome, { kind: "failure" }>, words: CliWords): string {
  const name = words.embed(outcome.path);
  if (outcome.kind === "same") return `${words.line(words.addSame(outcome.document, name))}\n`;
  const { version: change } = outcome;
  const { copy } = outcome;
  const like = copy === null ? "" : words.addCopy(copy.document, copy.share);
  const head = words.addNew(outcome.document, name, outcome.claims) + like;
  if (change === null) return `${words.line(head)}\n`;
  const lines = [
    ...change.gone.map((quote) => `   − ${isolate(clean(quote))}\n`),
    ...change.come.map((quote) => `   + ${isolate(clean(quote))}\n`),
  ];
  const what = words.addVersion(change.previous, change.gone.length, change.come.length);
  return `${words.line(head + what)}\n${lines.join("")}`;
}

/** What --list says of lists of people; they are asked for it, since a row alone does not say what happened. */
async function listGiven(
  given: Arguments,
  io: Io,
  paths: readonly string[],
  words: CliWords,
): Promise<ListToAdd | null> {
  const kind = given.values.get("list");
  if (kind !== undefined) {
    const { listHints } = await import("../listHints.ts");
    const { listKind } = await import("../../flow/lists/readListReports.ts");
    const own = await (await import("../words/loadMatchWords.ts")).loadMatchWords(words);
    const { isGrave, printNotes } = await import("../print/printList.ts");
    const style = { width: io.stderr.columns ?? 80, paint: makePaint(false), words, own };
    return {
      kind: listKind(kind),
      hints: listHints(given, io),
      onList: (list) => io.tell(printNotes(list, style, isGrave)),
    };
  }
  const list = paths.find((path) => /\.(?:csv|tsv|xlsx)$/i.test(path));
  if (list === undefined) return null;
  throw new Failure(
    "input-refused",
    `${list} is a table; say what happened to the people in it, such as --list execution (sanad help add)`,
  );
}
