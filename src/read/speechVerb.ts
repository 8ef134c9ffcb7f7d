/**
 * In: a cue verb in a line. Out: the speech it makes: speaker, kind, and where its words lie.
 * Never: reads a noun ("the reports") or a passive ("was reported") as a saying; a cue without a speaker is none.
 */
import { changeSpeech } from "./changeSpeech.ts";
import { itemOf } from "./items.ts";
import type { SpeechContext, Speaker, Speech, SpeechKind, TokenRange } from "./speech.ts";
import { is, isPronoun, isVerbal, type Line, skipAhead, skipBack } from "./speechCues.ts";
import {
  afterAddressee,
  boundsAt,
  closesContent,
  contentEnd,
  contentStart,
  holdsVerb,
  isBehindQuote,
  isTail,
  opensClause,
  opensContent,
  quotesIn,
  widen,
} from "./speechContents.ts";
import { isNoun, kindOf } from "./speechKinds.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { rangeOf } from "./speechNames.ts";
import { speakerOf } from "./speechSpeaker.ts";
import { closesWith, hasEnding } from "./speechWords.ts";
import { type NounPhrase, changePhrase, chunkEnd } from "./nounPhrase.ts";
import {
  firstPhrase,
  phraseBeginning,
  phraseEnding,
  subjectBefore,
  verbStart,
} from "./speechSubject.ts";

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
  // "two wanted men": the word describes them.
  if (is(line, k, cues.want) && (itemOf(line.items, k - 1)?.quantity ?? null) !== null) return null;
  const start = verbStart(line, k, cues);
  // "they had shown “not one second of remorse”": nobody says what is shown in words of another.
  if (kind === "say" && is(line, k, cues.infer) && is(line, k + 1, cues.quoteOpen)) return null;
  if (kind !== "call" && isUnsaid(line, start, k, context)) return null;
  if (kind === "call" && holdsMust(line, start, k, context)) return null;
  const isParticiple = is(line, k, cues.saying);
  if (isParticiple && isGround(line, start, k, context)) return null;
  // "urges them to pass a resolution condemning …": what is asked for has not been said.
  if (isParticiple && previous?.kind === "call" && !is(line, k - 1, cues.comma)) {
    const before = itemOf(line.items, k - 1);
    if (before !== undefined && is(line, k - 1, cues.noun)) return null;
  }
  // "continued funding the militia", "went on to win": a deed goes on, no speech.
  if (is(line, k, cues.goesOn) && (isVerbal(line, k + 1) || is(line, k + 1, cues.to))) return null;
  if (!isParticiple && !is(line, k, cues.feel) && isPassive(line, start, k, context))
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
  if (isJoined && !isOwn) return placed(line, k, kind, previous.speaker, null, context, true);
  const nearest = isParticiple
    ? (withSubject(line, start, context) ?? mainSubject(line, k, context))
    : (sharedSubject(line, joint, context) ?? subjectBefore(line, start, cues));
  const isInserted = nearest !== null && isBetweenCommas(line, nearest, k, context);
  const phrase =
    (isInserted ? nearest : null) ??
    quotedBy(line, nearest, context) ??
    sufferers(line, nearest, context) ??
    holderOf(line, nearest, context) ??
    nearest;
  if (phrase === null || (kind === "say" && isInference(line, k, phrase, context))) return null;
  if (isNobody(line, phrase, context)) return null;
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

/** "In its report the agency branded them traitors": whom a verb of judging speaks of stands behind it. */
function takesObject(line: Line, k: number, { cues }: SpeechContext): boolean {
  if ((!is(line, k, cues.judge) && !is(line, k, cues.call)) || is(line, k, cues.say)) return false;
  const at = skipAhead(line, k + 1, cues.adverb);
  return chunkEnd(line, at, cues) > at;
}

