/**
 * In: an event whose clause hangs on a verb of seeing to something or of asking ("ensure that", "make sure", "demanded that").
 * Out: that it is asked for, with the word that says so.
 * Never: takes what somebody saw to for what is asked ("his lawyer made sure that he was released").
 */
import type { EventContext } from "./event.ts";
import { type Governed, isForm } from "./governorBehind.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** "urged them to ensure that he is released", "demanded that he is freed": asked for, not done. */
export function ensured(
  items: readonly Item[],
  left: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, pack, tokens } = context;
  if (pack.isVerbFinal) return null;
  const before = itemOf(items, left - 1);
  if (before === undefined) return null;
  const isThat = isForm(before.to - 1, "THATW", context);
  const isJoined = isThat && before.to - before.from > 1;
  const end =
    isThat && !isJoined ? (itemOf(items, left - 2)?.to ?? 0) : before.to - (isThat ? 1 : 0);
  const form = tokens.form[end - 1] ?? "";
  const two = `${tokens.form[end - 2] ?? ""} ${form}`;
  // "saw to it that he was tortured" tells it: only "see to it" asks.
  const three = `${tokens.form[end - 3] ?? ""} ${two}`;
  const ensures = pack.wordsIn("ENSUREW");
  if ([form, two, three].some((words) => ensures.has(words)))
    return { modality: "called-for", operator: before };
  // "demanded that he was tried" tells what was: only a present is asked for.
  if (!isThat || !pack.wordsIn("DEMANDTHATW").has(form)) return null;
  const present = pack.wordsIn("PRESENTBE");
  const isPresent = items
    .slice(left, trigger)
    .some((item) => classes.aux[item.set] === 1 && isOneOf(tokens, item.from, present));
  return isPresent ? { modality: "called-for", operator: before } : null;
}
