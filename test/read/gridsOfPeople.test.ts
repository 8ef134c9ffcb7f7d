import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * English sentences that tell of the executed, killed, arrested and sentenced among their relatives, lawyers, judges and those who
 * were spared: an act is told of exactly those whom the sentence says it of. All people are invented.
 */
const CASTS: readonly (readonly [string, string, string])[] = [
  ["Behrouz Kaviani", "Saman Rastgar", "Nader Parsa"],
  ["Abdolkhaleq Narouzehi", "Mohammad-Amin Shahdoust", "Seyed Hadi Zargaran-Pour"],
  ["Anas al-Darwish", "Khalil Abu Rajab", "Elham T."],
  ["Joaquín Arriola Beltrán", "Yashar Elchibey", "Rebwar Haji-Zadeh"],
];

type Kind = {
  readonly kind: Claim["kind"];
  readonly done: readonly string[];
  readonly does: string;
  readonly noun: string;
};

const KINDS: readonly Kind[] = [
  {
    kind: "execution",
    done: ["hanged", "executed", "put to death"],
    does: "Iran executed",
    noun: "execution",
  },
  {
    kind: "killing",
    done: ["shot dead", "killed", "murdered"],
    does: "Gunmen killed",
    noun: "killing",
  },
  {
    kind: "arrest",
    done: ["arrested", "detained", "taken into custody"],
    does: "Police arrested",
    noun: "arrest",
  },
  {
    kind: "death-sentence",
    done: ["sentenced to death"],
    does: "A court sentenced to death",
    noun: "death sentence",
  },
];

/** `who` are those of the cast of whom the act is told, and "+" for Nematollah; `only` are the kinds that the form fits. */
type Form = { readonly say: string; readonly who: string; readonly only?: string };

