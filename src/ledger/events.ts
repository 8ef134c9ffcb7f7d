/** The events of an archive: what each report tells of one, and which tellings are of one event. */
import { sql } from "kysely";
import { foldForSearch } from "../base/foldForSearch.ts";
import type { CountedEvent, EventKind, PlacedTelling, Telling } from "../model/telling.ts";
import type { Archive } from "./archive.ts";
import type { Database, InTransaction } from "./database.ts";
import { keyedId } from "./people.ts";

/** Id of a telling: the same in every reading, and nothing to whoever has no key. */
export function tellingId(archive: Archive, document: string, key: string): string {
  return `h-${keyedId(archive, "tellings", `${document}\n${key}`)}`;
}

/** A keyed digest of what a telling was, for decisions that are bound to it. */
export function tellingDigest(archive: Archive, telling: Telling): string {
  // Only what is always kept of a telling: a newer reading that says more of it is no other telling.
  const numbers = telling.numbers.map(({ claim, min, max, source }) => ({
    claim,
    min,
    max,
    source,
  }));
  const kept = {
    ...telling,
    numbers,
    claims: undefined,
    places: undefined,
    list: undefined,
    isNameless: undefined,
  };
  return keyedId(archive, "tellings", JSON.stringify(kept));
}

/** The event that is named after a telling. */
export function eventOf(telling: string): string {
  return `v-${telling.slice(2)}`;
}

/** The telling that an event, or itself, is named after. */
export function tellingOf(id: string): string {
  return `h-${id.slice(2)}`;
}

/** Is this the id of an event or a telling? */
export function isOfEvents(id: string): boolean {
  return id.startsWith("v-") || id.startsWith("h-");
}

/** A telling before it is in the archive; its namings by their ids. */
export type NewTelling = {
  readonly telling: string;
  readonly document: string;
  readonly record: string;
  readonly valid_from: number;
  readonly body: Telling;
};

/** Puts the tellings of documents in the place of those they had. */
export async function replaceTellings(
  one: InTransaction,
  workspace: string,
  documents: readonly string[],
  tellings: readonly NewTelling[],
): Promise<void> {
  const { rows } = await sql<Gone>`delete from view.tellings
    where workspace = ${workspace} and document = any(${documents as string[]}) returning ${GONE}`.execute(
    one,
  );
  await forgetTellings(one, workspace, rows);
  const column = <T>(pick: (telling: Telling) => T): T[] => tellings.map(({ body }) => pick(body));
  await sql`insert into view.tellings
    select ${workspace}, telling, document, record, valid_from, null, body::jsonb, kind, prison, city, first_day::date, last_day::date
    from unnest(
      ${tellings.map(({ telling }) => telling)}::text[],
      ${tellings.map(({ document }) => document)}::text[],
      ${tellings.map(({ record }) => record)}::text[],
      ${tellings.map(({ valid_from }) => valid_from)}::bigint[],
      ${column((body) => JSON.stringify(body))}::text[],
      ${column(({ kind }) => kind)}::text[],
      ${column(({ place }) => place?.prison ?? null)}::text[],
      ${column(({ place }) => place?.city ?? null)}::text[],
      ${column(({ earliest }) => earliest)}::text[],
      ${column(({ latest }) => latest)}::text[]
    ) as one(telling, document, record, valid_from, body, kind, prison, city, first_day, last_day)`.execute(
    one,
  );
  const named = tellings.flatMap(({ telling, body }) =>
    [...new Set(body.namings)].map((mention) => ({ telling, mention })),
  );
  await sql`insert into view.telling_namings select ${workspace}, mention, telling from unnest(
    ${named.map(({ mention }) => mention)}::text[], ${named.map(({ telling }) => telling)}::text[]
  ) as one(mention, telling)`.execute(one);
  const also = tellings.flatMap(({ telling, body }) =>
    (body.places ?? [])
      .filter(({ id }) => id !== body.place?.id)
      .map((place) => ({ telling, body, place })),
  );
  if (also.length === 0) return;
  await sql`insert into view.telling_places
    select ${workspace}, telling, place, kind, prison, city, first_day::date, last_day::date from unnest(
      ${also.map(({ telling }) => telling)}::text[], ${also.map(({ place }) => place.id)}::text[],
      ${also.map(({ body }) => body.kind)}::text[], ${also.map(({ place }) => place.prison)}::text[],
      ${also.map(({ place }) => place.city)}::text[], ${also.map(({ body }) => body.earliest)}::text[],
      ${also.map(({ body }) => body.latest)}::text[]
    ) as one(telling, place, kind, prison, city, first_day, last_day)`.execute(one);
}

