import assert from "node:assert/strict";
import { test } from "node:test";
import { packRows, trace } from "./reading.ts";
import type { TracedClaim } from "../../src/read/traceRows.ts";

/** Words are tested by a template a class: each must do in a sentence what its class says. */
type Template = {
  readonly name: string;
  readonly words: () => readonly Word[];
  /** Sentences of which one must be read with the word. */
  readonly sentences: (word: Word) => readonly string[];
  readonly holds: (claims: readonly TracedClaim[], word: Word) => boolean;
  /** Share that was reached; it only rises. What is missing is of another shape than the template, or a gap. */
  readonly floor: number;
};
type Word = { readonly words: string; readonly kind: string; readonly requires: string };
type TriggerFile = {
  readonly rows: readonly {
    kind: string;
    requires?: string;
    forms: Readonly<Record<string, readonly string[]>>;
  }[];
};
type ClassFile = { readonly classes: readonly { class: string; words: readonly string[] }[] };
type CueFile = { readonly rows: readonly { class: string; words: readonly string[] }[] };

/** A sentence beside it that has what a trigger asks for. */
const BESIDE: Readonly<Record<string, string>> = {
  violent: "The gunmen opened fire on the crowd.",
  death: "They are on death row.",
  abroad: "The exiles live in London.",
  graves: "The cemetery holds the graves of the executed.",
  custody: "The court jailed them.",
  lethal: "The killing was filmed.",
};

const triggers = (form: string) => (): Word[] =>
  (packRows["lang/en/triggers.json"] as TriggerFile).rows.flatMap(
    ({ kind, requires = "", forms }) =>
      (forms[form] ?? []).map((words) => ({ words, kind, requires })),
  );
const wordsOf = (name: string) => (): Word[] =>
  (packRows["lang/en/words.json"] as ClassFile).classes
    .filter((row) => row.class === name)
    .flatMap((row) => row.words.map((words) => ({ words, kind: "execution", requires: "" })));
const cues = (name: string) => (): Word[] =>
  (packRows["lang/en/attribution.json"] as CueFile).rows
    .filter((row) => row.class === name)
    .flatMap((row) => row.words.map((words) => ({ words, kind: "execution", requires: "" })));

const isTold = (claims: readonly TracedClaim[], { kind }: Word): boolean =>
  claims.some(
    ({ claim }) =>
      claim.kind === kind || (kind === "execution" && claim.kind === "imminent-execution"),
  );

const TEMPLATES: readonly Template[] = [
  {
    name: "participles of triggers",
    words: triggers("part"),
    sentences: ({ words }) => [
      `Three prisoners were ${words} in Tabas on Sunday.`,
      `Three students were ${words}.`,
      `The graves were ${words}.`,
      `Three prisoners were ${words} the charges.`,
    ],
    holds: isTold,
    floor: 0.98,
  },
  {
    name: "past forms of triggers",
    words: triggers("past"),
    sentences: ({ words }) => [
      `Guards ${words} three prisoners in Tabas.`,
      `Three students ${words} in Tabas on Sunday.`,
      `Guards ${words} the graves.`,
      `Guards ${words}.`,
    ],
    holds: isTold,
    floor: 0.96,
  },
  {
    name: "verb phrases of triggers",
    words: triggers("intr"),
    sentences: ({ words }) => [
      `Three prisoners ${words}.`,
      `Behnam Karimzad ${words} in Tabas.`,
      `Three prisoners are ${words}.`,
      `Workers ${words} on Sunday.`,
    ],
    holds: isTold,
    floor: 0.99,
  },
  {
    name: "nouns for people",
    words: wordsOf("HUMAN"),
    sentences: ({ words }) => [
      `Three ${words} were hanged in Tabas.`,
      `The ${words} was hanged in Tabas.`,
      `A ${words} man was hanged in Tabas.`,
    ],
    holds: (claims) =>
      claims.some(({ claim }) => claim.kind === "execution" && claim.quantity !== null),
    floor: 0.99,
  },
  {
    name: "hedges",
    words: wordsOf("HEDGE"),
    sentences: ({ words }) => [
      `Two men were ${words} hanged in Tabas.`,
      `Two men were ${words} to have been hanged in Tabas.`,
      `Two men are ${words} have been hanged in Tabas.`,
      `Two men ${words} have been hanged.`,
      `${words} two men were hanged in Tabas.`,
    ],
    holds: (claims) => claims.some(({ claim }) => claim.hedge !== null),
    floor: 0.99,
  },
  {
    name: "saying verbs",
    words: cues("CUE.say"),
    sentences: ({ words }) => [
      `The lawyer ${words} that two men were hanged in Tabas.`,
      `The lawyer ${words} two men were hanged in Tabas.`,
      `“Two men were hanged in Tabas,” the lawyer ${words}.`,
    ],
    holds: (claims) => claims.some(({ claim }) => claim.attribution.length > 0),
    floor: 0.99,
  },
];

for (const { name, words, sentences, holds, floor } of TEMPLATES) {
  test(`${name} do in a sentence what their class says`, (context) => {
    const all = words();
    assert.ok(all.length >= 5, `Found only ${all.length}`);
    const failing = all.filter(
      (word) =>
        !sentences(word).some((sentence) =>
          holds(trace(`${BESIDE[word.requires] ?? ""} ${sentence}`.trim()), word),
        ),
    );
    const share = (all.length - failing.length) / all.length;
    context.diagnostic(
      `${name}: ${all.length - failing.length} of ${all.length} (${share.toFixed(3)}, floor ${floor})`,
    );
    assert.ok(
      share >= floor,
      `${share.toFixed(3)} is under ${floor}: ${failing.map((word) => `${word.kind}: ${word.words}`).join("; ")}`,
    );
  });
}
