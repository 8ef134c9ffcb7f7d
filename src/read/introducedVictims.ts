/**
 * In: a draft without names, and the sentences that say who somebody is. Out: those who are brought in as the ones it tells of.
 * Never: gives names where two could be meant, or where others are told of between.
 */
import { bondOf, officeOf } from "./bondOf.ts";
import type { ClaimKind } from "../model/claim.ts";
import type { Draft, DraftPerson } from "./draft.ts";
import { VICTIM_ROLE } from "./draftContext.ts";
import type { NameMatch } from "./findNames.ts";
import { isLedTo } from "./introducedLead.ts";
import { isNoun } from "./introductionWords.ts";
import type { Introduction } from "./introductions.ts";
import type { LanguagePack } from "./packRows.ts";
import { placesDiffer, sharesPlace } from "./placesApart.ts";
import { areOfOneKind, isNaming } from "./restated.ts";
import { isToldAsDead } from "./sameAge.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { holdsOneOf } from "./wordSets.ts";

/** Headline, sub-heading and lead. */
export const LEAD_SENTENCES = 3;
/** So many sentences after the count those counted are introduced. */
const REACH = 4;

/** What naming looks at, sorted once for a report. */
export type Naming = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  /** By the sentence they stand in. */
  readonly introductions: ReadonlyMap<number, readonly Introduction[]>;
  /** By the noun. */
  readonly described: ReadonlyMap<string, readonly Introduction[]>;
  readonly speakers: ReadonlySet<string>;
  /** What the report tells of each person whom it names; who did something is as good as arrested. */
  readonly kindsByName: ReadonlyMap<string, ReadonlySet<ClaimKind>>;
  /** Whose stay is told by a pronoun alone, so that it may have been an earlier one. */
  readonly stayedBefore: ReadonlySet<string>;
  readonly drafts: ReadonlyMap<number, readonly Draft[]>;
  readonly sexes: Sexes;
  /** Kinds of which a list has a row without a name. */
  readonly unnamedRows: ReadonlySet<ClaimKind>;
  /** The first sentence in which anything is told of each person. */
  readonly sentenceOf: ReadonlyMap<string, number>;
};

type Sexes = ReadonlyMap<string, "female" | "male">;

/** Whom a report introduces, and whose words it gives. */
export type Introduced = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly introductions: readonly Introduction[];
  readonly described: readonly Introduction[];
  readonly speakers: ReadonlySet<string>;
  /** What the report says of the sex of those whom it names. */
  readonly sexes: Sexes;
};

/** What the groups of the numbers from `from` on, before `to`, hold. */
function between<T>(groups: ReadonlyMap<number, readonly T[]>, from: number, to: number): T[] {
  const found: T[] = [];
  for (let at = from; at < to; at++) found.push(...(groups.get(at) ?? []));
  return found;
}

/** Different explicit times: perhaps two events. The same time, or none, is no objection. */
export function periodsDiffer(a: Draft, b: Draft): boolean {
  if (a.period === null || b.period === null || b.persons.length === 0) return false;
  // "A man was hanged in Karun last week. On Sunday 24 November A was hanged in Karun."
  if (a.sentence < LEAD_SENTENCES && isLastWeek(a) && isDate(b) && sharesPlace(a, b)) return false;
  return a.period.kind === "interval" || b.period.kind === "interval";
}

/** "last week", "this month": a lead that leaves the day to what follows. */
function isLastWeek({ period }: Draft): boolean {
  return (
    period?.value.op === "shift" &&
    (period.value.grain === "week" || period.value.grain === "month")
  );
}

/** A day of a month, of no other year. */
function isDate({ period }: Draft): boolean {
  return period?.value.op === "date" && period.value.day !== null && period.value.year === null;
}

