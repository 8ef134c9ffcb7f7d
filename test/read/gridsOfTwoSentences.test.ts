import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * English reports of two and three sentences: whom "he", "the prisoner", "the latter", "the others" mean is known by how they are
 * made. The wrong person is a failure, nobody is none; how many are right may only grow. All people are invented.
 */
const X = "Reza Pakzad";
const Y = "Omid Zandi";
const Z = "Ali Saberi";

type Going = readonly [sentence: string, kind: Claim["kind"]];

/** X has to do with Y and suffers nothing. */
const ABOUT_Y = [
  `${X} visited ${Y} in prison.`,
  `${X}, the lawyer of ${Y}, spoke to reporters.`,
  `${X} is the lawyer of ${Y}.`,
  `${X} defended ${Y} in court.`,
  `Judge ${X} sentenced ${Y} to death.`,
  `${X} guarded ${Y} in the clinic.`,
  `${X}, a guard, led ${Y} to the yard.`,
  `${X} reported on the case of ${Y}.`,
  `${X}, an interrogator, beat ${Y} in his cell.`,
  `${X}, the prosecutor, read out the verdict against ${Y}.`,
  `${X} photographed ${Y} before the trial.`,
  `${X} spoke to ${Y} by telephone.`,
  `${X}, a doctor, examined ${Y} on Friday.`,
  `${X} testified against ${Y}.`,
  `${X} took over the case of ${Y}.`,
  `${X} drove ${Y} to the court.`,
  `According to ${X}, ${Y} was moved on Saturday.`,
  `The family of ${X} refused to forgive ${Y}.`,
];

/** X was harmed by Y long before. */
const KILLED_BY_Y = [
  `${Y} was convicted of killing ${X}.`,
  `${Y} had killed ${X}, a policeman, in 2019.`,
];

const OF_ONE: readonly Going[] = [
  ["He was hanged on Sunday.", "execution"],
  ["The prisoner was executed on Sunday.", "execution"],
  ["His execution took place on Sunday.", "execution"],
  ["The latter was hanged on Sunday.", "execution"],
  ["They hanged him on Sunday.", "execution"],
  ["He was sentenced to death in May.", "death-sentence"],
  ["His death sentence was upheld on Monday.", "death-sentence"],
  ["The prisoner had been arrested in 2019.", "arrest"],
  ["Police had arrested him in 2019.", "arrest"],
  ["He died in custody on Sunday.", "death-in-custody"],
  ["The prisoner was tortured for weeks.", "torture"],
  ["He was released on Monday.", "release"],
  ["The court stayed his execution.", "stay"],
];

const SHOT: readonly Going[] = [["He was shot dead on Sunday.", "killing"]];

const PAIRS = [
  `${X} and ${Y} were arrested in May.`,
  `Two men, ${X} and ${Y}, were sentenced to death in May.`,
  `${X} was arrested with ${Y} in May.`,
  `${X} and ${Y} shared a cell in Karun.`,
  `Police arrested ${X} and ${Y} in May.`,
  `${X}, 41, and ${Y}, 23, were arrested in May.`,
];

type Meant = readonly [...Going, right: readonly string[], wrong: readonly string[]];

const OF_TWO: readonly Meant[] = [
  ["The latter was hanged on Sunday.", "execution", [Y], [X]],
  ["The former was freed on Sunday.", "release", [X], [Y]],
  ["The latter was tortured.", "torture", [Y], [X]],
  ["One of them was hanged on Sunday.", "execution", [], [X, Y]],
  ["One of the men was shot dead.", "killing", [], [X, Y]],
  ["One of them died in custody.", "death-in-custody", [], [X, Y]],
  ["The other was hanged on Sunday.", "execution", [], [X, Y]],
  ["Both men were hanged on Sunday.", "execution", [X, Y], []],
  ["They were hanged on Sunday.", "execution", [X, Y], []],
  ["Both were freed on Sunday.", "release", [X, Y], []],
  ["Neither of them was executed.", "execution", [], [X, Y]],
  ["A third man was hanged on Sunday.", "execution", [], [X, Y]],
  ["Three other men were hanged on Sunday.", "execution", [], [X, Y]],
  ["A cellmate was hanged on Sunday.", "execution", [], [X, Y]],
  ["Their lawyer was arrested on Sunday.", "arrest", [], [X, Y]],
  ["The father of one of them was hanged.", "execution", [], [X, Y]],
  ["The judge who sentenced them was shot dead.", "killing", [], [X, Y]],
];

