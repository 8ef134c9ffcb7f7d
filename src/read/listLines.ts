/**
 * In: the sentences of a document with their plain items. Out: its lines: items behind the list mark, cells, how they end.
 * Never: joins two blocks; reads what a line means.
 */
import type { Item } from "./items.ts";
import type { Sentence } from "./sentences.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** Item range of a cell; empty cells keep their place. */
export type Cell = readonly [number, number];

export type Line = {
  readonly index: number;
  readonly block: number;
  /** Token range without the list mark. */
  readonly from: number;
  readonly to: number;
  readonly firstSentence: number;
  readonly lastSentence: number;
  /** Plain items without the list mark. */
  readonly items: readonly Item[];
  readonly hasMark: boolean;
  /** Cells of a table row ("a | b", tabs); one cell for other lines. */
  readonly cells: readonly Cell[];
  readonly endsWithColon: boolean;
  readonly endsWithStop: boolean;
};

type Plain = { readonly index: number; readonly items: readonly Item[] };

/** Puts the sentences of each block into a line. */
export function findLines(
  sentences: readonly Sentence[],
  plain: readonly Plain[],
  tokens: Tokens,
  classes: ClauseClasses,
): Line[] {
  const lines: Line[] = [];
  let at = 0;
  while (at < sentences.length) {
    const first = at;
    const block = sentences[first]?.block;
    const items: Item[] = [];
    while (at < sentences.length && sentences[at]?.block === block)
      items.push(...(plain[at++]?.items ?? []));
    for (const part of partsOf(items, tokens)) {
      const sentence = (token: number | undefined): number => {
        let own = first;
        while (own < at - 1 && (sentences[own]?.to ?? 0) <= (token ?? 0)) own++;
        return own;
      };
      const range = [sentence(part[0]?.from), sentence(part.at(-1)?.from)] as const;
      const line = makeLine(lines.length, block ?? 0, range, part, tokens, classes);
      if (line !== null) lines.push(line);
    }
  }
  return lines;
}

/** "1- Karim Zand 2- Omid Bostani" in one line: what stands before, and each of those numbered from one on. */
function partsOf(items: readonly Item[], tokens: Tokens): (readonly Item[])[] {
  const starts: number[] = [];
  items.forEach((item, at) => {
    const [mark, name] = [items[at + 1], items[at + 2]];
    if (mark === undefined || name === undefined || !isOrdinal(item, tokens)) return;
    if (tokens.kind[name.from] !== TOKEN.word || name.quantity !== null) return;
    if (Number(tokens.form[item.from]) !== starts.length + 1) return;
    if (isMarkEnd(mark, tokens) || DASHES.has(tokens.form[mark.from] ?? "")) starts.push(at);
  });
  const named = starts.filter((at) => items[at + 2]?.name?.type === "person");
  if (named.length < 2) return [items];
  const parts = starts.map((from, i) => {
    let to = starts[i + 1] ?? items.length;
    while (to > from && PARTINGS.has(tokens.form[items[to - 1]?.from ?? -1] ?? "")) to--;
    return items.slice(from, to);
  });
  return [items.slice(0, starts[0]), ...parts];
}

/** Between two who are numbered in one line. */
const PARTINGS: ReadonlySet<string> = new Set(["/", ",", ";", "؛", "-", "–", "|"]);

function makeLine(
  index: number,
  block: number,
  [firstSentence, lastSentence]: readonly [number, number],
  all: readonly Item[],
  tokens: Tokens,
  classes: ClauseClasses,
): Line | null {
  const mark = markLength(all, tokens, classes);
  const items = all.slice(mark);
  const first = items[0];
  const last = items.at(-1);
  if (first === undefined || last === undefined) return null;
  const end = tokens.form[last.to - 1] ?? "";
  return {
    index,
    block,
    from: first.from,
    to: last.to,
    firstSentence,
    lastSentence,
    items,
    hasMark: mark > 0,
    cells: cellsOf(items, tokens),
    endsWithColon: end === ":",
    endsWithStop: classes.dot[last.set] === 1,
  };
}

/** Items of the mark in front: a bullet, a dash, "3.", "b)", "(4)". */
function markLength(items: readonly Item[], tokens: Tokens, classes: ClauseClasses): number {
  const [first, second, third] = items;
  if (first === undefined || second === undefined) return 0;
  if (MARKS.has(tokens.form[first.from] ?? "")) return 1;
  if (isOrdinal(first, tokens) && isMarkEnd(second, tokens)) return 2;
  if (isOrdinal(first, tokens) && isDashMark(second, third, tokens)) return 2;
  // "1, Omid Zand, 34": a row of values.
  if (tokens.kind[first.from] === TOKEN.number && third?.name?.type === "person")
    if (isOrdinal(first, tokens) && VALUE_MARKS.has(tokens.form[second.from] ?? "")) return 2;
  if (
    classes.open[first.set] === 1 &&
    third !== undefined &&
    isOrdinal(second, tokens) &&
    classes.close[third.set] === 1
  )
    return 3;
  return 0;
}

const VALUE_MARKS: ReadonlySet<string> = new Set([",", ";"]);

const MARKS: ReadonlySet<string> = new Set([
  "•",
  "*",
  "-",
  "·",
  "▪",
  "●",
  "◦",
  "‣",
  "✓",
  "→",
  "+",
  "○",
  "■",
  "‒",
]);

function isOrdinal(item: Item, tokens: Tokens): boolean {
  const form = tokens.form[item.from] ?? "";
  if (item.to - item.from !== 1) return false;
  return tokens.kind[item.from] === TOKEN.number
    ? form.length <= 3
    : form.length === 1 && tokens.kind[item.from] === TOKEN.word;
}

/** "2- Karim Zand": a dash behind the number of a row; "12 - Tehran" and "3-5 men" count. */
function isDashMark(dash: Item, next: Item | undefined, { form, kind }: Tokens): boolean {
  if (!DASHES.has(form[dash.from] ?? "") || kind[dash.from - 1] !== TOKEN.number) return false;
  if (next === undefined || kind[next.from] !== TOKEN.word) return false;
  return next.name?.type !== "place" && next.quantity === null && next.entry === null;
}

const DASHES: ReadonlySet<string> = new Set(["-", "–", "—"]);

function isMarkEnd(item: Item, tokens: Tokens): boolean {
  const form = tokens.form[item.from];
  return item.to - item.from === 1 && (form === "." || form === ")");
}

/** Cells between bars or tabs; the empty ones outside the first and last bar are left out. */
function cellsOf(items: readonly Item[], tokens: Tokens): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  items.forEach((item, index) => {
    if (tokens.form[item.from] === "|") {
      cells.push([start, index]);
      start = index + 1;
    } else if (index > start && hasTab(items[index - 1] as Item, item, tokens)) {
      cells.push([start, index]);
      start = index;
    }
  });
  cells.push([start, items.length]);
  if (cells.length > 1 && isEmpty(cells[0])) cells.shift();
  if (cells.length > 1 && isEmpty(cells.at(-1))) cells.pop();
  return cells;
}

function isEmpty(cell: Cell | undefined): boolean {
  return cell !== undefined && cell[0] === cell[1];
}

function hasTab(before: Item, after: Item, tokens: Tokens): boolean {
  for (let at = tokens.end[before.to - 1] ?? 0; at < (tokens.start[after.from] ?? 0); at++) {
    if (tokens.text.charCodeAt(at) === TAB) return true;
  }
  return false;
}

const TAB = 9;
