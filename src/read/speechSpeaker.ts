/**
 * In: a noun phrase that speaks. Out: the speaker with the fullest name that the document gives it.
 * Never: guesses whom a pronoun means where two could be meant; then the source is null and a note says so.
 */
import { jointSpeaker } from "./speechJoint.ts";
import { changePhrase, isMark, type NounPhrase } from "./nounPhrase.ts";
import { speakerAt } from "./changeSpeech.ts";
import type { NameMatch } from "./findNames.ts";
import type { SpeechContext, Speaker, TokenRange } from "./speech.ts";
import { findAntecedent } from "./speechAntecedent.ts";
import { is, isPronoun, type Line, skipAhead } from "./speechCues.ts";
import {
  type Entity,
  entityOf,
  findOffice,
  findRole,
  type SpeakerUse,
  type SpeechMemory,
} from "./speechMemory.ts";
import { namedSpeaker, nameOf, rangeOf } from "./speechNames.ts";
import { isWordOf } from "./speechWords.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** "Why add to their suffering?": a word that asks is nobody. */
function isAsking(
  line: Line,
  { from, headTo }: NounPhrase,
  { cues, classes }: SpeechContext,
): boolean {
  const asks = classes.of("CUE.wh");
  return (
    headTo === from + 1 && is(line, from, cues.question) && asks[line.items[from]?.set ?? 0] === 1
  );
}

/** Reads the speaker that a noun phrase names; null for the author ("I", "we"). */
export function speakerOf(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
  use: SpeakerUse,
): Speaker | null {
  const { cues } = context;
  const closing = closingName(line, phrase, context);
  if (closing !== null) return closing;
  const range = withoutThat(rangeOf(line, phrase.from, phrase.to), context);
  if (isPronoun(line, phrase.headFrom)) {
    if (
      is(line, phrase.headFrom, cues.first) ||
      is(line, phrase.headFrom, cues.question) ||
      (is(line, phrase.headFrom, cues.objective) && use.isObject !== true)
    )
      return null;
    const isWord =
      !is(line, phrase.headFrom, cues.person) &&
      !is(line, phrase.headFrom, cues.thing) &&
      !is(line, phrase.headFrom, cues.many);
    if (isWord)
      return {
        range,
        source: wordsOf(range, context),
        name: null,
        isNamed: false,
        isUnnamed: true,
        isPlural: true,
      };
    return pronounSpeaker(line, phrase.headFrom, range, context, memory, use);
  }
  const joint = context.pack.isVerbFinal ? null : jointSpeaker(line, phrase, context, memory);
  if (joint !== null) return speakerAt(joint, range);
  if (
    isNumber(line, phrase, context) ||
    isMute(line, phrase, context) ||
    isAsking(line, phrase, context)
  )
    return null;
  const aged = agedSpeaker(line, phrase, range, context, memory);
  if (aged !== null) return aged;
  const keeper = keeperOf(line, phrase, context, memory, use);
  if (keeper !== null) return keeper;
  if (isOwnOffice(line, phrase, context)) return null;
  const found = nameOf(line, phrase, context);
  const name = found !== null && isOfficeOf(line, phrase, found, context) ? null : found;
  const office =
    name === null || name.type === "person" ? null : findOffice(line, phrase, context, memory);
  if (office !== null) return speakerAt(office, range);
  if (name !== null)
    return namedSpeaker(name, rangeOf(line, phrase.from, phrase.to), isList(line, phrase, context));
  const role = findRole(line, phrase, context, memory);
  if (role !== null) return speakerAt(role, range);
  const isVague =
    (isAnaphor(line, phrase, context) &&
      (memory.entities.some(isNamed) || isThisBody(line, phrase, context))) ||
    isNoSpeaker(line, phrase, context);
  return {
    range,
    source: isVague ? null : wordsOf(range, context),
    name: null,
    isNamed: false,
    isUnnamed: isVague || isUnnamed(line, phrase, context),
    isPlural: entityOf(line, phrase, context).isMany,
  };
}

