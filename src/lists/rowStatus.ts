/**
 * In: the cells of a row that say how its person stands ("Detained", «اعدام شد»), and what the list is of. Out: whether the row tells
 * that, and what its status tells beside it or instead.
 * Never: takes a status that is not understood for what a list of the dead is of.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Span } from "../base/span.ts";
import type { ClaimKind, Modality } from "../model/claim.ts";
import type { Column } from "./columns.ts";
import { parseDate } from "./parseDate.ts";
import type { ListKind } from "./rowReport.ts";
import type { SheetWords, StatusWord } from "./sheetWords.ts";

/** What a status tells of the person of its row. */
export type StatusTold = {
  readonly kind: ClaimKind;
  readonly modality: Modality;
  readonly stage: string | null;
  readonly span: Span;
};

/** What the status of a row makes of what its list is of. */
export type RowStatus = {
  /** The row tells what the list is of: its status says so, or is empty. */
  readonly holds: boolean;
  /** The step that a status names of what the list is of ("sentence upheld"). */
  readonly stage: string | null;
  readonly told: readonly StatusTold[];
  /** The cell that does not say what the list is of. */
  readonly span: Span | null;
};

/** Kinds of which a row makes somebody dead. */
export const DEADLY: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);
/** Done once, whatever came of it: who was arrested stays so though he was released. */
const LASTING: ReadonlySet<ListKind> = new Set(["arrest", "torture", "injury"]);
const DANGERS: ReadonlySet<ClaimKind> = new Set(["death-sentence", "imminent-execution"]);
/** What went before: "Sentenced to death; executed". */
export const EARLIER: ReadonlySet<ClaimKind> = new Set([
  "arrest",
  "death-sentence",
  "torture",
  "injury",
]);
const SILENT: RowStatus = { holds: true, stage: null, told: [], span: null };

/** Reads the columns of a row that hold a status; of several each is asked. */
export function readRowStatus(
  columns: readonly Column[],
  spans: ReadonlyMap<number, Span>,
  kind: ListKind,
  words: SheetWords,
): RowStatus {
  const cells = columns.flatMap(({ field, index }) => {
    const span = spans.get(index);
    return field === "status" && span !== undefined && /[\p{L}\p{N}?؟]/u.test(span.quote)
      ? [span]
      : [];
  });
  return cells.map((span) => statusOf(span, kind, words)).reduce(joined, SILENT);
}

/** What one cell says of a person whose list is of this kind; a cell of which a part is not understood tells nothing. */
export function statusOf(span: Span, kind: ListKind, words: SheetWords): RowStatus {
  const parts = meaningsOfParts(span.quote, kind, words);
  const known = parts.flatMap((part) => part ?? []);
  const isKnown = parts.every((part) => part !== null) && known.length > 0;
  const isUndone =
    known.some(({ undoes }) => undoes) || (!isKnown && holdsDenial(span.quote, words));
  if (isUndone)
    return { holds: false, stage: null, told: isKnown ? deniedBy(known, kind, span) : [], span };
  if (!isKnown) {
    // Whatever else a cell says, whom it calls sentenced to death is in danger.
    const dangers = LASTING.has(kind) ? known.flatMap(({ tells }) => tells ?? []) : [];
    const told = dangers.filter((tells) => DANGERS.has(tells.kind) && tells.modality !== "negated");
    return {
      holds: LASTING.has(kind),
      stage: null,
      told: told.map((one) => ({ ...one, span })),
      span,
    };
  }
  const own = known.filter((one) => confirms(one, kind));
  const others = known.filter((one) => !confirms(one, kind));
  const isAgainst = others.some(({ tells }) => tells !== null && !isBefore(tells));
  // "Confirmed" says so of what stands beside it, where anything does.
  const isSaid = own.some((one) => one.confirms !== "any") || others.length === 0;
  const holds = LASTING.has(kind) || (own.length > 0 && isSaid && !isAgainst);
  const isTold = LASTING.has(kind) || !holds;
  const told = others.flatMap(({ tells }) =>
    tells === null || !isTold ? [] : [{ ...tells, span }],
  );
  const stage = own.flatMap(({ tells }) => (tells?.kind === kind ? (tells.stage ?? []) : []));
  return { holds, stage: stage[0] ?? null, told, span: holds ? null : span };
}

