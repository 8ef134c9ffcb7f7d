/** A value that JSON can hold. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * One spelling for a value, so that its digest means something: members sorted by UTF-16 units, no white space,
 * numbers and strings as ECMAScript writes them (RFC 8785, JSON Canonicalization Scheme).
 * Throws TypeError on what JSON cannot hold: NaN, Infinity, undefined, lone surrogates.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("JSON holds no NaN or Infinity");
    return String(value);
  }
  let text = "";
  if (isList(value)) {
    for (const member of value) text += `${text === "" ? "" : ","}${canonicalJson(member)}`;
    return `[${text}]`;
  }
  if (typeof value !== "object") throw new TypeError(`JSON holds no ${typeof value}`);
  for (const { key, opening } of membersOf(value)) {
    const member = value[key];
    if (member === undefined) throw new TypeError("JSON holds no undefined");
    text += (text === "" ? "" : ",") + opening + canonicalJson(member);
  }
  return `{${text}}`;
}

/** The same for an object whose members are written already: each value as `canonicalJson` writes it, by its key. */
export function canonicalObject(valueByKey: Readonly<Record<string, string>>): string {
  return `{${membersOf(valueByKey)
    .map(({ key, opening }) => opening + (valueByKey[key] ?? ""))
    .join(",")}}`;
}

/** A member's key, and the key as it is written before its value. */
type Member = { readonly key: string; readonly opening: string };

/** Keys as they came, and the members in order: most values have one of a few shapes. */
type Shape = { readonly keys: readonly string[]; readonly members: readonly Member[] };

/** Shapes by their first key. Keys of objects are one string each to the engine, so comparing them costs next to nothing. */
const KNOWN_SHAPES = new Map<string, Shape[]>();
const MOST_OF_ONE = 16;
const MOST_FIRSTS = 1_000;
/** Values with more members than this are of no shape. */
const MOST_MEMBERS = 40;

function membersOf(value: object): readonly Member[] {
  const keys = Object.keys(value);
  const [first] = keys;
  if (first === undefined) return [];
  if (keys.length > MOST_MEMBERS) return inOrder(keys);
  const alike = KNOWN_SHAPES.get(first);
  if (alike !== undefined)
    for (const shape of alike) if (isSame(shape.keys, keys)) return shape.members;
  const members = inOrder(keys);
  if (alike === undefined) {
    if (KNOWN_SHAPES.size < MOST_FIRSTS) KNOWN_SHAPES.set(first, [{ keys, members }]);
  } else if (alike.length < MOST_OF_ONE) alike.push({ keys, members });
  return members;
}

function isSame(known: readonly string[], keys: readonly string[]): boolean {
  if (known.length !== keys.length) return false;
  for (let at = 0; at < keys.length; at++) if (known[at] !== keys[at]) return false;
  return true;
}

/** Sorted by UTF-16 units, as `sort` does by itself. */
function inOrder(keys: readonly string[]): readonly Member[] {
  return keys.toSorted().map((key) => ({ key, opening: `${quoted(key)}:` }));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A lone surrogate is written as a code; a text that holds such letters itself is looked at again. */
function quoted(text: string): string {
  const written = JSON.stringify(text);
  if (written.includes("\\ud") && /\p{Surrogate}/u.test(text))
    throw new TypeError("JSON holds no lone surrogate");
  return written;
}
