/**
 * In: bytes and the charset a page declares. Out: text, the charset used, what was doubted.
 * Never: trusts a label against bytes that are valid UTF-8; drops a byte without a doubt.
 */
import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";

/** What was doubted while bytes became text; each is the code of a note of the stage that reads them. */
export type CharsetDoubt =
  | "bom-dropped"
  | "charset-declared"
  | "charset-guessed"
  | "charset-mislabelled"
  | "invalid-utf8";

/** Text with the charset it was read in. */
export type Decoded = {
  readonly text: string;
  readonly charset: string;
  readonly doubts: readonly CharsetDoubt[];
};

/** Turns bytes into text: byte order mark, then valid UTF-8, then UTF-16, then the label, then a guess. */
export function decodeBytes(bytes: Uint8Array, label: string | null = null): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = decodeMarked(buffer);
  if (marked !== null) return marked;
  const wide = guessUtf16(buffer);
  if (wide !== null) return decodeAs(buffer, wide, ["charset-guessed"]);
  const declared = label === null ? null : normaliseLabel(label);
  if (isUtf8(buffer) && declared !== "iso-2022-jp") {
    const isWrong = declared !== null && declared !== "utf-8" && !isAscii(buffer);
    return {
      text: buffer.toString("utf8"),
      charset: "utf-8",
      doubts: isWrong ? ["charset-mislabelled"] : [],
    };
  }
  if (declared !== null && declared !== "utf-8" && iconv.encodingExists(declared))
    return decodeAs(buffer, declared, ["charset-declared"]);
  if (isMostlyUtf8(buffer)) return decodeAs(buffer, "utf-8", ["invalid-utf8"]);
  return decodeAs(buffer, guessLegacy(buffer), ["charset-guessed"]);
}

function decodeAs(buffer: Buffer, charset: string, doubts: readonly CharsetDoubt[]): Decoded {
  const text = charset === "utf-8" ? buffer.toString("utf8") : iconv.decode(buffer, charset);
  return { text, charset, doubts };
}

function decodeMarked(buffer: Buffer): Decoded | null {
  const mark = "bom-dropped" as const;
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) {
    const rest = buffer.subarray(3);
    return decodeAs(rest, "utf-8", isUtf8(rest) ? [mark] : [mark, "invalid-utf8"]);
  }
  if (buffer[0] === 0xff && buffer[1] === 0xfe)
    return decodeAs(buffer.subarray(2), "utf-16le", [mark]);
  if (buffer[0] === 0xfe && buffer[1] === 0xff)
    return decodeAs(buffer.subarray(2), "utf-16be", [mark]);
  return null;
}

/** UTF-16 without a mark: nearly every other byte of the head is zero, or an Arabic-script page number. */
function guessUtf16(buffer: Buffer): "utf-16le" | "utf-16be" | null {
  const head = buffer.subarray(0, 4096);
  if (head.length < 4 || !head.includes(0)) return null;
  const pairs = head.length >> 1;
  let evenHigh = 0;
  let oddHigh = 0;
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (isHighHalf(head[i])) evenHigh++;
    if (isHighHalf(head[i + 1])) oddHigh++;
  }
  if (oddHigh > 0.9 * pairs && evenHigh < 0.4 * pairs) return "utf-16le";
  if (evenHigh > 0.9 * pairs && oddHigh < 0.4 * pairs) return "utf-16be";
  return null;
}

function isHighHalf(byte: number | undefined): boolean {
  return byte === 0 || byte === 0x06 || byte === 0x20;
}

function normaliseLabel(label: string): string {
  const lower = label.trim().toLowerCase();
  if (/^utf-?8$|^unicode-1-1-utf-8$/.test(lower)) return "utf-8";
  // The web reads these labels as their Windows supersets (WHATWG Encoding).
  if (/^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/.test(lower)) return "windows-1252";
  if (/^(?:iso-?8859-?9|latin-?5)$/.test(lower)) return "windows-1254";
  return lower;
}

function isAscii(buffer: Buffer): boolean {
  for (const byte of buffer) if (byte > 0x7f) return false;
  return true;
}

/** True where broken sequences are few beside whole ones: damaged UTF-8, not another charset. */
function isMostlyUtf8(buffer: Buffer): boolean {
  let whole = 0;
  let broken = 0;
  const end = Math.min(buffer.length, 1 << 20);
  for (let i = 0; i < end; ) {
    const byte = buffer[i] ?? 0;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const size = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    let length = 1;
    while (length < size && ((buffer[i + length] ?? 0) & 0xc0) === 0x80) length++;
    if (size > 1 && byte < 0xf5 && length === size) whole++;
    else broken++;
    i += length;
  }
  return whole > 2 * broken;
}

/**
 * Guesses between the one-byte charsets of the reports Sanad meets. Letters of a non-Latin script stand
 * in runs of high bytes; accented Latin letters stand alone among ASCII.
 */
function guessLegacy(buffer: Buffer): string {
  const head = buffer.subarray(0, 1 << 16);
  let high = 0;
  let paired = 0;
  let arabic = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] ?? 0;
    if (byte < 0x80) continue;
    high++;
    if ((head[i - 1] ?? 0) >= 0x80 || (head[i + 1] ?? 0) >= 0x80) paired++;
    if (isArabicIn1256(byte)) arabic++;
  }
  if (high === 0 || paired < 0.6 * high) return "windows-1252";
  return arabic > 0.85 * high ? "windows-1256" : "windows-1251";
}

/** Letters of the Arabic script in windows-1256; the gaps between them hold French letters and marks. */
function isArabicIn1256(byte: number): boolean {
  if (byte >= 0xc0) {
    if (byte <= 0xdf) return byte !== 0xd7;
    return [0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xec, 0xed].includes(byte);
  }
  return [0x81, 0x8d, 0x8e, 0x90, 0x98, 0x9d, 0xa1, 0xaa, 0xba, 0xbf].includes(byte);
}
