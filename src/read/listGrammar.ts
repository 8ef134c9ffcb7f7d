/** Words of one language by which lists and tables are told: what they are of, what splits a whole, what a column holds. */
import { CLAIM_KINDS, type ClaimKind, MODALITIES, type Modality } from "../model/claim.ts";
import { addPhrase, longestPhrase, makeTrie, type PhraseNode } from "./name/phraseTrie.ts";
import type { Tokens } from "./tokens.ts";

const JOINER = "\u200c";

/** What the people or figures of a list are listed for. */
export type TopicRow = {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly modality: Modality;
};

export const COLUMN_ROLES = [
  "name",
  "victim",
  "age",
  "father",
  "place",
  "origin",
  "date",
  "period",
  "charge",
  "stage",
  "fate",
  "verdict",
  "number",
  "count",
  "label",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export type ListGrammar = {
  readonly topics: PhraseNode<TopicRow>;
  /** Labels and columns that hold when or where it was done ("date of execution", "place of arrest"). */
  readonly dated: PhraseNode<TopicRow>;
  /** Values of a status that tell it ("executed", "on death row"). */
  readonly states: PhraseNode<TopicRow>;
  /** Values of a status that leave standing what the heading over the row tells, by the kind of that heading. */
  readonly confirmed: PhraseNode<ClaimKind | "any">;
  /** Whether the language has dated labels: without them no cards are read. */
  readonly hasCards: boolean;
  /** In a heading of the dead: those below live ("wrongly reported dead", "are alive"). */
  readonly undone: PhraseNode<true>;
  /** Words that split a whole ("by province"). */
  readonly breakdowns: PhraseNode<true>;
  /** Words by which a sentence announces a list ("the following"). */
  readonly introducers: PhraseNode<true>;
  /** Headings of lists that tell of nobody's fate (signatories, agenda, scores). */
  readonly refused: PhraseNode<true>;
  readonly columns: PhraseNode<ColumnRole>;
  /** In the place of a name: somebody whom the list does not name. */
  readonly anonymous: PhraseNode<true>;
  /** In the place of a number: nobody. */
  readonly none: PhraseNode<true>;
  /** Labels of what is left over ("other provinces"), and of kinds of people. */
  readonly rests: PhraseNode<true>;
  readonly totals: PhraseNode<true>;
  /** Prepositions that tie a place to a charge ("spying for"). */
  readonly aims: ReadonlySet<string>;
  /** What may follow the number of a row ("cases", "recorded"). */
  readonly reported: PhraseNode<true>;
};

type RawLists = {
  topics: {
    id: string;
    kind: string;
    modality?: string;
    words: string[];
    example: string;
    dated?: string[];
    states?: string[];
    confirmed?: string[];
  }[];
  confirmed: string[];
  undone: string[];
  breakdowns: string[];
  introducers: string[];
  refused: string[];
  columns: { role: string; words: string[] }[];
  anonymous: string[];
  none: string[];
  rests: string[];
  totals: string[];
  aims: string[];
  reported: string[];
};

/**
 * Compiles the rows of a language; a language without them reads no lists.
 * @throws TypeError naming the row that is malformed.
 */
export function compileLists(raw: unknown): ListGrammar {
  const lists = (raw ?? {
    topics: [],
    confirmed: [],
    undone: [],
    breakdowns: [],
    introducers: [],
    refused: [],
    columns: [],
    anonymous: [],
    none: [],
    rests: [],
    totals: [],
    aims: [],
    reported: [],
  }) as RawLists;
  const topics = makeTrie<TopicRow>();
  const dated = makeTrie<TopicRow>();
  const states = makeTrie<TopicRow>();
  const confirmed = makeTrie<ClaimKind | "any">();
  for (const words of lists.confirmed) addPhrase(confirmed, words, "any");
  for (const row of lists.topics) {
    const kind = CLAIM_KINDS.find((name) => name === row.kind);
    const modality = MODALITIES.find((name) => name === (row.modality ?? "happened"));
    if (kind === undefined || modality === undefined)
      throw new TypeError(`List topic ${row.id} needs a kind and a modality`);
    const told: TopicRow = { id: row.id, kind, modality };
    for (const words of row.words) {
      addPhrase(topics, words, told);
      // Where a page lost its joiners the plural is glued to the noun.
      if (words.includes(JOINER)) addPhrase(topics, words.replaceAll(JOINER, ""), told);
    }
    for (const words of row.dated ?? []) addPhrase(dated, words, told);
    for (const words of row.states ?? []) addPhrase(states, words, told);
    for (const words of row.confirmed ?? []) addPhrase(confirmed, words, kind);
  }
  const columns = makeTrie<ColumnRole>();
  for (const row of lists.columns) {
    const role = COLUMN_ROLES.find((name) => name === row.role);
    if (role === undefined) throw new TypeError(`List column ${row.role} is no role`);
    for (const words of row.words) addPhrase(columns, words, role);
  }
  return {
    topics,
    dated,
    states,
    confirmed,
    hasCards: lists.topics.some(({ dated: labels = [] }) => labels.length > 0),
    undone: phrases(lists.undone),
    columns,
    breakdowns: phrases(lists.breakdowns),
    introducers: phrases(lists.introducers),
    refused: phrases(lists.refused),
    anonymous: phrases(lists.anonymous),
    none: phrases(lists.none),
    rests: phrases(lists.rests),
    totals: phrases(lists.totals),
    aims: new Set(lists.aims),
    reported: phrases(lists.reported),
  };
}

function phrases(words: readonly string[]): PhraseNode<true> {
  const root = makeTrie<true>();
  for (const phrase of words) addPhrase(root, phrase, true);
  return root;
}

/** Whether a label that says of what it holds the day or place ("date of arrest") may tell it of another kind. */
export function isLabelOf(dated: Pick<TopicRow, "kind"> | null, kind: ClaimKind): boolean {
  if (dated === null || dated.kind === kind) return true;
  return dated.kind === "execution" && kind === "imminent-execution";
}

/** Whether a phrase of the tree stands in a token range. */
export function holdsPhrase(
  root: PhraseNode<true>,
  tokens: Tokens,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at++) if (longestPhrase(root, tokens, at, to) !== null) return true;
  return false;
}
