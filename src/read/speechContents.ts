/**
 * In: a cue, its speaker and the line. Out: the token ranges of what is said, behind the cue, before it, or both.
 * Never: lets what is said reach over the next speaker's clause, or out of the quotation that the cue stands in.
 */
import { biddingEnd } from "./speechBidding.ts";
import { itemOf } from "./items.ts";
import type { Quote } from "./quotes.ts";
import type { SpeechContext, TokenRange } from "./speech.ts";
import { is, isVerbal, type Line, opensThat, skipAhead, skipBack } from "./speechCues.ts";
import { chunkEnd, endsInComma, type NounPhrase } from "./nounPhrase.ts";
import { closesWith, hasEnding, opensWith } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

/** Where a sentence, or the quotation inside of which the cue stands, begins and ends in tokens. */
export function boundsAt(line: Line, k: number, context: SpeechContext): TokenRange {
  const { sentence } = line.reading;
  const token = line.items[k]?.from ?? sentence.from;
  const index = context.quotes.innermost[token] ?? -1;
  const quote = index < 0 ? undefined : context.quotes.quotes[index];
  if (quote === undefined) return [sentence.from, sentence.to];
  return [
    Math.max(sentence.from, quote.from + 1),
    Math.min(sentence.to, quote.isClosed ? quote.to - 1 : quote.to),
  ];
}

/** Item behind the cue where what is said begins: past whom it is said to, and past "that". */
export function contentStart(line: Line, k: number, context: SpeechContext): number {
  const { cues } = context;
  let at = skipAhead(line, k + 1, cues.time, cues.adverb);
  if (is(line, k, cues.tell)) {
    const end = chunkEnd(line, at, cues);
    if (end > at) at = skipAhead(line, end, cues.time, cues.adverb);
  }
  for (let i = at; i < Math.min(line.items.length, at + 14); i++) {
    if (is(line, i, cues.quoteOpen)) return i;
    if (is(line, i, cues.colon)) return i + 1;
    if (opensThat(line, i) && !is(line, i - 1, cues.preposition)) {
      if (i > at && isFurtherThat(line, i, cues)) break;
      return is(line, i, cues.thatWord) ? i + 1 : i;
    }
    // "in a report on Monday that": a noun.
    if (is(line, i, cues.any) && is(line, i - 1, cues.determiner)) continue;
    if (
      is(line, i, cues.aux) ||
      is(line, i, cues.finite) ||
      is(line, i, cues.told) ||
      is(line, i, cues.semicolon) ||
      opensWith(line, i, cues.aux, context)
    )
      break;
  }
  return is(line, at, cues.comma) ? at + 1 : at;
}

/** "said the toll is 82 and that …", "a figure that could …": a second thing said, or a relative; neither opens what is said. */
function isFurtherThat(line: Line, at: number, cues: SpeechContext["cues"]): boolean {
  if (is(line, at - 1, cues.conjunction)) return true;
  return (
    is(line, at, cues.thatWord) && (is(line, at + 1, cues.aux) || is(line, at + 1, cues.finite))
  );
}

/** Whether what is said is marked behind the cue: by "that", a colon or a quotation, past whom it is said to. */
export function opensContent(line: Line, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  if (closesWith(line, k, cues.thatWord, context)) return true;
  let at = skipAhead(line, k + 1, cues.time, cues.adverb, cues.comma);
  const takesQuestion = is(line, k, cues.ask) || is(line, k, cues.tell) || is(line, k, cues.core);
  if (takesQuestion && is(line, at, cues.wh)) return true;
  // "has named four of them: A and B": behind an object a colon opens what is said only of a verb of saying.
  const takesColon = is(line, k, cues.say) || !is(line, k, cues.that);
  for (let chunks = 0; chunks < 3 && at < line.items.length; chunks++) {
    if (opensThat(line, at)) return chunks === 0 || !isFurtherThat(line, at, cues);
    if (is(line, at, cues.quoteOpen)) return true;
    if (is(line, at, cues.colon)) return chunks === 0 || takesColon;
    const from = is(line, at, cues.preposition) || is(line, at, cues.to) ? at + 1 : at;
    const end = chunkEnd(line, from, cues);
    if (end <= from) return false;
    at = skipAhead(line, end, cues.time, cues.adverb, cues.comma);
  }
  return (
    (opensThat(line, at) && !isFurtherThat(line, at, cues)) ||
    is(line, at, cues.quoteOpen) ||
    (is(line, at, cues.colon) && takesColon) ||
    (takesQuestion && is(line, at, cues.wh))
  );
}

