/**
 * In: a cue verb in a line of a language whose verbs stand last. Out: the speech it makes.
 * Its speaker opens the clause; what is said stands behind the cue, or between the speaker and the cue.
 * Never: reads a cue without a speaker; lets a name inside a phrase ("the head of X") speak for the whole of it.
 */
import { calledFalseAt } from "./calledFalse.ts";
import { changeSpeech } from "./changeSpeech.ts";
import type { Speaker, SpeechContext, Speech, SpeechKind, TokenRange } from "./speech.ts";
import { is, type Line, skipAhead, skipBack } from "./speechCues.ts";
import { boundsAt, contentEnd, quotesIn, widen } from "./speechContents.ts";
import { isCourt, speakerFinal, subjectPhrase } from "./speechFinalSubject.ts";
import type { Entity, SpeechMemory } from "./speechMemory.ts";
import type { NounPhrase } from "./nounPhrase.ts";
import { namedSpeaker, rangeOf } from "./speechNames.ts";
import { bringsNews } from "./speechPublished.ts";
import { unknownSpeaker } from "./speechSpeaker.ts";
import type { ReadSpeech } from "./speechVerb.ts";
import { isWordOf } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

/** Reads the speech of the cue verb at item `k`; `previous` is the last one of the same sentence. */
export function finalSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
  previous: Speech | null,
): ReadSpeech | null {
  const { cues } = context;
  const opens = clauseOpening(line, k, context);
  if (is(line, k, cues.author)) return authorCall(line, k, opens, context);
  if (is(line, k, cues.comes) || (is(line, k, cues.comesOf) && holdsPaper(line, opens, k, context)))
    return paperSpeech(line, k, opens, context, memory);
  const denied = calledFalseAt(line.items, k, context.classes);
  const told = isIncrease(line, opens, k, context) ? null : kindOf(line, k, context);
  const kind = told !== null && denied !== null ? "say" : told;
  if (kind === "judge" && opensWithCourt(line, opens, k, context)) return null;
  if (kind === "judge" && isPassive(line, k, context)) return null;
  if (kind === null || (is(line, k, cues.askedOf) && !isAsked(line, opens, k, context)))
    return null;
  const pointed = kind === "say" ? pointedAt(line, k, context) : null;
  const phrase =
    (pointed === null ? null : subjectPhrase(line, pointed.behind, k, context)) ??
    subjectPhrase(line, opens, k, context) ??
    (previous === null && opens > 0 ? subjectPhrase(line, 0, opens - 1, context) : null);
  const ours =
    kind === "call" && isOurs(line, phrase, context) ? authorCall(line, k, opens, context) : null;
  if (ours !== null) return ours;
  const whole =
    pointed?.content ??
    (kind === "say" && phrase !== null ? toldBefore(line, k, phrase, context) : null) ??
    (kind === "record" && phrase !== null ? recorded(line, k, phrase, context) : null) ??
    contentOf(line, k, Math.max(opens, phrase?.to ?? opens), context);
  const content =
    kind === "call" && phrase !== null && whole !== null
      ? withinRelative(line, k, phrase, whole, context)
      : whole;
  if (content === null) return null;
  if (phrase === null) {
    if (previous === null || previous.isAuthor || opens === 0) return null;
    return {
      phrase: null,
      speech: speechOf(line, k, kind, previous.speaker, content, line.items[opens], context),
    };
  }
  if (is(line, k, cues.ruling) && rulesHere(line, phrase.from, k, context)) return null;
  const speaker = speakerFinal(line, phrase, context, memory);
  if (speaker === null || (is(line, k, cues.shows) && speaker.name === null)) return null;
  if (kind === "record" && !isBody(line, phrase.from, speaker, context)) return null;
  const speech = speechOf(line, k, kind, speaker, content, line.items[phrase.from], context);
  const aside = saidAside(line, phrase.to, k, context);
  const isBehind = aside !== null && content[0] >= aside[1];
  return {
    phrase,
    speech: isBehind ? { ...speech, contents: [aside, ...speech.contents] } : speech,
  };
}

/** "The court upheld", "the agency, an organ of A, |the court| upheld": a ruling, whatever is put first. */
function rulesHere(line: Line, from: number, k: number, context: SpeechContext): boolean {
  if (isCourt(line, from, context)) return true;
  // "Branch |10| of the court".
  if (line.items[from]?.quantity != null && isCourt(line, from + 1, context)) return true;
  for (let at = from + 1; at < k; at++)
    if (isCourt(line, at, context) && is(line, at - 1, context.cues.comma)) return true;
  return false;
}

