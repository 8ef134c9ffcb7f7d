/**
 * In: drafts of a document, and whom its sentences introduce. Out: the same, where counted but nameless people are those
 * whom the report names elsewhere. Safe only where just as many are named as the claim counts: in claims of the same kind,
 * in a sentence that says who they are, or in one that goes on about them.
 * Never: names more people than were counted; touches a claim that has names of its own; gives a death to somebody of whom
 * the report tells something else.
 */
import type { ClaimKind, PersonRole } from "../model/claim.ts";
import { changeDraft, type Draft, type DraftPerson } from "./draft.ts";
import type { NameMatch } from "./findNames.ts";
import { type Introduction, isNoun } from "./introductions.ts";
import type { LanguagePack } from "./packRows.ts";
import { isRivalOf, placesDiffer, sharesPlace } from "./placesApart.ts";
import { areOfOneKind, isNaming } from "./restated.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { VICTIM_ROLE } from "./draftContext.ts";

/** Headline, sub-heading and lead. */
const LEAD_SENTENCES = 3;
/** More names than this are a list of several events. */
const MOST_NAMES = 12;
/** So many sentences after the count those counted are introduced. */
const REACH = 4;

/** Roles of those to whom something is done. */
export const CONCERNED: ReadonlySet<PersonRole> = new Set([
  "victim",
  "at-risk",
  "injured",
  "convicted",
]);

type Naming = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  /** By the sentence they stand in. */
  readonly introductions: ReadonlyMap<number, readonly Introduction[]>;
  /** By the noun. */
  readonly described: ReadonlyMap<string, readonly Introduction[]>;
  readonly speakers: ReadonlySet<string>;
  /** What the report tells of each person whom it names; who did something is as good as arrested. */
  readonly kindsByName: ReadonlyMap<string, ReadonlySet<ClaimKind>>;
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

/** Gives the names that later sentences tell to the counted but nameless people of earlier ones. */
export function nameVictims(
  all: readonly Draft[],
  context: Introduced,
  isMeant: (draft: Draft) => boolean = () => true,
): Draft[] {
  const drafts = dropDoers(all);
  const changed = new Map<Draft, Draft>();
  const named = namedByKind(drafts);
  const naming: Naming = {
    tokens: context.tokens,
    pack: context.pack,
    speakers: context.speakers,
    sexes: context.sexes,
    introductions: groupBy(context.introductions, ({ sentence }) => sentence),
    described: groupBy(context.described, ({ head }) => head ?? ""),
    drafts: groupBy(drafts, ({ sentence }) => sentence),
    kindsByName: kindsByName(drafts),
    sentenceOf: firstSentences(drafts),
    unnamedRows: new Set(
      drafts.flatMap(({ kind, rows, persons }) =>
        rows[0] === "list.names" && persons.length === 0 ? [kind] : [],
      ),
    ),
  };
  const identified = kindsIdentified(drafts, context.pack);
  for (const draft of drafts) {
    if (!isNameless(draft) || !isMeant(draft) || tellsNames(draft, context)) continue;
    if (isContested(draft, drafts, identified)) continue;
    const same = namesFor(draft, named.get(draft.kind) ?? [], naming);
    const persons = same.length > 0 ? same : introducedFor(draft, naming);
    if (persons.length > 0) changed.set(draft, withNames(draft, persons));
  }
  if (changed.size === 0) return [...drafts];
  return drafts.map((draft) => {
    const own = changed.get(draft) ?? draft;
    const whole = own.subsetOf === null ? undefined : changed.get(own.subsetOf);
    return whole === undefined ? own : changeDraft(own, { subsetOf: whole });
  });
}

/**
 * "Two were hanged in Karaj. Two were hanged in Yazd. The identity of two of the executed is A and B": of either; and a row that only
 * names can be behind both.
 */