/** Whether a clause (something with its verb) begins at `at`. */
export function opensClause(line: Line, at: number, context: SpeechContext): boolean {
  const { cues } = context;
  if (
    is(line, at, cues.preposition) ||
    is(line, at, cues.to) ||
    is(line, at, cues.stop) ||
    is(line, at, cues.comma)
  )
    return false;
  for (let i = at; i < Math.min(line.items.length, at + 14); i++) {
    if (is(line, i, cues.quoteOpen)) return true;
    if (
      i > at &&
      (is(line, i, cues.aux) ||
        is(line, i, cues.finite) ||
        is(line, i, cues.trigger) ||
        isVerbal(line, i))
    ) {
      // "told reporters the executions were …": a noun of an event can be the subject.
      if (i === at + 1 && is(line, at, cues.determiner) && is(line, i, cues.eventNoun)) continue;
      return (
        !is(line, i, cues.noun) &&
        !is(line, i - 1, cues.preposition) &&
        !is(line, i - 1, cues.determiner)
      );
    }
    if (i > at && is(line, i, cues.comma)) {
      const end = asideEnd(line, i, cues);
      if (end < 0) return false;
      i = end;
      continue;
    }
    if (i > at && is(line, i, cues.stop)) return false;
  }
  return false;
}

/** ", most of them children," before the verb: the comma that closes what stands beside the subject, or -1. */
function asideEnd(line: Line, open: number, cues: SpeechContext["cues"]): number {
  for (let i = open + 1; i < Math.min(line.items.length, open + ASIDE_REACH); i++) {
    if (is(line, i, cues.stop) || is(line, i, cues.quoteOpen)) return -1;
    if (is(line, i, cues.comma) && (is(line, i + 1, cues.aux) || is(line, i + 1, cues.trigger)))
      return i;
  }
  return -1;
}

/** Items that can stand beside a subject. */
const ASIDE_REACH = 16;

/** The words before the speaker are what is said: they end in a comma or a quotation right before. */
export function closesContent(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const { cues } = context;
  const behind = skipBack(line, phrase.from - 1, cues.adverb, cues.time, cues.definite);
  const before = isAfterAs(line, behind, phrase.to, context) ? behind - 1 : behind;
  if (before < 1) return false;
  if (is(line, before, cues.quoteClose)) return true;
  if (isAdjunct(line, before, context)) return false;
  return (
    (is(line, before, cues.comma) || is(line, before, cues.dash) || endsInComma(line, before)) &&
    (holdsVerb(line, 0, before, context) ||
      endsLine(line, phrase.to, context) ||
      isBetweenCommas(line, phrase.to, context))
  );
}

/**
 * "Two men were hanged, as X reported", with nothing behind but when and whom he told; not "two, not three, as X reported", who says
 * it of the three.
 */
function isAfterAs(line: Line, at: number, to: number, context: SpeechContext): boolean {
  const { cues, pack, tokens } = context;
  const item = itemOf(line.items, at);
  if (item === undefined || !isOneOf(tokens, item.from, pack.wordsIn("NAMINGAS"))) return false;
  if (!is(line, at - 1, cues.comma)) return false;
  if (line.items.slice(0, at).some((_, index) => is(line, index, cues.negation))) return false;
  const cue = skipAhead(line, to, cues.aux, cues.adverb);
  // "as the lawyers had warned": before it came true.
  const past = pack.wordsIn("PASTHAVE");
  if (line.items.slice(to, cue).some((aux) => isOneOf(tokens, aux.from, past))) return false;
  const behind = afterAddressee(line, cue, context);
  return behind >= line.items.length || is(line, behind, cues.stop) || is(line, behind, cues.comma);
}

/** "After the execution of two men, the prisoners wrote": a preposition and its noun say nothing by themselves. */
function isAdjunct(line: Line, end: number, { cues, pack }: SpeechContext): boolean {
  if (pack.isVerbFinal || !is(line, 0, cues.preposition)) return false;
  for (let at = 1; at < end; at++)
    if (
      is(line, at, cues.aux) ||
      is(line, at, cues.told) ||
      is(line, at, cues.quoteClose) ||
      is(line, at, cues.stop) ||
      (!is(line, at, cues.eventNoun) &&
        (is(line, at, cues.participle) || is(line, at, cues.finite) || isVerbal(line, at)))
    )
      return false;
  return true;
}

/** `The talks, X told reporters, had failed`: a comma behind the cue too. */
function isBetweenCommas(line: Line, from: number, context: SpeechContext): boolean {
  const { cues } = context;
  const cue = skipAhead(line, from, cues.aux, cues.adverb);
  const behind = afterAddressee(line, cue, context);
  return is(line, cue, cues.any) && is(line, behind, cues.comma) && behind < line.items.length - 2;
}

