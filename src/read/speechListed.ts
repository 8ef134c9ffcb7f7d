/**
 * In: the sentences of a document. Out: the lines of a list that each ask for something under one lead
 * ("The experts call upon the authorities to:"), with that lead.
 * Never: takes a line for a demand that does not begin with a verb, or a list whose lead asks for nothing.
 */
import type { DraftContext } from "./draftContext.ts";
import { type CueClasses, cuesOf, is, type Line, lineOf, skipAhead } from "./speechCues.ts";
import type { SentenceReading, Speech } from "./speech.ts";
import { TOKEN } from "./tokens.ts";

/** A line of a list of demands: where its words begin, and what leads in. */
export type ListedDemand = { readonly from: number; readonly lead: SentenceReading };

/** The listed demands of a document by the index of their sentence. */
export function listedDemands(context: DraftContext): ReadonlyMap<number, ListedDemand> {
  const cues = cuesOf(context.classes);
  const found = new Map<number, ListedDemand>();
  let lead: SentenceReading | null = null;
  for (const reading of context.readings) {
    const last = reading.items.at(-1);
    if (last !== undefined && cues.colon[last.set] === 1) {
      lead = reading.items.some(({ set }) => cues.call[set] === 1) ? reading : null;
      continue;
    }
    if (lead === null) continue;
    const line = lineOf(reading.index, context.readings, context);
    const from = line === null ? null : wordsOf(line, cues, context);
    if (from === null) lead = null;
    else found.set(reading.index, { from, lead });
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

/** Item behind the mark of a list ("(a)", "2.", "–") where a verb asks for something, or null. */
function wordsOf(line: Line, cues: CueClasses, context: DraftContext): number | null {
  const { tokens } = context;
  const isMark = (at: number): boolean => {
    const item = line.items[at];
    return item !== undefined && tokens.kind[item.from] !== TOKEN.word;
  };
  let at = 0;
  while (isMark(at)) at++;
  if (at < 3 && isMark(at + 1) && isShort(line, at, context)) {
    at++;
    while (isMark(at)) at++;
  }
  if (at === 0) return null;
  const verb = skipAhead(line, at, cues.adverb, cues.conjunction);
  return is(line, verb, cues.baseVerb) ? at : null;
}

/** "a", "iv", "12": the letter or number of a line. */
function isShort(line: Line, at: number, { tokens }: DraftContext): boolean {
  const item = line.items[at];
  return item !== undefined && (tokens.form[item.from] ?? "").length <= MARK_LENGTH;
}

const MARK_LENGTH = 3;
