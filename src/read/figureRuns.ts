/**
 * In: rows of figures under a heading or in columns, and breakdowns inside a sentence. Out: a draft for each figure,
 * tied to its whole.
 * Never: counts a row whose topic is unknown.
 */
import { type Draft, changeDraft } from "./draft.ts";
import type { Item } from "./items.ts";
import {
  LISTED,
  type ListContext,
  countIn,
  draftsOfLine,
  has,
  isPlaceItem,
  timeIn,
} from "./listContext.ts";
import { draftOfFigure } from "./listDrafts.ts";
import { type Figure, readFigure } from "./listFigures.ts";
import { holdsPhrase } from "./listGrammar.ts";
import type { Line } from "./listLines.ts";
import type { Header } from "./listTables.ts";
import { type Topic, findWhole, periodOf, topicOfLine } from "./listTopics.ts";
import type { Row, Work } from "./lists.ts";
import type { TokenRange } from "./speech.ts";

/** Share of labels that must be places, times, charges or kinds of people where no heading says what is counted. */
const KNOWN_SHARE = 0.6;

/** Drafts for the rows of figures below a heading. */
export function draftFigures(first: number, rows: readonly Row[], work: Work): void {
  const figures = rows.flatMap((row) => (row.type === "figure" ? [row.figure] : []));
  if (figures.length < 2) return;
  const found = topicOfFigures(first, figures, work.context);
  if (found === null) return;
  const isDated = figures.some((figure) => figure.period !== null);
  for (const figure of figures)
    takeFigure(figure, found.topic, found.whole, work, isDated && !figure.isTotal);
}

function topicOfFigures(
  first: number,
  figures: readonly Figure[],
  context: ListContext,
): { topic: Topic; whole: Draft | null } | null {
  const { grammar, tokens } = context;
  const heading = context.lines[first - 1];
  if (heading === undefined) return null;
  const isHeading = heading.endsWithColon || !heading.endsWithStop;
  if (isHeading && holdsPhrase(grammar.refused, tokens, heading.from, heading.to)) return null;
  const parts = figures.filter((figure) => !figure.isTotal);
  const most = Math.max(0, ...parts.map((figure) => figure.count.min ?? figure.count.max ?? 0));
  const known = parts.filter((figure) => figure.isKnown).length;
  const isKnown = known >= parts.length * KNOWN_SHARE;
  const isBreakdown =
    isHeading && holdsPhrase(grammar.breakdowns, tokens, heading.from, heading.to);
  const stated = isHeading ? topicOfLine(heading, heading.endsWithColon, context) : null;
  const named =
    stated !== null && (isBreakdown || heading.endsWithColon || holdsTrigger(heading, context))
      ? stated
      : null;
  if (named === null && !isBreakdown && !isKnown) return null;
  const whole = wholeOver(named, first, most, context);
  if (named !== null) return { topic: named, whole };
  if (whole === null) return null;
  return { topic: topicOf(whole, heading.endsWithColon), whole };
}

/** A heading that only names people ("Detainees in the heat") does not say what its figures count. */
function holdsTrigger(heading: Line, context: ListContext): boolean {
  return (
    heading.items.some((item) => has(item, context.classes.trigger)) ||
    draftsOfLine(heading, context).length > 0
  );
}

function wholeOver(
  named: Topic | null,
  first: number,
  most: number,
  context: ListContext,
): Draft | null {
  const stated = named?.whole ?? null;
  if (stated !== null && (stated.quantity?.max ?? Infinity) >= most) return stated;
  return findWhole(first, named?.kind ?? null, most, context);
}

function topicOf(whole: Draft, isColon: boolean): Topic {
  return {
    kind: whole.kind,
    modality: whole.modality,
    whole,
    period: whole.period,
    speeches: isColon ? whole.speeches : [],
    told: whole.range,
    row: "list.whole",
  };
}

/** A figure of a year of its own is no part of another year's whole; where rows are dated, an undated one stays so. */
function takeFigure(
  figure: Figure,
  topic: Topic,
  whole: Draft | null,
  work: Work,
  isDated = false,
): void {
  const { context } = work;
  const number = figure.line.items[figure.at] as Item;
  const range: TokenRange = [
    figure.line.items[figure.from]?.from ?? number.from,
    figure.line.items[figure.to - 1]?.to ?? number.to,
  ];
  const inside = draftsOfLine(figure.line, context).filter(
    (draft) => draft.anchor >= range[0] && draft.anchor < range[1],
  );
  const told = inside.find(
    (draft) =>
      draft.kind === topic.kind && draft.quantity?.span.start === context.tokens.start[number.from],
  );
  for (const draft of inside)
    if (draft !== told && draft.subsetOf === null) work.fates.set(draft, null);
  const isOwn = figure.isTotal || figure.period !== null;
  const period = topic.period ?? whole?.period ?? null;
  const draft = draftOfFigure(figure, topic, isOwn ? null : whole, period, context);
  const made = isDated && figure.period === null ? changeDraft(draft, { period: null }) : draft;
  if (told !== undefined) work.fates.set(told, null);
  work.made.push(made);
  work.rows.push(range);
}

