import assert from "node:assert/strict";
import { test } from "node:test";
import { findMatches } from "../../src/base/findMatches.ts";
import { foldForSearch } from "../../src/base/foldForSearch.ts";
import { nameKey, spellMarks } from "../../src/base/nameKey.ts";

const SAME: readonly (readonly string[])[] = [
  ["Farhani", "Farahani", "Farahany", "فراهانی"],
  ["Fatemeh", "Fatima", "Fateme", "فاطمه"],
  ["Hossein", "Hussein", "حسین"],
  ["Mohammad", "Muhammad", "محمد"],
  ["Ghezel", "Qezel", "قزل"],
  ["Nouri", "Noori", "Nuri", "نوری"],
  ["Mousavi", "Moosavi", "موسوی"],
  ["Mozhgan", "Mojgan", "مژگان"],
  ["Evin", "اوین"],
  ["Qom", "Ghom", "قم"],
  ["Yazd", "یزد"],
  ["Ali", "Aly", "علی"],
  ["Sara", "Sarah", "سارا"],
  ["Zahra", "زهرا"],
];
for (const names of SAME) {
  test(`nameKey() is one for ${names.join(", ")}`, () => {
    const keys = new Set(names.map((name) => nameKey(foldForSearch(name))));
    assert.equal(keys.size, 1, [...keys].join(" "));
    assert.ok(!keys.has(""));
  });
}

const OTHER: readonly (readonly [string, string])[] = [
  ["Evin", "Ann"],
  ["Ali", "Ilam"],
  ["Karimi", "Kerman"],
  ["Reza", "Yazd"],
  ["خاوری", "کاوری"],
];
for (const [one, other] of OTHER) {
  test(`nameKey() parts ${one} and ${other}`, () => {
    assert.notEqual(nameKey(foldForSearch(one)), nameKey(foldForSearch(other)));
  });
}

const MATCHES: readonly (readonly [string, string, boolean, readonly string[]])[] = [
  ["Two men were Hanged in Arak.", "hanged arak", false, ["Hanged", "Arak"]],
  ["the prisoner", "prisoners", false, ["prisoner"]],
  ["Samad Farahani", "Farhani", false, []],
  ["Samad Farahani", "Farhani", true, ["Farahani"]],
  ["صمد فراهانی", "Farhani", true, ["فراهانی"]],
  ["Samad Farhati", "Farhani", true, ["Farhati"]],
  ["Reza Noorani", "Farhani", true, []],
  ["an ox", "o", false, []],
];
for (const [text, searched, isName, expected] of MATCHES) {
  test(`findMatches() of ${searched} in ${text}`, () => {
    const found = findMatches(text, searched, isName).map(({ start, end }) =>
      text.slice(start, end),
    );
    assert.deepEqual(found, expected);
  });
}

const SPELLED: readonly (readonly [string, string])[] = [
  ["Çetin", "چتین"],
  ["Cemşid", "جمشید"],
  ["Şîrîn", "شیرین"],
  ["Doğan", "دوغان"],
  ["Čamrān", "چمران"],
  ["Cihan", "Cihan"],
];
for (const [latin, other] of SPELLED)
  test(`spellMarks() makes one key of ${latin} and ${other}`, () => {
    assert.equal(
      nameKey(foldForSearch(spellMarks(latin))),
      nameKey(foldForSearch(spellMarks(other))),
    );
  });

test("spellMarks() leaves a name without such marks as it is", () => {
  assert.equal(spellMarks("Özgür Cetin"), "Özgür Cetin");
});
