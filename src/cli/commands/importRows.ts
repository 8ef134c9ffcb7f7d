import { Failure } from "../../base/failure.ts";
import { type AddOutcome, addReports } from "../../flow/archive/addReports.ts";
import { matchArchive } from "../../flow/archive/people/index.ts";
import { closeArchive, openSession } from "../../flow/archive/session.ts";
import { type ChosenRow, chooseRows } from "../../flow/lists/chooseRows.ts";
import type { ListFile, ListHints } from "../../flow/lists/readListFile.ts";
import { isTallyList, listKind } from "../../flow/lists/readListReports.ts";
import { surroundings } from "../archiveAt.ts";
import { exitCodeOf } from "../exitCodes.ts";
import { inputHints } from "../inputs.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../parseArguments.ts";
import { makePaint } from "../print/paint.ts";
import { printNotes } from "../print/printList.ts";
import type { SheetStyle } from "../print/printMatch.ts";
import { tellFailure } from "../tellFailure.ts";
import { readerName } from "../version.ts";
import type { Config } from "../../flow/readConfig.ts";
import { relink, relinkBehind } from "./link.ts";

/** `sanad match LIST --import`: the chosen rows of a list enter the archive, each a document of its own. */
export async function importRows(
  list: ListFile,
  hints: ListHints,
  given: Arguments,
  config: Config,
  io: Io,
  style: SheetStyle,
): Promise<number> {
  const { words, own } = style;
  const kind = kindGiven(given);
  if (list.path === "-")
    throw new Failure(
      "input-refused",
      "sanad match --import reads its list twice; name a file instead of standard input",
    );
  const isJson = given.switches.has("json");
  const session = await openSession(surroundings(given, io, words));
  try {
    const { archive, actor } = session;
    await relink(archive, io, words);
    const options = { minProbability: 0, shown: own.archive, today: io.now().slice(0, 10) };
    const { pairs } = await matchArchive(archive, list, options, () => undefined);
    const chosen = chooseRows(given.values.get("import") ?? "", list.records, pairs);
    if (!isJson) for (const line of nearLines(chosen, own)) await io.print(`${words.line(line)}\n`);
    const rows = new Set(chosen.map(({ record }) => record.row));
    const outcomes: Exclude<AddOutcome, { kind: "failure" }>[] = [];
    const failures: Failure[] = [];
    const adding = {
      by: actor,
      now: io.now,
      reader: readerName(),
      list: { kind, hints, rows, onList: (read: ListFile) => tellStatuses(read, rows, io, style) },
    };
    for await (const outcome of addReports(
      archive,
      rows.size === 0 ? [] : [list.path],
      inputHints(given, true),
      config,
      io.stdin,
      adding,
    )) {
      if (outcome.kind === "failure") {
        failures.push(outcome.failure);
        tellFailure(outcome.failure, isJson, io, words);
        continue;
      }
      outcomes.push(outcome);
      const beside = outcome.kind === "added" && outcome.isUncounted ? words.addUncounted : "";
      const text = `${outcome.document}  ${words.embed(outcome.path)}${beside}`;
      await io.print(isJson ? `${JSON.stringify(outcome)}\n` : `${words.line(text)}\n`);
    }
    if (outcomes.length > 0) await relinkBehind(archive, io, words);
    const added = outcomes.filter((outcome) => outcome.kind === "added").length;
    const same = outcomes.length - added;
    if (!isJson)
      await io.print(`\n${words.line(own.imported(added, same, list.records.length))}\n`);
    return exitCodeOf(outcomes.length, failures);
  } finally {
    await closeArchive(session.archive);
  }
}

/** What is told of the chosen rows. */
const OF_STATUS: ReadonlySet<string> = new Set([
  "list-row-status-told",
  "list-row-status-silent",
  "list-row-lives-on",
]);

/** Tells of the chosen rows whose status does not say what the list is of. */
function tellStatuses(list: ListFile, rows: ReadonlySet<number>, io: Io, style: SheetStyle): void {
  const notes = list.notes.flatMap((group) => {
    const first = group.first.filter(({ row }) => row !== null && rows.has(row));
    const isOf = OF_STATUS.has(group.code);
    return isOf && first.length > 0 ? [{ ...group, first, count: first.length }] : [];
  });
  io.tell(printNotes({ ...list, notes }, { ...style, paint: makePaint(false) }, () => true));
}

/** What a row says happened must be said: it does not say it itself. */
function kindGiven(given: Arguments) {
  const word = given.values.get("list");
  if (word === undefined)
    throw new Failure(
      "input-refused",
      "sanad match --import needs --list, which says what happened to the people in it, such as --list execution",
    );
  const kind = listKind(word);
  if (isTallyList(kind))
    throw new Failure("input-refused", "sanad match --import takes lists of people only");
  return kind;
}

/** Chosen rows that may name somebody who is there already: they are linked, or left to a person, like every naming. */
function nearLines(chosen: readonly ChosenRow[], own: SheetStyle["own"]): readonly string[] {
  return chosen.flatMap(({ record, near }) => {
    const [first] = near.toSorted((a, b) => b.probability - a.probability);
    if (first === undefined) return [];
    return [own.importNear(record.id, first.b, Math.min(99, Math.round(first.probability * 100)))];
  });
}
