/** Events as people read them on a terminal. */
import type { EventTotal, FoundEvent, ShownEvent } from "../../flow/archive/people/index.ts";
import type { EventLabel } from "../words/eventWords.ts";
import type { Look } from "./look.ts";
import { printColumns } from "./printColumns.ts";
import { whenOf, whereOf } from "./placeAndDay.ts";
import { decisionLine } from "./decisionLine.ts";
import { clean, isolate, padEnd, widthOf, wrap } from "./screenText.ts";

/** Events in a list, a line each, and how many people over all of them, each kind by itself. */
export function printEvents(
  events: readonly FoundEvent[],
  totals: readonly EventTotal[],
  look: Look,
): string {
  const { words } = look;
  const own = words.events;
  const rows = events.map((one) => [
    one.event,
    words.kind(one.kind),
    whenOf(one.firstDay, one.lastDay, look),
    whereOf(one, look),
    own.count(one),
    own.named(one.named, one.best),
    [
      own.voices(one.origins, one.documents),
      ...(one.disputed.length === 0 ? [] : [differing(one.disputed, look)]),
    ].join(" · "),
  ]);
  const table = printColumns(own.columns, rows, look);
  return [
    ...table.head,
    ...table.rows,
    "",
    ...totals.map((total) => words.line(own.total(words.kind(total.kind), total))),
    "",
  ].join("\n");
}

function differing(disputed: readonly string[], { words }: Look): string {
  const own = words.events;
  const names = (["number", "day", "place", "denied", "twice"] as const).filter((one) =>
    disputed.includes(one),
  );
  return `${own.labels.differ}: ${words.listed(
    names.map((one) => own.disputed[one]),
    "comma",
  )}`;
}

/** Everything about one event. */
export function printEvent(event: ShownEvent, look: Look): string {
  const { paint, words, width } = look;
  const own = words.events;
  const indent = Math.max(...Object.values(own.labels).map(widthOf)) + 4;
  const labelled = (label: EventLabel, lines: readonly string[]): readonly string[] =>
    lines
      .flatMap((text) => wrap(text, Math.max(20, width - indent)))
      .map((text, at) =>
        at === 0
          ? words.line(`  ${padEnd(own.labels[label], indent - 2)}${text}`)
          : words.continued(`${" ".repeat(indent)}${text}`),
      );
  const documents = new Set(event.tellings.map(({ document }) => document)).size;
  return [
    `${paint("bold", event.event)}  ${paint("bold", words.line([words.kind(event.kind), whenOf(event.earliest, event.latest, look), whereOf(placesOf(event), look)].join(" · ")))}`,
    words.line(
      `  ${own.count({ ...event.count, isAtLeast: event.isAtLeast })} · ${own.named(event.count.named, event.count.best)} · ${own.voices(event.origins.length, documents)}`,
    ),
    ...(event.disputed.length === 0 ? [] : [words.line(`  ${differing(event.disputed, look)}`)]),
    "",
    ...labelled("people", slotLines(event, look)),
    ...labelled(
      "alive",
      event.alive.map((name) => isolate(clean(name))),
    ),
    ...labelled("told", originLines(event, look)),
    ...labelled("course", courseLines(event, look)),
    ...labelled("reports", reportLines(event, look)),
    ...labelled(
      "decisions",
      event.decisions.map((one) => decisionLine(one, words)),
    ),
    "",
    "",
  ].join("\n");
}

function placesOf({ place, places }: ShownEvent) {
  return { place: place?.id ?? null, places: places.map(({ id }) => id) };
}

/** Who it happened to, and the places of the count that nobody fills yet. */
function slotLines({ slots, empty, count }: ShownEvent, { words }: Look): readonly string[] {
  const own = words.events;
  return [
    ...slots.map(({ person, name, documents, alsoIn }, at) =>
      [
        `${words.number(at + 1)}  ${isolate(clean(name))}`,
        person,
        `(${documents.join(", ")})`,
        ...(alsoIn.length === 0 ? [] : [own.alsoIn(alsoIn.join(", "))]),
      ].join("  "),
    ),
    ...(empty === 0 ? [] : [own.empty(count.named + 1, count.best)]),
  ];
}

function originLines({ origins }: ShownEvent, look: Look): readonly string[] {
  const own = look.words.events;
  return origins.map((origin) => {
    const { name, documents, by } = origin;
    return [
      name === null ? own.unknownSource : isolate(clean(name)),
      numbersOf(origin, look),
      `(${documents.join(", ")}${by === null ? "" : `; ${own.by(by)}`})`,
    ].join("  ");
  });
}

/** What a voice tells: of the whole, beside that, and of its places. */
function numbersOf({ number, others, parts }: ShownEvent["origins"][number], look: Look): string {
  const { words } = look;
  const own = words.events;
  const told = [
    ...(number === null && parts.length > 0 ? [] : [own.told(number)]),
    ...others.map((one) => own.also(own.told(one))),
    ...parts.map((one) => {
      const [place = null, ...more] = one.place.split(" ");
      const places = more.length === 0 ? [] : one.place.split(" ");
      return own.ofPlace(own.told(one), whereOf({ place, places }, look));
    }),
  ];
  return words.listed(told, "comma");
}

function courseLines({ course }: ShownEvent, { words }: Look): readonly string[] {
  const own = words.events;
  return course.map(({ document, numbers, named, count, because }) =>
    [
      document,
      own.tells(words.listed(numbers.map(own.told), "comma"), named.length),
      `→ ${own.stands(count.best, count.named)}`,
      `(${own.because[because]})`,
    ].join("  "),
  );
}

function reportLines({ tellings }: ShownEvent, look: Look): readonly string[] {
  const { words } = look;
  return tellings.flatMap(
    ({
      telling,
      document,
      title,
      publisher,
      published,
      earliest,
      latest,
      place,
      places,
      claims,
    }) => [
      [
        document,
        title === null ? words.untitled : words.embed(title),
        publisher === null ? words.publisherUnknown : words.embed(publisher),
        published === null ? words.dateUnknown : words.date(published),
        telling,
      ].join(" · "),
      `  ${whenOf(earliest, latest, look)} · ${whereOf({ place, places }, look)}`,
      ...claims.map(({ claim, quote }) => `  ${claim} ${words.quoted(words.embed(quote))}`),
    ],
  );
}
