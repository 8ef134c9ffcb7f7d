/**
 * In: a cue in a line. Out: whether it is a verb that tells (no participle, no passive, no word of a fixed phrase).
 * Never: looks for its speaker.
 */
import { itemOf } from "./items.ts";
import { type NounPhrase, chunkEnd } from "./nounPhrase.ts";
import type { SpeechContext } from "./speech.ts";
import {
  closesContent,
  contentStart,
  isTail,
  opensClause,
  opensContent,
} from "./speechContents.ts";
import { type Line, is, isPronoun, isVerbal, skipAhead, skipBack } from "./speechCues.ts";
import { phraseBeginning } from "./speechPhrases.ts";
import { subjectBefore } from "./speechSubject.ts";
import { closesWith, hasEnding } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

/** "In its report the agency branded them traitors": whom a verb of judging speaks of stands behind it. */
export function takesObject(line: Line, k: number, { cues }: SpeechContext): boolean {
  if ((!is(line, k, cues.judge) && !is(line, k, cues.call)) || is(line, k, cues.say)) return false;
  const at = skipAhead(line, k + 1, cues.adverb);
  return chunkEnd(line, at, cues) > at;
}

/** "after writing about pensions", "of reporting the incident", "examining and reporting back": a deed beside another, nothing is said. */
export function isGround(line: Line, start: number, k: number, context: SpeechContext): boolean {
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

/** "The commissioner must demand …": the author asks, the commissioner has not. */
export function holdsMust(line: Line, start: number, k: number, { cues }: SpeechContext): boolean {
  for (let at = start; at < k; at++) if (is(line, at, cues.must)) return true;
  return false;
}

/** "These actions confirm that …", "history shows that …": what somebody concludes from things; nobody speaks. */
export function isInference(
  line: Line,
  k: number,
  phrase: NounPhrase,
  { cues }: SpeechContext,
): boolean {
  if (!is(line, k, cues.infer)) return false;
  // "The regime has shown that it fears the young": what it does shows it; a paper that shows it says so.
  const that = line.items[k + 1];
  const isOwn = is(line, k + 2, cues.thing) || is(line, k + 2, cues.many);
  const head = phrase.headTo - 1;
  if (
    that !== undefined &&
    is(line, k + 1, cues.thatWord) &&
    isOwn &&
    !is(line, head, cues.evidence)
  )
    return true;
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
export function isPassive(line: Line, start: number, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  if (is(line, k, cues.that) && is(line, k, cues.be)) return false;
  for (let i = start; i < k; i++)
    if (isBe(line, i, context) && !is(line, k, cues.saying))
      return !isProgressive(line, k, context);
  return (
    is(line, k - 1, cues.be) ||
    isReducedRelative(line, k, context) ||
    isDoneToMany(line, k, context)
  );
}

/** "are arrested, |1,000 beaten or threatened|": behind a number and a participle the verb is a participle too. */
function isDoneToMany(line: Line, k: number, context: SpeechContext): boolean {
  const { cues, pack, tokens } = context;
  if (pack.isVerbFinal || !is(line, k - 1, cues.conjunction)) return false;
  const first = line.items[k - 2];
  const isPart =
    first !== undefined &&
    first.group === null &&
    hasEnding(tokens.form[first.to - 1] ?? "", "ED", pack);
  const counted = line.items[k - 3];
  return isPart && counted?.quantity != null && counted.group === null;
}

/** "the one published a day earlier by Lantern": a form in -ed whose doer stands behind "by". */
function isReducedRelative(line: Line, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  if (isHeldIn(line, k, context)) return true;
  if (!hasEnding(context.tokens.form[(line.items[k]?.to ?? 1) - 1] ?? "", "ED", context.pack))
    return false;
  const at = skipAhead(line, k + 1, cues.time, cues.adverb);
  if (isSaidWhere(line, at, context)) return true;
  // "another man |described as| an activist": who describes him is not said.
  if (isDescribedAs(line, k, context)) return true;
  const isName =
    is(line, at + 1, cues.name) ||
    is(line, at + 1, cues.determiner) ||
    is(line, at + 1, cues.group);
  return is(line, at, cues.by) && isName && !opensContent(line, k, context);
}

/** "a prisoner |held| in Karun Prison": who holds him is not said. */
function isHeldIn(line: Line, k: number, { classes, cues }: SpeechContext): boolean {
  if (!is(line, k, classes.of("HELD")) || !is(line, k + 1, cues.preposition)) return false;
  return is(line, k + 2, classes.of("PRISON", "PLACE", "CUSTODYN"));
}

/** "another man described as an activist". */
function isDescribedAs(line: Line, k: number, { cues, pack, tokens }: SpeechContext): boolean {
  const verb = line.items[k];
  if (pack.isVerbFinal || verb === undefined) return false;
  const isNaming = isOneOf(tokens, verb.to, pack.wordsIn("NAMINGAS"));
  const isDescribed = isOneOf(tokens, verb.to - 1, pack.wordsIn("DESCRIBEDW"));
  return isNaming && isDescribed && is(line, k + 2, cues.determiner);
}

/** "people |mentioned in this report| were arrested": behind where it was said stands the verb of those it was said of. */
function isSaidWhere(line: Line, at: number, { cues, pack }: SpeechContext): boolean {
  if (pack.isVerbFinal || !is(line, at, cues.preposition) || is(line, at, cues.by)) return false;
  const end = chunkEnd(line, at + 1, cues);
  if (end === at + 1) return false;
  return is(line, skipAhead(line, end, cues.time, cues.adverb), cues.be);
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

/** The cue stands inside a quotation. */
export function isInQuote(line: Line, k: number, context: SpeechContext): boolean {
  return (context.quotes.innermost[line.items[k]?.from ?? 0] ?? -1) >= 0;
}

/** Verbs that say something only with a clause or quotation ("found that", not "found a knife"). */
export function needsContent(line: Line, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  const isOpen = is(line, k, cues.that) && !is(line, k, cues.say) && !is(line, k, cues.judge);
  return isOpen && !showsNumber(line, k, context);
}

/** "X's figures |show| 40 people were hanged": the clause needs no "that" behind figures. */
function showsNumber(line: Line, k: number, context: SpeechContext): boolean {
  const { cues, tokens, pack } = context;
  const verb = line.items[k];
  if (verb === undefined || !isOneOf(tokens, verb.to - 1, pack.wordsIn("SHOWSW"))) return false;
  const next = line.items[skipAhead(line, k + 1, cues.adverb)];
  const isCount = next?.quantity != null || next?.group?.quantity != null;
  const isPaper = line.items
    .slice(Math.max(0, k - SHOWN_REACH), k)
    .some((_, at) => is(line, Math.max(0, k - SHOWN_REACH) + at, cues.noun));
  return isCount && isPaper && opensClause(line, k + 1, context);
}

/** Items between the figures and the verb ("figures gathered by X show"). */
const SHOWN_REACH = 6;

/** A cue only with a clause or a figure behind it: most often another verb ("gave their consent", "held a meeting"). */
export function isWeakCue(line: Line, at: number, context: SpeechContext): boolean {
  return is(line, at, context.cues.gave) || needsContent(line, at, context);
}

/** What is said stands before its speaker. */
export function isFronted(line: Line, start: number, k: number, context: SpeechContext): boolean {
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
export function isUnsaid(line: Line, start: number, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  for (let i = start; i < k; i++)
    if (is(line, i, cues.negation) || is(line, i, cues.must)) return true;
  if (isUnderModal(line, start, k, context)) return true;
  const before = itemOf(line.items, k - 1);
  return (
    before !== undefined &&
    is(line, k - 1, cues.unsaid) &&
    closesWith(line, k - 1, cues.to, context)
  );
}

/** "could say", "can step back and hope that": what somebody may do has not been said. "We can confirm that" has. */
function isUnderModal(
  line: Line,
  start: number,
  k: number,
  { classes, pack, tokens }: SpeechContext,
): boolean {
  if (pack.isVerbFinal) return false;
  const form = tokens.form[(line.items[k]?.to ?? 1) - 1] ?? "";
  const modals = pack.wordsIn("MAYSAY");
  const isModal = (at: number): boolean => isOneOf(tokens, line.items[at]?.from ?? 0, modals);
  if (pack.wordsIn("CANTELL").has(form)) return false;
  for (let at = start; at < k; at++) if (isModal(at)) return true;
  if (!is(line, start - 1, classes.and) || hasEnding(form, "ED", pack)) return false;
  for (let at = start - 2; at >= Math.max(0, start - MODAL_REACH); at--) {
    if (isModal(at)) return true;
    if (is(line, at, classes.relative) || is(line, at, classes.stop)) return false;
  }
  return false;
}

/** Items between "can" and the second of its verbs. */
const MODAL_REACH = 14;

/** "claimed 112 lives": a toll, no saying. */
export function isToll(line: Line, k: number, context: SpeechContext): boolean {
  const at = contentStart(line, k, context);
  const quantity = line.items[at]?.quantity ?? line.items[at]?.group?.quantity ?? null;
  return (
    at === k + 1 &&
    quantity !== null &&
    // "The ministry says 41."
    !is(line, k, context.cues.core) &&
    !opensContent(line, k, context) &&
    !opensClause(line, at, context)
  );
}

/** Items from "appealed" within which what is appealed is named. */
const APPEAL_REACH = 4;

/** "appealed the verdict", "appealed against their sentences": taken to a higher court, asked of nobody. */
export function isCourtAppeal(line: Line, k: number, { cues }: SpeechContext): boolean {
  if (!is(line, k, cues.appealed)) return false;
  for (let at = k + 1; at <= k + APPEAL_REACH; at++) if (is(line, at, cues.appealable)) return true;
  return false;
}

/** Items before a demand within which it is said to be open to somebody. */
const OPTION_REACH = 6;

/** "the family can demand retribution", "has the possibility to forgive or demand": open to somebody, asked by nobody. */
export function isOption(line: Line, k: number, context: SpeechContext): boolean {
  const { cues, pack, tokens } = context;
  if (pack.isVerbFinal) return false;
  const options = pack.wordsIn("OPTIONW");
  for (let at = k - 1; at >= Math.max(0, k - OPTION_REACH); at--) {
    if (is(line, at, cues.comma) || is(line, at, cues.quoteOpen) || is(line, at, cues.thatWord))
      return false;
    const item = itemOf(line.items, at);
    if (item !== undefined && isOneOf(tokens, item.from, options))
      return (
        at === k - 1 || line.items.slice(at + 1, k).some((_, i) => is(line, at + 1 + i, cues.to))
      );
  }
  return false;
}
