import type { NameView } from "./nameView.ts";

/** A name being told: what it seems to be, and what speaks for a person. */
export type NameDraft = {
  from: number;
  to: number;
  titleFrom: number;
  type: "person" | "organisation" | "place" | "prison" | "unknown";
  id: string | null;
  /** Folded name words, particles left out. */
  words: string[];
  wordTokens: readonly number[];
  /** Evidence for a person; 0 for gazetteer names. */
  weight: number;
  isOfficial: boolean;
  sex: "female" | "male" | null;
  inHeading: boolean;
  /** Fullest form, once linked. */
  name: string | null;
  /** Read where the name was found (scripts without capitals); else read from the words behind it. */
  age: number | null;
  father: string | null;
  detailTo: number | null;
};

/** A name not yet told. */
export function makeDraft(
  view: NameView,
  from: number,
  to: number,
  words: readonly number[],
): NameDraft {
  return {
    from,
    to,
    titleFrom: from,
    type: "unknown",
    id: null,
    words: words.map((at) => view.tokens.form[at] ?? ""),
    wordTokens: words,
    weight: 0,
    isOfficial: false,
    sex: null,
    inHeading: view.isHeading[view.sentenceOf[from] ?? 0] === 1,
    name: null,
    age: null,
    father: null,
    detailTo: null,
  };
}
