/**
 * In: tokens and a pack's number words. Out: the number that begins at one ("two dozen", "one hundred and twenty", "80
 * billion").
 * Never: reads what bounds or counts it.
 */
import type { QuantityGrammar } from "./quantityGrammar.ts";
import { isGlued } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

type ReadNumber = {
  readonly to: number;
  readonly value: number;
  readonly multiplier: number;
  readonly unit: string | null;
  readonly isYearShaped: boolean;
};

/** Whether a bracket with nothing but a number in it stands at a token. */
export function holdsNumber(tokens: Tokens, at: number, limit: number): boolean {
  return (
    at + 2 < limit &&
    tokens.form[at] === "(" &&
    tokens.kind[at + 1] === TOKEN.number &&
    tokens.form[at + 2] === ")"
  );
}

/** "2,500", "two dozen", "one hundred and twenty", "$80 billion", "a dozen", "twenty-five". */
export function readNumber(
  tokens: Tokens,
  from: number,
  limit: number,
  grammar: QuantityGrammar,
): ReadNumber | null {
  let at = from;
  let unit: string | null = null;
  const sign = grammar.signs.get(tokens.form[at] ?? "");
  if (sign !== undefined) {
    unit = sign;
    at++;
    if (tokens.kind[at] !== TOKEN.number) return null;
  }
  let total = 0;
  let current = 0;
  let multiplier = 1;
  let isAny = false;
  let isYearShaped = false;
  if (at < limit && tokens.kind[at] === TOKEN.number) {
    const words = tokens.form[at] ?? "";
    current = parseDigits(words);
    if (Number.isNaN(current)) return null;
    isYearShaped = /^(?:1[3-9]|20)\d\d$/.test(words);
    isAny = true;
    at++;
    while (at < limit && continuesThousands(tokens, at, words)) {
      current = current * 1000 + Number(tokens.form[at]);
      at++;
    }
  } else if (
    grammar.articles.has(tokens.form[at] ?? "") &&
    at + 1 < limit &&
    grammar.multipliers.has(tokens.form[at + 1] ?? "") &&
    !grammar.glued.has(tokens.form[at + 1] ?? "")
  ) {
    current = 1;
    isAny = true;
    at++;
  }
  let isLastHundred = false;
  const opening = grammar.multipliers.get(tokens.form[at] ?? "") ?? 0;
  if (!isAny && opening >= 1000 && isThousandAlone(tokens, at, limit, grammar)) {
    total = opening;
    multiplier = opening;
    isAny = true;
    at++;
  }
  for (; at < limit; at++) {
    const word = tokens.form[at] ?? "";
    const value = grammar.numbers.get(word);
    const factor = grammar.multipliers.get(word);
    if (value !== undefined && tokens.kind[at] === TOKEN.word) {
      if (
        isAny &&
        !isLastHundred &&
        current % 100 !== 0 &&
        !(current % 10 === 0 && current % 100 >= 20 && value < 10)
      )
        break;
      if (isAny && tokens.kind[at - 1] === TOKEN.number) break;
      current += value;
      isAny = true;
      isLastHundred = false;
      if (value >= 1000) {
        total += current;
        current = 0;
        multiplier = 1000;
      }
    } else if (isAny && factor !== undefined && (!grammar.glued.has(word) || isGlued(tokens, at))) {
      current *= factor;
      multiplier *= factor;
      isLastHundred = factor === 100;
      if (factor >= 1000) {
        total += current;
        current = 0;
      }
      isYearShaped = false;
    } else if (
      isAny &&
      grammar.hyphens.has(word) &&
      isGlued(tokens, at) &&
      isSmallNumber(tokens, at + 1, limit, grammar)
    ) {
    } else if (
      isAny &&
      (isLastHundred || multiplier >= 1000 || canJoin(tokens, at, current, grammar)) &&
      grammar.joiners.has(word) &&
      isSmallNumber(tokens, at + 1, limit, grammar)
    ) {
      isLastHundred = true;
    } else if (
      current === 0 &&
      isDigitPart(tokens, at, limit, grammar, factorBefore(tokens, at, grammar))
    ) {
      current = parseDigits(tokens.form[at + 1] ?? "");
      isLastHundred = false;
      at++;
    } else break;
  }
  return isAny ? { to: at, value: total + current, multiplier, unit, isYearShaped } : null;
}

