/** The story of `sanad event`: who it happened to, who is not named yet, by how many voices it is told, and how the count came about. */
import { Failure } from "../../../base/failure.ts";
import type { Archive } from "../../../ledger/archive.ts";
import {
  type EventFilter,
  type EventTotal,
  eventsBeside,
  findEvent,
  type FoundEvent,
  listEvents as findEvents,
  placeTelling,
  readTellings,
} from "../../../ledger/events.ts";
import { decisionsAbout, type PersonDecision, readToldIn } from "../../../ledger/peopleViews.ts";
import { countEvent, courseOf } from "../../../link/countEvent.ts";
import type { CountedEvent, CountStep, PlacedTelling, ToldNumber } from "../../../model/telling.ts";
import { knowPeople } from "./linkEvents.ts";

export type { EventTotal, FoundEvent };

/** A place of an event's count: somebody who is named, or nobody yet. */
type ShownSlot = {
  readonly person: string;
  readonly name: string;
  readonly documents: readonly string[];
  /** Other events that name the same person; he or she is counted with one of them. */
  readonly alsoIn: readonly string[];
};

type ShownTelling = {
  readonly telling: string;
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: string | null;
  readonly places: readonly string[];
  readonly numbers: readonly ToldNumber[];
  readonly claims: readonly { readonly claim: string; readonly quote: string }[];
};

export type ShownEvent = Omit<CountedEvent, "tellings" | "people"> & {
  readonly event: string;
  readonly slots: readonly ShownSlot[];
  /** Places of the count that nobody named fills yet. */
  readonly empty: number;
  /** Named, and confirmed by a person to be alive: in no count. */
  readonly alive: readonly string[];
  readonly tellings: readonly ShownTelling[];
  readonly course: readonly CountStep[];
  readonly decisions: readonly PersonDecision[];
};

/** Events that fit, and the numbers over all of them. */
export async function listEvents(
  archive: Archive,
  filter: EventFilter,
): Promise<{ readonly events: readonly FoundEvent[]; readonly totals: readonly EventTotal[] }> {
  return findEvents(archive, filter);
}

/** Everything about one event. */
export async function showEvent(archive: Archive, id: string): Promise<ShownEvent> {
  const { database, workspace } = archive;
  const event = await eventNamed(archive, id);
  const stored = await readTellings(database, workspace, { event });
  const who = await knowPeople(archive, stored);
  const tellings = stored.map((row) => who.withoutAlive(placeTelling(row, who.personOf)));
  const counted = countEvent(tellings, who.doubts);
  const beside = await eventsBeside(archive, event);
  const documentOf = new Map(tellings.map(({ id: telling, document }) => [telling, document]));
  const slots = counted.people.map(
    ({ person, tellings: own }): ShownSlot => ({
      person,
      name: who.nameOf.get(person) ?? "",
      documents: [...new Set(own.flatMap((telling) => documentOf.get(telling) ?? []))],
      alsoIn: beside.others.get(person) ?? [],
    }),
  );
  const { tellings: _, people: __, ...rest } = counted;
  return {
    ...rest,
    event,
    disputed: [...rest.disputed, ...(beside.isTwice ? (["twice"] as const) : [])],
    slots,
    empty: Math.max(0, counted.count.best - counted.count.named),
    alive: [...who.alive].map((person) => who.nameOf.get(person) ?? person),
    tellings: await showTellings(archive, tellings),
    course: courseOf(tellings, who.doubts),
    decisions: await decisionsAbout(
      archive,
      stored.map(({ telling }) => telling),
    ),
  };
}

/** The event of an id, or of a telling; throws `not-found`. */
export async function eventNamed(archive: Archive, id: string): Promise<string> {
  const event = await findEvent(archive, id);
  if (event === null)
    throw new Failure(
      "not-found",
      `There is no event or telling ${id}; sanad events lists events and prints their ids`,
    );
  return event;
}

async function showTellings(
  archive: Archive,
  tellings: readonly PlacedTelling[],
): Promise<readonly ShownTelling[]> {
  const told = await readToldIn(archive, tellings);
  return tellings.map(
    ({ id, document, published, publisher, earliest, latest, place, places, numbers }, at) => ({
      telling: id,
      document,
      title: told[at]?.title ?? null,
      publisher,
      published,
      earliest,
      latest,
      place: place?.id ?? null,
      places: (places ?? []).map((one) => one.id),
      numbers,
      claims: told[at]?.claims ?? [],
    }),
  );
}
