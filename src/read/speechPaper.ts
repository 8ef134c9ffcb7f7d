/**
 * In: "by the report of" in a line of a language whose verbs stand last. Out: where the one whose report it is begins.
 * Never: takes what is said of the paper ("annual", "published") for who keeps it.
 */
import type { SpeechContext } from "./speech.ts";
import { is, type Line } from "./speechCues.ts";

/** Items between the paper and "by". */
const MADE_REACH = 5;

/** Item at which the source behind the cue at `k` begins; -1 where the words only say that the paper is public. */
export function ownerStart(line: Line, k: number, { cues, pack, classes }: SpeechContext): number {
  if (!pack.isVerbFinal) return k + 1;
  const body = classes.of("ORG", "CUE.orgnoun", "INSTG");
  // "By the report |of the year 2024| of the union": the paper's year.
  const isOfPaper = (at: number): boolean =>
    is(line, at, cues.paperWord) ||
    is(line, at, cues.noSource) ||
    is(line, at, cues.recurring) ||
    (is(line, at, cues.time) && is(line, at + 1, body));
  let made = k + 1;
  while (made <= k + MADE_REACH && (isOfPaper(made) || is(line, made, cues.adjective))) made++;
  if (made > k + 1 && is(line, made, cues.by)) return made + 1;
  let at = k + 1;
  while (isOfPaper(at)) {
    if (is(line, at, cues.noSource)) return -1;
    at++;
  }
  return at;
}
