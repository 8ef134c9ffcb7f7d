/**
 * In: the items of sentences, and the events already read. Out: drafts of figures that are not events.
 * Never: takes a number that an event has; reads a sentence, a fine or an age as a figure of the economy.
 */
import type { Quantity } from "../model/claim.ts";
import type { Draft } from "./draft.ts";
import { type Item, itemOf } from "./items.ts";
import type { DraftContext } from "./draftContext.ts";
import { unitAfter } from "./eventQuantity.ts";
import { speechesOver } from "./makeDrafts.ts";
import { namesWithin } from "./nameScopes.ts";
import type { PatternMatch } from "./pattern.ts";
import { toQuantity } from "./quantityOf.ts";
import type { TokenRange } from "./speech.ts";
import type { StatisticRow } from "./statistics.ts";

/** Plain (ungrouped) items of a sentence. */
export type PlainReading = {
  readonly index: number;
  readonly items: readonly Item[];
  readonly string: string;
};

/** Reads the figures of all sentences; rows are tried in order, each stretch is read once. */
export function draftStatistics(
  events: readonly Draft[],
  bases: readonly PlainReading[],
  context: DraftContext,
): Draft[] {
  const eventsOf = new Map<number, Draft[]>();
  for (const event of events) {
    const list = eventsOf.get(event.sentence) ?? [];
    list.push(event);
    eventsOf.set(event.sentence, list);
  }
  return bases.flatMap((base) => {
    const found: Draft[] = [];
    const rows = context.pack.statistics.matchable(base.string);
    if (rows.length === 0) return found;
    const mine = eventsOf.get(base.index) ?? [];
    for (const row of rows) {
      for (const match of row.compiled?.find(base.string) ?? []) {
        const draft = draftOf(row, match, base, mine, context);
        const overlaps =
          draft !== null &&
          found.some(({ range }) => range[0] < draft.range[1] && draft.range[0] < range[1]);
        if (draft !== null && !overlaps) found.push(draft);
      }
    }
    return found;
  });
}

function draftOf(
  row: StatisticRow,
  match: PatternMatch,
  base: PlainReading,
  events: readonly Draft[],
  context: DraftContext,
): Draft | null {
  const { tokens } = context;
  const { items } = base;
  const numeral = itemOf(items, match.parts["q"]?.[0] ?? -1);
  if (
    numeral !== undefined &&
    events.some((event) => event.quantity?.span.start === tokens.start[numeral.from])
  )
    return null;
  const whole = itemOf(items, match.parts["whole"]?.[0] ?? -1)?.quantity?.min ?? null;
  if (whole !== null && whole <= (numeral?.quantity?.min ?? 0)) return null;
  const from = row.clause ? clauseStart(items, match.from, context) : match.from;
  const to = clauseStop(items, match.to, context);
  const range: TokenRange = [items[from]?.from ?? 0, items[to - 1]?.to ?? 0];
  const isTold = events.some(
    (event) =>
      event.anchor >= range[0] &&
      event.anchor < range[1] &&
      (event.tier === "counted" || row.clause),
  );
  if (isTold || to - from < 2) return null;
  const anchor = numeral?.from ?? items[match.from]?.from ?? 0;
  const period = periodNear(items, from, to, context);
  // "25 of the 31 provinces": which count the clause tells is not known, so none is given.
  const isLed =
    row.clause &&
    items
      .slice(from, match.parts["q"]?.[0] ?? from)
      .some(({ quantity }) => quantity?.measure === "count");
  return {
    kind: row.kind,
    range,
    anchor,
    sentence: base.index,
    quantity:
      numeral?.quantity == null || isLed
        ? null
        : shareOf(
            toQuantity(numeral.quantity, tokens, unitOf(numeral, context), period?.per ?? null),
            whole,
          ),
    period,
    places: namesWithin(context.names, range).filter((name) => name.type === "place"),
    speeches: speechesOver(anchor, context.speeches),
    modality: "happened",
    hedge: null,
    persons: namesWithin(context.names, range)
      .filter((name) => name.type === "person")
      .map((name) => ({ name, role: "other" as const })),
    stage: null,
    tier: numeral === undefined ? "shown" : "counted",
    subsetOf: null,
    notes: [],
    rows: [row.id],
  };
}

/** "three farms in ten": the part over the whole. */
function shareOf(quantity: Quantity, whole: number | null): Quantity {
  if (whole === null) return quantity;
  const { min, max } = quantity;
  return {
    ...quantity,
    min: min === null ? null : min / whole,
    max: max === null ? null : max / whole,
    measure: "share",
  };
}

function unitOf(numeral: Item, context: DraftContext): string | null {
  return numeral.quantity?.measure === "count" ? unitAfter(numeral, context) : null;
}

/** A time in the clause or right beside it. */
function periodNear(
  items: readonly Item[],
  from: number,
  to: number,
  { classes }: Pick<DraftContext, "classes">,
) {
  for (let i = Math.max(0, from - 3); i < Math.min(items.length, to + 2); i++) {
    const period = items[i]?.period;
    // "Bail for A, whose brother was hanged in May, was set at": the time of what stands between the commas.
    const isAside =
      i < from &&
      items.slice(Math.max(0, i - REACH), i).some(({ set }) => classes.whose[set] === 1);
    if (isAside) continue;
    if (period != null && period.kind !== "duration" && period.kind !== "age-like") return period;
  }
  return null;
}

const REACH = 16;

/** Back to the comma, conjunction, cue or mark at which the clause begins. */
function clauseStart(items: readonly Item[], at: number, context: DraftContext): number {
  let from = at;
  while (from > 0 && at - from < REACH && !isEdge(items[from - 1] as Item, context)) from--;
  while (
    from < at &&
    (context.classes.and[items[from]?.set ?? 0] === 1 ||
      context.classes.that[items[from]?.set ?? 0] === 1)
  )
    from++;
  return from;
}

function clauseStop(items: readonly Item[], at: number, context: DraftContext): number {
  let to = at;
  while (
    to < items.length &&
    to - at < REACH &&
    !isEdge(items[to] as Item, context) &&
    context.classes.and[items[to]?.set ?? 0] !== 1
  )
    to++;
  return to;
}

function isEdge({ set }: Item, { classes }: DraftContext): boolean {
  return (
    classes.comma[set] === 1 ||
    classes.stop[set] === 1 ||
    classes.that[set] === 1 ||
    classes.but[set] === 1 ||
    classes.dash[set] === 1 ||
    classes.quoteOpen[set] === 1 ||
    classes.quoteClose[set] === 1 ||
    classes.open[set] === 1 ||
    classes.close[set] === 1 ||
    (classes.subordinator[set] === 1 && classes.preposition[set] !== 1)
  );
}
