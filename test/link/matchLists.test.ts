import assert from "node:assert/strict";
import { test } from "node:test";
import {
  explainPair,
  findDuplicates,
  matchLists,
  matchPrepared,
  prepareList,
} from "../../src/link/matchLists.ts";
import { loadRows } from "../../src/flow/loadPacks.ts";
import { findCandidates, findWeighed } from "../../src/link/candidates.ts";
import { countFrequencies, measureRarity } from "../../src/link/frequencies.ts";
import { makeRoster } from "../../src/link/roster.ts";
import { calibratedBits, fitNothing, sizesOf } from "../../src/link/score.ts";
import type { PairFound } from "../../src/model/pairFound.ts";
import { makeLists } from "./made/makeLists.ts";
import { SCENARIOS } from "./made/scenario.ts";
import { type Cells, linkModel, makeRecords } from "./records.ts";

const LEFT: readonly Cells[] = [
  { name: "Barzan Torkashi", date: "2022-11-03", city: "Zahedan", age: 24 },
  {
    name: "Seyed Jalal Mohandespur",
    nameFa: "سید جلال مهندس‌پور",
    date: "2022-09-21",
    city: "Rasht",
  },
  { name: "Amir Gholamzehi", date: "2022-09-30", city: "Zahedan" },
  { name: "Nalin Karvani and Shilan Karvani", date: "2022-10-08", city: "Saqqez" },
  { name: "Mahmoud Delavari", date: "2022-11-15", city: "Izeh" },
  { name: "Qasem Yousefnia", date: "2022-10-01", province: "Gilan" },
];
const RIGHT: readonly Cells[] = [
  { nameFa: "برزان ترکاشی", date: "2022-11-04", province: "Sistan and Baluchestan" },
  { name: "Jalal Mohandes Pour", date: "2021-09-21", city: "رشت" },
  { name: "Armin Gholamzehi", date: "2022-09-30", city: "Zahedan" },
  { name: "Shilan Karvani", date: "2022-10-08", city: "Saghez" },
  { name: "Mohammad Delavari", date: "2022-11-15", city: "Izeh" },
  { name: "Ghassem Yusefnia", date: "2022-10-02" },
  { date: "2022-10-02", city: "Rasht" },
];

const same = (pairs: readonly PairFound[]) =>
  pairs
    .filter((pair) => pair.decision === "same")
    .map((pair) => `${pair.a} ${pair.b}`)
    .sort();

test("matchLists() finds a person across scripts, titles, spellings, years and towns, and no kin", () => {
  const pairs = matchLists(makeRecords("a", LEFT), makeRecords("b", RIGHT), linkModel);
  assert.deepEqual(same(pairs), ["a1 b1", "a2 b2", "a4 b4", "a6 b6"]);
});

test("matchLists() gives each pair with its reasons, best first, each probability a share", () => {
  const pairs = matchLists(makeRecords("a", LEFT), makeRecords("b", RIGHT), linkModel);
  for (const [at, pair] of pairs.entries()) {
    assert.ok(pair.probability > 0 && pair.probability <= 1);
    assert.ok(pair.probability <= (pairs[at - 1]?.probability ?? 1));
    assert.ok(pair.why.some((reason) => reason.field === "name"));
  }
});

test("matchLists() says nothing of empty lists, and of records without a name", () => {
  assert.deepEqual(matchLists([], [], linkModel), []);
  const empty = makeRecords("a", [{}, { name: "" }, { name: "Unknown" }, { city: "Rasht" }]);
  assert.deepEqual(matchLists(empty, makeRecords("b", RIGHT), linkModel), []);
});

test("findDuplicates() finds who stands twice in one list", () => {
  const list = makeRecords("a", [...LEFT, { name: "Ghasem Yousefnia", date: "2022-10-01" }]);
  assert.deepEqual(same(findDuplicates(list, linkModel)), ["a6 a7"]);
});

test("matchLists() says of a row that fits two people whom the other list tells apart that either may be meant", () => {
  const a = makeRecords("a", [...LEFT, { name: "Shahin Golparvar", city: "Rasht" }]);
  const b = makeRecords("b", [
    ...RIGHT,
    { name: "Shahin Golparvar", city: "Rasht", age: 24, date: "2022-10-01", father: "Nalin" },
    { name: "Shahin Golparvar", city: "Rasht", age: 51, date: "2023-06-12", father: "Karwan" },
  ]);
  const own = matchLists(a, b, linkModel).filter((pair) => pair.a === a.at(-1)?.id);
  assert.equal(own.length, 2);
  for (const pair of own) {
    assert.equal(pair.decision, "unsure");
    const rival = pair.why.find(({ field }) => field === "rival");
    assert.equal(rival?.level, "another row fits as well");
    assert.notEqual(rival?.b, pair.b);
    assert.ok((rival?.bits ?? 0) < -1);
  }
});