/** "This organisation" in a language without articles means one told before, whoever that is. */
function isThisBody(line: Line, { headTo }: NounPhrase, { cues, pack }: SpeechContext): boolean {
  return pack.isVerbFinal && is(line, headTo - 1, cues.orgNoun);
}

/** "said the 32-year-old", "the 41-year-old teacher said": the only one of whom the report told by name, else nobody safe. */
function agedSpeaker(
  line: Line,
  { headFrom }: NounPhrase,
  range: TokenRange,
  { tokens, pack }: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  const first = line.items[headFrom];
  if (first === undefined || pack.isVerbFinal || (first.group?.persons.length ?? 0) > 0)
    return null;
  const isAged =
    isOneOf(tokens, first.from, pack.wordsIn("DEF")) &&
    tokens.kind[first.from + 1] === TOKEN.number &&
    tokens.form[first.from + 2] === "-" &&
    first.group?.quantity == null;
  if (!isAged) return null;
  const named = memory.entities.flatMap(({ type, speaker }) =>
    type === "person" && speaker.name !== null ? [speaker.name] : [],
  );
  const [only] = named;
  const age = only?.person?.age ?? null;
  const isSameAge = age === null || age === Number(tokens.form[first.from + 1]);
  if (only !== undefined && isSameAge && named.every(({ name }) => name === only.name))
    return namedSpeaker(only, range, false);
  return { range, source: null, name: null, isNamed: false, isUnnamed: true, isPlural: false };
}

/** "The prosecutor of Yazd" where whose he is stands behind: the name is not his. */
function isOfficeOf(
  line: Line,
  { headFrom }: NounPhrase,
  name: NameMatch,
  { cues, pack }: SpeechContext,
): boolean {
  const first = line.items[headFrom];
  if (!pack.isVerbFinal || name.type === "person" || first === undefined) return false;
  if (first.from >= name.from || first.to > name.from) return false;
  return (
    name.type === "place" || first.group?.type === "institution" || is(line, headFrom, cues.office)
  );
}

/** "Hengaw's annual report", "the group's records": whose paper it is, where that is somebody with a name. */
function keeperOf(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
  use: SpeakerUse,
): Speaker | null {
  const { cues } = context;
  const last = phrase.headTo - 1;
  if (!is(line, last, cues.noun) && !is(line, last, cues.evidence)) return null;
  for (let at = last; at > phrase.headFrom; at--) {
    // "an AFP count": the body's name stands before its paper.
    const isNamed = at === last && line.items[at - 1]?.name?.type === "organisation";
    if (!isNamed && (at === last || !is(line, at, cues.possessive))) continue;
    // "A's family statement": the family's, not A's.
    const isOfFolk = !isNamed && line.items.slice(at + 1, last).some(({ group }) => group !== null);
    const end = isOfFolk ? last : at;
    const owner: NounPhrase = changePhrase(phrase, { to: end, headTo: end, aside: null });
    const keeper = speakerOf(line, owner, context, memory, use);
    return keeper?.name == null && !isOfFolk ? null : keeper;
  }
  return null;
}

/** "said the rapporteur on summary, secret or arbitrary executions, Christof Hein.": an office whose holder closes the sentence. */
function closingName(line: Line, phrase: NounPhrase, context: SpeechContext): Speaker | null {
  const { cues, pack } = context;
  let before = phrase.from - 1;
  while (is(line, before, cues.determiner) || line.items[before]?.name?.type === "organisation")
    before--;
  if (pack.isVerbFinal || !is(line, before, cues.inverse)) return null;
  let last = line.items.length - 1;
  while (last > phrase.headTo && is(line, last, cues.stop)) last--;
  const item = line.items[last];
  const name = item?.group?.persons[0] ?? item?.name ?? null;
  if (item === undefined || name?.type !== "person" || !is(line, last - 1, cues.comma)) return null;
  for (let at = phrase.headTo; at < last; at++)
    if (
      is(line, at, cues.any) ||
      is(line, at, cues.relative) ||
      is(line, at, cues.quoteOpen) ||
      is(line, at, cues.quoteClose) ||
      is(line, at, cues.aux)
    )
      return null;
  for (let at = phrase.headFrom; at < phrase.headTo; at++) {
    const one = line.items[at];
    if (one !== undefined && isWordOf(one.to - 1, cues.office, context))
      return namedSpeaker(name, rangeOf(line, phrase.from, last + 1), false);
  }
  return null;
}

