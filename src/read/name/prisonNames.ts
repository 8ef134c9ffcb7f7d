/**
 * In: a name. Out: the prison it names together with the prison word beside it.
 * Never: takes a town alone, or what a person got ("prison term"), for a prison.
 */
import { type NameDraft, makeDraft } from "./nameDraft.ts";
import { CASE, type NameView, has, nextToken, isCue } from "./nameView.ts";
import { longestPhrase } from "./phraseTrie.ts";
import { NAME_BITS, WORD } from "./wordClass.ts";
import { isStrange } from "./wordShape.ts";

/** "Karaj prison", "Evin and Qarchak prisons", "Zahedan Central Prison": the prison word beside a name. */
export function prisonAfter(view: NameView, from: number, end: number): NameDraft | null {
  const entry = view.phraseAt.get(from);
  if (entry?.isCountry === true || entry?.kind === "people") return null;
  const phrase = longestPhrase(view.grammar.prisonPhrases, view.tokens, end, end + 4);
  let to = phrase?.to ?? 0;
  if (to === 0 && has(view, end, WORD.prisonHead)) to = end + 1;
  if (to === 0 || has(view, to, WORD.title) || isCue(view, to, "notAPrison")) return null;
  const draft = makeDraft(view, from, to, [from]);
  draft.type = "prison";
  draft.id = prisonIdOf(view, from, end);
  return draft;
}

/** A run that nothing else claims in front of a prison word ("Dowlatabad prison"). */
export function prisonBeside(view: NameView, words: readonly number[]): NameDraft | null {
  const first = words[0] ?? 0;
  const last = words.at(-1) ?? 0;
  if (
    view.phraseAt.has(first) ||
    words.some((at) => !isStrange(view, at) && !has(view, at, NAME_BITS))
  )
    return null;
  return prisonAfter(view, first, last + 1);
}

/** The country pack's id of the prison that these words name beside a prison word, or null. */
export function prisonIdOf(view: NameView, from: number, end: number): string | null {
  const entry = view.phraseAt.get(from);
  if (entry?.kind === "prison") return entry.id;
  const words: string[] = [];
  for (let at = from; at < end; at++) {
    const form = view.tokens.form[at] ?? "";
    if (form !== "-" && form !== "\n" && !isCue(view, at, "central")) words.push(form);
  }
  return view.grammar.prisonByTown.get(words.join(" ")) ?? null;
}

/** "Central Prison of Zahedan". */
export function prisonTown(
  view: NameView,
  head: number,
  limit: number,
): { to: number; id: string | null } | null {
  const of = nextToken(view, head);
  const town = nextToken(view, of);
  if (!isCue(view, of, "of") || town >= limit || view.letterCase[town] === CASE.none) return null;
  const to = view.phraseEnd[town] ?? 0;
  return to === 0 ? null : { to, id: prisonIdOf(view, town, to) };
}
