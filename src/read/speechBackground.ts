/**
 * In: the drafts of a report. Out: the same, where what stands in a clause of its own behind "in which" is told within somebody's words:
 * who tells it is left open.
 * Never: takes a source from what opens the saying, or stands in quotation marks.
 */
import { changeSpeech } from "./changeSpeech.ts";
import { changeDraft, type Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import type { Speech } from "./speech.ts";
import { unknownSpeaker } from "./speechSpeaker.ts";
import { isWordOf } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

type Context = Pick<DraftContext, "tokens" | "pack" | "classes">;

/** "The agency reported that two were held over an attack |in which three officers died|": the report may tell that by itself. */
export function leaveBackground(drafts: readonly Draft[], context: Context): readonly Draft[] {
  if (context.pack.wordsIn("WHICHW").size === 0) return drafts;
  return drafts.map((draft) => {
    if (!draft.speeches.some((speech) => isBackground(speech, draft, context))) return draft;
    const speeches = draft.speeches.map((speech) =>
      isBackground(speech, draft, context)
        ? changeSpeech(speech, { speaker: unknownSpeaker(speech.speaker.range) })
        : speech,
    );
    return changeDraft(draft, { speeches });
  });
}

function isBackground(
  { kind, cue, quotes, sentence, speaker, isCarried }: Speech,
  draft: Draft,
  { tokens, pack, classes }: Context,
): boolean {
  if (cue === null || quotes.length > 0 || isCarried || !TELLS.has(kind)) return false;
  if (speaker.source === null || sentence !== draft.sentence) return false;
  const which = pack.wordsIn("WHICHW");
  // The clause ends with the first comma behind "which".
  for (let at = draft.anchor; at > cue[1] + 1 && tokens.form[at] !== ","; at--)
    if (isOneOf(tokens, at, which)) {
      // "40 executions, |of which| 12 were announced": a part of what is told.
      if (isWordOf(at - 1, classes.of_, { tokens, pack })) return false;
      return isWordOf(at - 1, classes.preposition, { tokens, pack });
    }
  return false;
}

const TELLS: ReadonlySet<Speech["kind"]> = new Set(["say", "record", "according"]);