function isNamed({ speaker }: Entity): boolean {
  return speaker.name !== null;
}

/** "the group", "the officer", "the statement": means somebody named before, and nothing says safely whom. */
function isAnaphor(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const { cues, classes, tokens, pack } = context;
  const first = line.items[phrase.headFrom];
  const head = line.items[phrase.headTo - 1];
  if (first === undefined || head === undefined || phrase.to > phrase.headTo) return false;
  if (!isOneOf(tokens, first.from, pack.wordsIn("DEF"))) return false;
  // "a claim that his widow rejects": the clause opens with "that", and the words say who she is.
  if (isOneOf(tokens, first.from + 1, pack.wordsIn("POSSP"))) return false;
  if (head.to - first.from > 3) return false;
  return (
    is(line, phrase.headTo - 1, cues.noun) ||
    is(line, phrase.headTo - 1, cues.orgNoun) ||
    (classes.institution[head.set] === 1
      ? isOrganisation(head.to - 1, context)
      : head.group?.type === "noun")
  );
}

function isOrganisation(token: number, { tokens, cues, pack }: SpeechContext): boolean {
  const entry = pack.lexicon.match(tokens, token, token + 1);
  return entry !== null && cues.orgNoun[entry.set] === 1;
}

/** "part of which", "Confirming", "verdict down": a relative or a bare word that no row lists speaks for nobody. */
function isNoSpeaker(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const { cues, classes, tokens, pack } = context;
  const last = phrase.headTo - 1;
  const head = line.items[last];
  if (head === undefined || isWordOf(head.to - 1, cues.relative, context)) return true;
  if (isCalledBody(line, phrase, context)) return false;
  if (head.group !== null || head.name !== null) return false;
  if (isOneOf(tokens, head.to - 1, pack.wordsIn("UNVOICED"))) return true;
  if (is(line, last, cues.saying) || classes.of("PREPAT")[head.set] === 1) return true;
  if (head.entry !== null)
    return phrase.from === last && phrase.from === 0 && isBareVerb(line, last, cues);
  for (let i = phrase.from; i < last; i++)
    if (
      is(line, i, cues.determiner) ||
      is(line, i, cues.possessive) ||
      line.items[i]?.group != null
    )
      return false;
  const opensLine =
    phrase.from === 0 &&
    (isPronoun(line, phrase.to) ||
      is(line, phrase.to, cues.group) ||
      is(line, phrase.to, cues.determiner));
  if (classes.of("CAP")[head.set] === 1 && !opensLine) return false;
  const form = tokens.form[head.to - 1] ?? "";
  return !pack.plurals.suffixes.some((suffix) => form.endsWith(suffix));
}

/** "The website X", where the noun stands first: a body with a name that no list knows. */
function isCalledBody(line: Line, { headFrom, headTo }: NounPhrase, context: SpeechContext) {
  const [from, to] = rangeOf(line, headFrom, headTo);
  const { cues, pack } = context;
  return pack.isVerbFinal && to > from + 1 && isWordOf(from, cues.orgNoun, context);
}

/** "an earlier version", "80,000 times", "Monthly" in front of a report: words that name nobody who could speak. */
function isMute(line: Line, phrase: NounPhrase, { cues, tokens, pack }: SpeechContext): boolean {
  const head = line.items[phrase.headTo - 1];
  const from = line.items[phrase.headFrom]?.from ?? 0;
  if (head === undefined || head.group !== null || head.name !== null) return false;
  const mute = pack.wordsIn("MUTE");
  if (is(line, phrase.headTo - 1, cues.noun)) return isOneOf(tokens, head.to - 1, mute);
  for (let at = from; at < head.to; at++) if (isOneOf(tokens, at, mute)) return true;
  return false;
}

