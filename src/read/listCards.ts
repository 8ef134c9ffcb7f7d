/**
 * In: lines of labels and values ("Name: A", "Date of execution: 3 May"), or a table whose columns say what became of each. Out:
 * claims about the one whom each card or row names: what its dated labels and its status tell, else what its heading is of.
 * Never: takes a lawyer, a court or an author for the one concerned; tells what a value denies or leaves open.
 */
import {
  type Field,
  LABEL_ITEMS,
  type Named,
  fieldsOf,
  holdsNamesOnly,
  isName,
  nameField,
  nameOf,
  valuesOf,
} from "./cardFields.ts";
import type { Draft } from "./draft.ts";
import { VICTIM_ROLE } from "./draftContext.ts";
import type { NameMatch } from "./findNames.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import { itemOf } from "./items.ts";
import { type ListContext, has, isPlaceItem, sentenceAt, timeIn } from "./listContext.ts";
import { type ColumnRole, type TopicRow, holdsPhrase, isLabelOf } from "./listGrammar.ts";
import type { Line } from "./listLines.ts";
import type { NameRow } from "./listNames.ts";
import { type Topic, findTopic, topicOfLine } from "./listTopics.ts";
import { speechesOver } from "./makeDrafts.ts";
import { longestPhrase } from "./name/phraseTrie.ts";
import { countOf } from "./quantityOf.ts";
import { holdsOneOf } from "./wordSets.ts";

export type Card = { readonly drafts: readonly Draft[]; readonly lines: readonly Line[] };
/** More lines than this are no card. */
const LONGEST_CARD = 16;

/** Reads the cards of the run of labels that begins at line `at`, and where it ends. */
export function readCards(at: number, context: ListContext): { cards: Card[]; end: number } {
  const groups: Field[][] = [];
  let end = at;
  if (!context.grammar.hasCards) return { cards: [], end };
  for (; end < context.lines.length; end++) {
    const line = context.lines[end] as Line;
    const fields = fieldsOf(line, context);
    if (fields.length === 0 && groups.length > 0 && isOther(line, context)) continue;
    if (fields.length === 0) break;
    for (const field of fields) {
      const last = groups.at(-1);
      const isNext = isName(field) && last?.some(({ role }) => role === field.role) === true;
      if (last === undefined || isNext) groups.push([field]);
      else last.push(field);
    }
  }
  if (groups.length === 0) return { cards: [], end };
  const heading = headingOf(at, context);
  const cards = groups.flatMap((fields, index) => {
    const row = nameOf(fields, at, context);
    if (row === null || fields.length < 2 || fields.length > LONGEST_CARD) return [];
    const behind = groups[index + 1]?.[0]?.line.index ?? end;
    const lines = context.lines.slice(fields[0]?.line.index ?? at, behind);
    const isAlive = lines.some((line) => tellsOfLife(line, context));
    const drafts = draftsOf(fields, row, heading, context).filter(
      ({ kind }) => !isAlive || !DEATHS.has(kind),
    );
    return drafts.length === 0 ? [] : [{ drafts, lines: fields.map(({ line }) => line) }];
  });
  return { cards, end };
}

/** A row under "Executions in May" whose status cell says "pardoned". */
export function isSparedRow(
  row: NameRow,
  kind: TopicRow["kind"],
  columns: readonly { readonly role: ColumnRole | null }[],
  context: ListContext,
): boolean {
  if (!DEATHS.has(kind)) return false;
  const { pack, tokens, classes } = context;
  const lives = pack.wordsIn("LIVESON");
  return row.line.cells.some(([from, to], column) => {
    const role = columns[column]?.role;
    if (role !== "fate" && role !== "stage" && role !== "date") return false;
    const items = row.line.items.slice(from, to);
    return (
      items.some(({ set }) => classes.negation[set] === 1) ||
      holdsOneOf(tokens, items[0]?.from ?? 0, items.at(-1)?.to ?? 0, lives)
    );
  });
}

