/**
 * In: the grouped items of a sentence. Out: where the subject of a verb stands, where a clause ends.
 * Never: takes a noun inside a prepositional phrase for the subject; crosses into another clause.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import {
  hasOwnVerb,
  isDoneBy,
  isJoinedObject,
  isKeptFrom,
  isNamedObject,
  isUnknownObject,
  opensVerb,
} from "./clauseObjects.ts";
import {
  beforeAside,
  hasQuoteClose,
  isAfterCue,
  isObject,
  isPredicate,
  isPrepositional,
  isStrayNumber,
  isVerbPlace,
  openingBefore,
  opensClause,
  opensNext,
  opensOther,
  previous,
  relativeComma,
  skipLeft,
  SUBJECT_REACH,
} from "./clauseOpenings.ts";
import { type Item, itemOf } from "./items.ts";
import { headOfRestrictive } from "./restrictive.ts";

/**
 * Index of the item that is the subject of the verb group that begins at `start`, or -1.
 * Skips prepositional phrases, parentheses, relative clauses and the objects of coordinated verbs.
 */
export function findSubject(
  items: readonly Item[],
  start: number,
  classes: ClauseClasses,
  options: { readonly auxless: boolean; readonly accepts: Uint8Array },
): number {
  let relativeAt = -1;
  const lowest = Math.max(0, start - SUBJECT_REACH);
  let i = start - 1;
  if (options.auxless) {
    const adjacent = skipLeft(items, i, classes.adverb);
    const item = items[adjacent];
    if (item !== undefined && options.accepts[item.set] === 1) {
      return isObject(items, adjacent, classes) &&
        !isPrepositional(items, adjacent, classes) &&
        !endsInNoun(item)
        ? -1
        : adjacent;
    }
    // "Two were freed, |another| hanged", "and |a third| freed": somebody else, whom no noun says.
    if (item !== undefined && isSomebodyElse(items, adjacent, classes)) return -1;
    // "was arrested while visiting A and |has been| hanged": no participle of its own.
    if (item !== undefined && classes.be[item.set] === 1 && goesOnBehind(items, adjacent, classes))
      return -1;
    const named = namedBefore(items, adjacent, start, classes);
    if (named >= 0) return named;
  }
  const head = headOfRestrictive(items, start, options.accepts, classes);
  if (head >= 0) return apposed(items, head, start, classes);
  i = beforeAside(items, start, lowest, classes);
  // "Karimzad said the confession was forced and was executed".
  const goesOn = classes.and[items[i]?.set ?? 0] === 1;
  while (i >= lowest) {
    const item = items[i] as Item;
    const { set } = item;
    if (classes.stop[set] === 1) return -1;
    if (classes.quoteOpen[set] === 1) {
      if (!hasQuoteClose(items, i, start, classes) && !opensVerb(items, i, start, options, classes))
        return -1;
      i--;
      continue;
    }
    if (classes.close[set] === 1) {
      i = openingBefore(items, i, lowest, classes) - 1;
      continue;
    }
    if (classes.comma[set] === 1) {
      // "The lawyer, who had defended A, was held and taken to …": for a later verb too the aside is passed over.
      const opening = relativeComma(items, i, lowest, classes);
      if (opening >= 0) {
        i = opening - 1;
        continue;
      }
    }
    if (classes.dash[set] === 1) {
      const other = previous(items, i - 1, lowest, classes.dash);
      // "A – hanged; B – pardoned": no aside reaches over a stop.
      if (other < 0 || previous(items, i - 1, other, classes.stop) >= 0) return -1;
      i = other - 1;
      continue;
    }
    if (options.accepts[set] === 1 && isOwnerOfThing(items, i, classes)) return -1;
    if (options.accepts[set] === 1 && isFeigned(items, i, classes)) {
      i -= 2;
      continue;
    }
    if (options.accepts[set] === 1 && isNameOfCase(items, i, classes)) {
      i--;
      continue;
    }
    if (options.accepts[set] === 1) {
      const several =
        relativeAt < 0 ? severalBefore(items, i, lowest, options.accepts, classes) : -1;
      if (several >= 0) return relativeHead(items, several, classes);
      if (relativeAt >= 0 && isCountOfChildren(items, i, relativeAt, classes)) {
        i -= 2;
        continue;
      }
      if (relativeAt >= 0)
        return isOfUnknown(items, i, relativeAt, classes) ? -1 : relativeHead(items, i, classes);
      if (options.auxless && isOfUnknown(items, i, start, classes)) return -1;
      const before = itemOf(items, i - 1);
      if (before === undefined) return i;
      if (classes.including[before.set] === 1) {
        i -= 2;
        continue;
      }
      // "charged after a man was found beaten to death": of the man.
      if (options.auxless && hasOwnVerb(items, i, classes)) return i;
      const isOpening = opensClause(items, i, start, classes);
      if (isPrepositional(items, i, classes) && !isOpening) {
        i -= 2;
        continue;
      }
      // "were |released after| their father was hanged": no object of the verb whose phrase ends in the word.
      if (isOpening && classes.endsInSubordinator.has(before.entry?.words ?? ""))
        return apposed(items, i, start, classes);
      // "Two officers of Turkey's army were held", "Two sons of A's driver were shot"; not "after A's brother was hanged".
      const isOwned =
        classes.possessive[before.set] === 1 && isPrepositional(items, i - 2, classes);
      if (isOwned && classes.subordinator[itemOf(items, i - 3)?.set ?? 0] !== 1) {
        i -= 4;
        continue;
      }
      const included = opensNext(items, i, start, classes)
        ? -1
        : includedFrom(items, i, options.accepts, classes);
      if (included >= 0) {
        // "Four were arrested, of whom |one|, A, was released".
        const isSome =
          classes.of("OFTHEM")[items[included]?.set ?? 0] === 1 &&
          classes.quantity[items[included + 1]?.set ?? 0] === 1 &&
          classes.comma[items[included + 2]?.set ?? 0] === 1 &&
          // "of whom two, both teachers, had been freed, were hanged": all of them.
          !items.slice(included + 3, start).some((one) => classes.aux[one.set] === 1);
        if (isSome) return included + 1;
        i = included - 1;
        continue;
      }
      if (isSaidOfInside(items, i, start, classes)) return i;
      if (isNamedObject(items, i, start, classes)) {
        i -= 2;
        continue;
      }
      if (
        isObject(items, i, classes) ||
        (goesOn && isJoinedObject(items, i, options.accepts, classes)) ||
        (goesOn && isUnknownObject(items, i, options.accepts, classes)) ||
        // "were arrested on suspicion of |assisting an offender| and have been released".
        (goesOn && classes.of("ING")[before.set] === 1) ||
        isDoneBy(items, i, options.accepts, classes) ||
        isKeptFrom(items, i, start, classes) ||
        isPredicate(items, i, start, classes) ||
        isStrayNumber(items, i, start, classes)
      ) {
        i--;
        continue;
      }
      return apposed(items, i, start, classes);
    }
    if (classes.and[set] === 1 && opensOther(items, i, start, classes)) return -1;
    // "The source said no information on the arrests has been released": what was said has a subject of its own.
    if (relativeAt < 0 && !goesOn && isSpeakersVerb(items, i, classes)) return -1;
    if (classes.relative[set] === 1 || classes.where[set] === 1) {
      if (classes.that[set] === 1 && isAfterCue(items, i, classes)) return -1;
      relativeAt = i;
    } else if (
      classes.subordinator[set] === 1 &&
      (classes.conjunction[set] !== 1 || classes.but[set] === 1) &&
      classes.preposition[set] !== 1
    ) {
      return -1;
    }
    i--;
  }
  return -1;
}

