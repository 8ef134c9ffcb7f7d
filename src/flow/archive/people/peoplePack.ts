/** What linking people needs of the packs: the model, the places and the stages of a case. Compiled once a process. */
import { sha256 } from "../../../base/digest.ts";
import { canonicalJson, type Json } from "../../../base/canonicalJson.ts";
import { foldForSearch } from "../../../base/foldForSearch.ts";
import { compileLinkModel, type LinkModel } from "../../../link/linkModel.ts";
import type { CountryOfMentions, PlaceNames } from "../../../link/mentions.ts";
import type { Stage } from "../../../model/caseHistory.ts";
import { MODALITIES, type Modality } from "../../../model/claim.ts";
import { countryFiles, loadRows, type PackRows, rowsOf } from "../../loadPacks.ts";
import { findPrison, type PrisonNames } from "./prisonNamed.ts";

export type PeoplePack = {
  readonly model: LinkModel;
  /** Changes with every row that linking looks at. */
  readonly version: string;
  /** Probability from which the machine holds two namings to be one person. */
  readonly same: number;
  readonly country: CountryOfMentions;
  /** Every name of a place by its id, in all languages. */
  readonly placeNames: (id: string) => readonly string[];
  readonly stages: ReadonlyMap<string, Stage>;
};

/** What a stage is called in a language of the terminal; its id where no pack names it. */
export function nameStage(id: string, language: "en" | "fa"): string {
  const row = countryFiles(loadRows(), "stages")
    .flatMap(rowsOf)
    .filter(isRow)
    .find((one) => one["id"] === id);
  return row === undefined ? id : (text(row, language) ?? id);
}

/** The stages of a case in their order, each with its name in a language. */
export function stageNames(
  language: "en" | "fa",
): readonly (readonly [id: string, name: string])[] {
  return countryFiles(loadRows(), "stages")
    .flatMap(rowsOf)
    .filter(isRow)
    .sort((one, other) => Number(one["order"]) - Number(other["order"]))
    .flatMap((row) => {
      const id = text(row, "id");
      return id === null ? [] : [[id, text(row, language) ?? id] as const];
    });
}

/** Raised when the same reports make other namings, people or events; archives link theirs again. */
const LINKING = 24;

let loaded: PeoplePack | null = null;

export function loadPeoplePack(): PeoplePack {
  loaded ??= compilePeople(loadRows());
  return loaded;
}

function compilePeople(rows: PackRows): PeoplePack {
  const model = compileLinkModel(rows);
  const stages = stagesOf(rows);
  const chargeNamed = findByName(rowsById(rows, "charges"));
  const ownNameOf = withoutWords(wordsOfPart(rows, "placeWords"));
  const countries = Object.fromEntries(
    Object.entries(rows).filter(([file]) => file.startsWith("country/")),
  );
  return {
    model,
    version: `link ${LINKING} ${sha256(Buffer.from(canonicalJson(countries as Json))).slice(0, 12)}`,
    same: model.weights.same,
    country: {
      places: placesOf(rows),
      charges: namesById(rows, "charges"),
      stageOfKind: stageOfKind(rows),
      stages,
      doubts: doubtsOf(rows),
      counting: {
        unnamed: wordsOfPart(rows, "noNames"),
        others: wordsOfPart(rows, "others"),
        also: wordsOfPart(rows, "also"),
        anybody: wordsOfPart(rows, "anybody"),
      },
      isProvince: provinceNames(rows),
      placeNamed: findByName(placeRows(rows), (id) => id.split("/")[1] ?? ""),
      ownNameOf,
      prisonNamed: findPrison(prisonNames(rows), ownNameOf),
      chargeNamed: (words) => chargeNamed("", words),
    },
    stages,
    placeNames: (id) => {
      const own = placeRows(rows).get(id);
      return own === undefined
        ? []
        : [text(own, "en"), text(own, "fa")].flatMap((one) => one ?? []);
    },
  };
}

/** Names of all places that the packs know, and whether words are one of them. */
export function knownPlaces(): {
  readonly isPlace: (words: string) => boolean;
  readonly names: readonly string[];
} {
  const names = [...placeRows(loadRows()).values()].flatMap((row) =>
    COLUMNS_OF_NAMES.flatMap((key) => [row[key]].flat()).filter((name) => typeof name === "string"),
  );
  const folded = new Set(names.map(foldForSearch));
  return { isPlace: (words) => folded.has(foldForSearch(words)), names };
}