test("matchLists() weighs charges: one that both name, one of another kind, two names of a political case", () => {
  const person = { name: "Shahin Golparvar", date: "2020" };
  const chargeBits = (one: string, other: string) => {
    const pairs = matchLists(
      makeRecords("a", [...LEFT, { ...person, charge: one }]),
      makeRecords("b", [...RIGHT, { ...person, charge: other }]),
      linkModel,
    );
    const found = pairs.find((pair) => pair.a === `a${LEFT.length + 1}`);
    return found?.why.find(({ field }) => field === "charge")?.bits ?? 0;
  };
  assert.ok(chargeBits("moharebeh", "محاربه") > 2);
  assert.ok(chargeBits("murder", "qisas") > 0.5);
  assert.ok(chargeBits("drug trafficking", "murder") < -1);
  assert.equal(chargeBits("moharebeh", "efsad-e fel-arz"), 0);
  assert.equal(chargeBits("something else", "murder"), 0);
});

test("matchLists() tells who lost to a row that fits better", () => {
  const a = makeRecords("a", [
    ...LEFT,
    { name: "Shahin Golparvar", city: "Rasht", date: "2022-10-01", age: 24 },
  ]);
  const b = makeRecords("b", [
    ...RIGHT,
    { name: "Shahin Golparvar", city: "Rasht", age: 24, date: "2022-10-01" },
    { name: "Shahin Golparvar", city: "Rasht", age: 33, date: "2022-10-03" },
  ]);
  const own = matchLists(a, b, linkModel).filter((pair) => pair.a === a.at(-1)?.id);
  assert.deepEqual(
    own.map((pair) => pair.decision),
    ["same", "unsure"],
  );
  const rival = own[1]?.why.find(({ field }) => field === "rival");
  assert.equal(rival?.level, "another row fits better");
  assert.equal(rival?.b, own[0]?.b);
});

test("matchLists() joins a row with both rows of one whom the other list has twice", () => {
  const twice = {
    name: "Shahin Golparvar",
    city: "Rasht",
    age: 24,
    date: "2022-10-01",
    father: "Nalin",
  };
  const a = makeRecords("a", [...LEFT, twice]);
  const b = makeRecords("b", [...RIGHT, twice, { ...twice, name: "Shaahin Golparvar" }]);
  const own = matchLists(a, b, linkModel).filter((pair) => pair.a === a.at(-1)?.id);
  assert.deepEqual(
    own.map((pair) => pair.decision),
    ["same", "same"],
  );
});

test("matchPrepared() finds what matchLists() finds, again and again", () => {
  const a = makeRecords("a", LEFT);
  const b = makeRecords("b", RIGHT);
  const prepared = prepareList(b, linkModel);
  const expected = matchLists(a, b, linkModel);
  assert.deepEqual(matchPrepared(a, prepared), expected);
  assert.deepEqual(matchPrepared(a, prepared), expected);
});

test("explainPair() adds up: prior and reasons are the bits, of pairs that are two as well", () => {
  const a = makeRecords("a", LEFT);
  const b = makeRecords("b", RIGHT);
  for (const [idA, idB, least, most] of [
    ["a1", "b1", 0.5, 1],
    ["a3", "b3", 0, 0.5],
    ["a1", "b4", 0, 0.01],
  ] as const) {
    const found = explainPair(idA, idB, a, b, linkModel);
    assert.ok(found !== null, `${idA} ${idB}`);
    assert.ok(found.probability >= least && found.probability <= most, `${found.probability}`);
    const sum = found.why.reduce((bits, reason) => bits + reason.bits, found.prior);
    assert.ok(Math.abs(sum - found.bits) < 0.6, `${sum} ${found.bits}`);
  }
  assert.equal(explainPair("a1", "b7", a, b, linkModel), null);
  assert.equal(explainPair("a1", "nobody", a, b, linkModel), null);
});

