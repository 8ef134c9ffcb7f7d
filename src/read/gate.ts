/**
 * In: a text. Out: whether it can hold a claim at all.
 * Never: rejects a text that holds both a trigger stem and a stem for people or institutions.
 */

/** Stems of all languages, as two native alternations; case does not matter. */
export type Gate = { readonly triggers: RegExp; readonly people: RegExp };

type RawGate = { triggers: string[]; people: string[] };

/** Makes the gate from the stems of every language pack. */
export function compileGate(files: readonly unknown[]): Gate {
  const rows = files as readonly RawGate[];
  return {
    triggers: alternation(rows.flatMap((row) => row.triggers)),
    people: alternation(rows.flatMap((row) => row.people)),
  };
}

function alternation(stems: readonly string[]): RegExp {
  const escaped = [...new Set(stems)].map((stem) => stem.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(escaped.join("|"), "i");
}

/** True where the text may hold claims; false is safe to skip. Linear. */
export function isRelevant(text: string, gate: Gate): boolean {
  return gate.triggers.test(text) && gate.people.test(text);
}
