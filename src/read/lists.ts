/**
 * In: the lines of a document and the drafts that verbs made. Out: a claim for each row of its lists and tables.
 * Rows take kind, modality, speaker and (where they have none) time from the heading or the sentence that announces them.
 * Never: makes a claim of a list whose heading tells of nobody's fate; reads a charge in a row as a deed.
 */
import { changeDraft, type Draft } from "./draft.ts";
import type { NameMatch } from "./findNames.ts";
import {
  countIn,
  draftsOfLine,
  has,
  isPlaceItem,
  type ListContext,
  LISTED,
  timeIn,
} from "./listContext.ts";
import {
  draftOfFigure,
  draftOfNames,
  draftOfParticiple,
  fateOf,
  isRepeat,
  participlesOf,
} from "./listDrafts.ts";
import { type Figure, readFigure } from "./listFigures.ts";
import { holdsPhrase } from "./listGrammar.ts";
import { draftLabelled, type Labelled } from "./listLabels.ts";
import { findLines, type Line } from "./listLines.ts";
import { type NameRow, readNameRow } from "./listNames.ts";
import { type Header, isRule, readHeader } from "./listTables.ts";
import { findTopic, findWhole, periodOf, type Topic, topicOfLine } from "./listTopics.ts";
import type { DraftContext } from "./draftContext.ts";
import type { Item } from "./items.ts";
import type { TokenRange } from "./speech.ts";

/** All drafts of a document with those of its lists; `rows` are the token ranges that lists account for. */
export type ListReading = {
  readonly drafts: readonly Draft[];
  readonly rows: readonly TokenRange[];
};

/** Whether a statement is only the words of a row ("five women, names to be published"). */
export function isRow(draft: Draft, rows: readonly TokenRange[]): boolean {
  return rows.some(([from, to]) => draft.range[0] >= from && draft.range[1] <= to + 1);
}

type Work = {
  readonly context: ListContext;
  readonly made: Draft[];
  readonly fates: Map<Draft, Draft | null>;
  readonly rows: TokenRange[];
};

/** Reads the lists of a document into drafts beside those that its sentences made. */
export function readLists(
  drafts: readonly Draft[],
  plain: readonly { readonly index: number; readonly items: readonly Item[] }[],
  context: DraftContext,
  holdsCharge: (from: number, to: number) => boolean,
): ListReading {
  const lines = findLines(
    context.readings.map((reading) => reading.sentence),
    plain,
    context.tokens,
    context.classes,
  );
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const beside = bySentence.get(draft.sentence);
    if (beside === undefined) bySentence.set(draft.sentence, [draft]);
    else beside.push(draft);
  }
  const work: Work = {
    context: {
      tokens: context.tokens,
      pack: context.pack,
      classes: context.classes,
      readings: context.readings,
      speeches: context.speeches,
      names: context.names,
      speakerNames: context.speakerNames,
      told: context.told,
      sexes: context.sexes,
      grammar: context.pack.lists,
      lines,
      holdsCharge,
      drafts: bySentence,
    },
    made: [],
    fates: new Map(),
    rows: [],
  };
  const labelled = readLabelled(lines, bySentence, work);
  for (let at = 0; at < lines.length; ) at = readRun(at, labelled, work);
  for (const line of lines) readInline(line, work);
  const kept = drafts.flatMap((draft) => {
    const fate = work.fates.get(draft);
    return fate === undefined ? [draft] : fate === null ? [] : [fate];
  });
  const all = [...kept, ...work.made].map((draft) =>
    draft.subsetOf === null
      ? draft
      : changeDraft(draft, { subsetOf: wholeOf(draft.subsetOf, work) }),
  );
  return { drafts: relinked(all), rows: work.rows };
}

function wholeOf(whole: Draft, work: Work): Draft | null {
  const fate = work.fates.get(whole);
  return fate === undefined ? whole : fate;
}

/** Wholes as they now are, so that parts point to drafts that are still there. */
function relinked(drafts: readonly Draft[]): readonly Draft[] {
  const known = new Set(drafts);
  if (drafts.every(({ subsetOf }) => subsetOf === null || known.has(subsetOf))) return drafts;
  const byPlace = new Map(
    drafts.map((draft) => [`${draft.kind} ${draft.anchor} ${draft.range[0]}`, draft]),
  );
  return drafts.map((draft) => {
    if (draft.subsetOf === null || known.has(draft.subsetOf)) return draft;
    const { kind, anchor, range } = draft.subsetOf;
    return changeDraft(draft, { subsetOf: byPlace.get(`${kind} ${anchor} ${range[0]}`) ?? null });
  });
}

