/**
 * In: the pieces of text of a page with their places. Out: its lines, then its paragraphs, in reading order.
 * Never: runs two columns into one line; joins a hyphen that a capital or a digit follows.
 */

/** A piece of text as a PDF holds it; `x` and `y` are its lower left corner, `y` grows upwards. */
export type PdfPiece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A line of a page. */
export type PdfLine = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isRtl: boolean;
};

/** Puts pieces into lines: those at one height that stand side by side, from the side the script begins at. */
export function linesOf(pieces: readonly PdfPiece[]): PdfLine[] {
  const groups: PdfPiece[][] = [];
  for (const piece of pieces) {
    // A piece of spaces may bridge two columns; words are parted by their places.
    if (piece.text.trim() === "") continue;
    const group = groups.slice(-LOOK_BACK).findLast((one) => standsBeside(one, piece));
    if (group === undefined) groups.push([piece]);
    else group.push(piece);
  }
  return orderColumns(groups.map(lineOf).filter(({ text }) => text !== ""));
}

/**
 * Reads one column after the other where a page has two. Lines that cross the gutter (titles, full-width
 * paragraphs) part the page into bands; within a band the column comes first at which the script begins.
 */
function orderColumns(lines: readonly PdfLine[]): PdfLine[] {
  const gutter = findGutter(lines);
  if (gutter === null) return [...lines];
  const ordered: PdfLine[] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  const flush = (): void => {
    const isRtl = right.filter((line) => line.isRtl).length > right.length / 2;
    ordered.push(...(isRtl ? [...right, ...left] : [...left, ...right]));
    left = [];
    right = [];
  };
  for (const line of lines) {
    if (line.x + line.width <= gutter) left.push(line);
    else if (line.x >= gutter) right.push(line);
    else {
      flush();
      ordered.push(line);
    }
  }
  flush();
  return ordered;
}

/** A place that few lines cross, with lines side by side on both sides of it. */
function findGutter(lines: readonly PdfLine[]): number | null {
  for (const x of new Set(lines.map((line) => Math.floor(line.x)))) {
    const right = lines.filter((line) => line.x >= x);
    const left = lines.filter((line) => line.x + line.width <= x);
    if (right.length < 3 || left.length < 3 || left.length + right.length < 0.7 * lines.length)
      continue;
    const beside = right.filter((line) =>
      left.some((one) => Math.abs(one.y - line.y) < 0.5 * line.height),
    );
    if (beside.length >= 0.5 * Math.min(left.length, right.length)) return x;
  }
  return null;
}

/** Joins lines to paragraphs; a wide gap, a short line before, or a change of size begins a new one. */
export function paragraphsOf(lines: readonly PdfLine[]): string[] {
  const paragraphs: string[] = [];
  const widest = Math.max(0, ...lines.map(({ width }) => width));
  let before: PdfLine | null = null;
  for (const line of lines) {
    const last = paragraphs.length - 1;
    if (before === null || beginsParagraph(before, line, widest)) paragraphs.push(line.text);
    else paragraphs[last] = joinLines(paragraphs[last] ?? "", line.text);
    before = line;
  }
  return paragraphs;
}

const LOOK_BACK = 12;

function standsBeside(group: readonly PdfPiece[], piece: PdfPiece): boolean {
  const [first] = group;
  if (first === undefined) return false;
  const height = Math.max(first.height, piece.height, 1);
  if (Math.abs(first.y - piece.y) > 0.45 * height) return false;
  const left = Math.min(...group.map(({ x }) => x));
  const right = Math.max(...group.map(({ x, width }) => x + width));
  return piece.x <= right + GAP * height && piece.x + piece.width >= left - GAP * height;
}

/** Columns stand further apart than words do. */
const GAP = 2;

function lineOf(pieces: readonly PdfPiece[]): PdfLine {
  const isRtl = isRtlText(pieces.map(({ text }) => text).join(""));
  const ordered = isRtl ? orderRtl(pieces) : [...pieces].sort((one, other) => one.x - other.x);
  let text = "";
  ordered.forEach((piece, at) => {
    const before = ordered[at - 1];
    if (
      before !== undefined &&
      isApart(before, piece) &&
      !/\s$/.test(text) &&
      !/^\s/.test(piece.text)
    )
      text += " ";
    text += piece.text;
  });
  const x = Math.min(...pieces.map((piece) => piece.x));
  const right = Math.max(...pieces.map((piece) => piece.x + piece.width));
  return {
    text: text.replace(/\s+/g, " ").trim(),
    x,
    y: pieces[0]?.y ?? 0,
    width: right - x,
    height: Math.max(...pieces.map(({ height }) => height)),
    isRtl,
  };
}

function isApart(before: PdfPiece, piece: PdfPiece): boolean {
  const gap = Math.max(piece.x - (before.x + before.width), before.x - (piece.x + piece.width));
  return gap > 0.12 * Math.max(before.height, piece.height, 1);
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

function isRtlText(text: string): boolean {
  return (text.match(RTL)?.length ?? 0) > (text.match(/\p{Script=Latin}/gu)?.length ?? 0);
}

/** From right to left, but for runs of Latin words and numbers, which read from left to right among themselves. */
function orderRtl(pieces: readonly PdfPiece[]): PdfPiece[] {
  const sorted = [...pieces].sort((one, other) => other.x - one.x);
  const ordered: PdfPiece[] = [];
  let run: PdfPiece[] = [];
  for (const piece of sorted) {
    if (/\p{Script=Latin}/u.test(piece.text) && !RTL_ANY.test(piece.text)) {
      run.unshift(piece);
      continue;
    }
    ordered.push(...run, piece);
    run = [];
  }
  return [...ordered, ...run];
}

const RTL_ANY = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function beginsParagraph(before: PdfLine, line: PdfLine, widest: number): boolean {
  const height = Math.max(before.height, line.height, 1);
  const drop = before.y - line.y;
  // Up again: a new column or page; its first line goes on unless the one before ended a sentence.
  if (drop < -0.5 * height) return /[.!?؟۔:]["”’»)]?$/.test(before.text);
  if (drop > 1.9 * height) return true;
  if (/\p{Ll}[-‐\u00ad]$/u.test(before.text)) return false;
  if (Math.abs(before.height - line.height) > 0.2 * height) return true;
  if (/^(?:[•▪◦‣·*–-]|\(?\d{1,2}[.)])\s/.test(line.text)) return true;
  const isShort = before.width < 0.8 * widest;
  return isShort && (/[.!?؟۔:;]["”’»)]?$/.test(before.text) || before.width < 0.55 * widest);
}

function joinLines(text: string, next: string): string {
  if (/\p{L}\u00ad$/u.test(text)) return text.slice(0, -1) + next;
  if (/\p{Ll}[-‐]$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next;
  if (/[-‐–—]$/.test(text) && /\S[-‐]$/.test(text)) return text + next;
  return `${text} ${next}`;
}
