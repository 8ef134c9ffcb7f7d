import assert from "node:assert/strict";
import { test } from "node:test";
import type { ListRecord } from "../../src/model/listRecord.ts";
import { LINK_FIELDS, type PairFound } from "../../src/model/pairFound.ts";

test("a pair names records of both lists, and its reasons name fields that are compared", () => {
  const record: ListRecord = {
    id: "row-1",
    row: 1,
    name: "Barzan Torkashi",
    nameFa: null,
    date: { earliest: "2022-11-01", latest: "2022-11-30", calendar: "gregorian", words: "2022-11" },
    age: { min: 24, max: 24 },
    sex: null,
    city: null,
    province: null,
    father: null,
    charge: null,
    prison: null,
  };
  const pair: PairFound = {
    a: record.id,
    b: "k-7",
    probability: 0.97,
    decision: "same",
    why: [{ field: "name", level: "exact", bits: 14.2, a: "Barzan Torkashi", b: "برزان ترکاشی" }],
  };
  assert.ok(pair.why.every((reason) => LINK_FIELDS.includes(reason.field)));
});
