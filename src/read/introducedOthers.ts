/**
 * In: a sentence that says who somebody is. Out: whether it names nobody of those told before (judges, the wrongly identified, the
 * people of a clause between).
 * Never: says whom it names.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { isUnsure } from "./eventIdentified.ts";
import { LONGEST_TOPIC } from "./introducedClosely.ts";
import { type Words, isAnyone, isAs, isSaidOf, isTopic } from "./introductionWords.ts";
import { type Item, itemOf } from "./items.ts";
import type { SentenceReading } from "./speech.ts";
import { TOKEN } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** "It is not true that they were A", "The other two were A and B", "The killers of the two men were A and B". */
export function isOfNobodyTold({ items }: SentenceReading, at: number, words: Words): boolean {
  const { pack, tokens, classes } = words;
  const before = items.slice(0, at);
  if (before.length === 0) return false;
  const further = pack.wordsIn("FURTHER");
  const forms = tokens.form.slice(before[0]?.from, before.at(-1)?.to);
  const ahead = pack.wordsIn("TOBEW");
  const isAhead = before.some(
    // Not the "to" of "put to death" and "sentenced two men to death".
    ({ set, from, to }) =>
      classes.toDeath[set] !== 1 &&
      (classes.trigger[set] !== 1 || to - from === 1) &&
      holdsOneOf(tokens, from, to, ahead),
  );
  if (isAhead || forms.some((form) => further.has(form))) return true;
  const isOwned = before.some(
    (item, index) =>
      isTopic(item, words) &&
      classes.of_[itemOf(before, index - 1)?.set ?? 0] === 1 &&
      !isOneOf(tokens, (itemOf(before, index - 2)?.to ?? 0) - 1, pack.wordsIn("IDENTITYN")),
  );
  return isOwned || isUnsure(items, at, words);
}

/** "The men they killed were named as A", "The judge who sentenced the men is A": others; "They were not A": nobody. */
export function isToldAlone(
  before: readonly Item[],
  topic: Item,
  { pack, classes }: Words,
): boolean {
  if (pack.isVerbFinal) return true;
  const at = before.indexOf(topic);
  if (before.slice(0, at).some(({ set }) => classes.relative[set] === 1)) return false;
  if (before.slice(at + 1).some(({ set }) => classes.negation[set] === 1 || classes.may[set] === 1))
    return false;
  if (topic.group?.type !== "pronoun") return true;
  const beside = itemOf(before, at - 1)?.group ?? null;
  return beside === null || beside.type === "institution";
}

/** "The prisoners spared were A", "The three missing men are A", "The people behind the attack were A": some of them, or others. */
export function isPlainTopic(before: readonly Item[], words: Words): boolean {
  const { pack, tokens, classes } = words;
  if (pack.isVerbFinal) return true;
  const things = pack.wordsIn("PRONIT");
  const topic = before.findLastIndex((item, at) => {
    if (!isTopic(item, words) || isOneOf(tokens, item.from, things)) return false;
    // "The men, all spared before, were": the pronoun is of the aside.
    const last = itemOf(before, at - 1)?.set ?? 0;
    return item.group?.type !== "pronoun" || at === 0 || classes.comma[last] !== 1;
  });
  return topic < 0 || isPlain(before, topic, words);
}

/** Nothing but article, number and noun, and the verb right behind. */
function isPlain(before: readonly Item[], at: number, { tokens, pack, classes }: Words): boolean {
  const { from, to, group } = before[at] as Item;
  if (group?.type === "pronoun" || group?.type === "institution") return true;
  const plain = pack.wordsIn("PLAINTOPICW");
  for (let token = from; token < to - 1; token++)
    if (tokens.kind[token] !== TOKEN.number && !isOneOf(tokens, token, plain)) return false;
  const { adverb, aux, hedge, of } = classes;
  let next = at + 1;
  if (isOneOf(tokens, before[next]?.from ?? -1, plain)) next++;
  while (adverb[before[next]?.set ?? 0] === 1 && hedge[before[next]?.set ?? 0] !== 1) next++;
  const verbs = of(
    "NAMED",
    "IDENTIFYV",
    "INCLUDEV",
    "CALLEDV",
    "COPULAW",
    "COMMA",
    "COLON",
    "DASH",
  );
  if (isAs(before[next], pack, tokens)) return true;
  // "The men, all pardoned since, are A and B".
  const livesOn = pack.wordsIn("LIVESON");
  const said = tokens.form.slice(to, before.at(-1)?.to ?? to);
  if (said.some((form) => livesOn.has(form))) return false;
  const behind = before[next]?.set;
  return (
    behind === undefined || aux[behind] === 1 || verbs[behind] === 1 || of("OPEN")[behind] === 1
  );
}

/** "The names of these two OBJECT A and B declared", "… became clear to A and B": those named tell or learn it. */
export function isToldByNamed(
  before: readonly Item[],
  identity: Uint8Array,
  { object, preposition, cue, of }: ClauseClasses,
): boolean {
  const orgs = of("ORG", "NAME", "INST", "INSTG", "CUE.orgnoun");
  const at = before.findIndex(({ set }) => identity[set] === 1);
  if (at < 0) return false;
  const last = before.at(-1)?.set ?? 0;
  if (preposition[last] === 1) return true;
  // "Hengaw the identity of the two OBJECT A and B declared": who declares it stands before.
  const hasTeller = before
    .slice(0, at)
    .some(
      ({ name, group, set }) =>
        name !== null || group !== null || cue[set] === 1 || orgs[set] === 1,
    );
  return !hasTeller && before.slice(at).some(({ set }) => object[set] === 1);
}

