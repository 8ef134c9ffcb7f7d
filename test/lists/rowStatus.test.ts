import assert from "node:assert/strict";
import { test } from "node:test";
import { type ListKind } from "../../src/lists/rowReport.ts";
import { statusOf } from "../../src/lists/rowStatus.ts";
import { statusNotes } from "../../src/lists/statusNotes.ts";
import { readList } from "../../src/lists/readList.ts";
import { words } from "./lists.ts";

/** What a list of this kind tells of a row with this status; "own" is what the list is of. */
function told(status: string, kind: ListKind = "execution"): string {
  const span = { start: 0, end: status.length, quote: status };
  const { holds, told: others } = statusOf(span, kind, words);
  const kinds = others.map((one) =>
    one.modality === "happened" ? one.kind : `${one.kind} ${one.modality}`,
  );
  return [...(holds ? ["own"] : []), ...kinds].join(" + ") || "nothing";
}

const OF_THE_EXECUTED: readonly (readonly [string, string])[] = [
  ["Executed", "own"],
  ["Executed on 12 January 2026", "own"],
  ["carried out on January 12, 2026", "own"],
  ["Executed (confirmed)", "own"],
  ["اعدام", "own"],
  ["حکم اجرا شد", "own"],
  ["اعدام شد ۲۳ دی ۱۴۰۴", "own"],
  ["اعدام‌شده", "own"],
  ["Detained", "arrest"],
  ["In custody", "arrest"],
  ["Sentenced to death", "death-sentence"],
  ["Death row", "death-sentence"],
  ["Released", "release"],
  ["Released on bail", "release"],
  ["Pardoned, released", "clemency + release"],
  ["Died in custody", "death-in-custody"],
  ["Stay", "stay"],
  ["Postponed - alive", "stay + other ongoing"],
  ["Quashed", "death-sentence negated"],
  ["At risk of execution", "imminent-execution at-risk"],
  ["بازداشت", "arrest"],
  ["زندانی", "arrest"],
  ["محکوم به اعدام", "death-sentence"],
  ["آزاد شد", "release"],
  ["آزاد با وثیقه", "release"],
  ["توقف حکم", "stay"],
  ["متوقف شد (زنده)", "stay + other ongoing"],
  ["نقض حکم در دیوان عالی", "death-sentence negated"],
  ["فوت در زندان", "death-in-custody"],
  ["کشته شد", "killing"],
  ["Missing", "nothing"],
  ["Unknown", "nothing"],
  ["ناپدید", "nothing"],
  ["نامعلوم", "nothing"],
  ["Executed?", "nothing"],
  ["Executed in effigy", "nothing"],
  ["Not executed", "execution negated"],
  ["Not killed", "killing negated"],
  ["Denied by the family", "execution negated"],
  ["Duplicate", "nothing"],
  ["Mistake, denied", "nothing"],
  ["خبر تکذیب شد", "execution negated"],
  ["Denied?", "nothing"],
  ["To be executed", "nothing"],
  ["Brother was executed", "nothing"],
  ["Died", "nothing"],
  ["اعدام نشد", "execution negated"],
  ["برادرش اعدام نشد", "nothing"],
  ["برادرش اعدام شد", "nothing"],
];
for (const [status, expected] of OF_THE_EXECUTED)
  test(`in a list of the executed the status ${status} tells ${expected}`, () => {
    assert.equal(told(status), expected);
  });

const OF_OTHERS: readonly (readonly [ListKind, string, string])[] = [
  ["arrest", "Released on bail", "own + release"],
  ["arrest", "Awaiting trial", "own"],
  ["arrest", "Death penalty (upheld)", "own + death-sentence"],
  ["arrest", "Sentenced to death (appeal pending)", "own + death-sentence"],
  ["arrest", "تأیید حکم اعدام", "own + death-sentence"],
  ["arrest", "Sentenced to death?", "own"],
  ["arrest", "Brother sentenced to death", "own"],
  ["arrest", "Upheld", "own"],
  ["arrest", "Not sentenced to death", "nothing"],
  ["execution", "Death penalty", "own"],
  ["arrest", "نامعلوم", "own"],
  ["arrest", "Not arrested", "nothing"],
  ["arrest", "Denied", "nothing"],
  ["arrest", "Was never arrested, error in the list", "nothing"],
  ["arrest", "بازداشت نشده", "nothing"],
  ["death-sentence", "اعدام", "own"],
  ["death-sentence", "Execution", "own"],
  ["death-sentence", "اجرا شد", "execution"],
  ["death-sentence", "اجرای حکم", "nothing"],
  ["death-sentence", "Upheld", "own"],
  ["imminent-execution", "Sentenced to death", "own"],
  ["imminent-execution", "اعدام", "nothing"],
  ["imminent-execution", "Executed", "execution"],
  ["killing", "Died in hospital", "own"],
  ["killing", "Wounded", "injury"],
  ["killing", "جان‌باخته", "own"],
  ["killing", "زنده", "other ongoing"],
  ["killing", "alive - in hospital", "other ongoing + injury"],
  ["killing", "alive and in hospital", "other ongoing + injury"],
  ["killing", "بستری در بیمارستان", "injury"],
  ["killing", "killed in custody", "own"],
  ["killing", "Missing (confirmed)", "nothing"],
  ["killing", "alive? in hospital", "nothing"],
  ["killing", "brother alive", "nothing"],
  ["killing", "زنده نیست", "nothing"],
  ["execution", "Detained (confirmed)", "arrest"],
  ["enforced-disappearance", "Missing", "own"],
  ["enforced-disappearance", "Released", "release"],
  ["release", "Detained", "arrest"],
];
for (const [kind, status, expected] of OF_OTHERS)
  test(`in a list of ${kind} the status ${status} tells ${expected}`, () => {
    assert.equal(told(status, kind), expected);
  });

test("rows whose status does not say what the list is of are noted, each with its row", () => {
  const text = [
    "Name,Age,Status",
    "Arman Delavarian,30,Executed",
    "Bahareh Sangari,31,Released",
    "Hormoz Torkashi,32,Unknown",
    "Kaveh Tavanpur,33,",
    "Kamran Jalali-Pur,34,Detained",
  ].join("\n");
  const list = readList(Buffer.from(text), words, {
    choices: [],
    order: null,
    sheet: null,
    today: "2026-01-02",
    keepsCells: true,
  });
  assert.deepEqual(
    statusNotes(list, "execution", words).map(({ code, column, first }) => [
      code,
      column,
      first.map(({ row }) => row),
    ]),
    [
      ["list-row-status-told", "Status", [3, 6]],
      ["list-row-status-silent", "Status", [4]],
    ],
  );
  assert.deepEqual(statusNotes(list, "arrest", words), []);
});
