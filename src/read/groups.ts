/**
 * In: the items of a sentence. Out: the items with noun phrases for people and institutions joined into one.
 * Never: joins across a verb; counts the people of a list that goes on unnamed.
 */
import type { NameMatch } from "./findNames.ts";
import { cutAtClause, cutBeforeDoers, isOfDoer } from "./groupClauses.ts";
import { endsFronting } from "./groupFrontings.ts";
import { cutBehindGoverned } from "./governedFirst.ts";
import { cutBehindKin, isOfPlacedClauses, isWithKeepers } from "./groupsApart.ts";
import { cutBeforeSayer } from "./groupSayers.ts";
import { type Group, type Item, itemOf, makeGroup } from "./items.ts";
import type { ItemSets } from "./itemSets.ts";
import type { GroupClass, GroupPattern, LanguagePack } from "./packRows.ts";
import type { PatternMatch } from "./pattern.ts";
import type { ReadQuantity } from "./quantityGrammar.ts";
import { isDoneTo, isVerbOfMany } from "./doneTo.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Taken = { readonly match: PatternMatch; readonly row: GroupPattern["row"] };

/** Joins groups; `string` is the twin of the items. The rows are tried in order, a stretch taken by an earlier row is left alone. */
export function joinGroups(
  items: readonly Item[],
  string: string,
  tokens: Tokens,
  pack: LanguagePack,
  sets: ItemSets,
): readonly Item[] {
  const taken = new Uint8Array(items.length);
  const found: Taken[] = [];
  const words = { tokens, pack, sets };
  for (const { row, pattern } of pack.groups.matchable(string)) {
    for (const whole of pattern.find(string)) {
      if (isTaken(taken, whole.from, whole.to)) continue;
      const match =
        row.out === "person"
          ? cutBehindKin(items, whole, words)
          : row.out === "list"
            ? cutList(items, cutBehindGoverned(items, whole, words), words)
            : row.out === "counted"
              ? cutBeforeOne(items, whole, words)
              : whole;
      if (match === null) continue;
      if (!pack.isVerbFinal && isDescribing(items, match, sets)) continue;
      if (row.out === "pronoun" && isOwner(items, match, sets)) continue;
      if (row.out === "person" && isOfSeveral(items, match, pack)) continue;
      if (row.out === "person" && isOfDoer(items, match, tokens, pack)) continue;
      if (row.out === "list" && isOfTwo(items, match, tokens, pack)) continue;
      if (row.out === "pair" && isOfTwoClauses(items, match, pack)) continue;
      if (JOINS.has(row.out) && endsFronting(items, match, tokens, pack)) continue;
      if (row.out === "list" && holdsWhose(items, match, sets)) continue;
      if (row.out === "list" && isWithKeepers(items, match, words)) continue;
      if (row.out === "list" && isOfPlacedClauses(items, match, words)) continue;
      if (JOINS.has(row.out) && opensWithParent(items, match, words)) continue;
      if (row.kin === true && !endAlike(items, match)) continue;
      if (row.titled === true && !endsInTitled(items, match)) continue;
      if (row.object === true && sets.isObject[items[match.to]?.set ?? 0] !== 1) continue;
      if (row.doneTo === true && !isDoneTo(items, match, sets)) continue;
      if (row.verbOfOne === true && isVerbOfMany(items, match.to, sets)) continue;
      if (row.verbOfMany === true && !isVerbOfMany(items, match.to, sets)) continue;
      if (row.ofOne === true && !countsOne(items, match)) continue;
      if (row.unmarked === true && !opensUnmarked(items, match, words)) continue;
      // "The killers of |two teachers (A and B)|": the list is not told of.
      if (row.unowned === true && isOfKin(items, match, pack)) continue;
      if (row.out === "institution" && isNamedObject(items, match, sets)) continue;
      if (row.subject === true && sets.isAux[items[match.to]?.set ?? 0] !== 1) continue;
      if (row.bare === true && isRelatedTo(items, match.to, sets)) continue;
      const own = cutBehindVerb(items, match, sets);
      taken.fill(1, own.from, own.to);
      found.push({ match: own, row });
    }
  }
  if (found.length === 0) return items;
  found.sort((a, b) => a.match.from - b.match.from);
  const joined: Item[] = [];
  let at = 0;
  for (const { match, row } of found) {
    while (at < match.from) joined.push(items[at++] as Item);
    joined.push(groupItem(items, match, row, tokens, pack, sets));
    at = match.to;
  }
  while (at < items.length) joined.push(items[at++] as Item);
  return joined;
}

