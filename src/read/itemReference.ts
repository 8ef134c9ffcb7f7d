/**
 * In: an item of a sentence. Out: whether it takes up somebody told before, one or several.
 * Never: says whom.
 */
import type { DraftContext } from "./draftContext.ts";
import type { Item } from "./items.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** "his family", "her parents": at risk is not the family that is called for a last visit. */
export function isKinOf(item: Item, context: DraftContext): boolean {
  return item.group?.type === "noun" && isForm(item, "POSSSG", context);
}

/** "he", "his", "the prisoner", "the young man". */
export function isSingularReference(item: Item, context: DraftContext): boolean {
  if (hasClass(item, "PRONSG")) return true;
  if (item.entry !== null && !isForm(item, "POSSPL", context))
    return isForm(item, "POSSSG", context);
  return item.group?.type === "pronoun"
    ? isForm(item, "PRONSG", context) ||
        (context.pack.isVerbFinal && isForm(item, "REFLEXIVE", context))
    : item.group?.type === "noun" &&
        (isDefinite(item, context) ||
          context.pack.wordsIn("BAREDEFW").has(item.group.head ?? "")) &&
        !isPluralHead(item.group.head, context) &&
        !isRanked(item, context) &&
        !isOwned(item, context);
}

/** "the second man", "the latest victim", "the 12th prisoner": one of a row, and not the one told of before; but "A was the first man …". */
function isRanked({ from }: Item, { tokens, pack }: DraftContext): boolean {
  if (
    isOneOf(tokens, from - 1, pack.wordsIn("BE")) ||
    isOneOf(tokens, from - 1, pack.wordsIn("BECAMEW"))
  )
    return false;
  return (
    isOneOf(tokens, from + 1, pack.wordsIn("ORDW")) ||
    isOneOf(tokens, from + 1, pack.wordsIn("FIRSTW")) ||
    isOneOf(tokens, from + 2, pack.wordsIn("NTHW"))
  );
}

/** "the mayor's wife": somebody else than the mayor. */
function isOwned({ from, to }: Item, { tokens }: DraftContext): boolean {
  return tokens.kind.slice(from, to).includes(TOKEN.possessive);
}

export function isPluralReference(item: Item, context: DraftContext): boolean {
  if (item.group === null) return isForm(item, "POSSPL", context);
  if (item.group.type === "pronoun")
    return isForm(item, "REFPL", context) || isWritten(item, "REFPL", context);
  return (
    item.group.type === "noun" &&
    isDefinite(item, context) &&
    isPluralHead(item.group.head, context)
  );
}

/** "the man"; not "(said) that a man". */
export function isDefinite(item: Item, context: DraftContext): boolean {
  const { tokens, pack } = context;
  return isForm(item, "DEF", context) && !isOneOf(tokens, item.from + 1, pack.wordsIn("INDEF"));
}

/** The item begins with a word of the class. */
export function isForm(item: Item, name: string, { tokens, pack }: DraftContext): boolean {
  return isOneOf(tokens, item.from, pack.wordsIn(name));
}

/** "A and B |lawyers| were": what stands behind the names says in which office they had to do with it. */
export function isOfficer(next: Item | undefined, context: DraftContext): boolean {
  return next !== undefined && isForm(next, "OFFICEPREDW", context);
}

/** All forms of the item, with a space where a joiner stands, are a phrase of the class. */
function isWritten({ from, to }: Item, name: string, { tokens, pack }: DraftContext): boolean {
  return to > from + 1 && pack.wordsIn(name).has(tokens.form.slice(from, to).join(" "));
}

export function hasClass(item: Item, name: string): boolean {
  return item.entry?.classes.includes(name) === true;
}

export function isPluralHead(head: string | null, context: Pick<DraftContext, "pack">): boolean {
  if (head === null) return false;
  return (
    context.pack.plurals.words.has(head) ||
    (context.pack.plurals.suffixes.some((suffix) => head.endsWith(suffix)) &&
      !context.pack.plurals.singulars.has(head))
  );
}

/** "the couple", "the pair": two, though the noun is one. */
export function isCouple({ group }: Item, { pack }: DraftContext): boolean {
  return group?.type === "noun" && pack.wordsIn("COUPLEN").has(group.head ?? "");
}
