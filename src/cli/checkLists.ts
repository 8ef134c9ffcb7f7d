import {
  choiceName,
  type ListFile,
  type ListHints,
  levelOf,
  rememberColumns,
} from "../flow/lists/readListFile.ts";
import type { Io } from "./io.ts";
import type { Arguments } from "./parseArguments.ts";
import { printList } from "./print/printList.ts";
import type { SheetStyle } from "./print/printMatch.ts";

/** `--remember`: keeps what was said about the columns beside each list. */
export async function rememberLists(
  lists: readonly ListFile[],
  hints: ListHints,
  given: Arguments,
  io: Io,
  { words, own }: Pick<SheetStyle, "words" | "own">,
): Promise<void> {
  if (!given.switches.has("remember")) return;
  for (const list of lists) {
    const file = await rememberColumns(list, hints);
    io.tell(`${words.line(own.remembered(words.embed(file)))}\n`);
  }
}

/** `--check`: how lists are read, and nothing else. */
export async function checkLists(
  lists: readonly ListFile[],
  given: Arguments,
  io: Io,
  style: SheetStyle,
): Promise<number> {
  for (const list of lists)
    await io.print(
      given.switches.has("json")
        ? `${JSON.stringify(describe(list))}\n`
        : `${printList(list, style)}\n`,
    );
  return 0;
}

function describe(list: ListFile) {
  const { path, format, sheet, otherSheets, headerRows, rows, records, tallies, columns, notes } =
    list;
  return {
    list: path,
    format,
    sheet,
    otherSheets,
    headerRows,
    rows,
    columns: columns.map((column) => ({
      column: column.header,
      field: choiceName(column) || null,
      filled: column.filled,
    })),
    records,
    ...(tallies.length === 0 ? {} : { tallies }),
    notes: notes.flatMap(({ first }) =>
      first.map((note) => ({ ...note, level: levelOf(note.code) })),
    ),
  };
}