/** "A man claiming to be |Karimzad| was hanged", "a guard posing as |Karimzad|": who somebody is not. */
function isFeigned(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  const before = itemOf(items, i - 1)?.set ?? 0;
  if (classes.of("FEIGNASV")[before] === 1) return true;
  const verb = itemOf(items, skipLeft(items, i - 2, classes.adverb))?.set ?? 0;
  return classes.of("TOBEW")[before] === 1 && classes.of("FEIGNV")[verb] === 1;
}

/** "another", "a third", "some", "the rest" right behind a comma or "and": the subject of a clause of its own. */
function isSomebodyElse(items: readonly Item[], at: number, classes: ClauseClasses): boolean {
  const { set, entry } = items[at] as Item;
  const before = skipLeft(items, at - 1, classes.determiner);
  const hasArticle = before < at - 1 || entry?.words.includes(" ") === true;
  const isNamed = classes.of("ORDW", "FURTHER", "=some")[set] === 1;
  const isRest = hasArticle && classes.of("RESTN")[set] === 1;
  if (!isNamed && !isRest) return false;
  const opening = itemOf(items, before)?.set ?? 0;
  return [classes.comma, classes.and, classes.but, classes.semicolon].some(
    (members) => members[opening] === 1,
  );
}

/** "The guards beat |Karimzad, a teacher| sentenced to death": behind the noun that says who he is more is said of him. */
function endsInNoun({ group, to }: Item): boolean {
  const last = group?.type === "person" ? group.persons.at(-1) : undefined;
  // "The man who killed |A, a teacher,| hanged in Karun": a comma closes what a noun says of the name, and the verb may be the killer's.
  return last !== undefined && group?.head == null && to - last.to >= NOUN_BEHIND;
}