// --- "Arrests: 39 recorded" -----------------------------------------------------------------------------------

function readLabelled(
  lines: readonly Line[],
  bySentence: Map<number, Draft[]>,
  work: Work,
): ReadonlySet<Line> {
  const found = new Set<Line>();
  const head = periodOfHead(work.context);
  for (const line of lines) {
    for (const one of draftLabelled(line, head, work.context)) {
      takeLabelled(one, line, bySentence, work);
      found.add(line);
    }
  }
  return found;
}

function takeLabelled(
  { draft, range }: Labelled,
  line: Line,
  bySentence: Map<number, Draft[]>,
  work: Work,
): void {
  for (const other of draftsOfLine(line, work.context)) {
    if (
      other.kind === draft.kind &&
      other.subsetOf === null &&
      other.anchor >= range[0] &&
      other.anchor < range[1]
    )
      work.fates.set(other, null);
  }
  bySentence.set(draft.sentence, [...(bySentence.get(draft.sentence) ?? []), draft]);
  work.made.push(draft);
  work.rows.push(range);
}

/** The time that the title, or the line below it, gives the whole report. */
function periodOfHead(context: ListContext): Draft["period"] {
  for (const line of context.lines.slice(0, 2)) {
    if (line.endsWithStop) continue;
    const period = periodOf(line, context);
    if (period !== null) return period;
  }
  return null;
}

// --- runs of rows -----------------------------------------------------------------------------------------------

type Row =
  | { readonly type: "names"; readonly row: NameRow }
  | { readonly type: "figure"; readonly figure: Figure }
  | { readonly type: "place"; readonly places: readonly NameMatch[] };

/** Reads the run of rows that begins at line `at`; answers with the line behind it. */
function readRun(at: number, labelled: ReadonlySet<Line>, work: Work): number {
  const { context } = work;
  const line = context.lines[at] as Line;
  if (at === 0 || labelled.has(line)) return at + 1;
  const header = readHeader(line, context);
  if (header !== null) return readTable(at, header, work);
  const rows: Row[] = [];
  let names = 0;
  let end = at;
  for (; end < context.lines.length; end++) {
    const next = context.lines[end] as Line;
    if (labelled.has(next)) break;
    const row = readRow(next, names > 0, context);
    if (row === null || (end > at && readHeader(next, context) !== null)) break;
    if (row.type === "names") names++;
    rows.push(row);
  }
  while (rows.at(-1)?.type === "place") rows.pop();
  const figures = rows.filter((row) => row.type === "figure").length;
  if (names === 0 && figures === 0) return Math.max(at + 1, end);
  if (names >= figures) draftNames(at, rows, null, names, work);
  else draftFigures(at, rows, work);
  return Math.max(at + 1, at + rows.length);
}

function readRow(line: Line, isList: boolean, context: ListContext): Row | null {
  const places = placeHeading(line, context);
  if (places !== null) return { type: "place", places };
  const row = readNameRow(line, null, isList, context);
  if (row !== null && isRowShaped(row, context)) return { type: "names", row };
  const figure = line.items.length < 30 ? readFigure(line, 0, line.items.length, context) : null;
  return figure === null ? null : { type: "figure", figure };
}

/** "Kermanshah city", "Javanrud:": a line that holds only a place. */
function placeHeading(line: Line, context: ListContext): NameMatch[] | null {
  if (line.items.length > 5 || line.cells.length > 1 || !isPlaceItem(line.items[0])) return null;
  const isRest = (item: Item): boolean =>
    isPlaceItem(item) ||
    has(item, context.classes.of("LOWER", "COLON", "COMMA", "OPEN", "CLOSE", "CAP"));
  return line.items.every(isRest) ? line.items.filter(isPlaceItem).map((item) => item.name) : null;
}