/** A telling that was taken out, with the event it was of, and the town and day where it was. */
type Gone = {
  readonly telling: string;
  readonly event: string | null;
  readonly kind: EventKind;
  readonly city: string | null;
  readonly first: string | null;
  readonly last: string | null;
};

const GONE = sql`telling, event, kind, city, first_day::text as first, last_day::text as last`;

/** Of tellings that are gone nothing stays, and their events are gathered anew. */
async function forgetTellings(
  one: InTransaction,
  workspace: string,
  gone: readonly Gone[],
): Promise<void> {
  if (gone.length === 0) return;
  const there = await eventsThere(one, workspace, gone);
  await sql`delete from view.telling_namings
    where workspace = ${workspace} and telling = any(${gone.map(({ telling }) => telling)})`.execute(
    one,
  );
  await sql`delete from view.telling_places
    where workspace = ${workspace} and telling = any(${gone.map(({ telling }) => telling)})`.execute(
    one,
  );
  await takeEvents(one, workspace, [...gone.flatMap(({ event }) => event ?? []), ...there]);
}

/** Events of killings in the towns and on the days of some: where one who was named is gone another may be the only one. */
async function eventsThere(
  one: InTransaction,
  workspace: string,
  some: readonly Gone[],
): Promise<readonly string[]> {
  const killings = some.filter(({ kind }) => kind === "killing");
  if (killings.length === 0) return [];
  const { rows } = await sql<{ event: string }>`
    with gone as (
      select city, first_day, last_day from unnest(${killings.map(({ city }) => city)}::text[],
        ${killings.map(({ first }) => first)}::text[]::date[], ${killings.map(({ last }) => last)}::text[]::date[])
        as gone(city, first_day, last_day)
      union select city, first_day, last_day from view.telling_places
      where workspace = ${workspace} and telling = any(${killings.map(({ telling }) => telling)}))
    select distinct t.event from gone
    join view.tellings t on t.workspace = ${workspace} and t.kind = 'killing' and t.city = gone.city
      and t.first_day between gone.first_day and gone.last_day
    where t.event is not null`.execute(one);
  return rows.map(({ event }) => event);
}

/** Takes events apart: their tellings are gathered anew by the next linking. */
async function takeEvents(
  one: InTransaction,
  workspace: string,
  events: readonly string[],
): Promise<void> {
  if (events.length === 0) return;
  const gone = events as string[];
  await sql`delete from view.events where workspace = ${workspace} and event = any(${gone})`.execute(
    one,
  );
  await sql`delete from view.event_people where workspace = ${workspace} and event = any(${gone})`.execute(
    one,
  );
  await sql`update view.tellings set event = null where workspace = ${workspace} and event = any(${gone})`.execute(
    one,
  );
}

/** The events of tellings about which something was decided are gathered anew. */
export async function loosenEvents(
  one: InTransaction,
  workspace: string,
  tellings: readonly string[],
): Promise<void> {
  const ids = tellings.filter((id) => id.startsWith("h-"));
  if (ids.length === 0) return;
  const { rows } = await sql<{ event: string }>`select distinct event from view.tellings
    where workspace = ${workspace} and telling = any(${ids}) and event is not null`.execute(one);
  await takeEvents(
    one,
    workspace,
    rows.map(({ event }) => event),
  );
}

/** The events that documents tell of are gathered anew. */
export async function loosenEventsOf(
  one: InTransaction,
  workspace: string,
  documents: readonly string[],
): Promise<void> {
  const { rows } = await sql<Gone>`select ${GONE} from view.tellings
    where workspace = ${workspace} and document = any(${documents as string[]})`.execute(one);
  const events = rows.flatMap(({ event }) => event ?? []);
  await takeEvents(one, workspace, [...events, ...(await eventsThere(one, workspace, rows))]);
}

/** A telling as it stands, with what is known of its document; whom its namings are of is for the caller to say. */
export type StoredTelling = {
  readonly telling: string;
  readonly document: string;
  readonly valid_from: number;
  readonly event: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly copies: string | null;
  readonly body: Telling;
};

