/**
 * In: a cue verb in a line. Out: the speech it makes: speaker, kind, and where its words lie.
 * Never: reads a noun ("the reports") or a passive ("was reported") as a saying; a cue without a speaker is none.
 */
import { changeSpeech } from "./changeSpeech.ts";
import { type Item, itemOf } from "./items.ts";
import { type NounPhrase, chunkEnd } from "./nounPhrase.ts";
import type { Speech, SpeechContext } from "./speech.ts";
import { collectorOf } from "./speechCollected.ts";
import {
  closesContent,
  contentStart,
  isTail,
  opensClause,
  opensContent,
} from "./speechContents.ts";
import { type Line, is, isVerbal, opensThat, skipAhead, skipBack } from "./speechCues.ts";
import { inverseSpeech, placed } from "./speechInverse.ts";
import { isNoun, kindOf } from "./speechKinds.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { phraseBeginning } from "./speechPhrases.ts";
import { speakerOf, unknownSpeaker } from "./speechSpeaker.ts";
import { subjectBefore, verbStart } from "./speechSubject.ts";
import {
  holdsMust,
  isCourtAppeal,
  isFronted,
  isGround,
  isInQuote,
  isOption,
  isInference,
  isPassive,
  isToll,
  isUnsaid,
  needsContent,
  takesObject,
} from "./speechVerbForm.ts";
import {
  authorSpeaker,
  demandOwner,
  goesOnBySelf,
  holderOf,
  isBetweenCommas,
  isBody,
  isCommaList,
  isFree,
  isNobody,
  isOfPlace,
  isOfSource,
  isToldOf,
  mainSubject,
  quotedBy,
  sharedSubject,
  sufferers,
  withSubject,
} from "./verbSubject.ts";
import { holdsOneOf, isOneOf, isPairOf } from "./wordSets.ts";

/** A speech with the phrase that names its speaker. */
export type ReadSpeech = { readonly speech: Speech; readonly phrase: NounPhrase | null };

