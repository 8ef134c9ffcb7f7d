/**
 * In: calls of a report, as drafts. Out: the same, where whose life somebody asks for is at risk: "urged the court to halt
 * the execution of X", "to commute X's death sentence", "the family of X asked that his execution be halted".
 * Never: puts a speaker at risk, nor one whom the report tells to be dead, nor kin ("X's brother"), nor anybody where the word that
 * spares is not the verb of the death ("those behind the execution of X to be tried", "stop hiding the execution of X").
 */
import { changeDraft, type Draft, type DraftPerson } from "./draft.ts";
import type { LanguagePack } from "./packRows.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Tokens between the word for the death and the name. */
const REACH = 14;

/** Tokens between a death and the word that spares. */
const SPARED = 7;

/** Gives those whose lives are asked for their role. Linear in the words of the calls. */
export function endangerSpared(drafts: readonly Draft[], words: Words): readonly Draft[] {
  if (words.pack.isVerbFinal) return drafts;
  return drafts.map((draft) => {
    if (draft.kind !== "call" || !draft.persons.some(isOther)) return draft;
    const others = draft.persons.filter(isOther);
    const spared = others.filter((person) => isSpared(person, draft, words));
    if (spared.length === 0) return draft;
    const all = withJoined(spared, others, words);
    const persons = draft.persons.map((person) =>
      all.has(person) ? { name: person.name, role: "at-risk" as const } : person,
    );
    return changeDraft(draft, { persons });
  });
}

function isOther({ role }: DraftPerson): boolean {
  return role === "other";
}

function isSpared(person: DraftPerson, draft: Draft, words: Words): boolean {
  const { tokens, pack } = words;
  const { titleFrom, to } = person.name;
  const [first, last] = runOf(person, draft, words);
  const isOwner = tokens.kind[to] === TOKEN.possessive;
  const death = isOwner ? mortalWithin(to + 1, Math.min(draft.range[1], to + 4), words) : -1;
  if (death >= 0 && isSparedAt(first, endOfDeath(death, words), draft.range, words)) return true;
  if (isOwner || isOneOf(tokens, titleFrom - 1, pack.wordsIn("OF")))
    if (isOnlyOne(person, draft) && asksForHis(to, draft, words)) return true;
  if (isOwner) return false;
  // "The killers of X must not be executed": of them.
  if (!isOneOf(tokens, first - 1, pack.wordsIn("OF")) && isForbidden(last, draft, words))
    return true;
  const lowest = Math.max(draft.range[0], titleFrom - REACH);
  for (let at = titleFrom - 1; at >= lowest; at--)
    if (isMortal(at, words))
      return (
        leadsTo(at + 1, titleFrom, words) &&
        (isKeptFrom(at, draft.range, words) || isSparedAt(at, last, draft.range, words))
      );
  return false;
}

/** Tokens of the names that only commas and "and" join to one. */
function runOf(person: DraftPerson, { persons }: Draft, words: Words): readonly [number, number] {
  let [first, last] = [person, person];
  for (let steps = 0; steps < persons.length; steps++) {
    first = persons.find((one) => isBefore(one, first) && isJoined(one, first, words)) ?? first;
    last = persons.find((one) => isBefore(last, one) && isJoined(last, one, words)) ?? last;
  }
  return [first.name.titleFrom, last.name.to];
}

function isBefore(one: DraftPerson, other: DraftPerson): boolean {
  return one.name.to <= other.name.titleFrom;
}

/** "death sentence": where the words of a death end. */
function endOfDeath(death: number, { tokens, pack }: Words): number {
  const tail = pack.wordsIn("DEATHTAIL");
  return isOneOf(tokens, death + 1, tail) ? death + 2 : death + 1;
}

