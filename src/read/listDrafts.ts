/** From rows that were read to drafts of claims, and what becomes of the claims that verbs made inside the rows. */
import type { Note } from "../base/note.ts";
import type { ClaimKind, Modality } from "../model/claim.ts";
import { changeDraft, type Draft, type DraftPerson } from "./draft.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Item } from "./items.ts";
import { countQuantity, has, type ListContext, sentenceAt } from "./listContext.ts";
import type { Figure } from "./listFigures.ts";
import type { Line } from "./listLines.ts";
import type { NameRow } from "./listNames.ts";
import type { Topic } from "./listTopics.ts";
import { VICTIM_ROLE } from "./draftContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import { countOf } from "./quantityOf.ts";
import type { TokenRange } from "./speech.ts";

/** A row of names as a claim of the list's kind. */
export function draftOfNames(
  row: NameRow,
  topic: Topic,
  around: Pick<Draft, "places" | "period">,
  context: ListContext,
): Draft {
  const { tokens } = context;
  const first = row.line.items[row.start] ?? row.people;
  const role = VICTIM_ROLE[topic.kind] ?? "other";
  const count = row.persons.length + row.unnamedCount;
  const anchor = row.people.from;
  return {
    kind: topic.kind,
    range: [first.from, endOf(row.line, context)],
    anchor,
    sentence: sentenceAt(row.line, anchor, context),
    quantity:
      row.unnamed !== null && row.persons.length === 0
        ? countQuantity(row.unnamed, context, null)
        : countOf(count, row.people, tokens, null),
    period: row.period === null ? around.period : withYear(row.period, topic.period),
    places: row.places.length > 0 ? row.places : around.places,
    speeches: speechesFor(anchor, topic, context),
    modality: topic.modality,
    hedge: null,
    persons: row.persons.map((name) => ({ name, role })),
    stage: null,
    tier: "counted",
    subsetOf: null,
    notes: [noteOf(topic, context)],
    rows: ["list.names", topic.row],
  };
}

/** A row of figures as a claim of the topic's kind. */
export function draftOfFigure(
  figure: Figure,
  topic: Topic,
  whole: Draft | null,
  period: PeriodMatch | null,
  context: ListContext,
): Draft {
  const { items } = figure.line;
  const number = items[figure.at] as Item;
  const range: TokenRange = [
    items[figure.from]?.from ?? number.from,
    Math.max(number.to, items[figure.to - 1]?.to ?? number.to),
  ];
  return {
    kind: topic.kind,
    range,
    anchor: number.from,
    sentence: sentenceAt(figure.line, number.from, context),
    quantity: countQuantity(figure.count, context, figure.unit),
    period: figure.period === null ? period : withYear(figure.period, period),
    places: figure.places,
    speeches: speechesFor(number.from, topic, context),
    modality: topic.modality,
    hedge: null,
    persons: [],
    stage: null,
    tier: "counted",
    subsetOf: whole,
    notes: [noteOf(topic, context)],
    rows: ["list.figure", topic.row],
  };
}

function noteOf(topic: Topic, { tokens }: ListContext): Note {
  return {
    code: "kind-from-heading",
    level: "info",
    span: { start: tokens.start[topic.told[0]] ?? 0, end: tokens.end[topic.told[1] - 1] ?? 0 },
  };
}

/** "3 May" in a list of 2024: a day or month without a year is that of the list's own time. */
function withYear(own: PeriodMatch, list: PeriodMatch | null): PeriodMatch {
  if (
    list === null ||
    own.value.op !== "date" ||
    own.value.year !== null ||
    own.value.month === null
  )
    return own;
  const year = yearOf(list, own.value.calendar);
  return year === null ? own : { ...own, value: { ...own.value, year } };
}

/** The one year that a list's time names, in the calendar of its rows. */
function yearOf({ value }: PeriodMatch, calendar: string): number | null {
  if (value.op === "date") return value.calendar === calendar ? value.year : null;
  return value.op === "years" && value.from === value.to && value.calendar === calendar
    ? value.from
    : null;
}

function speechesFor(anchor: number, topic: Topic, context: ListContext): Draft["speeches"] {
  const own = speechesOver(anchor, context.speeches);
  return own.length > 0 ? own : topic.speeches;
}

