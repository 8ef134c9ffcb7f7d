/**
 * In: the tokens and sentences of a report. Out: stretches that it asks, reports as hearsay, refutes or takes back.
 * Never: doubts a question that takes its event for granted ("Why were five men hanged?").
 */
import type { Modality } from "../model/claim.ts";
import { changeDraft, type Draft, replaceDrafts } from "./draft.ts";
import { formsOf } from "./lexicon.ts";
import { CONCERNED } from "./nameVictims.ts";
import { findRetractions } from "./retractions.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Sentence } from "./sentences.ts";
import {
  findMarks,
  type StanceGrammar,
  type StanceMark,
  type StancePhrase,
  type StanceRow,
} from "./stanceGrammar.ts";
import { SEMICOLONS, type Tokens } from "./tokens.ts";

/** A range of tokens in which nothing counts as told. */
export type Stance = {
  readonly from: number;
  readonly to: number;
  readonly modality: Modality;
  readonly row: string;
  /** Only what is told of people in general: of nobody by name, at no time. */
  readonly isGeneral?: boolean;
  /** Only deaths count as taken back: of one person named (with nobody beside him), or of somebody whose name has one of the words. */
  readonly deathOf?: "the one named" | "the only one" | ReadonlySet<string>;
  /** Only what it says so of: who told it, and how. */
  readonly isOf?: (draft: Draft) => boolean;
};

/** Drafts with the modality that their stretch gives them. */
export function underStances(drafts: readonly Draft[], stances: readonly Stance[]): Draft[] {
  if (stances.length === 0) return [...drafts];
  const changed = new Map<Draft, Draft>();
  for (const draft of drafts) {
    const stance = TOLD.has(draft.modality) && !SAID.has(draft.kind) && stanceAt(draft, stances);
    if (stance)
      changed.set(
        draft,
        changeDraft(draft, {
          modality: stance.modality,
          tier: "shown",
          rows: [...draft.rows, stance.row],
        }),
      );
  }
  return replaceDrafts(drafts, changed);
}

const TOLD: ReadonlySet<Modality> = new Set(["happened", "ongoing"]);
const SAID: ReadonlySet<string> = new Set(["statement", "call", "statistic", "other"]);

const DEATHS: ReadonlySet<string> = new Set(["execution", "killing", "death-in-custody"]);

function stanceAt(draft: Draft, stances: readonly Stance[]): Stance | null {
  const { anchor } = draft;
  return (
    stances.find(
      ({ from, to, deathOf, isGeneral, isOf }) =>
        from <= anchor &&
        anchor < to &&
        isOf?.(draft) !== false &&
        isDeathOf(draft, deathOf) &&
        (isGeneral !== true || (draft.persons.length === 0 && draft.period === null)),
    ) ?? null
  );
}

function isDeathOf({ kind, persons }: Draft, deathOf: Stance["deathOf"]): boolean {
  if (deathOf === undefined) return true;
  if (!DEATHS.has(kind)) return false;
  const concerned = persons.filter(({ role }) => CONCERNED.has(role));
  if (deathOf === "the only one" && persons.length > 1) return false;
  if (typeof deathOf === "string") return concerned.length === 1;
  return concerned.some(({ name }) => formsOf(name.name).some((form) => deathOf.has(form)));
}

/** Finds the stances of a report, in order of the text. */
export function findStances(
  tokens: Tokens,
  sentences: readonly Sentence[],
  pack: LanguagePack,
): Stance[] {
  const grammar = pack.stances;
  const marks = sentences.map(({ from, to }) => findMarks(tokens, from, to, grammar));
  const stances = findRetractions({ tokens, pack }, { sentences, marks });
  for (const [index, { from, to }] of sentences.entries()) {
    const row = falseGround(marks[index] ?? []);
    if (row !== null) stances.push({ from, to, modality: row.modality, row: row.id });
  }
  for (const [index, sentence] of sentences.entries()) {
    for (const { at, phrases, isQuestion } of marks[index] ?? []) {
      if (isQuestion) {
        const question = questionBefore(tokens, sentence.from, at, grammar);
        if (question !== null) stances.push(question);
      }
      const found = phrases.find((phrase) => fits(tokens, at, phrase, sentence));
      if (found === undefined) continue;
      const { row, phrase } = found;
      const stance = { modality: row.modality, row: row.id };
      if (row.shape === "over" || row.shape === "law")
        stances.push({
          ...stance,
          from: row.shape === "law" ? at + phrase.length : at,
          to: sentence.to,
          isGeneral: row.shape === "law",
        });
      else if (row.shape === "label") {
        const to = endOfBlock(sentences, index);
        const verdict = findVerdict(marks.slice(index, index + VERDICT_REACH)) ?? row;
        stances.push({ from: at, to, modality: verdict.modality, row: verdict.id });
      } else if (row.shape === "heads")
        stances.push({ ...stance, from: sentence.from, to: sentence.to });
      else if (row.shape === "holds")
        stances.push({ ...stance, ...halfAround(tokens, at, sentence) });
    }
  }
  return stances;
}

