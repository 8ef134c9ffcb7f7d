/**
 * In: the claims of one document, and the people it names. Out: the events it tells of, each with its number, day, place
 * and people.
 * Never: takes a figure over weeks, or over several places, for an event; adds up numbers; fills in a day or a place.
 */
import type { Claim, Place } from "../model/claim.ts";
import type { Mention } from "../model/mention.ts";
import {
  EVENT_KINDS,
  type EventKind,
  type Telling,
  type TellingPlace,
  type ToldNumber,
} from "../model/telling.ts";
import { type CountryOfMentions, isDoubted } from "./mentions.ts";

/** Days that the words for one event may span: "overnight", "on Sunday and Monday". */
const EVENT_DAYS = 3;
const DAY = 86_400_000;

/** A claim that may tell of an event, with what it says of where and when. */
type Picked = {
  readonly claim: Claim & { readonly kind: EventKind };
  readonly at: number;
  readonly days: { readonly earliest: string; readonly latest: string } | null;
  readonly place: TellingPlace | null;
  /** Spans weeks, or several places: a figure, of which only the names count. */
  readonly isFigure: boolean;
  readonly namings: readonly string[];
};

/** The events that claims of one document tell of, in the order of the text. */
export function tellingsOf(
  claims: readonly Claim[],
  mentions: readonly Mention[],
  country: CountryOfMentions,
): readonly Telling[] {
  const picked = pickClaims(claims, mentions, country);
  const group = groupClaims(picked);
  const groups = new Map<number, Picked[]>();
  for (const one of picked) {
    const own = groups.get(group(one.at));
    if (own === undefined) groups.set(group(one.at), [one]);
    else own.push(one);
  }
  return [...groups.values()].flatMap(makeTellings);
}

function pickClaims(
  claims: readonly Claim[],
  mentions: readonly Mention[],
  country: CountryOfMentions,
): readonly Picked[] {
  const namingsOf = new Map<string, string[]>();
  for (const { key, claims: own } of mentions)
    for (const { claim, role } of own)
      if (role === "victim") namingsOf.set(claim, [...(namingsOf.get(claim) ?? []), key]);
  const told = claims.filter(isOfEvent).filter((claim) => !isDoubted(claim, country));
  return told.map((claim, at): Picked => {
    const places = placesOf(claim.places, country);
    const days = daysOf(claim);
    return {
      claim,
      at,
      days: days !== null && widthOf(days) < EVENT_DAYS ? days : null,
      place: places.length === 1 ? (places[0] ?? null) : null,
      isFigure: places.length > 1 || (days !== null && widthOf(days) >= EVENT_DAYS),
      namings: [...new Set(namingsOf.get(claim.id))],
    };
  });
}

const KINDS: ReadonlySet<string> = new Set(EVENT_KINDS);

function isOfEvent(claim: Claim): claim is Picked["claim"] {
  const { kind, modality, quantity, tier } = claim;
  if (!KINDS.has(kind) || modality !== "happened" || tier !== "counted") return false;
  return quantity === null || quantity.measure === "count";
}

/** First and last day, or null where one of them is not told. */
function daysOf({ period }: Claim): { readonly earliest: string; readonly latest: string } | null {
  const [earliest, latest] = [period?.earliest ?? period?.latest, period?.latest];
  return isDay(earliest) && isDay(latest) && period?.earliest !== null
    ? { earliest, latest }
    : null;
}

function isDay(edtf: string | null | undefined): edtf is string {
  return edtf != null && /^\d{4}-\d{2}-\d{2}$/.test(edtf);
}

function widthOf({ earliest, latest }: { earliest: string; latest: string }): number {
  return (Date.parse(latest) - Date.parse(earliest)) / DAY;
}

/** Roles of places where something happened. */
const ROLES: ReadonlySet<Place["role"]> = new Set(["prison", "event"]);

