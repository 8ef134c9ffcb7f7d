import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/** Speakers of whom a clause, an apposition or a participle says something, by cues and places in the sentence. All people are invented. */
type Described = {
  readonly words: string;
  readonly head: string;
  readonly said: readonly string[];
};

const CLAUSES = [
  " who was there",
  " who asked not to be named",
  " who met Karim Zand in prison",
  " whose brother was hanged in May",
  " who was himself arrested in 2020",
  " whom the court had appointed",
  " speaking on condition of anonymity",
  " involved in the case",
  " held in the same ward",
  ", fighting back tears,",
];

const BESIDE = [
  ", who lives abroad,",
  ", whose brother was hanged in May,",
  ", who was present at the trial,",
  ", speaking by telephone from Tabas,",
];

const BODIES = [", which is based in Oslo,", ", which monitors executions,", ", based in Oslo,"];

const SPEAKERS: readonly Described[] = [
  { words: "a lawyer", head: "lawyer", said: CLAUSES },
  { words: "a former prisoner", head: "prisoner", said: CLAUSES },
  { words: "one woman", head: "woman", said: CLAUSES },
  { words: "Behnam Karimzad", head: "Behnam Karimzad", said: BESIDE },
  { words: "his mother", head: "mother", said: BESIDE },
  { words: "the brother of one of the men", head: "brother", said: BESIDE },
  { words: "the Karun Rights Group", head: "Karun Rights Group", said: BODIES },
];

const TOLD = [
  ["two men were hanged in Tabas on Sunday", "execution"],
  ["Omid Sotoudeh was beaten in prison", "torture"],
] as const;

const first = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const closed = (words: string): string => words.replace(/,$/, "");

const SAYINGS: readonly ((who: string, told: string) => string)[] = [
  (who, told) => `${first(who)} said ${told}.`,
  (who, told) => `${first(who)} told Peyk that ${told}.`,
  (who, told) => `${first(who)} said: “${first(told)}.”`,
  (who, told) => `On Monday, ${who} confirmed that ${told}.`,
  (who, told) => `${first(told)}, ${who} said.`,
  (who, told) => `“${first(told)},” ${who} told Peyk.`,
  (who, told) => `“${first(told)},” said ${closed(who)}.`,
  (who, told) => `According to ${closed(who)}, ${told}.`,
  (who, told) => `${first(told)}, according to ${closed(who)}.`,
  (who, told) => `The trial was unfair, ${who} said, adding that ${told}.`,
];

test("who is described before the cue says it, not whom the description names", () => {
  const wrong: string[] = [];
  for (const { words, head, said } of SPEAKERS)
    for (const description of said)
      for (const saying of SAYINGS)
        for (const [told, kind] of TOLD) {
          const text = saying(words + description, told);
          const at = text.toLowerCase().indexOf(told.toLowerCase());
          const claim = trace(`${text}\n\nTen prisoners were executed in 2020.`, "en", openPacks)
            .map((traced) => traced.claim)
            .find(({ kind: read, span }) => read === kind && span.start <= at + 8 && span.end > at);
          const source = claim?.attribution.at(-1)?.source ?? "";
          const isRight =
            source.includes(head) && !/^(Karim Zand|Peyk|Tabas)/.test(source) && source !== "";
          if (!isRight) wrong.push(`${text} => ${source}`);
        }
  assert.deepEqual(wrong, []);
});
