/**
 * In: drafts of a document, and whom its sentences introduce. Out: the same, where counted but nameless people are those
 * whom the report names elsewhere. Safe only where just as many are named as the claim counts: in claims of the same kind,
 * in a sentence that says who they are, or in one that goes on about them.
 * Never: names more people than were counted; touches a claim that has names of its own; gives a death to somebody of whom
 * the report tells something else.
 */
import type { ClaimKind, PersonRole } from "../model/claim.ts";
import { type Draft, type DraftPerson, changeDraft, replaceDrafts } from "./draft.ts";
import { VICTIM_ROLE } from "./draftContext.ts";
import {
  type Introduced,
  LEAD_SENTENCES,
  type Naming,
  introducedFor,
  areBoundElsewhere,
  periodsDiffer,
  unitOf,
} from "./introducedVictims.ts";
import type { LanguagePack } from "./packRows.ts";
import { isRivalOf, placesDiffer, sharesPlace } from "./placesApart.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** More names than this are a list of several events. */
const MOST_NAMES = 12;

/** Roles of those to whom something is done. */
export const CONCERNED: ReadonlySet<PersonRole> = new Set([
  "victim",
  "at-risk",
  "injured",
  "convicted",
]);

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
    stayedBefore: stayedByReference(drafts),
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
    const same = namesFor(draft, likeFor(draft, named.get(draft.kind) ?? []), naming);
    const persons =
      same.length > 0 || isOfKin(draft, context) ? same : introducedFor(draft, naming);
    if (persons.length > 0) changed.set(draft, withNames(draft, persons));
  }
  if (changed.size === 0) return [...drafts];
  return replaceDrafts(drafts, changed);
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

/** Whose death is only reported is nobody whose death is told. */
function likeFor({ modality }: Draft, drafts: readonly Draft[]): readonly Draft[] {
  if (modality !== "unclear") return drafts;
  return drafts.filter((one) => one.modality !== "happened");
}

/** "Two brothers by the names of …", whom nobody could read: they are not those named further down. */
function tellsNames({ range }: Draft, { tokens, pack }: Introduced): boolean {
  const words = pack.wordsIn("OWNNAMEW");
  for (let at = range[0]; words.size > 0 && at < range[1]; at++)
    if (isOneOf(tokens, at, words)) return true;
  return false;
}

/** "Brother of executed protester sentenced": whom the report brings in first may be the brother. */
function isOfKin({ anchor }: Draft, { tokens, pack }: Introduced): boolean {
  const kin = pack.wordsIn("MOURNERW");
  const links = pack.wordsIn("KINLINKW");
  let at = anchor - 1;
  while (isOneOf(tokens, at, links)) at--;
  return at < anchor - 1 && isOneOf(tokens, at, kin);
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
  return replaceDrafts(drafts, changed);
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

/** "The two had once been spared": whose stay is told without a name. */
function stayedByReference(drafts: readonly Draft[]): Set<string> {
  const stays = drafts.filter(({ kind }) => kind === "stay");
  const named = new Set<string>();
  const referred = new Set<string>();
  for (const { persons, range } of stays)
    for (const { name } of persons)
      (name.from >= range[0] && name.to <= range[1] ? named : referred).add(name.name);
  return new Set([...referred].filter((name) => !named.has(name)));
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
  // "Police shot dead |the attacker|": nobody of whose death another sentence tells.
  const doers = naming.pack.isVerbFinal ? null : naming.pack.wordsIn("ACCUSEDN");
  if (count === 1 && unitOf(draft).some((word) => doers?.has(word) === true)) return [];
  const isLead = draft.sentence < LEAD_SENTENCES;
  const isFurther = hasFurther(draft, naming);
  const isFirst = isFirstTold(draft, naming);
  const isNew = !isLead && isFirst;
  const named = new Map<string, DraftPerson>();
  let isSameScene = false;
  for (const other of drafts) {
    if (other === draft || other.kind !== draft.kind || !areOfOneMode(draft, other)) continue;
    // "Among the dead were A and B": who are some of more are not all of as many told elsewhere.
    if (other.subsetOf !== null && other.subsetOf !== draft) continue;
    // "A man was hanged in Karun. Another man, named as A, was hanged in May": nobody told before.
    if (other.sentence > draft.sentence && hasFurther(other, naming)) continue;
    // "The man who killed A was shot dead": two deaths of one sentence are two people's.
    if (count === 1 && other.sentence === draft.sentence) return [];
    const isBefore = other.sentence < draft.sentence;
    if ((isFurther || isNew) && isBefore) return [];
    // "A and B were hanged. Two men were hanged on Friday": a headline would have no such verb.
    if (isFirst && isBefore && isWholeSentence(other, naming)) return [];
    if (isLead && isBefore && (count === 1 || other.quantity?.min !== count)) continue;
    const isHeadline = draft.sentence === 0 && other.sentence < LEAD_SENTENCES;
    if ((!isHeadline && periodsDiffer(draft, other)) || placesDiffer(draft, other)) return [];
    const theirs = other.persons.filter((person) => CONCERNED.has(person.role));
    const names = theirs.map(({ name }) => name);
    if (areBoundElsewhere(names, draft, naming)) return [];
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

/** "Three inmates were executed": below the head of a report those told without an article are told for the first time. */
function isFirstTold(
  { range: [from], anchor, quantity }: Draft,
  { tokens, pack }: Naming,
): boolean {
  if (pack.isVerbFinal || (quantity?.min ?? 0) < 2) return false;
  const words = pack.wordsIn("DEF");
  return !holdsOneOf(tokens, from, anchor, words);
}

/** "were hanged": with the verb that headlines leave out. */
function isWholeSentence({ range: [from, to] }: Draft, { tokens, pack }: Naming): boolean {
  const verbs = pack.wordsIn("FINBE");
  return holdsOneOf(tokens, from, to, verbs);
}

/** "the two other victims": others than those told before. */
function hasFurther({ range: [from, to] }: Draft, { tokens, pack }: Naming): boolean {
  const words = pack.wordsIn("FURTHER");
  return holdsOneOf(tokens, from, to, words);
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
