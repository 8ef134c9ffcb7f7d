/**
 * In: a cue in a line. Out: the phrase that may be its speaker, and whether it is one.
 * Never: takes those told of for those who tell.
 */
import { itemOf } from "./items.ts";
import { type NounPhrase, changePhrase } from "./nounPhrase.ts";
import type { Speaker, Speech, SpeechContext, SpeechKind } from "./speech.ts";
import { opensContent } from "./speechContents.ts";
import { type Line, is, isClosed, isPronoun, leadsOn } from "./speechCues.ts";
import { rangeOf } from "./speechNames.ts";
import { phraseEnding } from "./speechPhrases.ts";
import { firstPhrase, subjectBefore } from "./speechSubject.ts";
import { closesWith } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

/** "Suppression of women continues and …": what goes on is no speaker, where neither "that" nor a quotation follows. */
export function goesOnBySelf(
  line: Line,
  k: number,
  phrase: NounPhrase,
  context: SpeechContext,
): boolean {
  const { cues, pack } = context;
  if (pack.isVerbFinal || opensContent(line, k, context)) return false;
  // "Suppression of women": the noun before the first preposition.
  let at = phrase.from;
  while (
    at + 1 < phrase.to &&
    !is(line, at + 1, cues.preposition) &&
    !closesWith(line, at, cues.preposition, context)
  )
    at++;
  const head = line.items[at];
  if (head === undefined || head.group !== null || head.name !== null || isPronoun(line, at))
    return false;
  return ![cues.unnamed, cues.office, cues.noun, cues.evidence].some((voice) =>
    is(line, at, voice),
  );
}

/** "Officials quoted by the agency said": the officials say it. */
export function quotedBy(
  line: Line,
  nearest: NounPhrase | null,
  { cues }: SpeechContext,
): NounPhrase | null {
  const carrier = (nearest?.from ?? 0) - 1;
  if (nearest === null || carrier < 1 || !is(line, carrier, cues.carrier)) return null;
  const quoted = phraseEnding(line, carrier, cues);
  return quoted === null ? null : changePhrase(quoted, { aside: [carrier, nearest.to] });
}

/** "The group's only demand is for", "its demand is that": whose demand it is; null where nobody owns it ("demand is rising"). */
export function demandOwner(line: Line, k: number, { cues }: SpeechContext): NounPhrase | null {
  for (let at = k - 1; at >= Math.max(0, k - OWNED); at--) {
    if (is(line, at, cues.possessive)) return phraseEnding(line, at, cues);
    if (is(line, at, cues.determiner)) {
      const isOwned = !is(line, at, cues.definite) && !is(line, at, cues.indefinite);
      return isOwned ? { from: at, to: at + 1, headFrom: at, headTo: at + 1, aside: null } : null;
    }
    if (!is(line, at, cues.adverb) && !is(line, at, cues.plain)) return null;
  }
  return null;
}

/** Items between an owner and the demand. */
const OWNED = 4;

/** "Prisoners beaten by guards said": they say it, not who did it to them. */
export function sufferers(
  line: Line,
  nearest: NounPhrase | null,
  context: SpeechContext,
): NounPhrase | null {
  const { cues } = context;
  const by = (nearest?.from ?? 0) - 1;
  if (nearest === null || by < 1 || !closesWith(line, by, context.cues.by, context)) return null;
  const done = is(line, by, cues.trigger) ? by : by - 1;
  if (!is(line, done, cues.trigger)) return null;
  const held = phraseEnding(line, done, cues);
  const head = held === null ? undefined : line.items[held.headTo - 1];
  const isPeople =
    is(line, (held?.headTo ?? 0) - 1, cues.group) && head?.group?.type !== "institution";
  return held !== null && isPeople ? changePhrase(held, { aside: [done, nearest.to] }) : null;
}

/** "Karimzad, officials said, was hanged": told of is the name before the commas, and who stands between them says so. */
export function isBetweenCommas(
  line: Line,
  { from }: NounPhrase,
  k: number,
  { cues, pack }: SpeechContext,
): boolean {
  if (pack.isVerbFinal || !is(line, from - 1, cues.comma)) return false;
  let at = k + 1;
  while (is(line, at, cues.time) || is(line, at, cues.preposition)) at++;
  return is(line, at, cues.comma) && (is(line, at + 1, cues.aux) || is(line, at + 1, cues.finite));
}

