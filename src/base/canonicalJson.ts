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
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`JSON holds no ${typeof value}`);
  const members = Object.keys(value)
    .sort(byUnits)
    .map((key) => `${quoted(key)}:${canonicalJson(memberOf(value, key))}`);
  return `{${members.join(",")}}`;
}

function memberOf(value: { readonly [key: string]: Json }, key: string): Json {
  const member = value[key];
  if (member === undefined) throw new TypeError("JSON holds no undefined");
  return member;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function quoted(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError("JSON holds no lone surrogate");
  return JSON.stringify(text);
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
