/**
 * In: a line of a list. Out: whom it lists, with place, date and charges, when it is a row of names.
 * Never: takes a sentence for a row; makes a person of a place, a charge or a job.
 */
import type { NameMatch } from "./findNames.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import { type Item, itemOf } from "./items.ts";
import {
  countIn,
  has,
  hasVerb,
  isPersonItem,
  isPlaceItem,
  type ListContext,
  timeIn,
} from "./listContext.ts";
import type { Cell, Line } from "./listLines.ts";
import { type ColumnRole, isLabelOf, type TopicRow } from "./listGrammar.ts";
import type { Header } from "./listTables.ts";
import { longestPhrase } from "./name/phraseTrie.ts";
import type { ReadQuantity } from "./quantityGrammar.ts";
import { TOKEN } from "./tokens.ts";

export type NameRow = {
  readonly line: Line;
  readonly persons: readonly NameMatch[];
  /** People whom the row counts and does not name. */
  readonly unnamed: ReadQuantity | null;
  readonly unnamedCount: number;
  /** First item of the row's words (a number column is left out), and where its people end. */
  readonly start: number;
  readonly peopleEnd: number;
  readonly people: Item;
  readonly places: readonly NameMatch[];
  readonly period: PeriodMatch | null;
  /** Item ranges that hold charges or stages of the case. */
  readonly asides: readonly Cell[];
};

/** More items than this are a story, no row. */
const LONGEST_ROW = 40;

/** Reads a line as a row of names. `isList`: other rows name people, so that a nameless row counts too. */
export function readNameRow(
  line: Line,
  header: Header | null,
  isList: boolean,
  context: ListContext,
): NameRow | null {
  if (line.items.length > LONGEST_ROW || line.endsWithColon) return null;
  if (header?.isTable === true && header.columns.length === line.cells.length)
    return readTableRow(line, header, context);
  const items = line.items;
  const start = startOf(line, context);
  if (hasVerb(items.slice(0, noteFrom(line, start, context)), context)) return null;
  const people = peopleFrom(items, start, items.length, isList, context);
  if (people === null) return null;
  return {
    line,
    ...people,
    start,
    places: placesIn(items, people.peopleEnd, items.length, start, context),
    period: firstTime(items),
    asides: [],
  };
}

/** "1. A – his sentence was upheld": where verbs stand last, the note behind a numbered name and a dash may be a clause. */
function noteFrom({ items, hasMark }: Line, start: number, context: ListContext): number {
  const { classes, pack } = context;
  const isNumbered = (hasMark || start > 0) && isPersonItem(items[start]);
  const isParted = classes.dash[items[start + 1]?.set ?? 0] === 1;
  if (!pack.isVerbFinal || !isNumbered || !isParted) return items.length;
  // "His sentence was reduced": of him the heading holds no more.
  const ended = pack.wordsIn("ENDNOTEW");
  const forms = context.tokens.form.slice(items[start + 1]?.to ?? 0, items.at(-1)?.to ?? 0);
  return forms.some((form) => ended.has(form)) ? items.length : start + 1;
}

function readTableRow(line: Line, header: Header, context: ListContext): NameRow | null {
  const cellsOf = (...roles: readonly string[]): Cell[] =>
    line.cells.filter((_, at) => roles.includes(header.columns[at]?.role ?? ""));
  const names = cellsOf("name", "victim");
  const [first] = names;
  if (first === undefined || first[0] === first[1]) return null;
  const people = peopleFrom(line.items, first[0], first[1], true, context);
  if (people === null) return null;
  const [age] = cellsOf("age").flatMap(([from, to]) =>
    line.items.slice(from, to).flatMap((item) => countIn(item)?.min ?? []),
  );
  const persons = people.persons.map((name) =>
    withAge(name, people.persons.length === 1 ? age : undefined),
  );
  const hasNumber = header.columns[0]?.role === "number";
  return {
    line,
    ...people,
    persons,
    start: hasNumber ? (line.cells[1]?.[0] ?? 0) : (line.cells[0]?.[0] ?? 0),
    ...dayAndPlaces(line, header, null, context),
    asides: cellsOf("charge", "stage", "fate", "verdict"),
  };
}

