/**
 * In: the machine-readable scripts of a page. Out: the things they describe, flat.
 * Never: trusts their shape; walks more of them than a page would hold.
 */

/** A thing that a page describes: its types and its own fields. */
export type Thing = {
  readonly types: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
};

/** Reads every thing of a page's JSON-LD, outer ones first. */
export function readThings(scripts: readonly string[]): Thing[] {
  const things: Thing[] = [];
  const queue: unknown[] = scripts.map(parseLoosely);
  for (let at = 0; at < queue.length && at < THING_LIMIT; at++) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, THING_LIMIT));
    else if (isRecord(value)) {
      const types = typesOf(value["@type"]);
      if (types.length > 0) things.push({ types, fields: value });
      for (const inner of Object.values(value)) if (typeof inner === "object") queue.push(inner);
    }
  }
  return things;
}

/** The first text under a field: a string, the name of a thing, or the first of a list. */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  if (Array.isArray(value)) return textOf(value[0]);
  if (isRecord(value)) return textOf(value["name"] ?? value["@value"]);
  return null;
}

/** All names under a field, joined by commas. */
export function namesOf(value: unknown): string | null {
  if (!Array.isArray(value)) return textOf(value);
  const names = value.map(textOf).filter((name) => name !== null);
  return names.length === 0 ? null : [...new Set(names)].join(", ");
}

/** Types that are one report. */
export const ARTICLE_TYPES =
  /^(?:(?:News|Analysis\w*|Background\w*|Opinion\w*|Reportage\w*|Review\w*|Satirical|Scholarly|MedicalScholarly|Tech|AdvertiserContent)?Article|BlogPosting|LiveBlogPosting|Report|NewsArticle|Review)$/;

const THING_LIMIT = 2_000;

function parseLoosely(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, "")
    .trim();
  for (const attempt of [text, text.replace(/[\n\r\t]+/g, " ").replace(/,\s*([}\]])/g, "$1")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The second attempt mends raw line ends and trailing commas; then it is given up.
    }
  }
  return null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typesOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((type) =>
    typeof type === "string" ? [type.replace(/^https?:\/\/schema\.org\//, "")] : [],
  );
}
