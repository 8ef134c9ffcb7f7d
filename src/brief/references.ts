/**
 * In: a figure of the reports and what organisations published. Out: the rows that speak of the same, nearest first.
 * Never: says which of them is right; compares a single event with a month's total.
 */
import type { Claim } from "../model/claim.ts";
import type { ReferenceFigure } from "../model/reference.ts";
import { compareQuantities, comparableOf, type Comparable, type Comparison } from "./compare.ts";
import { countsMore } from "./countsMore.ts";
import { keyOfPlace } from "./places.ts";
import { countedGroup } from "./units.ts";
import { boundsOfDate, closedWindow, shareOfDays, type ClosedWindow, type Window } from "./days.ts";
import { SMALLEST_TELLING_NUMBER, type FigureGroup, type NumberedClaim } from "./figures.ts";

/** A published figure beside a figure of the reports. */
export type ReferenceMatch = {
  readonly reference: ReferenceFigure;
  readonly comparison: Comparison;
  /** How near its window lies to the claim's, 1 for the same days. */
  readonly nearness: number;
};

/** A count over less than a week is an event, not a total that others publish. */
const SHORTEST_WINDOW_DAYS = 7;
/** A stock ("at risk on that day") is held beside stocks of other days up to this far away. */
const STOCK_REACH_DAYS = 366;
/** Where a claim leaves its start open, rows whose end lies this near to its end are shown. */
const OPEN_REACH_DAYS = 31;
/** A window that shares less than this with the claim's says nothing of it. */
const LEAST_SHARE = 0.04;

/** Finds what was published of the same kind, place and time, nearest window first. */
export function findReferences(
  group: FigureGroup,
  references: readonly ReferenceFigure[],
  countryOf: (claim: Claim) => readonly string[],
): readonly ReferenceMatch[] {
  const [claim] = group.claims;
  if (!isTotal(group, claim)) return [];
  const places = countryOf(claim);
  const namesAPart = references.some((reference) => partOf(reference, claim) !== null);
  return references
    .filter(
      (reference) => isOfKind(reference, claim, namesAPart) && isInPlace(reference, places, claim),
    )
    .flatMap((reference) => {
      const nearness = nearnessOf(group.window, reference);
      if (nearness === null) return [];
      const comparison = compareQuantities(
        withPlace(claim, reference),
        comparableReference(reference, claim),
      );
      return [{ reference, comparison, nearness }];
    })
    .sort((a, b) => b.nearness - a.nearness || orderIds(a.reference, b.reference));
}

/** A published figure in the shape that claims are compared in. */
export function comparableReference(reference: ReferenceFigure, claim: Claim): Comparable {
  const { definition } = reference;
  // A definition that names the group ("political prisoners executed") counts what the claim counts.
  const unit = definition.part === null ? countedGroup(claim.quantity?.unit ?? null) : null;
  const group = unit !== null && definition.what.toLowerCase().includes(unit) ? unit : null;
  const calendar = isJalaliMonth(reference) ? "jalali" : "gregorian";
  return {
    kind: definition.kind,
    measure: "count",
    interval: intervalOf(reference),
    isVague: false,
    unit: null,
    group,
    voice: null,
    modality: claim.modality === "ongoing" || definition.stock ? claim.modality : "happened",
    part: definition.part,
    window: windowOfReference(reference),
    calendar,
    places: [reference.place.id],
    countries: null,
  };
}

function windowOfReference(reference: ReferenceFigure): ClosedWindow | null {
  const first = boundsOfDate(reference.earliest)?.first ?? null;
  const last = boundsOfDate(reference.latest)?.last ?? null;
  return closedWindow({ first, last });
}

/** A number, a window long enough to be a total, and something that was counted rather than feared or asked. */
function isTotal(group: FigureGroup, claim: NumberedClaim): boolean {
  if (group.printed === null || group.size < SMALLEST_TELLING_NUMBER) return false;
  if (!["happened", "ongoing", "at-risk"].includes(claim.modality)) return false;
  const window = closedWindow(group.window);
  if (claim.kind === "imminent-execution") return true;
  return window === null || window.last - window.first + 1 >= SHORTEST_WINDOW_DAYS;
}