/** "Three people |a man| OBJECT killed", where verbs stand last: one of his kind is none of those counted before him. */
function cutBeforeOne(
  items: readonly Item[],
  whole: PatternMatch,
  words: { readonly tokens: Tokens; readonly pack: LanguagePack; readonly sets: ItemSets },
): PatternMatch {
  const { tokens, pack, sets } = words;
  const last = items[whole.to - 1];
  // "The three men who".
  if (sets.isRelative[items[whole.to]?.set ?? 0] === 1) return whole;
  if (!pack.isVerbFinal || whole.to - whole.from < 2 || last === undefined) return whole;
  if (last.to - last.from > 1) return whole;
  const isOne = isOneOf(tokens, last.from, pack.wordsIn("INDEFONEW"));
  return isOne ? { ...whole, to: whole.to - 1 } : whole;
}

/** A list up to the clause behind it, and to whoever says it. */
function cutList(
  items: readonly Item[],
  whole: PatternMatch,
  { tokens, pack }: { readonly tokens: Tokens; readonly pack: LanguagePack },
): PatternMatch | null {
  const own = cutAtClause(items, cutBeforeDoers(items, whole, tokens, pack), pack);
  return own === null ? null : cutBeforeSayer(items, own, pack);
}

const JOINS: ReadonlySet<GroupPattern["row"]["out"]> = new Set(["person", "list"]);

/** "A, whose brother B was freed": no list of A and B. */
function holdsWhose(
  items: readonly Item[],
  { from, to }: PatternMatch,
  { isWhose }: ItemSets,
): boolean {
  return items.slice(from, to).some(({ set }) => isWhose[set] === 1);
}

/** "the son of |Murad from Tabas and A|": whose son it is joins no list, and nobody tells of him. */
function opensWithParent(
  items: readonly Item[],
  match: PatternMatch,
  { tokens, pack }: { readonly tokens: Tokens; readonly pack: LanguagePack },
): boolean {
  const first = firstPerson(items, match);
  const of_ = itemOf(items, first - 1);
  const child = itemOf(items, first - 2);
  if (pack.isVerbFinal || first < 0 || of_ === undefined || child === undefined) return false;
  return (
    isOneOf(tokens, of_.to - 1, pack.wordsIn("OFONLYW")) &&
    isOneOf(tokens, child.to - 1, pack.wordsIn("CHILDOFW"))
  );
}

/** "|whose| son, A,": the word opens a clause, and stands before the group. */
function opensWithWhose(
  items: readonly Item[],
  { from, to }: PatternMatch,
  { isWhose }: ItemSets,
): boolean {
  return to - from > 1 && isWhose[items[from]?.set ?? 0] === 1;
}

/** One by number, whose name has nothing before it: "|reporter| A one prisoner in Karaj was hanged" opens with who writes. */
function countsOne(items: readonly Item[], { from, to }: PatternMatch): boolean {
  return items
    .slice(from, to)
    .every(
      ({ quantity, name }) =>
        (quantity?.measure !== "count" || (quantity.min === 1 && quantity.max === 1)) &&
        (name?.type !== "person" || name.titleFrom === name.from),
    );
}

/** The last name has what the person is called before it. */
function endsInTitled(items: readonly Item[], { to }: PatternMatch): boolean {
  const name = items[to - 1]?.name;
  return name?.type === "person" && name.titleFrom < name.from;
}

/** Nothing but a mark or a time stands in front, and behind no copula nor mark of an object: they are the subject, and did nothing to others. */
function opensUnmarked(
  items: readonly Item[],
  { from, to }: PatternMatch,
  { tokens, sets }: { readonly tokens: Tokens; readonly sets: ItemSets },
): boolean {
  const before = items[from - 1];
  const opens =
    before === undefined ||
    before.period !== null ||
    tokens.kind[before.from] === TOKEN.punctuation;
  if (!opens || sets.isAux[items[to]?.set ?? 0] === 1) return false;
  return !items.slice(to, to + MARK_REACH).some(({ set }) => sets.isObject[set] === 1);
}

