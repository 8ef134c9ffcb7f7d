/**
 * In: a pronoun or a noun of kinship ("she", "her son", "his client"). Out: whom it means in what somebody says of himself, or
 * where a relative or lawyer of somebody named is told of or speaks ("A's mother said her son …": A).
 * Never: takes the one named for the relative; chooses where relative, named one or somebody else may be meant.
 */
import type { ClaimKind } from "../model/claim.ts";
import { GRAVE } from "./antecedents.ts";
import type { DraftContext } from "./draftContext.ts";
import type { NameMatch } from "./findNames.ts";
import { isPluralHead } from "./itemReference.ts";
import type { Item } from "./items.ts";
import { namesWithin } from "./nameScopes.ts";
import { lastWord } from "./referredUnnamed.ts";
import type { SentenceReading, Speech, TokenRange } from "./speech.ts";
import { speechesAround } from "./speechIndex.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Sex = "female" | "male" | null;

/** Bonds between two people: who speaks (rows BOND.n of the pack) calls the other so (rows BONDTO.n). */
const BONDS = [1, 2, 3, 4, 5, 6, 7] as const;
/** Bonds of two only: a wife has one husband, a lawyer speaks of the client whose lawyer he is called. */
const SURE: ReadonlySet<number> = new Set([3, 4, 6]);

/** Somebody named whose relative or lawyer speaks, by which word. */
type Bond = { readonly owner: NameMatch; readonly word: string };

/** "A's mother said |she| was beaten": A where only A can be meant, null where both can, undefined where nobody's relative speaks. */
export function namedBehindSpeaker(
  item: Item,
  sentence: number,
  kind: ClaimKind,
  sex: Sex,
  context: DraftContext,
): NameMatch | null | undefined {
  const speech = toldBy(item.from, context);
  if (speech === undefined) return undefined;
  if (speech.speaker.isNamed) return isOfKinOrNamed(speech, kind, sex, context) ? null : undefined;
  const bond = bondOfSpeaker(speech.speaker.range, context);
  if (bond === null) {
    const isUnclear = isOfNobody(speech, sex, context) || isBehindTwo(speech, context);
    return isUnclear ? null : undefined;
  }
  const own = sexOfWord(bond.word, context);
  // One pronoun for both sexes: who speaks says "I" or "myself" of himself.
  const { isVerbFinal } = context.pack;
  if (own === null && !isVerbFinal) return undefined;
  if (isAnotherNear(bond.owner, speech, item, sentence, context)) return null;
  if (isVerbFinal) return bond.owner;
  const owners = context.sexes.get(bond.owner.name) ?? null;
  if (sex === null || (owners !== null && owners !== sex)) return null;
  // Who speaks is alive, and a report that told of A before goes on about A.
  const isSafe = sex !== own || DEATHS.has(kind) || isTold(bond.owner, context);
  return isSafe ? bond.owner : null;
}

/** "The mother of A, B, said |she| had been beaten": B or A, where of A no sex is told; nobody says of himself that he is dead. */
function isOfKinOrNamed(
  { speaker: { range, name } }: Speech,
  kind: ClaimKind,
  sex: Sex,
  context: DraftContext,
): boolean {
  const { pack, names, tokens, sexes } = context;
  if (pack.isVerbFinal || sex === null || name === null || DEATHS.has(kind)) return false;
  const before = [Math.max(0, Math.min(range[0], name.from) - KIN_BEFORE), name.from] as const;
  const owner = namesWithin(names, before).findLast(
    (one) => one.type === "person" && one.name !== name.name,
  );
  if (owner === undefined || sexes.has(owner.name)) return false;
  const own = tokens.form.slice(before[0], name.from);
  if (own.includes(".")) return false;
  return BONDS.some((bond) =>
    own.some((form) => pack.wordsIn(`BOND.${bond}`).has(form) && sexOfWord(form, context) === sex),
  );
}

