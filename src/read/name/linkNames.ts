/**
 * In: the drafts of a document. Out: the same, each with the fullest name the document gives it.
 * Never: joins two people who share a surname; leaves a short form unlinked where only one person can be meant.
 */
import { SINGLE_MIN } from "./evidence.ts";
import type { NameDraft } from "./nameDraft.ts";
import { has, isCue, type NameView, previousToken } from "./nameView.ts";
import { TOKEN } from "../tokens.ts";
import { isUncased } from "./uncasedWords.ts";
import { WORD } from "./wordClass.ts";

type Known = {
  readonly words: readonly string[];
  name: string;
  fromHeading: boolean;
  /** Brought in as somebody's relative ("Her brother, Goran Rad"). */
  readonly isKin: boolean;
  /** Where it stands first. */
  readonly from: number;
  /** What stands in quotation marks inside it ("James 'Jim' Hurst"), or null. */
  readonly nickname: string | null;
  /** By a title or by the noun for a relative. */
  readonly sex: "female" | "male" | null;
};

/** Links short forms to full names and gives unknown names what other mentions say. */
export function linkNames(view: NameView, drafts: readonly NameDraft[]): void {
  const towns = readTowns(view, drafts);
  const known = collectPeople(view, drafts);
  const index = indexPeople(known);
  const notPeople = new Set([...collectOthers(view, drafts), ...towns]);
  const called = collectCalled(drafts);
  for (const [at, draft] of drafts.entries()) {
    if (!mayBePerson(draft)) continue;
    const found = findPerson(view, draft, index, notPeople);
    const target =
      found !== null && isBesideBearer(view, draft, drafts[at - 1], found) ? null : found;
    if (target !== null) {
      draft.type = "person";
      draft.name = target.name;
    } else if (
      draft.type === "unknown" &&
      (isOfFamily(draft, index) || isCalled(draft, called, notPeople))
    ) {
      draft.type = "person";
    } else if (draft.words.length === 1) {
      if (isSharedSurname(draft, index)) draft.type = "person";
      else if (notPeople.has(draft.words[0] ?? "") && draft.weight < 5) draft.type = "unknown";
    }
  }
}

/** "of Hall Street, Blackburn": one word behind a street and a comma is the town, unless the document calls somebody so. */
function readTowns(view: NameView, drafts: readonly NameDraft[]): ReadonlySet<string> {
  const towns = new Set<string>();
  let before: NameDraft | null = null;
  for (const draft of drafts) {
    const isBehind =
      before?.type === "place" &&
      before.to + 1 === draft.from &&
      view.tokens.form[before.to] === ",";
    // "B, 25, |of Hall Street|, Halton has been charged": where somebody lives.
    const isHome = before !== null && isCue(view, before.from - 1, "of");
    before = draft;
    const [word = ""] = draft.words;
    if (!isBehind || draft.words.length > 1 || draft.titleFrom < draft.from) continue;
    if (draft.type !== "person" && draft.type !== "unknown") continue;
    const isEnded = view.tokens.form[draft.to] === "," || view.tokens.form[draft.to] === ".";
    if (!isEnded && !isHome) continue;
    const isBearer = drafts.some(({ words }) => words.length > 1 && words.includes(word));
    if (isBearer) continue;
    draft.type = "place";
    towns.add(word);
  }
  return towns;
}

/** "Kamal Rad |and Kamal|", in a script without capitals: whoever is joined to one of that name is another. */
function isBesideBearer(
  view: NameView,
  draft: NameDraft,
  before: NameDraft | undefined,
  { words }: Known,
): boolean {
  if (before === undefined || draft.words.length > 1 || !isUncased(view, draft.from)) return false;
  const { separator } = view.grammar.cues;
  return (
    words.join(" ") === before.words.join(" ") &&
    draft.titleFrom === before.to + 1 &&
    separator.has(view.tokens.form[before.to] ?? "")
  );
}

/** Persons, names that nothing told, and places that only a preposition made. */
function mayBePerson(draft: NameDraft): boolean {
  if (draft.type === "person" || draft.type === "unknown") return true;
  return draft.type === "place" && draft.id === null && draft.words.length === 1;
}

