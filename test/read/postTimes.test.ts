import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "./reading.ts";

/** An embedded post under a line of its own, in a report about other things. */
const post = (head: string, words: string): string =>
  `The unrest goes on.\n\n${head}\n\n${words} #Land2022 pic.twitter.com/Vq — The Karun Network (@karun) October 30, 2022\n\nLater it was quiet.`;

test("what an embedded post tells is of the day of its first line", () => {
  const told = periodsOf(
    post(
      "October 30 – Tehran, #Land",
      'Students of the Alborz School chanting:\n\n"We will not be silent!"',
    ),
  );
  assert.deepEqual(told, [
    ["protest", "2022-10-30"],
    ["statement", "2022-10-30"],
  ]);
});

test("a first line that says more than when and where dates nothing, and a day of its own stays", () => {
  assert.deepEqual(
    periodsOf(
      post(
        "On October 30 the school was shut",
        "Students of the Alborz School chanting in the yard.",
      ),
    ).filter(([kind]) => kind === "protest"),
    [["protest", null]],
  );
  assert.deepEqual(
    periodsOf(post("October 30 – Tehran", "Students marched in the yard on October 28.")),
    [["protest", "2022-10-28"]],
  );
});

function periodsOf(text: string): readonly (readonly [string, string | null])[] {
  return trace(text).map(({ claim }) => [claim.kind, claim.period?.earliest ?? null] as const);
}