/** Reads the speech of the cue verb at item `k`; `previous` is the last one of the same sentence. */
export function verbSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
  previous: Speech | null,
): ReadSpeech | null {
  const { cues } = context;
  let kind = kindOf(line, k, context);
  if (kind === null || isNoun(line, k, context)) return null;
  // "is appalled by the execution of": what somebody feels about a thing is said of it.
  if (is(line, k, cues.feel) && is(line, k + 1, cues.preposition)) kind = "judge";
  // "commented on the execution of", "declared itself appalled by": what somebody thinks of it, told by the author.
  if (kind === "say" && isOpinion(line, k, context)) kind = "judge";
  // "two wanted men": the word describes them.
  if (is(line, k, cues.want) && (itemOf(line.items, k - 1)?.quantity ?? null) !== null) return null;
  // "the alleged rape", "a reported attack": the word describes a deed.
  if (!context.pack.isVerbFinal && is(line, k - 1, context.classes.of("DEF", "INDEF"))) return null;
  // "Two prisoners reported hanged": they are told of.
  if (isToldDead(line, k, context)) return null;
  if (is(line, k, cues.demandIs)) return ownedCall(line, k, context, memory);
  if (kind === "say" && isSo(line, k, context)) return null;
  if (isNounOfVerb(line, k, context)) return null;
  if (kind !== "call" && isWhatTheySay(line, k, context)) return null;
  if (kind !== "call" && is(line, k, cues.deny) && deniesWhom(line, k, context)) return null;
  if (kind !== "call" && is(line, k, cues.deny) && deniesBefore(line, k, context)) return null;
  if (kind === "call" && asksForNamelessness(line, k, context)) return null;
  if (kind === "call" && (isCourtAppeal(line, k, context) || isOption(line, k, context)))
    return null;
  const start = verbStart(line, k, cues);
  // "they had shown “not one second of remorse”": nobody says what is shown in words of another.
  if (kind === "say" && is(line, k, cues.infer) && is(line, k + 1, cues.quoteOpen)) return null;
  if (kind !== "call" && isUnsaid(line, start, k, context)) return null;
  if (kind === "call" && holdsMust(line, start, k, context)) return null;
  // "…, rights groups are warning": a finite verb with a subject of its own.
  const isGoing = is(line, k, cues.saying) && isProgressive(line, start, k, context);
  const isParticiple = is(line, k, cues.saying) && !isGoing;
  if (isParticiple && isGround(line, start, k, context)) return null;
  if (isParticiple && previous === null && isConsequence(line, k, context)) return null;
  if (kind === "judge" && findsSelf(line, k, context)) return null;
  const led = isParticiple && previous === null ? ledSpeech(line, k, kind, context, memory) : null;
  if (led !== null) return led;
  // "urges them to pass a resolution condemning …": what is asked for has not been said.
  if (isParticiple && previous?.kind === "call" && !is(line, k - 1, cues.comma)) {
    const before = itemOf(line.items, k - 1);
    if (before !== undefined && is(line, k - 1, cues.noun)) return null;
  }
  // "continued funding the militia", "went on to win": a deed goes on, no speech.
  if (is(line, k, cues.goesOn) && (isVerbal(line, k + 1) || is(line, k + 1, cues.to))) return null;
  if (!isParticiple && !isGoing && !is(line, k, cues.feel) && isPassive(line, start, k, context))
    return kind === "call" ? passiveCall(line, start, k, context) : null;
  if (kind === "say") {
    const inverse = inverseSpeech(line, k, context, memory);
    if (inverse !== null) return inverse;
  }
  if (
    kind === "say" &&
    needsContent(line, k, context) &&
    !opensContent(line, k, context) &&
    !isFronted(line, start, k, context)
  )
    return null;
  const joint = skipBack(line, start - 1, cues.time, cues.adverb);
  const isJoined =
    previous !== null &&
    (isParticiple ||
      is(line, joint, cues.conjunction) ||
      is(line, joint, cues.but) ||
      // "That this House welcomes …; regrets …; and urges": the clauses of a motion have one subject.
      (is(line, joint, cues.semicolon) && is(line, k, cues.resolves)) ||
      (is(line, joint, cues.comma) &&
        previous.cue !== null &&
        is(line, k, cues.any) &&
        isCommaList(line, joint, context)));
  if (kind === "record" && !isJoined && isOfPlace(line, start, context)) return null;
  if (kind === "say" && isToll(line, k, context)) return null;
  if (
    kind === "say" &&
    !isJoined &&
    !isParticiple &&
    !is(line, k, cues.judge) &&
    isBare(line, start, k, context)
  )
    kind = "record";
  if (
    isJoined &&
    kind === "say" &&
    !isParticiple &&
    !is(line, k, cues.judge) &&
    isBare(line, start, k, context)
  )
    kind = "record";
  const isOwn = isParticiple && withSubject(line, start, context) !== null;
  const protesters =
    isParticiple && kind === "call" ? protestersOf(line, k, previous, context) : null;
  if (isJoined && !isOwn && protesters === null)
    return placed(line, k, kind, previous.speaker, null, context, true);
  const nearest = isParticiple
    ? (protesters ?? withSubject(line, start, context) ?? mainSubject(line, k, context))
    : (sharedSubject(line, joint, context) ?? subjectBefore(line, start, cues));
  const isInserted = nearest !== null && isBetweenCommas(line, nearest, k, context);
  const phrase =
    (isInserted ? nearest : null) ??
    collectorOf(line, nearest, start, context) ??
    quotedBy(line, nearest, context) ??
    sufferers(line, nearest, context) ??
    holderOf(line, nearest, context) ??
    nearest;
  if (phrase === null || (kind === "say" && isInference(line, k, phrase, context))) return null;
  if (isNobody(line, phrase, context)) return null;
  if (isVerbOfRelative(line, k, phrase, context)) return null;
  // "For more information and media |requests|, please write to us": a noun.
  if (
    kind === "call" &&
    !context.pack.isVerbFinal &&
    is(line, k + 1, cues.comma) &&
    is(line, phrase.from - 1, cues.preposition)
  )
    return null;
  if (kind === "call" && isRuling(line, k, phrase, "COURTORDERW", context)) return null;
  if (kind === "judge" && isDeed(line, phrase, context)) return null;
  if (kind === "judge" && isRuling(line, k, phrase, "COURTREJECTW", context)) return null;
  // "Write to the minister urging him to free the men": readers are asked, and nobody is named "Write".
  if (kind === "call" && isAppeal(line, phrase, context))
    return is(line, phrase.from, cues.baseVerb) ? null : authorCall(line, k, phrase, context);
  // "If the court confirms the verdict, …": nobody has said it.
  if (is(line, phrase.from - 1, context.classes.conditional)) return null;
  if (is(line, k, cues.goesOn) && goesOnBySelf(line, k, phrase, context)) return null;
  if (is(line, k, cues.learn) && !isBody(line, phrase)) return null;
  if ((kind === "say" || is(line, k, cues.say)) && isToldOf(line, phrase, context)) return null;
  if (isOfSource(line, start, kind, previous, context)) return null;
  if (isFree(line, phrase, context)) kind = kind === "call" ? null : "record";
  if (kind === null) return null;
  const isBehind =
    closesContent(line, phrase, context) &&
    isTail(line, k + 1, context) &&
    !takesObject(line, k, context);
  if (isBehind && kind === "call" && !opensContent(line, k, context)) kind = "say";
  const speaker = speakerOf(line, phrase, context, memory, {
    isBehind,
    goesOn: is(line, k, cues.goesOn),
  });
  if (speaker === null)
    return kind === "call" && !isInQuote(line, k, context)
      ? authorCall(line, k, phrase, context)
      : null;
  return placed(line, k, kind, speaker, phrase, context, false);
}

