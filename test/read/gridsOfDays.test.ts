import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * English sentences that give the day of an act beside those of other acts, of what is said, of a birth or a crime, or by a day told
 * before: the act has its own day and no other. Published on Thursday 12 June 2025. All people are invented.
 */
type Kind = { readonly kind: Claim["kind"]; readonly done: readonly string[] };

const KINDS: readonly Kind[] = [
  { kind: "execution", done: ["hanged", "executed", "put to death"] },
  { kind: "killing", done: ["shot dead", "killed"] },
  { kind: "arrest", done: ["arrested", "detained"] },
  { kind: "death-sentence", done: ["sentenced to death"] },
];

const A = "Behrouz Kaviani";
const B = "Saman Rastgar";

/** What is said, the person asked for, and the first and last day ("" for none). */
const FORMS: readonly (readonly [string, string, string])[] = [
  // Ways of writing a day.
  ["On Wednesday, 14 May 2025, {A} was {v}.", A, "2025-05-14"],
  ["On Wednesday morning, 14 May 2025, {A} was {v}.", A, "2025-05-14"],
  ["{A} was {v} on Wednesday morning, 14 May 2025.", A, "2025-05-14"],
  ["In the early hours of 14 May 2025 {A} was {v}.", A, "2025-05-14"],
  ["In the early hours of Wednesday, 14 May 2025, {A} was {v} in Karaj.", A, "2025-05-14"],
  ["At dawn on Wednesday, May 14, {A} was {v}.", A, "2025-05-14"],
  ["Before dawn on Wednesday {A} was {v}.", A, "2025-06-11"],
  ["In the early hours of Saturday {A} was {v}.", A, "2025-06-07"],
  ["{A} was {v} in Karaj late on Saturday night.", A, "2025-06-07"],
  ["{A} was {v} between March and May.", A, "2025-03-01..2025-05-31"],
  ["{A} was {v} last month.", A, "2025-05-01..2025-05-31"],
  ["{A} was {v} last year.", A, "2024-01-01..2024-12-31"],
  ["{A} was {v} in May last year.", A, "2024-05-01..2024-05-31"],
  ["{A} was {v} on 11 May last year, in the same city.", A, "2024-05-11"],
  ["{A} was {v} on 2 January of this year.", A, "2025-01-02"],
  // Beside other days.
  ["{A}, who was born on 3 June 1990, was {v} on 14 May 2025.", A, "2025-05-14"],
  ["{A}, born in 1990, was {v} on 14 May 2025.", A, "2025-05-14"],
  ["{A}, who was {v} on 14 May 2025, was a teacher in Ilam until 2019.", A, "2025-05-14"],
  ["{A} was {v} on 14 May 2025 over a murder committed in 2019.", A, "2025-05-14"],
  ["{A} was {v} on 14 May 2025 over a robbery in Karaj in 2019.", A, "2025-05-14"],
  ["{A}, who moved to Karaj in 2019, was {v} on 14 May 2025.", A, "2025-05-14"],
  ["{A}, who had married in 2019, was {v} on 14 May 2025.", A, "2025-05-14"],
  ["{A}, released in 2019, was {v} on 14 May 2025.", A, "2025-05-14"],
  ["Six years after he left the army in 2019, {A} was {v} on 14 May 2025.", A, "2025-05-14"],
  ["{A} was {v} on 14 May 2025, three years after he moved to Karaj.", A, "2025-05-14"],
  ["{A} was {v} on 14 May 2025, two days after his birthday on 12 May.", A, "2025-05-14"],
  ["{A} was {v} on 14 May 2025 and was buried on 16 May.", A, "2025-05-14"],
  ["{A} was {v} on 14 May 2025. His lawyer was told on 16 May.", A, "2025-05-14"],
  ["{A} was {v} in Karaj, where he had lived since 2019.", A, ""],
  ["{A} was {v} in Karaj, where his father had opened a shop in the spring of 2023.", A, ""],
  ["{A} was {v} in Karaj, where he had been born in 1990.", A, ""],
  ["{A} was {v} after protests on 14 May 2025.", A, "2025-05-14"],
  ["{B} was {v} on 14 May 2025, three years after {A} was {v}.", A, ""],
  ["{B} was {v} on 14 May 2025, three years after his brother {A} was {v}.", A, ""],
  ["{B} was {v} on 14 May 2025, three years after his brother {A} was {v}.", B, "2025-05-14"],
  ["{B} was {v} on 14 May 2025, while {A} was {v} in March.", A, "2025-03-01..2025-03-31"],
  ["{B} was {v} on 14 May 2025 and {A} was {v} on 16 May.", A, "2025-05-16"],
  [
    "{B}, who was {v} on 14 May 2025, was a brother of {A}, who was {v} in March.",
    A,
    "2025-03-01..2025-03-31",
  ],
  ["{A} was {v} on 14 May 2025, a year after {B} was {v}.", A, "2025-05-14"],
  ["{A}, whose brother {B} was {v} on 14 May 2025, was {v} on 16 May.", A, "2025-05-16"],
  // What is said on another day.
  ["Hengam said on Tuesday that {A} was {v} on Monday.", A, "2025-06-09"],
  ["Hengam said on Tuesday that {A} was {v}.", A, ""],
  ["{A} was {v}, his lawyer said on Tuesday.", A, ""],
  ["{A} was {v} on Monday, his lawyer said on Tuesday.", A, "2025-06-09"],
  ["On Tuesday Hengam reported that {A} was {v} on 14 May.", A, "2025-05-14"],
  ["According to a statement on Tuesday, {A} was {v} on Monday.", A, "2025-06-09"],
  // By a day told before.
  ["On 14 May 2025 {B} was {v}. The previous day {A} was {v}.", A, "2025-05-13"],
  [
    "On 14 May 2025 {B} was {v}. The previous day, {A}, 41, a father of two, was {v} in Karaj.",
    A,
    "2025-05-13",
  ],
  ["On 14 May 2025 {B} was {v}. A day earlier {A} was {v}.", A, "2025-05-13"],
  ["On 14 May 2025 {B} was {v}. The following day {A} was {v}.", A, "2025-05-15"],
  ["On 14 May 2025 {B} was {v}. The next day {A} was {v}.", A, "2025-05-15"],
  ["On 14 May 2025 {B} was {v}. Two days later {A} was {v}.", A, "2025-05-16"],
  ["On 14 May 2025 {B} was {v}. Three days earlier {A} was {v}.", A, "2025-05-11"],
  ["On 14 May 2025 {B} was {v}. On the same day {A} was {v}.", A, "2025-05-14"],
  ["On 14 May 2025 {B} was {v}. The same day, {A} was {v} in Ilam.", A, "2025-05-14"],
  ["On 14 May 2025 {B} was {v}. Later that day {A} was {v}.", A, "2025-05-14"],
  ["{B} was {v} on 14 May 2025. His cousin, {A}, was {v} the next day.", A, "2025-05-15"],
  ["{B} was {v} on 14 May 2025. His cousin, {A}, was {v} the same day.", A, "2025-05-14"],
  ["{B} was {v} in March 2022. {A} was {v} the same month.", A, "2022-03-01..2022-03-31"],
  ["{B} was {v} in March 2022. {A} was {v} the following month.", A, "2022-04-01..2022-04-30"],
  ["{B} was {v} in March 2022. {A} was {v} the following year.", A, "2023-01-01..2023-12-31"],
  [
    "{B} was {v} on 2 February 2020. {A} was {v} in June of the following year.",
    A,
    "2021-06-01..2021-06-30",
  ],
  ["{B} was {v} in 2020. {A} was {v} in June of the same year.", A, "2020-06-01..2020-06-30"],
  ["{B} was {v} in 2020. {A} was {v} in June that year.", A, "2020-06-01..2020-06-30"],
  [
    "On 14 May 2025 {B} was {v}. Two days later his brother was seen in Ilam. The next day {A} was {v}.",
    A,
    "2025-05-17",
  ],
  ["{B} was {v} on 14 May 2025, the 40th in 2025. On the same day {A} was {v}.", A, "2025-05-14"],
  [
    "{B} was {v} on 14 May 2025. He was buried later that day. The same week {A} was {v}.",
    A,
    "2025-05-12..2025-05-18",
  ],
  // The year of the day told before holds.
  ["On 28 September 2022 {B} was {v}. {A} was {v} on 1 October.", A, "2022-10-01"],
  ["{B} was {v} on 28 September 2022. On 1 October {A} was {v}.", A, "2022-10-01"],
  ["{B} was {v} in Ilam in March 2022. In May {A} was {v}.", A, "2025-05-01..2025-05-31"],
];

