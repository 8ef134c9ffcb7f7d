/**
 * In: drafts with their places. Out: whether they can be of one event.
 * Never: parts a city from its country, or a prison from its town.
 */
import type { Draft } from "./draft.ts";
import type { NameMatch } from "./findNames.ts";

/** Another event of the same kind at another place, with as many people as are named or more. */
export function isRivalOf(other: Draft, draft: Draft, named: number): boolean {
  return (
    other !== draft &&
    other.kind === draft.kind &&
    other.subsetOf === null &&
    (other.quantity?.min ?? 0) >= named &&
    placesDiffer(other, draft)
  );
}

/** The same place stands in both, as written. */
export function sharesPlace(a: Pick<Draft, "places">, b: Pick<Draft, "places">): boolean {
  return a.places.some(({ name }) => b.places.some((other) => other.name === name));
}

/** Two places of one kind that are not the same: two events. A city lies in its country, a prison in its town. */
export function placesDiffer(a: Pick<Draft, "places">, b: Pick<Draft, "places">): boolean {
  if (sharesPlace(a, b)) return false;
  return a.places.some((place) =>
    b.places.some((other) => kindOfPlace(place) === kindOfPlace(other)),
  );
}

/** "ir/city" of "ir/city/shiraz"; the type where no pack knows the place. */
function kindOfPlace({ id, type }: NameMatch): string {
  return id === null ? type : id.slice(0, id.lastIndexOf("/"));
}
