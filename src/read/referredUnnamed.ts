/**
 * In: a definite noun and the person it seems to mean. Out: whether the report told of somebody without a name by that noun.
 * Never: speaks of pronouns.
 */
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";

/** The last word of a head. */
export function lastWord(head: string | null): string | null {
  return head?.split(" ").at(-1) ?? null;
}

/** "A man was held after A was stabbed. The man …": whom the report told of by that noun, without a name, unless the same was told of A. */
export function isOfUnnamed(
  { kind, sentence }: ReadEvent,
  { group, from }: Item,
  { name }: NameMatch,
  { pack, readings, told, tokens }: DraftContext,
): boolean {
  const head = lastWord(group?.head ?? null);
  if (pack.isVerbFinal || group?.type !== "noun" || group.isIndefinite || head === null)
    return false;
  if (told.some((one) => one.name.name === name && one.kind === kind)) return false;
  return readings
    .slice(Math.max(0, sentence - UNNAMED_REACH), sentence + 1)
    .some(({ items }) =>
      items.some(
        (one) =>
          one.to <= from &&
          one.group?.type === "noun" &&
          one.group.isIndefinite &&
          one.group.persons.length === 0 &&
          !isApposed(one, items, name, tokens.form) &&
          lastWord(one.group.head) === head,
      ),
    );
}

/** Sentences back in which somebody without a name may have been told of. */
const UNNAMED_REACH = 6;

/** "A, a political prisoner": the noun says what A is. */
function isApposed(
  { from }: Item,
  items: readonly Item[],
  name: string,
  form: readonly string[],
): boolean {
  if (form[from - 1] !== ",") return false;
  const before = items.findLast((item) => item.to <= from - 1 && item.group !== null);
  return (
    before?.to === from - 1 &&
    before.group?.persons.length === 1 &&
    before.group.persons[0]?.name === name
  );
}
