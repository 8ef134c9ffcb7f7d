/**
 * In: the rows of a list of the dead, and their cells in columns that were not understood. Out: of each row the cell by which its
 * person may live ("missing", "killed?", "alive - in hospital").
 * Never: tells by such a cell that somebody died, was freed or is held: whose state it is nobody said.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Span } from "../base/span.ts";
import type { ClaimKind } from "../model/claim.ts";
import type { ListRecord } from "../model/listRecord.ts";
import { tidyCell } from "./cells.ts";
import type { Column } from "./columns.ts";
import type { TableRow } from "./findHeader.ts";
import { columnsOfRow, type ListPart } from "./listReader.ts";
import type { ListKind } from "./rowReport.ts";
import {
  confirms,
  DEADLY,
  EARLIER,
  glued,
  isAsked,
  longestAt,
  meaningsOf,
  partsOf,
  statusOf,
} from "./rowStatus.ts";
import type { SheetWords, StatusWord } from "./sheetWords.ts";

/** A cell by which the person of a row may live, and whether it says so. */
export type RowDoubt = { readonly span: Span; readonly isLife: boolean };

/** What the columns of a list that were not understood say against what it is of. */
export type RowDoubts = {
  /** Columns most of whose cells are states of people. */
  readonly ofStates: ReadonlySet<Column>;
  readonly doubtOf: (
    columns: readonly Column[],
    spans: ReadonlyMap<number, Span>,
  ) => RowDoubt | null;
};

/** A list with its cells, as far as it matters here. */
export type ListOfCells = {
  readonly records: readonly ListRecord[];
  readonly columns: readonly Column[];
  readonly parts: readonly ListPart[];
  readonly cells: readonly TableRow[];
  readonly isStatusSaid: boolean;
};

/** What may have gone before a death, and says nothing against it where a cell tells it by itself. */
const BEFORE: Readonly<Partial<Record<ListKind, readonly ClaimKind[]>>> = {
  execution: ["arrest", "death-sentence", "torture", "injury"],
  "death-in-custody": ["arrest", "death-sentence", "torture", "injury"],
  killing: ["torture"],
};

/** A longer cell is a story, and tells of more than how somebody stands. */
const LONGEST = 60;

/** Looks through the columns that were not understood. */
export function findRowDoubts(list: ListOfCells, kind: ListKind, words: SheetWords): RowDoubts {
  const profiles = new Map<Column, Profile>();
  const sorts = new Map<string, Sort>();
  const sortOf = (cell: string): Sort => {
    const before = sorts.get(cell);
    if (before !== undefined) return before;
    const sort = sortCell(cell, kind, words);
    if (sorts.size < REMEMBERED) sorts.set(cell, sort);
    return sort;
  };
  const rows = new Map(list.cells.map(({ row, cells }) => [row, cells]));
  for (const { row } of list.records)
    for (const column of columnsOfRow(list, row)) {
      const cell = column.field === null ? (rows.get(row)?.[column.index] ?? "") : "";
      if (cell === "") continue;
      const sort = sortOf(tidyCell(cell));
      if (sort === "nothing") continue;
      const profile = profiles.get(column) ?? { filled: 0, states: 0, own: 0 };
      profiles.set(column, profile);
      profile.filled++;
      if (sort !== "words") profile.states++;
      if (sort === "own") profile.own++;
    }
  const ofStates = new Set(
    [...profiles].flatMap(([column, { filled, states, own }]) =>
      !list.isStatusSaid && own > 0 && own < filled && states * 2 >= filled ? [column] : [],
    ),
  );
  const isNow = (column: Column): boolean =>
    ofStates.has(column) || words.remarks.has(foldForSearch(column.header));
  return {
    ofStates,
    doubtOf: (columns, spans) => {
      if (!DEADLY.has(kind)) return null;
      const doubts = columns.flatMap((column): RowDoubt[] => {
        const span = column.field === null ? spans.get(column.index) : undefined;
        if (span === undefined || span.quote.length > LONGEST) return [];
        const isLife = saysLife(span.quote, kind, words);
        const isDoubt =
          isLife ||
          (mayLive(span.quote, words) && !saysDeath(span.quote, kind, words)) ||
          isDoubted(span.quote, kind, words) ||
          tellsOtherwise(span.quote, kind, words, {
            ofStates: ofStates.has(column),
            isNow: isNow(column),
          });
        return isDoubt ? [{ span, isLife }] : [];
      });
      return doubts.find(({ isLife }) => isLife) ?? doubts[0] ?? null;
    },
  };
}

type Profile = { filled: number; states: number; own: number };
/** Nothing; what the list is of; another state, or one in doubt; other words. */
type Sort = "nothing" | "own" | "state" | "words";

/** Cells that were sorted before; lists repeat them. */
const REMEMBERED = 20_000;

function sortCell(cell: string, kind: ListKind, words: SheetWords): Sort {
  if (!/[\p{L}\p{N}]/u.test(cell) || cell.length > LONGEST)
    return cell.length > LONGEST ? "words" : "nothing";
  const known = meaningsOfCell(cell, kind, words);
  if (known === null) {
    if (words.unknown.has(foldForSearch(cell))) return "nothing";
    const isState =
      isDoubted(cell, kind, words) ||
      mayLive(cell, words) ||
      longestAt(cell.split(/\s+/u), 0, kind, words) !== null;
    return isState ? "state" : "words";
  }
  if (known.some((one) => one.confirms !== "any" && confirms(one, kind))) return "own";
  return words.unknown.has(foldForSearch(cell)) ? "nothing" : "state";
}