/** "By |news that the police denied| A was hanged": the row that says so of the ground in its own clause, or null. */
function falseGround(marks: readonly StanceMark[]): StanceRow | null {
  let isOpen = false;
  for (const { phrases } of marks) {
    for (const { row } of phrases) {
      if (row.shape === "ground") isOpen = true;
      if (row.shape === "ground-false" && isOpen) return row;
    }
    if (phrases.some(({ row }) => row.shape === "ground-other")) isOpen = false;
  }
  return null;
}

/** "Wrongly listed as executed; he was freed": from semicolon to semicolon. */
function halfAround({ form }: Tokens, at: number, sentence: Sentence): Pick<Stance, "from" | "to"> {
  let { from, to } = sentence;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!SEMICOLONS.has(form[i] ?? "")) continue;
    if (i < at) from = i + 1;
    else {
      to = i;
      break;
    }
  }
  return { from, to };
}

/** The phrase stands where its shape wants it. */
function fits(
  tokens: Tokens,
  at: number,
  { row: { shape }, phrase }: StancePhrase,
  sentence: Sentence,
): boolean {
  if (shape === "over" || shape === "law" || shape === "holds") return true;
  if (shape === "heads") return at === sentence.from;
  return (
    shape === "label" &&
    isHead(tokens, at, sentence.from) &&
    COLONS.has(tokens.form[at + phrase.length] ?? "")
  );
}

const COLONS: ReadonlySet<string> = new Set([":", "–", "—", "-"]);

/** Nothing but marks stands before the token in its sentence. */
function isHead(tokens: Tokens, at: number, from: number): boolean {
  for (let i = from; i < at; i++) if (/[\p{L}\p{N}]/u.test(tokens.form[i] ?? "")) return false;
  return true;
}

/** Token behind the last sentence of the block that a sentence stands in. */
function endOfBlock(sentences: readonly Sentence[], index: number): number {
  const block = sentences[index]?.block;
  let last = index;
  while (sentences[last + 1]?.block === block) last++;
  return sentences[last]?.to ?? 0;
}

/** So many sentences behind a label the verdict on it can stand. */
const VERDICT_REACH = 6;

function findVerdict(marks: readonly (readonly StanceMark[])[]): StanceRow | null {
  for (const { phrases } of marks.flat())
    for (const { row } of phrases) if (row.shape === "verdict") return row;
  return null;
}

const OPENING: ReadonlySet<string> = new Set(["“", "«", "‘", "„"]);
const STRAIGHT = '"';

/** What a question mark asks: from the head of its sentence or quotation; null where yes or no is not the question. */
function questionBefore(
  tokens: Tokens,
  start: number,
  mark: number,
  grammar: StanceGrammar,
): Stance | null {
  let from = mark;
  while (from > start && !isQuestionHead(tokens, from - 1, grammar)) from--;
  for (let at = from; at < mark; at++)
    if (grammar.askingWords.has(tokens.form[at] ?? "")) return null;
  const isPresumed = findMarks(tokens, from, mark, grammar).some(({ phrases }) =>
    phrases.some(({ row }) => row.shape === "asks"),
  );
  if (isPresumed) return null;
  return { from, to: mark, modality: "hypothetical", row: "question" };
}

function isQuestionHead(tokens: Tokens, at: number, { isQuestionMark }: StanceGrammar): boolean {
  const form = tokens.form[at] ?? "";
  return OPENING.has(form) || form === STRAIGHT || isQuestionMark[tokens.word[at] ?? 0] === 1;
}