/** "On Monday Hana Novotna, Special Rapporteur on the rights of defenders expressed …": the comma that closes her office is left out. */
export function holderOf(
  line: Line,
  nearest: NounPhrase | null,
  { cues, pack }: SpeechContext,
): NounPhrase | null {
  const comma = (nearest?.from ?? 0) - 1;
  if (pack.isVerbFinal || nearest === null || comma < 1 || !is(line, comma, cues.comma))
    return null;
  const named = line.items[comma - 1];
  const isPerson = named?.name?.type === "person" || named?.group?.persons.length === 1;
  const title = line.items[nearest.from];
  const isOffice =
    title?.name?.type === "organisation" && is(line, nearest.from + 1, cues.preposition);
  const isTitle = isOffice || (title?.name == null && (title?.group?.persons.length ?? 0) === 0);
  const isOther = is(line, nearest.from, cues.determiner) || isClosed(line, nearest.from);
  if (!isPerson || !isTitle || isOther) return null;
  for (let at = 0; at < comma - 1; at++) {
    const isDate = is(line, at, cues.comma) && is(line, at - 1, cues.time);
    if (is(line, at, cues.aux) || is(line, at, cues.finite) || is(line, at, cues.any)) return null;
    if (is(line, at, cues.comma) && !isDate) return null;
  }
  const holder = phraseEnding(line, comma, cues);
  return holder === null ? null : changePhrase(holder, { aside: [comma, nearest.to] });
}

/** "The family learned that …": they have it from others. */
export function isBody(line: Line, { headTo }: NounPhrase): boolean {
  const head = line.items[headTo - 1];
  const name = head?.name ?? null;
  return (name !== null && name.type !== "person") || head?.group?.type === "institution";
}

/** "Deaths reported as protests spread", "their deaths add to the toll": an event is told of, it tells nothing. */
export function isToldOf(
  line: Line,
  { from, headTo }: NounPhrase,
  { cues }: SpeechContext,
): boolean {
  const head = line.items[headTo - 1];
  const isEvent = is(line, headTo - 1, cues.eventNoun) && !is(line, headTo - 1, cues.evidence);
  if (isEvent && is(line, from, cues.determiner) && head?.group == null) return true;
  return (
    from === 0 &&
    headTo === 1 &&
    is(line, 0, cues.eventNoun) &&
    !is(line, 0, cues.evidence) &&
    line.items[0]?.group == null &&
    line.items[0]?.name == null
  );
}

/** "according to the Lawyers, a group that documents abuses": what the source does is not what it says here. */
export function isOfSource(
  line: Line,
  start: number,
  kind: SpeechKind,
  previous: Speech | null,
  { cues }: SpeechContext,
): boolean {
  if (kind !== "record" || previous?.kind !== "according") return false;
  return is(line, start - 1, cues.relative) || is(line, start - 1, cues.noun);
}

/** "No group has claimed …", "few deny …", "the 853 |executions| recorded in May": nobody says it. */
export function isNobody(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const { classes, pack, tokens } = context;
  if (isCountedDeed(line, phrase, context)) return true;
  const first = line.items[phrase.from];
  const isFew =
    phrase.to === phrase.from + 1 && isOneOf(tokens, first?.from ?? -1, pack.wordsIn("FEWW"));
  if (isFew) return true;
  // "Has |anyone| apologised?", "if anybody says so".
  if (isOneOf(tokens, first?.from ?? -1, pack.wordsIn("ANYBODYSAYW"))) return true;
  const before = line.items[phrase.from - 1];
  return !pack.isVerbFinal && before !== undefined && classes.negation[before.set] === 1;
}

/** "the 853 |executions| recorded", "an increase of 30% on |the 883| recorded": behind a number a deed, or nothing, is what was recorded. */
function isCountedDeed(
  line: Line,
  phrase: NounPhrase,
  { classes, cues, pack }: SpeechContext,
): boolean {
  if (pack.isVerbFinal || !is(line, phrase.to, cues.record)) return false;
  const last = line.items[phrase.to - 1];
  if (last === undefined || last.group !== null) return false;
  if (last.quantity !== null) return true;
  if (classes.nominal[last.set] !== 1) return false;
  return line.items.slice(phrase.from, phrase.to).some(({ quantity }) => quantity !== null);
}

