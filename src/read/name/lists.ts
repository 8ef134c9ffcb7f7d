/**
 * In: drafts in order. Out: the same; names in a list share what its other names are, given names in front of
 * "and" share the surname behind it.
 * Never: makes a person of a word that is known to be something else.
 */
import { has, type NameView, nextToken, isCue } from "./nameView.ts";
import type { NameDraft } from "./nameDraft.ts";
import { isGivenOnly, writtenName } from "./linkNames.ts";
import { readPersonDetail } from "./personDetail.ts";
import { TOKEN } from "../tokens.ts";
import { WORD } from "./wordClass.ts";

/** Names in a row ("A, B, C and D") and siblings ("Ali and Reza Karimi"). */
export function joinLists(view: NameView, drafts: readonly NameDraft[]): void {
  const given = findGiven(drafts);
  let start = 0;
  for (let index = 1; index <= drafts.length; index++) {
    const before = drafts[index - 1];
    const draft = drafts[index];
    if (before !== undefined && draft !== undefined && isListed(view, before, draft)) continue;
    if (index - start > 1) joinList(view, drafts.slice(start, index), given);
    start = index;
  }
}

/** "A and B, aged 31 and 27": each of those named together has the age at its place; none where there are not as many. */
export function shareAges(view: NameView, drafts: readonly NameDraft[]): void {
  for (const [index, draft] of drafts.entries()) {
    if (draft.type !== "person") continue;
    const limit = view.sentences[view.sentenceOf[draft.from] ?? -1]?.to ?? draft.to;
    const { ages } = readPersonDetail(view, draft.to, limit);
    if (ages === null) continue;
    const named = drafts.slice(Math.max(0, index - ages.length + 1), index + 1);
    const areTogether =
      named.length === ages.length &&
      named.every(
        (one, at) =>
          one.type === "person" && (at === 0 || isListed(view, named[at - 1] ?? one, one)),
      );
    if (areTogether) for (const [at, one] of named.entries()) one.age = ages[at] ?? null;
  }
}

const SEPARATORS: ReadonlySet<string> = new Set([",", ";", "&", "•", "/"]);

/** Nothing but a separator (and an age or a father) stands between the two. */
function isListed(view: NameView, left: NameDraft, right: NameDraft): boolean {
  const sentence = view.sentenceOf[left.from] ?? -1;
  if (view.sentenceOf[right.from] !== sentence) return false;
  const limit = view.sentences[sentence]?.to ?? left.to;
  let at = readPersonDetail(view, left.to, limit).to;
  let separators = 0;
  while (at < right.titleFrom && separators < 3) {
    const form = view.tokens.form[at] ?? "";
    if (!SEPARATORS.has(form) && !isCue(view, at, "separator")) return false;
    separators++;
    at = nextToken(view, at);
  }
  return separators > 0 && at >= right.titleFrom;
}

function joinList(
  view: NameView,
  list: readonly NameDraft[],
  given: ReadonlyMap<string, number>,
): void {
  shareWithinPairs(view, list, given);
  const people = list.filter((draft) => draft.type === "person");
  const last = list.at(-1);
  if (people.length === 0 || last === undefined) return;
  if (list.some((draft) => draft.type === "place" && draft.id !== null)) {
    for (const draft of people)
      if (draft.words.length === 1 && draft.weight < 5) draft.type = "unknown";
    return;
  }
  if (isListOfPlaces(list)) {
    for (const draft of people) if (draft.weight < 2.5) draft.type = "unknown";
    return;
  }
  for (const draft of list) {
    if (draft.type !== "unknown") continue;
    if (draft.words.length > 1 && draft.weight > -1 && people.length * 2 >= list.length)
      draft.type = "person";
    if (draft.words.length > 1 && draft.weight >= 0.5) draft.type = "person";
    if (draft.words.length === 1 && people.length * 2 > list.length && draft.weight > -1)
      draft.type = "person";
  }
  shareSurname(view, list, last, given);
}

/** "Kwatai, Gidan Sule and Unguwar Makera": more places and strange single words than people. */
function isListOfPlaces(list: readonly NameDraft[]): boolean {
  const strange = list.filter(
    (draft) => draft.type === "place" || (draft.type === "unknown" && draft.words.length === 1),
  );
  const sure = list.filter((draft) => draft.type === "person" && draft.weight >= 2.5);
  return strange.length > 0 && sure.length === 0;
}

/** "the brothers |Ali and Reza Karimi|, the Rights Group said", "|Gert and Anna Karimi|, both 71,": a pair that ends before its list does, or says so. */
function shareWithinPairs(
  view: NameView,
  list: readonly NameDraft[],
  given: ReadonlyMap<string, number>,
): void {
  for (const [index, last] of list.entries()) {
    const first = list[index - 1];
    if (first === undefined || index > 1 || !isCue(view, nextToken(view, first.to - 1), "and"))
      continue;
    const isEnd = index === list.length - 1;
    if (isBothAged(view, last.to) && first.type === "unknown" && first.words.length === 1)
      shareSurname(view, [first, last], last, given, true);
    else if (!isEnd) shareSurname(view, [first, last], last, given, false);
  }
}

/** ", both 71": an age that two share. */
function isBothAged(view: NameView, at: number): boolean {
  const { tokens } = view;
  if (tokens.form[at] !== "," || !isCue(view, at + 1, "both")) return false;
  const age = isCue(view, at + 2, "aged") ? at + 3 : at + 2;
  return tokens.kind[age] === TOKEN.number;
}

/** "Ali, Hassan and Reza Karimi-Far": bare given names in front of a full name take its surname, unless they have one elsewhere. */
function shareSurname(
  view: NameView,
  list: readonly NameDraft[],
  last: NameDraft,
  given: ReadonlyMap<string, number>,
  isSaid = false,
): void {
  const [, surname, half] = last.wordTokens;
  const isHalved = half !== undefined && view.tokens.form[half - 1] === "-";
  if (last.type !== "person" || surname === undefined || (half !== undefined && !isHalved)) return;
  if (last.words.length > 3) return;
  const siblings = list.slice(0, -1);
  const isBare = (draft: NameDraft) => isSaid || isGivenOnly(view, draft);
  if (!siblings.every((draft) => isBare(draft) && !has(view, draft.from, WORD.people))) return;
  if (siblings.some((draft) => draft.type === "place" || draft.type === "organisation")) return;
  for (const draft of siblings) {
    draft.type = "person";
    if ((given.get(draft.words[0] ?? "") ?? Infinity) < draft.from) continue;
    draft.name = `${writtenName(view, draft.from, draft.to)} ${writtenName(view, surname, last.to)}`;
    draft.words = [...draft.words, ...last.words.slice(1)];
  }
}

/** Where each given name first stands with a surname of its own ("Hassan Rad … Hassan and Ali Zand"). */
function findGiven(drafts: readonly NameDraft[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { words, from } of drafts) {
    const [given = ""] = words;
    if (words.length > 1 && !first.has(given)) first.set(given, from);
  }
  return first;
}
