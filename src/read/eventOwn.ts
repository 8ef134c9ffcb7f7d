/**
 * In: an event and its draft. Out: whether it tells anything of its own, where its frame asks for that.
 * Never: drops an event whose words bring what the frame asks for.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import { itemOf } from "./items.ts";
import type { OwnPart } from "./packRows.ts";
import { isOfBond, isSignOfLife } from "./signsOfLife.ts";

/** "His arrest shocked the town" only takes up what was told; "his arrest in May" tells when. */
export function bringsOwn(
  event: ReadEvent,
  draft: Draft,
  kinds: ReadonlySet<ClaimKind> | undefined,
  context: DraftContext,
): boolean {
  if (isOfUnknownKin(event, draft, context)) return false;
  return (
    event.own === null || event.own.some((part) => holdsPart(part, event, draft, kinds, context))
  );
}

/** "Her son is alive", where nobody knows whose: a sign of life of nobody. */
function isOfUnknownKin(
  { kind, stage, sentence, victims }: ReadEvent,
  { persons }: Draft,
  context: DraftContext,
): boolean {
  if (!isSignOfLife(kind, stage) || persons.some(({ role }) => role === "victim")) return false;
  const items = context.readings[sentence]?.items ?? [];
  return victims.some((at) => isOfBond(itemOf(items, at), context));
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
  context: DraftContext,
): boolean {
  const { readings, classes } = context;
  if (part === "alone") return kinds === undefined || kinds.size <= (kinds.has(event.kind) ? 1 : 0);
  if (part === "time") return draft.period !== null;
  if (part === "place") return draft.places.length > 0;
  if (part === "occasion") return tellsOccasion(event, draft, context);
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

/** A day and a place stand before the verb that tells that it took place: elsewhere in the sentence they may be of another act. */
function tellsOccasion(
  event: ReadEvent,
  { period, places }: Draft,
  { readings, classes }: DraftContext,
): boolean {
  const items = readings[event.sentence]?.items ?? [];
  const verb = items.find((item, at) => at > event.trigger && classes.verbEnd[item.set] === 1);
  const from = items.findLast(
    (item, at) => at < event.trigger && classes.verbEnd[item.set] === 1,
  )?.to;
  if (verb === undefined || classes.takesPlace[verb.set] !== 1) return false;
  const isTold = (range: { readonly from: number; readonly to: number }): boolean =>
    range.from >= (from ?? 0) && range.to <= verb.to;
  return period?.kind === "point" && isTold(period) && places.some(isTold);
}
