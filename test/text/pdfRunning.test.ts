import assert from "node:assert/strict";
import { test } from "node:test";
import type { PdfLine } from "../../src/text/pdfLines.ts";
import { dropRunningLines } from "../../src/text/pdfRunning.ts";

const line = (text: string, y: number): PdfLine => ({
  text,
  x: 50,
  y,
  width: 300,
  height: 10,
  isRtl: false,
});

/** Pages of a made-up report: what stands at their edges, and five lines of their own between. */
function pagesOf(
  count: number,
  head: (page: number) => readonly string[],
  foot: (page: number) => readonly string[],
): PdfLine[][] {
  return Array.from({ length: count }, (_, page) => [
    ...head(page).map((text, at) => line(text, 800 - at * 12)),
    ...Array.from({ length: 5 }, (_row, at) =>
      line(`Line ${"abcde".charAt(at)} of part ${String.fromCharCode(65 + page)}`, 700 - at * 14),
    ),
    ...foot(page).map((text, at) => line(text, 60 - at * 12)),
  ]);
}

const none = (): readonly string[] => [];
const ROWS: readonly [string, PdfLine[][], RegExp | null][] = [
  ["a head on every page", pagesOf(4, () => ["Lantern Monitor, report 9"], none), null],
  [
    "heads of left and right pages",
    pagesOf(6, (page) => [page % 2 ? "Lantern Monitor" : "Report of 2025"], none),
    null,
  ],
  [
    "a head of three lines",
    pagesOf(3, () => ["Lantern", "9 Mole Road", "lantern.example"], none),
    null,
  ],
  [
    "a foot with its page's number",
    pagesOf(5, none, (page) => [`Report 2025 | ${page + 3}`]),
    null,
  ],
  ["the foot of two pages", pagesOf(2, none, () => ["Lantern Monitor, Ostrel"]), null],
  ["a bare number", pagesOf(3, none, (page) => [`– ${page + 1} –`]), null],
  ["Roman numbers", pagesOf(3, none, (page) => ["i".repeat(page + 1)]), null],
  ["a number in words", pagesOf(3, none, (page) => [`Page ${page + 1} of 3`]), null],
  ["a Persian number", pagesOf(3, none, (page) => [`صفحه ${"۱۲۳".charAt(page)} از ۳`]), null],
  [
    "counts at the foot that are no page numbers stay",
    pagesOf(3, none, (page) => [`${[12, 40, 7][page]} executions`]),
    /12 executions.*40 executions.*7 executions/,
  ],
  [
    "a title that later pages repeat as their head stays on the first",
    [
      [line("Death in Ostrel", 500), line("One line of it", 400), line("Two lines", 380)],
      ...pagesOf(3, () => ["Death in Ostrel"], none),
    ].map((lines, page) =>
      page === 0 ? [line("1", 300), ...lines, ...pagesOf(1, none, none).flat()] : lines,
    ),
    null,
  ],
];

for (const [what, pages, stays] of ROWS)
  test(`dropRunningLines(): ${what}`, () => {
    const text = dropRunningLines(pages)
      .map((lines) => lines.map((one) => one.text).join(" / "))
      .join(" // ");
    if (stays !== null) assert.match(text, stays);
    else {
      const own = text.split(/ \/\/? /).filter((one) => one !== "");
      assert.ok(
        own.every((one) =>
          /^(?:Line [a-e] of part|One line of it|Two lines|Death in Ostrel)/.test(one),
        ),
        text,
      );
    }
  });

test("dropRunningLines() leaves a page of one line as it is", () => {
  assert.deepEqual(dropRunningLines([[line("3", 700)]]).flat().length, 1);
});
