import assert from "node:assert/strict";
import { test } from "node:test";
import { withStatusNotes } from "../../src/flow/lists/readListReports.ts";
import { read } from "../lists/lists.ts";

test("a row without a name that counts nobody anywhere is named", () => {
  const rows = [
    "No,Name,Date,Prison",
    "1,Unidentified,2024-09-01,زندان تبریز",
    "2,Unidentified,2024-09-01,Vakilabad prison (Mashhad)",
    "3,Unidentified,2024-09-01,a camp in the hills",
    "4,Unidentified,2024,Evin",
    "5,Unidentified,2024-09-01,",
    "6,Kaveh Torkashi,,",
  ];
  const list = read(rows.join("\n"), { keepsCells: true });
  const file = { ...list, path: "list.csv", bytes: new Uint8Array(), remembered: null };
  const { notes } = withStatusNotes(file, "execution");
  assert.deepEqual(
    notes.find(({ code }) => code === "list-row-nowhere")?.first.map(({ row }) => row),
    [4, 5, 6],
  );
});
