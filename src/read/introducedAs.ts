/**
 * In: the items before names that a sentence brings in. Out: whether it says that these are those told of before: "The identity of the
 * prisoners has been confirmed as A and B", "The group has named the two victims as: A and B".
 * Never: takes judges, guards or others of whom the noun tells for them; takes those whom it tells something else of.
 */
import { type Words, isAs, isNoun } from "./introductionWords.ts";
import { type Item, itemOf } from "./items.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** The noun of those who are named, null for any; undefined where the sentence says no such thing. */
export function namedAs(
  before: readonly Item[],
  count: number,
  words: Words,
): { readonly head: string | null } | undefined {
  const { classes, pack, tokens } = words;
  const last = before.at(-1);
  const as =
    last !== undefined && classes.colon[last.set] === 1 ? itemOf(before, before.length - 2) : last;
  if (!isAs(as, pack, tokens)) return undefined;
  return ofIdentity(before, count, words) ?? ofNaming(before, count, words);
}

/** "The identity of the prisoners executed on Monday has been confirmed as". */
function ofIdentity(
  before: readonly Item[],
  count: number,
  words: Words,
): { readonly head: string | null } | undefined {
  const { classes, pack, tokens } = words;
  const at = before.findIndex(({ to }) => isOneOf(tokens, to - 1, pack.wordsIn("IDENTITYN")));
  if (at < 0 || at > 1 || classes.of_[before[at + 1]?.set ?? 0] !== 1) return undefined;
  const whom = before[at + 2];
  if (whom === undefined || !areTheseTold(whom, count, words)) return undefined;
  const rest = before.slice(at + 3);
  const be = rest.findIndex(({ set }) => classes.aux[set] === 1);
  const isConfirmed = rest.some(({ from }) => isOneOf(tokens, from, pack.wordsIn("CONFIRMEDW")));
  if (be < 0 || !isConfirmed) return undefined;
  // "the prisoners |released| on Monday": others than those whose death was told.
  const isDead = classes.of("PUTTODEATH", "KILLEDC", "DEATHWORD");
  const tells = rest.slice(0, be).filter(({ period }) => period === null);
  const isOther = tells.some(
    ({ set, name }) =>
      name?.type !== "place" && isDead[set] !== 1 && classes.preposition[set] !== 1,
  );
  if (isOther) return undefined;
  const isOpen = tells.length > 0 && !isNoun("VICTIMN", whom.group?.head ?? null, pack);
  return { head: isOpen ? null : headOf(whom) };
}

/** "The group has named the two latest victims of the state's cruelty as". */
function ofNaming(
  before: readonly Item[],
  count: number,
  words: Words,
): { readonly head: string | null } | undefined {
  const { classes, pack, tokens } = words;
  const verb = before.findIndex(({ set }) => classes.of("NAMED", "IDENTIFYV")[set] === 1);
  const whom = itemOf(before, verb + 1);
  if (verb < 1 || verb > 4 || whom?.group == null) return undefined;
  const isCounted = whom.group.type === "counted";
  if (!areTheseTold(whom, count, words)) return undefined;
  const isOther = before
    .slice(verb + 2)
    .some(({ set, group }) => classes.trigger[set] === 1 || group?.quantity != null);
  if (isOther) return undefined;
  // "The two victims" of murderers who were hanged are not those hanged; "victims of the state" are.
  const killers = pack.wordsIn("STATEKILLERW");
  const isOfState = before
    .slice(verb + 2)
    .some(({ from, to }) => holdsOneOf(tokens, from, to, killers));
  const isVictim = isNoun("VICTIMN", whom.group.head, pack) && !isOfState;
  return { head: isVictim || !isCounted ? headOf(whom) : null };
}

/** "the prisoners", "the two men", "the victims": people of any sort, as many as are named. */
function areTheseTold(item: Item, count: number, { pack, tokens }: Words): boolean {
  const { group, from } = item;
  if (group === null || group.persons.length > 0 || !isOneOf(tokens, from, pack.wordsIn("DEF")))
    return false;
  if (group.quantity !== null && group.quantity.min !== count) return false;
  return ["ANYPERSON", "VICTIMN", "EXECUTEDN"].some((name) => isNoun(name, group.head, pack));
}

function headOf({ group }: Item): string | null {
  return group?.head?.split(" ").at(-1) ?? null;
}