/** The different places of a claim; a town or province that holds another of them is none of its own. */
function placesOf(
  places: readonly Place[],
  { places: known }: CountryOfMentions,
): readonly TellingPlace[] {
  const found = new Map<string, TellingPlace>();
  for (const { id, role } of places) {
    const names = id === null || !ROLES.has(role) ? undefined : known.get(id);
    if (id !== null && names !== undefined) found.set(id, { id, ...names });
  }
  const all = [...found.values()];
  const prisons = all.filter(({ prison }) => prison !== null);
  // A prison is known by a town near it ("Qezel Hesar near Tehran"): the prison says more.
  if (prisons.length > 0) return prisons;
  const cities = all.filter(({ city }) => city !== null);
  return cities.length > 0 ? cities : all;
}

/** Puts claims of one event together; answers with the group of each. */
function groupClaims(picked: readonly Picked[]): (at: number) => number {
  const parent = picked.map((_, at) => at);
  const find = (at: number): number => {
    const up = parent[at] ?? at;
    return up === at ? at : find(up);
  };
  const join = (a: number, b: number): void => {
    parent[Math.max(find(a), find(b))] = Math.min(find(a), find(b));
  };
  const byId = new Map(picked.map((one) => [one.claim.id, one]));
  for (const one of picked) {
    const { subsetOf = null } = one.claim.quantity ?? {};
    for (const id of [...one.claim.sameAs, ...(subsetOf === null ? [] : [subsetOf])]) {
      const other = byId.get(id);
      if (other !== undefined && other.claim.kind === one.claim.kind && !other.isFigure)
        if (!one.isFigure) join(one.at, other.at);
    }
  }
  const events = picked.filter(({ isFigure }) => !isFigure);
  for (const [at, one] of events.entries())
    for (const other of events.slice(0, at)) if (isOneEvent(one, other)) join(one.at, other.at);
  joinUndated(events, find, join);
  joinNamed(events, find, join);
  return find;
}

/** Told of one day and one place, or of one person. */
function isOneEvent(one: Picked, other: Picked): boolean {
  if (one.claim.kind !== other.claim.kind) return false;
  if (placesDiffer(one.place, other.place)) return false;
  const meet = one.days !== null && other.days !== null ? daysMeet(one.days, other.days) : null;
  if (meet === false) return false;
  if (one.namings.some((naming) => other.namings.includes(naming))) return true;
  return meet === true && (one.place !== null || other.place !== null);
}

/** What is told of a place without a day is told of the one event that the document has there. */
function joinUndated(
  events: readonly Picked[],
  find: (at: number) => number,
  join: (a: number, b: number) => void,
): void {
  for (const one of events) {
    if (one.days !== null || one.place === null) continue;
    const there = events.filter(
      ({ claim, days, place }) =>
        claim.kind === one.claim.kind &&
        days !== null &&
        place !== null &&
        !placesDiffer(one.place, place),
    );
    const [first] = there;
    if (first !== undefined && new Set(there.map(({ at }) => find(at))).size === 1)
      join(one.at, first.at);
  }
}

/** Letters between a number and the name of one of those who were counted. */
const NEAR = 240;

/**
 * Whoever is named without day or place right behind those who are counted is one of them ("five men were hanged … X was among
 * them"). Further on a name may be of long ago.
 */
function joinNamed(
  events: readonly Picked[],
  find: (at: number) => number,
  join: (a: number, b: number) => void,
): void {
  const told = events.toSorted((a, b) => a.claim.span.start - b.claim.span.start);
  for (const [at, one] of told.entries()) {
    const before = told[at - 1];
    if (before === undefined || one.days !== null || one.place !== null) continue;
    if (one.namings.length === 0 || before.claim.kind !== one.claim.kind) continue;
    if (one.claim.span.start - before.claim.span.end > NEAR) continue;
    const whole = told.filter((other) => find(other.at) === find(before.at));
    const most = Math.max(0, ...whole.map(({ claim }) => claim.quantity?.min ?? 0));
    const named = new Set([...whole, one].flatMap(({ namings }) => namings));
    const isPlaced =
      whole.some(({ days }) => days !== null) && whole.some(({ place }) => place !== null);
    if (isPlaced && named.size <= most) join(one.at, before.at);
  }
}

