/**
 * In: a text. Out: whether it can hold a claim at all.
 * Never: rejects a text that holds both a trigger word and a word for people or institutions.
 */
import type { LanguagePack } from "./pack.ts";

/** Two native alternations over the raw text, case-insensitive. */
export type Gate = { readonly triggers: RegExp; readonly people: RegExp };

/** Makes the gate of all languages: stems of every trigger, and the words for people and institutions. */
export function compileGate(packs: readonly LanguagePack[]): Gate {
  const triggers = new Set<string>();
  const people = new Set<string>();
  for (const pack of packs) {
    for (const entry of pack.lexicon.entries) {
      const first = entry.words.split(" ")[0] ?? "";
      if (entry.classes.some((name) => GATE_CLASSES.has(name) || name.startsWith("T."))) triggers.add(stemOf(first, entry.words));
      if (entry.classes.includes("HUMAN") || entry.classes.includes("INST")) people.add(first);
    }
  }
  return { triggers: alternation(triggers), people: alternation(people) };
}

const GATE_CLASSES: ReadonlySet<string> = new Set(["CUE.say", "CUE.call", "CUE.according", "STATN"]);

/** A phrase is looked for whole: its first word alone may be "was". */
function stemOf(first: string, words: string): string {
  return words.includes(" ") ? words : first;
}

function alternation(words: ReadonlySet<string>): RegExp {
  const sorted = [...words].filter((word) => word.length > 2).sort((a, b) => b.length - a.length);
  const escaped = sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "[\\s\\u200c]*"));
  return new RegExp(`(?<![\\p{L}])(?:${escaped.join("|")})(?![\\p{L}])`, "iu");
}

/** True where the text may hold claims; false is safe to skip. */
export function isRelevant(text: string, gate: Gate): boolean {
  return gate.triggers.test(text) && gate.people.test(text);
}