/** "halt the execution of", "the execution of X be halted": the word that spares is the verb of what stands between two tokens. */
function isSparedAt(
  from: number,
  to: number,
  [first, last]: Draft["range"],
  { tokens, pack }: Words,
): boolean {
  const spares = pack.wordsIn("SPAREW");
  const passed = pack.wordsIn("SPARELED");
  let at = from - 1;
  for (; at >= Math.max(first, from - SPARED); at--) {
    const form = tokens.form[at] ?? "";
    if (spares.has(form)) return true;
    if (!passed.has(form)) break;
  }
  let opener = from - 1;
  while (isOneOf(tokens, opener, pack.wordsIn("SPAREDET"))) opener--;
  const form = tokens.form[opener] ?? "";
  const isFor = pack.wordsIn("SPAREFOR").has(form);
  const isClause =
    opener < first ||
    tokens.kind[opener] !== TOKEN.word ||
    pack.wordsIn("THATW").has(form) ||
    (isFor && isOneOf(tokens, opener - 1, pack.wordsIn("SPARECALL")));
  if (!isClause) return false;
  const behind = pack.wordsIn("SPAREBE");
  for (at = to; at < Math.min(last, to + SPARED); at++) {
    const next = tokens.form[at] ?? "";
    if (at > to && spares.has(next)) return true;
    if (!behind.has(next)) return false;
  }
  return false;
}

/** "stop the state |from hanging|": those who are kept from it stand between. */
function isKeptFrom(death: number, [first]: Draft["range"], { tokens, pack }: Words): boolean {
  if (!isOneOf(tokens, death - 1, pack.wordsIn("ORIGIN"))) return false;
  for (let at = death - 2; at >= Math.max(first, death - KEPT); at--) {
    if (isOneOf(tokens, at, pack.wordsIn("KEEPFROMW"))) return true;
    if (tokens.kind[at] !== TOKEN.word) return false;
  }
  return false;
}

/** Tokens from a word that keeps somebody from a death to that death. */
const KEPT = 10;

/** "X and Y |must not be executed|". */
function isForbidden(at: number, { range }: Draft, { tokens, pack }: Words): boolean {
  for (let end = at + 1; end < Math.min(range[1], at + FORBIDDEN); end++) {
    if (!pack.wordsIn("MUSTNOTW").has(tokens.form.slice(at, end).join(" "))) continue;
    const isPassive = isOneOf(tokens, end, pack.wordsIn("SPAREBE"));
    return isPassive && isOneOf(tokens, end + 1, pack.wordsIn("MORTALW"));
  }
  return false;
}

/** Tokens of "must not". */
const FORBIDDEN = 5;

/** "execution", "hang"; "death" only of a sentence. */
function isMortal(at: number, { tokens, pack }: Words): boolean {
  const form = tokens.form[at] ?? "";
  if (pack.wordsIn("MORTALW").has(form)) return true;
  return pack.wordsIn("DEATHOFW").has(form) && isOneOf(tokens, at + 1, pack.wordsIn("DEATHTAIL"));
}

function mortalWithin(from: number, to: number, words: Words): number {
  for (let at = from; at < to; at++) if (isMortal(at, words)) return at;
  return -1;
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

function asksForHis(from: number, { range }: Draft, words: Words): boolean {
  const { tokens, pack } = words;
  const his = pack.wordsIn("POSSSG");
  for (let at = from; at < range[1]; at++) {
    if (!isOneOf(tokens, at, his)) continue;
    const death = mortalWithin(at + 1, Math.min(range[1], at + 4), words);
    if (death < 0 || holds(pack.wordsIn("SPAREBAR"), tokens, at + 1, death)) continue;
    if (tokens.kind[death - 1] === TOKEN.possessive) continue;
    if (isSparedAt(at, endOfDeath(death, words), range, words)) return true;
  }
  return false;
}

/** "the execution of the student X", "hang X and Y": no clause, no kin and no second owner stands between. */
function leadsTo(from: number, to: number, { tokens, pack }: Words): boolean {
  const links = pack.wordsIn("OFWHOM");
  let first = from;
  while (first < to && isOneOf(tokens, first, links)) first++;
  return !holds(pack.wordsIn("SPAREBAR"), tokens, first, to);
}

function holds(words: ReadonlySet<string>, tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (words.has(tokens.form[at] ?? "")) return true;
  return false;
}
