/** Where and when, as people read it on a terminal. */
import type { Look } from "./look.ts";
import { clean, isolate } from "./screenText.ts";

/** When an event was. */
export function whenOf(first: string | null, last: string | null, { words }: Look): string {
  if (first === null || last === null) return words.events.undated;
  return first === last ? words.date(first) : `${words.date(first)} – ${words.date(last)}`;
}

/** Where an event was, as the country pack names it. */
export function whereOf(place: string | null, { words, place: nameOf }: Look): string {
  return place === null ? words.events.unplaced : isolate(clean(nameOf(place)));
}