/** Those whom sentences near a draft bring in as the ones it tells of. */
export function introducedFor(draft: Draft, naming: Naming): DraftPerson[] {
  const role = VICTIM_ROLE[draft.kind];
  const count = draft.quantity?.min;
  if (role === undefined || count == null) return [];
  const last = draft.sentence + REACH + (draft.sentence === 0 ? 1 : 0);
  const near = [
    ...(naming.introductions.get(draft.sentence) ?? []).filter(
      ({ isInside }) => isInside && (naming.pack.isVerbFinal || isToldAlone(draft, naming)),
    ),
    ...between(naming.introductions, draft.sentence + 1, last + 1).filter(
      ({ isInside, isPart, isClose, ofSentence, sentence }) =>
        // "Two were hanged. Two were spared: A and B."
        !(isInside && (isPart || !naming.pack.isVerbFinal)) &&
        (ofSentence === null || tellsSame(draft, ofSentence, naming)) &&
        (!isClose || (sentence === draft.sentence + 1 && isToldAlone(draft, naming))),
    ),
  ];
  const ahead = near.filter(({ persons }) => !areBoundElsewhere(persons, draft, naming));
  // "They are A, B, C and D. The next day five were hanged; the names of three are known": the part is of the five.
  const whole = ahead.find((one) => one.tie === "identified" && one.count === count);
  const some = ahead.find(({ isPart }) => isPart);
  const part = whole !== undefined && whole.sentence < (some?.sentence ?? 0) ? undefined : some;
  if (part !== undefined && part.least > 0 && whole === undefined)
    return someOf(ahead, draft, naming).map((name) => ({ name, role }));
  // "At least three were hanged. These prisoners were A, B and C": all of those of whom is known.
  const isKnown =
    draft.quantity?.max === count || (draft.quantity?.max === null && whole !== undefined);
  if (!isKnown || (part !== undefined && part.persons.length < count)) {
    const isTold = part !== undefined && part.persons.length <= count;
    return isTold && isOnlyWhole(part, draft, naming)
      ? part.persons.map((name) => ({ name, role }))
      : [];
  }
  const fitting = ahead.filter((introduction) => introduction.count === count);
  const chosen =
    fitting.find((introduction) => fits(introduction, draft, naming)) ??
    (count === 1 ? findDescription(draft, naming) : undefined);
  if (chosen === undefined) return [];
  const isRival = fitting.some(
    (other) => other !== chosen && fits(other, draft, naming) && !haveSameNames(other, chosen),
  );
  return isRival ? [] : chosen.persons.map((name) => ({ name, role }));
}

/** "A woman died. |Her husband|, A, …": by his bond to whom the draft tells of, unless it tells of him by that bond ("her husband died"). */
export function areBoundElsewhere(
  persons: readonly NameMatch[],
  { kind, range: [from, to] }: Draft,
  { tokens, pack }: Pick<Naming, "tokens" | "pack">,
): boolean {
  const words = { tokens, pack };
  // "Two were killed. Officer A": of the killed an office may be told later.
  const [only] = persons;
  const isOne = persons.length === 1 && only !== undefined && !HARMED.has(kind);
  const noun = bondOf(persons, words) ?? (isOne ? officeOf(only, words) : null);
  return noun !== null && !tokens.form.slice(from, to).includes(noun);
}

const HARMED: ReadonlySet<ClaimKind> = new Set(["killing", "injury"]);

/** The sentence tells of those whom the draft counts. */
function tellsSame({ kind, quantity }: Draft, sentence: number, { drafts }: Naming): boolean {
  return (drafts.get(sentence) ?? []).some(
    (other) => other.kind === kind && other.quantity?.min === quantity?.min,
  );
}

/** "One of them, A, …", "The second, B, …": all who are told to be some of those counted, where they are no more than these. */
function someOf(ahead: readonly Introduction[], draft: Draft, naming: Naming): NameMatch[] {
  const count = draft.quantity?.min ?? 0;
  const parts = ahead.filter(({ isPart }) => isPart);
  const persons = parts.flatMap((part) => part.persons);
  const isTold = parts.every(
    (part) =>
      part.least <= count &&
      isRightBehind(part, draft, ahead) &&
      !part.persons.some(({ name }) => naming.speakers.has(name)) &&
      isOnlyWhole(part, draft, naming),
  );
  const names = new Set(persons.map(({ name }) => name));
  return isTold && names.size === persons.length && persons.length <= count ? persons : [];
}

/** No sentence stands between but those that tell of others of them: whoever else it speaks of could be meant. */
function isRightBehind(part: Introduction, draft: Draft, ahead: readonly Introduction[]): boolean {
  for (let at = draft.sentence + 1; at < part.sentence; at++)
    if (!ahead.some(({ sentence, least }) => sentence === at && least > 0)) return false;
  return part.sentence > draft.sentence;
}

/** "Two were hanged and two pardoned: A and B" leaves open which of them they are. */
function isToldAlone(draft: Draft, { drafts }: Naming): boolean {
  const beside = drafts.get(draft.sentence) ?? [];
  return beside.every((other) => other === draft || VICTIM_ROLE[other.kind] === undefined);
}

/** Of nobody else, and of no other number, anything is told from the draft to those who are some of its people. */
function isOnlyWhole(part: Introduction, draft: Draft, naming: Naming): boolean {
  return (
    agreesWith(part, draft, naming) &&
    between(naming.drafts, draft.sentence, part.sentence).every(
      ({ kind, quantity }) =>
        VICTIM_ROLE[kind] === undefined ||
        (quantity?.min === draft.quantity?.min &&
          (kind === draft.kind || COMPANY[draft.kind]?.has(kind) === true)),
    )
  );
}

