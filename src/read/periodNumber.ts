/** Classes a number has by its digits alone, whatever words stand beside it; the index is what `numberShape` gives. */
export const NUMBER_SHAPES: readonly (readonly string[])[] = [
  ["NUM"],
  ["NUM", "DAY", "MON"],
  ["NUM", "DAY", "MON", "TWO"],
  ["NUM", "DAY", "TWO"],
  ["NUM", "TWO"],
  ["NUM", "YEAR"],
  ["NUM", "JYEAR"],
  ["NUM", "DECADE", "YEAR"],
  ["NUM", "DECADE", "JYEAR"],
  ["NUM", "DECADE", "DAY", "TWO"],
  ["NUM", "DECADE", "DAY", "MON", "TWO"],
  ["NUM", "DECADE", "TWO"],
  ["DOTTED"],
  ["NUM", "JYEAR", "JRECENT"],
  ["NUM", "DECADE", "JYEAR", "JRECENT"],
];

/** Index into NUMBER_SHAPES: what the digits of a number could be in a date. */
export function numberShape(form: string): number {
  const length = form.length;
  const number = Number(form);
  if (length > 2 && !Number.isInteger(number)) return isDotted(form) ? 12 : 0;
  if (Number.isNaN(number)) return isDotted(form) ? 12 : 0;
  if (length === 1) return number === 0 ? 0 : 1;
  if (length === 2) {
    const isDecade = number % 10 === 0;
    if (number === 0) return 4;
    if (number <= 12) return isDecade ? 10 : 2;
    if (number <= 31) return isDecade ? 9 : 3;
    return isDecade ? 11 : 4;
  }
  if (length !== 4) return 0;
  const isDecade = number % 10 === 0;
  if (number >= 1800 && number < 2100) return isDecade ? 7 : 5;
  if (number >= 1340 && number < 1420) return isDecade ? 14 : 13;
  if (number >= 1200 && number < 1500) return isDecade ? 8 : 6;
  return 0;
}

const DOTTED = /^(?:\d{4}\.\d{1,2}\.\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}))$/;

/** "20.02.1987", "2025.10.04", "19.02.87": one token that is a date. */
export function isDotted(form: string): boolean {
  return DOTTED.test(form);
}
