import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import { makeReply } from "../../flow/lists/makeReply.ts";
import { type Matched, matchListFiles, type OnProgress } from "../../flow/lists/matchListFiles.ts";
import type { ListFile, ListHints } from "../../flow/lists/readListFile.ts";
import { readLists } from "../../flow/lists/readLists.ts";
import { wholeNumber } from "../archiveAt.ts";
import { checkLists, rememberLists } from "../checkLists.ts";
import type { Command } from "../command.ts";
import { screenWidth } from "../inputs.ts";
import type { Io } from "../io.ts";
import { listHints } from "../listHints.ts";
import type { Arguments } from "../parseArguments.ts";
import { makePaint } from "../print/paint.ts";
import { isGrave, printNotes } from "../print/printList.ts";
import { printCounts, printPairs, type SheetStyle } from "../print/printMatch.ts";
import { loadMatchWords } from "../words/loadMatchWords.ts";
import type { MatchWords } from "../words/matchWords.ts";

/** Pairs that a screen shows; a file and JSON have all. */
const SHOWN = 100;
/** Lines that are written together. */
const TOGETHER = 500;

/** `sanad match`: which people of two lists are the same; with --check, how a list is read. */
export const match: Command = async (given, config, io, words) => {
  const paths = listPaths(given);
  const hints = listHints(given, io);
  const own = await loadMatchWords(words);
  const style = {
    width: screenWidth(config, io),
    paint: makePaint(io.stdout.hasColor),
    words,
    own,
  };
  const lists = await readLists(paths, hints, io.stdin, (path) =>
    tellProgress(io, words.line(own.reading(words.embed(path)))),
  );
  tellProgress(io, "");
  refuseUnknownColumns(lists, hints);
  await rememberLists(lists, hints, given, io, style);
  if (given.switches.has("check")) return checkLists(lists, given, io, style);
  const progress: OnProgress = (done, all) => tellProgress(io, words.line(own.progress(done, all)));
  const [a, b = null] = lists;
  if (a === undefined) return 0;
  refuseArchive(given, b);
  if (given.values.has("import")) {
    if (b !== null || given.switches.has("duplicates"))
      throw new Failure("input-refused", "sanad match --import takes one list, against an archive");
    return (await import("./importRows.ts")).importRows(a, hints, given, config, io, style);
  }
  if (b === null && !given.switches.has("duplicates")) {
    // What opens an archive is loaded only here: two lists are compared without.
    const { withArchive } = await import("../withArchive.ts");
    const code = await withArchive(given, io, words, (match) =>
      compare(
        () => match(a, { minProbability: minProbability(given), shown: own.archive }, progress),
        lists,
        given,
        io,
        style,
      ),
    );
    if (code !== null) return code;
  }
  return compare(
    () => matchListFiles(a, b, minProbability(given), progress),
    lists,
    given,
    io,
    style,
  );
};

/** Two lists need no archive; whoever names one meant something else. */
function refuseArchive(given: Arguments, b: ListFile | null): void {
  if (b !== null && given.values.has("archive"))
    throw new Failure(
      "input-refused",
      "sanad match compares one list with an archive; leave out --archive or the second list",
    );
}

async function compare(
  match: () => Matched | Promise<Matched>,
  lists: readonly ListFile[],
  given: Arguments,
  io: Io,
  style: SheetStyle,
): Promise<number> {
  const { words, own } = style;
  const output = given.values.get("output") ?? null;
  const reply = output === null ? null : resolve(io.folder, output);
  if (
    output !== null &&
    lists.some(({ path }) => path !== "-" && resolve(io.folder, path) === reply)
  )
    throw new Failure(
      "input-refused",
      `${output} is one of the lists, and the reply would overwrite it; choose another place with -o`,
    );
  const matched = await match();
  tellProgress(io, "");
  if (reply !== null && output !== null) await writeReply(matched, reply, output, own);
  const isJson = given.switches.has("json");
  if (isJson) await printJson(matched, given, io);
  else if (reply === null)
    await printSheet(matched, lists, wholeNumber(given, "limit", SHOWN), io, style);
  else await io.print(printCounts(matched, style));
  if (isJson || reply !== null)
    for (const list of lists) io.tell(printNotes(list, plain(style), isGrave));
  if (output !== null) io.tell(`${words.line(own.wrote(words.embed(output)))}\n`);
  return 0;
}

async function printJson({ pairs }: Matched, given: Arguments, io: Io): Promise<void> {
  const limit = given.values.has("limit") ? wholeNumber(given, "limit", SHOWN) : pairs.length;
  for (let at = 0; at < Math.min(limit, pairs.length); at += TOGETHER) {
    const lines = pairs
      .slice(at, Math.min(limit, at + TOGETHER))
      .map(({ a, b, probability, decision, why }) =>
        JSON.stringify({ a, b, probability, decision, why }),
      );
    await io.print(`${lines.join("\n")}\n`);
  }
}

async function printSheet(
  matched: Matched,
  lists: readonly ListFile[],
  limit: number,
  io: Io,
  style: SheetStyle,
) {
  for (const part of printPairs(matched, limit, style)) await io.print(part);
  await io.print(printCounts(matched, style));
  for (const list of lists) {
    const notes = printNotes(list, style, () => true);
    if (notes !== "") await io.print(`\n${notes}`);
  }
}

async function writeReply(matched: Matched, file: string, shown: string, own: MatchWords) {
  const bytes = await makeReply(matched, file, own);
  try {
    // It may name people at risk: nobody else on this machine reads it.
    await writeFile(file, bytes, { mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const message = `Could not write ${shown} (${code}); choose another place with -o`;
    throw new Failure("unavailable", message, { cause: error });
  }
}

function plain(style: SheetStyle): SheetStyle {
  return { ...style, paint: makePaint(false) };
}

/** One line that is written over, for a person who waits. */
function tellProgress(io: Io, line: string): void {
  if (io.stderr.isTerminal) io.tell(`\r\u001B[K${line}`);
}

function listPaths(given: Arguments): readonly string[] {
  const { paths } = given;
  if (paths.length === 0)
    throw new Failure(
      "input-refused",
      "sanad match needs one list or two (.csv, .xlsx, .jsonl, .json); sanad help match shows examples",
    );
  if (paths.length > 2 && !given.switches.has("check"))
    throw new Failure("input-refused", "sanad match compares two lists at a time");
  return paths;
}

function minProbability(given: Arguments): number {
  const text = given.values.get("min-probability");
  const number = Number(text ?? 0);
  if (!(number >= 0 && number <= 1) || text === "")
    throw new Failure(
      "input-refused",
      "--min-probability must be a number from 0 to 1, such as 0.9",
    );
  return number;
}

/** A column that none of the lists has is a slip of the hand. */
function refuseUnknownColumns(lists: readonly ListFile[], { choices }: ListHints): void {
  for (const { column, field } of choices) {
    const isUnknown = lists.every(({ notes }) =>
      notes.some(({ code, column: name }) => code === "list-column-unknown" && name === column),
    );
    if (isUnknown && column !== "-")
      throw new Failure(
        "input-refused",
        `--map ${field}=${column}: no list has that column; sanad match --check shows the columns of a list`,
      );
  }
}
