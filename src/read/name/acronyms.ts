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
  for (const draft of drafts) {
    if (draft.words.length !== 1 || draft.type === "person") continue;
    const full = expansions.get(draft.words[0] ?? "");
    if (full === undefined || full === draft) continue;
    draft.type = "organisation";
    draft.name = full.name;
    draft.id ??= full.id;
  }
}

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