const POSITIONS: readonly ((said: string) => string)[] = [
  (said) => said,
  (said) => `A storm closed the road to the market in Ilam.\n\n${said} The road is open again.`,
];

/** The day or days of the claim of a kind that concerns somebody; "?" where none does. */
function daysOf(text: string, kind: Claim["kind"], name: string): string {
  const own = trace(text, "en", openPacks)
    .map(({ claim }) => claim)
    .filter((claim) => claim.kind === kind && claim.persons.some((one) => one.name === name));
  const days = own.map(({ period }) => {
    const { earliest = null, latest = null } = period ?? {};
    if (earliest === null && latest === null) return "";
    return earliest === latest ? earliest : `${earliest}..${latest}`;
  });
  return own.length === 0 ? "?" : [...new Set(days)].join(" and ");
}

test("an act has its own day and no other", () => {
  const wrong: string[] = [];
  let i = 0;
  for (const [say, name, right] of FORMS)
    for (const { kind, done } of KINDS)
      for (const verb of done) {
        const position = POSITIONS[i++ % 2] ?? String;
        const text = position(
          say.replaceAll("{A}", A).replaceAll("{B}", B).replaceAll("{v}", verb),
        );
        const told = daysOf(text, kind, name);
        if (told !== right) wrong.push(`${kind}: ${text} => ${told}, not ${right}`);
      }
  assert.deepEqual(wrong, []);
});
