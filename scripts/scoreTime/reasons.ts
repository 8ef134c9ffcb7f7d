import { foldText } from "../../src/read/tokens.ts";

/**
 * Kinds of time expression that no row means to read, told by the marked words alone: numbers are N, the words are
 * folded. What fits none is covered, whether it is found or not.
 */
const NOT_COVERED: readonly (readonly [reason: string, words: RegExp])[] = [
  [
    "time on the clock or of the day, no day beside it",
    /^(?=.*(?:ساعت|دقیقه|دقایق|ثانیه|صبح|بامداد|سحر|ظهر|عصر|غروب|شب|شامگاه|ربع|نیم|:))(?:(?:ساعت|ساعتی|دقیقه|دقایق|ثانیه|ربع|نیم|نیمه|راس|حدود|تا|از|در|اوایل|قبل|بعد|مانده|به|و|هر|شیش|شبانه|صبح|بامداد|سحر|سحرگاه|ظهر|عصر|غروب|شب|شامگاه|ب|ظ|ق|N|[:.،,-])(?: |$))+$/,
  ],
  ["age", /سالگی|(?:^| )N ساله/],
  ["occasion", /یلدا|اربعین|سالگرد|سالروز|البیض/],
  ["season without a year, or an adjective of it", /^(?:در )?فصل|^زمستانی$|^پاییزه$|^از فصل/],
  ["bare year, no word beside it", /^N(?: -)?(?: N)?(?: ق)?$/],
  ["before our era, or a year of three digits", /قبل از میلاد|^(?:حدود )?N خورشیدی$/],
  [
    "the word for day or year alone",
    /^(?:طول )?(?:روز|شبانه روز|سال|روزها|روزی|روزهای|سالی|روز های)(?: دیگر)?$/,
  ],
];

const NUMBER_WORDS =
  "یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|یازده|دوازده|سیزده|چهارده|پانزده|شانزده|هفده|هجده|نوزده|بیست|سی|چهل|پنجاه|شصت|هفتاد|هشتاد|نود|صد|دویست|سیصد|هزار";
const NUMBERS = new RegExp(`(?:^|(?<= ))(?:${NUMBER_WORDS})(?= |$)`, "g");

/** Why a marked expression is of no kind that the rows cover, or null where it is covered. */
export function reasonOf(words: string): string | null {
  const plain = foldText(words)
    .replaceAll("\u200c", " ")
    .replaceAll(/[()[\]]/g, " ")
    .replaceAll(/\d+/g, " N ")
    .replaceAll(/([:.،,-])/g, " $1 ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(NUMBERS, "N")
    .replaceAll(/N(?: و N)+/g, "N");
  if (/^(?:به مدت )?N (?:تا N |یا N )?(?:ساعت|دقیقه|ثانیه)(?: و نیم)?$/.test(plain)) return null;
  return NOT_COVERED.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
