import type { Range } from "../../src/base/span.ts";
import type { Attribution, Claim, Period, Quantity } from "../../src/model/claim.ts";
import type { GoldClaim, GoldQuantity } from "./gold.ts";

/** Shared length over joined length. */
export function overlapOf(
  left: Range,
  right: Range,
): { readonly iou: number; readonly held: number } {
  const shared = Math.min(left.end, right.end) - Math.max(left.start, right.start);
  if (shared <= 0) return { iou: 0, held: 0 };
  const lengths = [left.end - left.start, right.end - right.start] as const;
  return {
    iou: shared / (lengths[0] + lengths[1] - shared),
    held: shared / Math.max(1, Math.min(...lengths)),
  };
}

/** min, max and approximate alike; null only with null, but for a one that no word says. */
export function isSameQuantity(gold: GoldQuantity | null, read: Quantity | null): boolean {
  if (gold === null) return read === null;
  if (read === null) return gold.text === null && gold.min === 1 && gold.max === 1;
  return (
    isNear(gold.min, read.min) && isNear(gold.max, read.max) && gold.approx === read.approximate
  );
}

/** Whether two intervals share any value. Open ends reach to infinity. */
export function doIntervalsMeet(gold: GoldQuantity, read: Quantity): boolean {
  const tolerance = 1e-3 * Math.max(1, Math.abs(gold.min ?? gold.max ?? 0));
  const low = Math.max(gold.min ?? -Infinity, read.min ?? -Infinity);
  const high = Math.min(gold.max ?? Infinity, read.max ?? Infinity);
  return low <= high + tolerance;
}

/** First and last day alike; a period without days counts as none. */
export function isSamePeriod(gold: GoldClaim["period"], read: Period | null): boolean {
  const from = firstDay(read?.earliest ?? null);
  const to = lastDay(read?.latest ?? null);
  return (gold?.from ?? null) === from && (gold?.to ?? null) === to;
}

/** The innermost source that a claim names, or null for the author alone. */
export function innermost(chain: readonly Attribution[]): Attribution | null {
  const last = chain.at(-1);
  return last === undefined || last.type === "author" ? null : last;
}

/** The same source: equal words, or one within the other holding its head. */
export function isSameSource(gold: GoldClaim["attribution"], read: Claim): boolean {
  const link = innermost(read.attribution);
  if (gold.source === null || link === null) return gold.source === null && link === null;
  return namesOf(link).some((name) => isSameName(gold.source ?? "", name));
}

/** A source read that shares no word with any that the text names for this claim. Unnamed sources harm nobody. */
export function isOtherSource(gold: GoldClaim["attribution"], read: Claim): boolean {
  const link = innermost(read.attribution);
  if (link === null || link.type === "unnamed") return false;
  const wanted = [gold.source ?? "", ...(gold.chain ?? [])].flatMap(wordsOf);
  const found = read.attribution.flatMap(namesOf).flatMap(wordsOf);
  return !found.some((word) => wanted.includes(word));
}

function namesOf(link: Attribution): readonly string[] {
  return link.source === null ? [link.words] : [link.source, link.words];
}

/** Modalities that say it did happen. */
const HAPPENED: readonly string[] = ["happened", "ongoing"];

/** An event read as happened where the text says that it did not, may, should or must not. */
export function isReadAsHappened(gold: GoldClaim, read: Claim): boolean {
  return !HAPPENED.includes(gold.modality) && HAPPENED.includes(read.modality);
}

/** The names of both sides paired: how many gold, read, and found in both. */
export function comparePersons(gold: readonly string[], read: readonly string[]) {
  const left = [...new Set(gold)];
  const free = [...new Set(read)];
  let both = 0;
  for (const name of left) {
    const at = free.findIndex((other) => isSamePerson(name, other));
    if (at < 0) continue;
    free.splice(at, 1);
    both += 1;
  }
  return { gold: left.length, read: both + free.length, both };
}