/** The row without its end mark and the bar behind it. */
function endOf(line: Line, context: ListContext): number {
  let end = line.to;
  while (
    end > line.from + 1 &&
    ENDS.has(context.tokens.form[end - 1] ?? "") &&
    !isInitial(end - 1, context)
  )
    end--;
  return end;
}

const ENDS: ReadonlySet<string> = new Set([".", "|", ";", ",", ":"]);

function isInitial(at: number, context: ListContext): boolean {
  const { tokens } = context;
  return (
    tokens.form[at] === "." &&
    (tokens.form[at - 1] ?? "").length === 1 &&
    tokens.start[at] === tokens.end[at - 1]
  );
}

/** What verbs and nouns inside a row of names told: kept, changed or dropped. */
export type Fate = Draft | "drop" | "keep";

/** Kinds for which a killing in the row is the charge, not the fate of those listed. */
const PUNISHED: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "arrest",
  "corporal-punishment",
  "clemency",
  "release",
]);
/** Kinds that a row only repeats or prepares when it lists another. */
const STAGES: Readonly<Partial<Record<ClaimKind, readonly ClaimKind[]>>> = {
  "imminent-execution": ["death-sentence", "execution", "stay"],
  execution: ["death-sentence", "imminent-execution"],
  "death-sentence": ["imminent-execution", "execution"],
  killing: ["injury", "torture"],
  "death-in-custody": ["killing", "injury"],
};
const HARMS: ReadonlySet<ClaimKind> = new Set([
  "killing",
  "injury",
  "torture",
  "destruction",
  "protest",
  "strike",
  "statistic",
  "enforced-disappearance",
]);

/** What becomes of a claim inside a row of names. */
export function fateOf(draft: Draft, row: NameRow, topic: Topic, context: ListContext): Fate {
  if (draft.kind === "statement" || draft.kind === "call") return "keep";
  if (draft.kind === topic.kind) return "drop";
  const isAside = row.asides.some(
    ([from, to]) =>
      draft.anchor >= (row.line.items[from]?.from ?? Infinity) &&
      draft.anchor < (row.line.items[to - 1]?.to ?? 0),
  );
  const isNoun = isNounAt(draft.anchor, row.line, context);
  if (!isNoun && !isAside && wasExecuted(draft, row, topic.kind)) return withDay(draft, row);
  if (isNoun && PUNISHED.has(topic.kind) && isNominal(draft, row.line, context)) return "drop";
  if (
    PUNISHED.has(topic.kind) &&
    HARMS.has(draft.kind) &&
    (isAside || isNoun || draft.kind === "killing")
  ) {
    const isTold = draft.quantity !== null || draft.persons.length > 0;
    return isTold && !isBare(draft, row.line) ? accusation(draft, row) : "drop";
  }
  if (
    isAside ||
    STAGES[topic.kind]?.includes(draft.kind) === true ||
    (isNoun && draft.persons.length === 0)
  )
    return "drop";
  return draft.persons.length > 0 || row.persons.length === 0
    ? "keep"
    : withPersons(draft, row, context);
}

/** "4. A – was executed", in a list of those sentenced: a sentence of its own tells what became of A. */
export function wasExecuted(
  { kind, modality, persons }: Draft,
  row: NameRow,
  of: ClaimKind,
): boolean {
  if (kind !== "execution" || modality !== "happened") return false;
  if (of !== "death-sentence" && of !== "imminent-execution") return false;
  return persons.some(
    ({ name, role }) => role === "victim" && row.persons.some((own) => own.name === name.name),
  );
}

function withDay(draft: Draft, row: NameRow): Draft {
  return draft.period === null && row.period !== null
    ? changeDraft(draft, { period: row.period })
    : draft;
}

/** Whether one kind in a row only repeats or prepares what the list is of. */
export function isRepeat(kind: ClaimKind, topic: ClaimKind): boolean {
  return (
    kind === topic ||
    STAGES[topic]?.includes(kind) === true ||
    (PUNISHED.has(topic) && kind === "killing")
  );
}

function isNounAt(token: number, line: Line, context: ListContext): boolean {
  const item = line.items.find((one) => one.from <= token && token < one.to);
  return (
    has(item, context.classes.of("T.noun", "T.ing")) && !has(item, context.classes.of("T.part"))
  );
}