/** What the status of a row makes of its heading: "same" (it tells it, or is silent), "other" (something else, or nothing sure). */
export function statusOf(
  row: NameRow,
  kind: TopicRow["kind"],
  columns: readonly { readonly role: ColumnRole | null }[],
  context: ListContext,
): "same" | "other" {
  const { grammar, tokens } = context;
  const isSame = row.line.cells.every(([from, to], column) => {
    const first = row.line.items[from];
    const last = itemOf(row.line.items, to - 1);
    if (columns[column]?.role !== "fate" || from >= to) return true;
    if (first === undefined || last === undefined) return true;
    const field: Field = { line: row.line, role: "fate", dated: null, from, to };
    // Whoever was arrested or sentenced stays so in "awaiting appeal"; the dead are told so, or not at all.
    if (kind === "death-sentence" && isOverWith(field, context)) return false;
    if (!DEATHS.has(kind))
      return (
        (fateOf(field, context)?.kind ?? kind) === kind &&
        longestPhrase(grammar.undone, tokens, first.from, last.to) === null
      );
    if (isOpen(field, context)) return false;
    const state = longestPhrase(grammar.states, tokens, first.from, last.to);
    if (state?.value.kind === kind)
      return !context.pack.isVerbFinal || isToldBy(field, state.to, context);
    const hit = longestPhrase(grammar.confirmed, tokens, first.from, last.to);
    return (
      hit !== null &&
      (hit.value === "any" || hit.value === kind) &&
      isToldBy(field, hit.to, context)
    );
  });
  return isSame ? "same" : "other";
}

/** "Remarks: the execution was postponed": whatever the label, he may live. */
function tellsOfLife({ from, to }: Line, { pack, tokens }: ListContext): boolean {
  const lives = pack.wordsIn("LIVESON");
  return holdsOneOf(tokens, from, to, lives);
}

/** "Nickname: Kian": a label that says nothing here. */
function isOther({ items }: Line, { classes }: ListContext): boolean {
  const colon = items.findIndex((item) => has(item, classes.colon));
  return (
    colon > 0 && colon < LABEL_ITEMS && items.length < LONGEST_CARD && items.length > colon + 1
  );
}

/** What the heading right above the cards tells; null where other labels stand between: those are of another card. */
function headingOf(at: number, context: ListContext): Topic | null {
  for (let back = 1; back <= HEADING_REACH; back++) {
    const line = context.lines[at - back];
    if (line === undefined || isOther(line, context)) return null;
    if (fieldsOf(line, context).length > 0) return null;
    if (topicOfLine(line, false, context) !== null) return findTopic(at, true, context);
  }
  return null;
}

/** Lines above the cards in which their heading may stand. */
const HEADING_REACH = 3;

/** Claims of a table row whose columns say what became of the one whom it names. */
export function draftsOfRow(
  row: NameRow,
  columns: readonly { readonly role: ColumnRole | null; readonly dated: TopicRow | null }[],
  context: ListContext,
): Draft[] {
  const fields = row.line.cells.map(
    ([from, to], column): Field => ({
      line: row.line,
      role: columns[column]?.role ?? null,
      dated: columns[column]?.dated ?? null,
      from,
      to,
    }),
  );
  const name = nameField(fields);
  if (name === undefined || !holdsNamesOnly(name, context)) return [];
  const isAlive = tellsOfLife(row.line, context);
  return draftsOf(fields, row, null, context).filter(({ kind }) => !isAlive || !DEATHS.has(kind));
}

type Told = { readonly row: TopicRow; readonly period: PeriodMatch | null };

