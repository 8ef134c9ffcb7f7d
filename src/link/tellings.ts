/**
 * In: the claims of one document, and the people it names. Out: the events it tells of, each with its number, day, place
 * and people.
 * Never: takes a figure over weeks, or one without a day over several places, for an event; fills in a day or a place.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Claim, Place } from "../model/claim.ts";
import type { Mention } from "../model/mention.ts";
import { fromDay } from "../model/calendarDays.ts";
import { EVENT_KINDS, type EventKind, type Telling, type TellingPlace } from "../model/telling.ts";
import { type CountryOfMentions, isDoubted } from "./mentions.ts";
import { sharedOut } from "./sharedOut.ts";
import { isBeside, numbersOf, sourceOf, unnamedIn } from "./tellingNumbers.ts";
import { Joined, joinTold, type Told, whereAndWhen } from "./joinTold.ts";
import { allDiffer, spotsOf } from "./tellingPlaces.ts";

/** Days that the words for one event may span: "overnight", "on Sunday and Monday". */
const EVENT_DAYS = 3;
const DAY = 86_400_000;

/** A claim that may tell of an event, with what it says of where and when. */
type Picked = Told & {
  readonly claim: Claim & { readonly kind: EventKind };
  /** Spans weeks, or several places without a day or with fewer people: of a figure only the names count. */
  readonly isFigure: boolean;
};

/** The events that claims of one document tell of, in the order of the text. */
export function tellingsOf(
  claims: readonly Claim[],
  mentions: readonly Mention[],
  country: CountryOfMentions,
): readonly Telling[] {
  const picked = pickClaims(claims, mentions, country);
  const group = groupClaims(picked, country);
  const groups = new Map<number, Picked[]>();
  for (const one of picked) {
    const own = groups.get(group(one.at));
    if (own === undefined) groups.set(group(one.at), [one]);
    else own.push(one);
  }
  return [...groups.values()].flatMap((one) => makeTellings(one, country));
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
  const spread = sharedOut(told, ({ places }) => placesOf(places, country).length > 0);
  return told.map((claim, at): Picked => {
    const namings = [...new Set(namingsOf.get(claim.id))];
    const places = spotsOf(
      (spread.get(claim.id) ?? [claim]).flatMap((one) => placesOf(one.places, country)),
    );
    const days = daysOf(claim);
    const isNarrow = days !== null && widthOf(days) < EVENT_DAYS;
    // Each of several places has somebody: one man was hanged in one of them, wherever else he was.
    const most = Math.max(claim.quantity?.min ?? claim.quantity?.max ?? 0, namings.length);
    const isScattered = places.length > 1 && (!isNarrow || most < places.length);
    // "Nine were executed in the country", "eleven this year" on its third day: of no town beside which it is told.
    const isWide =
      places.length === 0 &&
      namings.length === 0 &&
      most > 1 &&
      (claim.places.some(isOfEventItself) || (days !== null && isSoFar(days)));
    return {
      claim,
      at,
      kind: claim.kind,
      days: isNarrow ? days : null,
      places: isScattered ? [] : places,
      isFigure: isScattered || isWide || (days !== null && !isNarrow),
      namings,
    };
  });
}

