import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * English reports in which several are named and a later sentence goes on about "they", "both", "the two men", "each". Whom it means is
 * known by how the text is made: those named, or others who stand between and have no name. All people are invented.
 */
const X = "Reza Pakzad";
const Y = "Omid Zandi";

type Going = readonly [sentence: string, kind: Claim["kind"]];

const HELD = [
  `${X} and ${Y} were arrested in May.`,
  `Police arrested ${X} and ${Y}, two teachers, in May.`,
  `Two teachers, ${X} and ${Y}, were arrested in May.`,
  `${X}, 41, and ${Y}, 23, were arrested in May.`,
];

/** Nothing in them is about anybody else. */
const SILENT = [
  "",
  "The trial was held behind closed doors.",
  "The two men have no access to a lawyer.",
  "No reason was given.",
  "Their families have had no news of them.",
  "The court has not set a date.",
];

const OF_BOTH: readonly Going[] = [
  ["They were sentenced to death on Sunday.", "death-sentence"],
  ["Both were sentenced to death on Sunday.", "death-sentence"],
  ["The two men were sentenced to death on Sunday.", "death-sentence"],
  ["The Supreme Court upheld their death sentences.", "death-sentence"],
  ["Each was sentenced to five years in prison.", "arrest"],
  ["They were tortured for weeks.", "torture"],
  ["Both men were tortured for weeks.", "torture"],
  ["The two were hanged on Sunday.", "execution"],
  ["They were hanged on Sunday.", "execution"],
  ["Both were released on Monday.", "release"],
  ["All of them were released on Monday.", "release"],
];

/** Others without a name, of whom the next sentence goes on. */
const OTHERS = [
  "Two students were held in Tabas.",
  "Two men were charged with murder.",
  "A court in Tabas tried two women.",
];

const OF_OTHERS: readonly Going[] = [
  ["They were sentenced to death on Sunday.", "death-sentence"],
  ["Both were sentenced to death on Sunday.", "death-sentence"],
  ["Each was sentenced to five years in prison.", "arrest"],
  ["They were tortured for weeks.", "torture"],
  ["Both were hanged on Sunday.", "execution"],
  ["They were hanged on Sunday.", "execution"],
  ["Both were released on Monday.", "release"],
];

const KIN = [
  "Their wives protested in June.",
  "Their brothers were questioned in June.",
  "Their sons fled to Tabas.",
];

const OF_KIN: readonly Going[] = [
  ["They were arrested on Sunday.", "arrest"],
  ["Both were arrested on Sunday.", "arrest"],
  ["They were shot dead on Sunday.", "killing"],
  ["They were sentenced to death on Sunday.", "death-sentence"],
];

const KILLED = [
  `${X} and ${Y} were shot dead on Friday.`,
  `Gunmen killed ${X} and ${Y} on Friday.`,
  `${X} and ${Y}, two judges, were shot dead on Friday.`,
];

const OF_DOERS: readonly Going[] = [
  ["The two suspects were arrested on Sunday.", "arrest"],
  ["The two gunmen were arrested on Sunday.", "arrest"],
  ["They were arrested on Sunday.", "arrest"],
  ["The men were arrested on Sunday.", "arrest"],
  ["Both were sentenced to death.", "death-sentence"],
  ["The accused were sentenced to death.", "death-sentence"],
  ["Their killers were hanged on Sunday.", "execution"],
  ["The two were released on Monday.", "release"],
];

const ONLOOKERS = [
  `${X} and ${Y} defended two men in court.`,
  `${X} and ${Y}, their lawyers, said that the men had appealed.`,
  `${X} and ${Y} wrote about the two girls.`,
  `${X} and ${Y} visited two prisoners in Tabas.`,
  `Judges ${X} and ${Y} tried two men.`,
  `${X} and ${Y} said two men were in solitary confinement.`,
];

const OF_THOSE_SEEN: readonly Going[] = [
  ["Both were hanged on Sunday.", "execution"],
  ["The two were hanged on Sunday.", "execution"],
  ["Both were sentenced to death.", "death-sentence"],
];

const ONE_BY_ONE = [
  `${X} was arrested on Monday. ${Y} was arrested on Tuesday.`,
  `${X} was arrested on Monday. The next day his brother, ${Y}, was arrested too.`,
  `Police arrested ${X} on Monday. On Tuesday they arrested ${Y}.`,
];

const OF_SINGLES: readonly Going[] = [
  ["The two remain in prison.", "arrest"],
  ["Both remain in prison.", "arrest"],
  ["Both were tortured.", "torture"],
  ["The two men are being held in Tabas prison.", "arrest"],
];

const NOT_ALIKE = [
  `${X} was shot dead on Monday. ${Y} was arrested on Tuesday.`,
  `${X} was arrested on Monday. ${Y}, his lawyer, protested. Three students were arrested on Tuesday.`,
  `${X} was arrested on Monday. ${Y} was arrested on Tuesday. Two guards were suspended.`,
  `${X} was arrested on Monday. ${Y} was arrested on Tuesday. Ali Saberi was arrested on Friday.`,
];

const CONCERNED: ReadonlySet<string> = new Set(["victim", "convicted", "at-risk", "injured"]);

/** Names of those of whom the last sentence tells such a thing, in order. */
function namesTold(before: string, [last, kind]: Going): string {
  const names = trace(`${before} ${last}`, "en", openPacks)
    .map(({ claim }) => claim)
    .filter((claim) => claim.kind === kind && claim.span.end > before.length + 1)
    .flatMap(({ persons }) => persons.filter(({ role }) => CONCERNED.has(role)))
    .map(({ name }) => name);
  return [...new Set(names)].sort().join(", ");
}

/** Texts in which others are told than `names`; texts in which nobody is, beyond as many as `open`. */
function check(befores: readonly string[], goings: readonly Going[], names: string, open = 0) {
  const wrong: string[] = [];
  const lost: string[] = [];
  for (const before of befores)
    for (const going of goings) {
      const told = namesTold(before, going);
      if (told === names) continue;
      (told === "" ? lost : wrong).push(`${before} ${going[0]} => ${told}`);
    }
  assert.deepEqual(wrong, []);
  assert.ok(lost.length <= open, `${lost.length} without names:\n${lost.join("\n")}`);
}

const BOTH = [X, Y].sort().join(", ");

test("several named are meant by what goes on about them", () => {
  const befores = HELD.flatMap((held) => SILENT.map((silent) => `${held} ${silent}`.trim()));
  check(befores, OF_BOTH, BOTH);
});

test("others told of between are not those named before", () => {
  const befores = HELD.flatMap((held) => OTHERS.map((others) => `${held} ${others}`));
  check(befores, OF_OTHERS, "");
});

test("their relatives are not those named before", () => {
  const befores = HELD.flatMap((held) => KIN.map((kin) => `${held} ${kin}`));
  check(befores, OF_KIN, "");
});

test("the dead are neither arrested nor sentenced for their own killing", () => {
  const befores = KILLED.flatMap((killed) => [killed, `${killed} Two men were chased.`]);
  check(befores, OF_DOERS, "");
});

test("lawyers, judges, reporters and visitors are not those whom they have to do with", () => {
  check(ONLOOKERS, OF_THOSE_SEEN, "");
});

test("single people of whom the same is told one after the other are the two", () => {
  check(ONE_BY_ONE, OF_SINGLES, BOTH);
});

test("single people of whom different things are told are not the two", () => {
  check(NOT_ALIKE, OF_SINGLES, "");
});
