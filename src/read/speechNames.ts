/**
 * In: a noun phrase. Out: the name that heads it or stands beside it.
 * Never: takes a name inside a phrase for its head ("Karimi's mother").
 */
import type { NameMatch } from "./findNames.ts";
import type { Speaker, SpeechContext, TokenRange } from "./speech.ts";
import { is, type Line } from "./speechCues.ts";
import { chunkEnd, type NounPhrase } from "./nounPhrase.ts";
import { TOKEN } from "./tokens.ts";

/** A speaker that a name gives. */
export function namedSpeaker(name: NameMatch, range: TokenRange, isPlural: boolean): Speaker {
  return { range, source: name.name, name, isNamed: true, isUnnamed: false, isPlural };
}

/** Token range of items. */
export function rangeOf(line: Line, from: number, to: number): TokenRange {
  return [line.items[from]?.from ?? 0, line.items[to - 1]?.to ?? 0];
}

/** The name that heads a phrase, or stands beside it. */
export function nameOf(line: Line, phrase: NounPhrase, context: SpeechContext): NameMatch | null {
  const head = headName(line, phrase.headFrom, phrase.headTo, context);
  const holder = officeHolder(line, phrase, head, context);
  if (holder !== null) return holder;
  if (head?.type === "person" || isSeveral(line, phrase, context))
    return head !== null && isSeveral(line, phrase, context) ? null : head;
  if (head?.type === "organisation" && isWhole(line, phrase, head)) return head;
  const beside = phrase.aside === null ? null : asideName(line, phrase, phrase.aside, context);
  if (beside?.type === "person") return beside;
  if (head !== null) return head;
  if (beside === null) return null;
  const group = line.items[phrase.headTo - 1]?.group ?? null;
  if (group?.type === "institution" || is(line, phrase.headTo - 1, context.cues.orgNoun))
    return beside;
  return beside.type === "organisation"
    ? group === null && isWholeAside(line, phrase, beside)
      ? beside
      : null
    : group?.type === "noun" && group.quantity === null && isWholeAside(line, phrase, beside)
      ? beside
      : null;
}

/** "High Commissioner for Human Rights A": the office has capitals of its own, and A holds it. */
function officeHolder(
  line: Line,
  { to, headTo }: NounPhrase,
  head: NameMatch | null,
  { classes, pack, tokens, cues }: SpeechContext,
): NameMatch | null {
  if (pack.isVerbFinal || head === null || head.type === "person" || to <= headTo) return null;
  const last = line.items[to - 1];
  const person = last?.group?.persons.length === 1 ? last.group.persons[0] : last?.name;
  if (last === undefined || person?.type !== "person" || person.to !== last.to) return null;
  const isApart = last.from < person.titleFrom || !isLinked(line, to - 2, cues);
  const word = pack.lexicon.match(tokens, head.to - 1, head.to);
  return isApart && word !== null && classes.of("HUMAN", "CUE.office")[word.set] === 1
    ? person
    : null;
}

/** "the minister of A": whose he is. */
function isLinked(line: Line, at: number, cues: SpeechContext["cues"]): boolean {
  return is(line, at, cues.preposition) || is(line, at, cues.of) || is(line, at, cues.determiner);
}

/** The name is all of the phrase: nobody stands beside an agency by name alone. */
function isWhole(line: Line, { headFrom, headTo }: NounPhrase, name: NameMatch): boolean {
  return line.items[headFrom]?.from === name.from && line.items[headTo - 1]?.to === name.to;
}

/** "His widow, Nasreen, said": nothing but the name stands between the commas. */
function isWholeAside(line: Line, { aside }: NounPhrase, name: NameMatch): boolean {
  if (aside === null) return false;
  return line.items[aside[0]]?.from === name.from && line.items[aside[1] - 1]?.to === name.to;
}

function isSeveral(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  for (let i = phrase.headFrom; i < phrase.headTo; i++)
    if (is(line, i, context.cues.conjunction) && !isInTitle(line, i, phrase, context)) return true;
  return false;
}

/** "the research and advocacy director, A", "Middle East and North Africa Director A": one office, one person. */
function isInTitle(
  line: Line,
  and: number,
  { headFrom, headTo, aside }: NounPhrase,
  context: SpeechContext,
): boolean {
  const { cues, pack } = context;
  if (pack.isVerbFinal || and === headFrom || and + 2 > headTo) return false;
  const isPart = (at: number): boolean => {
    const item = line.items[at];
    if (item === undefined || item.group !== null || item.quantity !== null) return false;
    if (item.name !== null) return item.name.type === "place";
    return is(line, at, cues.plain);
  };
  const next = line.items[and + 1];
  const one = next?.group?.persons.length === 1 ? next.group.persons[0] : undefined;
  const isRegion = line.items[and - 1]?.name != null && next?.name != null;
  if (!isPart(and - 1)) return false;
  if (isPart(and + 1))
    return isRegion && and + 2 === headTo
      ? aside !== null
      : endsInOffice(line, and + 1, headTo, context);
  // "the research and |advocacy director, A|".
  const isPlain = line.items[and - 1]?.name == null;
  return isPlain && next !== undefined && one !== undefined && next.from < one.from;
}