const FORMS: readonly Form[] = (
  [
    // Those joined with another.
    ["{A}, who was {v} on Monday alongside {B}, was a teacher.", "AB"],
    ["{A} was {v} on Monday alongside {B}.", "AB"],
    ["{A} was {v} on Monday together with {B} and {C}.", "ABC"],
    ["{A} was {v} on Monday along with his cousin, {B}.", "AB"],
    ["{A} and his brother, {B}, were {v} on Monday.", "AB"],
    ["{A}, his brother {B} and a neighbour, {C}, were {v} on Monday.", "ABC"],
    ["{A} was {v} on Monday with two cousins, {B} and {C}.", "ABC"],
    ["{A} was {v} in Ilam with {B}.", "AB"],
    ["{A} was {v} in Ilam with {B} looking on.", "A"],
    ["{A} was {v} in Ilam with {B}'s knowledge.", "A"],
    ["{A} was {v} on Monday with the help of {B}.", "A"],
    ["{A} was {v} after a dispute with {B}.", "A"],
    // Relatives.
    ["{A} is a teacher from Ilam. His cousin, {B}, was {v} on Monday.", "B"],
    ["{A}'s brother {B} was {v} on Monday.", "B"],
    ["{A}'s brother, {B}, was {v} on Monday.", "B"],
    ["The father of {A}, {B}, was {v} on Monday.", "B"],
    ["{B}, the brother of {A}, was {v} on Monday.", "B"],
    ["{B}, {A}'s husband, was {v} on Monday.", "B"],
    ["{A}, whose brother {B} was {v} on Monday, is a teacher.", "B"],
    ["{A} lost his brother, {B}, who was {v} on Monday.", "B"],
    ["{B}, a brother of the lawyer {A}, was {v} on Monday.", "B"],
    ["{B}, son of {A}, was {v} on Monday.", "B"],
    ["The family of {A} said that {B} was {v} on Monday.", "B"],
    ["{B} was {v} on Monday, his brother {A} said.", "B"],
    ["{B} was {v} on Monday, according to his lawyer, {A}.", "B"],
    ["His lawyer, {A}, said {B} was {v} on Monday.", "B"],
    ["{B} was {v} on Monday while {A} was visiting his mother.", "B"],
    ["{B} was {v} on Monday, a day after his wife, {A}, gave birth.", "B"],
    ["{B} was {v} on Monday in front of his brother, {A}.", "B"],
    ["{A} wept when {B} was {v} on Monday.", "B"],
    ["{A}, the father of {B}, who was {v} on Monday, is a teacher.", "B"],
    ["{A}, son of {B} and {C}, was {v} on Monday.", "A"],
    ["{A}, the daughter of {B} and {C}, was {v} on Monday.", "A"],
    ["{A}, son of Karim, and {B} were {v} on Monday.", "AB"],
    ["{A}, son of Gholam and Masoumeh, is a welder. He was {v} on Monday.", "A"],
    ["Her publisher, {A}, is a teacher. He was {v} on Monday.", "A"],
    ["Six mourners were {v} on Monday, including {A}'s cousin, {B}.", "B"],
    // Others with another fate.
    ["{B} was {v} on Monday, but {A} was released.", "B"],
    ["{B} was {v} on Monday; {A} was acquitted.", "B"],
    ["{B} was {v} on Monday. {A} was pardoned.", "B"],
    ["{A} was acquitted, and {B} was {v} on Monday.", "B"],
    ["{A}, who was acquitted, said {B} was {v} on Monday.", "B"],
    ["{A} survived an attack in which his driver, {B}, was {v}.", "B", "killing arrest"],
    ["{B} was {v} on Monday at the request of the prosecutor, {A}.", "B"],
    ["{B} was {v} on Monday after {A} testified against him.", "B"],
    ["{B} was {v} on Monday for the murder of {A}.", "B", "execution arrest death-sentence"],
    ["{B} was {v} on Monday for killing his partner, {A}.", "B", "execution arrest death-sentence"],
    ["{B} was {v} on Monday over the death of {A}.", "B", "execution arrest death-sentence"],
    ["{B} was {v} on Monday by Judge {A}.", "B", "death-sentence"],
    // Who the counted are.
    ["The three – {A}, {B} and {C} – were {v} on Monday.", "ABC"],
    ["Three men – {A}, {B} and {C} – were {v} on Monday.", "ABC"],
    ["Three men were {v} on Monday: {A}, {B} and {C}.", "ABC"],
    ["Three men, {A}, {B} and {C}, were {v} on Monday.", "ABC"],
    ["Three men, identified as {A}, {B} and {C}, were {v} on Monday.", "ABC"],
    ["Two others, named as {A} and {B}, were {v} on Monday.", "AB"],
    ["Two other men, {A} and {B}, were {v} on Monday.", "AB"],
    ["Three men were {v} on Monday. They were identified as {A}, {B} and {C}.", "ABC"],
    ["Three men were {v} on Monday. The men were named as {A}, {B} and {C}.", "ABC"],
    [
      "Three men were {v} on Monday. The rights group Hengam identified the three as {A}, {B} and {C}.",
      "ABC",
    ],
    ["Three men were {v} on Monday. Hengam named them as {A}, {B} and {C}.", "ABC"],
    ["Three men were {v} on Monday. State media identified them as {A}, {B} and {C}.", "ABC"],
    [
      "Three men were {v} on Monday. The judiciary's news outlet named the men as {A}, 34, {B}, 27, and {C}.",
      "ABC",
    ],
    ["Three men were {v} on Monday. Their names are {A}, {B} and {C}.", "ABC"],
    ["{A} was among the four men {v} on Monday.", "A"],
    [
      "Three men were {v} on Monday. Their lawyer, {A}, identified two of them as {B} and {C}.",
      "BC",
    ],
    ["Three men were {v} on Monday. {A} and {B} were among them.", "AB"],
    ["Three men were {v} on Monday. {A} was one of the three.", "A"],
    ["Two men were {v} on Monday. They were identified by a relative, {A}, as {B} and {C}.", "BC"],
    ["Two men were {v} on Monday. {A}, a lawyer, named them as {B} and {C}.", "BC"],
    ["A man was {v} on Monday. A witness identified himself as {A}.", ""],
    ["{A} and {B} were among the four men {v} on Monday.", "AB"],
    ["{A} may be among the four men {v} on Monday.", ""],
    ["{A} was among four people {v} on Monday.", "A"],
    ["{A} was one of four men {v} on Monday.", "A"],
    ["Four men, including {A} and {B}, were {v} on Monday.", "AB"],
    ["Four men were {v} on Monday, among them {A} and {B}.", "AB"],
    ["Among those {v} on Monday was {A}.", "A"],
    ["Also {v} on Monday was {A}.", "A"],
    // Descriptions.
    ["{A}, 34, {B}, 27, and {C}, 41, were {v} on Monday.", "ABC"],
    ["{A} (34), {B} (27) and {C} (41) were {v} on Monday.", "ABC"],
    ["{A}, a teacher, and {B}, a baker, were {v} on Monday.", "AB"],
    ['{A}, known as "Kaka", was {v} on Monday.', "A"],
    ["{A}, a father of two from Ilam, was {v} on Monday.", "A"],
    ["Two Kurdish teachers, {A} and {B}, were {v} on Monday.", "AB"],
    ["The baker {A} and the teacher {B} were {v} on Monday.", "AB"],
    // Entries that leave the subject out.
    ["{A}, 39, a father of one. {V} on Monday in Ilam.", "A"],
    ["{A}, 39, a baker from Ilam: {v} on Monday in Karaj.", "A"],
    ["{A}, {B}'s lawyer. {V} on Monday in Ilam.", "", "killing arrest"],
    ["{A} and {B}. {V} on Monday in Ilam.", "AB"],
    ["{A}, 39. {V} men were to be buried in Ilam.", ""],
    // Who has only one name.
    ['{A} and a man known only as "Nematollah" were {v} on Monday.', "A+"],
    [
      "Three men were {v} on Monday. They are {A}, {B} and an Afghan known only as Nematollah.",
      "AB+",
    ],
    // One after the other.
    ["{A} was {v} on Monday. {B}, a baker, was {v} the next day.", "AB"],
    // Later mentions.
    ["{A} is a teacher from Ilam. He was {v} on Monday.", "A"],
    ["{A} is a teacher from Ilam. {a} was {v} on Monday.", "A"],
    ["{A} and {B} are teachers. {b} was {v} on Monday.", "B"],
    ["{A} and {B} are teachers. Both were {v} on Monday.", "AB"],
    ["{A} and {B} are teachers. They were {v} on Monday.", "AB"],
    ["{A} and {B} are teachers. The two were {v} on Monday.", "AB"],
    ["{A}, {B} and {C} are teachers. All three were {v} on Monday.", "ABC"],
    // Who does it stands before.
    ["{d} {A} on Monday.", "A"],
    ["{d} {A} and {B} on Monday.", "AB"],
    ["{d} {A}, a 30-year-old teacher, on Monday.", "A"],
    ["{d} six men on Monday, among them {A} and {B}.", "AB"],
    ["{d} six men on Monday, among them {A}'s cousin, {B}.", "B"],
    ["{d} {A}, the brother of {B}, on Monday.", "A"],
    ["{d} {A}'s brother, {B}, on Monday.", "B"],
    // Nouns.
    ["Hengam condemned the {n} of {A} on Monday.", "A"],
    ["Hengam condemned the {n} of {A} and {B} on Monday.", "AB", "execution killing arrest"],
    ["Hengam condemned the {n} of {A}, the brother of {B}.", "A", "execution killing arrest"],
    [
      "Hengam condemned the {n} of {A}, whose lawyer, {B}, is abroad.",
      "A",
      "execution killing arrest",
    ],
  ] as [string, string, string?][]
).map(([say, who, only]) => ({ say, who, ...(only === undefined ? {} : { only }) }));

