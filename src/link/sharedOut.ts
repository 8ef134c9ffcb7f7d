/**
 * In: claims of one document that tell of events. Out: those whose people are told of place by place, with what tells of the places.
 * Never: a whole that its parts do not make; a place that no claim names.
 */
import type { Claim } from "../model/claim.ts";

/** Each claim of a whole that is shared out over places, with the claims that name these. */
export function sharedOut(
  told: readonly Claim[],
  isPlaced: (claim: Claim) => boolean,
): ReadonlyMap<string, readonly Claim[]> {
  return new Map([...placesSpread(told), ...partsBehind(told, isPlaced)]);
}

/** Letters between a number and the places over which its people are shared out. */
const SHARED_OUT = 120;

/**
 * "Three men were hanged on Sunday, two in Isfahan and one in Yazd": what is told of the whole stands before both places, and so it is
 * of both. Answers with each such claim and its parts.
 */
function placesSpread(told: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const spread = new Map<string, readonly Claim[]>();
  for (const claim of told) {
    const [place] = claim.places;
    const { quantity, span, period } = claim;
    if (place === undefined || quantity === null || place.span.start < span.end) continue;
    const parts = told.filter(
      (other) =>
        other.kind === claim.kind &&
        other.places.some(({ span: at }) => at.start >= place.span.end) &&
        other.span.start >= span.end &&
        other.span.start - span.end < SHARED_OUT &&
        (other.quantity?.min ?? Infinity) < (quantity.min ?? 0) &&
        other.period?.span.start === period?.span.start,
    );
    if (parts.length > 0) spread.set(claim.id, [claim, ...parts]);
  }
  return spread;
}

/**
 * "Nine were executed between Saturday and Monday. Five were hanged in Karaj, three in Shiraz and one in Birjand": where those who are
 * told of behind a whole, each with a place, are as many as it, it is of all their places.
 */
function partsBehind(
  told: readonly Claim[],
  isPlaced: (claim: Claim) => boolean,
): ReadonlyMap<string, readonly Claim[]> {
  const spread = new Map<string, readonly Claim[]>();
  const ordered = told.toSorted((a, b) => a.span.start - b.span.start);
  for (const [at, claim] of ordered.entries()) {
    const { id, kind, quantity, span, period } = claim;
    const all = quantity?.min ?? 0;
    if (all < 2 || isPlaced(claim)) continue;
    const parts: Claim[] = [];
    let [sum, end] = [0, span.end];
    for (const other of ordered.slice(at + 1, at + 1 + MOST_PARTS)) {
      if (other.span.start < span.end || other.kind !== kind) continue;
      const isFar = other.span.start - end > SHARED_OUT;
      const isOfDay = other.period === null || other.period.span.start === period?.span.start;
      if (isFar || !isOfDay || !isPlaced(other) || sum >= all) break;
      sum += other.quantity?.min ?? all + 1;
      end = other.span.end;
      parts.push(other);
    }
    if (parts.length > 1 && sum === all) spread.set(id, parts);
  }
  return spread;
}

/** Places over which people of one number are shared out, at most. */
const MOST_PARTS = 12;
