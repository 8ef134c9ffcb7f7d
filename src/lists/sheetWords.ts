/**
 * In: the rows of packs/lang/…/sheets.json, and the month rows of the packs. Out: the words of lists, ready to look up.
 * Never: holds a word of its own.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import { CLAIM_KINDS, type ClaimKind, MODALITIES, type Modality } from "../model/claim.ts";
import type { ListDate } from "../model/listRecord.ts";
import { type CountMeaning, compileTallyWords, type TallyWords } from "./tallyWords.ts";

/** What a column of a list of people can hold. */
export const FIELDS = [
  "id",
  "name",
  "name_fa",
  "first_name",
  "middle_name",
  "last_name",
  "first_name_fa",
  "middle_name_fa",
  "last_name_fa",
  "date",
  "date_year",
  "date_month",
  "date_day",
  "alive",
  "age",
  "age_min",
  "age_max",
  "birth",
  "sex",
  "city",
  "province",
  "father",
  "charge",
  "prison",
  "status",
] as const;

/** What a column of a list of incidents or figures can hold. */
export const TALLY_FIELDS = [
  "id",
  "kind",
  "number",
  "number_min",
  "number_max",
  "qualifier",
  "date",
  "date_from",
  "date_to",
  "date_year",
  "date_month",
  "date_day",
  "city",
  "province",
  "prison",
  "source",
  "count",
] as const;

/** What a column can hold. */
export type Field = (typeof FIELDS)[number] | (typeof TALLY_FIELDS)[number];

export type Calendar = ListDate["calendar"];

/** A header's word for what else it says: a calendar, or the script of its cells. */
export type Hint = Calendar | "fa" | "latin";

export type HeaderWord = {
  readonly field: Field;
  readonly rank: number;
  /** Of a column that counts something: what. */
  readonly count?: CountMeaning;
};
export type MonthWord = { readonly calendar: Calendar; readonly month: number };

/** What a word in a cell with a date can be beside a month or a number. */
export type DateWord = "filler" | "about" | "join" | "same" | "pair";
/** What a word in a cell with an age can be. */
export type AgeWord =
  | "about"
  | "under"
  | "over"
  | "early"
  | "mid"
  | "late"
  | "years"
  | "months"
  | "join"
  | "between";

/** What the words of a status say of somebody. */
export type StatusWord = {
  readonly tells: {
    readonly kind: ClaimKind;
    readonly modality: Modality;
    readonly stage: string | null;
  } | null;
  /** Lists of what it says so too, beside those of its own kind ("died": of the killed). */
  readonly confirms: ReadonlySet<string> | "any";
  /** Lists in which it means this; null is every one ("carried out": of the executed). */
  readonly lists: ReadonlySet<string> | null;
  /** It says that what the list is of did not happen. */
  readonly undoes: boolean;
  /** Somebody denies what the list is of, and does not only call the row a slip. */
  readonly denies: boolean;
};

/** The words of lists, folded as `foldForSearch` folds. */
export type SheetWords = {
  /** Words of lists that count; null for lists of people. */
  readonly tallies: TallyWords | null;
  readonly headers: ReadonlyMap<string, HeaderWord>;
  /** The same by their words without fillers, in one order: "date of death" is "death date". */
  readonly headersByTokens: ReadonlyMap<string, HeaderWord>;
  /** The same without spaces, for files that lost the joiners between them. */
  readonly headersGlued: ReadonlyMap<string, HeaderWord>;
  readonly fillers: ReadonlySet<string>;
  /** What the people of a list suffered: beside or over "City" and "Date" these say no more than the field. */
  readonly deeds: ReadonlySet<string>;
  readonly hints: ReadonlyMap<string, Hint>;
  readonly unknown: ReadonlySet<string>;
  readonly nobody: ReadonlySet<string>;
  /** What a status says of somebody whom a list of the dead need not mean ("pardoned", "postponed - alive"). */
  readonly livesOn: ReadonlySet<string>;
  /** What is told of the dead: "released" beside it is the body. */
  readonly burials: ReadonlySet<string>;
  /** Words of those whom the dead leave behind ("survived by two children"). */
  readonly bereaved: ReadonlySet<string>;
  /** What makes a doubt of what a list is of ("not confirmed"), by its words alone or with those of a state. */
  readonly doubts: readonly string[];
  /** What may stand between the words of a status: "alive and in hospital". */
  readonly statusJoins: ReadonlySet<string>;
  /** Headers of columns for whatever else there is to say. */
  readonly remarks: ReadonlySet<string>;
  /** What the words of a status say, by their letters alone. */
  readonly statuses: ReadonlyMap<string, readonly StatusWord[]>;
  readonly sexes: ReadonlyMap<string, "female" | "male">;
  readonly months: ReadonlyMap<string, MonthWord>;
  readonly dateWords: ReadonlyMap<string, DateWord>;
  readonly ageWords: ReadonlyMap<string, AgeWord>;
  /** What follows the first year of a decade: "30s". */
  readonly decades: ReadonlySet<string>;
  readonly footers: ReadonlySet<string>;
};