/** What a place is called in a language; null where no pack names it. */
export function namePlace(id: string, language: "en" | "fa"): string | null {
  const row = placeRows(loadRows()).get(id);
  return row === undefined ? null : (text(row, language) ?? text(row, "en"));
}

/** Files of the country packs that name what a field of a person holds. */
const FILES: Readonly<Record<string, string>> = {
  city: "cities",
  province: "provinces",
  prison: "prisons",
  charge: "charges",
};

/** A town, province, prison or charge in a language, by its English name; as it is where no pack has it. */
export function nameValue(field: string, value: string, language: "en" | "fa"): string {
  const file = FILES[field];
  if (language === "en" || file === undefined) return value;
  const row = countryFiles(loadRows(), file)
    .flatMap(rowsOf)
    .filter(isRow)
    .find((one) => text(one, "en") === value);
  return row === undefined ? value : (text(row, language) ?? value);
}

let placeRowsLoaded: ReadonlyMap<string, Row> | null = null;

/** Rows of towns, provinces and prisons by the id that a claim gives ("ir/prison/evin"). */
function placeRows(rows: PackRows): ReadonlyMap<string, Row> {
  placeRowsLoaded ??= new Map(
    Object.entries(rows).flatMap(([file, content]) => {
      const [, country, name] =
        /^country\/([^/]+)\/(cities|provinces|prisons)\.json$/.exec(file) ?? [];
      if (country === undefined) return [];
      return rowsOf(content)
        .filter(isRow)
        .map((row) => [`${country}/${TYPES[name ?? ""]}/${text(row, "id")}`, row] as const);
    }),
  );
  return placeRowsLoaded;
}

type Row = Readonly<Record<string, unknown>>;

function stagesOf(rows: PackRows): ReadonlyMap<string, Stage> {
  const stages = countryFiles(rows, "stages").flatMap(rowsOf).filter(isRow);
  return new Map(
    stages.flatMap((row): [string, Stage][] => {
      const { id, order, risk } = row;
      if (typeof id !== "string" || typeof order !== "number" || typeof risk !== "number")
        return [];
      const [reverses, isLife] = [row["reverses"] === true, row["alive"] === true];
      return [[id, { id, order, risk, reverses, isLife, as: asOf(row["as"]) }]];
    }),
  );
}

function asOf(value: unknown): ReadonlyMap<Modality, string> {
  const row = isRow(value) ? value : {};
  return new Map(
    MODALITIES.flatMap((modality): [Modality, string][] => {
      const stage = row[modality];
      return typeof stage === "string" ? [[modality, stage]] : [];
    }),
  );
}

/** What a kind of claim says of the case of the person it names, where its words name no stage. */
function stageOfKind(rows: PackRows): ReadonlyMap<string, string> {
  const kinds = countryFiles(rows, "stages")
    .filter(isRow)
    .map((file) => file["cases"])
    .filter(isRow);
  return new Map(
    kinds.flatMap((row) =>
      Object.entries(row).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
    ),
  );
}

/** English names of the rows of a file by their ids. */
function namesById(rows: PackRows, file: string): ReadonlyMap<string, string> {
  return new Map(
    countryFiles(rows, file)
      .flatMap(rowsOf)
      .filter(isRow)
      .map((row) => [text(row, "id") ?? "", text(row, "en") ?? ""]),
  );
}

/** Words of a hedge that make a death a doubt. */
function doubtsOf(rows: PackRows): ReadonlySet<string> {
  const words = countryFiles(rows, "stages")
    .filter(isRow)
    .flatMap((file): readonly unknown[] => [file["doubts"]].flat())
    .filter((word) => typeof word === "string");
  return new Set(words.map(foldForSearch));
}

/** Words of both scripts in a part of how a country's people are linked. */
function wordsOfPart(rows: PackRows, part: string): ReadonlySet<string> {
  const words = countryFiles(rows, "linking")
    .filter(isRow)
    .flatMap((file) =>
      isRow(file[part]) ? [text(file[part], "latin"), text(file[part], "persian")] : [],
    )
    .flatMap((list) => (list ?? "").split(" "));
  return new Set(words.map(foldForSearch).filter((word) => word !== ""));
}

function withoutWords(left: ReadonlySet<string>): (words: string) => string {
  return (words) =>
    foldForSearch(words)
      .split(" ")
      .filter((word) => !left.has(word))
      .join(" ");
}

