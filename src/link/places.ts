/**
 * In: a town, province or prison as a list writes it. Out: numbers of the town and the province, equal for equal places.
 * Never: guesses a province for a town that no gazetteer of the packs holds.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import { hashText } from "./hashText.ts";
import type { Letters } from "./letters.ts";

export type PlaceWords = {
  readonly latin: string;
  readonly persian: string;
  readonly unknown: string;
};

/** Up to three towns and provinces that a cell names; 0 is none. */
export type PlaceFound = {
  readonly towns: readonly number[];
  readonly provinces: readonly number[];
};

export type Places = {
  readonly findTown: (text: string) => PlaceFound;
  readonly findProvince: (text: string) => PlaceFound;
  readonly findPrison: (text: string) => number;
  /** What a number stands for, the same in every run and version; and back, 0 where no pack knows it any more. */
  readonly nameOf: (number: number) => string;
  readonly numberNamed: (name: string) => number;
};

type Item = Readonly<Record<string, unknown>>;

const UNKNOWN = 0x40000000;

const NOWHERE: PlaceFound = { towns: [], provinces: [] };

export function compilePlaces(
  rows: Readonly<Record<string, unknown>>,
  words: PlaceWords,
  letters: Letters,
): Places {
  const left = new Set(
    `${words.latin} ${words.persian}`.split(" ").flatMap((word) => foldForSearch(word).split(" ")),
  );
  const unknown = new Set(words.unknown.split(" ").map(foldForSearch));
  /** The words that tell a place from others, written together: "Sar-e Pol" and "Sarpol" are one. */
  const keyOf = (text: string): string => {
    const folded = foldForSearch(text);
    const tokens = folded.split(" ").filter((word) => !left.has(word));
    return (tokens.length > 0 ? tokens : [folded]).join("");
  };
  const skeletonOf = (key: string): string =>
    letters.skeletonOf(letters.soundsOf(key, letters.isPersian(key)));
  const numbers = new Map<string, number>();
  const names = new Map<number, string>();
  const remember = (name: string, number: number): number => {
    numbers.set(name, number);
    names.set(number, name);
    return number;
  };
  const numberOf = (name: string): number => numbers.get(name) ?? remember(name, numbers.size + 1);
  /** Of a place that no gazetteer holds: the same in every run, above those of the packs. */
  const unknownNumber = (name: string): number =>
    numbers.get(name) ?? remember(name, UNKNOWN | (hashText(name) >>> 2));
  const provinces = new Gazetteer(skeletonOf);
  const towns = new Gazetteer(skeletonOf);
  const prisons = new Gazetteer(skeletonOf);
  const provinceOfTown = new Map<number, number>();
  for (const item of itemsOf(rows, "provinces")) {
    const number = numberOf(`province:${textOf(item, "id")}`);
    provinces.add(namesOf(item).map(keyOf), number);
  }
  for (const item of itemsOf(rows, "cities")) {
    const number = numberOf(`town:${textOf(item, "id")}`);
    towns.add(namesOf(item).map(keyOf), number);
    provinceOfTown.set(number, numberOf(`province:${textOf(item, "province")}`));
  }
  for (const item of itemsOf(rows, "prisons")) {
    const number = numberOf(`prison:${textOf(item, "id")}`);
    prisons.add(namesOf(item).map(keyOf), number);
    provinceOfTown.set(number, numberOf(`province:${textOf(item, "province")}`));
  }
  const partsOf = (text: string): string[] =>
    text
      .split(/[,،;/()[\]|–]|\s-\s/u)
      .map((part) => part.trim())
      .filter((part) => part !== "" && !unknown.has(foldForSearch(part)));
  const find = (text: string, provinceFirst: boolean): PlaceFound => {
    const found = { towns: new Set<number>(), provinces: new Set<number>() };
    for (const part of partsOf(text)) {
      const key = keyOf(part);
      if (key === "") continue;
      const province = provinces.find(key);
      const town = towns.find(key);
      if (province !== 0 && (provinceFirst || town === 0)) {
        found.provinces.add(province);
        continue;
      }
      if (provinceFirst) continue;
      const number = town === 0 ? unknownNumber(`?${skeletonOf(key) || key}`) : town;
      found.towns.add(number);
      const within = provinceOfTown.get(number);
      if (within !== undefined) found.provinces.add(within);
    }
    return { towns: [...found.towns], provinces: [...found.provinces] };
  };
  const keep = <T>(read: (text: string) => T): ((text: string) => T) => {
    const known = new Map<string, T>();
    return (text) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const value = read(text);
      known.set(text, value);
      return value;
    };
  };
  return {
    nameOf: (number) => names.get(number) ?? "",
    numberNamed: (name) => (name.startsWith("?") ? unknownNumber(name) : (numbers.get(name) ?? 0)),
    findTown: keep((text) => (text === "" ? NOWHERE : find(text, false))),
    findProvince: keep((text) => (text === "" ? NOWHERE : find(text, true))),
    findPrison: keep((text) => {
      const key = keyOf(text);
      if (key === "" || unknown.has(foldForSearch(text))) return 0;
      const known = prisons.find(key);
      return known === 0 ? unknownNumber(`?prison:${skeletonOf(key) || key}`) : known;
    }),
  };
}

/** Names of places with their numbers; a name that is not there is sought by its skeleton, if that is one place's alone. */
class Gazetteer {
  readonly #byKey = new Map<string, number>();
  readonly #bySkeleton = new Map<string, number>();
  readonly #skeletonOf: (key: string) => string;

  constructor(skeletonOf: (key: string) => string) {
    this.#skeletonOf = skeletonOf;
  }

  add(keys: readonly string[], number: number): void {
    for (const key of keys) {
      if (!this.#byKey.has(key)) this.#byKey.set(key, number);
      const skeleton = this.#skeletonOf(key);
      const before = this.#bySkeleton.get(skeleton);
      this.#bySkeleton.set(skeleton, before === undefined || before === number ? number : 0);
    }
  }

  find(key: string): number {
    const exact = this.#byKey.get(key);
    if (exact !== undefined) return exact;
    const skeleton = this.#skeletonOf(key);
    return skeleton.length < 3 ? 0 : (this.#bySkeleton.get(skeleton) ?? 0);
  }
}

function itemsOf(rows: Readonly<Record<string, unknown>>, kind: string): readonly Item[] {
  return Object.entries(rows).flatMap(([path, content]) => {
    if (!path.startsWith("country/") || !isItem(content) || content["kind"] !== kind) return [];
    const items = content["items"];
    return Array.isArray(items) ? items.filter(isItem) : [];
  });
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(item: Item, key: string): string {
  const value = item[key];
  return typeof value === "string" ? value : "";
}

const NAME_KEYS = [
  "en",
  "fa",
  "variants_latin",
  "variants_fa",
  "old_names",
  "names",
  "alone",
  "names_fa",
  "alone_fa",
];

function namesOf(item: Item): readonly string[] {
  return NAME_KEYS.flatMap((key) => item[key] ?? []).filter(
    (name): name is string => typeof name === "string" && name !== "",
  );
}
