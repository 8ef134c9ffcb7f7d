/**
 * In: an event with the items of those concerned. Out: their names, found in the words or taken up from before.
 * Never: takes the owner for those who were hurt; names somebody where two could be meant.
 */
import type { ClaimKind } from "../model/claim.ts";
import { ownersOfCalledKin } from "./calledKin.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import type { DraftContext } from "./draftContext.ts";
import { equatedWith } from "./equated.ts";
import type { ReadEvent } from "./event.ts";
import { TITLED, executedIn } from "./eventAttributive.ts";
import type { NameMatch } from "./findNames.ts";
import { harmedBefore } from "./harmedBefore.ts";
import { namesIncluded } from "./namesIncluded.ts";
import { namesBehindColon } from "./namesBehindColon.ts";
import { namesOfCounted, subjectOfCopula } from "./namedBeside.ts";
import { namesWithin } from "./nameScopes.ts";
import { isCouple, isKinOf, isPluralReference, isSingularReference } from "./itemReference.ts";
import { type Item, itemOf } from "./items.ts";
import {
  isCountedReference,
  isSpeaker,
  isUnsure,
  referredPerson,
  resolveDropped,
  NOBODY,
  type Concerned,
} from "./referredPerson.ts";
import { countedGroup, pluralGroup } from "./referredGroup.ts";
import { namedByBond } from "./behindSpeaker.ts";
import { lastWord } from "./referredUnnamed.ts";
import { ownNameOf } from "./ownName.ts";
import { isOfSomeOfThem } from "./someOfThem.ts";
import { entryPersons, leavesOutSubject } from "./nameFragments.ts";
import type { SentenceReading } from "./speech.ts";
import { hasEnding } from "./speechWords.ts";
import { theOthers } from "./theOthers.ts";
import { TOKEN } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** Those whom an event concerns, by their names where the report gives them. */
export function resolveVictims(
  event: ReadEvent,
  victims: readonly Item[],
  reading: SentenceReading,
  context: DraftContext,
): Concerned {
  const direct = victims.flatMap(
    (item) => item.group?.persons ?? (item.name?.type === "person" ? [item.name] : []),
  );
  if (event.rows[0] === TITLED) {
    const persons = victims.flatMap((item) => executedIn(item, context));
    return { persons, antecedent: null, isReferred: false };
  }
  if (victims.some((item) => isOfNearerName(item, event, reading, context))) return NOBODY;
  if (victims.some((item) => isOfSeveralOthers(item, reading, context))) return NOBODY;
  if (victims.some((item) => isOfEither(item, event, reading, context))) return NOBODY;
  if (victims.some((item) => isOfWhom(item, event, reading, context))) return NOBODY;
  const called = ownersOfCalledKin(event, reading.items, context);
  if (called !== null) return { persons: called, antecedent: null, isReferred: false };
  const owners = ownersBehindDeed(event, reading.items, context);
  if (owners !== null) return { persons: owners, antecedent: null, isReferred: false };
  const nested = nestedApposed(event, reading.items, context);
  if (nested !== null) return { persons: [nested], antecedent: null, isReferred: false };
  const apposed = apposedName(event, reading.items, context);
  if (apposed !== null) return { persons: [apposed], antecedent: null, isReferred: false };
  const own = ownNameOf(event, reading.items, context);
  if (own !== null) return { persons: [own], antecedent: null, isReferred: false };
  const behind = nameBehind(event, reading.items, context);
  if (behind !== null) return { persons: [behind], antecedent: null, isReferred: false };
  const listed = victims.flatMap((item) => namesIncluded(event, item, reading.items, context));
  if (direct.length > 0 || listed.length > 0)
    return victims.some((item) => isOwnerBehind(item, event, reading.items, context))
      ? NOBODY
      : { persons: [...direct, ...listed], antecedent: null, isReferred: false };
  if (!context.pack.isVerbFinal && victims.length === 0 && event.possessive < 0) {
    const isOpen = leavesOutSubject(reading.items, event.trigger, context.classes);
    const persons = isOpen ? entryPersons(context.readings, event.sentence, context) : [];
    if (persons.length > 0) return { persons, antecedent: null, isReferred: false };
  }
  const each = victims.length === 0 ? eachBefore(event, reading.items, context) : undefined;
  if (each !== undefined) {
    const { persons } = pluralGroup(event, each, context, (one) => isSpeaker(one, context));
    return { persons, antecedent: null, isReferred: false };
  }
  if (OF_SENTENCES.has(event.kind) && victims.length === 0 && event.possessive < 0) {
    const persons = sentencedBefore(event, reading.items, context);
    if (persons.length > 0) return { persons, antecedent: null, isReferred: false };
  }
  if (isOfSomeOfThem(event, reading.items, context)) return NOBODY;
  const bereaved = bereavedOf(event, victims, reading, context);
  if (bereaved !== null) return { persons: [bereaved], antecedent: null, isReferred: false };
  if (event.dropped !== null) return resolveDropped(event, reading, context);
  const item = event.possessive >= 0 ? (reading.items[event.possessive] as Item) : victims[0];
  if (item === undefined || (item.group !== null && item.group.type === "institution"))
    return NOBODY;
  const owner = relativeOwner(event, reading.items, context);
  if (owner !== null) return { persons: owner, antecedent: null, isReferred: false };
  const equated = equatedWith(event, reading.items, context);
  if (equated !== null) {
    const name = isPronoun(equated.item)
      ? referredPerson(event, equated.item, reading, context)
      : null;
    const persons = name === null ? (equated.item.group?.persons ?? []) : [name];
    if (persons.length > 0)
      return { persons, antecedent: null, isReferred: name !== null, equated };
  }
  const subject = subjectOfCopula(event, reading.items, context);
  if (subject !== undefined) {
    const named = subject.group?.persons ?? [];
    const name = named.length > 0 ? null : referredPerson(event, subject, reading, context);
    return { persons: name === null ? named : [name], antecedent: null, isReferred: name !== null };
  }
  const counted = namesOfCounted(event, item, reading.items, context);
  const named =
    counted.length > 0 ? counted : namesBehindColon(event, item, reading.items, context);
  if (named.length > 0) return { persons: named, antecedent: null, isReferred: false };
  const told = item.group?.quantity ?? item.quantity;
  const others = theOthers(item, event.sentence, context);
  if (others !== null) return { persons: others, antecedent: null, isReferred: others.length > 0 };
  const included = includedBeside(item, reading.items, context);
  if (included !== null) return { persons: included, antecedent: null, isReferred: false };
  if (told !== null) {
    if (!isCountedReference(event, item, reading, context)) return NOBODY;
    const group = countedGroup(event, item, told.min ?? 0, context);
    return { ...group, isReferred: group.persons.length > 0 };
  }
  const bound = victims.length === 1 ? namedByBond(victims[0] as Item, event.kind, context) : null;
  if (bound !== null) return { persons: [bound], antecedent: null, isReferred: true };
  if (isFurther(item, reading.items[event.trigger], context)) return NOBODY;
  if (isOfNamed(item, event, reading.items, context)) return NOBODY;
  if (
    isSingularReference(item, context) ||
    (isOfCalledKin(event, reading.items, context) && isKinOf(item, context))
  ) {
    if (isToldBy(event, item, reading.items, context)) return NOBODY;
    const name = referredPerson(event, item, reading, context);
    if (name === null || isOfAnother(name, item, reading.items, context)) return NOBODY;
    return { persons: [name], antecedent: null, isReferred: true };
  }
  if (isPluralReference(item, context)) {
    if (isRestricted(event, item)) return NOBODY;
    const harmed = harmedBefore(event, item, reading.items, context);
    if (harmed === null) return NOBODY;
    if (harmed !== undefined)
      return { persons: harmed.group?.persons ?? [], antecedent: harmed, isReferred: false };
    if (isCouple(item, context)) {
      const pair = countedGroup(event, item, 2, context);
      return { ...pair, isReferred: pair.persons.length > 0 };
    }
    const { antecedent, persons } = pluralGroup(event, item, context, (one) =>
      isSpeaker(one, context),
    );
    if (antecedent !== null && isUnsure(antecedent, event, context)) return NOBODY;
    return { persons, antecedent, isReferred: false };
  }
  return NOBODY;
}

