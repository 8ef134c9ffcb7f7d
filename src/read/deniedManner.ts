/**
 * In: drafts of a report. Out: the same, where a denied death names its manner ("denied that A had died under torture"): whether the death
 * or the manner is denied the words do not say, so it is unclear.
 * Never: touches what the report itself denies, or a denied death without a manner.
 */
import { changeDraft, type Draft } from "./draft.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";
import { holdsOneOf } from "./wordSets.ts";

/** Makes deaths unclear of which only the manner may be denied. */
export function doubtManners(
  drafts: readonly Draft[],
  { tokens, pack }: { readonly tokens: Tokens; readonly pack: LanguagePack },
): readonly Draft[] {
  const manners = pack.wordsIn("MANNERW");
  return drafts.map((draft) => {
    const { kind, modality, speeches, range } = draft;
    if (modality !== "negated" || (kind !== "death-in-custody" && kind !== "killing")) return draft;
    if (!speeches.some(({ isDenial }) => isDenial)) return draft;
    const isManner = holdsOneOf(tokens, range[0], range[1], manners);
    return isManner ? changeDraft(draft, { modality: "unclear" }) : draft;
  });
}
