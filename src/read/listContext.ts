/** What the parts of list reading share: the document's findings, its drafts by sentence, and small readings of items. */
import type { Quantity, ClaimKind } from "../model/claim.ts";
import type { Draft } from "./draft.ts";
import type { NameMatch } from "./findNames.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Item } from "./items.ts";
import type { ListGrammar } from "./listGrammar.ts";
import type { Line } from "./listLines.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadQuantity } from "./quantityGrammar.ts";
import { toQuantity } from "./quantityOf.ts";
import { TOKEN } from "./tokens.ts";

export type ListContext = DraftContext & {
  readonly grammar: ListGrammar;
  readonly lines: readonly Line[];
  /** Whether words of a token range name a charge. */
  readonly holdsCharge: (from: number, to: number) => boolean;
  readonly drafts: ReadonlyMap<number, readonly Draft[]>;
};

/** Kinds that people are listed and counted under. */
export const LISTED: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "injury",
  "death-in-custody",
  "arrest",
  "torture",
  "enforced-disappearance",
  "corporal-punishment",
  "release",
  "clemency",
  "strike",
  "protest",
]);

/** Drafts of a line in order of place, listed kinds only. */
export function draftsOfLine(line: Line, context: ListContext): Draft[] {
  const found: Draft[] = [];
  for (let at = line.firstSentence; at <= line.lastSentence; at++) {
    for (const draft of context.drafts.get(at) ?? []) if (LISTED.has(draft.kind)) found.push(draft);
  }
  return found.sort((a, b) => a.anchor - b.anchor);
}

/** A whole number of people or cases that an item holds, ages between commas included. */
export function countIn(item: Item | undefined): ReadQuantity | null {
  const read = item?.quantity ?? null;
  return read !== null && read.measure === "count" && (read.min ?? read.max) !== null ? read : null;
}

/** A time that can date a row. */
export function timeIn(
  item: Item | undefined,
  context: Pick<DraftContext, "tokens">,
): PeriodMatch | null {
  const period = item?.period ?? null;
  if (period !== null) return period.kind === "point" || period.kind === "interval" ? period : null;
  return item === undefined ? null : yearIn(item, context);
}

/** "2021" as a label. */
function yearIn(item: Item, context: Pick<DraftContext, "tokens">): PeriodMatch | null {
  const { tokens } = context;
  if (item.to - item.from !== 1 || item.name !== null) return null;
  if (tokens.kind[item.from] !== TOKEN.number) return null;
  const form = tokens.form[item.from] ?? "";
  if (!/^(?:1[2-9]|20)\d\d$/.test(form)) return null;
  const year = Number(form);
  const calendar = year < LAST_JALALI ? "jalali" : "gregorian";
  return {
    from: item.from,
    to: item.to,
    value: { op: "years", from: year, to: year, calendar },
    kind: "interval",
    per: null,
    row: "list.year",
  };
}

const LAST_JALALI = 1500;

export function isPlaceItem(item: Item | undefined): item is Item & { readonly name: NameMatch } {
  return item?.name?.type === "place" || item?.name?.type === "prison";
}

export function isPersonItem(item: Item | undefined): item is Item & { readonly name: NameMatch } {
  return item?.name?.type === "person";
}

export function has(item: Item | undefined, members: Uint8Array): boolean {
  return item !== undefined && members[item.set] === 1;
}

/** A count as the claim's quantity. */
export function countQuantity(
  read: ReadQuantity,
  context: ListContext,
  unit: Item | null,
): Quantity {
  const { tokens } = context;
  const words =
    unit === null ? null : tokens.text.slice(tokens.start[unit.from], tokens.end[unit.to - 1]);
  return toQuantity(read, tokens, words, null);
}

/** The sentence that holds a token, from those of a line. */
export function sentenceAt(line: Line, token: number, context: ListContext): number {
  for (let at = line.firstSentence; at < line.lastSentence; at++) {
    if (token < (context.readings[at]?.sentence.to ?? Infinity)) return at;
  }
  return line.lastSentence;
}

/** A verb that no relative clause before it holds. */
function holdsFinalVerb(items: readonly Item[], { classes }: ListContext): boolean {
  let isRelative = false;
  for (const { set } of items) {
    if (classes.relative[set] === 1) isRelative = true;
    else if (classes.verbEnd[set] === 1) {
      if (!isRelative) return true;
      isRelative = false;
    }
  }
  return false;
}

/** True where a finite verb shows that the items are a sentence rather than a row; relative clauses are let pass. */
export function hasVerb(items: readonly Item[], context: ListContext): boolean {
  const { classes } = context;
  if (context.pack.isVerbFinal) return holdsFinalVerb(items, context);
  const owner = classes.of("POSSP");
  const human = classes.of("HUMAN");
  let isRelative = false;
  let isHuman = false;
  for (const item of items) {
    if (isHuman && owner[item.set] === 1) isRelative = true;
    isHuman = human[item.set] === 1;
    if (item.name !== null || item.quantity !== null || item.period !== null) continue;
    if (
      classes.relative[item.set] === 1 ||
      classes.including[item.set] === 1 ||
      classes.open[item.set] === 1
    )
      isRelative = true;
    else if (
      classes.aux[item.set] === 1 &&
      classes.preposition[item.set] !== 1 &&
      classes.negation[item.set] !== 1 &&
      !isRelative
    )
      return true;
    else if (classes.callOp[item.set] === 1 || classes.cue[item.set] === 1) {
      if (
        !isRelative &&
        item.entry?.classes.some((name) => SAYING.has(name)) === true &&
        !item.entry.classes.some((name) => name.startsWith("T."))
      )
        return true;
    }
  }
  return false;
}

const SAYING: ReadonlySet<string> = new Set(["CUE.say", "CUE.call", "OP.call"]);