/** "his son was pardoned": the only one whom the report brings in by that noun. */
function findDescription(draft: Draft, naming: Naming): Introduction | undefined {
  const noun = draft.quantity?.unit?.toLowerCase().split(/\s+/).at(-1);
  const { pack } = naming;
  if (
    noun === undefined ||
    ["ACCUSEDN", "VICTIMN", "ANYPERSON"].some((name) => pack.wordsIn(name).has(noun))
  )
    return undefined;
  const bearers = naming.described.get(noun) ?? [];
  const [first] = bearers;
  if (first === undefined || bearers.some((other) => !haveSameNames(first, other)))
    return undefined;
  const isNear = Math.abs(first.sentence - draft.sentence) <= REACH;
  // "This porter is A. On Monday a porter was killed": another one.
  if (first.sentence < draft.sentence && isIndefinite(noun, draft, naming)) return undefined;
  return isNear && agreesWith(first, draft, naming) ? first : undefined;
}

/** The noun is brought in as one of its kind ("a porter"). */
function isIndefinite(
  noun: string,
  { range: [from, to] }: Draft,
  { tokens, pack }: Naming,
): boolean {
  const at = tokens.form.indexOf(noun, from);
  if (at < from || at >= to) return false;
  const indefinite = pack.wordsIn("INDEF");
  return holdsOneOf(tokens, Math.max(from, at - 2), at, indefinite);
}

function haveSameNames(a: Introduction, b: Introduction): boolean {
  return a.persons.every((person) => b.persons.some((other) => other.name === person.name));
}

/** Forms of the words for whom a draft counts. */
export function unitOf({ quantity }: Draft): readonly string[] {
  return quantity?.unit?.toLowerCase().split(/\s+/) ?? [];
}

/** The introduction speaks of those whom the draft counts. An officer's rank fits only where officers were counted. */
function fits(introduction: Introduction, draft: Draft, naming: Naming): boolean {
  const isRanked = introduction.persons.some((person) => person.isTitleOfficial);
  if (isRanked && !unitOf(draft).some((word) => naming.pack.wordsIn("UNIFORMED").has(word)))
    return false;
  if (isLedTo(introduction, draft, naming)) return true;
  if (!agreesWith(introduction, draft, naming) || placesDiffer(introduction, draft)) return false;
  // "The wounded men were identified as A and B".
  const own = naming.drafts.get(introduction.sentence)?.find(isNaming);
  if (own !== undefined && !areOfOneKind(own.kind, draft.kind)) return false;
  if (introduction.tie === "plain") return goesOn(introduction, draft, naming);
  const { head } = introduction;
  const { pack } = naming;
  const unit = unitOf(draft);
  if (isNoun("ACCUSEDN", head, pack)) return draft.kind === "arrest";
  if (isNoun("VICTIMN", head, pack)) return VICTIM_KINDS.has(draft.kind);
  if (isNoun("EXECUTEDN", head, pack)) return draft.kind === "execution";
  if (head !== null && unit.some((word) => isSameNoun(word, nounOf(head, pack), naming)))
    return !isAnotherTold(introduction, draft, naming);
  const isOpen = head === null || isNoun("ANYPERSON", head, pack);
  return isOpen && isOnlyCounted(introduction, draft, naming);
}

/** The noun of a head: its last word, or its first where what describes a noun stands behind it. */
function nounOf(head: string, pack: LanguagePack): string {
  const forms = head.split(" ");
  return (pack.isVerbFinal ? forms[0] : forms.at(-1)) ?? "";
}

/** "A prisoner was hanged. Another prisoner was moved to a cell. This prisoner is A": the noun means the other one. */
function isAnotherTold(
  { sentence }: Introduction,
  draft: Draft,
  { drafts, tokens, pack }: Naming,
): boolean {
  const further = pack.wordsIn("FURTHER");
  return between(drafts, draft.sentence + 1, sentence).some(
    (other) =>
      other.kind !== draft.kind &&
      VICTIM_ROLE[other.kind] !== undefined &&
      other.quantity?.min === draft.quantity?.min &&
      holdsOneOf(tokens, other.range[0], other.range[1], further),
  );
}

/** The noun itself, another for somebody as young, or where nouns are counted in the singular its plural. */
function isSameNoun(counted: string, head: string, { pack }: Naming): boolean {
  const young = pack.wordsIn("YOUTHW");
  if (young.has(counted) && young.has(head)) return true;
  return counted === head || (pack.isVerbFinal && counted.length > 2 && head.startsWith(counted));
}

const VICTIM_KINDS: ReadonlySet<ClaimKind> = new Set([
  "killing",
  "death-in-custody",
  "injury",
  "torture",
]);

