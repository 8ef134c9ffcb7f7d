/**
 * In: drafts of a report. Out: the same, where a danger that its own sentence calls over ("four who were to be hanged today were spared",
 * "faced execution until his sentence was quashed") puts nobody at risk.
 * Never: takes a stay, or what somebody asks for, for the end of a danger; ends the danger of others.
 */
import { changeDraft, type Draft } from "./draft.ts";
import type { Tokens } from "./tokens.ts";

/** Marks dangers that have passed: shown, and nobody's any more. */
export function endDangers(drafts: readonly Draft[], tokens: Tokens): readonly Draft[] {
  const ends = drafts.filter((draft) => isEnd(draft));
  if (ends.length === 0) return drafts;
  return drafts.map((draft) =>
    isDanger(draft) && ends.some((end) => endsDanger(end, draft, tokens))
      ? changeDraft(draft, {
          modality: "hypothetical",
          tier: "shown",
          persons: draft.persons.map((person) => ({ ...person, role: "other" })),
        })
      : draft,
  );
}

function isDanger({ kind, modality }: Draft): boolean {
  return kind === "imminent-execution" && modality !== "negated";
}

/** Pardoned, freed, no longer sentenced, or put to death. */
function isEnd({ kind, modality }: Draft): boolean {
  if (ENDS.has(kind)) return modality === "happened";
  return kind === "death-sentence" && modality === "negated";
}

const ENDS: ReadonlySet<Draft["kind"]> = new Set(["clemency", "release", "execution"]);

/** It follows in the sentence, and is told of the same people, or of nobody else by name. */
function endsDanger(end: Draft, danger: Draft, { start }: Tokens): boolean {
  if (end.sentence !== danger.sentence || end.anchor <= danger.anchor) return false;
  // "moved to a solitary cell and hanged": a step that was taken.
  if (end.kind === "execution" && danger.stage !== null) return false;
  const names = new Set(danger.persons.map(({ name }) => name.name));
  if (names.size > 0 && end.persons.length > 0)
    return end.persons.some(({ name }) => names.has(name.name));
  if (end.persons.length > 0) return false;
  // "Four, who were to be hanged, were spared", not "faces execution and five others were freed".
  return end.quantity !== null && end.quantity.span.end <= (start[danger.anchor] ?? 0);
}
