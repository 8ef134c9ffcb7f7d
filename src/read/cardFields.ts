/**
 * In: the lines of a record card. Out: their labels with values, and whom the card names.
 * Never: takes a lawyer, a court or an author for the one concerned.
 */
import { type Item, itemOf } from "./items.ts";
import { type ListContext, countIn, has, isPersonItem } from "./listContext.ts";
import type { ColumnRole, TopicRow } from "./listGrammar.ts";
import type { Line } from "./listLines.ts";
import { type NameRow, peopleFrom, withAge } from "./listNames.ts";
import { longestPhrase } from "./name/phraseTrie.ts";
import { TOKEN } from "./tokens.ts";

/** A label with its value: items of a line. */
export type Field = {
  readonly line: Line;
  readonly role: ColumnRole | null;
  /** What a dated label tells of ("date of execution"). */
  readonly dated: TopicRow | null;
  readonly from: number;
  readonly to: number;
};

/** A label has few words. */
export const LABEL_ITEMS = 6;

/** The value names whom the card is of. */
export function isName({ role }: Field): boolean {
  return role === "name" || role === "victim";
}

/** The labels of a line with their values; none where anything else stands before the first. */
export function fieldsOf(line: Line, context: ListContext): Field[] {
  const { classes } = context;
  if (line.cells.length === 2) {
    const [label, value] = line.cells;
    if (label === undefined || value === undefined) return [];
    const field = fieldAt(line, label[0], label[1], value[0], value[1], context);
    return field === null ? [] : [field];
  }
  const parts = classes.of("SEMI", "COMMA");
  const found: Field[] = [];
  let start = 0;
  let last: number | null = null;
  for (let at = 0; at < line.items.length; at++) {
    const item = line.items[at] as Item;
    if (has(item, parts) || context.tokens.form[item.from] === "|") start = at + 1;
    if (!has(item, classes.colon)) continue;
    const field = fieldAt(line, start, at, at + 1, line.items.length, context);
    if (field === null) {
      if (last === null) return [];
      continue;
    }
    if (last === null && start > 0) return [];
    const before = found.pop();
    if (before !== undefined) found.push({ ...before, to: Math.max(before.from, start - 1) });
    found.push(field);
    last = at;
  }
  return found;
}

function fieldAt(
  line: Line,
  from: number,
  colon: number,
  value: number,
  to: number,
  context: ListContext,
): Field | null {
  const { grammar, tokens } = context;
  let labelEnd = colon;
  // "Case 14:": a number behind the label is its own.
  while (labelEnd > from + 1 && isNumber(line.items[labelEnd - 1], context)) labelEnd--;
  const first = line.items[from];
  const last = itemOf(line.items, labelEnd - 1);
  if (first === undefined || last === undefined) return null;
  if (labelEnd <= from || labelEnd - from > LABEL_ITEMS || value > to) return null;
  const dated = longestPhrase(grammar.dated, tokens, first.from, last.to);
  const role = longestPhrase(grammar.columns, tokens, first.from, last.to);
  const isDated = dated?.to === last.to;
  const isKnown = role?.to === last.to;
  if (!isDated && !isKnown) return null;
  return {
    line,
    role: isKnown ? role.value : "date",
    dated: isDated ? dated.value : null,
    from: value,
    to,
  };
}

function isNumber(item: Item | undefined, { tokens }: ListContext): boolean {
  return item !== undefined && item.to - item.from === 1 && tokens.kind[item.from] === TOKEN.number;
}

/** Whom a card names. */
export type Named = Pick<NameRow, "persons" | "people" | "unnamedCount">;

/** Whom a card names: by its own label, or in the line right before it. */
export function nameOf(fields: readonly Field[], at: number, context: ListContext): Named | null {
  const field = nameField(fields);
  if (field === undefined) {
    const before = fields[0]?.line.index === at ? context.lines[at - 1] : undefined;
    if (before === undefined || before.items.length > 3) return null;
    const [item] = before.items;
    const isAlone = before.items.every(
      (one) => isPersonItem(one) || has(one, context.classes.colon),
    );
    if (!isPersonItem(item) || !isAlone) return null;
    return withAges({ persons: [item.name], people: item, unnamedCount: 0 }, fields);
  }
  if (!holdsNamesOnly(field, context)) return null;
  const people = peopleFrom(field.line.items, field.from, field.to, true, context);
  return people === null ? null : withAges(people, fields);
}

/** The field behind "Name", else another that names whom the card is of. */
export function nameField(fields: readonly Field[]): Field | undefined {
  return fields.find(({ role }) => role === "name") ?? fields.find(isName);
}

/** "A and lawyer B", "A, executioner": whoever is described beside the name may be anybody. */
export function holdsNamesOnly({ line, from, to }: Field, context: ListContext): boolean {
  const { classes, grammar, tokens } = context;
  const items = line.items.slice(from, to);
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return false;
  const isAnonymous = longestPhrase(grammar.anonymous, tokens, first.from, last.to);
  if (isAnonymous !== null) return isAnonymous.to === last.to;
  return items.every(
    (item) =>
      (isPersonItem(item) && item.name.titleFrom === item.name.from) ||
      [classes.and, classes.comma, classes.open, classes.close, classes.dot].some((members) =>
        has(item, members),
      ) ||
      has(item, classes.of("AGE")) ||
      isNumber(item, context),
  );
}

function withAges(people: Named, fields: readonly Field[]): Named {
  const [age] = valuesOf(fields, "age").flatMap((item) => countIn(item)?.min ?? []);
  const isOne = people.persons.length === 1;
  return {
    ...people,
    persons: people.persons.map((name) => withAge(name, isOne ? age : undefined)),
  };
}

/** Items of the values behind labels of a role. */
export function valuesOf(fields: readonly Field[], role: ColumnRole): Item[] {
  return fields
    .filter((field) => field.role === role)
    .flatMap(({ line, from, to }) => line.items.slice(from, to));
}
