import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * Grids: sentences put together from parts, so that who, how many, when and whether is known by construction. A page shows a fault
 * once; a grid shows it in every place where the parts meet. All people are invented.
 */
const A = "Behnam Karimzad";
const B = "Arman Tabandeh";
const C = "Dara Nikpour";
const CONCERNED: ReadonlySet<string> = new Set(["victim", "at-risk", "injured", "convicted"]);

function claimsOf(text: string): Claim[] {
  return trace(text, "en", openPacks)
    .map(({ claim }) => claim)
    .filter(({ kind }) => kind !== "statement");
}

function namesOf(claims: readonly Claim[]): string {
  const names = claims.flatMap(({ persons }) =>
    persons.filter(({ role }) => CONCERNED.has(role)).map(({ name }) => name),
  );
  return [...new Set(names)].sort().join(", ");
}

function shape(claims: readonly Claim[]): string {
  return claims
    .map(({ kind, modality, quantity }) => `${kind} ${modality} ${quantity?.min}..${quantity?.max}`)
    .join("; ");
}

const ACTS = [
  ["execution", "hanged"],
  ["killing", "shot dead"],
  ["arrest", "arrested"],
  ["death-sentence", "sentenced to death"],
  ["injury", "wounded"],
] as const;

const NUMBERS: readonly (readonly [string, number | null, number | null])[] = [
  ["three", 3, 3],
  ["at least three", 3, null],
  ["more than 20", 20, null],
  ["over 20", 20, null],
  ["around 20", 20, 20],
  ["up to 20", null, 20],
  ["dozens of", 24, null],
  ["a dozen", 12, 12],
  ["between 10 and 15", 10, 15],
  ["twenty-one", 21, 21],
  ["another four", 4, 4],
  ["all four", 4, 4],
];

test("a number is read behind and before every verb", () => {
  const wrong: string[] = [];
  const check = (text: string, kind: string, min: number | null, max: number | null): void => {
    const claims = claimsOf(text);
    const isRead = claims.some(
      (claim) =>
        claim.kind === kind &&
        (min === null || claim.quantity?.min === min) &&
        (max === null || claim.quantity?.max === max),
    );
    if (!isRead) wrong.push(`${text} => ${shape(claims)}`);
  };
  for (const [kind, verb] of ACTS)
    for (const [words, min, max] of NUMBERS) {
      const first = words.charAt(0).toUpperCase() + words.slice(1);
      check(`${first} villagers were ${verb} in Karun on Monday.`, kind, min, max);
      check(`${first} villagers were ${verb} at a protest in Karun.`, kind, min, max);
      if (kind === "death-sentence")
        check(`The court sentenced ${words} villagers to death in Karun.`, kind, min, max);
      else {
        const who = kind === "execution" ? "The authorities" : "Gunmen";
        check(`${who} ${verb} ${words} villagers in Karun on Monday.`, kind, min, max);
      }
    }
  assert.deepEqual(wrong, []);
});

const ASIDES = [
  "",
  ", 34,",
  ", a 34-year-old teacher,",
  ", a teacher and trade unionist,",
  ", the son of a farmer,",
  ", father of two,",
  ", who taught physics,",
  " (34)",
  ", known as Bijan,",
  ", a member of the Karun Union,",
  `, the brother of ${C},`,
  ", a cousin of the minister,",
  ", whose wife is a nurse,",
  ", from Tabas,",
];

test("whatever is said of one named between commas, it is one, and that one", () => {
  const wrong: string[] = [];
  const check = (text: string, kind: string, count: number, names: string): void => {
    const claims = claimsOf(text).filter((claim) => claim.kind === kind);
    const isRead =
      claims[0]?.quantity?.min === count &&
      claims[0].quantity.max === count &&
      namesOf(claims) === names;
    if (!isRead) wrong.push(`${text} => ${shape(claims)} ${namesOf(claims)}`);
  };
  for (const [kind, verb] of ACTS)
    for (const aside of ASIDES) {
      check(`${A}${aside} was ${verb} in Karun on Monday.`, kind, 1, A);
      check(`According to ${B}, ${A}${aside} was ${verb} in Karun.`, kind, 1, A);
      check(`${A}${aside} was ${verb}, his lawyer ${B} said.`, kind, 1, A);
      check(`${A}${aside} and ${B}${aside} were ${verb} in Karun.`, kind, 2, `${B}, ${A}`);
    }
  for (const [kind, verb] of ACTS) {
    check(`${A}'s brother was ${verb} in Karun.`, kind, 1, "");
    check(`The lawyer of ${A} was ${verb} in Karun.`, kind, 1, "");
    check(`${A} and his two brothers were ${verb} in Karun.`, kind, 3, A);
    check(`Three men — ${A}, ${B} and ${C} — were ${verb}.`, kind, 3, `${B}, ${A}, ${C}`);
  }
  assert.deepEqual(wrong, []);
});

const DOINGS = [
  `who killed ${C}`,
  `who shot ${C}`,
  `who sentenced ${C} to death`,
  `who arrested ${C}`,
  `who had beaten ${C}`,
  `who defended ${C}`,
  `who buried ${C}`,
  `accused of killing ${C}`,
  `convicted of the murder of ${C}`,
  `wanted for the killing of ${C}`,
  `who testified against ${C}`,
];

