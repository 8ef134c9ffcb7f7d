/**
 * In: the tokens and sentences of a report. Out: stretches that the report itself takes back further on, or whose dead
 * it calls alive.
 * Never: takes back more than a few sentences before; calls wrong what a report says of somebody else's mistake.
 */
import type { Modality } from "../model/claim.ts";
import type { LanguagePack } from "./packRows.ts";
import { deniedBefore } from "./selfDenials.ts";
import type { Sentence } from "./sentences.ts";
import type { Stance } from "./stances.ts";
import type { StanceMark, StancePhrase, StanceShape } from "./stanceGrammar.ts";
import { SEMICOLONS, type Tokens } from "./tokens.ts";
import { withdrawnBefore } from "./withdrawals.ts";

/** So many sentences before it a retraction can mean. */
const REACH = 3;
/** So many tokens from the head of its sentence the word for what was reported stands at most. */
const HEAD = 5;
/** So many tokens before "is alive" the name may stand. */
const NAME = 4;

/** Sentences with the marks of the rows that stand in each. */
type Marked = {
  readonly sentences: readonly Sentence[];
  readonly marks: readonly (readonly StanceMark[])[];
};

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Finds what the report takes back, the denied before the open. */
export function findRetractions(words: Words, marked: Marked): Stance[] {
  const all: Stance[] = [];
  for (const [index, marks] of marked.marks.entries())
    if (marks.length > 0) all.push(...retractionsIn(words, marked, index));
  if (all.length === 0) return all;
  const isDenied = ({ modality }: Stance): boolean => modality === "negated";
  return [...all.filter(isDenied), ...all.filter((stance) => !isDenied(stance))];
}

/** What one sentence takes back, of itself and of those around it. */
function retractionsIn(words: Words, marked: Marked, index: number): Stance[] {
  const { tokens } = words;
  const { sentences } = marked;
  const sentence = sentences[index] as Sentence;
  const found: Stance[] = [];
  let isSubject = false;
  let isPart = false;
  let isSaid = false;
  let isOpen = false;
  let isLearned = false;
  let kinEnd = -1;
  for (const { at, phrases } of marked.marks[index] ?? []) {
    const find = (shape: StanceShape): StancePhrase | null => phraseOf(phrases, shape);
    if (find("reported") !== null) {
      isPart = opensPart(words, at);
      isSubject = isPart || at < sentence.from + HEAD;
    }
    if (find("tells") !== null) {
      isSubject = false;
      isSaid = true;
      kinEnd = -1;
    }
    const kin = find("kin");
    if (kin !== null) kinEnd = at + kin.phrase.length;
    isOpen ||= find("alive-open") !== null;
    const wrong = isSubject ? find("wrong") : null;
    if (wrong !== null)
      found.push(...takenBack(tokens, marked, index, at, wrong, isPart ? 0 : REACH));
    isLearned ||= find("learned") !== null;
    const spared = find("not-dead");
    const isAnswer = at === sentence.from && index > 0 && holdsReport(marked, index - 1);
    const isOther = isOwner(words, at);
    if (
      spared !== null &&
      !isOther &&
      (isLearned || isAnswer) &&
      isClosed(tokens, at, spared) &&
      !isOpen
    )
      found.push({ ...before(sentences, index, at, 1), ...living(spared, isSaid), ...ONE_NAMED });
    const regret = find("regret");
    if (regret !== null)
      found.push(...ownReports(marked, Math.max(0, index - REACH), index + 1, regret));
    const label = at === sentence.from ? find("correction") : null;
    if (label !== null && isClosed(tokens, at, label))
      found.push(...ownReports(marked, index, index + REACH, label));
    const withdrawn = find("withdrawn");
    const taken = withdrawn === null ? null : withdrawnBefore(sentences, index, at, words);
    if (withdrawn !== null && taken !== null) found.push({ ...taken, ...sure(withdrawn) });
    const denied = find("self-denied");
    const refuted = denied === null ? null : deniedBefore(sentence, at, words);
    if (denied !== null && refuted !== null)
      found.push({ ...refuted, ...sure(denied), deathOf: "the only one" });
    if (isOpen) continue;
    const alive = find("alive");
    if (alive !== null && !isOwner(words, at))
      found.push({ ...before(sentences, index, at, 1), ...living(alive, isSaid), ...ONE_NAMED });
    const named = find("alive-named");
    if (named === null || isNameOfKin(tokens, kinEnd, at)) continue;
    const to = headEnd(tokens, sentence, at);
    const names = new Set(tokens.form.slice(Math.max(sentence.from, to - NAME), to));
    const told = before(sentences, index, at, REACH);
    found.push({ ...told, ...living(named, isSaid), deathOf: names });
  }
  return found;
}