/** Tells names of provinces, in both scripts, from other words. */
function provinceNames(rows: PackRows): (words: string) => boolean {
  const names = new Set(
    countryFiles(rows, "provinces")
      .flatMap(rowsOf)
      .filter(isRow)
      .flatMap((row) => [row["en"], row["fa"], row["variants_latin"], row["variants_fa"]].flat())
      .filter((name): name is string => typeof name === "string")
      .map(foldForSearch),
  );
  return (words) => names.has(foldForSearch(words));
}

/** Finds the one row that is called so, in either script; by kind, where a place of each may be. */
function findByName(
  rows: Iterable<readonly [id: string, row: Row]>,
  kindOf: (id: string) => string = () => "",
): (kind: string, words: string) => string | null {
  const idsByName = new Map<string, Set<string>>();
  for (const [id, row] of rows)
    for (const name of COLUMNS_OF_NAMES.flatMap((key) => [row[key]].flat())) {
      if (typeof name !== "string") continue;
      const key = `${kindOf(id)} ${foldForSearch(name)}`;
      idsByName.set(key, (idsByName.get(key) ?? new Set()).add(id));
    }
  return (kind, words) => {
    const [only = null, ...others] = idsByName.get(`${kind} ${foldForSearch(words)}`) ?? [];
    return others.length === 0 ? only : null;
  };
}

/** Every prison with its names, and those of the town and the province in which it is. */
function prisonNames(rows: PackRows): readonly PrisonNames[] {
  const places = [...placeRows(rows)];
  return places.flatMap(([id, row]) => {
    const [country = "", type = ""] = id.split("/");
    if (type !== "prison") return [];
    const province = `${country}/province/${text(row, "province")}`;
    const town = text(row, "city") ?? "";
    const around = places.flatMap(([other, one]) => {
      const isTown = other.startsWith(`${country}/city/`) && text(one, "en") === town;
      return isTown || other === province ? namesOfRow(one) : [];
    });
    const own = [town, town.replace(/\s*\(.*/u, ""), text(row, "city_fa") ?? ""];
    return [{ id, names: namesOfRow(row), towns: [...around, ...own.filter((one) => one !== "")] }];
  });
}

function namesOfRow(row: Row): readonly string[] {
  return COLUMNS_OF_NAMES.flatMap((key) => [row[key]].flat()).filter(
    (name) => typeof name === "string",
  );
}

/** Columns of the packs that name a place or a charge. */
const COLUMNS_OF_NAMES = [
  "en",
  "fa",
  "variants_latin",
  "variants_fa",
  "names",
  "alone",
  "names_fa",
  "alone_fa",
];

/** Rows of a file of the country packs by their ids. */
function rowsById(rows: PackRows, file: string): readonly (readonly [string, Row])[] {
  return countryFiles(rows, file)
    .flatMap(rowsOf)
    .filter(isRow)
    .map((row) => [text(row, "id") ?? "", row] as const);
}

/** Names of towns, provinces and prisons by the id that a claim gives ("ir/prison/evin"). */
function placesOf(rows: PackRows): ReadonlyMap<string, PlaceNames> {
  const places = new Map<string, PlaceNames>();
  const provinces = new Map(
    countryFiles(rows, "provinces")
      .flatMap(rowsOf)
      .filter(isRow)
      .map((row) => [text(row, "id"), text(row, "en")]),
  );
  for (const [file, content] of Object.entries(rows)) {
    const [, country, name] =
      /^country\/([^/]+)\/(cities|provinces|prisons)\.json$/.exec(file) ?? [];
    if (country === undefined) continue;
    for (const row of rowsOf(content).filter(isRow)) {
      const id = `${country}/${TYPES[name ?? ""]}/${text(row, "id")}`;
      const own = text(row, "en");
      const province = provinces.get(text(row, name === "provinces" ? "id" : "province")) ?? null;
      if (name === "provinces") places.set(id, { city: null, province, prison: null });
      else if (name === "cities") places.set(id, { city: own, province, prison: null });
      else places.set(id, { city: text(row, "city"), province, prison: own });
    }
  }
  return places;
}

const TYPES: Readonly<Record<string, string>> = {
  cities: "city",
  provinces: "province",
  prisons: "prison",
};

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(row: Row, key: string): string | null {
  const value = row[key];
  return typeof value === "string" ? value : null;
}