/** The last sentence before that counts or names several people, whom "of them" means; null where none does. */
export function lastPeople(
  readings: readonly SentenceReading[],
  reading: SentenceReading,
  { tokens, pack }: Words,
): number | null {
  const at = readings.indexOf(reading);
  const definite = pack.wordsIn("DEF");
  for (let before = at - 1; before >= Math.max(0, at - PEOPLE_REACH); before--) {
    const hasPeople = readings[before]?.items.some(({ group, from }) => {
      if (group === null || group.type === "pronoun" || group.type === "institution") return false;
      if (isOneOf(tokens, from, definite) || isOneOf(tokens, from - 1, definite)) return false;
      const isMany =
        pack.plurals.words.has(group.head ?? "") ||
        pack.plurals.suffixes.some((suffix) => group.head?.endsWith(suffix) === true);
      return group.quantity === null
        ? isMany || group.persons.length > 1
        : group.quantity.min !== 1;
    });
    if (hasPeople === true) return readings[before]?.index ?? null;
  }
  return null;
}

/** Sentences in which the people can have been told whom "of them" means. */
const PEOPLE_REACH = 5;

/** "were wrongly identified as A and B". */
export function isMisnamed(
  before: readonly Item[],
  named: Uint8Array,
  { pack, tokens }: Words,
): boolean {
  if (pack.isVerbFinal || !before.some(({ set }) => named[set] === 1)) return false;
  const wrongly = pack.wordsIn("WRONGLYW");
  return holdsOneOf(tokens, before[0]?.from ?? 0, before.at(-1)?.to ?? 0, wrongly);
}

/** "The two men executed in Karun were identified as A and B": named in the sentence that tells of them, and as many. */
export function isOfParticiple(
  before: readonly Item[],
  count: number,
  named: Uint8Array,
  { pack, tokens, classes }: Words,
): boolean {
  const [whom, verb] = before[0]?.group == null ? before.slice(1) : before;
  const number = whom?.group?.quantity?.min ?? (whom?.group?.type === "noun" ? 1 : null);
  const last = before.at(-1);
  return (
    number === count &&
    before.length <= LONGEST_TOPIC &&
    classes.trigger[verb?.set ?? 0] === 1 &&
    isOneOf(tokens, (last?.to ?? 0) - 1, pack.wordsIn("NAMINGAS")) &&
    before.some(({ set }) => named[set] === 1) &&
    !tokens.form.slice(before[0]?.from, last?.to).some((form) => pack.wordsIn("WRONGLYW").has(form))
  );
}

/** "The names of three could be confirmed: A, B and C": some of those told before. */
export function isNamesOf(
  before: readonly Item[],
  count: number,
  { tokens, pack, classes }: Words,
): boolean {
  const last = before.at(-1);
  if (last === undefined || classes.colon[last.set] !== 1) return false;
  return before.some((item, at) => {
    const quantity = item.group?.quantity ?? item.quantity;
    const noun = itemOf(before, at - 2);
    return (
      quantity?.min === count &&
      isAnyone(item, pack) &&
      isSaidOf(itemOf(before, at + 1), classes) &&
      classes.of_[itemOf(before, at - 1)?.set ?? 0] === 1 &&
      noun !== undefined &&
      isOneOf(tokens, noun.to - 1, pack.wordsIn("IDENTITYN"))
    );
  });
}

/** "The man was A's client", "They were identified by A", "The man who told us was A": others than those told of. */
export function isOfOthers(
  before: readonly Item[],
  { to, group }: Item,
  next: Item | undefined,
  { classes, tokens, pack }: Words,
): boolean {
  const isBehindAs = before.length > 0 && isAs(before.at(-1), pack, tokens);
  if (isBehindAs && next !== undefined && classes.lower[next.set] === 1) return true;
  // "A and B supporters", and not "A and B, a 28-year-old Afghan national".
  const isNoun = next?.group?.type === "noun" && next.group.persons.length === 0;
  if (isNoun && tokens.form[group?.persons.at(-1)?.to ?? to] !== ",") return true;
  // "A's client"; "Was one of them A?" asks.
  if (next !== undefined && classes.possessive[next.set] === 1) return true;
  if (tokens.form[to] === "?") return true;
  const last = before.at(-1);
  if (last !== undefined && isOneOf(tokens, last.to - 1, pack.wordsIn("BYW"))) return true;
  // "as an accomplice of A".
  if (last !== undefined && classes.of_[last.set] === 1) return true;
  return classes.be[last?.set ?? 0] === 1 && before.some(({ set }) => classes.relative[set] === 1);
}

/** "Two men were hanged, the group said, naming them as A and B": as many as the only number of people before. */
export function isNamingThem(
  before: readonly Item[],
  count: number,
  { tokens, pack }: Words,
): boolean {
  const end = before.at(-1)?.to ?? 0;
  const [naming = "", them = "", as = ""] = tokens.form.slice(end - 3, end);
  if (!pack.wordsIn("NAMINGV").has(naming) || !pack.wordsIn("NAMINGAS").has(as)) return false;
  if (!pack.wordsIn("NAMEDTHEM").has(them)) return false;
  const counts = before.filter(({ group }) => group?.quantity?.measure === "count");
  const told = counts[0]?.group?.quantity;
  return counts.length === 1 && told?.min === count && told.max === count;
}
