/**
 * In: tellings, more and more of them. Out: which of those known may be of one event with some of them.
 * Never: looks at all that are known again for a few: those that share a person, a place or a day are found by these.
 */
import type { PlacedTelling } from "../model/telling.ts";
import { areThere, isBare, isNamedAlone, isOfOthers, spotOf } from "./bareOnes.ts";
import {
  areFarApart,
  everyPlace,
  isOfProvince,
  NO_SPANS,
  peopleKeys,
  placeKeys,
  provinceKey,
  weighNear,
} from "./sameEvent.ts";
import { areBound, isWide } from "./spans.ts";
import { makeClass, saidBy, type TellingClass } from "./tellingClasses.ts";

/** Tellings that say the same, to which more are added as they become known. */
type Growing = {
  readonly said: TellingClass;
  readonly members: PlacedTelling[];
  readonly documents: Set<string>;
  /** The province alone, where it tells one with others who are counted. */
  readonly province: string | null;
};

export class TiedTellings {
  readonly #classes = new Map<string, Growing>();
  readonly #classOf = new Map<string, Growing>();
  readonly #under = new Map<string, Growing[]>();
  /** Provinces of which somebody tells nothing nearer. */
  readonly #wide = new Set<string>();

  add(tellings: readonly PlacedTelling[]): void {
    for (const telling of tellings) {
      // Whether anybody is counted is no part of what is said of two that say the same.
      const isCounted = telling.numbers.length > 0 || telling.isNameless === true;
      const key = `${isCounted ? "counted" : ""} ${saidBy(telling)}`;
      const known = this.#classes.get(key) ?? this.#begin(key, telling);
      known.members.push(telling);
      known.documents.add(telling.document);
      this.#classOf.set(telling.id, known);
    }
  }

  /** Those that a pair ties to some, which are known: what speaks for one event, or for one span. */
  tiedTo(some: Iterable<string>): ReadonlySet<string> {
    const asked = new Set<Growing>();
    for (const id of some) {
      const own = this.#classOf.get(id);
      if (own !== undefined) asked.add(own);
    }
    const tied = new Set<Growing>();
    for (const one of asked)
      for (const other of this.#near(one)) {
        // Of two that are asked the pair is weighed once from either side, unless both are tied already.
        if (tied.has(one) && tied.has(other)) continue;
        if (isTie(one.said, other.said)) tied.add(one).add(other);
      }
    return new Set([...tied].flatMap(({ members }) => members.map(({ id }) => id)));
  }

  #begin(key: string, telling: PlacedTelling): Growing {
    const members: PlacedTelling[] = [];
    const documents = new Set<string>();
    const said = { ...makeClass([telling]), members, documents };
    const one = { said, members, documents, province: provinceKey(said) };
    this.#classes.set(key, one);
    for (const under of keysOf(one)) {
      const there = this.#under.get(under);
      if (there === undefined) this.#under.set(under, [one]);
      else there.push(one);
    }
    if (one.province !== null && isOfProvince(said)) this.#wide.add(one.province);
    return one;
  }

  /** Those that share a person with one, or a place within some days; one itself where several say the same. */
  #near(one: Growing): ReadonlySet<Growing> {
    const near = new Set<Growing>(one.members.length > 1 ? [one] : []);
    const add = (others: readonly Growing[] | undefined): void => {
      for (const other of others ?? []) if (other !== one) near.add(other);
    };
    for (const key of peopleKeys(one.said)) add(this.#under.get(key));
    for (const key of spotKeys(one.said, true)) add(this.#under.get(key));
    const wide = one.province !== null && this.#wide.has(one.province) ? [one.province] : [];
    for (const key of [...spanKeys(one.said), ...wide])
      add(this.#under.get(key)?.filter((other) => !areFarApart(one.said, other.said)));
    return near;
  }
}

/** What may be of one span is looked at together, whether it is or crosses it; and who is told of without a name with others who are there. */
function isTie(one: TellingClass, other: TellingClass): boolean {
  if (isBesideOthers(one, other) || isBesideOthers(other, one)) return true;
  const bits = weighNear(one, other, NO_SPANS);
  return bits !== null && (bits > 0 || areBound(one, other));
}

function isBesideOthers(bare: TellingClass, others: TellingClass): boolean {
  return isBare(bare) && spotOf(bare) !== null && isOfOthers(others) && areThere(others, bare);
}

/** Places by which one is of an event with others, or of a span: whoever is told of in several, by himself or not, makes one. */
function spanKeys(said: TellingClass): readonly string[] {
  return isWide(said) ? everyPlace(said) : placeKeys(said);
}

function keysOf({ said, province }: Growing): ReadonlySet<string> {
  const keys = new Set([...peopleKeys(said), ...spanKeys(said), ...spotKeys(said, false)]);
  if (province !== null) keys.add(province);
  return keys;
}

/** Keys of those who are told of one by one in a town on a day, and of others there; with `looks` those under which these meet. */
function spotKeys(one: TellingClass, looks: boolean): readonly string[] {
  const spot = spotOf(one);
  const towns = one.places.flatMap(({ city }) => city ?? []);
  if (isBare(one)) {
    const [alone, others] = looks ? ["named", "others"] : ["bare", "bare"];
    return spot === null ? [] : [`${alone} ${spot}`, ...towns.map((town) => `${others} ${town}`)];
  }
  if (isNamedAlone(one)) return spot === null ? [] : [`${looks ? "bare" : "named"} ${spot}`];
  return isOfOthers(one) ? towns.map((town) => `${looks ? "bare" : "others"} ${town}`) : [];
}