/** Words before a name in which it is said whose relative it is ("The mother of A, |B|"). */
const KIN_BEFORE = 6;

/** Somebody else stands in the sentence before, or in this one up to the pronoun: a name, or one person without a name. */
function isAnotherNear(
  owner: NameMatch,
  { speaker: { range } }: Speech,
  { from }: Item,
  sentence: number,
  context: DraftContext,
): boolean {
  const near = [context.readings[sentence - 1], context.readings[sentence]];
  return near.some((reading) =>
    reading?.items.some(
      (one) =>
        one.to <= from &&
        !(one.from < range[1] && range[0] < one.to) &&
        isOther(one, owner, context),
    ),
  );
}

function isOther(item: Item, owner: NameMatch, context: DraftContext): boolean {
  const persons = item.group?.persons ?? (item.name?.type === "person" ? [item.name] : []);
  if (persons.some(({ name }) => name !== owner.name)) return true;
  return persons.length === 0 && isOnePerson(item, context);
}

/** "the suspect", "a girl", "my client": one person without a name. */
function isOnePerson({ group }: Item, context: DraftContext): boolean {
  if (group?.type === "counted") return group.quantity?.max === 1;
  return group?.type === "noun" && !isPluralHead(group.head, context);
}

/**
 * "A said |he| had been sentenced to death", "A told reporters that |he| had been beaten": A, where nobody else was told of before, with or
 * without a name, and A is called by no profession.
 */
export function speakerHimself(
  { from }: Item,
  sentence: number,
  kind: ClaimKind,
  sex: Sex,
  context: DraftContext,
): NameMatch | null {
  const { sexes, names, pack, readings, classes } = context;
  const speech = toldBy(from, context);
  const name = speech?.speaker.name ?? null;
  if (pack.isVerbFinal || speech === undefined || name?.type !== "person") return null;
  if (DEATHS.has(kind) || name.titleFrom < name.from || speech.quotes.length > 0) return null;
  const { range } = speech.speaker;
  if (range[0] !== name.from || range[1] !== name.to || range[0] > from) return null;
  const known = sexes.get(name.name) ?? null;
  if (sex !== null && known !== null && known !== sex) return null;
  if (!opensContent(speech, from)) return null;
  const before = namesWithin(names, [0, from]).filter(({ type }) => type === "person");
  if (before.some((one) => one.name !== name.name)) return null;
  // Nothing was told of anybody before, be it "one of them" or "he".
  const isFirst = readings
    .slice(0, sentence)
    .every(({ items }) =>
      items.every((one) => classes.trigger[one.set] !== 1 && !isOther(one, name, context)),
    );
  const isAlone = readings[sentence]?.items.every(
    (one) => one.to > from || !isOther(one, name, context),
  );
  return isFirst && isAlone === true ? name : null;
}

/** What nobody says of himself. */
const DEATHS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);

/** "The mother of A was held. She said |she| was beaten": a pronoun speaks of itself, and stands for somebody without a name. */
function isOfNobody(
  { speaker: { range, source, name } }: Speech,
  sex: Sex,
  { tokens, pack }: DraftContext,
): boolean {
  const form = tokens.form[range[0]] ?? "";
  if (sex === null || range[1] - range[0] > 1 || source === null || name !== null) return false;
  return pack.wordsIn("PRONSG").has(form) && pack.wordsIn(`SEX.${sex}`).has(form);
}

/** "A's wife's lawyer said |she| …": of three, none is sure. */
function isBehindTwo(
  { speaker: { range } }: Speech,
  { tokens: { kind, form }, pack }: DraftContext,
): boolean {
  for (let at = range[0] + 1; at < range[1] - 1; at++) {
    const isKin = BONDS.some((bond) => pack.wordsIn(`BOND.${bond}`).has(form[at] ?? ""));
    if (isKin && kind[at - 1] === TOKEN.possessive && kind[at + 1] === TOKEN.possessive)
      return true;
  }
  return false;
}