/** The whole beside the whole, a part only beside the same part. */
function isOfKind(reference: ReferenceFigure, claim: NumberedClaim, namesAPart: boolean): boolean {
  const { definition } = reference;
  if (definition.kind !== claim.kind || claim.quantity.measure !== "count") return false;
  if (definition.part !== null) return partOf(reference, claim) !== null;
  return claim.quantity.subsetOf === null && !namesAPart && chargesOfCounted(claim).length === 0;
}

/** The definition's part when the claim's unit, or the charge of those it counts, names it. */
function partOf(reference: ReferenceFigure, claim: NumberedClaim): string | null {
  const { part, cues } = reference.definition;
  const told = [claim.quantity.unit ?? "", ...chargesOfCounted(claim)].join(" ").toLowerCase();
  const words = told.split(/[^\p{L}\p{M}]+/u);
  return cues.some((cue) => words.includes(cue.toLowerCase())) ? part : null;
}

/** Charges that the number is of ("471 people were executed for drugs"), not those of a part told further on. */
function chargesOfCounted({ span, quantity, charges }: NumberedClaim): string[] {
  return charges.flatMap((charge) => {
    const { start, end } = charge.span;
    if (start < span.start || end > span.end) return [];
    const [from, to] =
      start < quantity.span.start ? [end, quantity.span.start] : [quantity.span.end, start];
    return PARTED.test(span.quote.slice(from - span.start, to - span.start)) ? [] : [charge.words];
  });
}

/** Marks behind which another number or part begins. */
const PARTED = /[,،;؛.\d۰-۹]/u;

function isInPlace(
  reference: ReferenceFigure,
  places: readonly string[],
  claim: NumberedClaim,
): boolean {
  const { id, names, wider } = reference.place;
  const isOf = (place: string): boolean => place === id || names.includes(place);
  return places.some(isOf) && !countsMore(claim, wider, (place) => isOf(keyOfPlace(place)));
}

function withPlace(claim: NumberedClaim, reference: ReferenceFigure): Comparable {
  const part = partOf(reference, claim);
  const group = part === null ? countedGroup(claim.quantity.unit) : null;
  return { ...comparableOf(claim), part, group, places: [reference.place.id] };
}

function nearnessOf(window: Window | null, reference: ReferenceFigure): number | null {
  const published = windowOfReference(reference);
  if (window === null || published === null) return null;
  const closed = closedWindow(window);
  if (reference.definition.stock) {
    const distance = Math.abs((window.last ?? window.first ?? 0) - published.last);
    return distance <= STOCK_REACH_DAYS ? 1 - distance / (STOCK_REACH_DAYS + 1) : null;
  }
  if (closed !== null) {
    const share = shareOfDays(closed, published);
    return share >= LEAST_SHARE ? share : null;
  }
  if (window.last === null) return null;
  const distance = Math.abs(window.last - published.last);
  return distance <= OPEN_REACH_DAYS ? 1 - distance / (OPEN_REACH_DAYS + 1) : null;
}

function intervalOf(reference: ReferenceFigure): Comparable["interval"] {
  const { number, qualifier, upTo } = reference;
  const word = qualifier?.toLowerCase() ?? "";
  const about = ["about", "approximately", "nearly", "around"].includes(word);
  const from = ["at least", "more than", "over"].includes(word);
  return {
    min: number,
    max: from ? null : (upTo ?? number),
    minExclusive: word === "more than" || word === "over",
    maxExclusive: false,
    approximate: about,
  };
}

/** Jalali months and years begin and end about the 20th to 23rd of a Gregorian month. */
function isJalaliMonth(reference: ReferenceFigure): boolean {
  const [first, last] = [Number(reference.earliest.slice(8)), Number(reference.latest.slice(8))];
  return first >= 20 && first <= 23 && last >= 19 && last <= 22;
}

function orderIds(a: ReferenceFigure, b: ReferenceFigure): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
