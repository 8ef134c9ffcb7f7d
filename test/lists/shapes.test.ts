import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import iconv from "iconv-lite";
import { formatDay, fromDay, toDay } from "../../src/model/calendarDays.ts";
import { makeBook, read } from "./lists.ts";

/** A made-up person, as every list of them must give it back. */
const PEOPLE = fc.array(
  fc.record({
    name: fc.constantFrom(
      "Arman Delavarian",
      "Bahareh Sangari",
      "Kiarash Poladkar",
      "Zhila Nikravesh",
      "Öztürk Farhani",
    ),
    nameFa: fc.constantFrom("آرمان دلاوریان", "بهاره سنگری", "ژیلا نیک‌روش"),
    day: fc.integer({
      min: toDay("gregorian", { year: 1980, month: 1, day: 1 }),
      max: toDay("gregorian", { year: 2026, month: 1, day: 1 }),
    }),
    age: fc.option(fc.integer({ min: 1, max: 99 })),
    sex: fc.constantFrom("female", "male", null),
    city: fc.constantFrom("Shiraz", "Arak", null),
  }),
  { minLength: 3, maxLength: 25 },
);
type Person = typeof PEOPLE extends fc.Arbitrary<(infer One)[]> ? One : never;

const MONTHS_EN =
  "January February March April May June July August September October November December".split(
    " ",
  );
const MONTHS_FA = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(" ");
const persianDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
const two = (number: number): string => String(number).padStart(2, "0");

/** Ways of writing a day; all dates of a list are written in one of them. */
const DATES: Readonly<Record<string, (day: number) => string>> = {
  iso: formatDay,
  stamped: (day) => `${formatDay(day)}T00:00:00Z`,
  english: (day) => on("gregorian", day, (y, m, d) => `${d} ${MONTHS_EN[m - 1]} ${y}`),
  american: (day) =>
    on("gregorian", day, (y, m, d) => `${MONTHS_EN[m - 1]?.slice(0, 3)} ${d}, ${y}`),
  pointed: (day) => on("gregorian", day, (y, m, d) => `${d}.${m}.${y}`),
  dayFirst: (day) => on("gregorian", day, (y, m, d) => `${two(d)}/${two(m)}/${y}`),
  monthFirst: (day) => on("gregorian", day, (y, m, d) => `${m}/${d}/${y}`),
  serial: (day) => String(day + 25569),
  jalali: (day) => on("jalali", day, (y, m, d) => `${y}/${m}/${d}`),
  jalaliDayFirst: (day) => on("jalali", day, (y, m, d) => persianDigits(`${d}/${m}/${y}`)),
  persian: (day) =>
    on(
      "jalali",
      day,
      (y, m, d) => `${persianDigits(String(d))} ${MONTHS_FA[m - 1]} ${persianDigits(String(y))}`,
    ),
  both: (day) => on("jalali", day, (y, m, d) => `${y}/${m}/${d} (${formatDay(day)})`),
};

function on(
  calendar: "gregorian" | "jalali",
  day: number,
  write: (y: number, m: number, d: number) => string,
): string {
  const date = fromDay(calendar, day);
  return write(date.year, date.month, date.day);
}

const HEADERS = {
  english: ["ID", "Full name", "Name (Persian)", "Date of death", "Age", "Sex", "City", "Remarks"],
  persian: [
    "شناسه",
    "نام لاتین",
    "نام و نام خانوادگی",
    "تاریخ کشته‌شدن",
    "سن",
    "جنسیت",
    "شهر",
    "توضیحات",
  ],
  bilingual: [
    "ID / شناسه",
    "Name (Latin)",
    "Name (Farsi)",
    "Date / تاریخ",
    "Age / سن",
    "Gender / جنسیت",
    "City / شهر",
    "Remarks / توضیحات",
  ],
  fields: ["id", "name", "name_fa", "date", "age", "sex", "city", "remarks"],
} as const;

const SHAPE = fc.record({
  people: PEOPLE,
  header: fc.constantFrom(...(Object.keys(HEADERS) as (keyof typeof HEADERS)[])),
  date: fc.constantFrom(...Object.keys(DATES)),
  format: fc.constantFrom(",", ";", "\t", "|", "xlsx", "jsonl"),
  charset: fc.constantFrom("utf8", "utf8-bom", "utf16"),
  hasTitle: fc.boolean(),
  hasTotal: fc.boolean(),
  hasGaps: fc.boolean(),
  lineEnd: fc.constantFrom("\n", "\r\n"),
});

test("a list gives back its people, whatever shape it has", () => {
  fc.assert(
    fc.property(
      SHAPE,
      ({ people, header, date, format, charset, hasTitle, hasTotal, hasGaps, lineEnd }) => {
        const write = DATES[date] ?? formatDay;
        const rows: string[][] = people.map((person, at) => [
          `p${at}`,
          person.name,
          person.nameFa,
          write(person.day),
          person.age === null ? "" : String(person.age),
          person.sex === null ? "" : person.sex,
          person.city ?? "-",
          at % 3 === 0 ? 'said, "no"; more' : "",
        ]);
        const isText = format !== "xlsx" && format !== "jsonl";
        const table: string[][] = [
          ...(hasTitle && format !== "jsonl" ? [["People killed in those years"], []] : []),
          [...HEADERS[header]],
          ...(hasGaps && format !== "jsonl" ? rows.flatMap((row) => [row, []]) : rows),
          ...(hasTotal && format !== "jsonl" ? [[`Total: ${people.length}`]] : []),
        ];
        const bytes = isText
          ? encode(
              table.map((row) => row.map((cell) => quote(cell, format)).join(format)).join(lineEnd),
              charset,
            )
          : format === "xlsx"
            ? makeBook({ Sheet1: { rows: table } })
            : encode(
                rows
                  .map((row) =>
                    JSON.stringify(
                      Object.fromEntries(row.map((cell, at) => [HEADERS[header][at], cell])),
                    ),
                  )
                  .join(lineEnd),
                "utf8",
              );
        const { records } = read(bytes, {
          order: date === "dayFirst" ? "dmy" : date === "monthFirst" ? "mdy" : null,
        });
        assert.deepEqual(
          records.map(({ id, name, nameFa, date: read, age, sex, city }) => ({
            id,
            name,
            nameFa,
            day: read?.earliest ?? null,
            age: age === null ? null : age.min,
            sex,
            city,
          })),
          people.map((person: Person, at) => ({
            id: `p${at}`,
            name: person.name,
            nameFa: person.nameFa,
            day: formatDay(person.day),
            age: person.age,
            sex: person.sex,
            city: person.city,
          })),
        );
      },
    ),
    { numRuns: 200 },
  );
});

function quote(cell: string, mark: string): string {
  return cell.includes('"') || cell.includes(mark) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encode(text: string, charset: string): Uint8Array {
  if (charset === "utf16") return iconv.encode(text, "utf16", { addBOM: true });
  return new TextEncoder().encode(charset === "utf8-bom" ? `\uFEFF${text}` : text);
}
