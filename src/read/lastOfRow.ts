/**
 * In: those concerned by a verb that stands last, behind a relative clause's opening. Out: the last of them alone, where the verb is of one
 * ("A, B and |a boy named C who was hanged|").
 * Never: takes anybody out of a row that a verb of several follows, or out of one whose last member is several.
 */
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import { isStated } from "./eventQuantity.ts";
import type { NameMatch } from "./findNames.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** The last member of a row: the token at which it begins, and who it is where somebody is named. */
export type LastOfRow = { readonly from: number; readonly persons: readonly NameMatch[] };

/** Items from the opening of the relative clause to its verb. */
const REACH = 16;

/** The last of those concerned, of whom alone the relative clause is told; or null. */
export function lastOfRow(
  event: ReadEvent,
  items: readonly Item[],
  context: DraftContext,
): LastOfRow | null {
  const { classes, pack } = context;
  const at = event.victims.at(-1) ?? -1;
  const row = itemOf(items, at);
  if (!pack.isVerbFinal || row?.group == null || at >= event.trigger) return null;
  let open = at + 1;
  if (classes.comma[itemOf(items, open)?.set ?? 0] === 1) open++;
  const isRelative = classes.relative[itemOf(items, open)?.set ?? 0] === 1;
  if (!isRelative || event.trigger - open > REACH) return null;
  if (!isOfOne(items, event.trigger, context)) return null;
  // "|Three prisoners| named A, B and C who": the clause is of them all.
  if (isStated(row.group.quantity)) return null;
  // "A and B who were convicted of theft was …": the event is told behind the clause.
  const isWithin = !items
    .slice(open + 1, event.trigger)
    .some(({ set }) => classes.verbEnd[set] === 1);
  if (!isWithin) return null;
  const from = behindJoint(row, event.victims.length > 1, context);
  if (from < 0) return null;
  const persons = row.group.persons.filter((person) => person.from >= from);
  if (persons.length > 1) return null;
  const isSingle = persons.length === 1 || isOneOf(context.tokens, from, pack.wordsIn("INDEF"));
  return isSingle ? { from, persons } : null;
}

/** The verb ends in a form for one ("was hanged"), and not in one for several ("had been hanged", of them). */
function isOfOne(
  items: readonly Item[],
  trigger: number,
  { classes, pack, tokens }: DraftContext,
): boolean {
  const parts = [classes.verbEnd, classes.of("PASSV", "PASSP")];
  let at = trigger;
  while (parts.some((members) => members[itemOf(items, at + 1)?.set ?? 0] === 1)) at++;
  const last = (items[at]?.to ?? 0) - 1;
  return isOneOf(tokens, last, pack.wordsIn("ENDSINONEW"));
}

/** The token behind the last "and" of the row; where the row is of several items its first one. */
function behindJoint(row: Item, isSeveral: boolean, { pack, tokens }: DraftContext): number {
  const joints = pack.wordsIn("CONJ");
  for (let token = row.to - 2; token > row.from; token--)
    if (isOneOf(tokens, token, joints)) return token + 1;
  return isSeveral && isOneOf(tokens, row.from - 1, joints) ? row.from : -1;
}