/** What is done with a sentence. */
const OF_SENTENCES: ReadonlySet<ClaimKind> = new Set(["death-sentence", "clemency", "stay"]);

/** "Hanged poet A's son, B, spoke": the deed that opens the sentence says who A was, and nothing of B. */
function ownersBehindDeed(
  { trigger }: ReadEvent,
  items: readonly Item[],
  { pack, tokens, names }: DraftContext,
): readonly NameMatch[] | null {
  const deed = items[trigger];
  if (pack.isVerbFinal || trigger !== 0 || deed === undefined) return null;
  const [owner] = namesWithin(names, [deed.to, deed.to + OWNER_TOKENS]).filter(
    ({ type, to }) => type === "person" && tokens.kind[to] === TOKEN.possessive,
  );
  if (owner === undefined) return null;
  const between = tokens.form.slice(deed.to, owner.titleFrom);
  return between.every((form) => pack.wordsIn("HUMAN").has(form)) ? [owner] : null;
}

/** Tokens from a deed that opens the sentence to the end of whose name follows. */
const OWNER_TOKENS = 8;

/** "|Each| was sentenced to five years", "each of them was": the item that stands for all told before. */
function eachBefore(
  { trigger, possessive }: ReadEvent,
  items: readonly Item[],
  { classes, pack, tokens }: DraftContext,
): Item | undefined {
  if (pack.isVerbFinal || possessive >= 0) return undefined;
  const words = pack.wordsIn("EACHW");
  for (let at = trigger - 1; at >= Math.max(0, trigger - EACH_REACH); at--) {
    const item = items[at] as Item;
    if (isOneOf(tokens, item.from, words)) return item;
    const { aux, adverb } = classes;
    const isPassing = aux[item.set] === 1 || adverb[item.set] === 1;
    if (!isPassing && classes.of("OFTHEM")[item.set] !== 1) return undefined;
  }
  return undefined;
}