/** Tokens of the shortest ", a 24-year-old" behind a name, which an age or a father's name does not reach. */
const NOUN_BEHIND = 6;

/** "and has been": the auxiliaries up to an item stand behind "and". */
function goesOnBehind(items: readonly Item[], at: number, classes: ClauseClasses): boolean {
  const before = skipLeft(items, skipLeft(items, at, classes.aux), classes.adverb);
  return classes.and[itemOf(items, before)?.set ?? 0] === 1;
}

/** "Karimzad's |phone| was kept in custody": a thing right before the verb is what it tells of. */
function isOwnerOfThing(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  const thing = items[i + 2];
  return (
    classes.possessive[itemOf(items, i + 1)?.set ?? 0] === 1 &&
    thing !== undefined &&
    thing.group === null &&
    classes.of("THING")[thing.set] === 1 &&
    classes.aux[itemOf(items, i + 3)?.set ?? 0] === 1
  );
}

/** "Three defendants in the Karun case were executed": the name is the case's. */
function isNameOfCase(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  const { group, quantity } = items[i] as Item;
  if (group !== null || quantity !== null) return false;
  const next = itemOf(items, i + 1)?.set ?? 0;
  const head = classes.quoteClose[next] === 1 ? (itemOf(items, i + 2)?.set ?? 0) : next;
  return classes.of("CASEW")[head] === 1;
}

/** "said the", "said no": a verb of saying before a noun phrase that opens what is said. */
function isSpeakersVerb(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  const next = itemOf(items, i + 1);
  return (
    next !== undefined &&
    classes.says[items[i]?.set ?? 0] === 1 &&
    (classes.determiner[next.set] === 1 ||
      next.quantity !== null ||
      classes.of("NEG", "NONEWS")[next.set] === 1)
  );
}

/** "The minister, who denied five men were hanged, resigned": until the comma closes it the verb is of what is said. */
function isSaidOfInside(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  if (skipLeft(items, start - 1, classes.adverb) !== i) return false;
  if (classes.cue[itemOf(items, i - 1)?.set ?? 0] !== 1) return false;
  const relative = skipLeft(items, skipLeft(items, i - 2, classes.aux), classes.adverb);
  return (
    classes.relative[itemOf(items, relative)?.set ?? 0] === 1 &&
    classes.comma[itemOf(items, relative - 1)?.set ?? 0] === 1
  );
}

/** "They marched in memory of Karimzad, killed a year ago": the one named before the comma, unless it may be said of another. */
function namedBefore(
  items: readonly Item[],
  comma: number,
  start: number,
  classes: ClauseClasses,
): number {
  if (classes.comma[items[comma]?.set ?? 0] !== 1) return -1;
  const name = itemOf(items, comma - 1);
  if (name?.group == null || name.group.persons.length === 0) return -1;
  const isOne = name.group.type === "person" && name.group.persons.length === 1;
  if (!isOne && name.group.type !== "list") return -1;
  const before = itemOf(items, comma - 2);
  if (before === undefined) return -1;
  // "the cases of A and B, sentenced in July".
  if (!isOne && classes.of("STATTHING", "CASEN2")[before.set] === 1) return comma - 1;
  // "mourned Karimzad, killed a year ago".
  if (classes.cue[before.set] === 1) return comma - 1;
  if (classes.preposition[before.set] !== 1 && classes.of("TO")[before.set] !== 1) return -1;
  const owner = itemOf(items, comma - 3);
  if (owner?.group == null) return owner?.quantity === null ? comma - 1 : -1;
  // "The mother of Karimzad, killed a year ago, was held": she lives, and he is meant; else it may be either.
  return isActingAfter(items, start, classes) ? comma - 1 : comma - 3;
}

