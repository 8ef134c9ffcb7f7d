/**
 * The part of `sanad link` that gathers what reports tell of deaths to events: five hanged in one prison on one day are one
 * event, whoever tells of it, and those who are named later are of the five.
 */
import {
  eventOf,
  type EventRow,
  placeTelling,
  readTellings,
  writeEvents,
} from "../../../ledger/events.ts";
import type { InTransaction } from "../../../ledger/database.ts";
import type { PairDecision } from "../../../link/clusterMentions.ts";
import { countEvent, type MayBeOne } from "../../../link/countEvent.ts";
import { groupTellings } from "../../../link/sameEvent.ts";
import type { CountedEvent, PlacedTelling } from "../../../model/telling.ts";
import type { PeoplePack } from "./peoplePack.ts";

/** Who is whom, as it was linked just now. */
export type WhoIsWhom = {
  readonly people: readonly {
    readonly person: string;
    readonly mentions: readonly string[];
    readonly name: string;
    readonly state: string | null;
    readonly folded: string;
  }[];
  readonly pairs: readonly { readonly a: string; readonly b: string }[];
};

/** Gathers all tellings anew; answers with decisions that others speak against. */
export async function linkEvents(
  one: InTransaction,
  workspace: string,
  who: WhoIsWhom,
  decisions: readonly PairDecision[],
  pack: PeoplePack,
): Promise<{ readonly events: number; readonly contradicted: readonly PairDecision[] }> {
  const stored = await readTellings(one, workspace);
  const known = knowPeople(who);
  const tellings = stored.map((row) => placeTelling(row, known.personOf));
  const byId = new Map(tellings.map((telling) => [telling.id, known.withoutAlive(telling)]));
  const { groups, contradicted } = groupTellings(tellings, decisions);
  const events = groups.map((group) =>
    countEvent(
      group.flatMap((id) => byId.get(id) ?? []),
      known.mayBeOne,
    ),
  );
  const elsewhere = countElsewhere(events);
  const nameOf = new Map(who.people.map(({ person, folded }) => [person, folded]));
  const rows = events.map((counted, at): EventRow => {
    const place = counted.place === null ? [] : pack.placeNames(counted.place.id);
    return {
      event: eventId(counted),
      counted,
      elsewhere: elsewhere[at] ?? 0,
      names: [...place, ...counted.people.flatMap(({ person }) => nameOf.get(person) ?? [])],
    };
  });
  await writeEvents(one, workspace, rows);
  return { events: rows.length, contradicted };
}

/** An event is named after the first telling of it. */
function eventId({ tellings }: CountedEvent): string {
  return eventOf(tellings[0]?.id ?? "");
}

/** What counting asks of people. */
export function knowPeople({ people, pairs }: WhoIsWhom): {
  readonly personOf: ReadonlyMap<string, string>;
  readonly alive: ReadonlySet<string>;
  /** Whom somebody confirmed to be alive is in no count, whatever is told. */
  readonly withoutAlive: (telling: PlacedTelling) => PlacedTelling;
  readonly mayBeOne: MayBeOne;
} {
  const personOf = new Map(
    people.flatMap(({ person, mentions }) => mentions.map((mention) => [mention, person] as const)),
  );
  const near = new Set(
    pairs.flatMap(({ a, b }) => {
      const [x = "", y = ""] = [personOf.get(a), personOf.get(b)];
      return x === y ? [] : [`${x} ${y}`, `${y} ${x}`];
    }),
  );
  const alive = new Set(
    people.filter(({ state }) => state === "alive").map(({ person }) => person),
  );
  return {
    personOf,
    alive,
    withoutAlive: (telling) => ({
      ...telling,
      people: telling.people.filter((person) => !alive.has(person)),
    }),
    mayBeOne: (a, b) => near.has(`${a} ${b}`),
  };
}

/** Of each event how many of its people are counted with another one: with that in which most tellings name them. */
function countElsewhere(events: readonly CountedEvent[]): readonly number[] {
  const home = new Map<string, { readonly at: number; readonly rank: string }>();
  for (const [at, { people, tellings }] of events.entries())
    for (const { person, tellings: own } of people) {
      const first = tellings.map(({ id }: PlacedTelling) => id).sort()[0] ?? "";
      const rank = `${String(1e9 - own.length).padStart(10, "0")} ${first}`;
      const known = home.get(person);
      if (known === undefined || rank < known.rank) home.set(person, { at, rank });
    }
  return events.map(
    ({ people }, at) => people.filter(({ person }) => home.get(person)?.at !== at).length,
  );
}