/** Item behind a cue and those whom it is said to. */
export function afterAddressee(line: Line, k: number, context: SpeechContext): number {
  const { cues } = context;
  const at = skipAhead(line, k + 1, cues.time, cues.adverb);
  const end = is(line, k, cues.tell) ? chunkEnd(line, at, cues) : -1;
  return end > at ? skipAhead(line, end, cues.time, cues.adverb) : at;
}

/** Nothing but the cue and a stop stands behind: the line of a heading. */
function endsLine(line: Line, from: number, context: SpeechContext): boolean {
  return (
    skipAhead(
      line,
      from,
      context.cues.any,
      context.cues.aux,
      context.cues.time,
      context.cues.adverb,
      context.cues.stop,
    ) >= line.items.length
  );
}

/** Whether a verb or a quotation stands among the items. */
export function holdsVerb(line: Line, from: number, to: number, context: SpeechContext): boolean {
  const { cues } = context;
  for (let i = from; i < to; i++) {
    if (
      is(line, i, cues.aux) ||
      is(line, i, cues.finite) ||
      is(line, i, cues.quoteClose) ||
      is(line, i, cues.trigger)
    )
      return true;
    if ((isVerbal(line, i) || is(line, i, cues.participle)) && !is(line, i - 1, cues.determiner))
      return true;
  }
  return false;
}

/** `"A," X told a crowd that organisers put at 300,000`: the words before are what is said, whatever is told of the crowd. */
export function isBehindQuote(
  line: Line,
  phrase: NounPhrase,
  k: number,
  context: SpeechContext,
): boolean {
  const { cues } = context;
  if (!is(line, k, cues.tell) || !is(line, phrase.from - 1, cues.quoteClose)) return false;
  for (let i = k + 1; i < line.items.length; i++) if (is(line, i, cues.quoteOpen)) return false;
  return !opensThat(line, k + 1);
}

/** Nothing but adjuncts stands between item `at` and the end of the sentence, or the next comma. */
export function isTail(line: Line, at: number, context: SpeechContext): boolean {
  const { cues } = context;
  const first = skipAhead(line, at, cues.time, cues.adverb);
  if (first >= line.items.length) return true;
  if (is(line, first, cues.stop) || is(line, first, cues.comma) || is(line, first, cues.dash))
    return true;
  if (is(line, first, cues.but) || is(line, first, cues.semicolon)) return true;
  if (is(line, first, cues.conjunction)) return true;
  if (is(line, first, cues.quoteOpen) || is(line, first, cues.thatWord)) return false;
  // "…, the group said after 13 men were hanged": when it was said.
  if (is(line, first, cues.meanwhile)) return true;
  const isAdjunct =
    is(line, first, cues.preposition) ||
    is(line, first, cues.to) ||
    is(line, first, cues.participle) ||
    is(line, first, cues.relative);
  if (isAdjunct) return !holdsVerbBeforeComma(line, first + 1, context);
  const end = chunkEnd(line, first, cues);
  return end > first && !holdsVerbBeforeComma(line, end, context);
}

function holdsVerbBeforeComma(line: Line, from: number, context: SpeechContext): boolean {
  const { cues } = context;
  for (let i = from; i < line.items.length; i++) {
    if (opensThat(line, i)) return true;
    if (
      is(line, i, cues.comma) ||
      is(line, i, cues.stop) ||
      is(line, i, cues.quoteOpen) ||
      is(line, i, cues.relative)
    )
      return false;
    if (is(line, i, cues.aux)) return true;
    const isFinite = is(line, i, cues.finite) && !is(line, i, cues.noun);
    if (isFinite && (i === from || !describesPaper(line, i, context))) return true;
  }
  return false;
}

/** "in a report published on Monday", "in a statement posted online": a participle of the paper, no verb. */
function describesPaper(line: Line, at: number, context: SpeechContext): boolean {
  const { cues, tokens, pack } = context;
  const isBehindPaper = is(line, at - 1, cues.evidence) || is(line, at - 1, cues.noun);
  const form = tokens.form[(line.items[at]?.to ?? 1) - 1] ?? "";
  if (!isBehindPaper || !hasEnding(form, "ED", pack)) return false;
  const next = at + 1;
  return (
    next >= line.items.length ||
    is(line, next, cues.time) ||
    is(line, next, cues.adverb) ||
    is(line, next, cues.preposition) ||
    is(line, next, cues.by) ||
    is(line, next, cues.comma) ||
    is(line, next, cues.stop)
  );
}

