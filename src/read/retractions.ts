/**
 * In: the tokens and sentences of a report. Out: stretches that the report itself takes back further on, or whose dead it calls alive.
 * Never: takes back more than a few sentences before; calls wrong what a report says of somebody else's mistake.
 */
import type { Modality } from "../model/claim.ts";
import type { Sentence } from "./sentences.ts";
import type { Stance } from "./stances.ts";
import type { StanceGrammar, StanceRow, StanceShape } from "./stanceGrammar.ts";
import type { Tokens } from "./tokens.ts";

/** So many sentences before it a retraction can mean. */
const REACH = 3;
/** So many tokens from the head of its sentence the word for what was reported stands at most. */
const HEAD = 5;
/** So many tokens before "is alive" the name may stand. */
const NAME = 4;

/** Finds what the report takes back, the denied before the open. */
export function findRetractions(
  tokens: Tokens,
  sentences: readonly Sentence[],
  grammar: StanceGrammar,
): Stance[] {
  const all = sentences.flatMap((_, index) => retractionsIn(tokens, sentences, index, grammar));
  const isDenied = ({ modality }: Stance): boolean => modality === "negated";
  return [...all.filter(isDenied), ...all.filter((stance) => !isDenied(stance))];
}

/** What one sentence takes back, of itself and of those around it. */
function retractionsIn(
  tokens: Tokens,
  sentences: readonly Sentence[],
  index: number,
  grammar: StanceGrammar,
): Stance[] {
  const sentence = sentences[index] as Sentence;
  const found: Stance[] = [];
  let isSubject = false;
  let isSaid = false;
  let isOpen = false;
  for (let at = sentence.from; at < sentence.to; at++) {
    if (grammar.openers[tokens.word[at] ?? 0] !== 1) continue;
    const find = (shape: StanceShape): Found | null => rowAt(tokens, at, shape, sentence, grammar);
    if (find("reported") !== null && at < sentence.from + HEAD) isSubject = true;
    if (find("tells") !== null) {
      isSubject = false;
      isSaid = true;
    }
    isOpen ||= find("alive-open") !== null;
    const wrong = isSubject ? find("wrong") : null;
    if (wrong !== null) found.push(...takenBack(tokens, sentences, index, at, wrong, grammar));
    const regret = find("regret");
    const past = sentences.slice(Math.max(0, index - REACH), index + 1);
    if (regret !== null) found.push(...ownReports(tokens, past, regret, grammar));
    const label = at === sentence.from ? find("correction") : null;
    const coming = sentences.slice(index, index + REACH);
    if (label !== null && isClosed(tokens, at, label))
      found.push(...ownReports(tokens, coming, label, grammar));
    if (isOpen) continue;
    const alive = find("alive");
    const deathOf = "the one named";
    if (alive !== null)
      found.push({ ...before(sentences, index, at, 1), ...living(alive, isSaid), deathOf });
    const named = find("alive-named");
    if (named === null) continue;
    const names = new Set(tokens.form.slice(Math.max(sentence.from, at - NAME), at));
    const told = before(sentences, index, at, REACH);
    found.push({ ...told, ...living(named, isSaid), deathOf: names });
  }
  return found;
}

type Found = { readonly row: StanceRow; readonly phrase: readonly string[] };

function sure({ row }: Found): { modality: Modality; row: string } {
  return { modality: row.modality, row: row.id };
}

/** Alive as somebody else says it leaves the death open. */
function living(found: Found, isSaid: boolean): { modality: Modality; row: string } {
  return isSaid ? { ...sure(found), modality: "unclear" } : sure(found);
}

function rowAt(
  tokens: Tokens,
  at: number,
  shape: StanceShape,
  { to }: Sentence,
  grammar: StanceGrammar,
): Found | null {
  const known = grammar.byFirst.get(tokens.form[at] ?? "") ?? [];
  return (
    known.find(
      ({ row, phrase }) =>
        row.shape === shape &&
        at + phrase.length <= to &&
        phrase.every((form, i) => tokens.form[at + i] === form),
    ) ?? null
  );
}

/** The sentences before, and the beginning of the own one. */
function before(
  sentences: readonly Sentence[],
  index: number,
  to: number,
  reach: number,
): { from: number; to: number } {
  return { from: sentences[Math.max(0, index - reach)]?.from ?? 0, to };
}

/** Each sentence before that says it was reported is denied; the one right before is open where it does not say so. */
function takenBack(
  tokens: Tokens,
  sentences: readonly Sentence[],
  index: number,
  at: number,
  wrong: Found,
  grammar: StanceGrammar,
): Stance[] {
  const isWhole = isClosed(tokens, at, wrong);
  const { row } = sure(wrong);
  const stances: Stance[] = [];
  for (let i = Math.max(0, index - REACH); i <= index; i++) {
    const sentence = sentences[i] as Sentence;
    const isOwn = i === index;
    const isReported = isOwn || holdsReport(tokens, sentence, grammar);
    if (!isReported && i < index - 1) continue;
    const modality = isReported && isWhole ? wrong.row.modality : "unclear";
    stances.push({ from: sentence.from, to: isOwn ? at : sentence.to, modality, row });
  }
  return stances;
}

/** No word goes on behind the phrase. */
function isClosed(tokens: Tokens, at: number, { phrase }: Found): boolean {
  return !/[\p{L}\p{N}]/u.test(tokens.form[at + phrase.length] ?? "");
}

/** Sentences that tell what the author had reported. */
function ownReports(
  tokens: Tokens,
  sentences: readonly Sentence[],
  found: Found,
  grammar: StanceGrammar,
): Stance[] {
  return sentences
    .filter((sentence) => holdsReport(tokens, sentence, grammar))
    .map(({ from, to }) => ({ from, to, ...sure(found) }));
}

/** The sentence says that what it tells was reported by the same author. */
function holdsReport(tokens: Tokens, sentence: Sentence, grammar: StanceGrammar): boolean {
  for (let at = sentence.from; at < sentence.to; at++)
    if (rowAt(tokens, at, "own-report", sentence, grammar) !== null) return true;
  return false;
}
