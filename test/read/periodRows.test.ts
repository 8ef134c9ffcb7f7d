import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findPeriods, type PeriodMatch } from "../../src/read/findPeriods.ts";
import { compilePeriodGrammar } from "../../src/read/periodGrammar.ts";
import { resolvePeriod } from "../../src/read/resolvePeriod.ts";
import { tokenize } from "../../src/read/tokens.ts";

const readPack = (path: string): unknown =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../../packs/${path}`, "utf8"));
const grammar = compilePeriodGrammar({
  languages: [readPack("lang/en/periods.json"), readPack("lang/fa/periods.json")],
  calendars: [readPack("country/ir/calendar.json")],
  events: [readPack("country/ir/events.json")],
});

/** A sentence with the expected words between bars, and earliest..latest; "-" is open. */
type Row = readonly [text: string, days: string, options?: Options];
type Options = {
  readonly on?: string | null;
  readonly mode?: string;
  readonly kind?: string;
  readonly per?: string;
  readonly basis?: string;
  readonly note?: string;
  readonly future?: boolean;
  readonly speech?: string;
  readonly country?: string | null;
};

/** Published on Monday 15 December 2025 where a row says nothing else. */
const PUBLISHED = "2025-12-15";

const EXPLICIT: readonly Row[] = [
  [
    "He was hanged |on 3 March 2021| in Karun Prison.",
    "2021-03-03..2021-03-03",
    { basis: "explicit", kind: "point" },
  ],
  ["He was hanged |on March 3, 2021|.", "2021-03-03..2021-03-03"],
  ["He was hanged |on March 3rd, 2021, at dawn|.", "2021-03-03..2021-03-03"],
  ["He was hanged |on the 3rd of March 2021|.", "2021-03-03..2021-03-03"],
  ["He was hanged |on 3rd March, 2021|.", "2021-03-03..2021-03-03"],
  ["|On 29 February 2024|, two men were shot.", "2024-02-29..2024-02-29"],
  ["|August 9, 2024| was a Friday.", "2024-08-09..2024-08-09"],
  ["Borna, |Oct. 30, 2022| (BN) Two died.", "2022-10-30..2022-10-30"],
  ["Borna, |Sept. 5, 2024| – Two died.", "2024-09-05..2024-09-05"],
  ["Sentenced |on 14 Nov 2023| by Branch 2.", "2023-11-14..2023-11-14"],
  ["Sentenced |on 14 Nov. 2023| by Branch 2.", "2023-11-14..2023-11-14"],
  ["Sentenced |on Nov 14, 2023| by Branch 2.", "2023-11-14..2023-11-14"],
  ["Sentenced |on 5 May 2023| by Branch 2.", "2023-05-05..2023-05-05"],
  ["Sentenced |on May 5, 2023| by Branch 2.", "2023-05-05..2023-05-05"],
  ["Sentenced |on 1 March 2023| by Branch 2.", "2023-03-01..2023-03-01"],
  ["Sentenced |on Tuesday, March 4, 2025|, by Branch 2.", "2025-03-04..2025-03-04"],
  ["Sentenced |on Tuesday 4 March 2025| by Branch 2.", "2025-03-04..2025-03-04"],
  [
    "Sentenced |on Wednesday 4 March 2025| by Branch 2.",
    "2025-03-04..2025-03-04",
    { note: "weekday-disagrees" },
  ],
  ["Sentenced |on Tue, 4 Mar 2025| by Branch 2.", "2025-03-04..2025-03-04"],
  ["Sentenced |on Sat 4 October 2025| by Branch 2.", "2025-10-04..2025-10-04"],
  ["Filed |2024-02-29| here.", "2024-02-29..2024-02-29"],
  ["Filed |2024/02/29| here.", "2024-02-29..2024-02-29"],
  ["Filed |29/02/2024| here.", "2024-02-29..2024-02-29"],
  ["Filed |02/03/2024| here.", "2024-03-02..2024-03-02", { note: "period-order-ambiguous" }],
  ["Filed |12/25/2024| here.", "2024-12-25..2024-12-25"],
  ["Filed |25-12-2024| here.", "2024-12-25..2024-12-25"],
  ["Filed |25.12.2024| here.", "2024-12-25..2024-12-25"],
  ["Filed |2024.12.25| here.", "2024-12-25..2024-12-25"],
  ["Filed |01/01/2024| here.", "2024-01-01..2024-01-01"],
  ["He vanished |in November 2019|.", "2019-11-01..2019-11-30", { kind: "interval", mode: "all" }],
  ["He vanished |in November, 2019|.", "2019-11-01..2019-11-30"],
  ["He vanished |in February 2024|.", "2024-02-01..2024-02-29"],
  ["He vanished |in Sept. 2022|.", "2022-09-01..2022-09-30"],
  ["He vanished |in Sep 2022|.", "2022-09-01..2022-09-30"],
  ["He vanished |in May 2022|.", "2022-05-01..2022-05-31"],
  ["He vanished |in March of 2022|.", "2022-03-01..2022-03-31"],
  ["The |November 2019| protests spread.", "2019-11-01..2019-11-30"],
  ["He vanished |in 2019|.", "2019-01-01..2019-12-31"],
  ["He vanished |in the year 2019|.", "2019-01-01..2019-12-31"],
  ["|During 2019| ten vanished.", "2019-01-01..2019-12-31"],
  ["|Throughout 2019| ten vanished.", "2019-01-01..2019-12-31"],
  ["|In 2024 alone|, ten vanished.", "2024-01-01..2024-12-31"],
  ["|2024 alone| saw ten.", "2024-01-01..2024-12-31"],
  ["|In 1988|, thousands were killed.", "1988-01-01..1988-12-31"],
  ["Executions rose |in 2023|, the group said.", "2023-01-01..2023-12-31"],
  ["The |1988| massacre was denied.", "1988-01-01..1988-12-31"],
  ["The massacre |of 1988| was denied.", "1988-01-01..1988-12-31"],
  ["The |2022| nationwide protests were crushed.", "2022-01-01..2022-12-31"],
  ["Graves |from the 1980s| were razed.", "1980-01-01..1989-12-31"],
  ["Graves |from the late 1980s| were razed.", "1986-09-01..1989-12-31", { mode: "some" }],
  ["He fled |in the early 1990s|.", "1990-01-01..1993-04-30", { mode: "some" }],
  ["It was banned |in the 19th century|.", "1801-01-01..1900-12-31"],
  ["He fell |in the summer of 1988|.", "1988-06-01..1988-08-31", { mode: "some" }],
  ["He fell |in summer 1988|.", "1988-06-01..1988-08-31"],
  ["He fell |in the autumn of 2022|.", "2022-09-01..2022-11-30"],
  ["He fell |in the fall of 2022|.", "2022-09-01..2022-11-30"],
  ["He fell |in the spring of 2020|.", "2020-03-01..2020-05-31"],
  [
    "He fell |on 10 Muharram 1446|.",
    "2024-07-16..2024-07-18",
    { note: "period-hijri-approximate" },
  ],
];

const RANGES: readonly Row[] = [
  ["Ten fell |between 2018 and 2025|.", "2018-01-01..2025-12-31"],
  ["Ten fell |between January and June 2025|.", "2025-01-01..2025-06-30"],
  ["Ten fell |between 1 January and 30 June 2025|.", "2025-01-01..2025-06-30"],
  ["Ten fell |between January 1 and June 30, 2025|.", "2025-01-01..2025-06-30"],
  ["Ten fell |between 1 November 2024 and 31 January 2025|.", "2024-11-01..2025-01-31"],
  ["Ten fell |from 1 January to 30 June 2025|.", "2025-01-01..2025-06-30"],
  ["Ten fell |from January 1 to June 30|.", "2025-01-01..2025-06-30"],
  ["Ten fell |from January through June|.", "2025-01-01..2025-06-30"],
  ["Ten fell |from March 2024 to March 2025|.", "2024-03-01..2025-03-31"],
  ["Ten fell |from 2018 to 2025|.", "2018-01-01..2025-12-31"],
  ["Ten fell |from 2018 until 2021|.", "2018-01-01..2021-12-31"],
  ["Ten fell |in 2018-2021|.", "2018-01-01..2021-12-31"],
  ["Ten fell |in 2018–21|.", "2018-01-01..2021-12-31"],
  ["|10 October 2024 to 8 October 2025|: 1,537 executions.", "2024-10-10..2025-10-08"],
  ["The toll |for 10 October 2024 – 8 October 2025| is out.", "2024-10-10..2025-10-08"],
  ["Ten fell |between October 10, 2024, and October 8, 2025|.", "2024-10-10..2025-10-08"],
  ["Ten fell |on 3-5 October 2025|.", "2025-10-03..2025-10-05"],
  ["Ten fell |on October 3-5|.", "2025-10-03..2025-10-05"],
  ["Ten fell |on 3 and 4 October|.", "2025-10-03..2025-10-04"],
  ["Ten fell |on October 3 and 4, 2024|.", "2024-10-03..2024-10-04"],
  ["Ten fell |from 3 to 5 October|.", "2025-10-03..2025-10-05"],
  ["Ten fell |between October 3 and 5|.", "2025-10-03..2025-10-05"],
  ["Ten fell |on July 17, 18 and 19|.", "2025-07-17..2025-07-19"],
  ["Ten fell |in October and November|.", "2025-10-01..2025-11-30"],
  ["Ten fell |in October and November 2024|.", "2024-10-01..2024-11-30"],
  ["Ten fell |in 2022 and 2023|.", "2022-01-01..2023-12-31"],
  ["Ten fell |in 2021, 2022 and 2023|.", "2021-01-01..2023-12-31"],
  ["Ten fell |on Thursday and Friday|.", "2025-12-11..2025-12-12"],
  ["Ten fell |from Thursday to Saturday|.", "2025-12-11..2025-12-13"],
  ["Ten fell |between Thursday and Saturday|.", "2025-12-11..2025-12-13"],
  ["Ten fell |between 20 December and 5 January|.", "2024-12-20..2025-01-05"],
  ["Ten fell |from October 2024 to date|.", "2024-10-01..2025-12-15"],
  ["Ten fell |from 2018 to the present|.", "2018-01-01..2025-12-15"],
  ["Ten fell |from October to now|.", "2025-10-01..2025-12-15"],
];

const RELATIVE: readonly Row[] = [
  [
    "Five men were hanged |today|.",
    "2025-12-15..2025-12-15",
    { basis: "publication", kind: "point" },
  ],
  ["Five men were hanged |at dawn today|.", "2025-12-15..2025-12-15"],
  ["Five men were hanged |this morning|.", "2025-12-15..2025-12-15"],
  ["Five men were hanged |yesterday|.", "2025-12-14..2025-12-14"],
  ["Five men were hanged |yesterday morning|.", "2025-12-14..2025-12-14"],
  ["Five men were hanged |the day before yesterday|.", "2025-12-13..2025-12-13"],
  ["Five men were seized |last night|.", "2025-12-14..2025-12-14"],
  ["Five men were seized |overnight|.", "2025-12-14..2025-12-15"],
  ["Five men will be hanged |tomorrow|.", "2025-12-16..2025-12-16", { future: true }],
  ["Five men were hanged |two days ago|.", "2025-12-13..2025-12-13"],
  ["Five men were hanged |10 days ago|.", "2025-12-05..2025-12-05"],
  ["Five men were hanged |two weeks ago|.", "2025-11-28..2025-12-04", { mode: "some" }],
  ["Five men were hanged |three months ago|.", "2025-09-01..2025-09-30", { mode: "some" }],
  ["Five men were hanged |a month ago|.", "2025-11-01..2025-11-30", { mode: "some" }],
  ["Five men were hanged |a year ago|.", "2024-01-01..2024-12-31", { mode: "some" }],
  ["Five men were hanged |nearly two years ago|.", "2023-01-01..2023-12-31"],
  ["Five men were hanged |a few days ago|.", "2025-12-08..2025-12-14", { mode: "some" }],
  ["Five men were hanged |several weeks ago|.", "2025-10-27..2025-12-01", { mode: "some" }],
  ["Five men were hanged |on Monday|.", "2025-12-15..2025-12-15", { kind: "point" }],
  ["Five men were hanged |on Tuesday|.", "2025-12-09..2025-12-09"],
  ["Five men were hanged |Sunday|.", "2025-12-14..2025-12-14"],
  ["Five men were hanged |on Sunday night|.", "2025-12-14..2025-12-14"],
  ["Five men were hanged |early on Sunday|.", "2025-12-14..2025-12-14", { mode: "all" }],
  ["Five men were hanged |late on Saturday|.", "2025-12-13..2025-12-13"],
  ["Five men were hanged |late Saturday|.", "2025-12-13..2025-12-13"],
  ["Five men were hanged |early Sunday morning|.", "2025-12-14..2025-12-14"],
  ["Five men were hanged |in the early hours of Sunday|.", "2025-12-14..2025-12-14"],
  ["Five men were hanged |in the early hours of Sunday, 14 December|.", "2025-12-14..2025-12-14"],
  ["Five men were hanged |at dawn on Wednesday, July 16|.", "2025-07-16..2025-07-16"],
  ["Five men were hanged |at dawn on Wednesday|.", "2025-12-10..2025-12-10"],
  ["Five men were hanged |on the morning of 4 October|.", "2025-10-04..2025-10-04"],
  ["They were taken |on the night of 4 October 2024|.", "2024-10-04..2024-10-04"],
  ["They were taken |on the evening of Friday, 3 October|.", "2025-10-03..2025-10-03"],
  ["Five men were hanged |last Monday|.", "2025-12-08..2025-12-08"],
  ["Five men were hanged |last Friday|.", "2025-12-12..2025-12-12"],
  ["Five men were hanged |this past Friday|.", "2025-12-12..2025-12-12"],
  ["They will be tried |next Tuesday|.", "2025-12-16..2025-12-16"],
  ["They will be tried |on Wednesday|.", "2025-12-17..2025-12-17", { future: true }],
  ["They will be tried |on 4 January|.", "2026-01-04..2026-01-04", { future: true }],
  ["They will be tried |in March|.", "2026-03-01..2026-03-31", { future: true }],
  ["They will be tried |next week|.", "2025-12-22..2025-12-28", { future: true }],
  ["They will be tried |next month|.", "2026-01-01..2026-01-31", { future: true }],
  ["Five men were hanged |last week|.", "2025-12-08..2025-12-14"],
  ["Five men were hanged |this week|.", "2025-12-15..2025-12-15"],
  ["Five men were hanged |earlier this week|.", "2025-12-15..2025-12-15", { mode: "some" }],
  ["Five men were hanged |over the weekend|.", "2025-12-13..2025-12-14"],
  ["Five men were hanged |at the weekend|.", "2025-12-13..2025-12-14"],
  ["Five men were hanged |last weekend|.", "2025-12-13..2025-12-14"],
  ["Five men were hanged |last month|.", "2025-11-01..2025-11-30"],
  ["Five men were hanged |this month|.", "2025-12-01..2025-12-15"],
  ["Five men were hanged |earlier this month|.", "2025-12-01..2025-12-15", { mode: "some" }],
  ["Five men were hanged |this month alone|.", "2025-12-01..2025-12-15"],
  ["Five men were hanged |last year|.", "2024-01-01..2024-12-31"],
  ["Five men were hanged |this year|.", "2025-01-01..2025-12-15"],
  ["Five men were hanged |earlier this year|.", "2025-01-01..2025-12-15", { mode: "some" }],
  ["Five men were hanged |late last year|.", "2024-09-01..2024-12-31", { mode: "some" }],
  ["Five men were hanged |so far this year|.", "2025-01-01..2025-12-15"],
  ["Five men were hanged |this year so far|.", "2025-01-01..2025-12-15"],
  ["Five men were hanged |in the current year|.", "2025-01-01..2025-12-15"],
  ["Five men were hanged |on Wednesday of last week|.", "2025-12-10..2025-12-10"],
  ["Five men were hanged |on Wednesday last week|.", "2025-12-10..2025-12-10"],
  ["Five men were hanged |in June last year|.", "2024-06-01..2024-06-30"],
  ["Five men were hanged |in June this year|.", "2025-06-01..2025-06-30"],
  ["Five men were hanged |in June of this year|.", "2025-06-01..2025-06-30"],
  ["Five men were hanged |on 5 June last year|.", "2024-06-05..2024-06-05"],
  ["Five men were hanged |this past June|.", "2025-06-01..2025-06-30"],
  ["Five men were hanged |last June|.", "2025-06-01..2025-06-30"],
  ["Five men were hanged |last December|.", "2024-12-01..2024-12-31"],
  [
    "Five men were hanged |in November|.",
    "2025-11-01..2025-11-30",
    { note: "period-year-inferred" },
  ],
  ["Five men were hanged |in November alone|.", "2025-11-01..2025-11-30"],
  ["Five men were hanged |in the month of November alone|.", "2025-11-01..2025-11-30"],
  ["Five men were hanged |in December|.", "2025-12-01..2025-12-15"],
  ["Five men were hanged |in January|.", "2025-01-01..2025-01-31"],
  ["Five men were hanged |in May|.", "2025-05-01..2025-05-31"],
  ["Five men were hanged |in March|.", "2025-03-01..2025-03-31"],
  [
    "Five men were hanged |on 4 October|.",
    "2025-10-04..2025-10-04",
    { note: "period-year-inferred" },
  ],
  ["Five men were hanged |on October 4|.", "2025-10-04..2025-10-04"],
  ["Five men were hanged |on October 4th|.", "2025-10-04..2025-10-04"],
  ["Five men were hanged |on 4 Oct|.", "2025-10-04..2025-10-04"],
  ["Five men were hanged |on Oct. 4|.", "2025-10-04..2025-10-04"],
  ["Five men were hanged |on 16 December|.", "2024-12-16..2024-12-16"],
  ["Five men were hanged |on 29 February|.", "2024-02-29..2024-02-29"],
  ["Five men were hanged |in early October|.", "2025-10-01..2025-10-10", { mode: "some" }],
  ["Five men were hanged |in mid-October|.", "2025-10-11..2025-10-20", { mode: "some" }],
  ["Five men were hanged |in late October|.", "2025-10-21..2025-10-31", { mode: "some" }],
  ["Five men were hanged |at the end of October|.", "2025-10-27..2025-10-31", { mode: "some" }],
  ["Five men were hanged |at the start of October|.", "2025-10-01..2025-10-05", { mode: "some" }],
  ["Five men were hanged |in the past year|.", "2024-12-15..2025-12-15"],
  ["Five men were hanged |over the past year|.", "2024-12-15..2025-12-15"],
  ["Five men were hanged |in the last year|.", "2024-12-15..2025-12-15"],
  ["Five men were hanged |over the past 16 months|.", "2024-08-15..2025-12-15", { mode: "all" }],
  ["Five men were hanged |in just the past 16 months|.", "2024-08-15..2025-12-15"],
  ["Five men were hanged |in the past sixteen months|.", "2024-08-15..2025-12-15"],
  ["Five men were hanged |during the last three weeks|.", "2025-11-24..2025-12-15"],
  ["Five men were hanged |in the past 24 hours|.", "2025-12-14..2025-12-15"],
  ["Five men were hanged |within the past 48 hours|.", "2025-12-13..2025-12-15"],
  ["Five men were hanged |over the past few days|.", "2025-12-08..2025-12-15", { mode: "some" }],
  ["Five men were hanged |in recent days|.", "2025-12-08..2025-12-15", { mode: "some" }],
  ["Five men were hanged |in recent weeks|.", "2025-10-27..2025-12-15", { mode: "some" }],
  ["Five men were hanged |in recent months|.", "2025-05-15..2025-12-15", { mode: "some" }],
  ["Five men were hanged |over the past decade|.", "2015-12-15..2025-12-15"],
  ["Five men were hanged |over the past four decades|.", "1985-12-15..2025-12-15"],
  ["They may hang |in the coming days|.", "2025-12-15..2025-12-22", { mode: "some" }],
  ["They may hang |in the next two weeks|.", "2025-12-15..2025-12-29"],
  ["Five men were hanged |to date|.", "-..2025-12-15"],
  ["Five men have been hanged |so far|.", "-..2025-12-15"],
  ["Five men have been hanged |until now|.", "-..2025-12-15"],
  ["|At present| five men await it.", "2025-12-15..2025-12-15"],
  ["Five men are |currently| held.", "2025-12-15..2025-12-15"],
  ["Five men were |recently| hanged.", "-..2025-12-15", { mode: "vague" }],
  ["He was jailed |for years|.", "-..2025-12-15", { mode: "vague" }],
  ["He fell |last summer|.", "2025-06-01..2025-08-31", { mode: "some" }],
  ["He fell |this summer|.", "2025-06-01..2025-08-31", { mode: "some" }],
  ["He fell |in the first half of 2025|.", "2025-01-01..2025-06-30"],
  ["He fell |in the second half of 2024|.", "2024-07-01..2024-12-31"],
  ["He fell |in the second half of the year|.", "2025-07-01..2025-12-15"],
  ["He fell |in the first six months of 2025|.", "2025-01-01..2025-06-30"],
  ["He fell |in the first ten months of this year|.", "2025-01-01..2025-10-31"],
  ["He fell |in the first nine months of the year|.", "2025-01-01..2025-09-30"],
  ["He fell |in the last three months of 2024|.", "2024-10-01..2024-12-31"],
  ["He fell |in the final days of 2024|.", "2024-11-01..2024-12-31", { mode: "some" }],
  ["He fell |in the first week of October|.", "2025-10-01..2025-10-07"],
  ["He fell |in the second week of October|.", "2025-10-08..2025-10-14"],
  ["He fell |in the last week of October|.", "2025-10-25..2025-10-31"],
  ["He fell |in the first 10 days of October|.", "2025-10-01..2025-10-10"],
  ["He fell |in the third quarter of 2025|.", "2025-07-01..2025-09-30"],
  ["He fell |in the third quarter|.", "2025-07-01..2025-09-30"],
  ["He fell |in Q1 2025|.", "2025-01-01..2025-03-31"],
  ["He fell |in Q4|.", "2025-10-01..2025-12-15"],
  ["He fell |in the week of 6 October|.", "2025-10-06..2025-10-12"],
  ["He fell |in the 1980s|.", "1980-01-01..1989-12-31", { basis: "explicit" }],
];

const BOUNDS: readonly Row[] = [
  ["Ten fell |since 2018|.", "2018-01-01..2025-12-15", { basis: "explicit" }],
  ["Ten fell |since October|.", "2025-10-01..2025-12-15", { basis: "publication" }],
  ["Ten fell |since May|.", "2025-05-01..2025-12-15"],
  ["Ten fell |since Monday|.", "2025-12-15..2025-12-15"],
  ["Ten fell |since last week|.", "2025-12-08..2025-12-15"],
  ["Ten fell |since yesterday|.", "2025-12-14..2025-12-15"],
  ["Ten fell |since at least 2018|.", "2018-01-01..2025-12-15"],
  ["Ten fell |since early 2025|.", "2025-01-01..2025-12-15"],
  ["Ten fell |since the beginning of the year|.", "2025-01-01..2025-12-15"],
  ["Ten fell |since the start of 2025|.", "2025-01-01..2025-12-15"],
  ["Ten fell |since the beginning of this month|.", "2025-12-01..2025-12-15"],
  ["Ten fell |since 5 October 2024|.", "2024-10-05..2025-12-15"],
  ["Ten fell |since the 1979 revolution|.", "1979-02-11..2025-12-15", { basis: "country-event" }],
  ["Ten fell |since the revolution|.", "1979-02-11..2025-12-15", { basis: "country-event" }],
  [
    "Ten fell |since the revolution|.",
    "-..-",
    { country: null, note: "event-not-known", basis: "unresolved" },
  ],
  ["Ten fell |since the 1979 revolution|.", "1979-02-11..2025-12-15", { country: null }],
  [
    "Ten fell |since the current government took office|.",
    "2024-07-28..2025-12-15",
    { basis: "country-event" },
  ],
  [
    "Ten fell |since the current government took office|.",
    "2021-08-05..2023-06-01",
    { on: "2023-06-01" },
  ],
  [
    "Ten fell |since the current government took office|.",
    "2013-08-03..2019-06-01",
    { on: "2019-06-01" },
  ],
  [
    "Ten fell |since the current government took office|.",
    "-..-",
    { on: "1995-06-01", note: "event-not-known" },
  ],
  [
    "Ten fell |since the current government took office|.",
    "-..-",
    { on: null, note: "period-unresolved" },
  ],
  ["Ten fell |since the current administration came to power|.", "2024-07-28..2025-12-15"],
  ["Ten fell |after the 12-day war|.", "2025-06-24..-", { basis: "country-event" }],
  ["Ten fell |after the twelve-day war|.", "2025-06-24..-"],
  ["Ten fell |after the 12-day war in June|.", "2025-06-24..-"],
  ["Ten fell |during the 12-day war with Israel|.", "2025-06-13..2025-06-24"],
  ["Ten fell |since the war with Israel in June|.", "2025-06-13..2025-12-15"],
  ["Ten fell |since the start of the protests in September 2022|.", "2022-09-01..2025-12-15"],
  ["Ten fell |since his arrest on 5 October|.", "2025-10-05..2025-12-15"],
  ["Ten fell |since he was arrested in May 2023|.", "2023-05-01..2025-12-15"],
  ["He was jailed |under the Shah|.", "-..1979-02-11", { basis: "country-event" }],
  ["He was held |until October 2024|.", "-..2024-10-31"],
  ["He was held |until Monday|.", "-..2025-12-15"],
  ["Ten fell |by the end of 2024|.", "-..2024-12-31"],
  ["Ten had fallen |by October|.", "-..2025-10-31"],
  ["Ten had fallen |as of 5 October 2025|.", "-..2025-10-05"],
  ["Ten had fallen |before October 2024|.", "-..2024-10-01", { mode: "some" }],
  ["Ten had fallen |prior to 2019|.", "-..2019-01-01"],
  ["Ten fell |after 5 October|.", "2025-10-05..-", { mode: "some" }],
  ["Ten fell |after the 1979 revolution|.", "1979-02-11..-"],
  ["Ten fell |around 5 October 2025|.", "2025-10-02..2025-10-08", { mode: "some" }],
];

const NO_DATE: readonly Row[] = [
  [
    "He was hanged |on Monday|.",
    "-..-",
    { on: null, note: "period-unresolved", basis: "unresolved" },
  ],
  [
    "He was hanged |last week|.",
    "-..-",
    { on: null, note: "period-unresolved", basis: "unresolved" },
  ],
  [
    "He was hanged |in November|.",
    "-..-",
    { on: null, note: "period-unresolved", basis: "unresolved" },
  ],
  ["He was hanged |on 4 October|.", "-..-", { on: null, basis: "unresolved" }],
  ["He was hanged |in the past 16 months|.", "-..-", { on: null, basis: "unresolved" }],
  ["He was hanged |to date|.", "-..-", { on: null, basis: "unresolved" }],
  ["He was hanged |today|.", "-..-", { on: null, basis: "unresolved" }],
  ["He was hanged |on 4 October 2025|.", "2025-10-04..2025-10-04", { on: null, basis: "explicit" }],
  ["He was hanged |in 2025|.", "2025-01-01..2025-12-31", { on: null, basis: "explicit" }],
  ["Ten fell |since 2018|.", "2018-01-01..-", { on: null, basis: "explicit" }],
  ["Ten fell |after the 12-day war|.", "2025-06-24..-", { on: null, basis: "country-event" }],
  [
    "He was hanged |on Monday|.",
    "2025-12-01..2025-12-29",
    { on: "2025-12", note: "period-publication-imprecise", mode: "some" },
  ],
  ["He was hanged |last year|.", "2024-01-01..2024-12-31", { on: "2025" }],
  ["He was hanged |last month|.", "2025-11-01..2025-11-30", { on: "2025-12" }],
  ["He was hanged |this year|.", "2025-01-01..2025-12-31", { on: "2025" }],
  ["He was hanged |on 14 Mehr 1404|.", "2025-10-06..2025-10-06", { on: null, basis: "explicit" }],
  [
    "“He was hanged |yesterday|,” she said.",
    "2025-10-09..2025-10-09",
    { speech: "2025-10-10", basis: "speech" },
  ],
  [
    "He was hanged |on 31 November 2024|.",
    "-..-",
    { note: "period-impossible", basis: "unresolved" },
  ],
  ["He was hanged |on 30 February|.", "-..-", { note: "period-impossible", basis: "unresolved" }],
  ["He was hanged |on 4 October|.", "-..-", { on: "soon", basis: "unresolved" }],
];

const JALALI: readonly Row[] = [
  ["He was hanged |on 14 Mehr 1404|.", "2025-10-06..2025-10-06", { basis: "explicit" }],
  ["He was hanged |on Mehr 14, 1404|.", "2025-10-06..2025-10-06"],
  ["He was hanged |on the 14th of Mehr|.", "2025-10-06..2025-10-06"],
  ["He was hanged |on 30 Esfand 1403|.", "2025-03-20..2025-03-20"],
  ["He was hanged |on 30 Esfand 1404|.", "-..-", { note: "period-impossible" }],
  ["Ten fell |in Aban 1403|.", "2024-10-22..2024-11-20"],
  ["Ten fell |in Aban 1402|.", "2023-10-23..2023-11-21"],
  ["Ten fell |in the month of Aban|.", "2025-10-23..2025-11-21"],
  ["Ten fell |in the Persian month of Aban|.", "2025-10-23..2025-11-21"],
  ["Ten fell |in Ordibehesht|.", "2025-04-21..2025-05-21"],
  ["Ten fell |in the Persian year 1403|.", "2024-03-20..2025-03-20"],
  ["Ten fell |in the Iranian calendar year 1403|.", "2024-03-20..2025-03-20"],
  ["Ten fell |in 1403 (March 2024-March 2025)|.", "2024-03-20..2025-03-20"],
  ["He was hanged |on 14 Mehr (6 October 2025)|.", "2025-10-06..2025-10-06"],
  [
    "He was hanged |on 14 Mehr (8 October 2025)|.",
    "2025-10-06..2025-10-06",
    { note: "calendars-disagree" },
  ],
  ["He was hanged |on 6 October 2025 (14 Mehr 1404)|.", "2025-10-06..2025-10-06"],
  ["Ten fell |in Aban (October 23 – November 21)|.", "2025-10-23..2025-11-21"],
  ["سه زندانی |سحرگاه امروز| اعدام شدند.", "2025-12-15..2025-12-15"],
  ["سه زندانی |بامداد امروز دوشنبه ۲۴ آذر| اعدام شدند.", "2025-12-15..2025-12-15"],
  ["سه زندانی |روز شنبه ۲۲ آذر ۱۴۰۴| اعدام شدند.", "2025-12-13..2025-12-13"],
  ["سه زندانی |شنبه ۲۲ آذر (۱۳ دسامبر)| اعدام شدند.", "2025-12-13..2025-12-13"],
  ["سه زندانی |در تاریخ ۲۲ آذر ۱۴۰۴| اعدام شدند.", "2025-12-13..2025-12-13"],
  ["سه زندانی |سوم و چهارم مهر| اعدام شدند.", "2025-09-25..2025-09-26"],
  ["سه زندانی |در روزهای سوم و چهارم مهر ماه| اعدام شدند.", "2025-09-25..2025-09-26"],
  ["سه زندانی |طی روزهای گذشته| اعدام شدند.", "2025-12-08..2025-12-15", { mode: "some" }],
  ["سه زندانی |طی ۲۰روز گذشته| اعدام شدند.", "2025-11-25..2025-12-15"],
  ["سه زندانی |در سال ۱۴۰۳| اعدام شدند.", "2024-03-20..2025-03-20"],
  ["سه زندانی |در سال ٩٨| اعدام شدند.", "2019-03-21..2020-03-19"],
  ["سه زندانی |از ابتدای سال جاری| اعدام شدند.", "2025-03-21..2025-12-15"],
  ["سه زندانی |در آبان ماه| اعدام شدند.", "2025-10-23..2025-11-21"],
  ["سه زندانی |در آبان‌ماه ۱۴۰۲| اعدام شدند.", "2023-10-23..2023-11-21"],
  ["سه زندانی |هفته گذشته| اعدام شدند.", "2025-12-06..2025-12-12"],
  ["سه زندانی |روز گذشته| اعدام شدند.", "2025-12-14..2025-12-14"],
  ["سه زندانی |دو روز پیش| اعدام شدند.", "2025-12-13..2025-12-13"],
  ["سه زندانی |تاکنون| اعدام شدند.", "-..2025-12-15"],
  ["سه زندانی |پس از جنگ ۱۲ روزه| اعدام شدند.", "2025-06-24..-"],
  ["سه زندانی |روز سه‌شنبه| اعدام شدند.", "2025-12-09..2025-12-09"],
  ["سه زندانی |سه شنبه شب| بازداشت شدند.", "2025-12-09..2025-12-09"],
  ["هزاران نفر |در تابستان ۶۷| اعدام شدند.", "1988-06-22..1988-09-22"],
  ["هزاران نفر |در دهه شصت| اعدام شدند.", "1981-03-21..1991-03-20"],
  ["سه زندانی |در اکتبر ۲۰۲۵| اعدام شدند.", "2025-10-01..2025-10-31"],
  ["سه زندانی |۵ ژوئن| اعدام شدند.", "2025-06-05..2025-06-05"],
  ["سه زندانی |از سال ۱۴۰۱ تاکنون| اعدام شدند.", "2022-03-21..2025-12-15"],
  ["سه زندانی |امسال| اعدام شدند.", "2025-03-21..2025-12-15"],
  ["سه زندانی |در ماه جاری| اعدام شدند.", "2025-11-22..2025-12-15"],
  ["سه زندانی |در شش ماه نخست امسال| اعدام شدند.", "2025-03-21..2025-09-22"],
  ["سه زندانی |در نیمه اول مهر ماه| اعدام شدند.", "2025-09-23..2025-10-07"],
];

const OTHER: readonly Row[] = [
  ["They fast |every Tuesday|.", "-..-", { kind: "recurring", per: "week" }],
  ["The “No to Executions |Tuesdays|” campaign grew.", "-..-", { kind: "recurring" }],
  ["Three are hanged |each day|.", "-..-", { kind: "recurring", per: "day" }],
  ["Three are hanged |every month|.", "-..-", { kind: "recurring", per: "month" }],
  ["Three are hanged |every year|.", "-..-", { kind: "recurring", per: "year" }],
  ["Three are hanged |daily|.", "-..-", { kind: "recurring", per: "day" }],
  ["Three are hanged |annually|.", "-..-", { kind: "recurring", per: "year" }],
  ["The |weekly| protests go on.", "-..-", { kind: "recurring", per: "week" }],
  ["Some three executions |a day| were recorded.", "-..-", { kind: "recurring", per: "day" }],
  ["Three people |per day| were recorded.", "-..-", { kind: "recurring", per: "day" }],
  ["One is hanged |every four hours|.", "-..-", { kind: "recurring" }],
  ["He was sentenced to |ten years| in prison.", "-..-", { kind: "duration" }],
  ["He was held |for six years|.", "-..-", { kind: "duration" }],
  ["He was held |for more than six months|.", "-..-", { kind: "duration" }],
  ["The |two-hour| trial ended.", "-..-", { kind: "duration" }],
  ["They got |between five and ten years| in prison.", "-..-", { kind: "duration" }],
  ["He got a |15-year| sentence.", "-..-", { kind: "duration" }],
  ["He was held |for several weeks|.", "-..-", { kind: "duration" }],
  ["They died |within hours| of each other.", "-..-", { kind: "duration" }],
];

/** Nothing here can date an event. */
const NEGATIVE: readonly string[] = [
  "Over 1500 people were killed.",
  "1500 killed in the raids.",
  "At least 2000 protesters were held.",
  "In 2000 cases they appealed.",
  "They counted 1988 prisoners and 2019 guards.",
  "A 25-year-old man was hanged.",
  "A 25 year old man was hanged.",
  "He was aged 25 years.",
  "Karim, 25 years old, was shot.",
  "The 12-day war ended badly.",
  "They may be hanged soon.",
  "He may, they fear, be hanged.",
  "The march drew thousands.",
  "They march for freedom.",
  "The killings of Bloody Friday were filmed.",
  "Black Friday sales fell.",
  "Fridays for Future marched on.",
  "The Friday prayer leader spoke of mercy.",
  "He sat down in the sun.",
  "A second man was shot.",
  "They came at 5 a.m. with guns.",
  "The Borna Daily printed the letter.",
  "He is in his late thirties.",
  "They went so far as to hang him.",
  "The mehr of a friend, the tir of a bow.",
  "Section 5 of Article 286 was cited.",
  "He was given 74 lashes.",
  "Branch 15 of the court upheld it.",
  "The price rose by 50 percent to 2,019 rials.",
  "Call 2025550123 for help.",
  "A fall in prices and a spring in the desert.",
  "In the fall he broke his neck.",
  "امام جمعه شهر گفت.",
  "خبرگزاری مهر نوشت.",
  "با شلیک تیر کشته شد.",
  "مرد ۳۷ ساله اعدام شد.",
  "۱۴۰۴ نفر اعدام شدند.",
  "شهاب و مهر و آذر آزاد شدند.",
];

const TABLES = { EXPLICIT, RANGES, RELATIVE, BOUNDS, NO_DATE, JALALI, OTHER };
for (const [name, rows] of Object.entries(TABLES)) {
  for (const row of rows) test(`${name}: ${row[0]} ${row[2]?.on ?? ""}`, () => checkRow(row));
}
for (const text of NEGATIVE) {
  test(`findPeriods() finds no date in "${text}"`, () => {
    const found = matchesIn(text).filter((match) => match.kind !== "duration");
    assert.deepEqual(
      found.map((match) => `${match.row}: ${wordsOf(text, match)}`),
      [],
    );
  });
}

test("the tables hold at least 250 rows", () => {
  const count = Object.values(TABLES).flat().length + NEGATIVE.length;
  assert.ok(count >= 250, String(count));
});

function matchesIn(text: string): PeriodMatch[] {
  const tokens = tokenize(text);
  return findPeriods(tokens, 0, tokens.size, grammar);
}

function wordsOf(text: string, match: PeriodMatch): string {
  const tokens = tokenize(text);
  return text.slice(tokens.start[match.from], tokens.end[match.to - 1]);
}

function checkRow([marked, days, options = {}]: Row): void {
  const [before = "", words = "", after = ""] = marked.split("|");
  const text = before + words + after;
  const matches = matchesIn(text);
  const match = matches.find((each) => wordsOf(text, each) === words);
  const found = matches.map((each) => `${each.row}: ${wordsOf(text, each)}`).join("; ");
  assert.ok(match, `found ${found || "nothing"}`);
  const { period, notes } = resolvePeriod(
    match,
    {
      tokens: tokenize(text),
      published: options.on === undefined ? PUBLISHED : options.on,
      country: options.country === undefined ? "ir" : options.country,
      ...(options.future === undefined ? {} : { future: options.future }),
      ...(options.speech === undefined ? {} : { speech: options.speech }),
    },
    grammar,
  );
  assert.equal(`${period.earliest ?? "-"}..${period.latest ?? "-"}`, days, match.row);
  if (options.mode !== undefined) assert.equal(period.mode, options.mode, match.row);
  if (options.kind !== undefined) assert.equal(match.kind, options.kind, match.row);
  if (options.per !== undefined) assert.equal(match.per, options.per, match.row);
  if (options.basis !== undefined) assert.equal(period.basis, options.basis, match.row);
  const codes = notes.map((note) => note.code);
  if (options.note !== undefined) assert.ok(codes.includes(options.note), codes.join(" "));
  assert.equal(period.span.quote, words);
}
