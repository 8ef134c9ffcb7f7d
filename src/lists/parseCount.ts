/**
 * In: the words of a cell that holds a number of people or events. Out: the number as an interval, with its qualifying words.
 * Never: takes a number with words beside it that are not understood; takes a point for what parts thousands.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Quantity } from "../model/claim.ts";
import { foldDigits } from "./parseDate.ts";
import type { BoundWord, TallyWords } from "./tallyWords.ts";

/** A number of a cell, as a claim has it. */
export type Count = Pick<
  Quantity,
  "min" | "max" | "minExclusive" | "maxExclusive" | "approximate" | "qualifier"
>;

/** More than this is no number of people or events. */
const MOST = 1e9;

/** Signs for words; "12+" is "12 or more". */
const SIGNS: readonly (readonly [RegExp, BoundWord])[] = [
  [/>=|≥|⩾/gu, "min"],
  [/<=|≤|⩽/gu, "max"],
  [/>/gu, "more"],
  [/</gu, "less"],
  [/[~≈∼]/gu, "about"],
  [/\+/gu, "min"],
];

/** Reads a number: "12", "1,200", "۱۲", "12–15", "≥ 12", "about 20 people". Null where it is not understood. */
export function parseCount(cell: string, words: TallyWords): Count | null {
  let text = foldDigits(cell)
    .replace(/(?<=\d)[,٬'’ \u00A0\u2009\u202F](?=\d{3}(?!\d))/gu, "")
    .replace(/(\d)\.0+(?!\d)/gu, "$1");
  if (/\d[.٫]\d|(?:^|\()\s*[-−]\s*\d/u.test(text)) return null;
  const found = new Set<BoundWord>();
  for (const [sign, bound] of SIGNS) {
    if (sign.test(text)) found.add(bound);
    text = text.replace(sign, " ");
  }
  if (/\d\s*[-–—]\s*\d/u.test(text)) found.add("join");
  const tokens = foldForSearch(text.replace(/(\d)(\p{L})|(\p{L})(\d)/gu, "$1$3 $2$4")).split(" ");
  const numbers: number[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? "";
    if (/^\d+$/.test(token)) {
      numbers.push(Number(token));
      at++;
      continue;
    }
    let size = Math.min(LONGEST_BOUND, tokens.length - at);
    while (size > 0 && !words.bounds.has(tokens.slice(at, at + size).join(" "))) size--;
    const bound = words.bounds.get(tokens.slice(at, at + size).join(" "));
    if (bound !== undefined) found.add(bound);
    else if (token !== "" && !words.units.has(token)) return null;
    at += Math.max(1, size);
  }
  const count = interval(numbers, found);
  const isPlain = [...found].every((bound) => bound === "join");
  return count === null ? null : { ...count, qualifier: isPlain ? null : qualifierOf(cell) };
}

/** Words of a bound are so many at most. */
const LONGEST_BOUND = 3;

/** What a column of its own says of a number: "at least", "exact", "≥". Null where it is not understood. */
export function qualify(count: Count, cell: string, words: TallyWords): Count | null {
  const number = count.min ?? count.max;
  const isPlain = count.min === count.max && !count.approximate;
  if (number === null || !isPlain) return parseCount(`0 ${cell}`, words) === null ? null : count;
  const qualified = parseCount(`${cell} ${number}`, words);
  return qualified === null ? null : { ...qualified, qualifier: cell };
}

function interval(
  numbers: readonly number[],
  found: ReadonlySet<BoundWord>,
): Omit<Count, "qualifier"> | null {
  const [low, high] = numbers;
  if (low === undefined || numbers.length > 2 || numbers.some((number) => number > MOST))
    return null;
  const kinds = [...found].flatMap((bound) =>
    bound === "join" || bound === "exact" ? [] : [bound],
  );
  if (high !== undefined) {
    const isRange = found.has("join") && high >= low;
    const isAbout = kinds.every((bound) => bound === "about");
    return isRange && isAbout
      ? { ...PLAIN, min: low, max: high, approximate: kinds.length > 0 }
      : null;
  }
  if (kinds.length > 1 || found.has("join")) return null;
  const [kind] = kinds;
  return kind === undefined ? { ...PLAIN, min: low, max: low } : BOUNDED[kind](low);
}

type Bounded = (number: number) => Omit<Count, "qualifier">;

const PLAIN = { minExclusive: false, maxExclusive: false, approximate: false };

/** What a bound makes of a number. */
const BOUNDED: Readonly<Record<Exclude<BoundWord, "join" | "exact">, Bounded>> = {
  min: (min) => ({ ...PLAIN, min, max: null }),
  more: (min) => ({ ...PLAIN, min, max: null, minExclusive: true }),
  max: (max) => ({ ...PLAIN, min: null, max }),
  less: (max) => ({ ...PLAIN, min: null, max, maxExclusive: true }),
  nearly: (max) => ({ ...PLAIN, min: null, max, maxExclusive: true, approximate: true }),
  about: (number) => ({ ...PLAIN, min: number, max: number, approximate: true }),
};

/** The words and signs before the digits, else those behind them, as written. */
function qualifierOf(cell: string): string | null {
  const [before = "", ...rest] = cell.split(/[\d٠-٩۰-۹]+/u);
  const words = before.trim() === "" ? (rest.at(-1) ?? "") : before;
  return words.trim() === "" ? null : words.trim();
}