/** Are these two places, as far as both are told? */
export function placesDiffer(a: TellingPlace | null, b: TellingPlace | null): boolean {
  if (a === null || b === null) return false;
  const differs = (part: "prison" | "city" | "province"): boolean =>
    a[part] !== null && b[part] !== null && a[part] !== b[part];
  if (a.prison !== null && b.prison !== null) return differs("prison");
  return differs("city") || differs("province");
}

function daysMeet(
  a: { readonly earliest: string; readonly latest: string },
  b: { readonly earliest: string; readonly latest: string },
): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/** One event; or, of figures and of what tells neither day nor place, each person by himself. */
function makeTellings(group: readonly Picked[]): readonly Telling[] {
  const isPlaced = group.some(({ days, isFigure }) => days !== null && !isFigure);
  const hasPlace = group.some(({ place, isFigure }) => place !== null && !isFigure);
  const namings = [...new Set(group.flatMap((one) => one.namings))];
  if (isPlaced && hasPlace) return [makeTelling(group, namings)];
  return namings.map((naming) => {
    const own = group.filter((one) => one.namings.includes(naming));
    const telling = makeTelling(own, [naming]);
    return { ...telling, key: `${telling.key} ${naming}`, numbers: [] };
  });
}

function makeTelling(group: readonly Picked[], namings: readonly string[]): Telling {
  const [first] = group as [Picked];
  const days = group.flatMap((one) => (one.days === null ? [] : [one.days]));
  const narrowest = days.toSorted((a, b) => widthOf(a) - widthOf(b) || compare(a, b))[0];
  const sources = new Set(group.map(({ claim }) => sourceOf(claim)));
  const [source = null] = sources;
  return {
    key: first.claim.id,
    kind: first.claim.kind,
    claims: group.map(({ claim }) => claim.id),
    numbers: numbersOf(group, namings.length),
    earliest: narrowest?.earliest ?? null,
    latest: narrowest?.latest ?? null,
    place: placeOf(group),
    namings,
    source: sources.size === 1 ? source : null,
  };
}

function compare(a: { readonly earliest: string }, b: { readonly earliest: string }): number {
  return a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0;
}

/** The narrowest place: a prison before a town, a town before a province. */
function placeOf(group: readonly Picked[]): TellingPlace | null {
  const rank = ({ prison, city }: TellingPlace): number =>
    prison !== null ? 0 : city !== null ? 1 : 2;
  const places = group.flatMap(({ place }) => (place === null ? [] : [place]));
  return places.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Numbers told of the whole. Who counts only those he names ("A and B were hanged") tells no number beside their names. */
function numbersOf(group: readonly Picked[], named: number): readonly ToldNumber[] {
  return group.flatMap(({ claim, namings, isFigure }): ToldNumber[] => {
    const { quantity } = claim;
    if (isFigure || quantity === null || quantity.subsetOf !== null) return [];
    const min = lowestOf(quantity);
    const max = highestOf(quantity);
    if (min === null && max === null) return [];
    if (namings.length >= (max ?? min ?? 0) && namings.length > 0) return [];
    // One of those who are counted elsewhere in the document.
    if (max === 1 && named > 1) return [];
    return [{ claim: claim.id, min: min ?? 0, max, source: sourceOf(claim) }];
  });
}

type Bounds = Pick<NonNullable<Claim["quantity"]>, "min" | "max" | "minExclusive" | "maxExclusive">;

function lowestOf({ min, minExclusive }: Bounds): number | null {
  return min === null ? null : minExclusive ? Math.floor(min) + 1 : Math.ceil(min);
}

function highestOf({ max, maxExclusive }: Bounds): number | null {
  return max === null ? null : maxExclusive ? Math.ceil(max) - 1 : Math.floor(max);
}

/** The one who says it first: the last of the chain who is named. */
function sourceOf({ attribution }: Claim): string | null {
  const named = attribution.filter(({ source, type }) => source !== null && type !== "unnamed");
  return named.at(-1)?.source ?? null;
}
