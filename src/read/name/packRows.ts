/**
 * In: raw JSON of a pack. Out: its rows and words, checked.
 * Never: guesses at a malformed row: a TypeError names it.
 */
import { foldText } from "../tokens.ts";

/** A row of a pack. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of a pack. */
export function items(pack: Row, path: string): readonly Row[] {
  const rows = pack["items"];
  if (!Array.isArray(rows)) throw new TypeError(`${path} has no list of items`);
  return rows.map((row) => asRow(row, path));
}

/** A list of rows under a key; none when the key is missing. */
export function rowsOf(pack: Row, key: string, path: string): readonly Row[] {
  const rows = pack[key];
  if (rows === undefined) return [];
  if (!Array.isArray(rows)) throw new TypeError(`${path}: ${key} is no list`);
  return rows.map((row) => asRow(row, `${path} ${key}`));
}

/** A value as a row; a TypeError names the path when it is none. */
export function asRow(value: unknown, path: string): Row {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`${path}: a row is no object`);
  }
  return { ...value };
}

/** A text that must be there. */
export function text(row: Row, key: string, path: string): string {
  const value = row[key];
  if (typeof value !== "string" || value === "") {
    throw new TypeError(`${path}: row ${JSON.stringify(row["id"] ?? null)} has no ${key}`);
  }
  return value;
}

/** A list of names; empty when the key is missing. */
export function list(row: Row, key: string): readonly string[] {
  const value = row[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new TypeError(`Row ${String(row["id"])}: ${key} is no list`);
  return value.filter((name): name is string => typeof name === "string" && name !== "");
}

/** The words of a row, folded. */
export function wordsOf(row: Row, path: string): readonly string[] {
  const words = text(row, "words", path);
  const parts = words.includes(";") ? words.split(";") : words.split(" ");
  return parts.filter((word) => word !== "" && !word.includes(" ")).map(foldText);
}

/** Names parted by semicolons. */
export function splitNames(value: unknown): readonly string[] {
  return typeof value === "string" ? value.split(";").filter((name) => name !== "") : [];
}

/** Words parted by spaces, folded. */
export function splitWords(value: unknown): readonly string[] {
  return typeof value === "string"
    ? value
        .split(" ")
        .filter((word) => word !== "")
        .map(foldText)
    : [];
}

/** A name as the last part of an id. */
export function slug(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