/** What the card tells of the one whom it names: by its dated labels, its status, or its heading. */
function draftsOf(
  fields: readonly Field[],
  named: Named,
  heading: Topic | null,
  context: ListContext,
): Draft[] {
  const states = fields.filter(({ role, from, to }) => role === "fate" && from < to);
  const verdicts = fields.filter(({ role, from, to }) => role === "verdict" && from < to);
  const isCondemned = verdicts.every((field) => fateOf(field, context)?.kind === "death-sentence");
  const isDeath = verdicts.length > 0 && isCondemned;
  const isUndone = isDeath && states.some((field) => isQuashed(field, context));
  const fates = [...states.flatMap((field) => partsOf(field, context)), ...verdicts].flatMap(
    (field): Told[] => {
      const row = fateOf(field, context) ?? (isDeath ? carriedOut(field, context) : null);
      if (row === null) return [];
      const isOver = isUndone && row.kind === "death-sentence";
      return [
        { row: isOver ? { ...row, modality: "negated" } : row, period: timeOf(field, context) },
      ];
    },
  );
  // What a status says stands over a date that may only have been set, and over the heading.
  const isHeld = ({ kind }: Pick<TopicRow, "kind">): boolean =>
    !FATAL.has(kind) ||
    (isCondemned && states.every((field) => fateOf(field, context)?.kind === kind));
  const dates = fields.flatMap((field): Told[] => {
    const period = isBareTime(field, context) ? timeOf(field, context) : null;
    if (field.dated === null || period === null || !isHeld(field.dated)) return [];
    // "Date of execution" under "at risk of execution" is the day that is set.
    const isSet = heading?.kind === "imminent-execution" && FATAL.has(field.dated.kind);
    return isSet ? [] : [{ row: field.dated, period }];
  });
  const isVictim = nameField(fields)?.role === "victim";
  const told = [
    ...dates,
    ...fates.filter(({ row }) => !dates.some((one) => one.row.kind === row.kind)),
  ];
  const undated = fields.find(({ role, dated }) => role === "date" && dated === null);
  const day = undated === undefined ? null : timeOf(undated, context);
  const isHeadless = heading === null || told.some(({ row }) => row.kind === heading.kind);
  if (!isHeadless && isHeld(heading))
    told.unshift({
      row: { id: heading.row, kind: heading.kind, modality: heading.modality },
      period: day ?? heading.period,
    });
  const isOne = told.length === 1;
  // "Victim: A" in the record of a murder: not who was punished for it.
  const own = told.filter(({ row }) => !isVictim || !PUNISHED.has(row.kind));
  return own.map(({ row, period }) =>
    draftOf(fields, named, { row, period: period ?? (isOne ? day : null) }, context),
  );
}

const DEATHS: ReadonlySet<TopicRow["kind"]> = new Set(["execution", "killing", "death-in-custody"]);
/** What tells of a death or of its danger. */
const FATAL: ReadonlySet<TopicRow["kind"]> = new Set([
  "execution",
  "killing",
  "death-in-custody",
  "imminent-execution",
  "injury",
  "enforced-disappearance",
]);
const PUNISHED: ReadonlySet<TopicRow["kind"]> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "arrest",
  "clemency",
  "release",
]);

/** "3 May 2025", "on 3 May at dawn, Karun Prison": every other word leaves open whether it was done. */
function isBareTime({ line, from, to }: Field, context: ListContext): boolean {
  const { classes } = context;
  return line.items
    .slice(from, to)
    .every(
      (item) =>
        timeIn(item, context) !== null ||
        isPlaceItem(item) ||
        has(item, classes.time) ||
        has(item, classes.comma) ||
        has(item, classes.dot),
    );
}

function timeOf({ line, from, to }: Field, context: ListContext): PeriodMatch | null {
  return line.items.slice(from, to).flatMap((item) => timeIn(item, context) ?? [])[0] ?? null;
}

/** What a status says has become of somebody; null where it is denied, in doubt or nothing that is told here. */
function fateOf(field: Field, context: ListContext): TopicRow | null {
  const { grammar, tokens } = context;
  const { line, from, to } = field;
  const [first] = line.items.slice(from, to);
  const last = itemOf(line.items, to - 1);
  if (first === undefined || last === undefined || isOpen(field, context)) return null;
  const hit = longestPhrase(grammar.states, tokens, first.from, last.to);
  if (hit === null) return null;
  return isToldBy(field, hit.to, context) ? hit.value : null;
}

/** "pardoned, released": each part, where all of them tell what became of somebody; else the whole. */
function partsOf(field: Field, context: ListContext): Field[] {
  const { line, from, to } = field;
  const parts: Field[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    const item = line.items[at];
    const isCut =
      at === to || (item !== undefined && has(item, context.classes.of("COMMA", "CONJ", "SEMI")));
    if (!isCut) continue;
    if (at > start) parts.push({ ...field, from: start, to: at });
    start = at + 1;
  }
  return parts.every((part) => fateOf(part, context) !== null) ? parts : [field];
}

