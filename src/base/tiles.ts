/**
 * C2SP tlog-tiles (https://c2sp.org/tlog-tiles): a tree as files of 256 hashes and of 256 entries each, which any web server
 * or stick can carry. Names and shapes only; nothing here reads or writes.
 */

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256;

/** `tile/<level>/<index>`, with `.p/<width>` where the tile is not full yet. */
export function tilePath(level: number, index: number, width: number): string {
  return `tile/${level}/${indexPath(index)}${partOf(width)}`;
}

/** `tile/entries/<index>`, likewise. */
export function bundlePath(index: number, width: number): string {
  return `tile/entries/${indexPath(index)}${partOf(width)}`;
}

/** What a file of a tree is by its name: so many hashes of a level, or entries; null for any other name. */
export type TileName = {
  readonly level: number | "entries";
  readonly index: number;
  readonly width: number;
};

/** What a path names. */
export function parseTilePath(path: string): TileName | null {
  const found = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (found === null) return null;
  const [, level = "", digits = "", part] = found;
  const index = Number(digits.replaceAll(/[x/]/g, ""));
  const width = part === undefined ? TILE_WIDTH : Number(part);
  const isOne = width > 0 && (part === undefined || width < TILE_WIDTH);
  const name = { level: level === "entries" ? level : Number(level), index, width } as const;
  const again =
    name.level === "entries" ? bundlePath(index, width) : tilePath(name.level, index, width);
  return isOne && again === path ? name : null;
}

/** Three digits a part, all but the last behind an x: 1234067 is x001/x234/067. */
function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const parts = padded.match(/\d{3}/g) ?? [];
  return parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join("/");
}

function partOf(width: number): string {
  return width === TILE_WIDTH ? "" : `.p/${width}`;
}

/** Entries one after the other, each behind its length in two bytes. */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  const parts = entries.flatMap((entry) => {
    if (entry.length > 0xffff)
      throw new RangeError("An entry of a bundle has 65,535 bytes at most");
    const length = Buffer.alloc(2);
    length.writeUInt16BE(entry.length);
    return [length, entry];
  });
  return Buffer.concat(parts);
}