/** Items behind a group in which the mark of an object of its clause may stand. */
const MARK_REACH = 14;

/** A relative clause follows, behind a word or two. */
function isRelatedTo(items: readonly Item[], at: number, sets: ItemSets): boolean {
  return items.slice(at, at + 3).some(({ set }) => sets.isRelative[set] === 1);
}

function isTaken(taken: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (taken[i] === 1) return true;
  return false;
}

/** "the local vigilance group", "of Afghan descent": a word that can be a person or describe the noun behind it describes. */
function isDescribing(items: readonly Item[], match: PatternMatch, sets: ItemSets): boolean {
  const last = items[match.to - 1];
  const next = items[match.to];
  if (last === undefined || next === undefined) return false;
  return (
    sets.isHuman[last.set] === 1 && sets.isAdjective[last.set] === 1 && sets.isPlain[next.set] === 1
  );
}

/** "Police arrested shop owner A": who acts and the verb are no part of those concerned. */
function cutBehindVerb(items: readonly Item[], match: PatternMatch, sets: ItemSets): PatternMatch {
  const person = firstPerson(items, match);
  const isLed = opensWithVerb(items, match, sets) || opensWithWhose(items, match, sets);
  let from = isLed ? match.from + 1 : match.from;
  if (person < 0 && !isLed) from = behindPast(items, match, sets);
  for (let at = match.from; at < person - 1; at++) {
    const isBare = sets.isPlain[items[match.from]?.set ?? 0] !== 1;
    const { set } = items[at] as Item;
    const isVerb = sets.isEd[set] === 1 || sets.isPast[set] === 1;
    if (isBare && isVerb && sets.acts[itemOf(items, at - 1)?.set ?? 0] === 1) from = at + 1;
  }
  if (from === match.from) return match;
  const head = match.parts["h"];
  const parts =
    head === undefined || head[0] >= from || head[1] <= from
      ? match.parts
      : { ...match.parts, h: [from, head[1]] as const };
  return { ...match, from, parts };
}

/** "Police |arrested| protesters": behind who acts a past that may describe is the verb of those behind it. */
function behindPast(items: readonly Item[], match: PatternMatch, sets: ItemSets): number {
  for (let at = match.from + 1; at < match.to - 1; at++) {
    const isPast = sets.isPast[items[at]?.set ?? 0] === 1;
    if (isPast && sets.acts[itemOf(items, at - 1)?.set ?? 0] === 1) return at + 1;
  }
  return match.from;
}

/** A relative, lawyer or killer stands right before it. */
function isOfKin(items: readonly Item[], { from }: PatternMatch, pack: LanguagePack): boolean {
  return pack.alphabet.membersOf("KINOF")[items[from - 1]?.set ?? 0] === 1;
}

/** "The staff |A OBJECT| arrested": no body called after A. */
function isNamedObject(
  items: readonly Item[],
  match: PatternMatch,
  { isObject }: ItemSets,
): boolean {
  return isObject[items[match.to]?.set ?? 0] === 1 && firstPerson(items, match) >= 0;
}

/** The first named person of a group, or -1. */
function firstPerson(items: readonly Item[], { from, to }: PatternMatch): number {
  const at = items.slice(from, to).findIndex(({ name }) => name?.type === "person");
  return at < 0 ? -1 : from + at;
}

/** "Agents threatened exiled journalists", "have charged activists": a word in -ed behind who acts is the verb. */
function opensWithVerb(items: readonly Item[], match: PatternMatch, sets: ItemSets): boolean {
  const first = items[match.from];
  let actor = match.from - 1;
  // "have |also| detained activists".
  while (sets.isAdverb[items[actor]?.set ?? 0] === 1) actor--;
  const before = itemOf(items, actor);
  if (
    first === undefined ||
    before === undefined ||
    match.to - match.from < 2 ||
    first.name !== null
  )
    return false;
  // "Security forces |detained| students": a past that may describe too.
  if (sets.isPast[first.set] === 1 && isDoer(before, sets)) return true;
  return (
    sets.isEd[first.set] === 1 &&
    (sets.isAdjective[first.set] !== 1 || match.parts["p"] !== undefined) &&
    sets.acts[before.set] === 1
  );
}

/** A body, or people already joined in a group. */
function isDoer({ group, set }: Item, sets: ItemSets): boolean {
  return (group === null || group.type === "institution") && sets.acts[set] === 1;
}