/** What denies the death of one person. */
const ONE_NAMED = { deathOf: "the one named" } as const;

/** "He was said to be hanged; that report was wrong": a part of a sentence begins. */
function opensPart({ tokens: { form }, pack }: Words, at: number): boolean {
  const before = form[at - 1] ?? "";
  return SEMICOLONS.has(before) || pack.wordsIn("BUTREPORTW").has(before);
}

/** "Navid Karimi, who survived the attack that killed Omid Zand, is alive": where the name of who lives ends. */
function headEnd({ form }: Tokens, { from }: Sentence, at: number): number {
  if (!COMMAS.has(form[at - 1] ?? "")) return at;
  const first = form.slice(from, at).findIndex((one) => COMMAS.has(one));
  return from + first;
}

const COMMAS: ReadonlySet<string> = new Set([",", "،"]);

/** "His brother Omid Karimi is alive": nothing but a name stands between the kin and what is said. */
function isNameOfKin(tokens: Tokens, kinEnd: number, at: number): boolean {
  if (kinEnd < 0 || at <= kinEnd || at - kinEnd > NAME) return false;
  return tokens.form.slice(kinEnd, at).every((form) => /^[\p{L}\p{M}\u200C-]+$/u.test(form));
}

function sure({ row }: StancePhrase): { modality: Modality; row: string } {
  return { modality: row.modality, row: row.id };
}

/** Alive as somebody else says it leaves the death open. */
function living(found: StancePhrase, isSaid: boolean): { modality: Modality; row: string } {
  return isSaid ? { ...sure(found), modality: "unclear" } : sure(found);
}

function phraseOf(phrases: readonly StancePhrase[], shape: StanceShape): StancePhrase | null {
  return phrases.find(({ row }) => row.shape === shape) ?? null;
}

/** "The brother of |him| is alive", where verbs stand last and the owner behind his relative: not he. */
function isOwner({ tokens: { form }, pack }: Words, at: number): boolean {
  if (!pack.isVerbFinal) return false;
  const before = form[at - 1] ?? "";
  return ["KINOF", "RELATEDW", "HUMAN", "LAWYERN"].some((name) => pack.wordsIn(name).has(before));
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
  marked: Marked,
  index: number,
  at: number,
  wrong: StancePhrase,
  reach: number,
): Stance[] {
  const isWhole = isClosed(tokens, at, wrong);
  const { row } = sure(wrong);
  const stances: Stance[] = [];
  for (let i = Math.max(0, index - reach); i <= index; i++) {
    const sentence = marked.sentences[i] as Sentence;
    const isOwn = i === index;
    const isReported = isOwn || holdsReport(marked, i);
    if (!isReported && i < index - 1) continue;
    const modality = isReported && isWhole ? wrong.row.modality : "unclear";
    stances.push({ from: sentence.from, to: isOwn ? at : sentence.to, modality, row });
  }
  return stances;
}

/** No word goes on behind the phrase. */
function isClosed(tokens: Tokens, at: number, { phrase }: StancePhrase): boolean {
  return !/[\p{L}\p{N}]/u.test(tokens.form[at + phrase.length] ?? "");
}

/** Sentences of a range that tell what the author had reported. */
function ownReports(marked: Marked, from: number, to: number, found: StancePhrase): Stance[] {
  return marked.sentences
    .slice(from, to)
    .filter((_, at) => holdsReport(marked, from + at))
    .map((sentence) => ({ from: sentence.from, to: sentence.to, ...sure(found) }));
}

/** The sentence says that what it tells was reported by the same author. */
function holdsReport({ marks }: Marked, index: number): boolean {
  return (marks[index] ?? []).some(({ phrases }) => phraseOf(phrases, "own-report") !== null);
}
