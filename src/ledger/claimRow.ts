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
function formsOf({ persons, places, attribution }: Claim): ReadonlySet<KnownForm> {
  // Before the first name of a claim: two objects for one spelling would be two.
  forgetMost();
  const named = new Set<KnownForm>();
  const add = (type: NameType, name: string, id: string): void => {
    const form = knownForm(type, name, id);
    if (form.folded !== "") named.add(form);
  };
  for (const { name } of persons) add("person", name, "");
  for (const { words, id } of places) add("place", words, id ?? "");
  for (const { source } of attribution) if (source !== null) add("source", source, "");
  return named;
}

/** A name with the lexemes it is searched by; one object for a spelling, as long as it is known. */
export type KnownForm = NameForm & { readonly lexemes: readonly string[] };

/** Names stand in claim after claim of a report, and in many reports: as they are written, and as they are folded. */
const knownNames = new Map<string, KnownForm>();
const knownForms = new Map<string, KnownForm>();
const MOST_KNOWN = 5_000;

function forgetMost(): void {
  if (knownNames.size < MOST_KNOWN) return;
  knownNames.clear();
  knownForms.clear();
}

function knownForm(type: NameType, name: string, id: string): KnownForm {
  const written = `${type} ${id} ${name}`;
  const known = knownNames.get(written);
  if (known !== undefined) return known;
  const folded = foldForSearch(name);
  const key = `${type} ${id} ${folded}`;
  const form = knownForms.get(key) ?? { type, folded, id, lexemes: makeLexemes(type, folded, id) };
  knownForms.set(key, form);
  knownNames.set(written, form);
  return form;
}

/** Marks of a name's words by its type: `p=karimi` as it is spelt, `p~krm-` as it sounds, `l@ir/prison/evin` as it is known. */
export const MARKS: Readonly<Record<NameType, string>> = { person: "p", place: "l", source: "s" };

/** The kind among the words, so that one index answers for both. */
export function kindLexeme(kind: string): string {
  return `k=${kind}`;
}

/** Words and names as the parts of a tsvector, each once, with single spaces between them. */
function lexemesOf(folded: string, forms: Iterable<KnownForm>): string {
  const lexemes = new Set(wordsIn(folded));
  for (const form of forms) for (const lexeme of form.lexemes) lexemes.add(lexeme);
  return [...lexemes].join(" ");
}

function makeLexemes(type: NameType, folded: string, id: string): readonly string[] {
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