/** "Give us the bodies": an order, whoever gives it. */
function isBareVerb(line: Line, at: number, cues: SpeechContext["cues"]): boolean {
  return is(line, at, cues.baseVerb) && !is(line, at, cues.noun) && !is(line, at, cues.any);
}

/** A number speaks for nobody, but where it opens the clause of a verb of saying: "|All four| told the judge that …". */
function isNumber(line: Line, phrase: NounPhrase, { cues, pack }: SpeechContext): boolean {
  const head = line.items[phrase.headTo - 1];
  if (head === undefined || head.quantity === null || head.group !== null) return false;
  const isCount = head.quantity.measure === "count" && (head.quantity.min ?? 0) > 1;
  const verb = skipAhead(line, phrase.to, cues.adverb, cues.aux);
  const before = phrase.from - 1;
  const isFirst = before < 0 || isMark(line, before, cues);
  return pack.isVerbFinal || !isCount || !isFirst || !is(line, verb, cues.say);
}

/** "my mandate", "our centre": the author's own. */
function isOwnOffice(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const first = line.items[phrase.headFrom];
  const head = line.items[phrase.headTo - 1];
  if (first === undefined || head === undefined || context.pack.isVerbFinal) return false;
  const { pack, tokens } = context;
  return (
    isOneOf(tokens, first.from, pack.wordsIn("POSSFIRST")) &&
    (isOneOf(tokens, head.to - 1, pack.wordsIn("OWNOFFICE")) ||
      isOrganisation(head.to - 1, context))
  );
}

/** "that officers", "whose lawyer": the word opens what is said, or hangs the clause on somebody else. */
function withoutThat([from, last]: TokenRange, context: SpeechContext): TokenRange {
  // "UN experts*": the mark of a footnote.
  const to = last > from + 1 && context.tokens.form[last - 1] === "*" ? last - 1 : last;
  const isWhose = isOneOf(context.tokens, from, context.pack.wordsIn("WHOSE"));
  return to > from + 1 && (isWhose || isWordOf(from, context.cues.thatWord, context))
    ? [from + 1, to]
    : [from, to];
}

/** A speaker whom nothing names. */
export function unknownSpeaker(range: TokenRange): Speaker {
  return { range, source: null, name: null, isNamed: false, isUnnamed: true, isPlural: false };
}

function isList(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  return entityOf(line, phrase, context).isMany;
}

/** Nobody and no institution is named: "a witness", "three officials", "residents". */
function isUnnamed(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const { cues } = context;
  const head = line.items[phrase.headTo - 1];
  if (
    head?.group?.type === "noun" ||
    head?.group?.type === "counted" ||
    is(line, phrase.headTo - 1, cues.noun)
  )
    return true;
  for (let i = phrase.headFrom; i < phrase.headTo; i++) {
    if (
      is(line, i, cues.unnamed) ||
      is(line, i, cues.indefinite) ||
      line.items[i]?.group?.isIndefinite === true
    )
      return true;
  }
  return false;
}

function pronounSpeaker(
  line: Line,
  at: number,
  range: TokenRange,
  context: SpeechContext,
  memory: SpeechMemory,
  use: SpeakerUse,
): Speaker {
  const found = findAntecedent(line, at, context, memory, use);
  if (found === null) return unknownSpeaker(range);
  return speakerAt(found, range);
}

function wordsOf([from, last]: TokenRange, context: SpeechContext): string {
  const { form } = context.tokens;
  // "the agency «X|»|": the mark that opens it stands before.
  const isOpen = form[last - 1] === "»" && !form.slice(from, last).includes("«");
  const to = isOpen && last > from + 1 ? last - 1 : last;
  return context.tokens.text.slice(context.tokens.start[from], context.tokens.end[to - 1]);
}