/** "|execution of protesters| condemned", "|the death sentence in a trial| condemned by lawyers": a deed says nothing. */
function isDeed(
  line: Line,
  { from, to }: NounPhrase,
  { cues, classes, pack }: SpeechContext,
): boolean {
  if (pack.isVerbFinal) return false;
  for (let at = from; at < to; at++) {
    const { group } = line.items[at] as Item;
    if (group !== null) return false;
    if (classes.nominal[line.items[at]?.set ?? 0] === 1)
      return is(line, at + 1, classes.of_) || is(line, at + 1, cues.preposition);
  }
  return false;
}

/** "A prisoner who led a strike and |wrote| to the court was hanged": what was written is not told, and the verb behind is not of it. */
function isVerbOfRelative(
  line: Line,
  k: number,
  { to }: NounPhrase,
  { cues, classes, pack }: SpeechContext,
): boolean {
  if (pack.isVerbFinal || is(line, to - 1, cues.comma)) return false;
  const isRelative = line.items.slice(to, k).some(({ set }) => classes.relative[set] === 1);
  if (!isRelative || is(line, to, cues.comma)) return false;
  for (let at = k + 1; at < line.items.length; at++) {
    const { set, group, name, quantity } = line.items[at] as Item;
    if (classes.finiteBe[set] === 1) return at > k + 1;
    const ends = [classes.comma, classes.stop, classes.that, classes.quoteOpen, classes.and];
    if (ends.some((members) => members[set] === 1)) return false;
    const isPhrase = group !== null || name !== null || quantity !== null;
    const isOfVerb =
      at === k + 1 && classes.endsInPreposition.has(line.items[k]?.entry?.words ?? "");
    if (isPhrase && !isOfVerb && !isLed(line, at, classes)) return false;
  }
  return false;
}

/** "to |the court|", "about |two men|": a preposition stands before it and its article. */
function isLed(
  line: Line,
  at: number,
  { preposition, determiner }: SpeechContext["classes"],
): boolean {
  let before = at - 1;
  while (determiner[itemOf(line.items, before)?.set ?? 0] === 1) before--;
  return preposition[itemOf(line.items, before)?.set ?? 0] === 1;
}

/** "The court |ordered| her to pay", "|rejected| his appeal": a ruling, and no call or opinion. */
function isRuling(
  { items }: Line,
  k: number,
  { headTo }: NounPhrase,
  verbs: "COURTORDERW" | "COURTREJECTW",
  { pack, tokens }: SpeechContext,
): boolean {
  const head = tokens.form[(items[headTo - 1]?.to ?? 0) - 1] ?? "";
  const verb = tokens.form[(items[k]?.to ?? 0) - 1] ?? "";
  return pack.wordsIn("COURTHEAD").has(head) && pack.wordsIn(verbs).has(verb);
}

/** "|Noting that| 40 were hanged, the group said": what opens the sentence is said by the subject of its verb. */
function ledSpeech(
  line: Line,
  k: number,
  kind: Speech["kind"],
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { cues, pack } = context;
  if (pack.isVerbFinal || kind === "call" || !opensThat(line, k + 1)) return null;
  if (skipAhead(line, 0, cues.adverb) !== k) return null;
  for (let comma = k + 2; comma < line.items.length - 2; comma++) {
    if (!is(line, comma, cues.comma)) continue;
    const phrase = phraseBeginning(line, comma + 1, cues);
    if (phrase === null) continue;
    let verb = skipAhead(line, phrase.to, cues.adverb, cues.time);
    // "has said"; not "were reported".
    if (is(line, verb, cues.aux) && !is(line, verb, cues.be)) verb++;
    if (!is(line, verb, cues.any) || is(line, verb, cues.saying)) continue;
    const speaker = speakerOf(line, phrase, context, memory, { isBehind: true, goesOn: false });
    const read = speaker === null ? null : placed(line, k, "say", speaker, null, context, true);
    const [from, to] = [line.items[k + 1]?.from ?? 0, line.items[comma]?.from ?? 0];
    if (read === null || to <= from) return null;
    const whole: readonly [number, number] = [line.items[k]?.from ?? from, to];
    return { phrase, speech: changeSpeech(read.speech, { contents: [[from, to]], whole }) };
  }
  return null;
}