/** A row of a table under a heading: the day and town of another event ("date of arrest" of the executed) are not its own. */
export function underHeading(
  row: NameRow,
  header: Header | null,
  kind: TopicRow["kind"],
  context: ListContext,
): NameRow {
  if (header?.isTable !== true || header.columns.length !== row.line.cells.length) return row;
  return { ...row, ...dayAndPlaces(row.line, header, kind, context) };
}

function dayAndPlaces(
  line: Line,
  header: Header,
  kind: TopicRow["kind"] | null,
  context: ListContext,
): Pick<NameRow, "places" | "period"> {
  const columns = line.cells.map((cell, at) => ({ cell, ...header.columns[at] }));
  const withRole = (...roles: readonly (ColumnRole | null | undefined)[]): typeof columns =>
    columns.filter(({ role }) => roles.includes(role));
  const own = (found: typeof columns): Cell[] =>
    found
      .filter(({ dated }) => kind === null || isLabelOf(dated ?? null, kind))
      .map(({ cell }) => cell);
  // A cell whose column holds nothing else may hold them.
  const loose = columns.filter(({ role }) => !OF_THE_PERSON.has(role ?? null));
  const named = columns.findIndex(({ role }) => role === "name" || role === "victim");
  const behind = loose.filter((column) => columns.indexOf(column) > named);
  const townsOf = ([from, to]: Cell): NameMatch[] => placesIn(line.items, from, to, from, context);
  const towns = withRole("place");
  const places =
    towns.length > 0
      ? own(towns).flatMap(townsOf)
      : (own(behind)
          .map(townsOf)
          .find((found) => found.length > 0) ?? []);
  const dates = own(withRole("date", "period")).flatMap(([from, to]) =>
    line.items.slice(from, to).flatMap((item) => timeIn(item, context) ?? []),
  );
  const free = withRole("date").length > 0 ? [] : own(loose);
  const [other = null] = free.flatMap(([from, to]) => firstTime(line.items.slice(from, to)) ?? []);
  return { places, period: dates[0] ?? other };
}

/** Columns that tell of the person, not of what was done. */
const OF_THE_PERSON: ReadonlySet<ColumnRole | null> = new Set(["age", "father", "origin"]);

/** A person with an age that the row gives beside the name. */
export function withAge(name: NameMatch, age: number | undefined): NameMatch {
  if (age === undefined || name.person === null || name.person.age !== null || age > MAX_AGE)
    return name;
  return { ...name, person: { ...name.person, age } };
}

const MAX_AGE = 110;

/** Where the row begins behind a number of its own ("1 | …", "3 – …"). */
function startOf(line: Line, context: ListContext): number {
  const [first, second] = line.items;
  if (first?.quantity == null || second === undefined) return line.cells[0]?.[0] ?? 0;
  const isNumber = line.cells.length > 1 && line.cells[0]?.[1] === 1;
  const isOrdinal =
    has(second, context.classes.dash) &&
    context.tokens.kind[first.from] === TOKEN.number &&
    (first.quantity.max ?? 0) < 1000 &&
    isPersonItem(line.items[2]);
  return isNumber ? (line.cells[1]?.[0] ?? 0) : isOrdinal ? 2 : 0;
}

type People = Pick<NameRow, "persons" | "unnamed" | "unnamedCount" | "peopleEnd" | "people">;

