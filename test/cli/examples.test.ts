import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { exampleFiles, readExample } from "../../scripts/golden.ts";

const files = exampleFiles();

test("there are example reports", () => assert.ok(files.length >= 6));

for (const [report, expected] of files) {
  test(`examples/${report} is read as test/golden/examples has it (npm run golden writes it)`, async () => {
    assert.deepEqual(
      JSON.parse(await readExample(report)),
      JSON.parse(readFileSync(expected, "utf8")),
    );
  });
}