/** Beside the verdict of death: "carried out on 3 May". */
function carriedOut(field: Field, context: ListContext): TopicRow | null {
  const { grammar, tokens } = context;
  const first = field.line.items[field.from];
  const last = itemOf(field.line.items, field.to - 1);
  if (field.role !== "fate" || first === undefined || last === undefined) return null;
  const hit = longestPhrase(grammar.confirmed, tokens, first.from, last.to);
  if (hit?.value !== "execution" || isOpen(field, context)) return null;
  if (!isToldBy(field, hit.to, context)) return null;
  return { id: "topic.execution", kind: "execution", modality: "happened" };
}

/** Under "Sentenced to death": "quashed", "carried out on 3 May"; the day is not the sentence's. */
function isOverWith(field: Field, context: ListContext): boolean {
  return (
    isQuashed(field, context) ||
    carriedOut(field, context) !== null ||
    partsOf(field, context).length > 1
  );
}

/** Beside the verdict: "quashed by the Supreme Court". */
function isQuashed({ line, from, to }: Field, { tokens, pack, classes }: ListContext): boolean {
  const items = line.items.slice(from, to);
  if (items.some(({ set }) => classes.negation[set] === 1)) return false;
  const quashed = pack.wordsIn("QUASHEDW");
  return items.some((item) => holdsOneOf(tokens, item.from, item.to, quashed));
}

/** Behind the words up to token `end` only times and places follow: "death sentence overturned", "executed in effigy" are other states. */
function isToldBy({ line, from, to }: Field, end: number, context: ListContext): boolean {
  const { classes } = context;
  return line.items
    .slice(from, to)
    .filter((item) => item.from >= end)
    .every(
      (item) =>
        timeIn(item, context) !== null ||
        isPlaceItem(item) ||
        has(item, classes.time) ||
        has(item, classes.comma) ||
        has(item, classes.dot) ||
        has(item, classes.of("LINKPREP")),
    );
}

/** The value denies, doubts or puts off what its label asks for: "not yet", "3 May (postponed)". */
function isOpen(
  { line, from, to }: Field,
  { classes, grammar, tokens, pack }: ListContext,
): boolean {
  const items = line.items.slice(from, to);
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return true;
  const lives = pack.wordsIn("LIVESON");
  const forms = tokens.form.slice(first.from, last.to);
  return (
    forms.includes("?") ||
    (forms.length > 1 && forms.some((form, at) => at > 0 && lives.has(form))) ||
    holdsPhrase(grammar.anonymous, tokens, first.from, last.to) ||
    items.some(
      ({ set }) =>
        classes.negation[set] === 1 ||
        classes.may[set] === 1 ||
        classes.will[set] === 1 ||
        classes.hedge[set] === 1 ||
        classes.stopOp[set] === 1 ||
        classes.wantOp[set] === 1 ||
        classes.hypOp[set] === 1,
    )
  );
}

function draftOf(
  fields: readonly Field[],
  { persons, people, unnamedCount }: Named,
  { row, period }: Told,
  context: ListContext,
): Draft {
  const lines = fields.map(({ line }) => line);
  const from = Math.min(people.from, ...lines.map((line) => line.from));
  const to = Math.max(people.to, ...lines.map((line) => line.to));
  const role = VICTIM_ROLE[row.kind] ?? "other";
  const line = lines.find((one) => one.from <= people.from && people.from < one.to) ?? lines[0];
  return {
    kind: row.kind,
    range: [from, to],
    anchor: people.from,
    sentence: line === undefined ? 0 : sentenceAt(line, people.from, context),
    quantity: countOf(persons.length + unnamedCount, people, context.tokens, null),
    period,
    places: placesOf(fields.filter(({ dated }) => isLabelOf(dated, row.kind))),
    speeches: speechesOver(people.from, context.speeches),
    modality: row.modality,
    hedge: null,
    persons: persons.map((name) => ({ name, role })),
    stage: null,
    tier: "counted",
    subsetOf: null,
    notes: [],
    rows: ["list.card", row.id],
  };
}

function placesOf(fields: readonly Field[]): NameMatch[] {
  return valuesOf(fields, "place")
    .filter(isPlaceItem)
    .map(({ name }) => name);
}
