/**
 * In: a claim as it was read, and what a person corrected of it. Out: the columns it is listed and searched by.
 * Never: takes a word of a name for a word of the text: names have marks before them that no folded word has.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import { nameKey } from "../base/nameKey.ts";
import type { Claim } from "../model/claim.ts";
import { type Correction, correctClaim } from "../model/correction.ts";

export type NameType = "person" | "place" | "source";

/** A name of a claim as it is searched. */
export type NameForm = { readonly type: NameType; readonly folded: string; readonly id: string };

/** Longest word that is searched; longer ones are no words. */
const LONGEST = 60;

/** Columns of a claim that are searched, and the spellings of its names. */
export function claimRow(body: Claim, correction: Correction | null) {
  const claim = correction === null ? body : correctClaim(body, correction);
  const forms = formsOf(claim);
  const { quantity, period } = claim;
  const [from, to] = [dayOf(period?.earliest ?? null), dayOf(period?.latest ?? null)];
  const isDated = from !== null || to !== null;
  return {
    kind: claim.kind,
    modality: claim.modality,
    tier: claim.tier,
    min: quantity?.min ?? null,
    max: quantity?.max ?? null,
    measure: quantity?.measure ?? null,
    // Open ends are endless, so that "since 2020" fits every later day; a claim without a day fits none.
    earliest: isDated ? (from ?? "-infinity") : null,
    latest: isDated ? (to ?? "infinity") : null,
    words: `${kindLexeme(claim.kind)} ${lexemesOf(wordsOf(claim), forms)}`,
    forms,
  };
}

/** Names of persons, places and sources, each spelling once. */
export function formsOf({ persons, places, attribution }: Claim): readonly NameForm[] {
  const named: NameForm[] = [
    ...persons.map(({ name }) => form("person", name, null)),
    ...places.map(({ words, id }) => form("place", words, id)),
    ...attribution.flatMap(({ source }) => (source === null ? [] : [form("source", source, null)])),
  ];
  const byKey = new Map(named.map((one) => [`${one.type} ${one.id} ${one.folded}`, one]));
  return [...byKey.values()].filter(({ folded }) => folded !== "");
}

function form(type: NameType, name: string, id: string | null): NameForm {
  return { type, folded: foldForSearch(name), id: id ?? "" };
}

/** Marks of a name's words by its type: `p=karimi` as it is spelt, `p~krm-` as it sounds, `l@ir/prison/evin` as it is known. */
export const MARKS: Readonly<Record<NameType, string>> = { person: "p", place: "l", source: "s" };

/** The kind among the words, so that one index answers for both. */
export function kindLexeme(kind: string): string {
  return `k=${kind}`;
}

/** Words and names as the parts of a tsvector, each once, with single spaces between them. */
function lexemesOf(folded: string, forms: readonly NameForm[]): string {
  const lexemes = new Set(wordsIn(folded));
  for (const form of forms) for (const lexeme of lexemesOfForm(form)) lexemes.add(lexeme);
  return [...lexemes].join(" ");
}

/** Names stand in claim after claim of a report, and in many reports: what they are searched by is made once. */
const knownForms = new Map<string, readonly string[]>();
const MOST_KNOWN = 5_000;

function lexemesOfForm({ type, folded, id }: NameForm): readonly string[] {
  const key = `${type} ${id} ${folded}`;
  const known = knownForms.get(key);
  if (known !== undefined) return known;
  const lexemes = makeLexemes({ type, folded, id });
  if (knownForms.size >= MOST_KNOWN) knownForms.clear();
  knownForms.set(key, lexemes);
  return lexemes;
}

function makeLexemes({ type, folded, id }: NameForm): readonly string[] {
  const mark = MARKS[type];
  const heard = (word: string): readonly string[] => {
    const key = nameKey(word);
    return key === "" ? [] : [`${mark}~${key}`];
  };
  return [
    ...(id === "" ? [] : [`${mark}@${id}`]),
    // What one script writes as one word another writes as two: Dolatpanah is دولت پناه.
    ...pairsIn(folded).flatMap(heard),
    ...wordsIn(folded).flatMap((word) => [word, `${mark}=${word}`, ...heard(word)]),
  ];
}

/** Words of a name that follow each other, as one. */
function pairsIn(folded: string): readonly string[] {
  const words = folded.split(" ");
  return words.slice(1).map((word, at) => `${words[at] ?? ""}${word}`);
}

/** The different words of a folded text. */
export function wordsIn(folded: string): readonly string[] {
  return [...new Set(folded.split(" "))].filter((word) => word !== "" && word.length <= LONGEST);
}

function wordsOf({ span, attribution }: Claim): string {
  return foldForSearch([span.quote, ...attribution.map(({ words }) => words)].join(" "));
}

function dayOf(edtf: string | null): string | null {
  return edtf !== null && /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf : null;
}