/** "A's mother said |her son| …", "B, the wife of A, said |her husband| …", "A's lawyer said |his client| …": A. */
export function namedByBond(item: Item, kind: ClaimKind, context: DraftContext): NameMatch | null {
  const { from, to, group } = item;
  const { pack, tokens } = context;
  // Where verbs stand last, whose son he is may be part of the word.
  const head = (pack.isVerbFinal ? tokens.form[to - 1] : lastWord(group?.head ?? null)) ?? "";
  if (!pack.isVerbFinal && (group?.type !== "noun" || group.quantity !== null)) return null;
  const speech = toldBy(from, context);
  if (speech === undefined || !(pack.isVerbFinal || opensContent(speech, from))) return null;
  if (pack.isVerbFinal ? to - from > 1 : !isTheirs(item, context)) return null;
  const bond = bondOfSpeaker(withAside(speech, context), context);
  if (bond === null) return null;
  const called = BONDS.filter(
    (one) => pack.wordsIn(`BOND.${one}`).has(bond.word) && pack.wordsIn(`BONDTO.${one}`).has(head),
  );
  const sex = sexOfWord(head, context);
  const known = context.sexes.get(bond.owner.name) ?? null;
  if (called.length === 0 || (sex !== null && known !== null && sex !== known)) return null;
  // A father may have another daughter, a brother another brother: of A's sex, or of whom such a thing was told, it is A.
  const isSame = sex !== null && sex === known;
  const isSuch = isTold(bond.owner, context, GRAVE[kind]);
  return called.some((one) => SURE.has(one)) || isSame || isSuch ? bond.owner : null;
}

/** The report told of somebody before, of such a thing where that is asked. */
function isTold(
  { name }: NameMatch,
  { told }: DraftContext,
  kinds?: ReadonlySet<ClaimKind>,
): boolean {
  return told.some(
    (one) => one.name.name === name && !one.isDoer && (kinds === undefined || kinds.has(one.kind)),
  );
}

/** The speaker with what stands behind the name ("B, the wife of A,") as far as the language leaves it out of the speaker's words. */
function withAside(
  { speaker: { range }, cue }: Speech,
  { pack, tokens }: DraftContext,
): TokenRange {
  const [from, to] = range;
  const end = Math.min(cue === null || cue[0] < to ? to : cue[0], to + ASIDE_REACH);
  const isAside = pack.isVerbFinal && isOneOf(tokens, to, pack.wordsIn("COMMAW"));
  return isAside ? [from, end] : range;
}

/** Tokens of who somebody is, behind a name. */
const ASIDE_REACH = 6;

/** "her son", "that her son"; not "her other son". */
function isTheirs({ from, to }: Item, { pack, tokens }: DraftContext): boolean {
  return to - from < 4 && isOneOf(tokens, to - 2, pack.wordsIn("POSSSG"));
}

/** Nothing but "that" stands between the verb and the word. */
function opensContent({ contents }: Speech, from: number): boolean {
  return contents.some(([start]) => start <= from && from - start < 2);
}

/**
 * "The lawyer of A was arrested. |He| …", "The killer of A was held. |He| …": who is told of there is the lawyer or killer, whom the
 * report does not name.
 */