/** The words behind go on to the word for an office, which may stand with the name. */
function endsInOffice({ items }: Line, from: number, to: number, context: SpeechContext): boolean {
  const human = context.classes.of("HUMAN");
  return items.slice(from, to).some((item) => {
    const { set, name, group } = item;
    const person = group?.persons.length === 1 ? group.persons[0] : name;
    return human[set] === 1 || (person?.type === "person" && item.from < person.from);
  });
}

function headName(line: Line, from: number, to: number, context: SpeechContext): NameMatch | null {
  const { cues } = context;
  const last = line.items[to - 1];
  if (last === undefined) return null;
  if (last.group !== null && last.group.persons.length > 1 && last.group.type === "list")
    return is(line, to - 2, cues.preposition) || is(line, to - 2, cues.of)
      ? nameBehindComma(line, to - 1)
      : null;
  // "the foundation of A": a body called after somebody.
  const isBody = context.pack.isVerbFinal && last.group?.type === "institution";
  const named = isBody ? undefined : last.group?.persons[0];
  const own = named ?? (isSpeakingName(last.name) ? last.name : null);
  if (own !== null && own !== undefined) return own;
  if (!is(line, to - 1, cues.orgNoun) && last.group?.type !== "institution") return null;
  return organisationWithin(line, from, to, context);
}

/** "… for A, B": the second of two names that only a comma parts, no list of those who speak. */
export function nameBehindComma({ items, tokens }: Line, at: number): NameMatch | null {
  const item = items[at];
  const [first, second] = item?.group?.persons ?? [];
  if (item === undefined || first === undefined || second === undefined) return null;
  const isPair = item.group?.persons.length === 2 && second.to === item.to;
  const isApart = tokens.form[second.titleFrom - 1] === "," && first.to >= second.titleFrom - 4;
  return isPair && isApart && first.titleFrom === item.from ? second : null;
}

function isSpeakingName(name: NameMatch | null): boolean {
  return name !== null && name.type !== "prison";
}

/** "the Mizan news agency": the organisation named inside, when the noun behind only says what it is. */
function organisationWithin(
  line: Line,
  from: number,
  to: number,
  context: SpeechContext,
): NameMatch | null {
  const first = line.items[from]?.from ?? 0;
  const last = line.items[to - 1]?.to ?? 0;
  const { tokens, names } = context;
  for (let at = first; at < last; at++) {
    const name = names.get(at);
    if (name === undefined || name.type !== "organisation" || name.to > last) continue;
    if (name.to === last) return name;
    return isKindOnly(name.to, last, context) && tokens.kind[name.to] !== TOKEN.possessive
      ? name
      : null;
  }
  return null;
}

function isKindOnly(from: number, to: number, context: SpeechContext): boolean {
  const entry = context.pack.lexicon.match(context.tokens, from, to);
  return (
    entry !== null &&
    entry.classes.includes("CUE.orgnoun") &&
    from + context.pack.lexicon.length() >= to
  );
}

function asideName(
  line: Line,
  phrase: NounPhrase,
  [from, to]: readonly [number, number],
  context: SpeechContext,
): NameMatch | null {
  const end = is(line, from, context.cues.any) ? -1 : chunkEnd(line, from, context.cues);
  if (end < 0 || goesOn(line, end, to, context)) return null;
  // "According to a source, a third man, X, was held": the verb behind the comma is X's.
  if (is(line, phrase.from - 1, context.cues.according) && isDone(line, to, context)) return null;
  const last = line.items[end - 1];
  const name = last?.group?.persons[0] ?? last?.name ?? null;
  // Where verbs stand last what is said begins there too ("according to sources, the body of X was …").
  if (context.pack.isVerbFinal && end >= 0 && !is(line, end, context.cues.comma)) return null;
  return name !== null &&
    (name.type === "person" || name.type === "organisation" || name.type === "unknown") &&
    end <= to
    ? name
    : null;
}

/** Behind the comma at an index stands what was done, and no word of saying. */
function isDone(line: Line, comma: number, { cues, classes }: SpeechContext): boolean {
  const at = comma + 1;
  const isVerb = is(line, at, cues.aux) || classes.trigger[line.items[at]?.set ?? 0] === 1;
  return (
    is(line, comma, cues.comma) && isVerb && !is(line, at, cues.any) && !is(line, at + 1, cues.any)
  );
}

/** "According to police, X was held": what stands behind the comma is the clause that is told, no aside. */
function goesOn(line: Line, from: number, to: number, { cues, classes }: SpeechContext): boolean {
  if (is(line, to, cues.aux)) return true;
  for (let i = from; i < to; i++) if (classes.trigger[line.items[i]?.set ?? 0] === 1) return true;
  return false;
}
