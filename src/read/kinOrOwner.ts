/**
 * In: a death told in a relative clause behind somebody's kin, where verbs stand last ("the fiancé of A who was killed, said").
 * Out: whether it can be the one whose kin they are who died, and the kin of whom the sentence goes on.
 * Never: doubts a death that its sentence ends with ("the mother of A, who was killed").
 */
import type { ClaimKind } from "../model/claim.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";

const DEATHS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);

/** The kin and the one whose kin they are both fit the relative clause, and another verb is told of the kin behind it. */
export function isOfKinOrOwner(
  { kind, sentence, trigger, victims }: ReadEvent,
  { classes, pack, readings }: DraftContext,
): boolean {
  const [victim] = victims;
  if (!pack.isVerbFinal || !DEATHS.has(kind) || victim === undefined || victim > trigger)
    return false;
  const items = readings[sentence]?.items ?? [];
  const group = items[victim]?.group ?? null;
  if (group === null || group.persons.length > 0 || group.owners.length !== 1) return false;
  const isVerb = (at: number): boolean => classes.verbEnd[items[at]?.set ?? 0] === 1;
  let that = victim + 1;
  while (that < trigger && classes.relative[items[that]?.set ?? 0] !== 1 && !isVerb(that)) that++;
  if (that >= trigger || classes.relative[items[that]?.set ?? 0] !== 1) return false;
  let own = trigger;
  while (own < items.length && !isVerb(own)) own++;
  while (isVerb(own + 1)) own++;
  for (let at = own + 1; at < items.length; at++) {
    if (classes.stop[items[at]?.set ?? 0] === 1) return false;
    if (isVerb(at)) return true;
  }
  return false;
}