export function isOfBond(
  { items, index }: SentenceReading,
  name: NameMatch,
  kind: ClaimKind,
  sex: Sex,
  context: DraftContext,
): boolean {
  const { pack, classes, told } = context;
  if (pack.isVerbFinal) return false;
  const own = told.filter((one) => one.name.name === name.name && !one.isDoer);
  // "The sister of A, who was hanged, was arrested. |She| was beaten": nothing more happens to the dead.
  const isDead = own.some((one) => DEATHS.has(one.kind)) && !DEATHS.has(kind);
  if (!isDead && own.some(({ sentence }) => sentence === index)) return false;
  if (own.some((one) => GRAVE[kind]?.has(one.kind) === true)) return false;
  const at = items.findIndex(({ from, to }) => from <= name.from && name.to <= to);
  const whose = classes.of_[items[at - 1]?.set ?? 0] === 1 ? items[at - 2] : undefined;
  const owned = classes.possessive[items[at + 1]?.set ?? 0] === 1 ? items[at + 2] : undefined;
  const group = items[at]?.group ?? null;
  // "A's brother" as one item.
  const noun = whose ?? owned ?? (group !== null && group.owners.includes(name) ? items[at] : null);
  const word = noun === null || noun === undefined ? "" : (context.tokens.form[noun.to - 1] ?? "");
  const isPerson =
    pack.wordsIn("HUMAN").has(word) ||
    pack.wordsIn("KINONE").has(word) ||
    pack.wordsIn("KILLERW").has(word) ||
    BONDS.some((bond) => pack.wordsIn(`BOND.${bond}`).has(word));
  if (!isPerson || isPluralHead(word, context)) return false;
  // "A's lawyer was not informed": nothing is told of the lawyer that the next sentence could go on with.
  if (!items.some(({ set }) => classes.trigger[set] === 1)) return false;
  const sexOfNoun = sexOfWord(word, context);
  return sexOfNoun === null || sex === null || sexOfNoun === sex;
}

/** The sex that a word of kinship says ("mother"), or null ("lawyer"). */
function sexOfWord(form: string, { pack }: Pick<DraftContext, "pack">): Sex {
  if (pack.wordsIn("SEX.female").has(form)) return "female";
  return pack.wordsIn("SEX.male").has(form) ? "male" : null;
}

/** The one named whose relative or lawyer the speaker is: "A's mother", "the mother of A", "B, the wife of A,". */
function bondOfSpeaker([from, to]: TokenRange, { names, tokens, pack }: DraftContext): Bond | null {
  const { form, kind } = tokens;
  const people = namesWithin(names, [from, to + 1]).filter(({ type }) => type === "person");
  if (people.length === 0 || people.length > 2) return null;
  const marks = pack.wordsIn("COMMAW");
  for (let at = from; at < to; at++) {
    const word = form[at] ?? "";
    if (!BONDS.some((bond) => pack.wordsIn(`BOND.${bond}`).has(word))) continue;
    const start = isOneOf(tokens, at - 1, pack.wordsIn("DEF")) ? at - 1 : at;
    const [first] = people;
    if (kind[at + 1] === TOKEN.possessive) return null;
    if (kind[at - 1] === TOKEN.possessive)
      return first?.titleFrom === from && first.to === at - 1 && people.length === 1
        ? { owner: first, word }
        : null;
    // At the head of who speaks, or right behind the name that it says more of.
    if (start > from && !(isOneOf(tokens, start - 1, marks) && first?.to === start - 1))
      return null;
    const behind = pack.isVerbFinal ? at + 1 : at + 2;
    if (!pack.isVerbFinal && !isOneOf(tokens, at + 1, pack.wordsIn("OFW"))) return null;
    const owner = people.find(({ titleFrom }) => titleFrom === behind);
    const isMore = owner !== undefined && (kind[owner.to] === TOKEN.possessive || owner.to > to);
    const isPair = owner !== undefined && isOneOf(tokens, owner.to, pack.wordsIn("JOINW"));
    return owner === undefined || isMore || isPair ? null : { owner, word };
  }
  return null;
}

/** Whoever speaks where a token stands, in words told again rather than quoted; the one nearest to it. */
function toldBy(token: number, { speeches }: DraftContext): Speech | undefined {
  const around = speechesAround(token, speeches).filter(
    ({ quotes }) => !quotes.some(({ from, to }) => from <= token && token < to),
  );
  const size = ({ contents }: Speech): number =>
    contents.reduce((sum, [from, to]) => sum + to - from, 0);
  return around.sort((a, b) => size(a) - size(b))[0];
}
