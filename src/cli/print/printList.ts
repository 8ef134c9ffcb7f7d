import { type ListFile, levelOf, type NoteGroup } from "../../flow/lists/readListFile.ts";
import { printRecord, type SheetStyle } from "./printMatch.ts";
import { padEnd, padStart, shorten, wrap } from "./screenText.ts";

const FIRST_RECORDS = 5;
const COLUMN_WIDTH = 24;
const FIELD_WIDTH = 18;
const FILLED_WIDTH = 8;
/** Rows named beside a note; --json and a reply have all. */
const ROWS_NAMED = 8;

/** How a list is read: what each column means, the first records, and all that was doubted. */
export function printList(list: ListFile, style: SheetStyle): string {
  const { words, own, paint, width } = style;
  const head = own.listHead(
    list.format,
    list.sheet,
    list.rows,
    list.records.length,
    list.headerRows,
  );
  const [column, field, filled, samples] = own.checkColumns;
  const cells = (texts: readonly string[]): string =>
    [
      padEnd(words.line(shorten(texts[0] ?? "", COLUMN_WIDTH)), COLUMN_WIDTH),
      padEnd(words.line(texts[1] ?? ""), FIELD_WIDTH),
      padStart(words.line(texts[2] ?? ""), FILLED_WIDTH),
      ` ${words.line(texts[3] ?? "")}`,
    ].join(" ");
  const room = width - COLUMN_WIDTH - FIELD_WIDTH - FILLED_WIDTH - 4;
  const used = list.columns.filter(({ field: read, filled: count }) => read !== null || count > 0);
  const rows = used.map((one) => {
    const shown = shorten(one.samples.map((sample) => words.embed(sample)).join(" · "), room);
    const text = cells([
      words.embed(one.header),
      meaningOf(one, style),
      words.number(one.filled),
      shown,
    ]);
    return one.field === null ? paint("dim", text) : text;
  });
  const first = list.records.slice(0, FIRST_RECORDS).flatMap((record, at) => {
    const parts = [printTallies(list.tallies[at], style), printRecord(record, style)];
    const shown = words.listed(
      parts.filter((part) => part !== ""),
      "comma",
    );
    return wrap(`${record.id}: ${shown}`, width - 2).map((line) => `  ${words.line(line)}`);
  });
  return [
    paint("bold", words.line(`${words.embed(list.path)}: ${head}`)),
    ...(list.remembered === null
      ? []
      : [paint("dim", words.line(own.usesRemembered(list.remembered)))]),
    "",
    paint("dim", cells([column, field, filled, samples])),
    ...rows,
    "",
    paint("bold", words.line(own.firstRecords)),
    ...first,
    "",
    printNotes(list, style, () => true),
  ].join("\n");
}

/** What a column is taken for. */
function meaningOf({ field, count }: ListFile["columns"][number], { words, own }: SheetStyle) {
  if (field === null) return own.unused;
  if (count === null) return own.fieldName(field);
  const kind = words.kind(count.kind);
  return count.end === null ? kind : `${kind} (${own.fieldName(`number_${count.end}`)})`;
}

/** What a number of a list is. */
const COUNTED = {
  unit: null,
  measure: "count",
  per: null,
  subsetOf: null,
  span: { start: 0, end: 0, quote: "" },
} as const;

/** What a row counts: "killing ≥ 12". */
function printTallies(row: ListFile["tallies"][number] | undefined, { words }: SheetStyle): string {
  const parts = (row?.tallies ?? []).map(({ kind, count }) => {
    const number = count === null ? "" : ` ${words.quantity({ ...count, ...COUNTED }, String)}`;
    return `${words.kind(kind)}${number}`;
  });
  const { from = null, to = null } = row?.window ?? {};
  const days = [from, to].flatMap((date) => (date === null ? [] : [words.embed(date.words)]));
  return words.listed(days.length === 0 ? parts : [...parts, days.join(" – ")], "comma");
}

/** What was doubted, gravest first, each with its rows. */
export function printNotes(
  list: ListFile,
  { words, own, paint, width }: SheetStyle,
  isShown: (group: NoteGroup) => boolean,
): string {
  const groups = list.notes.filter(isShown);
  if (groups.length === 0) return "";
  const lines = groups.flatMap((group, at) => {
    const rows = group.first.flatMap(({ row }) => (row === null ? [] : [words.number(row)]));
    const alike = groups.filter(({ code, first }) => code === group.code && isOfColumn(first));
    if (alike.includes(group) && groups.indexOf(alike[0] ?? group) < at) return [];
    const columns = alike.includes(group) ? alike : [group];
    const named = columns.flatMap(({ column }) => (column === null ? [] : [words.embed(column)]));
    const where = [
      ...(named.length === 0 ? [] : [own.inColumns(words.listed(named, "comma"), named.length)]),
      own.noteRows(group.count, rows.slice(0, ROWS_NAMED), rows.length > ROWS_NAMED),
    ].filter((part) => part !== "");
    const text = words.listed([words.noteMeans(group.code), ...where], "semicolon");
    const style = levelOf(group.code) === "info" ? "dim" : "yellow";
    return wrap(text, width - 4).map((line, at) =>
      paint(style, `${at === 0 ? "  • " : "    "}${words.line(line)}`),
    );
  });
  const head = paint("bold", words.line(own.notesOf(words.embed(list.path))));
  return `${[head, ...lines].join("\n")}\n`;
}

/** About whole columns: told together. */
function isOfColumn(notes: NoteGroup["first"]): boolean {
  return notes.every(({ row, column }) => row === null && column !== null);
}

/** What somebody should look at. */
export function isGrave({ code }: NoteGroup): boolean {
  return levelOf(code) !== "info";
}

/** What is told where a list is entered: what is grave, and which columns were not read. */
export function isTold(group: NoteGroup): boolean {
  return isGrave(group) || group.code === "list-column-unused";
}
