import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/**
 * Speakers by cues by places in the sentence: whoever says it is the source, and never one of those of whom it is told. All people are
 * invented.
 */
type Speaker = { readonly words: string; readonly named: string; readonly again: string };

const SPEAKERS: readonly Speaker[] = [
  { words: "the Karun Rights Group", named: "Karun Rights Group", again: "It" },
  { words: "a spokesman for the Karun Rights Group", named: "Karun Rights Group", again: "He" },
  { words: "Karun Rights Group director Kaveh Zand", named: "Kaveh Zand", again: "He" },
  { words: "Kaveh Zand of the Karun Rights Group", named: "Kaveh Zand", again: "He" },
  {
    words: "Kaveh Zand, the director of the Karun Rights Group,",
    named: "Kaveh Zand",
    again: "He",
  },
  { words: "the UN special rapporteur, Leila Zand,", named: "Leila Zand", again: "She" },
  { words: "his lawyer, Arman Tabandeh,", named: "Arman Tabandeh", again: "He" },
  { words: "the prosecutor of Tabas, Rahim Zand,", named: "Rahim Zand", again: "He" },
  { words: "Judge Rahim Zand", named: "Rahim Zand", again: "He" },
  { words: "the Ministry of Justice", named: "Ministry of Justice", again: "It" },
  { words: "state television", named: "state television", again: "" },
  { words: "his lawyer", named: "lawyer", again: "He" },
  { words: "a source close to the family", named: "source", again: "" },
  { words: "the mother of one of the prisoners", named: "mother", again: "She" },
];

type Saying = (speaker: Speaker, told: string, rest: string) => string | null;

const closed = (words: string): string => words.replace(/,$/, "");
const first = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const isAside = ({ words }: Speaker): boolean => words.includes(",");

const SAYINGS: readonly Saying[] = [
  ({ words }, told, rest) => `${first(words)} said that ${told} ${rest}.`,
  ({ words }, told, rest) => `${first(words)} said in a statement on Monday that ${told} ${rest}.`,
  ({ words }, told, rest) => `In a statement on Monday, ${words} said ${told} ${rest}.`,
  ({ words }, told, rest) => `${first(words)} told a reporter that ${told} ${rest}.`,
  ({ words }, told, rest) => `${first(words)} wrote on X that ${told} ${rest}.`,
  ({ words }, told, rest) => `${first(words)} claimed that ${told} ${rest}.`,
  ({ words }, told, rest) => `${first(words)} confirmed that ${told} ${rest}.`,
  ({ words }, told, rest) => `${first(words)} was quoted as saying that ${told} ${rest}.`,
  ({ words }, told, rest) => `${first(words)} says ${told} ${rest}.`,
  ({ words }, told, rest) => `According to ${closed(words)}, ${told} ${rest}.`,
  ({ words }, told, rest) => `${first(words)} said: “${first(told)} ${rest}.”`,
  ({ words }, told, rest) => `${first(told)} ${rest}, ${words} said.`,
  ({ words }, told, rest) => `${first(told)} ${rest}, ${words} said in a statement on Monday.`,
  ({ words }, told, rest) => `${first(told)} ${rest}, said ${closed(words)}.`,
  ({ words }, told, rest) => `${first(told)} ${rest}, according to ${closed(words)}.`,
  ({ words }, told, rest) => `“${first(told)} ${rest},” ${words} said.`,
  ({ words }, told, rest) => `“${first(told)} ${rest},” said ${closed(words)}.`,
  ({ words }, told, rest) =>
    words.startsWith("the prosecutor of")
      ? null
      : `${first(told)}, according to ${closed(words)}, ${rest}.`,
  (speaker, told, rest) =>
    isAside(speaker) || speaker.words.startsWith("Kaveh Zand of")
      ? null
      : `${first(told)}, ${speaker.words} said, ${rest}.`,
  ({ words }, told, rest) =>
    `${first(told)} ${rest}, the daily Peyk reported, citing ${closed(words)}.`,
  ({ words, again }, told, rest) =>
    again === ""
      ? null
      : `${first(words)} said the trial was unfair. ${again} added that ${told} ${rest}.`,
];

const TELLINGS = [
  ["two men", "were hanged in Tabas on Sunday", 2, ""],
  ["Behnam Karimzad", "was hanged in Tabas on Sunday", 1, "Behnam Karimzad"],
] as const;

const CONCERNED: ReadonlySet<string> = new Set(["victim", "at-risk", "injured", "convicted"]);

test("whoever says it is its source wherever the words stand, and nobody whom it befell", () => {
  const wrong: string[] = [];
  for (const speaker of SPEAKERS)
    for (const saying of SAYINGS)
      for (const [told, rest, count, names] of TELLINGS) {
        const text = saying(speaker, told, rest);
        if (text === null) continue;
        const claim = trace(`${text}\n\nTen prisoners were executed in 2020.`, "en", openPacks)
          .map((traced) => traced.claim)
          .find(({ kind, span }) => kind === "execution" && span.start < text.length);
        const last = claim?.attribution.at(-1);
        const source = `${last?.source ?? ""} ${last?.words ?? ""}`.toLowerCase();
        const read = claim?.persons.filter(({ role }) => CONCERNED.has(role)) ?? [];
        const isRight =
          source.includes(speaker.named.toLowerCase()) &&
          claim?.quantity?.min === count &&
          read.map(({ name }) => name).join() === names;
        if (!isRight)
          wrong.push(`${text} => ${source}; ${claim?.quantity?.min}; ${JSON.stringify(read)}`);
      }
  assert.deepEqual(wrong, []);
});
