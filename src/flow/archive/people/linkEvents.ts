/**
 * The part of `sanad link` that gathers what reports tell of deaths to events: five hanged in one prison on one day are one
 * event, whoever tells of it, and those who are named later are of the five.
 */
import type { Archive } from "../../../ledger/archive.ts";
import type { InTransaction } from "../../../ledger/database.ts";
import {
  eventOf,
  type EventRow,
  eventsToCount,
  looseTellings,
  type NearBy,
  type NearPlace,
  nearTellings,
  placeTelling,
  readTellings,
  type StoredTelling,
  writeEvents,
} from "../../../ledger/events.ts";
import { readDecidedEvents } from "../../../ledger/people.ts";
import { peopleAlike } from "../../../ledger/namingPairs.ts";
import { personsOfNamings, readLinks } from "../../../ledger/peopleRows.ts";
import type { PairDecision } from "../../../link/clusterMentions.ts";
import { countEvent, type CountDoubts } from "../../../link/countEvent.ts";
import { DAYS_APART, eventsInDoubt, groupTellings } from "../../../link/sameEvent.ts";
import { TiedTellings } from "../../../link/tiedTellings.ts";
import type { CountedEvent, PlacedTelling } from "../../../model/telling.ts";
import type { PeoplePack } from "./peoplePack.ts";

/** What linking changed that events rest on, by namings. */
export type ToldOtherwise = {
  /** New, gone, or somebody else's: their tellings are gathered anew. */
  readonly moved: readonly string[];
  /** Of people who go by other names or in another state: the events that tell of them are counted anew. */
  readonly shown: readonly string[];
};

/** Gathers tellings: all, or those that changed or whose people did; answers with decisions that others speak against. */
export async function linkEvents(
  archive: Archive,
  one: InTransaction,
  changed: ToldOtherwise | null,
  pack: PeoplePack,
): Promise<readonly PairDecision[]> {
  const within = { ...archive, database: one };
  const decisions = await readDecidedEvents(one, archive.workspace);
  const gathered = await tellingsToGather(within, changed, decisions);
  const { groups, contradicted } = groupTellings(gathered.placed, decisions);
  const shown =
    changed === null ? null : new Set(await eventsToCount(one, archive.workspace, changed));
  const others = shown === null ? groups : groupsToCount(gathered, groups, shown);
  const staying = shown === null ? [] : await tellingsToCount(within, gathered.stored, shown);
  const told = new Set(others.flat());
  const stored = [...gathered.stored.filter(({ telling }) => told.has(telling)), ...staying];
  const known = await knowPeople(within, stored);
  const byId = new Map(
    stored.map((row) => [row.telling, known.withoutAlive(placeTelling(row, known.personOf))]),
  );
  const rows = [...others, ...eventsOf(staying)].map((group): EventRow => {
    const counted = countEvent(
      group.flatMap((id) => byId.get(id) ?? []),
      known.doubts,
    );
    const places = new Set([counted.place, ...counted.places].flatMap((place) => place?.id ?? []));
    const names = counted.people.flatMap(({ person }) => known.namesOf.get(person) ?? []);
    return {
      event: eventId(counted),
      counted,
      names: [...[...places].flatMap(pack.placeNames), ...names],
    };
  });
  await writeEvents(one, archive.workspace, rows);
  return contradicted;
}

/** Tellings that are gathered, and what is gathered of them. */
type Gathered = {
  readonly stored: readonly StoredTelling[];
  readonly placed: readonly PlacedTelling[];
  /** Those that everything began with. */
  readonly begun: ReadonlySet<string>;
};

/**
 * Groups that are no event yet, and events of which something else is told or shown than before; whoever is gathered as he was, and is
 * told as he was, is counted as he was.
 */