/** Items from "each (of them)" to its verb. */
const EACH_REACH = 6;

/** "A wept for the mother of B, executed in 2022": the mother of one named is not the other who stands in the sentence. */
function isOfAnother(
  { from }: NameMatch,
  item: Item,
  items: readonly Item[],
  { classes }: DraftContext,
): boolean {
  const index = items.indexOf(item);
  if (index < 0 || from < (items[0]?.from ?? 0) || from > item.from) return false;
  const owner = items[index + 2]?.group;
  return classes.of_[items[index + 1]?.set ?? 0] === 1 && (owner?.persons.length ?? 0) > 0;
}

/** "A was sentenced to death. The sentence was upheld": of A, where nothing was told of anybody else since. */
function sentencedBefore(
  event: ReadEvent,
  items: readonly Item[],
  { told, pack, tokens, names, readings }: DraftContext,
): readonly NameMatch[] {
  const { sentence } = event;
  const own = readings[sentence]?.sentence;
  if (pack.isVerbFinal || own === undefined || !isOfTheSentence(event, items, { pack, tokens }))
    return [];
  const last = told.findLast((one) => one.sentence < sentence);
  if (last === undefined || last.sentence < sentence - SENTENCED_BEFORE) return [];
  const beside = told.filter((one) => one.sentence === last.sentence);
  if (beside.some(({ kind, isDoer }) => kind !== "death-sentence" || isDoer)) return [];
  // "A was sentenced to death and B to ten years".
  const start = readings[last.sentence]?.sentence.from ?? 0;
  const others = namesWithin(names, [start, own.to]).filter(
    ({ type, name, isTitleOfficial }) =>
      type === "person" && !isTitleOfficial && !beside.some((one) => one.name.name === name),
  );
  if (others.length > 0) return [];
  if (isOfOtherPenalty([start, own.to], last.sentence, sentence, { readings, pack, tokens }))
    return [];
  return beside.map(({ name }) => name);
}

/** "His co-accused got |ten years|. The court upheld the sentence": nobody knows whose it was. */
function isOfOtherPenalty(
  [from, to]: readonly [number, number],
  told: number,
  sentence: number,
  { readings, pack, tokens }: Pick<DraftContext, "readings" | "pack" | "tokens">,
): boolean {
  const [elsewhere, lesser] = [pack.wordsIn("OTHERCASEW"), pack.wordsIn("LESSERPENALTYW")];
  if (tokens.form.slice(from, to).some((form) => elsewhere.has(form) || lesser.has(form)))
    return true;
  const terms = ["DURATION", "QTYDUR", "PRISONTERM", "LASHW"].map((name) =>
    pack.alphabet.membersOf(name),
  );
  return readings
    .slice(told + 1, sentence)
    .some(({ items }) => items.some(({ set }) => terms.some((members) => members[set] === 1)));
}

/** Sentences back in which the sentence that is meant can have been told. */
const SENTENCED_BEFORE = 2;