/** "the lawyer of the men, Karim Zand": one name behind a comma is not several people. */
function isOfSeveral(
  items: readonly Item[],
  { parts, from }: PatternMatch,
  pack: LanguagePack,
): boolean {
  if (itemOf(items, from - 2)?.quantity?.max === 1) return false;
  const head = parts["h"];
  const person = parts["p"];
  if (head === undefined || person === undefined || head[0] > person[0]) return false;
  const noun = items[head[1] - 1];
  const isComma = pack.alphabet.membersOf("COMMA")[items[person[0] - 1]?.set ?? 0] === 1;
  return isComma && !pack.isVerbFinal && noun !== undefined && isPlural(noun, pack);
}

const VERB_CLASSES = [
  "BE",
  "HAVE",
  "DO",
  "FINBE",
  "REMAINW",
  "T.past",
  "T.pres",
  "T.intr",
  "CUE.say",
  "CUE.judge",
];

/**
 * "A Zand, B Saberi's lawyer, was held", "Sentencing A Zand, B Saberi said", "Unlike A Zand, B Saberi was freed": the second name has
 * words of its own, no list.
 */
function isOfTwo(
  items: readonly Item[],
  { from, to }: PatternMatch,
  tokens: Tokens,
  pack: LanguagePack,
): boolean {
  if (pack.isVerbFinal) return false;
  const isOf = (name: string, at: number): boolean =>
    pack.alphabet.membersOf(name)[items[at]?.set ?? 0] === 1;
  const marks = items
    .slice(from, to)
    .filter((_, i) => isOf("COMMA", from + i) || isOf("CONJ", from + i));
  if (marks.length !== 1 || !isOf("COMMA", to - 2)) return false;
  // "the man accused of killing A, B, is awaiting trial": the second is the man.
  if (isOf("COMMA", to) && VERB_CLASSES.some((name) => isOf(name, to + 1))) return true;
  if (to - from !== 3) return false;
  if (isOf("POSS", to) || isOf("CUE.say", to)) return true;
  const formAt = (at: number): string => tokens.form[items[at]?.from ?? tokens.size] ?? "";
  const isOne = pack.wordsIn("ONEBEW").has(formAt(to));
  return isOne || (from === 1 && pack.wordsIn("FRONTPREPW").has(formAt(0)));
}

/** "six people, including five soldiers, and 21 others were hurt": behind the comma another clause begins. */
function isOfTwoClauses(
  items: readonly Item[],
  { from, to }: PatternMatch,
  pack: LanguagePack,
): boolean {
  if (pack.isVerbFinal) return false;
  const isOf = (name: string, at: number): boolean =>
    pack.alphabet.membersOf(name)[items[at]?.set ?? 0] === 1;
  if (!isOf("INCL", from - 1) || !(isOf("BE", to) || isOf("HAVE", to))) return false;
  for (let at = from + 1; at < to - 1; at++)
    if (isOf("COMMA", at) && isOf("CONJ", at + 1)) return true;
  return false;
}

/** "the brothers A Zand and B Zand": all names end in one word. */
function endAlike(items: readonly Item[], { from, to }: PatternMatch): boolean {
  const ends = new Set<string>();
  for (const { name } of items.slice(from, to))
    if (name?.type === "person") ends.add(name.name.split(" ").at(-1) ?? "");
  return ends.size === 1;
}

/** "her execution": a pronoun that can be a possessive is one before the words of a noun. */
function isOwner(items: readonly Item[], match: PatternMatch, sets: ItemSets): boolean {
  const pronoun = items[match.to - 1];
  const next = items[match.to];
  return (
    pronoun !== undefined &&
    next !== undefined &&
    sets.isOwner[pronoun.set] === 1 &&
    sets.endsObject[next.set] !== 1
  );
}

