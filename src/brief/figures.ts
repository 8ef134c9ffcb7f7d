/**
 * In: claims. Out: their figures, drifts of a qualifier, and equal numbers with another verb or window.
 * Never: adds two numbers; says that two equal numbers have one origin.
 */
import type { Claim, ClaimKind, Quantity } from "../model/claim.ts";
import { relateWindows, windowOf, type Window, type WindowRelation } from "./days.ts";
import { boundOf, printedNumber, sizeOf, type Bound } from "./quantities.ts";

/** A claim that gives a number. */
export type NumberedClaim = Claim & { readonly quantity: Quantity };

/** One figure: the same kind, printed number and window, with everyone who states it. */
export type FigureGroup = {
  readonly key: string;
  readonly kind: ClaimKind;
  /** Without the qualifier, or null when only an order of magnitude is said ("hundreds"). */
  readonly printed: string | null;
  readonly size: number;
  readonly window: Window | null;
  readonly claims: readonly [NumberedClaim, ...NumberedClaim[]];
};

/** One number under several qualifiers: "at least 335" here, "335" there. */
export type Drift = {
  readonly kind: ClaimKind;
  readonly printed: string;
  readonly groups: readonly FigureGroup[];
  readonly steps: readonly { readonly bound: Bound; readonly claims: readonly NumberedClaim[] }[];
};

/** Equal numbers with another verb or window. A common origin is possible; nothing here proves it. */
export type PossibleOrigin = {
  readonly printed: string;
  readonly groups: readonly FigureGroup[];
  readonly differsInKind: boolean;
  readonly differsInWindow: boolean;
};

/** Smaller numbers are equal by chance too often to say anything of an origin. */
export const SMALLEST_TELLING_NUMBER = 10;

/** Kinds whose numbers are confused with each other, in reports and between them. */
const FAMILIES: readonly (readonly ClaimKind[])[] = [
  ["execution", "killing", "death-in-custody"],
  ["death-sentence", "imminent-execution"],
  ["arrest", "enforced-disappearance"],
];

/** From the weakest wording to the strongest: the way in which numbers drift from report to report. */
const DRIFT_ORDER: readonly Bound[] = [
  "at-most",
  "less-than",
  "about",
  "at-least",
  "more-than",
  "exact",
];

/** Whether a claim's number is a count of acts or people (and so no rate, share or amount). */
export function isCount(claim: Claim): claim is NumberedClaim {
  return claim.quantity !== null && claim.quantity.measure === "count";
}

/** Whether a claim gives a rate, a share or an amount. These are never laid beside counts. */
export function isRate(claim: Claim): claim is NumberedClaim {
  return claim.quantity !== null && claim.quantity.measure !== "count";
}

/** Kinds that are compared with each other and searched for a common origin. */
export function familyOf(kind: ClaimKind): readonly ClaimKind[] {
  return FAMILIES.find((family) => family.includes(kind)) ?? [kind];
}

/** Puts claims that give the same number of the same thing in the same window under one figure. */
export function groupFigures(claims: readonly NumberedClaim[]): readonly FigureGroup[] {
  const byKey = new Map<string, NumberedClaim[]>();
  const keyById = new Map<string, string>();
  for (const claim of claims) {
    const again = claim.sameAs.flatMap((id) => keyById.get(id) ?? []);
    const key = again.find((known) => sharesNumber(byKey.get(known), claim)) ?? figureKey(claim);
    keyById.set(claim.id, key);
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [claim]);
    else group.push(claim);
  }
  return [...byKey].flatMap(([key, [first, ...rest]]) =>
    first === undefined
      ? []
      : [
          {
            key,
            kind: first.kind,
            printed: printedNumber(first.quantity),
            size: sizeOf(first.quantity),
            window: windowOf([first, ...rest].find(isDated) ?? first),
            claims: [first, ...rest] as const,
          },
        ],
  );
}

/** The first claim of a figure that says when; where none does, the first. */
export function dated(group: FigureGroup): NumberedClaim {
  return group.claims.find(isDated) ?? group.claims[0];
}

function isDated(claim: Claim): boolean {
  return windowOf(claim) !== null;
}

