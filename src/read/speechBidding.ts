/**
 * In: a cue that bids somebody do something ("ordered her to pay"). Out: where what is bidden ends.
 * Never: parts what is asked for in one breath ("asked that she be freed and that he be pardoned").
 */
import type { SpeechContext } from "./speech.ts";
import { is, isPronoun, skipAhead, type Line } from "./speechCues.ts";
import { isOneOf } from "./wordSets.ts";

/** Items between the cue and its "to": whom it is said to. */
const ADDRESSEE = 5;

/** "The court ordered her to pay a fine|, and she was released": what came of it is told by the author; −1 where nothing is. */
export function biddingEnd(line: Line, k: number, context: SpeechContext): number {
  const { cues, pack } = context;
  if (pack.isVerbFinal || (!is(line, k, cues.call) && !is(line, k, cues.ask))) return -1;
  let to = k + 1;
  while (to <= k + ADDRESSEE && !is(line, to, cues.to)) {
    if (is(line, to, cues.thatWord) || is(line, to, cues.comma) || is(line, to, cues.quoteOpen))
      return -1;
    to++;
  }
  if (!is(line, to, cues.to)) return -1;
  for (let at = to + 2; at < line.items.length; at++) {
    if (!is(line, at, cues.conjunction) || !opensDeed(line, at + 1, context)) continue;
    return is(line, at - 1, cues.comma) ? at - 1 : at;
  }
  return -1;
}

/** "she was released", "12 people were killed": a subject with its verb in the past. */
function opensDeed(line: Line, at: number, context: SpeechContext): boolean {
  const { cues, tokens, pack } = context;
  const item = line.items[at];
  if (item === undefined) return false;
  const isSubject =
    item.group !== null ||
    item.name !== null ||
    item.quantity !== null ||
    (isPronoun(line, at) && !is(line, at, cues.objective));
  if (!isSubject) return false;
  const verb = skipAhead(line, at + 1, cues.adverb);
  return isOneOf(tokens, line.items[verb]?.from ?? -1, pack.wordsIn("WEREW"));
}