/** "|The sentence| was upheld", "overturned |the ruling|": and not one in another case. */
function isOfTheSentence(
  { from, to }: ReadEvent,
  items: readonly Item[],
  { pack, tokens: { form } }: Pick<DraftContext, "pack" | "tokens">,
): boolean {
  const [first, end] = [items[from]?.from ?? 0, items[to - 1]?.to ?? 0];
  const [definite, sentences] = [pack.wordsIn("DEF"), pack.wordsIn("BARESENT")];
  for (let at = first; at < end; at++)
    if (definite.has(form[at] ?? "") && sentences.has(form[at + 1] ?? "")) return true;
  return false;
}

/** "His family was called for a last visit" is of him; "her son is on death row" is of the son. */
function isOfCalledKin(
  { kind, trigger }: ReadEvent,
  items: readonly Item[],
  { classes }: DraftContext,
): boolean {
  const isOwn = classes.of("T.intr")[items[trigger]?.set ?? 0] === 1;
  return kind === "imminent-execution" && !isOwn;
}

/** "Three prisoners, including A, were hanged" where verbs stand last: those named right behind the number. */
function includedBeside(
  item: Item,
  items: readonly Item[],
  { classes, pack }: DraftContext,
): readonly NameMatch[] | null {
  const most = item.group?.quantity?.max ?? item.group?.quantity?.min ?? 0;
  if (!pack.isVerbFinal || most < 2) return null;
  let at = items.indexOf(item) + 1;
  if (classes.comma[items[at]?.set ?? 0] === 1) at++;
  if (classes.including[items[at]?.set ?? 0] !== 1) return null;
  // "Including A, who was pardoned": what follows is told of A alone.
  if (classes.relative[items[at + 2]?.set ?? 0] === 1) return null;
  const persons = items[at + 1]?.group?.persons ?? [];
  return persons.length > 0 && persons.length <= most ? persons : null;
}

/** "A, the son of B, who was hanged, was held": of A and B the clause with "who" may tell; nothing says of whom. */
function isOfNearerName(
  item: Item,
  { trigger }: ReadEvent,
  { items }: SentenceReading,
  { names, classes, pack, tokens }: DraftContext,
): boolean {
  const person = item.group?.persons[0];
  if (pack.isVerbFinal || person === undefined) return false;
  const own = person.name;
  for (let at = trigger - 1; at > 1; at--) {
    const { set } = items[at] as Item;
    if (classes.comma[set] === 1 || classes.stop[set] === 1) return false;
    if (classes.relative[set] !== 1) continue;
    const before = items[classes.comma[items[at - 1]?.set ?? 0] === 1 ? at - 2 : at - 1];
    // "A and B, who |were| hanged": both.
    // "A, B and three other prisoners who were sentenced": the clause is of those right before it, and of whom they are others.
    if (before === item && item.group?.hasRest === true) return person.person?.father != null;
    const isMany =
      (opensTelling(items, item, classes) || isToldOfAlone(items, item, { tokens, pack })) &&
      isOfMany(items, at + 1, trigger, { tokens, pack, classes });
    const isListed = ({ from }: NameMatch): boolean =>
      isMany && item.group?.persons.some((one) => one.from === from) === true;
    if (before === item)
      return (
        person.person?.father != null ||
        names.some(
          (name) =>
            name.type === "person" &&
            name.from >= person.to &&
            name.to <= item.to &&
            !isListed(name),
        )
      );
    if (before === undefined || before.from <= item.from) return false;
    const nearer = before.group?.persons ?? (before.name?.type === "person" ? [before.name] : []);
    return nearer.some(({ name }) => name !== own);
  }
  return false;
}

/** "|A and B|, who were": not "the killers of A and B, who were", "guards who beat A and B, who were". */
function opensTelling(items: readonly Item[], list: Item, classes: ClauseClasses): boolean {
  const { comma, time, adverb, quoteOpen, adjective } = classes;
  return items
    .slice(0, items.indexOf(list))
    .every(({ set }) =>
      [comma, time, adverb, quoteOpen, adjective].some((members) => members[set] === 1),
    );
}

/** "We urge the court not to execute |A and B|, who were": whoever is to be spared stands beside the clause, with nobody between. */
function isToldOfAlone(
  items: readonly Item[],
  list: Item,
  { tokens, pack }: Pick<DraftContext, "tokens" | "pack">,
): boolean {
  const before = items.slice(0, items.indexOf(list));
  const end = (before.at(-1)?.to ?? 0) - 1;
  // "To halt the execution |of| A and B".
  const last = isOneOf(tokens, end, pack.wordsIn("OF")) ? end - 1 : end;
  return ["MORTALW", "SPAREW"].some((name) => isOneOf(tokens, last, pack.wordsIn(name)));
}

