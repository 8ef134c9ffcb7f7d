/**
 * In: speeches and the drafts of events. Out: drafts of statements, calls and statistics.
 * A saying whose whole content is an event is that event with its speaker; all other sayings are statements.
 * Never: makes a statement of a quoted name, charge or slogan without a cue.
 */
import { changeSpeech } from "./changeSpeech.ts";
import { changeDraft, type Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import type { Quote } from "./quotes.ts";
import { callModality, draftCalls } from "./speechCalls.ts";
import { draft, speechesOf, trimmed } from "./speechDrafts.ts";
import { isToldWhole, sayingBefore } from "./speechCoverage.ts";
import { cuesOf } from "./speechCues.ts";
import { isDemand, isQuotedDemand } from "./speechDemands.ts";
import type { Speech, TokenRange } from "./speech.ts";
import { TOKEN } from "./tokens.ts";

export { draftDemands } from "./speechDemands.ts";

/** Makes statements and calls of the speeches. */
export function draftStatements(
  events: readonly Draft[],
  statistics: readonly Draft[],
  context: DraftContext,
): Draft[] {
  // "He is alive, his brother said": what nothing counts takes no saying away.
  const told = [...events.filter(({ kind }) => kind !== "other"), ...statistics];
  return context.speeches.flatMap((speech) => draftsOf(speech, told, context));
}

/** Kinds of speech that make no statement of their own: posts, tallies, and sources of what the author tells. */
const SILENT: ReadonlySet<Speech["kind"]> = new Set(["post", "record", "according", "cited"]);

function draftsOf(speech: Speech, told: readonly Draft[], context: DraftContext): Draft[] {
  const [content] = speech.contents;
  if (speech.isForeign === true && content !== undefined)
    return [draft("statement", trimmed(content, context), speech, context)];
  if (isToldBy(speech, context))
    return isToldWhole(speech, told, context)
      ? []
      : [draft("statement", trimmed(speech.whole, context), speech, context)];
  if (SILENT.has(speech.kind) && (speech.kind !== "according" || speech.quotes.length === 0))
    return [];
  if (speech.kind === "call") return speech.isInQuote ? [] : draftCalls(speech, context);
  if (speech.isAuthor) return [];
  const long = speech.quotes.filter((quote) => isLong(quote, speech, context));
  if (speech.kind === "chant")
    return long.length === 0 ? [] : [draft("statement", speech.whole, speech, context)];
  if (speech.isInQuote)
    return long.length === 0
      ? []
      : [draft("statement", spanOfQuotes(speech.quotes), speech, context)];
  const runs = quotedRuns(speech, long);
  if (runs.length > 0) {
    const isPart = runs.some((run) => isPartOfSaying(run, speech, context));
    return runs.flatMap((run) => ofQuotation(run, speech, told, context, isPart));
  }
  if (speech.kind === "quote" || speech.kind === "according") return [];
  if (speech.kind === "judge")
    return isMotion(speech, context)
      ? []
      : [draft("statement", trimmed(speech.whole, context), speech, context)];
  if (holdsAnother(speech, context)) return [];
  const demand = demandIn(speech, context);
  if (demand !== null)
    return [
      changeDraft(draft("call", demand, speech, context), {
        modality: callModality(demand, speech.sentence, context),
      }),
    ];
  const before = sayingBefore(speech, told, context);
  if (before !== null) return [draft("statement", trimmed(before, context), speech, context)];
  if (isToldWhole(isFronted(speech) ? changeSpeech(speech, { quotes: [] }) : speech, told, context))
    return [];
  return [draft("statement", trimmed(speech.whole, context), speech, context)];
}

/** "In the words of her lawyer, A": somebody's words, where a report's would be the source of what the author tells. */
function isToldBy(speech: Speech, { classes, pack, readings }: DraftContext): boolean {
  if (!pack.isVerbFinal || speech.kind !== "according" || speech.cue === null) return false;
  if (speech.isCarried === true || speech.quotes.length > 0 || speech.isInQuote) return false;
  const [at] = speech.cue;
  const { according, dateline, comma, colon } = cuesOf(classes);
  const cue = readings[speech.sentence]?.items.find((item) => item.from === at);
  if (cue === undefined || comma[cue.set] === 1 || colon[cue.set] === 1) return false;
  return according[cue.set] === 1 && dateline[cue.set] !== 1;
}

/** Words that make a quotation a clause rather than a name or a term. */
const CLAUSE_WORDS = 4;

function isLong(quote: Quote, speech: Speech, context: DraftContext): boolean {
  let count = 0;
  for (let at = quote.from; at < quote.to; at++)
    if (context.tokens.kind[at] === TOKEN.word) count++;
  if (count >= CLAUSE_WORDS) return true;
  return (
    count >= 2 &&
    (speech.kind === "chant" ||
      speech.contents.some(([from, to]) => quote.from - from <= 1 && to - quote.to <= 1))
  );
}

function spanOfQuotes(quotes: readonly Quote[]): TokenRange {
  return [
    Math.min(...quotes.map((quote) => quote.from)),
    Math.max(...quotes.map((quote) => quote.to)),
  ];
}

/** The quotations that are (nearly) all that is said; two in one sentence are one run. */
function quotedRuns(speech: Speech, long: readonly Quote[]): TokenRange[] {
  const leading = long.filter((quote) =>
    speech.contents.some(
      ([from, to]) => quote.from - from <= 2 && quote.to > from && (to - quote.to) * 3 <= to - from,
    ),
  );
  const [first] = leading;
  const last = leading.at(-1);
  if (first === undefined || last === undefined) return [];
  return [[first.from, last.to]];
}

function ofQuotation(
  run: TokenRange,
  speech: Speech,
  told: readonly Draft[],
  context: DraftContext,
  isPart: boolean,
): Draft[] {
  if (isQuotedDemand(run, speech.sentence, context))
    return [
      changeDraft(draft("call", run, speech, context), {
        modality: callModality(run, speech.sentence, context),
      }),
    ];
  if (isToldWhole(changeSpeech(speech, { contents: [run] }), told, context)) return [];
  const range: TokenRange = isPart
    ? [sayingStart(run, speech), Math.max(run[1], speech.whole[1])]
    : run;
  return [draft("statement", trimmed(range, context), speech, context)];
}

/** `Called the trial "a farce"`, `spoke of "saboteurs"`: what is quoted completes the words of the report, and says nothing without them. */
function isPartOfSaying(
  [from]: TokenRange,
  { cue, sentence }: Speech,
  { tokens, pack, classes, readings }: DraftContext,
): boolean {
  if (pack.isVerbFinal || cue === null || cue[0] >= from) return false;
  const before = readings[sentence]?.items.find(({ to }) => to === from);
  if (before === undefined || tokens.kind[from - 1] !== TOKEN.word) return false;
  const { any, judge, thatWord } = cuesOf(classes);
  return judge[before.set] === 1 || (any[before.set] !== 1 && thatWord[before.set] !== 1);
}

/** Where the words of a quoted part begin: with its speaker, or with what is said where that was broken off before. */
function sayingStart(run: TokenRange, { contents, whole, speaker, cue }: Speech): number {
  const own = contents.findLast(([from, to]) => from <= run[0] && run[0] < to);
  if (contents.length > 1) return own !== undefined && run[0] - own[0] > 2 ? own[0] : whole[0];
  const isHere = speaker.range[0] >= whole[0] && speaker.range[0] < (cue?.[0] ?? run[0]);
  return isHere ? speaker.range[0] : whole[0];
}

/** "He was charged with "corruption on earth", it added": what is said stands in front, its quotations are terms. */
function isFronted({ kind, cue, contents }: Speech): boolean {
  return kind === "say" && cue !== null && (contents[0]?.[0] ?? 0) < cue[0];
}

/** A court that "rejects an appeal" acts; it says nothing. */
function isMotion(speech: Speech, context: DraftContext): boolean {
  const { motion } = cuesOf(context.classes);
  const reading = context.readings[speech.sentence];
  const [from, to] = speech.contents[0] ?? [0, 0];
  return (
    reading?.items.some(
      (item) => item.from >= from && item.to <= Math.min(to, from + 6) && motion[item.set] === 1,
    ) === true
  );
}

/** What is said is itself that another said something: the inner speech is the statement. */
function holdsAnother(speech: Speech, context: DraftContext): boolean {
  const [content] = speech.contents;
  if (content === undefined || speech.contents.length > 1) return false;
  return speechesOf(speech.sentence, context).some(
    (other) =>
      other !== speech &&
      !SILENT.has(other.kind) &&
      other.whole[0] >= content[0] &&
      other.whole[0] - content[0] <= 3 &&
      (other.whole[1] - other.whole[0]) * 10 >= (content[1] - content[0]) * 6,
  );
}

/** Tokens from the beginning of what is said within which "must" makes all of it a demand. */
const DEMAND_REACH = 12;

/** "said that Europe should look at its own record": the demand is what is said. */
function demandIn(speech: Speech, context: DraftContext): TokenRange | null {
  const [content] = speech.contents;
  if (
    content === undefined ||
    speech.contents.length > 1 ||
    !isDemand(
      [content[0], Math.min(content[1], content[0] + DEMAND_REACH)],
      speech.sentence,
      context,
    )
  )
    return null;
  return trimmed(speech.whole, context);
}