/** Behind the comma that closes the words of `start` somebody says something or suffers what the dead cannot. */
function isActingAfter(items: readonly Item[], start: number, classes: ClauseClasses): boolean {
  const { comma, aux, adverb, cue, told, of } = classes;
  const closing = items.findIndex(({ set }, at) => at > start && comma[set] === 1);
  if (closing < 0 || items.slice(start, closing).some(({ set }) => of("BOTH")[set] === 1))
    return false;
  let at = closing + 1;
  while ([aux, adverb].some((members) => members[itemOf(items, at)?.set ?? 0] === 1)) at++;
  const verb = itemOf(items, at)?.set ?? 0;
  return cue[verb] === 1 || (told[verb] === 1 && of("DEATHWORD", "VIOLENT")[verb] !== 1);
}

/**
 * "Karimzad met a falconer who was hanged", "they knew linguists later hanged": between somebody named, or a pronoun, and what is
 * told without a comma stands a noun that no row knows; of that noun it is told.
 */
function isOfUnknown(
  items: readonly Item[],
  i: number,
  to: number,
  classes: ClauseClasses,
): boolean {
  const { group } = items[i] as Item;
  const isNamed = group !== null && (group.type === "pronoun" || group.persons.length > 0);
  const last = itemOf(items, to - 1);
  if (!isNamed || last === undefined || i >= to - 1) return false;
  // "Karimzad, a falconer who was hanged", "Karimzad was the falconer who".
  const next = items[i + 1]?.set ?? 0;
  if (classes.comma[next] === 1 || classes.be[next] === 1) return false;
  const closing = [classes.comma, classes.close, classes.dash, classes.adverb];
  if (closing.some((members) => members[last.set] === 1)) return false;
  return isUnknownNoun(last, classes);
}

function isUnknownNoun(
  { set, group, name, period, quantity }: Item,
  classes: ClauseClasses,
): boolean {
  if (group !== null || name !== null || period !== null || quantity !== null) return false;
  return classes.of("LOWER")[set] === 1 && classes.preposition[set] !== 1 && classes.aux[set] !== 1;
}

/** "A father of |three| who was hanged", "the mother of |two| who had been held": told of the one whose kin they are, unless the verb is one of many. */
function isCountOfChildren(
  items: readonly Item[],
  i: number,
  relativeAt: number,
  classes: ClauseClasses,
): boolean {
  const { group, quantity } = items[i] as Item;
  if (quantity === null || group !== null || classes.of("OF")[itemOf(items, i - 1)?.set ?? 0] !== 1)
    return false;
  const kin = itemOf(items, i - 2);
  const noun = kin?.group?.head?.split(" ").at(-1) ?? "";
  if (kin?.group?.type !== "person" && !classes.parents.has(noun)) return false;
  return !isOfSeveral(itemOf(items, relativeAt + 1), classes);
}

/** "were", "were among the dead". */
function isOfSeveral(verb: Item | undefined, { ofSeveral }: ClauseClasses): boolean {
  return ofSeveral.has(verb?.entry?.words.split(" ")[0] ?? "");
}

/**
 * "Two guards who chased |the gunman| were killed": a verb of several is told of those on whom the clause hangs, and not of the one
 * with whom it ends. Their place, or -1 where the one may well be the subject.
 */
function severalBefore(
  items: readonly Item[],
  i: number,
  lowest: number,
  accepts: Uint8Array,
  classes: ClauseClasses,
): number {
  const { group, quantity } = items[i] as Item;
  if (group === null || quantity !== null || !isOfSeveral(itemOf(items, i + 1), classes)) return -1;
  if (areSeveral(items[i] as Item, classes)) return -1;
  // "who said the singer and |the poet| were held": two, and no one.
  const before = classes.determiner[itemOf(items, i - 1)?.set ?? 0] === 1 ? i - 2 : i - 1;
  if (classes.and[itemOf(items, before)?.set ?? 0] === 1) return -1;
  for (let at = i - 1; at > lowest; at--) {
    const { set } = items[at] as Item;
    if (classes.stop[set] === 1 || classes.comma[set] === 1 || classes.quoteOpen[set] === 1)
      return -1;
    // "who said the family were held": of whom they say it.
    if (classes.cue[set] === 1) return -1;
    if (classes.relative[set] !== 1) continue;
    const head = items[at - 1] as Item;
    return accepts[head.set] === 1 && areSeveral(head, classes) ? at - 1 : -1;
  }
  return -1;
}