/** Tellings as they stand: all, or some. */
export async function readTellings(
  one: Database,
  workspace: string,
  which:
    | { readonly event: string }
    | { readonly events: readonly string[] }
    | { readonly tellings: readonly string[] }
    | null = null,
): Promise<readonly StoredTelling[]> {
  const also =
    which === null
      ? sql``
      : "event" in which
        ? sql`and t.event = ${which.event}`
        : "events" in which
          ? sql`and t.event = any(${which.events as string[]})`
          : sql`and t.telling = any(${which.tellings as string[]})`;
  const { rows } = await sql<StoredTelling>`
    select t.telling, t.document, t.valid_from, t.event, d.published, d.publisher, t.body,
      coalesce(s.copies, (
        select c.copies from view.sketches c where c.workspace = t.workspace and c.copies = t.document limit 1)) as copies
    from view.tellings t
    join view.documents d on d.workspace = t.workspace and d.document = t.document and d.valid_to is null
    left join view.sketches s on s.workspace = t.workspace and s.document = t.document
    where t.workspace = ${workspace} ${also}
      and not exists (select 1 from view.superseded o where o.workspace = t.workspace and o.document = t.document)
    order by t.valid_from, t.telling`.execute(one);
  return rows;
}

/** With who its namings are, as the archive links them. */
export function placeTelling(
  { telling, document, valid_from, published, publisher, copies, body }: StoredTelling,
  personOfNaming: ReadonlyMap<string, string>,
): PlacedTelling {
  const people = body.namings.flatMap((naming) => personOfNaming.get(naming) ?? []);
  return {
    ...body,
    id: telling,
    document,
    arrived: valid_from,
    published,
    publisher,
    copies,
    people: [...new Set(people)],
  };
}

/** An event as lists show it. */
export type EventRow = {
  readonly event: string;
  readonly counted: CountedEvent;
  /** Names it is searched by: of its people and of its place. */
  readonly names: readonly string[];
};

/** Puts events in the place of those that their tellings were of; a telling that stays with its event is left alone. */
export async function writeEvents(
  one: InTransaction,
  workspace: string,
  events: readonly EventRow[],
): Promise<void> {
  const links = events.flatMap(({ event, counted }) =>
    counted.tellings.map(({ id }) => ({ event, telling: id })),
  );
  const { rows: before } = await sql<{ event: string }>`select distinct event from view.tellings
    where workspace = ${workspace} and event is not null
      and telling = any(${links.map(({ telling }) => telling)})`.execute(one);
  const gone = before.map(({ event }) => event);
  await sql`delete from view.events where workspace = ${workspace} and event = any(${gone})`.execute(
    one,
  );
  const { rows: shared } = await sql<{ person: string }>`delete from view.event_people
    where workspace = ${workspace} and event = any(${gone}) returning person`.execute(one);
  await sql`update view.tellings t set event = now.event
    from unnest(${links.map(({ telling }) => telling)}::text[], ${links.map(({ event }) => event)}::text[])
      as now(telling, event)
    where t.workspace = ${workspace} and t.telling = now.telling and t.event is distinct from now.event`.execute(
    one,
  );
  await sql`update view.tellings t set event = null
    where t.workspace = ${workspace} and t.event = any(${gone})
      and t.telling <> all(${links.map(({ telling }) => telling)}::text[])`.execute(one);
  for (let from = 0; from < events.length; from += ROWS)
    await insertEvents(one, workspace, events.slice(from, from + ROWS));
  const people = events.flatMap(({ event, counted }) =>
    counted.people.map(({ person, tellings }) => ({
      event,
      person,
      tellings: tellings.length,
      first: counted.tellings.map(({ id }) => id).sort()[0] ?? "",
    })),
  );
  await sql`insert into view.event_people
    select ${workspace}, event, person, tellings, first from unnest(
      ${people.map(({ event }) => event)}::text[], ${people.map(({ person }) => person)}::text[],
      ${people.map(({ tellings }) => tellings)}::int[], ${people.map(({ first }) => first)}::text[]
    ) as one(event, person, tellings, first)`.execute(one);
  // Nobody knows yet how many there are: row by row, all of a large archive would take minutes.
  if (people.length > ROWS) await sql`select view.count_links()`.execute(one);
  await countElsewhere(one, workspace, [
    ...people.map(({ person }) => person),
    ...shared.map(({ person }) => person),
  ]);
}