/** "Suppression of women continues and …": what goes on is no speaker, where neither "that" nor a quotation follows. */
function goesOnBySelf(line: Line, k: number, phrase: NounPhrase, context: SpeechContext): boolean {
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

/** "after writing about pensions", "of reporting the incident", "examining and reporting back": a deed beside another, nothing is said. */
function isGround(line: Line, start: number, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  const before = skipBack(line, start - 1, cues.adverb);
  // "reacted by urging more pressure": how somebody answered is what is asked.
  if (is(line, before, cues.by) && is(line, k, cues.call)) return false;
  // "monitoring and public reporting": a noun.
  if (is(line, k - 1, cues.adjective) && !opensContent(line, k, context)) return true;
  const isLed = is(line, before, cues.preposition) && !is(line, before, cues.conjunction);
  const isPaired =
    is(line, before, cues.conjunction) &&
    isVerbal(line, before - 1) &&
    !is(line, before - 1, cues.any);
  return (isLed || isPaired) && !opensContent(line, k, context);
}

/** "Officials quoted by the agency said": the officials say it. */
function quotedBy(
  line: Line,
  nearest: NounPhrase | null,
  { cues }: SpeechContext,
): NounPhrase | null {
  const carrier = (nearest?.from ?? 0) - 1;
  if (nearest === null || carrier < 1 || !is(line, carrier, cues.carrier)) return null;
  const quoted = phraseEnding(line, carrier, cues);
  return quoted === null ? null : changePhrase(quoted, { aside: [carrier, nearest.to] });
}

/** "Prisoners beaten by guards said": they say it, not who did it to them. */
function sufferers(
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
function isBetweenCommas(
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
function holderOf(
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
  if (!isPerson || !isTitle || is(line, nearest.from, cues.determiner)) return null;
  for (let at = 0; at < comma - 1; at++) {
    const isDate = is(line, at, cues.comma) && is(line, at - 1, cues.time);
    if (is(line, at, cues.aux) || is(line, at, cues.finite) || is(line, at, cues.any)) return null;
    if (is(line, at, cues.comma) && !isDate) return null;
  }
  const holder = phraseEnding(line, comma, cues);
  return holder === null ? null : changePhrase(holder, { aside: [comma, nearest.to] });
}

/** "The commissioner must demand …": the author asks, the commissioner has not. */
function holdsMust(line: Line, start: number, k: number, { cues }: SpeechContext): boolean {
  for (let at = start; at < k; at++) if (is(line, at, cues.must)) return true;
  return false;
}

/** "The family learned that …": they have it from others. */
function isBody(line: Line, { headTo }: NounPhrase): boolean {
  const head = line.items[headTo - 1];
  const name = head?.name ?? null;
  return (name !== null && name.type !== "person") || head?.group?.type === "institution";
}

/** "Deaths reported as protests spread", "their deaths add to the toll": an event is told of, it tells nothing. */
function isToldOf(line: Line, { from, headTo }: NounPhrase, { cues }: SpeechContext): boolean {
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
function isOfSource(
  line: Line,
  start: number,
  kind: SpeechKind,
  previous: Speech | null,
  { cues }: SpeechContext,
): boolean {
  if (kind !== "record" || previous?.kind !== "according") return false;
  return is(line, start - 1, cues.relative) || is(line, start - 1, cues.noun);
}

/** "No group has claimed …": nobody says it. */
function isNobody(line: Line, phrase: NounPhrase, { classes, pack }: SpeechContext): boolean {
  const before = line.items[phrase.from - 1];
  return !pack.isVerbFinal && before !== undefined && classes.negation[before.set] === 1;
}

/** "These actions confirm that …", "history shows that …": what somebody concludes from things; nobody speaks. */
function isInference(line: Line, k: number, phrase: NounPhrase, { cues }: SpeechContext): boolean {
  if (!is(line, k, cues.infer)) return false;
  for (let at = phrase.headFrom; at < phrase.headTo; at++)
    if (
      is(line, at, cues.group) ||
      is(line, at, cues.name) ||
      is(line, at, cues.evidence) ||
      is(line, at, cues.unnamed) ||
      is(line, at, cues.office) ||
      isPronoun(line, at)
    )
      return false;
  return true;
}

/** "was reported", "are accused": the subject is not who says it, save "was quoted as saying". */
function isPassive(line: Line, start: number, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  if (is(line, k, cues.that) && is(line, k, cues.be)) return false;
  for (let i = start; i < k; i++)
    if (isBe(line, i, context) && !is(line, k, cues.saying))
      return !isProgressive(line, k, context);
  return is(line, k - 1, cues.be) || isReducedRelative(line, k, context);
}

/** "the one published a day earlier by Lantern": a form in -ed whose doer stands behind "by". */
function isReducedRelative(line: Line, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  if (!hasEnding(context.tokens.form[(line.items[k]?.to ?? 1) - 1] ?? "", "ED", context.pack))
    return false;
  const at = skipAhead(line, k + 1, cues.time, cues.adverb);
  const isName =
    is(line, at + 1, cues.name) ||
    is(line, at + 1, cues.determiner) ||
    is(line, at + 1, cues.group);
  return is(line, at, cues.by) && isName && !opensContent(line, k, context);
}

/** "was", "was not". */
function isBe(line: Line, at: number, context: SpeechContext): boolean {
  const item = line.items[at];
  if (item === undefined || is(line, at, context.cues.be)) return item !== undefined;
  if (!is(line, at, context.cues.negation) || item.to === item.from + 1) return false;
  const first = context.pack.lexicon.match(context.tokens, item.from, item.from + 1);
  return first !== null && context.cues.be[first.set] === 1;
}

function isProgressive(line: Line, k: number, context: SpeechContext): boolean {
  return hasEnding(context.tokens.form[(line.items[k]?.to ?? 1) - 1] ?? "", "ING", context.pack);
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

function authorSpeaker(line: Line, phrase: NounPhrase): Speaker {
  return {
    range: rangeOf(line, phrase.from, phrase.to),
    source: null,
    name: null,
    isNamed: false,
    isUnnamed: false,
    isPlural: false,
  };
}

function isInQuote(line: Line, k: number, context: SpeechContext): boolean {
  return (context.quotes.innermost[line.items[k]?.from ?? 0] ?? -1) >= 0;
}

/** Verbs that say something only with a clause or quotation ("found that", not "found a knife"). */
function needsContent(line: Line, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  return is(line, k, cues.that) && !is(line, k, cues.say) && !is(line, k, cues.judge);
}

/** A cue only with a clause or a figure behind it: most often another verb ("gave their consent", "held a meeting"). */
function isWeakCue(line: Line, at: number, context: SpeechContext): boolean {
  return is(line, at, context.cues.gave) || needsContent(line, at, context);
}

function isFronted(line: Line, start: number, k: number, context: SpeechContext): boolean {
  const phrase = subjectBefore(line, start, context.cues);
  if (phrase === null) return false;
  if (!is(line, k, context.cues.that) || is(line, k, context.cues.say)) {
    if (opensClause(line, k + 1, context)) return true;
  }
  // "the doctors found him fit": what is found is an object, no words of theirs.
  const { cues } = context;
  const takesObject = needsContent(line, k, context) && !is(line, k, cues.ask);
  if (takesObject && phraseBeginning(line, k + 1, cues) !== null) return false;
  return closesContent(line, phrase, context) && isTail(line, k + 1, context);
}

/** "did not say", "must explain", "refused to say": nobody says it. */
function isUnsaid(line: Line, start: number, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  for (let i = start; i < k; i++)
    if (is(line, i, cues.negation) || is(line, i, cues.must)) return true;
  const before = itemOf(line.items, k - 1);
  return (
    before !== undefined &&
    is(line, k - 1, cues.unsaid) &&
    closesWith(line, k - 1, cues.to, context)
  );
}

/** "claimed 112 lives": a toll, no saying. */
function isToll(line: Line, k: number, context: SpeechContext): boolean {
  const at = contentStart(line, k, context);
  const quantity = line.items[at]?.quantity ?? line.items[at]?.group?.quantity ?? null;
  return (
    at === k + 1 &&
    quantity !== null &&
    !opensContent(line, k, context) &&
    !opensClause(line, at, context)
  );
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

/** "what police called a riot", "a bullet that they said was rubber": a word of theirs in the author's sentence. */
function isFree(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const before = itemOf(line.items, phrase.from - 1);
  if (before === undefined) return false;
  return closesWith(line, phrase.from - 1, context.cues.freeWord, context);
}

/** A country records deaths without saying so. */
function isOfPlace(line: Line, start: number, context: SpeechContext): boolean {
  const phrase = subjectBefore(line, start, context.cues);
  return phrase === null || is(line, phrase.headTo - 1, context.cues.place);
}

/** `A condemned, B praised and C urged`: a verb right behind a comma with no noun between is a list of verbs. */
function isCommaList(line: Line, joint: number, context: SpeechContext): boolean {
  const phrase = subjectBefore(line, joint + 1, context.cues);
  return phrase === null;
}

/** "… and said": the subject of the clause is the first noun phrase of the sentence that no preposition holds. */
function sharedSubject(line: Line, joint: number, context: SpeechContext): NounPhrase | null {
  const { cues } = context;
  if (!is(line, joint, cues.conjunction) && !is(line, joint, cues.but)) return null;
  return firstPhrase(line, joint, context);
}

/** "denied it, with rights groups saying that …": the participle has a subject of its own behind "with". */
function withSubject(line: Line, start: number, context: SpeechContext): NounPhrase | null {
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
function mainSubject(line: Line, k: number, context: SpeechContext): NounPhrase | null {
  return firstPhrase(line, k, context);
}

/** `…," said X` and `…, said X, a lawyer`. */
function inverseSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { cues } = context;
  if (!is(line, k, cues.inverse)) return null;
  const before = skipBack(line, k - 1, cues.adverb);
  const closes = is(line, before, cues.quoteClose);
  const isMarked = closes || is(line, before, cues.comma) || is(line, before, cues.dash);
  if (!isMarked && before >= 0) return null;
  const next = skipAhead(line, k + 1, cues.adverb);
  if (isPronoun(line, next) && !closes) return null;
  const phrase = phraseBeginning(line, next, cues);
  if (phrase === null) return null;
  const behind = phrase.aside === null ? phrase.to : phrase.aside[1];
  if (
    !closes &&
    (is(line, phrase.to, cues.aux) ||
      is(line, phrase.to, cues.thatWord) ||
      is(line, phrase.to, cues.colon) ||
      is(line, phrase.to, cues.finite))
  )
    return null;
  if (is(line, before, cues.comma) && !holdsVerb(line, 0, before, context)) return null;
  if (!closes && !endsClause(line, behind, context)) return null;
  if (
    !closes &&
    subjectBefore(line, k, cues) !== null &&
    subjectBefore(line, k, cues)?.aside !== null &&
    before > 0 &&
    (is(line, phrase.to, cues.quoteOpen) || is(line, phrase.to, cues.participle))
  )
    return null;
  const speaker = speakerOf(line, phrase, context, memory, {
    isBehind: true,
    goesOn: is(line, k, cues.goesOn),
  });
  if (speaker === null) return null;
  const bounds = boundsAt(line, k, context);
  const mark = line.items[before];
  const contents: TokenRange[] = mark === undefined ? [] : [[bounds[0], mark.to]];
  const resumed = resumedContent(line, behind, context);
  if (resumed !== null) contents.push(resumed);
  if (contents.length === 0) return null;
  const speech = speechWith(
    line,
    k,
    "say",
    speaker,
    contents,
    bounds,
    context,
    contents[0]?.[0] ?? bounds[0],
  );
  const namedTo = line.items[phrase.to - 1]?.to ?? speech.whole[1];
  return {
    phrase,
    speech: changeSpeech(speech, { whole: [speech.whole[0], Math.max(speech.whole[1], namedTo)] }),
  };
}

/** Nothing that could be the verb or object of what stands before: `…, said X` is at its end. */
function endsClause(line: Line, at: number, context: SpeechContext): boolean {
  const { cues } = context;
  return (
    at >= line.items.length ||
    !holdsVerb(line, at, line.items.length, context) ||
    is(line, at, cues.comma) ||
    is(line, at, cues.stop) ||
    is(line, at, cues.dash) ||
    is(line, at, cues.time) ||
    is(line, at, cues.conjunction) ||
    is(line, at, cues.but) ||
    is(line, at, cues.preposition) ||
    is(line, at, cues.relative) ||
    is(line, at, cues.subordinator) ||
    is(line, at, cues.adverb) ||
    is(line, at, cues.open)
  );
}

/** `A, X said, B`: the words go on behind the second comma, up to another voice. */
function insertedContent(
  line: Line,
  k: number,
  bounds: TokenRange,
  context: SpeechContext,
): TokenRange | null {
  const { cues } = context;
  const comma = afterAddressee(line, k, context);
  if (
    !is(line, comma, cues.comma) ||
    is(line, comma + 1, cues.but) ||
    is(line, comma + 1, cues.subordinator)
  )
    return null;
  let end = comma + 1;
  while (
    end < line.items.length &&
    (!is(line, end, cues.any) || isWeakCue(line, end, context)) &&
    !is(line, end, cues.semicolon) &&
    !is(line, end, cues.according)
  )
    end++;
  if (end < line.items.length && !is(line, end, cues.semicolon)) return null;
  const from = line.items[comma]?.to ?? 0;
  const to = Math.min(bounds[1], line.items[end - 1]?.to ?? 0);
  return to - from > 2 ? [from, to] : null;
}

/** `"A," said X, "B"`: the quotation that goes on. */
function resumedContent(line: Line, from: number, context: SpeechContext): TokenRange | null {
  const { cues } = context;
  for (let i = from; i < line.items.length; i++) {
    if (is(line, i, cues.any) || is(line, i, cues.subordinator) || is(line, i, cues.but))
      return null;
    if (!is(line, i, cues.quoteOpen)) continue;
    return [line.items[i]?.from ?? 0, line.items.at(-1)?.to ?? 0];
  }
  return null;
}

/** The speech of a cue, with where its words lie. */
export function placed(
  line: Line,
  k: number,
  kind: SpeechKind,
  speaker: Speaker,
  phrase: NounPhrase | null,
  context: SpeechContext,
  isJoined: boolean,
): ReadSpeech | null {
  const { cues } = context;
  const bounds = boundsAt(line, k, context);
  const cueItem = line.items[k];
  if (cueItem === undefined) return null;
  const contents: TokenRange[] = [];
  const isBehind =
    phrase !== null &&
    !isJoined &&
    kind !== "call" &&
    closesContent(line, phrase, context) &&
    !takesObject(line, k, context) &&
    (isTail(line, k + 1, context) || isBehindQuote(line, phrase, k, context)) &&
    !is(line, skipAhead(line, k + 1, cues.time, cues.adverb), cues.colon);
  if (isBehind) {
    contents.push([
      frontStart(line, phrase.from, bounds, context),
      line.items[phrase.from]?.from ?? bounds[0],
    ]);
    const resumed =
      resumedContent(line, k + 1, context) ?? insertedContent(line, k, bounds, context);
    if (resumed !== null) contents.push(resumed);
  } else {
    const at = contentStart(line, k, context);
    const first = line.items[at] ?? (kind === "call" ? line.items.at(-1) : undefined);
    if (first === undefined) return null;
    const end = contentEnd(line, k, at, context);
    const last = line.items[end - 1];
    // "put the toll at 65": the words of the cue tell the event too.
    const from = is(line, k, cues.put) && kind === "record" ? cueItem.from : first.from;
    contents.push([from, Math.min(bounds[1], last?.to ?? bounds[1])]);
  }
  const kept = contents.filter(([from, to]) => to > from);
  if (kept.length === 0) return null;
  const wholeFrom = isBehind
    ? (kept[0]?.[0] ?? bounds[0])
    : isJoined || phrase === null
      ? cueItem.from
      : (line.items[phrase.from]?.from ?? cueItem.from);
  return { phrase, speech: speechWith(line, k, kind, speaker, kept, bounds, context, wholeFrom) };
}

/** What is said before its speaker begins with the sentence, or behind a semicolon. */
function frontStart(
  line: Line,
  phrase: number,
  bounds: TokenRange,
  context: SpeechContext,
): number {
  for (let i = phrase - 2; i > 0; i--) {
    const item = line.items[i];
    if (item === undefined || item.from < bounds[0] || isInQuote(line, i, context)) continue;
    if (is(line, i, context.cues.semicolon)) return item.to;
    if (is(line, i, context.cues.colon) && is(line, i + 1, context.cues.quoteOpen)) return item.to;
  }
  return bounds[0];
}

function speechWith(
  line: Line,
  k: number,
  kind: SpeechKind,
  speaker: Speaker,
  contents: readonly TokenRange[],
  bounds: TokenRange,
  context: SpeechContext,
  wholeFrom: number,
): Speech {
  const cueItem = line.items[k];
  const isTold = isInQuote(line, k, context);
  const quotes = quotesIn(contents, context).filter((quote) => !isTold || quote.from >= bounds[0]);
  const widened = widen(contents, quotes, bounds);
  const end = Math.max(...widened.map(([, to]) => to));
  return {
    kind,
    sentence: line.reading.index,
    speaker,
    cue: cueItem === undefined ? null : [cueItem.from, cueItem.to],
    contents: widened,
    whole: [wholeFrom, Math.max(end, cueItem?.to ?? end)],
    quotes,
    isDenial: is(line, k, context.cues.deny),
    isAuthor: false,
    isInQuote: isTold,
    date: null,
    isForeign: false,
    isCarried: false,
  };
}
