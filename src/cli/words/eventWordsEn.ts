import type { EventWords } from "./eventWords.ts";

const people = (count: number): string => `${count} ${count === 1 ? "person" : "people"}`;
const reports = (count: number): string => `${count} ${count === 1 ? "report" : "reports"}`;
const range = (low: number, high: number): string =>
  low === high ? "" : ` (at least ${low}, at most ${high})`;

export const eventWordsEn: EventWords = {
  labels: {
    people: "people",
    told: "told by",
    course: "the count",
    reports: "reports",
    decisions: "decisions",
    differ: "differing",
    alive: "alive",
  },
  columns: ["event", "what", "when", "where", "people", "named", "told by"],
  undated: "no day",
  unplaced: "place not said",
  told: (number) =>
    number === null
      ? "names only"
      : number.max === null
        ? `${number.min} or more`
        : number.min === number.max
          ? `${number.min}`
          : number.min === 0
            ? `up to ${number.max}`
            : `${number.min} to ${number.max}`,
  count: ({ low, best, high, isAtLeast }) =>
    isAtLeast
      ? low === high
        ? `at least ${people(best)}`
        : `${people(best)} (from ${low} to ${high} or more)`
      : `${people(best)}${range(low, high)}`,
  named: (named, best) =>
    named === 0 ? "nobody named" : named === best ? "all named" : `${named} of them named`,
  voices: (origins, documents) =>
    `${reports(documents)}, ${origins} ${origins === 1 ? "voice" : "voices"}`,
  empty: (from, to) => (from === to ? `${from}  not named yet` : `${from}–${to}  not named yet`),
  by: (by) =>
    ({
      "one source": "all name this source",
      "one text": "one text",
      "one publisher": "one publisher",
    })[by],
  unknownSource: "source unknown",
  disputed: {
    number: "the number",
    day: "the day",
    place: "the place",
    denied: "whether somebody named died",
    twice: "on which day somebody named died: another event is of another day",
  },
  alsoIn: (events) => `also told of in ${events}; counted once`,
  also: (told) => `also ${told}`,
  ofPlace: (told, place) => `${told} in ${place}`,
  morePlaces: (more) => `and ${more} more`,
  tells: (told, names) =>
    [
      ...(told === "" ? [] : [`tells ${told}`]),
      ...(names === 0 ? [] : [`names ${names} new`]),
    ].join(", ") || "names nobody new",
  because: {
    "first report": "first report",
    "names fill places": "names fill places; nobody is added",
    "more named than told": "more are named than told",
    "a higher number": "a higher number is told",
    "more origins say less": "more voices tell the lower number",
    "as many origins say less": "as many voices tell the lower number, which counts",
    "no more origins say more": "whoever told the higher number tells another one now",
    "another origin": "another voice",
    "the same origin": "the same voice again",
  },
  stands: (best, named) => `${best}, ${named} named`,
  total: (kind, { events, named, low, best, high }) =>
    `${kind}: ${people(best)}${range(low, high)} in ${events} ${events === 1 ? "event" : "events"}, ${named} named`,
  noEvents: "No event fits. sanad add gathers events by itself; sanad link gathers them again",
  moreEvents: (count, limit) => `${count} shown; there may be more: --limit ${limit}`,
  merged: (count, event) => `${count} events are one from now on: ${event}`,
  reviewKeys: "one event? s same · d different · u unsure · b back (undo) · n next · q quit ? ",
  split: (tellings, stay, event) =>
    `${tellings} ${tellings === 1 ? "telling" : "tellings"} held apart from the ${stay} that stay with ${event}`,
  inPerson: (kind, when, where, event) => `${kind} · ${when} · ${where} · ${event}`,
};
