/**
 * In: calls of a report, as drafts. Out: the same, where whose life somebody asks for is at risk: "urged the court to halt
 * the execution of X", "to commute X's death sentence", "called for his execution to be stopped" of the family of X.
 * Never: puts a speaker at risk, nor one whom the report tells to be dead, nor kin ("X's brother", "the killer of X").
 */
import { changeDraft, type Draft, type DraftPerson } from "./draft.ts";
import type { LanguagePack } from "./packRows.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Tokens between the word for the death and the name. */
const REACH = 14;

/** Gives those whose lives are asked for their role. Linear in the words of the calls. */
export function endangerSpared(drafts: readonly Draft[], words: Words): readonly Draft[] {
  if (words.pack.isVerbFinal) return drafts;
  return drafts.map((draft) => {
    if (draft.kind !== "call" || !draft.persons.some(isOther) || !asksToSpare(draft, words))
      return draft;
    const spared = draft.persons.filter(
      (person) => isOther(person) && isSpared(person, draft, words),
    );
    if (spared.length === 0) return draft;
    const all = withJoined(spared, draft.persons.filter(isOther), words);
    const persons = draft.persons.map((person) =>
      all.has(person) ? { name: person.name, role: "at-risk" as const } : person,
    );
    return changeDraft(draft, { persons });
  });
}

function isOther({ role }: DraftPerson): boolean {
  return role === "other";
}

/** A call to stop, or one whose words spare somebody ("quash", "save"). */
function asksToSpare({ modality, range: [from, to] }: Draft, { tokens, pack }: Words): boolean {
  if (modality === "called-to-stop") return true;
  return modality === "called-for" && holds(pack.wordsIn("SPAREW"), tokens, from, to);
}

function isSpared(person: DraftPerson, draft: Draft, words: Words): boolean {
  const { tokens, pack } = words;
  const { titleFrom, to } = person.name;
  const mortal = pack.wordsIn("MORTALW");
  const isOwner = tokens.kind[to] === TOKEN.possessive;
  if (isOwner && holds(mortal, tokens, to + 1, Math.min(draft.range[1], to + 4))) return true;
  if (isOwner || pack.wordsIn("OF").has(tokens.form[titleFrom - 1] ?? ""))
    if (isOnlyOne(person, draft) && asksForHis(to, draft, words)) return true;
  if (isOwner) return false;
  for (let at = titleFrom - 1; at >= Math.max(draft.range[0], titleFrom - REACH); at--) {
    if (mortal.has(tokens.form[at] ?? ""))
      return leadsTo(at + 1, titleFrom, words) && isAsked(at - 1, draft.range[0], words);
  }
  return false;
}

/** "X, Y and Z's execution": those whom only a comma or "and" parts share it. */
function withJoined(
  spared: readonly DraftPerson[],
  others: readonly DraftPerson[],
  words: Words,
): ReadonlySet<DraftPerson> {
  const all = new Set(spared);
  const sorted = [...others].sort((a, b) => a.name.from - b.name.from);
  for (const row of [sorted, [...sorted].reverse()])
    row.forEach((person, at) => {
      const before = row[at - 1];
      if (before !== undefined && all.has(before) && isJoined(before, person, words))
        all.add(person);
    });
  return all;
}

function isJoined(one: DraftPerson, other: DraftPerson, { tokens, pack }: Words): boolean {
  const [left, right] = one.name.from < other.name.from ? [one, other] : [other, one];
  const { to } = left.name;
  const { titleFrom } = right.name;
  if (to >= titleFrom || titleFrom - to > 2) return false;
  for (let at = to; at < titleFrom; at++) {
    const form = tokens.form[at] ?? "";
    if (form !== "," && !pack.wordsIn("CONJ").has(form)) return false;
  }
  return true;
}

/** "The family of X asked that his execution be halted": nobody else is named. */
function isOnlyOne(person: DraftPerson, { persons }: Draft): boolean {
  return persons.every(({ name, role }) => name.name === person.name.name || role === "speaker");
}

function asksForHis(from: number, { range: [, to] }: Draft, { tokens, pack }: Words): boolean {
  const his = pack.wordsIn("POSSSG");
  const mortal = pack.wordsIn("MORTALW");
  for (let at = from; at < to; at++)
    if (his.has(tokens.form[at] ?? "") && holds(mortal, tokens, at + 1, Math.min(to, at + 4)))
      return true;
  return false;
}

/** "the execution of the student X", "hang X and Y": no clause, no kin and no second owner stands between. */
function leadsTo(from: number, to: number, { tokens, pack }: Words): boolean {
  const links = pack.wordsIn("OFWHOM");
  let first = from;
  while (first < to && links.has(tokens.form[first] ?? "")) first++;
  return !holds(pack.wordsIn("SPAREBAR"), tokens, first, to);
}

/** Not "after the execution of X": what is told before what is asked, or as its reason. */
function isAsked(at: number, from: number, { tokens, pack }: Words): boolean {
  const bars = pack.wordsIn("SPAREAFTER");
  for (let before = at; before >= Math.max(from, at - 4); before--) {
    const form = tokens.form[before] ?? "";
    if (bars.has(form)) return false;
  }
  return true;
}

function holds(words: ReadonlySet<string>, tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (words.has(tokens.form[at] ?? "")) return true;
  return false;
}