/** "According to X |workers gathered|, demanding their pay": those who protest demand it, not X. */
function protestersOf(
  line: Line,
  k: number,
  previous: Speech | null,
  { cues, pack, tokens }: SpeechContext,
): NounPhrase | null {
  if (pack.isVerbFinal || previous === null || !is(line, k - 1, cues.comma)) return null;
  const from = previous.contents.at(-1)?.[0] ?? Infinity;
  const held = pack.wordsIn("PROTESTHELD");
  let at = line.items.findIndex((item) => item.from >= from);
  if (at < 0 || at >= k) return null;
  const isHeld = line.items
    .slice(at, k)
    .some((item) => holdsOneOf(tokens, item.from, item.to, held));
  if (!isHeld) return null;
  at = skipAhead(line, at, cues.comma, cues.time, cues.thatWord);
  const phrase = phraseBeginning(line, at, cues);
  return phrase !== null && phrase.to < k ? phrase : null;
}

/** "Media |reports| in Iran have suggested", "|claims| from inside the prison say": behind a preposition and its phrase stands the verb, so the word before is its noun. */
function isNounOfVerb(line: Line, k: number, { cues, pack }: SpeechContext): boolean {
  if (pack.isVerbFinal || !is(line, k, cues.noun) || !is(line, k + 1, cues.preposition))
    return false;
  const end = chunkEnd(line, skipAhead(line, k + 1, cues.preposition, cues.adverb), cues);
  const verb = skipAhead(line, end, cues.adverb, cues.time);
  return (
    end > k + 1 && [cues.aux, cues.finite, cues.any].some((members) => is(line, verb, members))
  );
}

/** "The guards shot 40 men, |highlighting| the need for …": what was done shows it, and nobody says it. */
function isConsequence(
  line: Line,
  k: number,
  { cues, classes, pack, tokens }: SpeechContext,
): boolean {
  const verb = line.items[k];
  const isApart = is(line, k - 1, cues.comma) || is(line, k - 1, cues.conjunction);
  if (pack.isVerbFinal || verb === undefined || !isApart) return false;
  if (!isOneOf(tokens, verb.from, pack.wordsIn("CONSEQUENCEW"))) return false;
  // "released a report, |revealing| that": a paper says it.
  const isPaper = line.items.slice(0, k).some((_, at) => {
    if (!is(line, at, classes.verbal)) return false;
    const noun = skipAhead(line, at + 1, classes.determiner, cues.adjective);
    return is(line, noun, cues.noun) || is(line, noun, cues.evidence);
  });
  if (isPaper) return false;
  return line.items.slice(0, k).some((_, at) => is(line, at, classes.verbal));
}

/** "Eleven prisoners |find themselves| in solitary cells": nobody judges anything. */
function findsSelf(line: Line, k: number, { pack, tokens }: SpeechContext): boolean {
  const verb = line.items[k];
  if (pack.isVerbFinal || verb === undefined) return false;
  const isFound = isOneOf(tokens, verb.to - 1, pack.wordsIn("FINDW"));
  return isFound && isOneOf(tokens, verb.to, pack.wordsIn("SELFW"));
}

/** "is saying", "are now warning". */
function isProgressive(
  line: Line,
  start: number,
  k: number,
  { cues, pack }: SpeechContext,
): boolean {
  return (
    !pack.isVerbFinal && line.items.slice(start, k).some((_, at) => is(line, start + at, cues.be))
  );
}