/** Of each event of these people how many of its own are counted with another: with that in which most tellings name them. */
async function countElsewhere(
  one: InTransaction,
  workspace: string,
  people: readonly string[],
): Promise<void> {
  await sql`with touched as materialized (
      select distinct event from view.event_people where workspace = ${workspace} and person = any(${people as string[]})),
    own as materialized (
      select distinct p.person from touched join view.event_people p on p.workspace = ${workspace} and p.event = touched.event),
    ranked as materialized (
      select p.event, row_number() over (partition by p.person order by p.tellings desc, p.first) as place
      from own join view.event_people p on p.workspace = ${workspace} and p.person = own.person),
    counted as materialized (select event, count(*) as others from ranked where place > 1 group by event)
    update view.events e set elsewhere = coalesce((select others from counted where counted.event = e.event), 0)
    where e.workspace = ${workspace} and e.event = any(array(select event from touched))
      and e.elsewhere <> coalesce((select others from counted where counted.event = e.event), 0)`.execute(
    one,
  );
}

const ROWS = 5_000;

async function insertEvents(
  one: InTransaction,
  workspace: string,
  events: readonly EventRow[],
): Promise<void> {
  const column = <T>(pick: (counted: CountedEvent) => T): T[] =>
    events.map(({ counted }) => pick(counted));
  await sql`insert into view.events
    select ${workspace}, event, kind, first_day::date, last_day::date, place, folded, named, low, best, high, 0,
      documents, origins, disputed::text[], body::jsonb
    from unnest(
      ${events.map(({ event }) => event)}::text[],
      ${column(({ kind }) => kind)}::text[],
      ${column(({ earliest }) => earliest)}::text[],
      ${column(({ latest }) => latest)}::text[],
      ${column(({ place }) => place?.id ?? null)}::text[],
      ${events.map(({ names }) => foldForSearch(names.join(" ")))}::text[],
      ${column(({ count }) => count.named)}::int[],
      ${column(({ count }) => count.low)}::int[],
      ${column(({ count }) => count.best)}::int[],
      ${column(({ count }) => count.high)}::int[],
      ${column(({ tellings }) => new Set(tellings.map(({ document }) => document)).size)}::int[],
      ${column(({ origins }) => origins.length)}::int[],
      ${column(({ disputed }) => `{${disputed.join(",")}}`)}::text[],
      ${column(({ place, places, isAtLeast }) => JSON.stringify({ place, places: places.map(({ id }) => id), isAtLeast }))}::text[]
    ) as one(event, kind, first_day, last_day, place, folded, named, low, best, high, documents, origins,
      disputed, body)`.execute(one);
}

/** An event in a list. */
export type FoundEvent = {
  readonly event: string;
  readonly kind: EventKind;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Id of the place, or null where none is told. */
  readonly place: string | null;
  /** Ids of its places where it has several, else none. */
  readonly places: readonly string[];
  /** Whether nobody tells an end of the count. */
  readonly isAtLeast: boolean;
  readonly named: number;
  readonly low: number;
  readonly best: number;
  readonly high: number;
  readonly elsewhere: number;
  readonly documents: number;
  readonly origins: number;
  readonly disputed: readonly string[];
};

export type EventFilter = {
  /** Words of a name or a place, or null for all. */
  readonly words: string | null;
  readonly kind: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Only those where somebody is not named yet; only those that sources tell otherwise. */
  readonly isOpen: boolean;
  readonly isDisputed: boolean;
  readonly limit: number;
};

/** Whether an event shares somebody with another one of other days: nobody dies twice. */
const IS_TWICE = sql<boolean>`exists (
  select 1 from view.event_people p
  join view.event_people o on o.workspace = p.workspace and o.person = p.person and o.event <> p.event
  join view.events f on f.workspace = o.workspace and f.event = o.event
  where p.workspace = e.workspace and p.event = e.event and (f.first_day > e.last_day or f.last_day < e.first_day))`;

const SHOWN = sql`
  event, kind, first_day::text as "firstDay", last_day::text as "lastDay", place, coalesce(body -> 'places', '[]') as places,
  coalesce((body ->> 'isAtLeast')::boolean, false) as "isAtLeast", named, low, best, high, elsewhere, documents, origins,
  case when ${IS_TWICE} then disputed || '{twice}'::text[] else disputed end as disputed`;

