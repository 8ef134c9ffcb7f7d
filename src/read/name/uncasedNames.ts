/**
 * In: the view of a document. Out: names in scripts without capitals, by gazetteer, titles and name lists.
 * Never: takes a word for a name only because it could be one (uncasedPerson.ts).
 */
import type { Sentence } from "../sentences.ts";
import { TOKEN } from "../tokens.ts";
import { makeDraft, type NameDraft } from "./nameDraft.ts";
import type { NameEntry } from "./grammarTypes.ts";
import { has, isCue, type NameView, previousToken } from "./nameView.ts";
import { namedAgain } from "./namedAgain.ts";
import { surnamesAgain } from "./surnameAgain.ts";
import { prisonIdOf } from "./prisonNames.ts";
import { toldName } from "./toldNames.ts";
import { isOfThing, isQuote, readUncasedPerson, toldPerson } from "./uncasedPerson.ts";
import { isStop, isUncased, unitAt } from "./uncasedWords.ts";
import { WORD } from "./wordClass.ts";

/** Names of every sentence written without capitals. */
export function findUncasedNames(view: NameView): NameDraft[] {
  const drafts: NameDraft[] = [];
  for (const sentence of view.sentences) findInSentence(view, sentence, drafts);
  const all = [...drafts, ...namedAgain(view, drafts)];
  const surnames = surnamesAgain(view, all);
  const isOver = ({ from }: NameDraft): boolean => surnames.some((name) => name.from === from);
  return surnames.length === 0 ? all : [...all.filter((draft) => !isOver(draft)), ...surnames];
}

function findInSentence(view: NameView, sentence: Sentence, drafts: NameDraft[]): void {
  /** Where an item of a list of names may begin: behind a name and a comma or "and". */
  let listed = -1;
  for (let at = sentence.from; at < sentence.to; at++) {
    if (view.tokens.kind[at] !== TOKEN.word || !isUncased(view, at)) continue;
    if (isDayBeforeName(view, at, sentence.to)) continue;
    const entry = view.phraseAt.get(at);
    const phraseEnd = view.phraseEnd[at] ?? 0;
    const prison = readPrison(view, at, sentence.to);
    if (prison !== null && prison.to > phraseEnd) {
      drafts.push(prison, ...morePrisons(view, at, prison.to, sentence.to));
      at = (drafts.at(-1)?.to ?? prison.to) - 1;
      continue;
    }
    const person =
      longer(
        readUncasedPerson(view, at, sentence.to, isListedAt(view, at, listed)),
        isOfThing(view, previousToken(view, at)) ? null : readTold(view, at, sentence.to),
      ) ??
      readSibling(view, at, sentence.to) ??
      readOpener(view, at, sentence.to);
    if (person !== null && person.to > phraseEnd) {
      drafts.push(person);
      const end = person.detailTo ?? person.to;
      const closed = isQuote(view, end) ? end + 1 : end;
      if (isSeparator(view, closed)) listed = closed + (isSeparator(view, closed + 1) ? 2 : 1);
      at = Math.max(person.to, end) - 1;
    } else if (entry !== undefined && entry.kind !== "people" && isPlaceThere(view, at, entry)) {
      drafts.push({ ...makeDraft(view, at, phraseEnd, [at]), type: entry.kind, id: entry.id });
      at = phraseEnd - 1;
    }
  }
}

/** Behind the comma or "and" of a list, in quotation marks or not. */
function isListedAt(view: NameView, at: number, listed: number): boolean {
  return listed >= 0 && (at === listed || (at === listed + 1 && isQuote(view, listed)));
}

function longer(one: NameDraft | null, other: NameDraft | null): NameDraft | null {
  if (one === null || other === null) return one ?? other;
  return reachOf(other) > reachOf(one) ? other : one;
}

/** Where a name ends, with the father and age told of it. */
function reachOf({ to, detailTo }: NameDraft): number {
  return Math.max(to, detailTo ?? to);
}

/** "جمعه شهرام قادری بازداشت شد": a day or month that can be a given name, before a whole name and behind no word of naming. */
function isDayBeforeName(view: NameView, at: number, limit: number): boolean {
  if (!isStop(view, at) || !has(view, at, WORD.given)) return false;
  const { namedCues } = view.grammar.uncased;
  const before = view.tokens.form[at - 1] ?? "";
  if (namedCues.has(before) || has(view, at - 1, WORD.title) || QUOTED.has(before)) return false;
  const given = unitAt(view, at + 1, limit);
  if (given.kind !== "given" || isStop(view, at + 1)) return false;
  const { kind } = unitAt(view, given.to, limit);
  return kind === "surname" || kind === "given" || kind === "part";
}