/** What is recorded stands before the verb, and is gone into behind it ("recorded 31 executions, |of which 19|"). */
function recorded(
  line: Line,
  k: number,
  { to }: NounPhrase,
  context: SpeechContext,
): TokenRange | null {
  const first = line.items[to];
  return first === undefined || to >= k ? null : [first.from, boundsAt(line, k, context)[1]];
}

/** "The organisation X recorded 30 executions": a body keeps records; what a camera recorded nobody says. */
function isBody(line: Line, at: number, { name }: Speaker, context: SpeechContext): boolean {
  if (name !== null) return name.type === "organisation";
  return isWordOf(line.items[at]?.from ?? 0, context.cues.orgNoun, context);
}

/** "The protesters, who called for B, were beaten": what is called for ends with the verb of the clause that says so. */
function withinRelative(
  line: Line,
  k: number,
  { to }: NounPhrase,
  [from, end]: TokenRange,
  { classes, cues }: SpeechContext,
): TokenRange {
  const isRelative = is(line, to, cues.relative) && !is(line, to, cues.thatWord) && to < k;
  if (!isRelative && !is(line, to, classes.relative)) return [from, end];
  const verb = line.items.findIndex((_, at) => at > k && is(line, at, classes.verbEnd));
  const last = line.items[verb];
  return last === undefined || last.from <= from || last.to >= end
    ? [from, end]
    : [from, last.from];
}

/** "A was hanged; |this| X said": what stands before the word that points back at it. */
function pointedAt(
  line: Line,
  k: number,
  context: SpeechContext,
): { readonly behind: number; readonly content: TokenRange } | null {
  const { cues, classes } = context;
  for (let i = k - 2; i > 0 && i > k - POINT_REACH; i--) {
    const item = line.items[i];
    if (item === undefined || !is(line, i, cues.definite) || item.to - item.from > 2) continue;
    const isOneWord = isWordOf(item.to - 1, classes.object, context);
    if (!isOneWord && !is(line, i + 1, classes.object)) continue;
    const isBehind =
      is(line, i - 1, cues.comma) ||
      is(line, i - 1, cues.semicolon) ||
      is(line, i - 1, cues.quoteClose);
    if (!isBehind) return null;
    return {
      behind: isOneWord ? i + 1 : i + 2,
      content: [boundsAt(line, k, context)[0], item.from],
    };
  }
  return null;
}

/** Items between "this" and the verb: the speaker and whom it was said to. */
const POINT_REACH = 14;

/**
 * "Has added to the number of executions": a preposition holds what was added to, and nothing is said. "Went on" says something only
 * where it opens what was said.
 */
function isIncrease(line: Line, from: number, k: number, context: SpeechContext): boolean {
  const { cues, pack, tokens } = context;
  const cue = tokens.form[line.items[k]?.from ?? -1] ?? "";
  if (pack.wordsIn("GOESONW").has(cue) && !isOpening(line, k, context)) return true;
  if (!is(line, k, cues.adds)) return false;
  const onto = pack.wordsIn("ONTOW");
  for (let i = from; i < k; i++) {
    if (is(line, i, cues.thatWord)) return false;
    if (isOneOf(tokens, line.items[i]?.from ?? 0, onto)) return true;
  }
  return false;
}

/** "What |is called| the plan …": nobody who is told calls it so. */
function isPassive(line: Line, k: number, { classes }: SpeechContext): boolean {
  const passives = classes.of("PASSV", "PASSP", "PASSS");
  return is(line, k + 1, passives);
}

/** "…, the court condemned him": a court at the head of the clause gives a sentence. */
function opensWithCourt(line: Line, from: number, k: number, context: SpeechContext): boolean {
  const { comma, conjunction, time } = context.cues;
  for (let i = from; i < k; i++) {
    const isHead = i === 0 || [comma, conjunction, time].some((kind) => is(line, i - 1, kind));
    if (isHead && isCourt(line, i, context)) return true;
  }
  return false;
}

/** "|We| demand": outside of a quotation whoever wrote the text. */
function isOurs(line: Line, phrase: NounPhrase | null, { tokens, pack }: SpeechContext): boolean {
  if (phrase === null) return false;
  return isOneOf(tokens, line.items[phrase.from]?.from ?? -1, pack.wordsIn("WEW"));
}

/** "We urge the council to act" in one verb: the author calls. */
function authorCall(
  line: Line,
  k: number,
  opens: number,
  context: SpeechContext,
): ReadSpeech | null {
  const content = contentOf(line, k, opens, context);
  if (content === null || isInside(line, k, context)) return null;
  const speech = speechOf(
    line,
    k,
    "call",
    unknownSpeaker(content),
    content,
    line.items[opens],
    context,
  );
  return { phrase: null, speech: changeSpeech(speech, { isAuthor: true }) };
}