/** Events as they stand, the latest first, with the numbers over all that fit. */
export async function listEvents(
  { database, workspace }: Archive,
  filter: EventFilter,
): Promise<{ readonly events: readonly FoundEvent[]; readonly totals: readonly EventTotal[] }> {
  const folded = foldForSearch(filter.words ?? "");
  const words = folded.split(" ").filter((word) => word !== "");
  const where = [
    ...words.map((word) => sql`folded like ${`%${word.replaceAll(/[%_\\]/g, "\\$&")}%`}`),
    filter.kind === null ? null : sql`kind = ${filter.kind}`,
    filter.from === null ? null : sql`last_day >= ${filter.from}::date`,
    filter.to === null ? null : sql`first_day <= ${filter.to}::date`,
    filter.isOpen ? sql`best > named` : null,
    filter.isDisputed ? sql`(disputed <> '{}' or ${IS_TWICE})` : null,
  ].filter((part) => part !== null);
  const fits = sql.join([sql`workspace = ${workspace}`, ...where], sql` and `);
  const { rows: events } = await sql<FoundEvent>`
    select ${SHOWN} from view.events e where ${fits} order by last_day desc nulls last, event limit ${filter.limit}`.execute(
    database,
  );
  const { rows: totals } = await sql<EventTotal>`
    select kind, count(*)::int as events, sum(named - elsewhere)::int as named, sum(greatest(low - elsewhere, 0))::int as low,
      sum(best - elsewhere)::int as best, sum(high - elsewhere)::int as high
    from view.events e where ${fits} group by kind order by kind`.execute(database);
  return { events, totals };
}

/** People of all events of a kind, each once; kinds are never added together. */
export type EventTotal = {
  readonly kind: EventKind;
  readonly events: number;
  readonly named: number;
  readonly low: number;
  readonly best: number;
  readonly high: number;
};

/** The event of an id that it or one of its tellings has or had; null where there is none. */
export async function findEvent(
  { database, workspace }: Archive,
  id: string,
): Promise<string | null> {
  const { rows } = await sql<{ event: string | null }>`select event from view.tellings
    where workspace = ${workspace} and telling = ${tellingOf(id)}`.execute(database);
  return rows[0]?.event ?? null;
}

/** Events in which namings are told of, with what lists show of them. */
export async function eventsOfNamings(
  { database, workspace }: Archive,
  mentions: readonly string[],
): Promise<readonly FoundEvent[]> {
  const { rows } = await sql<FoundEvent>`
    select ${SHOWN} from view.events e where workspace = ${workspace} and event in (
      select t.event from view.telling_namings n
      join view.tellings t on t.workspace = n.workspace and t.telling = n.telling
      where n.workspace = ${workspace} and n.mention = any(${mentions as string[]}))
    order by last_day, event`.execute(database);
  return rows;
}

/** Of each of the people of an event the other events that tell of him, the earliest first, and whether one of them is of other days. */
export async function eventsBeside(
  { database, workspace }: Archive,
  event: string,
): Promise<{ readonly others: ReadonlyMap<string, readonly string[]>; readonly isTwice: boolean }> {
  const { rows } = await sql<{ person: string; events: string[]; isTwice: boolean | null }>`
    select p.person, array_agg(o.event order by f.last_day, o.event) as events,
      bool_or(f.first_day > e.last_day or f.last_day < e.first_day) as "isTwice"
    from view.event_people p
    join view.events e on e.workspace = p.workspace and e.event = p.event
    join view.event_people o on o.workspace = p.workspace and o.person = p.person and o.event <> p.event
    join view.events f on f.workspace = o.workspace and f.event = o.event
    where p.workspace = ${workspace} and p.event = ${event}
    group by p.person`.execute(database);
  return {
    others: new Map(rows.map(({ person, events }) => [person, events])),
    isTwice: rows.some((row) => row.isTwice === true),
  };
}

/** Nothing that an erased record told of an event stays; the rest of the event is gathered anew. */
export async function hideTellings(
  one: InTransaction,
  workspace: string,
  record: string,
): Promise<void> {
  const { rows } = await sql<Gone>`
    delete from view.tellings where workspace = ${workspace} and record = ${record} returning ${GONE}`.execute(
    one,
  );
  await forgetTellings(one, workspace, rows);
}

/** Tellings that were not gathered yet, and those of people who are somebody else now. */
export async function looseTellings(
  one: Database,
  workspace: string,
  mentions: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ telling: string }>`
    select telling from view.tellings t where workspace = ${workspace} and event is null and not exists (
      select 1 from view.superseded o where o.workspace = t.workspace and o.document = t.document)
    union select telling from view.telling_namings
      where workspace = ${workspace} and mention = any(${mentions as string[]})`.execute(one);
  return rows.map(({ telling }) => telling);
}

/**
 * Events that tell of people of whom something else is shown now, and those that tell of two who became alike, or are so no more, by a
 * naming that came or moved.
 */