function areSeveral({ group, quantity }: Item, { isPlural }: ClauseClasses): boolean {
  const told = group?.quantity ?? quantity;
  if (told !== null) return (told.max ?? told.min ?? 0) > 1;
  return (group?.persons.length ?? 0) > 1 || isPlural(group?.head ?? null);
}

/** "Karimzad, a driver from Karun who was arrested": the relative clause hangs on a noun that stands for the name before it. */
function relativeHead(items: readonly Item[], i: number, classes: ClauseClasses): number {
  const name = itemOf(items, i - 2);
  const isNoun = items[i]?.group?.type === "noun" && (items[i]?.group?.quantity ?? null) === null;
  const isApposed =
    (items[i]?.group?.isIndefinite === true || (isNoun && isOneNamed(items, i - 2, classes))) &&
    classes.comma[itemOf(items, i - 1)?.set ?? 0] === 1;
  return isApposed && name?.group?.type === "person" ? i - 2 : i;
}

/** "a funeral for Karimzad, the woman who was shot": one name, behind a preposition or a verb. */
function isOneNamed(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  if (items[i]?.group?.persons.length !== 1 || items[i]?.group?.head !== null) return false;
  const before = itemOf(items, i - 1);
  return (
    before !== undefined &&
    (classes.preposition[before.set] === 1 || classes.of("IDENTIFYV", "NAMED")[before.set] === 1)
  );
}

/** "Karimzad, a father of one, was hanged": the noun between two commas stands for the name before it. */
function apposed(items: readonly Item[], i: number, start: number, classes: ClauseClasses): number {
  const comma = itemOf(items, i - 1);
  const name = itemOf(items, i - 2);
  const isNamed = items[i]?.group !== null && (items[i]?.group?.persons.length ?? 0) > 0;
  if (
    isNamed ||
    comma === undefined ||
    name === undefined ||
    (classes.comma[comma.set] !== 1 && classes.dash[comma.set] !== 1)
  )
    return i;
  if (name.group?.type !== "person") return i;
  for (let at = i + 1; at < start; at++) {
    const set = items[at]?.set ?? 0;
    if (classes.comma[set] === 1 || classes.dash[set] === 1) return i - 2;
  }
  return i;
}

/** Index of the "including" that a chain of groups up to `i` hangs on ("including four children and their mother"), or -1. */
function includedFrom(
  items: readonly Item[],
  i: number,
  accepts: Uint8Array,
  classes: ClauseClasses,
): number {
  let at = i;
  for (let links = 0; links < 6; links++) {
    const joint = itemOf(items, at - 1);
    if (joint === undefined) return -1;
    if (classes.including[joint.set] === 1) return at - 1;
    if (classes.and[joint.set] !== 1 && classes.comma[joint.set] !== 1) return -1;
    let before = at - 2;
    if (classes.comma[items[before]?.set ?? 0] === 1) {
      // "including A, whose request was rejected, and B".
      const aside = relativeComma(items, before, 0, classes);
      before = aside >= 0 ? aside - 1 : before - 1;
    }
    const item = items[before];
    if (item === undefined || accepts[item.set] !== 1) return -1;
    // "Five men, including A, who …, and B": the number stands with the first name.
    const isCounted = item.group?.quantity != null && item.group.persons.length > 0;
    if (isCounted && before < at - 3) return before + 1;
    at = before;
  }
  return -1;
}

/** Where the clause that holds item `i` ends (exclusive): at a stop, a new subject clause, or the sentence end. */
export function clauseEnd(
  items: readonly Item[],
  i: number,
  classes: ClauseClasses,
  reach = 16,
): number {
  const limit = Math.min(items.length, i + reach);
  for (let at = i; at < limit; at++) {
    const { set } = items[at] as Item;
    if (classes.stop[set] === 1 || classes.comma[set] === 1 || classes.dash[set] === 1) return at;
    if (classes.and[set] === 1 || classes.but[set] === 1) return at;
    if (classes.subordinator[set] === 1 && classes.preposition[set] !== 1) return at;
    if (classes.relative[set] === 1 || classes.where[set] === 1) return at;
    if (classes.quoteClose[set] === 1 || classes.quoteOpen[set] === 1) return at;
    if (classes.cue[set] === 1) return at;
    if (at > i && classes.finite[set] === 1 && isVerbPlace(items[at - 1] as Item, classes))
      return at;
    if (classes.aux[set] === 1 && classes.preposition[set] !== 1) return at;
    if (classes.open[set] === 1 || classes.close[set] === 1) return at;
  }
  return limit;
}