/** Behind the people a row has a mark, an age, a time or nothing; more may follow in a marked row. */
function isRowShaped(row: NameRow, context: ListContext): boolean {
  const { classes } = context;
  const next = row.line.items[row.peopleEnd];
  if (next === undefined) return row.persons.length > 0 || row.line.hasMark;
  const isMark =
    has(
      next,
      classes.of(
        "COMMA",
        "DASH",
        "OPEN",
        "SEMI",
        "COLON",
        "AGE",
        "QTY",
        "DOT",
        "CLOSE",
        "QC",
        "REL",
        "POSSP",
      ),
    ) ||
    timeIn(next, context) !== null ||
    isPlaceItem(next);
  return (
    isMark ||
    (row.line.hasMark && (has(next, classes.preposition) || has(next, classes.of("T.part"))))
  );
}

function readTable(at: number, header: Header, work: Work): number {
  const { context } = work;
  const rows: Row[] = [];
  let end = at + 1;
  let names = 0;
  for (; end < context.lines.length; end++) {
    const line = context.lines[end] as Line;
    if (isRule(line, context)) {
      rows.push({ type: "place", places: [] });
      continue;
    }
    const isAligned = header.isTable ? line.cells.length > 1 : line.items.length < 40;
    if (!isAligned) break;
    const row = readNameRow(line, header, true, context);
    if (row === null) {
      if (!header.isTable) break;
      rows.push({ type: "place", places: [] });
    } else {
      rows.push({ type: "names", row });
      names++;
    }
  }
  const hasNames = header.columns.some((column) => column.role === "name");
  if (names > 0 && hasNames) draftNames(at + 1, rows, header, names, work);
  if (header.isTable) draftColumns(at, end, header, work);
  return Math.max(at + 1, end);
}

// --- names --------------------------------------------------------------------------------------------------------

function draftNames(
  first: number,
  rows: readonly Row[],
  header: Header | null,
  names: number,
  work: Work,
): void {
  const { context } = work;
  const headLine = header === null ? first : first - 1;
  const before = context.lines[headLine - 1];
  const isAnnounced = before?.endsWithColon === true && context.lines[first]?.hasMark === true;
  if (names < 2 && header === null && !isAnnounced) return;
  const topic = findTopic(
    headLine,
    header !== null || context.lines[first]?.hasMark === true,
    context,
  );
  if (topic === null) return;
  const hasTimes = rows.some((row) => row.type === "names" && row.row.period !== null);
  let places: readonly NameMatch[] = [];
  for (const row of rows) {
    if (row.type === "place") places = row.places.length > 0 ? row.places : places;
    if (row.type === "names")
      takeNames(row.row, topic, { places, period: hasTimes ? null : topic.period }, work);
  }
}

function takeNames(
  row: NameRow,
  topic: Topic,
  around: Pick<Draft, "places" | "period">,
  work: Work,
): void {
  for (const draft of draftsOfLine(row.line, work.context)) {
    const fate = fateOf(draft, row, topic, work.context);
    if (fate !== "keep") work.fates.set(draft, fate === "drop" ? null : fate);
  }
  const others = participlesOf(row, work.context);
  const isElse =
    others.some(({ kind, isBracketed }) => ENDED.has(kind) && !isBracketed) &&
    !others.some(({ kind }) => kind === topic.kind);
  if (!isElse) work.made.push(draftOfNames(row, topic, around, work.context));
  for (const other of others) {
    const anchor = row.line.items[other.at]?.from ?? -1;
    const isTold = draftsOfLine(row.line, work.context).some(
      (draft) => draft.anchor === anchor && work.fates.get(draft) !== null,
    );
    if (other.kind !== topic.kind && !isTold && !isRepeat(other.kind, topic.kind))
      work.made.push(draftOfParticiple(other, row, topic, around, work.context));
  }
  work.rows.push([row.line.from, row.line.to]);
}

/** What ends the state that a list is of: "freed on bail" in a list of arrests. */
const ENDED: ReadonlySet<Draft["kind"]> = new Set(["release", "clemency", "stay"]);

// --- figures ------------------------------------------------------------------------------------------------------

/** Share of labels that must be places, times, charges or kinds of people where no heading says what is counted. */
const KNOWN_SHARE = 0.6;

function draftFigures(first: number, rows: readonly Row[], work: Work): void {
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
function draftColumns(at: number, end: number, header: Header, work: Work): void {
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

// --- breakdowns inside a sentence ---------------------------------------------------------------------------------

/** "Highest: Marivan 11, Saqqez 8.", "Causes: live ammunition, 18; blows to the head, 7." */
function readInline(line: Line, work: Work): void {
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