export async function eventsToCount(
  one: Database,
  workspace: string,
  { moved, shown }: { readonly moved: readonly string[]; readonly shown: readonly string[] },
): Promise<readonly string[]> {
  const ids = moved as string[];
  const beside = (own: "a" | "b", other: "a" | "b") => sql`
    select own.person as one, y.person as other from own
    join view.pairs p on p.workspace = ${workspace} and p.${sql.raw(own)} = own.mention
    join view.links y on y.workspace = p.workspace and y.mention = p.${sql.raw(other)} and y.valid_to is null
    where y.person <> own.person`;
  // Who became alike first, and then their events: the planner, which knows little of what is new, would join all events with each other.
  const { rows } = await sql<{ event: string }>`
    with own as materialized (
      select mention, person from view.links
      where workspace = ${workspace} and mention = any(${ids}) and valid_to is null),
    alike as materialized (${beside("a", "b")} union ${beside("b", "a")})
    select t.event from view.telling_namings n
    join view.tellings t on t.workspace = n.workspace and t.telling = n.telling and t.event is not null
    where n.workspace = ${workspace} and n.mention = any(${shown as string[]})
    union select e.event from alike
    cross join lateral (select event from view.event_people
      where workspace = ${workspace} and person = alike.one offset 0) as e
    cross join lateral (select 1 from view.event_people
      where workspace = ${workspace} and event = e.event and person = alike.other offset 0) as o`.execute(
    one,
  );
  return rows.map(({ event }) => event);
}

/** By what tellings of one event find each other: their people, their events, where and when they are of. */
export type NearBy = {
  readonly people: readonly string[];
  readonly events: readonly string[];
  /** Prisons and towns, each with the days on which somebody tells of it. */
  readonly places: readonly NearPlace[];
  /** Provinces, for whoever tells nothing nearer. */
  readonly provinces: readonly NearPlace[];
  /** Tellings about which somebody may have decided. */
  readonly decided: readonly string[];
};

export type NearPlace = {
  readonly kind: EventKind;
  readonly of: "prison" | "city" | "province" | "province alone";
  readonly place: string;
  readonly first: string;
  readonly last: string;
};

/** Tellings that may be of one event with some: those of these people and events, or of a place within some days. */
export async function nearTellings(
  one: Database,
  workspace: string,
  { people, events, places, provinces, decided }: NearBy,
  daysApart: number,
): Promise<readonly string[]> {
  const ids = decided as string[];
  const told = (some: readonly NearPlace[]) => sql`unnest(
    ${some.map(({ kind }) => kind)}::text[], ${some.map(({ place }) => place)}::text[], ${some.map(({ first }) => first)}::text[]::date[],
    ${some.map(({ last }) => last)}::text[]::date[], ${some.map(({ of }) => of === "province alone")}::bool[]
  ) as f(kind, place, first_day, last_day, is_wide)`;
  const nearIn = (table: string, column: "prison" | "city") => sql`
    select t.telling from ${told(places.filter(({ of }) => of === column))}
    join view.${sql.ref(table)} t on t.workspace = ${workspace} and t.kind = f.kind
      and t.${sql.ref(column)} = f.place and t.first_day <= f.last_day + ${daysApart}::int
      and t.first_day >= f.first_day - ${daysApart + 3}::int and t.last_day >= f.first_day - ${daysApart}::int`;
  const { rows } = await sql<{ telling: string }>`
    select o.telling from view.links p
    join view.telling_namings o on o.workspace = p.workspace and o.mention = p.mention
    where p.workspace = ${workspace} and p.person = any(${people as string[]}) and p.valid_to is null
    union select telling from view.tellings where workspace = ${workspace} and event = any(${events as string[]})
    union ${nearIn("tellings", "prison")} union ${nearIn("tellings", "city")}
    union ${nearIn("telling_places", "prison")} union ${nearIn("telling_places", "city")}
    union select t.telling from ${told(provinces)}
    join view.tellings t on t.workspace = ${workspace} and t.kind = f.kind
      and t.body -> 'place' ->> 'province' = f.place and t.first_day = f.first_day and t.last_day = f.last_day
      and (f.is_wide or (t.prison is null and t.city is null))
    union select b from view.link_decisions
      where workspace = ${workspace} and a = any(${ids}) and verdict = 'same' and undone_by is null
    union select a from view.link_decisions
      where workspace = ${workspace} and b = any(${ids}) and verdict = 'same' and undone_by is null`.execute(
    one,
  );
  return rows.map(({ telling }) => telling);
}