/** "died in |what police believe| was an attack": a word of theirs in the author's sentence. */
function isWhatTheySay(line: Line, k: number, { cues, pack, tokens }: SpeechContext): boolean {
  if (pack.isVerbFinal || !(is(line, k + 1, cues.aux) || is(line, k + 2, cues.aux))) return false;
  const what = pack.wordsIn("WHATW");
  const opens = pack.wordsIn("PREP");
  for (let at = k - 1; at > Math.max(0, k - WHAT_REACH); at--) {
    if (is(line, at, cues.comma) || is(line, at, cues.stop)) return false;
    const item = line.items[at];
    for (let token = (item?.to ?? 1) - 1; token >= (item?.from ?? 0); token--)
      if (isOneOf(tokens, token, what)) return isOneOf(tokens, token - 1, opens);
  }
  return false;
}

/** Items from "what" to what they say. */
const WHAT_REACH = 5;

/** "denying them education", "denied the prisoners any visits": what is kept from somebody is not said. */
function deniesWhom(line: Line, k: number, { cues, classes, pack }: SpeechContext): boolean {
  const verb = line.items[k];
  if (pack.isVerbFinal || verb === undefined || verb.to - verb.from > 1) return false;
  if (opensThat(line, k + 1)) return false;
  // "were held and denied a lawyer": what is kept from those told of before.
  const right = skipAhead(line, k + 1, cues.determiner, cues.adjective);
  const joint = itemOf(line.items, k - 1);
  const isJoined = joint !== undefined && is(line, k - 1, cues.conjunction);
  if (isJoined && (is(line, right, classes.of("RIGHTN")) || isLawyer(line, right, pack)))
    return true;
  // "denied her contact with her lawyer".
  if (is(line, k + 1, classes.of("POSSP")) && is(line, k + 2, classes.of("RIGHTN"))) return true;
  if (itemOf(line.items, k + 1)?.group == null) return false;
  const what = classes.of("RIGHTN", "ADJ", "DET", "POSSP", "LOWER", "T.noun", "GROUP");

  return is(line, k + 2, what) && !is(line, k + 2, cues.finite) && !is(line, k + 2, cues.aux);
}

/** "was arrested over a killing, which he denied, and was hanged": what is denied stands before; what follows is told. */
function deniesBefore(line: Line, k: number, { cues, pack, tokens }: SpeechContext): boolean {
  if (pack.isVerbFinal) return false;
  const which = pack.wordsIn("WHICHW");
  const { comma } = cues;
  for (let at = k - 1; at > Math.max(0, k - WHICH_REACH); at--) {
    if (is(line, at, comma)) return false;
    if (isOneOf(tokens, line.items[at]?.from ?? -1, which))
      // "The ministry, which denied it, said": it denies itself.
      return is(line, at - 1, comma) && !isAll(line, at + 1, k, cues.aux, cues.adverb, cues.time);
  }
  return false;
}

function isAll(line: Line, from: number, to: number, ...members: readonly Uint8Array[]): boolean {
  for (let at = from; at < to; at++) if (!members.some((one) => is(line, at, one))) return false;
  return true;
}

/** Items between "which" and the verb of whoever denies it. */
const WHICH_REACH = 6;

function isLawyer(line: Line, at: number, pack: SpeechContext["pack"]): boolean {
  const head = itemOf(line.items, at)?.group?.head ?? null;
  return head !== null && pack.wordsIn("RIGHTN").has(head);
}

function isOpinion(line: Line, k: number, { pack, tokens, cues }: SpeechContext): boolean {
  const item = line.items[k];
  if (pack.isVerbFinal || item === undefined) return false;
  const next = tokens.form[item.to] ?? "";
  if (pack.wordsIn("SELFW").has(next)) return true;
  const own = tokens.form[item.from] ?? "";
  // "had warned on Tuesday of a rise".
  const behind = tokens.form[line.items[skipAhead(line, k + 1, cues.time)]?.from ?? -1] ?? "";
  if (pack.wordsIn("WARNW").has(own)) return pack.wordsIn("WARNOFW").has(behind);
  if (!pack.wordsIn("COMMENTW").has(own)) return false;
  const about = pack.wordsIn("ONABOUTW");
  return (
    isOneOf(tokens, item.to - 1, about) || (is(line, k + 1, cues.preposition) && about.has(next))
  );
}

/** "They said so in 1988, when …": what was said stands before, in no words of this sentence; "said so many died" has its own. */
function isSo(line: Line, k: number, { pack, tokens, cues }: SpeechContext): boolean {
  const so = line.items[k + 1];
  if (pack.isVerbFinal || so === undefined || so.to !== so.from + 1) return false;
  if (!isOneOf(tokens, so.from, pack.wordsIn("SOSAIDW"))) return false;
  const next = k + 2;
  return (
    next >= line.items.length ||
    is(line, next, cues.stop) ||
    is(line, next, cues.comma) ||
    is(line, next, cues.time) ||
    is(line, next, cues.preposition) ||
    is(line, next, cues.subordinator)
  );
}