function meaningsOfCell(
  cell: string,
  kind: ListKind,
  words: SheetWords,
): readonly StatusWord[] | null {
  const parts = partsOf(cell).map((part) => meaningsOf(part, kind, words));
  return parts.every((part) => part !== null) ? parts.flatMap((part) => part ?? []) : null;
}

/** "Alive - in hospital", "released": every part of the cell is understood, and none tells a death or undoes another. */
function saysLife(cell: string, kind: ListKind, words: SheetWords): boolean {
  const parts = partsOf(cell).filter(
    (part) => !words.livesOn.has(foldForSearch(part)) || meaningsOf(part, kind, words) !== null,
  );
  const known = parts.flatMap((part) => meaningsOf(part, kind, words) ?? []);
  if (parts.some((part) => meaningsOf(part, kind, words) === null)) return false;
  const isDead = known.some(
    (one) => one.undoes || confirms(one, kind) || DEADLY.has(one.tells?.kind ?? "other"),
  );
  return (
    !isDead && known.some(({ tells }) => tells?.stage === "alive" || tells?.kind === "release")
  );
}

/** "Killed in custody": every word is understood, and nothing but a death and what goes before one is told. */
function saysDeath(cell: string, kind: ListKind, words: SheetWords): boolean {
  const known = meaningsOfCell(cell, kind, words) ?? [];
  const isDeath = (one: StatusWord): boolean =>
    (one.confirms !== "any" && confirms(one, kind)) || DEADLY.has(one.tells?.kind ?? "other");
  return (
    known.some(isDeath) &&
    known.every((one) => isDeath(one) || (!one.undoes && isEarlier(one.tells)))
  );
}

function isEarlier(tells: StatusWord["tells"]): boolean {
  return tells === null || (tells.modality === "happened" && EARLIER.has(tells.kind));
}

/** The words of who may live stand in it: "Postponed by a month"; of life itself, or not right behind a body or a burial ("body released"). */
function mayLive(cell: string, { livesOn, burials, bereaved, statuses }: SheetWords): boolean {
  const isOfLife = (words: string): boolean =>
    statuses.get(glued(words))?.some(({ tells }) => tells?.stage === "alive") === true;
  return partsOf(cell).some((part) => {
    const told = ` ${foldForSearch(part)} `;
    const folded = [...bereaved].reduce((text, words) => text.replaceAll(` ${words} `, " "), told);
    return [...livesOn].some((words) => {
      const at = folded.indexOf(` ${words} `);
      if (at < 0) return false;
      const before = folded.slice(0, at).trim().split(" ").slice(-2);
      return isOfLife(words) || !before.some((word) => burials.has(word));
    });
  });
}

/** "Killed?", "not confirmed by the family", "death unconfirmed". */
function isDoubted(cell: string, kind: ListKind, words: SheetWords): boolean {
  return partsOf(cell).some((part) => {
    const plain = part.replaceAll(/[?؟]/gu, " ");
    if (isAsked(part) && meaningsOf(plain, kind, words) !== null) return true;
    const folded = foldForSearch(part);
    return words.doubts.some((doubt) => {
      if (folded === doubt || folded.startsWith(`${doubt} `)) return true;
      if (!folded.endsWith(` ${doubt}`)) return false;
      const before = folded.slice(0, -doubt.length - 1);
      return words.deeds.has(before) || words.statuses.has(glued(before));
    });
  });
}

/** A state that is not what the list is of, and did not only go before it. */
function tellsOtherwise(
  cell: string,
  kind: ListKind,
  words: SheetWords,
  { ofStates, isNow }: { readonly ofStates: boolean; readonly isNow: boolean },
): boolean {
  const known = meaningsOfCell(cell, kind, words);
  if (ofStates) return !holds(cell, known, kind, words);
  if (known === null || known.some((one) => one.confirms !== "any" && confirms(one, kind)))
    return false;
  // "Missing" below "Photo" is the photo.
  if (words.unknown.has(foldForSearch(cell))) return isNow;
  const before = BEFORE[kind] ?? [];
  return known.some(({ tells, confirms: kinds, undoes }) => {
    if (undoes) return /\p{L}\s\p{L}/u.test(cell);
    if (tells === null) return kinds !== "any" && kinds.has("enforced-disappearance");
    return !DEADLY.has(tells.kind) && !before.includes(tells.kind);
  });
}

/** In a column of states a cell must say what the list is of, as a status does, or at least tell it among other words. */
function holds(
  quote: string,
  known: readonly StatusWord[] | null,
  kind: ListKind,
  words: SheetWords,
): boolean {
  const span = { start: 0, end: quote.length, quote };
  if (known !== null) return statusOf(span, kind, words).holds;
  const tokens = quote.split(/[^\p{L}\p{M}\p{N}'’\u200c]+/u).filter((token) => token !== "");
  const found = tokens.flatMap((_, at) => longestAt(tokens, at, kind, words)?.word ?? []);
  const isOwn = found.some((one) => one.confirms !== "any" && confirms(one, kind));
  return isOwn && !found.some(({ undoes }) => undoes);
}
