import { Failure } from "../../base/failure.ts";
import { type AddOutcome, addReports, type ListToAdd } from "../../flow/archive/addReports.ts";
import { closeArchive, openSession } from "../../flow/archive/session.ts";
import { STDIN } from "../../flow/inputPaths.ts";
import type { Config } from "../../flow/readConfig.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { exitCodeOf } from "../exitCodes.ts";
import { inputHints, inputPaths, screenWidth } from "../inputs.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../parseArguments.ts";
import { surveyInputs } from "../passedOver.ts";
import { makePaint } from "../print/paint.ts";
import type { SheetStyle } from "../print/printMatch.ts";
import { changeLines } from "../print/changeLines.ts";
import { startProgress } from "../progress.ts";
import { relinkBehind } from "./link.ts";
import { tellFailure } from "../tellFailure.ts";
import { readerName } from "../version.ts";
import type { CliWords, StatusCounts } from "../words/cliWords.ts";

/** `sanad add`: captures reports into the archive. */
export const add: Command = async (given, config, io, words) => {
  if (given.switches.has("testimony"))
    return (await import("./addTestimony.ts")).addTestimony(given, config, io, words);
  const paths = inputPaths(given, "add");
  const hints = inputHints(given, true);
  const list = await listGiven(given, config, io, paths, words);
  if (given.switches.has("check")) return checkOnly(list, paths, given, io);
  const isJson = given.switches.has("json");
  const session = await openSession(surroundings(given, io, words));
  const progress = startProgress(
    list === null ? await surveyInputs(paths, io, words) : null,
    io,
    words,
  );
  const failures: Failure[] = [];
  const counts = { added: 0, same: 0, claims: 0, uncounted: 0 };
  const goOn = io.beforeInterrupt?.(() => {
    progress.end();
    io.tell(`\n${words.line(words.interrupted(counts))}\n`);
  });
  try {
    const takesForms = given.switches.has("yes");
    const options = { by: session.actor, now: io.now, reader: readerName(), list, takesForms };
    for await (const outcome of addReports(
      session.archive,
      paths,
      hints,
      config,
      io.stdin,
      options,
    )) {
      progress.step();
      if (io.stdout.isTerminal) progress.clear();
      if (outcome.kind === "failure") {
        failures.push(outcome.failure);
        tellFailure(outcome.failure, isJson, io, words);
        continue;
      }
      counts[outcome.kind] += 1;
      if (outcome.kind === "added") {
        counts.claims += outcome.claims;
        counts.uncounted += outcome.isUncounted ? 1 : 0;
      }
      await io.print(
        isJson
          ? `${JSON.stringify(outcome)}\n`
          : printOutcome(outcome, words, list !== null && paths.includes(outcome.path)),
      );
    }
    progress.end();
    if (counts.added > 0) await relinkBehind(session.archive, io, words);
  } finally {
    goOn?.();
    progress.end();
    await closeArchive(session.archive);
  }
  if (!isJson) {
    await io.print(`\n${words.line(words.addEnd(counts, failures.length))}\n`);
    if (list !== null && list.statuses.told + list.statuses.silent > 0)
      await io.print(`${words.line(words.addStatuses(list.statuses))}\n`);
  }
  return exitCodeOf(counts.added + counts.same, failures);
};

function printOutcome(
  outcome: Exclude<AddOutcome, { kind: "failure" }>,
  words: CliWords,
  isListFile: boolean,
): string {
  const file = outcome.path === STDIN ? words.standardInput : words.embed(outcome.path);
  const name = outcome.line === undefined ? file : words.lineOf(file, outcome.line);
  if (outcome.kind === "same") {
    const { document, notTaken } = outcome;
    const told = notTaken.map(({ field, given, stands }) =>
      words.notTaken(field, words.embed(given), stands === null ? null : words.embed(stands)),
    );
    const lines = [...told, ...(told.length === 0 ? [] : [words.putRight(document)])];
    return [words.addSame(document, name), ...lines.map((line) => `   ${line}`)]
      .map((line) => `${words.line(line)}\n`)
      .join("");
  }
  if (isListFile && outcome.claims === 0)
    return `${words.line(words.addList(outcome.document, name))}\n`;
  const { version: change } = outcome;
  const { copy } = outcome;
  const like = copy === null ? "" : words.addCopy(copy.document, copy.share);
  const beside = outcome.isUncounted ? words.addUncounted : "";
  const head = words.addNew(outcome.document, name, outcome.claims) + beside + like;
  if (change === null) return `${words.line(head)}\n`;
  const lines = changeLines(change, words).map((line) => `${line}\n`);
  const what = words.addVersion(
    change.previous,
    change.gone.length,
    change.come.length,
    change.changed.length,
  );
  return `${words.line(head + what)}\n${lines.join("")}`;
}

/** What the command line says of lists, and how they are shown. */
type ListGiven = ListToAdd & { readonly style: SheetStyle; readonly statuses: StatusCounts };

/** What --list says of lists; they are asked for it, since a row alone does not say what happened. */
async function listGiven(
  given: Arguments,
  config: Config,
  io: Io,
  paths: readonly string[],
  words: CliWords,
): Promise<ListGiven | null> {
  const word = given.values.get("list");
  if (word !== undefined) {
    const { listHints } = await import("../listHints.ts");
    const { rememberLists } = await import("../checkLists.ts");
    const { countStatuses, isTallyList, listKind } = await import(
      "../../flow/lists/readListReports.ts"
    );
    const own = await (await import("../words/loadMatchWords.ts")).loadMatchWords(words);
    const { isTold, printNotes } = await import("../print/printList.ts");
    const style = {
      width: screenWidth(config, io),
      paint: makePaint(io.stdout.hasColor),
      words,
      own,
    };
    const kind = listKind(word);
    const hints = listHints(given, io, isTallyList(kind));
    const told = { ...style, width: io.stderr.columns ?? 80, paint: makePaint(false) };
    const statuses = { told: 0, silent: 0 };
    return {
      kind,
      hints,
      style,
      statuses,
      onList: async (list) => {
        const { told: other, silent } = countStatuses(list);
        statuses.told += other;
        statuses.silent += silent;
        io.tell(printNotes(list, told, isTold));
        await rememberLists([list], hints, given, io, style);
      },
      onOwner: (path, publisher) =>
        io.tell(`${words.line(words.listOf(words.embed(path), words.embed(publisher)))}\n`),
    };
  }
  const list = paths.find((path) => /\.(?:csv|tsv|xlsx)$/i.test(path));
  if (list === undefined) return null;
  throw new Failure(
    "input-refused",
    `${list} is a table; say what it is of: --list incidents, --list figures, or what happened to the people in it, such as --list execution (sanad help add)`,
  );
}

/** Shows how lists are read, and adds nothing. */
async function checkOnly(
  list: ListGiven | null,
  paths: readonly string[],
  given: Arguments,
  io: Io,
): Promise<number> {
  if (list === null)
    throw new Failure(
      "input-refused",
      "--check shows how a list is read; say what it is of with --list",
    );
  const { checkLists, rememberLists } = await import("../checkLists.ts");
  const { readListFile } = await import("../../flow/lists/readListFile.ts");
  const { withStatusNotes } = await import("../../flow/lists/readListReports.ts");
  for (const path of paths) {
    const file = await readListFile(
      path,
      { ...list.hints, keepsCells: true, of: list.kind },
      io.stdin,
    );
    const read = [withStatusNotes(file, list.kind)];
    await rememberLists(read, list.hints, given, io, list.style);
    await checkLists(read, given, io, list.style);
  }
  return 0;
}