/**
 * Puts the words of all languages together; `calendars` are pack files with `words` whose `value` is a month or a weekday.
 * With `tallies` they are the words of lists of incidents and figures; those of people that count nothing are left out then. `of` says
 * what a list is of: "Date of arrest" is the day of a list of arrests, and of no other.
 */
export function compileSheetWords(
  sheets: readonly unknown[],
  calendars: readonly unknown[],
  tallies: readonly unknown[] = [],
  of: string | null = null,
): SheetWords {
  const counted = tallies.length === 0 ? null : compileTallyWords(tallies);
  const known: readonly Field[] = counted === null ? FIELDS : TALLY_FIELDS;
  const each = (key: string): readonly Row[] => sheets.flatMap((sheet) => rowsOf(sheet, key));
  const strings = (key: string): readonly string[] =>
    sheets.flatMap((sheet) => wordsOf(field(sheet, key))).map(foldForSearch);
  const inside = (outer: string, key: string): readonly string[] =>
    sheets.flatMap((sheet) => wordsOf(field(field(sheet, outer), key))).map(foldForSearch);
  const headers = new Map<string, HeaderWord>();
  for (const row of [...each("headers"), ...tallies.flatMap((file) => rowsOf(file, "headers"))]) {
    const name = [...FIELDS, ...TALLY_FIELDS].find((one) => one === row["field"]);
    if (name === undefined) throw new TypeError(`${String(row["id"])}: no field of a list`);
    if (!known.includes(name)) continue;
    if (row["lists"] !== undefined && !wordsOf(row["lists"]).includes(of ?? "")) continue;
    const rank = typeof row["rank"] === "number" ? row["rank"] : 1;
    for (const word of wordsOf(row["words"]))
      headers.set(foldForSearch(word) || word, { field: name, rank });
  }
  for (const [word, count] of counted?.headers ?? [])
    if (!headers.has(word)) headers.set(word, { field: "count", rank: 1, count });
  const fillers = new Set([...strings("fillers"), ...(counted?.fillers ?? [])]);
  const headersByTokens = new Map<string, HeaderWord>();
  for (const [word, meaning] of headers) {
    const key = tokenKey(word.split(" "), { fillers });
    // What fillers leave of "s/o" is no word.
    if (key.length >= SHORTEST_KEY && !headersByTokens.has(key)) headersByTokens.set(key, meaning);
  }
  const months = new Map<string, MonthWord>();
  const dateWords = new Map<string, DateWord>();
  for (const row of [...calendars.flatMap((file) => rowsOf(file, "words")), ...each("months")]) {
    const value = isRow(row["value"]) ? row["value"] : row;
    const month = value["month"];
    if (typeof month === "number" && !("weekday" in value)) {
      const calendar = CALENDARS.find((known) => known === value["calendar"]) ?? "gregorian";
      for (const word of folded(row)) {
        months.set(word, { calendar, month });
        months.set(word.replaceAll(" ", ""), { calendar, month });
      }
    } else if (typeof value["weekday"] === "number")
      for (const word of folded(row)) dateWords.set(word, "filler");
  }
  const DATE_KEYS = [
    ["fillers", "filler"],
    ["about", "about"],
    ["joins", "join"],
    ["same", "same"],
    ["pairs", "pair"],
  ] as const;
  for (const [key, kind] of DATE_KEYS)
    for (const word of inside("dates", key)) dateWords.set(word, kind);
  const AGE_KEYS = [
    ["about", "about"],
    ["under", "under"],
    ["over", "over"],
    ["early", "early"],
    ["mid", "mid"],
    ["late", "late"],
    ["years", "years"],
    ["months", "months"],
    ["joins", "join"],
    ["between", "between"],
  ] as const;
  const ageWords = new Map(
    AGE_KEYS.flatMap(([key, kind]) => inside("ages", key).map((word) => [word, kind] as const)),
  );
  return {
    tallies: counted,
    headers,
    headersByTokens,
    headersGlued: new Map(
      [...headers].flatMap(([word, meaning]) =>
        word.includes(" ") && word.length > SHORTEST_GLUED
          ? [[word.replaceAll(" ", ""), meaning] as const]
          : [],
      ),
    ),
    fillers,
    deeds: new Set(strings("deeds")),
    hints: new Map(
      each("hints").flatMap((row) => {
        const hint = HINTS.find((known) => known === row["hint"]);
        return hint === undefined ? [] : folded(row).map((word) => [word, hint] as const);
      }),
    ),
    unknown: new Set(strings("unknown")),
    nobody: new Set(strings("nobody")),
    livesOn: new Set(strings("livesOn")),
    burials: new Set(strings("burials")),
    bereaved: new Set(strings("bereaved")),
    doubts: strings("doubts"),
    statusJoins: new Set(strings("statusJoins")),
    remarks: new Set(strings("remarks")),
    statuses: statusesOf(each("statuses")),
    sexes: new Map(
      each("sexes").flatMap((row) => {
        const sex = row["sex"] === "female" ? ("female" as const) : ("male" as const);
        return folded(row).map((word) => [word, sex] as const);
      }),
    ),
    months,
    dateWords,
    ageWords,
    decades: new Set(inside("ages", "decades")),
    footers: new Set(strings("footers")),
  };
}

