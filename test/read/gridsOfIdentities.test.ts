import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * Persian sentences that say who the executed, killed or arrested were, behind a count and by themselves: the names are theirs, and the
 * number that was told stays one number. All people are invented.
 */
const NUMBERS = ["یک", "دو", "سه", "چهار", "پنج"];
const PEOPLE = ["بهروز کاویانی", "سامان رستگار", "نادر پارسا"];

type Kind = {
  readonly kind: Claim["kind"];
  readonly noun: string;
  readonly group: string;
  readonly participle: string;
  readonly lead: (count: string, isMany: boolean) => string;
};

const KINDS: readonly Kind[] = [
  {
    kind: "execution",
    noun: "زندانی",
    group: "اعدام‌شدگان",
    participle: "اعدام‌شده",
    lead: (count, isMany) =>
      `سحرگاه امروز ${count} زندانی در زندان مرکزی کرج اعدام ${isMany ? "شدند" : "شد"}.`,
  },
  {
    kind: "killing",
    noun: "شهروند",
    group: "کشته‌شدگان",
    participle: "کشته‌شده",
    lead: (count, isMany) =>
      `روز دوشنبه ${count} شهروند با شلیک مأموران در کرج کشته ${isMany ? "شدند" : "شد"}.`,
  },
  {
    kind: "arrest",
    noun: "شهروند",
    group: "بازداشت‌شدگان",
    participle: "بازداشت‌شده",
    lead: (count, isMany) => `روز دوشنبه ${count} شهروند در کرج بازداشت ${isMany ? "شدند" : "شد"}.`,
  },
];

type Form = {
  /** The sentence tells the act by itself, without a count before it. */
  readonly isWhole: boolean;
  /** Those named are some of those counted. */
  readonly isPart: boolean;
  readonly say: (names: string, count: number, kind: Kind) => string;
};

const some = (count: number): string => (count === 1 ? "یکی" : `${NUMBERS[count - 1]} تن`);
const these = (count: number): string => (count === 1 ? "این" : `این ${NUMBERS[count - 1]}`);
const many = (count: number, one: string, more: string): string => (count === 1 ? one : more);

const FORMS: readonly Form[] = [
  {
    isWhole: true,
    isPart: true,
    say: (names, count, { group }) => `هویت ${some(count)} از ${group} ${names} احراز شده است.`,
  },
  {
    isWhole: true,
    isPart: true,
    say: (names, count, { group }) => `هویت ${some(count)} از ${group} در کرج، ${names}، احراز شد.`,
  },
  {
    isWhole: true,
    isPart: false,
    say: (names, count, { noun, participle }) =>
      `هویت ${NUMBERS[count - 1]} ${noun} ${participle} در کرج، ${names}، اعلام شده است.`,
  },
  {
    isWhole: true,
    isPart: true,
    say: (names, count, { group }) => `نام ${some(count)} از ${group} ${names} است.`,
  },
  {
    isWhole: true,
    isPart: true,
    say: (names, count, { group }) => `${names} از جمله ${group} ${many(count, "بود", "بودند")}.`,
  },
  {
    isWhole: true,
    isPart: true,
    say: (names, count, { group }) =>
      `${some(count)} از ${group} ${names} نام ${many(count, "دارد", "دارند")}.`,
  },
  {
    isWhole: true,
    isPart: true,
    say: (names, _, { group }) => `نام ${names} نیز در میان ${group} به چشم می‌خورد.`,
  },
  {
    isWhole: true,
    isPart: true,
    say: (names, count, { group }) =>
      `این سازمان هویت ${some(count)} از ${group} را ${names} اعلام کرد.`,
  },
  {
    isWhole: false,
    isPart: false,
    say: (names, count, { noun }) =>
      `${these(count)} ${noun} ${names} نام ${many(count, "داشت", "داشتند")}.`,
  },
  {
    isWhole: false,
    isPart: false,
    say: (names, count, { noun }) => `نام ${these(count)} ${noun} ${names} است.`,
  },
  {
    isWhole: false,
    isPart: true,
    say: (names) => `در میان آنان نام ${names} دیده می‌شود.`,
  },
  {
    isWhole: false,
    isPart: true,
    say: (names, count) => `${names} از جمله آنان ${many(count, "بود", "بودند")}.`,
  },
  {
    isWhole: false,
    isPart: true,
    say: (names, count) => `${names} ${some(count)} از آنان ${many(count, "است", "هستند")}.`,
  },
];

const NAMINGS: readonly ((name: string, index: number) => string)[] = [
  (name) => name,
  (name) => `«${name}»`,
  (name, index) => `«${name}»، ${30 + index} ساله`,
  (name) => `${name} فرزند علی`,
];

function listed(names: readonly string[]): string {
  return names.length === 1
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join("، ")} و ${names.at(-1)}`;
}

const CONCERNED: ReadonlySet<string> = new Set(["victim", "injured"]);

/** What the claims of a kind tell together, each number once: "3: A, B". */
function tellingOf(text: string, kind: Claim["kind"]): string {
  const own = trace(text, "fa", openPacks)
    .map(({ claim }) => claim)
    .filter((claim) => claim.kind === kind && claim.modality === "happened");
  const names = own.flatMap(({ persons }) =>
    persons.filter(({ role }) => CONCERNED.has(role)).map(({ name }) => name),
  );
  const seen = new Set<string>();
  let sum = 0;
  for (const { id, quantity, sameAs } of own) {
    if (quantity === null || quantity.subsetOf !== null) continue;
    if (!sameAs.some((other) => seen.has(other))) sum += quantity.min ?? 0;
    seen.add(id);
  }
  return `${sum}: ${[...new Set(names)].sort().join(", ")}`;
}

test("who the dead and the arrested were is told once, behind their number and without it", () => {
  const wrong: string[] = [];
  for (const kind of KINDS)
    for (const form of FORMS)
      for (const naming of NAMINGS)
        for (const count of [1, 2, 3]) {
          const people = PEOPLE.slice(0, count);
          const said = form.say(listed(people.map(naming)), count, kind);
          const total = form.isPart ? count + 2 : count;
          const lead = kind.lead(NUMBERS[total - 1] ?? "", total > 1);
          const names = people.toSorted().join(", ");
          const cases: [string, number][] = [[`${lead} ${said}`, total]];
          if (form.isWhole) cases.push([said, count]);
          for (const [text, number] of cases) {
            const told = tellingOf(text, kind.kind);
            if (told !== `${number}: ${names}`) wrong.push(`${text} => ${told}`);
          }
        }
  assert.deepEqual(wrong, []);
});
