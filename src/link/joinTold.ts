/**
 * In: what claims of one document tell of where, when and whom. Out: which of them are of one event.
 * Never: compares every claim with every other: a document may be a list of tens of thousands.
 */
import type { TellingPlace } from "../model/telling.ts";
import { allDiffer } from "./tellingPlaces.ts";

type Days = { readonly earliest: string; readonly latest: string };

/** What a claim tells, by its place in the list of claims. */
export type Told = {
  readonly at: number;
  readonly kind: string;
  /** Days of one event, or null where none is told. */
  readonly days: Days | null;
  readonly places: readonly TellingPlace[];
  readonly namings: readonly string[];
};

/** Groups that grow together; a group is known by its lowest member. */
export class Joined {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, at) => at);
  }

  find = (at: number): number => {
    let root = at;
    for (let up = this.up(root); up !== root; up = this.up(root)) root = up;
    // Whoever was passed on the way is brought to the end of it.
    for (let next = at; next !== root; ) {
      const up = this.up(next);
      this.parent[next] = root;
      next = up;
    }
    return root;
  };

  join = (a: number, b: number): void => {
    const [one, other] = [this.find(a), this.find(b)];
    this.parent[Math.max(one, other)] = Math.min(one, other);
  };

  private up(at: number): number {
    return this.parent[at] ?? at;
  }
}

/** Joins what is told of one day and one place, or of one person. */
export function joinTold(told: readonly Told[], join: Joined["join"]): void {
  for (const own of groupBy(told, ({ kind }) => [kind]).values()) {
    joinMeeting(own, join, areOfOneDay);
    for (const named of groupBy(own, ({ namings }) => new Set(namings)).values())
      joinMeeting(named, join, areOfOnePerson);
  }
}

function areOfOneDay(a: Told, b: Told): boolean {
  const isPlaced = a.places.length > 0 || b.places.length > 0;
  return isPlaced && a.days !== null && b.days !== null && daysMeet(a.days, b.days);
}

function areOfOnePerson(a: Told, b: Told): boolean {
  return a.days === null || b.days === null || daysMeet(a.days, b.days);
}

/** Joins those that are one by `isOne` and whose places can be one; those of the same days and places are asked once. */
function joinMeeting(
  told: readonly Told[],
  join: Joined["join"],
  isOne: (a: Told, b: Told) => boolean,
): void {
  const classes = [...groupBy(told, (one) => [whereAndWhen(one)]).values()];
  const byDay = groupBy(classes, ([one]) => daysWithin(one?.days ?? null));
  const undated = classes.filter(([one]) => one?.days === null);
  for (const own of classes) {
    const [one] = own;
    if (one === undefined) continue;
    const near =
      one.days === null
        ? classes
        : new Set([...daysWithin(one.days).flatMap((day) => byDay.get(day) ?? []), ...undated]);
    for (const others of near) {
      const [other] = others;
      if (other === undefined || !isOne(one, other) || allDiffer(one.places, other.places))
        continue;
      for (const each of [...own, ...others]) join(one.at, each.at);
    }
  }
}

/** The days and places of what is told, as one text. */
export function whereAndWhen({ days, places }: Pick<Told, "days" | "places">): string {
  return [days?.earliest, days?.latest, ...places.map(({ id }) => id)].join(" ");
}

/** Every day from the first to the last. */
function daysWithin(days: Days | null): readonly string[] {
  const all: string[] = [];
  if (days === null) return all;
  for (let at = Date.parse(days.earliest); at <= Date.parse(days.latest); at += DAY)
    all.push(new Date(at).toISOString().slice(0, 10));
  return all;
}

const DAY = 86_400_000;

function daysMeet(a: Days, b: Days): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/** Each one under all its keys. */
function groupBy<One>(
  all: readonly One[],
  keysOf: (one: One) => Iterable<string>,
): ReadonlyMap<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [one]);
      else own.push(one);
    }
  return groups;
}