function statusesOf(rows: readonly Row[]): ReadonlyMap<string, readonly StatusWord[]> {
  const statuses = new Map<string, StatusWord[]>();
  for (const row of rows) {
    const kind = CLAIM_KINDS.find((one) => one === row["kind"]);
    const modality = MODALITIES.find((one) => one === row["modality"]) ?? "happened";
    const stage = typeof row["stage"] === "string" ? row["stage"] : null;
    const word: StatusWord = {
      tells: kind === undefined ? null : { kind, modality, stage },
      confirms: row["confirms"] === "any" ? "any" : new Set(wordsOf(row["confirms"])),
      lists: row["lists"] === undefined ? null : new Set(wordsOf(row["lists"])),
      undoes: row["undoes"] === true,
      denies: row["denies"] === true,
    };
    for (const words of folded(row)) {
      const key = words.replaceAll(/[^\p{L}\p{N}]+/gu, "");
      statuses.set(key, [...(statuses.get(key) ?? []), word]);
    }
  }
  return statuses;
}

/** The words of a header without fillers, in an order of their own. */
export function tokenKey(tokens: readonly string[], words: Pick<SheetWords, "fillers">): string {
  return tokens
    .filter((token) => !words.fillers.has(token))
    .sort()
    .join(" ");
}

const SHORTEST_KEY = 3;
/** Shorter ones without their spaces may be other words. */
const SHORTEST_GLUED = 6;

const CALENDARS: readonly Calendar[] = ["gregorian", "jalali", "hijri"];
const HINTS: readonly Hint[] = [...CALENDARS, "fa", "latin"];

type Row = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function field(value: unknown, key: string): unknown {
  return isRow(value) ? value[key] : undefined;
}

function rowsOf(content: unknown, key: string): readonly Row[] {
  const list = field(content, key);
  return Array.isArray(list) ? list.filter(isRow) : [];
}

function wordsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((word) => typeof word === "string");
}

function folded(row: Row): readonly string[] {
  return wordsOf(row["words"]).map(foldForSearch);
}