test("whom somebody did something to does not suffer what befell the doer", () => {
  const wrong: string[] = [];
  for (const [kind, verb] of ACTS)
    for (const doing of DOINGS)
      for (const head of ["The man", "A judge", "The officer,", `${A},`]) {
        const comma = head.endsWith(",") ? "," : "";
        const text = `${head} ${doing}${comma} was ${verb} on Monday.`;
        const own = claimsOf(text).filter(
          ({ kind: other, span }) => other === kind && span.end >= text.length - 2,
        );
        const names = head.startsWith(A) ? A : "";
        if (own.length === 0 || namesOf(own) !== names || own[0]?.quantity?.min !== 1)
          wrong.push(`${text} => ${shape(own)} ${namesOf(own)}`);
      }
  assert.deepEqual(wrong, []);
});

const UNREAL: readonly ((whom: string, be: string, pp: string, inf: string) => string)[] = [
  (s, be, pp) => `The ministry denied that ${s} ${be} ${pp}.`,
  (s, be, pp) => `Reports that ${s} ${be} ${pp} are false.`,
  (s, be, pp) => `Nobody believes that ${s} ${be} ${pp}.`,
  (s, be, pp) => `It is unclear whether ${s} ${be} ${pp}.`,
  (s, be, pp) => `${s} ${be} never ${pp}.`,
  (s, be, pp) => `${s} ${be} to be ${pp} on Friday.`,
  (s, be, pp) => `${s} ${be} nearly ${pp}.`,
  (s, be, pp) => `${s} ${be} saved from being ${pp}.`,
  (s, be, pp) => `${s} ${be} wrongly reported ${pp}.`,
  (s, _, pp) => `${s} could be ${pp} at any moment.`,
  (s, _, pp) => `${s} narrowly escaped being ${pp}.`,
  (s, _, pp) => `${s} should be ${pp}, the preacher said.`,
  (s, _, pp) => `Had the appeal failed, ${s} would have been ${pp}.`,
  (s, be, pp) => `If ${s} ${be} ${pp}, the city would rise.`,
  (s, _, __, inf) => `The guards refused to ${inf} ${s}.`,
  (s, _, __, inf) => `Officials threatened to ${inf} ${s}.`,
  (s, _, __, inf) => `The prosecutor asked the court to ${inf} ${s}.`,
  (s, _, __, inf) => `The decision to ${inf} ${s} was reversed.`,
  (s, _, __, inf) => `A date to ${inf} ${s} has been set.`,
];

test("what is denied, feared, asked for or planned has not happened, of whomever it is said", () => {
  const wrong: string[] = [];
  const acts = [
    ["execution", "hanged", "hang"],
    ["killing", "killed", "kill"],
    ["arrest", "arrested", "arrest"],
    ["torture", "tortured", "torture"],
  ] as const;
  for (const [kind, past, infinitive] of acts)
    for (const [whom, be] of [
      [A, "was"],
      ["three men", "were"],
      ["a Kurdish teacher", "was"],
      ["dozens of prisoners", "were"],
    ] as const)
      for (const sentence of UNREAL) {
        const raw = sentence(whom, be, past, infinitive);
        const text = `${raw.charAt(0).toUpperCase()}${raw.slice(1)} Ten men were hanged in Karun in 2020.`;
        const own = claimsOf(text).filter(
          ({ kind: other, modality, span }) =>
            other === kind &&
            span.start < raw.length &&
            (modality === "happened" || modality === "ongoing"),
        );
        if (own.length > 0) wrong.push(`${raw} => ${shape(own)}`);
      }
  assert.deepEqual(wrong, []);
});

const PEOPLE = [
  [A, "was", "is"],
  ["three men", "were", "are"],
  ["a teacher", "was", "is"],
] as const;

/** The lines of a grid with everybody of whom they can be said. */
function linesOf(grid: string): string[] {
  return readFileSync(join(import.meta.dirname, "grids", grid), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) =>
      PEOPLE.map(([whom, was, is]) => {
        const text = line
          .replaceAll(/^X was\b/g, `X ${was}`)
          .replaceAll(/^X is\b/g, `X ${is}`)
          .replaceAll(/\bX\b/g, whom);
        return text.charAt(0).toUpperCase() + text.slice(1);
      }),
    );
}

/** Deaths that a sentence tells as having happened. */
function deathsTold(text: string): Claim[] {
  return claimsOf(`${text} Ten men were hanged in Karun in 2020.`).filter(
    ({ kind, modality, span }) =>
      kind === "execution" &&
      span.start < text.length &&
      (modality === "happened" || modality === "ongoing"),
  );
}

test("an execution that is ahead, feared, ordered, asked for or averted has not happened", () => {
  const wrong = linesOf("ahead.txt").filter((text) => deathsTold(text).length > 0);
  assert.deepEqual(wrong, []);
});

test("an execution that was carried out is told as such, whatever was feared or asked before", () => {
  const wrong = linesOf("told.txt").filter((text) => deathsTold(text).length === 0);
  assert.deepEqual(wrong, []);
});

