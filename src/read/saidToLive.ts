/**
 * In: drafts of a text. Out: the same; a death of somebody whom its own sentence tells to be alive is left open ("A, the news of whose
 * killing had been published, is alive").
 * Never: doubts the death of anybody else, or one that was told otherwise already.
 */
import type { ClaimKind } from "../model/claim.ts";
import { changeDraft, type Draft, type DraftPerson, replaceDrafts } from "./draft.ts";

const DEATHS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);
const ALIVE = "alive";

/** Leaves open what cannot have happened to whoever is told to live. */
export function doubtDeathsOfLiving(drafts: readonly Draft[]): readonly Draft[] {
  const living = drafts.filter(({ stage, modality }) => stage === ALIVE && modality === "ongoing");
  if (living.length === 0) return drafts;
  const changed = new Map<Draft, Draft>();
  for (const draft of drafts) {
    if (!DEATHS.has(draft.kind) || draft.modality !== "happened") continue;
    const victims = draft.persons.filter(({ role }) => role === "victim");
    if (victims.length === 0) continue;
    const isTold = ({ name: { name } }: DraftPerson): boolean =>
      living.some(
        (life) =>
          isSaidBeside(life, draft) &&
          life.persons.some((one) => one.role === "victim" && one.name.name === name),
      );
    if (victims.every(isTold)) changed.set(draft, changeDraft(draft, { modality: "unclear" }));
  }
  return changed.size === 0 ? drafts : replaceDrafts(drafts, changed);
}

/** In one sentence, and by nobody who does not tell the death: "was executed, although his lawyer insists that he is alive". */
function isSaidBeside(life: Draft, death: Draft): boolean {
  return (
    life.sentence === death.sentence &&
    life.speeches.every((speech) => death.speeches.includes(speech))
  );
}