const QUOTED: ReadonlySet<string> = new Set(["«", "“", '"']);

/** A name that what stands around it tells. */
function readTold(view: NameView, at: number, limit: number): NameDraft | null {
  const told = toldName(view, at, limit);
  return told === null ? null : toldPerson(view, told, limit);
}

/** "زانیار و لقمان مرادیان": a given name alone, joined to a full name. */
function readSibling(view: NameView, at: number, limit: number): NameDraft | null {
  const unit = unitAt(view, at, limit);
  if (unit.kind !== "given" || !isSeparator(view, unit.to)) return null;
  const next = unitAt(view, unit.to + 1, limit);
  if (next.kind !== "given" || readUncasedPerson(view, next.from, limit, true) === null)
    return null;
  const words: number[] = [];
  for (let word = at; word < unit.to; word++) words.push(word);
  return { ...makeDraft(view, at, unit.to, words), type: "person", weight: 2 };
}

/** "سعید اتحاد، قاسم معصومی و …": a given name and a word that is a name here, at the head of a list of full names. */
function readOpener(view: NameView, at: number, limit: number): NameDraft | null {
  const unit = unitAt(view, at, limit);
  const name = unitAt(view, unit.to, limit);
  const isWord = view.tokens.kind[unit.to] === TOKEN.word && !isStop(view, unit.to);
  const isComma = view.tokens.kind[name.to] !== TOKEN.word && isSeparator(view, name.to);
  if (unit.kind !== "given" || !isWord || !isComma) return null;
  const next = readUncasedPerson(view, name.to + 1, limit, true);
  if (next === null || next.to < name.to + 3) return null;
  const after = readUncasedPerson(view, next.to + 1, limit, true);
  if (!isSeparator(view, next.to) || after === null) return null;
  const words: number[] = [];
  for (let word = at; word < name.to; word++) words.push(word);
  return { ...makeDraft(view, at, name.to, words), type: "person", weight: 2 };
}

function isSeparator(view: NameView, at: number): boolean {
  const form = view.tokens.form[at] ?? "";
  return form === "," || isCue(view, at, "separator");
}

/** A town whose name is a person's or a word too is one behind a word for places. */
function isPlaceThere(view: NameView, at: number, entry: NameEntry): boolean {
  return !entry.isAmbiguous || has(view, previousToken(view, at), WORD.placeBefore);
}

/** "زندان تبریز", "زندان مرکزی اراک": a prison word, its plural too, and a town or prison behind it. */
function readPrison(view: NameView, at: number, limit: number): NameDraft | null {
  if (!has(view, at, WORD.prisonHead)) return null;
  return prisonAt(view, at, prisonWordEnd(view, at), limit);
}

/** Behind the prison word and the ending of its plural. */
function prisonWordEnd({ tokens, grammar }: NameView, at: number): number {
  return grammar.uncased.wordEndings.includes(tokens.form[at + 1] ?? "") ? at + 2 : at + 1;
}

/** "زندان‌های گرگان و سبزوار": the others of a list behind the plural. */
function morePrisons(view: NameView, head: number, from: number, limit: number): NameDraft[] {
  if (prisonWordEnd(view, head) === head + 1 && !isPluralPrison(view, head)) return [];
  const found: NameDraft[] = [];
  let at = from;
  while (at < limit && isSeparator(view, at)) {
    const next = prisonAt(view, at + 1, at + 1, limit);
    if (next === null) break;
    found.push(next);
    at = next.to;
  }
  return found;
}

/** The prison word with the ending of a plural written to it. */
function isPluralPrison({ tokens, grammar }: NameView, at: number): boolean {
  const form = tokens.form[at] ?? "";
  return grammar.uncased.wordEndings.some((ending) => form.length > 5 && form.endsWith(ending));
}

/** The prison whose town or own name begins at `first`; its words begin at `at`. */
function prisonAt(view: NameView, at: number, first: number, limit: number): NameDraft | null {
  let town = first;
  if (isCue(view, town, "central")) town++;
  const entry = view.phraseAt.get(town);
  if (town >= limit || (entry?.kind !== "place" && entry?.kind !== "prison")) return null;
  if (entry.isCountry) return null;
  const to = view.phraseEnd[town] ?? 0;
  const draft = makeDraft(view, at, to, [at]);
  draft.type = "prison";
  draft.id = prisonIdOf(view, town, to);
  return draft;
}
