import type { Speaker, Speech, TokenRange } from "./speech.ts";

/** A speech with some fields changed. Every field is named, so that all speeches have one shape, as in `changeDraft`. */
export function changeSpeech(speech: Speech, changes: Partial<Speech>): Speech {
  const { cue, date } = changes;
  return {
    kind: changes.kind ?? speech.kind,
    sentence: changes.sentence ?? speech.sentence,
    speaker: changes.speaker ?? speech.speaker,
    cue: cue === undefined ? speech.cue : cue,
    contents: changes.contents ?? speech.contents,
    whole: changes.whole ?? speech.whole,
    quotes: changes.quotes ?? speech.quotes,
    isDenial: changes.isDenial ?? speech.isDenial,
    isAuthor: changes.isAuthor ?? speech.isAuthor,
    isInQuote: changes.isInQuote ?? speech.isInQuote,
    date: date === undefined ? speech.date : date,
    isForeign: changes.isForeign ?? speech.isForeign,
    isCarried: changes.isCarried ?? speech.isCarried,
  };
}

/** A speaker whom other words name. Every field is named, for the same reason. */
export function speakerAt(speaker: Speaker, range: TokenRange): Speaker {
  const { source, name, isNamed, isUnnamed, isPlural } = speaker;
  return { range, source, name, isNamed, isUnnamed, isPlural };
}

/** A speech told in words of nobody's quotation, denied by nobody. Every field is named, for the same reason. */
export function plainSpeech(
  told: Pick<Speech, "kind" | "sentence" | "speaker" | "cue" | "contents" | "whole">,
  isCarried = false,
): Speech {
  const { kind, sentence, speaker, cue, contents, whole } = told;
  return {
    kind,
    sentence,
    speaker,
    cue,
    contents,
    whole,
    quotes: [],
    isDenial: false,
    isAuthor: false,
    isInQuote: false,
    date: null,
    isForeign: false,
    isCarried,
  };
}
