/**
 * In: two numbers with what they count, when and where. Out: whether they can be compared, and each reason.
 * Never: calls two numbers comparable because they look alike.
 */
import type { Claim, ClaimKind, Modality, Quantity } from "../model/claim.ts";
import { relateWindows, windowOf, type Window } from "./days.ts";
import { countedGroup } from "./units.ts";
import { eventPlaces } from "./places.ts";
import { boundOf, canBePart, canBothHold, type Interval } from "./quantities.ts";

/** A number ready to be compared: of a claim, or of a published figure. */
export type Comparable = {
  readonly kind: ClaimKind;
  readonly measure: Quantity["measure"];
  readonly interval: Interval;
  readonly isVague: boolean;
  /** What is counted where the kind does not say it (a statistic), else null. */
  readonly unit: string | null;
  /** Who is counted, where the word is not for everybody ("women"), else null. */
  readonly group: string | null;
  readonly modality: Modality;
  /** Report and speaker, or null for a published figure. */
  readonly voice: string | null;
  /** The part that is counted ("women"), or null for the whole. */
  readonly part: string | null;
  readonly window: Window | null;
  readonly calendar: "gregorian" | "jalali" | "hijri";
  /** Ids or words of the places; empty when none is said. */
  readonly places: readonly string[];
  /** Countries of those places or, where none is said, of the report; null where nobody looked. */
  readonly countries: readonly string[] | null;
};

export type Reason =
  | "kind"
  | "measure"
  | "unit"
  | "group"
  | "same-voice"
  | "modality"
  | "part"
  | "vague"
  | "window-apart"
  | "window-partly"
  | "window-within"
  | "window-around"
  | "window-open"
  | "window-unknown"
  | "calendar"
  | "place-apart"
  | "place-within"
  | "place-unknown"
  | "country-unknown"
  | "bound"
  | "approximate";

/**
 * `comparable`: the same thing, window and place. `bound-only`: one window lies in the other, so one number
 * bounds the other. `cannot-tell`: something needed is not said. `not-comparable`: they count different things.
 */
export type Verdict = "comparable" | "bound-only" | "cannot-tell" | "not-comparable";

export type Comparison = {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** Whether both can be right as worded; null where they are not comparable. */
  readonly canBothHold: boolean | null;
};

const FORBIDDING: readonly Reason[] = [
  "kind",
  "measure",
  "unit",
  "modality",
  "part",
  "window-apart",
  "window-partly",
  "place-apart",
  "place-within",
];
/** These matter only where the numbers themselves are held beside each other. */
const OF_NUMBERS: readonly Reason[] = ["bound", "approximate"];
const WITHHOLDING: readonly Reason[] = [
  "vague",
  "group",
  "same-voice",
  "window-open",
  "window-unknown",
  "country-unknown",
];

/** Holds two numbers beside each other: "at least 335 in November" and "325 in November". */
export function compareQuantities(left: Comparable, right: Comparable): Comparison {
  const found = findReasons(left, right);
  const verdict = judge(found);
  const isCompared = verdict === "comparable" || verdict === "bound-only";
  const reasons = found.filter((reason) => isCompared || !OF_NUMBERS.includes(reason));
  return { verdict, reasons, canBothHold: judgeNumbers(verdict, reasons, left, right) };
}

/** What a claim's number counts, when and where. */
export function comparableOf(
  claim: Claim & { readonly quantity: Quantity },
  countries: readonly string[] | null = null,
): Comparable {
  const { quantity, kind } = claim;
  const named = kind === "statistic" || kind === "other" || quantity.measure !== "count";
  return {
    kind,
    measure: quantity.measure,
    interval: quantity,
    isVague: boundOf(quantity) === "vague",
    unit: named ? (quantity.unit?.toLowerCase() ?? null) : null,
    group: named ? null : countedGroup(quantity.unit),
    modality: claim.modality,
    voice: `${claim.document.id}|${claim.attribution.at(-1)?.source ?? ""}`,
    part: partOf(claim),
    window: windowOf(claim),
    calendar: claim.period?.calendar ?? "gregorian",
    places: eventPlaces(claim.places),
    countries,
  };
}