const FACTS = [
  [`${A} was hanged on Monday`, "execution"],
  ["two men were hanged on Monday", "execution"],
  ["he was tortured in prison", "torture"],
  ["four protesters were killed in Tabas", "killing"],
  [`${A} had been sentenced to death`, "death-sentence"],
] as const;

const UNHELD: readonly ((fact: string) => string)[] = [
  (s) => `It is not certain that ${s}.`,
  (s) => `It is not clear that ${s}.`,
  (s) => `It is far from certain that ${s}.`,
  (s) => `It is not true that ${s}.`,
  (s) => `It is untrue that ${s}.`,
  (s) => `It is doubtful that ${s}.`,
  (s) => `It is unlikely that ${s}.`,
  (s) => `It is possible that ${s}.`,
  (s) => `It may be that ${s}.`,
  (s) => `It is not known whether ${s}.`,
  (s) => `Nobody has confirmed that ${s}.`,
  (s) => `No official has confirmed that ${s}.`,
  (s) => `None of the agencies confirmed that ${s}.`,
  (s) => `Neither the court nor the police confirmed that ${s}.`,
  (s) => `Officials could not confirm that ${s}.`,
  (s) => `There is no proof that ${s}.`,
  (s) => `There is little evidence that ${s}.`,
  (s) => `We have no information that ${s}.`,
  (s) => `The report does not say that ${s}.`,
  (s) => `The court may find that ${s}.`,
  (s) => `It would be wrong to say that ${s}.`,
  (s) => `The judge refused to believe that ${s}.`,
  (s) => `The paper had to correct its report that ${s}.`,
  (s) => `Had it been shown that ${s}, the court would have acted.`,
  (s) => `It was wrongly reported that ${s}.`,
  (s) => `The rumour that ${s} is baseless.`,
];

const HELD: readonly ((fact: string) => string)[] = [
  (s) => `It is clear that ${s}.`,
  (s) => `It is certain that ${s}.`,
  (s) => `It is not surprising that ${s}.`,
  (s) => `His mother did not know that ${s}.`,
  (s) => `Nobody told the family that ${s}.`,
  (s) => `There is no doubt that ${s}.`,
  (s) => `There is ample evidence that ${s}.`,
  (s) => `The group can confirm that ${s}.`,
  (s) => `It is shameful that ${s}.`,
  (s) => `The ministry did not say why ${s}.`,
];

test("what nobody holds to be so has not happened; what somebody only did not know has", () => {
  const wrong: string[] = [];
  for (const [fact, kind] of FACTS) {
    const isTold = (text: string): boolean =>
      claimsOf(text).some((one) => one.kind === kind && one.modality === "happened");
    for (const make of UNHELD) if (isTold(make(fact))) wrong.push(`told: ${make(fact)}`);
    for (const make of HELD) if (!isTold(make(fact))) wrong.push(`not told: ${make(fact)}`);
  }
  assert.deepEqual(wrong, []);
});

const FACTS_FA = [
  ["کریم زند اعدام شده است", "execution"],
  ["دو زندانی در طبس اعدام شده‌اند", "execution"],
  ["او در زندان شکنجه شده است", "torture"],
  ["چهار معترض در طبس کشته شده‌اند", "killing"],
  ["مأموران کریم زند را بازداشت کرده‌اند", "arrest"],
] as const;

const UNHELD_FA: readonly string[] = [
  "مشخص نیست که S.",
  "مشخص نیست S یا نه.",
  "معلوم نیست آیا S.",
  "هنوز مشخص نشده است که S.",
  "هیچ مقامی تأیید نکرده که S.",
  "صحت ندارد که S.",
  "درست نیست که S.",
  "وزارت کشور رد کرد که S.",
  "هیچ مدرکی وجود ندارد که S.",
  "نمی‌توان گفت که S.",
  "اطلاعی در دست نیست که S.",
  "گمان می‌رود که S.",
  "دادگاه ممکن است نتیجه بگیرد که S.",
  "در گزارش نیامده است که S.",
  "قاضی باور نکرد که S.",
  "فرض کنید که S.",
];

const HELD_FA: readonly string[] = [
  "روشن است که S.",
  "خانواده‌اش نمی‌دانستند که S.",
  "تردیدی نیست که S.",
  "به خانواده‌اش نگفتند که S.",
  "مدارک نشان می‌دهد که S.",
];

test("what nobody holds to be so has not happened in Persian either", () => {
  const wrong: string[] = [];
  for (const [fact, kind] of FACTS_FA) {
    const isTold = (text: string): boolean =>
      trace(text, "fa", openPacks).some(
        ({ claim }) => claim.kind === kind && claim.modality === "happened",
      );
    for (const frame of UNHELD_FA)
      if (isTold(frame.replace("S", fact))) wrong.push(`told: ${frame.replace("S", fact)}`);
    for (const frame of HELD_FA)
      if (!isTold(frame.replace("S", fact))) wrong.push(`not told: ${frame.replace("S", fact)}`);
  }
  assert.deepEqual(wrong, []);
});