/** "In this statement it says: …": whoever the statement is of, the one who spoke last. */
function paperSpeech(
  line: Line,
  k: number,
  opens: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const next = line.items[skipAhead(line, k + 1, context.cues.comma)];
  const isPaper = is(line, k, context.cues.comes) && holdsPaper(line, opens, k, context);
  if (next === undefined || !(isPaper || isOpening(line, k, context))) return null;
  const content = contentOf(line, k, k, context);
  if (content === null) return null;
  const spoke =
    memory.entities.findLast((entity) => entity.spoke) ?? publisherOf(line.reading.index, memory);
  const isNear = spoke !== undefined && line.reading.index - spoke.sentence <= PAPER_REACH;
  const speaker =
    paperKeeper(line, opens, k, context) ??
    paperMaker(line, opens, k, context) ??
    (isNear
      ? spoke.speaker
      : unknownSpeaker(paperWords(line, opens, k, context) ?? [content[0], content[0]]));
  return {
    phrase: null,
    speech: speechOf(line, k, "say", speaker, content, line.items[opens], context),
  };
}

/** The words for the paper: "the statement of the week's campaign". */
function paperWords(
  line: Line,
  from: number,
  k: number,
  context: SpeechContext,
): TokenRange | null {
  const { cues, classes } = context;
  for (let i = from; i < k; i++) {
    if (!is(line, i, cues.noun)) continue;
    let to = i + 1;
    while (to < k && !is(line, to, cues.comma) && classes.including[line.items[to]?.set ?? 0] !== 1)
      to++;
    return rangeOf(line, i, to);
  }
  // "In |the ruling of the court| it says": a paper that no row lists.
  const first = is(line, from, cues.preposition) ? from + 1 : from;
  let end = first;
  while (end < k && !is(line, end, cues.comma) && !is(line, end, classes.verbEnd)) end++;
  return end > first && end <= first + PAPER_WORDS ? rangeOf(line, first, end) : null;
}

/** Items of the name of a paper. */
const PAPER_WORDS = 8;

/** "X has published its report. In this report it says": who was told of in the sentence before, where it is a body with a name. */
function publisherOf(index: number, { entities }: SpeechMemory): Entity | undefined {
  const last = entities.at(-1);
  const isBody = last?.type === "thing" && last.speaker.name?.type === "organisation";
  return isBody && last.sentence >= index - 1 ? last : undefined;
}

/** "In the statement of X it says": the one name behind the noun for the paper. */
function paperKeeper(line: Line, from: number, k: number, { cues }: SpeechContext): Speaker | null {
  for (let i = from; i < k - 1; i++) {
    if (!is(line, i, cues.noun)) continue;
    const item = line.items[behindPaperWords(line, i + 1, cues)];
    const [person] = item?.group?.persons ?? [];
    const name =
      item?.group?.persons.length === 1
        ? person
        : item?.name?.type === "organisation"
          ? item.name
          : undefined;
    return item === undefined || name === undefined
      ? null
      : namedSpeaker(name, [item.from, item.to], false);
  }
  return null;
}

/** "In the statement of |the high court of this group| it says": whoever stands between the paper and the verb. */
function paperMaker(
  line: Line,
  opens: number,
  k: number,
  { cues, classes, tokens }: SpeechContext,
): Speaker | null {
  if (!is(line, opens, cues.preposition) || !is(line, opens + 1, cues.noun)) return null;
  const from = behindPaperWords(line, opens + 2, cues);
  if (from >= k || k - from > MAKER_ITEMS) return null;
  for (let i = from; i < k; i++)
    if (
      [cues.comma, cues.definite, cues.preposition, classes.relative].some((one) =>
        is(line, i, one),
      )
    )
      return null;
  const isSomebody = line.items
    .slice(from, k)
    .some(
      ({ group, name }, i) => group !== null || name !== null || is(line, from + i, cues.orgNoun),
    );
  if (!isSomebody) return null;
  const range = [line.items[from]?.from ?? 0, line.items[k]?.from ?? 0] as const;
  const source = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
  return { range, source, name: null, isNamed: false, isUnnamed: false, isPlural: false };
}

/** Items that the maker of a paper can have. */
const MAKER_ITEMS = 5;

/** "The |separate| statements of X". */
function behindPaperWords(line: Line, at: number, cues: SpeechContext["cues"]): number {
  return skipAhead(line, at, cues.adjective, cues.paperWord);
}