/** "who |were|", or "who |had| been sentenced, |were|": the clause tells of several. */
function isOfMany(
  items: readonly Item[],
  verb: number,
  trigger: number,
  { tokens, pack, classes }: Pick<DraftContext, "tokens" | "pack" | "classes">,
): boolean {
  const isIn = (name: string, at: number): boolean =>
    isOneOf(tokens, itemOf(items, at)?.from ?? -1, pack.wordsIn(name));
  if (isIn("PLURALBEW", verb)) return true;
  if (!isIn("PASTBEW", verb) || isIn("SINGLEBEW", verb)) return false;
  const comma = items.findIndex(({ set }, at) => at > trigger && classes.comma[set] === 1);
  return isIn("PLURALBEW", comma + 1);
}

/** "The family of A, who were held", "Officials praising A were held": one named is not the several of whom the clause tells. */
function isOfSeveralOthers(
  { from, to, group }: Item,
  { items }: SentenceReading,
  { tokens, pack, classes }: DraftContext,
): boolean {
  if (pack.isVerbFinal || group?.persons.length !== 1 || group.quantity !== null) return false;
  if (group.hasRest || group.type !== "person") return false;
  let at = items.findIndex((item) => item.from === to);
  const isMany = (index: number): boolean =>
    isOneOf(tokens, itemOf(items, index)?.from ?? -1, pack.wordsIn("PLURALBEW"));
  if (hasEnding(tokens.form[from - 1] ?? "", "ING", pack) && isMany(at)) return true;
  if (classes.comma[itemOf(items, at)?.set ?? 0] === 1) at++;
  if (at < 1 || classes.relative[itemOf(items, at)?.set ?? 0] !== 1) return false;
  return isMany(at + 1);
}

/** "A, a friend of B, killed in May, was freed": of A and B the participle may tell; nothing says of whom. */
function isOfEither(
  item: Item,
  { trigger }: ReadEvent,
  { items }: SentenceReading,
  { names, classes, pack }: DraftContext,
): boolean {
  const person = item.group?.persons[0];
  if (pack.isVerbFinal || person === undefined || person.person?.father != null) return false;
  if (item.group?.type !== "person") return false;
  const at = items.indexOf(item);
  if (at < 0 || at >= trigger) return false;
  const between = items.slice(at + 1, trigger);
  if (!between.every(({ set }) => classes.comma[set] === 1 || classes.adverb[set] === 1))
    return false;
  const last = items[at + 1];
  const end = classes.comma[last?.set ?? 0] === 1 ? item.to : item.to - 1;
  const isOther = names.some(
    ({ type, name, from, to }) =>
      type === "person" && name !== person.name && from > person.to && to === end,
  );
  if (!isOther) return false;
  return items
    .slice(trigger + 1)
    .some(({ set }, i, rest) => classes.comma[set] === 1 && isVerb(rest[i + 1], classes));
}

function isVerb(item: Item | undefined, classes: DraftContext["classes"]): boolean {
  const { aux, finite, cue } = classes;
  return item !== undefined && [aux, finite, cue].some((members) => members[item.set] === 1);
}

/** "three whose lawyer is A, were hanged", "three whom A named were hanged", "among the dead were A's wife": never A. */
function isOfWhom(
  item: Item,
  { trigger, isOfOwners }: ReadEvent,
  { items }: SentenceReading,
  { classes, tokens, pack }: DraftContext,
): boolean {
  if (pack.isVerbFinal || item.group?.persons.length !== 1) return false;
  const at = items.indexOf(item);
  if (at > trigger) return !isOfOwners && classes.possessive[items[at + 1]?.set ?? 0] === 1;
  const relatives = pack.wordsIn("WHOMW");
  for (let i = at - 1; i >= Math.max(0, at - WHOM_REACH); i--) {
    const { set, from, to } = items[i] as Item;
    if (classes.comma[set] === 1 || classes.stop[set] === 1) return false;
    if (i === at - 1 && classes.whose[set] === 1) return false;
    if (holdsOneOf(tokens, from, to, relatives)) return true;
  }
  return false;
}

/** Items between "whose", "whom" and a name in their clause. */
const WHOM_REACH = 4;

