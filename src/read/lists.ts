/**
 * In: the lines of a document and the drafts that verbs made. Out: a claim for each row of its lists and tables.
 * Rows take kind, modality, speaker and (where they have none) time from the heading or the sentence that announces them.
 * Never: makes a claim of a list whose heading tells of nobody's fate; reads a charge in a row as a deed.
 */
import { type Draft, changeDraft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import { draftColumns, draftFigures, readInline } from "./figureRuns.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import { type Card, draftsOfRow, isSparedRow, readCards, statusOf } from "./listCards.ts";
import { type ListContext, draftsOfLine, has, isPlaceItem, timeIn } from "./listContext.ts";
import {
  draftOfNames,
  draftOfParticiple,
  fateOf,
  isRepeat,
  participlesOf,
  wasExecuted,
} from "./listDrafts.ts";
import { type Figure, readFigure } from "./listFigures.ts";
import { type Labelled, draftLabelled } from "./listLabels.ts";
import { type Line, findLines } from "./listLines.ts";
import { type NameRow, readNameRow, underHeading } from "./listNames.ts";
import { type Header, isRule, readHeader } from "./listTables.ts";
import { type Topic, findTopic, periodOf } from "./listTopics.ts";
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

export type Work = {
  readonly context: ListContext;
  readonly made: Draft[];
  readonly fates: Map<Draft, Draft | null>;
  readonly rows: TokenRange[];
  /** The line behind the last run of labels that made no card. */
  readonly uncarded: { end: number };
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
      takenUp: context.takenUp,
      sexes: context.sexes,
      grammar: context.pack.lists,
      lines,
      holdsCharge,
      drafts: bySentence,
    },
    made: [],
    fates: new Map(),
    rows: [],
    uncarded: { end: 0 },
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

export type Row =
  | { readonly type: "names"; readonly row: NameRow }
  | { readonly type: "figure"; readonly figure: Figure }
  | { readonly type: "place"; readonly places: readonly NameMatch[] };

/** Reads the run of rows that begins at line `at`; answers with the line behind it. */
function readRun(at: number, labelled: ReadonlySet<Line>, work: Work): number {
  const { context } = work;
  const line = context.lines[at] as Line;
  if (at >= work.uncarded.end) {
    const { cards, end } = readCards(at, context);
    if (cards.length > 0) return takeCards(cards, end, work);
    // The lines of a run that makes no card are looked at once.
    work.uncarded.end = end;
  }
  if (labelled.has(line)) return at + 1;
  const header = readHeader(line, context);
  if (at === 0 && header === null) return at + 1;
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

/** The claims of cards stand for whatever their lines told. */
function takeCards(cards: readonly Card[], end: number, work: Work): number {
  for (const { drafts, lines } of cards) {
    for (const line of lines) {
      for (const draft of draftsOfLine(line, work.context)) work.fates.set(draft, null);
      work.rows.push([line.from, line.to]);
    }
    work.made.push(...drafts);
  }
  return end;
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
        "ORIGINW",
      ),
    ) ||
    timeIn(next, context) !== null ||
    isPlaceItem(next);
  return (
    isMark ||
    (row.line.hasMark &&
      (has(next, classes.preposition) || has(next, classes.of("T.part", "HUMAN"))))
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
  const hasNames = header.columns.some(({ role }) => role === "name" || role === "victim");
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
    rows.reduce((sum, row) => sum + (row.type === "names" ? peopleOf(row.row) : 0), 0),
  );
  if (topic === null) return draftFates(rows, header, work);
  const own = rows.map((row) =>
    row.type === "names"
      ? { ...row, row: underHeading(row.row, header, topic.kind, context) }
      : row,
  );
  const hasTimes = own.some((row) => row.type === "names" && row.row.period !== null);
  let places: readonly NameMatch[] = [];
  for (const row of own) {
    if (row.type === "place") places = row.places.length > 0 ? row.places : places;
    if (row.type !== "names") continue;
    if (
      header?.isTable === true &&
      statusOf(row.row, topic.kind, header.columns, context) === "other"
    ) {
      takeStatus(row.row, header, work);
      continue;
    }
    if (header?.isTable === true && isSparedRow(row.row, topic.kind, header.columns, context))
      continue;
    takeNames(row.row, topic, { places, period: hasTimes ? null : topic.period }, work);
  }
}

function peopleOf({ persons, unnamed, unnamedCount }: NameRow): number {
  return persons.length + unnamedCount + (unnamed?.min ?? 0);
}

/** A table without a heading, whose columns say what became of each ("Date of execution", "Status"). */
function draftFates(
  rows: readonly Row[],
  header: Header | null,
  { context, made, rows: taken }: Work,
): void {
  for (const row of header?.isTable === true ? rows : []) {
    if (row.type !== "names") continue;
    const drafts = draftsOfRow(row.row, header?.columns ?? [], context);
    if (drafts.length > 0) taken.push([row.row.line.from, row.row.line.to]);
    made.push(...drafts);
  }
}

/** "A | Released" under "Ten were killed": the status tells of A, not the heading. */
function takeStatus(row: NameRow, header: Header, work: Work): void {
  const told = draftsOfRow(row, header.columns, work.context);
  if (told.length === 0) return;
  for (const draft of draftsOfLine(row.line, work.context)) {
    if (told.some(({ kind }) => kind === draft.kind)) work.fates.set(draft, null);
  }
  work.rows.push([row.line.from, row.line.to]);
  work.made.push(...told);
}

function takeNames(
  row: NameRow,
  topic: Topic,
  around: Pick<Draft, "places" | "period">,
  work: Work,
): void {
  const own = draftsOfLine(row.line, work.context);
  for (const draft of own) {
    const fate = fateOf(draft, row, topic, work.context);
    if (fate !== "keep") work.fates.set(draft, fate === "drop" ? null : fate);
  }
  const others = participlesOf(row, work.context);
  const isElse =
    own.some((draft) => wasExecuted(draft, row, topic.kind)) ||
    (others.some(({ kind, isBracketed }) => ENDED.has(kind) && !isBracketed) &&
      !others.some(({ kind }) => kind === topic.kind));
  if (!isElse) work.made.push(draftOfNames(row, topic, around, work.context));
  for (const other of others) {
    const anchor = row.line.items[other.at]?.from ?? -1;
    const isTold = own.some((draft) => draft.anchor === anchor && work.fates.get(draft) !== null);
    if (other.kind !== topic.kind && !isTold && !isRepeat(other.kind, topic.kind))
      work.made.push(draftOfParticiple(other, row, topic, around, work.context));
  }
  work.rows.push([row.line.from, row.line.to]);
}

/** What ends the state that a list is of: "freed on bail" in a list of arrests. */
const ENDED: ReadonlySet<Draft["kind"]> = new Set(["release", "clemency", "stay"]);
