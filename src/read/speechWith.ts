/**
 * In: the speeches of a sentence where verbs stand last. Out: the same, where what the speaker brings up before the verb is said too: "X
 * |with a denial of the execution of A| said …", "X |with a reference to the arrest of seven| said …".
 * Never: gives a speaker what stands before him.
 */
import { changeSpeech } from "./changeSpeech.ts";
import type { Item } from "./items.ts";
import type { Speech, SpeechContext, TokenRange } from "./speech.ts";
import { isOneOf } from "./wordSets.ts";

/** Adds what a speaker mentions between his name and the verb. */
export function widenByMention(
  found: readonly Speech[],
  items: readonly Item[],
  { tokens, pack, classes }: SpeechContext,
): readonly Speech[] {
  if (!pack.isVerbFinal) return found;
  const withs = pack.wordsIn("MENTIONWITHW");
  const mentions = pack.wordsIn("MENTIONW");
  return found.map((speech) => {
    const { cue, speaker, contents } = speech;
    const first = contents[0]?.[0] ?? 0;
    if (cue === null || cue[0] > first || speaker.range[1] > cue[0]) return speech;
    for (let at = speaker.range[1]; at < cue[0] - 1; at++) {
      const isMention = isOneOf(tokens, at, withs) && isOneOf(tokens, at + 1, mentions);
      if (!isMention) continue;
      const cueAt = cue[0];
      const holdsAct = items.some(
        ({ from, set }) =>
          from > at + 1 &&
          from < cueAt &&
          (classes.trigger[set] === 1 || classes.of("TODEATH")[set] === 1),
      );
      if (!holdsAct) return speech;
      const own: TokenRange = [at, cue[0]];
      return changeSpeech(speech, { contents: [own, ...contents] });
    }
    return speech;
  });
}