/** "the death of A, a 22-year-old Kurd who had been arrested": who stands before the comma. */
function apposedName(
  { victims, trigger }: ReadEvent,
  items: readonly Item[],
  { classes, pack }: DraftContext,
): NameMatch | null {
  const at = victims[0] ?? -1;
  const group = items[at]?.group ?? null;
  if (pack.isVerbFinal || victims.length !== 1 || at >= trigger) return null;
  if (group === null || group.persons.length > 0 || group.quantity !== null) return null;
  const open = openApposed(items, at, trigger, { classes, pack });
  if (open !== null) return open;
  // "A, a lawyer jailed in 2019".
  if (classes.relative[items[at + 1]?.set ?? 0] !== 1 && trigger !== at + 1) return null;
  const beside = items[at - 1]?.group ?? null;
  if (beside?.type === "person" && beside.persons.length === 1) return beside.persons[0] ?? null;
  let before = at - 1;
  while (
    before > 0 &&
    classes.whose[items[before]?.set ?? 0] !== 1 &&
    (classes.determiner[items[before]?.set ?? 0] === 1 ||
      classes.adjective[items[before]?.set ?? 0] === 1 ||
      items[before]?.group?.row === "group.by-age")
  )
    before--;
  const isIndefinite = group.isIndefinite || before < at - 1;
  if (!isIndefinite || classes.comma[items[before]?.set ?? 0] !== 1) return null;
  const persons = items[before - 1]?.group?.persons ?? [];
  return persons.length === 1 ? (persons[0] ?? null) : null;
}

/** "|A, a student of B| was arrested": the second comma is left out. Only at the head of the sentence: "according to A, a student was held". */
function openApposed(
  items: readonly Item[],
  at: number,
  trigger: number,
  { classes, pack }: Pick<DraftContext, "classes" | "pack">,
): NameMatch | null {
  // "A, a man was hanged", "a client of his was": a sentence of its own.
  if (classes.preposition[items[at + 1]?.set ?? 0] !== 1) return null;
  const head = items[at]?.group?.head ?? "";
  if (["OWNKINW", "ANYPERSON", "CLIENTW"].some((name) => pack.wordsIn(name).has(head))) return null;
  const person = items[at - 2]?.group?.persons ?? [];
  if (items[at]?.group?.isIndefinite !== true || person.length !== 1) return null;
  if (classes.comma[items[at - 1]?.set ?? 0] !== 1) return null;
  if (classes.aux[items[trigger - 1]?.set ?? 0] !== 1) return null;
  const isClosed = items
    .slice(at + 1, trigger)
    .some(
      ({ set }) =>
        classes.comma[set] === 1 || classes.and[set] === 1 || classes.relative[set] === 1,
    );
  const before = items.slice(0, at - 2);
  const isHead = before.every(({ set }) => classes.adverb[set] === 1 || classes.comma[set] === 1);
  return !isClosed && isHead ? (person[0] ?? null) : null;
}

/** "|A, 30, the secretary of a rival, B,| was jailed": whoever opens the sentence is who "was" is told of; B is the rival. */
function nestedApposed(
  { victims, trigger }: ReadEvent,
  items: readonly Item[],
  { classes, pack, tokens }: DraftContext,
): NameMatch | null {
  const at = victims[0] ?? -1;
  const first = items[0]?.group?.persons ?? [];
  if (pack.isVerbFinal || victims.length !== 1 || at < 4 || at >= trigger) return null;
  if (first.length !== 1 || items[at]?.group?.persons.length !== 1) return null;
  const isComma = (index: number): boolean => classes.comma[items[index]?.set ?? 0] === 1;
  if (!isComma(1) || !isComma(at - 1) || !isComma(at + 1)) return null;
  const verb = items[at + 2];
  if (!isOneOf(tokens, verb?.from ?? -1, pack.wordsIn("SINGULARBEW"))) return null;
  const between = items.slice(2, at);
  const isRole = between.every(
    ({ set, group }) =>
      classes.aux[set] !== 1 &&
      classes.cue[set] !== 1 &&
      classes.and[set] !== 1 &&
      // "A, for whom the lawyer, B, was held": B is.
      classes.relative[set] !== 1 &&
      classes.whose[set] !== 1 &&
      (group === null || group.persons.length === 0),
  );
  const isOf = between.some(({ set }) => classes.preposition[set] === 1 || classes.of_[set] === 1);
  return isRole && isOf ? (first[0] ?? null) : null;
}