function isContested(
  draft: Draft,
  drafts: readonly Draft[],
  identified: ReadonlySet<ClaimKind>,
): boolean {
  return (
    identified.has(draft.kind) &&
    drafts.some((other) => isRivalOf(other, draft, draft.quantity?.min ?? 0))
  );
}

/** Kinds of which a row that only names tells, of all whom it names. */
function kindsIdentified(
  drafts: readonly Draft[],
  { isVerbFinal, namingRows }: LanguagePack,
): ReadonlySet<ClaimKind> {
  if (!isVerbFinal) return new Set();
  return new Set(
    drafts.flatMap(({ kind, rows, subsetOf }) =>
      subsetOf === null && namingRows.has(rows[0] ?? "") ? [kind] : [],
    ),
  );
}

/** "Two brothers by the names of …", whom nobody could read: they are not those named further down. */
function tellsNames({ range }: Draft, { tokens, pack }: Introduced): boolean {
  const words = pack.wordsIn("OWNNAMEW");
  for (let at = range[0]; words.size > 0 && at < range[1]; at++)
    if (words.has(tokens.form[at] ?? "")) return true;
  return false;
}

/** A pronoun that seemed to mean somebody killed, whom the report says to have killed, means nobody. */
function dropDoers(drafts: readonly Draft[]): Draft[] {
  const doers = new Set<string>();
  for (const { persons } of drafts)
    for (const { name, role } of persons) if (DOERS.has(role)) doers.add(name.name);
  const changed = new Map<Draft, Draft>();
  for (const draft of doers.size === 0 ? [] : drafts) {
    if (draft.kind !== "killing" || !draft.notes.some(({ code }) => code === REFERRED)) continue;
    const persons = draft.persons.filter(
      ({ name, role }) => role !== "victim" || !doers.has(name.name),
    );
    if (persons.length === draft.persons.length) continue;
    const notes = draft.notes.filter(({ code }) => code !== REFERRED);
    changed.set(draft, changeDraft(draft, { persons, notes }));
  }
  return drafts.map((draft) => {
    const own = changed.get(draft) ?? draft;
    const whole = own.subsetOf === null ? undefined : changed.get(own.subsetOf);
    return whole === undefined ? own : changeDraft(own, { subsetOf: whole });
  });
}

const REFERRED = "person-from-pronoun";
const DOERS: ReadonlySet<PersonRole> = new Set(["alleged-perpetrator", "suspect"]);

function groupBy<K, T>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** What the groups of the numbers from `from` on, before `to`, hold. */
function between<T>(groups: ReadonlyMap<number, readonly T[]>, from: number, to: number): T[] {
  const found: T[] = [];
  for (let at = from; at < to; at++) found.push(...(groups.get(at) ?? []));
  return found;
}

function withNames(draft: Draft, persons: readonly DraftPerson[]): Draft {
  const names = new Set(persons.map(({ name }) => name.name));
  return changeDraft(draft, {
    persons: [...persons, ...draft.persons.filter(({ name }) => !names.has(name.name))],
    notes: [...draft.notes, { code: "persons-named-later", level: "doubt", span: null }],
  });
}

/** The drafts of a kind that name those concerned; none where too many are named to be one event. */
function namedByKind(drafts: readonly Draft[]): Map<string, readonly Draft[]> {
  const byKind = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (!draft.persons.some((person) => CONCERNED.has(person.role))) continue;
    byKind.set(draft.kind, [...(byKind.get(draft.kind) ?? []).slice(0, MOST_DRAFTS), draft]);
  }
  return new Map([...byKind].map(([kind, list]) => [kind, list.length > MOST_DRAFTS ? [] : list]));
}

/** More claims with names than this are a list of several events. */
const MOST_DRAFTS = 60;