function isOfEventItself({ role }: Place): boolean {
  return ROLES.has(role);
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

/** Several days from the first of a month or year on: what was counted up to then, however little of it had gone. */
function isSoFar({ earliest, latest }: { earliest: string; latest: string }): boolean {
  const first = Date.parse(earliest) / DAY;
  return earliest < latest && MONTHS.some((calendar) => fromDay(calendar, first).day === 1);
}

const MONTHS = ["gregorian", "jalali"] as const;

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
function groupClaims(
  picked: readonly Picked[],
  country: CountryOfMentions,
): (at: number) => number {
  const joined = new Joined(picked.length);
  const byId = new Map(picked.map((one) => [one.claim.id, one]));
  for (const one of picked) {
    const { subsetOf = null } = one.claim.quantity ?? {};
    for (const id of [...one.claim.sameAs, ...(subsetOf === null ? [] : [subsetOf])]) {
      const other = byId.get(id);
      if (other !== undefined && other.kind === one.kind && !other.isFigure)
        if (!one.isFigure) joined.join(one.at, other.at);
    }
  }
  const events = picked.filter(({ isFigure }) => !isFigure);
  joinTold(events, joined.join);
  joinUndated(events, joined);
  joinBehind(events, joined, country);
  return joined.find;
}

/** What is told of a place without a day is told of the one event that the document has there. */
function joinUndated(events: readonly Picked[], { find, join }: Joined): void {
  const dated = events.filter(({ days, places }) => days !== null && places.length > 0);
  // Those of one day and the same places are one already: the first of them stands for all.
  const firsts = new Map<string, Picked>();
  for (const one of dated) {
    const own = saidWords(one);
    if (!firsts.has(own)) firsts.set(own, one);
  }
  const thereOf = new Map<string, readonly Picked[]>();
  for (const one of events) {
    if (one.days !== null || one.places.length === 0) continue;
    const there =
      thereOf.get(saidWords(one)) ??
      [...firsts.values()].filter(
        ({ kind, places }) => kind === one.kind && !allDiffer(one.places, places),
      );
    thereOf.set(saidWords(one), there);
    const [first] = there;
    if (first !== undefined && there.every(({ at }) => find(at) === find(first.at)))
      join(one.at, first.at);
  }
}

/** Kind, days and places, as one text. */
function saidWords(one: Picked): string {
  return `${one.kind} ${whereAndWhen(one)}`;
}

/** Letters between a number and the name of one of those who were counted. */
const NEAR = 240;

/**
 * What is told without day or place right behind those who are counted is told of them: who is named and may be one of them ("five
 * men were hanged … X was among them"), who died beside them ("two more were hanged with him"), and what somebody else says how
 * many they were. Further on it may be of long ago.
 */
function joinBehind(
  events: readonly Picked[],
  { find, join }: Joined,
  { counting }: CountryOfMentions,
): void {
  const told = events.toSorted((a, b) => a.claim.span.start - b.claim.span.start);
  const wholes = new Map<number, Picked[]>();
  for (const one of told) wholes.set(find(one.at), [...(wholes.get(find(one.at)) ?? []), one]);
  for (const [at, one] of told.entries()) {
    const before = told[at - 1];
    if (before === undefined || one.days !== null || one.places.length > 0) continue;
    if (before.kind !== one.kind || find(before.at) === find(one.at)) continue;
    if (one.claim.span.start - before.claim.span.end > NEAR) continue;
    const whole = wholes.get(find(before.at)) ?? [];
    const isPlaced =
      whole.some(({ days }) => days !== null) && whole.some(({ places }) => places.length > 0);
    if (!isPlaced) continue;
    const isTold =
      one.namings.length > 0
        ? mayBeOfThem(one, whole)
        : isBeside({ ...one, at: null }, counting) || isAnotherVoice(one, whole, counting);
    if (!isTold) continue;
    const own = wholes.get(find(one.at)) ?? [];
    join(one.at, before.at);
    wholes.set(find(one.at), [...whole, ...own]);
  }
}

function mayBeOfThem(one: Picked, whole: readonly Picked[]): boolean {
  const most = Math.max(0, ...whole.map(({ claim }) => claim.quantity?.min ?? 0));
  const named = new Set([...whole, one].flatMap(({ namings }) => namings));
  return named.size <= most;
}

/** So many times more than was told are another event, or all there were. */
const FAR_MORE = 5;

/** Another one who counts the same people: by the same word, by one for anybody, or by none. */
function isAnotherVoice(
  { claim }: Picked,
  whole: readonly Picked[],
  { anybody }: CountryOfMentions["counting"],
): boolean {
  const { quantity } = claim;
  const voice = voiceOf(claim);
  if (quantity === null || quantity.subsetOf !== null || voice === null) return false;
  const counted = whole.filter(({ claim: { quantity: other } }) => other !== null);
  if (counted.length === 0 || counted.some((other) => voiceOf(other.claim) === voice)) return false;
  const most = Math.max(
    ...counted.map(({ claim: { quantity: other } }) => other?.max ?? other?.min ?? 0),
  );
  if ((quantity.min ?? quantity.max ?? 0) > FAR_MORE * most) return false;
  const unitOf = (unit: string | null): string | null => {
    const folded = unit === null ? null : foldForSearch(unit);
    return folded !== null && anybody.has(folded) ? null : folded;
  };
  const unit = unitOf(quantity.unit);
  return (
    unit === null ||
    counted.some(({ claim: other }) => [null, unit].includes(unitOf(other.quantity?.unit ?? null)))
  );
}

function voiceOf(claim: Claim): string | null {
  return sourceOf(claim) ?? unnamedIn(claim);
}

/** One event; or, of figures and of what tells neither day nor place, each person by himself. */
function makeTellings(group: readonly Picked[], country: CountryOfMentions): readonly Telling[] {
  const isPlaced = group.some(({ days, isFigure }) => days !== null && !isFigure);
  const hasPlace = group.some(({ places, isFigure }) => places.length > 0 && !isFigure);
  const namings = [...new Set(group.flatMap((one) => one.namings))];
  if (isPlaced && hasPlace) {
    const telling = makeTelling(group, namings, country);
    // What neither counts nor names anybody tells of nobody.
    return telling.numbers.length === 0 && namings.length === 0 ? [] : [telling];
  }
  return namings.map((naming) => {
    const own = group.filter((one) => one.namings.includes(naming));
    const telling = makeTelling(own, [naming], country);
    return { ...telling, key: `${telling.key} ${naming}`, numbers: [] };
  });
}

function makeTelling(
  group: readonly Picked[],
  namings: readonly string[],
  { counting }: CountryOfMentions,
): Telling {
  const [first] = group as [Picked];
  const days = group.flatMap((one) => (one.days === null ? [] : [one.days]));
  const narrowest = days.toSorted((a, b) => widthOf(a) - widthOf(b) || compare(a, b))[0];
  // What the report tells itself, in its headline say, and a source that it names tells too, is that source's.
  const sources = new Set(
    group.flatMap(({ claim }) => sourceOf(claim) ?? (unnamedIn(claim) === null ? [] : [null])),
  );
  const [source = null] = sources;
  const places = placesOfGroup(group);
  const [place = null] = places;
  const within = placesWithin(places, group);
  return {
    key: first.claim.id,
    kind: first.claim.kind,
    claims: group.map(({ claim }) => claim.id),
    numbers: numbersOf(
      group.map((one) => ({ ...one, at: within(one) })),
      namings.length,
      counting,
    ),
    earliest: narrowest?.earliest ?? null,
    latest: narrowest?.latest ?? null,
    place,
    ...(places.length > 1 ? { places } : {}),
    namings,
    source: sources.size === 1 ? source : null,
  };
}

function compare(a: { readonly earliest: string }, b: { readonly earliest: string }): number {
  return a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0;
}

/** All its places. */
function placesOfGroup(group: readonly Picked[]): readonly TellingPlace[] {
  return spotsOf(group.flatMap(({ places }) => places));
}

/** Whether a claim tells of several places together, or of parts of another one. */
function tellsSeveral(group: readonly Picked[]): boolean {
  const ids = new Set(group.map(({ claim }) => claim.id));
  return group.some(
    ({ claim, places }) =>
      places.length > 1 || (places.length > 0 && ids.has(claim.quantity?.subsetOf ?? "")),
  );
}

/** The one of several places that a claim is of; null where it is of the whole. */
function placesWithin(
  all: readonly TellingPlace[],
  group: readonly Picked[],
): (one: Picked) => string | null {
  if (all.length < 2) return () => null;
  const mostOf = ({ claim: { quantity } }: Picked): number => quantity?.min ?? quantity?.max ?? 0;
  const most = group.reduce((highest, one) => Math.max(highest, mostOf(one)), 0);
  const isShared = tellsSeveral(group);
  const wholes = new Set(group.flatMap((one) => (one.places.length > 1 ? [one.claim.id] : [])));
  return (one) => {
    const [place] = one.places;
    if (one.places.length !== 1 || place === undefined) return null;
    // "Nine in the prisons of Shiraz and …", of which one place was read: nobody tells as many of one of them.
    if (!isShared && mostOf(one) === most) return null;
    const spots = all.filter((spot) => !allDiffer([spot], [place]));
    const isWhole = one.claim.sameAs.some((id) => wholes.has(id));
    return isWhole || spots.length !== 1 ? null : (spots[0]?.id ?? null);
  };
}