function groupItem(
  items: readonly Item[],
  match: PatternMatch,
  row: GroupPattern["row"],
  tokens: Tokens,
  pack: LanguagePack,
  sets: ItemSets,
): Item {
  const first = items[match.from];
  const head = match.parts["h"];
  const headRange: readonly [number, number] | null =
    head === undefined || row.out === "pronoun" ? null : [head[0], head[1]];
  const rest = row.out === "list" && headRange === null ? match.parts["r"] : undefined;
  const counted =
    itemOf(items, match.parts["q"]?.[0] ?? -1) ??
    quantityWithin(items, headRange ?? [match.from, rest?.[0] ?? match.to], pack);
  const [ownerFrom, ownerTo] = match.parts["o"] ?? [match.to, match.to];
  const persons: NameMatch[] = [];
  const owners: NameMatch[] = [];
  const inner: Item[] = [];
  let isNobody = false;
  for (let at = match.from; at < match.to; at++) {
    const item = items[at] as Item;
    const isOwner = at >= ownerFrom && at < ownerTo;
    if (item.name?.type === "person") (isOwner ? owners : persons).push(item.name);
    if (item.entry === null) continue;
    if (sets.isTrigger[item.set] === 1 && !isOwner) inner.push(item);
    isNobody ||= sets.isNobody[item.set] === 1;
  }
  const group: Group = {
    quantity:
      row.out === "pair"
        ? sumOf(items, match, pack)
        : row.out === "list"
          ? listCount(items, match, counted, tokens, pack)
          : (counted?.quantity ?? null),
    whole: row.out === "counted" ? wholeAfter(items, match, counted) : null,
    head: headWords(items, headRange, tokens, pack),
    unit: unitRange(items, headRange, counted, match),
    persons,
    owners,
    hasRest:
      match.parts["r"] !== undefined ||
      (row.out === "list" && besideOf(items, match, pack) !== undefined),
    type: row.out,
    inner: row.out === "pronoun" ? [] : inner,
    isIndefinite: isIndefinite(first, pack),
    isNobody,
    isPartitive: row.partitive === true,
    row: row.id,
  };
  const to = items[match.to - 1]?.to ?? 0;
  return makeGroup(first?.from ?? 0, to, setOf(group, row.as, sets), group);
}

function setOf(group: Group, as: GroupClass | undefined, sets: ItemSets): number {
  const own = as === undefined ? undefined : sets.groupAs.get(as);
  if (own !== undefined && group.type === "pronoun") return own.pronoun;
  if (own !== undefined)
    return group.persons.length > 0
      ? own.person
      : group.quantity === null
        ? own.plain
        : own.counted;
  if (group.type === "pronoun") return sets.groupPronoun;
  if (group.type === "institution") return sets.groupInstitution;
  if (group.persons.length > 0) return sets.groupPerson;
  return group.quantity === null ? sets.group : sets.groupCounted;
}

function quantityWithin(
  items: readonly Item[],
  [from, to]: readonly [number, number],
  pack: LanguagePack,
): Item | undefined {
  const parent = pack.alphabet.membersOf("PARENTW");
  for (let i = from; i < to; i++) {
    const item = items[i];
    // "Father of two children": as many as he has.
    if (i > from && parent[items[i - 1]?.set ?? 0] === 1) continue;
    if (i > from && isNamedOne(items, i, pack)) continue;
    if (item?.quantity !== null && item?.quantity.measure === "count") return item;
    if (item?.quantity?.measure === "bare-year") return item;
  }
  return undefined;
}

/** "A, B and one woman named C": she is counted by her name. */
function isNamedOne(items: readonly Item[], at: number, pack: LanguagePack): boolean {
  const quantity = items[at]?.quantity ?? null;
  if (quantity?.min !== 1 || quantity.max !== 1) return false;
  const named = pack.alphabet.membersOf("NAMED");
  return items.slice(at + 1, at + NAMED_REACH).some(({ set }) => named[set] === 1);
}

/** Items from the number of one to the word that names them. */
const NAMED_REACH = 4;

/** "one of six men": the second number is that of all of them. */
function wholeAfter(
  items: readonly Item[],
  { from, to }: PatternMatch,
  counted: Item | undefined,
): ReadQuantity | null {
  if (counted === undefined) return null;
  for (let at = from; at < to; at++) {
    const item = items[at];
    if (item === undefined || item.from < counted.to || item.quantity === null) continue;
    return item.quantity.measure === "count" ? item.quantity : null;
  }
  return null;
}

