import { REPLY_FIELDS, type ReplyField, replyValue } from "../../flow/lists/makeReply.ts";
import { contradictionsOf, countSide, type Matched } from "../../flow/lists/matchListFiles.ts";
import type { ListRecord } from "../../model/listRecord.ts";
import type { PairFound } from "../../model/pairFound.ts";
import type { CliWords } from "../words/cliWords.ts";
import type { MatchWords } from "../words/matchWords.ts";
import type { Paint } from "./paint.ts";
import { padEnd, padStart, shorten, widthOf, wrap } from "./screenText.ts";

/** How a sheet is shown. */
export type SheetStyle = {
  readonly width: number;
  readonly paint: Paint;
  readonly words: CliWords;
  readonly own: MatchWords;
};

const INDENT = 5;

/** Pairs side by side, with what speaks for each and against it. */
export function* printPairs(
  { a, b, pairs }: Matched,
  limit: number,
  style: SheetStyle,
): Generator<string> {
  const { words, own, paint } = style;
  const left = byId(a.records);
  const right = b === null ? left : byId(b.records);
  for (const [at, pair] of pairs.slice(0, limit).entries()) {
    const percent = `${words.number(Math.floor(pair.probability * 100))}${words.language === "fa" ? "٪" : " %"}`;
    const told = contradictionsOf(pair);
    const parts = [
      own.decision(pair.decision),
      percent,
      ...(told.length === 0 ? [] : [own.contradicts(told)]),
    ];
    const head = `${words.number(at + 1)}. ${words.listed(parts, "comma")}`;
    yield `${paint(pair.decision === "same" ? "green" : "yellow", words.line(head))}\n`;
    const ids = Math.min(20, Math.max(widthOf(pair.a), widthOf(pair.b)));
    yield printSide(own.sides[0], left.get(pair.a) ?? null, ids, style);
    yield printSide(
      b === null ? own.sides[0] : own.sides[1],
      right.get(pair.b) ?? null,
      ids,
      style,
      b?.standing?.get(pair.b) ?? null,
    );
    yield printWhy(pair, style);
  }
  if (pairs.length > limit) yield `${words.line(own.more(pairs.length - limit))}\n\n`;
  if (pairs.length === 0) yield `${words.line(own.noPairs)}\n\n`;
}

/** A record on a few lines. */
export function printRecord(record: ListRecord, { words, own }: SheetStyle): string {
  const shown = REPLY_FIELDS.filter((field) => !["id", "row", "day"].includes(field));
  const parts = shown.flatMap((field) => {
    const value = replyValue(record, field, own.sex);
    if (value === "") return [];
    const shown = typeof value === "number" ? words.number(value) : words.embed(value);
    return [labelled(field, field === "date" ? `${shown}${daysOf(record)}` : shown, own)];
  });
  return words.listed(parts, "comma");
}

/** The days that a date was read as, where its words do not say them. */
function daysOf({ date }: ListRecord): string {
  if (date === null || date.words.startsWith(date.earliest)) return "";
  if (date.earliest === date.latest) return ` (${date.earliest})`;
  return ` (${date.earliest} – ${date.latest})`;
}

/** Names, days and places speak for themselves; the others are told with what they are. */
function labelled(field: ReplyField, value: string, own: MatchWords): string {
  const isPlain = PLAIN.has(field);
  return isPlain ? value : `${own.fields[field]} ${value}`;
}

const PLAIN: ReadonlySet<ReplyField> = new Set([
  "name",
  "nameFa",
  "date",
  "sex",
  "city",
  "province",
]);

function printSide(
  side: string,
  record: ListRecord | null,
  idWidth: number,
  style: SheetStyle,
  standing: string | null = null,
): string {
  if (record === null) return "";
  const { words, width, paint } = style;
  const id = padEnd(words.embed(shorten(record.id, idWidth)), idWidth);
  const first = `  ${side}  ${id}  `;
  const told = printRecord(record, style);
  const all = standing === null ? told : words.listed([told, standing], "comma");
  const lines = wrap(all, width - widthOf(first));
  return lines
    .map((line, at) =>
      at === 0
        ? `${paint("dim", `  ${side}`)}  ${id}  ${words.line(line)}\n`
        : `${" ".repeat(widthOf(first))}${words.line(line)}\n`,
    )
    .join("");
}

function printWhy({ decision, why }: PairFound, { own, words, width, paint }: SheetStyle): string {
  // What speaks for the decision comes first.
  const isFor = ({ bits }: PairFound["why"][number]): boolean => bits >= 0;
  const ordered =
    decision === "same" ? [...why.filter(isFor), ...why.filter((one) => !isFor(one))] : why;
  const text = words.listed(ordered.map(own.reason), "semicolon");
  const lines = wrap(`${own.why}: ${text}`, width - INDENT);
  return `${lines.map((line) => paint("dim", `${" ".repeat(INDENT)}${words.line(line)}\n`)).join("")}\n`;
}

/** How much of each list is in the other. */
export function printCounts(matched: Matched, { words, own, paint }: SheetStyle): string {
  const sides = matched.b === null ? (["a"] as const) : (["a", "b"] as const);
  const counts = sides.map((side) => countSide(matched, side));
  const same = matched.pairs.filter(({ decision }) => decision === "same").length;
  const head = own.pairsFound(same, matched.pairs.length - same, matched.b === null);
  const keys = ["records", "same", "unsure", "only"] as const;
  const labels = Math.max(...keys.map((key) => widthOf(own.onlyRows[key]))) + 2;
  const header = `${" ".repeat(labels)}${sides.map((_side, at) => padStart(own.sides[at] ?? "", CELL)).join("")}`;
  const lists = [matched.a, matched.b].flatMap((list, at) =>
    list === null ? [] : [`${own.sides[at] ?? ""}  ${words.embed(list.path)}`],
  );
  return [
    paint("bold", words.line(head)),
    ...lists,
    paint("dim", header),
    ...keys.map(
      (key) =>
        padEnd(words.line(own.onlyRows[key]), labels) +
        counts.map((count) => padStart(words.line(words.number(count[key])), CELL)).join(""),
    ),
    "",
  ].join("\n");
}

const CELL = 10;

function byId(records: readonly ListRecord[]): ReadonlyMap<string, ListRecord> {
  return new Map(records.map((record) => [record.id, record]));
}
