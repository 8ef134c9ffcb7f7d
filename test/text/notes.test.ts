import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { TEXT_NOTES } from "../../src/text/notes.ts";

test("docs/text.md lists every note of the text stage as it is, and no other", () => {
  const page = readFileSync(new URL("../../docs/text.md", import.meta.url), "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  assert.deepEqual(
    rows,
    TEXT_NOTES.map(({ code, level, means }) => `| \`${code}\` | ${level} | ${means} |`),
  );
});