/** Full names: persons of two words or more, the longest form of each. */
function collectPeople(view: NameView, drafts: readonly NameDraft[]): Known[] {
  const known = new Map<string, Known>();
  for (const draft of drafts) {
    if (draft.type !== "person" || draft.words.length < 2) continue;
    const key = draft.words.join(" ");
    const name = draft.name ?? writtenName(view, draft.from, draft.to);
    const was = known.get(key);
    if (was === undefined)
      known.set(key, {
        words: draft.words,
        name,
        fromHeading: draft.inHeading,
        isKin: isBroughtAsKin(view, draft),
        from: draft.from,
        nickname: nicknameIn(view, draft),
        sex: draft.sex ?? sexOfKin(view, draft),
      });
    else if (was.fromHeading && !draft.inHeading) {
      was.name = name;
      was.fromHeading = false;
    }
  }
  return [...known.values()];
}

/** "James |'Jim'| Hurst". */
function nicknameIn(view: NameView, { from, to, words }: NameDraft): string | null {
  for (let at = from + 1; at < to - 1; at++) {
    const form = view.tokens.form[at] ?? "";
    const isQuoted = !(view.letterCase[at - 1] ?? 0) && view.tokens.kind[at - 1] !== TOKEN.word;
    if (isQuoted && view.tokens.kind[at] === TOKEN.word && !words.includes(form)) return form;
  }
  return null;
}

/** "his wife Nadia Rad", "Her brother, Goran Rad". */
function isBroughtAsKin(view: NameView, draft: NameDraft): boolean {
  const noun = nounBefore(view, draft);
  return noun >= 0 && has(view, noun, WORD.kin);
}

/** "his |daughter|, Tara Hurst": what the noun says. */
function sexOfKin(view: NameView, draft: NameDraft): "female" | "male" | null {
  const { sexOfKin: ofKin, sexOfNoun } = view.grammar;
  const at = nounBefore(view, draft);
  // "|His sister, |Mina Rad".
  const said = view.tokens.form.slice(Math.min(at, draft.titleFrom), Math.max(at + 1, draft.from));
  return (
    said.map((form) => ofKin.get(form) ?? sexOfNoun.get(form)).find((sex) => sex != null) ?? null
  );
}

function nounBefore(view: NameView, draft: NameDraft): number {
  if (draft.titleFrom < draft.from) return draft.titleFrom;
  const before = previousToken(view, draft.from);
  return view.tokens.form[before] === "," ? previousToken(view, before) : before;
}

type PeopleIndex = {
  readonly byKey: ReadonlyMap<string, Known>;
  readonly byWord: ReadonlyMap<string, readonly Known[]>;
};

function indexPeople(known: readonly Known[]): PeopleIndex {
  const byKey = new Map<string, Known>();
  const byWord = new Map<string, Known[]>();
  for (const person of known) {
    byKey.set(person.words.join(" "), person);
    for (const word of new Set([...person.words, person.nickname ?? ""])) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [person]);
      else list.push(person);
    }
  }
  return { byKey, byWord };
}

/** Names that are something else in this document: a short form of them is no person. */
function collectOthers(view: NameView, drafts: readonly NameDraft[]): ReadonlySet<string> {
  const others = new Set<string>();
  for (const draft of drafts) {
    if (draft.type !== "place" && draft.type !== "organisation") continue;
    if (draft.id !== null || draft.words.length > 1) others.add(draft.words.join(" "));
    const isOpened = draft.words.length === 2 && view.grammar.openers.has(draft.words[0] ?? "");
    if (isOpened) others.add(draft.words[1] ?? "");
  }
  return others;
}

/** A word that so many full names share tells nobody apart. */
const MOST_BEARERS = 40;

function findPerson(
  view: NameView,
  draft: NameDraft,
  index: PeopleIndex,
  notPeople: ReadonlySet<string>,
): Known | null {
  const isKin = isBroughtAsKin(view, draft);
  const key = draft.words.join(" ");
  const last = draft.words.at(-1) ?? "";
  const candidates = (index.byWord.get(last) ?? []).filter((person) => mayBe(draft, person));
  if (candidates.length > MOST_BEARERS) return index.byKey.get(key) ?? null;
  if (draft.words.length > 1) {
    const fuller = candidates.filter(
      (person) => person.words.length > draft.words.length && isPartOf(draft.words, person.words),
    );
    const only = fuller.length === 1 ? fuller[0] : undefined;
    return only ?? index.byKey.get(key) ?? null;
  }
  if (notPeople.has(key) && draft.type !== "person") return null;
  const bySurname = pickOne(candidates.filter((person) => person.words.at(-1) === last));
  if (bySurname !== null) return bySurname;
  const bearers = candidates.filter((person) => person.words.at(-1) === last);
  if (bearers.length > 0) return pickUnrelated(view, bearers, draft);
  const named = candidates.filter((person) => person.words[0] === last);
  // "Zand's son Ali": somebody else than the lawyer Ali of another family.
  if (isKin) return pickOne(named.filter((person) => person.isKin || hasFamily(person, index)));
  const byGiven = pickOne(named) ?? pickUnrelated(view, named, draft);
  if (byGiven !== null) return byGiven;
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return null;
  // Not "bin", "van".
  return last.length > 3 || only.nickname === last ? only : null;
}

