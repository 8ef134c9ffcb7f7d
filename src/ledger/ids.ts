import { randomBytes } from "node:crypto";

/** Without letters that are taken for others, and without vowels, so that no word comes out. */
const LETTERS = "23456789bcdfghjkmnpqrstvwxz";

/** A random id of about 57 bits that can be read aloud: `d-7k2m9qx4bt5v`. Ids that leave the archive tell nothing. */
export function makeId(prefix: string): string {
  let letters = "";
  while (letters.length < 12) {
    for (const byte of randomBytes(16)) {
      if (byte < 27 * 9 && letters.length < 12) letters += LETTERS[byte % 27];
    }
  }
  return `${prefix}-${letters}`;
}
