import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutReplies } from "../../src/text/withoutReplies.ts";

const ROWS: readonly (readonly [what: string, text: string, own: string | null])[] = [
  ["a mail that quotes nothing", "He is alive.\n\nHis sister", null],
  [
    "an answer above what it answers",
    "He is alive.\n\nOn Sat, 15 Nov 2025 Omid wrote:\n> I heard that he was hanged.\n> Is it so?",
    "He is alive.",
  ],
  [
    "answers between the lines",
    "Omid wrote:\n> Was he hanged?\nNo.\n\n> And his brother?\nFree since Monday.",
    "No.\nFree since Monday.",
  ],
  ["nothing of the sender's own", "> Was he hanged?", null],
];
for (const [what, text, own] of ROWS)
  test(`the sender's own words: ${what}`, () => assert.equal(withoutReplies(text), own));