/** Item where what is said ends (exclusive): before a cue of the same speaker, a "while", or a turn with "but". */
export function contentEnd(line: Line, k: number, from: number, context: SpeechContext): number {
  const { cues } = context;
  const isAside = isInTimeClause(line, k, context);
  const isRelative = isInRelative(line, k, context);
  const verb = isRelative ? verbBehindObject(line, k, from, context) : -1;
  if (verb > 0) return verb;
  const bidden = biddingEnd(line, k, context);
  let last = bidden > from ? bidden : line.items.length;
  // "urged Iran to halt executions after two men were hanged": what gave rise to a call is told by the author.
  const occasions = is(line, k, cues.call) ? context.pack.wordsIn("OCCASION") : null;
  for (let i = Math.max(from, k + 1); i < last; i++) {
    if (isInsideQuote(line, i, k, context)) continue;
    const form = occasions === null ? "" : context.tokens.form[line.items[i]?.from ?? 0];
    if (i > from + 1 && occasions?.has(form ?? "") === true) return i;
    const joint = jointBefore(line, i, k, context);
    if (joint > 0) return joint;
    if (is(line, i, cues.semicolon)) {
      const isListed = is(line, k, cues.call) && !is(line, k, cues.demandIs);
      if (is(line, i + 1, cues.thatWord) || is(line, i + 1, cues.to) || isListed) continue;
      return i;
    }
    if (isRelative && is(line, i, cues.comma) && opensVerb(line, i + 1, context)) return i;
    if (isAside && is(line, i, cues.comma) && opensClause(line, i + 1, context)) last = i;
    if (
      i > from + 1 &&
      is(line, i, cues.comma) &&
      isTurn(line, i + 1, context) &&
      opensClause(line, i + 2, context)
    )
      return i;
  }
  return last;
}

/** "X, who denied the charges and said it was a plot, was jailed": the cue is of a relative clause. */
function isInRelative(line: Line, k: number, context: SpeechContext): boolean {
  const { cues, pack } = context;
  if (pack.isVerbFinal) return false;
  for (let at = k - 1, steps = 0; at >= 0 && steps < RELATIVE_REACH; at--, steps++) {
    if (is(line, at, cues.comma) || is(line, at, cues.quoteClose) || is(line, at, cues.thatWord))
      return false;
    // "who said …", "whose family called …", "who denied it and said …"; not "who died and police said …".
    if (opensWhose(line, at, context)) return true;
    if (is(line, at, cues.relative)) return opensRelative(line, at, k, context);
  }
  return false;
}

function opensWhose(line: Line, at: number, { tokens, pack }: SpeechContext): boolean {
  return isOneOf(tokens, line.items[at]?.from ?? -1, pack.wordsIn("WHOSE"));
}

/** Nothing but auxiliaries and adverbs stands before the cue, back to "who" or to the "and" behind its first verb. */
function opensRelative(line: Line, who: number, k: number, { cues }: SpeechContext): boolean {
  const at = skipBack(line, k - 1, cues.aux, cues.adverb);
  return at === who || is(line, at, cues.conjunction);
}

/** Items between "who" and a cue of its clause. */
const RELATIVE_REACH = 12;

/** A finite verb stands at `at`, past adverbs: that of whom the relative clause describes. */
function opensVerb(line: Line, at: number, { cues }: SpeechContext): boolean {
  const next = skipAhead(line, at, cues.adverb);
  return (
    is(line, next, cues.finiteBe) || (is(line, next, cues.finite) && !is(line, next, cues.noun))
  );
}

/** "A man who denied murder was jailed": the verb of the man, where no comma closes what is said of him, or -1. */
function verbBehindObject(line: Line, k: number, from: number, context: SpeechContext): number {
  const { cues } = context;
  const takesNoun = is(line, k, cues.judge) || is(line, k, cues.call) || is(line, k + 1, cues.to);
  const isClause = !takesNoun || opensContent(line, k, context);
  let verb = -1;
  let verbs = 0;
  for (let at = k - 1; at >= 0; at--) {
    if (is(line, at, cues.comma)) return -1;
    if (is(line, at, cues.relative) || opensWhose(line, at, context)) {
      if (is(line, at - 1, cues.comma)) return -1;
      break;
    }
  }
  for (let at = from; at < line.items.length; at++) {
    if (is(line, at, cues.comma) || is(line, at, cues.conjunction)) break;
    if (is(line, at, cues.quoteOpen) || is(line, at, cues.relative)) break;
    if (at > from && is(line, at, cues.finiteBe)) {
      verb = at;
      verbs++;
    }
  }
  return verbs > (isClause ? 1 : 0) ? verb : -1;
}

