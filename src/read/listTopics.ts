/**
 * In: the lines before a list. Out: what its rows are listed for, and the whole they are part of.
 * Never: takes a list of signatories, speakers or scores for one of victims; reaches past another section.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import type { Draft } from "./draft.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import { draftsOfLine, has, type ListContext, timeIn } from "./listContext.ts";
import { holdsPhrase, type TopicRow } from "./listGrammar.ts";
import type { Line } from "./listLines.ts";
import { longestPhrase } from "./name/phraseTrie.ts";
import type { Speech, TokenRange } from "./speech.ts";
import { isOneOf } from "./wordSets.ts";

export type Topic = {
  readonly kind: ClaimKind;
  readonly modality: Modality;
  /** The claim that counts the whole of what the rows tell, or null. */
  readonly whole: Draft | null;
  readonly period: PeriodMatch | null;
  /** Speeches of the sentence that announces the list with a colon. */
  readonly speeches: readonly Speech[];
  /** Words that say what the list is of. */
  readonly told: TokenRange;
  readonly row: string;
};

/** How many lines before a list may say what it is of. */
const REACH = 4;
/** How far back the whole of a breakdown may be told. */
const WHOLE_REACH = 14;
/** A heading is short. */
const HEADING_ITEMS = 16;

/** What the list that begins at line `first` is of, or null. `isTable`: its header names a column of people. */
export function findTopic(
  first: number,
  isTable: boolean,
  context: ListContext,
  people: number | null = null,
): Topic | null {
  const { lines, grammar, tokens } = context;
  let isAnnounced = isTable;
  for (let back = 1; back <= REACH; back++) {
    const line = lines[first - back];
    if (line === undefined) break;
    if (holdsPhrase(grammar.refused, tokens, line.from, line.to) && !isProse(line)) return null;
    const isIntro =
      line.endsWithColon || holdsPhrase(grammar.introducers, tokens, line.from, line.to);
    if (isRowOfOthers(line, back, context)) return null;
    const found = topicOfLine(line, isIntro && line.endsWithColon, context, people);
    if (found !== null && isUndone(line, found, context)) return null;
    if (isProse(line) && !isIntro && !isAnnounced) return null;
    if (found !== null) return found;
    if (isOwnHeading(line, isIntro, context)) return null;
    isAnnounced ||= isIntro || !isProse(line);
  }
  const title = lines[0];
  if (title === undefined || first === 0 || first <= REACH || !isAnnounced) return null;
  return isTable || first <= TITLE_REACH ? topicOfLine(title, false, context) : null;
}

/** "Sentence overturned:" over the rows: a heading that tells something else than what stands above it. */
function isOwnHeading(line: Line, isIntro: boolean, context: ListContext): boolean {
  if (!line.endsWithColon || isProse(line) || line.items.length > HEADING_ITEMS) return false;
  const isAnnouncing =
    isIntro && holdsPhrase(context.grammar.introducers, context.tokens, line.from, line.to);
  return !isAnnouncing && !line.items.some(({ name }) => isPlace(name));
}

function isPlace(name: Line["items"][number]["name"]): boolean {
  return name?.type === "place" || name?.type === "prison";
}

/** A row of another list or table stands above: neither what it tells nor its heading is of those below. */
function isRowOfOthers(line: Line, back: number, { lines }: ListContext): boolean {
  const next = lines[line.index + 1];
  // A heading stands between the items of two lists.
  if (back > 1 && line.hasMark && next?.hasMark === false && !line.endsWithColon) return true;
  if (line.endsWithColon || !line.items.some(({ name }) => name?.type === "person")) return false;
  if (line.cells.length > 1) return true;
  return back > 1 && (line.hasMark || next?.endsWithColon === true);
}

/** "Wrongly reported dead:", "The following, whom we listed as executed, are alive:": those below live. */
function isUndone(line: Line, { kind }: Topic, context: ListContext): boolean {
  const { grammar, readings, tokens } = context;
  const last = readings[line.lastSentence]?.sentence.from ?? line.from;
  return (
    DEATHS.has(kind) && holdsPhrase(grammar.undone, tokens, Math.max(line.from, last), line.to)
  );
}

const DEATHS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);

/** A list that stands so near the title is the title's. */
const TITLE_REACH = 7;

/** A paragraph rather than a heading. */
function isProse(line: Line): boolean {
  return (line.endsWithStop && line.items.length > 6) || line.items.length > 2 * HEADING_ITEMS;
}