/** "His sister, Mina Rad, … |Mr| Rad": no title means somebody of the other sex. */
function mayBe({ sex, words }: NameDraft, person: Known): boolean {
  return words.length > 1 || sex === null || person.sex === null || person.sex === sex;
}

/** Somebody else of the document bears the surname. */
function hasFamily({ words }: Known, { byWord }: PeopleIndex): boolean {
  const surname = words.at(-1) ?? "";
  return (byWord.get(surname) ?? []).some(
    (other) => other.words.at(-1) === surname && other.words[0] !== words[0],
  );
}

/** Single names that the words around them make a person ("her daughter Moza"). */
function collectCalled(drafts: readonly NameDraft[]): ReadonlySet<string> {
  const called = new Set<string>();
  for (const { type, words, weight } of drafts)
    if (type === "person" && words.length === 1 && weight >= SINGLE_MIN) called.add(words[0] ?? "");
  return called;
}

function isCalled(
  { words }: NameDraft,
  called: ReadonlySet<string>,
  notPeople: ReadonlySet<string>,
): boolean {
  const [word = ""] = words;
  return words.length === 1 && called.has(word) && !notPeople.has(word);
}

/** Two or three words of which the last is the surname of somebody in the document. */
function isOfFamily({ words, weight, inHeading }: NameDraft, { byWord }: PeopleIndex): boolean {
  const surname = words.at(-1) ?? "";
  if (words.length < 2 || words.length > 3 || inHeading || weight <= -1) return false;
  return byWord.get(surname)?.some((person) => person.words.at(-1) === surname) === true;
}

/** Two people of the document bear it: some person is meant, which one is left open. */
function isSharedSurname(draft: NameDraft, index: PeopleIndex): boolean {
  const word = draft.words[0] ?? "";
  const bearers = index.byWord.get(word) ?? [];
  if (bearers.length > MOST_BEARERS) return true;
  return bearers.filter((person) => person.words.at(-1) === word).length > 1;
}

/** The bare name that a family shares means the one of whom the report tells, not those brought in as relatives. */
function pickUnrelated(
  view: NameView,
  people: readonly Known[],
  { sex, from, to }: NameDraft,
): Known | null {
  // "Mr Hurst's daughter, Tara Hurst": a title may mean a relative, but where it says whose they are, they come later or are women.
  const isBefore =
    view.tokens.kind[to] === TOKEN.possessive ||
    people.every(
      (person) =>
        !person.isKin || person.from > from || (person.sex !== null && person.sex !== sex),
    );
  return sex === null || isBefore ? pickOne(people.filter((person) => !person.isKin)) : null;
}

/** The one person meant: forms that contain each other are one person. */
function pickOne(people: readonly Known[]): Known | null {
  const longest = people.reduce<Known | null>(
    (best, person) => (best === null || person.words.length > best.words.length ? person : best),
    null,
  );
  if (longest === null) return null;
  return people.every((person) => isPartOf(person.words, longest.words)) ? longest : null;
}

/** The words occur in the fuller name in the same order, the last being the same. */
function isPartOf(words: readonly string[], fuller: readonly string[]): boolean {
  let at = 0;
  for (const word of fuller) if (word === words[at]) at++;
  return at === words.length && words.at(-1) === fuller.at(-1);
}

/** The name as written, line breaks read as spaces. */
export function writtenName(view: NameView, from: number, to: number): string {
  const start = view.tokens.start[from] ?? 0;
  const end = view.tokens.end[to - 1] ?? start;
  const written = view.tokens.text.slice(start, end);
  return written.includes("\n") ? written.replace(/\s*\n\s*/g, " ") : written;
}

/** True where the draft is one bare given name. */
export function isGivenOnly(view: NameView, draft: NameDraft): boolean {
  return draft.words.length === 1 && has(view, draft.from, WORD.given);
}