/** "Six of them women", and those of one charge ("58 for drugs"), are a part of all. */
function partOf({ quantity, charges }: Claim & { readonly quantity: Quantity }): string | null {
  if (quantity.subsetOf !== null) return quantity.unit ?? quantity.span.quote;
  const names = charges.map(({ id, words }) => id ?? words.toLowerCase());
  return names.length === 0 ? null : [...new Set(names)].sort().join("+");
}

function findReasons(left: Comparable, right: Comparable): readonly Reason[] {
  const window = relateWindows(left.window, right.window);
  const place = relatePlaces(left, right);
  const found: readonly (readonly [Reason, boolean])[] = [
    ["kind", left.kind !== right.kind],
    ["measure", left.measure !== right.measure],
    ["unit", left.unit !== right.unit],
    ["group", left.group !== right.group],
    ["same-voice", left.voice !== null && left.voice === right.voice],
    ["modality", groupOf(left.modality) !== groupOf(right.modality)],
    ["part", left.part !== right.part],
    ["vague", left.isVague || right.isVague],
    ["window-apart", window === "apart"],
    ["window-partly", window === "partly"],
    ["window-within", window === "within"],
    ["window-around", window === "around"],
    ["window-open", window === "open"],
    ["window-unknown", window === "unknown"],
    ["calendar", window !== "apart" && left.calendar !== right.calendar],
    ["place-apart", place === "apart"],
    ["place-within", place === "within"],
    ["place-unknown", place === "unknown"],
    ["country-unknown", place === "country-unknown"],
    ["bound", isOpen(left.interval) || isOpen(right.interval)],
    ["approximate", left.interval.approximate || right.interval.approximate],
  ];
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

function judge(reasons: readonly Reason[]): Verdict {
  if (reasons.some((reason) => FORBIDDING.includes(reason))) return "not-comparable";
  if (reasons.some((reason) => WITHHOLDING.includes(reason))) return "cannot-tell";
  const nested = reasons.includes("window-within") || reasons.includes("window-around");
  return nested ? "bound-only" : "comparable";
}

function judgeNumbers(
  verdict: Verdict,
  reasons: readonly Reason[],
  left: Comparable,
  right: Comparable,
): boolean | null {
  if (verdict === "comparable") return canBothHold(left.interval, right.interval);
  if (verdict !== "bound-only") return null;
  return reasons.includes("window-within")
    ? canBePart(left.interval, right.interval)
    : canBePart(right.interval, left.interval);
}

/** Whether two numbers differ in more ways than one, so that nobody would take one for the other. */
export function areFarApart({ reasons }: Comparison): boolean {
  const forbidding = reasons.filter((reason) => FORBIDDING.includes(reason)).length;
  const withholding = reasons.filter((reason) => WITHHOLDING.includes(reason)).length;
  return forbidding > 1 || (forbidding > 0 && withholding > 0) || withholding > 2;
}

/** A plan, a demand or a denial is never laid beside what is said to have happened. */
function groupOf(modality: Modality): string {
  return modality === "ongoing" ? "happened" : modality;
}

function isOpen(interval: Interval): boolean {
  return interval.min === null || interval.max === null;
}

type PlaceRelation = "same" | "within" | "apart" | "unknown" | "country-unknown";

/** Ids nest ("ir/prison/a" lies in "ir"); words are only the same or not. */
function relatePlaces(one: Comparable, other: Comparable): PlaceRelation {
  const [left, right] = [one.places, other.places];
  if (left.length === 0 || right.length === 0) return relateCountries(one, other);
  if (left.some((place) => right.includes(place))) return "same";
  const nests = (outer: string, inner: string): boolean => inner.startsWith(`${outer}/`);
  const within = left.some((a) => right.some((b) => nests(a, b) || nests(b, a)));
  return within ? "within" : "apart";
}

/** Where one names no place, its report may still speak of another country than the other's, or of none. */
function relateCountries(one: Comparable, other: Comparable): PlaceRelation {
  const [left, right] = [one.countries, other.countries];
  if (left === null || right === null) return "unknown";
  if (left.length === 0 && right.length === 0) return "unknown";
  if (left.length === 0 || right.length === 0) return "country-unknown";
  return left.some((country) => right.includes(country)) ? "unknown" : "apart";
}