/** "asked that her surname not be used", "asked not to be named", "requested anonymity": how a report names its source, no demand. */
function asksForNamelessness(
  line: Line,
  k: number,
  { pack, tokens, cues }: SpeechContext,
): boolean {
  if (pack.isVerbFinal) return false;
  const nameless = pack.wordsIn("NAMELESSW");
  const withheld = pack.wordsIn("WITHHELDW");
  const from = line.items[k]?.to ?? 0;
  let isNot = false;
  let isName = false;
  for (let at = k + 1; at < Math.min(line.items.length, k + NAMELESS_REACH); at++) {
    if (is(line, at, cues.comma) || is(line, at, cues.stop)) return false;
    isNot ||= is(line, at, cues.negation);
    const item = line.items[at];
    for (let token = item?.from ?? from; token < (item?.to ?? from); token++) {
      if (isOneOf(tokens, token, withheld)) return true;
      const form = tokens.form[token] ?? "";
      const isOwn = isOneOf(tokens, token - 1, pack.wordsIn("POSSP"));
      isName ||= nameless.has(form) || (isOwn && pack.wordsIn("OWNNAMEW").has(form));
    }
    if (isNot && isName) return true;
  }
  return false;
}

/** Items between a request for it and the word for a name. */
const NAMELESS_REACH = 7;

/** "The group's only demand is for the release of": the group asks; "our demand" is the author's. */
function ownedCall(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { pack, tokens, cues } = context;
  const phrase = demandOwner(line, k, context);
  if (phrase === null) return null;
  const first = line.items[phrase.from]?.from ?? 0;
  if (isOneOf(tokens, first, pack.wordsIn("POSSFIRST")))
    return authorCall(line, k, phrase, context);
  const isPronoun = phrase.to === phrase.from + 1 && is(line, phrase.from, cues.determiner);
  const speaker = isPronoun
    ? unknownSpeaker([first, first + 1])
    : speakerOf(line, phrase, context, memory, { isBehind: false, goesOn: false });
  return speaker === null ? null : placed(line, k, "call", speaker, phrase, context, false);
}

/** "Witnesses are urged to call": the author asks. */
function passiveCall(
  line: Line,
  start: number,
  k: number,
  context: SpeechContext,
): ReadSpeech | null {
  const { cues } = context;
  if (!is(line, skipAhead(line, k + 1, cues.adverb), cues.to)) return null;
  const phrase = subjectBefore(line, start, cues);
  if (phrase === null || phrase.from > 1) return null;
  return authorCall(line, k, phrase, context);
}

/** What readers are told to do opens the line. */
function isAppeal(line: Line, phrase: NounPhrase, { cues, pack, tokens }: SpeechContext): boolean {
  const first = line.items[phrase.from];
  if (pack.isVerbFinal || first === undefined || first.group !== null || first.name !== null)
    return false;
  if (skipAhead(line, 0, cues.stop, cues.dash) !== phrase.from) return false;
  return isOneOf(tokens, first.from, pack.wordsIn("WRITEINW"));
}

function authorCall(
  line: Line,
  k: number,
  phrase: NounPhrase,
  context: SpeechContext,
): ReadSpeech | null {
  const read = placed(line, k, "call", authorSpeaker(line, phrase), phrase, context, false);
  return read === null
    ? null
    : { phrase: read.phrase, speech: changeSpeech(read.speech, { isAuthor: true }) };
}

/** Neither a clause nor a quotation follows or stands before: "announced the capture of", "wrote in the margin". */
function isBare(line: Line, start: number, k: number, context: SpeechContext): boolean {
  if (opensContent(line, k, context) || isFronted(line, start, k, context)) return false;
  const at = contentStart(line, k, context);
  if (
    is(line, k, context.cues.core) &&
    at < line.items.length &&
    !is(line, at, context.cues.preposition)
  )
    return false;
  return !opensClause(line, at, context);
}

/** "Reported hanged", "reported killed": behind the noun, what others say of those it means. */
function isToldDead(line: Line, k: number, { classes, pack, tokens }: SpeechContext): boolean {
  if (pack.isVerbFinal || !is(line, k + 1, classes.of("T.part"))) return false;
  const last = (line.items[k]?.to ?? 0) - 1;
  return isPairOf(tokens, last, pack.wordsIn("TOLDDEADW"));
}
