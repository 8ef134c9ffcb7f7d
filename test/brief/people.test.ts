import assert from "node:assert/strict";
import { test } from "node:test";
import {
  countHeard,
  findNamedAtRisk,
  findNamedDead,
  isAlsoDead,
  isRiskClaim,
  isSaidToLive,
  isSteppingDown,
} from "../../src/brief/people.ts";
import { CLAIM_KINDS, MODALITIES, PERSON_ROLES, type Claim } from "../../src/model/claim.ts";
import { makeReading, type ClaimSpec } from "./makeReading.ts";

const claims = (...specs: readonly Omit<ClaimSpec, "quote">[]): readonly Claim[] =>
  makeReading({ text: "x", claims: specs.map((spec) => ({ quote: "x", ...spec })) }).claims;
const dara = (role: (typeof PERSON_ROLES)[number] = "victim") => ({
  persons: [{ name: "Dara Karimi", role }],
});

test("findNamedDead() takes victims of what happened and nobody else, over every kind, modality and role", () => {
  const named: string[] = [];
  for (const kind of CLAIM_KINDS) {
    for (const modality of MODALITIES) {
      for (const role of PERSON_ROLES) {
        const found = findNamedDead(claims({ kind, modality, ...dara(role) }));
        if (found.length > 0) named.push(`${kind} ${modality} ${role}`);
      }
    }
  }
  assert.deepEqual(named, [
    "execution happened victim",
    "killing happened victim",
    "death-in-custody happened victim",
  ]);
});

test("findNamedDead() lists a name once, whatever its marks, hyphens and letter forms", () => {
  const people = findNamedDead(
    claims(
      { persons: [{ name: "Amir-Ali Kian" }] },
      { persons: [{ name: "amir ali Kían" }] },
      { persons: [{ name: "علي كيان" }] },
      { persons: [{ name: "علی کیان" }] },
    ),
  );
  assert.deepEqual(
    people.map((person) => person.namings.length),
    [2, 2],
  );
});

const AGAINST = [
  [{ kind: "release" }, "victim", "released"],
  [{ kind: "stay" }, "at-risk", "stayed"],
  [{ kind: "clemency" }, "convicted", "clemency"],
  [{ kind: "execution", modality: "negated" }, "victim", "denied"],
  [{ kind: "killing", modality: "alleged" }, "victim", "uncertain"],
] as const;
for (const [spec, role, what] of AGAINST) {
  test(`findNamedDead() remarks that a person named as dead is also named as ${what}`, () => {
    const [person, ...rest] = findNamedDead(claims(dara(), { ...spec, ...dara(role) }));
    assert.equal(rest.length, 0);
    assert.equal(person?.namings.length, 1);
    assert.deepEqual(
      person?.against.map((remark) => remark.what),
      [what],
    );
  });
}

test("findNamedDead() takes a called-for release for no contradiction", () => {
  const [person] = findNamedDead(
    claims(dara(), { kind: "release", modality: "called-for", ...dara() }),
  );
  assert.deepEqual(person?.against, []);
});

test("findNamedAtRisk() names the sentenced and the threatened, with a stay or a death beside them", () => {
  const risk = { kind: "imminent-execution", modality: "at-risk", ...dara("at-risk") } as const;
  const [person] = findNamedAtRisk(claims(risk, { kind: "stay", ...dara("at-risk") }, dara()));
  assert.deepEqual(
    person?.against.map((remark) => remark.what),
    ["stayed", "dead"],
  );
});

test("findNamedAtRisk() names neither speakers nor those whose sentence is denied or asked to stop", () => {
  const none = claims(
    { kind: "death-sentence", ...dara("speaker") },
    { kind: "death-sentence", modality: "negated", ...dara("convicted") },
    { kind: "imminent-execution", modality: "called-to-stop", ...dara("at-risk") },
  );
  assert.deepEqual(findNamedAtRisk(none), []);
});

test("isRiskClaim() takes a planned execution of a named person, and no execution that happened", () => {
  const [planned, done] = claims(
    { modality: "intended", ...dara("at-risk") },
    { modality: "happened", ...dara("at-risk") },
  );
  assert.ok(planned && done);
  assert.deepEqual([isRiskClaim(planned), isRiskClaim(done)], [true, false]);
});

test("isSteppingDown() takes stays and clemency, and releases of somebody", () => {
  const made = claims(
    { kind: "stay" },
    { kind: "clemency" },
    { kind: "release" },
    { kind: "release", ...dara() },
  );
  assert.deepEqual(made.map(isSteppingDown), [true, true, false, true]);
});

test("isAlsoDead() tells those at risk of whom the same reports tell an execution", () => {
  const sentenced = { kind: "death-sentence", ...dara("convicted") } as const;
  const [dead] = findNamedAtRisk(claims(sentenced, dara()));
  const [living] = findNamedAtRisk(claims(sentenced));
  assert.equal(dead !== undefined && isAlsoDead(dead), true);
  assert.equal(living !== undefined && isAlsoDead(living), false);
});

const SIGN = { code: "sign-of-life", level: "info", span: null } as const;
const day = (on: string) => ({ period: { words: "x", earliest: on, latest: on } });