/** The people that a row or cell begins with: names, "two brothers", "an unidentified man", "unknown". */
export function peopleFrom(
  items: readonly Item[],
  from: number,
  to: number,
  mayBeNameless: boolean,
  context: ListContext,
): People | null {
  const { classes } = context;
  let at = from;
  while (at < to && isLead(items[at] as Item, context)) at++;
  const first = at;
  while (at < to && isDescription(items[at] as Item, context)) at++;
  if (
    has(items[at], classes.and) &&
    itemOf(items, at - 1)?.name?.type === "unknown" &&
    isPersonItem(items[at + 1])
  )
    at++;
  const opener = items[at];
  if (isPersonItem(opener) && at < to) return namesFrom(items, at, to, context);
  if (!mayBeNameless) return null;
  const head = items[first];
  if (head === undefined || first >= to) return null;
  if (
    longestPhrase(
      context.grammar.anonymous,
      context.tokens,
      head.from,
      itemOf(items, to - 1)?.to ?? head.to,
    )?.value === true &&
    !items.slice(first, to).some((item) => has(item, classes.of("HUMAN")))
  ) {
    return { persons: [], unnamed: null, unnamedCount: 1, peopleEnd: first + 1, people: head };
  }
  const named = promoted(items, first, to, context);
  if (named !== null) return named;
  return namelessFrom(items, first, to, context);
}

/** What may stand before the people: dates, places, marks. */
function isLead(item: Item, context: ListContext): boolean {
  const { classes } = context;
  return (
    timeIn(item, context) !== null ||
    isPlaceItem(item) ||
    has(item, classes.dash) ||
    has(item, classes.comma) ||
    has(item, classes.colon) ||
    has(item, classes.stop) ||
    has(item, classes.open) ||
    has(item, classes.close) ||
    has(item, classes.quoteOpen)
  );
}

/** Words that describe somebody before the name. */
function isDescription(item: Item, context: ListContext): boolean {
  const { classes } = context;
  if (isPersonItem(item) || item.name?.type === "organisation") return false;
  return (
    item.name?.type === "unknown" ||
    has(item, classes.determiner) ||
    has(item, classes.of("HUMAN", "ADJ", "AGE", "QO", "QC", "NAMED")) ||
    has(item, classes.quantity) ||
    isPlaceItem(item)
  );
}

/** Names one behind the other, as far as commas, "and" and words for people reach. */
function namesFrom(items: readonly Item[], from: number, to: number, context: ListContext): People {
  const { classes } = context;
  const persons: NameMatch[] = [];
  let extra = 0;
  let end = from;
  let isJoined = true;
  for (let at = from; at < to; at++) {
    const item = items[at] as Item;
    if (isPersonItem(item)) {
      if (!isJoined && persons.length > 0) break;
      persons.push(item.name);
      end = at + 1;
      isJoined = false;
    } else if (has(item, classes.and) || has(item, classes.comma)) {
      isJoined = true;
      if (has(item, classes.and) && !isPersonSoon(items, at + 1, to, context))
        extra += restAt(items, at + 1, to, context);
    } else if (
      !isDescription(item, context) &&
      !has(item, classes.open) &&
      !has(item, classes.close)
    )
      break;
  }
  const led = ledBy(items, from, context);
  return {
    persons: led === null ? persons : [led, ...persons],
    unnamed: null,
    unnamedCount: extra,
    peopleEnd: end,
    people: items[from] as Item,
  };
}

/** "Akram and Azam Delkhah": a first name that shares the family name. */
function ledBy(items: readonly Item[], from: number, context: ListContext): NameMatch | null {
  const name = itemOf(items, from - 2)?.name;
  if (name?.type !== "unknown" || !has(itemOf(items, from - 1), context.classes.and)) return null;
  return asPerson(name);
}

function isPersonSoon(
  items: readonly Item[],
  from: number,
  to: number,
  context: ListContext,
): boolean {
  for (let at = from; at < Math.min(to, from + 5); at++) {
    if (isPersonItem(items[at])) return true;
    if (!isDescription(items[at] as Item, context)) return false;
  }
  return false;
}

/** "and two others", "and his brother": so many more. */
function restAt(items: readonly Item[], from: number, to: number, context: ListContext): number {
  for (let at = from; at < Math.min(to, from + 5); at++) {
    const item = items[at] as Item;
    const count = countIn(item);
    if (count !== null) return count.min ?? 0;
    if (has(item, context.classes.of("HUMAN"))) return isPlural(item, context) ? 0 : 1;
    if (!isDescription(item, context)) return 0;
  }
  return 0;
}

