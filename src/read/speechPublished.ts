/**
 * In: a verb of giving or publishing in a line of a language whose verbs stand last. Out: whether what is given is news
 * ("gave |news| of the execution of A", "the |news| of the execution of A published").
 * Never: takes what somebody was given for news that he brings.
 */
import type { SpeechContext } from "./speech.ts";
import { is, type Line } from "./speechCues.ts";
import { isOneOf } from "./wordSets.ts";

/** The verb at item `k` brings news of what its clause tells. */
export function bringsNews(line: Line, k: number, context: SpeechContext): boolean {
  const { cues, classes, pack } = context;
  if (!pack.isVerbFinal || !is(line, k, classes.verbEnd)) return false;
  const published = classes.of("PUBLISHEDW");
  const isPublished = is(line, k - 1, published);
  if (!isPublished && !is(line, k, classes.of("GIVEV"))) return false;
  if (is(line, k, classes.of("PASSV", "PASSPT"))) return false;
  let isNewsHeld = false;
  for (let i = k - 1; i >= 0; i--) {
    // "held three men |who| had the news published": whoever held them does not bring it.
    if (is(line, i, classes.relative)) return false;
    if (is(line, i, cues.stop) || is(line, i, classes.verbEnd)) break;
    if (!isNewsHeld && isNews(line, i, context))
      isNewsHeld = isPublished || is(line, i + 1, cues.asked);
  }
  return isNewsHeld;
}

/** "News", and not "this news", which was told before, nor "the denial of the news". */
function isNews(line: Line, i: number, { classes, cues, pack, tokens }: SpeechContext): boolean {
  const item = line.items[i];
  if (is(line, i - 1, classes.of("DENIALOFNEWS"))) return false;
  if (item === undefined || is(line, i - 1, cues.definite)) return false;
  return isOneOf(tokens, item.from, pack.wordsIn("BRINGNEWSW"));
}