/** "Three men and two women", "a woman and her son": the number of both together, where both are plain. */
function sumOf(
  items: readonly Item[],
  match: PatternMatch,
  pack: LanguagePack,
): ReadQuantity | null {
  const first = countOf(items, match.parts["h"], pack);
  const second = countOf(items, match.parts["h2"], pack);
  if (first === null || second === null) return null;
  let others = second;
  for (const part of ["h3", "h4"]) {
    if (match.parts[part] === undefined) continue;
    const more = countOf(items, match.parts[part], pack);
    if (more === null) return null;
    others = add(others, more);
  }
  // "The three survivors, two men and a woman, were": who they are, not others beside them.
  const isClosed = pack.alphabet.membersOf("COMMA")[items[match.to]?.set ?? 0] === 1;
  const isSame = isClosed && first.min === others.min && first.max === others.max;
  return isSame && others !== second ? first : add(first, others);
}

/** The number of a list: as stated before it, else its names and whoever else it tells of, else null. */
function listCount(
  items: readonly Item[],
  match: PatternMatch,
  stated: Item | undefined,
  tokens: Tokens,
  pack: LanguagePack,
): ReadQuantity | null {
  const behind = match.parts["r"];
  if (stated !== undefined && isOfLast(items, match, stated)) return null;
  if (stated !== undefined) {
    // "One woman named A and two men": the first number is of her alone.
    const isOne = stated.quantity?.min === 1 && stated.quantity.max === 1;
    const more = isOne ? countOf(items, behind, pack) : null;
    return more === null || stated.quantity === null ? stated.quantity : add(stated.quantity, more);
  }
  const rest = behind ?? besideOf(items, match, pack);
  if (rest === undefined) return openCount(items, match, tokens, pack);
  const other = countOf(items, rest, pack);
  if (other === null) return null;
  const names = items
    .slice(match.from, match.to)
    .filter((item) => item.name?.type === "person").length;
  const isHeading = match.parts["r"] === undefined;
  if (isSummedUp(items, rest, other, names, pack)) return single(items[match.from] as Item, names);
  // Who is told first has a name that no list knows.
  const own = Math.max(1, names);
  return isHeading ? null : add(single(items[match.from] as Item, own), other);
}

/** The noun before a later name of a list: others beside it. In "A and Afghan national B" it says who that one is. */
function besideOf(
  items: readonly Item[],
  { parts }: PatternMatch,
  pack: LanguagePack,
): readonly [number, number] | undefined {
  const beside = parts["h2"];
  if (beside === undefined || items[beside[1]]?.name?.type !== "person") return beside;
  const head = items[beside[1] - 1];
  const isCounted = items.slice(...beside).some(({ quantity }) => quantity !== null);
  return isCounted || head === undefined || isPlural(head, pack) ? beside : undefined;
}

/** "A, the editor, and B and C, |two reporters|": a number behind all names that is less than they are counts the last of them. */
function isOfLast(
  items: readonly Item[],
  { from, to, parts }: PatternMatch,
  { quantity, from: at }: Item,
): boolean {
  const named = items.slice(from, to).filter((item) => item.name?.type === "person");
  return (
    quantity !== null &&
    quantity.min !== null &&
    quantity.min > 1 &&
    quantity.min === quantity.max &&
    quantity.min < named.length &&
    (parts["h"] === undefined || named.every((item) => item.from < at))
  );
}

/** "Christians, |including| A, B and C": at least those named; a list that nothing opens says no more than its names. */
function openCount(
  items: readonly Item[],
  match: PatternMatch,
  tokens: Tokens,
  pack: LanguagePack,
): ReadQuantity | null {
  const among = pack.wordsIn("AMONGNAMES");
  const list = items.slice(match.from, match.to);
  const opener = list.findIndex(({ from, to }) => among.has(tokens.form.slice(from, to).join(" ")));
  if (opener < 0 || match.parts["h"] === undefined) return null;
  const names = list.slice(opener).filter(({ name }) => name?.type === "person").length;
  return { ...single(items[match.from] as Item, names), max: null };
}

/** "A and B, two women sentenced to death": behind a comma alone, a number as large as the names before it counts them again. */
function isSummedUp(
  items: readonly Item[],
  rest: readonly [number, number],
  { min, max }: ReadQuantity,
  names: number,
  pack: LanguagePack,
): boolean {
  const joint = items[rest[0] - 1];
  const isComma = joint !== undefined && pack.alphabet.membersOf("COMMA")[joint.set] === 1;
  return isComma && names > 1 && min === names && max === names;
}

