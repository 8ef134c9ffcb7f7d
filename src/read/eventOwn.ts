/**
 * In: an event and its draft. Out: whether it tells anything of its own, where its frame asks for that.
 * Never: drops an event whose words bring what the frame asks for.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import { itemOf } from "./items.ts";
import type { OwnPart } from "./pack.ts";

/** "His arrest shocked the town" only takes up what was told; "his arrest in May" tells when. */
export function bringsOwn(
  event: ReadEvent,
  draft: Draft,
  kinds: ReadonlySet<ClaimKind> | undefined,
  context: DraftContext,
): boolean {
  return (
    event.own === null || event.own.some((part) => holdsPart(part, event, draft, kinds, context))
  );
}

/** What each sentence tells by frames that are not weak. */
export function kindsBySentence(events: readonly ReadEvent[]): Map<number, Set<ClaimKind>> {
  const kinds = new Map<number, Set<ClaimKind>>();
  for (const { sentence, kind, isWeak } of events)
    if (!isWeak) kinds.set(sentence, (kinds.get(sentence) ?? new Set()).add(kind));
  return kinds;
}

function holdsPart(
  part: OwnPart,
  event: ReadEvent,
  draft: Draft,
  kinds: ReadonlySet<ClaimKind> | undefined,
  { readings, classes }: DraftContext,
): boolean {
  if (part === "alone") return kinds === undefined || kinds.size <= (kinds.has(event.kind) ? 1 : 0);
  if (part === "time") return draft.period !== null;
  if (part === "place") return draft.places.length > 0;
  const items = readings[event.sentence]?.items ?? [];
  if (part === "object") {
    const next = itemOf(items, event.trigger + 1)?.set ?? 0;
    return classes.of_[next] === 1 || classes.of("OFTHEM")[next] === 1;
  }
  const concerned = event.victims.flatMap((index) => itemOf(items, index) ?? []);
  if (part === "number")
    return (
      event.count >= 0 ||
      concerned.some(
        ({ quantity, group }) => quantity !== null || (group?.quantity ?? null) !== null,
      )
    );
  return concerned.some(({ name, group }) => name !== null || (group?.persons.length ?? 0) > 0);
}
