/**
 * In: the cells of a row of a list of the dead. Out: the one that speaks against that death, and what it tells instead.
 * Never: looks at a column that was understood; takes a story for a status.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Span } from "../base/span.ts";
import type { ClaimKind } from "../model/claim.ts";
import type { ListRecord } from "../model/listRecord.ts";
import type { Column } from "./columns.ts";

/** What statuses of lists say. */
export type StatusWords = {
  /** Words by which somebody may live, in any column that was not understood. */
  readonly livesOn: ReadonlySet<string>;
  /** Headings of columns that say how somebody stands ("Status"). */
  readonly headings: ReadonlySet<string>;
  /** How their cells begin, and what each tells of its person; null where it tells only doubt ("unknown"). */
  readonly tells: ReadonlyMap<string, ClaimKind | null>;
};

/** A cell that speaks against what its list is of; `kind` is what it tells instead, null where that is not said. */
export type RowStatus = { readonly span: Span; readonly kind: ClaimKind | null };

/** A longer cell is a story, and tells of more than how it stands. */
const LONGEST_STATUS = 60;

/** What a row of a list of the dead says against it, in a column of its own ("Detained", "Postponed - alive"); else null. */
export function readStatus(
  columns: readonly Column[],
  spans: ReadonlyMap<number, Span>,
  listKind: ClaimKind,
  words: StatusWords,
): RowStatus | null {
  const cells = columns.flatMap(({ field, index, header }) => {
    const span = spans.get(index);
    if (field !== null || span === undefined || span.quote.length > LONGEST_STATUS) return [];
    return [{ span, header, cell: foldCell(span.quote) }];
  });
  for (const { span, header, cell } of cells) {
    if (!isStatus(header, words)) continue;
    const kind = kindTold(cell, listKind, words);
    if (kind !== undefined) return { span, kind };
  }
  const living = cells.find(({ cell }) =>
    [...words.livesOn].some((one) => cell.includes(` ${one} `)),
  );
  return living === undefined ? null : { span: living.span, kind: null };
}

/** The cell of a sign of life behind the death that the same row tells. */
export function lifeAfter({ date, aliveOn }: ListRecord, span: Span | null): RowStatus | null {
  if (span === null || date === null || aliveOn === undefined) return null;
  return aliveOn.earliest > date.latest ? { span, kind: null } : null;
}

function foldCell(cell: string): string {
  return ` ${foldForSearch(cell)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

/** "Status", or a heading in two languages one of which is that. */
function isStatus(header: string, { headings }: StatusWords): boolean {
  return header.split(/[/|()\n]/).some((part) => headings.has(foldCell(part).trim()));
}

/** A list of the killed may call any of these a killing; one of the executed means executions. */
const DEATHS: ReadonlySet<ClaimKind | null> = new Set(["killing", "death-in-custody", "execution"]);

function isSame(told: ClaimKind | null, listKind: ClaimKind): boolean {
  return told === listKind || (DEATHS.has(told) && listKind !== "execution");
}

/** By the longest words that the cell begins with; undefined where it tells what the list does, or nothing known. */
function kindTold(
  cell: string,
  listKind: ClaimKind,
  { tells }: StatusWords,
): ClaimKind | null | undefined {
  let found: readonly [string, ClaimKind | null] | null = null;
  for (const [words, kind] of tells)
    if (cell.startsWith(` ${words} `) && words.length > (found?.[0].length ?? 0))
      found = [words, kind];
  if (found === null || isSame(found[1], listKind)) return undefined;
  const rest = cell.slice(found[0].length + 1);
  const isDone = [...tells].some(
    ([words, kind]) => isSame(kind, listKind) && rest.includes(` ${words} `),
  );
  return isDone ? undefined : found[1];
}
