/**
 * In: the drafts of a document. Out: the same, where a wound told of somebody who was killed is told as the killing.
 * Never: touches the wound of somebody whose death is not told in the report.
 */
import { changeDraft, type Draft } from "./draft.ts";

/** "X, 19, was shot in the chest": a killing where the report says that X was killed; dropped where the same sentence says so. */
export function woundsOfTheDead(drafts: readonly Draft[]): Draft[] {
  const killed = new Map<string, Set<number>>();
  for (const draft of drafts) {
    if (draft.kind !== "killing" || !TOLD.has(draft.modality)) continue;
    for (const { name, role } of draft.persons) {
      if (role === "victim")
        killed.set(name.name, (killed.get(name.name) ?? new Set()).add(draft.sentence));
    }
  }
  if (killed.size === 0) return [...drafts];
  return drafts.flatMap((draft) => {
    if (draft.kind !== "injury" || draft.persons.length === 0 || !TOLD.has(draft.modality))
      return [draft];
    const wounded = draft.persons.filter(({ role }) => role === "injured");
    if (wounded.length === 0 || !wounded.every(({ name }) => killed.has(name.name))) return [draft];
    if (wounded.some(({ name }) => killed.get(name.name)?.has(draft.sentence) === true)) return [];
    const persons = draft.persons.map((person) =>
      person.role === "injured" ? { ...person, role: "victim" as const } : person,
    );
    return [changeDraft(draft, { kind: "killing", persons })];
  });
}

const TOLD: ReadonlySet<string> = new Set(["happened", "alleged"]);