const SPARED = [
  `${X} was freed a week later.`,
  `${X} was pardoned.`,
  `${X} was spared at the last minute.`,
  `${X}'s sentence was commuted.`,
  `The execution of ${X} was halted.`,
];

const BESIDE = [
  `His lawyer, ${X}, appealed.`,
  `${X}, his lawyer, was not told.`,
  `His brother ${X} visited him on Friday.`,
  `Judge ${X} heard the case.`,
  `His cellmate, ${X}, was freed.`,
  `${X} campaigned for his release.`,
];

const CONCERNED: ReadonlySet<string> = new Set(["victim", "convicted", "at-risk", "injured"]);
const TOLD: ReadonlySet<string> = new Set(["happened", "ongoing", "alleged"]);

/** Names of those of whom the last sentence tells such a thing. */
function namesTold(before: string, [last, kind]: Going): string[] {
  const names = trace(`${before} ${last}`, "en", openPacks)
    .map(({ claim }) => claim)
    .filter((claim) => claim.kind === kind && TOLD.has(claim.modality))
    .filter(({ span }) => span.end > before.length + 1)
    .flatMap(({ persons }) => persons.filter(({ role }) => CONCERNED.has(role)))
    .map(({ name }) => name);
  return [...new Set(names)];
}

type Case = {
  readonly before: string;
  readonly going: Going;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
};

/** No wrong person in any case, and all the right ones in as many as `floor` at least. */
function check(cases: readonly Case[], floor: number): void {
  const misled: string[] = [];
  let right = 0;
  for (const one of cases) {
    const told = namesTold(one.before, one.going);
    if (told.some((name) => one.wrong.includes(name)))
      misled.push(`${one.before} ${one.going[0]} => ${told.join(", ")}`);
    else if (one.right.every((name) => told.includes(name))) right++;
  }
  assert.deepEqual(misled, []);
  assert.ok(right >= floor, `Only ${right} of ${cases.length} are right`);
}

test("a visitor, lawyer, judge, guard or witness is not the one of whom the next sentence tells", () => {
  const of = (before: string, going: Going): Case => ({ before, going, right: [Y], wrong: [X] });
  const cases = [
    ...ABOUT_Y.flatMap((before) => [...OF_ONE, ...SHOT].map((going) => of(before, going))),
    ...KILLED_BY_Y.flatMap((before) => OF_ONE.map((going) => of(before, going))),
  ];
  check(cases, 65);
});

test("of two people the next sentence tells of the one, the other, both or neither", () => {
  const cases = PAIRS.flatMap((before) =>
    OF_TWO.map(([sentence, kind, right, wrong]): Case => {
      return { before, going: [sentence, kind], right, wrong };
    }),
  );
  check(cases, 78);
});

test("who was spared is none of the others", () => {
  const cases = SPARED.flatMap((spared) => [
    ...["The other man was hanged on Sunday.", "The other was hanged on Sunday."].map(
      (last): Case => ({
        before: `${X} and ${Y} were sentenced to death in May. ${spared}`,
        going: [last, "execution"],
        right: [Y],
        wrong: [X],
      }),
    ),
    ...["The others were hanged on Sunday.", "The other two were hanged on Sunday."].map(
      (last): Case => ({
        before: `${X}, ${Y} and ${Z} were arrested in May. ${spared}`,
        going: [last, "execution"],
        right: [Y, Z],
        wrong: [X],
      }),
    ),
  ]);
  check(cases, 13);
});

test("whoever is told of beside the condemned is not hanged in his place", () => {
  const firsts = [
    `${Y} was arrested in May.`,
    `${Y} was sentenced to death in May.`,
    `${Y} has been on death row since 2019.`,
  ];
  const lasts = ["He was hanged on Sunday.", "The convict was hanged on Sunday."];
  const cases = firsts.flatMap((first) =>
    BESIDE.flatMap((beside) =>
      lasts.map((last): Case => {
        const before = `${first} ${beside}`;
        return { before, going: [last, "execution"], right: [Y], wrong: [X] };
      }),
    ),
  );
  check(cases, 18);
});
