/**
 * In: JSON: an object a line, an array of objects, or an object that holds one such array. Out: their rows, one by one.
 * Never: drops a line that is no object without a note.
 */
import { Failure } from "../base/failure.ts";
import type { ListReader } from "./listReader.ts";

/** Between a key and the key inside it; no key holds it. */
const INSIDE = "\u0000";
/** Keys inside keys go so deep; deeper values are kept as JSON. */
const DEPTH = 2;
/** Names of columns are looked at together, so that "name" beside "surname" is understood. */
const LOOKED_AT = 100;
/** More columns than a spreadsheet has are no list. */
const MOST_COLUMNS = 2000;

/** Reads the objects of a file into a list. */
export function readJsonList(text: string, list: ListReader): void {
  const whole = parse(text);
  const items = whole === undefined ? null : itemsOf(whole);
  const table = new ObjectTable(list);
  if (items !== null) {
    for (const [at, item] of items.entries()) table.take(at + 1, item);
  } else {
    let row = 0;
    for (let start = 0; start < text.length; ) {
      const found = text.indexOf("\n", start);
      const end = found < 0 ? text.length : found;
      const line = text.slice(start, end).trim();
      start = end + 1;
      row++;
      if (line !== "") table.take(row, parse(line));
    }
  }
  table.end();
}

/** Objects as rows of one table; its columns are their keys as they come. */
class ObjectTable {
  private readonly list: ListReader;
  private readonly indexByKey = new Map<string, number>();
  private readonly first: { readonly row: number; readonly cells: readonly string[] }[] = [];
  private isNamed = false;
  private named = 0;

  constructor(list: ListReader) {
    this.list = list;
  }

  take(row: number, item: unknown): void {
    if (!isObject(item)) {
      this.list.notes.add("list-line-unread", row, null, null);
      return;
    }
    const cells: string[] = [];
    this.fill(item, "", 0, cells);
    // A key that comes late leaves holes in front of it.
    const whole = Array.from(cells, (cell: string | undefined) => cell ?? "");
    if (!this.isNamed) {
      this.first.push({ row, cells: whole });
      if (this.first.length === LOOKED_AT) this.end();
    } else {
      if (this.named < this.indexByKey.size) this.name();
      this.list.row(row, whole);
    }
  }

  end(): void {
    if (this.isNamed || this.first.length === 0) return;
    this.isNamed = true;
    this.name();
    for (const { row, cells } of this.first.splice(0)) this.list.row(row, cells);
  }

  private name(): void {
    this.named = this.indexByKey.size;
    const keys = [...this.indexByKey.keys()].map((key) => key.split(INSIDE));
    // A key that is in no other is its own group.
    const leaves = keys.map((key) => key.at(-1) ?? "");
    this.list.names(
      leaves,
      keys.map((key, at) => (key.length === 1 ? (leaves[at] ?? "") : key.slice(0, -1).join(" "))),
    );
  }

  private fill(
    item: Readonly<Record<string, unknown>>,
    above: string,
    depth: number,
    cells: string[],
  ) {
    for (const [key, value] of Object.entries(item)) {
      const name = above === "" ? key : `${above}${INSIDE}${key}`;
      if (isObject(value) && depth < DEPTH) {
        this.fill(value, name, depth + 1, cells);
        continue;
      }
      let index = this.indexByKey.get(name);
      if (index === undefined) {
        if (this.indexByKey.size >= MOST_COLUMNS)
          throw new Failure(
            "input-refused",
            "The objects have too many different keys to be a list of people",
          );
        index = this.indexByKey.size;
        this.indexByKey.set(name, index);
      }
      cells[index] = textOf(value);
    }
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (isList(value) && value.every((one) => typeof one !== "object"))
    return value.map((one) => textOf(one)).join("; ");
  return JSON.stringify(value) ?? "";
}

function itemsOf(whole: unknown): readonly unknown[] | null {
  if (isList(whole)) return whole;
  if (!isObject(whole)) return null;
  const lists = Object.values(whole)
    .filter(isList)
    .filter((list) => list.some(isObject));
  return lists.length === 1 ? (lists[0] ?? null) : [whole];
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