/** "Hours after the minister announced cuts, thousands marched": what stands behind the comma is not the minister's. */
function isInTimeClause(line: Line, k: number, { cues, tokens, pack }: SpeechContext): boolean {
  if (pack.isVerbFinal) return false;
  const opens = pack.wordsIn("TIMESUB");
  for (let at = k - 1; at >= 0; at--) {
    const item = line.items[at];
    if (is(line, at, cues.comma) || is(line, at, cues.quoteClose)) return false;
    if (isOneOf(tokens, (item?.to ?? 0) - 1, opens))
      return (
        at === 0 ||
        is(line, at - 1, cues.time) ||
        is(line, at - 1, cues.comma) ||
        is(line, at - 1, cues.adverb)
      );
  }
  return false;
}

/** ", while police", ", but the family": another voice. */
function isTurn(line: Line, at: number, context: SpeechContext): boolean {
  return is(line, at, context.cues.but);
}

function isInsideQuote(line: Line, i: number, k: number, context: SpeechContext): boolean {
  const inner = context.quotes.innermost[line.items[i]?.from ?? 0] ?? -1;
  const outer = context.quotes.innermost[line.items[k]?.from ?? 0] ?? -1;
  return inner !== outer;
}

/** A cue at `i` that goes on for the speaker of the cue at `k` ("… and added"): where it is joined, or -1. */
function jointBefore(line: Line, i: number, k: number, context: SpeechContext): number {
  const { cues } = context;
  if (!is(line, i, cues.any) || i <= k + 1) return -1;
  const joint = skipBack(line, i - 1, cues.aux, cues.adverb);
  if (joint <= k + 1) return -1;
  if (is(line, joint, cues.comma) && is(line, i, cues.saying)) return joint;
  if (!is(line, joint, cues.conjunction) && !is(line, joint, cues.but)) return -1;
  if (
    is(line, i, cues.saying) ||
    is(line, i, cues.say) ||
    is(line, i, cues.judge) ||
    is(line, i, cues.call)
  ) {
    return is(line, joint - 1, cues.comma) ? joint - 1 : joint;
  }
  return -1;
}

/** Quotations that lie in or reach into ranges, outermost first. */
export function quotesIn(contents: readonly TokenRange[], context: SpeechContext): Quote[] {
  const found: Quote[] = [];
  for (const [from, to] of contents) {
    for (let at = from; at < to; at++) {
      const index = context.quotes.innermost[at] ?? -1;
      if (index < 0) continue;
      const quote = outermostWithin(context.quotes.quotes[index] as Quote, from, context);
      if (!found.includes(quote)) found.push(quote);
      at = Math.max(at, quote.to - 1);
    }
  }
  return found;
}

/** The outermost quotation around another that does not begin before `from`. */
function outermostWithin(quote: Quote, from: number, context: SpeechContext): Quote {
  let best = quote;
  for (let depth = quote.depth - 1; depth >= 0; depth--) {
    const outer = enclosing(best, context);
    if (outer === null || outer.from < from - 1) break;
    best = outer;
  }
  return best;
}

function enclosing(quote: Quote, context: SpeechContext): Quote | null {
  const index = context.quotes.innermost[quote.from - 1] ?? -1;
  const outer = index < 0 ? undefined : context.quotes.quotes[index];
  return outer !== undefined && outer.from < quote.from && outer.to >= quote.to ? outer : null;
}

/** The outermost quotation that holds a token, or null. */
export function quoteAt(token: number, context: SpeechContext): Quote | null {
  const index = context.quotes.innermost[token] ?? -1;
  let quote = index < 0 ? null : (context.quotes.quotes[index] ?? null);
  for (let steps = 0; quote !== null && steps < 5; steps++) {
    const outer = enclosing(quote, context);
    if (outer === null) break;
    quote = outer;
  }
  return quote;
}

/** A content that touches a quotation of several sentences reaches over the whole quotation. */
export function widen(
  contents: readonly TokenRange[],
  quotes: readonly Quote[],
  bounds: TokenRange,
): TokenRange[] {
  return contents.map(([from, to]) => {
    let [start, end] = [from, to];
    for (const quote of quotes) {
      if (quote.from < end && start < quote.to) {
        if (quote.from >= bounds[0] || quote.from <= start) start = Math.min(start, quote.from);
        end = Math.max(end, quote.to);
      }
    }
    return [start, end];
  });
}
