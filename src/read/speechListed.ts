/**
 * In: the sentences of a document. Out: the lines of a list that each ask for something under one lead
 * ("The experts call upon the authorities to:"), with that lead.
 * Never: takes a line for a demand that does not begin with a verb, or a list whose lead asks for nothing.
 */
import type { DraftContext } from "./draftContext.ts";
import { type CueClasses, cuesOf, is, type Line, lineOf, skipAhead } from "./speechCues.ts";
import type { SentenceReading, Speech } from "./speech.ts";
import { isWordOf } from "./speechWords.ts";
import { TOKEN } from "./tokens.ts";

/** A line of a list of demands: where its words begin, and what leads in. */
export type ListedDemand = {
  readonly from: number;
  readonly lead: SentenceReading;
  /** Below "they call for:" a line names what is asked for, up to this token; null where a verb asks. */
  readonly namedTo: number | null;
};

/** The listed demands of a document by the index of their sentence. */
export function listedDemands(context: DraftContext): ReadonlyMap<number, ListedDemand> {
  const cues = cuesOf(context.classes);
  const found = new Map<number, ListedDemand>();
  let lead: SentenceReading | null = null;
  let isMarked = false;
  for (const reading of context.readings) {
    if (isMark(reading, context)) {
      isMarked = true;
      continue;
    }
    const last = reading.items.at(-1);
    if (last !== undefined && cues.colon[last.set] === 1) {
      lead = reading.items.some(({ set }) => cues.call[set] === 1) ? reading : null;
      continue;
    }
    if (lead === null) continue;
    const line = lineOf(reading.index, context.readings, context);
    const from = line === null ? null : isMarked ? 0 : wordsOf(line, context);
    isMarked = false;
    if (line === null || from === null) lead = null;
    else if (asks(line, from, cues)) found.set(reading.index, { from, lead, namedTo: null });
    else {
      const namedTo = asksFor(lead, cues, context) ? nameEnd(line, from, cues) : null;
      if (namedTo === null) lead = null;
      else found.set(reading.index, { from, lead, namedTo });
    }
  }
  return found;
}

/** Who asks for what is listed: the speaker of the lead; nobody else for "we demand:". */
export function leadSpeeches(lead: SentenceReading, context: DraftContext): Speech[] {
  return context.speeches
    .filter(
      ({ sentence, kind, isAuthor }) => sentence === lead.index && kind === "call" && !isAuthor,
    )
    .slice(0, 1);
}

/** "1.", "b.": a mark that stands as a sentence of its own before the line that it opens. */
function isMark({ sentence }: SentenceReading, { tokens }: DraftContext): boolean {
  const { from, to, opensBlock } = sentence;
  if (!opensBlock || to - from !== 2 || tokens.kind[to - 1] !== TOKEN.punctuation) return false;
  return tokens.kind[from] === TOKEN.number || (tokens.form[from] ?? "").length === 1;
}

/** A verb opens the line: "release the prisoners". */
function asks(line: Line, from: number, cues: CueClasses): boolean {
  return is(line, skipAhead(line, from, cues.adverb, cues.conjunction), cues.baseVerb);
}

/** Token behind the words that name a thing without telling of it ("the release of all" in "the release of all who were held"). */
function nameEnd(line: Line, from: number, cues: CueClasses): number | null {
  for (let at = from; at < line.items.length; at++) {
    if (is(line, at, cues.relative)) return line.items[at]?.from ?? null;
    if (is(line, at, cues.aux) || is(line, at, cues.finite)) return null;
  }
  return line.reading.sentence.to;
}

/** Tokens of the words that only name what is asked for: nouns of events there tell nothing. */
export function namedDemands(context: DraftContext): ReadonlySet<number> {
  const named = new Set<number>();
  for (const [index, { namedTo }] of listedDemands(context))
    for (let at = context.readings[index]?.sentence.from ?? 0; at < (namedTo ?? 0); at++)
      named.add(at);
  return named;
}

/** "they call for:", "our demands are:": what stands below is what is asked for. */
function asksFor({ items }: SentenceReading, cues: CueClasses, context: DraftContext): boolean {
  const last = items.at(-2);
  return (
    last !== undefined && cues.call[last.set] === 1 && isWordOf(last.to - 1, cues.forWord, context)
  );
}

/** Item behind the mark of a list ("(a)", "2.", "–"), or null where there is none. */
function wordsOf(line: Line, context: DraftContext): number | null {
  const { tokens } = context;
  const isSign = (at: number): boolean => {
    const item = line.items[at];
    return item !== undefined && tokens.kind[item.from] !== TOKEN.word;
  };
  let at = 0;
  while (isSign(at)) at++;
  if (at < 3 && isSign(at + 1) && isShort(line, at, context)) {
    at++;
    while (isSign(at)) at++;
  }
  return at === 0 ? null : at;
}

/** "a", "iv", "12": the letter or number of a line. */
function isShort(line: Line, at: number, { tokens }: DraftContext): boolean {
  const item = line.items[at];
  return item !== undefined && (tokens.form[item.from] ?? "").length <= MARK_LENGTH;
}

const MARK_LENGTH = 3;