/** What is told beside an execution on 10 June, and whether the page shows it as a contradiction. */
const SIGNS: readonly (readonly [string, Omit<ClaimSpec, "quote">, boolean])[] = [
  ["is alive", { modality: "ongoing" }, true],
  ["phoned on a later day", { modality: "happened", ...day("2025-06-12") }, true],
  ["phoned on the day itself", { modality: "happened", ...day("2025-06-10") }, true],
  ["phoned on a day before", { modality: "happened", ...day("2025-06-08") }, false],
  ["phoned, without a day, as the same report tells", { modality: "happened" }, false],
  ["may be alive", { modality: "hypothetical" }, false],
  ["is not alive", { modality: "negated" }, false],
];
for (const [why, spec, isAgainst] of SIGNS)
  test(`findNamedDead() ${isAgainst ? "remarks" : "does not remark"} that somebody ${why}`, () => {
    const [person] = findNamedDead(
      claims(
        { ...dara(), ...day("2025-06-10") },
        { kind: "other", notes: [SIGN], ...spec, ...dara() },
      ),
    );
    assert.deepEqual(
      person?.against.map(({ what }) => what),
      isAgainst ? ["alive"] : [],
    );
    assert.equal(person !== undefined && isSaidToLive(person), isAgainst);
  });

test("what speaks against a death is found under a name that sounds alike in the other script, and marked as another name", () => {
  const [person] = findNamedDead(
    claims(
      { persons: [{ name: "کریم نوروزعلی" }] },
      { kind: "execution", modality: "negated", persons: [{ name: "Karim Norouzali" }] },
      { kind: "execution", modality: "negated", persons: [{ name: "Karim Rostami" }] },
    ),
  );
  assert.deepEqual(
    person?.against.map(({ what, otherName }) => [what, otherName]),
    [["denied", "Karim Norouzali"]],
  );
  // It may be somebody else: the count of those said to live holds their own name only.
  assert.equal(person === undefined ? null : isSaidToLive(person), false);
});

test("a name in two scripts counts once, namesakes twice", () => {
  const twice = findNamedDead(
    claims(
      { persons: [{ name: "Karim Norouzali" }] },
      { persons: [{ name: "کریم نوروزعلی" }] },
      { persons: [{ name: "Karim Rostami", father: "Reza" }] },
      { persons: [{ name: "Karim Rostami", father: "Hossein" }] },
    ),
  );
  assert.equal(twice.length, 4);
  assert.equal(countHeard(twice), 3);
});

test("namesakes are told apart by their fathers and by ages far from each other, by a year or two not", () => {
  const named = (first: object, second: object): number =>
    findNamedDead(
      claims(
        { persons: [{ name: "Ali Ahmadi", ...first }] },
        { persons: [{ name: "Ali Ahmadi", ...second }] },
      ),
    ).length;
  assert.equal(named({ father: "Reza" }, { father: "Hossein" }), 2);
  assert.equal(named({ father: "Reza" }, { father: "رضا" }), 1);
  assert.equal(named({ father: "Mohammad Ali" }, { father: "Ali" }), 1);
  assert.equal(named({ age: 22 }, { age: 47 }), 2);
  assert.equal(named({ age: 22 }, { age: 24 }), 1);
  assert.equal(named({ age: 22 }, {}), 1);
});

test("a man who was arrested at seventeen and hanged at twenty-nine is one", () => {
  const people = findNamedDead(
    claims(
      { kind: "arrest", persons: [{ name: "Ali Ahmadi", age: 17 }] },
      { kind: "death-sentence", persons: [{ name: "Ali Ahmadi", age: 18, role: "convicted" }] },
      { persons: [{ name: "Ali Ahmadi", age: 29 }] },
    ),
  );
  assert.equal(people.length, 1);
});

test("in whatever order reports come, the same are told apart", () => {
  const ages = [20, 28, 36, 60];
  const fathers = [null, "Reza", "Hossein", null];
  const specs = ages.map((age, at) => ({
    persons: [{ name: "Ali Ahmadi", age, father: fathers[at] ?? null }],
  }));
  const partsOf = (ordered: typeof specs): readonly string[] =>
    findNamedDead(claims(...ordered))
      .map(({ namings }) =>
        namings
          .map(({ person }) => person.age ?? 0)
          .sort((one, other) => one - other)
          .join(),
      )
      .sort();
  const expected = partsOf(specs);
  assert.deepEqual(expected, ["20,60", "28", "36"]);
  assert.deepEqual(partsOf(specs.toReversed()), expected);
  assert.deepEqual(partsOf([...specs.slice(2), ...specs.slice(0, 2)]), expected);
});

test("a release that may be of either namesake stands beside both", () => {
  const people = findNamedDead(
    claims(
      { persons: [{ name: "Ali Ahmadi", father: "Reza" }] },
      { persons: [{ name: "Ali Ahmadi", father: "Hossein" }] },
      { kind: "release", persons: [{ name: "Ali Ahmadi" }] },
    ),
  );
  assert.deepEqual(
    people.map(({ against }) => against.map(({ what }) => what)),
    [["released"], ["released"]],
  );
});
