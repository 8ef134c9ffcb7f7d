import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../src/text/readDocument.ts";

const read = async (text: string) => {
  const [outcome] = await readDocument(new TextEncoder().encode(text), { path: "report.md" });
  assert.ok(outcome?.kind === "document");
  return outcome.document;
};

test("a name in bold is a name, and links, headings and quotes are their words", async () => {
  const { text, title } = await read(
    "# Two men hanged\n\n> **Sina Golriz**, 24, and _Milad Ostadpour_ were hanged, [the group](https://a.example/x) said.\n",
  );
  assert.equal(
    text,
    "Two men hanged\n\nSina Golriz, 24, and Milad Ostadpour were hanged, the group said.\n",
  );
  assert.equal(title?.value, "Two men hanged");
});

test("lists, snake_case, sums and lone stars stay as they are", async () => {
  const body = "Counts by a_b_c:\n\n* one man * two\n- 3 * 4 men\n";
  assert.equal((await read(body)).text, body);
});

test("front matter gives title, author and date, and is no text of the report", async () => {
  const document = await read(
    '---\ntitle: "A month"\nauthor: A. Writer\ndate: 2025-12-04\n---\n\nSix men were hanged.\n',
  );
  assert.equal(document.text, "\nSix men were hanged.\n");
  assert.deepEqual(document.title, { value: "A month", by: "front-matter" });
  assert.deepEqual(document.published, { value: "2025-12-04", by: "front-matter" });
});
