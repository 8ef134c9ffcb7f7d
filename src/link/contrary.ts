/**
 * In: two records of people. Out: how much of what both tell goes against their being one.
 * Never: counts what one of them does not tell, or a prison, which people leave for another.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import { nameKey } from "../base/nameKey.ts";
import type { ListRecord } from "../model/listRecord.ts";

/** Days between two days of death that a slip does not explain. */
const DAYS = 3;
const DAY = 86_400_000;

/** How many of age, sex, father, town, charge and day of death are told by both, and told otherwise. */
export function countContrary(a: ListRecord, b: ListRecord): number {
  const isOtherAge =
    a.age !== null && b.age !== null && (a.age.min > b.age.max || b.age.min > a.age.max);
  const tells = [
    isOtherAge,
    differ(a.sex, b.sex),
    differ(keyOf(a.father), keyOf(b.father)),
    differ(foldOf(a.city), foldOf(b.city)),
    differ(foldOf(a.charge), foldOf(b.charge)),
    daysApart(a.date, b.date) > DAYS,
  ];
  return tells.filter(Boolean).length;
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

function foldOf(words: string | null): string | null {
  return words === null ? null : foldForSearch(words);
}

/** Of a father's name the sounds of its first word: reports write it in either script, with or without the surname. */
function keyOf(name: string | null): string | null {
  const [first] = foldForSearch(name ?? "").split(" ");
  return first === undefined || first === "" ? null : nameKey(first);
}

function daysApart(a: ListRecord["date"], b: ListRecord["date"]): number {
  if (a === null || b === null) return 0;
  const apart = Math.max(
    Date.parse(a.earliest) - Date.parse(b.latest),
    Date.parse(b.earliest) - Date.parse(a.latest),
  );
  return Math.max(0, apart / DAY);
}