function groupsToCount(
  { stored, begun }: Gathered,
  groups: readonly (readonly string[])[],
  shown: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const byId = new Map(stored.map((row) => [row.telling, row]));
  const sizes = new Map<string, number>();
  for (const { event } of stored) if (event !== null) sizes.set(event, (sizes.get(event) ?? 0) + 1);
  const told = stored.filter(({ telling }) => begun.has(telling));
  const texts = new Set(told.flatMap(({ copies }) => copies ?? []));
  return groups.filter((group) => {
    const rows = group.flatMap((telling) => byId.get(telling) ?? []);
    const event = rows[0]?.event ?? null;
    if (event === null || shown.has(event) || sizes.get(event) !== rows.length) return true;
    return rows.some(
      ({ telling, event: own, copies }) =>
        own !== event || begun.has(telling) || (copies !== null && texts.has(copies)),
    );
  });
}

/** Tellings of events that stay as they are gathered, of whose people something is told that counts or shows. */
async function tellingsToCount(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  gathered: readonly StoredTelling[],
  shown: ReadonlySet<string>,
): Promise<readonly StoredTelling[]> {
  const inside = new Set(gathered.map(idOf));
  const counted = new Set(gathered.map(({ event }) => event));
  const events = [...shown].filter((event) => !counted.has(event));
  const stored = await readTellings(database, workspace, { events });
  return stored.filter(({ telling }) => !inside.has(telling));
}

/** Tellings by the event that they are of. */
function eventsOf(stored: readonly StoredTelling[]): readonly (readonly string[])[] {
  const events = new Map<string, string[]>();
  for (const { telling, event } of stored) {
    if (event === null) continue;
    const own = events.get(event);
    if (own === undefined) events.set(event, [telling]);
    else own.push(telling);
  }
  return [...events.values()];
}

/** Pairs of tellings whose events may be one, the most useful first. */
export async function readOpenEvents(
  archive: Archive,
  limit: number,
): Promise<readonly { readonly a: string; readonly b: string }[]> {
  const { database, workspace } = archive;
  const stored = await readTellings(database, workspace);
  const { personOf } = await knowPeople(archive, stored);
  const decisions = await readDecidedEvents(database, workspace);
  const eventOfTelling = new Map(
    stored.flatMap(({ telling, event }) => (event === null ? [] : [[telling, event] as const])),
  );
  const tellings = stored.map((row) => placeTelling(row, personOf));
  return eventsInDoubt(tellings, eventOfTelling, decisions).slice(0, limit);
}

/** What may be gathered otherwise than it is: whatever is tied to what changed, and to that, and so on. */
async function tellingsToGather(
  within: Archive,
  changed: ToldOtherwise | null,
  decisions: readonly PairDecision[],
): Promise<Gathered> {
  const { database, workspace } = within;
  if (changed === null) {
    const stored = await readTellings(database, workspace);
    const personOf = await readLinks(within);
    const placed = stored.map((row) => placeTelling(row, personOf));
    return { stored, placed, begun: new Set() };
  }
  const begun = new Set(await looseTellings(database, workspace, changed.moved));
  const inside = new Set(begun);
  const known = new Map<string, StoredTelling>();
  const placed = new Map<string, PlacedTelling>();
  const ofEvent = new Map<string, string[]>();
  const ties = new TiedTellings();
  const read = async (tellings: readonly string[]): Promise<void> => {
    const unread = [...new Set(tellings)].filter((telling) => !known.has(telling));
    if (unread.length === 0) return;
    const rows = await readTellings(database, workspace, { tellings: unread });
    const namings = [...new Set(rows.flatMap(({ body }) => body.namings))];
    const personOf = await readLinks(within, namings);
    for (const row of rows) {
      known.set(row.telling, row);
      placed.set(row.telling, placeTelling(row, personOf));
      if (row.event !== null)
        ofEvent.set(row.event, [...(ofEvent.get(row.event) ?? []), row.telling]);
    }
    ties.add(rows.flatMap(({ telling }) => placed.get(telling) ?? []));
  };
  const asked = new Set<string>();
  for (let fresh: readonly string[] = [...inside]; fresh.length > 0; ) {
    await read(fresh);
    const stored = fresh.flatMap((telling) => known.get(telling) ?? []);
    const now = fresh.flatMap((telling) => placed.get(telling) ?? []);
    await read(await nearTellings(database, workspace, nearBy(stored, now, asked), DAYS_APART));
    const events = new Set(stored.flatMap(({ event }) => event ?? []));
    const decided = decisions.flatMap(({ a, b, verdict }) =>
      verdict === "same" && inside.has(a) !== inside.has(b) ? [a, b] : [],
    );
    const tied = new Set([
      ...ties.tiedTo(fresh),
      ...[...events].flatMap((event) => ofEvent.get(event) ?? []),
      ...decided.filter((telling) => known.has(telling)),
    ]);
    fresh = [...tied].filter((telling) => !inside.has(telling));
    for (const telling of fresh) inside.add(telling);
  }
  const ids = [...known.keys()].filter((telling) => inside.has(telling));
  return {
    stored: ids.flatMap((telling) => known.get(telling) ?? []),
    placed: ids.flatMap((telling) => placed.get(telling) ?? []),
    begun,
  };
}