/** "2 thousand and 986", "1 million and 200 thousand": digits of a lower place behind a multiplier. */
function isDigitPart(
  tokens: Tokens,
  at: number,
  limit: number,
  { joinsAll, joiners, multipliers }: QuantityGrammar,
  factor: number,
): boolean {
  if (!joinsAll || factor < 1000 || !joiners.has(tokens.form[at] ?? "")) return false;
  if (at + 1 >= limit || tokens.kind[at + 1] !== TOKEN.number) return false;
  const value = parseDigits(tokens.form[at + 1] ?? "");
  return value * (multipliers.get(tokens.form[at + 2] ?? "") ?? 1) < factor;
}

/** "Three thousand and 117": the thousands may be one word with their number. */
function factorBefore(
  tokens: Tokens,
  at: number,
  { multipliers, numbers }: QuantityGrammar,
): number {
  const form = tokens.form[at - 1] ?? "";
  const whole = numbers.get(form) ?? 1;
  return multipliers.get(form) ?? (whole >= 1000 ? 1000 : 1);
}

/** "Bist o panj" (20 and 5), "sisad o bist" (300 and 20): the next part is smaller than any place that is taken. */
function canJoin(
  tokens: Tokens,
  at: number,
  current: number,
  { numbers, joinsAll }: QuantityGrammar,
): boolean {
  const next = numbers.get(tokens.form[at + 1] ?? "");
  if (!joinsAll || next === undefined || tokens.kind[at - 1] !== TOKEN.word) return false;
  const place = current % 100 === 0 ? 100 : current % 10 === 0 ? 10 : 1;
  return next < place;
}

/** A number word under a hundred, as it follows in "twenty-five" or "a hundred and five". */
/** "A thousand and three hundred" where no word for one stands before it. */
function isThousandAlone(
  tokens: Tokens,
  at: number,
  limit: number,
  grammar: QuantityGrammar,
): boolean {
  if (grammar.thousandOf.has(tokens.form[at + 1] ?? "")) return true;
  if (!grammar.joinsAll || !grammar.joiners.has(tokens.form[at + 1] ?? "")) return false;
  return isSmallNumber(tokens, at + 2, limit, grammar) || tokens.kind[at + 2] === TOKEN.number;
}

function isSmallNumber(
  tokens: Tokens,
  at: number,
  limit: number,
  grammar: QuantityGrammar,
): boolean {
  return at < limit && grammar.numbers.has(tokens.form[at] ?? "");
}

/** The number of a token of digits, with or without signs between them. */
export function parseDigits(words: string): number {
  const number = Number(words);
  // Most numbers are digits alone.
  return Number.isNaN(number) ? Number(words.replace(/[,٬،]/g, "").replace("٫", ".")) : number;
}

/** "1 020 persons": groups of three digits parted by a space that does not break, or by a plain one before a nought. */
function continuesThousands(
  { form, kind, start, end, text }: Tokens,
  at: number,
  first: string,
): boolean {
  const group = form[at] ?? "";
  if (kind[at] !== TOKEN.number || !/^\d{3}$/.test(group) || !/^[1-9]\d{0,2}$/.test(first))
    return false;
  const from = end[at - 1] ?? 0;
  if ((start[at] ?? 0) - from !== 1) return false;
  const gap = text[from] ?? "";
  return UNBROKEN.has(gap) || (gap === " " && group.startsWith("0"));
}

const UNBROKEN: ReadonlySet<string> = new Set(["\u00a0", "\u2009", "\u202f"]);