/** Capitalised words where a name belongs, which nothing else explains. */
function promoted(
  items: readonly Item[],
  from: number,
  to: number,
  context: ListContext,
): People | null {
  const item = items[from];
  if (item?.name?.type !== "unknown" || item.to - item.from < 2) return null;
  const next = items[from + 1];
  if (
    from + 1 < to &&
    next !== undefined &&
    !isLead(next, context) &&
    !has(next, context.classes.of("AGE", "QTY"))
  )
    return null;
  return {
    persons: [asPerson(item.name)],
    unnamed: null,
    unnamedCount: 0,
    peopleEnd: from + 1,
    people: item,
  };
}

function asPerson(name: NameMatch): NameMatch {
  return {
    ...name,
    type: "person",
    id: null,
    person: { age: null, father: null, sex: null, detailTo: name.to, initialsOnly: false },
  };
}

/** "five women", "an unidentified man", "two Afghan nationals". */
function namelessFrom(
  items: readonly Item[],
  from: number,
  to: number,
  context: ListContext,
): People | null {
  const { classes } = context;
  let count: ReadQuantity | null = null;
  let isOne = false;
  for (let at = from; at < Math.min(to, from + 7); at++) {
    const item = items[at] as Item;
    const read = countIn(item);
    if (read !== null && count === null) count = read;
    else if (has(item, classes.of("INDEF"))) isOne = true;
    if (has(item, classes.of("HUMAN")) && !has(items[at + 1], classes.of("HUMAN"))) {
      const isSingle =
        !isPlural(item, context) &&
        (isOne || items.slice(from, at).some((one) => isAnonymous(one, context)));
      if (count === null && !isSingle) return null;
      return {
        persons: [],
        unnamed: count,
        unnamedCount: count === null ? 1 : 0,
        peopleEnd: at + 1,
        people: items[from] as Item,
      };
    }
    if (read === null && !isDescription(item, context)) return null;
  }
  return null;
}

function isAnonymous(item: Item, context: ListContext): boolean {
  return longestPhrase(context.grammar.anonymous, context.tokens, item.from, item.to) !== null;
}

function isPlural(item: Item, context: ListContext): boolean {
  const word = context.tokens.form[item.to - 1] ?? "";
  const { words, suffixes, singulars } = context.pack.plurals;
  return (
    words.has(word) || (suffixes.some((suffix) => word.endsWith(suffix)) && !singulars.has(word))
  );
}

/** The first places that stand together behind the people, else those in front of them. */
function placesIn(
  items: readonly Item[],
  from: number,
  to: number,
  start: number,
  context: ListContext,
): NameMatch[] {
  const behind = firstPlaces(items, from, to, context);
  return behind.length > 0 || from === start ? behind : firstPlaces(items, start, from, context);
}

function firstPlaces(
  items: readonly Item[],
  from: number,
  to: number,
  context: ListContext,
): NameMatch[] {
  const { classes } = context;
  const found: NameMatch[] = [];
  for (let at = from; at < to; at++) {
    const item = items[at] as Item;
    if (isPlaceItem(item)) {
      const before = itemOf(items, at - 1);
      if (
        has(before, classes.of("T.noun")) ||
        context.grammar.aims.has(context.tokens.form[before?.from ?? 0] ?? "")
      )
        continue;
      found.push(item.name);
    } else if (
      found.length > 0 &&
      !has(item, classes.comma) &&
      !has(item, classes.open) &&
      !has(item, classes.preposition) &&
      !has(item, classes.lower)
    )
      break;
  }
  return found;
}

function firstTime(items: readonly Item[]): PeriodMatch | null {
  for (const item of items) {
    if (item.period !== null && (item.period.kind === "point" || item.period.kind === "interval"))
      return item.period;
  }
  return null;
}