/** Finds numbers whose qualifier changes from one statement to another within the same window (or where one has none). */
export function findDrift(groups: readonly FigureGroup[]): readonly Drift[] {
  return bucket(groups, (group) => `${group.kind}|${group.printed}`).flatMap((found) => {
    const first = found[0];
    if (first === undefined || first.printed === null) return [];
    const telling = first.size >= SMALLEST_TELLING_NUMBER;
    const alike = found.filter((group) =>
      isSameOrUnsaid(relateWindows(first.window, group.window), telling),
    );
    const steps = stepsOf(alike.flatMap((group) => group.claims));
    return steps.length < 2
      ? []
      : [{ kind: first.kind, printed: first.printed, groups: alike, steps }];
  });
}

/**
 * Finds equal numbers that stand with another verb or another window and may go back to one count.
 * Windows that share no day cannot, and a number below ten says nothing.
 */
export function findPossibleOrigins(
  groups: readonly FigureGroup[],
  speakerOf: (claim: Claim) => string,
): readonly PossibleOrigin[] {
  const telling = groups.filter(
    (group) => group.printed !== null && group.size >= SMALLEST_TELLING_NUMBER,
  );
  return bucket(telling, (group) => `${familyOf(group.kind)[0]}|${group.printed}`).flatMap(
    (found) => {
      const linked = found.filter((group) =>
        found.some((other) => other !== group && canShareOrigin(group, other)),
      );
      const [first] = linked;
      const speakers = new Set(linked.flatMap((group) => group.claims.map(speakerOf)));
      if (first === undefined || first.printed === null || speakers.size < 2) return [];
      return [
        {
          printed: first.printed,
          groups: linked,
          differsInKind: linked.some((group) => group.kind !== first.kind),
          differsInWindow: linked.some(
            (group) => relateWindows(first.window, group.window) !== "same",
          ),
        },
      ];
    },
  );
}

/** Two groups are different figures already; they share an origin at most where their windows can meet. */
function canShareOrigin(a: FigureGroup, b: FigureGroup): boolean {
  return relateWindows(a.window, b.window) !== "apart";
}

function isSameOrUnsaid(relation: WindowRelation, telling: boolean): boolean {
  return relation === "same" || (telling && relation === "unknown");
}

function stepsOf(claims: readonly NumberedClaim[]): Drift["steps"] {
  return DRIFT_ORDER.flatMap((bound) => {
    const said = claims.filter((claim) => boundOf(claim.quantity) === bound);
    return said.length === 0 ? [] : [{ bound, claims: said }];
  });
}

function sharesNumber(group: readonly NumberedClaim[] | undefined, claim: NumberedClaim): boolean {
  const first = group?.[0];
  if (first === undefined || first.kind !== claim.kind) return false;
  return printedNumber(first.quantity) === printedNumber(claim.quantity);
}

function figureKey(claim: NumberedClaim): string {
  const { quantity, kind } = claim;
  const window = windowOf(claim);
  const printed = printedNumber(quantity) ?? quantity.span.quote.toLowerCase();
  const unit = isNamedByUnit(kind, quantity) ? (quantity.unit ?? "").toLowerCase() : "";
  // Small numbers without a window, in two places or parts, are two things.
  const own = window === null && sizeOf(quantity) < SMALLEST_TELLING_NUMBER ? claim.id : "";
  const where = sizeOf(quantity) < SMALLEST_TELLING_NUMBER ? placeKey(claim) : "";
  const part = quantity.subsetOf === null ? "" : `part of ${quantity.unit ?? claim.id}`;
  const days = window === null ? "?" : `${window.first}/${window.last}`;
  return [kind, quantity.measure, quantity.per, unit, printed, days, part, where, own].join("|");
}

/** What is counted stands in the kind of an event; in a statistic it stands in the unit alone. */
function isNamedByUnit(kind: ClaimKind, quantity: Quantity): boolean {
  return quantity.measure !== "count" || kind === "statistic" || kind === "other";
}

function placeKey(claim: Claim): string {
  return claim.places.map((place) => place.id ?? place.words.toLowerCase()).join("+");
}

function bucket<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = found.get(key);
    if (list === undefined) found.set(key, [item]);
    else list.push(item);
  }
  return [...found.values()];
}