/** "The brother of A, B, was shot dead": the name behind the comma is his. */
function nameBehind(
  { victims, trigger }: ReadEvent,
  items: readonly Item[],
  { classes, tokens, pack }: DraftContext,
): NameMatch | null {
  const at = victims[0] ?? -1;
  const noun = items[at];
  if (pack.isVerbFinal || victims.length !== 1 || noun?.group?.type !== "noun" || at >= trigger)
    return null;
  const link = items[at + 1]?.set ?? 0;
  const list = items[at + 2];
  if (classes.preposition[link] !== 1 || list?.group?.type !== "list") return null;
  if (classes.comma[items[at + 3]?.set ?? 0] !== 1) return null;
  const [first, second] = list.group.persons;
  const isPair = list.group.persons.length === 2 && second?.to === list.to;
  return isPair && first !== undefined && tokens.form[second.titleFrom - 1] === "," ? second : null;
}

/** "The man who shot A was held", "the man accused of killing A": its own words say which man is meant, and none told before. */
function isToldBy(
  { victims, trigger }: ReadEvent,
  { group }: Item,
  items: readonly Item[],
  { classes, pack }: DraftContext,
): boolean {
  const at = victims[0] ?? -1;
  if (pack.isVerbFinal || group?.type !== "noun" || at < 0 || at + 2 >= trigger) return false;
  const isAside = classes.comma[items[at + 1]?.set ?? 0] === 1;
  const next = items[at + (isAside ? 2 : 1)]?.set ?? 0;
  const opens =
    classes.relative[next] === 1 || classes.accuseOp[next] === 1 || classes.told[next] === 1;
  // "The officer, who was held in May, was freed" may be somebody told before; "…, who shot A, was freed" is not A.
  return (
    opens &&
    (!isAside || items.slice(at + 2, trigger).some((one) => (one.group?.persons.length ?? 0) > 0))
  );
}

/** "the prisoners executed on Monday": the act itself says which ones are meant. */
function isRestricted({ rows, victims, trigger }: ReadEvent, { group }: Item): boolean {
  return rows[0] === "frame.reduced" && group?.type === "noun" && trigger === (victims[0] ?? 0) + 1;
}

/** "Karim Zand, whose death sentence was upheld": whose it is stands before. */
function relativeOwner(
  event: ReadEvent,
  items: readonly Item[],
  context: DraftContext,
): readonly NameMatch[] | null {
  const { possessive, victims } = event;
  const { classes, pack } = context;
  const whose = possessive >= 0 ? possessive : (victims[0] ?? -1);
  if (classes.whose[itemOf(items, whose)?.set ?? 0] !== 1) return null;
  // "Karim Zand, whose brother died": of the brother.
  const isOfOther = itemOf(items, whose + 1)?.group?.type === "noun";
  if (!pack.isVerbFinal && isOfOther && !isOfCalledKin(event, items, context)) return [];
  const comma = classes.comma[itemOf(items, whose - 1)?.set ?? 0] === 1 ? 1 : 0;
  const persons = itemOf(items, whose - 1 - comma)?.group?.persons ?? [];
  return persons.length > 0 ? persons : null;
}

/** The group is a pronoun. */
export function isPronoun({ group, name }: Item): boolean {
  return name === null && (group === null || group.type === "pronoun");
}

/** "the family of Behnam Karimzad was called for a last visit": at risk is he, not the family. */
export function ownerOf(
  event: ReadEvent,
  items: readonly Item[],
  index: number,
  classes: ClauseClasses,
): Item {
  const item = items[index] as Item;
  const owner = items[index + 2];
  const isKin =
    event.kind === "imminent-execution" &&
    item.group?.type === "noun" &&
    item.group.quantity === null;
  return isKin && owner?.group != null && classes.of_[items[index + 1]?.set ?? 0] === 1
    ? owner
    : item;
}

/** Items between the word for a relative and the one whose relative it is. */
const OWNER_REACH = 4;

/** "the sister of the executed protester X was arrested": whom X belongs to was arrested, not X. */
function isOwnerBehind(
  victim: Item,
  event: ReadEvent,
  items: readonly Item[],
  context: DraftContext,
): boolean {
  const { classes } = context;
  if (victim.group?.type !== "person") return false;
  const index = items.indexOf(victim);
  if (isToldOfOwner(index, event, items, context)) return false;
  let at = index - 1;
  while (
    at > index - OWNER_REACH &&
    (classes.determiner[itemOf(items, at)?.set ?? 0] === 1 ||
      classes.adjective[itemOf(items, at)?.set ?? 0] === 1)
  )
    at--;
  if (classes.of_[itemOf(items, at)?.set ?? 0] !== 1) return false;
  const group = items[at - 1]?.group;
  return group?.type === "noun" && group.quantity === null;
}