/** What a heading or an announcing sentence is about: its last claim of a listed kind, else the kind that its words name. */
export function topicOfLine(
  line: Line,
  isColon: boolean,
  context: ListContext,
  people: number | null = null,
): Topic | null {
  const named = topicWords(line, context);
  const drafts = draftsOfLine(line, context).filter(
    (draft) => draft.subsetOf === null && !UNREAL.has(draft.modality),
  );
  const isOfNamed = (draft: Draft): boolean => named === null || draft.kind === named.kind;
  const draft =
    asMany(drafts.filter(isOfNamed), people) ??
    lastCounted(drafts.filter(isOfNamed)) ??
    (named === null ? lastCounted(drafts) : null);
  if (draft !== null && (named === null || isOfNamed(draft))) {
    const whole = draft.quantity?.measure === "count" ? draft : null;
    return {
      kind: draft.kind,
      modality: draft.modality,
      whole,
      period: draft.period ?? periodOf(line, context),
      speeches: isColon ? draft.speeches : [],
      told: draft.range,
      row: "list.told",
    };
  }
  if (named === null || isProse(line) || isOperated(line, context)) return null;
  return {
    kind: named.kind,
    modality: named.modality,
    whole: null,
    period: periodOf(line, context),
    speeches: [],
    told: [line.from, line.to],
    row: named.id,
  };
}

const UNREAL: ReadonlySet<Modality> = new Set([
  "negated",
  "hypothetical",
  "called-for",
  "called-to-stop",
  "alleged",
  "unclear",
]);

/** "Five people died and eleven were hurt" over a list of five: the only claim of just as many. */
function asMany(drafts: readonly Draft[], people: number | null): Draft | null {
  if (people === null || people < 2) return null;
  const [first, ...others] = drafts.filter(
    ({ quantity }) => quantity?.min === people && quantity.max === people,
  );
  return first !== undefined && others.every(({ kind }) => kind === first.kind) ? first : null;
}

function lastCounted(drafts: readonly Draft[]): Draft | null {
  return (
    [...drafts].reverse().find((draft) => draft.quantity !== null && draft.tier === "counted") ??
    drafts.at(-1) ??
    null
  );
}

/** The one kind that the words of a heading name; null where they name none or several. */
export function topicWords(line: Line, context: ListContext): TopicRow | null {
  const found = new Map<ClaimKind, TopicRow>();
  for (let at = line.from; at < line.to; at++) {
    const hit = longestPhrase(context.grammar.topics, context.tokens, at, line.to);
    if (hit === null) continue;
    // "Sentenced to death, not executed".
    const isDenied = isOneOf(context.tokens, at - 1, context.pack.wordsIn("NEG"));
    if (!isDenied && !found.has(hit.value.kind)) found.set(hit.value.kind, hit.value);
    at = hit.to - 1;
  }
  if (found.size > 1) for (const kind of SETTINGS) found.delete(kind);
  if (found.size > 1 && found.has("imminent-execution")) found.delete("execution");
  return found.size === 1 ? ([...found.values()][0] ?? null) : null;
}

/** Kinds that often only say where others came to harm ("killed in the protests", "arrested strikers"). */
export const SETTINGS: readonly ClaimKind[] = ["protest", "strike"];

/** The period that a heading states. */
export function periodOf(line: Line, context: ListContext): PeriodMatch | null {
  for (const item of line.items) {
    const period = timeIn(item, context);
    if (period !== null) return period;
  }
  return null;
}

/** The heading asks for something, denies or foresees it. */
function isOperated(line: Line, context: ListContext): boolean {
  const { classes, grammar, tokens, pack } = context;
  const denying = pack.wordsIn("NEG");
  // "Sentenced to death, not executed": what it denies is another kind than it tells.
  const isOfOther = ({ to }: Line["items"][number]): boolean =>
    isOneOf(tokens, to - 1, denying) && longestPhrase(grammar.topics, tokens, to, line.to) !== null;
  return line.items.some(
    (item) =>
      has(item, classes.stopOp) ||
      has(item, classes.wantOp) ||
      (has(item, classes.negOp) && !isOfOther(item)) ||
      has(item, classes.must) ||
      has(item, classes.callOp),
  );
}

/** The nearest claim before a line that counts at least `least` of a kind (any listed kind: null). */
export function findWhole(
  first: number,
  kind: ClaimKind | null,
  least: number,
  context: ListContext,
): Draft | null {
  for (let back = 1; back <= WHOLE_REACH; back++) {
    const line = context.lines[first - back];
    if (line === undefined) break;
    for (const draft of draftsOfLine(line, context).reverse()) {
      if (
        draft.subsetOf !== null ||
        UNREAL.has(draft.modality) ||
        draft.quantity?.measure !== "count"
      )
        continue;
      if (kind !== null && draft.kind !== kind) continue;
      const { min, max } = draft.quantity;
      if (max !== null && max < least) continue;
      if ((max ?? min ?? 0) > 1) return draft;
    }
  }
  return null;
}