/** Columns of numbers: those that a heading ties to a kind, or a plain "number" under a heading that does. */
export function draftColumns(at: number, end: number, header: Header, work: Work): void {
  const { context } = work;
  const lines = context.lines
    .slice(at + 1, end)
    .filter((line) => line.cells.length === header.columns.length);
  header.columns.forEach((column, index) => {
    if (column.topic === null && column.role !== "count") return;
    const figures = lines.flatMap((line) => columnFigure(line, index, header, context) ?? []);
    if (figures.length === 0) return;
    const found = column.topic === null ? topicOfFigures(at, figures, context) : null;
    const topic: Topic | null =
      column.topic === null
        ? (found?.topic ?? null)
        : {
            ...column.topic,
            whole: null,
            period: periodAbove(at, context),
            speeches: [],
            told: [context.lines[at]?.from ?? 0, context.lines[at]?.to ?? 1],
            row: column.topic.id,
          };
    if (topic === null || !LISTED.has(topic.kind)) return;
    const isDated = header.columns.some(
      (other) => other.role === "period" || other.role === "date",
    );
    for (const figure of figures)
      takeFigure(figure, topic, found?.whole ?? null, work, isDated && !figure.isTotal);
  });
}

/** The time that the heading of a table states. */
function periodAbove(at: number, context: ListContext): Draft["period"] {
  for (let back = 1; back <= 3; back++) {
    const line = context.lines[at - back];
    if (line === undefined || line.endsWithStop || line.hasMark) return null;
    const period = periodOf(line, context);
    if (period !== null) return period;
  }
  return null;
}

function columnFigure(
  line: Line,
  index: number,
  header: Header,
  context: ListContext,
): Figure | null {
  const [from, to] = line.cells[index] ?? [0, 0];
  const item = line.items[from];
  const count = countIn(item);
  if (count === null || to - from > 2 || item === undefined || timeIn(item, context) !== null)
    return null;
  const labels = line.cells.flatMap(([start, stop], at) =>
    at === index || header.columns[at]?.role === "number" ? [] : line.items.slice(start, stop),
  );
  const first = line.cells[header.columns[0]?.role === "number" ? 1 : 0]?.[0] ?? 0;
  return {
    line,
    count,
    at: from,
    from: Math.min(first, from),
    to: from + 1,
    unit: null,
    places: labels.filter(isPlaceItem).map((label) => label.name),
    period: labels.flatMap((label) => timeIn(label, context) ?? [])[0] ?? null,
    isKnown: true,
    isTotal: holdsPhrase(
      context.grammar.totals,
      context.tokens,
      line.from,
      line.items[line.cells[0]?.[1] ?? 1]?.from ?? line.to,
    ),
  };
}

/** "Highest: Marivan 11, Saqqez 8.", "Causes: live ammunition, 18; blows to the head, 7." */
export function readInline(line: Line, work: Work): void {
  const { context } = work;
  const { classes, grammar, tokens } = context;
  for (let at = 1; at < line.items.length; at++) {
    const item = line.items[at] as Item;
    if (!has(item, classes.colon)) continue;
    const start = sentenceStart(line, at, context);
    const label = line.items[start];
    if (
      label === undefined ||
      at - start > 6 ||
      !holdsPhrase(grammar.breakdowns, tokens, label.from, item.from)
    )
      continue;
    const figures = segments(line, at + 1, context).flatMap(
      ([from, to]) => readFigure(line, from, to, context) ?? [],
    );
    if (figures.length < 2) continue;
    const most = Math.max(...figures.map((figure) => figure.count.min ?? figure.count.max ?? 0));
    const whole =
      wholeInLine(line, item.from, most, work) ?? findWhole(line.index, null, most, context);
    if (whole === null) continue;
    for (const figure of figures) takeFigure(figure, { ...topicOf(whole, false) }, whole, work);
  }
}

function sentenceStart(line: Line, at: number, context: ListContext): number {
  for (let i = at - 1; i >= 0; i--)
    if (has(line.items[i], context.classes.dot) || has(line.items[i], context.classes.of("SEMI")))
      return i + 1;
  return 0;
}

function wholeInLine(line: Line, before: number, most: number, work: Work): Draft | null {
  const drafts = [...draftsOfLine(line, work.context)].filter(
    (draft) =>
      draft.anchor < before && draft.subsetOf === null && work.fates.get(draft) === undefined,
  );
  return (
    drafts
      .reverse()
      .find(
        (draft) =>
          draft.quantity?.measure === "count" &&
          (draft.quantity.max ?? Infinity) >= most &&
          (draft.quantity.max ?? 2) > 1,
      ) ?? null
  );
}

/** Pieces up to the end of the sentence: between semicolons where there are any, else between commas and "and". */
function segments(line: Line, from: number, context: ListContext): (readonly [number, number])[] {
  const { classes } = context;
  let end = from;
  while (end < line.items.length && !has(line.items[end], classes.dot)) end++;
  const semi = classes.of("SEMI");
  const cuts = line.items.slice(from, end).some((item) => has(item, semi))
    ? semi
    : classes.of("COMMA", "CONJ");
  const found: (readonly [number, number])[] = [];
  let start = from;
  for (let at = from; at <= end; at++) {
    if (at < end && !has(line.items[at], cuts)) continue;
    if (at > start) found.push([start, at]);
    start = at + 1;
  }
  return found;
}
