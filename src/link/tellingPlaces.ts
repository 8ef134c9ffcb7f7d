/**
 * In: the places of claims and tellings. Out: whether they can be one, and which of several stand for all.
 * Never: holds a prison and the town it stands in for two places.
 */
import type { TellingPlace } from "../model/telling.ts";

/** Are these two places, as far as both are told? */
export function placesDiffer(a: TellingPlace | null, b: TellingPlace | null): boolean {
  if (a === null || b === null) return false;
  if (a.prison !== null && b.prison !== null) return a.prison !== b.prison;
  return areOthers(a.city, b.city) || areOthers(a.province, b.province);
}

function areOthers(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

/** Has neither a place that can be one of the other's, as far as both tell some? */
export function allDiffer(one: readonly TellingPlace[], other: readonly TellingPlace[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  for (const a of one) for (const b of other) if (!placesDiffer(a, b)) return false;
  return true;
}

/** How near a place is told: a prison before a town, a town before a province. */
export function rankOf({ prison, city }: TellingPlace): number {
  return prison !== null ? 0 : city !== null ? 1 : 2;
}

/** Those that are not one with a nearer one, the nearest first, in an order that does not hang on theirs. */
export function spotsOf(places: readonly TellingPlace[]): readonly TellingPlace[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const ordered = [...byId.values()].sort(
    (a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1),
  );
  const spots: TellingPlace[] = [];
  for (const place of ordered)
    if (spots.every((spot) => placesDiffer(spot, place))) spots.push(place);
  return spots;
}

/** All places of a telling. */
export function placesTold({
  place,
  places,
}: {
  readonly place: TellingPlace | null;
  readonly places?: readonly TellingPlace[];
}): readonly TellingPlace[] {
  return places ?? (place === null ? [] : [place]);
}
