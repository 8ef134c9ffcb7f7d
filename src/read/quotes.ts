/**
 * In: tokens. Out: the quotations, nested ones too, and which tokens are their marks.
 * Never: takes an apostrophe for a mark; lets an unclosed quotation run past its paragraph.
 */
import type { Note } from "../base/note.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** A quotation: token range with its marks. `depth` 0 is outermost. */
export type Quote = {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly isClosed: boolean;
};

export type Quotes = {
  readonly quotes: readonly Quote[];
  /** 1 where a token opens a quotation, 2 where it closes one. */
  readonly marks: Uint8Array;
  /** For each token the index of the innermost quotation it stands in, or -1. */
  readonly innermost: Int32Array;
  readonly notes: readonly Note[];
};

export const QUOTE_NOTES = [
  {
    code: "quote-unclosed",
    level: "doubt",
    means: "A quotation mark is never closed; the quotation was ended with its paragraph",
  },
] as const;

export const OPENS = 1;
export const CLOSES = 2;

/** Closing mark of each opening mark. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "“"],
  ["”", "“"],
  ["«", "»"],
  ["‹", "›"],
  ["‘", "’"],
  ['"', '"'],
  ["'", "'"],
  ["「", "」"],
]);

type Open = { readonly at: number; readonly close: string; readonly index: number };

/** Finds quotations block by block, with the convention that an open quotation is reopened in each new paragraph. */
export function findQuotes(tokens: Tokens): Quotes {
  const marks = new Uint8Array(tokens.size);
  const innermost = new Int32Array(tokens.size).fill(-1);
  const quotes: Quote[] = [];
  const notes: Note[] = [];
  let stack: Open[] = [];
  const closeAll = (to: number): void => {
    for (const open of stack.reverse()) {
      setQuote(quotes, open, to, stack.indexOf(open), false);
      notes.push({
        code: "quote-unclosed",
        level: "doubt",
        span: { start: tokens.start[open.at] ?? 0, end: tokens.end[open.at] ?? 0 },
      });
    }
    stack = [];
  };
  for (let at = 0; at < tokens.size; at++) {
    if (tokens.kind[at] === TOKEN.newline) {
      if (stack.length > 0 && !isReopened(tokens, at, stack[0] as Open)) {
        closeAll(at);
      }
      continue;
    }
    const top = stack.at(-1);
    const sign = signAt(tokens, at);
    if (sign === null) {
      innermost[at] = top === undefined ? -1 : top.index;
      continue;
    }
    const closed = findClosed(stack, sign, tokens, at);
    if (closed >= 0) {
      const open = stack[closed] as Open;
      stack.length = closed;
      marks[at] = CLOSES;
      setQuote(quotes, open, at + 1, closed, true);
      innermost[at] = open.index;
      continue;
    }
    const close = CLOSING.get(sign);
    if (close !== undefined && canOpen(tokens, at, sign, stack)) {
      marks[at] = OPENS;
      if (top !== undefined && isReopening(tokens, at, top)) {
        innermost[at] = top.index;
        continue;
      }
      const open = { at, close, index: quotes.length };
      quotes.push({ from: at, to: at + 1, depth: stack.length, isClosed: false });
      stack.push(open);
      innermost[at] = open.index;
    } else innermost[at] = top === undefined ? -1 : top.index;
  }
  closeAll(tokens.size);
  return { quotes, marks, innermost, notes };
}

/** How deep quotations may nest before an opening mark is only a sign. */
const MAX_DEPTH = 4;

function setQuote(quotes: Quote[], open: Open, to: number, depth: number, isClosed: boolean): void {
  quotes[open.index] = { from: open.at, to, depth: Math.max(0, depth), isClosed };
}

function signAt(tokens: Tokens, at: number): string | null {
  const kind = tokens.kind[at];
  if (kind !== TOKEN.punctuation && kind !== TOKEN.possessive) return null;
  const sign = tokens.text.charAt(tokens.start[at] ?? 0);
  if (kind === TOKEN.possessive && (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) > 1) return null;
  return CLOSING.has(sign) ||
    sign === "”" ||
    sign === "’" ||
    sign === "»" ||
    sign === "›" ||
    sign === "」"
    ? sign
    : null;
}

function findClosed(stack: readonly Open[], sign: string, tokens: Tokens, at: number): number {
  for (let i = stack.length - 1; i >= 0; i--) {
    const open = stack[i] as Open;
    if (open.close !== sign) continue;
    if (sign === "’" || sign === "'") return canCloseSingle(tokens, at) ? i : -1;
    if (sign === '"' && !canCloseStraight(tokens, at)) return -1;
    return i;
  }
  return closesMixed(stack.at(-1), sign, tokens, at) ? stack.length - 1 : -1;
}