const POSITIONS: readonly ((said: string) => string)[] = [
  (said) => said,
  (said) =>
    `ILAM, Monday - A storm closed the road to the market.\n\n${said} The road is open again.`,
];

const CONCERNED: ReadonlySet<string> = new Set(["victim", "convicted", "at-risk", "injured"]);

/** Of whom the claims of a kind tell that it happened. */
function namesOf(text: string, kind: Claim["kind"]): string {
  const names = trace(text, "en", openPacks)
    .map(({ claim }) => claim)
    .filter((claim) => claim.kind === kind && claim.modality === "happened")
    .flatMap(({ persons }) => persons.filter(({ role }) => CONCERNED.has(role)))
    .map(({ name }) => name);
  return [...new Set(names)].sort().join(", ");
}

function capital(verb: string): string {
  return verb.charAt(0).toUpperCase() + verb.slice(1);
}

function lastName(name: string): string {
  const parts = name.split(" ");
  if (name.includes(" Abu ")) return parts.slice(-2).join(" ");
  return name.endsWith(".") ? (parts[0] ?? "") : (parts.at(-1) ?? "");
}

test("an act is told of exactly those whom the sentence says it of", () => {
  const wrong: string[] = [];
  let i = 0;
  let turn = 0;
  for (const { say, who, only } of FORMS)
    for (const { kind, done, does, noun } of KINDS) {
      if (only?.includes(kind) === false) continue;
      turn++;
      // Every form meets every cast, with one kind or another.
      for (const cast of [CASTS[turn % 4], CASTS[(turn + 1) % 4]]) {
        if (cast === undefined) continue;
        const [a, b, c] = cast;
        const position = POSITIONS[(i + turn) % 2] ?? String;
        const text = position(
          say
            .replaceAll("{v}", done[i++ % done.length] ?? "")
            .replaceAll("{V}", capital(done[i % done.length] ?? ""))
            .replaceAll("{d}", does)
            .replaceAll("{n}", noun)
            .replaceAll("{A}", a)
            .replaceAll("{B}", b)
            .replaceAll("{C}", c)
            .replaceAll("{a}", lastName(a))
            .replaceAll("{b}", lastName(b)),
        );
        const right = [...cast, "Nematollah"]
          .filter((_, index) => who.includes("ABC+".charAt(index)))
          .sort()
          .join(", ");
        const told = namesOf(text, kind);
        if (told !== right) wrong.push(`${kind}: ${text} => ${told}`);
      }
    }
  assert.deepEqual(wrong, []);
});
