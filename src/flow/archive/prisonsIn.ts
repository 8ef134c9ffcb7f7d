/** Which prisons stand in a town: whoever asks for what happened in Karaj means Ghezel Hesar, too. */
import { foldForSearch } from "../../base/foldForSearch.ts";
import type { PlaceWithin } from "../../ledger/searchWords.ts";
import { loadRows } from "../packFiles.ts";

const FILES = /^country\/([^/]+)\/(cities|prisons)\.json$/;
const NAMES = [
  "en",
  "fa",
  "variants_latin",
  "variants_fa",
  "names",
  "alone",
  "names_fa",
  "alone_fa",
];

/** The prisons of the one town that is called so, in any script; none where no pack has it. */
export function prisonsIn(words: string): readonly PlaceWithin[] {
  const wanted = foldForSearch(words);
  const rows = Object.entries(loadRows(/country\/.*\/(?:cities|prisons)\.json$/)).flatMap(
    ([file, content]) => {
      const [, country = "", type = ""] = FILES.exec(file) ?? [];
      return itemsOf(content).map((row) => ({ country, type, row, names: namesOf(row) }));
    },
  );
  const towns = rows.flatMap(({ country, type, row, names }) =>
    type === "cities" && names.includes(wanted) ? [`${country} ${String(row["en"])}`] : [],
  );
  if (new Set(towns).size !== 1) return [];
  return rows.flatMap(({ country, type, row, names }) =>
    type === "prisons" && `${country} ${townOf(row)}` === towns[0]
      ? [{ id: `${country}/prison/${String(row["id"])}`, names }]
      : [],
  );
}

/** "Tehran (Fashafouyeh)" is in Tehran. */
function townOf({ city }: Row): string {
  return String(city).replace(/\s*\(.*/u, "");
}

type Row = Readonly<Record<string, unknown>>;

function itemsOf(content: unknown): readonly Row[] {
  const items: unknown = isRow(content) ? content["items"] : [];
  return Array.isArray(items) ? items.filter(isRow) : [];
}

function namesOf(row: Row): readonly string[] {
  return NAMES.flatMap((key) => [row[key]].flat())
    .filter((name) => typeof name === "string")
    .map(foldForSearch);
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