/** "Not executed", «خبر تکذیب شد»: a death that is denied; told only where the cell says nothing else. */
function deniedBy(known: readonly StatusWord[], kind: ListKind, span: Span): readonly StatusTold[] {
  const isDenial = known.every(({ denies, tells }) => denies || tells?.modality === "negated");
  const [one] = known.flatMap(({ tells }) => (tells === null ? [] : [tells.kind]));
  const denied = one ?? kind;
  return isDenial && DEADLY.has(denied)
    ? [{ kind: denied, modality: "negated", stage: null, span }]
    : [];
}

function joined(one: RowStatus, other: RowStatus): RowStatus {
  return {
    holds: one.holds && other.holds,
    stage: one.stage ?? other.stage,
    told: [...one.told, ...other.told].filter(
      ({ kind }, at, all) => all.findIndex((told) => told.kind === kind) === at,
    ),
    span: one.span ?? other.span,
  };
}

export function confirms({ tells, confirms: kinds }: StatusWord, kind: ListKind): boolean {
  if (kinds === "any" || kinds.has(kind)) return true;
  return tells?.kind === kind && (tells.modality === "happened" || tells.modality === "at-risk");
}

function isBefore({ kind, modality }: NonNullable<StatusWord["tells"]>): boolean {
  return EARLIER.has(kind) && modality === "happened";
}

/** Each part by itself, else as the words of one state: "Death penalty (upheld)". */
function meaningsOfParts(
  quote: string,
  kind: ListKind,
  words: SheetWords,
): readonly (readonly StatusWord[] | null)[] {
  const whole = quote.replaceAll(/[()[\]]/gu, " ");
  const one = quote.length > LONGEST_STATUS ? null : longestOf(whole, kind, words);
  return one === null ? partsOf(quote).map((part) => meaningsOf(part, kind, words)) : [[one]];
}

/** The one state that a text is from its first word to its last. */
function longestOf(text: string, kind: ListKind, words: SheetWords): StatusWord | null {
  if (isAsked(text)) return null;
  const tokens = text.trim().split(/\s+/u);
  const found = longestAt(tokens, 0, kind, words);
  return found !== null && found.size === tokens.length ? found.word : null;
}

/** "Pardoned, released", "Postponed - alive", «متوقف شد (زنده)». */
export function partsOf(text: string): readonly string[] {
  if (text.length > LONGEST_STATUS) return [text];
  const parts = text.split(PARTING).filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.length === 0 ? [text] : parts;
}

/** A longer cell is a story, and tells of more than how it stands. */
const LONGEST_STATUS = 80;
/** No comma within a date: "January 12, 2026". */
const PARTING = /[;؛()[\]\n]|[,،](?!\s*\p{Nd})|\s[-–—|]\s|(?<!\p{Nd})\/(?!\p{Nd})/u;

/**
 * What the words of a status say, one after the other ("alive and in hospital"); behind them stands only a date ("carried out on 12 January
 * 2026"). Null where any word is not understood, or it is asked.
 */
export function meaningsOf(
  text: string,
  kind: ListKind,
  words: SheetWords,
): readonly StatusWord[] | null {
  if (isAsked(text)) return null;
  const tokens = text.trim().split(/\s+/u);
  const found: StatusWord[] = [];
  for (let at = 0; at < tokens.length; ) {
    const next = longestAt(tokens, at, kind, words);
    if (next !== null) {
      found.push(next.word);
      at += next.size;
    } else if (found.length === 0) return null;
    else if (words.statusJoins.has(foldForSearch(tokens[at] ?? ""))) at++;
    else {
      const isDated = parseDate(tokens.slice(at).join(" "), words, null).kind !== "none";
      return isDated ? found : null;
    }
  }
  return found.length === 0 ? null : found;
}

/** Of the words of a status that begin at a place the most. */
export function longestAt(
  tokens: readonly string[],
  at: number,
  kind: ListKind,
  words: SheetWords,
): { readonly word: StatusWord; readonly size: number } | null {
  for (let size = Math.min(MOST_WORDS, tokens.length - at); size > 0; size--) {
    const key = glued(tokens.slice(at, at + size).join(" "));
    const word = words.statuses.get(key)?.find(({ lists }) => lists === null || lists.has(kind));
    if (word !== undefined) return { word, size };
  }
  return null;
}

/** "Killed?" */
export function isAsked(text: string): boolean {
  return text.includes("?") || text.includes("؟");
}

/** The words of a status are no more than so many. */
const MOST_WORDS = 10;

/** "Was never arrested", «بازداشت نشده»: words that are no status, with one that undoes. */
function holdsDenial(text: string, words: SheetWords): boolean {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => words.statuses.get(word)?.some(({ undoes }) => undoes) === true);
}

/** A status as it is looked up: however its words are joined. */
export function glued(text: string): string {
  return foldForSearch(text).replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
