/**
 * In: a short piece of text, such as a dateline. Out: the first full date in it as EDTF.
 * Never: takes a date that can be read in two ways; makes up a year or a day.
 */
import { jalaliToGregorian } from "./jalali.ts";
import { MONTH_ROWS } from "./monthRows.ts";

/** A date found in words: its EDTF value, where it stands, whether day and month could be swapped. */
export type WrittenDate = {
  readonly value: string | null;
  readonly start: number;
  readonly end: number;
};

/** Finds the first full date written in a text; `value` is null where day and month cannot be told apart. */
export function findWrittenDate(text: string): WrittenDate | null {
  const plain = foldDigits(text);
  // Every form has a year in it, and looking for one is far quicker than looking for months in all languages.
  if (!YEAR.test(plain)) return null;
  let first: WrittenDate | null = null;
  for (const { pattern, read } of FORMS) {
    for (const match of plain.matchAll(pattern)) {
      const value = read(match.groups ?? {});
      if (value === undefined) continue;
      if (first === null || match.index < first.start)
        first = { value, start: match.index, end: match.index + match[0].length };
      break;
    }
  }
  return first;
}

/** Persian and Arabic digits as ASCII, Arabic yeh and kaf as Persian; one unit for one unit. */
export function foldDigits(text: string): string {
  return text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
}

/** Checks a Gregorian day and writes it as EDTF. */
export function formatDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const YEAR = /(?:1[349]|20)\d\d/;

type Groups = Readonly<Record<string, string | undefined>>;
type Form = {
  readonly pattern: RegExp;
  /** The date, null where it is ambiguous, undefined where this is no date. */
  readonly read: (groups: Groups) => string | null | undefined;
};

const MONTHS = new Map(
  MONTH_ROWS.flatMap(({ calendar, month, names }) =>
    names.split(" ").map((name) => [name.replaceAll("_", " "), { calendar, month }] as const),
  ),
);
const NAMES = [...MONTHS.keys()]
  .sort((left, right) => right.length - left.length)
  .map((name) => name.replaceAll(" ", String.raw`\s+`))
  .join("|");

const EDGE = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;
const form = (source: string, read: Form["read"]): Form => ({
  pattern: new RegExp(EDGE + source + END, "giu"),
  read,
});

const FORMS: readonly Form[] = [
  {
    pattern:
      /(?<!\d)(?<year>19\d\d|20\d\d)\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일号號]/gu,
    read: ({ year, month, day }) => fromNumbers(Number(year), Number(month), Number(day)),
  },
  form(
    String.raw`(?<year>1[34]\d\d|19\d\d|20\d\d)\s?[-/.٫]\s?(?<month>\d{1,2})\s?[-/.٫]\s?(?<day>\d{1,2})(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?`,
    ({ year, month, day }) => fromNumbers(Number(year), Number(month), Number(day)),
  ),
  form(
    String.raw`(?<first>\d{1,2})\s?(?<mark>[-/.])\s?(?<second>\d{1,2})\s?\k<mark>\s?(?<year>1[34]\d\d|19\d\d|20\d\d)`,
    ({ first, second, mark, year }) =>
      fromUnordered(Number(first), Number(second), Number(year), mark === "."),
  ),
  form(
    String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s+of|\s+de|\s*[-–/])?\s*(?:ماه\s+)?(?<name>${NAMES})\.?(?:\s*ماه)?(?:\s+de|\s*[-–/,،])?\s*(?:سال\s+)?(?<year>1[34]\d\d|19\d\d|20\d\d)`,
    ({ day, name, year }) => fromName(name, Number(day), Number(year)),
  ),
  form(
    String.raw`(?<name>${NAMES})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(?<year>19\d\d|20\d\d)`,
    ({ day, name, year }) => fromName(name, Number(day), Number(year)),
  ),
];

function fromNumbers(year: number, month: number, day: number): string | undefined {
  if (year < 1500) return fromJalali(year, month, day);
  return formatDay(year, month, day) ?? undefined;
}

function fromJalali(year: number, month: number, day: number): string | undefined {
  const found = jalaliToGregorian({ year, month, day });
  return found === null ? undefined : (formatDay(found.year, found.month, found.day) ?? undefined);
}

/** Day first with points (4.10.2025); with strokes only where one number must be the day. */
function fromUnordered(
  first: number,
  second: number,
  year: number,
  isDayFirst: boolean,
): string | null | undefined {
  const dayFirst = fromNumbers(year, second, first);
  // A Jalali date is never written month first.
  if (isDayFirst || year < 1500) return dayFirst;
  const monthFirst = fromNumbers(year, first, second);
  if (dayFirst !== undefined && monthFirst !== undefined)
    return dayFirst === monthFirst ? dayFirst : null;
  return dayFirst ?? monthFirst;
}

function fromName(name: string | undefined, day: number, year: number): string | undefined {
  const month = MONTHS.get((name ?? "").toLowerCase().replace(/\s+/g, " "));
  if (month === undefined) return undefined;
  if (month.calendar === "jalali")
    return year < 1500 ? fromJalali(year, month.month, day) : undefined;
  return year < 1500 ? undefined : (formatDay(year, month.month, day) ?? undefined);
}