function kindsByName(drafts: readonly Draft[]): Map<string, Set<ClaimKind>> {
  const kinds = new Map<string, Set<ClaimKind>>();
  for (const draft of drafts) {
    if (VICTIM_ROLE[draft.kind] === undefined) continue;
    for (const { name, role } of draft.persons) {
      const isDoer = DOERS.has(role);
      if (!CONCERNED.has(role) && !isDoer) continue;
      const kind = isDoer ? "arrest" : draft.kind;
      const own = kinds.get(name.name);
      if (own === undefined) kinds.set(name.name, new Set([kind]));
      else own.add(kind);
    }
  }
  return kinds;
}

function firstSentences(drafts: readonly Draft[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { persons, sentence } of drafts)
    for (const { name } of persons)
      first.set(name.name, Math.min(sentence, first.get(name.name) ?? sentence));
  return first;
}

function isNameless(draft: Draft): boolean {
  const { quantity } = draft;
  if (
    quantity?.measure !== "count" ||
    quantity.approximate ||
    quantity.min === null ||
    quantity.min > MOST_NAMES
  )
    return false;
  if (draft.subsetOf !== null || draft.modality === "negated") return false;
  if (quantity.max === 1 && quantity.unit === null) return false;
  return !draft.persons.some((person) => CONCERNED.has(person.role));
}

function namesFor(draft: Draft, drafts: readonly Draft[], naming: Naming): DraftPerson[] {
  const count = draft.quantity?.min;
  const isLead = draft.sentence < LEAD_SENTENCES;
  const isFurther = hasFurther(draft, naming);
  const named = new Map<string, DraftPerson>();
  let isSameScene = false;
  for (const other of drafts) {
    if (other === draft || other.kind !== draft.kind || !areOfOneMode(draft, other)) continue;
    // "Among the dead were A and B": who are some of more are not all of as many told elsewhere.
    if (other.subsetOf !== null && other.subsetOf !== draft) continue;
    // "The man who killed A was shot dead": two deaths of one sentence are two people's.
    if (count === 1 && other.sentence === draft.sentence) return [];
    const isBefore = other.sentence < draft.sentence;
    if (isFurther && isBefore) return [];
    if (isLead && isBefore && (count === 1 || other.quantity?.min !== count)) continue;
    const isHeadline = draft.sentence === 0 && other.sentence < LEAD_SENTENCES;
    if ((!isHeadline && periodsDiffer(draft, other)) || placesDiffer(draft, other)) return [];
    const theirs = other.persons.filter((person) => CONCERNED.has(person.role));
    if (theirs.length > 0 && other.quantity?.min === count)
      isSameScene ||= (count ?? 1) > 1 || sharesPlace(draft, other);
    for (const person of theirs) named.set(person.name.name, person);
  }
  if (named.size !== count || !(isLead || isSameScene)) return [];
  // A list with an unidentified man: whoever else is named is not one of as many.
  if (count > 1 && naming.unnamedRows.has(draft.kind)) return [];
  const persons = [...named.values()];
  return count === 1 && isOther(persons[0], draft, naming) ? [] : persons;
}

/** "the two other victims": others than those told before. */
function hasFurther({ range: [from, to] }: Draft, { tokens, pack }: Naming): boolean {
  const words = pack.wordsIn("FURTHER");
  return tokens.form.slice(from, to).some((form) => words.has(form));
}

/** One person of another sex than the words say, or named so far down that it may be anybody. */
function isOther(person: DraftPerson | undefined, draft: Draft, naming: Naming): boolean {
  if (person === undefined) return true;
  const { sexes, pack, sentenceOf } = naming;
  const sex = sexes.get(person.name.name);
  const opposite = sex === "female" ? "SEX.male" : "SEX.female";
  if (sex !== undefined && unitOf(draft).some((word) => pack.wordsIn(opposite).has(word)))
    return true;
  const first = sentenceOf.get(person.name.name);
  return first !== undefined && first > draft.sentence + NAMED_WITHIN;
}

/** A report names the one whom its headline tells of within so many sentences. */
const NAMED_WITHIN = 7;

/** Alike, or a killing told once as it happened and once as what somebody is tried for. */
function areOfOneMode(a: Draft, b: Draft): boolean {
  if (a.modality === b.modality) return true;
  return [a, b].every(({ kind, modality }) => kind === "killing" && TOLD_OR_TRIED.has(modality));
}