/** "the lawyer of X, who was hanged in May, has been …": the clause with "who" is about X. */
function isToldOfOwner(
  owner: number,
  { trigger, kind }: ReadEvent,
  items: readonly Item[],
  { classes, pack, tokens }: DraftContext,
): boolean {
  const { comma, relative, adverb } = classes;
  const isAside = comma[items[owner + 1]?.set ?? 0] === 1;
  const at = isAside ? owner + 2 : owner + 1;
  const between = items.slice(at, trigger);
  if (isAside && trigger >= at && between.every(({ set }) => adverb[set] === 1)) {
    // "The mother of X, shot dead in May, has …": so is the participle, of near kin or the lawyer of nobody in an office.
    const head = lastWord(items[owner - 2]?.group?.head ?? "") ?? "";
    const closing = items.findIndex(({ set }, i) => i > trigger && comma[set] === 1);
    const next = tokens.form[items[closing + 1]?.from ?? -1] ?? "";
    return (
      DEATHS.has(kind) &&
      pack.wordsIn("MOURNERW").has(head) &&
      !pack.wordsIn("HADW").has(next) &&
      items[owner]?.group?.persons[0]?.isTitleOfficial !== true
    );
  }
  if (relative[items[at]?.set ?? 0] !== 1 || trigger < at) return false;
  return !items.slice(at, trigger).some(({ set }) => comma[set] === 1);
}

/** Of whom a relative is told who lives on. */
const DEATHS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);

/**
 * Where verbs stand last: "the mother of A who was executed |was arrested|", "the mother of A, one of the executed, |said|": she lives,
 * and A is the one of whom it is told; null where nothing behind it shows that.
 */
function bereavedOf(
  { kind, trigger }: ReadEvent,
  [victim]: readonly Item[],
  { items }: SentenceReading,
  { classes, names, pack }: DraftContext,
): NameMatch | null {
  if (!pack.isVerbFinal || !DEATHS.has(kind) || victim?.group?.row.includes("kin") !== true)
    return null;
  const at = items.indexOf(victim);
  const next = items[at + 1]?.set ?? 0;
  const isAside = classes.comma[next] === 1 && items[trigger]?.group != null;
  if (at < 0 || trigger < at || (classes.relative[next] !== 1 && !isAside)) return null;
  // "B, the brother of A who was executed, said": of B and A the clause may tell.
  if (items.slice(0, at).some(({ group }) => (group?.persons.length ?? 0) > 0)) return null;
  const rest = items.slice(trigger + 2);
  const isLiving = rest.some(
    ({ set }) =>
      classes.cue[set] === 1 ||
      (classes.told[set] === 1 && classes.of("DEATHWORD", "VIOLENT")[set] !== 1),
  );
  const inside = names.filter(
    ({ type, from, to }) => type === "person" && victim.from <= from && to <= victim.to,
  );
  const [person] = inside;
  return isLiving && inside.length === 1 && person?.isTitleOfficial !== true
    ? (person ?? null)
    : null;
}

/** "The mother of A, who was executed, was arrested": somebody of A's, who has no name. */
function isOfNamed(
  item: Item,
  event: ReadEvent,
  items: readonly Item[],
  { classes, pack }: DraftContext,
): boolean {
  if (pack.isVerbFinal || item.group?.type !== "noun") return false;
  if (!pack.wordsIn("HUMAN").has(lastWord(item.group.head) ?? "")) return false;
  const at = items.indexOf(item);
  if (at + 2 >= event.trigger || classes.of_[items[at + 1]?.set ?? 0] !== 1) return false;
  return (items[at + 2]?.group?.persons.length ?? 0) > 0;
}

/** "The driver also died": another than the one whose death was told. */
function isFurther(item: Item, trigger: Item | undefined, { tokens, pack }: DraftContext): boolean {
  if (item.group?.type !== "noun" || trigger === undefined) return false;
  const also = pack.wordsIn("ALSOW");
  for (let at = item.to; at < trigger.to; at++) if (isOneOf(tokens, at, also)) return true;
  return false;
}