/** "In this statement". */
function holdsPaper(line: Line, from: number, k: number, { cues }: SpeechContext): boolean {
  for (let i = from + 1; i < k; i++)
    if (is(line, i, cues.noun) && is(line, i - 1, cues.definite)) return true;
  return false;
}

/** Sentences back in which the one who spoke last can be whose paper it is. */
const PAPER_REACH = 3;

/** "that", a colon or a quotation stands right behind. */
function isOpening(line: Line, k: number, { cues }: SpeechContext): boolean {
  return (
    is(line, k + 1, cues.thatWord) || is(line, k + 1, cues.colon) || is(line, k + 1, cues.quoteOpen)
  );
}

/** "Pointing out that A, he said: B": A is his, too. */
function saidAside(
  line: Line,
  from: number,
  k: number,
  { classes }: SpeechContext,
): TokenRange | null {
  for (let i = from; i < k; i++) {
    const opening = line.items[i];
    const cue = line.items[k];
    if (opening === undefined || cue === undefined || !is(line, i, classes.where)) continue;
    return [opening.to, cue.from];
  }
  return null;
}

/** "Wants of the court": somebody is asked. */
function isAsked(line: Line, from: number, k: number, { cues }: SpeechContext): boolean {
  for (let i = from; i < k; i++) if (is(line, i, cues.asked)) return true;
  return is(line, k - 1, cues.conjunction) || from > 0;
}

function isInside(line: Line, k: number, context: SpeechContext): boolean {
  return (context.quotes.innermost[line.items[k]?.from ?? 0] ?? -1) >= 0;
}

function kindOf(line: Line, k: number, context: SpeechContext): SpeechKind | null {
  const { cues } = context;
  if (is(line, k, cues.call)) return "call";
  if (is(line, k, cues.judge)) return "judge";
  if (is(line, k, cues.record)) return "record";
  if (is(line, k, cues.say) || is(line, k, cues.saying) || is(line, k, cues.that)) return "say";
  return bringsNews(line, k, context) ? "record" : null;
}

/** Item at which the clause of the verb at `k` begins: behind a mark, or behind the verb before it. */
function clauseOpening(line: Line, k: number, context: SpeechContext): number {
  const { cues, classes } = context;
  for (let i = k - 1; i >= 0; i--) {
    if (is(line, i, cues.quoteClose)) {
      // "Colonel «A B»": the title and the name in quotation marks are one item.
      if (holdsMark(line, i - 1, context)) continue;
      const open = openBefore(line, i, cues.quoteOpen);
      if (open < 0) return i + 1;
      i = open;
      continue;
    }
    if (is(line, i, cues.quoteOpen) || is(line, i, cues.stop)) return i + 1;
    if (is(line, i, cues.relative) && isWhile(line, i, context)) return i + 1;
    const isVerb =
      is(line, i, classes.verbEnd) ||
      is(line, i, cues.any) ||
      (is(line, i, classes.passivePart) && is(line, i + 1, cues.conjunction));
    const joint = skipAhead(line, i + 1, cues.comma);
    if (isVerb && isOrNot(line, joint, context)) continue;
    if (isVerb && (is(line, joint, cues.conjunction) || is(line, joint, cues.but)))
      return joint + 1;
    if (isVerb && joint > i + 1 && !holdsRelative(line, i, cues.relative)) return joint;
  }
  return 0;
}

/** "To the question whether he lives |or not|, X said": the clause of the question holds nobody who speaks. */
function isOrNot(line: Line, joint: number, { cues, pack, tokens }: SpeechContext): boolean {
  const next = line.items[joint + 1];
  return (
    is(line, joint, cues.conjunction) &&
    next !== undefined &&
    isOneOf(tokens, next.from, pack.wordsIn("ORNOTW"))
  );
}

/** "The execution comes while the minister …": the clause behind "while … that" has a subject of its own. */
function isWhile(line: Line, that: number, { classes, tokens, pack }: SpeechContext): boolean {
  if (!is(line, that - 1, classes.verbEnd)) return false;
  const words = pack.wordsIn("WHILEW");
  return [that - 2, that - 3].some((at) => isOneOf(tokens, line.items[at]?.from ?? -1, words));
}

/** The verb at `i` ends a relative clause: what it hangs on stands before. */
function holdsRelative(line: Line, i: number, relative: Uint8Array): boolean {
  for (let at = i - 1; at >= Math.max(0, i - RELATIVE_REACH); at--)
    if (is(line, at, relative)) return true;
  return false;
}