const TOLD_OR_TRIED: ReadonlySet<Draft["modality"]> = new Set(["happened", "alleged"]);

/** Different explicit times: perhaps two events. The same time, or none, is no objection. */
function periodsDiffer(a: Draft, b: Draft): boolean {
  if (a.period === null || b.period === null || b.persons.length === 0) return false;
  return a.period.kind === "interval" || b.period.kind === "interval";
}

// --- those whom a later sentence introduces ------------------------------------------------------------------

function introducedFor(draft: Draft, naming: Naming): DraftPerson[] {
  const role = VICTIM_ROLE[draft.kind];
  const count = draft.quantity?.min;
  if (role === undefined || count == null) return [];
  const last = draft.sentence + REACH + (draft.sentence === 0 ? 1 : 0);
  const ahead = [
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
  // "They are A, B, C and D. The next day five were hanged; the names of three are known": the part is of the five.
  const whole = ahead.find((one) => one.tie === "identified" && one.count === count);
  const some = ahead.find(({ isPart }) => isPart);
  const part = whole !== undefined && whole.sentence < (some?.sentence ?? 0) ? undefined : some;
  if (part !== undefined && part.least > 0 && whole === undefined)
    return someOf(ahead, draft, naming).map((name) => ({ name, role }));
  if (draft.quantity?.max !== count || (part !== undefined && part.persons.length < count)) {
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
  return tokens.form.slice(Math.max(from, at - 2), at).some((form) => indefinite.has(form));
}

function haveSameNames(a: Introduction, b: Introduction): boolean {
  return a.persons.every((person) => b.persons.some((other) => other.name === person.name));
}

function unitOf({ quantity }: Draft): readonly string[] {
  return quantity?.unit?.toLowerCase().split(/\s+/) ?? [];
}

/** The introduction speaks of those whom the draft counts. An officer's rank fits only where officers were counted. */
function fits(introduction: Introduction, draft: Draft, naming: Naming): boolean {
  const isRanked = introduction.persons.some((person) => person.isTitleOfficial);
  if (isRanked && !unitOf(draft).some((word) => naming.pack.wordsIn("UNIFORMED").has(word)))
    return false;
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
  if (head !== null && unit.some((word) => isSameNoun(word, nounOf(head, pack), pack)))
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
      tokens.form.slice(other.range[0], other.range[1]).some((form) => further.has(form)),
  );
}

/** The noun itself, or where nouns are counted in the singular its plural. */
function isSameNoun(counted: string, head: string, pack: LanguagePack): boolean {
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
  { kindsByName, speakers }: Naming,
): boolean {
  const allowed = COMPANY[draft.kind];
  const isTied = tie === "identified" || tie === "definite";
  return persons.every(({ name }) => {
    if (allowed !== undefined && !isTied && speakers.has(name)) return false;
    const kinds = kindsByName.get(name);
    if (kinds === undefined) return true;
    if (allowed === undefined) return ![...kinds].some((kind) => kind === "killing");
    return [...kinds].every(
      (kind) => allowed.has(kind) || (isTied && LIVED[draft.kind]?.has(kind) === true),
    );
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
  { persons, sentence }: Introduction,
  draft: Draft,
  { tokens, kindsByName }: Naming,
): boolean {
  if (draft.sentence >= LEAD_SENTENCES || sentence > LEAD_SENTENCES + 1) return false;
  const isNext = sentence <= draft.sentence + 2 && persons.length > 1;
  if (COMPANY[draft.kind] === undefined && isNext) return true;
  if (persons.every(({ name }) => isInCompany(kindsByName.get(name), draft))) return true;
  if (persons.some(({ person }) => person?.age == null)) return false;
  return persons.length > 1 || hasNumber(tokens, draft.range, persons[0]?.person?.age ?? -1);
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