/** The author as the one who asks. */
export function authorSpeaker(line: Line, phrase: NounPhrase): Speaker {
  return {
    range: rangeOf(line, phrase.from, phrase.to),
    source: null,
    name: null,
    isNamed: false,
    isUnnamed: false,
    isPlural: false,
  };
}

/** "what police called a riot", "a bullet that they said was rubber": a word of theirs in the author's sentence. */
export function isFree(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const before = itemOf(line.items, phrase.from - 1);
  if (before === undefined) return false;
  return closesWith(line, phrase.from - 1, context.cues.freeWord, context);
}

/** A country records deaths without saying so. */
export function isOfPlace(line: Line, start: number, context: SpeechContext): boolean {
  const phrase = subjectBefore(line, start, context.cues);
  return phrase === null || is(line, phrase.headTo - 1, context.cues.place);
}

/** `A condemned, B praised and C urged`: a verb right behind a comma with no noun between is a list of verbs. */
export function isCommaList(line: Line, joint: number, context: SpeechContext): boolean {
  const phrase = subjectBefore(line, joint + 1, context.cues);
  return phrase === null;
}

/** "… and said": the subject of the clause is the first noun phrase of the sentence that no preposition holds. */
export function sharedSubject(
  line: Line,
  joint: number,
  context: SpeechContext,
): NounPhrase | null {
  const { cues } = context;
  if (!is(line, joint, cues.conjunction) && !is(line, joint, cues.but)) return null;
  return firstPhrase(line, joint, context);
}

/** "denied it, with rights groups saying that …": the participle has a subject of its own behind "with". */
export function withSubject(line: Line, start: number, context: SpeechContext): NounPhrase | null {
  const phrase = phraseEnding(line, start, context.cues);
  if (phrase === null || context.pack.isVerbFinal) return null;
  const opens = context.classes.of("WITHW");
  for (let at = phrase.headTo - 1; at > Math.max(0, phrase.headTo - WITH_REACH); at--) {
    const set = line.items[at - 1]?.set ?? 0;
    if (opens[set] === 1 && is(line, at - 2, context.cues.comma))
      return { from: at, to: start, headFrom: at, headTo: start, aside: null };
  }
  return null;
}

/** Items of a subject behind "with". */
const WITH_REACH = 6;

/** Subject of the main clause, for a participle ("…, saying that"). */
export function mainSubject(line: Line, k: number, context: SpeechContext): NounPhrase | null {
  const phrase = firstPhrase(line, k, context);
  return phrase === null ? null : beforeVerb(line, phrase, k, context);
}

/** "The family spoke up about his killing, saying": where no other verb stands before the participle, a word behind the whole noun is it. */
function beforeVerb(
  line: Line,
  phrase: NounPhrase,
  k: number,
  { cues, pack }: SpeechContext,
): NounPhrase {
  const { from, to } = phrase;
  const first = itemOf(line.items, from);
  const isWhole =
    isClosed(line, from) || first?.group?.type === "person" || is(line, from, cues.name);
  if (pack.isVerbFinal || !isWhole || from + 1 >= to) return phrase;
  for (let at = to; at < k; at++)
    if (is(line, at, cues.finite) || is(line, at, cues.aux) || is(line, at, cues.participle))
      return phrase;
  const next = itemOf(line.items, from + 1);
  const { preposition, conjunction, comma, dash, hyphen, open, close, possessive } = cues;
  const { relative, quoteOpen, quoteClose, determiner, noun, orgNoun, according } = cues;
  const joins = [preposition, conjunction, comma, dash, hyphen, open, close, possessive, relative];
  const goesOn = [...joins, quoteOpen, quoteClose, determiner, noun, orgNoun, according].some(
    (members) => is(line, from + 1, members),
  );
  if (goesOn || next?.group != null || next?.name != null || leadsOn(line, from + 1)) return phrase;
  return changePhrase(phrase, { to: from + 1, headFrom: from, headTo: from + 1, aside: null });
}