/** What the report tells of these people elsewhere can be told of the same people as the draft. */
function agreesWith(
  { persons, tie }: Introduction,
  draft: Draft,
  { kindsByName, stayedBefore, speakers }: Naming,
): boolean {
  const allowed = COMPANY[draft.kind];
  const isTied = tie === "identified" || tie === "definite";
  const isLived = (kind: ClaimKind, name: string): boolean =>
    LIVED[draft.kind]?.has(kind) === true ||
    (kind === "stay" && tie === "identified" && stayedBefore.has(name));
  return persons.every(({ name }) => {
    const kinds = kindsByName.get(name);
    // "A and B were sentenced to death. “We are innocent,” A and B said": speaking or not.
    const isSentenced = kinds?.has("death-sentence") === true;
    if (allowed !== undefined && !isTied && !isSentenced && speakers.has(name)) return false;
    // "Two men were sentenced to death. A and B, their lawyers, said …": of whom nothing is told but what they say.
    if (kinds === undefined) return isTied || !speakers.has(name);
    if (allowed === undefined) return ![...kinds].some((kind) => kind === "killing");
    return [...kinds].every((kind) => allowed.has(kind) || (isTied && isLived(kind, name)));
  });
}

/** What else is told of those whose death is told. */
const COMPANY: Readonly<Partial<Record<ClaimKind, ReadonlySet<ClaimKind>>>> = {
  execution: new Set(["execution", "death-sentence"]),
  killing: new Set(["killing", "death-in-custody"]),
  "death-in-custody": new Set(["killing", "death-in-custody", "arrest", "torture"]),
};

/** What can be told of somebody before such a death. */
const LIVED: Readonly<Partial<Record<ClaimKind, ReadonlySet<ClaimKind>>>> = {
  execution: new Set(["arrest", "torture", "imminent-execution"]),
  killing: new Set(["torture", "injury"]),
};

/** Between count and introduction nobody else is counted by the same number, of whom another kind of thing is told. */
function isOnlyCounted({ sentence }: Introduction, draft: Draft, { drafts }: Naming): boolean {
  return !between(drafts, draft.sentence, sentence).some(
    (other) =>
      other !== draft &&
      other.quantity?.min === draft.quantity?.min &&
      VICTIM_ROLE[other.kind] !== undefined &&
      other.kind !== draft.kind &&
      other.quantity?.span.start !== draft.quantity?.span.start &&
      COMPANY[other.kind]?.has(draft.kind) !== true &&
      COMPANY[draft.kind]?.has(other.kind) !== true,
  );
}

/** "Two brothers were shot. A, 31, and his brother B, 28, were …": nothing but the number and the ages says that it is they. */
function goesOn(
  { persons, sentence, tried }: Introduction,
  draft: Draft,
  { tokens, kindsByName, pack }: Naming,
): boolean {
  // "A man was hanged. A, 29, was sentenced to death in the same case."
  if (tried?.isOpen === true && draft.kind === "execution") return false;
  if (draft.sentence >= LEAD_SENTENCES || sentence > LEAD_SENTENCES + 1) return false;
  const isNext = sentence <= draft.sentence + 2 && persons.length > 1;
  if (COMPANY[draft.kind] === undefined && isNext) return true;
  const isHanged = persons.every(({ name }) => kindsByName.get(name)?.has("execution") === true);
  // Of one alone the sentence has to tell the verdict, and nothing that could be another's.
  const isOpen =
    !pack.isVerbFinal && draft.kind === "execution" && !isHanged && tried?.isOpen !== false;
  const areInCompany = persons.every(({ name }) => isInCompany(kindsByName.get(name), draft));
  if (areInCompany && !(isOpen && persons.length === 1)) return true;
  if (persons.some(({ person }) => person?.age == null)) return false;
  const [one] = persons;
  if (one === undefined || persons.length > 1) return persons.length > 1;
  return (
    hasNumber(tokens, draft.range, one.person?.age ?? -1) &&
    isToldAsDead(one, draft.kind, tokens, pack)
  );
}

/** Of a person not named as executed it is told that he was sentenced to death: the one whose execution is told. */
function isInCompany(kinds: ReadonlySet<ClaimKind> | undefined, draft: Draft): boolean {
  return kinds !== undefined && [...kinds].some((kind) => COMPANY[draft.kind]?.has(kind) === true);
}

/** The age stands in the words of the claim. */
function hasNumber(tokens: Tokens, [from, to]: readonly [number, number], age: number): boolean {
  for (let at = from; at < to; at++)
    if (tokens.kind[at] === TOKEN.number && Number(tokens.form[at]) === age) return true;
  return false;
}
