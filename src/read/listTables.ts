/** Header rows of tables: which column holds what. */
import type { Item } from "./items.ts";
import { has, isPersonItem, type ListContext } from "./listContext.ts";
import type { ColumnRole, TopicRow } from "./listGrammar.ts";
import type { Cell, Line } from "./listLines.ts";
import { longestPhrase } from "./name/phraseTrie.ts";

export type Column = {
  readonly role: ColumnRole | null;
  readonly topic: TopicRow | null;
  /** What a dated column tells of ("date of execution"). */
  readonly dated: TopicRow | null;
};

export type Header = {
  readonly columns: readonly Column[];
  /** Rows have the same cells; else ("Name – age – place") the header only says what they hold. */
  readonly isTable: boolean;
};

/** A header without bars or tabs is short. */
const LONGEST_HEADER = 24;

/** Reads a line as the header of a table, or null: at least two columns, most of them known. */
export function readHeader(line: Line, context: ListContext): Header | null {
  const isTable = line.cells.length > 1;
  if (!isTable && (line.items.length > LONGEST_HEADER || line.endsWithStop)) return null;
  const cells = isTable ? line.cells : splitCells(line, context);
  if (
    cells.length < 2 ||
    line.items.some((item) => isPersonItem(item) || item.period !== null || item.quantity !== null)
  )
    return null;
  const columns = cells.map((cell) => readColumn(line, cell, context));
  const known = columns.filter((column) => column.role !== null || column.topic !== null).length;
  return known >= 2 && known * 2 > columns.length ? { columns, isTable } : null;
}

function readColumn(line: Line, [from, to]: Cell, context: ListContext): Column {
  const first = line.items[from];
  let last = line.items[to - 1];
  if (first === undefined || last === undefined) return { role: null, topic: null, dated: null };
  if (has(last, context.classes.dot) && to - from > 1) last = line.items[to - 2];
  const end = last?.to ?? first.to;
  const { grammar, tokens } = context;
  const role = longestPhrase(grammar.columns, tokens, first.from, end);
  const topic = longestPhrase(grammar.topics, tokens, first.from, end);
  const dated = longestPhrase(grammar.dated, tokens, first.from, end);
  const isWhole = (hit: { to: number } | null): boolean => hit !== null && hit.to === end;
  return {
    dated: isWhole(dated) ? (dated?.value ?? null) : null,
    role: isWhole(role) ? (role?.value ?? null) : null,
    topic: isWhole(topic) ? (topic?.value ?? null) : null,
  };
}

/** Pieces of a line between dashes, commas or semicolons, whichever it has most of. */
export function splitCells(line: Line, context: ListContext): Cell[] {
  const { classes } = context;
  const cuts = [classes.dash, classes.comma, classes.of("SEMI")].map((members) => {
    const found: number[] = [];
    for (let at = 0; at < line.items.length; at++)
      if (has(line.items[at] as Item, members)) found.push(at);
    return found;
  });
  const best = cuts.reduce((most, list) => (list.length > most.length ? list : most), []);
  const cells: Cell[] = [];
  let from = 0;
  for (const cut of [...best, line.items.length]) {
    cells.push([from, cut]);
    from = cut + 1;
  }
  return cells;
}

/** "|---|---|": the rule under a header. */
export function isRule(line: Line, context: ListContext): boolean {
  return line.items.every((item) => RULE.has(context.tokens.form[item.from] ?? ""));
}

const RULE: ReadonlySet<string> = new Set(["|", "-", "=", "+", ":", "_"]);
