import assert from "node:assert/strict";
import { test } from "node:test";
import { makeTimeLine, type MonthCalendar } from "../../src/brief/months.ts";
import { days, makeReading } from "./makeReading.ts";

const claimIn = (earliest: string | null, latest: string | null) => {
  const [claim] = makeReading({
    text: "x",
    claims: [{ quote: "x", period: days(earliest, latest, "x") }],
  }).claims;
  if (claim === undefined) throw new RangeError("no claim");
  return claim;
};
const shape = (claims: ReturnType<typeof claimIn>[], calendar: MonthCalendar = "gregorian") => {
  const { months, unplaced } = makeTimeLine([claims], calendar);
  return {
    months: months.map(({ year, month, skipped, tallies: [tally] }) => [
      year,
      month,
      skipped,
      tally?.sure.length,
      tally?.possible.length,
    ]),
    unplaced: unplaced[0]?.length,
  };
};

test("makeTimeLine() counts a claim surely in its month, and possibly in each month that its window only touches", () => {
  assert.deepEqual(
    shape([claimIn("2021-03-02", "2021-03-02"), claimIn("2021-03-28", "2021-04-03")]),
    {
      months: [
        [2021, 3, 0, 1, 1],
        [2021, 4, 0, 0, 1],
      ],
      unplaced: 0,
    },
  );
});

test("makeTimeLine() says how many months it skips, over the turn of a year", () => {
  assert.deepEqual(
    shape([claimIn("2020-11-02", "2020-11-02"), claimIn("2021-02-01", "2021-02-28")]).months,
    [
      [2020, 11, 0, 1, 0],
      [2021, 2, 2, 1, 0],
    ],
  );
});

test("makeTimeLine() gives no month to a long, open or missing window", () => {
  const claims = [
    claimIn("2021-01-01", "2021-12-31"),
    claimIn(null, "2021-03-31"),
    claimIn(null, null),
  ];
  assert.deepEqual(shape(claims), { months: [], unplaced: 3 });
});

test("makeTimeLine() counts in Jalali months where the page does, a month of the reports being one month", () => {
  const claims = [claimIn("2025-11-22", "2025-12-21"), claimIn("2025-12-22", "2025-12-22")];
  assert.deepEqual(shape(claims, "jalali").months, [
    [1404, 9, 0, 1, 0],
    [1404, 10, 0, 1, 0],
  ]);
});
