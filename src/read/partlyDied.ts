/**
 * In: drafts of a report. Out: the same, where people who "took their lives" are said in the same sentence to have died in part only
 * ("two took pills, one of whom died"): the number of those who tried is no number of dead.
 * Never: touches a suicide of which nothing more is said.
 */
import { changeDraft, type Draft } from "./draft.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Sentence } from "./sentences.ts";
import type { Tokens } from "./tokens.ts";

/** Takes the number from suicides of which only some ended in death. */
export function doubtSuicides(
  drafts: readonly Draft[],
  sentences: readonly Sentence[],
  { tokens, pack }: { readonly tokens: Tokens; readonly pack: LanguagePack },
): readonly Draft[] {
  const tries = pack.wordsIn("SUICIDEW");
  if (tries.size === 0) return drafts;
  return drafts.map((draft) => {
    const { kind, quantity, sentence, range, anchor, notes } = draft;
    if (kind !== "death-in-custody" || quantity === null || (quantity.max ?? 2) < 2) return draft;
    const first = tokens.form.slice(range[0], anchor + 1).findIndex((form) => tries.has(form));
    const tried = range[0] + first;
    if (first < 0 || quantity.span.end > (tokens.start[tried] ?? 0)) return draft;
    const to = sentences[sentence]?.to ?? anchor;
    if (!diedInPart(tokens.form.slice(tried, to), pack)) return draft;
    return changeDraft(draft, {
      quantity: null,
      tier: "shown",
      notes: [...notes, { code: "quantity-doubtful", level: "doubt", span: null }],
    });
  });
}

/** "one of them …, died": the number stands before "of them", and the verb of dying behind it. */
function diedInPart(forms: readonly string[], pack: LanguagePack): boolean {
  const parts = pack.wordsIn("OFTHEM");
  const dies = pack.wordsIn("DIEV");
  const part = forms.findIndex((form, at) => parts.has(`${form} ${forms[at + 1] ?? ""}`));
  if (part < 0) return false;
  return forms.some((form, at) => at > part && dies.has(`${form} ${forms[at + 1] ?? ""}`));
}