/** By what others find some tellings, without what was asked already. */
function nearBy(
  stored: readonly StoredTelling[],
  placed: readonly PlacedTelling[],
  asked: Set<string>,
): NearBy {
  const isNew = (...key: readonly (string | null)[]): boolean => {
    const text = key.join(" ");
    if (asked.has(text)) return false;
    asked.add(text);
    return true;
  };
  const places: NearPlace[] = [];
  const provinces: NearPlace[] = [];
  for (const { kind, earliest: first, latest: last, place, places: more = [] } of placed) {
    if (first === null || last === null || place === null) continue;
    const near = (of: NearPlace["of"], id: string | null): NearPlace[] =>
      id !== null && isNew(of, kind, id, first, last) ? [{ kind, of, place: id, first, last }] : [];
    for (const { prison, city } of [place, ...more])
      places.push(...near("prison", prison), ...near("city", city));
    const isWide = place.prison === null && place.city === null;
    provinces.push(...near(isWide ? "province alone" : "province", place.province));
  }
  return {
    people: placed.flatMap(({ people }) => people).filter((person) => isNew("person", person)),
    events: stored.flatMap(({ event }) => event ?? []).filter((event) => isNew("event", event)),
    places,
    provinces,
    decided: stored.map(idOf),
  };
}

function idOf({ telling }: StoredTelling): string {
  return telling;
}

/** An event is named after the first telling of it. */
function eventId({ tellings }: CountedEvent): string {
  return eventOf(tellings[0]?.id ?? "");
}

/** What counting asks of the people of some tellings. */
export async function knowPeople(
  archive: Archive,
  tellings: readonly StoredTelling[],
): Promise<{
  readonly personOf: ReadonlyMap<string, string>;
  readonly alive: ReadonlySet<string>;
  readonly nameOf: ReadonlyMap<string, string>;
  /** Every name of a person, as it is searched. */
  readonly namesOf: ReadonlyMap<string, string>;
  /** Whom somebody confirmed to be alive is in no count, whatever is told. */
  readonly withoutAlive: (telling: PlacedTelling) => PlacedTelling;
  readonly doubts: CountDoubts;
}> {
  const namings = [...new Set(tellings.flatMap(({ body }) => body.namings))];
  const people = await personsOfNamings(archive, namings);
  const alike = await peopleAlike(archive, [...new Set(people.map(({ person }) => person))]);
  const personOf = new Map(
    people.flatMap(({ person, mentions }) => mentions.map((mention) => [mention, person] as const)),
  );
  const near = new Set(alike.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const alive = new Set(
    people.filter(({ state }) => state === "alive").map(({ person }) => person),
  );
  const doubted = new Set(people.filter((one) => one.doubted).map(({ person }) => person));
  return {
    personOf,
    alive,
    nameOf: new Map(people.map(({ person, name }) => [person, name])),
    namesOf: new Map(people.map(({ person, folded }) => [person, folded])),
    withoutAlive: (telling) => ({
      ...telling,
      people: telling.people.filter((person) => !alive.has(person)),
      ...(telling.people.some((person) => alive.has(person))
        ? { alive: telling.people.filter((person) => alive.has(person)) }
        : {}),
    }),
    doubts: {
      mayBeOne: (a, b) => near.has(`${a} ${b}`),
      isDoubted: (person) => doubted.has(person),
    },
  };
}