/** "murder of her husband": the name of a charge; "killing a guard" tells what somebody is accused of. */
function isNominal(draft: Draft, line: Line, context: ListContext): boolean {
  const at = line.items.findIndex((one) => one.from <= draft.anchor && draft.anchor < one.to);
  return has(line.items[at + 1], context.classes.of_);
}

/** The event word alone ("murder"). */
function isBare(draft: Draft, line: Line): boolean {
  return (
    line.items.filter((item) => item.from >= draft.range[0] && item.to <= draft.range[1]).length < 2
  );
}

function accusation(draft: Draft, row: NameRow): Draft {
  const suspects: DraftPerson[] = row.persons.map((name) => ({ name, role: "suspect" }));
  const others = draft.persons.filter(
    (person) => !row.persons.some((name) => name.name === person.name.name),
  );
  return changeDraft(draft, { modality: ALLEGED, persons: [...suspects, ...others] });
}

const ALLEGED: Modality = "alleged";

function withPersons(draft: Draft, row: NameRow, context: ListContext): Draft {
  const role = VICTIM_ROLE[draft.kind] ?? "other";
  const quantity = draft.quantity ?? countOf(row.persons.length, row.people, context.tokens, null);
  return changeDraft(draft, {
    persons: row.persons.map((name) => ({ name, role })),
    quantity,
    tier: "counted",
  });
}

/** A participle in a row ("wounded in the abdomen", "freed on bail"): what else is told of those listed. */
export type Participle = {
  readonly at: number;
  readonly kind: ClaimKind;
  readonly isBracketed: boolean;
};

/** The participles behind the people of a row, outside of its charges. */
export function participlesOf(row: NameRow, context: ListContext): Participle[] {
  const { classes, tokens, pack } = context;
  const found: Participle[] = [];
  let depth = 0;
  for (let at = row.peopleEnd; at < row.line.items.length; at++) {
    const item = row.line.items[at] as Item;
    if (has(item, classes.open)) depth++;
    if (has(item, classes.close)) depth--;
    if (row.asides.some(([from, to]) => at >= from && at < to) || !has(item, TRIGGERS(context)))
      continue;
    if (has(row.line.items[at - 1], classes.of("DET", "DEF"))) continue;
    const words = tokens.form.slice(item.from, item.to).join(" ");
    const kind = pack.triggersByWords.get(words)?.find(({ form }) => FORMS.has(form))?.row.kind;
    if (kind !== undefined) found.push({ at, kind, isBracketed: depth > 0 });
  }
  return found;
}

const FORMS: ReadonlySet<string> = new Set(["part", "intr", "phrase"]);
const TRIGGERS = (context: ListContext): Uint8Array =>
  context.classes.of("T.part", "T.intr", "T.phrase");

/** A claim of a participle's own kind, with the people, place and (where it stands beside it) time of its row. */
export function draftOfParticiple(
  participle: Participle,
  row: NameRow,
  topic: Topic,
  around: Pick<Draft, "places" | "period">,
  context: ListContext,
): Draft {
  const { items } = row.line;
  const { classes } = context;
  const role = VICTIM_ROLE[participle.kind] ?? "other";
  let end = participle.at + 1;
  while (
    end < items.length &&
    !has(items[end], classes.comma) &&
    !has(items[end], classes.stop) &&
    !has(items[end], classes.close) &&
    !has(items[end], classes.open) &&
    !has(items[end], classes.dash)
  )
    end++;
  const anchor = items[participle.at]?.from ?? row.people.from;
  const inside = items.slice(participle.at, end);
  return {
    ...draftOfNames(row, topic, around, context),
    kind: participle.kind,
    range: [anchor, items[end - 1]?.to ?? anchor + 1],
    anchor,
    sentence: sentenceAt(row.line, anchor, context),
    quantity:
      row.persons.length > 0 ? countOf(row.persons.length, row.people, context.tokens, null) : null,
    period:
      inside.find((item) => item.period !== null && item.period.kind !== "duration")?.period ??
      null,
    modality: "happened",
    persons: row.persons.map((name) => ({ name, role })),
    rows: ["list.participle", topic.row],
  };
}
