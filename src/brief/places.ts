import type { Place } from "../model/claim.ts";

/**
 * Keys of the places where a claim's event is said to have happened. Keys nest: "ir/prison/a" lies in "ir".
 * A place that only holds another of them ("Evin, Iran") is left out; words stand for what no gazetteer knows.
 */
export function eventPlaces(places: readonly Place[]): readonly string[] {
  const keys = places.filter(({ role }) => role === "event" || role === "prison").map(keyOfPlace);
  const inner = keys.filter((key) => !keys.some((other) => other.startsWith(`${key}/`)));
  return [...new Set(inner)];
}

/** The key of a place itself: the words where no gazetteer knows it. */
export function keyOfPlace({ id, words }: Place): string {
  return id === null ? words : placeKey(id);
}

/** The country that a place lies in, by its key. */
export function countryKey(place: Place): string {
  return place.id === null ? place.words : (placeKey(place.id).split("/")[0] ?? place.words);
}

/** "world/country/xx" is the country that pack xx is about. */
function placeKey(id: string): string {
  return id.replace(/^world\/country\//, "");
}