/** Gold and read prisons paired; null where the gold says nothing of prisons. */
export function comparePrisons(gold: readonly string[] | undefined, read: Claim): Paired | null {
  if (gold === undefined) return null;
  return pairPlaces(
    gold,
    read.places.filter(({ role }) => role === "prison").map(({ words }) => words),
  );
}

/** How many of the places in the gold were read, in any role. */
export function comparePlaces(gold: readonly string[] | undefined, read: Claim): Paired | null {
  if (gold === undefined || gold.length === 0) return null;
  return pairPlaces(
    gold,
    read.places.map(({ words }) => words),
  );
}

/** How many on either side, and how many of them are the same. */
export type Paired = { readonly gold: number; readonly read: number; readonly both: number };

function pairPlaces(gold: readonly string[], read: readonly string[]): Paired {
  const free = [...read];
  let both = 0;
  for (const name of gold) {
    const at = free.findIndex((other) => isSamePlace(name, other));
    if (at < 0) continue;
    free.splice(at, 1);
    both += 1;
  }
  return { gold: gold.length, read: read.length, both };
}

/** All words of the one that are not "prison" in any language stand in the other. */
function isSamePlace(left: string, right: string): boolean {
  const [shorter = [], longer = []] = [left, right]
    .map((name) => wordsOf(name).filter((word) => !PRISON_WORDS.has(word)))
    .sort((a, b) => a.length - b.length);
  return shorter.length > 0 && shorter.every((word) => longer.includes(word));
}

const PRISON_WORDS = new Set(
  "prison jail penitentiary detention center centre زندان زندانهای های زندانها بازداشتگاه".split(
    " ",
  ),
);

export function personNames(persons: GoldClaim["persons"]): readonly string[] {
  return persons.map((person) => (typeof person === "string" ? person : person.name));
}

function isSamePerson(left: string, right: string): boolean {
  const [shorter, longer] = [wordsOf(left), wordsOf(right)].sort((a, b) => a.length - b.length);
  if (shorter === undefined || longer === undefined || shorter.length === 0) return false;
  const isWithin = shorter.every((word) => longer.some((other) => isSameWord(word, other)));
  return isWithin && (shorter.at(-1) === longer.at(-1) || shorter.length > 1);
}

function isSameName(left: string, right: string): boolean {
  const [shorter, longer] = [left, right].sort((a, b) => wordsOf(a).length - wordsOf(b).length);
  const few = wordsOf(shorter ?? "");
  const many = wordsOf(longer ?? "");
  if (few.length === 0 || !few.every((word) => many.includes(word))) return false;
  return few.length === many.length || few.length > 1 || few.includes(headOf(longer ?? ""));
}

/** The last word before a comma, a bracket or a preposition: `spokesman` of `the spokesman for the court`. */
function headOf(name: string): string {
  const [head = ""] = name.split(/[,(;–—]|\s(?:of|for|in|at|from|on|with|who|that)\s/i);
  return wordsOf(head).at(-1) ?? "";
}

const DROPPED = new Set(
  "the a an its his her their our this that mr mrs ms dr of for in and at from s".split(" "),
);

function wordsOf(name: string): readonly string[] {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !DROPPED.has(word));
}

function isSameWord(left: string, right: string): boolean {
  return left === right || (left.length === 1 && right.startsWith(left));
}

function isNear(left: number | null, right: number | null): boolean {
  if (left === null || right === null) return left === right;
  return Math.abs(left - right) <= 5e-3 * Math.min(1, Math.abs(left));
}

function firstDay(date: string | null): string | null {
  if (date === null) return null;
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

function lastDay(date: string | null): string | null {
  if (date === null) return null;
  if (date.length === 4) return `${date}-12-31`;
  if (date.length !== 7) return date;
  const [year, month] = date.split("-").map(Number);
  const day = new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate();
  return `${date}-${String(day).padStart(2, "0")}`;
}
