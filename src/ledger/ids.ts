import { randomBytes } from "node:crypto";

/** Without letters that are taken for others, and without vowels, so that no word comes out. */
const LETTERS = "23456789bcdfghjkmnpqrstvwxz";

/** A random id of about 57 bits that can be read aloud: `d-7k2m9qx4bt5v`. Ids that leave the archive tell nothing. */
export function makeId(prefix: string): string {
  let letters = "";
  while (letters.length < 12) {
    const byte = nextByte();
    if (byte < 27 * 9) letters += LETTERS[byte % 27];
  }
  return `${prefix}-${letters}`;
}

/** Whether a text is an id of that kind. */
export function isId(prefix: string, text: string): boolean {
  return ID.test(text) && text.startsWith(`${prefix}-`);
}

const ID = new RegExp(`^[a-z]-[${LETTERS}]{12}$`);

/** Chance is asked for some hundred ids at once, which costs as much as for one. No byte is used twice. */
let chance: Uint8Array = new Uint8Array();
let used = 0;

function nextByte(): number {
  if (used === chance.length) {
    chance = randomBytes(4096);
    used = 0;
  }
  return chance[used++] ?? 0;
}
