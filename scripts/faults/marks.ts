/**
 * In: bytes of files or of a whole disk. Out: which words stand in them, as they are or in another clothing.
 * Never: takes a word for absent because PostgreSQL packed it: a packed value is found by any eight bytes of it.
 */
import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { constants, createGunzip } from "node:zlib";

/** One clothing of a word. */
type Form = { readonly word: string; readonly bytes: Buffer };

/** PostgreSQL's own packing (pglz) puts a byte of control behind at most eight letters, so that one of eight windows is whole. */
const WINDOW = 8;

/** A word as UTF-8, whole or packed, UTF-16, hexadecimal, Base64 at each of its three places, and with JSON's escapes. */
function formsOf(word: string | Buffer): readonly Form[] {
  const utf8 = Buffer.from(word);
  const name = typeof word === "string" ? word : "a key";
  const windows =
    utf8.length <= WINDOW
      ? [utf8]
      : Array.from({ length: Math.min(WINDOW, utf8.length - WINDOW + 1) }, (_, at) =>
          utf8.subarray(at, at + WINDOW),
        );
  const hex = utf8.toString("hex");
  const texts = [hex, hex.toUpperCase(), ...[0, 1, 2].map((at) => base64At(utf8, at))];
  const others = typeof word === "string" ? formsOfText(word) : [];
  const all = [...windows, ...texts.map((text) => Buffer.from(text)), ...others];
  return all.map((bytes) => ({ word: name, bytes }));
}

function formsOfText(word: string): readonly Buffer[] {
  const little = Buffer.from(word, "utf16le");
  const escaped = word.replaceAll(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return [little, Buffer.from(little).swap16(), Buffer.from(escaped)];
}

/** What stays the same of bytes in Base64, whatever stands around them, when so many of a group of three are before them. */
function base64At(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
  const first = before === 0 ? 0 : before + 1;
  const whole = Math.floor(((before + bytes.length) * 8) / 6);
  return text.slice(first, whole);
}

const PIECE = 2 ** 25;
const OVERLAP = 2 ** 12;
const piece = Buffer.allocUnsafeSlow(PIECE + OVERLAP);

/** Words that stand in a file or a disk, packed with gzip too. */
export async function wordsIn(
  path: string,
  words: readonly (string | Buffer)[],
): Promise<readonly string[]> {
  const search = makeSearch(words.filter(({ length }) => length > 0).flatMap(formsOf));
  const found = new Set<string>();
  const file = openSync(path, "r");
  try {
    for (let at = 0; ; at += PIECE) {
      const read = readSync(file, piece, 0, piece.length, at);
      if (read === 0) return [...found];
      const bytes = piece.subarray(0, read);
      search(bytes, found);
      for await (const each of unpacked(bytes)) search(each, found);
      if (read < piece.length) return [...found];
    }
  } finally {
    closeSync(file);
  }
}

/** Looks for all forms at once (Wu and Manber 1994): the last two bytes of a window say how far the next one may be. */
function makeSearch(forms: readonly Form[]): (bytes: Buffer, found: Set<string>) => void {
  const width = Math.min(...forms.map(({ bytes }) => bytes.length));
  const steps = new Uint8Array(2 ** 16).fill(Math.min(width - 1, 255));
  const byEnd = new Map<number, Form[]>();
  for (const form of forms)
    for (let at = 1; at < width; at++) {
      const pair = form.bytes.readUInt16LE(at - 1);
      steps[pair] = Math.min(steps[pair] ?? 0, width - 1 - at);
      if (at === width - 1) byEnd.set(pair, [...(byEnd.get(pair) ?? []), form]);
    }
  return (bytes, found) => {
    for (let at = width - 1; at < bytes.length; ) {
      const pair = (bytes[at - 1] ?? 0) | ((bytes[at] ?? 0) << 8);
      const step = steps[pair] ?? 0;
      if (step === 0)
        for (const { word, bytes: form } of byEnd.get(pair) ?? [])
          if (bytes.subarray(at + 1 - width, at + 1 - width + form.length).equals(form))
            found.add(word);
      at += step || 1;
    }
  };
}

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);

/** So many bytes are unpacked at a time: what comes before a byte that was written over is kept. */
const BITE = 512;

/** What was packed with gzip in these bytes, as far as it can be unpacked. */
async function* unpacked(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = bytes.indexOf(GZIP); at >= 0; at = bytes.indexOf(GZIP, at + 1)) {
    const whole = await unpackFrom(bytes, at);
    if (whole.length > 0) yield whole;
  }
}

async function unpackFrom(bytes: Buffer, from: number): Promise<Buffer> {
  const flush = constants.Z_SYNC_FLUSH;
  const gunzip = createGunzip({ flush, finishFlush: flush });
  const chunks: Buffer[] = [];
  let hasEnded = false;
  gunzip.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => {
    for (const event of ["end", "error", "close"])
      gunzip.once(event, () => {
        hasEnded = true;
        resolve();
      });
  });
  for (let at = from; at < bytes.length && !hasEnded; at += BITE)
    await Promise.race([
      new Promise((resolve) => gunzip.write(bytes.subarray(at, at + BITE), resolve)),
      ended,
    ]);
  if (!hasEnded) gunzip.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Files below a folder in which one of the words stands, with the words. */
export async function filesWith(
  folder: string,
  words: readonly (string | Buffer)[],
): Promise<readonly { readonly name: string; readonly words: readonly string[] }[]> {
  const files: { name: string; words: readonly string[] }[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) continue;
    const found = await wordsIn(path, words);
    if (found.length > 0) files.push({ name, words: found });
  }
  return files;
}