/** The number a phrase gives: its numeral, or one for a singular with an article. */
function countOf(
  items: readonly Item[],
  part: readonly [number, number] | undefined,
  pack: LanguagePack,
): ReadQuantity | null {
  if (part === undefined) return null;
  const counted = quantityWithin(items, part, pack)?.quantity ?? null;
  if (counted !== null) return counted;
  const first = items[part[0]];
  const last = items[part[1] - 1];
  if (first === undefined || last === undefined) return null;
  // "a couple and their two children".
  const head = last.entry?.words.split(" ").at(-1) ?? "";
  if (pack.wordsIn("COUPLEN").has(head)) return single(first, 2, last.to);
  return isPlural(last, pack) ? null : single(first, 1, last.to);
}

function isPlural(item: Item, pack: LanguagePack): boolean {
  const head = item.entry?.words.split(" ").at(-1) ?? "";
  const { words, suffixes, singulars } = pack.plurals;
  return (
    words.has(head) || (suffixes.some((suffix) => head.endsWith(suffix)) && !singulars.has(head))
  );
}

function single(item: Item, count: number, to = item.to): ReadQuantity {
  return {
    from: item.from,
    to,
    min: count,
    max: count,
    minExclusive: false,
    maxExclusive: false,
    approximate: false,
    qualifier: null,
    measure: "count",
    unit: null,
    row: "quantity.named",
  };
}

function add(a: ReadQuantity, b: ReadQuantity): ReadQuantity {
  const plus = (x: number | null, y: number | null): number | null =>
    x === null || y === null ? null : x + y;
  return {
    ...a,
    to: Math.max(a.to, b.to),
    min: plus(a.min, b.min),
    max: plus(a.max, b.max),
    minExclusive: a.minExclusive || b.minExclusive,
    maxExclusive: a.maxExclusive || b.maxExclusive,
    approximate: a.approximate || b.approximate,
    row: "quantity.sum",
  };
}

/** Joins an ending to its word without a space. */
const APART = "\u200c";

/** Last word of the head phrase, folded; its first noun for people where what describes a noun stands behind it. */
function headWords(
  items: readonly Item[],
  head: readonly [number, number] | null,
  tokens: Tokens,
  pack: LanguagePack,
): string | null {
  if (head === null) return null;
  const last = headItem(items, head, pack);
  if (last === undefined) return null;
  // "کولبر ها": the ending of several, written apart.
  const { suffixes } = pack.plurals;
  const behind = `${APART}${tokens.form[last.to] ?? ""}`;
  const to = pack.isVerbFinal && suffixes.includes(behind) ? last.to + 1 : last.to;
  // Most heads are one word.
  if (to === last.from + 1) return tokens.form[last.from] ?? null;
  const ending = `${APART}${tokens.form[to - 1] ?? ""}`;
  const stem = tokens.form.slice(last.from, to - 1).join(" ");
  return suffixes.includes(ending) ? `${stem}${ending}` : `${stem} ${tokens.form[to - 1] ?? ""}`;
}

function headItem(
  items: readonly Item[],
  [from, to]: readonly [number, number],
  pack: LanguagePack,
): Item | undefined {
  if (pack.isVerbFinal) {
    const human = pack.alphabet.membersOf("HUMAN");
    for (let at = from; at < to; at++) if (human[items[at]?.set ?? 0] === 1) return items[at];
  }
  return items[to - 1];
}

/** Words that name those who are counted, without article and number. */
function unitRange(
  items: readonly Item[],
  head: readonly [number, number] | null,
  counted: Item | undefined,
  match: PatternMatch,
): readonly [number, number] | null {
  if (head === null) return null;
  const last = items[head[1] - 1];
  if (last === undefined) return null;
  if (counted === undefined) return [last.from, last.to];
  for (let i = match.from; i < head[1]; i++) {
    const item = items[i];
    if (item !== undefined && item.from >= counted.to && !isArticle(item))
      return [item.from, last.to];
  }
  return [last.from, last.to];
}

function isArticle(item: Item): boolean {
  return (
    item.entry !== null &&
    (item.entry.classes.includes("DET") ||
      item.entry.classes.includes("OF") ||
      item.entry.classes.includes("POSSP"))
  );
}

function isIndefinite(item: Item | undefined, pack: LanguagePack): boolean {
  return item !== undefined && pack.alphabet.membersOf("INDEF")[item.set] === 1;
}
