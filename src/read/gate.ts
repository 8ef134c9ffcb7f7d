/**
 * In: a text. Out: whether it can hold a claim at all.
 * Never: rejects a text that holds a stem that tells of an event by itself, or a trigger stem and one for people.
 */

/** Stems of all languages, as native alternations; case does not matter. `alone` needs no word for people beside it. */
export type Gate = { readonly alone: RegExp; readonly triggers: RegExp; readonly people: RegExp };

type RawGate = { alone: string[]; triggers: string[]; people: string[] };

/** Makes the gate from the stems of every language pack. */
export function compileGate(files: readonly unknown[]): Gate {
  const rows = files as readonly RawGate[];
  return {
    alone: alternation(rows.flatMap((row) => row.alone)),
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
  return gate.alone.test(text) || (gate.triggers.test(text) && gate.people.test(text));
}
