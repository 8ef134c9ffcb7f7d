/** Where and when, as people read it on a terminal. */
import type { Look } from "./look.ts";
import { clean, isolate } from "./screenText.ts";

/** When an event was. */
export function whenOf(first: string | null, last: string | null, { words }: Look): string {
  if (first === null || last === null) return words.events.undated;
  return first === last ? words.date(first) : `${words.date(first)} – ${words.date(last)}`;
}

/** Places that are named before the rest is only counted. */
const NAMED = 3;

/** Where an event was, as the country pack names it: in one place, or in `places` together. */
export function whereOf(
  { place, places }: { readonly place: string | null; readonly places: readonly string[] },
  { words, place: nameOf }: Look,
): string {
  if (place === null) return words.events.unplaced;
  const all = places.length === 0 ? [place] : places;
  const named = all.slice(0, NAMED).map((one) => isolate(clean(nameOf(one))));
  const more = all.length - named.length;
  return words.listed([...named, ...(more === 0 ? [] : [words.events.morePlaces(more)])], "comma");
}
