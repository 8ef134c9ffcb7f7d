/**
 * In: drafts. Out: the same; an acronym in brackets joins the name in front, and stands for it elsewhere.
 * Never: takes a bracketed age or remark for an acronym.
 */
import type { NameDraft } from "./nameDraft.ts";
import { CASE, type NameView, isCue } from "./nameView.ts";
import { writtenName } from "./linkNames.ts";

/** Reads "National Council of Resistance of Iran (NCRI)" and gives later "NCRI" that name. */
export function attachAcronyms(view: NameView, drafts: NameDraft[]): void {
  const expansions = new Map<string, NameDraft>();
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index];
    if (draft === undefined || draft.type === "person" || draft.type === "prison") continue;
    const bracket = readBracket(view, draft.to);
    if (bracket === null) continue;
    const isOrganisation =
      draft.type === "organisation" || standsFor(view, draft, bracket.acronyms);
    if (!isOrganisation) continue;
    draft.type = "organisation";
    const inner = drafts[index + 1];
    if (inner !== undefined && inner.from < bracket.to && draft.id === null) draft.id = inner.id;
    draft.to = bracket.to;
    draft.name = writtenName(view, draft.from, draft.to);
    for (const acronym of bracket.acronyms) expansions.set(acronym, draft);
  }
  for (let index = 0; index < drafts.length; index++) spellOut(view, drafts, index);
  for (const draft of drafts) {
    if (draft.words.length !== 1 || draft.type === "person") continue;
    const full = expansions.get(draft.words[0] ?? "");
    if (full === undefined || full === draft) continue;
    draft.type = "organisation";
    draft.name = full.name;
    draft.id ??= full.id;
  }
}

/** "Inter Services Public Relations (ISPR)": common words that the letters in brackets spell are the body's name. */
function spellOut(view: NameView, drafts: readonly NameDraft[], index: number): void {
  const draft = drafts[index];
  const { form } = view.tokens;
  if (draft === undefined || draft.type !== "organisation" || draft.to !== draft.from + 1) return;
  if (form[draft.from - 1] !== "(" || form[draft.to] !== ")") return;
  const letters = form[draft.from] ?? "";
  const words: number[] = [];
  for (let at = draft.from - 2; at >= 0 && words.length < letters.length; at--) {
    if (view.letterCase[at] === CASE.none) return;
    if (form[at]?.charAt(0) !== letters.charAt(letters.length - 1 - words.length)) return;
    words.unshift(at);
  }
  const [first] = words;
  const before = drafts[index - 1];
  if (letters.length < SPELLED_MIN || words.length < letters.length || first === undefined) return;
  if (before !== undefined && before.to > first) return;
  draft.from = draft.titleFrom = first;
  draft.to++;
  draft.words = words.map((at) => form[at] ?? "");
  draft.wordTokens = words;
  draft.name = writtenName(view, draft.from, draft.to);
}

/** Letters from which on an acronym is spelled out by chance too seldom to matter. */
const SPELLED_MIN = 3;

/** "(NCRI)", "(PMOI/MEK)" behind a name. */
function readBracket(view: NameView, at: number): { acronyms: string[]; to: number } | null {
  if (view.tokens.form[at] !== "(") return null;
  const acronyms: string[] = [];
  for (let index = at + 1; index < at + 8; index++) {
    const form = view.tokens.form[index] ?? "";
    if (form === ")") return acronyms.length === 0 ? null : { acronyms, to: index + 1 };
    if (view.letterCase[index] === CASE.allCaps) acronyms.push(form);
    else if (form !== "/" && form !== "," && form !== "-" && !isCue(view, index, "or")) return null;
  }
  return null;
}

/** The acronym's letters begin the name's words. */
function standsFor(view: NameView, draft: NameDraft, acronyms: readonly string[]): boolean {
  if (draft.wordTokens.length < 2) return false;
  const initials = draft.words.map((word) => word.charAt(0)).join("");
  return acronyms.some(
    (acronym) => acronym.startsWith(initials.slice(0, 2)) && view.tokens.size > 0,
  );
}