test("an initial is told as one, not as the same name", () => {
  const a = makeRecords("a", [...LEFT, { name: "H. Rastgoo", date: "2022-10-01", city: "Rasht" }]);
  const b = makeRecords("b", [
    ...RIGHT,
    { nameFa: "حسین راستگو", date: "2022-10-01", city: "رشت" },
  ]);
  const found = matchLists(a, b, linkModel).find((pair) => pair.a === a.at(-1)?.id);
  assert.equal(found?.b, b.at(-1)?.id);
  assert.equal(found?.why.find(({ field }) => field === "name")?.level, "initials fit");
});

test("explainPair() lays words beside each other", () => {
  const found = explainPair("a6", "b6", makeRecords("a", LEFT), makeRecords("b", RIGHT), linkModel);
  const name = found?.why.find((reason) => reason.field === "name");
  assert.deepEqual(name?.tokens?.map(({ a, b, level }) => [a, b, level]).sort(), [
    ["qasem", "ghassem", "variant"],
    ["yousefnia", "yusefnia", "variant"],
  ]);
});

test("findWeighed() keeps each candidate with bits enough, as weighing all of them does", () => {
  const [scenario] = SCENARIOS;
  const made = makeLists(scenario ?? assert.fail("No scenario"), loadRows());
  const { side: right, index, vocabulary } = prepareList(made.b, linkModel);
  const roster = makeRoster(made.a, vocabulary, linkModel);
  const left = { roster, frequencies: countFrequencies(roster) };
  const { weights } = linkModel;
  const start = fitNothing(sizesOf(roster.size, right.roster.size, false), weights);
  const rarity = measureRarity(vocabulary, [roster, right.roster], linkModel);
  const work = { model: linkModel, vocabulary, start, rarity };
  for (const least of [-3, 4]) {
    const all = findCandidates(left, right, index, work, {
      needed: { fitted: start, least: -Infinity },
    })
      .filter((one) => calibratedBits(one, start, weights) >= least)
      .map(({ a, b }) => `${a} ${b}`);
    const pairs = findWeighed(left, right, index, work, { needed: { fitted: start, least } });
    const kept = Array.from({ length: pairs.length }, (_, at) => `${pairs.a[at]} ${pairs.b[at]}`);
    assert.ok(kept.length > 500, `${kept.length}`);
    assert.deepEqual(kept, all);
  }
});

test("matchLists() leaves to a person who died before a last sign of life, and says so", () => {
  const hanged = { name: "Hormoz Delavarian", city: "Shiraz", age: 31, date: "2024-05-12" };
  const seen = (day: string): Cells => ({
    name: "Hormoz Delavarian",
    city: "Shiraz",
    age: 31,
    aliveOn: { earliest: day, latest: day, calendar: "gregorian", words: day },
  });
  for (const [death, life, decision] of [
    ["2024-05-12", "2024-06-03", "unsure"],
    ["2024-05-12", "2024-05-13", "unsure"],
    ["2024-05-12", "2024-05-12", "same"],
    ["2024-05-12", "2024-04-30", "same"],
    ["2024-05-31", "2024-05-02", "same"],
  ] as const) {
    const a = makeRecords("a", [...LEFT, { ...hanged, date: death }]);
    const b = makeRecords("b", [...RIGHT, seen(life)]);
    for (const pairs of [
      matchLists(a, b, linkModel),
      matchLists(b, a, linkModel),
      findDuplicates([...a, ...b], linkModel),
    ]) {
      const pair = pairs.find((one) => [one.a, one.b].includes(a.at(-1)?.id ?? ""));
      assert.equal(pair?.decision, decision, `${death} ${life}`);
      const alive = pair?.why.find(({ field }) => field === "alive");
      assert.equal(alive === undefined, decision === "same");
      if (alive !== undefined) {
        assert.deepEqual([alive.a, alive.b].sort(), [death, life].sort());
        assert.ok(alive.bits < 0);
      }
    }
  }
});

test("matchLists() finds names that the other list types without their marks, and no others by that", () => {
  const marked = ["Çetin Doğanlı", "Şêrzad Reşîdî", "Yāsir Šarīfī", "Dîlan Çîya", "Şîrîn Xanî"];
  const bare = ["Cetin Doganli", "Serzad Residi", "Yasir Sarifi", "Dilan Ciya", "Sirus Xani"];
  const day = (at: number): string => `2022-10-${String(at + 10)}`;
  const rows = (names: readonly string[]): Cells[] =>
    names.map((name, at) => ({ name, date: day(at), city: "Saqqez" }));
  const pairs = matchLists(makeRecords("a", rows(marked)), makeRecords("b", rows(bare)), linkModel);
  assert.deepEqual(same(pairs), ["a1 b1", "a2 b2", "a3 b3", "a4 b4"]);
});
