/**
 * In: a document and the packs. Out: its sentences with the names, times, numbers and groups that stand in them.
 * Never: says what they tell.
 */
import type { Document } from "../model/document.ts";
import { joinAsides, partSources } from "./asides.ts";
import { type NameMatch, findNames } from "./findNames.ts";
import { findPeriods } from "./findPeriods.ts";
import { findForeign } from "./foreign.ts";
import { joinGroups } from "./groups.ts";
import { type Findings, indexNextNames, itemString, makeItems } from "./items.ts";
import type { PlainReading } from "./makeStatistics.ts";
import { holdsNear, holdsOften, indexNames, namesNear, once } from "./nameScopes.ts";
import type { LanguagePack, Packs } from "./packRows.ts";
import { type Quotes, findQuotes } from "./quotes.ts";
import { type Tables, tablesOf } from "./readingTables.ts";
import { partSayers } from "./sayersAside.ts";
import { partSeams } from "./seams.ts";
import { type Sentence, findSentences } from "./sentences.ts";
import type { SentenceReading } from "./speech.ts";
import type { Staged } from "./stages.ts";
import { type Tokens, tokenize } from "./tokens.ts";

/** The sentences of a text with what stands in them. */
export type Sentences = {
  readonly tables: Tables;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly quotes: Quotes;
  readonly names: readonly NameMatch[];
  readonly nameAt: ReadonlyMap<number, NameMatch>;
  /** Sentences in another language. */
  readonly foreign: ReadonlySet<number>;
  /** As written, for lists and clauses that leave words out. */
  readonly bases: readonly PlainReading[];
  /** With asides and groups joined, for events and speeches. */
  readonly readings: readonly SentenceReading[];
};

/** Stage by stage over all sentences: the engine's code for a stage is then at hand for each of them. */
export function* readSentences(
  document: Document,
  pack: LanguagePack,
  packs: Packs,
): Staged<Sentences> {
  const tables = tablesOf(pack);
  const written = tokenize(document.text);
  const tokens = pack.seams === null ? written : partSeams(written, pack.seams);
  const sentences = findSentences(tokens, pack.sentenceWords);
  const quotes = findQuotes(tokens);
  yield;
  const names = findNames(tokens, sentences, packs.names);
  const nameAt = indexNames(names);
  const findings: Findings = {
    tokens,
    marks: quotes.marks,
    nameAt,
    nextNameAt: indexNextNames(nameAt, tokens.size),
  };
  yield;
  const foreign = findForeign(tokens, sentences, pack.foreign);
  const periods = sentences.map(({ from, to }, index) =>
    foreign.has(index) ? [] : findPeriods(tokens, from, to, packs.periods),
  );
  yield;
  const bases = sentences.map(({ from, to }, index) => {
    const items = foreign.has(index)
      ? []
      : makeItems(findings, from, to, periods[index] ?? [], pack, tables.sets);
    return { index, items, string: itemString(items) };
  });
  yield;
  const readings = sentences.map((sentence, index): SentenceReading => {
    const { items: plain = [], string: own = "" } = bases[index] ?? {};
    if (foreign.has(index)) return { index, sentence, items: [], string: "", isForeign: true };
    const whole = joinAsides(plain, { tokens, pack, classes: tables.classes });
    const string = whole === plain ? own : itemString(whole);
    const sources = partSources(whole, string, { tokens, pack, classes: tables.classes });
    const parted = partSayers(whole, sources, { pack, classes: tables.classes });
    const items = joinGroups(whole, parted, tokens, pack, tables.sets);
    return { index, sentence, items, string: itemString(items) };
  });
  return { tables, tokens, sentences, quotes, names, nameAt, foreign, bases, readings };
}

/** Whether a sentence, one beside it, or the text over and over holds what a row requires. */
export function requirementsOf({
  tables,
  tokens,
  bases,
}: Sentences): (reading: SentenceReading, requirement: string) => boolean {
  const often = new Map(
    ["violent", "strife", "custody"].map((name) => [
      name,
      once(() => holdsOften(bases, tables.named.get(name))),
    ]),
  );
  const known = new Map<string, (boolean | undefined)[]>();
  return ({ index }, requirement) => {
    let bySentence = known.get(requirement);
    if (bySentence === undefined) known.set(requirement, (bySentence = []));
    const found = (bySentence[index] ??=
      holdsNear(bases, index, tables.named.get(requirement)) ||
      namesNear(bases, index, tokens, tables.requiredWords.get(requirement)));
    return found || often.get(requirement)?.() === true;
  };
}