/** `"He was shot,” she said`, `“He was shot," she said`: one straight and one curled mark, where its own partner does not come. */
function closesMixed(open: Open | undefined, sign: string, tokens: Tokens, at: number): boolean {
  const partner = open?.close;
  if (!(sign === '"' && partner === "”") && !(sign === "”" && partner === '"')) return false;
  if (BLANK.test(charBefore(tokens, at)) || LETTER.test(charAfter(tokens, at))) return false;
  for (let i = at + 1; i < tokens.size && tokens.kind[i] !== TOKEN.newline; i++) {
    const next = signAt(tokens, i);
    if (next === "“") return true;
    if (next === "”") return partner !== "”";
    if (next === '"') return BLANK.test(charBefore(tokens, i));
  }
  return true;
}

function charBefore(tokens: Tokens, at: number): string {
  const start = tokens.start[at] ?? 0;
  return start === 0 ? "\n" : tokens.text.charAt(start - 1);
}

function charAfter(tokens: Tokens, at: number): string {
  return tokens.text.charAt(tokens.end[at] ?? 0) || "\n";
}

const BLANK = /\s/;
const LETTER = /[\p{L}\p{N}]/u;

/** A single mark closes after punctuation, or after a letter when it is no possessive of a plural. */
function canCloseSingle(tokens: Tokens, at: number): boolean {
  const before = charBefore(tokens, at);
  const after = charAfter(tokens, at);
  if (BLANK.test(before) || LETTER.test(after)) return false;
  if (!LETTER.test(before) || before !== "s" || SINGLE.has(charBefore(tokens, at - 1))) return true;
  return !/^\s\p{Ll}/u.test(tokens.text.slice(tokens.end[at] ?? 0, (tokens.end[at] ?? 0) + 2));
}

/** Marks that open a quotation of one word ("'terrorists' were"). */
const SINGLE: ReadonlySet<string> = new Set(["‘", "'"]);

function canCloseStraight(tokens: Tokens, at: number): boolean {
  return !BLANK.test(charBefore(tokens, at)) || !LETTER.test(charAfter(tokens, at));
}

function canOpen(tokens: Tokens, at: number, sign: string, stack: readonly Open[]): boolean {
  if (stack.length >= MAX_DEPTH) return false;
  if (sign === "“" || sign === "«" || sign === "‹" || sign === "„" || sign === "「") return true;
  const before = charBefore(tokens, at);
  const after = charAfter(tokens, at);
  if (BLANK.test(after) || LETTER.test(before)) return false;
  if (sign === '"') return true;
  if (sign === "”") return BLANK.test(before) && isTurned(tokens, at);
  return /[\s([{"“«—–:]/.test(before) && hasSingleClose(tokens, at, sign);
}

/** ”So“: marks that a keyboard written from right to left has turned round, about a few words. */
function isTurned(tokens: Tokens, at: number): boolean {
  const limit = Math.min(tokens.size, at + TURNED_REACH);
  for (let i = at + 1; i < limit && tokens.kind[i] !== TOKEN.newline; i++) {
    const sign = signAt(tokens, i);
    if (sign === "”") return false;
    if (sign === "“")
      return !BLANK.test(charBefore(tokens, i)) && !LETTER.test(charAfter(tokens, i));
  }
  return false;
}

/** Tokens that marks turned round can hold. */
const TURNED_REACH = 16;

/** How far a single quotation mark looks for its partner, in tokens. */
const SINGLE_REACH = 120;

function hasSingleClose(tokens: Tokens, at: number, sign: string): boolean {
  const close = CLOSING.get(sign);
  const limit = Math.min(tokens.size, at + SINGLE_REACH);
  for (let i = at + 1; i < limit && tokens.kind[i] !== TOKEN.newline; i++) {
    if (signAt(tokens, i) === close && canCloseSingle(tokens, i)) return true;
  }
  return false;
}

/** The next paragraph begins with the opening mark again. */
function isReopened(tokens: Tokens, at: number, open: Open): boolean {
  let next = at;
  while (next < tokens.size && tokens.kind[next] === TOKEN.newline) next++;
  return (
    next < tokens.size && next - at <= 3 && CLOSING.get(signAt(tokens, next) ?? "") === open.close
  );
}

function isReopening(tokens: Tokens, at: number, top: Open): boolean {
  return (
    at > 0 &&
    tokens.kind[at - 1] === TOKEN.newline &&
    CLOSING.get(signAt(tokens, at) ?? "") === top.close
  );
}