const RELATIVE_REACH = 45;

/** A title and a name with the mark that opens quotation marks between them. */
function holdsMark(line: Line, at: number, { tokens }: SpeechContext): boolean {
  const item = line.items[at];
  if (item === undefined || (item.group?.persons.length ?? 0) !== 1) return false;
  for (let token = item.from + 1; token < item.to; token++)
    if (OPENERS.has(tokens.form[token] ?? "")) return true;
  return false;
}

const OPENERS: ReadonlySet<string> = new Set(["«", "“", '"']);

function openBefore(line: Line, close: number, opening: Uint8Array): number {
  for (let at = close - 1; at >= 0; at--) if (is(line, at, opening)) return at;
  return -1;
}

/** What is said: behind the cue where a word or mark opens it or a clause follows, else between the subject and the cue. */
/** "Three men were hanged, X reported (quoting Y).": nothing stands behind the cue or between it and the speaker. */
function toldBefore(
  line: Line,
  k: number,
  { from, to }: NounPhrase,
  context: SpeechContext,
): TokenRange | null {
  const { cues, classes } = context;
  const end = skipAhead(line, k + 1, cues.comma);
  const cue = line.items[k];
  if (cue === undefined || isWordOf(cue.from, classes.object, context)) return null;
  if (end < line.items.length && !is(line, end, cues.stop)) return null;
  if (!is(line, from - 1, cues.comma) || !is(line, from - 2, classes.verbEnd)) return null;
  const next = skipAhead(line, to, cues.adverb, cues.time);
  if (next < k && !is(line, next, cues.citing) && !isAside(line, next, k, context)) return null;
  const comma = line.items[from - 1];
  return comma === undefined ? null : [boundsAt(line, k, context)[0], comma.from];
}

/** "…, A, the head of this body, said": nothing but who the speaker is stands before the cue. */
function isAside(line: Line, from: number, k: number, { cues, classes }: SpeechContext): boolean {
  if (!is(line, from, cues.comma) || k - from > ASIDE_REACH) return false;
  for (let i = from; i < k; i++)
    if (is(line, i, classes.verbEnd) || is(line, i, classes.object) || is(line, i, cues.thatWord))
      return false;
  return true;
}

const ASIDE_REACH = 8;

function contentOf(line: Line, k: number, from: number, context: SpeechContext): TokenRange | null {
  const { cues } = context;
  const bounds = boundsAt(line, k, context);
  const next = skipAhead(line, k + 1, cues.comma, cues.thatWord, cues.colon, cues.adverb);
  const first = line.items[next];
  const isThat = is(line, k + 1, cues.thatWord);
  const isBehind =
    first !== undefined &&
    !is(line, next, cues.stop) &&
    !is(line, next, cues.conjunction) &&
    !is(line, next, cues.but) &&
    (isThat || !is(line, k, cues.record)) &&
    first.from < bounds[1];
  if (isBehind) {
    const end = contentEnd(line, k, next, context);
    return [first.from, Math.min(bounds[1], line.items[end - 1]?.to ?? bounds[1])];
  }
  const inner = line.items[skipAhead(line, from, cues.comma, cues.adverb, cues.time)];
  const cue = line.items[k];
  if (inner === undefined || cue === undefined || inner.from >= cue.from) return null;
  // "has recorded the execution of 31 women, of whom 19 …": the clause behind goes on with what was recorded.
  const goesOn = is(line, k, cues.record) && is(line, k + 1, cues.relative);
  return [inner.from, goesOn ? bounds[1] : cue.from];
}

function speechOf(
  line: Line,
  k: number,
  kind: SpeechKind,
  speaker: Speaker,
  content: TokenRange,
  opening: Line["items"][number] | undefined,
  context: SpeechContext,
): Speech {
  const cue = line.items[k];
  const quotes = quotesIn([content], context);
  const bounds = boundsAt(line, k, context);
  const contents = widen([content], quotes, bounds);
  const end = Math.max(...contents.map(([, to]) => to), cue?.to ?? 0);
  const before = skipBack(line, k - 1, context.cues.adverb);
  return {
    kind,
    sentence: line.reading.index,
    speaker,
    cue: cue === undefined ? null : [cue.from, cue.to],
    contents,
    whole: [opening?.from ?? line.items[before]?.from ?? content[0], end],
    quotes,
    isDenial:
      is(line, k, context.cues.deny) || calledFalseAt(line.items, k, context.classes) !== null,
    isAuthor: false,
    isInQuote: isInside(line, k, context),
    date: null,
    isForeign: false,
    isCarried: false,
  };
}
