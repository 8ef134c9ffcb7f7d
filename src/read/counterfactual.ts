/**
 * In: drafts of a report. Out: the same, where what would have been done, had something been otherwise, endangers nobody: "had the appeal
 * failed, he would have been hanged by now".
 * Never: touches what may still come ("he could be hanged"), or what was done.
 */
import { changeDraft, type Draft } from "./draft.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Sentence } from "./sentences.ts";
import type { Tokens } from "./tokens.ts";
import { holdsOneOf } from "./wordSets.ts";

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Tokens from the words that say so to the deed, or behind it. */
const REACH = 6;
/** Words of such a phrase at most. */
const LONGEST = 5;

/** Takes those whom it would have concerned out of danger. */
export function withoutUnreal(
  drafts: readonly Draft[],
  sentences: readonly Sentence[],
  words: Words,
): readonly Draft[] {
  return drafts.map((draft) => {
    if (!DEADLY.has(draft.kind) || !OPEN.has(draft.modality)) return draft;
    if (!isUnreal(draft, sentences[draft.sentence], words)) return draft;
    const persons = draft.persons.map((person) => ({ ...person, role: "other" as const }));
    return changeDraft(draft, { modality: "hypothetical", persons });
  });
}

const DEADLY: ReadonlySet<Draft["kind"]> = new Set(["execution", "imminent-execution"]);
const OPEN: ReadonlySet<Draft["modality"]> = new Set(["hypothetical", "intended", "at-risk"]);

function isUnreal(
  { anchor }: Draft,
  sentence: Sentence | undefined,
  { tokens, pack }: Words,
): boolean {
  if (sentence === undefined) return false;
  const { form } = tokens;
  const from = Math.max(sentence.from, anchor - REACH);
  if (holds(form, from, anchor, pack.wordsIn("WOULDHAVEW"))) return true;
  // Where verbs stand last the form alone says no more than that it was before: "if" makes it unreal.
  const ifs = pack.wordsIn("IRREALIFW");
  if (!holdsOneOf(tokens, sentence.from, anchor, ifs)) return false;
  const to = Math.min(sentence.to, anchor + REACH);
  return holds(form, anchor, to, pack.wordsIn("WOULDHAVEBEHINDW"));
}

/** A phrase of a set stands wholly between two tokens. */
function holds(
  form: readonly string[],
  from: number,
  to: number,
  phrases: ReadonlySet<string>,
): boolean {
  if (phrases.size === 0) return false;
  for (let at = from; at < to; at++)
    for (let end = at + 1; end <= Math.min(to, at + LONGEST); end++)
      if (phrases.has(form.slice(at, end).join(" "))) return true;
  return false;
}
